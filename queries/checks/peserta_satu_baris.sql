-- returns: people with several rows of a month who do not stand in a basis exactly once; expect none
-- per: bulan
-- pesan: seseorang terhitung lebih dari sekali pada bulan dan basis yang sama
-- why: who has one row cannot be counted twice, so only the others are looked at
select
    ganda.bulan,
    count(*) filter (where pilihan.is_domisili) as jumlah_domisili,
    count(*) filter (where pilihan.is_tempat_kerja) as jumlah_tempat_kerja
from staging.peserta_ganda as ganda
inner join staging.peserta_pilihan as pilihan
    on ganda.bulan = pilihan.bulan and ganda.id_peserta = pilihan.id_peserta
group by ganda.bulan, ganda.id_peserta, ganda.baris_domisili, ganda.baris_tempat_kerja
having count(*) filter (where pilihan.is_domisili) <> case when ganda.baris_domisili is null then 0 else 1 end
    or count(*) filter (where pilihan.is_tempat_kerja) <> case when ganda.baris_tempat_kerja is null then 0 else 1 end

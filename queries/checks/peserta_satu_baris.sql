-- returns: person, month and basis that stand in more than one chosen row; expect none
-- per: bulan
-- pesan: seseorang terhitung lebih dari sekali pada bulan dan basis yang sama
select
    bulan,
    count(*) filter (where is_domisili) as jumlah_domisili,
    count(*) filter (where is_tempat_kerja) as jumlah_tempat_kerja
from staging.peserta_pilihan
group by bulan
having count(*) filter (where is_domisili) <> count(distinct case when is_domisili then id_peserta end)
    or count(*) filter (where is_tempat_kerja) <> count(distinct case when is_tempat_kerja then id_peserta end)

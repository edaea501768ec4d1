-- returns: months in which recipients by person differ from the regency's count or from the contributions paid; expect none
-- pesan: penerima bantuan menurut usia dan disabilitas tidak sama dengan jumlah orang atau iuran kabupaten
with ciri as (
    select bulan, sum(jumlah_orang) as jumlah_orang, sum(rp_iuran) as rp_iuran
    from marts.penerima_ciri
    group by bulan
),

orang as (
    select bulan, sum(pembilang) as jumlah_orang
    from marts.indikator_rnt
    where tingkat = 'KABUPATEN'
    group by bulan
),

iuran as (
    select bulan, sum(rp_iuran) as rp_iuran
    from marts.penerima
    group by bulan
)

select orang.bulan
from orang
left join ciri on orang.bulan = ciri.bulan
left join iuran on orang.bulan = iuran.bulan
where coalesce(ciri.jumlah_orang, 0) <> orang.jumlah_orang
    or coalesce(ciri.rp_iuran, 0) <> coalesce(iuran.rp_iuran, 0)

-- returns: months whose spending in the mart differs from the counted spending lines; expect none
-- pesan: jumlah realisasi pada terbitan tidak sama dengan jumlah baris realisasi yang dihitung
with mart as (
    select bulan, sum(rp_realisasi) as rp_realisasi
    from marts.realisasi
    group by bulan
),

dasar as (
    select bulan, sum(rp_dihitung) as rp_realisasi
    from staging.realisasi_dihitung
    group by bulan
)

select
    coalesce(mart.bulan, dasar.bulan) as bulan,
    mart.rp_realisasi as rp_mart,
    dasar.rp_realisasi as rp_staging
from mart
full join dasar on mart.bulan = dasar.bulan
where coalesce(mart.rp_realisasi, 0) <> coalesce(dasar.rp_realisasi, 0)

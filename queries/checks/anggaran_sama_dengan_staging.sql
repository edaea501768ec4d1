-- returns: months whose ceilings in the mart differ from the counted lines in force; expect none
-- pesan: jumlah pagu pada terbitan tidak sama dengan jumlah baris anggaran yang berlaku
with mart as (
    select bulan, sum(rp_pagu) as rp_pagu
    from marts.anggaran
    group by bulan
),

dasar as (
    select tahap.bulan, sum(anggaran.rp_dihitung) as rp_pagu
    from staging.tahap_anggaran as tahap
    inner join staging.anggaran as anggaran
        on tahap.tahun = anggaran.tahun
        and tahap.lingkup = anggaran.lingkup
        and tahap.kode_unit = anggaran.kode_unit
        and tahap.tahap = anggaran.tahap
    group by tahap.bulan
)

select
    coalesce(mart.bulan, dasar.bulan) as bulan,
    mart.rp_pagu as rp_mart,
    dasar.rp_pagu as rp_staging
from mart
full join dasar on mart.bulan = dasar.bulan
where coalesce(mart.rp_pagu, 0) <> coalesce(dasar.rp_pagu, 0)

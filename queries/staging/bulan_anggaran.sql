-- grain: one row per month of a year for which a budget or spending was delivered, to the newest month with data
-- reads: staging.anggaran, staging.realisasi, staging.bulan_terakhir, ref.bulan
select
    bulan.bulan,
    tahun.tahun,
    tahun.is_apbd,
    tahun.is_apbdes
from ref.bulan as bulan
inner join (
    select
        tahun,
        bool_or(lingkup = 'APBD') as is_apbd,
        bool_or(lingkup = 'APBDES') as is_apbdes
    from (
        select tahun, lingkup from staging.anggaran
        union
        select year(bulan) as tahun, lingkup from staging.realisasi
    ) as lingkup_tahun
    group by tahun
) as tahun
    on year(bulan.bulan) = tahun.tahun
cross join staging.bulan_terakhir as terakhir
where bulan.bulan <= coalesce(terakhir.bulan, bulan.bulan)

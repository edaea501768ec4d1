-- grain: one row per month and budget unit: the stage (tahap) whose ceiling is in force at the end of the month
-- reads: staging.anggaran, staging.bulan_terakhir, ref.bulan
-- why: sources.md 5, rule 15: per unit the stage with the latest tanggal_berlaku not after the end of the month. Months
-- run to the newest month of any monthly delivery; without one, to the month of the newest stage.
with tahap as (
    select distinct
        tahun,
        lingkup,
        kode_unit,
        tahap,
        tanggal_berlaku
    from staging.anggaran
    where tanggal_berlaku is not null
),

batas as (
    select coalesce(min(terakhir.bulan), max(tahap.tanggal_berlaku)) as tanggal
    from tahap
    cross join staging.bulan_terakhir as terakhir
)

select
    bulan.bulan,
    tahap.tahun,
    tahap.lingkup,
    tahap.kode_unit,
    tahap.tahap
from tahap
inner join ref.bulan as bulan
    on tahap.tahun = year(bulan.bulan)
    and tahap.tanggal_berlaku <= last_day(bulan.bulan)
inner join batas
    on bulan.bulan <= batas.tanggal
qualify row_number() over (
    partition by bulan.bulan, tahap.lingkup, tahap.kode_unit
    order by
        tahap.tanggal_berlaku desc,
        case tahap.tahap when 'PERUBAHAN' then 1 when 'PERGESERAN' then 2 else 3 end
) = 1

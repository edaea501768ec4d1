-- grain: one row per indicator, level, unit and date of the series in force (sources.md 5, rule 8)
-- reads: raw.target, ref.parameter
-- why: the profile names the series; without that key the only series counts, and of several none
with seri as (
    select
        case
            when max(parameter.target_seri) is not null then max(parameter.target_seri)
            when count(distinct target.seri) = 1 then max(target.seri)
        end as seri
    from raw.target as target
    cross join ref.parameter as parameter
)

select
    target.kode_indikator,
    target.tingkat,
    case when target.tingkat = 'KABUPATEN' then parameter.kode else target.kode end as kunci,
    case when target.semester = 1 then make_date(target.tahun, 6, 30) else make_date(target.tahun, 12, 31) end
        as tanggal,
    target.nilai,
    target.seri,
    target.dasar
from raw.target as target
inner join seri
    on target.seri = seri.seri
cross join ref.parameter as parameter

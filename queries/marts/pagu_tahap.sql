-- grain: one row per year, budget unit (lingkup, OPD or village) and stage (tahap) that has a date
-- additive over: lingkup, kode_unit; not tahap (a later stage replaces the earlier one)
-- reads: staging.anggaran
-- why: the way from the first ceiling to the one in force. Lines that do not count stand with 0, so that a stage that
-- takes every contribution line away is seen. urutan_tahap orders stages of one day as staging.tahap_anggaran chooses.
select
    tahun,
    lingkup,
    kode_unit,
    tahap,
    max(tanggal_berlaku) as tanggal_berlaku,
    case tahap when 'PERUBAHAN' then 3 when 'PERGESERAN' then 2 else 1 end as urutan_tahap,
    sum(rp_dihitung)::bigint as rp_pagu,
    bool_or(is_estimasi) as is_estimasi
from staging.anggaran
where tanggal_berlaku is not null
group by tahun, lingkup, kode_unit, tahap

-- grain: one row per year, lingkup, account and reason of budget lines that do not count as contributions
-- additive over: all
-- reads: staging.anggaran
-- why: loaded, named and summed, never hidden (sources.md 5, rule 15). Only the newest stage of a unit, so that MURNI and
-- PERUBAHAN of one line do not add up; a stage without a date is never in force and is listed whole.
with baris as (
    select
        tahun,
        lingkup,
        kode_rekening,
        nama_rekening,
        case when tanggal_berlaku is null then 'TANPA_TANGGAL_BERLAKU' else sebab end as sebab,
        rp_pagu,
        dense_rank() over (
            partition by tahun, lingkup, kode_unit, tanggal_berlaku is null
            order by
                tanggal_berlaku desc,
                case tahap when 'PERUBAHAN' then 1 when 'PERGESERAN' then 2 else 3 end
        ) as urutan_tahap
    from staging.anggaran
)

select
    tahun,
    lingkup,
    kode_rekening,
    max(nama_rekening) as nama_rekening,
    sebab,
    count(*)::bigint as jumlah_baris,
    sum(rp_pagu)::bigint as rp_pagu
from baris
where sebab is not null
    and (urutan_tahap = 1 or sebab = 'TANPA_TANGGAL_BERLAKU')
group by tahun, lingkup, kode_rekening, sebab

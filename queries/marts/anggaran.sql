-- grain: one row per month, lingkup, unit (OPD or village), funding source, mode, purpose and stage (tahap)
-- additive over: all but bulan (a ceiling is in force until the next stage)
-- reads: staging.anggaran, staging.tahap_anggaran
-- why: only lines that count, of the stage in force at the end of the month (sources.md 5, rule 15)
select
    tahap.bulan,
    anggaran.lingkup,
    anggaran.kode_unit,
    anggaran.sumber_dana,
    coalesce(anggaran.cara_penganggaran, 'TIDAK_DIKETAHUI') as cara_penganggaran,
    coalesce(anggaran.untuk, 'TIDAK_DIKETAHUI') as untuk,
    anggaran.tahap,
    sum(anggaran.rp_dihitung)::bigint as rp_pagu,
    bool_or(anggaran.is_estimasi) as is_estimasi
from staging.tahap_anggaran as tahap
inner join staging.anggaran as anggaran
    on tahap.tahun = anggaran.tahun
    and tahap.lingkup = anggaran.lingkup
    and tahap.kode_unit = anggaran.kode_unit
    and tahap.tahap = anggaran.tahap
where anggaran.sebab is null
group by all

-- grain: one row per month and spending line: unit, sub-activity, account, funding source
-- additive over: all, also bulan
-- reads: staging.realisasi, staging.anggaran, staging.tahap_anggaran, ref.rekening, ref.rekening_dikecualikan
-- why: a spending line counts by the rule of the ceiling (sources.md 5, rule 15). It has neither mode nor share, so both
-- come from the budget lines in force with the same unit, sub-activity, account and source (and purpose, where the
-- spending names one): the part of their ceiling that counts is the part of the spending that counts. Without such a
-- budget line its own account or purpose decides.
with pagu as (
    select
        tahap.bulan,
        anggaran.lingkup,
        anggaran.kode_unit,
        coalesce(anggaran.kode_subkegiatan, '-') as kode_subkegiatan,
        anggaran.kode_rekening,
        anggaran.sumber_dana,
        anggaran.untuk,
        sum(anggaran.rp_pagu) as rp_pagu,
        sum(cast(anggaran.rp_pagu as decimal(18, 0)) * anggaran.porsi_dihitung) as rp_dihitung
    from staging.tahap_anggaran as tahap
    inner join staging.anggaran as anggaran
        on tahap.tahun = anggaran.tahun
        and tahap.lingkup = anggaran.lingkup
        and tahap.kode_unit = anggaran.kode_unit
        and tahap.tahap = anggaran.tahap
    group by all
),

berporsi as (
    select
        realisasi.bulan,
        realisasi.lingkup,
        realisasi.kode_unit,
        realisasi.kode_subkegiatan,
        realisasi.kode_rekening,
        realisasi.sumber_dana,
        realisasi.rp_realisasi,
        realisasi.is_selisih,
        cast(
            case
                when min(dikecualikan.kode_rekening) is not null then 0
                when sum(pagu.rp_pagu) > 0 then sum(pagu.rp_dihitung) / sum(pagu.rp_pagu)
                when min(rekening.kode_rekening) is not null then 1
                when coalesce(realisasi.untuk, max(pagu.untuk), 'LAIN') <> 'LAIN' then 1
                else 0
            end as decimal(9, 6)
        ) as porsi_dihitung
    from staging.realisasi as realisasi
    left join ref.rekening as rekening
        on realisasi.kode_rekening = rekening.kode_rekening
    left join ref.rekening_dikecualikan as dikecualikan
        on realisasi.kode_rekening = dikecualikan.kode_rekening
    left join pagu
        on realisasi.bulan = pagu.bulan
        and realisasi.lingkup = pagu.lingkup
        and realisasi.kode_unit = pagu.kode_unit
        and coalesce(realisasi.kode_subkegiatan, '-') = pagu.kode_subkegiatan
        and realisasi.kode_rekening = pagu.kode_rekening
        and realisasi.sumber_dana = pagu.sumber_dana
        and coalesce(realisasi.untuk, pagu.untuk, '-') = coalesce(pagu.untuk, '-')
    group by
        realisasi.bulan,
        realisasi.lingkup,
        realisasi.kode_unit,
        realisasi.kode_subkegiatan,
        realisasi.kode_rekening,
        realisasi.sumber_dana,
        realisasi.untuk,
        realisasi.rp_realisasi,
        realisasi.is_selisih
)

select
    bulan,
    lingkup,
    kode_unit,
    kode_subkegiatan,
    kode_rekening,
    sumber_dana,
    rp_realisasi,
    is_selisih,
    porsi_dihitung,
    cast(round(cast(rp_realisasi as decimal(18, 0)) * porsi_dihitung, 0) as bigint) as rp_dihitung
from berporsi

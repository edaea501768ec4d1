-- grain: one row per budget line: year, stage (tahap), unit, sub-activity, account, funding source, mode, purpose
-- additive over: everything but tahap (a later stage of a unit replaces the earlier one)
-- reads: raw.anggaran, ref.rekening, ref.rekening_dikecualikan
-- why: which lines count is settled here once (sources.md 5, rule 15). `sebab` is null where a line counts; rp_dihitung is
-- its part that is contributions: a MELEKAT line is a salary line, of which porsi_iuran_persen is the contribution.
-- tanggal_berlaku is one per unit and stage; a stage other than MURNI without it is never in force: a warning says so.
with baris as (
    select
        anggaran.tahun,
        coalesce(anggaran.tahap, 'MURNI') as tahap,
        coalesce(
            anggaran.tanggal_berlaku,
            case when coalesce(anggaran.tahap, 'MURNI') = 'MURNI' then make_date(anggaran.tahun, 1, 1) end
        ) as tanggal_berlaku,
        anggaran.lingkup,
        case
            when anggaran.lingkup = 'APBDES' then coalesce(anggaran.kode_desa, anggaran.kode_opd)
            else coalesce(anggaran.kode_opd, anggaran.kode_desa)
        end as kode_unit,
        anggaran.kode_subkegiatan,
        rtrim(anggaran.kode_rekening, '.') as kode_rekening,
        anggaran.nama_rekening,
        anggaran.sumber_dana,
        anggaran.cara_penganggaran,
        anggaran.untuk,
        anggaran.rp_pagu,
        anggaran.porsi_iuran_persen,
        case
            when dikecualikan.kode_rekening is not null then 'REKENING_DIKECUALIKAN'
            when rekening.kode_rekening is null and coalesce(anggaran.untuk, 'LAIN') = 'LAIN' then 'BUKAN_REKENING_IURAN'
            when anggaran.cara_penganggaran = 'MELEKAT' and anggaran.porsi_iuran_persen is null
                then 'MELEKAT_TANPA_PORSI'
        end as sebab
    from raw.anggaran as anggaran
    left join ref.rekening as rekening
        on rtrim(anggaran.kode_rekening, '.') = rekening.kode_rekening
    left join ref.rekening_dikecualikan as dikecualikan
        on rtrim(anggaran.kode_rekening, '.') = dikecualikan.kode_rekening
),

porsi as (
    select
        baris.tahun,
        baris.tahap,
        baris.tanggal_berlaku,
        baris.lingkup,
        baris.kode_unit,
        baris.kode_subkegiatan,
        baris.kode_rekening,
        baris.nama_rekening,
        baris.sumber_dana,
        baris.cara_penganggaran,
        baris.untuk,
        baris.rp_pagu,
        baris.sebab,
        cast(
            case
                when baris.sebab is not null then 0
                when baris.cara_penganggaran = 'MELEKAT' then baris.porsi_iuran_persen / 100
                else 1
            end as decimal(9, 6)
        ) as porsi_dihitung
    from baris
)

select
    tahun,
    tahap,
    max(tanggal_berlaku) over (partition by tahun, lingkup, kode_unit, tahap) as tanggal_berlaku,
    lingkup,
    kode_unit,
    kode_subkegiatan,
    kode_rekening,
    nama_rekening,
    sumber_dana,
    cara_penganggaran,
    untuk,
    rp_pagu,
    sebab,
    porsi_dihitung,
    cast(round(cast(rp_pagu as decimal(18, 0)) * porsi_dihitung, 0) as bigint) as rp_dihitung,
    sebab is null and coalesce(cara_penganggaran, '-') = 'MELEKAT' as is_estimasi
from porsi

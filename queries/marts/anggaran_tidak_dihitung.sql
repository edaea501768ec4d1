-- grain: one row per year, lingkup, account, reason and span in force of budget lines that do not count as contributions
-- additive over: all among rows with is_terkini, or among rows in force on one day
-- reads: staging.anggaran, staging.bulan_terakhir
-- why: loaded, named and summed, never hidden (sources.md 5, rule 15). One stage of a unit at a time, so that MURNI and
-- PERUBAHAN of one line do not add up: berlaku_dari to before berlaku_sebelum is the span in which its stage is in force.
-- is_terkini: the stage in force at the end of the newest month with data, else (all stages lie ahead) the first. A stage
-- without a date is never in force and is listed whole.
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

rentang as (
    select
        tahap.tahun,
        tahap.lingkup,
        tahap.kode_unit,
        tahap.tahap,
        tahap.tanggal_berlaku as berlaku_dari,
        lead(tahap.tanggal_berlaku) over (
            partition by tahap.tahun, tahap.lingkup, tahap.kode_unit
            order by
                tahap.tanggal_berlaku,
                case tahap.tahap when 'PERUBAHAN' then 3 when 'PERGESERAN' then 2 else 1 end
        ) as berlaku_sebelum,
        row_number() over (
            partition by tahap.tahun, tahap.lingkup, tahap.kode_unit
            order by
                case when tahap.tanggal_berlaku <= last_day(terakhir.bulan) then 0 else 1 end,
                case when tahap.tanggal_berlaku <= last_day(terakhir.bulan) then tahap.tanggal_berlaku end desc,
                case when tahap.tanggal_berlaku > last_day(terakhir.bulan) then tahap.tanggal_berlaku end,
                case tahap.tahap when 'PERUBAHAN' then 1 when 'PERGESERAN' then 2 else 3 end
        ) = 1 as is_terkini
    from tahap
    cross join (
        -- without any monthly delivery the newest stage is the one that counts (as in staging.tahap_anggaran)
        select coalesce(min(terakhir.bulan), max(tahap.tanggal_berlaku)) as bulan
        from tahap
        cross join staging.bulan_terakhir as terakhir
    ) as terakhir
)

select
    baris.tahun,
    baris.lingkup,
    baris.kode_rekening,
    max(baris.nama_rekening) as nama_rekening,
    case when rentang.berlaku_dari is null then 'TANPA_TANGGAL_BERLAKU' else baris.sebab end as sebab,
    rentang.berlaku_dari,
    rentang.berlaku_sebelum,
    coalesce(rentang.is_terkini, true) as is_terkini,
    count(*)::bigint as jumlah_baris,
    sum(baris.rp_pagu)::bigint as rp_pagu
from staging.anggaran as baris
left join rentang
    on baris.tahun = rentang.tahun
    and baris.lingkup = rentang.lingkup
    and baris.kode_unit = rentang.kode_unit
    and baris.tahap = rentang.tahap
where baris.sebab is not null
    or rentang.berlaku_dari is null
group by
    baris.tahun,
    baris.lingkup,
    baris.kode_rekening,
    case when rentang.berlaku_dari is null then 'TANPA_TANGGAL_BERLAKU' else baris.sebab end,
    rentang.berlaku_dari,
    rentang.berlaku_sebelum,
    coalesce(rentang.is_terkini, true)

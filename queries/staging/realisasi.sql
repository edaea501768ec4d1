-- grain: one row per month and spending line: unit, sub-activity, account, funding source
-- additive over: all, also bulan
-- reads: raw.realisasi
-- why: rp_kumulatif becomes the spending of its month by taking off what the line had reached in the nearest earlier
-- month of the same year (sources.md 3). A line may change between monthly and cumulative deliveries: `blok` restarts
-- the running sum at each cumulative value. A negative result stays, so that the year adds up, and warns.
with baris as (
    select
        bulan,
        lingkup,
        case
            when lingkup = 'APBDES' then coalesce(kode_desa, kode_opd)
            else coalesce(kode_opd, kode_desa)
        end as kode_unit,
        kode_subkegiatan,
        rtrim(kode_rekening, '.') as kode_rekening,
        sumber_dana,
        untuk,
        rp_realisasi,
        rp_kumulatif
    from raw.realisasi
),

berblok as (
    select
        bulan,
        lingkup,
        kode_unit,
        kode_subkegiatan,
        kode_rekening,
        sumber_dana,
        untuk,
        rp_realisasi,
        rp_kumulatif,
        count(rp_kumulatif) over (
            partition by year(bulan), lingkup, kode_unit, kode_subkegiatan, kode_rekening, sumber_dana
            order by bulan
            rows between unbounded preceding and current row
        ) as blok
    from baris
),

tercapai as (
    select
        bulan,
        lingkup,
        kode_unit,
        kode_subkegiatan,
        kode_rekening,
        sumber_dana,
        untuk,
        rp_realisasi,
        rp_kumulatif,
        sum(coalesce(rp_kumulatif, rp_realisasi)) over (
            partition by year(bulan), lingkup, kode_unit, kode_subkegiatan, kode_rekening, sumber_dana, blok
            order by bulan
            rows between unbounded preceding and current row
        ) as rp_tercapai
    from berblok
)

select
    bulan,
    lingkup,
    kode_unit,
    kode_subkegiatan,
    kode_rekening,
    sumber_dana,
    untuk,
    cast(
        coalesce(
            rp_realisasi,
            rp_kumulatif - coalesce(
                lag(rp_tercapai) over (
                    partition by year(bulan), lingkup, kode_unit, kode_subkegiatan, kode_rekening, sumber_dana
                    order by bulan
                ),
                0
            )
        ) as bigint
    ) as rp_realisasi,
    rp_realisasi is null as is_selisih
from tercapai

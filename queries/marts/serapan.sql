-- grain: one row per month, level (tingkat) and unit (kunci) of KEU-01
-- additive over: kunci inside one tingkat; not bulan (both sums are cumulative in the year)
-- reads: marts.anggaran, marts.realisasi, staging.bulan_anggaran, staging.realisasi, staging.wilayah, ref.opd, ref.parameter
-- why: sources.md 5, rule 15: counted spending January to the month over the ceiling in force at its end. The spending is
-- null, not 0, for a lingkup of which no spending at all was delivered for the year. Where nothing was delivered for the
-- whole first quarter the note says so (bulan_awal), until a cumulative figure covers it: pages then judge no delay.
with pagu as (
    select
        bulan.bulan,
        bulan.tahun,
        anggaran.lingkup,
        anggaran.kode_unit,
        anggaran.sumber_dana,
        anggaran.tahap,
        anggaran.rp_pagu,
        null::bigint as rp_realisasi,
        anggaran.is_estimasi
    from staging.bulan_anggaran as bulan
    inner join marts.anggaran as anggaran on bulan.bulan = anggaran.bulan
),

belanja as (
    select
        bulan.bulan,
        bulan.tahun,
        realisasi.lingkup,
        realisasi.kode_unit,
        realisasi.sumber_dana,
        null::varchar as tahap,
        null::bigint as rp_pagu,
        realisasi.rp_realisasi,
        false as is_estimasi
    from staging.bulan_anggaran as bulan
    inner join marts.realisasi as realisasi
        on bulan.tahun = year(realisasi.bulan)
        and bulan.bulan >= realisasi.bulan
),

isi as (
    select bulan, tahun, lingkup, kode_unit, sumber_dana, tahap, rp_pagu, rp_realisasi, is_estimasi
    from pagu
    union all
    select bulan, tahun, lingkup, kode_unit, sumber_dana, tahap, rp_pagu, rp_realisasi, is_estimasi
    from belanja
),

kiriman as (
    select
        year(bulan) as tahun,
        lingkup,
        case when month(min(bulan)) > 3 then min(bulan) end as bulan_awal,
        min(case when is_selisih then bulan end) as bulan_kumulatif,
        max(bulan) as bulan_akhir
    from staging.realisasi
    group by year(bulan), lingkup
),

tingkat as (
    select
        isi.bulan,
        isi.tahun,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        isi.lingkup,
        isi.tahap,
        isi.rp_pagu,
        isi.rp_realisasi,
        isi.is_estimasi
    from isi
    cross join ref.parameter as parameter
    union all
    select bulan, tahun, 'LINGKUP', lingkup, lingkup, tahap, rp_pagu, rp_realisasi, is_estimasi
    from isi
    union all
    select bulan, tahun, 'SUMBER_DANA', sumber_dana, lingkup, tahap, rp_pagu, rp_realisasi, is_estimasi
    from isi
    union all
    select bulan, tahun, 'OPD', kode_unit, lingkup, tahap, rp_pagu, rp_realisasi, is_estimasi
    from isi
    where kode_unit not like '__.__.__.____'
    union all
    select
        isi.bulan,
        isi.tahun,
        'DESA',
        coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI'),
        isi.lingkup,
        isi.tahap,
        isi.rp_pagu,
        isi.rp_realisasi,
        isi.is_estimasi
    from isi
    left join staging.wilayah as wilayah on isi.kode_unit = wilayah.kode_desa
    where isi.kode_unit like '__.__.__.____'
    union all
    -- every known unit has a row, with 0, at a level that the deliveries of the year carry
    select bulan.bulan, bulan.tahun, 'OPD', opd.kode_opd, 'APBD', null, 0, null, false
    from staging.bulan_anggaran as bulan
    cross join ref.opd as opd
    where bulan.is_apbd
    union all
    select bulan.bulan, bulan.tahun, 'DESA', wilayah.kode_desa, 'APBDES', null, 0, null, false
    from staging.bulan_anggaran as bulan
    cross join staging.wilayah as wilayah
    where bulan.is_apbdes and wilayah.jenis = 'DESA'
)

select
    tingkat.bulan,
    tingkat.tingkat,
    tingkat.kunci,
    case when max(kiriman.bulan_akhir) is not null then coalesce(sum(tingkat.rp_realisasi), 0) end::bigint
        as rp_realisasi,
    sum(tingkat.rp_pagu)::bigint as rp_pagu,
    bool_or(tingkat.is_estimasi) as is_estimasi,
    nullif(
        concat_ws(
            '; ',
            'pagu ' || nullif(
                concat_ws(
                    ', ',
                    max(case when tingkat.tahap = 'MURNI' then 'murni' end),
                    max(case when tingkat.tahap = 'PERGESERAN' then 'pergeseran' end),
                    max(case when tingkat.tahap = 'PERUBAHAN' then 'perubahan' end)
                ),
                ''
            ),
            case when sum(tingkat.rp_pagu) = 0 then 'belum ada pagu iuran' end,
            case
                when max(kiriman.bulan_akhir) is null then 'realisasi belum dikirim'
                else 'realisasi ' || max(case when kiriman.lingkup is null then tingkat.lingkup end) || ' belum dikirim'
            end,
            'realisasi APBD sebelum ' || strftime(
                max(
                    case
                        when kiriman.lingkup = 'APBD'
                            and coalesce(kiriman.bulan_kumulatif > tingkat.bulan, true)
                            then kiriman.bulan_awal
                    end
                ),
                '%m/%Y'
            ) || ' mungkin belum dikirim',
            'realisasi APBDES sebelum ' || strftime(
                max(
                    case
                        when kiriman.lingkup = 'APBDES'
                            and coalesce(kiriman.bulan_kumulatif > tingkat.bulan, true)
                            then kiriman.bulan_awal
                    end
                ),
                '%m/%Y'
            ) || ' mungkin belum dikirim',
            case
                when max(kiriman.bulan_akhir) < tingkat.bulan
                    then 'realisasi sampai ' || strftime(max(kiriman.bulan_akhir), '%m/%Y')
            end
        ),
        ''
    ) as catatan
from tingkat
left join kiriman
    on tingkat.tahun = kiriman.tahun
    and tingkat.lingkup = kiriman.lingkup
group by tingkat.bulan, tingkat.tingkat, tingkat.kunci

-- grain: one row per month, indicator (kode), level (tingkat) and unit (kunci): PEM-01 to PEM-04, SEK-01
-- additive over: kunci inside KECAMATAN, DESA, SEKTOR, JENIS_KELAMIN; nothing else
-- reads: staging.roster, marts.unit, ref.parameter, ref.opd, ref.program
-- why: denominator = unique persons plus the rows set aside for their NIK; numerator null without a person list of the
-- month (sources.md 5, rule 11). Village, sector and sex are taken from a person's first row, so that parts add up.
with orang as (
    select
        bulan,
        kode,
        kode_opd,
        unit,
        subkategori,
        id_peserta,
        jenis_kelamin,
        kode_kecamatan,
        kode_desa,
        sektor,
        is_usang,
        is_rusak,
        is_ada_daftar,
        is_jkk and is_jkm as is_terlindungi,
        is_jkk,
        is_jkm,
        is_jht,
        is_jp,
        is_jkp,
        is_rusak or row_number() over (
            partition by bulan, kode, id_peserta
            order by kode_opd, jenis_daftar, urutan_baris
        ) = 1 as is_baris_pertama
    from staging.roster
    where kode is not null
),

unit_ganda as (
    select unit
    from staging.roster
    where unit is not null
    group by unit
    having count(distinct kode_opd) > 1
),

baris as (
    select
        orang.bulan,
        orang.kode,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        orang.id_peserta,
        orang.is_terlindungi,
        orang.is_rusak,
        orang.is_usang,
        orang.is_ada_daftar
    from orang
    cross join ref.parameter as parameter

    union all

    select bulan, kode, 'OPD', kode_opd, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-01', 'PEM-03', 'SEK-01')

    union all

    select
        orang.bulan,
        orang.kode,
        'UNIT',
        case when unit_ganda.unit is null then orang.unit else orang.kode_opd || '/' || orang.unit end,
        orang.id_peserta,
        orang.is_terlindungi,
        orang.is_rusak,
        orang.is_usang,
        orang.is_ada_daftar
    from orang
    left join unit_ganda
        on orang.unit = unit_ganda.unit
    where orang.kode in ('PEM-01', 'PEM-03', 'SEK-01') and orang.unit is not null

    union all

    select bulan, kode, 'SUBKATEGORI', subkategori, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-03', 'PEM-04') and subkategori is not null

    union all

    select bulan, kode, 'JENIS_KELAMIN', jenis_kelamin, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-01', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'KECAMATAN', kode_kecamatan, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-04', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'DESA', kode_desa, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-04', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'SEKTOR', sektor, id_peserta, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode = 'SEK-01' and is_baris_pertama

    union all

    select
        orang.bulan,
        orang.kode,
        'PROGRAM',
        program.program,
        orang.id_peserta,
        case program.program
            when 'JKK' then orang.is_jkk
            when 'JKM' then orang.is_jkm
            when 'JHT' then orang.is_jht
            when 'JP' then orang.is_jp
            when 'JKP' then orang.is_jkp
        end,
        orang.is_rusak,
        orang.is_usang,
        orang.is_ada_daftar
    from orang
    cross join ref.program as program
    where orang.kode in ('PEM-01', 'PEM-02')
),

hitungan as (
    select
        bulan,
        kode,
        tingkat,
        kunci,
        case when bool_and(is_ada_daftar) then count(distinct case when is_terlindungi then id_peserta end) end::bigint
            as pembilang,
        (count(distinct id_peserta) + count(*) filter (where is_rusak))::bigint as penyebut,
        (count(*) filter (where is_rusak))::bigint as jumlah_belum_terbukti,
        bool_or(is_usang) as is_usang,
        bool_and(is_ada_daftar) as is_ada_daftar
    from baris
    group by all
),

dibawa as (
    select
        bulan,
        kode,
        tingkat,
        bool_and(is_ada_daftar) as is_ada_daftar
    from hitungan
    where kunci <> 'TIDAK_DIKETAHUI'
    group by all
),

kosong as (
    select
        dibawa.bulan,
        dibawa.kode,
        dibawa.tingkat,
        unit.kunci,
        dibawa.is_ada_daftar
    from dibawa
    inner join marts.unit as unit
        on dibawa.tingkat = unit.tingkat
    where dibawa.tingkat in ('DESA', 'KECAMATAN', 'SEKTOR', 'JENIS_KELAMIN')

    union all

    select
        dibawa.bulan,
        dibawa.kode,
        dibawa.tingkat,
        opd.kode_opd as kunci,
        dibawa.is_ada_daftar
    from dibawa
    cross join ref.opd as opd
    where dibawa.tingkat = 'OPD' and dibawa.kode = 'PEM-01'
)

select
    hitungan.bulan,
    hitungan.kode,
    hitungan.tingkat,
    hitungan.kunci,
    'persen' as satuan,
    hitungan.pembilang,
    hitungan.penyebut,
    null as basis,
    'pekerja_binaan, peserta' as sumber,
    null as sumber_penyebut,
    false as is_estimasi,
    nullif(
        concat_ws(
            '; ',
            case when not hitungan.is_ada_daftar then 'belum ada daftar peserta bulan ini' end,
            case
                when hitungan.jumlah_belum_terbukti > 0
                    then hitungan.jumlah_belum_terbukti || ' baris belum terbukti karena NIK perlu perbaikan'
            end,
            case when hitungan.is_usang then 'memuat daftar yang berumur lebih dari enam bulan' end
        ),
        ''
    ) as catatan,
    hitungan.jumlah_belum_terbukti
from hitungan
inner join dibawa
    on hitungan.bulan = dibawa.bulan and hitungan.kode = dibawa.kode and hitungan.tingkat = dibawa.tingkat

union all

select
    kosong.bulan,
    kosong.kode,
    kosong.tingkat,
    kosong.kunci,
    'persen' as satuan,
    case when kosong.is_ada_daftar then 0 end::bigint as pembilang,
    0::bigint as penyebut,
    null as basis,
    'pekerja_binaan, peserta' as sumber,
    null as sumber_penyebut,
    false as is_estimasi,
    'belum ada daftar' as catatan,
    0::bigint as jumlah_belum_terbukti
from kosong
anti join hitungan
    on kosong.bulan = hitungan.bulan
    and kosong.kode = hitungan.kode
    and kosong.tingkat = hitungan.tingkat
    and kosong.kunci = hitungan.kunci

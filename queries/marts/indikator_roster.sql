-- grain: one row per month, indicator (kode), level (tingkat) and unit (kunci): PEM-01 to PEM-04, SEK-01
-- additive over: kunci inside KECAMATAN, DESA, SEKTOR, JENIS_KELAMIN; nothing else
-- reads: staging.roster, marts.unit, ref.parameter, ref.opd, ref.program
-- why: denominator = unique persons plus the rows set aside for their NIK; numerator null without a person list of the
-- month (sources.md 5, rule 11). Village, sector and sex are taken from a person's first row, so that parts add up. Who
-- has one row in the month, nearly everyone, is counted by rows; only the others (is_berulang) need counting by person.
with berulang as (
    select
        bulan,
        kode,
        id_peserta,
        min(row(kode_opd, jenis_daftar, kode_desa_daftar, urutan_baris)) as baris_pertama
    from staging.roster
    where kode is not null and not is_rusak
    group by bulan, kode, id_peserta
    having count(*) > 1
),

orang as (
    select
        roster.bulan,
        roster.kode,
        roster.kode_opd,
        roster.unit,
        roster.subkategori,
        roster.id_peserta,
        roster.jenis_kelamin,
        roster.kode_kecamatan,
        roster.kode_desa,
        roster.sektor,
        roster.is_usang,
        roster.is_rusak,
        roster.is_ada_daftar,
        roster.is_jkk and roster.is_jkm as is_terlindungi,
        roster.is_jkk,
        roster.is_jkm,
        roster.is_jht,
        roster.is_jp,
        roster.is_jkp,
        berulang.id_peserta is not null as is_berulang,
        berulang.id_peserta is null
        or row(roster.kode_opd, roster.jenis_daftar, roster.kode_desa_daftar, roster.urutan_baris) = berulang.baris_pertama
            as is_baris_pertama
    from staging.roster as roster
    left join berulang
        on roster.bulan = berulang.bulan and roster.kode = berulang.kode and roster.id_peserta = berulang.id_peserta
    where roster.kode is not null
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
        orang.is_berulang,
        orang.is_terlindungi,
        orang.is_rusak,
        orang.is_usang,
        orang.is_ada_daftar
    from orang
    cross join ref.parameter as parameter

    union all

    select bulan, kode, 'OPD', kode_opd, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-01', 'PEM-03', 'SEK-01')

    union all

    select
        orang.bulan,
        orang.kode,
        'UNIT',
        case when unit_ganda.unit is null then orang.unit else orang.kode_opd || '/' || orang.unit end,
        orang.id_peserta,
        orang.is_berulang,
        orang.is_terlindungi,
        orang.is_rusak,
        orang.is_usang,
        orang.is_ada_daftar
    from orang
    left join unit_ganda
        on orang.unit = unit_ganda.unit
    where orang.kode in ('PEM-01', 'PEM-03', 'SEK-01') and orang.unit is not null

    union all

    select bulan, kode, 'SUBKATEGORI', subkategori, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-03', 'PEM-04') and subkategori is not null

    union all

    select bulan, kode, 'JENIS_KELAMIN', jenis_kelamin, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-01', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'KECAMATAN', kode_kecamatan, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-04', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'DESA', kode_desa, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode in ('PEM-02', 'PEM-04', 'SEK-01') and is_baris_pertama

    union all

    select bulan, kode, 'SEKTOR', sektor, id_peserta, is_berulang, is_terlindungi, is_rusak, is_usang, is_ada_daftar
    from orang
    where kode = 'SEK-01' and is_baris_pertama

    union all

    select
        orang.bulan,
        orang.kode,
        'PROGRAM',
        program.program,
        orang.id_peserta,
        orang.is_berulang,
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
        case
            when bool_and(is_ada_daftar)
                then count(*) filter (where is_terlindungi and not is_berulang and not is_rusak)
                    + count(distinct case when is_terlindungi and is_berulang then id_peserta end)
        end::bigint as pembilang,
        (count(*) filter (where not is_berulang) + count(distinct case when is_berulang then id_peserta end))::bigint
            as penyebut,
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

-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: RNT-02
-- additive over: kunci inside KECAMATAN, DESA and JENIS_KELAMIN; not inside SUMBER_DANA or SUBKATEGORI, not bulan
-- reads: staging.penerima, staging.penerima_orang, marts.unit, ref.parameter
-- why: unique persons of the month; one with two payers counts in each SUMBER_DANA and once in the total (sources.md 5,
-- rule 14). A level has a row for every known unit in the months in which the lists fill it.
with jumlah as (
    select
        orang.bulan,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        count(*) as pembilang
    from staging.penerima_orang as orang
    cross join ref.parameter as parameter
    group by orang.bulan, parameter.kode
    union all
    select bulan, 'KECAMATAN' as tingkat, kode_kecamatan as kunci, count(*) as pembilang
    from staging.penerima_orang
    group by bulan, kode_kecamatan
    union all
    select bulan, 'DESA' as tingkat, kode_desa as kunci, count(*) as pembilang
    from staging.penerima_orang
    group by bulan, kode_desa
    union all
    select bulan, 'JENIS_KELAMIN' as tingkat, jenis_kelamin as kunci, count(*) as pembilang
    from staging.penerima_orang
    group by bulan, jenis_kelamin
    union all
    select bulan, 'SUMBER_DANA' as tingkat, sumber_dana as kunci, count(distinct id_peserta) as pembilang
    from staging.penerima
    group by bulan, sumber_dana
    union all
    select bulan, 'SUBKATEGORI' as tingkat, kategori as kunci, count(distinct id_peserta) as pembilang
    from staging.penerima
    where kategori is not null
    group by bulan, kategori
),

terisi as (
    select distinct bulan, tingkat
    from jumlah
    where kunci <> 'TIDAK_DIKETAHUI'
),

unit as (
    select tingkat, kunci
    from marts.unit
    where tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'JENIS_KELAMIN')
    union
    select tingkat, kunci
    from jumlah
    where tingkat in ('SUMBER_DANA', 'SUBKATEGORI')
),

baris as (
    select terisi.bulan, terisi.tingkat, unit.kunci
    from terisi
    inner join unit on terisi.tingkat = unit.tingkat
    union
    select jumlah.bulan, jumlah.tingkat, jumlah.kunci
    from jumlah
    inner join terisi
        on jumlah.bulan = terisi.bulan and jumlah.tingkat = terisi.tingkat
)

select
    baris.bulan,
    'RNT-02' as kode,
    baris.tingkat,
    baris.kunci,
    'orang' as satuan,
    coalesce(jumlah.pembilang, 0)::bigint as pembilang,
    null::bigint as penyebut,
    null::varchar as basis,
    'penerima_bantuan' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    null::varchar as catatan
from baris
left join jumlah
    on baris.bulan = jumlah.bulan
    and baris.tingkat = jumlah.tingkat
    and baris.kunci = jumlah.kunci

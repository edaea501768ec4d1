-- grain: one row per month, basis, level (tingkat) and unit (kunci) counted from the person list
-- additive over: kunci inside one tingkat other than PROGRAM, SUBKATEGORI, SUMBER_DANA; not bulan, not basis
-- reads: staging.bulan_peserta, marts.peserta_desa, marts.peserta_sektor, marts.peserta_kelompok, marts.peserta_pembayar, marts.peserta_subkategori, marts.peserta_program
-- why: jumlah_terdaftar is null where the level counts active people only; a level without one known unit is not carried
with hitungan as (
    select
        bulan,
        basis,
        'DESA' as tingkat,
        kode_desa as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        sum(jumlah_terdaftar)::bigint as jumlah_terdaftar
    from marts.peserta_desa
    where basis = 'DOMISILI'
    group by all

    union all

    select
        bulan,
        basis,
        'KECAMATAN' as tingkat,
        kode_kecamatan as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        sum(jumlah_terdaftar)::bigint as jumlah_terdaftar
    from marts.peserta_desa
    where basis = 'DOMISILI'
    group by all

    union all

    select
        bulan,
        basis,
        'SEGMEN' as tingkat,
        segmen as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        sum(jumlah_terdaftar)::bigint as jumlah_terdaftar
    from marts.peserta_desa
    group by all

    union all

    select
        bulan,
        basis,
        'SEKTOR' as tingkat,
        sektor as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        null::bigint as jumlah_terdaftar
    from marts.peserta_sektor
    group by all

    union all

    select
        bulan,
        basis,
        'JENIS_KELAMIN' as tingkat,
        jenis_kelamin as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        null::bigint as jumlah_terdaftar
    from marts.peserta_kelompok
    group by all

    union all

    select
        bulan,
        basis,
        'KELOMPOK_USIA' as tingkat,
        kelompok_usia as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif,
        null::bigint as jumlah_terdaftar
    from marts.peserta_kelompok
    group by all
),

dibawa as (
    select distinct
        bulan,
        basis,
        tingkat
    from hitungan
    where kunci <> 'TIDAK_DIKETAHUI'
)

select
    hitungan.bulan,
    hitungan.basis,
    hitungan.tingkat,
    hitungan.kunci,
    hitungan.jumlah_aktif,
    hitungan.jumlah_terdaftar
from hitungan
inner join dibawa
    on hitungan.bulan = dibawa.bulan and hitungan.basis = dibawa.basis and hitungan.tingkat = dibawa.tingkat

union all

select
    daftar.bulan,
    basis.basis,
    'KABUPATEN' as tingkat,
    'KABUPATEN' as kunci,
    coalesce(sum(desa.jumlah_aktif), 0)::bigint as jumlah_aktif,
    coalesce(sum(desa.jumlah_terdaftar), 0)::bigint as jumlah_terdaftar
from staging.bulan_peserta as daftar
cross join (select 'DOMISILI' as basis union all select 'TEMPAT_KERJA' as basis) as basis
left join marts.peserta_desa as desa
    on daftar.bulan = desa.bulan and basis.basis = desa.basis
group by all

union all

select
    bulan,
    basis,
    'SUMBER_DANA' as tingkat,
    pembayar as kunci,
    jumlah_aktif,
    jumlah_terdaftar
from marts.peserta_pembayar

union all

select
    bulan,
    basis,
    'SUBKATEGORI' as tingkat,
    subkategori as kunci,
    jumlah_aktif,
    jumlah_terdaftar
from marts.peserta_subkategori

union all

select
    bulan,
    basis,
    'PROGRAM' as tingkat,
    program as kunci,
    jumlah_aktif,
    null::bigint as jumlah_terdaftar
from marts.peserta_program
where jumlah_aktif > 0

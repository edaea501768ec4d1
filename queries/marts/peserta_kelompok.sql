-- grain: one row per month, basis, kecamatan, segment, sex and age group; from person lists only
-- per: bulan
-- additive over: kode_kecamatan, segmen, jenis_kelamin, kelompok_usia; not bulan, not basis
-- reads: staging.peserta_pilihan
select
    bulan,
    'DOMISILI' as basis,
    kode_kecamatan,
    segmen,
    jenis_kelamin,
    kelompok_usia,
    count(*)::bigint as jumlah_aktif
from staging.peserta_pilihan
where is_domisili and is_aktif
group by all

union all

select
    bulan,
    'TEMPAT_KERJA' as basis,
    kode_kecamatan,
    segmen,
    jenis_kelamin,
    kelompok_usia,
    count(*)::bigint as jumlah_aktif
from staging.peserta_pilihan
where is_tempat_kerja and is_aktif
group by all

-- grain: one row per month, basis, kecamatan, segment, sex and age group; from person lists only
-- per: bulan
-- additive over: kode_kecamatan, segmen, jenis_kelamin, kelompok_usia; not bulan, not basis
-- reads: staging.peserta_pilihan, staging.tempat
with hitungan as (
    select
        bulan,
        coalesce(kode_desa, '') as kode_asal,
        segmen,
        coalesce(jenis_kelamin, 'TIDAK_DIKETAHUI') as jenis_kelamin,
        coalesce(kelompok_usia, 'TIDAK_DIKETAHUI') as kelompok_usia,
        count(*) filter (where is_domisili and is_aktif) as aktif_domisili,
        count(*) filter (where is_tempat_kerja and is_aktif) as aktif_tempat_kerja
    from staging.peserta_pilihan
    group by all
)

select
    hitungan.bulan,
    'DOMISILI' as basis,
    tempat.kode_kecamatan,
    hitungan.segmen,
    hitungan.jenis_kelamin,
    hitungan.kelompok_usia,
    sum(hitungan.aktif_domisili)::bigint as jumlah_aktif
from hitungan
inner join staging.tempat as tempat
    on hitungan.kode_asal = tempat.kode_asal
where hitungan.aktif_domisili > 0
group by all

union all

select
    hitungan.bulan,
    'TEMPAT_KERJA' as basis,
    tempat.kode_kecamatan,
    hitungan.segmen,
    hitungan.jenis_kelamin,
    hitungan.kelompok_usia,
    sum(hitungan.aktif_tempat_kerja)::bigint as jumlah_aktif
from hitungan
inner join staging.tempat as tempat
    on hitungan.kode_asal = tempat.kode_asal
where hitungan.aktif_tempat_kerja > 0
group by all

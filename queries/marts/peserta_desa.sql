-- grain: one row per month, basis, village and segment; from person lists only
-- per: bulan
-- additive over: basis never, bulan never; kode_kecamatan, kode_desa, segmen (rule 4: one row per person)
-- reads: staging.peserta_pilihan, staging.tempat
with hitungan as (
    select
        bulan,
        coalesce(kode_desa, '') as kode_asal,
        segmen,
        count(*) filter (where is_domisili and is_aktif) as aktif_domisili,
        count(*) filter (where is_domisili) as terdaftar_domisili,
        count(*) filter (where is_tempat_kerja and is_aktif) as aktif_tempat_kerja,
        count(*) filter (where is_tempat_kerja) as terdaftar_tempat_kerja
    from staging.peserta_pilihan
    group by all
)

select
    hitungan.bulan,
    'DOMISILI' as basis,
    tempat.kode_kecamatan,
    tempat.kode_desa,
    hitungan.segmen,
    sum(hitungan.aktif_domisili)::bigint as jumlah_aktif,
    sum(hitungan.terdaftar_domisili)::bigint as jumlah_terdaftar
from hitungan
inner join staging.tempat as tempat
    on hitungan.kode_asal = tempat.kode_asal
where hitungan.terdaftar_domisili > 0
group by all

union all

select
    hitungan.bulan,
    'TEMPAT_KERJA' as basis,
    tempat.kode_kecamatan,
    tempat.kode_desa,
    hitungan.segmen,
    sum(hitungan.aktif_tempat_kerja)::bigint as jumlah_aktif,
    sum(hitungan.terdaftar_tempat_kerja)::bigint as jumlah_terdaftar
from hitungan
inner join staging.tempat as tempat
    on hitungan.kode_asal = tempat.kode_asal
where hitungan.terdaftar_tempat_kerja > 0
group by all

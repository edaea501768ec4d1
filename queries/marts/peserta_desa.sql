-- grain: one row per month, basis, village and segment; from person lists only
-- per: bulan
-- additive over: basis never, bulan never; kode_kecamatan, kode_desa, segmen (rule 4: one row per person)
-- reads: staging.peserta_pilihan
select
    bulan,
    'DOMISILI' as basis,
    kode_kecamatan,
    kode_desa,
    segmen,
    count(*) filter (where is_aktif)::bigint as jumlah_aktif,
    count(*)::bigint as jumlah_terdaftar
from staging.peserta_pilihan
where is_domisili
group by all

union all

select
    bulan,
    'TEMPAT_KERJA' as basis,
    kode_kecamatan,
    kode_desa,
    segmen,
    count(*) filter (where is_aktif)::bigint as jumlah_aktif,
    count(*)::bigint as jumlah_terdaftar
from staging.peserta_pilihan
where is_tempat_kerja
group by all

-- grain: one row per village of the regency, by name of kecamatan and village
-- additive over: -
-- reads: marts.wilayah
-- params: -
select
    kode_desa,
    nama_desa,
    kode_kecamatan,
    nama_kecamatan,
    jenis
from marts.wilayah
order by nama_kecamatan, kode_kecamatan, nama_desa, kode_desa

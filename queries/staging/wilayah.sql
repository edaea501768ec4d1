-- grain: one row per village (desa, kelurahan, kampung) of the regency
-- reads: raw.wilayah
select
    kode_desa,
    nama_desa,
    jenis,
    kode_kecamatan,
    nama_kecamatan
from raw.wilayah

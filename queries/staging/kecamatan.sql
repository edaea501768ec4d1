-- grain: one row per kecamatan of the regency
-- reads: raw.wilayah
select
    kode_kecamatan,
    min(nama_kecamatan) as nama_kecamatan
from raw.wilayah
group by kode_kecamatan

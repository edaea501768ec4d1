-- grain: one row per rule of the regency (nomor), INP 25a
-- reads: staging.regulasi
select
    nomor,
    tanggal,
    tentang,
    status,
    nama_berkas
from staging.regulasi

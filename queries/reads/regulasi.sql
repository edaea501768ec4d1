-- grain: one row per rule of the regency, newest first
-- reads: marts.regulasi
-- params: -
select
    nomor,
    tanggal,
    tentang,
    status,
    nama_berkas
from marts.regulasi
order by tanggal desc, nomor

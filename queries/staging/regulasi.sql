-- grain: one row per rule of the regency (nomor): the version loaded last
-- reads: raw.regulasi
select
    nomor,
    tanggal,
    tentang,
    status,
    isi_berkas as nama_berkas
from raw.regulasi

-- grain: one row per reporting duty (kewajiban) and period: when its report came in on paper; the version loaded last
-- reads: raw.laporan_masuk
select
    kewajiban,
    periode,
    tanggal_terima,
    nomor_surat
from raw.laporan_masuk

-- grain: one row per delivery and reason for setting rows aside
-- reads: raw.alasan
select
    id_pengiriman,
    alasan,
    jumlah
from raw.alasan

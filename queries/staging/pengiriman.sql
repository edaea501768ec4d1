-- grain: one row per delivery
-- reads: raw.pengiriman
select
    id_pengiriman,
    sumber,
    berkas,
    pengirim,
    diterima,
    dimuat_pada,
    cakupan,
    dibaca,
    dimuat,
    disisihkan,
    is_digantikan,
    is_simulasi,
    catatan
from raw.pengiriman

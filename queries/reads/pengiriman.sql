-- grain: one row per delivery, newest first
-- additive over: id_pengiriman for the row counts
-- reads: marts.pengiriman
-- params: -
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
from marts.pengiriman
order by dimuat_pada desc, id_pengiriman desc

-- grain: one row per delivery in force and reason for which rows were set aside
-- additive over: id_pengiriman; not alasan (one row may have several reasons)
-- reads: marts.alasan, marts.pengiriman
-- params: -
select
    pengiriman.sumber,
    pengiriman.berkas,
    pengiriman.diterima,
    pengiriman.disisihkan,
    alasan.id_pengiriman,
    alasan.alasan,
    alasan.jumlah
from marts.alasan as alasan
inner join marts.pengiriman as pengiriman using (id_pengiriman)
where not pengiriman.is_digantikan
order by pengiriman.dimuat_pada desc, alasan.id_pengiriman, alasan.jumlah desc, alasan.alasan

-- grain: one row per delivery of recipients in force that speaks of the month, and reason for which rows were set aside
-- additive over: id_pengiriman; not alasan (a row may have several reasons), not disisihkan over alasan
-- reads: marts.pengiriman, marts.alasan
-- params: bulan DATE
select
    pengiriman.id_pengiriman,
    pengiriman.dibaca,
    pengiriman.disisihkan,
    alasan.alasan,
    alasan.jumlah
from marts.pengiriman as pengiriman
left join marts.alasan as alasan using (id_pengiriman)
where pengiriman.sumber = 'penerima_bantuan'
    and not pengiriman.is_digantikan
    and cast(pengiriman.cakupan as varchar) like '%' || strftime($bulan::date, '%Y-%m') || '%'
order by alasan.jumlah desc nulls last, alasan.alasan, pengiriman.id_pengiriman

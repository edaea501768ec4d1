-- grain: one row per delivery and reason for setting rows aside; a row with two reasons counts in both
-- additive over: id_pengiriman, not alasan
-- reads: staging.alasan, staging.pengiriman
select
    alasan.id_pengiriman,
    pengiriman.sumber,
    alasan.alasan,
    alasan.jumlah
from staging.alasan as alasan
inner join staging.pengiriman as pengiriman
    on alasan.id_pengiriman = pengiriman.id_pengiriman

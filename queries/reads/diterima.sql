-- grain: one row per source: when its delivery for the month was received, else its latest delivery in force
-- reads: marts.pengiriman
-- params: bulan DATE
select
    sumber,
    coalesce(
        max(diterima) filter (where cast(cakupan as varchar) like '%' || strftime($bulan, '%Y-%m') || '%'),
        max(diterima)
    ) as diterima
from marts.pengiriman
where not is_digantikan
group by sumber
order by sumber

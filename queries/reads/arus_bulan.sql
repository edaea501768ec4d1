-- grain: one row per month whose flow can be counted: it and the month before have person lists
-- reads: marts.peserta_arus
-- params: -
select distinct bulan
from marts.peserta_arus
where tingkat = 'KABUPATEN'
order by bulan

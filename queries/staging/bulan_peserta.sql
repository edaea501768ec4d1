-- grain: one row per month that has a person list
-- reads: raw.peserta
select distinct bulan
from raw.peserta

-- grain: the one row that names the month of the list being counted and the month before it where that has a list too
-- per: arus
-- reads: raw.bulan_potong
select
    bulan,
    bulan_lalu
from raw.bulan_potong

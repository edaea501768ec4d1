-- grain: one row per month that the pages offer, newest first: months with data up to the newest one of the build
-- reads: marts.indikator, marts.info
-- params: -
select distinct indikator.bulan
from marts.indikator as indikator
cross join marts.info as info
where indikator.bulan <= info.bulan_terakhir
    and indikator.tingkat = 'KABUPATEN'
order by indikator.bulan desc

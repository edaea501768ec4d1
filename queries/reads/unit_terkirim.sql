-- grain: one row per unit (OPD or village code) for which a budget delivery of the year is in force
-- why: a unit that delivered nothing has no known budget, which is not the same as a budget of 0
-- reads: marts.pengiriman
-- params: tahun VARCHAR
with bagian as (
    select unnest(string_split(cakupan, '; ')) as cakupan
    from marts.pengiriman
    where sumber = 'anggaran'
        and not is_digantikan
)

select distinct split_part(cakupan, '|', 4) as kode_unit
from bagian
where split_part(cakupan, '|', 1) = $tahun
order by kode_unit

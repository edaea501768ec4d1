-- grain: one row per office, in the profile's order
-- reads: marts.opd
-- params: -
select
    kode_opd,
    nama_opd
from marts.opd
order by urutan, kode_opd

-- grain: one row per indicator, level, unit and date of the series in force
-- reads: marts.target
-- params: -
select
    kode_indikator,
    tingkat,
    kunci,
    tanggal,
    nilai,
    seri,
    dasar
from marts.target
order by kode_indikator, tingkat, kunci, tanggal

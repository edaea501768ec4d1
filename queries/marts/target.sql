-- grain: one row per indicator, level, unit and date of the series in force
-- reads: staging.target
select
    kode_indikator,
    tingkat,
    kunci,
    tanggal,
    nilai,
    seri,
    dasar
from staging.target

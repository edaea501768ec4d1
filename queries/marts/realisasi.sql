-- grain: one row per month, lingkup, unit (OPD or village) and funding source: spending of the month on counted lines
-- additive over: all, also bulan
-- reads: staging.realisasi_dihitung
select
    bulan,
    lingkup,
    kode_unit,
    sumber_dana,
    sum(rp_dihitung)::bigint as rp_realisasi
from staging.realisasi_dihitung
where porsi_dihitung > 0
group by all

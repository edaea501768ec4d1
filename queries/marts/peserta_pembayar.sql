-- grain: one row per month, basis and payer; from person lists only; a row without a payer is left out (rule 20)
-- per: bulan
-- additive over: pembayar (of those with one); not bulan, not basis
-- reads: staging.peserta_pilihan
select
    bulan,
    'DOMISILI' as basis,
    pembayar,
    count(*) filter (where is_aktif)::bigint as jumlah_aktif,
    count(*)::bigint as jumlah_terdaftar
from staging.peserta_pilihan
where is_domisili and pembayar is not null
group by all

union all

select
    bulan,
    'TEMPAT_KERJA' as basis,
    pembayar,
    count(*) filter (where is_aktif)::bigint as jumlah_aktif,
    count(*)::bigint as jumlah_terdaftar
from staging.peserta_pilihan
where is_tempat_kerja and pembayar is not null
group by all

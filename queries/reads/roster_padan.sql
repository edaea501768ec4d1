-- grain: one row per kind of roster in force at the end of the month
-- additive over: jenis_daftar
-- reads: marts.roster
-- params: bulan DATE
--
-- jumlah_tidak_padan is null where there is no person list of the month to match with.
select
    jenis_daftar,
    count(distinct kode_opd)::bigint as jumlah_opd,
    sum(jumlah_orang)::bigint as jumlah_orang,
    sum(jumlah_tidak_padan)::bigint as jumlah_tidak_padan,
    sum(jumlah_perlu_perbaikan)::bigint as jumlah_perlu_perbaikan,
    count(*) filter (where is_usang)::bigint as jumlah_usang
from marts.roster
where bulan = $bulan
group by all
order by jenis_daftar

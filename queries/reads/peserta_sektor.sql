-- grain: one row per sector: active participants of one segment (person lists only)
-- additive over: sektor
-- reads: marts.peserta_sektor
-- params: bulan DATE, basis VARCHAR, segmen VARCHAR
select
    sektor,
    sum(jumlah_aktif)::bigint as jumlah_aktif
from marts.peserta_sektor
where bulan = $bulan
    and basis = $basis
    and segmen = $segmen
group by sektor
order by jumlah_aktif desc, sektor

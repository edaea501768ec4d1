-- grain: one row per funding source: recipients of the month and how many of them carry the number of a decree
-- additive over: nothing (one person may have two payers)
-- reads: marts.penerima_penetapan
-- params: bulan DATE, wilayah VARCHAR, opd VARCHAR
--
-- Empty wilayah or opd means all. wilayah is a kecamatan or a village code.
select
    sumber_dana,
    is_wajib,
    sum(jumlah_orang)::bigint as jumlah_orang,
    sum(jumlah_bernomor)::bigint as jumlah_bernomor
from marts.penerima_penetapan
where bulan = $bulan
    and ($wilayah = '' or kode_kecamatan = $wilayah or kode_desa = $wilayah)
    and ($opd = '' or kode_opd = $opd)
group by all
order by is_wajib desc, jumlah_orang desc, sumber_dana

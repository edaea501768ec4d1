-- grain: one row per month and funding source
-- additive over: sumber_dana for rupiah; not for people (one person may have two payers), not bulan
-- reads: marts.penerima
-- params: wilayah VARCHAR, opd VARCHAR
select
    bulan,
    sumber_dana,
    sum(jumlah_orang)::bigint as jumlah_orang,
    sum(rp_iuran)::bigint as rp_iuran
from marts.penerima
where ($wilayah = '' or kode_kecamatan = $wilayah or kode_desa = $wilayah)
    and ($opd = '' or kode_opd = $opd)
group by all
order by bulan, sumber_dana

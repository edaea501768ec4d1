-- grain: one row per village (TIDAK_DIKETAHUI = the village is not known): active participants of one segment, or of all
-- with segmen '' (person lists only)
-- additive over: kode_desa
-- reads: marts.peserta_desa
-- params: bulan DATE, basis VARCHAR, segmen VARCHAR
select
    kode_kecamatan,
    kode_desa,
    sum(jumlah_aktif)::bigint as jumlah_aktif,
    sum(jumlah_terdaftar)::bigint as jumlah_terdaftar
from marts.peserta_desa
where bulan = $bulan
    and basis = $basis
    and ($segmen = '' or segmen = $segmen)
group by
    kode_kecamatan,
    kode_desa
order by
    kode_kecamatan,
    kode_desa

-- grain: one row per month, village, sex, age group and disability of recipients
-- additive over: all but bulan for people (a person counts once, whoever pays); rp_iuran over all
-- reads: staging.penerima_orang
select
    bulan,
    kode_kecamatan,
    kode_desa,
    jenis_kelamin,
    kelompok_usia,
    disabilitas,
    count(*)::bigint as jumlah_orang,
    sum(rp_iuran)::bigint as rp_iuran
from staging.penerima_orang
group by all

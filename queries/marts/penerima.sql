-- grain: one row per month, funding source, office, village, sex, age group, disability and category of recipients
-- additive over: rp_iuran over all; jumlah_orang inside one sumber_dana and kode_opd only (one person may have two payers)
-- reads: staging.penerima
select
    bulan,
    sumber_dana,
    kode_opd,
    kode_kecamatan,
    kode_desa,
    jenis_kelamin,
    kelompok_usia,
    disabilitas,
    coalesce(kategori, 'TIDAK_DIKETAHUI') as kategori,
    count(distinct id_peserta)::bigint as jumlah_orang,
    sum(rp_iuran)::bigint as rp_iuran
from staging.penerima
group by all

-- grain: one row per year, lingkup, account and reason of budget lines that do not count as contributions
-- additive over: tahun, lingkup, kode_rekening, sebab
-- reads: marts.anggaran_tidak_dihitung
-- params: -
select
    tahun,
    lingkup,
    kode_rekening,
    nama_rekening,
    sebab,
    jumlah_baris,
    rp_pagu
from marts.anggaran_tidak_dihitung
order by tahun desc, rp_pagu desc, kode_rekening

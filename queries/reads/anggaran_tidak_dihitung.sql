-- grain: one row per year, lingkup, account and reason of budget lines that do not count as contributions
-- additive over: tahun, lingkup, kode_rekening, sebab
-- reads: marts.anggaran_tidak_dihitung
-- params: -
--
-- Of each unit the stage in force at the end of the newest month with data.
select
    tahun,
    lingkup,
    kode_rekening,
    max(nama_rekening) as nama_rekening,
    sebab,
    sum(jumlah_baris)::bigint as jumlah_baris,
    sum(rp_pagu)::bigint as rp_pagu
from marts.anggaran_tidak_dihitung
where is_terkini
group by tahun, lingkup, kode_rekening, sebab
order by tahun desc, rp_pagu desc, kode_rekening

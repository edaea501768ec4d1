-- grain: one row per month and basis with a recap: its total beside the list's, and the official figures of BPJS TK
-- additive over: nothing
-- reads: staging.rekap, marts.tingkat_rekap, marts.tingkat_daftar
-- why: penyebut_resmi and persen_resmi are shown beside ours and compared, never used (sources.md 5, rule 6)
with resmi as (
    select
        bulan,
        basis,
        max(penyebut_resmi) as penyebut_resmi,
        max(persen_resmi) as persen_resmi
    from staging.rekap
    where ukuran_segmen = 0 and ukuran_sektor = 0 and ukuran_wilayah = 0 and program is null
    group by bulan, basis
)

select
    rekap.bulan,
    rekap.basis,
    rekap.jumlah_aktif as jumlah_aktif_rekap,
    daftar.jumlah_aktif as jumlah_aktif_daftar,
    resmi.penyebut_resmi,
    resmi.persen_resmi
from marts.tingkat_rekap as rekap
left join marts.tingkat_daftar as daftar
    on rekap.bulan = daftar.bulan and rekap.basis = daftar.basis and daftar.tingkat = 'KABUPATEN'
left join resmi
    on rekap.bulan = resmi.bulan and rekap.basis = resmi.basis
where rekap.tingkat = 'KABUPATEN'

-- grain: one row per month and basis in which a recap stands beside a list or an official percentage
-- additive over: nothing
-- reads: marts.rekap_resmi
-- params: -
select
    bulan,
    basis,
    jumlah_aktif_rekap,
    jumlah_aktif_daftar,
    penyebut_resmi,
    persen_resmi
from marts.rekap_resmi
order by bulan desc, basis

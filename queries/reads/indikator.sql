-- grain: one row per month, indicator, level, unit and satuan
-- reads: marts.indikator
-- params: kode VARCHAR[], dari DATE, sampai DATE
select
    bulan,
    kode,
    tingkat,
    kunci,
    satuan,
    pembilang,
    penyebut,
    basis,
    sumber,
    sumber_penyebut,
    is_estimasi,
    catatan,
    jumlah_belum_terbukti
from marts.indikator
where kode = any($kode) and bulan between $dari and $sampai
order by bulan, kode, tingkat, kunci, satuan

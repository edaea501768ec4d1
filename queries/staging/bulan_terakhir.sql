-- grain: one row: the newest month that a monthly delivery speaks of; null when there is none
-- reads: staging.bulan_peserta, raw.rekap_bpjs, raw.pemberi_kerja, raw.penerima_bantuan, raw.realisasi
select max(bulan) as bulan
from (
    select max(bulan) as bulan from staging.bulan_peserta
    union all
    select max(bulan) as bulan from raw.rekap_bpjs
    union all
    select max(bulan) as bulan from raw.pemberi_kerja
    union all
    select max(bulan) as bulan from raw.penerima_bantuan
    union all
    select max(bulan) as bulan from raw.realisasi
) as sumber

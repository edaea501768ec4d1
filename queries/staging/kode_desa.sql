-- grain: one row per source and village code delivered, of this regency or another
-- reads: raw.peserta, raw.rekap_bpjs, raw.penerima_bantuan, raw.pekerja_binaan, raw.pemberi_kerja
select
    'peserta' as sumber,
    kode_desa,
    count(*) as jumlah_baris
from raw.peserta
where kode_desa is not null
group by all

union all

select
    'rekap_bpjs' as sumber,
    kode_desa,
    count(*) as jumlah_baris
from raw.rekap_bpjs
where length(kode_desa) = 13
group by all

union all

select
    'penerima_bantuan' as sumber,
    kode_desa,
    count(*) as jumlah_baris
from raw.penerima_bantuan
where kode_desa is not null
group by all

union all

select
    'pekerja_binaan' as sumber,
    kode_desa,
    count(*) as jumlah_baris
from raw.pekerja_binaan
where kode_desa is not null
group by all

union all

select
    'pemberi_kerja' as sumber,
    kode_desa,
    count(*) as jumlah_baris
from raw.pemberi_kerja
where kode_desa is not null
group by all

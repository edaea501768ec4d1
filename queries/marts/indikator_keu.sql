-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: KEU-01, KEU-02
-- additive over: kunci inside one tingkat other than CARA_PENGANGGARAN; not bulan
-- reads: marts.serapan, marts.penganggaran
select
    bulan,
    'KEU-01' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    rp_realisasi as pembilang,
    rp_pagu as penyebut,
    null::varchar as basis,
    'anggaran, realisasi' as sumber,
    null::varchar as sumber_penyebut,
    is_estimasi,
    catatan
from marts.serapan

union all

select
    bulan,
    'KEU-02' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_berpagu as pembilang,
    jumlah_unit as penyebut,
    null::varchar as basis,
    'anggaran' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    null::varchar as catatan
from marts.penganggaran

-- grain: one row per month, funding source, paying office and village of recipients
-- additive over: kode_opd, kode_kecamatan, kode_desa; not sumber_dana (one person may have two payers), not bulan
-- reads: staging.penerima, ref.penetapan_wajib
-- why: of a source on the profile's list penetapan.wajib every recipient is named in a decree (BRU 19(1)); jumlah_bernomor
-- are those whose list row carries its number. Of other sources a number is welcome and its lack no finding.
select
    penerima.bulan,
    penerima.sumber_dana,
    penerima.kode_opd,
    penerima.kode_kecamatan,
    penerima.kode_desa,
    wajib.sumber_dana is not null as is_wajib,
    count(distinct penerima.id_peserta)::bigint as jumlah_orang,
    (count(distinct case when penerima.is_bernomor then penerima.id_peserta end))::bigint as jumlah_bernomor
from staging.penerima as penerima
left join ref.penetapan_wajib as wajib
    on penerima.sumber_dana = wajib.sumber_dana
group by all

-- grain: one row per delivery of a monthly source, part of it (basis, office, village, funding source; '' = one part) and
-- month; also of deliveries replaced since, because what came first counts
-- reads: staging.pengiriman
-- why: the cakupan of these sources is the month and then the part (sources.md 3)
with cakupan as (
    select
        sumber,
        pengirim,
        diterima,
        dimuat_pada,
        unnest(string_split(cakupan, '; ')) as cakupan
    from staging.pengiriman
    where sumber in ('rekap_bpjs', 'peserta', 'pemberi_kerja', 'penerima_bantuan', 'realisasi')
)

select
    sumber,
    substr(cakupan, 9) as bagian,
    cast(left(cakupan, 7) || '-01' as date) as bulan,
    pengirim,
    diterima,
    dimuat_pada
from cakupan
where length(cakupan) >= 7

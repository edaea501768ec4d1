-- grain: one row per reporting duty and period: REKAP_BULANAN, from the first to the newest month with data
-- additive over: nothing
-- reads: staging.bagian_bulanan, staging.bulan_peserta, staging.rekap, staging.bulan_terakhir, ref.bulan, ref.jatuh_tempo
-- why: BRU 22 and sources.md 5, rule 22: met by the first recap or person list received for the month, also one that was
-- replaced since. BELUM = nothing received for the month.
with awal as (
    select min(bulan) as bulan
    from (
        select min(bulan) as bulan from staging.bulan_peserta
        union all
        select min(bulan) as bulan from staging.rekap
    ) as sumber
),

terima as (
    select
        bulan,
        min(diterima) as tanggal_terima
    from staging.bagian_bulanan
    where sumber in ('rekap_bpjs', 'peserta')
    group by bulan
)

select
    'REKAP_BULANAN' as kewajiban,
    strftime(bulan.bulan, '%Y-%m') as periode,
    tempo.jatuh_tempo,
    terima.tanggal_terima,
    case
        when terima.tanggal_terima is null then 'BELUM'
        when terima.tanggal_terima <= tempo.jatuh_tempo then 'TEPAT'
        else 'TERLAMBAT'
    end as status
from ref.bulan as bulan
inner join ref.jatuh_tempo as tempo
    on bulan.bulan = tempo.bulan
cross join awal
cross join staging.bulan_terakhir as terakhir
left join terima
    on bulan.bulan = terima.bulan
where bulan.bulan between awal.bulan and terakhir.bulan

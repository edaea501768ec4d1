-- grain: one row per monthly source, part of it (as in staging.bagian_bulanan) and month, from the first month that was
-- delivered for the part to the newest month with data: what is due, when it is due, when it first came
-- additive over: nothing
-- reads: staging.bagian_bulanan, staging.bulan_terakhir, ref.jatuh_tempo
-- why: who sends once is expected to send every month. Only the recap is a legal duty (BRU 22; marts.kewajiban says whether
-- it was met, also by a person list); the others are expected on the same day. BELUM = nothing received for the month.
with bagian as (
    select
        sumber,
        bagian,
        min(bulan) as bulan_awal,
        arg_max(pengirim, dimuat_pada) filter (where pengirim is not null) as pengirim
    from staging.bagian_bulanan
    group by sumber, bagian
),

terima as (
    select
        sumber,
        bagian,
        bulan,
        min(diterima) as tanggal_terima
    from staging.bagian_bulanan
    group by sumber, bagian, bulan
)

select
    bagian.sumber,
    bagian.bagian,
    tempo.bulan,
    bagian.pengirim,
    case when bagian.sumber = 'rekap_bpjs' then 'WAJIB' else 'DIHARAPKAN' end as sifat,
    tempo.jatuh_tempo,
    terima.tanggal_terima,
    case
        when terima.tanggal_terima is null then 'BELUM'
        when terima.tanggal_terima <= tempo.jatuh_tempo then 'TEPAT'
        else 'TERLAMBAT'
    end as status
from bagian
inner join ref.jatuh_tempo as tempo
    on bagian.bulan_awal <= tempo.bulan
inner join staging.bulan_terakhir as terakhir
    on tempo.bulan <= terakhir.bulan
left join terima
    on bagian.sumber = terima.sumber
    and bagian.bagian = terima.bagian
    and tempo.bulan = terima.bulan

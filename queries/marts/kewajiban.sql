-- grain: one row per reporting duty (kewajiban) and period
-- additive over: nothing
-- reads: staging.bagian_bulanan, staging.bulan_peserta, staging.rekap, staging.bulan_terakhir, staging.laporan_masuk,
-- ref.bulan, ref.jatuh_tempo, ref.lapor
-- why: sources.md 5, rule 22, over the periods that end within the months from the first to the newest with data.
-- REKAP_BULANAN (BRU 22) is met by the first recap or person list received for the month, also one that was replaced
-- since, or by the letter, whichever came first. PENGAWASAN_3BULAN (LTM 21(1)) is a gap between reports: due so many
-- months after the last report of an earlier quarter, and at the end of the quarter as long as none has come. SEMESTER
-- (BRU 30, LTM 21(3)) is due some days after its end. BELUM = nothing received. Only what the regency's own regulation
-- names counts in TKL-01 (is_dihitung).
with awal as (
    select min(bulan) as bulan
    from (
        select min(bulan) as bulan from staging.bulan_peserta
        union all
        select min(bulan) as bulan from staging.rekap
    ) as sumber
),

rentang as (
    select bulan.bulan
    from ref.bulan as bulan
    cross join awal
    cross join staging.bulan_terakhir as terakhir
    where bulan.bulan between awal.bulan and terakhir.bulan
),

terima as (
    select
        bulan,
        min(diterima) as tanggal_terima
    from staging.bagian_bulanan
    where sumber in ('rekap_bpjs', 'peserta')
    group by bulan
),

rekap as (
    select
        'REKAP_BULANAN' as kewajiban,
        strftime(rentang.bulan, '%Y-%m') as periode,
        tempo.jatuh_tempo,
        least(coalesce(terima.tanggal_terima, surat.tanggal_terima), coalesce(surat.tanggal_terima, terima.tanggal_terima))
            as tanggal_terima,
        surat.nomor_surat
    from rentang
    inner join ref.jatuh_tempo as tempo
        on rentang.bulan = tempo.bulan
    left join terima
        on rentang.bulan = terima.bulan
    left join staging.laporan_masuk as surat
        on surat.kewajiban = 'REKAP_BULANAN'
        and strftime(rentang.bulan, '%Y-%m') = surat.periode
),

triwulan as (
    select
        rentang.bulan,
        year(rentang.bulan) * 4 + month(rentang.bulan) / 3 as nomor,
        concat(year(rentang.bulan), '-TW', cast(month(rentang.bulan) / 3 as integer)) as periode,
        surat.tanggal_terima,
        surat.nomor_surat
    from rentang
    left join staging.laporan_masuk as surat
        on surat.kewajiban = 'PENGAWASAN_3BULAN'
        and concat(year(rentang.bulan), '-TW', cast(month(rentang.bulan) / 3 as integer)) = surat.periode
    where month(rentang.bulan) in (3, 6, 9, 12)
),

urut as (
    select
        bulan,
        nomor,
        periode,
        tanggal_terima,
        nomor_surat,
        max(case when tanggal_terima is not null then nomor end) over (
            order by nomor rows between unbounded preceding and 1 preceding
        ) as nomor_lalu
    from triwulan
),

pengawasan as (
    select
        'PENGAWASAN_3BULAN' as kewajiban,
        urut.periode,
        coalesce(
            cast(lalu.tanggal_terima + to_months(cast(lapor.jarak_bulan * (urut.nomor - lalu.nomor) as integer)) as date),
            last_day(urut.bulan)
        ) as jatuh_tempo,
        urut.tanggal_terima,
        urut.nomor_surat
    from urut
    inner join ref.lapor as lapor
        on lapor.kewajiban = 'PENGAWASAN_3BULAN'
    left join urut as lalu
        on urut.nomor_lalu = lalu.nomor
),

semester as (
    select
        'SEMESTER' as kewajiban,
        concat(year(rentang.bulan), '-', case when month(rentang.bulan) = 6 then '1' else '2' end) as periode,
        cast(last_day(rentang.bulan) + to_days(cast(lapor.hari_tenggang as integer)) as date) as jatuh_tempo,
        surat.tanggal_terima,
        surat.nomor_surat
    from rentang
    inner join ref.lapor as lapor
        on lapor.kewajiban = 'SEMESTER'
    left join staging.laporan_masuk as surat
        on surat.kewajiban = 'SEMESTER'
        and concat(year(rentang.bulan), '-', case when month(rentang.bulan) = 6 then '1' else '2' end) = surat.periode
    where month(rentang.bulan) in (6, 12)
),

semua as (
    select kewajiban, periode, jatuh_tempo, tanggal_terima, nomor_surat from rekap
    union all
    select kewajiban, periode, jatuh_tempo, tanggal_terima, nomor_surat from pengawasan
    union all
    select kewajiban, periode, jatuh_tempo, tanggal_terima, nomor_surat from semester
)

select
    semua.kewajiban,
    semua.periode,
    semua.jatuh_tempo,
    semua.tanggal_terima,
    semua.nomor_surat,
    case
        when semua.tanggal_terima is null then 'BELUM'
        when semua.tanggal_terima <= semua.jatuh_tempo then 'TEPAT'
        else 'TERLAMBAT'
    end as status,
    lapor.is_dihitung
from semua
inner join ref.lapor as lapor
    on semua.kewajiban = lapor.kewajiban

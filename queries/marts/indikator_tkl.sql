-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: TKL-01
-- additive over: bulan
-- reads: marts.kewajiban, ref.bulan, ref.lapor, ref.parameter
-- why: a duty stands in the month in which it is due. Only those that the regency's own regulation names count (sources.md
-- 5, rule 22); a month in which none of them is due has 0 of 0, so that a semester is not taken for incomplete.
with dihitung as (
    select
        date_trunc('month', jatuh_tempo)::date as bulan,
        status
    from marts.kewajiban
    where is_dihitung
),

bulan as (
    select bulan from ref.bulan
    union
    select bulan from dihitung
)

select
    bulan.bulan,
    'TKL-01' as kode,
    'KABUPATEN' as tingkat,
    parameter.kode as kunci,
    'persen' as satuan,
    count(dihitung.status) filter (where dihitung.status = 'TEPAT') as pembilang,
    count(dihitung.status) as penyebut,
    null::varchar as basis,
    'rekap_bpjs, peserta, laporan_masuk' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    null::varchar as catatan
from bulan
cross join ref.parameter as parameter
left join dihitung
    on bulan.bulan = dihitung.bulan
where exists (select 1 from dihitung as satu)
group by bulan.bulan, parameter.kode

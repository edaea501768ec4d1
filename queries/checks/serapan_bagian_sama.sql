-- returns: months in which ceiling or spending by lingkup, by unit or by funding source do not add up to the regency's;
-- expect none
-- pesan: pagu atau realisasi menurut lingkup, unit, atau sumber dana tidak berjumlah sama dengan kabupaten
with jumlah as (
    select
        bulan,
        case when tingkat in ('OPD', 'DESA') then 'UNIT' else tingkat end as tingkat,
        coalesce(sum(rp_pagu), 0) as rp_pagu,
        coalesce(sum(rp_realisasi), 0) as rp_realisasi
    from marts.serapan
    group by all
)

select
    bagian.bulan,
    bagian.tingkat
from jumlah as bagian
inner join jumlah as kabupaten
    on bagian.bulan = kabupaten.bulan
    and kabupaten.tingkat = 'KABUPATEN'
where bagian.rp_pagu <> kabupaten.rp_pagu
    or bagian.rp_realisasi <> kabupaten.rp_realisasi

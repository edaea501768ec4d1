-- grain: one row per month, basis, level (tingkat: KABUPATEN, SEGMEN) and unit (kunci): who came, came back, left and
-- moved since the month before; only months whose month before has a list too, KABUPATEN always, segments that moved
-- per: arus
-- additive over: kunci of SEGMEN for jumlah_baru, jumlah_kembali, jumlah_lepas; bulan for those three (movements, not
-- people: who leaves and comes back twice counts twice); not basis
-- reads: staging.peserta_gerak, staging.bulan_potong, ref.parameter, ref.segmen
-- why: sources.md 5, rule 23. jumlah_pindah_* are people who stay active and change segment: with them the change of each
-- segment adds up too (checks/arus_seimbang)
with hitungan as (
    select
        basis,
        gerak,
        segmen_lalu,
        segmen,
        count(*) as jumlah
    from staging.peserta_gerak
    where bulan_lalu is not null
    group by all
),

gerak as (
    select basis, 'KABUPATEN' as tingkat, null as urutan, gerak, jumlah
    from hitungan
    where gerak <> 'PINDAH'
    union all
    select basis, 'SEGMEN' as tingkat, segmen as urutan, gerak, jumlah
    from hitungan
    where gerak in ('BARU', 'KEMBALI')
    union all
    select basis, 'SEGMEN' as tingkat, segmen_lalu as urutan, gerak, jumlah
    from hitungan
    where gerak = 'LEPAS'
    union all
    select basis, 'SEGMEN' as tingkat, segmen as urutan, 'MASUK' as gerak, jumlah
    from hitungan
    where gerak = 'PINDAH'
    union all
    select basis, 'SEGMEN' as tingkat, segmen_lalu as urutan, 'KELUAR' as gerak, jumlah
    from hitungan
    where gerak = 'PINDAH'
    union all
    select 'DOMISILI' as basis, 'KABUPATEN' as tingkat, null as urutan, 'DIAM' as gerak, 0 as jumlah
    union all
    select 'TEMPAT_KERJA' as basis, 'KABUPATEN' as tingkat, null as urutan, 'DIAM' as gerak, 0 as jumlah
)

select
    bulan.bulan,
    gerak.basis,
    gerak.tingkat,
    case gerak.tingkat when 'KABUPATEN' then parameter.kode else coalesce(segmen.segmen, 'TIDAK_DIKETAHUI') end as kunci,
    sum(case when gerak.gerak = 'BARU' then gerak.jumlah else 0 end)::bigint as jumlah_baru,
    sum(case when gerak.gerak = 'KEMBALI' then gerak.jumlah else 0 end)::bigint as jumlah_kembali,
    sum(case when gerak.gerak = 'LEPAS' then gerak.jumlah else 0 end)::bigint as jumlah_lepas,
    sum(case when gerak.gerak = 'MASUK' then gerak.jumlah else 0 end)::bigint as jumlah_pindah_masuk,
    sum(case when gerak.gerak = 'KELUAR' then gerak.jumlah else 0 end)::bigint as jumlah_pindah_keluar
from gerak
cross join staging.bulan_potong as bulan
cross join ref.parameter as parameter
left join ref.segmen as segmen
    on gerak.urutan = segmen.urutan
where bulan.bulan_lalu is not null
group by all

-- grain: one row per segment and sub-category as delivered ('' = none): the segment in which the person is counted
-- reads: ref.segmen, ref.segmen_peta, ref.subkategori_segmen
-- why: a row's segment is the profile's segment of its sub-category, else that of segmen.peta (sources.md 5, rule 4); one
-- small table, so that the largest table of all is joined once
with asal as (
    select segmen as segmen_asal from ref.segmen
    union
    select segmen_asal from ref.segmen_peta
),

sub as (
    select subkategori, segmen from ref.subkategori_segmen
    union all
    select '' as subkategori, null as segmen
)

select
    asal.segmen_asal,
    sub.subkategori,
    segmen.segmen,
    segmen.urutan
from asal
cross join sub
left join ref.segmen_peta as peta
    on asal.segmen_asal = peta.segmen_asal
inner join ref.segmen as segmen
    on coalesce(sub.segmen, peta.segmen, asal.segmen_asal) = segmen.segmen

-- grain: one row per person active in the month in a basis or both: the number of the segment there (null = not in it)
-- per: bulan
-- reads: staging.peserta_pilihan
-- why: a person and two small numbers, because two months of them are joined whole. Who has one row needs no grouping,
-- and that is nearly everyone; the others may stand in each basis with another row.
select
    id_peserta,
    case when is_domisili then urutan_segmen end::smallint as segmen_domisili,
    case when is_tempat_kerja then urutan_segmen end::smallint as segmen_tempat_kerja
from staging.peserta_pilihan
where is_aktif and not is_ganda and (is_domisili or is_tempat_kerja)

union all

select
    id_peserta,
    max(case when is_domisili then urutan_segmen end)::smallint as segmen_domisili,
    max(case when is_tempat_kerja then urutan_segmen end)::smallint as segmen_tempat_kerja
from staging.peserta_pilihan
where is_aktif and is_ganda and (is_domisili or is_tempat_kerja)
group by id_peserta

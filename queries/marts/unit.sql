-- grain: one row per level (tingkat) and known unit of it: what must have a row, with 0, where the data carry the level
-- reads: staging.wilayah, staging.kecamatan, ref.sektor, ref.segmen, ref.program, ref.kelompok_usia, ref.parameter
select 'KABUPATEN' as tingkat, kode as kunci from ref.parameter
union all
select 'KECAMATAN' as tingkat, kode_kecamatan as kunci from staging.kecamatan
union all
select 'DESA' as tingkat, kode_desa as kunci from staging.wilayah
union all
select 'SEKTOR' as tingkat, sektor as kunci from ref.sektor
union all
select 'SEGMEN' as tingkat, segmen as kunci from ref.segmen
union all
select 'PROGRAM' as tingkat, program as kunci from ref.program
union all
select 'KELOMPOK_USIA' as tingkat, kelompok_usia as kunci from ref.kelompok_usia
union all
select 'JENIS_KELAMIN' as tingkat, 'L' as kunci
union all
select 'JENIS_KELAMIN' as tingkat, 'P' as kunci

-- grain: one row per person and month: the row that stands for the person in each basis, and the programmes held
-- per: bulan
-- reads: staging.peserta
-- why: sources.md 5, rule 4: active rows first, then the profile's order of segments, the lowest npp (empty last), file
-- order; an inactive person is placed by the same order. A programme counts as held when any active row holds it.
select
    bulan,
    id_peserta,
    arg_min(urutan_baris, row(not is_aktif, urutan_segmen, npp is null, npp, urutan_baris))
        filter (where is_domisili) as baris_domisili,
    arg_min(urutan_baris, row(not is_aktif, urutan_segmen, npp is null, npp, urutan_baris))
        filter (where is_tempat_kerja) as baris_tempat_kerja,
    bool_or(is_aktif and is_jkk) as is_jkk,
    bool_or(is_aktif and is_jkm) as is_jkm,
    bool_or(is_aktif and is_jht) as is_jht,
    bool_or(is_aktif and is_jp) as is_jp,
    bool_or(is_aktif and is_jkp) as is_jkp
from staging.peserta
group by bulan, id_peserta

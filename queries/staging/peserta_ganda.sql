-- grain: one row per person and month with more than one row: which of them stands in each basis, the programmes held
-- per: bulan
-- reads: staging.peserta
-- why: sources.md 5, rule 4: active rows first, then the profile's order of segments, the lowest npp (empty last), file
-- order; an inactive person is placed by the same order. A programme counts as held when any active row holds it. Most
-- people have one row, and that is theirs: only the others are ranked.
with ganda as (
    select
        bulan,
        id_peserta
    from staging.peserta
    group by bulan, id_peserta
    having count(*) > 1
)

select
    peserta.bulan,
    peserta.id_peserta,
    arg_min(
        peserta.urutan_baris,
        row(not peserta.is_aktif, peserta.urutan_segmen, peserta.npp is null, peserta.npp, peserta.urutan_baris)
    ) filter (where peserta.is_domisili) as baris_domisili,
    arg_min(
        peserta.urutan_baris,
        row(not peserta.is_aktif, peserta.urutan_segmen, peserta.npp is null, peserta.npp, peserta.urutan_baris)
    ) filter (where peserta.is_tempat_kerja) as baris_tempat_kerja,
    bool_or(peserta.is_aktif and peserta.is_jkk) as is_jkk,
    bool_or(peserta.is_aktif and peserta.is_jkm) as is_jkm,
    bool_or(peserta.is_aktif and peserta.is_jht) as is_jht,
    bool_or(peserta.is_aktif and peserta.is_jp) as is_jp,
    bool_or(peserta.is_aktif and peserta.is_jkp) as is_jkp
from staging.peserta as peserta
inner join ganda
    on peserta.bulan = ganda.bulan and peserta.id_peserta = ganda.id_peserta
group by peserta.bulan, peserta.id_peserta

-- grain: one row per month, basis and sub-category; a person stands in each sub-category held (rule 20)
-- per: bulan
-- additive over: nothing (distinct people)
-- reads: staging.peserta, staging.peserta_ganda
-- why: who has one row in the month, nearly everyone, is counted by rows; only the others need counting by person
with baris as (
    select
        peserta.bulan,
        peserta.subkategori,
        peserta.id_peserta,
        peserta.is_aktif,
        peserta.is_domisili,
        peserta.is_tempat_kerja,
        ganda.id_peserta is not null as is_ganda
    from staging.peserta as peserta
    left join staging.peserta_ganda as ganda
        on peserta.bulan = ganda.bulan and peserta.id_peserta = ganda.id_peserta
    where peserta.subkategori is not null
),

hitungan as (
    select
        bulan,
        subkategori,
        count(*) filter (where is_domisili and is_aktif) as aktif_domisili,
        count(*) filter (where is_domisili) as terdaftar_domisili,
        count(*) filter (where is_tempat_kerja and is_aktif) as aktif_tempat_kerja,
        count(*) filter (where is_tempat_kerja) as terdaftar_tempat_kerja
    from baris
    where not is_ganda
    group by bulan, subkategori

    union all

    select
        bulan,
        subkategori,
        count(distinct case when is_domisili and is_aktif then id_peserta end) as aktif_domisili,
        count(distinct case when is_domisili then id_peserta end) as terdaftar_domisili,
        count(distinct case when is_tempat_kerja and is_aktif then id_peserta end) as aktif_tempat_kerja,
        count(distinct case when is_tempat_kerja then id_peserta end) as terdaftar_tempat_kerja
    from baris
    where is_ganda
    group by bulan, subkategori
)

select
    bulan,
    'DOMISILI' as basis,
    subkategori,
    sum(aktif_domisili)::bigint as jumlah_aktif,
    sum(terdaftar_domisili)::bigint as jumlah_terdaftar
from hitungan
group by bulan, subkategori
having sum(terdaftar_domisili) > 0

union all

select
    bulan,
    'TEMPAT_KERJA' as basis,
    subkategori,
    sum(aktif_tempat_kerja)::bigint as jumlah_aktif,
    sum(terdaftar_tempat_kerja)::bigint as jumlah_terdaftar
from hitungan
group by bulan, subkategori
having sum(terdaftar_tempat_kerja) > 0

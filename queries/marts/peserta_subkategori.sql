-- grain: one row per month, basis and sub-category; a person stands in each sub-category held (rule 20)
-- per: bulan
-- additive over: nothing (distinct people)
-- reads: staging.peserta
select
    bulan,
    'DOMISILI' as basis,
    subkategori,
    count(distinct case when is_aktif then id_peserta end)::bigint as jumlah_aktif,
    count(distinct id_peserta)::bigint as jumlah_terdaftar
from staging.peserta
where is_domisili and subkategori is not null
group by bulan, subkategori

union all

select
    bulan,
    'TEMPAT_KERJA' as basis,
    subkategori,
    count(distinct case when is_aktif then id_peserta end)::bigint as jumlah_aktif,
    count(distinct id_peserta)::bigint as jumlah_terdaftar
from staging.peserta
where is_tempat_kerja and subkategori is not null
group by bulan, subkategori

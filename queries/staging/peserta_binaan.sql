-- grain: one row per month and person of any roster who stands in the person list of the month
-- per: daftar binaan
-- reads: staging.peserta
select
    bulan,
    id_peserta,
    bool_or(is_aktif) as is_aktif,
    bool_or(is_aktif and is_jkk) as is_jkk,
    bool_or(is_aktif and is_jkm) as is_jkm,
    bool_or(is_aktif and is_jht) as is_jht,
    bool_or(is_aktif and is_jp) as is_jp,
    bool_or(is_aktif and is_jkp) as is_jkp
from staging.peserta
group by bulan, id_peserta

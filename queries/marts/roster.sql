-- grain: one row per month, office, kind of roster and unit (null = none named)
-- additive over: nothing (one person may stand in several units)
-- reads: staging.roster
-- why: the counts of matching are null in a month without a person list, never 0 (sources.md 5, rule 11)
select
    bulan,
    kode_opd,
    jenis_daftar,
    unit,
    max(tanggal_data) as tanggal_data,
    (count(distinct id_peserta) + count(*) filter (where is_rusak))::bigint as jumlah_orang,
    case when bool_and(is_ada_daftar)
        then count(distinct case when is_padan then id_peserta end) end::bigint as jumlah_padan,
    case when bool_and(is_ada_daftar)
        then count(distinct case when is_jkk and is_jkm then id_peserta end) end::bigint as jumlah_terlindungi,
    case when bool_and(is_ada_daftar)
        then count(distinct case when not is_padan then id_peserta end) end::bigint as jumlah_tidak_padan,
    case when bool_and(is_ada_daftar)
        then count(distinct case when is_padan and not is_aktif then id_peserta end) end::bigint as jumlah_tidak_aktif,
    case when bool_and(is_ada_daftar)
        then count(distinct case when is_aktif and is_jkk <> is_jkm then id_peserta end) end::bigint
        as jumlah_satu_program,
    (count(*) filter (where is_rusak))::bigint as jumlah_perlu_perbaikan,
    bool_or(is_usang) as is_usang
from staging.roster
group by all

-- grain: one row per month, scale and sector of employers
-- additive over: skala, sektor; not bulan
-- reads: staging.pemberi_kerja
-- why: jumlah_patuh has none of the findings of sources.md 5, rule 17; jumlah_dinilai_* says how many were judged by each
-- criterion. rp_tunggakan is that of employers in arrears; null where none of them has an amount.
select
    bulan,
    skala,
    sektor,
    count(*)::bigint as jumlah,
    (count(*) filter (where is_pwbd))::bigint as jumlah_pwbd,
    (count(*) filter (where is_pds_tk))::bigint as jumlah_pds_tk,
    (count(*) filter (where is_pds_upah))::bigint as jumlah_pds_upah,
    (count(*) filter (where is_pds_program))::bigint as jumlah_pds_program,
    (count(*) filter (where is_tunggakan))::bigint as jumlah_tunggakan,
    case
        when bool_or(is_tunggakan) then sum(case when is_tunggakan then rp_tunggakan end)
        else 0
    end::bigint as rp_tunggakan,
    (
        count(*) filter (
            where not is_pwbd and not is_pds_tk and not is_pds_upah and not is_pds_program and not is_tunggakan
        )
    )::bigint as jumlah_patuh,
    (count(*) filter (where is_dinilai_tk))::bigint as jumlah_dinilai_tk,
    (count(*) filter (where is_dinilai_upah))::bigint as jumlah_dinilai_upah,
    (count(*) filter (where is_dinilai_program))::bigint as jumlah_dinilai_program,
    (count(*) filter (where is_dinilai_tunggakan))::bigint as jumlah_dinilai_tunggakan,
    (count(*) filter (where is_kurang_jkk))::bigint as jumlah_kurang_jkk,
    (count(*) filter (where is_kurang_jkm))::bigint as jumlah_kurang_jkm,
    (count(*) filter (where is_kurang_jht))::bigint as jumlah_kurang_jht,
    (count(*) filter (where is_kurang_jp))::bigint as jumlah_kurang_jp,
    (count(*) filter (where is_kurang_jkp))::bigint as jumlah_kurang_jkp,
    coalesce(sum(jumlah_tk_nyata), 0)::bigint as jumlah_tk_nyata,
    coalesce(sum(jumlah_tk_terdaftar), 0)::bigint as jumlah_tk_terdaftar
from staging.pemberi_kerja
group by bulan, skala, sektor

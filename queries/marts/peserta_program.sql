-- grain: one row per month, basis and programme; a person stands in each programme held (rule 20)
-- per: bulan
-- additive over: nothing (distinct people)
-- reads: staging.peserta_pilihan
with pemegang as (
    select
        bulan,
        'DOMISILI' as basis,
        sum(case when is_jkk then 1 else 0 end)::bigint as jkk,
        sum(case when is_jkm then 1 else 0 end)::bigint as jkm,
        sum(case when is_jht then 1 else 0 end)::bigint as jht,
        sum(case when is_jp then 1 else 0 end)::bigint as jp,
        sum(case when is_jkp then 1 else 0 end)::bigint as jkp
    from staging.peserta_pilihan
    where is_domisili and is_aktif
    group by bulan

    union all

    select
        bulan,
        'TEMPAT_KERJA' as basis,
        sum(case when is_jkk then 1 else 0 end)::bigint as jkk,
        sum(case when is_jkm then 1 else 0 end)::bigint as jkm,
        sum(case when is_jht then 1 else 0 end)::bigint as jht,
        sum(case when is_jp then 1 else 0 end)::bigint as jp,
        sum(case when is_jkp then 1 else 0 end)::bigint as jkp
    from staging.peserta_pilihan
    where is_tempat_kerja and is_aktif
    group by bulan
)

select bulan, basis, 'JKK' as program, jkk as jumlah_aktif from pemegang
union all
select bulan, basis, 'JKM' as program, jkm as jumlah_aktif from pemegang
union all
select bulan, basis, 'JHT' as program, jht as jumlah_aktif from pemegang
union all
select bulan, basis, 'JP' as program, jp as jumlah_aktif from pemegang
union all
select bulan, basis, 'JKP' as program, jkp as jumlah_aktif from pemegang

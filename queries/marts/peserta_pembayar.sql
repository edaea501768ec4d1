-- grain: one row per month, basis and payer; from person lists only; a row without a payer is left out (rule 20)
-- per: bulan
-- additive over: pembayar (of those with one); not bulan, not basis
-- reads: staging.peserta_pilihan
with hitungan as (
    select
        bulan,
        pembayar,
        count(*) filter (where is_domisili and is_aktif) as aktif_domisili,
        count(*) filter (where is_domisili) as terdaftar_domisili,
        count(*) filter (where is_tempat_kerja and is_aktif) as aktif_tempat_kerja,
        count(*) filter (where is_tempat_kerja) as terdaftar_tempat_kerja
    from staging.peserta_pilihan
    where pembayar is not null
    group by all
)

select
    hitungan.bulan,
    'DOMISILI' as basis,
    hitungan.pembayar,
    sum(hitungan.aktif_domisili)::bigint as jumlah_aktif,
    sum(hitungan.terdaftar_domisili)::bigint as jumlah_terdaftar
from hitungan
where hitungan.terdaftar_domisili > 0
group by all

union all

select
    hitungan.bulan,
    'TEMPAT_KERJA' as basis,
    hitungan.pembayar,
    sum(hitungan.aktif_tempat_kerja)::bigint as jumlah_aktif,
    sum(hitungan.terdaftar_tempat_kerja)::bigint as jumlah_terdaftar
from hitungan
where hitungan.terdaftar_tempat_kerja > 0
group by all

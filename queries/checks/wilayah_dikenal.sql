-- returns: the share of village codes with the regency's prefix that wilayah knows, when under one half; expect none
-- pesan: lebih dari separuh kode desa pada kiriman tidak ada di wilayah; muat dulu daftar wilayah yang benar (`python -m etl load wilayah …`)
-- why: sources.md 5, rule 19: a wrong or missing list of regions would put nearly everybody under TIDAK_DIKETAHUI
with dalam as (
    select
        kode.kode_desa,
        max(case when wilayah.kode_desa is null then 0 else 1 end) as is_dikenal
    from staging.kode_desa as kode
    cross join ref.parameter as parameter
    left join staging.wilayah as wilayah
        on kode.kode_desa = wilayah.kode_desa
    where left(kode.kode_desa, 5) = parameter.kode
    group by kode.kode_desa
)

select
    count(*) as jumlah_kode,
    sum(is_dikenal) as jumlah_dikenal
from dalam
having count(*) > 0 and 2 * sum(is_dikenal) < count(*)

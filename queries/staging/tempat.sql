-- grain: one row per village code delivered on a person list ('' = none): where it counts (sources.md 5, rule 19)
-- reads: staging.kode_desa, staging.wilayah, staging.kecamatan, ref.parameter
-- why: another regency's code is LUAR_DAERAH; a code with this prefix that wilayah does not know is TIDAK_DIKETAHUI, in
-- its kecamatan where that is known
select
    kode.kode_desa as kode_asal,
    case
        when left(kode.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(kecamatan.kode_kecamatan, 'TIDAK_DIKETAHUI')
    end as kode_kecamatan,
    case
        when left(kode.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI')
    end as kode_desa
from staging.kode_desa as kode
cross join ref.parameter as parameter
left join staging.kecamatan as kecamatan
    on left(kode.kode_desa, 8) = kecamatan.kode_kecamatan
left join staging.wilayah as wilayah
    on kode.kode_desa = wilayah.kode_desa
where kode.sumber = 'peserta'

union all

select
    '' as kode_asal,
    'TIDAK_DIKETAHUI' as kode_kecamatan,
    'TIDAK_DIKETAHUI' as kode_desa

-- grain: one row per delivered recap row: month, basis and the dimensions that it fills
-- reads: raw.rekap_bpjs, staging.wilayah, staging.kecamatan, ref.parameter, ref.segmen, ref.segmen_peta
-- why: `ukuran_*` say which dimensions a row fills; rows that fill different ones are never added (sources.md 5, rule 5).
-- A domicile recap row of another regency lies outside DOMISILI (rule 19).
select
    rekap.bulan,
    rekap.basis,
    rekap.program,
    case
        when rekap.segmen is null then null
        else coalesce(segmen.segmen, 'TIDAK_DIKETAHUI')
    end as segmen,
    rekap.sektor,
    case
        when rekap.kode_desa is null then null
        when left(rekap.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(kecamatan.kode_kecamatan, 'TIDAK_DIKETAHUI')
    end as kode_kecamatan,
    case
        when rekap.kode_desa is null or length(rekap.kode_desa) < 13 then null
        when left(rekap.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI')
    end as kode_desa,
    case when rekap.segmen is null then 0 else 1 end as ukuran_segmen,
    case when rekap.sektor is null then 0 else 1 end as ukuran_sektor,
    case
        when rekap.kode_desa is null then 0
        when length(rekap.kode_desa) < 13 then 1
        else 2
    end as ukuran_wilayah,
    rekap.jumlah_terdaftar,
    rekap.jumlah_aktif,
    rekap.rp_iuran,
    rekap.jumlah_kasus,
    rekap.rp_manfaat,
    rekap.penyebut_resmi,
    rekap.persen_resmi,
    rekap.segmen as segmen_asal,
    rekap.kode_desa as kode_desa_asal
from raw.rekap_bpjs as rekap
cross join ref.parameter as parameter
left join ref.segmen_peta as peta
    on rekap.segmen = peta.segmen_asal
left join ref.segmen as segmen
    on coalesce(peta.segmen, rekap.segmen) = segmen.segmen
left join staging.kecamatan as kecamatan
    on left(rekap.kode_desa, 8) = kecamatan.kode_kecamatan
left join staging.wilayah as wilayah
    on rekap.kode_desa = wilayah.kode_desa
where rekap.kode_desa is null
    or rekap.basis = 'TEMPAT_KERJA'
    or left(rekap.kode_desa, 5) = parameter.kode

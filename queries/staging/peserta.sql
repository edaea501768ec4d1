-- grain: one row per delivered row of the person list: month, person, segment and npp
-- per: bulan, daftar binaan
-- reads: raw.peserta_potong, staging.wilayah, staging.kecamatan, ref.parameter, ref.segmen, ref.segmen_peta, ref.subkategori_segmen
-- why: active, basis and segment are settled here once (sources.md 5, rules 2, 3, 4, 19), so that no mart decides them again
select
    peserta.bulan,
    peserta.id_peserta,
    coalesce(segmen.segmen, 'TIDAK_DIKETAHUI') as segmen,
    coalesce(segmen.urutan, 99) as urutan_segmen,
    peserta.subkategori,
    coalesce(peserta.is_jkk, false) as is_jkk,
    coalesce(peserta.is_jkm, false) as is_jkm,
    coalesce(peserta.is_jht, false) as is_jht,
    coalesce(peserta.is_jp, false) as is_jp,
    coalesce(peserta.is_jkp, false) as is_jkp,
    case
        when peserta.aktif is not null then peserta.aktif
        when peserta.tanggal_berakhir < peserta.bulan then false
        when peserta.bulan_iuran_terakhir is not null
            then (year(peserta.bulan) * 12 + month(peserta.bulan))
                - (year(peserta.bulan_iuran_terakhir) * 12 + month(peserta.bulan_iuran_terakhir))
                <= parameter.maks_bulan_tertunggak
        else true
    end as is_aktif,
    coalesce(left(peserta.kode_desa, 5) = parameter.kode, false) as is_domisili,
    coalesce(peserta.bekerja_di_daerah, true) as is_tempat_kerja,
    peserta.npp,
    coalesce(peserta.sektor, 'TIDAK_DIKETAHUI') as sektor,
    case
        when peserta.kode_desa is null then 'TIDAK_DIKETAHUI'
        when left(peserta.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(kecamatan.kode_kecamatan, 'TIDAK_DIKETAHUI')
    end as kode_kecamatan,
    case
        when peserta.kode_desa is null then 'TIDAK_DIKETAHUI'
        when left(peserta.kode_desa, 5) <> parameter.kode then 'LUAR_DAERAH'
        else coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI')
    end as kode_desa,
    coalesce(peserta.jenis_kelamin, 'TIDAK_DIKETAHUI') as jenis_kelamin,
    coalesce(peserta.kelompok_usia, 'TIDAK_DIKETAHUI') as kelompok_usia,
    peserta.pembayar,
    peserta.urutan_baris
from raw.peserta_potong as peserta
cross join ref.parameter as parameter
left join ref.subkategori_segmen as subkategori
    on peserta.subkategori = subkategori.subkategori
left join ref.segmen_peta as peta
    on peserta.segmen = peta.segmen_asal
left join ref.segmen as segmen
    on coalesce(subkategori.segmen, peta.segmen, peserta.segmen) = segmen.segmen
left join staging.kecamatan as kecamatan
    on left(peserta.kode_desa, 8) = kecamatan.kode_kecamatan
left join staging.wilayah as wilayah
    on peserta.kode_desa = wilayah.kode_desa

-- grain: one row per delivered row of the person list: month, person, segment and npp
-- per: bulan, daftar binaan
-- reads: raw.peserta_potong, staging.segmen_kepesertaan, ref.parameter
-- why: active, basis and segment are settled here once (sources.md 5, rules 2, 3, 4), so that no mart decides them again.
-- The village code stays as delivered: the marts look it up after counting, over hundreds of codes instead of millions.
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
    coalesce(starts_with(peserta.kode_desa, parameter.kode), false) as is_domisili,
    coalesce(peserta.bekerja_di_daerah, true) as is_tempat_kerja,
    peserta.npp,
    peserta.sektor,
    peserta.kode_desa,
    peserta.jenis_kelamin,
    peserta.kelompok_usia,
    peserta.pembayar,
    peserta.urutan_baris
from raw.peserta_potong as peserta
cross join ref.parameter as parameter
left join staging.segmen_kepesertaan as segmen
    on peserta.segmen = segmen.segmen_asal and coalesce(peserta.subkategori, '') = segmen.subkategori

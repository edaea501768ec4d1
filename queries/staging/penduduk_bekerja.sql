-- grain: one row per delivered denominator row: source, year, basis, area and the dimensions that it fills
-- reads: raw.penduduk_bekerja, ref.parameter, ref.segmen, ref.segmen_peta, ref.penyebut_urutan
select
    penduduk.sumber_data,
    coalesce(urutan.urutan, 99) as urutan_sumber,
    penduduk.tahun,
    coalesce(penduduk.tanggal_rilis, make_date(penduduk.tahun, 12, 31)) as tanggal_rilis,
    coalesce(penduduk.basis, 'DOMISILI') as basis,
    penduduk.tingkat,
    penduduk.kode_wilayah,
    case
        when penduduk.tingkat = 'KECAMATAN' then penduduk.kode_wilayah
        when penduduk.tingkat = 'DESA' then left(penduduk.kode_wilayah, 8)
    end as kode_kecamatan,
    case when penduduk.tingkat = 'DESA' then penduduk.kode_wilayah end as kode_desa,
    penduduk.sektor,
    case
        when penduduk.segmen is null then null
        else coalesce(segmen.segmen, 'TIDAK_DIKETAHUI')
    end as segmen,
    penduduk.jenis_kelamin,
    case penduduk.tingkat when 'KABUPATEN' then 0 when 'KECAMATAN' then 1 else 2 end as ukuran_wilayah,
    case when penduduk.sektor is null then 0 else 1 end as ukuran_sektor,
    case when penduduk.segmen is null then 0 else 1 end as ukuran_segmen,
    case when penduduk.jenis_kelamin is null then 0 else 1 end as ukuran_kelamin,
    penduduk.jumlah_bekerja,
    penduduk.jumlah_layak
from raw.penduduk_bekerja as penduduk
cross join ref.parameter as parameter
left join ref.penyebut_urutan as urutan
    on penduduk.sumber_data = urutan.sumber_data
left join ref.segmen_peta as peta
    on penduduk.segmen = peta.segmen_asal
left join ref.segmen as segmen
    on coalesce(peta.segmen, penduduk.segmen) = segmen.segmen
where left(penduduk.kode_wilayah, 5) = parameter.kode

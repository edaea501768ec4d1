-- grain: one row per roster row, with the rows set aside for their NIK (is_rusak), of every roster date
-- reads: raw.pekerja_binaan, raw.pekerja_binaan_sisih, staging.wilayah, staging.kecamatan, ref.parameter
-- why: a broken NIK must not flatter an office, so it stays in the denominator as "belum terbukti" (sources.md 5, rule 11);
-- for DESA lists the village served is part of what one delivery covers (sources.md 3)
with daftar as (
    select
        tanggal_data,
        kode_opd,
        unit,
        jenis_daftar,
        subkategori,
        id_peserta,
        jenis_kelamin,
        kode_desa,
        sektor,
        urutan_baris,
        false as is_rusak
    from raw.pekerja_binaan

    union all

    select
        tanggal_data,
        kode_opd,
        unit,
        jenis_daftar,
        subkategori,
        null as id_peserta,
        jenis_kelamin,
        kode_desa,
        sektor,
        urutan_baris,
        true as is_rusak
    from raw.pekerja_binaan_sisih
    where is_nik_rusak
        and tanggal_data is not null
        and kode_opd is not null
        and jenis_daftar is not null
)

select
    daftar.tanggal_data,
    daftar.kode_opd,
    daftar.unit,
    daftar.jenis_daftar,
    daftar.subkategori,
    daftar.id_peserta,
    coalesce(daftar.jenis_kelamin, 'TIDAK_DIKETAHUI') as jenis_kelamin,
    case when daftar.jenis_daftar = 'DESA' then coalesce(daftar.kode_desa, '') else '' end as kode_desa_daftar,
    coalesce(kecamatan.kode_kecamatan, 'TIDAK_DIKETAHUI') as kode_kecamatan,
    coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI') as kode_desa,
    coalesce(daftar.sektor, 'TIDAK_DIKETAHUI') as sektor,
    daftar.urutan_baris,
    daftar.is_rusak
from daftar
left join staging.kecamatan as kecamatan
    on left(daftar.kode_desa, 8) = kecamatan.kode_kecamatan
left join staging.wilayah as wilayah
    on daftar.kode_desa = wilayah.kode_desa

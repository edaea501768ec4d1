-- grain: one row per month and roster row in force at the end of the month, with what the person list of the month says
-- reads: staging.pekerja_binaan, staging.peserta_binaan, staging.bulan_peserta, ref.bulan, ref.subkategori_desa
-- why: per office and kind (for DESA lists also per village) the roster with the latest date not after the end of the
-- month (sources.md 5, rule 11). Without a person list of the month is_padan and the rest are null, not false.
with tanggal as (
    select distinct
        kode_opd,
        jenis_daftar,
        kode_desa_daftar,
        tanggal_data
    from staging.pekerja_binaan
),

berlaku as (
    select
        bulan.bulan,
        tanggal.kode_opd,
        tanggal.jenis_daftar,
        tanggal.kode_desa_daftar,
        max(tanggal.tanggal_data) as tanggal_data
    from ref.bulan as bulan
    inner join tanggal
        on tanggal.tanggal_data <= last_day(bulan.bulan)
    group by all
)

select
    berlaku.bulan,
    case
        when binaan.jenis_daftar in ('NONASN', 'PPPK_PW', 'BLUD') then 'PEM-01'
        when binaan.jenis_daftar = 'DESA' and (binaan.subkategori is null or desa.subkategori is not null)
            then 'PEM-02'
        when binaan.jenis_daftar = 'BUMD' then 'PEM-03'
        when binaan.jenis_daftar = 'PEMILU' then 'PEM-04'
        when binaan.jenis_daftar = 'SEKTOR' then 'SEK-01'
    end as kode,
    binaan.kode_opd,
    binaan.jenis_daftar,
    binaan.unit,
    binaan.subkategori,
    binaan.id_peserta,
    binaan.jenis_kelamin,
    binaan.kode_kecamatan,
    binaan.kode_desa,
    binaan.kode_desa_daftar,
    binaan.sektor,
    binaan.tanggal_data,
    binaan.tanggal_data < last_day(berlaku.bulan) - interval 6 month as is_usang,
    binaan.urutan_baris,
    binaan.is_rusak,
    daftar.bulan is not null as is_ada_daftar,
    case when daftar.bulan is not null then peserta.id_peserta is not null end as is_padan,
    case when daftar.bulan is not null then coalesce(peserta.is_aktif, false) end as is_aktif,
    case when daftar.bulan is not null then coalesce(peserta.is_jkk, false) end as is_jkk,
    case when daftar.bulan is not null then coalesce(peserta.is_jkm, false) end as is_jkm,
    case when daftar.bulan is not null then coalesce(peserta.is_jht, false) end as is_jht,
    case when daftar.bulan is not null then coalesce(peserta.is_jp, false) end as is_jp,
    case when daftar.bulan is not null then coalesce(peserta.is_jkp, false) end as is_jkp
from berlaku
inner join staging.pekerja_binaan as binaan
    on berlaku.kode_opd = binaan.kode_opd
    and berlaku.jenis_daftar = binaan.jenis_daftar
    and berlaku.kode_desa_daftar = binaan.kode_desa_daftar
    and berlaku.tanggal_data = binaan.tanggal_data
left join ref.subkategori_desa as desa
    on binaan.subkategori = desa.subkategori
left join staging.bulan_peserta as daftar
    on berlaku.bulan = daftar.bulan
left join staging.peserta_binaan as peserta
    on berlaku.bulan = peserta.bulan and binaan.id_peserta = peserta.id_peserta

-- returns: kinds of roster and half-years for which offices (DESA: villages) have no list that had one in the half-year
-- before it with lists of that kind. Rosters carry their own date and come on different days: a half-year is compared.
with daftar as (
    select distinct
        jenis_daftar,
        year(tanggal_data) * 2 + case when month(tanggal_data) > 6 then 1 else 0 end as semester,
        case when jenis_daftar = 'DESA' then coalesce(kode_desa, kode_opd) else kode_opd end as unit
    from raw.pekerja_binaan
),

semester as (
    select
        jenis_daftar,
        semester,
        lag(semester) over (partition by jenis_daftar order by semester) as semester_lalu
    from (select distinct jenis_daftar, semester from daftar) as ada
),

hilang as (
    select
        semester.jenis_daftar,
        semester.semester,
        semester.semester_lalu,
        coalesce(opd.nama_opd, wilayah.nama_desa || ' (' || wilayah.nama_kecamatan || ')', lalu.unit) as nama,
        row_number() over (partition by semester.jenis_daftar, semester.semester order by lalu.unit) as urutan
    from semester
    inner join daftar as lalu
        on semester.jenis_daftar = lalu.jenis_daftar and semester.semester_lalu = lalu.semester
    anti join daftar as kini
        on semester.jenis_daftar = kini.jenis_daftar and semester.semester = kini.semester and lalu.unit = kini.unit
    left join ref.opd as opd
        on lalu.unit = opd.kode_opd
    left join staging.wilayah as wilayah
        on lalu.unit = wilayah.kode_desa
)

select
    'Daftar pekerja '
    || case jenis_daftar
        when 'NONASN' then 'non-ASN'
        when 'PPPK_PW' then 'PPPK paruh waktu'
        when 'DESA' then 'perangkat desa'
        when 'PEMILU' then 'penyelenggara pemilu'
        when 'SEKTOR' then 'binaan sektor'
        when 'MAGANG' then 'peserta magang'
        else jenis_daftar
    end
    || ' semester ' || (1 + semester % 2) || ' ' || (semester // 2) || ': ' || count(*) || ' unit yang mengirim pada semester '
    || (1 + semester_lalu % 2) || ' ' || (semester_lalu // 2) || ' belum mengirim: '
    || string_agg(nama, ', ' order by urutan) filter (where urutan <= 5)
    || case when count(*) > 5 then ' dan ' || (count(*) - 5) || ' lainnya' else '' end
    || '. Daftar lamanya masih dipakai; mintalah yang baru.' as kalimat
from hilang
group by jenis_daftar, semester, semester_lalu

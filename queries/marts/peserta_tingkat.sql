-- grain: one row per month, basis, level (tingkat) and unit (kunci): the figure in force, list and recap settled
-- additive over: kunci inside one tingkat other than PROGRAM, SUBKATEGORI, SUMBER_DANA; not bulan, not basis
-- reads: marts.tingkat_daftar, marts.tingkat_rekap, marts.unit, staging.bulan_peserta, ref.parameter
-- why: sources.md 5, rule 6. A list gives the month's figure for TEMPAT_KERJA, and for DOMISILI when no recap of that
-- basis exists or the profile says that the list is whole; else the recap gives the total and each level it carries, the
-- list the finer ones, and what the list does not know stands under TIDAK_DIKETAHUI (rule 20: parts add up).
with rekap_bulan as (
    select distinct
        bulan,
        basis
    from marts.tingkat_rekap
    where tingkat = 'KABUPATEN'
),

dari_daftar as (
    select
        daftar.bulan,
        basis.basis
    from staging.bulan_peserta as daftar
    cross join (select 'DOMISILI' as basis union all select 'TEMPAT_KERJA' as basis) as basis
    cross join ref.parameter as parameter
    left join rekap_bulan
        on daftar.bulan = rekap_bulan.bulan and basis.basis = rekap_bulan.basis
    where basis.basis = 'TEMPAT_KERJA'
        or rekap_bulan.bulan is null
        or parameter.is_peserta_lengkap_domisili
),

bagian as (
    select
        daftar.bulan,
        daftar.basis,
        daftar.tingkat,
        daftar.kunci,
        daftar.jumlah_aktif,
        daftar.jumlah_terdaftar,
        'peserta' as sumber
    from marts.tingkat_daftar as daftar
    inner join dari_daftar
        on daftar.bulan = dari_daftar.bulan and daftar.basis = dari_daftar.basis

    union all

    select
        rekap.bulan,
        rekap.basis,
        rekap.tingkat,
        rekap.kunci,
        rekap.jumlah_aktif,
        rekap.jumlah_terdaftar,
        'rekap_bpjs' as sumber
    from marts.tingkat_rekap as rekap
    anti join dari_daftar
        on rekap.bulan = dari_daftar.bulan and rekap.basis = dari_daftar.basis

    union all

    select
        daftar.bulan,
        daftar.basis,
        daftar.tingkat,
        daftar.kunci,
        daftar.jumlah_aktif,
        daftar.jumlah_terdaftar,
        'peserta' as sumber
    from marts.tingkat_daftar as daftar
    inner join rekap_bulan
        on daftar.bulan = rekap_bulan.bulan and daftar.basis = rekap_bulan.basis
    anti join dari_daftar
        on daftar.bulan = dari_daftar.bulan and daftar.basis = dari_daftar.basis
    anti join marts.tingkat_rekap as rekap
        on daftar.bulan = rekap.bulan and daftar.basis = rekap.basis and daftar.tingkat = rekap.tingkat
),

dibawa as (
    select
        bulan,
        basis,
        tingkat,
        min(sumber) as sumber,
        sum(case when kunci <> 'TIDAK_DIKETAHUI' then jumlah_aktif else 0 end)::bigint as jumlah_aktif_dikenal,
        sum(case when kunci <> 'TIDAK_DIKETAHUI' then jumlah_terdaftar end)::bigint as jumlah_terdaftar_dikenal
    from bagian
    group by all
),

dikenal as (
    select
        dibawa.bulan,
        dibawa.basis,
        dibawa.tingkat,
        unit.kunci,
        coalesce(bagian.jumlah_aktif, 0) as jumlah_aktif,
        case
            when bagian.kunci is not null then bagian.jumlah_terdaftar
            when dibawa.jumlah_terdaftar_dikenal is not null then 0
        end as jumlah_terdaftar,
        dibawa.sumber
    from dibawa
    inner join marts.unit as unit
        on dibawa.tingkat = unit.tingkat
    left join bagian
        on dibawa.bulan = bagian.bulan
        and dibawa.basis = bagian.basis
        and dibawa.tingkat = bagian.tingkat
        and unit.kunci = bagian.kunci
    where dibawa.tingkat <> 'KABUPATEN'
),

di_luar_daftar as (
    select
        bagian.bulan,
        bagian.basis,
        bagian.tingkat,
        bagian.kunci,
        bagian.jumlah_aktif,
        bagian.jumlah_terdaftar,
        bagian.sumber
    from bagian
    anti join marts.unit as unit
        on bagian.tingkat = unit.tingkat and bagian.kunci = unit.kunci
    where bagian.kunci <> 'TIDAK_DIKETAHUI' and bagian.tingkat <> 'KABUPATEN'
),

jumlah as (
    select
        bulan,
        basis,
        jumlah_aktif,
        jumlah_terdaftar
    from bagian
    where tingkat = 'KABUPATEN'
),

tidak_diketahui as (
    select
        dibawa.bulan,
        dibawa.basis,
        dibawa.tingkat,
        'TIDAK_DIKETAHUI' as kunci,
        greatest(jumlah.jumlah_aktif - dibawa.jumlah_aktif_dikenal, 0) as jumlah_aktif,
        greatest(jumlah.jumlah_terdaftar - dibawa.jumlah_terdaftar_dikenal, 0) as jumlah_terdaftar,
        dibawa.sumber
    from dibawa
    inner join jumlah
        on dibawa.bulan = jumlah.bulan and dibawa.basis = jumlah.basis
    where dibawa.tingkat in ('DESA', 'KECAMATAN', 'SEKTOR', 'SEGMEN', 'JENIS_KELAMIN', 'KELOMPOK_USIA')
        and (
            jumlah.jumlah_aktif > dibawa.jumlah_aktif_dikenal
            or coalesce(jumlah.jumlah_terdaftar > dibawa.jumlah_terdaftar_dikenal, false)
        )
)

select
    jumlah.bulan,
    jumlah.basis,
    'KABUPATEN' as tingkat,
    parameter.kode as kunci,
    jumlah.jumlah_aktif,
    jumlah.jumlah_terdaftar,
    dibawa.sumber
from jumlah
inner join dibawa
    on jumlah.bulan = dibawa.bulan and jumlah.basis = dibawa.basis and dibawa.tingkat = 'KABUPATEN'
cross join ref.parameter as parameter

union all

select bulan, basis, tingkat, kunci, jumlah_aktif, jumlah_terdaftar, sumber
from dikenal

union all

select bulan, basis, tingkat, kunci, jumlah_aktif, jumlah_terdaftar, sumber
from di_luar_daftar

union all

select bulan, basis, tingkat, kunci, jumlah_aktif, jumlah_terdaftar, sumber
from tidak_diketahui

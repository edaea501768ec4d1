-- grain: one row per month, level (tingkat) and unit (kunci) of KEU-02
-- additive over: kunci inside one tingkat other than CARA_PENGANGGARAN (a unit may budget in both modes); not bulan
-- reads: marts.anggaran, staging.anggaran, staging.bulan_anggaran, staging.wilayah, ref.opd, ref.parameter
-- why: sources.md 5, rule 15: offices of the profile and villages with jenis DESA that have a counted line above 0 at the
-- end of the month, over all of them; by mode with the same denominator
with unit as (
    select 'OPD' as tingkat, kode_opd as kode_unit, null::varchar as kode_kecamatan
    from ref.opd
    union all
    select 'DESA' as tingkat, kode_desa as kode_unit, kode_kecamatan
    from staging.wilayah
    where jenis = 'DESA'
),

bulan as (
    select
        bulan.bulan,
        bool_or(anggaran.lingkup = 'APBD') as is_apbd,
        bool_or(anggaran.lingkup = 'APBDES') as is_apbdes
    from staging.bulan_anggaran as bulan
    inner join staging.anggaran as anggaran on bulan.tahun = anggaran.tahun
    group by bulan.bulan
),

penganggaran as (
    select
        bulan.bulan,
        unit.tingkat,
        unit.kode_unit,
        unit.kode_kecamatan,
        bulan.is_apbd,
        bulan.is_apbdes,
        max(case when anggaran.kode_unit is not null then 1 else 0 end) as jumlah_unit,
        max(case when anggaran.cara_penganggaran = 'MELEKAT' then 1 else 0 end) as jumlah_melekat,
        max(case when anggaran.cara_penganggaran = 'REKENING_KHUSUS' then 1 else 0 end) as jumlah_khusus,
        max(case when anggaran.cara_penganggaran = 'TIDAK_DIKETAHUI' then 1 else 0 end) as jumlah_tanpa_cara
    from bulan
    cross join unit
    left join marts.anggaran as anggaran
        on bulan.bulan = anggaran.bulan
        and unit.kode_unit = anggaran.kode_unit
        and anggaran.rp_pagu > 0
    group by all
),

tingkat as (
    select
        penganggaran.bulan,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        penganggaran.jumlah_unit
    from penganggaran
    cross join ref.parameter as parameter
    union all
    select bulan, tingkat, kode_unit, jumlah_unit
    from penganggaran
    where (tingkat = 'OPD' and is_apbd) or (tingkat = 'DESA' and is_apbdes)
    union all
    select bulan, 'KECAMATAN', kode_kecamatan, jumlah_unit
    from penganggaran
    where tingkat = 'DESA' and is_apbdes
    union all
    select bulan, 'CARA_PENGANGGARAN', 'MELEKAT', jumlah_melekat
    from penganggaran
    union all
    select bulan, 'CARA_PENGANGGARAN', 'REKENING_KHUSUS', jumlah_khusus
    from penganggaran
    union all
    select bulan, 'CARA_PENGANGGARAN', 'TIDAK_DIKETAHUI', jumlah_tanpa_cara
    from penganggaran
)

select
    bulan,
    tingkat,
    kunci,
    sum(jumlah_unit)::bigint as jumlah_berpagu,
    count(*)::bigint as jumlah_unit
from tingkat
group by bulan, tingkat, kunci
having kunci <> 'TIDAK_DIKETAHUI' or sum(jumlah_unit) > 0

-- grain: one row per unit (lingkup and OPD or village) that has a counted ceiling at the end of the month
-- additive over: lingkup, kode_unit; not bulan (a ceiling is in force for the whole year)
-- reads: marts.anggaran, marts.opd, marts.wilayah
-- params: bulan DATE
select
    anggaran.lingkup,
    anggaran.kode_unit,
    coalesce(any_value(opd.nama_opd), any_value(wilayah.nama_desa), anggaran.kode_unit) as nama_unit,
    any_value(wilayah.kode_kecamatan) as kode_kecamatan,
    any_value(wilayah.nama_kecamatan) as nama_kecamatan,
    string_agg(distinct anggaran.tahap, ', ' order by anggaran.tahap) as tahap,
    sum(anggaran.rp_pagu)::bigint as rp_pagu,
    bool_or(anggaran.is_estimasi) as is_estimasi
from marts.anggaran as anggaran
left join marts.opd as opd on opd.kode_opd = anggaran.kode_unit
left join marts.wilayah as wilayah on wilayah.kode_desa = anggaran.kode_unit
where anggaran.bulan = $bulan
group by anggaran.lingkup, anggaran.kode_unit
order by anggaran.lingkup, anggaran.kode_unit

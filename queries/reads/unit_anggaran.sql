-- grain: one row per unit that owes a budget line (OPD of the profile, villages with jenis DESA)
-- additive over: tingkat, kode_unit; not bulan
-- reads: marts.indikator, marts.opd, marts.wilayah
-- params: bulan DATE
select
    indikator.tingkat,
    indikator.kunci as kode_unit,
    coalesce(opd.nama_opd, wilayah.nama_desa, indikator.kunci) as nama_unit,
    wilayah.kode_kecamatan,
    wilayah.nama_kecamatan,
    indikator.pembilang > 0 as is_ada
from marts.indikator as indikator
left join marts.opd as opd on indikator.tingkat = 'OPD' and opd.kode_opd = indikator.kunci
left join marts.wilayah as wilayah on indikator.tingkat = 'DESA' and wilayah.kode_desa = indikator.kunci
where indikator.kode = 'KEU-02' and indikator.tingkat in ('OPD', 'DESA') and indikator.bulan = $bulan
order by indikator.tingkat desc, opd.urutan, indikator.kunci

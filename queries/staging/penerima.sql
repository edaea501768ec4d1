-- grain: one row per month, person, funding source and paying office
-- additive over: rp_iuran over all; people over nothing (one person may have two payers)
-- reads: raw.penerima_bantuan, staging.wilayah, staging.kecamatan, ref.parameter
-- why: a recipient without a known village of the regency stands under TIDAK_DIKETAHUI, so that parts add up to the total;
-- an unknown village of a known kecamatan counts in that kecamatan (sources.md 4 and 5, rules 19 and 20)
select
    penerima.bulan,
    penerima.id_peserta,
    penerima.sumber_dana,
    coalesce(penerima.kode_opd, 'TIDAK_DIKETAHUI') as kode_opd,
    penerima.porsi_persen,
    penerima.rp_iuran,
    penerima.kategori,
    penerima.nomor_penetapan is not null as is_bernomor,
    coalesce(kecamatan.kode_kecamatan, 'TIDAK_DIKETAHUI') as kode_kecamatan,
    coalesce(wilayah.kode_desa, 'TIDAK_DIKETAHUI') as kode_desa,
    coalesce(penerima.jenis_kelamin, 'TIDAK_DIKETAHUI') as jenis_kelamin,
    coalesce(penerima.kelompok_usia, 'TIDAK_DIKETAHUI') as kelompok_usia,
    case
        when penerima.disabilitas then 'YA'
        when not penerima.disabilitas then 'TIDAK'
        else 'TIDAK_DIKETAHUI'
    end as disabilitas,
    penerima.nomor_baris,
    coalesce(left(penerima.kode_desa, 5) <> parameter.kode, false) as is_luar_daerah,
    coalesce(left(penerima.kode_desa, 5) = parameter.kode and wilayah.kode_desa is null, false) as is_tak_dikenal
from raw.penerima_bantuan as penerima
cross join ref.parameter as parameter
left join staging.kecamatan as kecamatan
    on left(penerima.kode_desa, 8) = kecamatan.kode_kecamatan
left join staging.wilayah as wilayah
    on penerima.kode_desa = wilayah.kode_desa

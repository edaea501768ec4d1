-- grain: one row per delivered row that stands for its person in one basis or in both (sources.md 5, rule 4)
-- per: bulan
-- kind: view
-- reads: staging.peserta, staging.peserta_ganda
-- why: nearly always one row stands for both bases; two flags on it are half of what two rows would be
select
    peserta.bulan,
    peserta.id_peserta,
    case
        when ganda.id_peserta is null then peserta.is_domisili
        else coalesce(peserta.urutan_baris = ganda.baris_domisili, false)
    end as is_domisili,
    case
        when ganda.id_peserta is null then peserta.is_tempat_kerja
        else coalesce(peserta.urutan_baris = ganda.baris_tempat_kerja, false)
    end as is_tempat_kerja,
    ganda.id_peserta is not null as is_ganda,
    peserta.is_aktif,
    peserta.segmen,
    peserta.urutan_segmen,
    peserta.sektor,
    peserta.kode_desa,
    peserta.jenis_kelamin,
    peserta.kelompok_usia,
    peserta.pembayar,
    coalesce(ganda.is_jkk, peserta.is_aktif and peserta.is_jkk) as is_jkk,
    coalesce(ganda.is_jkm, peserta.is_aktif and peserta.is_jkm) as is_jkm,
    coalesce(ganda.is_jht, peserta.is_aktif and peserta.is_jht) as is_jht,
    coalesce(ganda.is_jp, peserta.is_aktif and peserta.is_jp) as is_jp,
    coalesce(ganda.is_jkp, peserta.is_aktif and peserta.is_jkp) as is_jkp
from staging.peserta as peserta
left join staging.peserta_ganda as ganda
    on peserta.bulan = ganda.bulan and peserta.id_peserta = ganda.id_peserta

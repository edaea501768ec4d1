-- grain: one row per delivered row that stands for its person in one basis or in both (sources.md 5, rule 4)
-- per: bulan
-- reads: staging.peserta, staging.peserta_orang
-- why: nearly always the same row stands for both; one row with two flags is half of what two rows would be
select
    peserta.bulan,
    peserta.id_peserta,
    coalesce(peserta.urutan_baris = orang.baris_domisili, false) as is_domisili,
    coalesce(peserta.urutan_baris = orang.baris_tempat_kerja, false) as is_tempat_kerja,
    peserta.is_aktif,
    peserta.segmen,
    peserta.sektor,
    peserta.kode_kecamatan,
    peserta.kode_desa,
    peserta.jenis_kelamin,
    peserta.kelompok_usia,
    peserta.pembayar,
    orang.is_jkk,
    orang.is_jkm,
    orang.is_jht,
    orang.is_jp,
    orang.is_jkp
from staging.peserta_orang as orang
inner join staging.peserta as peserta
    on orang.bulan = peserta.bulan and orang.id_peserta = peserta.id_peserta
where peserta.urutan_baris = orang.baris_domisili or peserta.urutan_baris = orang.baris_tempat_kerja

-- grain: one row per person, month and basis: the row that stands for the person (sources.md 5, rule 4)
-- per: bulan
-- reads: staging.peserta, staging.peserta_orang
select
    peserta.bulan,
    'DOMISILI' as basis,
    peserta.id_peserta,
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
    on orang.bulan = peserta.bulan and orang.baris_domisili = peserta.urutan_baris

union all

select
    peserta.bulan,
    'TEMPAT_KERJA' as basis,
    peserta.id_peserta,
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
    on orang.bulan = peserta.bulan and orang.baris_tempat_kerja = peserta.urutan_baris

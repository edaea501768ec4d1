-- grain: one row per dimension and value of the recipients of one month
-- additive over: kunci within a dimension, for rupiah; a person counts once per funding source and paying office
-- reads: marts.penerima
-- params: bulan DATE, wilayah VARCHAR, opd VARCHAR
--
-- Empty wilayah or opd means all. wilayah is a kecamatan or a village code.
with sel as (
    select
        sumber_dana,
        kode_kecamatan,
        kode_desa,
        jenis_kelamin,
        kelompok_usia,
        disabilitas,
        kategori,
        jumlah_orang,
        rp_iuran
    from marts.penerima
    where bulan = $bulan
        and ($wilayah = '' or kode_kecamatan = $wilayah or kode_desa = $wilayah)
        and ($opd = '' or kode_opd = $opd)
),

panjang as (
    select 'SUMBER_DANA' as dimensi, sumber_dana as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'KECAMATAN' as dimensi, kode_kecamatan as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'DESA' as dimensi, kode_desa as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'JENIS_KELAMIN' as dimensi, jenis_kelamin as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'KELOMPOK_USIA' as dimensi, kelompok_usia as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'DISABILITAS' as dimensi, disabilitas as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'SUBKATEGORI' as dimensi, kategori as kunci, jumlah_orang, rp_iuran from sel
)

select
    dimensi,
    coalesce(kunci, 'TIDAK_DIKETAHUI') as kunci,
    sum(jumlah_orang)::bigint as jumlah_orang,
    sum(rp_iuran)::bigint as rp_iuran
from panjang
group by all
order by dimensi, jumlah_orang desc, kunci

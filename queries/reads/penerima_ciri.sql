-- grain: one row per dimension and value of the recipients of one month, each person once, whoever pays
-- additive over: kunci within a dimension
-- reads: marts.penerima_ciri
-- params: bulan DATE, wilayah VARCHAR
--
-- Empty wilayah means all. wilayah is a kecamatan or a village code.
with sel as (
    select
        kode_kecamatan,
        kode_desa,
        jenis_kelamin,
        kelompok_usia,
        disabilitas,
        jumlah_orang,
        rp_iuran
    from marts.penerima_ciri
    where bulan = $bulan
        and ($wilayah = '' or kode_kecamatan = $wilayah or kode_desa = $wilayah)
),

panjang as (
    select 'KECAMATAN' as dimensi, kode_kecamatan as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'DESA' as dimensi, kode_desa as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'JENIS_KELAMIN' as dimensi, jenis_kelamin as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'KELOMPOK_USIA' as dimensi, kelompok_usia as kunci, jumlah_orang, rp_iuran from sel
    union all
    select 'DISABILITAS' as dimensi, disabilitas as kunci, jumlah_orang, rp_iuran from sel
)

select
    dimensi,
    kunci,
    sum(jumlah_orang)::bigint as jumlah_orang,
    sum(rp_iuran)::bigint as rp_iuran
from panjang
group by all
order by dimensi, jumlah_orang desc, kunci

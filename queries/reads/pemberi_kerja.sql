-- grain: one row per dimension (SKALA, SEKTOR) and value of the employers of one month
-- additive over: kunci within a dimension; not bulan
-- reads: marts.pemberi_kerja, marts.sektor
-- params: bulan DATE
with panjang as (
    select
        'SKALA' as dimensi,
        skala as kunci,
        jumlah,
        jumlah_patuh,
        jumlah_pwbd,
        jumlah_pds_tk,
        jumlah_pds_upah,
        jumlah_pds_program,
        jumlah_tunggakan,
        rp_tunggakan,
        jumlah_dinilai_tk,
        jumlah_dinilai_upah,
        jumlah_dinilai_program,
        jumlah_dinilai_tunggakan,
        jumlah_kurang_jkk,
        jumlah_kurang_jkm,
        jumlah_kurang_jht,
        jumlah_kurang_jp,
        jumlah_kurang_jkp,
        jumlah_tk_nyata,
        jumlah_tk_terdaftar
    from marts.pemberi_kerja
    where bulan = $bulan
    union all
    select
        'SEKTOR' as dimensi,
        sektor as kunci,
        jumlah,
        jumlah_patuh,
        jumlah_pwbd,
        jumlah_pds_tk,
        jumlah_pds_upah,
        jumlah_pds_program,
        jumlah_tunggakan,
        rp_tunggakan,
        jumlah_dinilai_tk,
        jumlah_dinilai_upah,
        jumlah_dinilai_program,
        jumlah_dinilai_tunggakan,
        jumlah_kurang_jkk,
        jumlah_kurang_jkm,
        jumlah_kurang_jht,
        jumlah_kurang_jp,
        jumlah_kurang_jkp,
        jumlah_tk_nyata,
        jumlah_tk_terdaftar
    from marts.pemberi_kerja
    where bulan = $bulan
)

select
    panjang.dimensi,
    panjang.kunci,
    case
        when panjang.dimensi = 'SKALA' then panjang.kunci
        else coalesce(any_value(sektor.nama_sektor), 'Tidak diketahui')
    end as nama,
    sum(panjang.jumlah)::bigint as jumlah,
    sum(panjang.jumlah_patuh)::bigint as jumlah_patuh,
    sum(panjang.jumlah_pwbd)::bigint as jumlah_pwbd,
    sum(panjang.jumlah_pds_tk)::bigint as jumlah_pds_tk,
    sum(panjang.jumlah_pds_upah)::bigint as jumlah_pds_upah,
    sum(panjang.jumlah_pds_program)::bigint as jumlah_pds_program,
    sum(panjang.jumlah_tunggakan)::bigint as jumlah_tunggakan,
    sum(panjang.rp_tunggakan)::bigint as rp_tunggakan,
    sum(panjang.jumlah_dinilai_tk)::bigint as jumlah_dinilai_tk,
    sum(panjang.jumlah_dinilai_upah)::bigint as jumlah_dinilai_upah,
    sum(panjang.jumlah_dinilai_program)::bigint as jumlah_dinilai_program,
    sum(panjang.jumlah_dinilai_tunggakan)::bigint as jumlah_dinilai_tunggakan,
    sum(panjang.jumlah_kurang_jkk)::bigint as jumlah_kurang_jkk,
    sum(panjang.jumlah_kurang_jkm)::bigint as jumlah_kurang_jkm,
    sum(panjang.jumlah_kurang_jht)::bigint as jumlah_kurang_jht,
    sum(panjang.jumlah_kurang_jp)::bigint as jumlah_kurang_jp,
    sum(panjang.jumlah_kurang_jkp)::bigint as jumlah_kurang_jkp,
    sum(panjang.jumlah_tk_nyata)::bigint as jumlah_tk_nyata,
    sum(panjang.jumlah_tk_terdaftar)::bigint as jumlah_tk_terdaftar
from panjang
left join marts.sektor as sektor
    on panjang.dimensi = 'SEKTOR'
    and panjang.kunci = sektor.sektor
group by panjang.dimensi, panjang.kunci
order by panjang.dimensi, jumlah desc, panjang.kunci

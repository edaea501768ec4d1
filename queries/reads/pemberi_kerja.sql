-- grain: one row per dimension (SKALA, SEKTOR) and value of the employers of one month
-- additive over: kunci within a dimension; not bulan
-- reads: marts.pemberi_kerja, marts.sektor
-- params: bulan DATE
select
    dimensi.dimensi,
    case dimensi.dimensi when 'SKALA' then pemberi_kerja.skala else pemberi_kerja.sektor end as kunci,
    case
        when dimensi.dimensi = 'SKALA' then any_value(pemberi_kerja.skala)
        else coalesce(any_value(sektor.nama_sektor), 'Tidak diketahui')
    end as nama,
    sum(pemberi_kerja.jumlah)::bigint as jumlah,
    sum(pemberi_kerja.jumlah_patuh)::bigint as jumlah_patuh,
    sum(pemberi_kerja.jumlah_pwbd)::bigint as jumlah_pwbd,
    sum(pemberi_kerja.jumlah_pds_tk)::bigint as jumlah_pds_tk,
    sum(pemberi_kerja.jumlah_pds_upah)::bigint as jumlah_pds_upah,
    sum(pemberi_kerja.jumlah_pds_program)::bigint as jumlah_pds_program,
    sum(pemberi_kerja.jumlah_tunggakan)::bigint as jumlah_tunggakan,
    sum(pemberi_kerja.rp_tunggakan)::bigint as rp_tunggakan,
    sum(pemberi_kerja.jumlah_dinilai_tk)::bigint as jumlah_dinilai_tk,
    sum(pemberi_kerja.jumlah_dinilai_upah)::bigint as jumlah_dinilai_upah,
    sum(pemberi_kerja.jumlah_dinilai_program)::bigint as jumlah_dinilai_program,
    sum(pemberi_kerja.jumlah_dinilai_tunggakan)::bigint as jumlah_dinilai_tunggakan,
    sum(pemberi_kerja.jumlah_kurang_jkk)::bigint as jumlah_kurang_jkk,
    sum(pemberi_kerja.jumlah_kurang_jkm)::bigint as jumlah_kurang_jkm,
    sum(pemberi_kerja.jumlah_kurang_jht)::bigint as jumlah_kurang_jht,
    sum(pemberi_kerja.jumlah_kurang_jp)::bigint as jumlah_kurang_jp,
    sum(pemberi_kerja.jumlah_kurang_jkp)::bigint as jumlah_kurang_jkp,
    sum(pemberi_kerja.jumlah_tk_nyata)::bigint as jumlah_tk_nyata,
    sum(pemberi_kerja.jumlah_tk_terdaftar)::bigint as jumlah_tk_terdaftar
from marts.pemberi_kerja as pemberi_kerja
cross join (values ('SKALA'), ('SEKTOR')) as dimensi (dimensi)
left join marts.sektor as sektor
    on pemberi_kerja.sektor = sektor.sektor
where pemberi_kerja.bulan = $bulan
group by dimensi.dimensi, kunci
order by dimensi.dimensi, jumlah desc, kunci

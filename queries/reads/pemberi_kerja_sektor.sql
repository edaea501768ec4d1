-- grain: one row per sektor of the employers of one month
-- additive over: sektor; not bulan
-- reads: marts.pemberi_kerja, marts.sektor
-- params: bulan DATE
select
    pemberi_kerja.sektor as kunci,
    coalesce(any_value(sektor.nama_sektor), 'Tidak diketahui') as nama,
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
left join marts.sektor as sektor on sektor.sektor = pemberi_kerja.sektor
where pemberi_kerja.bulan = $bulan
group by pemberi_kerja.sektor
order by jumlah desc, kunci

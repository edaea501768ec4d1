-- grain: one row per month with a person list of it and of the month before: who came, came back and left, of one unit
-- (no row for a unit in which nobody moved that month; KABUPATEN always has one)
-- additive over: bulan (movements, not people)
-- reads: marts.peserta_arus
-- params: basis VARCHAR, tingkat VARCHAR, kunci VARCHAR
select
    bulan,
    jumlah_baru,
    jumlah_kembali,
    jumlah_lepas,
    jumlah_pindah_masuk,
    jumlah_pindah_keluar
from marts.peserta_arus
where basis = $basis and tingkat = $tingkat and kunci = $kunci
order by bulan

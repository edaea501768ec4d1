-- grain: one row per office, kind of roster and unit (null = none named) of the rosters in force at the end of a month
-- additive over: nothing exactly: one person may stand in two units of an office
-- reads: marts.roster
-- params: bulan DATE
select
    kode_opd,
    jenis_daftar,
    unit,
    tanggal_data,
    jumlah_orang,
    jumlah_terlindungi,
    jumlah_tidak_padan,
    jumlah_tidak_aktif,
    jumlah_satu_program,
    jumlah_perlu_perbaikan,
    is_usang
from marts.roster
where bulan = $bulan
order by
    kode_opd,
    jenis_daftar,
    unit nulls first

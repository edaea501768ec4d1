-- grain: one row per objection to a figure, newest first
-- reads: marts.klarifikasi
-- params: -
select
    id,
    tanggal,
    kode_opd,
    kode_indikator,
    periode,
    keberatan,
    status,
    jawaban,
    tanggal_selesai
from marts.klarifikasi
order by tanggal desc, id

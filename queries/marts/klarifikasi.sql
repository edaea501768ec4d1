-- grain: one row per objection of an office or village to a figure (id)
-- reads: staging.klarifikasi
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
from staging.klarifikasi

-- grain: one row per objection to a figure (id): the version loaded last
-- reads: raw.klarifikasi
-- why: sixteen digits in a sentence may be a NIK: they are hidden before anything is published
select
    id,
    tanggal,
    kode_opd,
    kode_indikator,
    periode,
    regexp_replace(keberatan, '[0-9]([ .-]?[0-9]){15,}', '****************', 'g') as keberatan,
    status,
    regexp_replace(jawaban, '[0-9]([ .-]?[0-9]){15,}', '****************', 'g') as jawaban,
    tanggal_selesai
from raw.klarifikasi

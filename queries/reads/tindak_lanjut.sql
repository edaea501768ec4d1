-- grain: one row per decision of a meeting, the earliest due date first
-- reads: marts.tindak_lanjut
-- params: -
select
    id,
    tanggal_rapat,
    keputusan,
    pemilik,
    tenggat,
    status,
    tanggal_selesai,
    catatan,
    dicatat_oleh,
    dicatat_pada
from marts.tindak_lanjut
order by tenggat, id

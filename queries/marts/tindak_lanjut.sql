-- grain: one row per decision of a meeting (id)
-- reads: staging.tindak_lanjut
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
from staging.tindak_lanjut

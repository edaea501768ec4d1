-- grain: one row per decision of a meeting (id): the version loaded last
-- reads: raw.tindak_lanjut, staging.pengiriman
-- why: sixteen digits in a sentence may be a NIK: they are hidden before anything is published
select
    register.id,
    register.tanggal_rapat,
    regexp_replace(register.keputusan, '[0-9]([ .-]?[0-9]){15,}', '****************', 'g') as keputusan,
    regexp_replace(register.pemilik, '[0-9]([ .-]?[0-9]){15,}', '****************', 'g') as pemilik,
    register.tenggat,
    register.status,
    register.tanggal_selesai,
    regexp_replace(register.catatan, '[0-9]([ .-]?[0-9]){15,}', '****************', 'g') as catatan,
    kiriman.pengirim as dicatat_oleh,
    kiriman.dimuat_pada as dicatat_pada
from raw.tindak_lanjut as register
left join staging.pengiriman as kiriman
    on register.id_pengiriman = kiriman.id_pengiriman

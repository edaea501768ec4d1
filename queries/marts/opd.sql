-- grain: one row per office: the profile's list and one per kecamatan
-- reads: ref.opd
select
    kode_opd,
    nama_opd,
    urutan
from ref.opd

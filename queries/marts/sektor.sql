-- grain: one row per sector of the stable list, with the office that answers for it
-- reads: ref.sektor
select
    sektor,
    nama_sektor,
    kode_opd,
    is_sementara
from ref.sektor

-- grain: one row per sector, in the order of the code list, with the office that answers for it
-- reads: marts.sektor, marts.opd
-- params: -
select
    sektor.sektor,
    sektor.nama_sektor,
    sektor.kode_opd,
    opd.nama_opd,
    sektor.is_sementara
from marts.sektor as sektor
left join marts.opd as opd on sektor.kode_opd = opd.kode_opd
order by sektor.sektor

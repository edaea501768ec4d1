-- grain: one row per monthly source, part of it and month: due, first received, in time or not
-- reads: marts.kiriman_bulanan
-- params: dari DATE, sampai DATE
select
    sumber,
    bagian,
    bulan,
    pengirim,
    sifat,
    jatuh_tempo,
    tanggal_terima,
    status
from marts.kiriman_bulanan
where bulan between $dari and $sampai
order by sumber, bagian, bulan

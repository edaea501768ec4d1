-- grain: one row per reporting duty and period
-- reads: marts.kewajiban
-- params: -
select
    kewajiban,
    periode,
    jatuh_tempo,
    tanggal_terima,
    status
from marts.kewajiban
order by jatuh_tempo desc, kewajiban

-- grain: one row per open warning of the build
-- reads: marts.peringatan
-- params: -
select
    nama,
    kalimat,
    jumlah
from marts.peringatan
order by nama, jumlah desc nulls last, kalimat

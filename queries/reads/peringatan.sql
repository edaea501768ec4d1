-- grain: one row per open warning of the build, of each kind the newest month first
-- reads: marts.peringatan
-- params: -
select
    nama,
    kalimat,
    jumlah
from marts.peringatan
order by
    nama,
    regexp_extract(kalimat, '(\d\d)/(20\d\d)', 2) || regexp_extract(kalimat, '(\d\d)/(20\d\d)', 1) desc,
    jumlah desc nulls last,
    kalimat

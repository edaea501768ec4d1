-- returns: months and measures (contributions, cases, benefits) taken from both bases; expect none
-- pesan: iuran atau manfaat sebuah bulan diambil dari dua basis sekaligus
select
    bulan,
    besaran
from marts.tingkat_nilai
group by bulan, besaran
having count(distinct basis) > 1

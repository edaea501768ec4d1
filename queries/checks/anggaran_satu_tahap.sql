-- returns: units whose ceiling of one month comes from two stages (MURNI and PERUBAHAN would add up); expect none
-- pesan: pagu sebuah unit terhitung dari dua tahap anggaran sekaligus
select
    bulan,
    lingkup,
    kode_unit
from marts.anggaran
group by bulan, lingkup, kode_unit
having count(distinct tahap) > 1

-- returns: keys of marts.indikator that stand twice; expect none
-- pesan: sebuah indikator mempunyai dua nilai untuk bulan dan unit yang sama
select
    bulan,
    kode,
    tingkat,
    kunci,
    satuan
from marts.indikator
group by all
having count(*) > 1

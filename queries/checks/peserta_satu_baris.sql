-- returns: person, month and basis that stand in more than one chosen row; expect none
-- per: bulan
-- pesan: seseorang terhitung lebih dari sekali pada bulan dan basis yang sama
select
    bulan,
    basis,
    count(*) as jumlah
from staging.peserta_pilihan
group by bulan, basis, id_peserta
having count(*) > 1

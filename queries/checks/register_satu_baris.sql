-- returns: keys of registers that stand twice; expect none
-- pesan: sebuah register (tindak lanjut, klarifikasi, regulasi, laporan masuk) memuat kunci yang sama dua kali
select 'tindak_lanjut ' || id as kunci
from marts.tindak_lanjut
group by id
having count(*) > 1
union all
select 'klarifikasi ' || id as kunci
from marts.klarifikasi
group by id
having count(*) > 1
union all
select 'regulasi ' || nomor as kunci
from marts.regulasi
group by nomor
having count(*) > 1
union all
select 'kewajiban ' || kewajiban || ' ' || periode as kunci
from marts.kewajiban
group by kewajiban, periode
having count(*) > 1

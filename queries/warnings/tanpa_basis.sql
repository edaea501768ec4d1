-- returns: months with rows that belong to neither basis: another regency's resident who works elsewhere (rule 3)
-- per: bulan
select
    'Daftar peserta ' || strftime(bulan, '%m/%Y') || ': ' || count(*)
    || ' baris bukan warga kabupaten dan tidak bekerja di kabupaten, jadi tidak terhitung di mana pun.' as kalimat
from staging.peserta
where not is_domisili and not is_tempat_kerja
group by bulan

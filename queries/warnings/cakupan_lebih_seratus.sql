-- returns: coverage above 100 %: shown as it is and explained (product.md 4)
select
    'Cakupan ' || kode || ' ' || lower(tingkat) || ' ' || kunci || ' pada ' || strftime(bulan, '%m/%Y') || ' di atas 100% ('
    || pembilang || ' dari ' || penyebut || '): periksa penyebutnya.' as kalimat
from marts.indikator
where kode in ('UCJ-01', 'UCJ-03', 'S-11') and pembilang > penyebut

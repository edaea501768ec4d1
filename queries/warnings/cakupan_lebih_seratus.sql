-- returns: coverage above 100 %: shown as it is and explained (product.md 4); one sentence per indicator, level and month
with lebih as (
    select
        bulan,
        kode,
        tingkat,
        kunci || ' (' || pembilang || ' dari ' || penyebut || ')' as sebutan,
        row_number() over (partition by bulan, kode, tingkat order by kunci) as urutan
    from marts.indikator
    where kode in ('UCJ-01', 'UCJ-03', 'S-11') and pembilang > penyebut
)

select
    'Cakupan ' || kode || ' menurut ' || lower(replace(tingkat, '_', ' ')) || ' pada ' || strftime(bulan, '%m/%Y')
    || ' di atas 100%: ' || string_agg(sebutan, ', ' order by urutan) filter (where urutan <= 5)
    || case when count(*) > 5 then ' dan ' || (count(*) - 5) || ' lainnya' else '' end
    || '. Periksa penyebutnya.' as kalimat
from lebih
group by bulan, kode, tingkat

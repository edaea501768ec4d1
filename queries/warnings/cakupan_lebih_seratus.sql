-- returns: coverage above 100 %: shown as it is and explained (product.md 4); one sentence per indicator, level and month
with nama_kunci as (
    select kode_desa as kunci, nama_desa || ' (' || nama_kecamatan || ')' as nama from marts.wilayah
    union all
    select distinct kode_kecamatan as kunci, nama_kecamatan as nama from marts.wilayah
    union all
    select sektor as kunci, nama_sektor as nama from marts.sektor
),

lebih as (
    select
        indikator.bulan,
        indikator.kode,
        indikator.tingkat,
        coalesce(nama_kunci.nama, indikator.kunci) || ' (' || indikator.pembilang || ' dari ' || indikator.penyebut || ')'
            as sebutan,
        row_number() over (partition by indikator.bulan, indikator.kode, indikator.tingkat order by indikator.kunci)
            as urutan
    from marts.indikator as indikator
    left join nama_kunci on indikator.kunci = nama_kunci.kunci
    where indikator.kode in ('UCJ-01', 'UCJ-03', 'S-11') and indikator.pembilang > indikator.penyebut
)

select
    'Cakupan ' || kode || ' menurut ' || lower(replace(tingkat, '_', ' ')) || ' pada ' || strftime(bulan, '%m/%Y')
    || ' di atas 100%: ' || string_agg(sebutan, ', ' order by urutan) filter (where urutan <= 5)
    || case when count(*) > 5 then ' dan ' || (count(*) - 5) || ' lainnya' else '' end
    || '. Periksa penyebutnya.' as kalimat
from lebih
group by bulan, kode, tingkat

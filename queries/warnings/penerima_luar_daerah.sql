-- returns: months with recipients whose village lies in another regency: counted, under TIDAK_DIKETAHUI
select
    count(distinct id_peserta) || ' penerima bantuan pada ' || strftime(bulan, '%m/%Y')
    || ' berdomisili di luar kabupaten menurut kode desanya: terhitung dalam jumlah, tanpa desa. Periksa apakah mereka '
    || 'berhak.' as kalimat
from staging.penerima
where is_luar_daerah
group by bulan
order by bulan

-- returns: village codes with the regency's prefix that wilayah does not know, with the rows that carry them (rule 19)
select
    'Kode desa ' || kode.kode_desa || ' pada ' || kode.sumber || ' (' || kode.jumlah_baris
    || ' baris) tidak ada di wilayah; orangnya terhitung tanpa desa. Perbaiki kode itu atau lengkapi wilayah.'
        as kalimat
from staging.kode_desa as kode
cross join ref.parameter as parameter
anti join staging.wilayah as wilayah
    on kode.kode_desa = wilayah.kode_desa
where left(kode.kode_desa, 5) = parameter.kode

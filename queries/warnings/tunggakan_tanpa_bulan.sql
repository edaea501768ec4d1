-- returns: months with employers that owe rupiah but whose months in arrears are empty: not judged (rule 17)
select
    count(*) || ' pemberi kerja pada ' || strftime(bulan, '%m/%Y')
    || ' mempunyai rp_tunggakan tetapi bulan_tunggakan kosong, jadi tidak terhitung menunggak. Mintalah jumlah bulannya '
    || 'kepada BPJS Ketenagakerjaan.' as kalimat
from raw.pemberi_kerja
where rp_tunggakan > 0 and bulan_tunggakan is null
group by bulan
order by bulan

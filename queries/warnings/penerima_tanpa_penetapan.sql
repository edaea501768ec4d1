-- returns: months with recipient rows without a decree number, of funding sources that need one (penetapan.wajib; BRU 19(1))
select
    count(*) || ' baris penerima bantuan ' || penerima.sumber_dana || ' pada ' || strftime(penerima.bulan, '%m/%Y')
    || ' tanpa nomor_penetapan, padahal penerimanya harus ditetapkan dengan keputusan. Mintalah nomornya kepada pengirim.'
        as kalimat
from raw.penerima_bantuan as penerima
inner join ref.penetapan_wajib as wajib
    on penerima.sumber_dana = wajib.sumber_dana
where penerima.nomor_penetapan is null
group by penerima.bulan, penerima.sumber_dana

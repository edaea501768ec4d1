-- returns: months and combinations of payers whose shares of one person do not add to 100 (sources.md 5, rule 14)
with porsi as (
    select
        orang.bulan,
        orang.id_peserta,
        string_agg(penerima.sumber_dana, ' + ' order by penerima.sumber_dana) as sumber_dana
    from staging.penerima_orang as orang
    inner join staging.penerima as penerima
        on orang.bulan = penerima.bulan
        and orang.id_peserta = penerima.id_peserta
    where coalesce(abs(orang.porsi_persen - 100) >= 0.05, true)
    group by orang.bulan, orang.id_peserta
)

select
    count(*) || ' penerima bantuan pada ' || strftime(bulan, '%m/%Y') || ' dibayar ' || sumber_dana
    || ' dengan porsi yang tidak berjumlah 100%. Periksa siapa yang membayar dan isi porsi_persen.' as kalimat
from porsi
group by bulan, sumber_dana
order by bulan, sumber_dana

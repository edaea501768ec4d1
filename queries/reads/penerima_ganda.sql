-- grain: one row per combination of funding sources that pay for the same person, and whether their shares add to 100
-- additive over: sumber_dana (a combination), is_bersama; not bulan
-- reads: marts.penerima_ganda
-- params: bulan DATE
select
    sumber_dana,
    is_bersama,
    sum(jumlah_orang)::bigint as jumlah_orang
from marts.penerima_ganda
where bulan = $bulan
group by all
order by is_bersama, jumlah_orang desc, sumber_dana

-- returns: months and funding sources whose contributions in the mart differ from the lists; expect none
-- pesan: iuran penerima bantuan pada terbitan tidak sama dengan daftar yang dimuat
with mart as (
    select bulan, sumber_dana, sum(rp_iuran) as rp_iuran
    from marts.penerima
    group by bulan, sumber_dana
),

dasar as (
    select bulan, sumber_dana, sum(rp_iuran) as rp_iuran
    from staging.penerima
    group by bulan, sumber_dana
)

select
    coalesce(mart.bulan, dasar.bulan) as bulan,
    coalesce(mart.sumber_dana, dasar.sumber_dana) as sumber_dana
from mart
full join dasar
    on mart.bulan = dasar.bulan
    and mart.sumber_dana = dasar.sumber_dana
where coalesce(mart.rp_iuran, 0) <> coalesce(dasar.rp_iuran, 0)

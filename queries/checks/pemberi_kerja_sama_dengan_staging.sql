-- returns: months whose employers in PAT-01 differ from the employers delivered, in total or by sector or scale; expect none
-- pesan: jumlah pemberi kerja pada terbitan tidak sama dengan daftar yang dimuat
with mart as (
    select bulan, tingkat, sum(penyebut) as jumlah
    from marts.indikator_pat
    where kode = 'PAT-01'
    group by bulan, tingkat
),

dasar as (
    select bulan, count(*) as jumlah
    from staging.pemberi_kerja
    group by bulan
)

select
    dasar.bulan,
    mart.tingkat
from dasar
left join mart on dasar.bulan = mart.bulan
where mart.jumlah is null or mart.jumlah <> dasar.jumlah

-- grain: one row per month, combination of payers and whether their shares add to 100
-- additive over: sumber_dana, is_bersama; not bulan
-- reads: staging.penerima, staging.penerima_orang
-- why: contributions may be borne jointly (BRU 20(2)); two full payers, or a missing share beside another payer, are a
-- double payment until somebody shows otherwise (domain.md 1.7). Shares are compared to one decimal: 3 x 33.33 is whole.
with ganda as (
    select
        orang.bulan,
        orang.id_peserta,
        coalesce(abs(orang.porsi_persen - 100) < 0.05, false) as is_bersama
    from staging.penerima_orang as orang
    where orang.jumlah_baris > 1
),

gabungan as (
    select
        ganda.bulan,
        ganda.id_peserta,
        ganda.is_bersama,
        string_agg(penerima.sumber_dana, ' + ' order by penerima.sumber_dana) as sumber_dana
    from ganda
    inner join staging.penerima as penerima
        on ganda.bulan = penerima.bulan
        and ganda.id_peserta = penerima.id_peserta
    group by ganda.bulan, ganda.id_peserta, ganda.is_bersama
)

select
    bulan,
    sumber_dana,
    is_bersama,
    count(*)::bigint as jumlah_orang
from gabungan
group by bulan, sumber_dana, is_bersama

-- grain: one row per funding source that has a counted ceiling or spending in the year of the month
-- additive over: sumber_dana for rupiah; not for jumlah_penerima (one person may have two payers)
-- reads: marts.anggaran, marts.realisasi, marts.penerima
-- params: bulan DATE
--
-- rp_pagu_rentan is the part of the ceiling meant for subsidised workers; rp_iuran_penerima is what the recipients
-- listed for the month cost. Together with the rest of the ceiling they say how long the money lasts (ucj/dana.py).
with pagu as (
    select
        sumber_dana,
        sum(rp_pagu)::bigint as rp_pagu,
        coalesce(sum(rp_pagu) filter (where untuk = 'RENTAN'), 0)::bigint as rp_pagu_rentan,
        bool_or(is_estimasi) as is_estimasi
    from marts.anggaran
    where bulan = $bulan
    group by all
),

belanja as (
    select
        sumber_dana,
        sum(rp_realisasi)::bigint as rp_realisasi
    from marts.realisasi
    where bulan between date_trunc('year', $bulan::date) and $bulan::date
    group by all
),

iuran as (
    select
        sumber_dana,
        sum(rp_iuran)::bigint as rp_iuran_penerima,
        sum(jumlah_orang)::bigint as jumlah_penerima
    from marts.penerima
    where bulan = $bulan
    group by all
)

select
    sumber_dana,
    coalesce(pagu.rp_pagu, 0) as rp_pagu,
    coalesce(pagu.rp_pagu_rentan, 0) as rp_pagu_rentan,
    coalesce(belanja.rp_realisasi, 0) as rp_realisasi,
    coalesce(iuran.rp_iuran_penerima, 0) as rp_iuran_penerima,
    coalesce(iuran.jumlah_penerima, 0) as jumlah_penerima,
    coalesce(pagu.is_estimasi, false) as is_estimasi
from pagu
full join belanja using (sumber_dana)
left join iuran using (sumber_dana)
order by rp_pagu desc, sumber_dana

-- grain: one row per office that has a counted ceiling or spending in the year of the month
-- additive over: kode_opd for rupiah
-- reads: marts.anggaran, marts.realisasi, marts.penerima
-- params: bulan DATE
-- why: how long the ceiling of one office lasts (ucj/dana.py); rp_iuran_penerima is what the recipients that this office
-- pays for cost in the month
with pagu as (
    select
        kode_unit as kode_opd,
        sum(rp_pagu)::bigint as rp_pagu,
        coalesce(sum(case when untuk = 'RENTAN' then rp_pagu end), 0)::bigint as rp_pagu_rentan
    from marts.anggaran
    where bulan = $bulan and lingkup = 'APBD'
    group by kode_unit
),

belanja as (
    select
        kode_unit as kode_opd,
        sum(rp_realisasi)::bigint as rp_realisasi
    from marts.realisasi
    where bulan between date_trunc('year', $bulan::date) and $bulan::date and lingkup = 'APBD'
    group by kode_unit
),

iuran as (
    select
        kode_opd,
        sum(rp_iuran)::bigint as rp_iuran_penerima
    from marts.penerima
    where bulan = $bulan
    group by kode_opd
)

select
    kode_opd,
    coalesce(pagu.rp_pagu, 0) as rp_pagu,
    coalesce(pagu.rp_pagu_rentan, 0) as rp_pagu_rentan,
    coalesce(belanja.rp_realisasi, 0) as rp_realisasi,
    coalesce(iuran.rp_iuran_penerima, 0) as rp_iuran_penerima
from pagu
full join belanja using (kode_opd)
left join iuran using (kode_opd)
order by kode_opd

-- grain: one row per lingkup: lines inside other accounts without their share for contributions, in force at the month's end
-- additive over: lingkup; not bulan
-- reads: marts.anggaran_tidak_dihitung
-- params: bulan DATE
select
    lingkup,
    sum(jumlah_baris)::bigint as jumlah_baris,
    sum(rp_pagu)::bigint as rp_pagu
from marts.anggaran_tidak_dihitung
where sebab = 'MELEKAT_TANPA_PORSI'
    and tahun = year($bulan::date)
    and berlaku_dari <= last_day($bulan::date)
    and coalesce(berlaku_sebelum > last_day($bulan::date), true)
group by lingkup
order by lingkup

-- grain: one row per stage (tahap) in force or passed at the end of the month: what it added to the ceiling of the year
-- additive over: tahap (the sum is the ceiling in force)
-- reads: marts.pagu_tahap
-- params: bulan DATE, unit VARCHAR
--
-- Empty unit means all units. jumlah_pertama: units whose first delivered stage this is; its whole ceiling counts as added.
with urut as (
    select
        tahap,
        urutan_tahap,
        is_estimasi,
        rp_pagu,
        lag(rp_pagu) over (partition by lingkup, kode_unit order by tanggal_berlaku, urutan_tahap) as rp_sebelum
    from marts.pagu_tahap
    where tahun = year($bulan::date)
        and tanggal_berlaku <= last_day($bulan::date)
        and ($unit = '' or kode_unit = $unit)
)

select
    tahap,
    sum(rp_pagu - coalesce(rp_sebelum, 0))::bigint as rp_ubah,
    count(*)::bigint as jumlah_unit,
    (count(*) filter (where rp_sebelum is null))::bigint as jumlah_pertama,
    bool_or(is_estimasi) as is_estimasi
from urut
group by tahap, urutan_tahap
order by urutan_tahap

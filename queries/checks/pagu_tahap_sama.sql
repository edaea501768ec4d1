-- returns: months in which the stages of the ceiling do not end at the ceiling in force; expect none
-- pesan: pagu menurut tahap anggaran tidak sama dengan pagu yang berlaku
with berlaku as (
    select bulan, sum(rp_pagu) as rp_pagu
    from marts.anggaran
    group by bulan
),

urut as (
    select
        berlaku.bulan,
        tahap.rp_pagu,
        row_number() over (
            partition by berlaku.bulan, tahap.lingkup, tahap.kode_unit
            order by tahap.tanggal_berlaku desc, tahap.urutan_tahap desc
        ) as urutan
    from berlaku
    inner join marts.pagu_tahap as tahap
        on tahap.tahun = year(berlaku.bulan)
        and tahap.tanggal_berlaku <= last_day(berlaku.bulan)
),

terakhir as (
    select bulan, sum(rp_pagu) as rp_pagu
    from urut
    where urutan = 1
    group by bulan
)

select berlaku.bulan
from berlaku
left join terakhir on berlaku.bulan = terakhir.bulan
where berlaku.rp_pagu <> coalesce(terakhir.rp_pagu, 0)

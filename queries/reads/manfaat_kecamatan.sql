-- grain: one row per kecamatan and programme over a span of months
-- additive over: kode_kecamatan, program, bulan
-- reads: marts.manfaat, marts.wilayah
-- params: dari DATE, sampai DATE
with kecamatan as (
    select kode_kecamatan, any_value(nama_kecamatan) as nama_kecamatan
    from marts.wilayah
    group by all
)

select
    manfaat.kode_kecamatan,
    coalesce(kecamatan.nama_kecamatan, 'Tidak diketahui') as nama_kecamatan,
    coalesce(manfaat.program, 'TIDAK_DIKETAHUI') as program,
    sum(manfaat.jumlah_kasus)::bigint as jumlah_kasus,
    sum(manfaat.rp_manfaat)::bigint as rp_manfaat,
    sum(manfaat.rp_iuran)::bigint as rp_iuran
from marts.manfaat as manfaat
left join kecamatan using (kode_kecamatan)
where manfaat.bulan between $dari and $sampai
group by all
order by rp_manfaat desc nulls last, manfaat.kode_kecamatan, program

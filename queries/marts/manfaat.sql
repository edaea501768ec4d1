-- grain: one row per month, kecamatan and programme
-- additive over: all, also bulan
-- reads: staging.rekap_nilai
-- why: the finest that the recap carries, per measure one single set of dimensions: kecamatan by programme, else the
-- programmes alone (kecamatan TIDAK_DIKETAHUI), else the kecamatan alone (programme TIDAK_DIKETAHUI), else the total.
-- A measure that no row of the month carries is null.
with himpunan as (
    select
        bulan,
        besaran,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah,
        jumlah_dimensi,
        max(case when program is not null then 1 else 0 end) as ukuran_program
    from staging.rekap_nilai
    group by all
),

pilihan as (
    select
        bulan,
        besaran,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah
    from himpunan
    qualify row_number() over (
        partition by bulan, besaran
        order by
            ukuran_program desc,
            case when ukuran_wilayah > 0 then 0 else 1 end,
            jumlah_dimensi,
            ukuran_wilayah,
            ukuran_sektor,
            ukuran_segmen
    ) = 1
)

select
    pilihan.bulan,
    coalesce(nilai.kode_kecamatan, 'TIDAK_DIKETAHUI') as kode_kecamatan,
    coalesce(nilai.program, 'TIDAK_DIKETAHUI') as program,
    sum(case when pilihan.besaran = 'jumlah_kasus' then nilai.nilai end)::bigint as jumlah_kasus,
    sum(case when pilihan.besaran = 'rp_manfaat' then nilai.nilai end)::bigint as rp_manfaat,
    sum(case when pilihan.besaran = 'rp_iuran' then nilai.nilai end)::bigint as rp_iuran
from pilihan
inner join staging.rekap_nilai as nilai
    on pilihan.bulan = nilai.bulan
    and pilihan.besaran = nilai.besaran
    and pilihan.ukuran_segmen = nilai.ukuran_segmen
    and pilihan.ukuran_sektor = nilai.ukuran_sektor
    and pilihan.ukuran_wilayah = nilai.ukuran_wilayah
group by all

-- grain: one row per month, measure (besaran), level (tingkat) and unit (kunci) taken from the recap
-- additive over: bulan, and kunci inside one tingkat
-- reads: staging.rekap_nilai, ref.parameter
-- why: each level comes from the rows that fill exactly its dimension, else from one single smallest set of dimensions
-- that contains it (sources.md 5, rule 5); a village set contains the kecamatan
with tingkat as (
    select 'KABUPATEN' as tingkat, 0 as ukuran_segmen, 0 as ukuran_sektor, 0 as ukuran_wilayah, 0 as ukuran_program
    union all
    select 'SEGMEN', 1, 0, 0, 0
    union all
    select 'SEKTOR', 0, 1, 0, 0
    union all
    select 'KECAMATAN', 0, 0, 1, 0
    union all
    select 'DESA', 0, 0, 2, 0
    union all
    select 'PROGRAM', 0, 0, 0, 1
),

himpunan as (
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
        himpunan.bulan,
        himpunan.besaran,
        tingkat.tingkat,
        himpunan.ukuran_segmen,
        himpunan.ukuran_sektor,
        himpunan.ukuran_wilayah
    from himpunan
    inner join tingkat
        on himpunan.ukuran_program >= tingkat.ukuran_program
        and himpunan.ukuran_segmen >= tingkat.ukuran_segmen
        and himpunan.ukuran_sektor >= tingkat.ukuran_sektor
        and himpunan.ukuran_wilayah >= tingkat.ukuran_wilayah
    qualify row_number() over (
        partition by himpunan.bulan, himpunan.besaran, tingkat.tingkat
        order by
            himpunan.jumlah_dimensi,
            himpunan.ukuran_wilayah,
            himpunan.ukuran_sektor,
            himpunan.ukuran_segmen
    ) = 1
)

select
    pilihan.bulan,
    pilihan.besaran,
    nilai.basis,
    pilihan.tingkat,
    case pilihan.tingkat
        when 'KABUPATEN' then parameter.kode
        when 'SEGMEN' then nilai.segmen
        when 'SEKTOR' then nilai.sektor
        when 'KECAMATAN' then nilai.kode_kecamatan
        when 'DESA' then nilai.kode_desa
        else nilai.program
    end as kunci,
    sum(nilai.nilai)::bigint as nilai
from pilihan
inner join staging.rekap_nilai as nilai
    on pilihan.bulan = nilai.bulan
    and pilihan.besaran = nilai.besaran
    and pilihan.ukuran_segmen = nilai.ukuran_segmen
    and pilihan.ukuran_sektor = nilai.ukuran_sektor
    and pilihan.ukuran_wilayah = nilai.ukuran_wilayah
cross join ref.parameter as parameter
where pilihan.tingkat <> 'PROGRAM' or nilai.program is not null
group by all

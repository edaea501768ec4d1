-- grain: one row per month, basis, level (tingkat) and unit (kunci) taken from the recap
-- additive over: kunci inside one tingkat other than PROGRAM; not bulan, not basis
-- reads: staging.rekap
-- why: each level comes from the rows that fill exactly its dimension, else from one single smallest set of dimensions
-- that contains it (sources.md 5, rule 5). jumlah_terdaftar is null unless every row of that set gives it.
with tingkat as (
    select 'KABUPATEN' as tingkat, 0 as ukuran_segmen, 0 as ukuran_sektor, 0 as ukuran_wilayah, false as is_program
    union all
    select 'SEGMEN', 1, 0, 0, false
    union all
    select 'SEKTOR', 0, 1, 0, false
    union all
    select 'KECAMATAN', 0, 0, 1, false
    union all
    select 'DESA', 0, 0, 2, false
    union all
    select 'PROGRAM', 0, 0, 0, true
),

himpunan as (
    select distinct
        bulan,
        basis,
        program is not null as is_program,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah
    from staging.rekap
    where jumlah_aktif is not null
),

pilihan as (
    select
        himpunan.bulan,
        himpunan.basis,
        tingkat.tingkat,
        tingkat.is_program,
        himpunan.ukuran_segmen,
        himpunan.ukuran_sektor,
        himpunan.ukuran_wilayah
    from himpunan
    inner join tingkat
        on himpunan.is_program = tingkat.is_program
        and himpunan.ukuran_segmen >= tingkat.ukuran_segmen
        and himpunan.ukuran_sektor >= tingkat.ukuran_sektor
        and himpunan.ukuran_wilayah >= tingkat.ukuran_wilayah
    qualify row_number() over (
        partition by himpunan.bulan, himpunan.basis, tingkat.tingkat
        order by
            himpunan.ukuran_segmen
            + himpunan.ukuran_sektor
            + case when himpunan.ukuran_wilayah > 0 then 1 else 0 end,
            himpunan.ukuran_wilayah,
            himpunan.ukuran_sektor,
            himpunan.ukuran_segmen
    ) = 1
)

select
    pilihan.bulan,
    pilihan.basis,
    pilihan.tingkat,
    case pilihan.tingkat
        when 'KABUPATEN' then 'KABUPATEN'
        when 'SEGMEN' then rekap.segmen
        when 'SEKTOR' then rekap.sektor
        when 'KECAMATAN' then rekap.kode_kecamatan
        when 'DESA' then rekap.kode_desa
        else rekap.program
    end as kunci,
    sum(rekap.jumlah_aktif)::bigint as jumlah_aktif,
    case when count(*) = count(rekap.jumlah_terdaftar) then sum(rekap.jumlah_terdaftar)::bigint end as jumlah_terdaftar
from pilihan
inner join staging.rekap as rekap
    on pilihan.bulan = rekap.bulan
    and pilihan.basis = rekap.basis
    and pilihan.is_program = (rekap.program is not null)
    and pilihan.ukuran_segmen = rekap.ukuran_segmen
    and pilihan.ukuran_sektor = rekap.ukuran_sektor
    and pilihan.ukuran_wilayah = rekap.ukuran_wilayah
where rekap.jumlah_aktif is not null
group by all

-- grain: one row per month, basis, level (tingkat) and unit (kunci): the denominator in force at the end of the month
-- additive over: kunci inside one tingkat; not bulan, not basis
-- reads: staging.penduduk_bekerja, ref.bulan, ref.parameter
-- why: sources.md 5, rules 5 and 7: the first source in the profile's order that has the level with a release not after
-- the end of the month, its latest release; only if no source has one, the earliest, marked. One source and one set of
-- dimensions per level, never mixed; jumlah_layak where that set gives it whole, else jumlah_bekerja.
with tingkat as (
    select
        'KABUPATEN' as tingkat,
        0 as ukuran_wilayah,
        0 as ukuran_sektor,
        0 as ukuran_segmen,
        0 as ukuran_kelamin
    union all
    select 'KECAMATAN', 1, 0, 0, 0
    union all
    select 'DESA', 2, 0, 0, 0
    union all
    select 'SEKTOR', 0, 1, 0, 0
    union all
    select 'SEGMEN', 0, 0, 1, 0
    union all
    select 'JENIS_KELAMIN', 0, 0, 0, 1
),

himpunan as (
    select
        sumber_data,
        urutan_sumber,
        tahun,
        basis,
        ukuran_wilayah,
        ukuran_sektor,
        ukuran_segmen,
        ukuran_kelamin,
        max(tanggal_rilis) as tanggal_rilis,
        count(*) = count(jumlah_layak) as is_layak
    from staging.penduduk_bekerja
    group by all
),

pilihan as (
    select
        tingkat.tingkat,
        himpunan.sumber_data,
        himpunan.urutan_sumber,
        himpunan.tahun,
        himpunan.basis,
        himpunan.ukuran_wilayah,
        himpunan.ukuran_sektor,
        himpunan.ukuran_segmen,
        himpunan.ukuran_kelamin,
        himpunan.tanggal_rilis,
        himpunan.is_layak
    from himpunan
    inner join tingkat
        on himpunan.ukuran_wilayah >= tingkat.ukuran_wilayah
        and himpunan.ukuran_sektor >= tingkat.ukuran_sektor
        and himpunan.ukuran_segmen >= tingkat.ukuran_segmen
        and himpunan.ukuran_kelamin >= tingkat.ukuran_kelamin
    qualify row_number() over (
        partition by tingkat.tingkat, himpunan.sumber_data, himpunan.tahun, himpunan.basis
        order by
            himpunan.ukuran_sektor
            + himpunan.ukuran_segmen
            + himpunan.ukuran_kelamin
            + case when himpunan.ukuran_wilayah > 0 then 1 else 0 end,
            himpunan.ukuran_wilayah,
            himpunan.ukuran_sektor,
            himpunan.ukuran_segmen,
            himpunan.ukuran_kelamin
    ) = 1
),

berlaku as (
    select
        bulan.bulan,
        pilihan.tingkat,
        pilihan.sumber_data,
        pilihan.tahun,
        pilihan.basis,
        pilihan.ukuran_wilayah,
        pilihan.ukuran_sektor,
        pilihan.ukuran_segmen,
        pilihan.ukuran_kelamin,
        pilihan.tanggal_rilis,
        pilihan.is_layak,
        pilihan.tanggal_rilis > last_day(bulan.bulan) as is_paling_awal
    from ref.bulan as bulan
    cross join pilihan
    qualify row_number() over (
        partition by bulan.bulan, pilihan.tingkat, pilihan.basis
        order by
            case when pilihan.tanggal_rilis <= last_day(bulan.bulan) then 0 else 1 end,
            case when pilihan.tanggal_rilis <= last_day(bulan.bulan) then pilihan.urutan_sumber end,
            case when pilihan.tanggal_rilis <= last_day(bulan.bulan) then pilihan.tanggal_rilis end desc,
            pilihan.tanggal_rilis,
            pilihan.urutan_sumber,
            pilihan.tahun desc
    ) = 1
)

select
    berlaku.bulan,
    berlaku.basis,
    berlaku.tingkat,
    case berlaku.tingkat
        when 'KABUPATEN' then parameter.kode
        when 'KECAMATAN' then penduduk.kode_kecamatan
        when 'DESA' then penduduk.kode_desa
        when 'SEKTOR' then penduduk.sektor
        when 'SEGMEN' then penduduk.segmen
        else penduduk.jenis_kelamin
    end as kunci,
    sum(case when berlaku.is_layak then penduduk.jumlah_layak else penduduk.jumlah_bekerja end)::bigint
        as jumlah_pekerja,
    case when berlaku.is_layak then 'jumlah_layak' else 'jumlah_bekerja' end as jenis_penyebut,
    berlaku.sumber_data,
    berlaku.tahun,
    berlaku.tanggal_rilis,
    berlaku.is_paling_awal
from berlaku
inner join staging.penduduk_bekerja as penduduk
    on berlaku.sumber_data = penduduk.sumber_data
    and berlaku.tahun = penduduk.tahun
    and berlaku.basis = penduduk.basis
    and berlaku.ukuran_wilayah = penduduk.ukuran_wilayah
    and berlaku.ukuran_sektor = penduduk.ukuran_sektor
    and berlaku.ukuran_segmen = penduduk.ukuran_segmen
    and berlaku.ukuran_kelamin = penduduk.ukuran_kelamin
cross join ref.parameter as parameter
group by all

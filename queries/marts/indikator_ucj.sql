-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: UCJ-01, UCJ-02, UCJ-03, UCJ-05, UCJ-06, S-11
-- additive over: nothing; numerator and denominator add up over kunci inside one tingkat where people have one value each
-- reads: marts.peserta_tingkat, marts.penyebut, marts.wilayah, ref.parameter
-- why: UCJ-01, 03, 05, 06 rest on DOMISILI only, UCJ-02 and S-11 on TEMPAT_KERJA only (sources.md 4); a denominator that
-- has only sector A undivided takes the numerators A1 to A3 together (sources.md 2)
with sektor_a as (
    select
        bulan,
        basis,
        max(case when kunci = 'A' then 1 else 0 end) = 1
        and max(case when kunci in ('A1', 'A2', 'A3') then 1 else 0 end) = 0 as is_utuh
    from marts.penyebut
    where tingkat = 'SEKTOR'
    group by bulan, basis
),

peserta as (
    select
        peserta.bulan,
        peserta.basis,
        peserta.tingkat,
        case
            when peserta.tingkat = 'SEKTOR' and peserta.kunci in ('A1', 'A2', 'A3') and sektor_a.is_utuh then 'A'
            else peserta.kunci
        end as kunci,
        sum(peserta.jumlah_aktif)::bigint as jumlah_aktif,
        sum(peserta.jumlah_terdaftar)::bigint as jumlah_terdaftar,
        peserta.sumber
    from marts.peserta_tingkat as peserta
    left join sektor_a
        on peserta.bulan = sektor_a.bulan and peserta.basis = sektor_a.basis
    group by all
),

cakupan as (
    select
        peserta.bulan,
        peserta.basis,
        peserta.tingkat,
        peserta.kunci,
        peserta.jumlah_aktif,
        penyebut.jumlah_pekerja,
        peserta.sumber,
        penyebut.sumber_data || ' ' || penyebut.tahun as sumber_penyebut,
        nullif(
            concat_ws(
                '; ',
                case
                    when penyebut.is_paling_awal
                        then 'penyebut rilis paling awal yang ada, lebih baru daripada bulan ini'
                end,
                case when penyebut.jenis_penyebut = 'jumlah_layak' then 'penyebut: pekerja yang memenuhi syarat' end,
                case when penyebut.jenis_penyebut = 'jumlah_bekerja' then 'penyebut: penduduk bekerja' end
            ),
            ''
        ) as catatan
    from peserta
    left join marts.penyebut as penyebut
        on peserta.bulan = penyebut.bulan
        and peserta.basis = penyebut.basis
        and peserta.tingkat = penyebut.tingkat
        and peserta.kunci = penyebut.kunci
),

desa as (
    select
        cakupan.bulan,
        cakupan.kunci as kode_desa,
        wilayah.kode_kecamatan,
        case
            when 100 * cakupan.jumlah_aktif >= parameter.ambang_desa * cakupan.jumlah_pekerja then 1
            else 0
        end as is_tercapai,
        cakupan.jumlah_pekerja > 0 as is_berpenyebut,
        cakupan.sumber,
        cakupan.sumber_penyebut
    from cakupan
    inner join marts.wilayah as wilayah
        on cakupan.kunci = wilayah.kode_desa
    cross join ref.parameter as parameter
    where cakupan.tingkat = 'DESA' and cakupan.basis = 'DOMISILI'
),

desa_tingkat as (
    select
        desa.bulan,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        desa.is_tercapai,
        desa.is_berpenyebut,
        desa.sumber,
        desa.sumber_penyebut
    from desa
    cross join ref.parameter as parameter
    union all
    select bulan, 'KECAMATAN', kode_kecamatan, is_tercapai, is_berpenyebut, sumber, sumber_penyebut
    from desa
    union all
    select bulan, 'DESA', kode_desa, is_tercapai, is_berpenyebut, sumber, sumber_penyebut
    from desa
)

select
    bulan,
    'UCJ-01' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_aktif as pembilang,
    jumlah_pekerja as penyebut,
    basis,
    sumber,
    sumber_penyebut,
    false as is_estimasi,
    catatan
from cakupan
where basis = 'DOMISILI'
    and tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'SEKTOR', 'JENIS_KELAMIN', 'KELOMPOK_USIA')

union all

select
    bulan,
    'UCJ-02' as kode,
    tingkat,
    kunci,
    'orang' as satuan,
    jumlah_aktif as pembilang,
    null::bigint as penyebut,
    basis,
    sumber,
    null as sumber_penyebut,
    false as is_estimasi,
    null as catatan
from marts.peserta_tingkat
where basis = 'TEMPAT_KERJA' and tingkat in ('KABUPATEN', 'SEKTOR', 'SEGMEN', 'SUBKATEGORI', 'PROGRAM')

union all

select
    bulan,
    'UCJ-03' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_aktif as pembilang,
    jumlah_pekerja as penyebut,
    basis,
    sumber,
    sumber_penyebut,
    false as is_estimasi,
    catatan
from cakupan
where basis = 'DOMISILI' and tingkat = 'SEGMEN'

union all

select
    bulan,
    'UCJ-05' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    sum(case when is_berpenyebut then is_tercapai end)::bigint as pembilang,
    nullif(count(*) filter (where is_berpenyebut), 0)::bigint as penyebut,
    'DOMISILI' as basis,
    min(sumber) as sumber,
    min(sumber_penyebut) as sumber_penyebut,
    false as is_estimasi,
    case
        when count(*) > count(*) filter (where is_berpenyebut)
            then (count(*) - count(*) filter (where is_berpenyebut)) || ' desa tanpa penyebut'
    end as catatan
from desa_tingkat
group by bulan, tingkat, kunci

union all

select
    bulan,
    'UCJ-06' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_aktif as pembilang,
    jumlah_terdaftar as penyebut,
    basis,
    sumber,
    null as sumber_penyebut,
    false as is_estimasi,
    null as catatan
from marts.peserta_tingkat
where basis = 'DOMISILI' and tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'SUBKATEGORI', 'SUMBER_DANA')

union all

select
    bulan,
    'S-11' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_aktif as pembilang,
    jumlah_pekerja as penyebut,
    basis,
    sumber,
    sumber_penyebut,
    false as is_estimasi,
    catatan
from cakupan
where basis = 'TEMPAT_KERJA' and tingkat in ('KABUPATEN', 'SEGMEN')

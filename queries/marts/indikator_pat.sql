-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: PAT-01 (persen), PAT-02 (pemberi
-- kerja, Rp)
-- additive over: kunci inside one tingkat; not bulan
-- reads: marts.pemberi_kerja, marts.unit, ref.parameter
-- why: sources.md 5, rule 17. PAT-02 has no row in a month in which no employer's arrears were delivered: 0 would say that
-- nobody is in arrears.
with dasar as (
    select
        pemberi_kerja.bulan,
        'KABUPATEN' as tingkat,
        parameter.kode as kunci,
        pemberi_kerja.jumlah,
        pemberi_kerja.jumlah_patuh,
        pemberi_kerja.jumlah_pwbd,
        pemberi_kerja.jumlah_tunggakan,
        pemberi_kerja.rp_tunggakan,
        pemberi_kerja.jumlah_dinilai_tk,
        pemberi_kerja.jumlah_dinilai_upah,
        pemberi_kerja.jumlah_dinilai_program,
        pemberi_kerja.jumlah_dinilai_tunggakan
    from marts.pemberi_kerja as pemberi_kerja
    cross join ref.parameter as parameter
    union all
    select
        bulan,
        'SEKTOR' as tingkat,
        sektor as kunci,
        jumlah,
        jumlah_patuh,
        jumlah_pwbd,
        jumlah_tunggakan,
        rp_tunggakan,
        jumlah_dinilai_tk,
        jumlah_dinilai_upah,
        jumlah_dinilai_program,
        jumlah_dinilai_tunggakan
    from marts.pemberi_kerja
    union all
    select
        bulan,
        'SKALA' as tingkat,
        skala as kunci,
        jumlah,
        jumlah_patuh,
        jumlah_pwbd,
        jumlah_tunggakan,
        rp_tunggakan,
        jumlah_dinilai_tk,
        jumlah_dinilai_upah,
        jumlah_dinilai_program,
        jumlah_dinilai_tunggakan
    from marts.pemberi_kerja
),

jumlah as (
    select
        bulan,
        tingkat,
        kunci,
        sum(jumlah)::bigint as jumlah,
        sum(jumlah_patuh)::bigint as jumlah_patuh,
        sum(jumlah_pwbd)::bigint as jumlah_pwbd,
        sum(jumlah_tunggakan)::bigint as jumlah_tunggakan,
        sum(rp_tunggakan)::bigint as rp_tunggakan,
        sum(jumlah_dinilai_tk)::bigint as jumlah_dinilai_tk,
        sum(jumlah_dinilai_upah)::bigint as jumlah_dinilai_upah,
        sum(jumlah_dinilai_program)::bigint as jumlah_dinilai_program,
        sum(jumlah_dinilai_tunggakan)::bigint as jumlah_dinilai_tunggakan
    from dasar
    group by bulan, tingkat, kunci
),

bulanan as (
    select
        bulan,
        jumlah_pwbd = 0 as is_tanpa_daftar_pwbd,
        jumlah_pwbd = jumlah as is_hanya_pwbd,
        jumlah_dinilai_tunggakan > 0 as is_tunggakan_dinilai
    from jumlah
    where tingkat = 'KABUPATEN'
),

unit as (
    select tingkat, kunci
    from marts.unit
    where tingkat = 'SEKTOR'
    union all
    select 'SKALA', 'MIKRO'
    union all
    select 'SKALA', 'KECIL'
    union all
    select 'SKALA', 'MENENGAH'
    union all
    select 'SKALA', 'BESAR'
),

terisi as (
    select distinct bulan, tingkat
    from jumlah
    where kunci <> 'TIDAK_DIKETAHUI'
),

baris as (
    select terisi.bulan, terisi.tingkat, unit.kunci
    from terisi
    inner join unit on terisi.tingkat = unit.tingkat
    union
    select jumlah.bulan, jumlah.tingkat, jumlah.kunci
    from jumlah
    inner join terisi
        on jumlah.bulan = terisi.bulan and jumlah.tingkat = terisi.tingkat
),

lengkap as (
    select
        baris.bulan,
        baris.tingkat,
        baris.kunci,
        coalesce(jumlah.jumlah, 0) as jumlah,
        coalesce(jumlah.jumlah_patuh, 0) as jumlah_patuh,
        coalesce(jumlah.jumlah_tunggakan, 0) as jumlah_tunggakan,
        case when jumlah.jumlah is null then 0 else jumlah.rp_tunggakan end as rp_tunggakan,
        coalesce(jumlah.jumlah_dinilai_tk, 0) as jumlah_dinilai_tk,
        coalesce(jumlah.jumlah_dinilai_upah, 0) as jumlah_dinilai_upah,
        coalesce(jumlah.jumlah_dinilai_program, 0) as jumlah_dinilai_program,
        coalesce(jumlah.jumlah_dinilai_tunggakan, 0) as jumlah_dinilai_tunggakan,
        bulanan.is_tanpa_daftar_pwbd,
        bulanan.is_hanya_pwbd,
        bulanan.is_tunggakan_dinilai
    from baris
    inner join bulanan on baris.bulan = bulanan.bulan
    left join jumlah
        on baris.bulan = jumlah.bulan
        and baris.tingkat = jumlah.tingkat
        and baris.kunci = jumlah.kunci
)

select
    bulan,
    'PAT-01' as kode,
    tingkat,
    kunci,
    'persen' as satuan,
    jumlah_patuh as pembilang,
    jumlah as penyebut,
    null::varchar as basis,
    'pemberi_kerja' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    concat_ws(
        '; ',
        'dinilai: pekerja ' || jumlah_dinilai_tk || ', upah ' || jumlah_dinilai_upah || ', program '
        || jumlah_dinilai_program || ', tunggakan ' || jumlah_dinilai_tunggakan || ' dari ' || jumlah
        || ' pemberi kerja',
        case when is_tanpa_daftar_pwbd then 'bulan ini tanpa daftar pemberi kerja yang belum terdaftar' end,
        case when is_hanya_pwbd then 'bulan ini tanpa daftar pemberi kerja yang terdaftar' end
    ) as catatan
from lengkap

union all

select
    bulan,
    'PAT-02' as kode,
    tingkat,
    kunci,
    'pemberi kerja' as satuan,
    jumlah_tunggakan as pembilang,
    null::bigint as penyebut,
    null::varchar as basis,
    'pemberi_kerja' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    'dinilai: ' || jumlah_dinilai_tunggakan || ' dari ' || jumlah || ' pemberi kerja' as catatan
from lengkap
where is_tunggakan_dinilai

union all

select
    bulan,
    'PAT-02' as kode,
    tingkat,
    kunci,
    'Rp' as satuan,
    rp_tunggakan as pembilang,
    null::bigint as penyebut,
    null::varchar as basis,
    'pemberi_kerja' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    case when rp_tunggakan is null then 'nilai tunggakan tidak dikirim' end as catatan
from lengkap
where is_tunggakan_dinilai

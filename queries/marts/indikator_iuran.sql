-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: KEU-03 (Rp), MAN-01 (kasus, Rp)
-- additive over: bulan, and kunci inside one tingkat
-- reads: marts.tingkat_nilai, marts.unit
-- why: contributions received and benefits paid of the month (sources.md 5, rule 16; BRU 22); a level that the recap
-- carries has a row for every known unit
with ukuran as (
    select 'rp_iuran' as besaran, 'KEU-03' as kode, 'Rp' as satuan
    union all
    select 'jumlah_kasus', 'MAN-01', 'kasus'
    union all
    select 'rp_manfaat', 'MAN-01', 'Rp'
),

nilai as (
    select
        nilai.bulan,
        ukuran.kode,
        ukuran.satuan,
        nilai.basis,
        nilai.tingkat,
        nilai.kunci,
        nilai.nilai
    from marts.tingkat_nilai as nilai
    inner join ukuran on nilai.besaran = ukuran.besaran
    where (ukuran.kode = 'KEU-03' and nilai.tingkat in ('KABUPATEN', 'PROGRAM', 'SEGMEN', 'SEKTOR'))
        or (ukuran.kode = 'MAN-01' and nilai.tingkat in ('KABUPATEN', 'PROGRAM', 'SEGMEN', 'KECAMATAN', 'DESA'))
),

terisi as (
    select distinct bulan, kode, satuan, basis, tingkat
    from nilai
),

baris as (
    select terisi.bulan, terisi.kode, terisi.satuan, terisi.basis, terisi.tingkat, unit.kunci
    from terisi
    inner join marts.unit as unit on terisi.tingkat = unit.tingkat
    union
    select bulan, kode, satuan, basis, tingkat, kunci
    from nilai
)

select
    baris.bulan,
    baris.kode,
    baris.tingkat,
    baris.kunci,
    baris.satuan,
    coalesce(nilai.nilai, 0)::bigint as pembilang,
    null::bigint as penyebut,
    baris.basis,
    'rekap_bpjs' as sumber,
    null::varchar as sumber_penyebut,
    false as is_estimasi,
    null::varchar as catatan
from baris
left join nilai
    on baris.bulan = nilai.bulan
    and baris.kode = nilai.kode
    and baris.satuan = nilai.satuan
    and baris.tingkat = nilai.tingkat
    and baris.kunci = nilai.kunci

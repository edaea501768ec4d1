-- returns: levels whose units do not add up to the regency's active participants (sources.md 5, rule 20); expect none
-- pesan: jumlah menurut desa, kecamatan, sektor, segmen, jenis kelamin, atau usia tidak sama dengan jumlah kabupaten
-- why: where a list or recap knows more people in its parts than the total says, the warning rekap_beda tells it
with jumlah as (
    select
        bulan,
        basis,
        tingkat,
        sum(jumlah_aktif) as jumlah_aktif
    from marts.peserta_tingkat
    where tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'SEKTOR', 'SEGMEN', 'JENIS_KELAMIN', 'KELOMPOK_USIA')
    group by all
)

select
    bagian.bulan,
    bagian.basis,
    bagian.tingkat,
    bagian.jumlah_aktif,
    kabupaten.jumlah_aktif as jumlah_kabupaten
from jumlah as bagian
inner join jumlah as kabupaten
    on bagian.bulan = kabupaten.bulan and bagian.basis = kabupaten.basis and kabupaten.tingkat = 'KABUPATEN'
where bagian.tingkat <> 'KABUPATEN' and bagian.jumlah_aktif < kabupaten.jumlah_aktif

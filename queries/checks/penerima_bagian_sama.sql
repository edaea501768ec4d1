-- returns: months in which recipients by kecamatan, village or sex do not add up to the regency's; expect none
-- pesan: penerima bantuan menurut kecamatan, desa, atau jenis kelamin tidak berjumlah sama dengan kabupaten
with jumlah as (
    select bulan, tingkat, sum(pembilang) as pembilang
    from marts.indikator_rnt
    where tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'JENIS_KELAMIN')
    group by bulan, tingkat
)

select
    bagian.bulan,
    bagian.tingkat
from jumlah as bagian
inner join jumlah as kabupaten
    on bagian.bulan = kabupaten.bulan
    and kabupaten.tingkat = 'KABUPATEN'
where bagian.pembilang <> kabupaten.pembilang

-- returns: roster indicators whose villages or sexes do not add up to the regency's people; expect none
-- pesan: jumlah daftar pekerja menurut desa, sektor, atau jenis kelamin tidak sama dengan jumlah kabupaten
with jumlah as (
    select
        bulan,
        kode,
        tingkat,
        sum(penyebut) as penyebut,
        sum(pembilang) as pembilang
    from marts.indikator_roster
    where tingkat in ('KABUPATEN', 'KECAMATAN', 'DESA', 'SEKTOR', 'JENIS_KELAMIN')
    group by all
)

select
    bagian.bulan,
    bagian.kode,
    bagian.tingkat
from jumlah as bagian
inner join jumlah as kabupaten
    on bagian.bulan = kabupaten.bulan and bagian.kode = kabupaten.kode and kabupaten.tingkat = 'KABUPATEN'
where bagian.penyebut <> kabupaten.penyebut or bagian.pembilang is distinct from kabupaten.pembilang

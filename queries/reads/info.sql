-- grain: the one row in which a build says what it is
-- reads: marts.info
-- params: -
select
    build,
    waktu,
    kode,
    nama,
    profil,
    hash_profil,
    is_simulasi,
    bulan_terakhir,
    tanggal_data
from marts.info

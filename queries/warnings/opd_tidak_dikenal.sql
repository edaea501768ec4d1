-- returns: office codes on rosters that the profile does not have
select
    'Kode OPD ' || binaan.kode_opd || ' pada daftar pekerja (' || count(*)
    || ' baris) tidak ada di profil. Perbaiki kodenya atau tambahkan OPD itu di profil.toml.' as kalimat
from raw.pekerja_binaan as binaan
anti join ref.opd as opd
    on binaan.kode_opd = opd.kode_opd
where binaan.kode_opd not in ('BUMD', 'BPJSTK')
group by binaan.kode_opd

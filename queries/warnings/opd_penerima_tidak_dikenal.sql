-- returns: office codes of recipient lists that the profile does not have
select
    'Kode OPD ' || penerima.kode_opd || ' pada penerima_bantuan (' || count(*)
    || ' baris) tidak ada di profil. Perbaiki kodenya atau tambahkan OPD itu di profil.toml.' as kalimat
from staging.penerima as penerima
anti join ref.opd as opd
    on penerima.kode_opd = opd.kode_opd
where penerima.kode_opd <> 'TIDAK_DIKETAHUI'
group by penerima.kode_opd

-- returns: open objections of an office that the profile does not have: their mark stands beside no figure
select
    'Klarifikasi ' || klarifikasi.id || ' menyebut ' || klarifikasi.kode_opd
    || ', yang tidak ada di profil, sehingga tandanya tidak muncul di halaman OPD. Perbaiki kodenya.' as kalimat
from staging.klarifikasi as klarifikasi
anti join ref.opd as opd
    on klarifikasi.kode_opd = opd.kode_opd
where klarifikasi.status = 'TERBUKA'
    and klarifikasi.kode_opd not in ('BUMD', 'BPJSTK')
    and left(klarifikasi.kode_opd, 5) <> 'DESA-'

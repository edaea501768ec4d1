-- returns: reports written down for a period that no duty knows, because no month of it has data
select
    'Laporan masuk ' || replace(lower(surat.kewajiban), '_', ' ') || ' untuk ' || surat.periode
    || ' dicatat, tetapi tidak ada kewajiban dengan periode itu pada bulan-bulan yang ada datanya. Periksa periodenya.'
        as kalimat
from staging.laporan_masuk as surat
anti join marts.kewajiban as kewajiban
    on surat.kewajiban = kewajiban.kewajiban
    and surat.periode = kewajiban.periode

-- returns: months in which the official ratio of BPJS TK differs from ours by 0.1 point or more
select
    'BPJS Ketenagakerjaan menyebut cakupan ' || replace(round(resmi.persen_resmi, 1)::varchar, '.', ',')
    || '% untuk ' || strftime(resmi.bulan, '%m/%Y') || ' ('
    || case resmi.basis when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end || '); hitungan ini '
    || replace(round(100.0 * indikator.pembilang / indikator.penyebut, 1)::varchar, '.', ',')
    || '%. Periksa pembilang dan penyebutnya.' as kalimat
from marts.rekap_resmi as resmi
inner join marts.indikator as indikator
    on resmi.bulan = indikator.bulan
    and resmi.basis = indikator.basis
    and indikator.tingkat = 'KABUPATEN'
    and indikator.kode in ('UCJ-01', 'S-11')
where indikator.penyebut > 0
    and abs(resmi.persen_resmi - 100.0 * indikator.pembilang / indikator.penyebut) >= 0.1

-- returns: months with people whose village code is empty (outside DOMISILI, sources.md 5, rule 19)
select
    'Daftar peserta ' || strftime(bulan, '%m/%Y') || ': ' || count(distinct id_peserta)
    || ' orang tanpa kode desa, jadi tidak terhitung menurut KTP. Mintalah kode desanya kepada BPJS Ketenagakerjaan.'
        as kalimat
from raw.peserta
where kode_desa is null
group by bulan

-- returns: months with participants but no denominator for the regency, or only one released later (rule 7)
select
    case
        when penyebut.kunci is null
            then 'Belum ada penyebut (penduduk bekerja) untuk ' || strftime(peserta.bulan, '%m/%Y')
                || ': cakupan tidak dapat dihitung. Muat sumber penduduk_bekerja.'
        else 'Penyebut untuk ' || strftime(peserta.bulan, '%m/%Y') || ' memakai rilis yang lebih baru (' || strftime(penyebut.tanggal_rilis, '%d/%m/%Y')
            || ') karena tidak ada yang lebih lama.'
    end as kalimat
from marts.peserta_tingkat as peserta
left join marts.penyebut as penyebut
    on peserta.bulan = penyebut.bulan
    and peserta.basis = penyebut.basis
    and penyebut.tingkat = 'KABUPATEN'
where peserta.tingkat = 'KABUPATEN'
    and peserta.basis = 'DOMISILI'
    and (penyebut.kunci is null or penyebut.is_paling_awal)

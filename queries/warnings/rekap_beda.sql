-- returns: months in which list and recap differ by more than the profile allows (sources.md 5, rule 6)
select
    'Rekap ' || strftime(bulan, '%m/%Y') || ' ' || case basis when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end
    || ' menyebut ' || replace(format('{:,}', jumlah_aktif_rekap), ',', '.')
    || ' peserta aktif, daftar peserta ' || replace(format('{:,}', jumlah_aktif_daftar), ',', '.')
    || case
        when basis = 'DOMISILI'
            then ': cabang tidak mengenal warga yang bekerja di luar daerah; pastikan selisihnya memang itu.'
        else ': tanyakan kepada BPJS Ketenagakerjaan mana yang benar.'
    end as kalimat
from marts.rekap_resmi
cross join ref.parameter as parameter
where jumlah_aktif_daftar is not null
    and 100 * abs(jumlah_aktif_rekap - jumlah_aktif_daftar) > parameter.beda_rekap_persen * jumlah_aktif_rekap

-- returns: sources and months whose rows, active participants or recipients jump or fall against the month before by more
-- than the profile allows (peringatan.lonjakan_persen): one sentence per source and month
with ukuran as (
    select
        'Daftar peserta' as kiriman,
        bulan,
        'baris' as ukuran,
        count(*)::bigint as jumlah
    from raw.peserta
    group by bulan

    union all

    select
        'Daftar peserta' as kiriman,
        bulan,
        'peserta aktif ' || case basis when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end as ukuran,
        sum(jumlah_aktif)::bigint as jumlah
    from marts.peserta_desa
    group by bulan, basis

    union all

    select
        'Rekap BPJS Ketenagakerjaan' as kiriman,
        bulan,
        'peserta aktif ' || case basis when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end as ukuran,
        jumlah_aktif as jumlah
    from marts.tingkat_rekap
    where tingkat = 'KABUPATEN'

    union all

    select
        'Daftar pemberi kerja' as kiriman,
        bulan,
        case when npp is null then 'belum terdaftar' else 'terdaftar' end as ukuran,
        count(*)::bigint as jumlah
    from raw.pemberi_kerja
    group by bulan, npp is null

    union all

    select
        'Daftar penerima bantuan' as kiriman,
        bulan,
        sumber_dana as ukuran,
        count(distinct id_peserta)::bigint as jumlah
    from staging.penerima
    group by bulan, sumber_dana

    union all

    select
        'Realisasi ' || lingkup as kiriman,
        bulan,
        'baris' as ukuran,
        count(*)::bigint as jumlah
    from raw.realisasi
    group by bulan, lingkup
),

melonjak as (
    select
        kini.kiriman,
        kini.bulan,
        lalu.bulan as bulan_lalu,
        kini.ukuran || ' ' || replace(format('{:,}', lalu.jumlah), ',', '.')
        || ' menjadi ' || replace(format('{:,}', kini.jumlah), ',', '.')
        || case when kini.jumlah > lalu.jumlah then ' (naik ' else ' (turun ' end
        || replace(round(100.0 * abs(kini.jumlah - lalu.jumlah) / lalu.jumlah, 1)::varchar, '.', ',') || '%)' as perubahan
    from ukuran as kini
    inner join ukuran as lalu
        on kini.kiriman = lalu.kiriman
        and kini.ukuran = lalu.ukuran
        and kini.bulan = lalu.bulan + interval 1 month
    cross join ref.parameter as parameter
    where lalu.jumlah > 0
        and 100.0 * abs(kini.jumlah - lalu.jumlah) > parameter.lonjakan_persen * lalu.jumlah
)

select
    kiriman || ' ' || strftime(bulan, '%m/%Y') || ' dibandingkan ' || strftime(bulan_lalu, '%m/%Y') || ': '
    || string_agg(perubahan, ', ' order by perubahan)
    || '. Pastikan kepada pengirim bahwa kirimannya lengkap sebelum angkanya dipakai.' as kalimat
from melonjak
group by kiriman, bulan, bulan_lalu

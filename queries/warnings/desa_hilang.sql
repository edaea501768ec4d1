-- returns: sources and months in which villages are missing that were there the month before; new ones are counted beside
with ada as (
    select distinct
        'daftar peserta' as kiriman,
        bulan,
        kode_desa
    from marts.peserta_desa
    where basis = 'DOMISILI' and kode_desa <> 'TIDAK_DIKETAHUI'

    union all

    select distinct
        'rekap BPJS Ketenagakerjaan ' || case basis when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end
            as kiriman,
        bulan,
        kode_desa
    from staging.rekap
    where ukuran_wilayah = 2 and kode_desa not in ('TIDAK_DIKETAHUI', 'LUAR_DAERAH')
),

-- only between two months that both have villages: a month without a delivery is missing as a whole
pasangan as (
    select distinct
        kini.kiriman,
        lalu.bulan as bulan_lalu,
        kini.bulan
    from ada as kini
    inner join ada as lalu
        on kini.kiriman = lalu.kiriman and kini.bulan = lalu.bulan + interval 1 month
),

lalu as (
    select
        pasangan.kiriman,
        pasangan.bulan_lalu,
        pasangan.bulan,
        ada.kode_desa
    from pasangan
    inner join ada
        on pasangan.kiriman = ada.kiriman and pasangan.bulan_lalu = ada.bulan
),

kini as (
    select
        pasangan.kiriman,
        pasangan.bulan_lalu,
        pasangan.bulan,
        ada.kode_desa
    from pasangan
    inner join ada
        on pasangan.kiriman = ada.kiriman and pasangan.bulan = ada.bulan
),

banding as (
    select
        coalesce(lalu.kiriman, kini.kiriman) as kiriman,
        coalesce(lalu.bulan_lalu, kini.bulan_lalu) as bulan_lalu,
        coalesce(lalu.bulan, kini.bulan) as bulan,
        coalesce(lalu.kode_desa, kini.kode_desa) as kode_desa,
        kini.kode_desa is null as is_hilang,
        lalu.kode_desa is null as is_baru
    from lalu
    full outer join kini
        on lalu.kiriman = kini.kiriman and lalu.bulan = kini.bulan and lalu.kode_desa = kini.kode_desa
),

bernomor as (
    select
        banding.kiriman,
        banding.bulan_lalu,
        banding.bulan,
        banding.is_hilang,
        banding.is_baru,
        wilayah.nama_desa || ' (' || wilayah.nama_kecamatan || ')' as nama,
        row_number() over (
            partition by banding.kiriman, banding.bulan, banding.is_hilang
            order by banding.kode_desa
        ) as urutan
    from banding
    inner join staging.wilayah as wilayah
        on banding.kode_desa = wilayah.kode_desa
)

select
    count(*) filter (where is_hilang) || ' desa yang ada pada ' || kiriman || ' ' || strftime(bulan_lalu, '%m/%Y')
    || ' tidak ada lagi pada ' || strftime(bulan, '%m/%Y') || ': '
    || string_agg(nama, ', ' order by urutan) filter (where is_hilang and urutan <= 5)
    || case
        when count(*) filter (where is_hilang) > 5 then ' dan ' || (count(*) filter (where is_hilang) - 5) || ' lainnya'
        else ''
    end
    || case when bool_or(is_baru) then ' (desa baru: ' || count(*) filter (where is_baru) || ')' else '' end
    || '. Pastikan kepada pengirim bahwa kirimannya lengkap.' as kalimat
from bernomor
group by kiriman, bulan_lalu, bulan
having bool_or(is_hilang)

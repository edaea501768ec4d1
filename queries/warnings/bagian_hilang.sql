-- returns: monthly sources and months for which an office, village, funding source or basis that delivered for the month
-- before has not; one sentence per source and month. A source that sent nothing at all stands in marts.kiriman_bulanan only.
with hilang as (
    select
        kini.sumber,
        lalu.bulan as bulan_lalu,
        kini.bulan,
        case
            when kini.sumber = 'rekap_bpjs'
                then case kini.bagian when 'DOMISILI' then 'menurut KTP' else 'menurut tempat kerja' end
            when kini.sumber = 'pemberi_kerja'
                then case kini.bagian when 'NPP' then 'yang terdaftar' else 'yang belum terdaftar' end
            when kini.sumber = 'realisasi'
                then coalesce(opd.nama_opd, wilayah.nama_desa || ' (' || wilayah.nama_kecamatan || ')', split_part(kini.bagian, '|', 2))
            else trim(
                split_part(kini.bagian, '|', 1) || ' ' || coalesce(opd.nama_opd, split_part(kini.bagian, '|', 2))
            )
        end as nama,
        row_number() over (
            partition by kini.sumber, kini.bulan
            order by split_part(kini.bagian, '|', 1), kini.bagian
        ) as urutan
    from marts.kiriman_bulanan as kini
    inner join marts.kiriman_bulanan as lalu
        on kini.sumber = lalu.sumber
        and kini.bagian = lalu.bagian
        and kini.bulan = lalu.bulan + interval 1 month
    left join ref.opd as opd
        on split_part(kini.bagian, '|', 2) = opd.kode_opd
    left join staging.wilayah as wilayah
        on split_part(kini.bagian, '|', 2) = wilayah.kode_desa
    where kini.tanggal_terima is null
        and lalu.tanggal_terima is not null
        and exists (
            select 1
            from staging.bagian_bulanan as lain
            where lain.sumber = kini.sumber and lain.bulan = kini.bulan
        )
)

select
    case sumber
        when 'rekap_bpjs' then 'Rekap BPJS Ketenagakerjaan '
        when 'pemberi_kerja' then 'Daftar pemberi kerja '
        when 'realisasi' then 'Realisasi '
        else 'Daftar penerima bantuan '
    end
    || strftime(bulan, '%m/%Y') || ': ' || count(*) || ' bagian yang ada untuk ' || strftime(bulan_lalu, '%m/%Y')
    || ' belum diterima: ' || string_agg(nama, ', ' order by urutan) filter (where urutan <= 5)
    || case when count(*) > 5 then ' dan ' || (count(*) - 5) || ' lainnya' else '' end
    || '. Tanyakan kepada pengirimnya apakah memang tidak ada.' as kalimat
from hilang
group by sumber, bulan_lalu, bulan

-- grain: one row per month and person
-- additive over: all but bulan; rp_iuran also over bulan
-- reads: staging.penerima
-- why: a person with two payers has one village, sex, age group and disability: those of a row with a known village before one without, then
-- by funding source (alphabetical), office and row number. porsi_persen is the sum of the shares: a single row without a
-- share pays in full; beside another payer a missing share is unknown and the sum null.
select
    bulan,
    id_peserta,
    kode_kecamatan,
    kode_desa,
    jenis_kelamin,
    kelompok_usia,
    disabilitas,
    jumlah_baris,
    rp_iuran,
    case
        when jumlah_porsi = jumlah_baris then porsi_persen
        when jumlah_baris = 1 then 100
    end as porsi_persen
from (
    select
        bulan,
        id_peserta,
        kode_kecamatan,
        kode_desa,
        jenis_kelamin,
        kelompok_usia,
        disabilitas,
        sum(rp_iuran) over (partition by bulan, id_peserta) as rp_iuran,
        count(*) over (partition by bulan, id_peserta) as jumlah_baris,
        count(porsi_persen) over (partition by bulan, id_peserta) as jumlah_porsi,
        sum(porsi_persen) over (partition by bulan, id_peserta) as porsi_persen,
        row_number() over (
            partition by bulan, id_peserta
            order by
                case when kode_desa = 'TIDAK_DIKETAHUI' then 1 else 0 end,
                sumber_dana,
                kode_opd,
                nomor_baris
        ) as urutan
    from staging.penerima
) as baris
where urutan = 1

-- grain: one row per recap row and measure (besaran: rp_iuran, jumlah_kasus, rp_manfaat) that carries an amount and counts
-- additive over: all dimensions and bulan among rows with the same ukuran_*; never across different ukuran_*
-- reads: staging.rekap
-- why: sources.md 5, rule 5: TEMPAT_KERJA rows of the month if they carry the measure, else DOMISILI, never both; inside
-- one cell the programme rows where there are any, else the row without programme. A cell is one set of delivered
-- dimensions, before segments are mapped: otherwise a mapped segment without programmes would vanish beside another.
with panjang as (
    select
        bulan,
        basis,
        'rp_iuran' as besaran,
        program,
        segmen,
        sektor,
        kode_kecamatan,
        kode_desa,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah,
        segmen_asal,
        kode_desa_asal,
        rp_iuran as nilai
    from staging.rekap
    where rp_iuran is not null
    union all
    select
        bulan,
        basis,
        'jumlah_kasus' as besaran,
        program,
        segmen,
        sektor,
        kode_kecamatan,
        kode_desa,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah,
        segmen_asal,
        kode_desa_asal,
        jumlah_kasus as nilai
    from staging.rekap
    where jumlah_kasus is not null
    union all
    select
        bulan,
        basis,
        'rp_manfaat' as besaran,
        program,
        segmen,
        sektor,
        kode_kecamatan,
        kode_desa,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah,
        segmen_asal,
        kode_desa_asal,
        rp_manfaat as nilai
    from staging.rekap
    where rp_manfaat is not null
),

terpilih as (
    select
        bulan,
        basis,
        besaran,
        program,
        segmen,
        sektor,
        kode_kecamatan,
        kode_desa,
        ukuran_segmen,
        ukuran_sektor,
        ukuran_wilayah,
        nilai,
        max(case when basis = 'TEMPAT_KERJA' then 1 else 0 end) over (partition by bulan, besaran) as is_tempat_kerja,
        count(program) over (
            partition by bulan, basis, besaran, segmen_asal, sektor, kode_desa_asal
        ) as jumlah_baris_program
    from panjang
)

select
    bulan,
    basis,
    besaran,
    program,
    segmen,
    sektor,
    case kode_kecamatan when 'LUAR_DAERAH' then 'TIDAK_DIKETAHUI' else kode_kecamatan end as kode_kecamatan,
    case kode_desa when 'LUAR_DAERAH' then 'TIDAK_DIKETAHUI' else kode_desa end as kode_desa,
    ukuran_segmen,
    ukuran_sektor,
    ukuran_wilayah,
    ukuran_segmen
    + ukuran_sektor
    + case when ukuran_wilayah > 0 then 1 else 0 end as jumlah_dimensi,
    nilai
from terpilih
where (is_tempat_kerja = 0 or basis = 'TEMPAT_KERJA')
    and (program is not null or jumlah_baris_program = 0)

-- returns: cumulative spending that falls below what the line had reached before (sources.md 3)
select
    'Realisasi kumulatif ' || kode_unit || ' rekening ' || kode_rekening || ' pada ' || strftime(bulan, '%m/%Y')
    || ' lebih kecil Rp' || replace(format('{:,}', -rp_realisasi), ',', '.')
    || ' daripada bulan sebelumnya. Mintalah pengirim memeriksa angka kumulatifnya.' as kalimat
from staging.realisasi
where is_selisih and rp_realisasi < 0

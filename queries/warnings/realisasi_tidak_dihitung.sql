-- returns: spending of a year that does not count as contributions, summed (sources.md 5, rule 15)
select
    count(*) || ' baris realisasi ' || year(bulan) || ' (Rp' || replace(format('{:,}', sum(rp_realisasi)::bigint), ',', '.')
    || ') tidak dihitung sebagai iuran: rekeningnya tidak ada di anggaran.rekening profil dan kolom untuk kosong, '
    || 'atau rekeningnya dikecualikan.' as kalimat
from staging.realisasi_dihitung
where porsi_dihitung = 0
group by year(bulan)

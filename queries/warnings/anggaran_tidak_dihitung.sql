-- returns: budget lines of a year that do not count as contributions, summed by reason (sources.md 5, rule 15)
select
    sum(jumlah_baris) || ' baris anggaran ' || tahun || ' (Rp' || replace(format('{:,}', sum(rp_pagu)::bigint), ',', '.') || ') '
    || case sebab
        when 'MELEKAT_TANPA_PORSI'
            then 'melekat pada belanja lain tanpa porsi_iuran_persen, jadi tidak dihitung. '
                || 'Mintalah porsinya kepada pengirim.'
        when 'TANPA_TANGGAL_BERLAKU'
            then 'bertahap perubahan atau pergeseran tanpa tanggal_berlaku, jadi tidak pernah berlaku. '
                || 'Muat ulang dengan tanggalnya.'
        when 'REKENING_DIKECUALIKAN'
            then 'tidak dihitung karena rekeningnya dikecualikan profil (misalnya jaminan kesehatan).'
        else 'tidak dihitung sebagai iuran: rekeningnya tidak ada di anggaran.rekening profil dan kolom untuk kosong '
            || 'atau LAIN.'
    end as kalimat
from marts.anggaran_tidak_dihitung
where is_terkini
group by tahun, sebab
order by kalimat

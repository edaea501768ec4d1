-- returns: several target series without a choice in the profile: none is used (sources.md 5, rule 8)
select
    'Ada ' || count(distinct target.seri) || ' seri target (' || string_agg(distinct target.seri, ', ')
    || ') dan profil belum memilih: tidak ada target yang dipakai. Isi target.seri di profil.toml.' as kalimat
from raw.target as target
cross join ref.parameter as parameter
where parameter.target_seri is null
having count(distinct target.seri) > 1

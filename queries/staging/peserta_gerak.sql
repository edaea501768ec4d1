-- grain: one row per person and basis who came, left or changed segment from the list of the month before to the month's
-- per: arus
-- reads: staging.peserta_aktif, raw.peserta_lalu, raw.peserta_pernah, staging.bulan_potong
-- why: sources.md 5, rule 23, counted inside each basis, so that what enters and leaves explains its change to the person.
-- Without a list of the month before everyone counts as come: raw.peserta_pernah learns them, no flow is counted of them.
-- Most people stay where they are; one join finds the others, and only those are looked up among all of earlier months.
with beda as (
    select
        coalesce(ini.id_peserta, lalu.id_peserta) as id_peserta,
        lalu.segmen_domisili as segmen_domisili_lalu,
        lalu.segmen_tempat_kerja as segmen_tempat_kerja_lalu,
        ini.segmen_domisili,
        ini.segmen_tempat_kerja
    from staging.peserta_aktif as ini
    full join raw.peserta_lalu as lalu
        on ini.id_peserta = lalu.id_peserta
    where ini.segmen_domisili is distinct from lalu.segmen_domisili
        or ini.segmen_tempat_kerja is distinct from lalu.segmen_tempat_kerja
),

per_basis as (
    select
        id_peserta,
        'DOMISILI' as basis,
        segmen_domisili_lalu as segmen_lalu,
        segmen_domisili as segmen
    from beda
    where segmen_domisili is distinct from segmen_domisili_lalu

    union all

    select
        id_peserta,
        'TEMPAT_KERJA' as basis,
        segmen_tempat_kerja_lalu as segmen_lalu,
        segmen_tempat_kerja as segmen
    from beda
    where segmen_tempat_kerja is distinct from segmen_tempat_kerja_lalu
)

select
    bulan.bulan,
    bulan.bulan_lalu,
    gerak.basis,
    gerak.id_peserta,
    case
        when gerak.segmen is null then 'LEPAS'
        when gerak.segmen_lalu is not null then 'PINDAH'
        when pernah.id_peserta is not null then 'KEMBALI'
        else 'BARU'
    end as gerak,
    gerak.segmen_lalu,
    gerak.segmen
from per_basis as gerak
cross join staging.bulan_potong as bulan
left join raw.peserta_pernah as pernah
    on gerak.id_peserta = pernah.id_peserta and gerak.basis = pernah.basis

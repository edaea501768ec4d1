-- returns: offices and villages of budgets and spending that profile or wilayah do not know: outside KEU-02
with unit as (
    select 'anggaran' as sumber, kode_unit from staging.anggaran
    union all
    select 'realisasi' as sumber, kode_unit from staging.realisasi
)

select
    'Unit ' || unit.kode_unit || ' pada ' || unit.sumber || ' (' || count(*) || ' baris) tidak ada di '
    || case
        when unit.kode_unit like '__.__.__.____'
            then 'wilayah: tidak terhitung dalam KEU-02. Perbaiki kodenya atau lengkapi wilayah.'
        else 'profil: tidak terhitung dalam KEU-02. Perbaiki kodenya atau tambahkan OPD itu di profil.toml.'
    end as kalimat
from unit
anti join ref.opd as opd
    on unit.kode_unit = opd.kode_opd
anti join staging.wilayah as wilayah
    on unit.kode_unit = wilayah.kode_desa
group by unit.sumber, unit.kode_unit
order by kalimat

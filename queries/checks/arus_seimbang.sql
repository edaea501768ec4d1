-- returns: units of a month whose active people are not those of the month before, plus new, returned and moved in, minus
-- lapsed and moved out (sources.md 5, rule 23); expect none
-- pesan: peserta baru, kembali, dan lepas tidak menjelaskan perubahan jumlah peserta aktif
-- why: both months are counted anew from the list's own marts, so neither a wrong month kept from an earlier build nor a
-- unit that the flow forgot can hide
with aktif as (
    select
        bulan,
        basis,
        'KABUPATEN' as tingkat,
        (select kode from ref.parameter) as kunci,
        sum(jumlah_aktif)::bigint as jumlah_aktif
    from marts.peserta_sektor
    group by bulan, basis

    union all

    select bulan, basis, 'SEGMEN' as tingkat, segmen as kunci, sum(jumlah_aktif)::bigint as jumlah_aktif
    from marts.peserta_sektor
    group by bulan, basis, segmen
),

berurutan as (
    select
        ini.bulan,
        lalu.bulan as bulan_lalu
    from staging.bulan_peserta as ini
    inner join staging.bulan_peserta as lalu
        on ini.bulan = (lalu.bulan + interval 1 month)::date
),

perubahan as (
    select berurutan.bulan, aktif.basis, aktif.tingkat, aktif.kunci, aktif.jumlah_aktif as jumlah
    from berurutan
    inner join aktif
        on berurutan.bulan = aktif.bulan
    union all
    select berurutan.bulan, aktif.basis, aktif.tingkat, aktif.kunci, -aktif.jumlah_aktif as jumlah
    from berurutan
    inner join aktif
        on berurutan.bulan_lalu = aktif.bulan
),

arus as (
    select
        bulan,
        basis,
        tingkat,
        kunci,
        jumlah_baru + jumlah_kembali - jumlah_lepas + jumlah_pindah_masuk - jumlah_pindah_keluar as jumlah
    from marts.peserta_arus
)

select
    coalesce(perubahan.bulan, arus.bulan) as bulan,
    coalesce(perubahan.basis, arus.basis) as basis,
    coalesce(perubahan.tingkat, arus.tingkat) as tingkat,
    coalesce(perubahan.kunci, arus.kunci) as kunci
from (
    select bulan, basis, tingkat, kunci, sum(jumlah) as jumlah
    from perubahan
    group by bulan, basis, tingkat, kunci
) as perubahan
full join arus
    on perubahan.bulan = arus.bulan
    and perubahan.basis = arus.basis
    and perubahan.tingkat = arus.tingkat
    and perubahan.kunci = arus.kunci
where coalesce(perubahan.jumlah, 0) <> coalesce(arus.jumlah, 0)

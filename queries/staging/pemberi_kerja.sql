-- grain: one row per employer and month
-- additive over: all but bulan
-- reads: raw.pemberi_kerja, ref.program_skala
-- why: sources.md 5, rule 17. Not registered (PWBD) = no npp. The PDS criteria (registered in part: workers, wages,
-- programmes) are judged for registered employers only, and each only where its cells are filled: `is_dinilai_*` says
-- which were; a criterion not judged is false, never a finding.
with wajib as (
    select
        skala,
        bool_or(program = 'JKK') as is_jkk,
        bool_or(program = 'JKM') as is_jkm,
        bool_or(program = 'JHT') as is_jht,
        bool_or(program = 'JP') as is_jp,
        bool_or(program = 'JKP') as is_jkp
    from ref.program_skala
    group by skala
),

dinilai as (
    select
        pemberi_kerja.bulan,
        pemberi_kerja.skala,
        coalesce(pemberi_kerja.sektor, 'TIDAK_DIKETAHUI') as sektor,
        pemberi_kerja.npp is null as is_pwbd,
        pemberi_kerja.npp is not null
        and pemberi_kerja.jumlah_tk_nyata is not null
        and pemberi_kerja.jumlah_tk_terdaftar is not null as is_dinilai_tk,
        pemberi_kerja.npp is not null
        and pemberi_kerja.rp_upah_nyata is not null
        and pemberi_kerja.rp_upah_lapor is not null as is_dinilai_upah,
        pemberi_kerja.npp is not null and pemberi_kerja.is_jkk is not null as is_dinilai_program,
        pemberi_kerja.bulan_tunggakan is not null as is_dinilai_tunggakan,
        coalesce(wajib.is_jkk and not pemberi_kerja.is_jkk, false) as is_tanpa_jkk,
        coalesce(wajib.is_jkm and not pemberi_kerja.is_jkm, false) as is_tanpa_jkm,
        coalesce(wajib.is_jht and not pemberi_kerja.is_jht, false) as is_tanpa_jht,
        coalesce(wajib.is_jp and not pemberi_kerja.is_jp, false) as is_tanpa_jp,
        coalesce(wajib.is_jkp and not pemberi_kerja.is_jkp, false) as is_tanpa_jkp,
        pemberi_kerja.jumlah_tk_nyata,
        pemberi_kerja.jumlah_tk_terdaftar,
        pemberi_kerja.rp_upah_nyata,
        pemberi_kerja.rp_upah_lapor,
        pemberi_kerja.bulan_tunggakan,
        pemberi_kerja.rp_tunggakan
    from raw.pemberi_kerja as pemberi_kerja
    left join wajib
        on pemberi_kerja.skala = wajib.skala
)

select
    bulan,
    skala,
    sektor,
    is_pwbd,
    is_dinilai_tk,
    is_dinilai_upah,
    is_dinilai_program,
    is_dinilai_tunggakan,
    is_dinilai_tk and jumlah_tk_terdaftar < jumlah_tk_nyata as is_pds_tk,
    is_dinilai_upah and rp_upah_lapor < rp_upah_nyata as is_pds_upah,
    is_dinilai_program and is_tanpa_jkk as is_kurang_jkk,
    is_dinilai_program and is_tanpa_jkm as is_kurang_jkm,
    is_dinilai_program and is_tanpa_jht as is_kurang_jht,
    is_dinilai_program and is_tanpa_jp as is_kurang_jp,
    is_dinilai_program and is_tanpa_jkp as is_kurang_jkp,
    is_dinilai_program
    and (is_tanpa_jkk or is_tanpa_jkm or is_tanpa_jht or is_tanpa_jp or is_tanpa_jkp) as is_pds_program,
    is_dinilai_tunggakan and bulan_tunggakan > 0 as is_tunggakan,
    jumlah_tk_nyata,
    jumlah_tk_terdaftar,
    rp_tunggakan
from dinilai

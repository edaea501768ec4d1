-- grain: one row per month, indicator (kode), level (tingkat), unit (kunci) and satuan: numerator and denominator, no ratio
-- additive over: bulan for KEU-03, MAN-01 and TKL-01 only; kunci as the family's file says
-- reads: marts.indikator_ucj, marts.indikator_roster, marts.indikator_rnt, marts.indikator_keu, marts.indikator_iuran,
-- marts.indikator_pat, marts.indikator_tkl
-- why: jumlah_belum_terbukti counts the roster rows set aside for their NIK, which forbid TERCAPAI (sources.md 5, rule 11)
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_ucj
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    jumlah_belum_terbukti
from marts.indikator_roster
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_rnt
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_keu
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_iuran
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_pat
union all
select
    bulan, kode, tingkat, kunci, satuan, pembilang, penyebut, basis, sumber, sumber_penyebut, is_estimasi, catatan,
    0::bigint as jumlah_belum_terbukti
from marts.indikator_tkl

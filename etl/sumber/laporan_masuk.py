"""Source ``laporan_masuk``: reports that came in on paper or by letter, for the reporting duties (rule 22)."""

import polars as pl

from etl.kode import KEWAJIBAN_LAPOR
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="laporan_masuk",
    judul="Catatan laporan masuk",
    pengirim="Sekretariat Tim",
    jenis="REGISTER",
    cakupan=("kewajiban", "periode"),
    teks_cakupan=pl.concat_str("kewajiban", "periode", separator="|"),
    kunci=("kewajiban", "periode"),
    penjelasan=(
        "Satu baris per kewajiban lapor dan periodenya. Rekap bulanan yang dikirim sebagai berkas tidak perlu dicatat "
        "lagi: tanggal terima yang paling awal yang dipakai. Baris dengan kewajiban dan periode yang sama mengganti "
        "catatan sebelumnya; yang tidak ada di berkas tetap berlaku."
    ),
    dasar="BRU 22, 30(2); LTM 21",
    kolom=(
        Kolom("kewajiban", "kode", "Laporan apa yang masuk.", wajib=True, daftar=KEWAJIBAN_LAPOR,
              alias=("jenis laporan", "kewajiban lapor", "laporan"), dasar="BRU 22; LTM 21", contoh="SEMESTER"),
        Kolom("periode", "periode",
              "Bulan untuk rekap bulanan, triwulan untuk laporan pengawasan, semester untuk laporan semester.",
              wajib=True, alias=("periode laporan", "untuk periode"), contoh="2026-1"),
        Kolom("tanggal_terima", "tanggal", "Tanggal laporan diterima.", wajib=True,
              alias=("tgl terima", "diterima", "tanggal diterima", "tgl diterima"), contoh="2026-07-10"),
        Kolom("nomor_surat", "teks", "Nomor surat pengantar.", alias=("no surat", "nomor surat pengantar"),
              contoh="500.15/12/2026"),
    ),
)  # fmt: skip

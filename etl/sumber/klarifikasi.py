"""Source ``klarifikasi``: objections of offices and villages to a figure, with status and answer."""

import polars as pl

from etl.kode import STATUS_KLARIFIKASI
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="klarifikasi",
    judul="Klarifikasi angka",
    pengirim="OPD, desa",
    jenis="REGISTER",
    cakupan=("id",),
    teks_cakupan=pl.col("id"),
    kunci=("id",),
    penjelasan=(
        "Satu baris per keberatan atas sebuah angka. Selama belum dijawab, angka itu diberi tanda di halaman dan di "
        "laporan. Baris dengan id yang sama mengganti catatan sebelumnya; yang tidak ada di berkas tetap berlaku."
    ),
    dasar="LMJ VII; BRU 30(2)",
    kolom=(
        Kolom("id", "teks", "Tanda pengenal keberatan, tidak pernah dipakai ulang.", wajib=True,
              alias=("nomor klarifikasi", "id klarifikasi", "nomor keberatan"), contoh="KL-2026-001"),
        Kolom("tanggal", "tanggal", "Tanggal keberatan disampaikan.", wajib=True,
              alias=("tgl", "tanggal keberatan", "tanggal surat"), contoh="2026-07-13"),
        Kolom("kode_opd", "kode_opd", "Siapa yang keberatan: OPD, atau desa sebagai DESA-kode.", wajib=True,
              alias=("opd", "nama opd", "perangkat daerah", "pengaju"), contoh="DISDIK"),
        Kolom("kode_indikator", "kode_bebas", "Kode indikator yang dipersoalkan, misalnya PEM-01.", wajib=True,
              alias=("indikator",), contoh="PEM-01"),
        Kolom("periode", "periode", "Bulan, triwulan, atau semester dari angka itu.", wajib=True,
              alias=("periode angka",), contoh="2026-06"),
        Kolom("keberatan", "teks", "Apa yang dianggap keliru.", wajib=True, alias=("isi keberatan", "sanggahan"),
              contoh="Daftar Maret masih memuat 14 orang yang sudah pindah unit"),
        Kolom("status", "kode", "TERBUKA, SELESAI (sudah dijawab), atau BATAL (ditarik).", wajib=True,
              daftar=STATUS_KLARIFIKASI, alias=("status klarifikasi",), contoh="TERBUKA"),
        Kolom("jawaban", "teks", "Jawaban pengelola data.", alias=("tanggapan",)),
        Kolom("tanggal_selesai", "tanggal", "Tanggal dijawab atau ditarik.",
              alias=("tgl selesai", "tanggal jawaban", "selesai pada")),
    ),
)  # fmt: skip

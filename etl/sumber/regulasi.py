"""Source ``regulasi``: the regency's own rules on employment social security (INP 25a)."""

import polars as pl

from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="regulasi",
    judul="Daftar regulasi daerah",
    pengirim="Bagian Hukum",
    jenis="REGISTER",
    cakupan=("nomor",),
    teks_cakupan=pl.col("nomor"),
    kunci=("nomor",),
    penjelasan=(
        "Satu baris per peraturan, keputusan, instruksi, atau surat edaran. Baris dengan nomor yang sama mengganti "
        "catatan sebelumnya; yang tidak ada di berkas tetap berlaku."
    ),
    dasar="INP 25a",
    kolom=(
        Kolom("nomor", "teks", "Jenis, nomor, dan tahun regulasi.", wajib=True,
              alias=("nomor regulasi", "nomor peraturan", "no peraturan", "regulasi"),
              contoh="Peraturan Bupati Nomor 10 Tahun 2026"),
        Kolom("tanggal", "tanggal", "Tanggal ditetapkan.", wajib=True,
              alias=("tanggal penetapan", "tgl penetapan", "tanggal ditetapkan", "tgl"), contoh="2026-02-16"),
        Kolom("tentang", "teks", "Perihal.", wajib=True, alias=("perihal", "judul peraturan"), dasar="INP 25a",
              contoh="Perlindungan Jaminan Sosial Ketenagakerjaan"),
        Kolom("status", "kode_bebas", "Misalnya BERLAKU, DIUBAH, DICABUT, atau RANCANGAN.", wajib=True,
              alias=("status regulasi", "keadaan"), contoh="BERLAKU"),
        Kolom("berkas", "teks", "Nama berkas atau alamat salinannya.", alias=("nama berkas", "salinan", "tautan")),
    ),
)  # fmt: skip

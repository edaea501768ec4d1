"""Source ``pemberi_kerja``: employers, registered (BPJS TK) or not (Disnaker)."""

import polars as pl

from etl.kode import SKALA, VERSI_KBLI
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="pemberi_kerja",
    judul="Pemberi kerja",
    pengirim="BPJS Ketenagakerjaan (terdaftar), Dinas Tenaga Kerja (belum terdaftar)",
    jenis="GAMBAR",
    cakupan=("bulan", "npp"),
    teks_cakupan=pl.concat_str(
        pl.col("bulan").dt.strftime("%Y-%m"),
        pl.when(pl.col("npp").is_null()).then(pl.lit("TANPA_NPP")).otherwise(pl.lit("NPP")),
        separator="|",
    ),
    kunci=("npp",),
    penjelasan=(
        "Satu baris per pemberi kerja. NPP kosong berarti belum terdaftar (PWBD). Daftar terdaftar dan daftar belum "
        "terdaftar diganti sendiri-sendiri."
    ),
    dasar="GRS 5(5); LTM 5(1); BRU 8",
    kolom=(
        Kolom("bulan", "bulan", "Bulan data.", wajib=True, alias=("bulan data", "periode", "bln"), contoh="2026-06"),
        Kolom("npp", "teks", "Nomor pendaftaran; kosong berarti belum terdaftar.",
              alias=("no npp", "nomor npp", "nomor pendaftaran perusahaan"), contoh="JJ012345"),
        Kolom("nama", "teks", "Nama pemberi kerja.", wajib=True,
              alias=("nama perusahaan", "nama pemberi kerja", "nama badan usaha", "perusahaan", "pemberi kerja"),
              contoh="CV Contoh Jaya"),
        Kolom("skala", "kode", "Skala usaha.", wajib=True, daftar=SKALA, alias=("skala usaha", "ukuran usaha"),
              dasar="BRU 8(2)", contoh="KECIL"),
        Kolom("kbli", "kbli", "Kode KBLI, huruf atau angka.", longgar=True, alias=("kode kbli",), contoh="10710"),
        Kolom("versi_kbli", "kode", "2020 atau 2025; kosong berarti 2020.", daftar=VERSI_KBLI,
              alias=("tahun kbli",), contoh="2020"),
        Kolom("sektor", "sektor", "Sektor lapangan usaha; kosong berarti dibaca dari kbli.", longgar=True,
              alias=("lapangan usaha", "sektor usaha", "bidang usaha")),
        Kolom("kode_desa", "kode_desa", "Kode desa letak usaha; boleh diganti kolom kecamatan dan desa.",
              alias=("kode desa/kelurahan", "kode kelurahan", "kode wilayah", "kode kampung"), contoh="99.01.01.2001"),
        Kolom("tanggal_daftar", "tanggal", "Tanggal terdaftar di BPJS Ketenagakerjaan.",
              alias=("tgl_kepesertaan", "tanggal kepesertaan", "tgl daftar", "tanggal pendaftaran")),
        Kolom("jumlah_tk_nyata", "jumlah", "Pekerja yang sebenarnya bekerja.",
              alias=("tk nyata", "jumlah pekerja", "jumlah tenaga kerja", "tk riil", "jumlah tk riil"), contoh="12"),
        Kolom("jumlah_tk_terdaftar", "jumlah", "Pekerja yang terdaftar.",
              alias=("tk terdaftar", "jumlah tk", "tk aktif", "jumlah pekerja terdaftar"), contoh="10"),
        Kolom("rp_upah_nyata", "rupiah", "Upah yang sebenarnya, rupiah sebulan.", alias=("upah nyata", "upah riil")),
        Kolom("rp_upah_lapor", "rupiah", "Upah yang dilaporkan, rupiah sebulan.",
              alias=("upah lapor", "upah dilaporkan", "upah terlapor")),
        Kolom("program", "program", "Program yang diikuti, satu teks atau satu kolom 1/0 per program.",
              alias=("program yang diikuti", "program diikuti"), dasar="BRU 8(2)", contoh="JKK,JKM,JHT"),
        Kolom("bulan_tunggakan", "jumlah", "Jumlah bulan menunggak iuran.",
              alias=("jumlah bulan tunggakan", "bulan menunggak", "lama tunggakan"), contoh="0"),
        Kolom("rp_tunggakan", "rupiah", "Tunggakan iuran, rupiah.",
              alias=("tunggakan", "nominal tunggakan", "jumlah tunggakan"), contoh="0"),
    ),
)  # fmt: skip

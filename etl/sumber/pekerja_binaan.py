"""Source ``pekerja_binaan``: the workers whom an office, village or company answers for."""

import polars as pl

from etl.kode import JENIS_DAFTAR, JENIS_KELAMIN, SUBKATEGORI
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="pekerja_binaan",
    judul="Daftar pekerja binaan",
    pengirim="Setiap OPD, desa, BUMD, KPU",
    jenis="GAMBAR",
    cakupan=("kode_opd", "jenis_daftar", "tanggal_data", "kode_desa bila DESA"),
    teks_cakupan=pl.concat_str(
        "kode_opd",
        "jenis_daftar",
        pl.col("tanggal_data").cast(pl.String),
        pl.when(pl.col("jenis_daftar") == "DESA").then(pl.col("kode_desa").fill_null("")),
        separator="|",
        ignore_nulls=True,
    ),
    kunci=("nik",),
    tanggal_acuan="tanggal_data",
    penjelasan=(
        "Satu baris per orang. Daftar lengkap per OPD, jenis daftar, dan tanggal data; daftar DESA juga per desa."
    ),
    dasar="LMJ diktum KEDUA a-s; LTM 10(2)b; GRS 11(2)",
    kolom=(
        Kolom("tanggal_data", "tanggal", "Tanggal keadaan daftar.", wajib=True,
              alias=("tanggal daftar", "per tanggal", "tgl data", "keadaan tanggal"), contoh="2026-06-30"),
        Kolom("kode_opd", "kode_opd", "OPD yang membina, kode atau nama.", wajib=True,
              alias=("opd", "nama opd", "perangkat daerah", "nama perangkat daerah", "skpd", "kode_skpd", "nama_skpd",
                     "dinas", "pd"), contoh="DINSOS"),
        Kolom("unit", "teks", "Unit kerja di dalam OPD.", longgar=True,
              alias=("unit kerja", "nama unit", "sub unit", "nama_sub_unit", "satuan kerja"),
              contoh="Puskesmas Contoh"),
        Kolom("jenis_daftar", "kode", "Jenis daftar.", wajib=True, daftar=JENIS_DAFTAR,
              alias=("jenis", "jenis pekerja", "kelompok daftar"), dasar="INP 25b-c", contoh="NONASN"),
        Kolom("subkategori", "kode", "Subkategori peserta.", longgar=True, daftar=SUBKATEGORI,
              alias=("sub kategori", "sub segmen"), dasar="LTM 6(1); BRU 10(2)", contoh="PU-NONASN-OPD"),
        Kolom("nik", "nik", "NIK 16 angka, sebagai teks.", wajib=True,
              alias=("nik_ktp", "nik ktp", "nomor induk kependudukan", "no nik", "no ktp", "nomor ktp", "nomor nik"),
              dasar="domain 6.2", contoh="9901014107900001"),
        Kolom("nama", "teks", "Nama.", longgar=True,
              alias=("nama lengkap", "nama pegawai", "nama pekerja", "nama tenaga kerja", "nama_tk"),
              contoh="NAMA CONTOH"),
        Kolom("tanggal_lahir", "tanggal", "Tanggal lahir; kosong berarti dibaca dari NIK.", longgar=True,
              alias=("tgl_lahir", "tgl lahir"), contoh="1990-07-01"),
        Kolom("jenis_kelamin", "kode", "L atau P; kosong berarti dibaca dari NIK.", longgar=True,
              daftar=JENIS_KELAMIN, alias=("jk", "kelamin", "gender", "l/p"), contoh="P"),
        Kolom("kode_desa", "kode_desa",
              "Desa yang dilayani (daftar DESA), selain itu tempat tinggal; boleh diganti kolom kecamatan dan desa.",
              alias=("kode desa/kelurahan", "kode kelurahan", "kode_kelurahan_desa", "kode wilayah", "kode kampung",
                     "kode desa domisili"), contoh="99.01.01.2001"),
        Kolom("sektor", "sektor", "Sektor lapangan usaha.", longgar=True, alias=("lapangan usaha", "kbli")),
        Kolom("pekerjaan", "teks", "Jenis pekerjaan.", longgar=True,
              alias=("jenis_pekerjaan", "jenis pekerjaan", "profesi", "jabatan"), contoh="Tenaga kebersihan"),
        Kolom("kode_subkegiatan", "teks", "Kode subkegiatan yang membiayai atau membina.",
              alias=("kode_sub_kegiatan", "sub kegiatan", "subkegiatan")),
    ),
)  # fmt: skip

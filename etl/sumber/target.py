"""Source ``target``: what the regency has promised, per indicator and year."""

import polars as pl

from etl.kode import SEMESTER, TINGKAT
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="target",
    judul="Target indikator",
    pengirim="Bappeda, Tim Koordinasi",
    jenis="GAMBAR",
    cakupan=("seri", "tahun"),
    teks_cakupan=pl.concat_str("seri", pl.col("tahun").cast(pl.String), separator="|"),
    kunci=("seri", "kode_indikator", "tahun", "semester", "tingkat", "kode"),
    penjelasan=(
        "Satu baris per seri target (misalnya RPJMD), indikator, tahun, dan wilayah atau unit. Semester 1 berlaku "
        "30 Juni, semester 2 atau kosong berlaku 31 Desember."
    ),
    dasar="INP 25b; dokumen perencanaan daerah",
    kolom=(
        Kolom("seri", "kode_bebas", "Nama seri target, misalnya RPJMD atau RKPD.", wajib=True,
              alias=("seri target", "dokumen"), contoh="RPJMD"),
        Kolom("kode_indikator", "kode_bebas", "Kode indikator, misalnya UCJ-01.", wajib=True,
              alias=("indikator",), contoh="UCJ-01"),
        Kolom("tahun", "tahun", "Tahun target.", wajib=True, alias=("tahun target", "thn"), contoh="2026",
              tahun_maks=2100),  # a plan runs ahead: RPJPN to 2045
        Kolom("semester", "kode", "1 atau 2; kosong berarti akhir tahun.", daftar=SEMESTER, alias=("smt", "sem")),
        Kolom("tingkat", "kode", "Tingkat yang ditargetkan.", wajib=True, daftar=TINGKAT,
              alias=("tingkat wilayah", "level"), contoh="KABUPATEN"),
        Kolom("kode", "kode_wilayah",
              "Kode wilayah, OPD, sektor, atau segmen pada tingkat itu; kosong berarti seluruhnya.",
              alias=("kode wilayah", "kunci", "kode unit")),
        Kolom("nilai", "nilai", "Nilai target; persen sebagai 0 sampai 100.", wajib=True, boleh_ragu=True,
              alias=("target", "nilai target", "target nilai"), contoh="62,5"),
        Kolom("dasar", "teks", "Dokumen yang menetapkan target.", alias=("dasar hukum", "keterangan"),
              contoh="Perda RPJMD Nomor 1 Tahun 2025"),
    ),
)  # fmt: skip

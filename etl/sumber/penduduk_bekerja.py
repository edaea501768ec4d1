"""Source ``penduduk_bekerja``: how many people work, the denominators of coverage."""

import polars as pl

from etl.kode import BASIS, JENIS_KELAMIN, SEGMEN, SUMBER_DATA, TINGKAT_PENYEBUT
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="penduduk_bekerja",
    judul="Penduduk bekerja",
    pengirim="BPS, Disdukcapil, pengelola DTSEN",
    jenis="GAMBAR",
    cakupan=("sumber_data", "tahun", "tingkat", "basis"),
    teks_cakupan=pl.concat_str("sumber_data", pl.col("tahun").cast(pl.String), "tingkat", "basis", separator="|"),
    kunci=("tahun", "sumber_data", "basis", "tingkat", "kode_wilayah", "sektor", "segmen", "jenis_kelamin"),
    satuan_pivot="jumlah_bekerja",
    dimensi=("sektor", "segmen", "jenis_kelamin"),
    siapkan=lambda frame: frame.with_columns(pl.col("basis").fill_null("DOMISILI")),
    penjelasan=(
        "Satu baris per wilayah dan rincian. Kolom rincian (sektor, segmen, jenis_kelamin) yang kosong "
        "atau berisi SEMUA berarti seluruhnya."
    ),
    dasar="INP 25b; LTM 10(2)e",
    kolom=(
        Kolom("tahun", "tahun", "Tahun data, empat angka.", wajib=True, alias=("tahun data", "thn"), contoh="2025"),
        Kolom(
            "sumber_data",
            "kode",
            "Asal angka.",
            wajib=True,
            daftar=SUMBER_DATA,
            alias=("sumber", "asal data"),
            contoh="SAKERNAS",
        ),
        Kolom(
            "tanggal_rilis",
            "tanggal",
            "Tanggal angka diumumkan; kosong berarti 31 Desember tahun data.",
            alias=("tanggal terbit", "rilis", "tgl_rilis"),
            contoh="2025-12-05",
        ),
        Kolom(
            "basis",
            "kode",
            "Dihitung menurut tempat tinggal atau tempat bekerja; kosong berarti DOMISILI.",
            daftar=BASIS,
            alias=("dasar hitung",),
            contoh="DOMISILI",
        ),
        Kolom(
            "tingkat",
            "kode",
            "Tingkat wilayah baris ini.",
            wajib=True,
            daftar=TINGKAT_PENYEBUT,
            alias=("tingkat wilayah", "level"),
            contoh="KABUPATEN",
        ),
        Kolom(
            "kode_wilayah",
            "kode_wilayah",
            "Kode Kemendagri pada tingkat itu: kabupaten 99.01, kecamatan 99.01.01, desa 99.01.01.2001.",
            wajib=True,
            alias=("kode", "kode daerah", "wilayah", "kode_desa", "kode desa"),
            contoh="99.01",
        ),
        Kolom(
            "sektor",
            "sektor",
            "Sektor lapangan usaha; kosong atau SEMUA berarti seluruh sektor.",
            longgar=True,
            semua=True,
            alias=("lapangan usaha", "lapangan pekerjaan", "lapangan usaha utama",
            "lapangan_usaha_dari_pekerjaan_utama"),
        ),
        Kolom(
            "segmen",
            "kode",
            "Segmen kepesertaan; kosong atau SEMUA berarti seluruh segmen.",
            daftar=SEGMEN,
            semua=True,
            alias=("segmen kepesertaan",),
        ),
        Kolom(
            "jenis_kelamin",
            "kode",
            "L atau P; kosong atau SEMUA berarti keduanya.",
            daftar=JENIS_KELAMIN,
            longgar=True,
            semua=True,
            alias=("jk", "kelamin", "gender", "l/p"),
        ),
        Kolom(
            "jumlah_bekerja",
            "jumlah",
            "Jumlah orang yang bekerja.",
            wajib=True,
            alias=("penduduk bekerja", "bekerja", "jumlah penduduk bekerja", "jumlah pekerja", "jumlah"),
            contoh="520000",
        ),
        Kolom(
            "jumlah_layak",
            "jumlah",
            "Jumlah pekerja yang layak menjadi peserta (semesta UCJ), bila sumbernya menghitung.",
            alias=("semesta", "universe", "pekerja layak", "jumlah semesta"),
            contoh="410000",
        ),
    ),
)  # fmt: skip

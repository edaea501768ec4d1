"""Source ``wilayah``: the villages of the regency."""

import polars as pl

from etl.kode import JENIS_DESA
from etl.kolom import Kolom, Kontrak

KONTRAK = Kontrak(
    nama="wilayah",
    judul="Daftar desa dan kelurahan",
    pengirim="Bagian Pemerintahan",
    jenis="GAMBAR",
    cakupan=("kabupaten",),
    teks_cakupan=pl.col("kode_desa").str.slice(0, 5),
    kunci=("kode_desa",),
    penjelasan=(
        "Satu baris per desa atau kelurahan. Batas wilayah dikirim terpisah dengan pilihan --batas "
        "(GeoJSON, Shapefile, atau GeoPackage). Baris milik kabupaten lain disisihkan."
    ),
    dasar="Kepmendagri 100.1.1-6117/2022",
    kolom=(
        Kolom(
            "kode_desa",
            "kode_desa",
            "Kode desa/kelurahan menurut Kemendagri, bertitik (99.01.01.2001) atau tanpa titik.",
            wajib=True,
            alias=("kode desa/kelurahan", "kode kelurahan", "kode_kelurahan_desa", "kode wilayah", "kode kemendagri",
                   "kode", "id_desa", "idDesa", "kode_desa_", "kode kampung"),
            contoh="99.01.01.2001",
        ),
        Kolom(
            "nama_desa",
            "teks",
            "Nama desa/kelurahan tanpa kata desa atau kelurahan.",
            wajib=True,
            alias=("desa", "desa/kelurahan", "kelurahan", "nama desa/kelurahan", "nama kelurahan", "kelurahan_desa",
                   "nama_desa_", "kampung", "nama kampung", "nama"),
            contoh="Sukamaju",
        ),
        Kolom(
            "jenis",
            "kode",
            "DESA (juga kampung, nagari, gampong) atau KELURAHAN.",
            wajib=True,
            daftar=JENIS_DESA,
            alias=("jenis desa", "jenis wilayah", "status", "kind", "tipe"),
            contoh="DESA",
        ),
        Kolom(
            "kode_kecamatan",
            "kode_kecamatan",
            "Kode kecamatan menurut Kemendagri.",
            wajib=True,
            alias=("kode kec", "id_kecamatan", "idKecamatan", "kode_kec"),
            contoh="99.01.01",
        ),
        Kolom(
            "nama_kecamatan",
            "teks",
            "Nama kecamatan tanpa kata kecamatan.",
            wajib=True,
            alias=("kecamatan", "nama kec", "nama_kec_1", "nama_kec_"),
            contoh="Maju",
        ),
    ),
)  # fmt: skip

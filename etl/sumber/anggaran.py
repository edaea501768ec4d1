"""Source ``anggaran``: budget lines of the regency and the villages."""

import polars as pl

from etl.kode import CARA_PENGANGGARAN, LINGKUP, SUMBER_DANA, TAHAP, UNTUK
from etl.kolom import Kolom, Kontrak

# An office budgets in the APBD, a village in its own budget; whichever is named is the unit.
_UNIT = (
    pl.when(pl.col("lingkup") == "APBDES")
    .then(pl.coalesce("kode_desa", "kode_opd"))
    .otherwise(pl.coalesce("kode_opd", "kode_desa"))
)


def _fill(frame: pl.DataFrame) -> pl.DataFrame:
    """An empty stage is MURNI, which is in force from 1 January."""
    frame = frame.with_columns(pl.col("tahap").fill_null("MURNI"))
    tahun = pl.when(pl.col("tahun").is_between(1, 9999)).then("tahun")  # others are set aside, and no calendar has them
    awal_tahun = pl.date(tahun, 1, 1)
    return frame.with_columns(
        pl.when(pl.col("tahap") == "MURNI")
        .then(pl.col("tanggal_berlaku").fill_null(awal_tahun))
        .otherwise(pl.col("tanggal_berlaku"))
        .alias("tanggal_berlaku")
    )


KONTRAK = Kontrak(
    nama="anggaran",
    judul="Anggaran",
    pengirim="BPKAD, DPMD, desa",
    jenis="GAMBAR",
    cakupan=("tahun", "tahap", "lingkup", "kode_opd atau kode_desa"),
    teks_cakupan=pl.concat_str(pl.col("tahun").cast(pl.String), "tahap", "lingkup", _UNIT, separator="|"),
    kunci=("kode_opd", "kode_desa", "kode_subkegiatan", "kode_rekening", "sumber_dana", "cara_penganggaran", "untuk"),
    salah_satu=(("kode_opd", "kode_desa"),),
    siapkan=_fill,
    penjelasan=(
        "Satu baris per unit, subkegiatan, rekening, sumber dana, cara penganggaran, dan peruntukan. "
        "Setiap tahap adalah gambar lengkap unitnya."
    ),
    dasar="GRS 14; BRU 17; LTM 22; INP III",
    kolom=(
        Kolom("tahun", "tahun", "Tahun anggaran.", wajib=True, alias=("tahun anggaran", "tahun_anggaran", "ta"),
              contoh="2026"),
        Kolom("tahap", "kode", "Tahap anggaran; kosong berarti MURNI.", daftar=TAHAP,
              alias=("tahapan", "tahap anggaran", "jenis anggaran"), contoh="MURNI"),
        Kolom("tanggal_berlaku", "tanggal", "Mulai berlaku; kosong berarti 1 Januari untuk MURNI.",
              alias=("berlaku mulai", "tanggal penetapan", "tgl berlaku"), contoh="2026-01-01"),
        Kolom("lingkup", "kode", "APBD atau APBDES.", wajib=True, daftar=LINGKUP,
              alias=("lingkup anggaran", "jenis apb"), contoh="APBD"),
        Kolom("kode_opd", "kode_opd", "OPD pemilik anggaran (APBD).",
              alias=("opd", "nama opd", "nama_skpd", "skpd", "perangkat daerah", "kode_skpd"), contoh="DINSOS"),
        Kolom("kode_desa", "kode_desa", "Desa pemilik anggaran (APB Desa); boleh diganti kolom kecamatan dan desa.",
              alias=("kode desa/kelurahan", "kode wilayah", "kode kampung", "id_desa"), contoh=""),
        Kolom("kode_subkegiatan", "teks", "Kode subkegiatan.",
              alias=("kode_sub_kegiatan", "kode sub giat", "id_sub_giat", "subkegiatan"), contoh="1.06.05.2.02.0001"),
        Kolom("kode_rekening", "kode_rekening", "Kode rekening belanja.", wajib=True,
              alias=("kode akun", "rekening", "kode_akun", "no rekening belanja"), dasar="domain 5.11",
              contoh="5.1.02.02.02.0006"),
        Kolom("nama_rekening", "teks", "Nama rekening belanja.", alias=("nama_akun", "uraian", "uraian rekening"),
              contoh="Belanja Iuran Jaminan Kecelakaan Kerja bagi Non ASN"),
        Kolom("cara_penganggaran", "kode", "MELEKAT atau REKENING_KHUSUS.", daftar=CARA_PENGANGGARAN,
              alias=("cara anggaran",), dasar="GRS 14(1)", contoh="REKENING_KHUSUS"),
        Kolom("porsi_iuran_persen", "persen", "Bagian iuran dari pagu yang MELEKAT, 0 sampai 100.",
              alias=("porsi iuran", "persen iuran")),
        Kolom("sumber_dana", "kode", "Sumber dana.", wajib=True, daftar=SUMBER_DANA,
              alias=("nama_sumber_dana", "sumber pendanaan", "kode_sumber_dana"), dasar="LTM 22; BRU 17",
              contoh="APBD"),
        Kolom("untuk", "kode", "Siapa yang dilindungi.", daftar=UNTUK, alias=("peruntukan", "sasaran"),
        contoh="RENTAN"),
        Kolom("rp_pagu", "rupiah", "Pagu, rupiah.", wajib=True,
              alias=("pagu", "anggaran", "jumlah anggaran", "nilai anggaran", "nominal"), contoh="250.000.000"),
        Kolom("jumlah_orang", "jumlah", "Orang yang direncanakan dilindungi.",
              alias=("jumlah peserta", "orang", "jumlah sasaran"), contoh="1.240"),
        Kolom("jumlah_bulan", "jumlah", "Bulan yang direncanakan dibayar.", alias=("bulan dibayar", "lama bulan"),
              contoh="12"),
    ),
)  # fmt: skip

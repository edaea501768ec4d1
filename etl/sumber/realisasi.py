"""Source ``realisasi``: what has been spent, by month."""

import polars as pl

from etl.kode import LINGKUP, SUMBER_DANA, UNTUK
from etl.kolom import Kolom, Kontrak

# An office budgets in the APBD, a village in its own budget; whichever is named is the unit.
_UNIT = (
    pl.when(pl.col("lingkup") == "APBDES")
    .then(pl.coalesce("kode_desa", "kode_opd"))
    .otherwise(pl.coalesce("kode_opd", "kode_desa"))
)

KONTRAK = Kontrak(
    nama="realisasi",
    judul="Realisasi anggaran",
    pengirim="BPKAD, DPMD, desa",
    jenis="GAMBAR",
    cakupan=("bulan", "lingkup", "kode_opd atau kode_desa"),
    teks_cakupan=pl.concat_str(pl.col("bulan").dt.strftime("%Y-%m"), "lingkup", _UNIT, separator="|"),
    kunci=("kode_opd", "kode_desa", "kode_subkegiatan", "kode_rekening", "sumber_dana"),
    satuan_pivot="rp_realisasi",
    salah_satu=(("kode_opd", "kode_desa"), ("rp_realisasi", "rp_kumulatif")),
    penjelasan=(
        "Satu baris per unit, subkegiatan, rekening, dan sumber dana. Isi rp_realisasi (bulan itu saja) atau "
        "rp_kumulatif (Januari sampai bulan itu); yang kumulatif dikurangi sendiri dengan bulan sebelumnya."
    ),
    dasar="GRS 14; BRU 17; LTM 22; INP III",
    kolom=(
        Kolom("bulan", "bulan", "Bulan realisasi.", wajib=True,
              alias=("periode", "bulan realisasi", "bln", "sampai_tgl", "s.d. bulan"), contoh="2026-06"),
        Kolom("lingkup", "kode", "APBD atau APBDES.", wajib=True, daftar=LINGKUP,
              alias=("lingkup anggaran", "jenis apb"), contoh="APBD"),
        Kolom("kode_opd", "kode_opd", "OPD pemilik anggaran (APBD).",
              alias=("opd", "nama opd", "nama_skpd", "skpd", "perangkat daerah", "kode_skpd"), contoh="DINSOS"),
        Kolom("kode_desa", "kode_desa", "Desa pemilik anggaran (APB Desa); boleh diganti kolom kecamatan dan desa.",
              alias=("kode desa/kelurahan", "kode wilayah", "kode kampung", "id_desa"), contoh=""),
        Kolom("kode_subkegiatan", "teks", "Kode subkegiatan.",
              alias=("kode_sub_kegiatan", "kode sub giat", "id_sub_giat", "subkegiatan"), contoh="1.06.05.2.02.0001"),
        Kolom("kode_rekening", "kode_rekening", "Kode rekening belanja.", wajib=True,
              alias=("kode akun", "rekening", "kode_akun"), dasar="domain 5.11", contoh="5.1.02.02.02.0006"),
        Kolom("sumber_dana", "kode", "Sumber dana.", wajib=True, daftar=SUMBER_DANA,
              alias=("nama_sumber_dana", "sumber pendanaan", "kode_sumber_dana"), dasar="LTM 22; BRU 17",
              contoh="APBD"),
        Kolom("untuk", "kode", "Siapa yang dilindungi.", daftar=UNTUK, alias=("peruntukan", "sasaran"),
        contoh="RENTAN"),
        Kolom("rp_realisasi", "rupiah", "Realisasi bulan itu saja, rupiah; koreksi boleh negatif.", boleh_negatif=True,
              alias=("realisasi", "realisasi bulan ini", "nilai realisasi", "jumlah realisasi"), contoh="20.832.000"),
        Kolom("rp_kumulatif", "rupiah", "Realisasi Januari sampai bulan itu, rupiah.",
              alias=("realisasi kumulatif", "kumulatif", "realisasi s.d. bulan ini", "realisasi sd bulan ini",
                     "realisasi sampai dengan bulan ini", "realisasi s/d bulan ini")),
    ),
)  # fmt: skip

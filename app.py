"""Pantau UCJ: the frame and the router. No data, no figures."""

import streamlit as st

from ucj import web
from ucj.web import Halaman

HALAMAN = (
    Halaman("ringkasan", "Ringkasan", "Cakupan", ("periode", "wilayah", "basis")),
    Halaman("sektor", "Sektor", "Cakupan", ("periode", "segmen", "opd", "basis")),
    Halaman("desa", "Desa", "Cakupan", ("periode", "wilayah", "segmen", "basis")),
    Halaman("opd", "OPD", "Cakupan", ("periode", "opd")),
    Halaman("serapan_anggaran", "Serapan anggaran", "Pendanaan", ("periode", "wilayah", "opd")),
    Halaman("bantuan_iuran", "Bantuan iuran Jamsostek", "Pendanaan", ("periode", "wilayah", "opd")),
    Halaman("manfaat", "Manfaat", "Pendanaan", ("periode", "wilayah")),
    Halaman("pemberi_kerja", "Pemberi kerja", "Kepatuhan", ("periode",)),
    Halaman("indikator_semester", "Indikator semester", "Pelaporan", ("periode",)),
    Halaman("rapat", "Mode rapat", "Pelaporan", (), penuh=True),
    Halaman("tindak_lanjut", "Tindak lanjut rapat", "Pelaporan", ("opd",), tanpa_data=True),
    Halaman("kualitas_data", "Kualitas data", "Data", ("periode",), tanpa_data=True),
    Halaman("unggah_data", "Unggah data", "Data", (), tanpa_data=True, dicetak=False),
    Halaman("kamus_indikator", "Kamus indikator", "Data", (), tanpa_data=True),
    Halaman("cetak", "Cetak", "Data", (), dicetak=False, kertas=True),
)

layar = {
    h.berkas: st.Page(
        f"pages/{h.berkas}.py",
        title=h.judul,
        default=h.berkas == "ringkasan",
        visibility="hidden" if h.kertas else "visible",
    )
    for h in HALAMAN
}
grup: dict[str, list[st.Page]] = {}
for halaman in HALAMAN:
    grup.setdefault(halaman.grup, []).append(layar[halaman.berkas])

terpilih = st.navigation(grup, position="top")
web.frame(next(h for h in HALAMAN if layar[h.berkas] == terpilih), terpilih.run, HALAMAN)

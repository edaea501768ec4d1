"""The button that gives an office its own sheet: every person behind its figures, made on click, then noted."""

from functools import partial
from pathlib import Path

import streamlit as st

from ucj import ekspor, perintah
from ucj.web.baca import data
from ucj.web.cetak import is_cetak
from ucj.web.unduh import asal, siapa


def tombol_lembar(kode_opd: str, nama: str) -> None:
    """Show the button for the sheet of one office (``opd-sheet``); not on paper."""
    if is_cetak():
        return
    st.download_button(
        "Unduh lembar kantor ini (XLSX)",
        partial(_buat, kode_opd, nama, str(data()), siapa(), asal()),
        file_name=f"lembar-{kode_opd.lower()}.xlsx",
        mime=ekspor.MIME["xlsx"],
        key=f"lembar_{kode_opd}",
        on_click="ignore",
    )
    st.html(
        '<p class="ucj ucj-catatan">Memuat setiap orang pada daftar kantor ini: nama, NIK tersamar, status, dan baris '
        "yang perlu perbaikan, dari data terbaru. Berisi data pribadi: hanya untuk kantor yang bersangkutan.</p>"
    )


def _buat(kode_opd: str, nama: str, folder: str, oleh: str, dari: ekspor.Asal) -> bytes:
    """Make the sheet and note it; a sheet that could not be noted is not given."""
    isi = perintah.write("opd-sheet", kode_opd, data=Path(folder))
    ekspor.append_unduhan(folder, siapa=oleh, apa=f"Lembar {nama}", jenis="opd-sheet", build=dari.build, beku=dari.beku)
    return isi

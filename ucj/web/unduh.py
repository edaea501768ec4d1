"""Buttons that give files. A file is made when its button is clicked, never while a page runs, and then logged."""

import getpass
from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ucj import charts, ekspor
from ucj.charts.batas import Batas
from ucj.charts.deskripsi.dasar import make_stem
from ucj.html import Kolom
from ucj.web.baca import beku, data, pilihan, profil, terbitan
from ucj.web.cetak import is_cetak

NAMA = {"png": "PNG", "svg": "SVG", "xlsx": "XLSX", "csv": "CSV", "zip": "Semua (ZIP)"}


def asal() -> ekspor.Asal:
    """Return where the figures of this run come from."""
    buka, satu = terbitan(), beku()
    return ekspor.Asal(
        kabupaten=profil().nama,
        build=buka.build if buka else "",
        simulasi=buka.info.is_simulasi if buka else False,
        data_per=pilihan().akhir,
        beku=satu.nama if satu else "",
    )


def siapa() -> str:
    """Return who downloads: the account, without accounts the user of this computer."""
    masuk = st.user.to_dict()
    try:
        return str(masuk.get("email") or masuk.get("name") or getpass.getuser())
    except (OSError, KeyError, ImportError):  # a service without a user name; the error differs by system
        return "-"


def tombol_grafik(tempat: DeltaGenerator, d: charts.Deskripsi, kunci: str, batas: Batas | None = None) -> None:
    """Show the five buttons of a chart."""
    dari = asal()
    kotak = tempat.container(horizontal=True, gap="small")
    for jenis in ekspor.JENIS_GRAFIK:
        buat = partial(ekspor.make_grafik, d, jenis, dari, batas)
        _tombol(kotak, d.judul, d.stem, jenis, kunci, dari, buat)
    tempat.html(
        '<p class="ucj ucj-catatan ucj-unduh">Gambar selebar halaman A4, 300 dpi. CSV memakai titik koma dan desimal '
        "koma. ZIP memuat semuanya beserta keterangan.</p>"
    )


def tombol_tabel(
    nama: str,
    judul: str,
    kolom: Sequence[Kolom],
    baris: Sequence[Sequence[object]],
    jumlah: Sequence[object] = (),
    sumber: str = "",
) -> None:
    """Show a small closed menu under a table: XLSX and CSV of exactly its rows."""
    if is_cetak() or not baris:
        return
    dari = asal()
    stem = make_stem(nama or judul)
    menu = st.popover("Unduh tabel", type="tertiary")
    kotak = menu.container(horizontal=True, gap="small")
    for jenis in ekspor.JENIS_TABEL:
        buat = partial(ekspor.make_tabel, judul, kolom, baris, jumlah, jenis, dari, sumber)
        _tombol(kotak, judul, stem, jenis, f"tabel_{judul}", dari, buat)


def _tombol(
    tempat: DeltaGenerator, apa: str, stem: str, jenis: str, kunci: str, dari: ekspor.Asal, buat: Callable[[], bytes]
) -> None:
    tempat.download_button(
        NAMA[jenis],
        # runs after the page, without its session: all it needs goes along
        partial(_buat, buat, str(data()), siapa(), apa, jenis, dari),
        file_name=f"{stem}.{jenis}",
        mime=ekspor.MIME[jenis],
        key=f"unduh_{jenis}_{kunci}",
        on_click="ignore",
    )


def _buat(buat: Callable[[], bytes], folder: str, oleh: str, apa: str, jenis: str, dari: ekspor.Asal) -> bytes:
    """Make a file and note it; a file that could not be noted is not given."""
    isi = buat()
    ekspor.append_unduhan(folder, siapa=oleh, apa=apa, jenis=jenis, build=dari.build, beku=dari.beku)
    return isi

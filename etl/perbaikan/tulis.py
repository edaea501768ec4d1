"""Writes the rows that need correction as a workbook: one sheet per delivery, reasons beside each row."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from etl import kiriman
from etl.kiriman import Kiriman
from etl.kontrak import SUMBER
from etl.perbaikan.baris import Sisih, list_sisih
from etl.perbaikan.kepala import find_judul
from etl.perbaikan.saran import advise, name_alasan
from ucj.penolakan import Penolakan

TANDA = "pantau:sha256"  # heading of the hidden column by which a workbook is known again
TANDA_KIRIMAN = "pantau:kiriman"
TANDA_BARIS = "pantau:baris"
BARIS, ALASAN, SARAN = "Baris asal", "Alasan disisihkan", "Yang harus dilakukan"
BERKAS, LEMBAR = "Berkas asal", "Lembar asal"


def write_rejects(data: Path, sumber: str | None, out: Path, nomor: str | None = None) -> int:
    """Write the rows set aside of the deliveries in force, of one source or of all; return how many.

    ``nomor`` is the id of one delivery. Raises ``Penolakan`` when a manifest cannot be read or that one does not count.
     The file appears in one step.
    """
    semua = kiriman.daftar(data, sumber)
    dipakai = set(kiriman.berlaku(semua).values())
    if nomor is not None and nomor not in dipakai:
        raise Penolakan(
            f"Kiriman {nomor} tidak ada atau tidak berlaku lagi. Tanpa --kiriman ditulis semua yang berlaku."
        )
    pilih = [k for k in semua if k.id in dipakai and nomor in (None, k.id)]
    isi = [(k, list_sisih(data, k)) for k in pilih if k.disisihkan]
    sementara = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with xlsxwriter.Workbook(
            str(sementara), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        ) as buku:
            for judul, (k, baris) in zip(_name_lembar([k for k, _ in isi]), isi, strict=True):
                _write_lembar(buku, judul, k, baris)
            if not isi:
                buku.add_worksheet("Tidak ada").write_string(0, 0, "Tidak ada baris yang perlu perbaikan.")
        sementara.replace(out)
    finally:
        sementara.unlink(missing_ok=True)
    return sum(k.disisihkan for k, _ in isi)


def _name_lembar(semua: Sequence[Kiriman]) -> Iterator[str]:
    """Give each delivery a sheet name that Excel takes: at most 31 characters, each once."""
    terpakai: set[str] = set()
    for k in semua:
        pokok = re.sub(r"[\[\]:*?/\\']", "-", f"{k.sumber} {k.cakupan[0] if k.cakupan else ''}").strip()[:26]
        nama, nomor = pokok, 2
        while nama.lower() in terpakai:
            nama, nomor = f"{pokok} {nomor}", nomor + 1
        terpakai.add(nama.lower())
        yield nama


def _write_lembar(buku: Any, judul: str, k: Kiriman, baris: Sequence[Sisih]) -> None:
    lembar = buku.add_worksheet(judul)
    tebal = buku.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#E7ECF2"})
    # text cells: a NIK that is typed over stays text, and no cell becomes a formula
    biasa = buku.add_format({"num_format": "@", "valign": "top"})
    salah = buku.add_format({"num_format": "@", "valign": "top", "bg_color": "#FFD9CC"})
    bungkus = buku.add_format({"text_wrap": True, "valign": "top"})
    asal = [BERKAS] * (len(k.berkas) > 1) + [LEMBAR] * (len({satu.lembar for satu in baris}) > 1)
    depan = [BARIS, *asal, ALASAN, SARAN]
    asli = list(dict.fromkeys(nama for satu in baris for nama in satu.asli))
    kolom = [*depan, *asli, TANDA, TANDA_KIRIMAN, TANDA_BARIS]
    for posisi, nama in enumerate(kolom):
        lembar.write_string(0, posisi, nama, tebal)
    sidik = dict(zip(k.tersimpan, k.sha256, strict=True))
    nama_berkas = dict(zip(k.tersimpan, k.berkas, strict=True))
    for nomor, satu in enumerate(baris, start=1):
        lembar.write_number(nomor, 0, satu.nomor_baris, bungkus)
        isi_depan = {
            BERKAS: nama_berkas[satu.berkas],
            LEMBAR: satu.lembar,
            ALASAN: name_alasan(satu.alasan, satu.rincian),
            SARAN: advise(satu.alasan, satu.rincian),
        }
        for posisi, nama in enumerate(depan[1:], start=1):
            lembar.write_string(nomor, posisi, isi_depan[nama], bungkus)
        diwarnai = {nama for detail in satu.rincian for nama in _find_salah(k, detail, satu)}
        for posisi, nama in enumerate(asli, start=len(depan)):
            lembar.write_string(nomor, posisi, satu.asli.get(nama, ""), salah if nama in diwarnai else biasa)
        for posisi, nilai in enumerate((sidik[satu.berkas], k.id, satu.kunci), start=len(depan) + len(asli)):
            lembar.write_string(nomor, posisi, nilai)
    lembar.set_column(0, 0, 10)
    lembar.set_column(len(depan) - 2, len(depan) - 1, 44)
    lembar.set_column(len(depan), len(depan) + len(asli) - 1, 20)
    lembar.set_column(len(depan) + len(asli), len(kolom) - 1, 20, None, {"hidden": True})
    lembar.freeze_panes(1, len(depan))
    lembar.autofilter(0, 0, len(baris), len(depan) + len(asli) - 1)


def _find_salah(k: Kiriman, detail: dict[str, str], satu: Sisih) -> tuple[str, ...]:
    """Return the headings of the cells that one reason is about."""
    if detail["alasan"] == "KOLOM_LEBIH":
        judul = list(satu.asli)
        return tuple(nama for nama in judul if re.fullmatch(r"Kolom \d+", nama) and satu.asli[nama])
    return find_judul(SUMBER[k.sumber], detail["kolom"], satu.asli, k.kolom)

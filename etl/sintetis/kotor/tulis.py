"""Writes laid-out sheets as a workbook with merged cells, or as a list in an old encoding."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import xlsxwriter

from etl.sintetis.acuan import PENANDA
from etl.sintetis.kotor.lembaran import Lembaran

PETUNJUK = ("PETUNJUK PENGISIAN", "Isi lembar berikutnya.", "Jangan mengubah judul kolom.")


def write_csv(lembaran: Lembaran, path: Path, is_utf16: bool) -> None:
    """Write a list with semicolons in Windows-1252, or with tabs in UTF-16, as old programs do."""
    tampung = io.StringIO(newline="")
    penulis = csv.writer(tampung, delimiter="\t" if is_utf16 else ";", lineterminator="\r\n")
    lebar = len(lembaran.kepala[0])
    for judul in (PENANDA, *lembaran.judul, ""):
        penulis.writerow([judul, *[""] * (lebar - 1)])
    penulis.writerows(lembaran.kepala)
    for n, baris in enumerate(lembaran.isi):
        penulis.writerow([*baris, "sisa catatan"] if n in lembaran.lebih else baris)
    path.write_bytes(tampung.getvalue().encode("utf-16" if is_utf16 else "windows-1252"))


def write_xlsx(lembar: list[Lembaran], path: Path, *, is_petunjuk: bool) -> None:
    """Write a workbook; with ``is_petunjuk`` a sheet of instructions comes first."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as buku:
        # without a fixed date every run would give another file
        buku.set_properties({"created": datetime(2026, 6, 30), "title": PENANDA})
        tengah = buku.add_format({"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True})
        hari = buku.add_format({"num_format": "dd/mm/yyyy"})
        if is_petunjuk:
            kertas = buku.add_worksheet("Petunjuk")
            for n, teks in enumerate((PENANDA, *PETUNJUK)):
                kertas.write_string(n, 0, teks)
        for satu in lembar:
            _write_lembar(buku.add_worksheet(satu.nama), satu, tengah, hari)


def _write_lembar(kertas: xlsxwriter.worksheet.Worksheet, satu: Lembaran, tengah: object, hari: object) -> None:
    lebar = max(len(baris) for baris in satu.kepala)
    for n, judul in enumerate((PENANDA, *satu.judul)):
        kertas.merge_range(n, 0, n, max(lebar - 1, 1), judul, tengah)
    awal = len(satu.judul) + 2
    for r, baris in enumerate(satu.kepala):
        for k, teks in enumerate(baris):
            kertas.write_string(awal + r, k, teks, tengah)
    for r0, k0, r1, k1 in satu.gabung:
        kertas.merge_range(awal + r0, k0, awal + r1, k1, satu.kepala[r0][k0], tengah)
    mulai = awal + len(satu.kepala)
    for k in range(lebar):
        kertas.write_number(mulai, k, k + 1, tengah)
    mulai += 1
    for r, isi in enumerate(satu.isi):
        for k, sel in enumerate(isi):
            if isinstance(sel, float):
                kertas.write_number(mulai + r, k, sel)
            elif isinstance(sel, date):
                kertas.write_datetime(mulai + r, k, datetime(sel.year, sel.month, sel.day), hari)
            elif sel:
                kertas.write_string(mulai + r, k, sel)
    for r0, r1, k in satu.gabung_isi:
        if r1 > r0:
            kertas.merge_range(mulai + r0, k, mulai + r1, k, satu.isi[r0][k], tengah)
    for n, teks in enumerate(satu.ekor):
        if teks:
            kertas.write_string(mulai + len(satu.isi) + 2 + n, max(lebar - 3, 0), teks)

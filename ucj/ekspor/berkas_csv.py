"""CSV as an Indonesian Excel opens it by double-click: semicolons, decimal comma, UTF-8 with BOM (visual.md 7)."""

import csv
from datetime import date
from io import StringIO

from ucj import format
from ucj.ekspor.asal import Asal
from ucj.ekspor.lembar import Lembar, Sel
from ucj.istilah import CONTOH

BAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n")
DIGIT = 6  # of a percentage of fifty million people the sixth decimal still tells one person


def make_csv(lembar: Lembar, asal: Asal) -> bytes:
    """Return heading, rows and total; the first line of simulated data says so."""
    teks = StringIO()
    tulis = csv.writer(teks, delimiter=";", lineterminator="\r\n")
    if asal.simulasi:
        tulis.writerow([CONTOH])
    tulis.writerow([aman(k) for k in lembar.kolom])
    for baris in (*lembar.baris, *([lembar.jumlah] if lembar.jumlah else [])):
        tulis.writerow([sel(s) for s in baris])
    return teks.getvalue().encode("utf-8-sig")


def sel(isi: Sel) -> str:
    """Return one cell: a number with decimal comma and no thousands sign, a month as ``2026-06``, else safe text."""
    nilai = isi.nilai
    if nilai is None:
        return format.TIDAK_TERSEDIA
    if isinstance(nilai, date):
        return f"{nilai:%Y-%m}"
    if isinstance(nilai, float):
        kata = f"{nilai:.{DIGIT}f}".rstrip("0").rstrip(".")
        return ("0" if kata == "-0" else kata).replace(".", ",")
    return str(nilai) if isinstance(nilai, int) else aman(nilai)


def aman(kata: str) -> str:
    """Return a text that no spreadsheet runs as a formula (docs/keputusan.md 20)."""
    return f"'{kata}" if len(kata) > 1 and kata.startswith(BAHAYA) else kata

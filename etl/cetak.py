"""Prints rows on a terminal or into a pipe: a table for people, CSV and JSON for programs."""

import csv
import io
import json
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ucj.format import TIDAK_TERSEDIA, bilangan

_AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\n")


def as_json(baris: Sequence[Mapping[str, Any]]) -> str:
    """Return a list of objects: numbers as numbers, dates as ISO text, missing as null."""
    return json.dumps(
        [{nama: _plain(isi) for nama, isi in satu.items()} for satu in baris], ensure_ascii=False, indent=1
    )


def as_csv(kolom: Sequence[str], baris: Iterable[Mapping[str, Any]]) -> str:
    """Return CSV with a header: comma, decimal point, no BOM; missing is empty.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; JSON has it as it is.
    """
    keluar = io.StringIO()
    tulis = csv.writer(keluar, lineterminator="\n")
    tulis.writerow(kolom)
    for satu in baris:
        tulis.writerow([_csv(_plain(satu[nama])) for nama in kolom])
    return keluar.getvalue().removesuffix("\n")


def as_table(judul: Sequence[str], baris: Sequence[Sequence[Any]]) -> str:
    """Return an aligned table; columns in which every filled cell is a number stand to the right."""
    teks = [[_human(isi) for isi in satu] for satu in baris]
    kanan = [
        any(_is_angka(satu[i]) for satu in baris) and all(satu[i] is None or _is_angka(satu[i]) for satu in baris)
        for i in range(len(judul))
    ]
    lebar = [max(map(_width, [nama, *(satu[i] for satu in teks)])) for i, nama in enumerate(judul)]
    garis = "  ".join("─" * n for n in lebar)
    return "\n".join([_line(judul, lebar, kanan), garis, *(_line(satu, lebar, kanan) for satu in teks)])


def shorten(nama: Sequence[str], banyak: int = 5) -> str:
    """Return the first few of a list of names, and how many more there are."""
    sisa = len(nama) - banyak
    return ", ".join(nama[:banyak]) + (f" dan {sisa} lainnya" if sisa > 0 else "")


def _line(sel: Sequence[str], lebar: Sequence[int], kanan: Sequence[bool]) -> str:
    bagian = []
    for isi, n, ke_kanan in zip(sel, lebar, kanan, strict=True):
        spasi = " " * (n - _width(isi))
        bagian.append(spasi + isi if ke_kanan else isi + spasi)
    return "  ".join(bagian).rstrip()


def _width(teks: str) -> int:
    return sum(2 if unicodedata.east_asian_width(huruf) in "WF" else 1 for huruf in teks)


def _is_angka(isi: Any) -> bool:
    return isinstance(isi, int | float | Decimal) and not isinstance(isi, bool)


def _human(isi: Any) -> str:
    if isi is None or (isinstance(isi, float) and math.isnan(isi)):
        return TIDAK_TERSEDIA
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, int):
        return bilangan(isi)
    if isinstance(isi, float | Decimal):
        return f"{isi:,.2f}".translate(str.maketrans(",.", ".,"))
    if isinstance(isi, list | tuple):
        return ", ".join(map(_human, isi))
    teks = isi.isoformat() if isinstance(isi, date | datetime) else str(isi)
    return " ".join(teks.split())


def _plain(isi: Any) -> Any:
    """Return a value that JSON knows."""
    if isinstance(isi, date | datetime):
        return isi.isoformat()
    if isinstance(isi, Decimal):
        return int(isi) if isi == isi.to_integral_value() else float(isi)
    if isinstance(isi, float) and not math.isfinite(isi):
        return None
    if isinstance(isi, list | tuple):
        return [_plain(satu) for satu in isi]
    if isinstance(isi, Mapping):
        return {str(nama): _plain(satu) for nama, satu in isi.items()}
    return isi


def _csv(isi: Any) -> Any:
    if isinstance(isi, bool):
        return "true" if isi else "false"
    if isinstance(isi, list | dict):
        return json.dumps(isi, ensure_ascii=False)
    if isinstance(isi, str):
        isi = isi.replace("\r\n", "\n").replace("\r", "\n")  # the writer puts no quotes around a lone \r
        return f"'{isi}" if len(isi) > 1 and isi.startswith(_AWAL_RUMUS) else isi
    return isi

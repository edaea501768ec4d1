"""Months, quarters and semesters in one column: ``2026-06``, ``2026-TW2``, ``2026-1``."""

from __future__ import annotations

import re

import polars as pl

from etl.baca.tanggal import parse_bulan
from etl.baca.terbaca import Terbaca, add_salah, map_unik

_ANGKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_TAHUN = r"(?P<tahun>20\d\d)"
_SEMESTER = r"(?:semester|smt|sem)[\s.\-/]*(?P<ke>ii|i|[12])\b"
_TRIWULAN = r"(?:triwulan|kuartal|tw|q)[\s.\-/]*(?P<ke>iii|iv|ii|i|[1-4])\b"
_BENTUK = {  # duty -> what its periods look like
    "REKAP_BULANAN": r"\d{4}-\d\d",
    "PENGAWASAN_3BULAN": r"\d{4}-TW[1-4]",
    "SEMESTER": r"\d{4}-[12]",
}


def parse_periode(sel: str) -> str | None:
    """The period that a text names, None when it names none. ``2026-1`` is a semester, ``2026-01`` a month."""
    teks = " ".join(sel.strip().lower().split())
    if cocok := re.fullmatch(r"(20\d\d)[-/. ]([12])", teks):
        return f"{cocok[1]}-{cocok[2]}"
    for tanda, pola in (("", _SEMESTER), ("TW", _TRIWULAN)):
        for bentuk in (rf"{_TAHUN}[\s.\-/]*{pola}", rf"{pola}[\s.\-/]*(?:tahun\s*)?{_TAHUN}"):
            if cocok := re.fullmatch(bentuk, teks):
                return f"{cocok['tahun']}-{tanda}{_ANGKA[cocok['ke']]}"
    bulan = parse_bulan(sel)
    return f"{bulan:%Y-%m}" if bulan else None


def read_periode(teks: pl.Series, nama: str, kewajiban: pl.Series | None) -> Terbaca:
    """The column as periods; where the row names a duty, of the kind that the duty has."""
    nilai = map_unik(teks, parse_periode, pl.String)
    hasil = Terbaca(nilai)
    add_salah(hasil, nama, "TANGGAL_TIDAK_SAH", teks.is_not_null() & nilai.is_null())
    if kewajiban is not None:
        for kode, bentuk in _BENTUK.items():
            beda = (kewajiban == kode).fill_null(False) & ~nilai.str.contains(f"^{bentuk}$").fill_null(True)
            if beda.any():
                add_salah(hasil, nama, "TANGGAL_TIDAK_SAH", beda, f"bukan periode {kode}")
    return hasil

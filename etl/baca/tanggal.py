"""Dates and months as people write them; never month-first."""

from __future__ import annotations

import re
from datetime import date, timedelta

import polars as pl

from etl.baca.terbaca import Terbaca, add_salah

BULAN: dict[str, int] = {}
for _nomor, _nama in enumerate(
    (
        "januari january jan", "februari pebruari february feb peb", "maret march mar mrt", "april apr",
        "mei may", "juni june jun", "juli july jul", "agustus august agt agu ags agst aug",
        "september sept sep", "oktober october okt oct", "november nopember nov nop", "desember december des dec",
    ),
    start=1,
):  # fmt: skip
    BULAN |= dict.fromkeys(_nama.split(), _nomor)

_AWAL_SERIAL = date(1899, 12, 30)
_JAM = re.compile(r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?Z?$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_HARI_DEPAN = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_NAMA_BULAN = re.compile(r"(?:[a-z]+,\s*)?(\d{1,2})[-/. ]*([a-z]{3,9})\.?[-/., ]*(\d{4}|\d{2})")
_ANGKA_8 = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_tanggal(teks: pl.Series, nama: str, *, is_lahir: bool = False) -> Terbaca:
    """The column as DATE. Two-digit years of a birth date lie in the past."""
    nilai = teks.str.to_date("%Y-%m-%d", strict=False)
    sisa = teks.is_not_null() & nilai.is_null()
    if sisa.any():
        garis = teks.set(~sisa, None).str.replace_all(r"[-.]", "/")
        baku = garis.set(~garis.str.contains(r"^\d{2}/\d{2}/\d{4}$").fill_null(False), None)
        nilai = nilai.zip_with(~sisa, baku.str.to_date("%d/%m/%Y", strict=False))
        sisa = teks.is_not_null() & nilai.is_null()
    if sisa.any():
        unik = teks.filter(sisa).unique()
        satu = pl.Series([parse_tanggal(sel, is_lahir=is_lahir) for sel in unik.to_list()], dtype=pl.Date)
        terbaca = teks.set(~sisa, None).replace_strict(unik, satu, default=None, return_dtype=pl.Date)
        nilai = nilai.zip_with(~sisa, terbaca)
    nilai = nilai.set((nilai.dt.year() < 1900).fill_null(False), None)
    hasil = Terbaca(nilai)
    add_salah(hasil, nama, "TANGGAL_TIDAK_SAH", teks.is_not_null() & nilai.is_null())
    return hasil


def read_bulan(teks: pl.Series, nama: str) -> Terbaca:
    """The column as DATE, first of month."""
    unik = teks.drop_nulls().unique()
    satu = pl.Series([parse_bulan(sel) for sel in unik.to_list()], dtype=pl.Date)
    nilai = teks.replace_strict(unik, satu, default=None, return_dtype=pl.Date) if len(unik) else teks.cast(pl.Date)
    hasil = Terbaca(nilai)
    add_salah(hasil, nama, "TANGGAL_TIDAK_SAH", teks.is_not_null() & nilai.is_null())
    return hasil


def parse_tanggal(sel: str, *, is_lahir: bool = False) -> date | None:
    """One date, or None when it is none."""
    teks = re.sub(r"\s*([-/.])\s*", r"\1", _JAM.sub("", sel.strip()).strip().lower())
    if cocok := _ISO.fullmatch(teks):
        return _date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    if cocok := _HARI_DEPAN.fullmatch(teks):
        return _date(_tahun(cocok[3], is_lahir), int(cocok[2]), int(cocok[1]))
    if cocok := _NAMA_BULAN.fullmatch(teks):
        bulan = BULAN.get(cocok[2])
        return _date(_tahun(cocok[3], is_lahir), bulan, int(cocok[1])) if bulan else None
    if cocok := _ANGKA_8.fullmatch(teks):
        return _date(int(cocok[1]), int(cocok[2]), int(cocok[3]))
    if re.fullmatch(r"\d{5}(?:\.\d+)?", teks):  # the day number of a spreadsheet
        return _AWAL_SERIAL + timedelta(days=int(float(teks)))
    return None


def parse_bulan(sel: str) -> date | None:
    """The first of the month that a text names, by itself or by any date in it; None when it names none."""
    teks = sel.strip().lower()
    if cocok := re.fullmatch(r"(\d{4})(?:[-/. ](?=\d)|(?=\d\d$))(\d{1,2})", teks):
        return _date(int(cocok[1]), int(cocok[2]), 1)
    if cocok := re.fullmatch(r"(\d{1,2})[-/. ](\d{4})", teks):
        return _date(int(cocok[2]), int(cocok[1]), 1)
    if cocok := re.fullmatch(r"(?:bulan\s+)?([a-z]{3,9})\.?[-/., ']*(?:tahun\s+)?(\d{4}|\d{2})", teks):
        bulan = BULAN.get(cocok[1])
        return _date(_tahun(cocok[2], False), bulan, 1) if bulan else None
    tanggal = parse_tanggal(sel)
    return tanggal.replace(day=1) if tanggal else None


def _date(tahun: int, bulan: int, hari: int) -> date | None:
    try:
        hasil = date(tahun, bulan, hari)
    except ValueError:
        return None
    return hasil if hasil.year >= 1900 else None


def _tahun(teks: str, is_lahir: bool) -> int:
    tahun = int(teks)
    if len(teks) == 4:
        return tahun
    batas = date.today().year % 100 if is_lahir else 79
    return 2000 + tahun if tahun <= batas else 1900 + tahun


# --- months named in the lines above a table -------------------------------------------------------------

_NAMA_PENUH = "|".join(nama for nama in BULAN if len(nama) > 4 or nama in ("mei", "juni", "juli"))
_NAMA_PENDEK = "|".join(nama for nama in BULAN if len(nama) <= 4)
_POLA_BULAN = re.compile(
    rf"\b(?P<penuh>{_NAMA_PENUH})\b(?:[\s,.\-]*(?:tahun\s*)?(?P<tahun1>(?:19|20)\d\d))?"
    rf"|\b(?P<pendek>{_NAMA_PENDEK})\b[\s.\-']*(?:tahun\s*)?(?P<tahun2>(?:19|20)\d\d)"
    r"|\b(?P<tahun3>(?:19|20)\d\d)-(?P<bulan3>0?[1-9]|1[0-2])\b"
    r"|(?<![\d/.\-])(?:\d{1,2}[/.-])?(?P<bulan4>0?[1-9]|1[0-2])[/.-](?P<tahun4>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def find_bulan(baris: list[str]) -> tuple[set[date], bool]:
    """The months named in letterhead lines, and whether a month stands there that has no year of its own."""
    teks = "\n".join(baris)
    tahun_disebut = {int(tahun) for tahun in re.findall(r"\b((?:19|20)\d\d)\b", teks)}
    bulan: set[date] = set()
    tanpa_tahun = False
    for cocok in _POLA_BULAN.finditer(teks):
        nama = cocok["penuh"] or cocok["pendek"]
        nomor = BULAN[nama.lower()] if nama else int(cocok["bulan3"] or cocok["bulan4"])
        tahun = cocok["tahun1"] or cocok["tahun2"] or cocok["tahun3"] or cocok["tahun4"]
        if tahun:
            bulan.add(date(int(tahun), nomor, 1))
        elif len(tahun_disebut) == 1:  # "BULAN JUNI" on one line, "TAHUN 2026" on the next
            bulan.add(date(next(iter(tahun_disebut)), nomor, 1))
        else:
            tanpa_tahun = True
    return bulan, tanpa_tahun


def find_tahun(baris: list[str]) -> set[int]:
    """The years named in letterhead lines."""
    return {int(tahun) for tahun in re.findall(r"\b(20\d\d)\b", "\n".join(baris))}

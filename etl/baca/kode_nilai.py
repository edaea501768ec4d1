"""Codes of closed lists, yes and no, programmes, sectors: matched as headings are, with aliases."""

from __future__ import annotations

import re
from functools import lru_cache

import polars as pl

from etl.baca.terbaca import Terbaca, add_salah, map_unik, norma
from etl.kode import ALIAS_PROGRAM, PROGRAM, SEKTOR, Daftar, sektor_kbli
from etl.kolom import Kolom

SEMUA = frozenset(("semua", "seluruh", "seluruhnya", "total", "jumlah", "all"))
TIDAK_DIKETAHUI = "TIDAK_DIKETAHUI"
_YA = {"1", "y", "ya", "yes", "true", "v", "\u221a", "\u2713", "\u2714", "benar", "aktif"}
_TIDAK = {"0", "t", "tidak", "tdk", "no", "n", "false", "-", "\u2013", "salah", "bukan", "tidak aktif",
          "nonaktif", "non aktif", "non-aktif"}  # fmt: skip


@lru_cache(maxsize=64)
def _index(nama: str, pasangan: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {norma(sebutan): kode for sebutan, kode in pasangan}


def index_daftar(daftar: Daftar) -> dict[str, str]:
    """Compared spelling -> code of a closed list: codes, labels and aliases."""
    pasangan = [*((label, kode) for kode, label in daftar.label.items()), *daftar.alias.items()]
    return _index(daftar.nama, (*pasangan, *((kode, kode) for kode in daftar.kode)))


def find_kode(sel: str, daftar: Daftar) -> str | None:
    """The code that a text names, also as ``BPU - Bukan Penerima Upah`` or ``Bukan Penerima Upah (BPU)``."""
    index = index_daftar(daftar)
    if kode := index.get(norma(sel)):
        return kode
    bagian = re.split(r"\s+[-–:=]\s+|[()]|\.\s+|:\s*", sel)
    ditemukan = {kode for satu in bagian if norma(satu) and (kode := index.get(norma(satu)))}
    return ditemukan.pop() if len(ditemukan) == 1 and len(bagian) > 1 else None


def read_kode(teks: pl.Series, kolom: Kolom) -> Terbaca:
    """The column as codes of its closed list; SEMUA becomes null where the column allows it."""
    daftar = kolom.daftar
    if daftar is None:
        raise ValueError(f"{kolom.nama}: jenis kode tanpa daftar")

    def satu(sel: str) -> str | None:
        if kolom.semua and norma(sel) in SEMUA:
            return ""
        if kolom.longgar and norma(sel) == "tidakdiketahui":
            return TIDAK_DIKETAHUI if kolom.semua else ""
        return find_kode(sel, daftar)

    return _kode(teks, kolom, map_unik(teks, satu, pl.String))


def _kode(teks: pl.Series, kolom: Kolom, kode: pl.Series) -> Terbaca:
    """Null for SEMUA (""), a fault for what was not found; unknown in a breakdown is not the same as all of it."""
    salah = teks.is_not_null() & kode.is_null()
    nilai = kode.set((kode == "").fill_null(False), None)
    if kolom.longgar and kolom.semua:
        nilai = nilai.set(salah, TIDAK_DIKETAHUI)
    hasil = Terbaca(nilai)
    add_salah(hasil, kolom.nama, "KODE_TIDAK_DIKENAL", salah)
    return hasil


def read_bebas(teks: pl.Series) -> Terbaca:
    """An open code list: upper case, single blanks; ``ucj 1`` becomes ``UCJ-01``."""

    def satu(sel: str) -> str:
        kode = " ".join(sel.upper().split())
        if cocok := re.fullmatch(r"(UCJ|PEM|SEK|RNT|KEU|MAN|PAT|PMI|TKL|S)[ _.\-]?(\d{1,2})", kode):
            return f"{cocok[1]}-{int(cocok[2]):02d}"
        return kode

    return Terbaca(map_unik(teks, satu, pl.String))


def read_ya_tidak(teks: pl.Series, nama: str) -> Terbaca:
    """The column as BOOLEAN, null where empty."""

    def satu(sel: str) -> bool | None:
        kecil = " ".join(sel.lower().split())
        return True if kecil in _YA else False if kecil in _TIDAK else None

    nilai = map_unik(teks, satu, pl.Boolean)
    hasil = Terbaca(nilai)
    add_salah(hasil, nama, "KODE_TIDAK_DIKENAL", teks.is_not_null() & nilai.is_null())
    return hasil


_PROGRAM = {norma(nama): kode for nama, kode in ALIAS_PROGRAM.items()} | {kode.lower(): kode for kode in PROGRAM}


def find_program(sel: str) -> str | None:
    """The one programme that a text names, None otherwise."""
    return _PROGRAM.get(norma(sel))


def parse_program(sel: str) -> frozenset[str] | None:
    """The set of programmes in one text, None when a part of it is none."""
    if kode := find_program(sel):
        return frozenset((kode,))
    bagian = [satu for satu in re.split(r"[,;/+&|\n]|\bdan\b|\s-\s", sel, flags=re.IGNORECASE) if norma(satu)]
    kode_bagian = [find_program(satu) for satu in bagian]
    if None in kode_bagian:  # "JKK JKM JHT", "JKK-JKM"
        bagian = [satu for satu in re.split(r"[\s,;/+&|.\-]+|\bdan\b", sel, flags=re.IGNORECASE) if norma(satu)]
        kode_bagian = [find_program(satu) for satu in bagian]
    ditemukan = [kode for kode in kode_bagian if kode is not None]
    return frozenset(ditemukan) if ditemukan and len(ditemukan) == len(kode_bagian) else None


def read_program(teks: pl.Series, kolom: Kolom) -> dict[str, Terbaca]:
    """``program`` as one code (``tunggal``), else as five BOOLEAN columns ``is_jkk`` … null where empty."""
    if kolom.tunggal:
        kode = map_unik(teks, lambda sel: "" if norma(sel) in SEMUA else find_program(sel), pl.String)
        return {kolom.nama: _kode(teks, kolom, kode)}
    himpunan = map_unik(teks, lambda sel: _tulis(parse_program(sel)), pl.String)
    hasil = {
        f"is_{program.lower()}": Terbaca(himpunan.str.contains(f",{program},", literal=True)) for program in PROGRAM
    }
    add_salah(hasil["is_jkk"], kolom.nama, "KODE_TIDAK_DIKENAL", teks.is_not_null() & himpunan.is_null())
    return hasil


def _tulis(himpunan: frozenset[str] | None) -> str | None:
    return None if himpunan is None else "," + ",".join(himpunan) + ","


def read_program_kolom(teks: dict[str, pl.Series], kolom: Kolom) -> dict[str, Terbaca]:
    """Yes/no columns per programme -> ``is_jkk`` …; an empty cell is no, a row with none filled is empty (null)."""
    contoh = next(iter(teks.values()))
    terisi = pl.select(pl.any_horizontal(*(pl.lit(satu.is_not_null()) for satu in teks.values()))).to_series()
    hasil = {}
    for program in PROGRAM:
        nama = f"is_{program.lower()}"
        isi = teks.get(program)
        if isi is None:
            isi = pl.Series(nama, [None] * len(contoh), dtype=pl.String)
        terbaca = read_ya_tidak(isi, kolom.nama)
        terbaca.nilai = terbaca.nilai.fill_null(False).set(~terisi, None)
        hasil[nama] = terbaca
    return hasil


def read_sektor(teks: pl.Series, kolom: Kolom, versi: pl.Series | None, kbli: pl.Series | None) -> Terbaca:
    """The column as codes of the stable list; KBLI codes of any length by their letter or digits.

    ``versi``: KBLI version per row (empty = 2020). ``kbli`` fills rows whose sector is empty, and tells a letter of
    the stable list from a letter of KBLI 2025, where the letters after J have moved.
    """
    is_2025 = None if versi is None else (versi == "2025").fill_null(False)
    kode = map_unik(teks, lambda sel: _sektor(sel, kolom), pl.String)
    dari_kbli = None
    if kbli is not None:
        dari_kbli = map_unik(kbli, sektor_kbli, pl.String)
        if is_2025 is not None:
            baru = map_unik(kbli, lambda sel: sektor_kbli(sel, "2025"), pl.String)
            dari_kbli = dari_kbli.zip_with(~is_2025, baru)
    if is_2025 is not None and is_2025.any():
        huruf = teks.set(~teks.str.contains(r"^[A-Za-z]$").fill_null(False), None)
        lain = map_unik(huruf, lambda sel: sektor_kbli(sel, "2025"), pl.String)
        pakai = is_2025 & lain.is_not_null()
        if dari_kbli is not None:
            pakai &= (dari_kbli != kode).fill_null(True)
        kode = kode.zip_with(~pakai, lain)
    hasil = _kode(teks, kolom, kode)
    if dari_kbli is not None:
        hasil.nilai = hasil.nilai.fill_null(dari_kbli)
    return hasil


def read_kbli(teks: pl.Series, nama: str) -> Terbaca:
    """The column as KBLI codes in upper case; the name of the field after the code is left off."""

    def satu(sel: str) -> str | None:
        kode = re.split(r"\s+[-–]?\s*(?=[A-Za-z])|\s*[-–:]\s*", sel.strip(), maxsplit=1)[0].upper()
        return kode if sektor_kbli(kode) or sektor_kbli(kode, "2025") else None

    nilai = map_unik(teks, satu, pl.String)
    hasil = Terbaca(nilai)
    add_salah(hasil, nama, "KODE_TIDAK_DIKENAL", teks.is_not_null() & nilai.is_null())
    return hasil


def _sektor(sel: str, kolom: Kolom) -> str | None:
    bersih = norma(sel)
    if bersih in SEMUA and kolom.semua:
        return ""
    if bersih == "tidakdiketahui":
        return TIDAK_DIKETAHUI if kolom.semua else ""
    if bersih in ("rstu", "rsdanu", "mdann"):
        return "MN" if bersih.startswith("m") else "RU"
    if kode := find_kode(sel, SEKTOR):
        return kode
    if kode := sektor_kbli(sel):
        return kode
    if cocok := re.match(r"\s*([A-Za-z]{0,2}\d{0,5})\s*[-–.:)]\s*\D", sel):  # "A. Pertanian", "10710 - Industri roti"
        return find_kode(cocok[1], SEKTOR) or sektor_kbli(cocok[1])
    return None

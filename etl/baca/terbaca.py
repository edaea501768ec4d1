"""What comes out when the text of one column is read: values, and which rows could not be read and why."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import polars as pl

# Reason codes in the order in which they are reported (sources.md 1)
ALASAN: dict[str, str] = {
    "KOLOM_KOSONG": "kolom wajib kosong",
    "NIK_TIDAK_SAH": "NIK tidak sah",
    "NIK_ANGKA": "NIK diketik sebagai angka sehingga angka terakhirnya hilang; ketik ulang sebagai teks",
    "KODE_TIDAK_DIKENAL": "kode tidak dikenal",
    "KODE_BPS": "kode wilayah BPS, bukan kode Kemendagri",
    "TANGGAL_TIDAK_SAH": "tanggal atau bulan tidak terbaca",
    "ANGKA_TIDAK_SAH": "angka tidak terbaca atau tidak bulat",
    "ANGKA_RAGU": "angka meragukan: titik atau koma di depan tepat tiga angka",
    "NILAI_DI_LUAR_BATAS": "nilai di luar batas",
    "KOLOM_LEBIH": "baris punya lebih banyak sel daripada judul kolom",
    "GANDA": "baris ganda: kunci yang sama sudah dimuat",
}


@dataclass(frozen=True)
class Salah:
    """One reason in one column: ``di`` is true for the rows that it holds for."""

    kolom: str
    alasan: str
    di: pl.Series
    rincian: str = ""


@dataclass
class Terbaca:
    """The typed values of a column (null where empty or unreadable) and its faults."""

    nilai: pl.Series
    salah: list[Salah] = field(default_factory=list)


@lru_cache(maxsize=20_000)
def norma(teks: str) -> str:
    """A heading or code as it is compared: no case, blanks, punctuation or accents."""
    if not teks.isascii():
        teks = "".join(huruf for huruf in unicodedata.normalize("NFKD", teks) if not unicodedata.combining(huruf))
    return "".join(huruf for huruf in teks.lower() if huruf.isalnum())


def map_unik(teks: pl.Series, satu: Callable[[str], Any], tipe: pl.DataType | type[pl.DataType]) -> pl.Series:
    """``satu`` of each value, called once per distinct value; null stays null."""
    unik = teks.drop_nulls().unique()
    if unik.is_empty():
        return pl.Series(teks.name, [None] * len(teks), dtype=tipe)
    hasil = pl.Series([satu(nilai) for nilai in unik.to_list()], dtype=tipe)
    return teks.replace_strict(unik, hasil, default=None, return_dtype=tipe)


def add_salah(terbaca: Terbaca, kolom: str, alasan: str, di: pl.Series, rincian: str = "") -> None:
    """Note a fault if any row has it."""
    di = di.fill_null(False)
    if di.any():
        terbaca.salah.append(Salah(kolom, alasan, di, rincian))

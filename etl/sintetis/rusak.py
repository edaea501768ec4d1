"""A few wrong rows per file, as in real life: damaged NIK, unknown codes, negative numbers, doubles."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl


def cut(nik: str) -> str:
    """A digit got lost."""
    return nik[:-1]


def misdate(nik: str) -> str:
    """A month that does not exist."""
    return nik[:8] + "19" + nik[10:]


def mistype(nik: str) -> str:
    """The letter O instead of a zero or another digit."""
    return nik[:14] + "O" + nik[15:]


def negate(angka: str) -> str:
    """A minus sign that slipped in."""
    return f"-{angka or '1'}"


def empty(isi: str) -> str:
    """A cell that nobody filled."""
    return ""


def unknown(isi: str) -> str:
    """A remark where a code belongs."""
    return "belum tahu"


@dataclass(frozen=True)
class Kerusakan:
    """``jumlah`` rows of which ``kolom`` is changed by ``ubah``."""

    kolom: str
    ubah: Callable[[str], str]
    jumlah: int = 1


NIK = (Kerusakan("nik", cut), Kerusakan("nik", misdate), Kerusakan("nik", mistype))


def damage(
    rng: np.random.Generator, tabel: pl.DataFrame, kerusakan: tuple[Kerusakan, ...], ganda: int = 0
) -> pl.DataFrame:
    """Return the table of texts with the damage done to different rows, and ``ganda`` rows standing in it twice.

    A table so short that the damage would be most of it stays as it is.
    """
    jumlah = sum(k.jumlah for k in kerusakan) + ganda
    if len(tabel) < jumlah * 5:
        return tabel
    pilih = iter(rng.permutation(len(tabel))[:jumlah].tolist())
    kolom = {k.kolom: tabel[k.kolom].to_list() for k in kerusakan}
    for k in kerusakan:
        for _ in range(k.jumlah):
            baris = next(pilih)
            kolom[k.kolom][baris] = k.ubah(kolom[k.kolom][baris] or "")
    kena = tabel.with_columns(**{nama: pl.Series(isi, dtype=pl.String) for nama, isi in kolom.items()})
    return pl.concat([kena, kena[list(pilih)]])

"""A few wrong rows per file, as in real life: damaged NIK, unknown codes, negative numbers, doubles."""

from collections.abc import Callable
from dataclasses import dataclass, field

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
    return f"-{angka}" if angka.strip("0") else "-1"


def empty(isi: str) -> str:
    """A cell that nobody filled."""
    return ""


def unknown(isi: str) -> str:
    """A remark where a code belongs."""
    return "belum tahu"


@dataclass(frozen=True)
class Kerusakan:
    """``jumlah`` rows of which ``kolom`` is changed by ``ubah``, for which they are set aside with ``alasan``."""

    kolom: str
    ubah: Callable[[str], str]
    alasan: str
    jumlah: int = 1


NIK = tuple(Kerusakan("nik", ubah, "NIK_TIDAK_SAH") for ubah in (cut, misdate, mistype))


@dataclass(frozen=True)
class Rusak:
    """A damaged table: row number -> reasons why it will be set aside, and double -> the row that it repeats."""

    teks: pl.DataFrame
    salah: dict[int, tuple[str, ...]] = field(default_factory=dict)
    kembaran: dict[int, int] = field(default_factory=dict)


def damage(rng: np.random.Generator, tabel: pl.DataFrame, kerusakan: tuple[Kerusakan, ...], ganda: int = 0) -> Rusak:
    """Return the table of texts with the damage done to different rows, and ``ganda`` rows standing in it twice.

    A table so short that the damage would be most of it stays as it is.
    """
    jumlah = sum(k.jumlah for k in kerusakan) + ganda
    if len(tabel) < jumlah * 5:
        return Rusak(tabel)
    pilih = iter(rng.permutation(len(tabel))[:jumlah].tolist())
    kolom = {k.kolom: tabel[k.kolom].to_list() for k in kerusakan}
    salah: dict[int, tuple[str, ...]] = {}
    for k in kerusakan:
        for _ in range(k.jumlah):
            baris = next(pilih)
            lama = kolom[k.kolom][baris] or ""
            kolom[k.kolom][baris] = k.ubah(lama)
            if kolom[k.kolom][baris] != lama:  # a cell that was empty has nothing to damage
                salah[baris] = (k.alasan,)
    kena = tabel.with_columns(**{nama: pl.Series(isi, dtype=pl.String) for nama, isi in kolom.items()})
    kembar = list(pilih)
    kembaran = {len(kena) + n: baris for n, baris in enumerate(kembar)}
    salah |= dict.fromkeys(kembaran, ("GANDA",))
    return Rusak(pl.concat([kena, kena[kembar]]), salah, kembaran)

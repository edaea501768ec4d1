"""The set-aside rows with all their reasons and their original values, NIK masked."""

from __future__ import annotations

import json
import re

import polars as pl

from etl.baca.panjang import NOMOR, Tabel
from etl.baca.terbaca import ALASAN, Salah
from etl.rahasia import samarkan

_ENAM_BELAS = re.compile(r"\d{16,}")


def make_sisih(frame: pl.DataFrame, salah: list[Salah], tabel: list[Tabel], asal: pl.DataFrame) -> pl.DataFrame:
    """``frame`` (set-aside rows only, with ``_n``: row among all) with alasan, rincian and asli.

    ``asal``: for all rows, ``_tabel`` (which table) and ``_nomor`` (row in the file, from 0).
    """
    nomor = frame["_n"].to_list()
    per_baris: dict[int, list[Salah]] = {n: [] for n in nomor}
    urutan = {kode: n for n, kode in enumerate(ALASAN)}
    for satu in sorted(salah, key=lambda s: urutan[s.alasan]):
        for n in satu.di.arg_true():
            per_baris[n].append(satu)
    letak = asal.select("_tabel", NOMOR)[frame["_n"]].rows()
    pembaca = [_Asli(satu) for satu in tabel]
    return frame.with_columns(
        pl.Series("alasan", [",".join(dict.fromkeys(s.alasan for s in per_baris[n])) for n in nomor], dtype=pl.String),
        pl.Series("rincian", [_rincian(per_baris[n]) for n in nomor], dtype=pl.String),
        pl.Series("asli", [pembaca[t].json(baris) for t, baris in letak], dtype=pl.String),
    ).drop("_n")


def _rincian(salah: list[Salah]) -> str:
    isi = [{"kolom": s.kolom, "alasan": s.alasan, "rincian": s.rincian} for s in salah]
    return json.dumps(isi, ensure_ascii=False)


def mask(teks: str) -> str:
    """A text with every NIK or KK in it masked: they may stand anywhere, in a remark for example."""
    return _ENAM_BELAS.sub(lambda cocok: samarkan(cocok[0]), teks)


class _Asli:
    """Original values of one sheet by heading."""

    def __init__(self, tabel: Tabel) -> None:
        self.frame = tabel.lembar.asli
        self.nik = tabel.kepala.kolom.get("nik", -1)
        self.lebar = tabel.kepala.lebar
        self.judul: list[str] = []
        for posisi in range(self.frame.width):
            judul = tabel.kepala.judul[posisi] if posisi < len(tabel.kepala.judul) else ""
            judul = mask(judul) or f"Kolom {posisi + 1}"
            self.judul.append(judul if judul not in self.judul else f"{judul} ({posisi + 1})")

    def json(self, baris: int) -> str:
        isi: dict[str, str] = {}
        for posisi, sel in enumerate(self.frame.row(baris)):
            if posisi >= self.lebar and not sel:
                continue
            isi[self.judul[posisi]] = self._samarkan(posisi, sel or "")
        return json.dumps(isi, ensure_ascii=False)

    def _samarkan(self, posisi: int, sel: str) -> str:
        if posisi == self.nik:
            return samarkan(sel)
        return mask(sel)

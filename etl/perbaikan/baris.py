"""The rows of a delivery that are set aside, one per row of the file, and what is counted of rows."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from etl import cache, kiriman
from etl.kiriman import Kiriman
from etl.perbaikan.saran import order_alasan

TEMPAT = ("berkas", "lembar", "nomor_baris")


@dataclass(frozen=True)
class Sisih:
    """One row of a file that is set aside, whole or, in a pivot, with some of its cells.

    ``kunci`` names it for good. ``asli``: heading -> text as sent, every cell of the row in order, NIK masked.
    """

    kunci: str
    berkas: str
    lembar: str
    nomor_baris: int
    alasan: str
    rincian: tuple[dict[str, str], ...]
    asli: dict[str, str]

    @property
    def tempat(self) -> tuple[str, str, int]:
        """Where it stands: stored file, sheet, row."""
        return self.berkas, self.lembar, self.nomor_baris


def list_sisih(data: Path, k: Kiriman) -> list[Sisih]:
    """Return the rows of a delivery that are set aside, in file order."""
    per_tempat: dict[tuple[Any, ...], list[tuple[str, str, str]]] = {}
    isi = cache.read(kiriman.path_sisih(data, k)).select(*TEMPAT, "alasan", "rincian", "asli")
    for *tempat, alasan, rincian, asli in isi.iter_rows():
        per_tempat.setdefault(tuple(tempat), []).append((alasan, rincian, asli))
    hasil = []
    for (berkas, lembar, nomor), bagian in per_tempat.items():
        kode = {kode for alasan, _, _ in bagian for kode in alasan.split(",")}
        rincian = {json.dumps(satu): satu for _, teks, _ in bagian for satu in json.loads(teks)}
        kunci = hashlib.sha256(json.dumps([k.id, berkas, lembar, nomor]).encode()).hexdigest()[:16]
        hasil.append(
            Sisih(
                kunci,
                berkas,
                lembar,
                nomor,
                ",".join(sorted(kode, key=order_alasan)),
                tuple(rincian.values()),
                json.loads(bagian[0][2]),
            )
        )
    return hasil


def find_posisi(asli: Iterable[str]) -> dict[str, int]:
    """Return heading -> position of the cell in its row. Cells past the headings are called by their number."""
    return {
        nama: int(cocok[1]) - 1 if (cocok := re.fullmatch(r"Kolom (\d+)", nama)) else nomor
        for nomor, nama in enumerate(asli)
    }


def count_cakupan(cakupan: Iterable[str], dimuat: pl.DataFrame) -> dict[str, int]:
    """Return the number of loaded rows per cakupan."""
    jumlah = dict(dimuat["cakupan"].value_counts().iter_rows())
    return {satu: int(jumlah.get(satu, 0)) for satu in cakupan}


def count_alasan(sisih: pl.DataFrame) -> dict[str, int]:
    """Return the number of set-aside rows per reason; a row with two reasons counts in both."""
    jumlah = Counter(kode for alasan in sisih["alasan"].to_list() for kode in set(alasan.split(",")))
    return {kode: jumlah[kode] for kode in sorted(jumlah, key=order_alasan)}

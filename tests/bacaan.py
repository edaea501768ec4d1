"""Small files for the tests of the reading rules: made from text or cells, read with one fixed regency (99.01)."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import xlsxwriter

from etl import baca
from etl.kontrak import SUMBER
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

KUNCI = b"kunci untuk tes saja, 32 byte ..."
WILAYAH = pl.DataFrame(
    [
        ("99.01.01.1001", "Pusat", "99.01.01", "Maju"),
        ("99.01.01.2001", "Suka Maju", "99.01.01", "Maju"),
        ("99.01.01.2002", "Ima'an", "99.01.01", "Maju"),
        ("99.01.02.2001", "Sukamaju", "99.01.02", "Mundur"),  # the same name in another sub-district
        ("99.01.02.1002", "Kembar", "99.01.02", "Mundur"),  # a kelurahan and a desa of one name
        ("99.01.02.2003", "Kembar", "99.01.02", "Mundur"),
    ],
    schema=["kode_desa", "nama_desa", "kode_kecamatan", "nama_kecamatan"],
    orient="row",
)


@dataclass(frozen=True)
class Pembaca:
    """Reads one made-up file as a source of the regency 99.01."""

    folder: Path
    profil: Profil
    wilayah: pl.DataFrame | None = None

    def konteks(self) -> baca.Konteks:
        return baca.Konteks(self.profil, self.wilayah, KUNCI, {opd.kode for opd in self.profil.opd})

    def tulis(self, isi: str | bytes | Path, nama: str = "berkas.csv") -> Path:
        path = self.folder / nama
        if isinstance(isi, Path):
            return isi
        path.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
        return path

    def __call__(self, sumber: str, *isi: str | bytes | Path, nama: str = "", **tetap: str) -> baca.Hasil:
        """Read files given by their content as one delivery; keywords are ``--isi``."""
        paths = []
        for nomor, satu in enumerate(isi):
            is_buku = isinstance(satu, bytes) and satu.startswith(b"PK")
            paths.append(self.tulis(satu, nama or f"berkas{nomor}.{'xlsx' if is_buku else 'csv'}"))
        return baca.read(SUMBER[sumber], paths, tetap, self.konteks())

    def tolak(self, sumber: str, *isi: str | bytes | Path, nama: str = "", **tetap: str) -> str:
        """The refusal of a file that must be refused."""
        with pytest.raises(Penolakan) as galat:
            self(sumber, *isi, nama=nama, **tetap)
        return str(galat.value)


def buku(
    lembar: dict[str, Sequence[Sequence[Any]]],
    gabung: Sequence[tuple[str, str]] = (),
) -> bytes:
    """An XLSX workbook: sheet name -> rows of cells; None is an empty cell, a date a date cell, a float a number.

    ``gabung``: merged ranges of the first sheet with their text.
    """
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as berkas:
        tanggal = berkas.add_format({"num_format": "dd/mm/yyyy"})
        for nomor, (nama, baris) in enumerate(lembar.items()):
            satu = berkas.add_worksheet(nama)
            for r, sel_baris in enumerate(baris):
                for k, sel in enumerate(sel_baris):
                    if isinstance(sel, str):
                        satu.write_string(r, k, sel)
                    elif isinstance(sel, date):
                        satu.write_datetime(r, k, sel, tanggal)
                    elif sel is not None:
                        satu.write_number(r, k, sel)
            for rentang, teks in gabung if nomor == 0 else ():
                satu.merge_range(rentang, teks)
    return isi.getvalue()


def alasan(hasil: baca.Hasil) -> dict[int, str]:
    """Row number -> reasons of the set-aside rows."""
    return dict(hasil.sisih.select("nomor_baris", "alasan").rows())


def rincian(hasil: baca.Hasil) -> list[tuple[int, str, str, str]]:
    """Row number, column, reason and detail of every fault."""
    return [
        (nomor, satu["kolom"], satu["alasan"], satu["rincian"])
        for nomor, teks in hasil.sisih.select("nomor_baris", "rincian").rows()
        for satu in json.loads(teks)
    ]


def kolom(hasil: baca.Hasil, *nama: str) -> list[Any]:
    """One column of the loaded rows as a list, several as tuples."""
    return hasil.dimuat[nama[0]].to_list() if len(nama) == 1 else hasil.dimuat.select(nama).rows()

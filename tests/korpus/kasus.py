"""What a case of the corpus is: one file as somebody would send it, made by a function, and what must come of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import xlsxwriter

Isi = str | bytes | dict[str, bytes]  # one file, or several by name


@dataclass(frozen=True)
class Kasus:
    """``dimuat``: the loaded rows as tuples of ``kolom``; ``sisih``: row number -> reasons, comma separated;
    ``catatan``: parts that stand in the notes; ``tolak``: parts of the refusal; ``tetap``: what ``--isi`` gives."""

    nama: str
    sumber: str
    buat: Callable[[], Isi]
    kolom: tuple[str, ...] = ("nomor_baris",)
    dimuat: list[Any] | None = None
    sisih: Mapping[int, str] = field(default_factory=dict)
    catatan: tuple[str, ...] = ()
    tanpa_catatan: tuple[str, ...] = ()
    tolak: tuple[str, ...] = ()
    tetap: Mapping[str, str] = field(default_factory=dict)
    berkas: str = ""
    simulasi: bool = False
    profil: str = "umum"


KORPUS: list[Kasus] = []


def kasus(sumber: str, **harapan: Any) -> Callable[[Callable[[], Isi]], Callable[[], Isi]]:
    """Register a builder function as a case; its name is the name of the case, its docstring says why."""

    def daftarkan(buat: Callable[[], Isi]) -> Callable[[], Isi]:
        KORPUS.append(Kasus(buat.__name__, sumber, buat, **harapan))
        return buat

    return daftarkan


def nik(nomor: int, *, perempuan: bool = False) -> str:
    """A NIK of the invented province 99, born 1 January 1990."""
    return f"990101{'41' if perempuan else '01'}0190{nomor:04d}"


def baris(*sel: object, pemisah: str = ";") -> str:
    """One line of a CSV."""
    return pemisah.join(map(str, sel)) + "\n"


def orang(*sel: str, kepala: str = "bulan;nik;segmen;program") -> str:
    """A person list: header, then rows "cells for further columns" after month, NIK, segment and programme."""
    return kepala + "\n" + "".join(f"2026-06;{nik(n)};PU;JKK;{satu}\n" for n, satu in enumerate(sel, start=1))


def ganti_bagian(buku: bytes, **bagian: bytes) -> bytes:
    """The workbook with parts replaced or added; ``__`` in a name stands for ``/``."""
    nama = {satu.replace("__", "/") + ".xml": isi for satu, isi in bagian.items()}
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(buku)) as lama, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru:
        for satu in lama.namelist():
            baru.writestr(satu, nama.pop(satu, None) or lama.read(satu))
        for satu, isi in nama.items():
            baru.writestr(satu, isi)
    return hasil.getvalue()


def buku_bergabung(baris_sel: list[list[Any]], gabung: list[tuple[int, int, int, int, str]]) -> bytes:
    """A workbook of one sheet with merged ranges (first row, first column, last row, last column, text)."""
    isi = io.BytesIO()
    with xlsxwriter.Workbook(isi, {"in_memory": True}) as buku:
        lembar = buku.add_worksheet("Rekap")
        for r, satu in enumerate(baris_sel):
            for k, sel in enumerate(satu):
                if sel is not None:
                    lembar.write(r, k, sel)
        for r0, k0, r1, k1, teks in gabung:
            lembar.merge_range(r0, k0, r1, k1, teks)
    return isi.getvalue()

"""What a contract is made of: the columns of one source and the rules that hold for its rows.

A contract is declared once (``etl/sumber/``) and serves reading, the XLSX template, ``docs/sumber.md``
and the preview of an upload.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

from etl.kode import PROGRAM, Daftar

Jenis = Literal[
    "teks",  # free text
    "kode",  # closed list
    "kode_bebas",  # open list, stored in upper case
    "kode_opd",  # profile's list and aliases; an unknown office is accepted as given
    "pemilik",  # an office as above, or anybody else in the sender's own words
    "kode_desa",  # village, dotted Kemendagri code
    "kode_kecamatan",
    "kode_wilayah",  # code at the level that another column names
    "kode_rekening",
    "sektor",
    "kbli",  # KBLI code of any length
    "bulan",  # DATE, first of month
    "periode",  # month, quarter or semester as text: 2026-06, 2026-TW2, 2026-1
    "tanggal",
    "tahun",
    "jumlah",  # whole count
    "rupiah",  # whole rupiah
    "persen",  # 0-100 unless stated otherwise
    "nilai",  # decimal number
    "ya_tidak",
    "nik",
    "program",  # set of programmes
]

_TIPE: dict[str, str] = {
    "bulan": "DATE",
    "tanggal": "DATE",
    "tahun": "BIGINT",
    "jumlah": "BIGINT",
    "rupiah": "BIGINT",
    "persen": "DOUBLE",
    "nilai": "DOUBLE",
    "ya_tidak": "BOOLEAN",
}


_TEMPAT = {"nomor_baris": "BIGINT", "lembar": "VARCHAR", "berkas": "VARCHAR"}  # where a row stands, in every cache file


@dataclass(frozen=True)
class Kolom:
    """One column of a contract.

    ``wajib`` is the ``*`` of the design: it must stand in the file and be filled in each row.
    ``ada`` is ``(*)``: it must stand in the file, cells may be empty. ``longgar``: an unreadable value
    counts as empty and as a note instead of setting the row aside.
    """

    nama: str
    jenis: Jenis
    bantuan: str
    wajib: bool = False
    ada: bool = False
    alias: tuple[str, ...] = ()
    daftar: Daftar | None = None
    longgar: bool = False
    boleh_negatif: bool = False
    boleh_ragu: bool = False
    semua: bool = False  # SEMUA means "not broken down by this" and is stored as null
    tunggal: bool = False  # program: one code, not a set
    tahun_maks: int | None = None  # a year that may lie ahead (targets); else next year is the last
    dasar: str = ""
    contoh: str = ""

    @property
    def harus_ada(self) -> bool:
        """Whether a file without this column (and without --isi for it) is refused."""
        return self.wajib or self.ada

    @property
    def simpan(self) -> str:
        """Name of the column in the cache; ``berkas`` of a source must not meet the file that a row stands in."""
        return f"isi_{self.nama}" if self.nama in _TEMPAT else self.nama

    @property
    def tipe(self) -> str:
        """DuckDB type of the column in the cache; not for nik and sets of programmes."""
        if self.nama == "semester":
            return "BIGINT"
        return _TIPE.get(self.jenis, "VARCHAR")


@dataclass(frozen=True)
class Kontrak:
    """One source: who sends it, its columns, the parts that a delivery replaces, and its key.

    ``teks_cakupan`` writes the cakupan of a row; ``siapkan`` fills what an empty cell means by rule (``MURNI``,
    ``DOMISILI``). ``kunci`` is compared inside one cakupan. ``salah_satu`` are groups of columns of which one must be
    filled in each row. ``satuan_pivot`` is the column that an unnamed pivot fills, if the source may
    come as one; ``dimensi`` are the columns that null means "all" for.
    """

    nama: str
    judul: str
    pengirim: str
    jenis: Literal["GAMBAR", "REGISTER"]
    kolom: tuple[Kolom, ...]
    cakupan: tuple[str, ...]
    teks_cakupan: pl.Expr = field(compare=False, repr=False)
    kunci: tuple[str, ...]
    versi: int = 1
    salah_satu: tuple[tuple[str, ...], ...] = ()
    satuan_pivot: str = ""
    dimensi: tuple[str, ...] = ()
    tanggal_acuan: str = ""  # column whose month dates the age group
    penjelasan: str = ""
    dasar: str = ""
    judul_pengirim: tuple[tuple[str, str], ...] = ()  # (heading, column) that only this sender uses, before all aliases
    siapkan: Callable[[pl.DataFrame], pl.DataFrame] = field(default=lambda frame: frame, compare=False, repr=False)

    def __getitem__(self, nama: str) -> Kolom:
        for kolom in self.kolom:
            if kolom.nama == nama:
                return kolom
        raise KeyError(nama)

    def __contains__(self, nama: str) -> bool:
        return any(kolom.nama == nama for kolom in self.kolom)

    def skema(self) -> dict[str, str]:
        """Name -> DuckDB type of every column of the cache file of loaded rows, in order."""
        skema: dict[str, str] = {}
        for kolom in self.kolom:
            if kolom.jenis == "nik":
                skema |= {"id_peserta": "UUID", "nik_samar": "VARCHAR"}
            elif kolom.jenis == "program" and not kolom.tunggal:
                skema |= {f"is_{program.lower()}": "BOOLEAN" for program in PROGRAM}
            else:
                skema[kolom.simpan] = kolom.tipe
        if "nik" in self:
            skema["kelompok_usia"] = "VARCHAR"
        return skema | {"cakupan": "VARCHAR"} | _TEMPAT

    def skema_sisih(self) -> dict[str, str]:
        """Name -> DuckDB type of every column of the cache file of set-aside rows, in order."""
        return self.skema() | {"alasan": "VARCHAR", "rincian": "VARCHAR", "asli": "VARCHAR"}

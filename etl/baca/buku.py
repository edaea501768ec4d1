"""XLSX workbooks: cell types kept where they matter, merged cells filled down and right."""

from __future__ import annotations

import datetime as dt
import gc
import io
import zipfile
from typing import Any

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, ZipError

from etl.baca.batas import BATAS_GABUNG, BATAS_LEMBAR, GALAT_ZIP, check_arsip, check_lebar
from etl.baca.lembar import Lembar, bersihkan, check_sel
from ucj.format import bilangan
from ucj.penolakan import Penolakan

_SIMPAN_ULANG = "Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX (.xlsx), lalu muat lagi."
_BUKAN_TABEL = {
    b"\x89PNG": "gambar",
    b"\xff\xd8\xff": "gambar",
    b"GIF8": "gambar",
    b"II*\x00": "gambar",
    b"MM\x00*": "gambar",
    b"{\\rtf": "dokumen RTF",
    b"Rar!": "arsip RAR",
    b"7z\xbc\xaf\x27\x1c": "arsip 7z",
    b"\x1f\x8b": "arsip gzip",
    b"SQLite format 3": "basis data",
}
_JENIS_MAKS = 1 << 20  # bytes of the list of parts that are looked at


def kenali(nama: str, isi: bytes) -> str:
    """ "buku" or "teks", by content. Raises ``Penolakan`` for formats that are not read, saying what to do."""
    if isi.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        _check_zip(nama, isi)
        return "buku"
    if isi.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if "EncryptedPackage".encode("utf-16-le") in isi or "EncryptionInfo".encode("utf-16-le") in isi:
            raise Penolakan(
                f"{nama}: buku kerja ini berkata sandi (terenkripsi). Hapus kata sandinya, "
                "simpan ulang sebagai XLSX, lalu muat lagi."
            )
        raise Penolakan(f"{nama}: berkas Excel lama (.xls) tidak dibaca. {_SIMPAN_ULANG}")
    awal = isi[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip().lower()
    if awal.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<head", b"<style", b"<div")) or (
        awal.startswith((b"<?xml", b"<!--", b"mime-version"))
        and (b"<html" in awal or b"<table" in awal or b"html" in awal)
    ):
        raise Penolakan(f"{nama}: isinya halaman HTML, bukan buku kerja. {_SIMPAN_ULANG}")
    if awal.startswith(b"<?xml") and b"workbook" in awal:
        raise Penolakan(f"{nama}: isinya XML Spreadsheet lama, bukan XLSX. {_SIMPAN_ULANG}")
    if awal.startswith(b"%pdf"):
        raise Penolakan(f"{nama}: isinya PDF. Minta tabelnya sebagai XLSX atau CSV.")
    for tanda, sebutan in _BUKAN_TABEL.items():
        if isi.startswith(tanda):
            raise Penolakan(f"{nama}: isinya {sebutan}, bukan tabel. Minta tabelnya sebagai XLSX atau CSV.")
    return "teks"


def _check_zip(nama: str, isi: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            anggota = set(arsip.namelist())
            jenis = b""
            if "[Content_Types].xml" in anggota:
                with arsip.open("[Content_Types].xml") as bagian:
                    jenis = bagian.read(_JENIS_MAKS)
    except GALAT_ZIP as galat:
        raise Penolakan(_rusak(nama)) from galat
    if b"macroEnabled" in jenis or "xl/vbaProject.bin" in anggota:
        raise Penolakan(f"{nama}: buku kerja bermakro (.xlsm) tidak dibaca. {_SIMPAN_ULANG}")
    if "xl/workbook.bin" in anggota:
        raise Penolakan(f"{nama}: buku kerja biner (.xlsb) tidak dibaca. {_SIMPAN_ULANG}")
    if "xl/workbook.xml" not in anggota and b"spreadsheetml" not in jenis:
        raise Penolakan(f"{nama}: isinya bukan buku kerja XLSX. {_SIMPAN_ULANG}")
    try:
        check_arsip(nama, isi)
    except GALAT_ZIP as galat:
        raise Penolakan(_rusak(nama)) from galat


def _rusak(nama: str) -> str:
    return f"{nama}: berkas rusak atau terpotong. Minta kirim ulang. {_SIMPAN_ULANG}"


def read_buku(nama: str, isi: bytes) -> list[Lembar]:
    """One sheet per worksheet that holds any cell, in the order of the workbook. Raises ``Penolakan``."""
    # A workbook is hundreds of thousands of small lists; the garbage collector would walk them again and again.
    is_gc = gc.isenabled()
    gc.disable()
    try:
        buku = CalamineWorkbook.from_filelike(io.BytesIO(isi))
        if len(buku.sheet_names) > BATAS_LEMBAR:
            raise Penolakan(
                f"{nama}: buku kerja berisi {len(buku.sheet_names)} lembar; paling banyak {BATAS_LEMBAR}. Pindahkan "
                "lembar datanya ke buku kerja baru, lalu muat lagi."
            )
        return [lembar for judul in buku.sheet_names if (lembar := _read_lembar(nama, buku, judul)) is not None]
    except PasswordError as galat:
        raise Penolakan(f"{nama}: buku kerja ini berkata sandi. Hapus kata sandinya, lalu muat lagi.") from galat
    except (CalamineError, ZipError, *GALAT_ZIP) as galat:
        raise Penolakan(f"{nama}: buku kerja tidak dapat dibaca (rusak). {_SIMPAN_ULANG}") from galat
    finally:
        if is_gc:
            gc.enable()


def _read_lembar(nama: str, buku: CalamineWorkbook, judul: str) -> Lembar | None:
    lembar = buku.get_sheet_by_name(judul)
    baris = lembar.to_python(skip_empty_area=False)
    if not baris:
        return None
    check_lebar(nama, judul, len(baris[0]))
    gabung = _fill_gabung(nama, baris, lembar.merged_cell_ranges or [])
    asli: dict[str, pl.Series] = {}
    angka: dict[int, pl.Series] = {}
    for posisi, kolom in enumerate(zip(*baris, strict=True)):
        asli[str(posisi)], is_angka = _read_kolom(str(posisi), kolom)
        if is_angka is not None:
            angka[posisi] = is_angka
    frame = pl.DataFrame(asli)
    check_sel(f"{nama}, lembar {judul!r}", frame)
    return Lembar(nama, judul, frame, bersihkan(frame), angka, gabung)


def _fill_gabung(
    nama: str, baris: list[list[Any]], gabung: list[tuple[tuple[int, int], tuple[int, int]]]
) -> frozenset[int]:
    """Fill merged cells down and right in place; rows whose only content is one merged cell come back."""
    tinggi, lebar = len(baris), len(baris[0])
    luas = sum((min(r1, tinggi - 1) - r0 + 1) * (min(k1, lebar - 1) - k0 + 1) for (r0, k0), (r1, k1) in gabung
               if r0 < tinggi and k0 < lebar)  # fmt: skip
    if luas > BATAS_GABUNG:
        raise Penolakan(
            f"{nama}: sel gabungan menutupi lebih dari {bilangan(BATAS_GABUNG)} sel. Batalkan penggabungan sel di "
            "luar tabel (Merge & Center), simpan, lalu muat lagi."
        )
    judul: set[int] = set()
    for (r0, k0), (r1, k1) in gabung:
        if r0 >= tinggi or k0 >= lebar:
            continue
        isi = baris[r0][k0]
        if isi == "":
            continue
        if k1 > k0 and sum(sel != "" for sel in baris[r0]) == 1:
            judul.update(range(r0, min(r1, tinggi - 1) + 1))
        for r in range(r0, min(r1, tinggi - 1) + 1):
            for k in range(k0, min(k1, lebar - 1) + 1):
                baris[r][k] = isi
    return frozenset(judul)


def _read_kolom(nama: str, kolom: tuple[Any, ...]) -> tuple[pl.Series, pl.Series | None]:
    """The column as text, and which cells are numbers (None when none is)."""
    try:  # most columns hold text alone
        return pl.Series(nama, kolom, dtype=pl.String), None
    except TypeError:
        jenis = set(map(type, kolom))
    # Numbers and dates become text all at once, column by column: cell by cell costs more than reading the workbook.
    teks = pl.Series(nama, [sel if sel.__class__ is str else None for sel in kolom], dtype=pl.String)
    is_angka = None
    if float in jenis:
        angka = pl.Series(nama, [sel if sel.__class__ is float else None for sel in kolom], dtype=pl.Float64)
        is_angka = angka.is_not_null()
        teks = teks.zip_with(~is_angka, _teks_angka(angka))
    if dt.date in jenis:
        tanggal = pl.Series(nama, [sel if sel.__class__ is dt.date else None for sel in kolom], dtype=pl.Date)
        teks = teks.zip_with(tanggal.is_null(), tanggal.cast(pl.String))
    if jenis - {str, float, dt.date}:
        lain = [None if sel.__class__ in (str, float, dt.date) else _teks(sel) for sel in kolom]
        teks = teks.zip_with(teks.is_not_null(), pl.Series(nama, lain, dtype=pl.String))
    return teks, is_angka


def _teks_angka(angka: pl.Series) -> pl.Series:
    """Numbers as text: whole ones without a decimal point."""
    bulat = ((angka == angka.floor()) & (angka.abs() < 1e17)).fill_null(False)
    return angka.cast(pl.String).zip_with(~bulat, angka.set(~bulat, None).cast(pl.Int64).cast(pl.String))


def _teks(sel: Any) -> str:
    """Any other typed cell as text: ISO dates with their time, 1 and 0 for true and false."""
    if isinstance(sel, bool):
        return "1" if sel else "0"
    if isinstance(sel, dt.datetime):
        return sel.isoformat(sep=" ") if sel.time() != dt.time() else sel.date().isoformat()
    return str(sel)

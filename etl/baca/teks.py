"""CSV and other plain text: encoding and separator are found, never configured."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import polars as pl

from etl.baca.lembar import Lembar, bersihkan
from ucj.penolakan import Penolakan

PEMISAH = (",", ";", "\t", "|")
_CONTOH = 60  # lines that decide the separator
_KELEBIHAN = 12  # cells past the headings that are kept to be shown


def read_teks(nama: str, isi: bytes, nilai_kepala: Callable[[list[list[str]]], int]) -> Lembar:
    """The text file as one sheet. ``nilai_kepala`` rates how well rows contain a known header.

    Raises ``Penolakan`` for NUL and for bytes of no supported encoding, naming the line.
    """
    teks = _decode(nama, isi)
    if not teks.strip():
        raise Penolakan(f"{nama}: berkas kosong. Kirim ulang berkas yang berisi judul kolom dan datanya.")
    if "\r" in teks:
        teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    pemisah = None
    if teks[:4].lower() == "sep=" and teks[5:6] == "\n":
        pemisah, teks = teks[4], "\n" + teks[6:]
    contoh = teks.split("\n", _CONTOH)[:_CONTOH]
    pemisah = pemisah or _find_pemisah(contoh, nilai_kepala)
    lebar = _lebar(contoh, pemisah)
    frame = _read_cepat(teks, pemisah, lebar) if _is_kutip_rapi(teks) else None
    if frame is None:
        frame = _read_teliti(teks, pemisah, lebar)
    frame = frame.select(
        kolom for kolom in frame if int(kolom.name) < lebar - _KELEBIHAN or kolom.null_count() < len(kolom)
    )
    return Lembar(nama, "", frame, bersihkan(frame, is_ascii=teks.isascii()), is_csv=True)


def _decode(nama: str, isi: bytes) -> str:
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        kode, tanda = "utf-16", 0
    elif isi.startswith(b"\xef\xbb\xbf"):
        kode, tanda = "utf-8", 3
    else:
        kode, tanda = "utf-8", 0
    try:
        teks = isi[tanda:].decode(kode)
    except UnicodeDecodeError as galat:
        if kode == "utf-16" or tanda:
            nomor = isi[: tanda + galat.start].count(b"\n") + 1
            raise Penolakan(_tak_terbaca(nama, nomor)) from galat
        teks = _decode_1252(nama, isi)
    if "\x00" in teks:
        nomor = teks.count("\n", 0, teks.index("\x00")) + 1
        raise Penolakan(
            f"{nama}, baris {nomor}: ada karakter NUL, berkas rusak atau bukan teks. "
            "Buka di aplikasi asalnya dan simpan ulang sebagai CSV (UTF-8) atau XLSX."
        )
    return teks


def _decode_1252(nama: str, isi: bytes) -> str:
    try:
        return isi.decode("windows-1252")
    except UnicodeDecodeError as galat:
        nomor = isi.count(b"\n", 0, galat.start) + 1
        raise Penolakan(_tak_terbaca(nama, nomor)) from galat


def _tak_terbaca(nama: str, nomor: int) -> str:
    return (
        f"{nama}, baris {nomor}: ada karakter yang tidak terbaca dalam UTF-8, UTF-16, maupun Windows-1252. "
        "Simpan ulang sebagai CSV UTF-8 atau XLSX, lalu muat lagi."
    )


def _find_pemisah(contoh: list[str], nilai_kepala: Callable[[list[list[str]]], int]) -> str:
    """The separator whose rows hold the best header; at a tie the one that stands most often."""

    def nilai(pemisah: str) -> tuple[int, int]:
        baris = list(csv.reader(contoh, delimiter=pemisah))
        return nilai_kepala(baris), sum(len(sel) - 1 for sel in baris)

    return max(PEMISAH, key=nilai)


def _lebar(contoh: list[str], pemisah: str) -> int:
    """Cells that are read of each row: those of the widest first row, and some more to see rows that have too many."""
    return max((baris.count(pemisah) for baris in contoh), default=0) + 1 + _KELEBIHAN


def _is_kutip_rapi(teks: str) -> bool:
    """Whether every line has an even number of quotes, so that no cell spans lines."""
    if '"' not in teks:
        return True
    jumlah = pl.Series([teks]).str.split("\n").explode().str.count_matches('"', literal=True)
    return not (jumlah % 2 == 1).any()


def _read_cepat(teks: str, pemisah: str, lebar: int) -> pl.DataFrame | None:
    """The whole text at once; None when a quote stands where quotes may not stand."""
    # A header line of our own keeps blank first lines and allows rows that are wider than the first.
    kepala = pemisah.join(str(nomor) for nomor in range(lebar))
    isi = io.BytesIO(f"{kepala}\n{teks}".encode())
    try:
        return pl.read_csv(isi, infer_schema=False, separator=pemisah, truncate_ragged_lines=True)
    except pl.exceptions.ComputeError:
        return None


def _read_teliti(teks: str, pemisah: str, lebar: int) -> pl.DataFrame:
    """Line by line, for stray quotes and for cells with line breaks."""
    baris: list[list[str]] = []
    antre = teks.split("\n")
    nomor = 0
    while nomor < len(antre):
        sel, terpakai = _read_satu(antre, nomor, pemisah, lebar)
        baris.append(sel)
        nomor += terpakai
    if baris and baris[-1] in ([], [""]):
        baris.pop()
    kolom = {str(posisi): [sel[posisi] if posisi < len(sel) else None for sel in baris] for posisi in range(lebar)}
    return pl.DataFrame(kolom, schema=dict.fromkeys(kolom, pl.String))


def _read_satu(antre: list[str], nomor: int, pemisah: str, lebar: int, batas: int = 12) -> tuple[list[str], int]:
    """The cells of the record that starts at a line, and how many lines it takes."""
    catatan = antre[nomor]
    penuh = lebar - _KELEBIHAN - 1  # separators of a whole record
    for terpakai in range(1, batas + 1):
        if not _is_terbuka(catatan, pemisah):
            return next(csv.reader(io.StringIO(catatan, newline=""), delimiter=pemisah), []), terpakai
        berikut = nomor + terpakai
        if berikut >= len(antre) or antre[berikut].count(pemisah) >= max(penuh, 1):
            break  # the next line is a record of its own: the quote is a stray one
        catatan += "\n" + antre[berikut]
    return antre[nomor].split(pemisah), 1


def _is_terbuka(catatan: str, pemisah: str) -> bool:
    """Whether the text ends inside quotes."""
    try:
        list(csv.reader(io.StringIO(catatan, newline=""), delimiter=pemisah, strict=True))
    except csv.Error as galat:
        return "unexpected end" in str(galat)
    return False

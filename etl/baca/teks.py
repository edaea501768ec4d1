"""CSV and other plain text: encoding and separator are found, never configured."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import numpy as np
import polars as pl

from etl.baca.batas import BATAS_BARIS, BATAS_JUMLAH_BARIS, check_lebar
from etl.baca.lembar import Lembar, bersihkan, check_sel
from ucj.format import bilangan
from ucj.penolakan import Penolakan

PEMISAH = (",", ";", "\t", "|")
_CONTOH = 60  # lines that decide the separator
_KELEBIHAN = 12  # cells past the headings that are kept to be shown


def read_teks(nama: str, isi: bytes, nilai_kepala: Callable[[list[list[str]]], int]) -> Lembar:
    """The text file as one sheet. ``nilai_kepala`` rates how well rows contain a known header.

    Raises ``Penolakan`` for NUL, for bytes of no supported encoding and for endless lines, naming the line.
    """
    isi = _to_utf8(nama, isi)
    if not isi.strip():
        raise Penolakan(f"{nama}: berkas kosong. Kirim ulang berkas yang berisi judul kolom dan datanya.")
    if b"\r" in isi:
        isi = isi.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    pemisah = None
    if isi[:4].lower() == b"sep=" and isi[5:6] == b"\n" and isi[4] < 0x80:
        pemisah, isi = chr(isi[4]), b"\n" + isi[6:]
    is_kutip_rapi = _check_baris(nama, isi)
    contoh = [satu.decode() for satu in isi.split(b"\n", _CONTOH)[:_CONTOH]]
    try:
        pemisah = pemisah or _find_pemisah(contoh, nilai_kepala)
    except csv.Error as galat:  # a cell of more than 131,072 characters
        raise Penolakan(
            f"{nama}: satu sel berisi teks yang sangat panjang. Biasanya tanda kutip tidak ditutup atau berkasnya "
            "rusak. Betulkan, lalu muat lagi."
        ) from galat
    lebar = _lebar(contoh, pemisah)
    check_lebar(nama, "", lebar - _KELEBIHAN)
    frame = _read_cepat(isi, pemisah, lebar) if is_kutip_rapi else None
    if frame is None:
        frame = _read_teliti(isi.decode(), pemisah, lebar)
    frame = frame.select(
        kolom for kolom in frame if int(kolom.name) < lebar - _KELEBIHAN or kolom.null_count() < len(kolom)
    )
    check_sel(nama, frame)
    return Lembar(nama, "", frame, bersihkan(frame), is_csv=True)


def _to_utf8(nama: str, isi: bytes) -> bytes:
    """The file as UTF-8 without its mark."""
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            isi = isi.decode("utf-16").encode()
        except UnicodeError as galat:
            awal = galat.start if isinstance(galat, UnicodeDecodeError) else len(isi)
            raise Penolakan(_tak_terbaca(nama, isi[:awal].count(b"\n") + 1)) from galat
    else:
        tanda = 3 if isi.startswith(b"\xef\xbb\xbf") else 0
        try:
            if not isi.isascii():
                isi.decode()
            isi = isi[tanda:]
        except UnicodeDecodeError as galat:
            if tanda:
                raise Penolakan(_tak_terbaca(nama, isi.count(b"\n", 0, galat.start) + 1)) from galat
            isi = _decode_1252(nama, isi).encode()
    if (nul := isi.find(b"\x00")) >= 0:
        nomor = isi.count(b"\n", 0, nul) + 1
        raise Penolakan(
            f"{nama}, baris {nomor}: ada karakter NUL, berkas rusak atau bukan teks. "
            "Buka di aplikasi asalnya dan simpan ulang sebagai CSV (UTF-8) atau XLSX."
        )
    return isi


def _check_baris(nama: str, isi: bytes) -> bool:
    """Whether every line has an even number of quotes, so that no cell spans lines. Raises ``Penolakan`` for a line
    without end."""
    huruf = np.frombuffer(isi, np.uint8)
    akhir = np.append(np.flatnonzero(huruf == 10), len(isi))
    if len(akhir) > BATAS_JUMLAH_BARIS:
        raise Penolakan(
            f"{nama}: ada {bilangan(len(akhir))} baris; yang dibaca paling banyak {bilangan(BATAS_JUMLAH_BARIS)}. "
            "Bagi menjadi beberapa berkas, lalu muat semuanya dalam satu perintah."
        )
    panjang = np.diff(akhir, prepend=-1)
    if panjang.max() > BATAS_BARIS:
        raise Penolakan(
            f"{nama}, baris {int(panjang.argmax()) + 1}: satu baris berisi {bilangan(int(panjang.max()))} huruf, jadi "
            "ini bukan tabel CSV. Simpan ulang tabelnya sebagai CSV (UTF-8) atau XLSX, lalu muat lagi."
        )
    if b'"' not in isi:
        return True
    kutip = np.searchsorted(np.flatnonzero(huruf == 34), akhir)
    return not (np.diff(kutip, prepend=0) % 2).any()


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


def _read_cepat(isi: bytes, pemisah: str, lebar: int) -> pl.DataFrame | None:
    """The whole text at once; None when a quote stands where quotes may not stand."""
    # A header line of our own keeps blank first lines and allows rows that are wider than the first.
    kepala = pemisah.join(str(nomor) for nomor in range(lebar))
    try:
        seluruh = b"".join((kepala.encode(), b"\n", isi))
        return pl.read_csv(seluruh, infer_schema=False, separator=pemisah, truncate_ragged_lines=True)
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

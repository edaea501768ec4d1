"""How big a delivered file may be: what is larger is no list of one regency, and would only fill the memory.

Everything is checked before it is unpacked or turned into rows: a file of a few kilobytes cannot cost gigabytes.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from ucj.format import bilangan
from ucj.penolakan import Penolakan

BATAS_BERKAS = 300_000_000  # bytes as delivered: a person list of a million rows has 140 MB as CSV
BATAS_BONGKAR = 1_000_000_000  # bytes of a workbook unpacked
BATAS_BAGIAN = 2_000  # parts of a workbook (pictures are parts too)
BATAS_LEMBAR = 200
BATAS_SEL = 60_000_000  # rows times columns of a sheet, up to its last filled cell
BATAS_KOLOM = 1_000
BATAS_BARIS = 1_000_000  # bytes of one line of a CSV
BATAS_JUMLAH_BARIS = 3_000_000  # lines of a CSV; a sheet has a third of that
BATAS_HURUF = 32_767  # characters of one cell: no spreadsheet holds more
BATAS_GABUNG = 2_000_000  # cells that merged ranges of a sheet cover together

# what zipfile raises for a damaged archive; NotImplementedError for a compression or version that it cannot unpack
GALAT_ZIP = (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError, ValueError, NotImplementedError)

_POTONG = 1 << 20
_BARIS_MAKS = 1_049_999  # rows that a number of the form 10[0-4]dddd may name
_LEBAR = re.compile(rb'<c(?=[\s/>])(?! r="[A-Z](?:\d{1,6}|10[0-4]\d{4})")')  # a cell not plainly in columns A to Z
_TANDA = re.compile(rb'<(?:[\w.-]+:)?(?:(row)|c)(?=[\s/>])(?:[^>]*?\sr\s*=\s*["\']([A-Z]*)(\d+)["\'])?')
_AWALAN = (b":c ", b":c>", b":row")  # names with a prefix


def check_ukuran(nama: str, ukuran: int) -> None:
    """Raise ``Penolakan`` for a file of more bytes than any list of one regency has."""
    if ukuran > BATAS_BERKAS:
        raise Penolakan(
            f"{nama}: berkas berukuran {bilangan(ukuran // 1_000_000)} MB; yang dibaca paling besar "
            f"{bilangan(BATAS_BERKAS // 1_000_000)} MB. Bagi menjadi beberapa berkas (misalnya satu per bulan), lalu "
            "muat semuanya dalam satu perintah."
        )


def read_berkas(path: Path) -> bytes:
    """Return the bytes of a file that is not too big. Raises ``Penolakan``."""
    check_ukuran(path.name, path.stat().st_size)
    return path.read_bytes()


def check_lebar(nama: str, lembar: str, lebar: int) -> None:
    """Raise ``Penolakan`` for a table with more columns than any list has; an empty ``lembar`` is a CSV."""
    if lebar > BATAS_KOLOM:
        tempat = f"{nama}, lembar {lembar!r}" if lembar else nama
        raise Penolakan(
            f"{tempat}: ada {bilangan(lebar)} kolom; yang dibaca paling banyak {bilangan(BATAS_KOLOM)}. Hapus kolom "
            "di kanan tabel, simpan, lalu muat lagi."
        )


def check_arsip(nama: str, isi: bytes) -> None:
    """Raise ``Penolakan`` for a workbook that unpacks to too much, and ``GALAT_ZIP`` for a broken one.

    The sizes that the archive declares count first; then each part is unpacked in pieces and may not hold more.
    """
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        bagian = arsip.infolist()
        if len(bagian) > BATAS_BAGIAN:
            raise Penolakan(
                f"{nama}: buku kerja terdiri atas {bilangan(len(bagian))} bagian; paling banyak "
                f"{bilangan(BATAS_BAGIAN)}. Pindahkan lembar datanya ke buku kerja baru, lalu muat lagi."
            )
        if sum(satu.file_size for satu in bagian) > BATAS_BONGKAR:
            raise Penolakan(_terlalu_besar(nama))
        total = 0
        for satu in bagian:
            with arsip.open(satu) as aliran:
                ukur = _Ukur(nama, satu.filename)
                while potongan := aliran.read(_POTONG):
                    total += len(potongan)
                    if total > BATAS_BONGKAR:
                        raise Penolakan(_terlalu_besar(nama))
                    ukur.add(potongan)
                ukur.finish()


def _terlalu_besar(nama: str) -> str:
    return (
        f"{nama}: isi buku kerja ini lebih dari {bilangan(BATAS_BONGKAR // 1_000_000)} MB setelah dibongkar, jadi "
        "tidak dibuka. Salin baris datanya saja ke buku kerja baru atau simpan sebagai CSV, lalu muat lagi."
    )


class _Ukur:
    """The last row and column that one sheet fills. A reader makes the whole rectangle up to there, filled or not.

    Columns A to Z times all rows stay below the limit; only a sheet that is wider is measured cell by cell.
    """

    def __init__(self, nama: str, bagian: str) -> None:
        self.nama = nama
        self.bagian = bagian
        self.baris = 0
        self.kolom = 0
        self._sisa = b""
        self._sempit = True
        self._r = 0
        self._k = 0

    def add(self, potongan: bytes) -> None:
        """Look at the next piece of the sheet's XML."""
        isi = self._sisa + potongan
        ujung = isi.rfind(b"<")
        if ujung < 0 or len(isi) - ujung > _POTONG:  # one long text: no tag is cut here
            ujung = len(isi)
        self._look(isi[:ujung])
        self._sisa = isi[ujung:]

    def finish(self) -> None:
        """Raise ``Penolakan`` when the sheet is too large."""
        self._look(self._sisa)
        if self.baris * self.kolom > BATAS_SEL:
            raise Penolakan(
                f"{self.nama}: sebuah lembar ({self.bagian}) terisi sampai baris {bilangan(self.baris)} dan kolom "
                f"{bilangan(self.kolom)}, jauh melebihi daftar mana pun. Hapus baris dan kolom di luar tabel (sering "
                "kali ada satu sel tersesat di ujung lembar), simpan, lalu muat lagi."
            )

    def _look(self, isi: bytes) -> None:
        if self._sempit:
            if not _LEBAR.search(isi) and not (b":" in isi and any(awalan in isi for awalan in _AWALAN)):
                if b"<c " in isi:
                    self.baris, self.kolom = _BARIS_MAKS, 26
                return
            self._sempit = False
        for baris, huruf, nomor in _TANDA.findall(isi):
            if baris:
                self._r = int(nomor) if nomor else self._r + 1
                self._k = 0
                continue
            if nomor:
                self._r, self._k = int(nomor), _nomor_kolom(huruf)
            else:
                self._k += 1
            self.baris = max(self.baris, self._r)
            self.kolom = max(self.kolom, self._k)


def _nomor_kolom(huruf: bytes) -> int:
    nomor = 0
    for satu in huruf[:6]:
        nomor = nomor * 26 + satu - 64
    return nomor

"""Reads a corrected workbook back: which rows of which deliveries, and what stands in their cells now."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.baca.batas import GALAT_ZIP, read_berkas
from etl.baca.buku import kenali, read_buku
from etl.baca.lembar import Lembar
from etl.perbaikan.tulis import ALASAN, BARIS, BERKAS, LEMBAR, SARAN, TANDA, TANDA_BARIS, TANDA_KIRIMAN
from ucj.penolakan import Penolakan

_CARI = 1 << 18  # bytes of each part: headings stand at the beginning
_BAGIAN = 300  # parts that are looked at
_BATAS_KEPALA = 20
_BUKAN_ASLI = {BARIS, BERKAS, LEMBAR, ALASAN, SARAN, TANDA, TANDA_KIRIMAN, TANDA_BARIS}


@dataclass(frozen=True)
class Sel:
    """One cell: its text, and whether the spreadsheet holds it as a number."""

    teks: str
    is_angka: bool = False


@dataclass(frozen=True)
class Ubahan:
    """One row of the workbook: which row of which delivery it is, and its cells by original heading."""

    lembar: str
    sha256: str
    kiriman: str
    kunci: str
    sel: dict[str, Sel]


def is_perbaikan(path: Path) -> bool:
    """Whether a file is a workbook of ``etl rejects``; reads little, so that a big file costs nothing."""
    tanda = TANDA.encode()
    try:
        with zipfile.ZipFile(path) as arsip:
            for nama in arsip.namelist()[:_BAGIAN]:
                if nama == "xl/sharedStrings.xml" or nama.startswith("xl/worksheets/sheet"):
                    with arsip.open(nama) as bagian:
                        if tanda in bagian.read(_CARI):
                            return True
    except GALAT_ZIP:
        return False  # not a workbook, or a broken one: reading it says what is wrong
    return False


def read_ubahan(path: Path) -> list[Ubahan]:
    """Return one entry per row of the workbook. Raises ``Penolakan`` when a sheet lost its hidden columns."""
    hasil = []
    isi = read_berkas(path)
    kenali(path.name, isi)  # as large and as sound as any other workbook
    for lembar in read_buku(path.name, isi):
        hasil += _read_lembar(lembar)
    return hasil


def _read_lembar(lembar: Lembar) -> list[Ubahan]:
    atas = lembar.asli.head(_BATAS_KEPALA).rows()
    awal = next((nomor for nomor, baris in enumerate(atas) if TANDA in baris), None)
    if awal is None:
        return []  # a sheet that somebody added for notes
    judul = ["" if satu is None else str(satu) for satu in atas[awal]]
    if not {TANDA_KIRIMAN, TANDA_BARIS} <= set(judul):
        raise Penolakan(
            f"Lembar {lembar.nama!r}: kolom tersembunyi hilang, jadi barisnya tidak dapat dikenali. Buat ulang buku "
            "dengan `python -m etl rejects`, lalu pindahkan perbaikannya ke sana."
        )
    posisi = {nama: nomor for nomor, nama in enumerate(judul) if nama}
    hasil = []
    for nomor, baris in enumerate(lembar.asli.rows()[awal + 1 :], start=awal + 1):
        kunci = _text(baris, posisi[TANDA_BARIS]).strip()
        if not kunci:
            continue
        sel = {
            nama: Sel(_text(baris, k), _is_angka(lembar, k, nomor))
            for nama, k in posisi.items()
            if nama not in _BUKAN_ASLI
        }
        hasil.append(
            Ubahan(
                lembar.nama,
                _text(baris, posisi[TANDA]).strip(),
                _text(baris, posisi[TANDA_KIRIMAN]).strip(),
                kunci,
                sel,
            )
        )
    return hasil


def _text(baris: Sequence[str | None], posisi: int) -> str:
    return baris[posisi] or ""


def _is_angka(lembar: Lembar, posisi: int, nomor: int) -> bool:
    return posisi in lembar.angka and bool(lembar.angka[posisi][nomor])

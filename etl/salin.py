"""Copies delivered files into the data folder under names that no program takes for anything else."""

import hashlib
import os
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.baca.batas import check_ukuran
from etl.kiriman import MANIFES
from ucj.penolakan import Penolakan

_POTONG = 1 << 20
_MILIK_KITA = {MANIFES, f"{MANIFES}.tmp", "batas", "perbaikan"}  # names that mean something beside the files

# names that Windows takes for a device, whatever follows the dot
_PERANGKAT = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)


@dataclass(frozen=True)
class Salinan:
    """One file copied into the data folder."""

    nama: str
    path: Path
    sha256: str
    ukuran: int


def check_files(files: Sequence[Path], batas: Path | None = None) -> None:
    """Raise ``Penolakan`` for a file that is missing, may not be read or is too large."""
    if not files:
        raise Penolakan("Sebutkan paling sedikit satu berkas.")
    for path in (*files, *([batas] if batas else [])):
        if not path.is_file():
            raise Penolakan(f"Berkas {path} tidak ada atau bukan berkas. Periksa nama dan foldernya.")
        if not os.access(path, os.R_OK):
            raise Penolakan(f"Berkas {path} tidak boleh dibaca pengguna ini. Perbaiki izinnya, lalu ulangi.")
    for path in files:
        check_ukuran(path.name, path.stat().st_size)


def copy(files: Sequence[Path], folder: Path) -> list[Salinan]:
    """Copy the files into ``folder`` under safe names; what is hashed here is what is read later."""
    folder.mkdir(parents=True)
    salinan: list[Salinan] = []
    for path in files:
        tujuan = folder / _safe_name(path.name, {s.path.name.lower() for s in salinan})
        sidik = hashlib.sha256()
        with path.open("rb") as asal, tujuan.open("xb") as hasil:
            while potongan := asal.read(_POTONG):
                sidik.update(potongan)
                hasil.write(potongan)
            hasil.flush()
            os.fsync(hasil.fileno())
        salinan.append(Salinan(_printable(path.name), tujuan, sidik.hexdigest(), tujuan.stat().st_size))
    return salinan


def _safe_name(nama: str, terpakai: set[str]) -> str:
    """Return a file name that no file system and no program takes for anything else, unlike those already used."""
    bersih = re.sub(r"[^\w.() -]", "_", unicodedata.normalize("NFC", nama)).strip(" .") or "berkas"
    if bersih.lower() in _MILIK_KITA or bersih.startswith("-") or _PERANGKAT.fullmatch(bersih.split(".")[0].strip()):
        bersih = f"_{bersih}"
    akhiran = Path(bersih).suffix[:10]
    pokok = bersih.removesuffix(akhiran)[:80]
    calon, nomor = f"{pokok}{akhiran}", 2
    while calon.lower() in terpakai:
        calon, nomor = f"{pokok}-{nomor}{akhiran}", nomor + 1
    return calon


def _printable(nama: str) -> str:
    return "".join(huruf if huruf.isprintable() else "_" for huruf in nama)


def hash_file(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as berkas:
        return hashlib.file_digest(berkas, "sha256").hexdigest()

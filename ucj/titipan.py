"""Uploaded files on their way to the command line: in a folder outside the data folder, gone afterwards."""

import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PANJANG = 80


@dataclass(frozen=True)
class Titipan:
    """A temporary folder, readable by this user alone, and the files in it in the order given."""

    folder: Path
    files: tuple[Path, ...]

    def remove(self) -> None:
        """Delete the folder and everything in it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def deposit(berkas: Iterable[tuple[str, bytes | memoryview]]) -> Titipan:
    """Write (name, content) pairs under safe names. The caller removes the folder."""
    folder = Path(tempfile.mkdtemp(prefix="ucj-unggah-"))
    files: list[Path] = []
    for nama, isi in berkas:
        path = folder / safe_name(nama, {satu.name.lower() for satu in files})
        path.write_bytes(isi)
        files.append(path)
    return Titipan(folder, tuple(files))


def safe_name(nama: str, terpakai: Iterable[str] = ()) -> str:
    """Return a file name that leads nowhere else and that no program takes for an option or a hidden file."""
    polos = unicodedata.normalize("NFC", nama).replace("\\", "/").rsplit("/", 1)[-1]
    bersih = re.sub(r"[^\w.() -]", "_", polos).strip(" .-") or "berkas"
    akhiran = Path(bersih).suffix[:10]
    pokok = bersih.removesuffix(akhiran)[:_PANJANG] or "berkas"
    calon, nomor = f"{pokok}{akhiran}", 2
    while calon.lower() in set(terpakai):
        calon, nomor = f"{pokok}-{nomor}{akhiran}", nomor + 1
    return calon

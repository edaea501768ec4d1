"""Peta kiriman: what a sender's files of one source lack or call differently, so that next month needs no options.

One small file per source and sender, ``peta/<sumber>/<pengirim>.json``; names that differ only in case, punctuation or
the number of blanks are one sender.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from etl.baca import Ingatan
from etl.baca.terbaca import norma
from etl.kiriman import write_atomic
from etl.kolom import Kontrak
from etl.kontrak import SUMBER
from ucj.penolakan import Penolakan

# A sender's files differ in these from month to month, besides every date, month and year.
_BERGANTI = frozenset(("semester", "tahap"))
_PANJANG = 60
_PERANGKAT = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows keeps for devices


@dataclass(frozen=True)
class Peta:
    """What is remembered of one sender and source: column -> value, heading -> column.

    ``berganti`` are columns for which the sender has sent two values that stand beside each other (two offices, two
    bases): they are asked for each time.
    """

    sumber: str
    pengirim: str
    isi: dict[str, str] = field(default_factory=dict)
    kolom: dict[str, str] = field(default_factory=dict)
    berganti: tuple[str, ...] = ()

    @property
    def ingatan(self) -> Ingatan:
        """What reading may use of it: a column that the contract has no longer is left out."""
        kontrak = SUMBER[self.sumber]
        return Ingatan(
            {nama: nilai for nama, nilai in self.isi.items() if nama in kontrak or nama.startswith("_")}, self.kolom
        )


def find(data: Path, sumber: str, pengirim: str | None) -> Peta:
    """Return the map of a sender; an empty one without a sender or before the first load."""
    if pengirim is None or not pengirim.strip():
        return Peta(sumber, "")
    path = _path(data, sumber, pengirim)
    return _read(path) if path.exists() else Peta(sumber, pengirim.strip())


def remember(data: Path, kontrak: Kontrak, peta: Peta, isi: Mapping[str, str], kolom: Mapping[str, str]) -> list[str]:
    """Write down what a load was told about a sender's file; return what the operator should know about it."""
    if not peta.pengirim:
        return []
    baru, kalimat = _merge(kontrak, peta, isi, kolom)
    path = _path(data, peta.sumber, peta.pengirim)
    if baru == peta or (not path.exists() and not (baru.isi or baru.kolom)):
        return []
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, json.dumps(asdict(baru), ensure_ascii=False, indent=1))
    return kalimat


def _merge(kontrak: Kontrak, peta: Peta, isi: Mapping[str, str], kolom: Mapping[str, str]) -> tuple[Peta, list[str]]:
    """Add what was said now. A column that parts deliveries from each other is forgotten once it has had two values."""
    tetap = {nama: nilai for nama, nilai in isi.items() if _is_tetap(kontrak, nama) and nama not in peta.berganti}
    berganti = [
        nama
        for nama, nilai in tetap.items()
        if norma(peta.isi.get(nama, nilai)) != norma(nilai) and _is_bagian(kontrak, nama)
    ]
    kalimat = [
        f"Peta kiriman {peta.pengirim} tidak lagi mengingat {nama}, karena nilainya berganti ({peta.isi[nama]}, lalu "
        f"{tetap[nama]}); sebut tiap kali dengan --isi {nama}=NILAI."
        for nama in berganti
    ]
    judul = {norma(lama): lama for lama in peta.kolom} | {norma(baru): baru for baru in kolom}
    return replace(
        peta,
        isi={nama: nilai for nama, nilai in {**peta.isi, **tetap}.items() if nama not in berganti},
        kolom={teks: {**peta.kolom, **kolom}[teks] for teks in judul.values()},
        berganti=tuple(sorted({*peta.berganti, *berganti})),
    ), kalimat


def _is_tetap(kontrak: Kontrak, nama: str) -> bool:
    """Whether a column may be the same in every month of a sender."""
    if nama not in kontrak:
        return nama.startswith("_")
    return kontrak[nama].jenis not in ("bulan", "tanggal", "tahun") and nama not in _BERGANTI


def _is_bagian(kontrak: Kontrak, nama: str) -> bool:
    """Whether a column says which part of the picture a file is (``kode_opd``, ``basis``), so that two may stand."""
    return nama.startswith("_") or any(nama in satu.split() for satu in kontrak.cakupan)


def note(peta: Peta, dipakai: Ingatan) -> list[str]:
    """Return the note of a delivery for which something was taken from the map; none when nothing was."""
    bagian = [f"{nama.lstrip('_')}={nilai}" for nama, nilai in dipakai.isi.items()]
    bagian += [f'judul "{judul}"={nama}' for judul, nama in dipakai.kolom.items()]
    return [f"dari peta kiriman {peta.pengirim}: {'; '.join(bagian)}"] if bagian else []


def daftar(data: Path, sumber: str | None = None, pengirim: str | None = None) -> list[Peta]:
    """Return the maps of one source or of all, of one sender or of all. Raises ``Penolakan`` for a broken file."""
    return sorted((_read(path) for path in _list(data, sumber, pengirim)), key=lambda p: (p.sumber, p.pengirim))


def as_row(peta: Peta) -> tuple[str, ...]:
    """Return one map as cells: source, sender, values, headings, columns that are asked for each time."""
    return (
        peta.sumber,
        peta.pengirim,
        "; ".join(f"{nama.lstrip('_')}={nilai}" for nama, nilai in peta.isi.items()) or "-",
        "; ".join(f"{judul}={nama}" for judul, nama in peta.kolom.items()) or "-",
        ", ".join(nama.lstrip("_") for nama in peta.berganti) or "-",
    )


def forget(data: Path, sumber: str | None, pengirim: str | None) -> int:
    """Remove maps, also broken ones; return how many there were."""
    jumlah = 0
    for path in _list(data, sumber, pengirim):
        path.unlink()
        jumlah += 1
    return jumlah


def _list(data: Path, sumber: str | None, pengirim: str | None) -> Iterator[Path]:
    for satu in SUMBER if sumber is None else (sumber,):
        if pengirim is not None:
            path = _path(data, satu, pengirim)
            yield from [path] if path.exists() else []
        else:
            yield from sorted((data / "peta" / satu).glob("*.json"))


def _path(data: Path, sumber: str, pengirim: str) -> Path:
    """Where the map of a sender lies. What no file name can carry, or not whole, is told apart by a digest."""
    nama = " ".join(pengirim.split())
    slug = "-".join("".join(h if h.isascii() and h.isalnum() else " " for h in nama.lower()).split())
    if not nama.isascii() or len(slug) > _PANJANG or not slug or _PERANGKAT.fullmatch(slug):
        slug = f"{slug[:_PANJANG]}-{hashlib.sha256(norma(nama).encode() or nama.encode()).hexdigest()[:8]}".lstrip("-")
    return data / "peta" / sumber / f"{slug}.json"


def _read(path: Path) -> Peta:
    try:
        isi: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Peta(
            path.parent.name,
            str(isi["pengirim"]),
            {str(nama): str(nilai) for nama, nilai in isi["isi"].items()},
            {str(judul): str(nama) for judul, nama in isi["kolom"].items()},
            tuple(map(str, isi["berganti"])),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as salah:
        raise Penolakan(
            f"Peta kiriman {path} rusak. Hapus dengan `python -m etl peta {path.parent.name} --hapus` (semua pengirim "
            "sumber itu) atau hapus berkasnya, lalu sebut lagi --isi dan --kolom pada pemuatan berikutnya."
        ) from salah

"""The regency's own rules on employment social security, as the page Kamus indikator and the report list them."""

from collections.abc import Mapping, Sequence
from typing import Any

from ucj import format
from ucj.html import Kolom, dua_baris

KOLOM = (Kolom("Regulasi"), Kolom("Ditetapkan"), Kolom("Status"))
_STATUS = {"BERLAKU": "berlaku", "DIUBAH": "diubah", "DICABUT": "dicabut", "RANCANGAN": "rancangan"}


def judul(regulasi: Sequence[Mapping[str, Any]]) -> str:
    """Return the heading: how many of the rules are in force (INP 25a)."""
    if not regulasi:
        return "Daftar regulasi daerah belum dikirim"
    berlaku = sum(satu["status"] == "BERLAKU" for satu in regulasi)
    return f"{format.bilangan(berlaku)} dari {format.bilangan(len(regulasi))} regulasi daerah berlaku"


def baris(regulasi: Sequence[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per rule, newest first: number and subject, date, status."""
    return [
        [
            dua_baris(satu["nomor"], satu["tentang"]),
            format.tanggal(satu["tanggal"]),
            dua_baris(sebut_status(satu["status"]), satu["nama_berkas"] or ""),
        ]
        for satu in regulasi
    ]


def sebut_status(kode: str) -> str:
    """Return the words for a status; one that nobody foresaw as it was written."""
    return _STATUS.get(kode, kode.lower())

"""Objections of offices and villages to figures: marked beside the figure until they are answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ucj import format
from ucj.html import Aman, Kolom, bertanda, dua_baris
from ucj.indikator import KATALOG
from ucj.kalender import awal_bulan, semester

TERBUKA = "TERBUKA"
KOLOM = (Kolom("Angka"), Kolom("Keberatan"), Kolom("Disampaikan"), Kolom("Keadaan"))
_KATA = {"TERBUKA": "belum dijawab", "SELESAI": "sudah dijawab", "BATAL": "ditarik pengirimnya"}


@dataclass(frozen=True)
class Klarifikasi:
    """One objection; ``periode`` is a month, a quarter or a semester."""

    id: str
    tanggal: date
    kode_opd: str
    kode_indikator: str
    periode: str
    keberatan: str
    status: str
    jawaban: str | None = None
    tanggal_selesai: date | None = None

    def covers(self, bulan: date) -> bool:
        """Whether the objection is about the figures of a month: its month, quarter or semester holds it."""
        tahun, ke = self.periode.split("-")
        if ke.startswith("TW"):
            return int(tahun) == bulan.year and int(ke[2:]) == (bulan.month + 2) // 3
        return self.periode in (f"{bulan:%Y-%m}", semester(bulan))


def read_klarifikasi(baris: Iterable[Mapping[str, Any]]) -> list[Klarifikasi]:
    """Return the objections of the read ``klarifikasi``, newest first."""
    return [Klarifikasi(**satu) for satu in baris]


def terbuka(
    semua: Iterable[Klarifikasi],
    *,
    opd: str | None = None,
    kode: str | None = None,
    bulan: date | None = None,
) -> list[Klarifikasi]:
    """Return the unanswered objections of an office, to an indicator, to the figures of a month; None asks for all.

    An objection made to an earlier month stands beside later figures of the same office too: it is not answered yet.
    One made to a later month does not touch the figures of ``bulan``.
    """
    return [
        k
        for k in semua
        if k.status == TERBUKA
        and opd in (None, k.kode_opd)
        and kode in (None, k.kode_indikator)
        and (bulan is None or k.covers(bulan) or _awal(k.periode) <= awal_bulan(bulan))
    ]


def _awal(periode: str) -> date:
    tahun, ke = periode.split("-")
    if ke.startswith("TW"):
        return date(int(tahun), 3 * int(ke[2:]) - 2, 1)
    return date(int(tahun), int(ke) if len(ke) == 2 else 6 * int(ke) - 5, 1)


def tanda(semua: Sequence[Klarifikasi]) -> Aman:
    """Return the mark for beside a figure: that it is disputed and since when; empty without an open objection.

    ``semua``: the open objections to that figure, from ``terbuka``.
    """
    if not semua:
        return Aman("")
    sejak = format.tanggal(min(k.tanggal for k in semua))
    jumlah = "" if len(semua) == 1 else f"{format.bilangan(len(semua))} keberatan, "
    return bertanda("▲", f"disanggah {jumlah}{sejak}", "perhatian")


def baris(semua: Iterable[Klarifikasi], nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per objection: figure, objection, by whom and when, state with the answer."""
    return [
        [
            dua_baris(
                KATALOG[k.kode_indikator].nama if k.kode_indikator in KATALOG else k.kode_indikator,
                f"{k.kode_indikator} · {format.periode(k.periode)}",
            ),
            dua_baris(k.keberatan, k.id),
            dua_baris(nama.get(k.kode_opd, k.kode_opd), format.tanggal(k.tanggal)),
            dua_baris(_keadaan(k), k.jawaban or ""),
        ]
        for k in semua
    ]


def _keadaan(k: Klarifikasi) -> Aman:
    if k.status == TERBUKA:
        return bertanda("▲", _KATA[k.status], "perhatian")
    kapan = f" {format.tanggal(k.tanggal_selesai)}" if k.tanggal_selesai else ""
    return bertanda("●" if k.status == "SELESAI" else "○", f"{_KATA[k.status]}{kapan}", "kosong")


def judul(semua: Sequence[Klarifikasi]) -> str:
    """Return the heading of a list of objections."""
    belum = len(terbuka(semua))
    if belum:
        return f"{format.bilangan(belum)} keberatan atas angka belum dijawab"
    return "Semua keberatan atas angka sudah dijawab" if semua else "Tidak ada keberatan atas angka"

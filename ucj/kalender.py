"""Months, semesters and working days. A month (``bulan``) is the date of its first day."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from ucj.penolakan import Penolakan
from ucj.peraturan.berkas import read_toml

LIBUR = Path(__file__).resolve().parent.parent / "data" / "ref" / "hari_libur"

_SEMESTER = re.compile(r"(\d{4})-([12])")


def awal_bulan(tanggal: date) -> date:
    """Return the first day of the date's month."""
    return date(tanggal.year, tanggal.month, 1)


def akhir_bulan(tanggal: date) -> date:
    """Return the last day of the date's month."""
    return date(tanggal.year, tanggal.month, calendar.monthrange(tanggal.year, tanggal.month)[1])


def geser_bulan(tanggal: date, jumlah: int) -> date:
    """Return the first day of the month that lies ``jumlah`` months after (before, if negative) the date's month."""
    bulan = tanggal.year * 12 + tanggal.month - 1 + jumlah
    return date(bulan // 12, bulan % 12 + 1, 1)


def selisih_bulan(dari: date, sampai: date) -> int:
    """Return how many months ``sampai``'s month lies after ``dari``'s; negative when before."""
    return (sampai.year - dari.year) * 12 + sampai.month - dari.month


def semester(tanggal: date) -> str:
    """Return the half-year of a date: ``2026-1`` is January to June 2026."""
    return f"{tanggal.year}-{1 if tanggal.month <= 6 else 2}"


def bulan_semester(semester: str) -> list[date]:
    """Return the six months of a half-year. Raises ``Penolakan`` for another form than ``2026-1``."""
    cocok = _SEMESTER.fullmatch(semester)
    if cocok is None:
        raise Penolakan(f"Semester {semester!r} tidak dikenal. Tulis tahun dan 1 atau 2, misalnya 2026-1.")
    mulai = date(int(cocok.group(1)), 1 if cocok.group(2) == "1" else 7, 1)
    return [geser_bulan(mulai, n) for n in range(6)]


@dataclass(frozen=True)
class Libur:
    """One year's calendar: date -> name. ``is_sementara``: the joint decree of that year is not in it yet."""

    tahun: int
    libur: Mapping[date, str]
    cuti_bersama: Mapping[date, str]
    is_sementara: bool


@cache
def read_libur(tahun: int) -> Libur:
    """Return one year's holidays from ``data/ref/hari_libur``.

    Raises ``Penolakan`` when the year has no calendar: counting without one would give wrong deadlines.
    """
    path = LIBUR / f"{tahun}.toml"
    if not path.exists():
        raise Penolakan(
            f"Kalender hari libur {tahun} belum ada (data/ref/hari_libur/{tahun}.toml). Tulis hari libur dari SKB "
            f"3 Menteri di profil.toml folder data: hari_kerja.libur_tambahan = [{tahun}-01-01, …]."
        )
    isi = read_toml(path)
    return Libur(
        tahun, _read_tanggal(path, tahun, isi, "libur"), _read_tanggal(path, tahun, isi, "cuti_bersama"),
        isi.get("status") != "TETAP",
    )  # fmt: skip


def _read_tanggal(path: Path, tahun: int, isi: dict[str, Any], bagian: str) -> dict[date, str]:
    hasil: dict[date, str] = {}
    for kunci, nama in isi.get(bagian, {}).items():
        try:
            tanggal = date.fromisoformat(kunci)
        except ValueError as error:
            raise Penolakan(f"{path.name}, {bagian}: {kunci!r} bukan tanggal. Tulis seperti {tahun}-08-17.") from error
        if tanggal.year != tahun:
            raise Penolakan(f"{path.name}, {bagian}: {kunci} bukan tanggal tahun {tahun}.")
        hasil[tanggal] = str(nama)
    return hasil


@dataclass(frozen=True)
class Kalender:
    """How a regency counts working days (profile ``hari_kerja.*``)."""

    per_minggu: int = 5
    cuti_bersama_libur: bool = False
    libur_tambahan: frozenset[date] = frozenset()
    bukan_libur: frozenset[date] = frozenset()

    @classmethod
    def from_profil(cls, profil: Mapping[str, Any]) -> "Kalender":
        """Return the calendar of a profile."""
        return cls(
            profil["hari_kerja.per_minggu"],
            profil["hari_kerja.cuti_bersama_libur"],
            frozenset(profil["hari_kerja.libur_tambahan"]),
            frozenset(profil["hari_kerja.bukan_libur"]),
        )

    def is_hari_kerja(self, tanggal: date) -> bool:
        """Return whether a date is a working day. Raises ``Penolakan`` for a year without a calendar."""
        tahun = self._read_tahun(tanggal.year)
        if tanggal in self.bukan_libur:
            return tanggal.weekday() < self.per_minggu
        libur = tanggal in tahun.libur or tanggal in self.libur_tambahan
        return tanggal.weekday() < self.per_minggu and not libur and not self._is_cuti(tanggal, tahun)

    def _read_tahun(self, tahun: int) -> Libur:
        """A year that the code has no calendar for yet is the one that the regency wrote itself."""
        if not (LIBUR / f"{tahun}.toml").exists() and any(hari.year == tahun for hari in self.libur_tambahan):
            return Libur(tahun, {}, {}, is_sementara=True)
        return read_libur(tahun)

    def _is_cuti(self, tanggal: date, tahun: Libur) -> bool:
        return self.cuti_bersama_libur and tanggal in tahun.cuti_bersama


BAKU = Kalender()


def is_hari_kerja(tanggal: date, kalender: Kalender = BAKU) -> bool:
    """Return whether a date is a working day. Raises ``Penolakan`` for a year without a calendar."""
    return kalender.is_hari_kerja(tanggal)


def hari_kerja(dari: date, sampai: date, kalender: Kalender = BAKU) -> int:
    """Return the working days after ``dari`` up to and with ``sampai``; 0 when ``sampai`` is not later.

    The inverse of ``tambah_hari_kerja``: the day of the letter is not counted.
    """
    return sum(kalender.is_hari_kerja(dari + timedelta(days=n)) for n in range(1, (sampai - dari).days + 1))


def tambah_hari_kerja(tanggal: date, jumlah: int, kalender: Kalender = BAKU) -> date:
    """Return the ``jumlah``-th working day after a date; the date itself is day zero, whatever day it is.

    LTM 8(3): 14 working days after the work order; GRS 16(3)-(4): 10 after the letter. ``jumlah`` must be at least 0.
    """
    if jumlah < 0:
        raise ValueError("jumlah must not be negative")
    hari = tanggal
    while jumlah:
        hari += timedelta(days=1)
        jumlah -= kalender.is_hari_kerja(hari)
    return hari


def geser_ke_hari_kerja(tanggal: date, kalender: Kalender = BAKU) -> date:
    """Return the date itself, or the next working day when it is none (profile ``lapor.geser_hari_libur``)."""
    while not kalender.is_hari_kerja(tanggal):
        tanggal += timedelta(days=1)
    return tanggal

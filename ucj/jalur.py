"""The target path and the status that follows from it (sources.md 5, rules 8 and 21).

Everything is exact (``Fraction``): a value is never rounded before it is compared with a target.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

TERCAPAI = "TERCAPAI"
SESUAI_RENCANA = "SESUAI_RENCANA"
PERLU_PERHATIAN = "PERLU_PERHATIAN"
JAUH_DI_BAWAH = "JAUH_DI_BAWAH"
BELUM_ADA_DATA = "BELUM_ADA_DATA"


def exact(angka: float | int) -> Fraction:
    """Return the decimal that was written (0.1 is one tenth, not its binary neighbour)."""
    return Fraction(repr(angka))


@dataclass(frozen=True)
class Jalur:
    """Dated targets; between them the path is straight by whole months, before and after it is flat."""

    titik: tuple[tuple[date, Fraction], ...]

    def at(self, tanggal: date) -> Fraction:
        """Return the path at the end of the month of a date."""
        bulan = _index(tanggal)
        sebelum = [(t, n) for t, n in self.titik if _index(t) <= bulan]
        sesudah = [(t, n) for t, n in self.titik if _index(t) > bulan]
        if not sebelum:
            return sesudah[0][1]
        if not sesudah:
            return sebelum[-1][1]
        (t0, n0), (t1, n1) = sebelum[-1], sesudah[0]
        return n0 + (n1 - n0) * Fraction(bulan - _index(t0), _index(t1) - _index(t0))

    def akhir_tahun(self, tanggal: date) -> Fraction:
        """Return the target of 31 December of the date's year."""
        return self.at(date(tanggal.year, 12, 31))

    @property
    def terakhir(self) -> tuple[date, Fraction]:
        """The last dated target: from there on the path is flat."""
        return self.titik[-1]


def _index(tanggal: date) -> int:
    return tanggal.year * 12 + tanggal.month


SemuaJalur = Mapping[tuple[str, str, str], Jalur]


def read_jalur(rows: Iterable[Mapping[str, Any]]) -> SemuaJalur:
    """Return the path of each indicator, level and unit from the rows of ``queries/reads/target.sql``."""
    titik: dict[tuple[str, str, str], list[tuple[date, Fraction]]] = defaultdict(list)
    for row in rows:
        titik[row["kode_indikator"], row["tingkat"], row["kunci"]].append((row["tanggal"], exact(row["nilai"])))
    return {kunci: Jalur(tuple(sorted(isi))) for kunci, isi in titik.items()}


def find_jalur(
    semua: SemuaJalur, kode: str, tingkat: str, kunci: str, kode_kabupaten: str, is_persen: bool = True
) -> Jalur | None:
    """Return the path of the unit itself, else the regency's (rule 8).

    A count asked of the whole regency is not asked of each village, so counts take only their own row.
    """
    sendiri = semua.get((kode, tingkat, kunci))
    if sendiri is not None or (not is_persen and tingkat != "KABUPATEN"):
        return sendiri
    return semua.get((kode, "KABUPATEN", kode_kabupaten))


@dataclass(frozen=True)
class Ukuran:
    """What a value is judged by. ``is_ada_kurang``: someone of a Wajib indicator is missing; ``is_belum_terbukti``:
    rows wait for a repaired NIK; ``is_selesai``: the period is over, so that TERCAPAI may be said."""

    jalur: Fraction | None
    akhir: Fraction | None
    jarak: Fraction
    is_persen: bool
    is_turun: bool = False
    is_ada_kurang: bool = False
    is_belum_terbukti: bool = False
    is_selesai: bool = True


def judge(nilai: Fraction | int | None, ukuran: Ukuran) -> str | None:
    """Return the status of a value, None without a target. For "down" the signs turn."""
    if nilai is None:
        return BELUM_ADA_DATA
    if ukuran.jalur is None or ukuran.akhir is None:
        return None
    jarak = ukuran.jarak if ukuran.is_persen else abs(ukuran.jalur) * ukuran.jarak / 100
    tanda = -1 if ukuran.is_turun else 1
    if nilai * tanda >= ukuran.akhir * tanda and ukuran.is_selesai and not ukuran.is_belum_terbukti:
        status = TERCAPAI
    elif nilai * tanda >= ukuran.jalur * tanda:
        status = SESUAI_RENCANA
    elif nilai * tanda >= ukuran.jalur * tanda - jarak:
        status = PERLU_PERHATIAN
    else:
        status = JAUH_DI_BAWAH
    if ukuran.is_ada_kurang and status in (TERCAPAI, SESUAI_RENCANA):
        return PERLU_PERHATIAN
    return status

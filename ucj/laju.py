"""Pace of active participants and when it reaches the target path (sources.md 5, rules 8, 12 and 23).

Everything is exact (``Fraction``); people are whole, paces are people per month. A pace is never taken across a change
of the kind of source: lists and recaps do not count the same people. A new release of the denominator breaks nothing,
because the pace is one of people and the path is asked of the denominator of the last month.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from ucj.hitung import Nilai
from ucj.jalur import Jalur, find_jalur, read_jalur
from ucj.kalender import geser_bulan, selisih_bulan

PANJANG, PALING_PENDEK = 12, 6  # months of a window
JENDELA_TERAKHIR = 12  # windows that end in so many last months give the range
PERSENTIL = (10, 90)
PALING_JAUH = 360  # months: thirty years

TERCAPAI = "TERCAPAI"  # the last dated target is reached
SESUAI = "SESUAI"  # on the path or above it, the last target still ahead
DI_BAWAH = "DI_BAWAH"  # below the path, which the pace reaches one day
TIDAK = "TIDAK"  # below the path, which the pace does not reach
BELUM_CUKUP = "BELUM_CUKUP"  # fewer comparable months than a window needs
SUMBER_BERGANTI = "SUMBER_BERGANTI"  # and so because the kind of source changed


@dataclass(frozen=True)
class Titik:
    """One month: people, denominator (None where there is none), kind of source (peserta or rekap_bpjs)."""

    bulan: date
    jumlah: int
    penyebut: int | None
    sumber: str | None


def read_titik(nilai: Iterable[Nilai]) -> tuple[Titik, ...]:
    """Return the months of a monthly series that have a count of people, oldest first."""
    ada = [
        Titik(n.bulan, n.pembilang, n.penyebut, n.sumber)
        for n in nilai
        if n.bulan is not None and n.pembilang is not None
    ]
    return tuple(sorted(ada, key=lambda t: t.bulan))


def sebanding(titik: Sequence[Titik]) -> tuple[Titik, ...]:
    """Return the last months that rest on one kind of source."""
    akhir = len(titik)
    while akhir > 0 and titik[akhir - 1].sumber == titik[-1].sumber:
        akhir -= 1
    return tuple(titik[akhir:])


@dataclass(frozen=True)
class Laju:
    """People per month over a window of ``panjang`` months; ``bawah`` and ``atas``: its range over recent windows."""

    nilai: Fraction
    panjang: int
    bawah: Fraction
    atas: Fraction
    jumlah_jendela: int


def find_laju(titik: Sequence[Titik]) -> Laju | None:
    """Return the pace at the last month, None where no window of at least six comparable months ends there.

    The window is twelve months long, else as long as the months there are. A month without data inside a window does
    not matter, only its two ends.
    """
    jumlah = {t.bulan: t.jumlah for t in sebanding(titik)}
    if not jumlah:
        return None
    kini = max(jumlah)
    panjang = next(
        (k for k in range(PANJANG, PALING_PENDEK - 1, -1) if geser_bulan(kini, -k) in jumlah),
        None,
    )
    if panjang is None:
        return None
    laju = []
    for mundur in range(JENDELA_TERAKHIR):
        akhir = geser_bulan(kini, -mundur)
        awal = geser_bulan(akhir, -panjang)
        if akhir in jumlah and awal in jumlah:
            laju.append(Fraction(jumlah[akhir] - jumlah[awal], panjang))
    return Laju(laju[0], panjang, persentil(laju, PERSENTIL[0]), persentil(laju, PERSENTIL[1]), len(laju))


def persentil(nilai: Sequence[Fraction], persen: int) -> Fraction:
    """Return the nearest-rank percentile: the smallest value that at least so many percent do not exceed."""
    return sorted(nilai)[max(math.ceil(Fraction(persen * len(nilai), 100)), 1) - 1]


def reach(kini: Titik, laju: Fraction, jalur: Jalur) -> date | None:
    """Return the first month in which the pace has brought the people to the path times the denominator of now.

    None when that does not happen within thirty years, or without a denominator.
    """
    if not kini.penyebut:
        return None
    # past the last dated target the path is flat, and the month follows from a division
    datar = min(max(selisih_bulan(kini.bulan, jalur.terakhir[0]), 0), PALING_JAUH)
    for n in range(datar + 1):
        bulan = geser_bulan(kini.bulan, n)
        if kini.jumlah + laju * n >= jalur.at(bulan) * kini.penyebut / 100:
            return bulan
    if laju <= 0:
        return None
    n = math.ceil((jalur.terakhir[1] * kini.penyebut / 100 - kini.jumlah) / laju)
    return geser_bulan(kini.bulan, n) if n <= PALING_JAUH else None


def count_kurang(kini: Titik, target: Fraction) -> int:
    """Return the people missing to a target in percent: rounded up in exact decimals, not below 0 (rule 12)."""
    return max(math.ceil(target * (kini.penyebut or 0) / 100) - kini.jumlah, 0)


@dataclass(frozen=True)
class Arah:
    """Where a figure is heading from its last month. Months are firsts of months; ``None``: not within thirty years.

    ``kurang_jalur`` and ``kurang_tahun``: people missing to the path and to the target of 31 December;
    ``laju_perlu``: people per month to that target, None in December; ``tercepat`` and ``terlambat``: the month of
    reaching at the upper and the lower end of the pace's range; ``akhir``: the month in which the last dated target is
    reached, whatever the path before it; ``mulai``: first month of the comparable series.
    """

    kini: Titik
    jalur: Jalur
    keadaan: str
    laju: Laju | None
    kurang_jalur: int
    kurang_tahun: int
    laju_perlu: int | None
    mulai: date
    tercapai: date | None = None
    tercepat: date | None = None
    terlambat: date | None = None
    akhir: date | None = None

    @property
    def target_tahun(self) -> Fraction:
        """The target of 31 December of the month's year, in percent."""
        return self.jalur.akhir_tahun(self.kini.bulan)

    @property
    def is_sampai_akhir(self) -> bool:
        """Whether what is reached is the last dated target, and not a part of the path before it."""
        return self.tercapai is not None and self.tercapai >= self.jalur.terakhir[0].replace(day=1)

    def project(self, laju: Fraction, bulan: date) -> Fraction:
        """Return the percentage that a pace leads to in a month, between 0 and 100 (or the figure of now above it)."""
        penyebut = self.kini.penyebut or 1
        orang = self.kini.jumlah + laju * selisih_bulan(self.kini.bulan, bulan)
        paling = max(Fraction(100), Fraction(self.kini.jumlah * 100, penyebut))
        return min(max(orang * 100 / penyebut, Fraction(0)), paling)


def find_arah(titik: Sequence[Titik], jalur: Jalur | None) -> Arah | None:
    """Return where the last month is heading; None without a path, people or denominator."""
    if not titik or jalur is None or not titik[-1].penyebut:
        return None
    kini, laju = titik[-1], find_laju(titik)
    seri = sebanding(titik)
    sisa = 12 - kini.bulan.month
    kurang_tahun = count_kurang(kini, jalur.akhir_tahun(kini.bulan))
    kurang_jalur = count_kurang(kini, jalur.at(kini.bulan))
    tercapai = reach(kini, laju.nilai, jalur) if laju else None
    if count_kurang(kini, jalur.terakhir[1]) == 0 and kurang_jalur == 0:
        keadaan = TERCAPAI
    elif laju is None:
        keadaan = BELUM_CUKUP if len(seri) == len(titik) else SUMBER_BERGANTI
    elif kurang_jalur == 0:
        keadaan = SESUAI
    else:
        keadaan = DI_BAWAH if tercapai else TIDAK
    return Arah(
        kini,
        jalur,
        keadaan,
        laju,
        kurang_jalur,
        kurang_tahun,
        math.ceil(Fraction(kurang_tahun, sisa)) if sisa else None,
        seri[0].bulan,
        tercapai,
        reach(kini, laju.atas, jalur) if laju else None,
        reach(kini, laju.bawah, jalur) if laju else None,
        reach(kini, laju.nilai, Jalur((jalur.terakhir,))) if laju else None,
    )


def read_arah(nilai: Sequence[Nilai], target: Iterable[Mapping[str, Any]], kode_kabupaten: str) -> Arah | None:
    """Return where a monthly series of one unit is heading; ``target``: rows of ``queries/reads/target.sql``."""
    if not nilai or nilai[-1].satuan != "persen":
        return None
    akhir = nilai[-1]
    jalur = find_jalur(read_jalur(target), akhir.kode, akhir.tingkat, akhir.kunci, kode_kabupaten)
    return find_arah(read_titik(nilai), jalur)


@dataclass(frozen=True)
class Uji:
    """How projections ``jauh`` months ahead compared with what came, each made from the months up to then only.

    ``jumlah``: projections made; ``kena``: what came lay in the range; ``meleset``: mean distance in people;
    ``meleset_poin``: the same in percentage points of the denominator of then, None without denominators;
    ``condong``: mean of projected minus came, in people.
    """

    jauh: int
    jumlah: int
    kena: int
    meleset: Fraction
    meleset_poin: Fraction | None
    condong: Fraction


def backtest(titik: Sequence[Titik], jauh: int) -> Uji | None:
    """Project from every earlier month and compare with the month ``jauh`` later; None when none can be compared.

    Only months of one kind of source are compared, as in a projection itself.
    """
    selisih: list[Fraction] = []
    poin: list[Fraction] = []
    kena = 0
    per_bulan = {t.bulan: (i, t) for i, t in enumerate(titik)}
    for i, dari in enumerate(titik):
        j, nyata = per_bulan.get(geser_bulan(dari.bulan, jauh), (0, None))
        laju = find_laju(titik[: i + 1])
        if nyata is None or laju is None or any(t.sumber != dari.sumber for t in titik[i : j + 1]):
            continue
        beda = dari.jumlah + laju.nilai * jauh - nyata.jumlah
        selisih.append(beda)
        if dari.penyebut:
            poin.append(abs(beda) * 100 / dari.penyebut)
        kena += dari.jumlah + laju.bawah * jauh <= nyata.jumlah <= dari.jumlah + laju.atas * jauh
    if not selisih:
        return None
    n = len(selisih)
    return Uji(
        jauh,
        n,
        kena,
        sum((abs(s) for s in selisih), Fraction(0)) / n,
        sum(poin, Fraction(0)) / len(poin) if len(poin) == n else None,
        sum(selisih, Fraction(0)) / n,
    )

"""Scales of printed charts: round ticks written in Indonesian, months as numbers, labels that do not lie on another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from ucj import format
from ucj.charts.deskripsi import tulis_pendek


@dataclass(frozen=True)
class Skala:
    """An axis: its ends and its ticks with their words."""

    bawah: float
    atas: float
    letak: tuple[float, ...]
    kata: tuple[str, ...]


def skala(nilai: Iterable[float | None], satuan: str, *, dari_nol: bool = False, paling_banyak: int = 6) -> Skala:
    """Return the axis of some values; it begins at zero where they lie near it, and always with ``dari_nol``."""
    ada = [float(n) for n in nilai if n is not None]
    if not ada:
        return Skala(0, 1, (), ())
    bawah, atas = min(ada), max(ada)
    rentang = (atas - bawah) or abs(atas) or 1.0
    if dari_nol or 0 <= bawah < rentang:
        bawah = min(0.0, bawah)
    rentang = (atas - bawah) or 1.0
    langkah = bulat(rentang / (paling_banyak - 1))
    # steps are counted as whole numbers: adding 0.1 again and again would print 0,30000000000000004
    awal = floor(bawah / langkah + 1e-9)
    akhir = awal
    while akhir * langkah < atas - 1e-9 * rentang:
        akhir += 1
    letak = tuple(i * langkah for i in range(awal, akhir + 1))
    ujung = letak[-1] if len(letak) > 1 else letak[0] + langkah
    return Skala(letak[0], ujung, letak, tuple(sebut(letak, satuan, langkah)))


def sebut(letak: Sequence[float], satuan: str, langkah: float) -> list[str]:
    """Return the words of the ticks."""
    if satuan in ("persen", "persen poin"):
        return [format.desimal(x, 0 if langkah >= 1 else 1) + ("%" if satuan == "persen" else "") for x in letak]
    if satuan != "Rp" and langkah < 1:
        return [format.desimal(x, 1) for x in letak]
    return [tulis_pendek(satuan)(x) for x in letak]


def bulat(kasar: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below ``kasar``."""
    pangkat = 0
    while 10.0**pangkat > kasar:
        pangkat -= 1
    while True:
        for kali in (1, 2, 5):
            if kali * 10.0**pangkat >= kasar * (1 - 1e-9):
                return kali * 10.0**pangkat
        pangkat += 1


def hari(bulan: date) -> int:
    """Return the place of a month on an axis of time, in days."""
    return bulan.toordinal()


def pilih_bulan(bulan: Iterable[date], paling_banyak: int) -> list[date]:
    """Return the months that get a word: all of few, else the ends of semesters, where targets are dated, else
    December."""
    semua = sorted(set(bulan))
    for saring in (range(1, 13), (6, 12), (12,)):
        pilih = [b for b in semua if b.month in saring]
        if len(pilih) <= paling_banyak:
            break
    if not pilih:
        return [semua[0], semua[-1]] if len(semua) > 1 else semua
    return pilih[:: -(-len(pilih) // max(1, paling_banyak))]


def renggang(letak: Sequence[float], jarak: float, bawah: float, atas: float) -> list[float]:
    """Return places at least ``jarak`` apart in the same order, near the given ones and between both ends.

    More labels than fit are spread evenly.
    """
    n = len(letak)
    if n == 0:
        return []
    jarak = min(jarak, (atas - bawah) / (n - 1)) if n > 1 else jarak
    urut = sorted(range(n), key=lambda i: letak[i])
    kelompok: list[list[float]] = []  # [sum of wished first places, number, first place]
    for ke, i in enumerate(urut):
        kelompok.append([letak[i] - ke * jarak, 1, 0.0])
        # neighbours that would touch become one block around the middle of what they wish
        while len(kelompok) > 1 and kelompok[-1][0] / kelompok[-1][1] < kelompok[-2][0] / kelompok[-2][1]:
            jumlah, banyak, _ = kelompok.pop()
            kelompok[-1][0] += jumlah
            kelompok[-1][1] += banyak
    hasil = [0.0] * n
    ke = 0
    for jumlah, banyak, _ in kelompok:
        dasar = min(max(jumlah / banyak, bawah), atas - (n - 1) * jarak)
        for _ in range(int(banyak)):
            hasil[urut[ke]] = dasar + ke * jarak
            ke += 1
    return hasil

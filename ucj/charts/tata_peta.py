"""How a map is laid out: the box of the main map, and the islands that need a map of their own beside it.

Lengths are in degrees; near the equator a degree is the same in both directions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot

Titik = tuple[float, float]

SELA = 0.03  # parts nearer than this share of the diagonal belong to one island
DEKAT = 0.10  # two islands nearer than this stand in one map
KECIL = 0.06  # a village smaller than this share of the map cannot be seen on it
MELEBAR = 1.8  # an island that makes the map grow by more lies outside it


@dataclass(frozen=True)
class Kotak:
    """A box: west, south, east, north."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lebar(self) -> float:
        """Width."""
        return self.x1 - self.x0

    @property
    def tinggi(self) -> float:
        """Height."""
        return self.y1 - self.y0

    @property
    def sisi(self) -> float:
        """The longer side."""
        return max(self.lebar, self.tinggi)

    def grow(self, tepi: float) -> "Kotak":
        """Return the box with a margin on each side."""
        return Kotak(self.x0 - tepi, self.y0 - tepi, self.x1 + tepi, self.y1 + tepi)

    def join(self, lain: "Kotak") -> "Kotak":
        """Return the smallest box around both."""
        return Kotak(min(self.x0, lain.x0), min(self.y0, lain.y0), max(self.x1, lain.x1), max(self.y1, lain.y1))

    def distance(self, lain: "Kotak") -> float:
        """Return how far two boxes are apart, 0 where they touch."""
        return hypot(
            max(self.x0 - lain.x1, lain.x0 - self.x1, 0.0),
            max(self.y0 - lain.y1, lain.y0 - self.y1, 0.0),
        )

    def overlap(self, lain: "Kotak") -> float:
        """Return the area that two boxes share."""
        lebar = min(self.x1, lain.x1) - max(self.x0, lain.x0)
        tinggi = min(self.y1, lain.y1) - max(self.y0, lain.y0)
        return max(lebar, 0.0) * max(tinggi, 0.0)

    def holds(self, lain: "Kotak") -> bool:
        """Whether the other box lies inside."""
        return self.x0 <= lain.x0 and self.y0 <= lain.y0 and self.x1 >= lain.x1 and self.y1 >= lain.y1


@dataclass(frozen=True)
class Bagian:
    """One polygon part: its village, outer ring, box, area in square degrees and middle."""

    kode_desa: str
    cincin: list[Titik]
    kotak: Kotak
    luas: float
    tengah: Titik


@dataclass(frozen=True)
class Pulau:
    """An island shown a second time, larger: its villages and box. ``is_jauh``: it lies outside the main map."""

    kode_desa: frozenset[str]
    kotak: Kotak
    is_jauh: bool


@dataclass(frozen=True)
class Tata:
    """How a set of villages is laid out: the box of the main map, its villages, and the islands beside it."""

    utama: Kotak
    kode_desa: frozenset[str]
    pulau: tuple[Pulau, ...] = ()


def arrange(bagian: list[Bagian]) -> Tata:
    """Return main map and islands: those too small to be seen on it, and those so far away that all would be sea."""
    kode = frozenset(b.kode_desa for b in bagian)
    if not bagian:
        return Tata(Kotak(95.0, -11.0, 141.0, 6.0), kode)  # Indonesia, so that an empty map is not the whole world
    semua = _kotak(bagian)
    diagonal = hypot(semua.lebar, semua.tinggi)
    if len({k.rsplit(".", 1)[0] for k in kode}) < 2:
        return Tata(semua.grow(semua.sisi * 0.03 or 0.01), kode)
    kumpulan = sorted(_kelompok(bagian, diagonal * SELA), key=lambda isi: -sum(b.luas for b in isi))
    utama = _kotak(kumpulan[0])
    terbesar: dict[str, Bagian] = {}
    for b in bagian:
        if b.kode_desa not in terbesar or b.luas > terbesar[b.kode_desa].luas:
            terbesar[b.kode_desa] = b
    jauh: list[tuple[frozenset[str], Kotak]] = []
    kecil: list[tuple[frozenset[str], Kotak]] = []
    for isi in kumpulan[1:]:
        pokok = [b for b in isi if terbesar[b.kode_desa] is b]
        kotak = _kotak(isi)
        gabung = utama.join(kotak)
        if gabung.lebar * gabung.tinggi > utama.lebar * utama.tinggi * MELEBAR:
            if pokok:
                jauh.append((frozenset(b.kode_desa for b in pokok), kotak))
            continue
        utama = gabung
        if pokok and sum(b.kotak.sisi for b in pokok) / len(pokok) < semua.sisi * KECIL:
            kecil.append((frozenset(b.kode_desa for b in pokok), _kotak(pokok)))
    pulau = [Pulau(k, kotak, True) for k, kotak in _rapatkan(jauh, diagonal * DEKAT)]
    pulau += [Pulau(k, kotak, False) for k, kotak in _rapatkan(kecil, diagonal * DEKAT)]
    luar = frozenset(k for p in pulau if p.is_jauh for k in p.kode_desa)
    return Tata(
        utama.grow(utama.sisi * 0.02),
        kode - luar,
        tuple(Pulau(p.kode_desa, _beri_tepi(p.kotak, utama.sisi), p.is_jauh) for p in pulau),
    )


def _beri_tepi(kotak: Kotak, sisi: float) -> Kotak:
    """Return the box of an island with a margin; a single rock is not blown up to fill its frame."""
    return kotak.grow(max(kotak.sisi * 0.08, (sisi * 0.012 - kotak.sisi) / 2))


def _kotak(bagian: Iterable[Bagian]) -> Kotak:
    semua = [b.kotak for b in bagian]
    return Kotak(min(k.x0 for k in semua), min(k.y0 for k in semua), max(k.x1 for k in semua), max(k.y1 for k in semua))


def _kelompok(bagian: list[Bagian], sela: float) -> list[list[Bagian]]:
    """Return the parts in groups: two whose boxes are nearer than ``sela`` are in one."""
    sisa = sorted(bagian, key=lambda b: (b.kotak.x0, b.kotak.y0))
    hasil = []
    while sisa:
        isi, antre = [], [sisa.pop()]
        while antre:
            satu = antre.pop()
            isi.append(satu)
            dekat = [b for b in sisa if b.kotak.distance(satu.kotak) <= sela]
            if dekat:
                terambil = {id(b) for b in dekat}
                sisa = [b for b in sisa if id(b) not in terambil]
                antre += dekat
        hasil.append(isi)
    return hasil


def _rapatkan(pulau: list[tuple[frozenset[str], Kotak]], dekat: float) -> list[tuple[frozenset[str], Kotak]]:
    """Return islands that lie near each other as one."""
    hasil: list[tuple[frozenset[str], Kotak]] = []
    for kode, kotak in pulau:
        while (lain := next((p for p in hasil if p[1].distance(kotak) <= dekat), None)) is not None:
            hasil.remove(lain)
            kode, kotak = kode | lain[0], kotak.join(lain[1])
        hasil.append((kode, kotak))
    return hasil

"""Dots: the strip plot of many units by group, and the plane of two measures with reference lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from ucj import format
from ucj.charts.deskripsi.dasar import Deskripsi, tulis
from ucj.html import Kolom


@dataclass(frozen=True)
class TitikNilai:
    """One dot; ``sebut`` writes its name beside it, ``kode`` is what a click opens."""

    nama: str
    nilai: float | None
    sebut: bool = False
    kode: str = ""


@dataclass(frozen=True)
class Baris:
    """One row of a strip plot: the group, its dots and their median."""

    nama: str
    titik: tuple[TitikNilai, ...]
    median: float | None = None


@dataclass(frozen=True, kw_only=True)
class Titik(Deskripsi):
    """A strip plot: one row per group in the given order, a dot per unit, ticks at medians, a line at the target."""

    kelompok: Sequence[Baris]
    target: float | None = None
    kolom_kelompok: str = "Kelompok"
    kolom_titik: str = "Uraian"

    def kolom(self) -> list[Kolom]:
        """Return unit, group, value, median of the group and target."""
        kolom = [Kolom(self.kolom_titik), Kolom(self.kolom_kelompok), Kolom("Nilai", self.satuan, angka=True)]
        kolom += [Kolom("Median kelompok", self.satuan, angka=True)] if self._ada_median() else []
        return kolom + ([Kolom("Target", self.satuan, angka=True)] if self.target is not None else [])

    def isi(self) -> list[list[object]]:
        """Return one row per dot in the order of the groups."""
        ada = self._ada_median()
        return [
            [
                t.nama,
                k.nama,
                t.nilai,
                *([k.median] if ada else []),
                *([self.target] if self.target is not None else []),
            ]
            for k in self.kelompok
            for t in k.titik
        ]

    def tulis_sel(self, ke: int, kolom: Kolom, nilai: object, baris: Sequence[object]) -> object:
        """Return one value as it is read; a percentage is never rounded up to the target."""
        if kolom.judul == "Nilai" and self.satuan == "persen" and isinstance(nilai, (int, float)):
            return format.persen(nilai, self.target)
        return super().tulis_sel(ke, kolom, nilai, baris)

    def alt(self) -> str:
        """Return title and what is named in the chart."""
        angka = tulis(self.satuan)
        semua = [t for k in self.kelompok for t in k.titik]
        isi = "; ".join(f"{t.nama} {angka(t.nilai)}" for t in semua if t.sebut)
        sebut = f" Disebut: {isi}." if isi else ""
        return f"{self.judul}. {len(semua)} titik dalam {len(self.kelompok)} baris.{sebut}"

    def _ada_median(self) -> bool:
        return any(k.median is not None for k in self.kelompok)


@dataclass(frozen=True)
class TitikXY:
    """One dot in the plane; it is drawn when both values exist and stands in the table in any case."""

    nama: str
    x: float | None
    y: float | None
    sebut: bool = False


@dataclass(frozen=True, kw_only=True)
class Sebar(Deskripsi):
    """Dots in the plane of two measures; reference lines part it into four quadrants with words in the corners.

    ``kuadran``: upper left, upper right, lower left, lower right; empty words are not written.
    """

    titik: Sequence[TitikXY]
    sumbu_x: str
    sumbu_y: str
    satuan_x: str = "persen"
    satuan_y: str = "persen"
    garis_x: float | None = None
    garis_y: float | None = None
    kuadran: tuple[str, str, str, str] = ("", "", "", "")
    kolom_label: str = "Uraian"

    def kolom(self) -> list[Kolom]:
        """Return label and both measures."""
        return [
            Kolom(self.kolom_label),
            Kolom(self.sumbu_x, self.satuan_x, angka=True),
            Kolom(self.sumbu_y, self.satuan_y, angka=True),
        ]

    def isi(self) -> list[list[object]]:
        """Return one row per dot."""
        return [[t.nama, t.x, t.y] for t in self.titik]

    def alt(self) -> str:
        """Return title, both measures and what is named in the chart."""
        x, y = tulis(self.satuan_x), tulis(self.satuan_y)
        isi = "; ".join(f"{t.nama} {x(t.x)} dan {y(t.y)}" for t in self.titik if t.sebut)
        sebut = f" Disebut: {isi}." if isi else ""
        return f"{self.judul}. {len(self.titik)} titik, {self.sumbu_x} terhadap {self.sumbu_y}.{sebut}"

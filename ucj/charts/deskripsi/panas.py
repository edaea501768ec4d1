"""The heat table: who stands where by several indicators; every cell has value, mark and word, never colour alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from ucj import format
from ucj.charts.deskripsi.dasar import TIDAK_BERLAKU, Deskripsi
from ucj.html import Kolom
from ucj.istilah import STATUS


@dataclass(frozen=True)
class KolomPanas:
    """One indicator: heading and a second line (``kewajiban 100%``); ``satuan`` is the unit of its values in files."""

    judul: str
    sub: str = ""
    satuan: str = ""


@dataclass(frozen=True)
class Sel:
    """One cell: value for files, text as it is read, status code, a second line, gap to the target in points."""

    nilai: float | None
    teks: str
    status: str | None = None
    sub: str = ""
    selisih: float | None = None


@dataclass(frozen=True)
class BarisPanas:
    """One row: None in ``sel`` is "tidak berlaku"; ``jumlah`` are the people by which rows are ordered."""

    nama: str
    sel: tuple[Sel | None, ...]
    jumlah: float | None = None
    tautan: str | None = None


@dataclass(frozen=True, kw_only=True)
class Panas(Deskripsi):
    """Rows by columns of indicators. ``batas``: limits of the five classes of the gap to target, in points.

    Raises ``ValueError`` when a row has not one cell per column.
    """

    kolom_panas: tuple[KolomPanas, ...]
    baris: Sequence[BarisPanas]
    kolom_label: str = "OPD"
    kolom_jumlah: str = ""
    batas: tuple[float, float, float, float] = (-20, -5, 5, 20)

    def __post_init__(self) -> None:
        for b in self.baris:
            if len(b.sel) != len(self.kolom_panas):
                raise ValueError(f"{b.nama}: {len(b.sel)} cells, {len(self.kolom_panas)} columns")

    def kelas(self, selisih: float | None) -> int | None:
        """Return the class 0 to 4 of a gap to the target; on a limit it belongs to the class nearer to the middle."""
        if selisih is None:
            return None
        a, b, c, d = self.batas
        if selisih < 0:
            return 0 if selisih < a else 1 if selisih < b else 2
        return 4 if selisih > d else 3 if selisih > c else 2

    def kolom(self) -> list[Kolom]:
        """Return label, people, and per indicator its value and what is said about it."""
        kolom = [Kolom(self.kolom_label)]
        kolom += [Kolom(self.kolom_jumlah or "Jumlah", self.satuan, angka=True)] if self._ada_jumlah() else []
        for k in self.kolom_panas:
            kolom += [Kolom(k.judul, k.sub or k.satuan, angka=True), Kolom(f"{k.judul}: keterangan")]
        return kolom

    def isi(self) -> list[list[object]]:
        """Return one row per unit; a cell that does not apply is a ``Tanda``."""
        ada = self._ada_jumlah()
        hasil: list[list[object]] = []
        for b in self.baris:
            sel: list[object] = [b.nama, *([b.jumlah] if ada else [])]
            for s in b.sel:
                sel += [TIDAK_BERLAKU, ""] if s is None else [s.nilai, kata_sel(s)]
            hasil.append(sel)
        return hasil

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return heading and rows as they are read: each value in the words of its cell."""
        kolom = self.kolom()
        ada = self._ada_jumlah()
        baris: list[list[object]] = []
        for b in self.baris:
            sel: list[object] = [b.nama, *([format.bilangan(b.jumlah)] if ada else [])]
            for s in b.sel:
                sel += [TIDAK_BERLAKU, ""] if s is None else [s.teks, kata_sel(s)]
            baris.append(sel)
        return kolom, baris

    def alt(self) -> str:
        """Return title and size."""
        return f"{self.judul}. Tabel panas, {len(self.baris)} baris dan {len(self.kolom_panas)} indikator."

    def _ada_jumlah(self) -> bool:
        return any(b.jumlah is not None for b in self.baris)


def kata_sel(s: Sel) -> str:
    """Return the word of a cell's status and its second line."""
    return "; ".join(x for x in (STATUS[s.status][1] if s.status else "", s.sub) if x)

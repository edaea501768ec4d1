"""The table that every format writes: headings with units, true values, totals. Made from a chart or a table on a page.

A cell is text, a number, a month, or None for "tidak tersedia"; how a number was written on the screen goes along, so
that a file never shows 44,0 where the screen says 43,9.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from html import unescape

from ucj import format
from ucj.charts.deskripsi import Deskripsi
from ucj.html import Aman, Kolom

DESIMAL_MAKS = 4
_ANGKA = re.compile(r"([+−-]?)(Rp)?(\d{1,3}(?:\.\d{3})*|\d+)(,\d+)?(%?)")

Nilai = str | int | float | date | None


@dataclass(frozen=True)
class Sel:
    """One cell: its true value and the text on the screen."""

    nilai: Nilai
    teks: str

    @property
    def desimal(self) -> int:
        """Return with how many decimals a number must be shown so that rounding never says more than the screen."""
        if not isinstance(self.nilai, (int, float)):
            return 0
        temu = re.search(r",(\d+)", self.teks)
        tampak = len(temu[1]) if temu else 0
        if "jt" in self.teks or " M" in self.teks or " T" in self.teks:  # short rupiah: the file has the whole amount
            return 0
        tepat = Decimal(str(self.nilai))
        dibulatkan = _bulatkan(tepat, tampak)
        if format.desimal(self.nilai, tampak) == _polos(self.teks):
            return tampak
        # a percentage just below 100 or a target is cut on the screen: more decimals tell the same story
        lebih = range(tampak + 1, DESIMAL_MAKS)
        return next((n for n in lebih if _bulatkan(tepat, n) != dibulatkan), DESIMAL_MAKS)


@dataclass(frozen=True)
class Lembar:
    """Headings and rows of one table; ``jumlah`` is its total row or empty."""

    judul: str
    kolom: tuple[str, ...]
    angka: tuple[bool, ...]
    baris: tuple[tuple[Sel, ...], ...]
    jumlah: tuple[Sel, ...] = ()


def of_deskripsi(d: Deskripsi) -> Lembar:
    """Return the table of a chart: the true values, beside them what the tab Tabel shows."""
    kolom, tulisan = d.tabel()
    baris = tuple(
        tuple(Sel(_nilai(n), _teks(t)) for n, t in zip(isi, teks, strict=True))
        for isi, teks in zip(d.isi(), tulisan, strict=True)
    )
    return Lembar(d.judul, tuple(map(_judul, kolom)), tuple(k.angka for k in kolom), baris)


def of_tabel(
    judul: str, kolom: Sequence[Kolom], baris: Iterable[Sequence[object]], jumlah: Sequence[object] = ()
) -> Lembar:
    """Return a table as a page shows it: marks and words stay, pictures go, columns of figures become numbers.

    Columns that hold pictures only (bullet bars) are left out.
    """
    isi = [list(b) for b in (*baris, *([jumlah] if jumlah else []))]
    judul_kolom: list[str] = []
    angka: list[bool] = []
    sel: list[list[Sel]] = [[] for _ in isi]
    for j, k in enumerate(kolom):
        satu = [b[j] for b in isi]
        if j and any(isinstance(x, Aman) for x in satu) and not any(_teks(x) for x in satu):
            continue  # pictures only
        pisah = [_pisah(x) if k.angka else (x, "") for x in satu]
        kata = [x for _, x in pisah]
        judul_kolom += [_judul(k), *([f"{k.judul}: keterangan"] if any(kata) else [])]
        angka += [k.angka, *([False] if any(kata) else [])]
        for baris_sel, (utama, lain) in zip(sel, pisah, strict=True):
            baris_sel += [_sel(utama, k), *([Sel(lain, lain)] if any(kata) else [])]
    badan = [tuple(x) for x in sel]
    return Lembar(
        judul,
        tuple(judul_kolom),
        tuple(angka),
        tuple(badan[:-1] if jumlah else badan),
        badan[-1] if jumlah else (),
    )


def _pisah(isi: object) -> tuple[object, str]:
    """Return a figure and what stands around it in its cell: the word of its mark, a smaller second line."""
    if not isinstance(isi, Aman):
        return isi, ""
    utama, *kecil = re.split(r"<br\s*/?>", str(isi))
    status = re.findall(r'class="ucj-tanda[^>]*aria-label="([^"]*)"', utama)
    utama = re.sub(r'<span class="ucj-tanda.*?</span>', "", utama)
    lain = [unescape(x) for x in status] + [_teks(Aman(x)) for x in kecil]
    return Aman(utama), "; ".join(x for x in lain if x)


def _judul(kolom: Kolom) -> str:
    return f"{kolom.judul} ({kolom.satuan})" if kolom.satuan else kolom.judul


def _nilai(isi: object) -> Nilai:
    if isi is None or isinstance(isi, (int, float, date)):
        return isi
    return str(isi)


def _teks(isi: object) -> str:
    """Return what a reader reads in a cell: without tags, a second line after a semicolon."""
    if isi is None:
        return format.TIDAK_TERSEDIA
    if not isinstance(isi, Aman):
        return str(isi)
    kata = re.sub(r"<[^>]*>", "", str(isi).replace("<br>", "; "))
    return re.sub(r"\s+", " ", unescape(kata)).strip().strip(";").strip()


def _sel(isi: object, kolom: Kolom) -> Sel:
    kata = _teks(isi)
    if isinstance(isi, (int, float)) and not isinstance(isi, bool):
        return Sel(isi, kata)
    if kata == format.TIDAK_TERSEDIA:
        return Sel(None, kata)
    return Sel(_angka(kata) if kolom.angka else kata, kata)


def _angka(kata: str) -> int | float | str:
    """Return the number that a text of a page stands for; the text itself when it says more than a number."""
    temu = _ANGKA.fullmatch(kata)
    if temu is None:
        return kata
    tanda, _, bulat, pecahan, _ = temu.groups()
    nilai = Decimal(bulat.replace(".", "") + (pecahan or "").replace(",", "."))
    nilai = -nilai if tanda in ("-", format.MINUS) else nilai
    return float(nilai) if pecahan else int(nilai)


def _bulatkan(x: Decimal, digit: int) -> Decimal:
    return x.quantize(Decimal(1).scaleb(-digit), rounding=ROUND_HALF_UP)


def _polos(kata: str) -> str:
    """Return a written number without its unit and plus sign."""
    return kata.removeprefix("+").replace("Rp", "").removesuffix("%")

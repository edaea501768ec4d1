"""What every chart block has: title, subtitle, notes, source, the table of its figures, and what it refuses to mix.

Units: ``persen`` is 0 to 100, ``persen poin`` a change of it, ``Rp`` whole rupiah, any other unit is a count of it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ucj import format
from ucj.html import Kolom
from ucj.istilah import BASIS
from ucj.penolakan import Penolakan


class Tanda(str):
    """A sign in the place of a figure: ``<5`` or ``tidak berlaku``. Missing is ``None``, zero is 0 (visual.md 7)."""

    __slots__ = ()


DIRAHASIAKAN = Tanda("<5")
TIDAK_BERLAKU = Tanda("tidak berlaku")


class CampurBasis(Penolakan):
    """A chart refuses two bases or two target series; the sentence says why (product.md 4, rule 1)."""


def tulis(satuan: str) -> Callable[[float | None], str]:
    """Return the writer of numbers in a unit."""
    if satuan == "persen":
        return format.persen
    if satuan == "persen poin":
        return _poin
    return format.rupiah if satuan == "Rp" else format.bilangan


def tulis_pendek(satuan: str) -> Callable[[float | None], str]:
    """Return the writer for labels inside a chart, where rupiah are short."""
    return format.rupiah_pendek if satuan == "Rp" else tulis(satuan)


def _poin(x: float | None) -> str:
    """Return a change of a percentage with its sign, its unit stands in the heading: ``+1,2``."""
    kata = format.desimal(x)
    return f"+{kata}" if x is not None and x > 0 and kata != "0,0" else kata


def tolak_campuran(judul: str, basis: Iterable[str], seri: Iterable[str]) -> None:
    """Raise ``CampurBasis`` when more than one basis or more than one target series is among what a chart shows."""
    ada = sorted({b for b in basis if b})
    if len(ada) > 1:
        kata = " dan ".join(BASIS.get(b, b) for b in ada)
        raise CampurBasis(
            f"Grafik “{judul}” tidak digambar: angka {kata} menghitung orang yang berbeda, sehingga tidak boleh "
            "berada dalam satu grafik. Buka keduanya sebagai dua grafik terpisah."
        )
    deret = sorted({s for s in seri if s})
    if len(deret) > 1:
        raise CampurBasis(
            f"Grafik “{judul}” tidak digambar: {' dan '.join(deret)} adalah dua seri target dengan penyebut atau "
            "dasar hukum yang berbeda, sehingga tidak dapat dibandingkan dalam satu grafik. Pilih satu seri target."
        )


def make_stem(teks: str) -> str:
    """Return a text as the name of a file without extension: ASCII, lower case, hyphens, at most 80 characters."""
    polos = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode()
    kata = re.sub(r"[^a-z0-9]+", "-", polos.lower()).strip("-")
    return (kata if len(kata) <= 80 else kata[:80].rsplit("-", 1)[0]) or "grafik"


@dataclass(frozen=True, kw_only=True)
class Deskripsi:
    """Title (a finding), subtitle (measure, unit, scope, period, basis), notes and source line of a chart block.

    ``kode``: indicators shown; ``basis``: DOMISILI or TEMPAT_KERJA, empty where neither applies; ``seri``: target
    series; ``nama_berkas``: stem of the files, made from title and subtitle when empty.
    """

    judul: str
    subjudul: str
    satuan: str = "orang"
    catatan: tuple[str, ...] = ()
    sumber: str = ""
    kode: tuple[str, ...] = ()
    basis: str = ""
    seri: str = ""
    nama_berkas: str = ""

    @property
    def stem(self) -> str:
        """The name of files without extension."""
        return make_stem(self.nama_berkas or f"{self.judul} {self.subjudul}")

    def kolom(self) -> list[Kolom]:
        """Return the headings of the table with units."""
        raise NotImplementedError  # each form says its own

    def isi(self) -> list[list[object]]:
        """Return the rows with true values: text, number, month, None for missing, ``Tanda``, "" for no such cell."""
        raise NotImplementedError  # each form says its own

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return heading and rows as they are read: ``kolom`` and ``isi`` with every value written out."""
        kolom = self.kolom()
        return kolom, [
            [self.tulis_sel(i, kolom[j], nilai, baris) for j, nilai in enumerate(baris)]
            for i, baris in enumerate(self.isi())
        ]

    def tulis_sel(self, ke: int, kolom: Kolom, nilai: object, baris: Sequence[object]) -> object:
        """Return one value of row ``ke`` as it is read."""
        if isinstance(nilai, date):
            return format.bulan(nilai)
        if isinstance(nilai, (int, float)):
            return tulis(self.satuan_kolom(kolom))(nilai)
        return format.TIDAK_TERSEDIA if nilai is None else nilai

    def satuan_kolom(self, kolom: Kolom) -> str:
        """Return the unit in which a column's numbers are written."""
        return kolom.satuan or self.satuan

    def alt(self) -> str:
        """Return the text for readers who do not see the chart."""
        return f"{self.judul}. {self.subjudul}."

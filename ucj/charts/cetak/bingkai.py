"""The frame of a printed chart: finding, subtitle, the drawing, notes and source inside one picture (visual.md 6).

All lengths are millimetres from the top left corner of the drawing area, all letters points. The width is fixed; the
height is the least one and grows with rows and notes, so that nothing is cut and no letter falls under 8 points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from ucj.charts import warna
from ucj.charts.cetak.huruf import huruf
from ucj.charts.deskripsi import Deskripsi
from ucj.istilah import CONTOH

# for the whole process and once: matplotlib reads them while saving, and a context would reach other threads
matplotlib.rcParams.update(
    {
        "svg.fonttype": "path",  # the reader needs no font: a substitute would be wider and be cut
        "svg.hashsalt": "pantau-ucj",
        "text.hinting": "none",  # with it letters are as wide as measured, at every resolution
        "hatch.linewidth": 0.5,
        "path.simplify": False,
    }
)

INCI = 25.4
PT = INCI / 72  # one point in millimetres
JUDUL, SUB, LABEL, KECIL = 10.5, 9.0, 8.5, 8.0
TEPI = 2.5  # margin left and right
RAPAT = 1.28  # line height over letter height
UKUR_DPI = 288

Tebal = Literal[400, 700]


@dataclass(frozen=True)
class Ukuran:
    """Width and least height of a picture on A4."""

    lebar: float
    tinggi: float


PENUH = Ukuran(170, 85)
SETENGAH = Ukuran(82, 62)


def baris(pt: float) -> float:
    """Return the height of one line of letters."""
    return pt * PT * RAPAT


class Kanvas:
    """One picture in the making: measures letters first, then makes the figure at the height that all of it needs."""

    def __init__(
        self, d: Deskripsi, ukuran: Ukuran, *, contoh: bool = False, cap: str = "", polos: bool = False
    ) -> None:
        self.d, self.ukuran, self.contoh, self.polos = d, ukuran, contoh, polos
        self.lebar = ukuran.lebar - 2 * TEPI
        self._ukur = FigureCanvasAgg(Figure(dpi=UKUR_DPI)).get_renderer()
        self.judul = self._luar(d.judul, JUDUL, 700)
        self.subjudul = self._luar(d.subjudul, SUB)
        self.catatan = [b for kalimat in d.catatan for b in self._luar(kalimat, KECIL)]
        self.sumber = self._luar(d.sumber, KECIL)
        self.cap = self._luar(cap, KECIL)
        self.tinggi = 0.0  # of the drawing area, known after ``siapkan``
        self.fig: Figure = Figure()

    def _luar(self, teks: str, pt: float, tebal: Tebal = 400) -> list[str]:
        """Return the lines of a text around the drawing: none when these words are left out."""
        return [] if self.polos else self.bungkus(teks, self.lebar, pt, tebal)

    def panjang(self, teks: str, pt: float = LABEL, tebal: Tebal = 400) -> float:
        """Return the width of a text."""
        if not teks:
            return 0.0
        lebar, _, _ = self._ukur.get_text_width_height_descent(teks, huruf(pt, tebal), False)
        return float(lebar) / UKUR_DPI * INCI

    def bungkus(self, teks: str, lebar: float, pt: float = LABEL, tebal: Tebal = 400) -> list[str]:
        """Return the lines of a text that must not be wider; a word that is wider alone is broken."""
        hasil: list[str] = []
        for kata in teks.split():
            if hasil and self.panjang(f"{hasil[-1]} {kata}", pt, tebal) <= lebar:
                hasil[-1] += f" {kata}"
                continue
            while self.panjang(kata, pt, tebal) > lebar and len(kata) > 1:
                potong = len(kata) - 1
                while potong > 1 and self.panjang(kata[:potong], pt, tebal) > lebar:
                    potong -= 1
                hasil.append(kata[:potong])
                kata = kata[potong:]
            hasil.append(kata)
        return hasil

    def siapkan(self, tinggi: float) -> None:
        """Make the figure for a drawing area of at least this height and write all that stands around it."""
        atas = 2.0 + (baris(KECIL) + 1.6 if self.contoh else 0)
        atas += len(self.judul) * baris(JUDUL) + len(self.subjudul) * baris(SUB) + 2.0
        kaki = (len(self.catatan) + len(self.sumber) + len(self.cap)) * baris(KECIL)
        kaki += 2.0 + (0.8 if self.catatan and self.sumber else 0) + 1.5
        self.tinggi = max(tinggi, self.ukuran.tinggi - atas - kaki)
        penuh = atas + self.tinggi + kaki
        self._penuh, self._atas = penuh, atas
        self.fig = Figure(figsize=(self.ukuran.lebar / INCI, penuh / INCI), dpi=300, facecolor=warna.PUTIH)
        FigureCanvasAgg(self.fig)
        self._tulis_kepala()
        self._tulis_kaki(atas + self.tinggi)

    def _y(self, y: float) -> float:
        return 1 - y / self._penuh

    def _tulis_kepala(self) -> None:
        y = 2.0
        if self.contoh:
            lebar = self.panjang(CONTOH, KECIL, 700) + 3
            kotak = Rectangle(
                ((self.ukuran.lebar - TEPI - lebar) / self.ukuran.lebar, self._y(y + baris(KECIL) + 0.4)),
                lebar / self.ukuran.lebar,
                (baris(KECIL) + 0.4) / self._penuh,
                transform=self.fig.transFigure, facecolor=warna.LATAR_CONTOH, edgecolor=warna.TEPI_CONTOH,
                linewidth=0.7,
            )  # fmt: skip
            self.fig.add_artist(kotak)
            self._teks(self.ukuran.lebar - TEPI - 1.5, y + 0.2, CONTOH, KECIL, 700, ha="right", gid="contoh")
            y += baris(KECIL) + 1.6
        for i, kalimat in enumerate(self.judul):
            self._teks(TEPI, y, kalimat, JUDUL, 700, gid=f"judul-{i}")
            y += baris(JUDUL)
        for i, kalimat in enumerate(self.subjudul):
            self._teks(TEPI, y, kalimat, SUB, 400, warna.REDUP, gid=f"subjudul-{i}")
            y += baris(SUB)

    def _tulis_kaki(self, y: float) -> None:
        if self.polos:
            return
        y += 1.0
        garis = [TEPI / self.ukuran.lebar, 1 - TEPI / self.ukuran.lebar]
        self.fig.add_artist(matplotlib.lines.Line2D(garis, [self._y(y)] * 2, color=warna.KISI, linewidth=0.7))
        y += 1.0
        for i, kalimat in enumerate(self.catatan):
            self._teks(TEPI, y, kalimat, KECIL, gid=f"catatan-{i}")
            y += baris(KECIL)
        y += 0.8 if self.catatan and self.sumber else 0
        for i, kalimat in enumerate([*self.sumber, *self.cap]):
            self._teks(TEPI, y, kalimat, KECIL, 400, warna.REDUP, gid=f"sumber-{i}")
            y += baris(KECIL)

    def _teks(self, x: float, y: float, teks: str, pt: float, tebal: Tebal = 400, warna_teks: str = warna.TINTA,
              **lain: Any) -> None:  # fmt: skip
        """Write a line whose letters begin at ``y`` from the top of the picture; a data text is never mathematics."""
        self.fig.text(
            x / self.ukuran.lebar, self._y(y + pt * PT), teks, fontproperties=huruf(pt, tebal), color=warna_teks,
            va="baseline", parse_math=False, **lain,
        )  # fmt: skip

    def sumbu(self, kiri: float, atas: float, lebar: float, tinggi: float) -> Axes:
        """Return bare axes at a place in the drawing area: no frame, no ticks."""
        ax = self.fig.add_axes(
            (
                (TEPI + kiri) / self.ukuran.lebar,
                1 - (self._atas + atas + tinggi) / self._penuh,
                lebar / self.ukuran.lebar,
                tinggi / self._penuh,
            )
        )
        ax.set_frame_on(False)
        ax.set_xticks([])
        ax.set_yticks([])
        return ax

    def sumbu_mm(self) -> Axes:
        """Return axes over the whole drawing area whose units are millimetres from its top left corner."""
        ax = self.sumbu(0, 0, self.lebar, self.tinggi)
        ax.set_xlim(0, self.lebar)
        ax.set_ylim(self.tinggi, 0)
        return ax


def tulis(
    ax: Axes,
    x: float,
    y: float,
    teks: str,
    pt: float = LABEL,
    tebal: Tebal = 400,
    *,
    ha: str = "left",
    va: str = "center",
    **lain: Any,
) -> Text:
    """Write a label in axes; ``geser`` (millimetres right and down) moves it off its point."""
    geser: Sequence[float] | None = lain.pop("geser", None)
    if va == "center_baseline":  # matplotlib's middle lies below that of capitals and digits
        geser = (geser or (0.0, 0.0))[0], (geser or (0.0, 0.0))[1] - pt * PT * 0.17
    if geser is None:
        hasil = ax.text(x, y, teks, ha=ha, va=va, fontproperties=huruf(pt, tebal), parse_math=False, **lain)
    else:
        hasil = ax.annotate(
            teks, (x, y), xytext=(geser[0] / PT, -geser[1] / PT), textcoords="offset points", ha=ha, va=va,
            fontproperties=huruf(pt, tebal), parse_math=False, annotation_clip=False, **lain,
        )  # fmt: skip
    hasil.set_clip_on(False)
    return hasil

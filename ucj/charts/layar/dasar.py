"""What every drawing shares: template, labels that are never cut, scales whose ticks are Indonesian text."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import plotly.graph_objects as go

from ucj import format
from ucj.charts import warna
from ucj.charts.deskripsi import tulis_pendek

TINTA = warna.TINTA
REDUP = warna.REDUP
HURUF = "SourceSansVF, 'Source Sans', 'Source Sans 3', sans-serif"
UKURAN = 13
TINGGI_HURUF = 16  # pixels from line to line at that size
BAYANGAN = "0 0 2px #fff, 0 0 2px #fff, 0 0 3px #fff, 0 0 3px #fff"  # so that text over marks stays readable

# plotly appends "world_110m.json" to this address, which falls into the fragment: without it the map asks
# cdn.plot.ly and stays blank offline
_TOPOLOGI = (
    '{"type":"Topology","arcs":[],"objects":{"land":{"type":"GeometryCollection","geometries":[]},'
    '"coastlines":{"type":"GeometryCollection","geometries":[]},"ocean":{"type":"GeometryCollection","geometries":[]},'
    '"lakes":{"type":"GeometryCollection","geometries":[]},"rivers":{"type":"GeometryCollection","geometries":[]},'
    '"countries":{"type":"GeometryCollection","geometries":[]},'
    '"subunits":{"type":"GeometryCollection","geometries":[]}}}'
)

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "topojsonURL": f"data:application/json,{quote(_TOPOLOGI)}#",
    "displayModeBar": False,
    "scrollZoom": False,
    "responsive": True,
}

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": HURUF, "size": UKURAN, "color": TINTA},
        "separators": ",.",
        "colorway": [warna.NYATA, warna.SAMAR, warna.LALU, REDUP],
        "paper_bgcolor": warna.PUTIH,
        "plot_bgcolor": warna.PUTIH,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "align": "left",
            "bgcolor": warna.PUTIH,
            "bordercolor": REDUP,
            "font": {"family": HURUF, "size": UKURAN},
        },
        "xaxis": {"gridcolor": warna.KISI, "zeroline": False, "automargin": True, "fixedrange": True},
        "yaxis": {"gridcolor": warna.KISI, "zeroline": False, "automargin": True, "fixedrange": True},
    }
)


def lepas(teks: str) -> str:
    """Return a text that Plotly shows literally: it reads a small HTML of its own."""
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bungkus(teks: str, panjang: int) -> list[str]:
    """Return the lines of a label: broken between words, never cut."""
    return textwrap.wrap(teks, panjang, break_long_words=False) or [""]


def gabung(baris: Iterable[str]) -> str:
    """Return lines as one literal Plotly text."""
    return "<br>".join(lepas(b) for b in baris)


def figure(tinggi: int) -> go.Figure:
    """Return an empty figure of a height in pixels."""
    gambar = go.Figure()
    gambar.update_layout(template=TEMPLATE, height=tinggi)
    return gambar


@dataclass(frozen=True)
class Skala:
    """A value axis: its range, and the ticks with their words."""

    bawah: float
    atas: float
    letak: tuple[float, ...]
    kata: tuple[str, ...]

    @property
    def sumbu(self) -> dict[str, Any]:
        """The axis as Plotly takes it."""
        return {
            "tickmode": "array",
            "tickvals": list(self.letak),
            "ticktext": list(self.kata),
            "range": [self.bawah, self.atas],
        }


def make_skala(
    nilai: Sequence[float], satuan: str, *, nol: bool = False, ruang: float = 0.08, bagian: int = 4
) -> Skala:
    """Return the scale over some values; ``nol`` begins at zero, ``ruang`` is the part left free above for labels.

    Ticks are text: Plotly's own "2M" reads as two billion in Indonesia.
    """
    if not nilai:
        return Skala(0, 1, (), ())
    bawah, atas = (min(0, *nilai), max(nilai)) if nol else (min(nilai), max(nilai))
    rentang = (atas - bawah) or abs(atas) or 1
    langkah = round_langkah(rentang / bagian)
    mulai = 0 if bawah < rentang / 2 else bawah - rentang * 0.15
    mulai = max(0, (mulai // langkah) * langkah) if bawah >= 0 else (bawah // langkah) * langkah
    letak = [mulai + langkah * i for i in range(3 * bagian) if mulai + langkah * i <= atas + langkah * 0.999]
    if satuan == "persen":
        kata = [format.desimal(x, 0 if langkah >= 1 else 1) + "%" for x in letak]
    else:
        kata = [tulis_pendek(satuan)(x) for x in letak]
    puncak = max(letak[-1], atas)
    return Skala(mulai, puncak + (puncak - mulai) * ruang, tuple(letak), tuple(kata))


def round_langkah(kasar: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below ``kasar``."""
    pangkat = 10.0 ** len(str(int(kasar))) / 10 if kasar >= 1 else 0.1
    while True:
        for kali in (1, 2, 5):
            if pangkat * kali >= kasar:
                return pangkat * kali
        pangkat *= 10


def spread(letak: Sequence[float], jarak: float, bawah: float, atas: float) -> list[float]:
    """Return positions in the order given, moved apart so that neighbours stand ``jarak`` away, kept within the limits.

    Labels of lines that end close together would lie over each other.
    """
    urut = sorted(range(len(letak)), key=lambda i: letak[i])
    hasil = list(letak)
    for ke, i in enumerate(urut):
        hasil[i] = max(letak[i], bawah if ke == 0 else hasil[urut[ke - 1]] + jarak)
    batas = atas
    for i in reversed(urut):
        hasil[i] = min(hasil[i], batas)
        batas = hasil[i] - jarak
    return hasil


def enlarge(gambar: go.Figure, skala: float) -> go.Figure:
    """Return the figure with text, marks, lines, margins and height multiplied: for the projector."""
    if skala == 1:
        return gambar
    tata = gambar.layout
    gambar.update_layout(
        height=round(tata.height * skala),
        font_size=UKURAN * skala,
        hoverlabel_font_size=UKURAN * skala,
        margin={sisi: (tata.margin[sisi] or 8) * skala for sisi in "lrtb"},
    )
    for catatan in tata.annotations:
        if catatan.font.size:
            catatan.font.size *= skala
        for geser in ("xshift", "yshift"):
            if catatan[geser]:
                catatan[geser] *= skala
    for sumbu in (*gambar.select_xaxes(), *gambar.select_yaxes()):
        if sumbu.ticklabelstandoff:
            sumbu.ticklabelstandoff = round(sumbu.ticklabelstandoff * skala)
        if sumbu.tickfont.size:
            sumbu.tickfont.size *= skala
    for jejak in gambar.data:
        if getattr(jejak, "line", None) is not None and jejak.line.width:
            jejak.line.width *= skala
        if jejak.type == "scatter":
            if isinstance(jejak.marker.size, tuple):
                jejak.marker.size = [x * skala for x in jejak.marker.size]
            elif jejak.marker.size:
                jejak.marker.size *= skala
            if jejak.marker.line.width:
                jejak.marker.line.width *= skala
            if jejak.textfont.size:
                jejak.textfont.size *= skala
    for bentuk in tata.shapes:
        if bentuk.line.width:
            bentuk.line.width *= skala
    return gambar

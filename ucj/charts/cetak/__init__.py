"""Prints a chart description with matplotlib: a picture for files and paper that carries its own words.

Only objects are used, never pyplot, so that many threads can draw at once; the same description gives the same bytes.
"""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Literal
from xml.sax.saxutils import escape

from matplotlib.figure import Figure

from ucj.charts.batas import Batas
from ucj.charts.cetak.batang import draw_batang, draw_tangga
from ucj.charts.cetak.bingkai import PENUH, SETENGAH, Kanvas, Ukuran
from ucj.charts.cetak.garis import draw_garis, draw_kisi, draw_lereng
from ucj.charts.cetak.panas import draw_panas
from ucj.charts.cetak.peta import draw_peta
from ucj.charts.cetak.titik import draw_sebar, draw_titik
from ucj.charts.deskripsi import Batang, Deskripsi, Garis, Kisi, Lereng, Panas, Peta, Sebar, Tangga, Titik

__all__ = ["MIME_SVG", "PENUH", "SETENGAH", "Ukuran", "draw", "save", "write"]

DPI = 300
KOLOM_SETENGAH = 2  # a heat table of more columns is always as wide as the page
MIME_SVG = "image/svg+xml"
_BENTUK: dict[type[Deskripsi], Callable[[Kanvas, Any], None]] = {
    Batang: draw_batang,
    Tangga: draw_tangga,
    Garis: draw_garis,
    Kisi: draw_kisi,
    Lereng: draw_lereng,
    Titik: draw_titik,
    Sebar: draw_sebar,
    Panas: draw_panas,
}


def draw(
    d: Deskripsi,
    ukuran: Ukuran = PENUH,
    *,
    contoh: bool = False,
    cap: str = "",
    batas: Batas | None = None,
    polos: bool = False,
) -> Figure:
    """Return the printed figure of a description.

    ``contoh`` writes the mark of simulated data into the picture, ``cap`` a last line (regency, build); ``batas`` are
    the boundaries of a map; ``polos`` leaves out all words around the drawing. Raises ``TypeError`` for a description
    without a printed form.
    """
    if isinstance(d, Panas) and len(d.kolom_panas) > KOLOM_SETENGAH:
        ukuran = Ukuran(max(ukuran.lebar, PENUH.lebar), ukuran.tinggi)
    kanvas = Kanvas(d, ukuran, contoh=contoh, cap=cap, polos=polos)
    if isinstance(d, Peta):
        draw_peta(kanvas, d, batas or Batas())
    else:
        for jenis, gambar in _BENTUK.items():
            if isinstance(d, jenis):
                gambar(kanvas, d)
                break
        else:
            raise TypeError(f"no printed form for {type(d).__name__}")
    return kanvas.fig


def write(fig: Figure, jenis: Literal["png", "svg"], d: Deskripsi) -> bytes:
    """Return the file of a figure with title and alternative text inside; equal figures give equal bytes."""
    isi = BytesIO()
    if jenis == "png":
        fig.savefig(
            isi, format="png", dpi=DPI, metadata={"Title": d.judul, "Description": d.alt(), "Software": "Pantau UCJ"}
        )
        return isi.getvalue()
    fig.savefig(isi, format="svg", metadata={"Date": None, "Creator": "Pantau UCJ", "Title": d.judul})
    return _beri_alt(isi.getvalue().decode(), d).encode()


def _beri_alt(svg: str, d: Deskripsi) -> str:
    """Return the SVG with a name and a description that a screen reader reads: its letters are outlines."""
    pembuka = svg.index("<svg ")
    akhir = svg.index(">", pembuka)
    alt = f"<title>{escape(d.judul)}</title><desc>{escape(d.alt())}</desc>"
    return f'{svg[:akhir]} role="img" xml:lang="id">{alt}{svg[akhir + 1 :]}'


def save(d: Deskripsi, jenis: Literal["png", "svg"], ukuran: Ukuran = PENUH, **lain: Any) -> bytes:
    """Return the picture file of a description; further words as in ``draw``."""
    return write(draw(d, ukuran, **lain), jenis, d)

"""Draws a chart description with Plotly for the screen: own template, no outside request, Indonesian numbers as text.

Direct labels and no legend; what is drawn is what the description's table holds.
"""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from ucj.charts.deskripsi import Batang, Deskripsi, Garis, Kisi, Lereng, Sebar, Tangga, Titik
from ucj.charts.layar.batang import draw_batang, draw_tangga
from ucj.charts.layar.dasar import CONFIG, REDUP, TEMPLATE, TINTA, enlarge, lepas
from ucj.charts.layar.garis import draw_garis
from ucj.charts.layar.kisi import draw_kisi
from ucj.charts.layar.lereng import draw_lereng
from ucj.charts.layar.titik import draw_sebar, draw_titik

__all__ = ["CONFIG", "REDUP", "TEMPLATE", "TINTA", "draw", "enlarge", "lepas"]

_GAMBAR: dict[type[Deskripsi], Callable[[Any], go.Figure]] = {
    Batang: draw_batang,
    Garis: draw_garis,
    Kisi: draw_kisi,
    Lereng: draw_lereng,
    Sebar: draw_sebar,
    Tangga: draw_tangga,
    Titik: draw_titik,
}


def draw(deskripsi: Deskripsi, skala: float = 1.0) -> go.Figure:
    """Return the figure of a description; ``skala`` enlarges text, marks and height for the projector.

    Maps are drawn by ``peta.draw_peta``, which also takes the boundaries; heat tables are HTML. Raises ``TypeError``
    for those two.
    """
    gambar = next((g for jenis, g in _GAMBAR.items() if isinstance(deskripsi, jenis)), None)
    if gambar is None:
        raise TypeError(f"no drawing for {type(deskripsi).__name__}")
    return enlarge(gambar(deskripsi), skala)

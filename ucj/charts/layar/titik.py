"""Dots: the strip plot, one row per group, and the plane of two measures with reference lines."""

from typing import Any

import plotly.graph_objects as go

from ucj.charts import warna
from ucj.charts.deskripsi import Sebar, Titik, TitikXY, tulis
from ucj.charts.layar.dasar import BAYANGAN, TINGGI_HURUF, bungkus, figure, gabung, lepas, make_skala

UKURAN_TITIK = 9
TINGGI_LAJUR = 26
TINGGI_SEBAR = 320


def draw_titik(d: Titik) -> go.Figure:
    """Return the strip plot: a dot per unit, a tick at each median, the target as a line over all rows."""
    angka = tulis(d.satuan)
    kelompok = list(d.kelompok)
    label = [bungkus(k.nama, 22) for k in kelompok]
    tinggi = max([TINGGI_LAJUR, *(TINGGI_HURUF * len(b) + 2 for b in label)])
    gambar = figure(max(110, tinggi * len(kelompok) + 56))
    semua = [(i, t, t.nilai) for i, k in enumerate(kelompok) for t in k.titik if t.nilai is not None]
    nilai = [n for _, _, n in semua] + ([d.target] if d.target is not None else [])
    skala = make_skala(nilai, d.satuan, nol=True, ruang=0.02)
    for sebut in (False, True):  # the named dots lie on top
        bagian = [(i, t, n) for i, t, n in semua if t.sebut == sebut]
        if not bagian:
            continue
        gambar.add_scatter(
            name="disebut" if sebut else "lainnya",
            x=[n for _, _, n in bagian],
            y=[i for i, _, _ in bagian],
            mode="markers",
            marker={
                "size": UKURAN_TITIK,
                "color": warna.SOROT if sebut else warna.SAMAR,
                "opacity": 1 if sebut else 0.6,
                "line": {"color": warna.TEPI, "width": 0.5},
            },
            customdata=[
                [f"<b>{lepas(t.nama)}</b> ({lepas(kelompok[i].nama)})<br>{angka(n)}", t.kode] for i, t, n in bagian
            ],
            hovertemplate="%{customdata[0]}<extra></extra>",
        )
    median = [(k.median, i) for i, k in enumerate(kelompok) if k.median is not None]
    if median:
        gambar.add_scatter(
            name="median",
            x=[m for m, _ in median],
            y=[i for _, i in median],
            mode="markers",
            marker={
                "symbol": "line-ns",
                "size": 12,
                "color": warna.TINTA,
                "line": {"width": 2, "color": warna.TINTA},
            },
            customdata=[f"{lepas(kelompok[i].nama)}: median {angka(m)}" for m, i in median],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for i, t, n in semua:
        if t.sebut:
            is_kiri = n > skala.bawah + (skala.atas - skala.bawah) * 0.45
            gambar.add_annotation(
                x=n, y=i, text=f"<b>{lepas(t.nama)}</b>", showarrow=False, font={"shadow": BAYANGAN},
                xanchor="right" if is_kiri else "left", xshift=-8 if is_kiri else 8,
            )  # fmt: skip
    if d.target is not None:
        _acuan(gambar, "x", d.target)
        gambar.add_annotation(
            x=d.target, y=1, yref="paper", yanchor="bottom", yshift=2, text=f"target {angka(d.target)}",
            showarrow=False,
        )  # fmt: skip
    gambar.update_layout(margin={"l": 8, "r": 16, "t": 22, "b": 30})
    gambar.update_xaxes(**skala.sumbu)
    gambar.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(kelompok))),
        ticktext=[gabung(b) for b in label],
        range=[len(kelompok) - 0.5, -0.5],
        ticklabelstandoff=6,
    )
    return gambar


def _acuan(gambar: go.Figure, sumbu: str, nilai: float) -> None:
    """Draw a thin black line across the plot at a value of one axis."""
    ujung: dict[str, Any] = (
        {"x0": nilai, "x1": nilai, "y0": 0, "y1": 1, "yref": "paper"}
        if sumbu == "x"
        else {"y0": nilai, "y1": nilai, "x0": 0, "x1": 1, "xref": "paper"}
    )
    gambar.add_shape(type="line", line={"color": warna.SASARAN, "width": 1.5}, **ujung)


def draw_sebar(d: Sebar) -> go.Figure:
    """Return the plane: outliers named beside their dots, quadrant words in the corners, axis titles horizontal."""
    x, y = tulis(d.satuan_x), tulis(d.satuan_y)
    ada = [(t, t.x, t.y) for t in d.titik if t.x is not None and t.y is not None]
    gambar = figure(TINGGI_SEBAR)
    skala_x = make_skala(
        [n for _, n, _ in ada] + ([d.garis_x] if d.garis_x is not None else []), d.satuan_x, nol=True, ruang=0.03
    )
    skala_y = make_skala(
        [n for _, _, n in ada] + ([d.garis_y] if d.garis_y is not None else []), d.satuan_y, nol=True, ruang=0.06
    )
    if d.garis_x is not None:
        _acuan(gambar, "x", d.garis_x)
    if d.garis_y is not None:
        _acuan(gambar, "y", d.garis_y)
    pojok = ((0, 1, "left", "top"), (1, 1, "right", "top"), (0, 0, "left", "bottom"), (1, 0, "right", "bottom"))
    for kata, (letak_x, letak_y, anchor_x, anchor_y) in zip(d.kuadran, pojok, strict=True):
        if kata:
            gambar.add_annotation(
                x=letak_x, y=letak_y, xref="paper", yref="paper", xanchor=anchor_x, yanchor=anchor_y,
                xshift=4 if letak_x == 0 else -4, text=gabung(bungkus(kata, 26)), align=anchor_x,
                showarrow=False, font={"color": warna.REDUP, "shadow": BAYANGAN},
            )  # fmt: skip
    for sebut in (False, True):
        bagian = [(t, a, b) for t, a, b in ada if t.sebut == sebut]
        if bagian:
            gambar.add_scatter(
                name="disebut" if sebut else "lainnya",
                x=[a for _, a, _ in bagian],
                y=[b for _, _, b in bagian],
                mode="markers",
                marker={
                    "size": UKURAN_TITIK,
                    "color": warna.SOROT if sebut else warna.SAMAR,
                    "line": {"color": warna.TEPI, "width": 0.5},
                },
                customdata=[
                    f"<b>{lepas(t.nama)}</b><br>{lepas(d.sumbu_x)}: {x(a)}<br>{lepas(d.sumbu_y)}: {y(b)}"
                    for t, a, b in bagian
                ],
                hovertemplate="%{customdata}<extra></extra>",
            )
    _sebut(gambar, d, skala_x.bawah, skala_x.atas)
    gambar.update_layout(margin={"l": 8, "r": 16, "t": 26, "b": 44})
    gambar.update_xaxes(**skala_x.sumbu, showgrid=False, ticklabelstandoff=6)
    gambar.update_yaxes(**skala_y.sumbu)
    gambar.add_annotation(
        x=0, y=1, xref="paper", yref="paper", xanchor="left", yanchor="bottom", yshift=4,
        text=f"↑ {lepas(d.sumbu_y)}", showarrow=False, font={"color": warna.REDUP},
    )  # fmt: skip
    gambar.add_annotation(
        x=1, y=0, xref="paper", yref="paper", xanchor="right", yanchor="top", yshift=-24,
        text=f"{lepas(d.sumbu_x)} →", showarrow=False, font={"color": warna.REDUP},
    )  # fmt: skip
    return gambar


def _sebut(gambar: go.Figure, d: Sebar, bawah: float, atas: float) -> None:
    """Write the names of outliers towards the middle of the plot, so that none runs out of it."""

    def add(t: TitikXY) -> None:
        is_kiri = (t.x or 0) > bawah + (atas - bawah) * 0.6
        gambar.add_annotation(
            x=t.x, y=t.y, text=f"<b>{lepas(t.nama)}</b>", showarrow=False, font={"shadow": BAYANGAN},
            xanchor="right" if is_kiri else "left", xshift=-8 if is_kiri else 8,
        )  # fmt: skip

    for t in d.titik:
        if t.sebut and t.x is not None and t.y is not None:
            add(t)

"""Bars, bullet bars and the waterfall: horizontal, so that every label is read without turning the head."""

import plotly.graph_objects as go

from ucj import format
from ucj.charts import warna
from ucj.charts.deskripsi import Batang, Tangga, tulis, tulis_pendek
from ucj.charts.layar.dasar import TINGGI_HURUF, bungkus, figure, gabung, lepas

TINGGI_BARIS = 30
TEBAL_PELURU = 14  # pixels; the target's tick is 22 high
PANJANG_LABEL = 28


def _sumbu_label(gambar: go.Figure, label: list[str], tebal: int = TINGGI_BARIS) -> int:
    """Write the labels at the left and return the height of a row that holds the longest of them."""
    baris = [bungkus(x, PANJANG_LABEL) for x in label]
    tinggi = max([tebal, *(TINGGI_HURUF * len(b) + 4 for b in baris)])
    gambar.update_layout(height=max(110, tinggi * len(baris) + 16), margin_t=4)
    gambar.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(label))),
        ticktext=[gabung(b) for b in baris],
        range=[len(label) - 0.5, -0.5],
        showgrid=False,
        ticks="",
        ticklabelstandoff=6,
    )
    return tinggi


def draw_batang(d: Batang) -> go.Figure:
    """Return bars from zero; as bullets with track, target tick and the earlier value as a grey dot."""
    angka, pendek = tulis(d.satuan), tulis_pendek(d.satuan)
    baris = list(d.baris)
    gambar = figure(120)
    tinggi = _sumbu_label(gambar, [b.label for b in baris])
    letak = list(range(len(baris)))
    acuan = [x for b in baris for x in (b.nilai, b.target, b.lalu) if x is not None]
    atas = max([*acuan, 100.0 if d.satuan == "persen" and d.peluru else 0.0], default=1) or 1
    bawah = min([*acuan, 0.0])
    ada_sorot = any(b.sorot for b in baris)
    tebal = TEBAL_PELURU / tinggi if d.peluru else 20 / tinggi
    if d.peluru:
        gambar.add_bar(
            x=[atas] * len(baris), y=letak, orientation="h", width=tebal, marker_color=warna.ALUR_PELURU,
            hoverinfo="skip",
        )  # fmt: skip
    gambar.add_bar(
        name="nilai",
        x=[b.nilai for b in baris],
        y=letak,
        orientation="h",
        width=tebal,
        marker={
            "color": [warna.SOROT if b.sorot or not ada_sorot else warna.SAMAR for b in baris],
            # below zero hatched: the sides are alike in greyscale
            "pattern": {"shape": ["/" if (b.nilai or 0) < 0 else "" for b in baris], "fgcolor": warna.PUTIH, "size": 6},
        },
        customdata=[
            f"<b>{lepas(b.label)}</b><br>"
            + (format.persen(b.nilai, b.target) if d.satuan == "persen" else angka(b.nilai))
            + (f"<br>target {angka(b.target)}" if b.target is not None else "")
            + (f"<br>sebelumnya {angka(b.lalu)}" if b.lalu is not None else "")
            + (f"<br>{lepas(b.keterangan)}" if b.keterangan else "")
            for b in baris
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _tanda(gambar, "lalu", [(b.lalu, i) for i, b in enumerate(baris)], "circle", warna.LALU, 8, 1)
    # Plotly draws this tick 1.4 times its size
    _tanda(gambar, "target", [(b.target, i) for i, b in enumerate(baris)], "line-ns", warna.SASARAN, 22 / 1.4, 3)
    lebar_ekor = 7 * max((len(b.ekor) for b in baris), default=0)
    for i, b in enumerate(baris):
        # a percentage is never rounded up to its target
        kata = format.persen(b.nilai, b.target) if d.satuan == "persen" else pendek(b.nilai)
        kata = f"<b>{kata}</b>" if b.sorot else kata
        if d.peluru:  # a column of figures, aligned at its right
            gambar.add_annotation(x=atas, y=i, text=kata, showarrow=False, xanchor="right", xshift=68)
        else:
            ujung = max(b.nilai or 0, 0, *(x for x in (b.target, b.lalu) if x is not None))
            gambar.add_annotation(x=ujung, y=i, text=kata, showarrow=False, xanchor="left", xshift=6)
        if b.ekor:
            gambar.add_annotation(
                x=1, xref="paper", y=i, text=lepas(b.ekor), showarrow=False, xanchor="right",
                xshift=(68 if d.peluru else 76) + lebar_ekor + 8, font={"color": warna.REDUP},
            )  # fmt: skip
    gambar.update_layout(barmode="overlay", margin_r=84 + (lebar_ekor + 8 if lebar_ekor else 0))
    gambar.update_xaxes(range=[bawah, atas * 1.001], showgrid=False, showticklabels=False)
    return gambar


def _tanda(
    gambar: go.Figure,
    nama: str,
    titik: list[tuple[float | None, int]],
    bentuk: str,
    isi: str,
    ukuran: float,
    tepi: float,
) -> None:
    ada = [(x, y) for x, y in titik if x is not None]
    if ada:
        gambar.add_scatter(
            name=nama,
            x=[x for x, _ in ada],
            y=[y for _, y in ada],
            mode="markers",
            marker={
                "symbol": bentuk,
                "size": ukuran,
                "color": isi,
                "line": {"width": tepi, "color": isi if bentuk == "line-ns" else warna.PUTIH},
            },
            hoverinfo="skip",
        )


def draw_tangga(d: Tangga) -> go.Figure:
    """Return the waterfall: thin grey connectors, what is taken away hatched, so that greyscale tells it apart."""
    angka, pendek = tulis(d.satuan), tulis_pendek(d.satuan)
    langkah, rentang, jumlah = list(d.langkah), d.rentang(), d.berjalan()
    gambar = figure(120)
    tinggi = _sumbu_label(gambar, [x.nama for x in langkah])
    bawah, atas = min((a for a, _ in rentang), default=0), max((b for _, b in rentang), default=1) or 1
    penuh = [x.jenis in ("awal", "jumlah", "selisih") for x in langkah]
    isi = [
        warna.SOROT if x.sorot or x.jenis in ("jumlah", "selisih") else warna.LALU if x.jenis == "awal" else warna.SAMAR
        for x in langkah
    ]
    gambar.add_bar(
        name="langkah",
        x=[b - a for a, b in rentang],
        base=[a for a, _ in rentang],
        y=list(range(len(langkah))),
        orientation="h",
        width=20 / tinggi,
        marker={
            "color": isi,
            "line": {"color": warna.TEPI, "width": 0.5},
            "pattern": {
                "shape": ["/" if x.jenis == "kurang" else "" for x in langkah],
                "fgcolor": warna.PUTIH,
                "fgopacity": 0.75,
                "size": 6,
                "solidity": 0.25,
            },
        },
        customdata=[
            f"<b>{lepas(x.nama)}</b><br>{angka(-x.nilai if x.jenis == 'kurang' else x.nilai)}"
            + ("" if p else f"<br>jumlah berjalan {angka(j)}")
            for x, p, j in zip(langkah, penuh, jumlah, strict=True)
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    setengah = 10 / tinggi
    for i, j in enumerate(jumlah[:-1]):
        gambar.add_shape(
            type="line", x0=j, x1=j, y0=i + setengah, y1=i + 1 - setengah, line={"color": warna.LALU, "width": 1}
        )
    lebar = atas - bawah
    for i, (x, (a, b)) in enumerate(zip(langkah, rentang, strict=True)):
        tanda = -x.nilai if x.jenis == "kurang" else x.nilai
        kata = f"+{pendek(tanda)}" if x.jenis == "tambah" else pendek(tanda)
        # a step in the right half has its free room at its left
        is_kiri = not penuh[i] and b > bawah + lebar * 0.8 and a > bawah + lebar * 0.3
        gambar.add_annotation(
            x=a if is_kiri else b,
            y=i,
            text=f"<b>{kata}</b>" if x.sorot or penuh[i] else kata,
            showarrow=False,
            xanchor="right" if is_kiri else "left",
            xshift=-6 if is_kiri else 6,
        )
    gambar.update_layout(margin_r=72)
    gambar.update_xaxes(range=[min(bawah, 0), atas * 1.001], showgrid=False, showticklabels=False)
    return gambar

"""Draws a chart description with Plotly for the screen: own template, no outside request, Indonesian numbers."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

import plotly.graph_objects as go

from ucj import format
from ucj.charts.deskripsi import Batang, Deret, Deskripsi, Garis, tulis, tulis_pendek

BIRU = "#1B5287"
ABU = "#BDBDBD"
LALU = "#9A9A9A"
TINTA = "#1A1A1A"
REDUP = "#595959"
KISI = "#D9D9D9"
HURUF = "SourceSansVF, 'Source Sans', 'Source Sans 3', sans-serif"
TINGGI_BARIS = 30
TINGGI_GARIS = 250  # the finding, the cards and both charts of Ringkasan fit a screen of 1366 x 768

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
        "font": {"family": HURUF, "size": 13, "color": TINTA},
        "separators": ",.",
        "colorway": [BIRU, ABU, LALU, REDUP],
        "paper_bgcolor": "#FFFFFF",
        "plot_bgcolor": "#FFFFFF",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "align": "left",
            "bgcolor": "#FFFFFF",
            "bordercolor": REDUP,
            "font": {"family": HURUF, "size": 13},
        },
        "xaxis": {"gridcolor": KISI, "zeroline": False, "automargin": True, "fixedrange": True},
        "yaxis": {"gridcolor": KISI, "zeroline": False, "automargin": True, "fixedrange": True},
    }
)

# the dash is the first cue, the colour the third (visual.md 2)
_GAYA: dict[str, dict[str, Any]] = {
    "utama": {"color": BIRU, "width": 3.5, "dash": "solid"},
    "pembanding": {"color": LALU, "width": 2, "dash": "solid"},
    "PU": {"color": "#12436D", "width": 2.5, "dash": "solid"},
    "BPU": {"color": "#7B5AA6", "width": 2.5, "dash": "dash"},
    "JAKON": {"color": "#9A7A1E", "width": 2.5, "dash": "dot"},
    "PMI": {"color": "#5A5A5A", "width": 2.5, "dash": "dashdot"},
}


def lepas(teks: str) -> str:
    """Return a text that Plotly shows literally: it reads a small HTML of its own."""
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def draw(deskripsi: Deskripsi) -> go.Figure:
    """Return the figure of a description; maps are drawn by ``peta.draw_peta``, which also takes the boundaries."""
    if isinstance(deskripsi, Batang):
        return _batang(deskripsi)
    if isinstance(deskripsi, Garis):
        return _garis(deskripsi)
    raise TypeError(f"no drawing for {type(deskripsi).__name__}")


def _figure(tinggi: int) -> go.Figure:
    gambar = go.Figure()
    gambar.update_layout(template=TEMPLATE, height=tinggi)
    return gambar


def _potong(label: str, panjang: int = 34) -> str:
    return label if len(label) <= panjang else label[: panjang - 1].rstrip() + "…"


def _batang(d: Batang) -> go.Figure:
    angka, pendek = tulis(d.satuan), tulis_pendek(d.satuan)
    baris = list(d.baris)
    gambar = _figure(max(120, TINGGI_BARIS * len(baris) + 16))
    letak = list(range(len(baris)))
    nilai = [b.nilai or 0 for b in baris]
    acuan = [x for b in baris for x in (b.nilai, b.target, b.lalu) if x is not None]
    atas = max([*acuan, 100.0 if d.satuan == "persen" and d.peluru else 0.0], default=1) or 1
    ada_sorot = any(b.sorot for b in baris)
    if d.peluru:
        gambar.add_bar(
            x=[atas] * len(baris), y=letak, orientation="h", width=0.5, marker_color="#E8ECF1", hoverinfo="skip"
        )
    gambar.add_bar(
        x=nilai,
        y=letak,
        orientation="h",
        width=0.5 if d.peluru else 0.66,
        marker_color=[BIRU if b.sorot or not ada_sorot else ABU for b in baris],
        customdata=[
            f"<b>{lepas(b.label)}</b><br>{angka(b.nilai)}"
            + (f"<br>target {angka(b.target)}" if b.target is not None else "")
            + (f"<br>sebelumnya {angka(b.lalu)}" if b.lalu is not None else "")
            + (f"<br>{lepas(b.keterangan)}" if b.keterangan else "")
            for b in baris
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    _tanda(gambar, [(b.lalu, i) for i, b in enumerate(baris)], "circle", LALU, 8)
    _tanda(gambar, [(b.target, i) for i, b in enumerate(baris)], "line-ns", TINTA, 20)
    for i, b in enumerate(baris):
        ujung = atas if d.peluru else (b.nilai or 0)
        gambar.add_annotation(
            x=ujung,
            y=i,
            text=f"<b>{pendek(b.nilai)}</b>" if b.sorot else pendek(b.nilai),
            showarrow=False,
            xanchor="left",
            xshift=6,
        )
    gambar.update_layout(barmode="overlay", margin_r=84, margin_t=4)
    gambar.update_xaxes(range=[0, atas * 1.001], showgrid=False, showticklabels=False)
    gambar.update_yaxes(
        tickmode="array",
        tickvals=letak,
        ticktext=[lepas(_potong(b.label)) for b in baris],
        autorange="reversed",
        showgrid=False,
        ticks="",
        ticklabelstandoff=6,
    )
    return gambar


def _tanda(gambar: go.Figure, titik: list[tuple[float | None, int]], bentuk: str, warna: str, ukuran: int) -> None:
    ada = [(x, y) for x, y in titik if x is not None]
    if ada:
        gambar.add_scatter(
            x=[x for x, _ in ada],
            y=[y for _, y in ada],
            mode="markers",
            marker={"symbol": bentuk, "size": ukuran, "color": warna, "line": {"width": 3, "color": warna}},
            hoverinfo="skip",
        )


def _garis(d: Garis) -> go.Figure:
    angka, pendek = tulis(d.satuan), tulis_pendek(d.satuan)
    gambar = _figure(TINGGI_GARIS)
    semua = sorted(
        {b for deret in d.deret for b in deret.bulan} | {b for b, _ in (d.sasaran.titik if d.sasaran else ())}
    )
    if d.sasaran and d.sasaran.titik:
        _sasaran(gambar, d)
    for deret in d.deret:
        titik = deret.titik
        # a point between two gaps is no line: without a marker it would not be seen
        is_putus = len(titik) < 3 or any(n is None for _, n in titik)
        gambar.add_scatter(
            x=[b for b, _ in titik],
            y=[n for _, n in titik],
            mode="lines+markers" if is_putus else "lines",
            line=_GAYA[deret.gaya],
            connectgaps=False,
            customdata=[f"{lepas(deret.nama)}<br>{format.bulan(b)}: {angka(n)}" for b, n in titik],
            hovertemplate="%{customdata}<extra></extra>",
        )
        _label_ujung(gambar, deret, pendek, sendiri=len(d.deret) == 1)
    nilai = [n for deret in d.deret for n in deret.nilai if n is not None]
    nilai += [n for _, n in d.sasaran.titik] if d.sasaran else []
    _sumbu_nilai(gambar, nilai, d.satuan)
    _sumbu_bulan(gambar, semua)
    gambar.update_layout(margin_r=100 if len(d.deret) > 1 else 64, margin_t=16)
    return gambar


def _sasaran(gambar: go.Figure, d: Garis) -> None:
    assert d.sasaran is not None
    titik = d.sasaran.titik
    angka = tulis(d.satuan)
    gambar.add_scatter(
        x=[b for b, _ in titik],
        y=[n for _, n in titik],
        mode="lines+markers",
        line={"color": TINTA, "width": 1.5},
        marker={"symbol": "line-ns", "size": 12, "color": TINTA, "line": {"width": 2, "color": TINTA}},
        customdata=[f"{lepas(d.sasaran.nama)} {format.bulan(b)}: {angka(n)}" for b, n in titik],
        hovertemplate="%{customdata}<extra></extra>",
    )
    bulan, nilai = titik[-1]
    gambar.add_annotation(
        x=bulan,
        y=nilai,
        text=f"{lepas(d.sasaran.nama)} {bulan.year}: {angka(nilai)}",
        showarrow=False,
        yshift=16,
        xanchor="right",
    )


def _label_ujung(gambar: go.Figure, deret: Deret, pendek: Any, sendiri: bool) -> None:
    if deret.terakhir is None:
        return
    bulan, nilai = deret.terakhir
    nama = "" if sendiri else f"{lepas(_potong(deret.nama, 16))} "
    gambar.add_annotation(
        x=bulan,
        y=nilai,
        text=f"<b>{nama}{pendek(nilai)}</b>",
        showarrow=False,
        xanchor="left",
        xshift=6,
        font={"color": _GAYA[deret.gaya]["color"]},
    )


def _sumbu_nilai(gambar: go.Figure, nilai: Sequence[float], satuan: str) -> None:
    """Write the ticks as text: Plotly's own "2M" reads as two billion in Indonesia."""
    if not nilai:
        return
    bawah, atas = min(nilai), max(nilai)
    rentang = (atas - bawah) or abs(atas) or 1
    langkah = _langkah(rentang / 4)
    mulai = 0 if bawah < rentang else bawah - rentang * 0.15
    mulai = max(0, (mulai // langkah) * langkah) if bawah >= 0 else (bawah // langkah) * langkah
    letak = [mulai + langkah * i for i in range(12) if mulai + langkah * i <= atas + langkah * 0.999]
    if satuan == "persen":
        kata = [format.desimal(x, 0 if langkah >= 1 else 1) + "%" for x in letak]
    else:
        kata = [tulis_pendek(satuan)(x) for x in letak]
    puncak = max(letak[-1], atas)  # and room above it for the label of the target
    gambar.update_yaxes(
        tickmode="array", tickvals=letak, ticktext=kata, range=[mulai, puncak + (puncak - mulai) * 0.08]
    )


def _langkah(kasar: float) -> float:
    """Return 1, 2 or 5 times a power of ten, not below ``kasar``."""
    pangkat = 10.0 ** len(str(int(kasar))) / 10 if kasar >= 1 else 0.1
    while True:
        for kali in (1, 2, 5):
            if pangkat * kali >= kasar:
                return pangkat * kali
        pangkat *= 10


def _sumbu_bulan(gambar: go.Figure, bulan: Sequence[date]) -> None:
    """Write months as text: Plotly brings no Indonesian month names."""
    if not bulan:
        return
    pilih = list(bulan)
    if len(bulan) > 8:  # the semesters' ends, where targets are dated; of many years only December
        pilih = [b for b in bulan if b.month in ((6, 12) if len(bulan) <= 48 else (12,))]
    gambar.update_xaxes(
        type="date",
        tickmode="array",
        tickvals=pilih,
        ticktext=[format.bulan_pendek(b) for b in pilih],
        ticklabelstandoff=8,  # the first month must not lie over the lowest value
        showgrid=False,
    )

"""Small multiples: up to twelve panels on one scale, each titled with its unit and its last value."""

from datetime import date

import plotly.graph_objects as go

from ucj import format
from ucj.charts import warna
from ucj.charts.deskripsi import Kisi, tulis_pendek
from ucj.charts.layar.dasar import bungkus, figure, gabung, lepas, make_skala
from ucj.charts.layar.garis import add_deret, add_sasaran

KOLOM = 4
TINGGI_PANEL = 84
ATAS, BAWAH, SELA = 40, 22, 0.035


def draw_kisi(d: Kisi) -> go.Figure:
    """Return the panels row by row; the value axis stands at the left, the months below the lowest row."""
    pendek = tulis_pendek(d.satuan)
    panel = list(d.panel)
    kolom = min(KOLOM, max(len(panel), 1))
    lajur = -(-len(panel) // kolom) or 1
    satu = TINGGI_PANEL + ATAS
    tinggi = satu * lajur + BAWAH
    gambar = figure(tinggi)
    nilai = [n for p in panel for n in p.deret.nilai if n is not None]
    nilai += [n for p in panel if p.sasaran for _, n in p.sasaran.titik]
    skala = make_skala(nilai, d.satuan, nol=True, ruang=0.06, bagian=4)
    bulan = sorted(
        {b for p in panel for b, _ in p.deret.titik} | {b for p in panel if p.sasaran for b, _ in p.sasaran.titik}
    )
    ujung = [bulan[0], bulan[-1]] if len(bulan) > 1 else bulan
    dalam = satu * lajur  # the plot area without the margins
    for i, p in enumerate(panel):
        x, y = i % kolom, i // kolom
        akhiran = "" if i == 0 else str(i + 1)
        kiri, kanan = x / kolom + (SELA / 2 if x else 0), (x + 1) / kolom - (SELA / 2 if x < kolom - 1 else 0)
        puncak = 1 - (y * satu + ATAS) / dalam
        gambar.update_layout(
            {
                f"xaxis{akhiran}": {
                    "domain": [kiri, kanan],
                    "anchor": f"y{akhiran}",
                    "type": "date",
                    "showgrid": False,
                    "showticklabels": False,
                    "range": [ujung[0], ujung[-1]] if len(ujung) > 1 else None,
                },
                f"yaxis{akhiran}": {
                    "domain": [puncak - TINGGI_PANEL / dalam, puncak],
                    "anchor": f"x{akhiran}",
                    "showticklabels": x == 0,
                    "tickfont": {"size": 12},
                    **skala.sumbu,
                },
            }
        )
        sumbu = {"xaxis": f"x{akhiran}", "yaxis": f"y{akhiran}"}
        if p.sasaran and p.sasaran.titik:
            add_sasaran(gambar, p.sasaran, d.satuan, **sumbu)
        add_deret(gambar, p.deret, d.satuan, **sumbu)
        gambar.data[-1].line.width = 2.5
        if i + kolom >= len(panel):
            _bulan(
                gambar,
                [(ujung[0], kiri, "left"), (ujung[-1], kanan, "right")] if ujung else [],
                puncak - TINGGI_PANEL / dalam,
            )
        akhir = p.deret.terakhir
        kata = pendek(akhir[1]) if akhir else format.TIDAK_TERSEDIA
        gambar.add_annotation(
            x=kiri,
            y=puncak,
            xref="paper",
            yref="paper",
            xanchor="left",
            yanchor="bottom",
            yshift=3,
            align="left",
            text=_judul(p.nama, kata),
            showarrow=False,
            font={"color": warna.TINTA},
        )
    gambar.update_layout(margin={"l": 8, "r": 24, "t": 0, "b": BAWAH})
    return gambar


def _judul(nama: str, kata: str) -> str:
    """Return name and bold value of a panel, in lines that fit a panel of a narrow screen."""
    *atas, akhir = bungkus(f"{nama} {kata}", 22)
    depan, _, nilai = akhir.rpartition(" ")
    return gabung([*atas, depan]).removesuffix("<br>") + f"{' ' if depan else '<br>'}<b>{lepas(nilai)}</b>"


def _bulan(gambar: go.Figure, ujung: list[tuple[date, float, str]], dasar: float) -> None:
    """Write first and last month below a panel, inside its width: tick labels would reach into the next panel."""
    for bulan, letak, sisi in ujung:
        gambar.add_annotation(
            x=letak, y=dasar, xref="paper", yref="paper", xanchor=sisi, yanchor="top", yshift=-2,
            text=format.bulan_pendek(bulan), showarrow=False, font={"size": 12, "color": warna.REDUP},
        )  # fmt: skip

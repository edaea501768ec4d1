"""The slope: two dates, one line per unit; who moved is highlighted, the others are grey."""

import plotly.graph_objects as go

from ucj import format
from ucj.charts import warna
from ucj.charts.deskripsi import Lereng, tulis, tulis_pendek
from ucj.charts.layar.dasar import TINGGI_HURUF, figure, lepas, make_skala, spread

ATAS, BAWAH = 28, 12
JARAK = TINGGI_HURUF + 1


def draw_lereng(d: Lereng) -> go.Figure:
    """Return the slope with name and value at both ends; a line with one end has one point."""
    angka, pendek = tulis(d.satuan), tulis_pendek(d.satuan)
    tinggi = max(240, JARAK * len(d.baris) + ATAS + BAWAH + 24)
    gambar = figure(tinggi)
    nilai = [n for b in d.baris for n in (b.awal, b.akhir) if n is not None]
    skala = make_skala(nilai, d.satuan, ruang=0.02)
    satu = (skala.atas - skala.bawah) / (tinggi - ATAS - BAWAH) or 1
    for b in sorted(d.baris, key=lambda b: b.sorot):  # the highlighted lie on top
        gambar.add_scatter(
            name=b.nama,
            x=[0, 1],
            y=[b.awal, b.akhir],
            mode="lines+markers",
            line={"color": warna.SOROT if b.sorot else warna.SAMAR, "width": 3 if b.sorot else 1.5},
            marker={"size": 7 if b.sorot else 5},
            customdata=[
                f"<b>{lepas(b.nama)}</b><br>{format.bulan(kapan)}: {angka(n)}"
                for kapan, n in ((d.awal, b.awal), (d.akhir, b.akhir))
            ],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for sisi, kapan in ((0, d.awal), (1, d.akhir)):
        berisi = [(b, n) for b in d.baris if (n := (b.akhir if sisi else b.awal)) is not None]
        letak = spread([n / satu for _, n in berisi], JARAK, skala.bawah / satu, skala.atas / satu)
        for (b, n), y in zip(berisi, letak, strict=True):
            kata = f"{pendek(n)}  {lepas(b.nama)}" if sisi else pendek(n)
            gambar.add_annotation(
                x=sisi,
                y=n,
                yshift=round(y - n / satu),
                text=f"<b>{kata}</b>" if b.sorot else kata,
                showarrow=False,
                xanchor="left" if sisi else "right",
                xshift=8 if sisi else -8,
                font={"color": warna.SOROT if b.sorot else warna.REDUP},
            )
        gambar.add_annotation(
            x=sisi, y=1, yref="paper", yanchor="bottom", yshift=6, text=format.bulan_pendek(kapan), showarrow=False,
            xanchor="left" if sisi else "right", font={"color": warna.TINTA},
        )  # fmt: skip
        gambar.add_shape(
            type="line", x0=sisi, x1=sisi, y0=0, y1=1, yref="paper", line={"color": warna.KISI, "width": 1},
            layer="below",
        )  # fmt: skip
    kanan = max((len(b.nama) for b in d.baris), default=0) * 6.8 + 70
    gambar.update_layout(margin={"l": 84, "r": round(kanan), "t": ATAS, "b": BAWAH})
    gambar.update_xaxes(range=[-0.02, 1.02], showticklabels=False, showgrid=False)
    gambar.update_yaxes(range=[skala.bawah, skala.atas], showticklabels=False, showgrid=False)
    return gambar

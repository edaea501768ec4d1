"""Lines over the months: actual solid, target path thin black with its ticks, estimate dashed in a light band."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from ucj import format, kalender
from ucj.charts import warna
from ucj.charts.deskripsi import Deret, Garis, Perkiraan, Sasaran, tulis, tulis_pendek
from ucj.charts.layar.dasar import BAYANGAN, TINGGI_HURUF, Skala, bungkus, figure, gabung, lepas, make_skala, spread

TINGGI_GARIS = 250  # the finding, the cards and both charts of Ringkasan fit a screen of 1366 x 768
ATAS, BAWAH = 16, 30  # margins above and below the plot

# the dash is the first cue, the colour the third (visual.md 2)
GAYA: dict[str, dict[str, Any]] = {
    "utama": {"color": warna.NYATA, "width": 3.5, "dash": "solid"},
    "kedua": {"color": warna.REDUP, "width": 2.5, "dash": "dash"},
    "pembanding": {"color": warna.LALU, "width": 2, "dash": "solid"},
    "PU": {"color": warna.SEGMEN["PU"], "width": 2.5, "dash": "solid"},
    "BPU": {"color": warna.SEGMEN["BPU"], "width": 2.5, "dash": "dash"},
    "JAKON": {"color": warna.SEGMEN["JAKON"], "width": 2.5, "dash": "dot"},
    "PMI": {"color": warna.SEGMEN["PMI"], "width": 2.5, "dash": "dashdot"},
}


def draw_garis(d: Garis) -> go.Figure:
    """Return the lines with labels at their ends, the path, the estimate, events, and hatched months without data."""
    pendek = tulis_pendek(d.satuan)
    gambar = figure(TINGGI_GARIS)
    titik = [(b, n) for x in d.deret for b, n in x.titik]
    sasaran = list(d.sasaran.titik) if d.sasaran else []
    depan = list(d.perkiraan.bulan) if d.perkiraan else []
    semua = sorted(
        {b for b, _ in titik} | {b for b, _ in sasaran} | set(depan) | set(d.hilang) | {p.bulan for p in d.peristiwa}
    )
    nilai = [n for _, n in titik if n is not None] + [n for _, n in sasaran]
    nilai += [*d.perkiraan.bawah, *d.perkiraan.atas] if d.perkiraan else []
    skala = make_skala(nilai, d.satuan)
    _hilang(gambar, d.hilang, skala)
    if d.perkiraan and depan:
        _perkiraan(gambar, d.perkiraan, d.deret, d.satuan)
    if d.sasaran and sasaran:
        add_sasaran(gambar, d.sasaran, d.satuan)
        _label_sasaran(gambar, d.sasaran, d.satuan)
    for x in d.deret:
        add_deret(gambar, x, d.satuan)
    akhir = max((x.terakhir[0] for x in d.deret if x.terakhir), default=None)
    if len(d.deret) == 1:
        _label_sendiri(gambar, d, pendek, is_ada_lanjutan=bool(semua and akhir and semua[-1] > akhir))
    else:
        _label_banyak(gambar, d.deret, pendek, skala)
    _peristiwa(gambar, d)
    if nilai:
        gambar.update_yaxes(**skala.sumbu, ticklabelstandoff=4)
    sumbu_bulan(gambar, semua)
    paling = max((len(b) for x in d.deret for b in bungkus(x.nama, 18)), default=0) if len(d.deret) > 1 else 0
    gambar.update_layout(
        margin_r=max(64, 14 + round(6.8 * max(paling, 8))) if paling else 64,
        margin_t=ATAS + TINGGI_HURUF * len(d.peristiwa),
        barmode="overlay",
    )
    return gambar


def add_deret(gambar: go.Figure, deret: Deret, satuan: str, **lain: Any) -> None:
    """Draw one line; it breaks at months without a value, and points that stand alone have a marker."""
    angka = tulis(satuan)
    titik = deret.titik
    # a point between two gaps is no line: without a marker it would not be seen
    nilai = [None, *(n for _, n in titik), None]
    sendiri = [len(titik) < 3 or (a is None and c is None) for a, c in zip(nilai, nilai[2:], strict=False)]
    gambar.add_scatter(
        name=deret.nama,
        x=[b for b, _ in titik],
        y=[n for _, n in titik],
        mode="lines+markers" if any(sendiri) else "lines",
        line=GAYA[deret.gaya],
        marker={"size": [7 if x else 0 for x in sendiri]},
        connectgaps=False,
        customdata=[f"{lepas(deret.nama)}<br>{format.bulan(b)}: {angka(n)}" for b, n in titik],
        hovertemplate="%{customdata}<extra></extra>",
        **lain,
    )


def add_sasaran(gambar: go.Figure, sasaran: Sasaran, satuan: str, **lain: Any) -> None:
    """Draw the target path: thin, black, straight, with a tick at each dated target."""
    angka = tulis(satuan)
    gambar.add_scatter(
        name=sasaran.nama,
        x=[b for b, _ in sasaran.titik],
        y=[n for _, n in sasaran.titik],
        mode="lines+markers",
        line={"color": warna.SASARAN, "width": 1.5},
        marker={
            "symbol": "line-ns",
            "size": 9,
            "color": warna.SASARAN,
            "line": {"width": 2, "color": warna.SASARAN},
        },
        customdata=[f"{lepas(sasaran.nama)} {format.bulan(b)}: {angka(n)}" for b, n in sasaran.titik],
        hovertemplate="%{customdata}<extra></extra>",
        **lain,
    )


def _label_sasaran(gambar: go.Figure, sasaran: Sasaran, satuan: str) -> None:
    bulan, nilai = sasaran.titik[-1]
    gambar.add_annotation(
        x=bulan,
        y=nilai,
        text=f"{lepas(sasaran.nama)} {bulan.year}: {tulis(satuan)(nilai)}",
        showarrow=False,
        yshift=16,
        xanchor="right",
    )


def _jalur(sasaran: Sasaran | None, bulan: date) -> float | None:
    """Return the value of the path in a month, None outside its dates."""
    titik = sorted(sasaran.titik) if sasaran else []
    for (b0, n0), (b1, n1) in pairwise(titik):
        if b0 <= bulan <= b1:
            return n0 + (n1 - n0) * kalender.selisih_bulan(b0, bulan) / max(kalender.selisih_bulan(b0, b1), 1)
    return None


def _label_sendiri(gambar: go.Figure, d: Garis, pendek: Any, is_ada_lanjutan: bool) -> None:
    """Write value and deviation at the end of a single line; where a path goes on, on the side away from it."""
    deret = d.deret[0]
    if deret.terakhir is None:
        return
    bulan, nilai = deret.terakhir
    rencana = _jalur(d.sasaran, bulan)
    # a percentage is never rounded up to the path
    kata = f"<b>{format.persen(nilai, rencana) if d.satuan == 'persen' else pendek(nilai)}</b>"
    letak: dict[str, Any] = {"xanchor": "left", "xshift": 6}
    if rencana is not None:
        beda = nilai - rencana
        kata += f"<br>{format.persen_poin(beda) if d.satuan == 'persen' else format.selisih(beda)}"
    if is_ada_lanjutan:
        is_bawah = rencana is None or nilai < rencana
        letak = {"xanchor": "left", "xshift": 2, "yanchor": "top" if is_bawah else "bottom"}
        letak |= {"yshift": -4 if is_bawah else 4}
    gambar.add_annotation(
        x=bulan,
        y=nilai,
        text=kata,
        showarrow=False,
        align="left",
        font={"color": GAYA[deret.gaya]["color"], "shadow": BAYANGAN},
        **letak,
    )


def _label_banyak(gambar: go.Figure, deret: Sequence[Deret], pendek: Any, skala: Skala) -> None:
    """Write name and value at the end of each line, moved apart where lines end close together."""
    berisi = [(x, x.terakhir) for x in deret if x.terakhir]
    satu = (skala.atas - skala.bawah) / (TINGGI_GARIS - ATAS - BAWAH) or 1
    label = [bungkus(f"{x.nama} {pendek(akhir[1])}", 18) for x, akhir in berisi]
    tinggi = max((len(b) for b in label), default=1) * TINGGI_HURUF
    letak = spread([akhir[1] / satu for _, akhir in berisi], tinggi, skala.bawah / satu, skala.atas / satu)
    for (x, akhir), baris, y in zip(berisi, label, letak, strict=True):
        gambar.add_annotation(
            x=akhir[0],
            y=akhir[1],
            yshift=round(y - akhir[1] / satu),
            text=f"<b>{gabung(baris)}</b>",
            showarrow=False,
            xanchor="left",
            align="left",
            xshift=6,
            font={"color": GAYA[x.gaya]["color"]},
        )


def _perkiraan(gambar: go.Figure, p: Perkiraan, deret: Sequence[Deret], satuan: str) -> None:
    """Draw band and dashed line from the last actual value on, with the word."""
    angka = tulis(satuan)
    mulai = next((x.terakhir for x in deret if x.terakhir), None)
    kepala = [mulai] if mulai and mulai[0] < p.bulan[0] else []
    bulan = [b for b, _ in kepala] + list(p.bulan)
    awal = [n for _, n in kepala]
    gambar.add_scatter(
        name="rentang perkiraan",
        x=bulan + bulan[::-1],
        y=[*awal, *p.atas, *reversed(p.bawah), *awal],
        mode="lines",
        line={"width": 0, "color": warna.PITA},
        fill="toself",
        fillcolor=warna.PITA,
        hoverinfo="skip",
    )
    gambar.add_scatter(
        name="perkiraan",
        x=bulan,
        y=[*awal, *p.nilai],
        mode="lines",
        line={"color": warna.NYATA, "width": 2, "dash": "dash"},
        customdata=[
            *("" for _ in awal),
            *(
                f"Perkiraan {format.bulan(b)}: {angka(n)}<br>rentang {angka(x)} sampai {angka(y)}"
                for b, n, x, y in zip(p.bulan, p.nilai, p.bawah, p.atas, strict=True)
            ),
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    gambar.add_annotation(
        x=p.bulan[-1],
        y=p.bawah[-1],
        yshift=-22,  # below the band also where it rises towards its end
        text=f"perkiraan {angka(p.nilai[-1])}",
        showarrow=False,
        xanchor="right",
        font={"color": warna.NYATA, "shadow": BAYANGAN},
    )


def _hilang(gambar: go.Figure, hilang: Sequence[date], skala: Skala) -> None:
    """Hatch the months whose deliveries are missing: white would read as nothing to say."""
    if not hilang:
        return
    lebar = 28 * 24 * 3600 * 1000  # in milliseconds, as Plotly counts on an axis of dates
    gambar.add_bar(
        name="belum ada data",
        x=list(hilang),
        y=[skala.atas - skala.bawah] * len(hilang),
        base=skala.bawah,
        width=lebar,
        marker={
            "color": warna.PUTIH,
            "line": {"width": 0},
            "pattern": {"shape": "/", "fgcolor": warna.SAMAR, "bgcolor": warna.PUTIH, "size": 7, "solidity": 0.15},
        },
        customdata=[f"{format.bulan(b)}: belum ada data" for b in hilang],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _peristiwa(gambar: go.Figure, d: Garis) -> None:
    """Draw dated events as dotted lines, their words on steps of their own above the plot."""
    urut = sorted(d.peristiwa, key=lambda p: p.bulan)
    for i, p in enumerate(urut):
        naik = TINGGI_HURUF * (len(urut) - 1 - i)
        gambar.add_shape(
            type="line",
            x0=p.bulan,
            x1=p.bulan,
            y0=0,
            y1=1,
            yref="paper",
            line={"color": warna.REDUP, "width": 1, "dash": "dot"},
        )
        gambar.add_annotation(
            x=p.bulan,
            y=1,
            yref="paper",
            yanchor="bottom",
            yshift=naik,
            xanchor="right",
            xshift=4,
            text=f"{lepas(p.kata)}, {format.bulan_pendek(p.bulan)}",
            showarrow=False,
            font={"color": warna.REDUP},
        )


def sumbu_bulan(gambar: go.Figure, bulan: Sequence[date]) -> None:
    """Write months as text: Plotly brings no Indonesian month names."""
    if not bulan:
        return
    pilih = list(bulan)
    if len(bulan) > 8:  # the semesters' ends, where targets are dated; of many years only December
        panjang = kalender.selisih_bulan(bulan[0], bulan[-1])
        pilih = [b for b in bulan if b.month in ((6, 12) if panjang <= 48 else (12,))]
    gambar.update_xaxes(
        type="date",
        tickmode="array",
        tickvals=pilih,
        ticktext=[format.bulan_pendek(b) for b in pilih],
        tickangle=0,
        ticklabelstandoff=8,  # the first month must not lie over the lowest value
        showgrid=False,
    )

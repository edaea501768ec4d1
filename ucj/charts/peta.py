"""The village map: five fixed classes, white with a dashed outline where there is no figure, kecamatan borders thick.

Islands that are too small or too far away to be seen on the map stand beside it in a frame, larger.
"""

from collections.abc import Container
from functools import lru_cache
from typing import Any

import plotly.graph_objects as go

from ucj.charts.batas import Batas, Garis, read_batas
from ucj.charts.deskripsi import Peta, Wilayah, tulis
from ucj.charts.layar import TEMPLATE, lepas
from ucj.charts.tata_peta import Kotak, Pulau, Tata
from ucj.charts.warna import FOKUS, PUTIH, REDUP, TEPI, TEPI_PUTUS, TINTA, URUT

__all__ = ["WARNA", "Batas", "draw_peta", "read_batas"]

WARNA = URUT
LEBAR = 690  # pixels of the map beside its list at the usual width; only names and frames are placed by it
TINGGI = 430
TINGGI_TEGAK = 540  # of a region that is taller than wide
HURUF = 12
RUANG_NAMA = 30  # pixels
JARAK_TEPI = 0.012
PALING_SISIPAN = 3
PALING_NAMA = 30  # villages of one kecamatan that are named themselves
SISI = tuple((x / 8, float(y)) for y in (1, 0) for x in range(9)) + tuple((float(x), 0.5) for x in (0, 1))
LEBAR_SISIPAN, TINGGI_SISIPAN = 0.27, 0.34  # at most, of the whole map


def draw_peta(d: Peta, batas: Batas, alamat: str | None = None) -> go.Figure:
    """Return the map; villages without a polygon are not on it (the page lists them).

    ``alamat``: where the browser fetches the GeoJSON, once for all maps; without it the polygons travel in the figure.
    """
    ada = [w for w in d.wilayah if w.kode in batas.fitur]
    geojson = alamat or batas.geojson(w.kode for w in ada)
    tata = batas.tata(frozenset(w.kode for w in ada))
    tinggi = TINGGI_TEGAK if tata.utama.tinggi > tata.utama.lebar * 1.15 else TINGGI
    utama = _beri_ruang(tata.utama, tinggi)
    sudut, tertutup = _sudut(tata, batas, utama, tinggi)
    if tertutup:  # room for the frame beside the land
        utama = Kotak(utama.x0, utama.y0, utama.x1 + utama.lebar * (LEBAR_SISIPAN + 0.06), utama.y1)
        sudut, _ = _sudut(tata, batas, utama, tinggi)
    gambar = go.Figure()
    gambar.update_layout(template=TEMPLATE, height=tinggi, margin={"l": 0, "r": 0, "t": 0, "b": 0}, dragmode=False)
    diperbesar = {k for pulau, _ in sudut if not pulau.is_jauh for k in pulau.kode_desa}
    terlarang = tuple(_derajat(utama, letak, tinggi) for _, letak in sudut)
    _panel(gambar, d, batas, geojson, tata.kode_desa, "geo", utama, (LEBAR, tinggi), diperbesar, terlarang)
    gambar.update_layout(geo=_bidang(utama, Kotak(0, 0, 1, 1)))
    for i, (pulau, letak) in enumerate(sudut, start=2):
        ukuran = (letak.lebar * LEBAR, letak.tinggi * tinggi)
        _panel(gambar, d, batas, geojson, pulau.kode_desa, f"geo{i}", pulau.kotak, ukuran)
        gambar.update_layout({f"geo{i}": _bidang(pulau.kotak, letak)})
        _bingkai(gambar, pulau, letak, sorted({w.nama_kecamatan for w in ada if w.kode in pulau.kode_desa}))
        if not pulau.is_jauh:
            lon, lat = _tepi(pulau.kotak)
            gaya = {"color": REDUP, "width": 1}
            gambar.add_scattergeo(geo="geo", lon=lon, lat=lat, mode="lines", line=gaya, hoverinfo="skip")
    return gambar


def _panel(
    gambar: go.Figure,
    d: Peta,
    batas: Batas,
    geojson: dict[str, Any] | str,
    kode: frozenset[str],
    geo: str,
    kotak: Kotak,
    ukuran: tuple[float, float],
    tanpa_nama: Container[str] = (),
    terlarang: tuple[Kotak, ...] = (),
) -> None:
    """Draw some villages into one map: classes, outlines, borders and names of their kecamatan (of one kecamatan the
    villages' own), the village meant.

    ``ukuran``: width and height in pixels; ``tanpa_nama``: villages whose kecamatan is named in another map.
    """
    ada = [w for w in d.wilayah if w.kode in kode]
    isi = {"geo": geo, "geojson": geojson, "featureidkey": "properties.kode_desa", "showscale": False}
    if kosong := [w for w in ada if w.nilai is None]:
        gambar.add_trace(_lapis(d, kosong, [(0, PUTIH), (1, PUTIH)], {"color": TEPI_PUTUS, "width": 1}, isi))
    if berisi := [w for w in ada if w.nilai is not None]:
        gambar.add_trace(_lapis(d, berisi, _skala(), {"color": TEPI, "width": 0.5}, isi))
    nama = {w.kode.rsplit(".", 1)[0]: w.nama_kecamatan for w in ada}
    if len({w.kode.rsplit(".", 1)[0] for w in d.wilayah}) > 1:
        gambar.add_trace(_tepi_saja(sorted(nama), {"color": TINTA, "width": 1.6}, isi))
        if geo != "geo" and len(nama) == 1:  # the frame says it
            nama = {}
    else:
        nama = {w.kode: w.nama for w in ada} if len(ada) <= PALING_NAMA else {}
    if bernama := frozenset(k for k in kode if k not in tanpa_nama and nama):
        skala = min(ukuran[0] / kotak.lebar, ukuran[1] / kotak.tinggi)
        tempat = batas.tempat_nama(bernama, nama, kotak, skala, HURUF, terlarang)
        gambar.add_scattergeo(
            geo=geo,
            lon=[x for x, _ in tempat.values()],
            lat=[y for _, y in tempat.values()],
            text=[lepas(nama[k]) for k in tempat],
            mode="text",
            textfont={"size": HURUF, "color": TINTA, "shadow": ", ".join(["0 0 3px #fff"] * 5)},
            hoverinfo="skip",
        )
    if d.sorot in kode:
        gambar.add_trace(_tepi_saja([d.sorot], {"color": FOKUS, "width": 3}, isi))


def _bidang(kotak: Kotak, letak: Kotak) -> dict[str, Any]:
    """Return the settings of one map; without its own domain Plotly would share the height among all of them."""
    return {
        "visible": False,
        "projection": {"type": "mercator"},
        "bgcolor": PUTIH,
        "lonaxis": {"range": [kotak.x0, kotak.x1]},
        "lataxis": {"range": [kotak.y0, kotak.y1]},
        "domain": {"x": [letak.x0, letak.x1], "y": [letak.y0, letak.y1]},
    }


def _beri_ruang(utama: Kotak, tinggi: int) -> Kotak:
    """Return the box of the main map with room for names at its sides, where the frame of the map would cut them."""
    skala = min((LEBAR - 2 * RUANG_NAMA) / utama.lebar, tinggi / utama.tinggi)
    tepi = RUANG_NAMA / skala
    return Kotak(utama.x0 - tepi, utama.y0, utama.x1 + tepi, utama.y1)


def _derajat(utama: Kotak, letak: Kotak, tinggi: int) -> Kotak:
    """Return in degrees of the main map the box that stands at ``letak`` (shares of the whole picture)."""
    skala = min(LEBAR / utama.lebar, tinggi / utama.tinggi)
    lebar, panjang = LEBAR / skala, tinggi / skala
    x0, y0 = (utama.x0 + utama.x1 - lebar) / 2, (utama.y0 + utama.y1 - panjang) / 2
    return Kotak(x0 + letak.x0 * lebar, y0 + letak.y0 * panjang, x0 + letak.x1 * lebar, y0 + letak.y1 * panjang)


@lru_cache(maxsize=32)
def _sudut(tata: Tata, batas: Batas, utama: Kotak, tinggi: int) -> tuple[list[tuple[Pulau, Kotak]], int]:
    """Return the place of each island's frame in shares of the picture, and how many villages the frames hide.

    A frame stands at the edge where it hides fewest, best none. An island that also stands on the main map is left out
    where there is no such place.
    """
    titik = [(t, b.kode_desa) for k in sorted(tata.kode_desa) for b in batas.bagian[k] for t in b.cincin]
    hasil: list[tuple[Pulau, Kotak]] = []
    jumlah = 0
    for pulau in tata.pulau[:PALING_SISIPAN]:
        skala = min(LEBAR_SISIPAN * LEBAR / pulau.kotak.lebar, TINGGI_SISIPAN * tinggi / pulau.kotak.tinggi)
        lebar, panjang = pulau.kotak.lebar * skala / LEBAR, pulau.kotak.tinggi * skala / tinggi
        terbaik: tuple[int, Kotak] | None = None
        for x, y in SISI:
            x0 = JARAK_TEPI + x * (1 - 2 * JARAK_TEPI - lebar)
            y0 = JARAK_TEPI + y * (1 - 2 * JARAK_TEPI - panjang)
            letak = Kotak(x0, y0, x0 + lebar, y0 + panjang)
            ruang = letak.grow(20 / tinggi)  # a caption fits between two frames
            if any(ruang.overlap(lain) for _, lain in hasil):
                continue
            luas = _derajat(utama, letak.grow(10 / tinggi), tinggi)
            tertutup = len({k for (bx, by), k in titik if luas.x0 < bx < luas.x1 and luas.y0 < by < luas.y1})
            if terbaik is None or tertutup < terbaik[0]:
                terbaik = (tertutup, letak)
        if terbaik is not None and (pulau.is_jauh or not terbaik[0]):
            hasil.append((pulau, terbaik[1]))
            jumlah += terbaik[0]
    return hasil, jumlah


def _bingkai(gambar: go.Figure, pulau: Pulau, letak: Kotak, kecamatan: list[str]) -> None:
    """Draw the frame of an island and say what it is."""
    kata = "letak dan skala berbeda" if pulau.is_jauh else "diperbesar"
    gambar.add_shape(
        type="rect", xref="paper", yref="paper", x0=letak.x0, y0=letak.y0, x1=letak.x1, y1=letak.y1,
        line={"color": REDUP, "width": 1},
    )  # fmt: skip
    di_atas, di_kanan = letak.y0 > 0.5, letak.x0 > 0.5
    gambar.add_annotation(
        xref="paper", yref="paper", x=letak.x1 if di_kanan else letak.x0, y=letak.y0 if di_atas else letak.y1,
        xanchor="right" if di_kanan else "left", yanchor="top" if di_atas else "bottom", showarrow=False,
        text=f"{lepas(kecamatan[0])}, {kata}" if len(kecamatan) == 1 else kata,
        font={"size": HURUF, "color": REDUP},
    )  # fmt: skip


def _tepi(kotak: Kotak) -> Garis:
    return (
        [kotak.x0, kotak.x1, kotak.x1, kotak.x0, kotak.x0],
        [kotak.y0, kotak.y0, kotak.y1, kotak.y1, kotak.y0],
    )


def _keterangan(d: Peta, w: Wilayah) -> str:
    nilai = tulis(d.satuan)(w.nilai) if w.nilai is not None else "belum ada data"
    satuan = "" if d.satuan == "persen" or w.nilai is None else f" {d.satuan}"
    tambahan = f"<br>{lepas(w.keterangan)}" if w.keterangan else ""
    return f"<b>{lepas(w.nama)}</b> (Kec. {lepas(w.nama_kecamatan)})<br>{nilai}{satuan}{tambahan}"


def _skala() -> list[tuple[float, str]]:
    """Return the colour scale in five steps, none between them."""
    langkah = [(i / 5, (i + 1) / 5, warna) for i, warna in enumerate(WARNA)]
    return [(letak, warna) for bawah, atas, warna in langkah for letak in (bawah, atas)]


def _lapis(
    d: Peta, wilayah: list[Wilayah], skala: list[tuple[float, str]], tepi: dict[str, Any], isi: dict[str, Any]
) -> go.Choropleth:
    return go.Choropleth(
        **isi,
        locations=[w.kode for w in wilayah],
        z=[d.kelas(w.nilai) or 0 for w in wilayah],
        zmin=-0.5,
        zmax=4.5,
        colorscale=skala,
        marker={"line": tepi},
        customdata=[_keterangan(d, w) for w in wilayah],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _tepi_saja(kode: list[str], tepi: dict[str, Any], isi: dict[str, Any]) -> go.Choropleth:
    """Return the outlines of villages or kecamatan without any fill; a click goes through to the village below."""
    bening = "rgba(0,0,0,0)"
    return go.Choropleth(
        **isi,
        locations=kode,
        z=[0] * len(kode),
        colorscale=[(0, bening), (1, bening)],
        marker={"line": tepi},
        hoverinfo="skip",
    )

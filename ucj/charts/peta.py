"""The village map: five fixed classes, white with a dashed outline where there is no figure, kecamatan borders thick.

Boundaries are the published GeoJSON (EPSG:4326, property ``kode_desa``), for any region, islands included.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from ucj.charts.deskripsi import Peta, Wilayah, tulis
from ucj.charts.layar import REDUP, TEMPLATE, TINTA, lepas

WARNA = ("#D6E6F2", "#9FC5E3", "#5E9BCB", "#2A6CA6", "#0F3557")
GARIS = "#4A4A4A"
TINGGI = 430

Titik = tuple[float, float]


@lru_cache(maxsize=4)
def read_batas(path: Path) -> dict[str, Any]:
    """Return the boundaries of a build, coordinates rounded to about a metre; empty when none were published.

    The path carries the build, so a cached answer never grows old.
    """
    if not path.exists():
        return {"type": "FeatureCollection", "features": []}
    isi = json.loads(path.read_text(encoding="utf-8"))
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kode_desa": f["properties"]["kode_desa"]},
                "geometry": _siapkan(f["geometry"]),
            }
            for f in isi["features"]
            if f.get("geometry")
        ],
    }


def list_kode(geojson: dict[str, Any]) -> set[str]:
    """Return the villages that have a polygon."""
    return {f["properties"]["kode_desa"] for f in geojson["features"]}


def choose(geojson: dict[str, Any], kode: Iterable[str]) -> dict[str, Any]:
    """Return only the villages asked for."""
    pilih = set(kode)
    return {**geojson, "features": [f for f in geojson["features"] if f["properties"]["kode_desa"] in pilih]}


def _siapkan(geometri: dict[str, Any]) -> dict[str, Any]:
    """Return a MultiPolygon with rounded coordinates, outer rings clockwise and holes against.

    Plotly draws on a sphere: a ring of the other direction (that of RFC 7946) is taken for everything outside the
    village and fills the whole map with its colour.
    """
    poligon = [geometri["coordinates"]] if geometri["type"] == "Polygon" else geometri["coordinates"]
    return {
        "type": "MultiPolygon",
        "coordinates": [[_arah(cincin, is_luar=i == 0) for i, cincin in enumerate(p)] for p in poligon],
    }


def _arah(cincin: list[list[float]], is_luar: bool) -> list[list[float]]:
    titik = [[round(x, 5), round(y, 5)] for x, y, *_ in cincin]
    luas = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(titik))  # twice the area, above 0 against the clock
    return titik[::-1] if (luas > 0) == is_luar else titik


def _rentang(fitur: Iterable[dict[str, Any]]) -> tuple[list[float], list[float]]:
    """Return the range of longitude and latitude with a small margin."""
    titik = [t for f in fitur for cincin in _cincin(f["geometry"]) for t in cincin]
    if not titik:
        return [95.0, 141.0], [-11.0, 6.0]  # Indonesia, so that an empty map is not the whole world
    xs, ys = [x for x, _ in titik], [y for _, y in titik]
    tepi = max(max(xs) - min(xs), max(ys) - min(ys)) * 0.03 or 0.01
    return [min(xs) - tepi, max(xs) + tepi], [min(ys) - tepi, max(ys) + tepi]


def _cincin(geometri: dict[str, Any]) -> Iterator[list[Titik]]:
    """Yield every ring of a prepared geometry (always a MultiPolygon)."""
    for p in geometri["coordinates"]:
        for cincin in p:
            yield [(x, y) for x, y in cincin]


def _garis_desa(fitur: Iterable[dict[str, Any]]) -> tuple[list[float | None], list[float | None]]:
    lon: list[float | None] = []
    lat: list[float | None] = []
    for f in fitur:
        for cincin in _cincin(f["geometry"]):
            lon += [x for x, _ in cincin] + [None]
            lat += [y for _, y in cincin] + [None]
    return lon, lat


def _garis_kecamatan(fitur: Iterable[dict[str, Any]]) -> tuple[list[float | None], list[float | None]]:
    """Return the edges that only one village of a kecamatan has: its outer border, joined into long lines."""
    per_kecamatan: dict[str, Counter[tuple[Titik, Titik]]] = defaultdict(Counter)
    for f in fitur:
        hitung = per_kecamatan[f["properties"]["kode_desa"].rsplit(".", 1)[0]]
        for cincin in _cincin(f["geometry"]):
            for a, b in pairwise(cincin):
                if a != b:
                    hitung[(a, b) if a < b else (b, a)] += 1
    tepi = {sisi for hitung in per_kecamatan.values() for sisi, n in hitung.items() if n == 1}
    tetangga: dict[Titik, list[Titik]] = defaultdict(list)
    for a, b in sorted(tepi):
        tetangga[a].append(b)
        tetangga[b].append(a)
    lon: list[float | None] = []
    lat: list[float | None] = []
    for a, b in sorted(tepi):
        if (a, b) not in tepi:
            continue
        kini, lanjut = a, b
        lon.append(a[0])
        lat.append(a[1])
        while True:
            tepi.discard((kini, lanjut) if kini < lanjut else (lanjut, kini))
            lon.append(lanjut[0])
            lat.append(lanjut[1])
            calon = [t for t in tetangga[lanjut] if ((lanjut, t) if lanjut < t else (t, lanjut)) in tepi]
            if not calon:
                break
            kini, lanjut = lanjut, calon[0]
        lon.append(None)
        lat.append(None)
    return lon, lat


def _tengah(fitur: Iterable[dict[str, Any]]) -> dict[str, Titik]:
    """Return the middle of each kecamatan's villages: where its name stands."""
    kumpul: dict[str, list[Titik]] = defaultdict(list)
    for f in fitur:
        terpanjang = max(_cincin(f["geometry"]), key=len)
        xs = [x for x, _ in terpanjang]
        ys = [y for _, y in terpanjang]
        kumpul[f["properties"]["kode_desa"].rsplit(".", 1)[0]].append(
            ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        )
    return {k: (sum(x for x, _ in t) / len(t), sum(y for _, y in t) / len(t)) for k, t in kumpul.items()}


def draw_peta(d: Peta, geojson: dict[str, Any]) -> go.Figure:
    """Return the map; villages without a polygon are not on it (the page lists them)."""
    per_kode = {w.kode: w for w in d.wilayah}
    bagian = choose(geojson, per_kode)
    ada = [per_kode[f["properties"]["kode_desa"]] for f in bagian["features"]]
    berisi = [w for w in ada if w.nilai is not None]
    kosong = [w for w in ada if w.nilai is None]
    gambar = go.Figure()
    gambar.update_layout(template=TEMPLATE, height=TINGGI, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    if berisi:
        gambar.add_trace(_lapis(d, bagian, berisi))
    if kosong:
        gambar.add_trace(_lapis_kosong(bagian, kosong))
        fitur = choose(bagian, [w.kode for w in kosong])["features"]
        lon, lat = _garis_desa(fitur)
        _tambah_garis(gambar, lon, lat, {"color": GARIS, "width": 1, "dash": "dash"})
    kecamatan = {w.kode.rsplit(".", 1)[0]: w.nama_kecamatan for w in ada}
    if len(kecamatan) > 1:
        lon, lat = _garis_kecamatan(bagian["features"])
        _tambah_garis(gambar, lon, lat, {"color": TINTA, "width": 1.6})
        tengah = _tengah(bagian["features"])
        gambar.add_scattergeo(
            lon=[tengah[k][0] for k in kecamatan],
            lat=[tengah[k][1] for k in kecamatan],
            text=[lepas(nama) for nama in kecamatan.values()],
            mode="text",
            textfont={"size": 12, "color": TINTA, "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
            hoverinfo="skip",
        )
    bujur, lintang = _rentang(bagian["features"])
    gambar.update_geos(
        visible=False, projection_type="mercator", bgcolor="#FFFFFF", lonaxis_range=bujur, lataxis_range=lintang
    )
    gambar.update_layout(dragmode=False)
    return gambar


def _tambah_garis(gambar: go.Figure, lon: list[float | None], lat: list[float | None], garis: dict[str, Any]) -> None:
    gambar.add_scattergeo(lon=lon, lat=lat, mode="lines", line=garis, hoverinfo="skip")


def _keterangan(d: Peta, w: Wilayah) -> str:
    nilai = tulis(d.satuan)(w.nilai) if w.nilai is not None else "belum ada data"
    satuan = "" if d.satuan == "persen" or w.nilai is None else f" {d.satuan}"
    tambahan = f"<br>{lepas(w.keterangan)}" if w.keterangan else ""
    return f"<b>{lepas(w.nama)}</b> (Kec. {lepas(w.nama_kecamatan)})<br>{nilai}{satuan}{tambahan}"


def _lapis(d: Peta, geojson: dict[str, Any], wilayah: list[Wilayah]) -> go.Choropleth:
    langkah = [(i / 5, warna) for i, warna in enumerate(WARNA)]
    skala = [titik for i, (bawah, warna) in enumerate(langkah) for titik in ((bawah, warna), ((i + 1) / 5, warna))]
    return go.Choropleth(
        geojson=geojson,
        featureidkey="properties.kode_desa",
        locations=[w.kode for w in wilayah],
        z=[d.kelas(w.nilai) for w in wilayah],
        zmin=-0.5,
        zmax=4.5,
        colorscale=skala,
        showscale=False,
        marker={"line": {"color": GARIS, "width": 0.5}},
        customdata=[_keterangan(d, w) for w in wilayah],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _lapis_kosong(geojson: dict[str, Any], wilayah: list[Wilayah]) -> go.Choropleth:
    return go.Choropleth(
        geojson=choose(geojson, [w.kode for w in wilayah]),
        featureidkey="properties.kode_desa",
        locations=[w.kode for w in wilayah],
        z=[0] * len(wilayah),
        colorscale=[(0, "#FFFFFF"), (1, "#FFFFFF")],
        showscale=False,
        marker={"line": {"color": REDUP, "width": 0}},
        customdata=[f"<b>{lepas(w.nama)}</b> (Kec. {lepas(w.nama_kecamatan)})<br>belum ada data" for w in wilayah],
        hovertemplate="%{customdata}<extra></extra>",
    )

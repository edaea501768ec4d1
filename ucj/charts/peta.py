"""The village map: five fixed classes, white with a dashed outline where there is no figure, kecamatan borders thick.

Boundaries are the published GeoJSON (EPSG:4326, property ``kode_desa``), for any region, islands included.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

from ucj.charts.deskripsi import Peta, Wilayah, tulis
from ucj.charts.layar import REDUP, TEMPLATE, TINTA, lepas

WARNA = ("#D6E6F2", "#9FC5E3", "#5E9BCB", "#2A6CA6", "#0F3557")
TEPI = "#4A4A4A"
TINGGI = 430

Titik = tuple[float, float]


Garis = tuple[list[float | None], list[float | None]]
Fitur = dict[str, Any]


class Batas:
    """The boundaries of a build; lines that many maps draw are computed once."""

    def __init__(self, fitur: Iterable[Fitur] = ()) -> None:
        self.fitur = {f["properties"]["kode_desa"]: f for f in fitur}
        self._kecamatan: dict[frozenset[str], Garis] = {}

    @cached_property
    def teks(self) -> bytes:
        """The GeoJSON as it is sent to the browser."""
        isi = {"type": "FeatureCollection", "features": list(self.fitur.values())}
        return json.dumps(isi, separators=(",", ":")).encode()

    def choose(self, kode: Iterable[str]) -> list[Fitur]:
        """Return the villages asked for that have a polygon."""
        return [self.fitur[k] for k in kode if k in self.fitur]

    def garis_kecamatan(self, kode: frozenset[str]) -> Garis:
        """Return the outer borders of the kecamatan of some villages."""
        if kode not in self._kecamatan:
            self._kecamatan[kode] = _garis_kecamatan(self.choose(sorted(kode)))
        return self._kecamatan[kode]


@lru_cache(maxsize=4)
def read_batas(path: Path) -> Batas:
    """Return the boundaries of a build, coordinates rounded to about a metre; empty when none were published.

    The path carries the build, so a cached answer never grows old.
    """
    if not path.exists():
        return Batas()
    return Batas(
        {
            "type": "Feature",
            "properties": {"kode_desa": f["properties"]["kode_desa"]},
            "geometry": _siapkan(f["geometry"]),
        }
        for f in json.loads(path.read_text(encoding="utf-8"))["features"]
        if f.get("geometry")
    )


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


def _rentang(fitur: Iterable[Fitur]) -> tuple[list[float], list[float]]:
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


def _garis_desa(fitur: Iterable[Fitur]) -> Garis:
    lon: list[float | None] = []
    lat: list[float | None] = []
    for f in fitur:
        for cincin in _cincin(f["geometry"]):
            lon += [x for x, _ in cincin] + [None]
            lat += [y for _, y in cincin] + [None]
    return lon, lat


def _garis_kecamatan(fitur: Iterable[Fitur]) -> Garis:
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


def _tengah(fitur: Iterable[Fitur]) -> dict[str, Titik]:
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


def draw_peta(d: Peta, batas: Batas, alamat: str | None = None) -> go.Figure:
    """Return the map; villages without a polygon are not on it (the page lists them).

    ``alamat``: where the browser fetches the GeoJSON, once for all maps; without it the polygons travel in the figure.
    """
    per_kode = {w.kode: w for w in d.wilayah}
    bagian = batas.choose(per_kode)
    ada = [per_kode[f["properties"]["kode_desa"]] for f in bagian]
    berisi = [w for w in ada if w.nilai is not None]
    kosong = [w for w in ada if w.nilai is None]
    geojson = alamat or {"type": "FeatureCollection", "features": bagian}
    gambar = go.Figure()
    gambar.update_layout(template=TEMPLATE, height=TINGGI, margin={"l": 0, "r": 0, "t": 0, "b": 0})
    if berisi:
        gambar.add_trace(_lapis(d, geojson, berisi))
    if kosong:
        gambar.add_trace(_lapis_kosong(geojson, kosong))
        garis = _garis_desa(batas.choose(w.kode for w in kosong))
        _tambah_garis(gambar, garis, {"color": TEPI, "width": 1, "dash": "dash"})
    kecamatan = {w.kode.rsplit(".", 1)[0]: w.nama_kecamatan for w in ada}
    if len(kecamatan) > 1:
        _tambah_garis(gambar, batas.garis_kecamatan(frozenset(w.kode for w in ada)), {"color": TINTA, "width": 1.6})
        tengah = _tengah(bagian)
        gambar.add_scattergeo(
            lon=[tengah[k][0] for k in kecamatan],
            lat=[tengah[k][1] for k in kecamatan],
            text=[lepas(nama) for nama in kecamatan.values()],
            mode="text",
            textfont={"size": 12, "color": TINTA, "shadow": "0 0 3px #fff, 0 0 3px #fff, 0 0 3px #fff"},
            hoverinfo="skip",
        )
    bujur, lintang = _rentang(bagian)
    gambar.update_geos(
        visible=False, projection_type="mercator", bgcolor="#FFFFFF", lonaxis_range=bujur, lataxis_range=lintang
    )
    gambar.update_layout(dragmode=False)
    return gambar


def _tambah_garis(gambar: go.Figure, garis: Garis, gaya: dict[str, Any]) -> None:
    gambar.add_scattergeo(lon=garis[0], lat=garis[1], mode="lines", line=gaya, hoverinfo="skip")


def _keterangan(d: Peta, w: Wilayah) -> str:
    nilai = tulis(d.satuan)(w.nilai) if w.nilai is not None else "belum ada data"
    satuan = "" if d.satuan == "persen" or w.nilai is None else f" {d.satuan}"
    tambahan = f"<br>{lepas(w.keterangan)}" if w.keterangan else ""
    return f"<b>{lepas(w.nama)}</b> (Kec. {lepas(w.nama_kecamatan)})<br>{nilai}{satuan}{tambahan}"


def _lapis(d: Peta, geojson: dict[str, Any] | str, wilayah: list[Wilayah]) -> go.Choropleth:
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
        marker={"line": {"color": TEPI, "width": 0.5}},
        customdata=[_keterangan(d, w) for w in wilayah],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _lapis_kosong(geojson: dict[str, Any] | str, wilayah: list[Wilayah]) -> go.Choropleth:
    return go.Choropleth(
        geojson=geojson,
        featureidkey="properties.kode_desa",
        locations=[w.kode for w in wilayah],
        z=[0] * len(wilayah),
        colorscale=[(0, "#FFFFFF"), (1, "#FFFFFF")],
        showscale=False,
        marker={"line": {"color": REDUP, "width": 0}},
        customdata=[f"<b>{lepas(w.nama)}</b> (Kec. {lepas(w.nama_kecamatan)})<br>belum ada data" for w in wilayah],
        hovertemplate="%{customdata}<extra></extra>",
    )

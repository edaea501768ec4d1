"""Village boundaries as the map needs them: read once per build, borders of kecamatan, far islands, places of names.

Boundaries are the published GeoJSON (EPSG:4326, property ``kode_desa``), for any region. Lengths are in degrees; a map
near the equator is drawn as if one degree were the same in both directions.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from math import hypot
from pathlib import Path
from typing import Any

from ucj.charts.tata_peta import Bagian, Kotak, Tata, Titik, arrange

Garis = tuple[list[float | None], list[float | None]]
Sisi = tuple[Titik, Titik]
Fitur = dict[str, Any]


class Batas:
    """The boundaries of a build; what many maps need is computed once."""

    def __init__(self, fitur: Iterable[Fitur] = ()) -> None:
        self.fitur = {f["properties"]["kode_desa"]: f for f in fitur}
        self._garis: dict[frozenset[str], Garis] = {}
        self._tata: dict[frozenset[str], Tata] = {}
        self._nama: dict[tuple[object, ...], dict[str, Titik]] = {}

    @cached_property
    def teks(self) -> bytes:
        """The GeoJSON as it is sent to the browser: villages, and kecamatan under their own codes."""
        return json.dumps(self.geojson(self.fitur), separators=(",", ":")).encode()

    def geojson(self, kode: Iterable[str]) -> Fitur:
        """Return some villages and the kecamatan they lie in; both are found by the property ``kode_desa``."""
        fitur = self.choose(kode)
        kecamatan = {f["properties"]["kode_desa"].rsplit(".", 1)[0] for f in fitur}
        return {"type": "FeatureCollection", "features": fitur + [self.kecamatan[k] for k in sorted(kecamatan)]}

    @cached_property
    def kecamatan(self) -> dict[str, Fitur]:
        """The outline of each kecamatan as a feature, every ring a polygon of its own: only its line is drawn."""
        return {
            kode: {
                "type": "Feature",
                "properties": {"kode_desa": kode},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [_arah([list(t) for t in rantai], is_luar=True)]
                        for rantai in _rangkai(tepi)
                        if rantai[0] == rantai[-1]
                    ],
                },
            }
            for kode, tepi in _tepi_kecamatan(self.fitur.values()).items()
        }

    @cached_property
    def bagian(self) -> dict[str, list[Bagian]]:
        """The polygon parts of each village, largest first."""
        return {k: sorted(_bagian(k, f), key=lambda b: -b.luas) for k, f in self.fitur.items()}

    def choose(self, kode: Iterable[str]) -> list[Fitur]:
        """Return the villages asked for that have a polygon."""
        return [self.fitur[k] for k in kode if k in self.fitur]

    def garis_kecamatan(self, kode: frozenset[str]) -> Garis:
        """Return the outer borders of the kecamatan of some villages, each border once."""
        if kode not in self._garis:
            tepi = _tepi_kecamatan(self.choose(sorted(kode))).values()
            self._garis[kode] = _garis(_rangkai({sisi for satu in tepi for sisi in satu}))
        return self._garis[kode]

    def garis_desa(self, kode: Iterable[str]) -> Garis:
        """Return the outlines of some villages."""
        return _garis(cincin for f in self.choose(kode) for cincin in _cincin(f["geometry"]))

    def tata(self, kode: frozenset[str]) -> Tata:
        """Return how some villages are laid out; islands get a map of their own only beside other kecamatan."""
        if kode not in self._tata:
            self._tata[kode] = arrange([b for k in sorted(kode) for b in self.bagian.get(k, ())])
        return self._tata[kode]

    def tempat_nama(
        self,
        kode: frozenset[str],
        nama: Mapping[str, str],
        bidang: Kotak,
        skala: float,
        huruf: float,
        terlarang: tuple[Kotak, ...] = (),
    ) -> dict[str, Titik]:
        """Return where each name stands so that names hide each other as little as possible.

        ``nama``: code -> name, of kecamatan, or of villages where these are named themselves; ``bidang``: the map,
        which cuts what stands outside; ``skala``: pixels per degree; ``huruf``: height of the letters in pixels;
        ``terlarang``: boxes where no name may stand.
        """
        kunci = (kode, frozenset(nama), bidang, skala, huruf, terlarang)
        if kunci not in self._nama:
            utama = {k: self.bagian[k][0] for k in sorted(kode)}
            self._nama[kunci] = _tempat_nama(utama, nama, bidang, skala, huruf, terlarang)
        return self._nama[kunci]


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


def _luas(titik: Sequence[Sequence[float]]) -> float:
    """Return twice the signed area, above 0 against the clock."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(titik))


def _arah(cincin: list[list[float]], is_luar: bool) -> list[list[float]]:
    titik = [[round(x, 5), round(y, 5)] for x, y, *_ in cincin]
    return titik[::-1] if (_luas(titik) > 0) == is_luar else titik


def _cincin(geometri: dict[str, Any]) -> Iterator[list[Titik]]:
    """Yield every ring of a prepared geometry (always a MultiPolygon)."""
    for p in geometri["coordinates"]:
        for cincin in p:
            yield [(x, y) for x, y in cincin]


def _bagian(kode: str, fitur: Fitur) -> Iterator[Bagian]:
    for p in fitur["geometry"]["coordinates"]:
        titik = [(x, y) for x, y in p[0]]
        xs, ys = [x for x, _ in titik], [y for _, y in titik]
        luas = abs(_luas(titik)) / 2
        yield Bagian(kode, titik, Kotak(min(xs), min(ys), max(xs), max(ys)), luas, _tengah(titik))


def _tengah(cincin: Sequence[Titik]) -> Titik:
    """Return a point inside a ring: its centre of area, where that lies outside the middle of its widest row."""
    dua = _luas(cincin)
    if dua:
        # relative to the first point: far from the origin a small area would be lost in the digits
        ox, oy = cincin[0]
        relatif = [(x - ox, y - oy) for x, y in cincin]
        silang = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in pairwise(relatif)]
        x = ox + sum((a[0] + b[0]) * s for a, b, s in silang) / (3 * dua)
        y = oy + sum((a[1] + b[1]) * s for a, b, s in silang) / (3 * dua)
        if _holds(cincin, (x, y)):
            return x, y
    ys = [y for _, y in cincin]
    bawah, atas = min(ys), max(ys)
    lebar, letak = 0.0, cincin[0]
    for i in range(1, 8):
        y = bawah + (atas - bawah) * i / 8
        for kiri, kanan in _potong(cincin, y):
            if kanan - kiri > lebar:
                lebar, letak = kanan - kiri, ((kiri + kanan) / 2, y)
    return letak


def _potong(cincin: Sequence[Titik], y: float) -> list[tuple[float, float]]:
    """Return the stretches of a row that lie inside a ring."""
    xs = sorted(
        a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in pairwise(cincin) if (a[1] > y) != (b[1] > y)
    )
    return list(zip(xs[::2], xs[1::2], strict=False))


def _holds(cincin: Sequence[Titik], titik: Titik) -> bool:
    return any(kiri < titik[0] < kanan for kiri, kanan in _potong(cincin, titik[1]))


def _calon(bagian: Sequence[Bagian], luas: float, geser: float) -> list[Titik]:
    """Return places for the name of a kecamatan, best first: its centre where that lies inside, then its villages."""
    x = sum(b.tengah[0] * b.luas for b in bagian) / luas if luas else bagian[0].tengah[0]
    y = sum(b.tengah[1] * b.luas for b in bagian) / luas if luas else bagian[0].tengah[1]
    dalam = [(x, y)] if any(_holds(b.cincin, (x, y)) for b in bagian) else []
    dekat = sorted((b.tengah for b in bagian), key=lambda t: (hypot(t[0] - x, t[1] - y), t))
    pokok = dalam + dekat
    return [(px, py + naik * geser) for px, py in pokok for naik in (0.0, 0.8, -0.8)]


def _tempat_nama(
    utama: Mapping[str, Bagian],
    nama: Mapping[str, str],
    bidang: Kotak,
    skala: float,
    huruf: float,
    terlarang: tuple[Kotak, ...],
) -> dict[str, Titik]:
    desa: dict[str, list[Bagian]] = defaultdict(list)
    for kode, bagian in utama.items():
        desa[kode if kode in nama else kode.rsplit(".", 1)[0]].append(bagian)
    luas = {k: sum(b.luas for b in isi) for k, isi in desa.items()}
    terpasang = list(terlarang)
    tempat: dict[str, Titik] = {}
    for k in sorted(desa, key=lambda k: (luas[k], k)):  # the small ones first: they have the fewest places
        lebar, tinggi = len(nama[k]) * huruf * 0.52 / skala, huruf * 1.3 / skala
        calon = _calon(desa[k], luas[k], tinggi / 2)
        kotak = [Kotak(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2) for x, y in calon]
        tumpang = [sum(isi.overlap(lain) for lain in terpasang) + lebar * tinggi - isi.overlap(bidang) for isi in kotak]
        pilih = min(range(len(calon)), key=lambda i: (round(tumpang[i] / (lebar * tinggi), 3), i))
        terpasang.append(kotak[pilih])
        tempat[k] = calon[pilih]
    return tempat


def _tepi_kecamatan(fitur: Iterable[Fitur]) -> dict[str, set[Sisi]]:
    """Return per kecamatan the edges that only one of its villages has: its outer border."""
    per_kecamatan: dict[str, Counter[Sisi]] = defaultdict(Counter)
    for f in fitur:
        hitung = per_kecamatan[f["properties"]["kode_desa"].rsplit(".", 1)[0]]
        for cincin in _cincin(f["geometry"]):
            for a, b in pairwise(cincin):
                if a != b:
                    hitung[(a, b) if a < b else (b, a)] += 1
    return {k: {sisi for sisi, n in hitung.items() if n == 1} for k, hitung in per_kecamatan.items()}


def _rangkai(tepi: set[Sisi]) -> list[list[Titik]]:
    """Return edges joined into long lines; those of one kecamatan close into rings."""
    sisa = set(tepi)
    tetangga: dict[Titik, list[Titik]] = defaultdict(list)
    for a, b in sorted(tepi):
        tetangga[a].append(b)
        tetangga[b].append(a)
    hasil = []
    for a, b in sorted(tepi):
        if (a, b) not in sisa:
            continue
        rantai = [a]
        kini, lanjut = a, b
        while True:
            sisa.discard((kini, lanjut) if kini < lanjut else (lanjut, kini))
            rantai.append(lanjut)
            calon = [t for t in tetangga[lanjut] if ((lanjut, t) if lanjut < t else (t, lanjut)) in sisa]
            if not calon:
                break
            kini, lanjut = lanjut, calon[0]
        hasil.append(rantai)
    return hasil


def _garis(rantai: Iterable[Sequence[Titik]]) -> Garis:
    """Return lines as Plotly and matplotlib take them: one list of longitudes and one of latitudes, None between."""
    lon: list[float | None] = []
    lat: list[float | None] = []
    for satu in rantai:
        lon += [x for x, _ in satu] + [None]
        lat += [y for _, y in satu] + [None]
    return lon, lat

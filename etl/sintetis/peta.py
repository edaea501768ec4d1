"""Borders of the fictional regency: a mainland with a wobbly coast and one island, divided without gaps.

The place is open sea (Java Sea), so that no map of a real regency can be taken for it.
"""

import json
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

PUSAT = (110.35, -4.95)  # degrees
JARI = (0.30, 0.21)
PULAU = ((110.66, -4.66), (0.035, 0.026))
LANGKAH = 0.006  # degrees between two points of a border
DECIMALS = 5


@dataclass(frozen=True)
class Peta:
    """Village polygons, the kecamatan (number) of each, and the numbers of the villages on the island."""

    petak: list[shapely.Geometry]
    kecamatan: list[int]
    pulau: list[int]


def draw(rng: np.random.Generator, jumlah_kecamatan: int, jumlah_desa: int) -> Peta:
    """Return a map of ``jumlah_desa`` villages, two of them on the island, in ``jumlah_kecamatan`` kecamatan."""
    darat = _coast(rng, PUSAT, JARI)
    pulau = _coast(rng, *PULAU)
    titik = _spread(rng, darat, jumlah_desa - 2)
    kecamatan = _group(titik, jumlah_kecamatan)
    titik_pulau = np.array(PULAU[0]) + np.array([[-0.015, -0.004], [0.016, 0.003]])
    dekat = int(np.argmin(((titik - titik_pulau[0]) ** 2).sum(axis=1)))
    sel = [*_cells(titik, darat), *_cells(titik_pulau, pulau)]
    # One displacement for every point of the plane: neighbours keep a common border, however it bends.
    bengkok = shapely.transform(shapely.segmentize(sel, LANGKAH), _bend)
    bersih = shapely.coverage_clean(bengkok, snapping_distance=1e-6, gap_width=1e-5)
    petak = shapely.transform(bersih, lambda xy: xy.round(DECIMALS))
    return Peta(
        petak=list(petak),
        kecamatan=[*kecamatan, kecamatan[dekat], kecamatan[dekat]],
        pulau=[jumlah_desa - 2, jumlah_desa - 1],
    )


def to_geojson(petak: list[shapely.Geometry], properties: list[dict[str, Any]]) -> str:
    """Return a FeatureCollection in the order given, as a mapping office would send it."""
    features = [
        {"type": "Feature", "properties": isi, "geometry": json.loads(shapely.to_geojson(bentuk))}
        for isi, bentuk in zip(properties, petak, strict=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _coast(rng: np.random.Generator, pusat: tuple[float, float], jari: tuple[float, float]) -> shapely.Polygon:
    sudut = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    gelombang = sum(
        rng.uniform(0.03, 0.09) / k * np.sin(k * sudut + rng.uniform(0, 2 * np.pi)) * 2 for k in range(2, 9)
    )
    radius = 1 + gelombang
    return shapely.Polygon(
        np.column_stack((pusat[0] + jari[0] * radius * np.cos(sudut), pusat[1] + jari[1] * radius * np.sin(sudut)))
    )


def _spread(rng: np.random.Generator, darat: shapely.Polygon, jumlah: int) -> np.ndarray:
    """Return points spread fairly evenly over the land (a few rounds of Lloyd's relaxation)."""
    barat, selatan, timur, utara = darat.bounds
    titik = np.empty((0, 2))
    while len(titik) < jumlah:
        calon = rng.uniform((barat, selatan), (timur, utara), (jumlah * 3, 2))
        titik = np.vstack((titik, calon[shapely.contains_xy(darat, calon[:, 0], calon[:, 1])]))[:jumlah]
    for _ in range(3):
        titik = shapely.get_coordinates(shapely.centroid(_cells(titik, darat)))
    return titik


def _cells(titik: np.ndarray, darat: shapely.Polygon) -> list[shapely.Geometry]:
    sel = shapely.voronoi_polygons(shapely.MultiPoint(titik), extend_to=darat.buffer(1), ordered=True)
    return list(shapely.intersection(shapely.get_parts(sel), darat))


def _group(titik: np.ndarray, jumlah: int) -> list[int]:
    """Return the number of the nearest of ``jumlah`` centres per point; number 0 is the one in the middle."""
    tengah = titik.mean(axis=0)
    pusat = titik[[np.argmin(((titik - tengah) ** 2).sum(axis=1))]]
    while len(pusat) < jumlah:
        jarak = ((titik[:, None] - pusat[None]) ** 2).sum(axis=2).min(axis=1)
        pusat = np.vstack((pusat, titik[np.argmax(jarak)]))
    for _ in range(8):
        milik = np.argmin(((titik[:, None] - pusat[None]) ** 2).sum(axis=2), axis=1)
        pusat = np.array([titik[milik == k].mean(axis=0) for k in range(jumlah)])
    return [int(k) for k in milik]


def _bend(xy: np.ndarray) -> np.ndarray:
    """Displace points a little, smoothly; x moves by y and y by x, too little to fold the plane."""
    x, y = xy[:, 0], xy[:, 1]
    return np.column_stack(
        (
            x + 0.0020 * np.sin(2 * np.pi * y / 0.025) + 0.0005 * np.sin(2 * np.pi * y / 0.009),
            y + 0.0020 * np.sin(2 * np.pi * x / 0.025 + 1) + 0.0005 * np.sin(2 * np.pi * x / 0.009 + 2),
        )
    )

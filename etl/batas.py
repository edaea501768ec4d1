"""Village boundaries in: any file that a mapping office sends becomes one clean GeoJSON for the map.

The rest of the system sees only the result: EPSG:4326, one feature per village, property ``kode_desa`` (dotted),
neighbours sharing their border.
"""

import json
import re
import tempfile
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import polars as pl
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from ucj.penolakan import Penolakan

SUFFIXES = (".geojson", ".json", ".shp", ".zip", ".gpkg")
# Files that belong to one Shapefile; without .dbf there is no code, without .prj no coordinate system.
SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")
# Headings that mapping offices and Kemendagri use, best first; a tie between two columns goes to the earlier one.
HEADINGS_KODE = ("kodedesa", "kode", "code", "kdepum", "kddesa", "kodekelurahan", "kodekemendagri", "iddesa", "kdpum")
HEADINGS_DESA = ("namadesa", "wadmkd", "namobj", "desa", "desakel", "nmdesa", "kelurahan", "name", "nama")
HEADINGS_KECAMATAN = ("namakecamatan", "wadmkc", "kecamatan", "districtname", "nmkec", "kec", "district")
PREFIXES = re.compile(r"^(desa|kelurahan|kel|kampung|nagari|gampong|kecamatan|kec|distrik)\b[ .]+")

SNAP_METRES = 15.0  # neighbours that miss each other by less are the same border
GAP_METRES = 100.0  # a hole narrower than this between neighbours is a drawing error, not a lake
DECIMALS = 5  # about one metre


@dataclass(frozen=True)
class Ringkasan:
    """How boundaries and villages met: number matched, villages without polygon, polygons without village."""

    cocok: int
    tanpa_poligon: list[str]
    tanpa_kode: list[str]


def list_parts(path: Path) -> list[Path]:
    """Return every file that must be kept to read ``path`` again: a Shapefile consists of several."""
    if path.suffix.lower() != ".shp":
        return [path]
    siblings = sorted(path.parent.glob(f"{glob_escape(path.stem)}.*"))
    return [part for part in siblings if part.suffix.lower() in SHAPEFILE_PARTS]


def convert(path: Path, wilayah: pl.DataFrame, out: Path) -> Ringkasan:
    """Write the polygons of ``path`` that belong to ``wilayah`` to ``out`` as GeoJSON and say what met what.

    ``wilayah`` has one row per village: kode_desa (dotted), nama_desa, nama_kecamatan. Joined by code, dotted or
    plain, else by kecamatan and village name. Raises ``Penolakan`` when the file cannot be read, says no coordinate
    system or matches no village; ``out`` is then not written.
    """
    path = Path(path)
    petak = _read(path, wilayah)
    kode = _match(petak, wilayah)
    matched = petak[[k is not None for k in kode]].copy()
    if matched.empty:
        columns = ", ".join(str(c) for c in petak.columns if c != petak.geometry.name) or "tidak ada"
        raise Penolakan(
            f"{path.name}: tidak satu pun poligon cocok dengan desa di data wilayah. Kolom yang ada: {columns}. "
            "Pastikan batas ini milik kabupaten yang sama dan punya kode desa Kemendagri (52.03.01.2004 atau "
            "5203012004), atau nama kecamatan dan nama desa."
        )
    matched["kode_desa"] = [k for k in kode if k is not None]
    bersih = _clean(matched)
    _write(bersih, out)
    ada = set(bersih)
    return Ringkasan(
        cocok=len(ada),
        tanpa_poligon=sorted(set(wilayah["kode_desa"].to_list()) - ada),
        tanpa_kode=[
            _label(row)
            for row, k in zip(petak.drop(columns=petak.geometry.name).to_dict("records"), kode, strict=True)
            if k is None
        ],
    )


def glob_escape(text: str) -> str:
    """Return ``text`` so that ``Path.glob`` takes it literally."""
    return re.sub(r"([*?[])", r"[\1]", text)


# --- reading -----------------------------------------------------------------------------------------------------


def _read(path: Path, wilayah: pl.DataFrame) -> gpd.GeoDataFrame:
    """Return the polygon layer of the file that matches most villages, one row per feature, in EPSG:4326."""
    if not path.exists():
        raise Penolakan(f"Berkas batas {path} tidak ada. Periksa nama dan foldernya.")
    if path.suffix.lower() not in SUFFIXES:
        raise Penolakan(
            f"{path.name}: format batas tidak dikenal. Kirim GeoJSON (.geojson), GeoPackage (.gpkg), Shapefile "
            "(.shp bersama .dbf, .shx, .prj) atau Shapefile dalam satu .zip."
        )
    try:
        layers = _layers_in_zip(path) if path.suffix.lower() == ".zip" else _layers(path)
    except (DataSourceError, DataLayerError, zipfile.BadZipFile, UnicodeDecodeError, ValueError) as error:
        raise Penolakan(
            f"{path.name}: berkas batas tidak dapat dibaca. Buka dan simpan ulang di QGIS sebagai GeoPackage atau "
            "GeoJSON, lalu muat lagi. Shapefile harus lengkap dengan .shx, .dbf dan .prj."
        ) from error
    layers = [layer for layer in layers if len(layer)]
    if not layers:
        raise Penolakan(f"{path.name}: tidak ada poligon di dalamnya. Kirim batas desa sebagai poligon, bukan titik.")
    best = max(layers, key=lambda layer: sum(k is not None for k in _match(layer, wilayah)))
    return _to_wgs84(best, path)


def _layers(path: Path) -> list[gpd.GeoDataFrame]:
    """Return the polygons of every layer of one file."""
    names = [str(name) for name in gpd.list_layers(path)["name"]]
    return [_polygons(gpd.read_file(path, layer=name)) for name in names]


def _layers_in_zip(path: Path) -> list[gpd.GeoDataFrame]:
    """Return the polygons of every layer of every map file in an archive, in whatever folder it lies."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        inside = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in SUFFIXES and p.suffix != ".zip")
        return [layer for file in inside for layer in _layers(file)]


def _polygons(layer: Any) -> gpd.GeoDataFrame:
    """Return the rows of a layer that hold an area, repaired; a layer without geometry gives no row."""
    if not isinstance(layer, gpd.GeoDataFrame):
        return gpd.GeoDataFrame(geometry=[])
    kept = layer[layer.geometry.notna()].copy()
    kept = kept.set_geometry(shapely.force_2d(kept.geometry.array), crs=layer.crs)
    kept = kept.set_geometry([_repair(g) for g in kept.geometry], crs=layer.crs)
    return kept[~kept.geometry.is_empty].reset_index(drop=True)


def _repair(bentuk: shapely.Geometry) -> shapely.Geometry:
    """Return only the areas of a geometry, valid."""
    if not bentuk.is_valid:
        bentuk = shapely.make_valid(bentuk)
    if bentuk.geom_type in ("Polygon", "MultiPolygon"):
        return bentuk
    areas = [part for part in shapely.get_parts(bentuk) if part.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(areas) if areas else shapely.MultiPolygon()


def _to_wgs84(petak: gpd.GeoDataFrame, path: Path) -> gpd.GeoDataFrame:
    """Return the frame in EPSG:4326; without a stated system only degrees are believed."""
    if petak.crs is not None:
        return petak.to_crs(4326)
    barat, selatan, timur, utara = petak.total_bounds
    if -180 <= barat <= timur <= 180 and -90 <= selatan <= utara <= 90:
        return petak.set_crs(4326)
    raise Penolakan(
        f"{path.name}: sistem koordinat tidak disebut dan angkanya bukan derajat. Sertakan berkas .prj, atau simpan "
        "ulang di QGIS dengan CRS EPSG:4326."
    )


# --- matching ----------------------------------------------------------------------------------------------------


def _match(petak: gpd.GeoDataFrame, wilayah: pl.DataFrame) -> list[str | None]:
    """Return the dotted village code of each polygon, ``None`` where no village of ``wilayah`` fits."""
    columns = {str(name): [_text(v) for v in petak[name]] for name in petak.columns if name != petak.geometry.name}
    known = set(wilayah["kode_desa"].to_list())
    kode = _match_kode(columns, known) or [None] * len(petak)
    nama = _match_nama(columns, wilayah)
    if nama is None:
        return kode
    # A village that has its polygon by code must not get a second one by name.
    by_kode = {k for k in kode if k is not None}
    return [k if k is not None else (n if n not in by_kode else None) for k, n in zip(kode, nama, strict=True)]


def _match_kode(columns: dict[str, list[str]], known: set[str]) -> list[str | None] | None:
    """Return the codes of the best code column: at least half of the villages, or any under a usual heading."""
    best: tuple[int, int, list[str | None]] | None = None
    for name, values in columns.items():
        codes = [_kode_desa(v) for v in values]
        kode = [k if k in known else None for k in codes]
        hits = len({k for k in kode if k is not None})
        heading = _rank(name, HEADINGS_KODE)
        if hits * 2 < len(known) and (hits == 0 or heading == len(HEADINGS_KODE)):
            continue
        if best is None or (hits, -heading) > best[:2]:
            best = (hits, -heading, kode)
    return None if best is None else best[2]


def _match_nama(columns: dict[str, list[str]], wilayah: pl.DataFrame) -> list[str | None] | None:
    """Return the codes by kecamatan and village name together; a pair that names two villages matches none."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for kode, desa, kecamatan in wilayah.select("kode_desa", "nama_desa", "nama_kecamatan").iter_rows():
        pairs[(normalise(kecamatan or ""), normalise(desa or ""))].append(kode)
    kecamatan_names = {kecamatan for kecamatan, _ in pairs}
    desa_names = {desa for _, desa in pairs}
    plain = {name: [normalise(v) for v in values] for name, values in columns.items()}
    kecamatan_column = _best_column(plain, kecamatan_names, HEADINGS_KECAMATAN)
    desa_column = _best_column(plain, desa_names, HEADINGS_DESA, without=kecamatan_column)
    if kecamatan_column is None or desa_column is None:
        return None
    found = [pairs.get(pair, []) for pair in zip(plain[kecamatan_column], plain[desa_column], strict=True)]
    return [codes[0] if len(codes) == 1 else None for codes in found]


def _best_column(
    plain: dict[str, list[str]], names: set[str], headings: tuple[str, ...], without: str | None = None
) -> str | None:
    """Return the column that holds most of the names; the usual headings settle a tie."""
    scores = [
        (len(set(values) & names), -_rank(name, headings), name) for name, values in plain.items() if name != without
    ]
    hits, _, name = max(scores, default=(0, 0, None))
    return name if hits else None


def _rank(name: str, headings: tuple[str, ...]) -> int:
    plain = normalise(name)
    return headings.index(plain) if plain in headings else len(headings)


def normalise(text: str) -> str:
    """Return a name without case, accents, blanks, punctuation and its kecamatan or desa prefix."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()
    return re.sub(r"[^a-z0-9]", "", PREFIXES.sub("", plain))


def _kode_desa(text: str) -> str | None:
    """Return a village code in dotted form, ``None`` for anything that is not ten digits."""
    if not re.fullmatch(r"[\d.\s-]+", text):
        return None
    digits = re.sub(r"\D", "", text)
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}.{digits[6:]}" if len(digits) == 10 else None


def _text(value: Any) -> str:
    """Return a cell as text; a whole float is a code that lost its type on the way (3508012001.0)."""
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _label(row: dict[Any, Any]) -> str:
    """Return words by which a person recognises a polygon without village."""
    texts = [_text(v) for v in row.values()]
    return " · ".join(t for t in texts if t)[:80] or "poligon tanpa keterangan"


# --- cleaning and writing ----------------------------------------------------------------------------------------


def _clean(petak: gpd.GeoDataFrame) -> dict[str, shapely.Geometry]:
    """Return one polygon per village code, in degrees: overlaps and cracks closed, shared borders simplified once.

    Works in metres (the UTM zone of the regency). Simplifying each polygon alone would tear holes along the borders.
    """
    per_desa = petak[["kode_desa", petak.geometry.name]].dissolve(by="kode_desa", sort=True)
    metric = per_desa.estimate_utm_crs()
    bentuk = per_desa.to_crs(metric).geometry.array
    barat, selatan, timur, utara = shapely.total_bounds(bentuk)
    # About half a pixel on a projector, whatever the size of the regency.
    tolerance = min(max(max(timur - barat, utara - selatan) / 3_000, 15.0), 60.0)
    covered = shapely.coverage_clean(list(bentuk), snapping_distance=SNAP_METRES, gap_width=GAP_METRES)
    covered = shapely.coverage_simplify(covered, tolerance)
    # A sliver that cleaning swallowed is better drawn as delivered than missing.
    kept = [clean if not clean.is_empty else raw for clean, raw in zip(covered, bentuk, strict=True)]
    degrees = gpd.GeoSeries(kept, crs=metric).to_crs(4326)
    rounded = shapely.transform(degrees.array, lambda xy: xy.round(DECIMALS))
    # Plotly's `choropleth` (d3-geo) draws both ring orders; d3 and Vega read a counter-clockwise exterior ring as
    # "everything outside". So exterior rings run clockwise here, against RFC 7946, and no reader fills the globe.
    repaired = [shapely.orient_polygons(_repair(g), exterior_cw=True) for g in rounded]
    return {kode: g for kode, g in zip(per_desa.index, repaired, strict=True) if not g.is_empty}


def _write(per_desa: dict[str, shapely.Geometry], out: Path) -> None:
    """Write the features in the order of their codes, so that the same input gives the same bytes."""
    features = [
        {"type": "Feature", "properties": {"kode_desa": kode}, "geometry": _geometry(per_desa[kode])}
        for kode in sorted(per_desa)
    ]
    out.parent.mkdir(parents=True, exist_ok=True)
    temporary = out.with_name(out.name + ".tmp")
    with temporary.open("w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file, separators=(",", ":"))
    temporary.replace(out)


def _geometry(bentuk: shapely.Geometry) -> dict[str, Any]:
    parts: Iterable[shapely.Polygon] = shapely.get_parts(bentuk)
    rings = [[_ring(part.exterior), *(_ring(hole) for hole in part.interiors)] for part in parts]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def _ring(ring: shapely.LinearRing) -> list[list[float]]:
    return [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords]

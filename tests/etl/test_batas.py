"""Village boundaries in: formats, coordinate systems, matching by code or by name, shared borders, refusals."""

import json
import zipfile
from pathlib import Path

import geopandas as gpd
import polars as pl
import pytest
import shapely

from etl.batas import convert, list_parts
from ucj.penolakan import Penolakan

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
JUMLAH_DESA = {"64.03": 110, "52.03": 254, "35.08": 205, "35.25": 356}

# Two villages of one name in two kecamatan: the name alone must not join.
WILAYAH = pl.DataFrame(
    {
        "kode_desa": ["99.01.01.2001", "99.01.01.1002", "99.01.02.2001", "99.01.02.2002"],
        "nama_desa": ["Sukamaju", "Pasar Baru", "Sukamaju", "Tanjung"],
        "kode_kecamatan": ["99.01.01", "99.01.01", "99.01.02", "99.01.02"],
        "nama_kecamatan": ["Awal", "Awal", "Akhir", "Akhir"],
    }
)
PETAK = [shapely.box(110 + x, -5, 110.1 + x, -4.9) for x in (0.0, 0.1, 0.2, 0.3)]


def kotak(**columns) -> gpd.GeoDataFrame:
    """Four adjoining squares of 0.1 degree from west to east, in the order of ``WILAYAH``."""
    return gpd.GeoDataFrame(columns, geometry=PETAK, crs=4326)


def read(out: Path) -> dict[str, shapely.Geometry]:
    features = json.loads(out.read_text())["features"]
    return {f["properties"]["kode_desa"]: shapely.geometry.shape(f["geometry"]) for f in features}


@pytest.mark.parametrize("kode", JUMLAH_DESA)
def test_every_village_of_the_real_sets_has_its_polygon(kode, tmp_path):
    source = SHARED / "boundaries" / f"{kode}.villages.geojson"
    if not source.exists():
        pytest.skip(f"no boundaries of {kode} beside the project")
    desa = pl.read_csv(SHARED / "regions" / "villages.csv", infer_schema=False)
    wilayah = desa.filter(pl.col("regency_code") == kode).select(
        kode_desa="code", nama_desa="name", kode_kecamatan="district_code", nama_kecamatan="district_name"
    )

    hasil = convert(source, wilayah, tmp_path / "batas.geojson")

    assert (hasil.cocok, hasil.tanpa_poligon, hasil.tanpa_kode) == (JUMLAH_DESA[kode], [], [])
    per_desa = read(tmp_path / "batas.geojson")
    assert set(per_desa) == set(wilayah["kode_desa"])
    assert shapely.coverage_is_valid(list(per_desa.values()))
    # Each polygon is the village's own: the centre of the delivered one lies in it or within 200 m of it.
    delivered = gpd.read_file(source).set_index("code").geometry
    for kode_desa, bentuk in per_desa.items():
        assert bentuk.distance(delivered[kode_desa].representative_point()) < 0.002, kode_desa


@pytest.mark.parametrize("name", ["b.geojson", "b.gpkg", "b.shp"])
@pytest.mark.parametrize("crs", [4326, 32749, 3857])
def test_formats_and_coordinate_systems(name, crs, tmp_path):
    source = tmp_path / name
    kotak(KDEPUM=WILAYAH["kode_desa"].to_list()).to_crs(crs).to_file(source)

    hasil = convert(source, WILAYAH, tmp_path / "out.geojson")

    assert hasil.cocok == 4
    for bentuk, petak in zip(read(tmp_path / "out.geojson").values(), PETAK_BY_KODE, strict=True):
        assert bentuk.symmetric_difference(petak).area / petak.area < 0.01


PETAK_BY_KODE = [PETAK[1], PETAK[0], PETAK[2], PETAK[3]]  # features come in the order of their codes


def test_zipped_shapefile(tmp_path):
    kotak(kode_desa=WILAYAH["kode_desa"].to_list()).to_file(tmp_path / "desa.shp")
    with zipfile.ZipFile(tmp_path / "desa.zip", "w") as archive:
        for part in list_parts(tmp_path / "desa.shp"):
            archive.write(part, f"peta desa/{part.name}")

    assert {p.suffix for p in list_parts(tmp_path / "desa.shp")} >= {".shp", ".shx", ".dbf", ".prj"}
    assert convert(tmp_path / "desa.zip", WILAYAH, tmp_path / "out.geojson").cocok == 4


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("kode", ["9901012001", "9901011002", "9901022001", "9901022002"]),  # plain, as text
        ("apa_saja", ["99.01.01.2001", "99.01.01.1002", "99.01.02.2001", "xx"]),  # unusual heading, most match
        ("kd_desa", [9901012001.0, 9901011002.0, 9901022001.0, None]),  # codes that became numbers
    ],
)
def test_code_in_any_column(heading, values, tmp_path):
    kotak(no=[1, 2, 3, 4], **{heading: values}).to_file(tmp_path / "b.gpkg")

    hasil = convert(tmp_path / "b.gpkg", WILAYAH, tmp_path / "out.geojson")

    assert hasil.cocok == 4 - sum(v is None or v == "xx" for v in values)
    assert len(hasil.tanpa_poligon) == len(hasil.tanpa_kode) == 4 - hasil.cocok


def test_names_are_joined_with_their_kecamatan(tmp_path):
    kotak(
        WADMKC=["AWAL", "Kec. Awal", "Kecamatan Akhir", "Akhir"],
        WADMKD=["Desa Suka Maju", "Kelurahan PASAR-BARU", "sukamaju", "Tempat Lain"],
    ).to_file(tmp_path / "b.geojson")

    hasil = convert(tmp_path / "b.geojson", WILAYAH, tmp_path / "out.geojson")

    assert hasil.cocok == 3
    assert hasil.tanpa_poligon == ["99.01.02.2002"]
    assert hasil.tanpa_kode == ["Akhir · Tempat Lain"]
    assert read(tmp_path / "out.geojson")["99.01.02.2001"].intersects(PETAK[2].centroid)


def test_rows_without_code_are_joined_by_name(tmp_path):
    kotak(
        kode=["99.01.01.2001", "99.01.01.1002", None, None],
        kecamatan=["Awal", "Awal", "Akhir", "Awal"],
        desa=["Sukamaju", "Pasar Baru", "Sukamaju", "Sukamaju"],  # the last one has its polygon by code
    ).to_file(tmp_path / "b.gpkg")

    hasil = convert(tmp_path / "b.gpkg", WILAYAH, tmp_path / "out.geojson")

    assert hasil.cocok == 3
    assert hasil.tanpa_kode == ["Awal · Sukamaju"]


def test_gaps_overlaps_and_bow_ties_are_repaired(tmp_path):
    kode = WILAYAH["kode_desa"].to_list()
    geometry = [
        shapely.box(110.0, -5, 110.1003, -4.9),  # reaches 30 m into its neighbour
        shapely.box(110.1, -5, 110.2, -4.9),
        shapely.box(110.2001, -5, 110.3, -4.9),  # leaves a crack of 11 m
        shapely.Polygon([(110.3, -5), (110.4, -4.9), (110.4, -5), (110.3, -4.9)]),  # bow tie
    ]
    gpd.GeoDataFrame({"kode": kode}, geometry=geometry, crs=4326).to_file(tmp_path / "b.gpkg")

    convert(tmp_path / "b.gpkg", WILAYAH, tmp_path / "out.geojson")

    bentuk = list(read(tmp_path / "out.geojson").values())
    assert all(shapely.is_valid(bentuk))
    assert shapely.coverage_is_valid(bentuk)
    assert shapely.union_all(bentuk[:3]).geom_type == "Polygon"  # no crack is left


def test_exterior_rings_run_clockwise(tmp_path):
    kotak(kode=WILAYAH["kode_desa"].to_list()).to_file(tmp_path / "b.geojson")
    convert(tmp_path / "b.geojson", WILAYAH, tmp_path / "out.geojson")
    assert not any(b.exterior.is_ccw for b in read(tmp_path / "out.geojson").values())


def test_layer_with_the_villages_is_found(tmp_path):
    source = tmp_path / "b.gpkg"
    gpd.GeoDataFrame({"kode": ["99.01"]}, geometry=[shapely.box(110, -5, 111, -4)], crs=4326).to_file(
        source, layer="kabupaten"
    )
    kotak(kode=WILAYAH["kode_desa"].to_list()).to_file(source, layer="desa")
    assert convert(source, WILAYAH, tmp_path / "out.geojson").cocok == 4


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("b.geojson", b"bukan json", "tidak dapat dibaca"),
        ("b.gpkg", b"", "tidak dapat dibaca"),
        ("b.shp", b"\x00\x00\x27\x0a", "tidak dapat dibaca"),
        ("b.zip", b"PK", "tidak dapat dibaca"),
        ("b.pdf", b"%PDF", "format batas tidak dikenal"),
    ],
)
def test_unreadable_file_is_refused(name, content, words, tmp_path):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Penolakan, match=words):
        convert(tmp_path / name, WILAYAH, tmp_path / "out.geojson")
    assert not (tmp_path / "out.geojson").exists()


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(Penolakan, match="tidak ada"):
        convert(tmp_path / "b.geojson", WILAYAH, tmp_path / "out.geojson")


def test_another_regency_is_refused(tmp_path):
    kotak(kode=["99.02.01.2001", "99.02.01.2002", "99.02.01.2003", "99.02.01.2004"]).to_file(tmp_path / "b.gpkg")
    with pytest.raises(Penolakan, match="tidak satu pun poligon cocok"):
        convert(tmp_path / "b.gpkg", WILAYAH, tmp_path / "out.geojson")


def test_metres_without_a_system_are_refused(tmp_path):
    kotak(kode=WILAYAH["kode_desa"].to_list()).to_crs(32749).to_file(tmp_path / "b.shp")
    (tmp_path / "b.prj").unlink()
    with pytest.raises(Penolakan, match="sistem koordinat"):
        convert(tmp_path / "b.shp", WILAYAH, tmp_path / "out.geojson")


def test_points_are_refused(tmp_path):
    titik = kotak(kode=WILAYAH["kode_desa"].to_list())
    titik = titik.set_geometry([g.centroid for g in titik.geometry], crs=4326)
    titik.to_file(tmp_path / "b.gpkg")
    with pytest.raises(Penolakan, match="tidak ada poligon"):
        convert(tmp_path / "b.gpkg", WILAYAH, tmp_path / "out.geojson")

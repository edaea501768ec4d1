"""Published figures of four real regencies through the whole pipeline: command line and pages show the same numbers.

The regions, boundaries and figures are public data kept beside the project (../shared/data); without that folder
these tests are skipped.
"""

import csv
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.jejak.kabupaten import PENYEBUT, REKAP, TARGET, penyebut, rekap, write
from tests.perintah import angka, must, run, status
from ucj.db import open_terbitan

ROOT = Path(__file__).resolve().parents[2]
NYATA = ROOT.parent / "shared" / "data"

pytestmark = pytest.mark.skipif(
    not (NYATA / "regions" / "villages.csv").is_file(),
    reason="public data of the four regencies (../shared/data) is not beside this project",
)

KABUPATEN = {
    "lumajang": ("35.08", 205),
    "lombok-timur": ("52.03", 254),
    "gresik": ("35.25", 356),
    "berau": ("64.03", 110),
}
WILAYAH = ("kode_desa", "nama_desa", "jenis", "kode_kecamatan", "nama_kecamatan")


def villages(kode: str) -> list[dict[str, str]]:
    with (NYATA / "regions" / "villages.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["regency_code"] == kode]


def figure(kode: str, as_of: str, indicator: str, segment: str, basis: str) -> int:
    """One published number; fails when it is not there exactly once."""
    with (NYATA / "published_figures" / "bpjstk_participation.csv").open(encoding="utf-8") as file:
        found = {
            row["value"]
            for row in csv.DictReader(file)
            if (row["region_code"], row["as_of"], row["indicator"], row["segment"], row["basis"])
            == (kode, as_of, indicator, segment, basis)
        }
    assert len(found) == 1, (kode, as_of, indicator, segment, basis, found)
    return int(found.pop())


def start(folder: Path, profil: str) -> Path:
    """A data folder with the regency's villages and boundaries loaded."""
    data, (kode, _) = folder / "data", KABUPATEN[profil]
    rows = [
        (row["code"], row["name"], row["kind"], row["district_code"], row["district_name"]) for row in villages(kode)
    ]
    must(data, "init", "--profil", profil)
    wilayah = write(folder / "wilayah.csv", [WILAYAH, *rows])
    batas = NYATA / "boundaries" / f"{kode}.villages.geojson"
    must(data, "load", "wilayah", str(wilayah), "--batas", str(batas), "--diterima", "2026-01-05")
    return data


def fill(profil: str) -> Callable[[Path], None]:
    def load(data: Path, sumber: str, rows: list[tuple], diterima: str) -> None:
        must(data, "load", sumber, str(write(data.parent / f"{sumber}.csv", rows)), "--diterima", diterima)

    def lumajang(data: Path) -> None:
        as_of = "2026-03-17"
        ktp = figure("35.08", as_of, "participants_active", "all", "ktp")
        branch = figure("35.08", as_of, "participants_active", "all", "branch")
        workers = figure("35.08", as_of, "denominator_workers", "all", "ktp")
        target = figure("35.08", "2026-12", "target_pct", "all", "ktp")
        rows = [REKAP, rekap("2026-03", "DOMISILI", "SEMUA", ktp), rekap("2026-03", "TEMPAT_KERJA", "SEMUA", branch)]
        load(data, "rekap_bpjs", rows, "2026-03-17")
        load(data, "penduduk_bekerja", [PENYEBUT, penyebut("SAKERNAS", 2025, workers, kode="35.08")], "2026-03-17")
        load(
            data,
            "target",
            [TARGET[0], ("Kabupaten", "UCJ-01", 2026, "", "KABUPATEN", "", str(target), "")],
            "2026-03-17",
        )

    def gresik(data: Path) -> None:
        as_of = "2024-11-21"
        rows = [
            rekap("2024-11", "TEMPAT_KERJA", segmen, figure("35.25", as_of, "participants_active", segmen, "branch"))
            for segmen in ("PU", "BPU", "JAKON")
        ]
        workers = figure("35.25", as_of, "denominator_workers", "all", "branch")
        load(data, "rekap_bpjs", [REKAP, *rows], "2024-11-23")
        row = penyebut("LAIN", 2024, workers, rilis=as_of, basis="TEMPAT_KERJA", kode="35.25")
        load(data, "penduduk_bekerja", [PENYEBUT, row], "2024-11-23")

    def berau(data: Path) -> None:
        rows = [
            rekap(
                "2020-12",
                "TEMPAT_KERJA",
                segmen,
                figure("64.03", "2020-12-15", "participants_active", segmen, "branch"),
            )
            for segmen in ("PU", "BPU", "JAKON")
        ]
        load(data, "rekap_bpjs", [REKAP, *rows], "2021-01-10")

    def make(folder: Path) -> None:
        data = start(folder, profil)
        for name, deliver in {"lumajang": lumajang, "gresik": gresik, "berau": berau}.items():
            if name == profil:
                deliver(data)
        must(data, "build")

    return make


@pytest.fixture(scope="session")
def nyata(sekali) -> Callable[[str], Path]:
    """The data folder of one of the four regencies."""
    return lambda profil: sekali(f"nyata-{profil}", fill(profil)) / "data"


@pytest.mark.parametrize("profil", KABUPATEN)
def test_every_village_has_its_polygon(nyata, profil):
    kode, jumlah = KABUPATEN[profil]
    data = nyata(profil)
    delivery = next(k for k in status(data)["pengiriman"] if k["sumber"] == "wilayah")
    assert (delivery["dimuat"], delivery["disisihkan"]) == (jumlah, 0)
    terbitan = open_terbitan(data)
    features = json.loads(terbitan.path_batas.read_text(encoding="utf-8"))["features"]
    polygons = {feature["properties"]["kode_desa"] for feature in features if feature["geometry"]}
    assert polygons == {row["code"] for row in villages(kode)}
    assert len(polygons) == jumlah


def test_lumajang_two_bases_not_mixed(nyata):
    a = angka(nyata("lumajang"), "--bulan", "2026-03")
    ucj01, ucj02 = a.satu("UCJ-01"), a.satu("UCJ-02")
    assert (ucj01["kunci"], ucj01["pembilang"], ucj01["penyebut"]) == ("35.08", 89266, 555154)
    assert round(ucj01["nilai"], 1) == 16.1
    assert ucj01["basis"] == "DOMISILI"
    assert (ucj02["pembilang"], ucj02["nilai"], ucj02["basis"]) == (50098, 50098, "TEMPAT_KERJA")
    # 20 % of 555.154, rounded up, minus 89.266 (the branch's own 22.042 is not what its figures give)
    assert a.satu("UCJ-04", satuan="orang")["nilai"] == 21765
    # March is also the semester's last month with data: nine months are left from there, not six from June
    for periode in (a, angka(nyata("lumajang"), "--semester", "2026-1")):
        assert periode.satu("UCJ-04", satuan="orang/bulan")["nilai"] == 2419


def test_gresik_by_segment_and_workplace_coverage(nyata):
    a = angka(nyata("gresik"), "--bulan", "2024-11")
    assert a.jumlah("UCJ-02", "SEGMEN") == {"PU": 167129, "BPU": 20348, "JAKON": 105381}
    s11 = a.satu("S-11")
    assert (s11["pembilang"], s11["penyebut"], round(s11["nilai"], 1)) == (292858, 557575, 52.5)
    assert a.satu("UCJ-01")["nilai"] is None  # nothing was delivered by domicile


def test_berau_counts_construction_inside_pu(nyata):
    data = nyata("berau")
    a = angka(data, "--bulan", "2020-12")
    assert a.satu("UCJ-02")["kunci"] == "64.03"
    assert a.satu("UCJ-02")["nilai"] == 85860
    assert a.jumlah("UCJ-02", "SEGMEN") == {"PU": 79336, "BPU": 6524}
    assert status(data)["kode"] == "64.03"


def bps_people(tmp_path: Path) -> Path:
    header = ("bulan", "nik", "segmen", "program", "kode_desa")
    rows = [("2026-06", f"64030101019{n}0001", "PU", "JKK,JKM", f"64050{n}0001") for n in range(1, 5)]
    return write(tmp_path / "bps.csv", [header, *rows])


def bps_villages(tmp_path: Path) -> Path:
    rows = [(f"640501000{n}", f"Kampung {n}", "DESA", "640501", "Kelay") for n in range(1, 5)]
    return write(tmp_path / "bps-wilayah.csv", [WILAYAH, *rows])


@pytest.mark.parametrize(("sumber", "make"), [("peserta", bps_people), ("wilayah", bps_villages)])
def test_berau_refuses_a_file_with_bps_codes(nyata, tmp_path, sumber, make):
    data = nyata("berau")
    before = status(data)["pengiriman"]
    jawaban = run(data, "load", sumber, str(make(tmp_path)))
    assert jawaban.status == 1
    assert "BPS" in jawaban.galat
    # it says why: the regency's own two codes, which differ
    assert "6405" in jawaban.galat
    assert re.search(r"64\.?03", jawaban.galat)
    assert status(data)["pengiriman"] == before


def test_the_command_line_as_a_program(nyata):
    run = subprocess.run(
        [sys.executable, "-m", "etl", "indicator", "--bulan", "2026-03", "--kode", "UCJ-01", "--format", "json",
         "--data", str(nyata("lumajang"))],
        cwd=ROOT, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    objects = json.loads(run.stdout)
    assert {o["kode"] for o in objects} == {"UCJ-01"}
    assert [o["pembilang"] for o in objects if o["tingkat"] == "KABUPATEN"] == [89266]


def words(at: AppTest) -> str:
    """Everything a reader sees on a page, tables included."""
    kinds = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "metric",
        "info",
        "warning",
        "success",
        "error",
        "dataframe",
    )
    parts = []
    for kind in kinds:
        for element in at.get(kind):
            if kind == "dataframe":
                parts.append(element.value.to_csv(index=False, sep="|"))
            elif kind == "metric":
                parts.append(f"{element.label} {element.value} {element.delta}")
            else:
                parts.append(str(element.value))
    parts += [str(element.proto) for element in at.get("html")]
    return "\n".join(parts)


@pytest.fixture
def halaman(monkeypatch) -> Callable[..., str]:
    def show(data: Path, page: str, bulan: str, **filters: str) -> str:
        monkeypatch.setenv("UCJ_DATA", str(data))
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for name, value in {"periode": bulan, **filters}.items():
            at.query_params[name] = value
        at.run()
        at.switch_page(f"pages/{page}.py").run()
        assert not at.exception, at.exception
        return words(at)

    return show


def test_pages_of_lumajang(nyata, halaman):
    text = halaman(nyata("lumajang"), "ringkasan", "2026-03")
    for shown in ("89.266", "555.154", "16,1%"):
        assert shown in text, shown
    table = halaman(nyata("lumajang"), "indikator_semester", "2026-03")
    for shown in ("89.266", "555.154", "16,1", "50.098"):
        assert shown in table, shown
    # not mixed: the row of UCJ-02 carries no percentage of the residents' denominator
    assert "9,0%" not in table  # 50.098 of 555.154


def test_pages_of_gresik(nyata, halaman):
    text = halaman(nyata("gresik"), "indikator_semester", "2024-11")
    for shown in ("292.858", "557.575", "52,5"):
        assert shown in text, shown
    segments = halaman(nyata("gresik"), "sektor", "2024-11", basis="TEMPAT_KERJA")
    for shown in ("167.129", "20.348", "105.381"):
        assert shown in segments, shown


def test_pages_of_berau(nyata, halaman):
    text = halaman(nyata("berau"), "indikator_semester", "2020-12")
    assert "85.860" in text
    segments = halaman(nyata("berau"), "sektor", "2020-12", basis="TEMPAT_KERJA")
    for shown in ("79.336", "6.524"):
        assert shown in segments, shown
    for delivered in ("46.134", "33.202"):  # the branch's own division is not the regency's
        assert delivered not in segments, delivered

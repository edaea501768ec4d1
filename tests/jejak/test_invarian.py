"""What must hold on any data: nothing lost, parts add up, builds repeat, people stay out of the published file."""

import json
import shutil
from pathlib import Path

import duckdb
import polars as pl
import pytest

from etl import kiriman
from tests.jejak.kabupaten import KIRIMAN, WILAYAH, write
from tests.jejak.rahasia import scan, tables
from tests.perintah import must, run, status
from ucj.db import open_terbitan


def database(data: Path) -> Path:
    terbitan = open_terbitan(data)
    assert terbitan is not None
    return terbitan.path


@pytest.fixture(params=["jejak", "contoh"], scope="module")
def data(request) -> Path:
    return request.getfixturevalue("jejak" if request.param == "jejak" else "data_contoh")


def copy(data: Path, target: Path) -> Path:
    return shutil.copytree(data, target)


def test_every_delivered_row_is_loaded_or_set_aside(data):
    deliveries = status(data)["pengiriman"]
    assert deliveries
    assert all(k["dibaca"] == k["dimuat"] + k["disisihkan"] for k in deliveries)
    assert sum(k["disisihkan"] for k in deliveries) > 0
    assert all(bool(k["alasan"]) == bool(k["disisihkan"]) for k in deliveries)
    assert all(sum(k["alasan"].values()) >= k["disisihkan"] for k in deliveries)
    for k in kiriman.daftar(data):
        loaded = pl.scan_parquet(kiriman.path_dimuat(data, k)).select(pl.len()).collect().item()
        aside = pl.scan_parquet(kiriman.path_sisih(data, k)).select(pl.len()).collect().item()
        assert (loaded, aside) == (k.dimuat, k.disisihkan), k.berkas


def test_counts_of_the_hand_made_deliveries(jejak):
    counts = {
        k["berkas"]: (k["dibaca"], k["dimuat"], k["disisihkan"], k["alasan"]) for k in status(jejak)["pengiriman"]
    }
    delivered = {name: len(rows) - 1 for _, name, rows in KIRIMAN}
    assert {name: row[0] for name, row in counts.items()} == delivered
    # the double of P01, a short NIK, serial 0000, a village that is no code
    assert counts["peserta-juni.csv"][2:] == (4, {"GANDA": 1, "NIK_TIDAK_SAH": 2, "KODE_TIDAK_DIKENAL": 1})
    assert counts["disdik-juni.xlsx"][2:] == (3, {"NIK_TIDAK_SAH": 1, "GANDA": 1, "KODE_TIDAK_DIKENAL": 1})
    assert counts["desa.xlsx"][2:] == (1, {"NIK_TIDAK_SAH": 1})
    assert counts["dinsos.csv"][2:] == (1, {"NIK_TIDAK_SAH": 1})
    # an office that the profile does not know, a sector that nobody knows: warnings, never reasons
    assert counts["kpu.csv"][2] == 0
    assert {row[2] for name, row in counts.items() if not name.startswith(("peserta-juni", "d"))} == {0}


def sums(data: Path, kode: str, tingkat: str) -> dict[object, int]:
    with duckdb.connect(str(database(data)), read_only=True) as con:
        return dict(
            con.execute(
                "select bulan, sum(pembilang)::bigint from marts.indikator"
                " where kode = $kode and tingkat = $tingkat and pembilang is not null group by bulan",
                {"kode": kode, "tingkat": tingkat},
            ).fetchall()
        )


@pytest.mark.parametrize(
    ("kode", "tingkat"),
    [
        ("UCJ-01", "KECAMATAN"),
        ("UCJ-01", "DESA"),
        ("UCJ-01", "SEKTOR"),
        ("UCJ-01", "JENIS_KELAMIN"),
        ("UCJ-01", "KELOMPOK_USIA"),
        ("UCJ-03", "SEGMEN"),
        ("UCJ-02", "SEGMEN"),
        ("UCJ-02", "SEKTOR"),
        ("UCJ-06", "KECAMATAN"),
        ("UCJ-06", "DESA"),
        ("RNT-02", "KECAMATAN"),
        ("RNT-02", "DESA"),
        ("RNT-02", "JENIS_KELAMIN"),
        ("SEK-01", "SEKTOR"),
        ("SEK-01", "DESA"),
        ("PEM-01", "JENIS_KELAMIN"),
        ("KEU-01", "LINGKUP"),
        ("PAT-01", "SEKTOR"),
        ("PAT-01", "SKALA"),
    ],
)
def test_parts_add_up_to_the_regency(data, kode, tingkat):
    """The unknown is shown, so villages = sectors = segments = regency, in every month that carries the level."""
    whole = sums(data, "UCJ-01" if kode == "UCJ-03" else kode, "KABUPATEN")
    parts = sums(data, kode, tingkat)
    assert parts, "the data carry this level"
    assert parts == {bulan: whole[bulan] for bulan in parts}


def dump(path: Path) -> dict[str, list[tuple]]:
    with duckdb.connect(str(path), read_only=True) as con:
        return {
            f"{schema}.{table}": sorted(con.execute(f'select * from "{schema}"."{table}"').fetchall(), key=repr)
            for schema, table in tables(con)
            if table != "info"  # names the build and its time
        }


def test_two_builds_give_the_same_rows(data, tmp_path):
    again = copy(data, tmp_path / "data")
    before = dump(database(again))
    must(again, "build")
    after = dump(database(again))
    assert before.keys() == after.keys()
    for table, rows in before.items():
        assert rows == after[table], table


def test_a_failing_check_leaves_the_published_build(jejak, tmp_path):
    data = copy(jejak, tmp_path / "data")
    before, rows = status(data)["build"], dump(database(data))
    # a list of villages that are not those of the people: fewer than half of their codes stand in it
    other = write(tmp_path / "lain.csv", [WILAYAH[0], ("99.02.05.2001", "Lain", "DESA", "99.02.05", "Jauh")])
    must(data, "load", "wilayah", str(other), "--ganti", "--diterima", "2026-07-12")
    jawaban = run(data, "build")
    assert jawaban.status == 1
    assert jawaban.galat.strip()
    assert "Traceback" not in jawaban.galat
    assert status(data)["build"] == before
    assert dump(database(data)) == rows
    assert not list((data / "terbit").glob("kerja-*"))


def persons(data: Path) -> set[str]:
    """Every name, masked NIK and id that the caches of this folder hold."""
    found: set[str] = set()
    for path in sorted((data / "cache").rglob("*.parquet")):
        if path.parent.name == "pemberi_kerja":
            continue  # names of firms
        relation = duckdb.read_parquet(str(path))
        for column in {"nama", "nik_samar", "id_peserta"} & set(relation.columns):
            found |= {text for (text,) in relation.project(f"{column}::varchar").distinct().fetchall() if text}
    return found


def test_no_person_in_the_published_file(data):
    assert persons(data), "the deliveries do hold people"
    assert scan(database(data), persons(data)) == []


def test_the_scanner_finds_a_planted_nik(jejak, tmp_path):
    path = Path(shutil.copy(database(jejak), tmp_path / "salinan.duckdb"))
    with duckdb.connect(str(path)) as con:
        con.execute(
            "insert into marts.peringatan select nama, 'NIK 9902010101900001 ganda', 1 from marts.peringatan limit 1"
        )
        con.execute("create table marts.bocor as select 'Orang Jejak' as keterangan, uuid() as kunci")
        con.execute("create table marts.kolom as select 1 as id_peserta")
    findings = scan(path, ["Orang Jejak"])
    assert any("marts.peringatan" in line for line in findings)
    assert sum("marts.bocor" in line for line in findings) == 2
    assert any("marts.kolom" in line for line in findings)


def test_no_nik_outside_raw_and_no_nik_in_what_the_command_line_prints(jejak):
    niks = {
        str(cell)
        for _, _, rows in KIRIMAN
        for row in rows
        for cell in row
        if len(str(cell)) == 16 and str(cell).isdigit()
    }
    assert niks
    for path in sorted((jejak / "cache").rglob("*")):
        if path.suffix == ".parquet":
            text = str(duckdb.read_parquet(str(path)).fetchall())
            assert not any(nik in text for nik in niks), path.name
    printed = (
        must(jejak, "status", "--format", "json") + must(jejak, "status") + must(jejak, "indicator", "--format", "csv")
    )
    assert not any(nik in printed for nik in niks)
    assert "Orang Jejak" not in printed


def test_build_names_itself(jejak):
    assert json.loads((jejak / "terbit" / "TERKINI").read_text())["build"] == status(jejak)["build"]["id"]

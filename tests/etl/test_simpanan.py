"""What a build keeps of each month: the same rows as counting again, and never of anything that changed."""

from pathlib import Path

import duckdb
import pytest

from etl.build import build
from etl.muat import load
from ucj.penunjuk import path_terbitan
from ucj.peraturan import init

PESERTA = (
    "bulan,nik,segmen,program,kode_desa,sektor\n"
    "2026-05,9902011501900001,PU,JKK|JKM,99.02.01.2001,C\n"
    "2026-05,9902011501900002,BPU,JKK|JKM,99.02.01.2001,G\n"
    "2026-06,9902011501900001,PU,JKK|JKM,99.02.01.2001,C\n"
).replace("JKK|JKM", '"JKK,JKM"')


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    init(folder, "umum", "99.02", "Kabupaten Simpanan")
    wilayah = tmp_path / "wilayah.csv"
    wilayah.write_text(
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n99.02.01.2001,Satu,DESA,99.02.01,Kecamatan Satu\n"
    )
    load(folder, "wilayah", [wilayah])
    peserta = tmp_path / "peserta.csv"
    peserta.write_text(PESERTA)
    load(folder, "peserta", [peserta])
    return folder


def read_marts(data: Path, build_id: str) -> dict[str, list[tuple]]:
    con = duckdb.connect()
    con.execute(f"attach '{path_terbitan(data, build_id)}' as ucj (read_only)")
    listed = "select table_name from duckdb_tables() where schema_name = 'marts'"
    tables = [name for (name,) in con.execute(listed).fetchall()]
    rows = {t: con.execute(f"select * from ucj.marts.{t} order by all").fetchall() for t in tables if t != "info"}
    con.close()
    return rows


def test_kept_months_give_the_same_marts(data: Path) -> None:
    first = read_marts(data, build(data))
    kept = sorted(path.name for path in (data / "cache" / "bulanan").iterdir())
    assert len(kept) == 2  # May and June
    steps: list[str] = []
    second = read_marts(data, build(data, steps.append))
    assert second == first
    assert not [step for step in steps if step.startswith("menghitung peserta")]  # nothing was counted again


def test_only_the_month_that_changed_is_counted_again(data: Path, tmp_path: Path) -> None:
    build(data)
    juni = tmp_path / "juni.csv"
    juni.write_text(PESERTA.splitlines()[0] + "\n" + PESERTA.splitlines()[3].replace(",C", ",F") + "\n")
    load(data, "peserta", [juni])
    steps: list[str] = []
    marts = read_marts(data, build(data, steps.append))
    # May stands in a delivery of which only May is in force now, so both are new; June comes from the new file
    assert "menghitung peserta 2026-06" in steps
    assert {row[3] for row in marts["peserta_sektor"] if row[0].month == 6} == {"F"}
    assert {row[3] for row in marts["peserta_sektor"] if row[0].month == 5} == {"C", "G"}


def test_a_changed_profile_is_not_answered_from_what_was_kept(data: Path) -> None:
    build(data)
    with (data / "profil.toml").open("a") as file:
        file.write("\n[segmen]\npeta = { BPU = 'PU' }\n")
    marts = read_marts(data, build(data))
    assert {row[4] for row in marts["peserta_desa"]} == {"PU"}


def test_a_damaged_month_is_counted_again(data: Path) -> None:
    first = read_marts(data, build(data))
    for path in (data / "cache" / "bulanan").glob("*/peringatan.json"):
        path.unlink()
    assert read_marts(data, build(data)) == first

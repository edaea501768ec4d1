"""Killed before each single step that changes a file: what was delivered is kept, what was published can be read.

``test_tahan.py`` kills at random moments; here no step is left out. Steps inside DuckDB and Arrow count as one.
"""

import shutil
from pathlib import Path
from threading import Event, Thread

import pytest

from etl import kiriman, terbit
from etl.build import build
from etl.muat import load
from tests.pelaksana import MATI, Pelaksana
from ucj.db import open_terbitan
from ucj.penunjuk import path_terbitan, read_penunjuk
from ucj.peraturan import init

PESERTA = "bulan,nik,segmen,program,kode_desa,sektor\n" + "".join(
    f'2026-06,990401150190{n:04d},PU,"JKK,JKM",99.04.01.2001,C\n' for n in range(1, 31)
)


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two builds and boundaries."""
    folder = tmp_path_factory.mktemp("titik")
    data = folder / "data"
    init(data, "umum", "99.04", "Kabupaten Titik")
    wilayah, batas, peserta = folder / "wilayah.csv", folder / "batas.geojson", folder / "peserta.csv"
    wilayah.write_text(
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n99.04.01.2001,Satu,DESA,99.04.01,Kecamatan\n"
    )
    batas.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"99.04.01.2001"},"geometry":'
        '{"type":"Polygon","coordinates":[[[112,-8],[112.1,-8],[112.1,-7.9],[112,-7.9],[112,-8]]]}}]}'
    )
    peserta.write_text(PESERTA)
    load(data, "wilayah", [wilayah], batas=batas)
    load(data, "peserta", [peserta])
    build(data)
    build(data)
    return data


@pytest.fixture
def data(asal: Path, tmp_path: Path) -> Path:
    shutil.copytree(asal, tmp_path / "data")
    return tmp_path / "data"


def is_killed(pelaksana: Pelaksana, titik: int, data: Path, *argv: str) -> bool:
    """Run a command that ends before step ``titik``; False when it has no such step and came to its end."""
    akhir = pelaksana.run(data, *argv, titik=titik)
    assert akhir.status in (0, MATI), akhir.galat
    return akhir.status == MATI


def count_people(data: Path) -> int:
    """Read the published build as a page does: the people at work in the newest month."""
    terbitan = open_terbitan(data)
    assert terbitan is not None
    bulan = terbitan.info.bulan_terakhir
    rows = terbitan.read("indikator", kode=["UCJ-02"], dari=bulan, sampai=bulan)
    terbitan.close()
    (jumlah,) = rows.filter(rows["tingkat"] == "KABUPATEN")["pembilang"].to_list()
    return int(jumlah)


def test_a_load_killed_at_each_step_is_there_or_not_at_all(data: Path, tmp_path: Path, pelaksana: Pelaksana) -> None:
    baru = tmp_path / "baru.csv"
    baru.write_text(PESERTA + '2026-06,9904011501900099,PU,"JKK,JKM",99.04.01.2001,C\n')
    sebelum = {k.id for k in kiriman.daftar(data)}
    titik = 0
    while is_killed(pelaksana, titik, data, "load", "peserta", str(baru)):
        sesudah = kiriman.daftar(data)
        assert sebelum <= {k.id for k in sesudah}
        for k in sesudah:  # whatever is recorded is whole
            assert {p.name for p in kiriman.path_raw(data, k).iterdir()} >= {*k.tersimpan, kiriman.MANIFES}
            assert kiriman.path_dimuat(data, k).exists() and kiriman.path_sisih(data, k).exists()
        titik += 1
    assert titik > 5
    (id_baru,) = {k.id for k in kiriman.daftar(data)} - sebelum
    assert sorted(p.name for p in (data / "raw" / "peserta").iterdir()) == sorted(
        k.id for k in kiriman.daftar(data, "peserta")
    )  # nothing is left of the loads that were killed
    build(data)
    assert count_people(data) == 31
    assert id_baru in kiriman.berlaku(kiriman.daftar(data)).values()


def test_a_build_killed_at_each_step_leaves_a_whole_build_in_force(
    data: Path, tmp_path: Path, pelaksana: Pelaksana
) -> None:
    baru = tmp_path / "baru.csv"
    baru.write_text(PESERTA + '2026-06,9904011501900099,PU,"JKK,JKM",99.04.01.2001,C\n')
    load(data, "peserta", [baru])
    lama = read_penunjuk(data)
    titik = 0
    while is_killed(pelaksana, titik, data, "build"):
        assert count_people(data) == (30 if read_penunjuk(data) == lama else 31)
        titik += 1
    assert titik > 5
    assert count_people(data) == 31
    ada = sorted(p.name for p in (data / "terbit").iterdir())
    builds = terbit.list_build(data)
    assert len(builds) <= terbit.DISIMPAN
    harus = ["TERKINI", *(f"batas-{b}.geojson" for b in builds), *(f"ucj-{b}.duckdb" for b in builds)]
    assert ada == sorted(harus)  # no work and no boundaries of builds that never were
    assert {p.name.partition(".")[2] for p in (data / "cache" / "bulanan").iterdir()} == {""}


def test_a_rollback_killed_at_each_step_points_to_one_build_or_the_other(data: Path, pelaksana: Pelaksana) -> None:
    dua = set(terbit.list_build(data))
    titik = 0
    while is_killed(pelaksana, titik, data, "rollback"):
        assert read_penunjuk(data) in dua
        assert count_people(data) == 30
        titik += 1
        terbit.rollback(data, max(dua))  # the undo
    assert titik > 0
    assert read_penunjuk(data) == min(dua)


def test_a_month_kept_and_damaged_is_counted_again(data: Path) -> None:
    """A power cut may leave a kept month half written; a kill may leave the folder of a process of the same number."""
    (bulan,) = (data / "cache" / "bulanan").iterdir()
    berkas = sorted(bulan.glob("*.parquet"))[-1]  # the last to be read: what was read before it must not count twice
    berkas.write_bytes(berkas.read_bytes()[:40])
    build(data)
    assert count_people(data) == 30
    assert berkas.stat().st_size > 40


def test_a_reader_who_looked_before_the_build_was_deleted_gets_the_next(data: Path, monkeypatch) -> None:
    lama, baru = terbit.list_build(data)
    jawaban = iter([lama, baru, baru])
    monkeypatch.setattr("ucj.db.read_penunjuk", lambda folder: next(jawaban))
    path_terbitan(data, lama).unlink()
    terbitan = open_terbitan(data)
    assert terbitan is not None and terbitan.build == baru


def test_the_build_that_was_in_force_until_now_stays_for_readers(data: Path) -> None:
    """After a rollback to the oldest build kept, the next publish must not take it from under those who read it."""
    while len(terbit.list_build(data)) < terbit.DISIMPAN:
        build(data)
    tertua = terbit.rollback(data, terbit.list_build(data)[0])
    build(data)
    assert path_terbitan(data, tertua).exists()
    build(data)
    assert not path_terbitan(data, tertua).exists()


def test_a_rollback_waits_for_a_build(data: Path, monkeypatch) -> None:
    mulai, lepas, urutan = Event(), Event(), []
    lama = terbit.list_build(data)[0]

    def tahan() -> None:
        with kiriman.lock(data):
            mulai.set()
            lepas.wait(10)
            urutan.append("build")

    utas = Thread(target=tahan)
    utas.start()
    mulai.wait(10)
    balik = Thread(target=lambda: urutan.append(terbit.rollback(data, lama)))
    balik.start()
    lepas.set()
    utas.join()
    balik.join()
    assert urutan == ["build", lama]

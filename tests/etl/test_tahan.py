"""A load or build may be killed, or run out of room, at any moment: nothing delivered is lost.

Readers see no half state. ``UCJ_TAHAN`` and ``UCJ_TAHAN_PENUH`` set the number of rounds (``bench/tahan.py``).
"""

import hashlib
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etl import kiriman
from etl.build import build
from etl.muat import load
from etl.terbit import DISIMPAN, list_build, rollback
from tests.pelaksana import MATI, Pelaksana
from tests.perintah import run
from ucj.db import open_terbitan
from ucj.penolakan import Penolakan
from ucj.penunjuk import read_penunjuk
from ucj.peraturan import init

ROOT = Path(__file__).resolve().parents[2]
KALI_MATI = int(os.environ.get("UCJ_TAHAN", "20"))
KALI_PENUH = int(os.environ.get("UCJ_TAHAN_PENUH", "50"))


def write_peserta(path: Path, jumlah: int) -> Path:
    """A list of June with so many people, so that a figure tells which delivery is in force."""
    baris = "\n".join(
        f'2026-06,990301150190{serial:04d},PU,"JKK,JKM",99.03.01.{2001 + serial % 3},C'
        for serial in range(1, jumlah + 1)
    )
    path.write_text(f"bulan,nik,segmen,program,kode_desa,sektor\n{baris}\n")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    init(folder, "umum", "99.03", "Kabupaten Tahan")
    wilayah = tmp_path / "wilayah.csv"
    wilayah.write_text(
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n"
        + "".join(f"99.03.01.{2001 + n},Desa {n},DESA,99.03.01,Kecamatan\n" for n in range(3))
    )
    load(folder, "wilayah", [wilayah])
    load(folder, "peserta", [write_peserta(tmp_path / "awal.csv", 300)])
    build(folder)
    return folder


def start(data: Path, *argv: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "etl", "--data", str(data), *argv],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


class Pembaca:
    """Reads the published build over and over and keeps what went wrong."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.salah: list[str] = []
        self.jumlah = 0
        self.berhenti = threading.Event()

    def run(self) -> None:
        while not self.berhenti.is_set():
            try:
                terbitan = open_terbitan(self.data)
                assert terbitan is not None, "the published build is gone"
                rows = terbitan.read(
                    "indikator", kode=["UCJ-02"], dari=terbitan.info.bulan_terakhir, sampai=terbitan.info.bulan_terakhir
                )
                kabupaten = rows.filter(rows["tingkat"] == "KABUPATEN")["pembilang"].sum()
                segmen = rows.filter(rows["tingkat"] == "SEGMEN")["pembilang"].sum()
                assert kabupaten == segmen > 0, f"half a state: {kabupaten} people, {segmen} over segments"
                terbitan.close()
                self.jumlah += 1
            except Exception as salah:  # noqa: BLE001 - whatever a reader meets is what this test is about
                self.salah.append(f"{type(salah).__name__}: {salah}")
                return


@contextmanager
def readers(data: Path, berapa: int = 4) -> Iterator[list[Pembaca]]:
    pembaca = [Pembaca(data) for _ in range(berapa)]
    utas = [threading.Thread(target=p.run) for p in pembaca]
    for satu in utas:
        satu.start()
    try:
        yield pembaca
    finally:
        for p in pembaca:
            p.berhenti.set()
        for satu in utas:
            satu.join()


def check_deliveries(data: Path, known: dict[str, str]) -> None:
    """Every delivery that was acknowledged is still recorded, and its file is as it was delivered."""
    now = {k.id: k for k in kiriman.daftar(data)}
    for id_, sha in known.items():
        assert id_ in now, f"delivery {id_} is lost"
        folder = data / "raw" / now[id_].sumber / id_
        assert sha in {hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.suffix == ".csv"}


def acknowledged(data: Path) -> dict[str, str]:
    return {k.id: k.sha256[0] for k in kiriman.daftar(data)}


def test_killed_at_any_moment(data: Path, tmp_path: Path, pelaksana: Pelaksana) -> None:
    acak = random.Random(20260714)
    lama = {}
    ukur = str(write_peserta(tmp_path / "ukur.csv", 310))
    for apa, argv in (("load", ("load", "peserta", ukur)), ("build", ("build",))):
        mulai = time.monotonic()
        assert pelaksana.run(data, *argv).status == 0
        lama[apa] = time.monotonic() - mulai
    known = acknowledged(data)
    orang, mati = 310, 0
    with readers(data) as pembaca:
        for putaran in range(KALI_MATI):
            apa = acak.choice(("load", "load", "build"))
            argv = ("build",)
            if apa == "load":
                argv = ("load", "peserta", str(write_peserta(tmp_path / f"{putaran}.csv", 320 + putaran)))
            status = pelaksana.run(data, *argv, detik=acak.uniform(0, 1.1) * lama[apa]).status
            assert status in (0, MATI)
            mati += status == MATI
            check_deliveries(data, known)
            baru = len(kiriman.daftar(data)) - len(known)
            assert baru == 0 or (baru == 1 and apa == "load")  # done before the signal came
            if baru:
                orang = 320 + putaran
            known = acknowledged(data)
            if putaran % 7 == 6:
                rollback(data, acak.choice(list_build(data)))
    assert mati > KALI_MATI // 2
    assert [satu for p in pembaca for satu in p.salah] == []
    assert all(p.jumlah > 0 for p in pembaca)

    # the next run repairs: what is left of a killed load or build is gone, the newest delivery is what readers see
    build(data)
    assert not list((data / "terbit").glob("kerja-*"))
    assert len(list_build(data)) <= DISIMPAN + 1  # and the one that was in force until now
    terbitan = open_terbitan(data)
    assert terbitan is not None
    bulan = terbitan.info.bulan_terakhir
    rows = terbitan.read("indikator", kode=["UCJ-02"], dari=bulan, sampai=bulan)
    assert rows.filter(rows["tingkat"] == "KABUPATEN")["pembilang"].to_list() == [orang]


def test_no_room_left(data: Path, tmp_path: Path, pelaksana: Pelaksana) -> None:
    """A file-size limit stops the writing somewhere, as a full disk would."""
    acak = random.Random(7)
    known = acknowledged(data)
    terbit = read_penunjuk(data)
    gagal = 0
    with readers(data, 2) as pembaca:
        for putaran in range(KALI_PENUH):
            shutil.rmtree(data / "cache" / "bulanan", ignore_errors=True)  # so that a build has months to write
            argv = ["build"]
            if putaran % 2:
                argv = ["load", "peserta", str(write_peserta(tmp_path / f"penuh{putaran}.csv", 330 + putaran))]
            akhir = pelaksana.run(data, *argv, ukuran=int(2 ** acak.uniform(3, 19)))
            if akhir.status == 0:  # the limit was wide enough
                known, terbit = acknowledged(data), read_penunjuk(data)
                continue
            gagal += 1
            assert akhir.status == 1, akhir.galat
            assert "Traceback" not in akhir.galat
            assert "disk" in akhir.galat.lower(), akhir.galat
            assert acknowledged(data) == known
            assert read_penunjuk(data) == terbit
    assert gagal > KALI_PENUH // 2
    assert [satu for p in pembaca for satu in p.salah] == []
    check_deliveries(data, known)
    build(data)


def test_rollback_and_its_undo(data: Path, tmp_path: Path) -> None:
    pertama = read_penunjuk(data)
    load(data, "peserta", [write_peserta(tmp_path / "dua.csv", 340)])
    kedua = build(data)
    assert rollback(data) == pertama == read_penunjuk(data)
    assert rollback(data, kedua) == kedua == read_penunjuk(data)  # naming the newer build undoes it
    with pytest.raises(Penolakan, match="tidak ada"):
        rollback(data, "20200101T000000000000-abcdef")
    assert read_penunjuk(data) == kedua
    assert len(kiriman.daftar(data)) == 3  # going back never touches a delivery


def test_the_last_five_builds_stay_and_the_one_in_force(data: Path) -> None:
    pertama = read_penunjuk(data)
    for _ in range(DISIMPAN):
        build(data)
    assert len(list_build(data)) == DISIMPAN
    assert pertama not in list_build(data)
    tertua = rollback(data, list_build(data)[0])
    build(data)
    assert tertua in list_build(data)  # in force until a moment ago: readers are about to open it
    build(data)
    assert len(list_build(data)) == DISIMPAN
    assert tertua not in list_build(data)


def test_two_at_once_wait_for_each_other(data: Path, tmp_path: Path) -> None:
    berkas = [write_peserta(tmp_path / f"serentak{n}.csv", 350 + n) for n in range(2)]
    proses = [start(data, "load", "peserta", str(satu)) for satu in berkas] + [start(data, "build")]
    for satu in proses:
        _, kesalahan = satu.communicate()
        assert satu.returncode == 0, kesalahan
    assert len(kiriman.daftar(data)) == 4
    build(data)


def test_rows_that_are_gone_stop_the_build_and_come_back_with_their_file(data: Path, tmp_path: Path) -> None:
    (k,) = kiriman.daftar(data, "peserta")
    kiriman.path_dimuat(data, k).unlink()
    terbit = read_penunjuk(data)
    with pytest.raises(Penolakan, match="muat ulang") as salah:
        build(data)
    asli = kiriman.path_raw(data, k) / k.tersimpan[0]
    assert str(asli) in str(salah.value)
    assert read_penunjuk(data) == terbit
    assert load(data, "peserta", [asli]) is not None  # not "the same again": its rows have to be read once more
    build(data)


def test_no_command_touches_what_was_delivered(data: Path, tmp_path: Path) -> None:
    asli = {p: p.read_bytes() for p in (data / "raw").rglob("*.csv")}
    cukup = str(write_peserta(tmp_path / "dua.csv", 320))
    for argv in (
        ["load", "peserta", cukup], ["load", "peserta", cukup], ["build"], ["undo"], ["build"], ["rollback"],
        ["rejects", "--out", str(tmp_path / "perbaikan.xlsx")], ["load", "peserta", str(next(iter(asli)))],
        ["init", "--profil", "umum", "--kode", "99.03", "--nama", "Kabupaten Tahan"], ["demo"], ["status"],
    ):  # fmt: skip
        run(data, *argv)
        assert {p: p.read_bytes() for p in asli} == asli, argv
    assert len(kiriman.daftar(data)) == 3

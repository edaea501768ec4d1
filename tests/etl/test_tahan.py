"""A load or build may be killed, or run out of room, at any moment: nothing delivered is lost.

Readers see no half state. ``UCJ_TAHAN`` raises the number of rounds (``bench/tahan.py`` uses it).
"""

import hashlib
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etl import kiriman
from etl.build import build
from etl.muat import load
from etl.terbit import DISIMPAN, list_build, rollback
from ucj.db import open_terbitan
from ucj.penolakan import Penolakan
from ucj.penunjuk import read_penunjuk
from ucj.peraturan import init

ROOT = Path(__file__).resolve().parents[2]
MATI = int(os.environ.get("UCJ_TAHAN", "20"))
PENUH = int(os.environ.get("UCJ_TAHAN_PENUH", "50" if "UCJ_TAHAN" in os.environ else "12"))


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


def start(data: Path, *argv: str, before: Callable[[], None] | None = None) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "etl", "--data", str(data), *argv],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=before,
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


def test_killed_at_any_moment(data: Path, tmp_path: Path) -> None:
    acak = random.Random(20260714)
    lama = {}
    ukur = str(write_peserta(tmp_path / "ukur.csv", 310))
    for apa, argv in (("load", ("load", "peserta", ukur)), ("build", ("build",))):
        mulai = time.monotonic()
        assert start(data, *argv).wait() == 0
        lama[apa] = time.monotonic() - mulai
    known = acknowledged(data)
    orang = 310
    with readers(data) as pembaca:
        for putaran in range(MATI):
            apa = acak.choice(("load", "load", "build"))
            argv = ["build"]
            if apa == "load":
                argv = ["load", "peserta", str(write_peserta(tmp_path / f"{putaran}.csv", 320 + putaran))]
            proses = start(data, *argv)
            time.sleep(acak.uniform(0.2, 1.0) * lama[apa])
            proses.send_signal(signal.SIGKILL)
            kode = proses.wait()
            proses.communicate()
            check_deliveries(data, known)
            if apa == "load" and len(kiriman.daftar(data)) > len(known):  # it was done before the signal came
                orang = 320 + putaran
            else:
                assert kode != 0 or apa == "build"
            known = acknowledged(data)
            if putaran % 7 == 6:
                rollback(data, acak.choice(list_build(data)))
    assert [satu for p in pembaca for satu in p.salah] == []
    assert all(p.jumlah > 0 for p in pembaca)

    # the next run repairs: what is left of a killed load or build is gone, the newest delivery is what readers see
    build(data)
    assert not list((data / "terbit").glob("kerja-*"))
    assert len(list_build(data)) <= DISIMPAN
    terbitan = open_terbitan(data)
    assert terbitan is not None
    bulan = terbitan.info.bulan_terakhir
    rows = terbitan.read("indikator", kode=["UCJ-02"], dari=bulan, sampai=bulan)
    assert rows.filter(rows["tingkat"] == "KABUPATEN")["pembilang"].to_list() == [orang]


def test_no_room_left(data: Path, tmp_path: Path) -> None:
    """A file-size limit stops the writing somewhere, as a full disk would."""
    acak = random.Random(7)
    known = acknowledged(data)
    terbit = read_penunjuk(data)
    peserta = write_peserta(tmp_path / "penuh.csv", 330)
    with readers(data, 2) as pembaca:
        for _ in range(PENUH):
            ukuran = int(2 ** acak.uniform(3, 19))

            def limit(ukuran: int = ukuran) -> None:
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (ukuran, ukuran))

            argv = ["build"] if acak.random() < 0.5 else ["load", "peserta", str(peserta)]
            proses = start(data, *argv, before=limit)
            _, kesalahan = proses.communicate()
            if proses.returncode == 0:  # the limit was wide enough
                known, terbit = acknowledged(data), read_penunjuk(data)
                continue
            assert proses.returncode == 1, kesalahan
            assert "Traceback" not in kesalahan
            assert "ruang" in kesalahan.lower() or "disk" in kesalahan.lower(), kesalahan
            assert acknowledged(data) == known
            assert read_penunjuk(data) == terbit
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
    tertua = list_build(data)[0]
    rollback(data, tertua)
    build(data)
    assert tertua in list_build(data) or read_penunjuk(data) != tertua


def test_two_at_once_wait_for_each_other(data: Path, tmp_path: Path) -> None:
    berkas = [write_peserta(tmp_path / f"serentak{n}.csv", 350 + n) for n in range(2)]
    proses = [start(data, "load", "peserta", str(satu)) for satu in berkas] + [start(data, "build")]
    for satu in proses:
        _, kesalahan = satu.communicate()
        assert satu.returncode == 0, kesalahan
    assert len(kiriman.daftar(data)) == 4
    build(data)

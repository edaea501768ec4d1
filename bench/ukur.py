"""Measures one piece of work in a process of its own: seconds, and the most memory it held."""

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ULANG = 2  # of two runs the better counts: the file cache is warm for both sides


@dataclass(frozen=True)
class Ukuran:
    """One row of a table: seconds and seconds of the floor in the same run, peak memory, and the bar as a ratio."""

    kerja: str
    detik: float
    lantai: float
    gib: float
    batas: float

    @property
    def rasio(self) -> float:
        return self.detik / self.lantai


def best(kerja: Callable[[], object], ulang: int = ULANG) -> float:
    """Return the seconds of the best of some runs."""
    detik = []
    for _ in range(ulang):
        mulai = time.perf_counter()
        kerja()
        detik.append(time.perf_counter() - mulai)
    return min(detik)


def apart(fungsi: Callable[..., Any], *argumen: Any) -> tuple[Any, float]:
    """Run a function of a module in a new process; return what it returned and its peak memory in GiB."""
    konteks = multiprocessing.get_context("spawn")
    kirim, terima = konteks.SimpleQueue(), konteks.SimpleQueue()
    proses = konteks.Process(target=_run, args=(kirim, terima))
    proses.start()
    kirim.put((fungsi, argumen))
    proses.join()
    if proses.exitcode:
        sys.exit(f"{fungsi.__name__}: gagal, lihat pesan di atas")
    return terima.get()


def _run(kirim: Any, terima: Any) -> None:
    fungsi, argumen = kirim.get()
    hasil = fungsi(*argumen)
    terima.put((hasil, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20))


def show(tabel: list[Ukuran], keterangan: str) -> None:
    """Print the rows with their ratios, and under what load of the machine they were measured."""
    beban = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    print(f"\n{keterangan}; {os.cpu_count()} cores, load {beban} (1, 5, 15 min)")
    print(f"{'work':<44}{'seconds':>9}{'floor':>9}{'ratio':>8}{'bar':>7}{'peak GiB':>10}")
    for u in tabel:
        tanda = "" if u.rasio <= u.batas else "  over"
        print(f"{u.kerja:<44}{u.detik:>9.2f}{u.lantai:>9.2f}{u.rasio:>8.1f}{u.batas:>7.1f}{u.gib:>10.2f}{tanda}")


def folder_size(folder: Path) -> float:
    """Return the MiB below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 2**20

"""Runs commands that are killed at a moment or before a step, or that may write only so much, as an accident would.

One process imports the program and forks itself for each run: a run is work from its first moment, not imports.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MATI = -9  # exit status of a process that was killed
# A step is what changes the names or opens for writing a file of the data folder; the lock is no part of it.
_KODE = """
import json, os, resource, signal, sys, time
from etl.__main__ import main
import etl.build, etl.muat, etl.perbaikan, etl.terbit, etl.baca
UBAH = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "shutil.rmtree", "shutil.copyfile"}

def kill_before(sisa, data):
    def lihat(peristiwa, isi):
        nonlocal sisa
        tulis = peristiwa == "open" and isi[1] is not None and set(isi[1]) & set("wxa+")
        if (tulis or peristiwa in UBAH) and data in str(isi[0]) and not str(isi[0]).endswith(".terkunci"):
            sisa -= 1
            if sisa < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(lihat)

for baris in sys.stdin:
    pesanan = json.loads(baris)
    baca, tulis = os.pipe()  # no file: the limit would hold for it too
    anak = os.fork()
    if not anak:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(tulis, 2)
        if pesanan["ukuran"] is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (pesanan["ukuran"], resource.RLIM_INFINITY))
        if pesanan["titik"] is not None:
            kill_before(pesanan["titik"], pesanan["data"])
        try:
            status = main(["--data", pesanan["data"], *pesanan["argv"]])
        except SystemExit as henti:
            status = henti.code
        sys.stderr.flush()
        os._exit(int(status or 0))
    if pesanan["detik"] is not None:
        time.sleep(pesanan["detik"])
        os.kill(anak, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1])
    os.close(tulis)
    with open(baca, encoding="utf-8") as galat:
        print(json.dumps([status, galat.read()]), flush=True)
"""


@dataclass(frozen=True)
class Akhir:
    """How a run ended: its exit status (MATI when it was killed) and what it said on standard error."""

    status: int
    galat: str


class Pelaksana:
    """The process that runs them, one after the other."""

    def __init__(self) -> None:
        self._proses = subprocess.Popen(
            [sys.executable, "-c", _KODE], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(
        self,
        data: Path,
        *argv: str,
        titik: int | None = None,
        detik: float | None = None,
        ukuran: int | None = None,
    ) -> Akhir:
        """Run ``etl ARGV…``; killed before step ``titik``, or after ``detik``, or with no file above ``ukuran`` bytes.

        The limit is a soft one that the run does not raise.
        """
        assert self._proses.stdin is not None and self._proses.stdout is not None
        pesanan = {"data": str(data), "argv": argv, "titik": titik, "detik": detik, "ukuran": ukuran}
        self._proses.stdin.write(json.dumps(pesanan) + "\n")
        self._proses.stdin.flush()
        return Akhir(*json.loads(self._proses.stdout.readline()))

    def close(self) -> None:
        """Let the process end."""
        assert self._proses.stdin is not None and self._proses.stdout is not None
        self._proses.stdin.close()
        self._proses.wait()
        self._proses.stdout.close()

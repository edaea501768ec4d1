"""The one way from the app to the command line: runs ``python -m etl …`` as a subprocess."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ucj.penolakan import Penolakan

AKAR = Path(__file__).resolve().parent.parent
BATAS_DETIK = 120


def run(*kata: str, data: Path) -> str:
    """Run one command of the command line on a data folder and return what it printed.

    Raises ``Penolakan`` with the command's own sentence when it refuses.
    """
    hasil = subprocess.run(
        _susun(kata, data),
        cwd=AKAR,
        env=_lingkungan(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=BATAS_DETIK,
        check=False,
    )
    if hasil.returncode == 1:
        raise Penolakan(hasil.stderr.strip() or "Perintah ditolak tanpa penjelasan.")
    hasil.check_returncode()
    return hasil.stdout


def status(data: Path) -> dict[str, Any]:
    """Return the object of ``etl status --format json`` (sources.md 4), with ``langkah``: what is still to deliver."""
    objek: dict[str, Any] = json.loads(run("status", "--format", "json", data=data))
    return objek


def write(*kata: str, data: Path) -> bytes:
    """Run a command that writes a workbook (``template``, ``rejects``) and return the workbook."""
    with tempfile.TemporaryDirectory(prefix="ucj-unduh-") as folder:
        out = Path(folder) / "buku.xlsx"
        run(*kata, "--out", str(out), data=data)
        return out.read_bytes()


class Proses:
    """A long command under way: what it says on standard error can be read while it runs, and it can be stopped.

    ``after`` is called once when it has ended, however it ended.
    """

    def __init__(self, *kata: str, data: Path, after: Callable[[], None] = lambda: None) -> None:
        self.baris: list[str] = []
        self.keluaran = ""
        self.is_dihentikan = False
        self._after = after
        self._selesai = threading.Event()
        self._proses = subprocess.Popen(
            _susun(kata, data),
            cwd=AKAR,
            env=_lingkungan(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self._pembaca = threading.Thread(target=self._read_baris, daemon=True)
        self._pembaca.start()
        threading.Thread(target=self._finish, daemon=True).start()

    def wait(self, detik: float) -> bool:
        """Wait at most so long; return whether the command has ended."""
        return self._selesai.wait(detik)

    def stop(self) -> None:
        """Kill the command. What it has not finished is as if it had never begun; the next load clears the rest."""
        if not self._selesai.is_set():
            self.is_dihentikan = True
            self._proses.kill()

    @property
    def langkah(self) -> str:
        """The newest line: what the command is doing."""
        return self.baris[-1] if self.baris else ""

    @property
    def status(self) -> int:
        """The exit status of a command that has ended."""
        return int(self._proses.returncode)

    @property
    def tolak(self) -> str | None:
        """The sentence of a refusal (status 1), without the lines of progress before it; None when it was done.

        Raises ``RuntimeError`` for wrong usage, which only this program can have caused.
        """
        if self.status == 0:
            return None
        kalimat = [satu for satu in self.baris if not satu.endswith(" …")]
        if self.status == 1:
            return "\n".join(kalimat) or "Perintah ditolak tanpa penjelasan."
        raise RuntimeError(f"the command ended with status {self.status}")

    def _read_baris(self) -> None:
        assert self._proses.stderr is not None
        for satu in self._proses.stderr:
            if satu.strip():
                self.baris.append(satu.rstrip())

    def _finish(self) -> None:
        assert self._proses.stdout is not None
        try:
            self.keluaran = self._proses.stdout.read()
            self._proses.wait()
            self._pembaca.join()
        finally:
            self._after()
            self._selesai.set()


def _susun(kata: tuple[str, ...], data: Path) -> list[str]:
    return [sys.executable, "-m", "etl", "--data", str(data), *kata]


def _lingkungan() -> dict[str, str]:
    return {**os.environ, "PYTHONIOENCODING": "utf-8"}

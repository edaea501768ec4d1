"""The one way from the app to the command line: runs ``python -m etl …`` as a subprocess."""

import json
import os
import subprocess
import sys
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
        [sys.executable, "-m", "etl", "--data", str(data), *kata],
        cwd=AKAR,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
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

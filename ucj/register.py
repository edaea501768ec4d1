"""Registers as they stand now: what was written down after the last build is seen before the next one.

The published build has them too. Only when a delivery came after it is the command line asked.
"""

import csv
import io
import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ucj import perintah, titipan
from ucj.penolakan import Penolakan

Sidik = tuple[tuple[str, int], ...]


def find_sidik(data: Path, sumber: str) -> Sidik:
    """Return what changes when the register changes: its deliveries and when each was written (ns), by name."""
    manifes = (data / "raw" / sumber).glob("*/pengiriman.json")
    return tuple(sorted((path.parent.name, path.stat().st_mtime_ns) for path in manifes))


def is_terbit(sidik: Sidik, build: str | None) -> bool:
    """Whether a build holds the register as it is now: its id says when it began."""
    if build is None:
        return not sidik
    mulai = datetime.strptime(build.split("-")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    return all(waktu < mulai.timestamp() * 1e9 for _, waktu in sidik)


def read(data: Path, sumber: str) -> list[dict[str, Any]]:
    """Return the rows in force now, dates as ISO text. Raises ``Penolakan`` when the folder cannot be read."""
    isi: list[dict[str, Any]] = json.loads(perintah.run("register", sumber, "--format", "json", data=data))
    return isi


def write(data: Path, sumber: str, baris: Sequence[Mapping[str, str]], pengirim: str) -> None:
    """Deliver rows of a register as somebody writes them down; they are in force at once.

    Raises ``Penolakan`` when the command refuses, or when one of the rows is not taken.
    """
    teks = io.StringIO()
    tulis = csv.DictWriter(teks, list(baris[0]), quoting=csv.QUOTE_ALL, lineterminator="\n")
    tulis.writeheader()
    tulis.writerows(baris)
    simpan = titipan.deposit([(f"{sumber}-{datetime.now(UTC):%Y%m%d-%H%M%S}.csv", teks.getvalue().encode())])
    try:
        keluar = perintah.run(
            "load", sumber, str(simpan.files[0]), f"--pengirim={pengirim}", "--format", "json", data=data
        )
    except subprocess.TimeoutExpired as lama:
        raise Penolakan("Data sedang dihitung, jadi catatan ini belum tersimpan. Coba lagi sebentar lagi.") from lama
    except Penolakan as tolak:
        raise Penolakan("\n".join(satu for satu in str(tolak).splitlines() if not satu.endswith(" …"))) from tolak
    finally:
        simpan.remove()
    hasil = json.loads(keluar)
    if hasil["disisihkan"] or hasil["dimuat"] < len(baris):
        raise Penolakan("Catatan ini tidak terbaca seluruhnya. Periksa isiannya, lalu coba lagi.")

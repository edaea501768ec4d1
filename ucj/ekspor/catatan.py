"""The log of downloads: one line of JSON per file made, only ever appended (product.md 4, rule 4).

It says who took which figures in which form from which build; never a person of the figures.
"""

import json
import os
import threading
from collections import deque
from datetime import datetime
from pathlib import Path
from typing import Any

BERKAS = "unduhan.jsonl"
PANJANG = 300  # characters of a title: a line stays far below what one write puts down at once
_kunci = threading.Lock()


def path_catatan(data: Path | str) -> Path:
    """Return where the log of a data folder stands."""
    return Path(data) / "catatan" / BERKAS


def append_unduhan(data: Path | str, *, siapa: str, apa: str, jenis: str, build: str, beku: str = "") -> None:
    """Append one download. Raises ``OSError`` when it cannot be written: a file that is not in the log is not given."""
    isi = {
        "waktu": datetime.now().astimezone().isoformat(timespec="seconds"),
        "siapa": siapa[:PANJANG] or "-",
        "apa": apa[:PANJANG],
        "jenis": jenis,
        "terbitan": build,
        "beku": beku[:PANJANG],
    }
    baris = (json.dumps(isi, ensure_ascii=False) + "\n").encode()
    path = path_catatan(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    # one write to a file opened for appending: lines of several processes do not mix
    with _kunci:
        berkas = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        try:
            os.write(berkas, baris)
        finally:
            os.close(berkas)


def read_unduhan(data: Path, paling_banyak: int = 100) -> list[dict[str, Any]]:
    """Return the last downloads, newest first; nothing when none was made."""
    path = path_catatan(data)
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as berkas:
        akhir = deque(berkas, maxlen=paling_banyak)
    return [json.loads(baris) for baris in reversed(akhir) if baris.strip()]

"""Which build is published (the small file ``TERKINI``), which ones are frozen, and the names of their files.

Those who publish and those who read both need it, so it stands apart from either.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ucj.penolakan import Penolakan

PENUNJUK = "TERKINI"


def read_penunjuk(data: Path) -> str | None:
    """Return the id of the published build, or None when nothing was published yet."""
    try:
        return str(json.loads((data / "terbit" / PENUNJUK).read_text(encoding="utf-8"))["build"])
    except FileNotFoundError:
        return None


def path_terbitan(data: Path, build: str) -> Path:
    """Return where a build's aggregates stand."""
    return data / "terbit" / f"ucj-{build}.duckdb"


def path_batas(data: Path, build: str) -> Path:
    """Return where a build's village boundaries stand (GeoJSON, property ``kode_desa``); may not exist."""
    return data / "terbit" / f"batas-{build}.geojson"


BEKU = "beku"  # folder of the frozen builds, and the URL parameter that names one
CATATAN_BEKU = "beku.json"


@dataclass(frozen=True)
class Beku:
    """One build pinned under a name, with the profile in force that day: what ``beku.json`` says of it.

    ``tanggal``: the day of freezing, which counts as today for its profile; ``berkas``: every file of the folder with
    its SHA-256.
    """

    id: str
    nama: str
    tanggal: date
    waktu: str
    build: str
    hash_profil: str
    berkas: Mapping[str, str]


def folder_beku(data: Path, id_beku: str) -> Path:
    """Return where a frozen build stands."""
    return data / BEKU / id_beku


def read_beku(data: Path, id_beku: str) -> Beku:
    """Return one frozen build. Raises ``Penolakan`` when there is none of that id or its record is damaged."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id_beku):
        raise Penolakan(f"Angka beku “{id_beku[:60]}” tidak dikenal.")
    path = folder_beku(data, id_beku) / CATATAN_BEKU
    if not path.parent.is_dir():
        raise Penolakan(
            f"Angka beku “{id_beku[:60]}” tidak ada atau sudah dilepas. Yang ada: `python -m etl freeze --daftar`."
        )
    try:
        isi = json.loads(path.read_text(encoding="utf-8"))
        return Beku(**(isi | {"tanggal": date.fromisoformat(isi["tanggal"])}))
    except (OSError, ValueError, KeyError, TypeError) as salah:
        raise Penolakan(f"Angka beku {id_beku} rusak: {CATATAN_BEKU} tidak terbaca. {_CARA_RUSAK}") from salah


def check_beku(data: Path, satu: Beku) -> None:
    """Raise ``Penolakan`` when a file of a frozen build is missing or not the one that was frozen."""
    folder = folder_beku(data, satu.id)
    for nama, sha256 in satu.berkas.items():
        path = folder / nama
        if not path.is_file():
            raise Penolakan(f"Angka beku {satu.nama} tidak lengkap: berkas {nama} tidak ada. {_CARA_RUSAK}")
        if hash_berkas(path) != sha256:
            raise Penolakan(f"Angka beku {satu.nama} rusak: isi berkas {nama} berubah. {_CARA_RUSAK}")


def hash_berkas(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


_CARA_RUSAK = (
    "Pulihkan folder beku dari cadangan, atau lepas dengan `python -m etl freeze --lepas NAMA` lalu bekukan lagi; "
    "angka terbaru tidak terpengaruh."
)

"""Which build is published: the small file ``TERKINI`` and the names of a build's files.

Those who publish and those who read both need it, so it stands apart from either.
"""

import json
from pathlib import Path

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

"""Publishes a build, goes back to an earlier one, and clears what a killed build left.

A build's files have names of their own; the small file ``TERKINI`` names the one in force and is replaced in one step,
so a reader sees the old build or the new one and never half of either (docs/keputusan.md).
"""

import json
import os
import shutil
from pathlib import Path

from etl import kiriman
from ucj.penolakan import Penolakan
from ucj.penunjuk import PENUNJUK, path_batas, path_terbitan, read_penunjuk

DISIMPAN = 5  # builds kept for going back


def publish(data: Path, build: str, database: Path, batas: Path | None) -> None:
    """Move a finished build into place and point to it. Nothing changes for readers before the last step."""
    folder = data / "terbit"
    before = read_penunjuk(data)
    if batas is not None:
        shutil.copyfile(batas, path_batas(data, build))
        _sync(path_batas(data, build))
    _sync(database)
    database.replace(path_terbitan(data, build))
    kiriman.sync_folder(folder)
    _point(folder, build)
    clean(data, before)  # a reader that looked a moment ago is still about to open the build before


def rollback(data: Path, build: str | None = None) -> str:
    """Point to an earlier build (the one before the published one unless named); return its id.

    Naming a newer build undoes a rollback. Raises ``Penolakan`` when there is no such build. Waits for a build that is
    under way: it might delete just the build that is being pointed to.
    """
    with kiriman.lock(data):
        return _rollback(data, build)


def _rollback(data: Path, build: str | None) -> str:
    builds = list_build(data)
    now = read_penunjuk(data)
    if build is None:
        earlier = [b for b in builds if now is not None and b < now]
        if not earlier:
            raise Penolakan("Tidak ada terbitan sebelumnya untuk kembali. Terbitan yang ada: " + _names(builds))
        build = earlier[-1]
    if build not in builds:
        raise Penolakan(f"Terbitan {build} tidak ada. Terbitan yang ada: {_names(builds)}")
    _point(data / "terbit", build)
    return build


def list_build(data: Path) -> list[str]:
    """Return the ids of the builds that are kept, oldest first."""
    return sorted(path.stem.removeprefix("ucj-") for path in (data / "terbit").glob("ucj-*.duckdb"))


def clean(data: Path, spare: str | None = None) -> None:
    """Delete builds beyond the last ``DISIMPAN`` and the work of builds that were killed.

    Never the one in force, nor ``spare``.
    """
    folder = data / "terbit"
    folder.mkdir(parents=True, exist_ok=True)
    now = read_penunjuk(data)
    builds = list_build(data)
    kept = {*builds[-DISIMPAN:], now, spare}
    for build in builds:
        if build not in kept:
            _remove(path_terbitan(data, build))
    for batas in folder.glob("batas-*.geojson"):  # also those of a build that was killed before it had a database
        if batas.stem.removeprefix("batas-") not in kept:
            _remove(batas)
    for work in folder.glob("kerja-*"):
        shutil.rmtree(work, ignore_errors=True)
    for left in folder.glob(f"{PENUNJUK}.*"):
        _remove(left)


def _point(folder: Path, build: str) -> None:
    temporary = folder / f"{PENUNJUK}.{os.getpid()}"
    with temporary.open("w", encoding="utf-8") as file:
        json.dump({"build": build}, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(folder / PENUNJUK)
    kiriman.sync_folder(folder)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except PermissionError:
        return  # Windows: a reader still holds the old file; the next build tries again


def _names(builds: list[str]) -> str:
    return ", ".join(builds) or "belum ada"

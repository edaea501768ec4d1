"""Data folders that many tests read: each is made once per run, also when the run has several workers."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.perintah import must

Buat = Callable[[str, Callable[[Path], object]], Path]
PATIENCE_SECONDS = 900


@pytest.fixture(scope="session", autouse=True)
def _no_settings_from_outside() -> None:
    """The environment of whoever runs the tests must not point them at real data or a real key."""
    for name in ("UCJ_DATA", "UCJ_KUNCI"):
        os.environ.pop(name, None)


@pytest.fixture(scope="session")
def sekali(tmp_path_factory: pytest.TempPathFactory) -> Buat:
    """Return ``make once``: the first caller fills the folder of that name, the others wait and share it."""
    base = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        base = base.parent  # one base per worker, below the one of the run

    def make_once(name: str, fill: Callable[[Path], object]) -> Path:
        folder, done, failed = base / name, base / f"{name}.selesai", base / f"{name}.gagal"
        try:
            folder.mkdir()
        except FileExistsError:
            end = time.monotonic() + PATIENCE_SECONDS
            while not done.exists():
                assert not failed.exists(), f"{name}: making it failed in another test; see there"
                assert time.monotonic() < end, f"{name}: not ready after {PATIENCE_SECONDS} s"
                time.sleep(0.2)
            return folder
        try:
            fill(folder)
        except BaseException:
            failed.touch()
            raise
        done.touch()
        return folder

    return make_once


@pytest.fixture(scope="session")
def data_contoh(sekali: Buat) -> Path:
    """The data folder of Kabupaten Contoh as ``python -m etl demo`` makes it. Read only: copy it before you load."""
    return sekali("contoh", lambda folder: must(folder, "demo"))

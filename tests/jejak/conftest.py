"""Kabupaten Jejak, loaded and built once through the command line."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.jejak.kabupaten import KIRIMAN, KODE, NAMA, write
from tests.perintah import Angka, angka, must


def fill(folder: Path) -> None:
    data = folder / "data"
    must(data, "init", "--profil", "umum", "--kode", KODE, "--nama", NAMA)
    with (data / "profil.toml").open("a", encoding="utf-8") as file:
        file.write('\n[target]\nseri = "RPJMD"\n')  # two series are delivered: the regency chooses
    for sumber, name, rows in KIRIMAN:
        must(
            data,
            "load",
            sumber,
            str(write(folder / "berkas" / sumber / name, rows)),
            "--diterima",
            "2026-07-11",
        )
    must(data, "build")


@pytest.fixture(scope="session")
def jejak(sekali: Callable[[str, Callable[[Path], object]], Path]) -> Path:
    """The data folder of Kabupaten Jejak. Read only."""
    return sekali("jejak", fill) / "data"


@pytest.fixture(scope="session")
def periode(jejak: Path) -> Callable[[str], Angka]:
    """All figures of a month (`2026-06`) or a semester (`2026-1`), each asked for once."""

    @cache
    def ask(name: str) -> Angka:
        return angka(jejak, "--bulan" if len(name) == 7 else "--semester", name)

    return ask

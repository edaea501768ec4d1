"""What the tests of this folder share: the reader of the reading rules, the runner of the fault tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bacaan import WILAYAH, Pembaca
from tests.pelaksana import Pelaksana
from ucj.peraturan import Profil, init


@pytest.fixture(scope="session")
def profil_uji(tmp_path_factory: pytest.TempPathFactory) -> Profil:
    return init(tmp_path_factory.mktemp("profil"), "umum", "99.01", "Kabupaten Contoh")


@pytest.fixture
def baca_uji(tmp_path: Path, profil_uji: Profil) -> Pembaca:
    return Pembaca(tmp_path, profil_uji, WILAYAH)


@pytest.fixture(scope="module")
def pelaksana() -> Iterator[Pelaksana]:
    """Runs commands that meet with an accident."""
    satu = Pelaksana()
    yield satu
    satu.close()

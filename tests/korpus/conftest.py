"""The reader that the tests of hostile and random files share."""

from pathlib import Path

import pytest

from tests.bacaan import WILAYAH, Pembaca
from ucj.peraturan import Profil, init


@pytest.fixture(scope="session")
def profil_uji(tmp_path_factory: pytest.TempPathFactory) -> Profil:
    return init(tmp_path_factory.mktemp("profil"), "umum", "99.01", "Kabupaten Contoh")


@pytest.fixture
def baca_uji(tmp_path: Path, profil_uji: Profil) -> Pembaca:
    return Pembaca(tmp_path, profil_uji, WILAYAH)

"""Every page is run by AppTest through app.py on a regency small enough to count by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages import kabupaten_dana, kabupaten_uji

ROOT = Path(__file__).resolve().parents[2]

Buka = Callable[..., AppTest]


@pytest.fixture(scope="session")
def data_uji(sekali) -> Path:
    """The published data folder of Kabupaten Uji; read only."""
    return sekali("uji", kabupaten_uji.fill)


@pytest.fixture(scope="session")
def data_dana(sekali) -> Path:
    """The published data folder of the regency with money, benefits and employers; read only."""
    return sekali("dana", kabupaten_dana.fill)


@pytest.fixture
def buka(monkeypatch: pytest.MonkeyPatch, data_uji: Path) -> Buka:
    """Open a page (file name without ending) with filters, on Kabupaten Uji or on another data folder."""

    def open_page(halaman: str, data: Path | None = None, **saring: str) -> AppTest:
        monkeypatch.setenv("UCJ_DATA", str(data or data_uji))
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        for nama, nilai in saring.items():
            at.query_params[nama] = nilai
        at.run()
        if halaman != "ringkasan":
            at.switch_page(f"pages/{halaman}.py").run()
        return at

    return open_page

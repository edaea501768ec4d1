"""Every page before anything was delivered: it opens in a real browser, keeps to itself and claims nothing.

Pages with data are visited by the other files of this folder.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.jendela import Jendela

pytestmark = pytest.mark.e2e
PAGES = Path(__file__).resolve().parents[2] / "pages"
HALAMAN = ["" if path.stem == "ringkasan" else path.stem for path in sorted(PAGES.glob("*.py"))]
BANNER = "DATA CONTOH – BUKAN DATA SEBENARNYA"


@pytest.fixture(scope="module")
def kosong(browser: Browser, app_kosong: str) -> Iterator[Jendela]:
    with Jendela.open(browser, app_kosong) as jendela:
        yield jendela


@pytest.mark.parametrize("halaman", HALAMAN)
def test_page_without_data_says_what_to_do(kosong: Jendela, halaman: str) -> None:
    kosong.forget()
    kosong.go(halaman)

    assert kosong.list_broken() == []
    assert BANNER not in kosong.text(), "nothing was delivered, so nothing is simulated"


def test_language_of_the_page_is_indonesian(kosong: Jendela) -> None:
    kosong.go("")
    kosong.page.wait_for_function("() => document.documentElement.lang === 'id'", timeout=10_000)

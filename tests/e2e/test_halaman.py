"""Every page in a real browser: it opens, keeps to itself, fits the laptop and says that its data are simulated."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.jendela import Jendela

pytestmark = pytest.mark.e2e
PAGES = Path(__file__).resolve().parents[2] / "pages"
HALAMAN = ["" if path.stem == "ringkasan" else path.stem for path in sorted(PAGES.glob("*.py"))]
BANNER = "DATA CONTOH – BUKAN DATA SEBENARNYA"


@pytest.mark.parametrize("halaman", HALAMAN)
def test_page_is_sound(jendela: Jendela, halaman: str) -> None:
    jendela.go(halaman)

    assert jendela.list_broken() == []
    assert BANNER in jendela.text()
    assert jendela.overflow() <= 0, "horizontal scroll at 1366 x 768"


@pytest.mark.parametrize("halaman", HALAMAN)
def test_page_without_data_says_what_to_do(browser: Browser, app_kosong: str, halaman: str) -> None:
    with Jendela.open(browser, app_kosong) as jendela:
        jendela.go(halaman)

        assert jendela.list_broken() == []
        assert BANNER not in jendela.text(), "nothing was delivered, so nothing is simulated"


def test_language_of_the_page_is_indonesian(jendela: Jendela) -> None:
    jendela.go("")
    jendela.page.wait_for_function("() => document.documentElement.lang === 'id'", timeout=10_000)

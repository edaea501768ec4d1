"""Filters live in the URL: they follow the reader from page to page, and a link shows somebody else the same view."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.e2e.jendela import Jendela

pytestmark = pytest.mark.e2e


def read_url(jendela: Jendela) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(jendela.page.url).query).items()}


def test_filters_survive_a_change_of_page(jendela: Jendela) -> None:
    jendela.go("sektor?periode=2026-05")
    jendela.click_page("Pendanaan", "Manfaat")

    assert urlsplit(jendela.page.url).path == "/manfaat"
    assert read_url(jendela)["periode"] == "2026-05"
    assert "Mei 2026" in jendela.text()
    assert jendela.list_broken() == []


def test_choosing_a_filter_writes_it_into_the_url(jendela: Jendela) -> None:
    jendela.go("desa")
    jendela.choose("Periode", "Mei 2026")

    assert read_url(jendela)["periode"] == "2026-05"
    assert "per 31 Mei 2026" in jendela.text()


def test_a_link_restores_the_view(browser: Browser, app: str, jendela: Jendela) -> None:
    jendela.go("desa?periode=2026-05&wilayah=99.01.01&segmen=BPU")
    judul = jendela.page.inner_text("h1")
    alamat = jendela.page.url

    with Jendela.open(browser, app) as lain:
        lain.go(alamat.removeprefix(app).lstrip("/"))
        assert lain.page.inner_text("h1") == judul
        assert read_url(lain) | {"wilayah": "99.01.01", "periode": "2026-05", "segmen": "BPU"} == read_url(lain)
        assert "per 31 Mei 2026" in lain.text()


def test_a_link_with_an_unknown_value_says_so(jendela: Jendela) -> None:
    jendela.go("desa?wilayah=11.11.11")

    assert "tidak dikenal" in jendela.text()
    assert jendela.list_broken() == []


def test_the_map_is_drawn_without_any_outside_help(jendela: Jendela) -> None:
    jendela.go("desa")
    jendela.page.wait_for_selector("g.choroplethlayer path", state="attached", timeout=60_000)

    assert jendela.page.locator("g.choroplethlayer path").count() > 10
    assert jendela.outside == []

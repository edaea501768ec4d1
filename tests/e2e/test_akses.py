"""Everybody can read and use the pages: axe-core, headings, titles, chart blocks, and a walk by keyboard."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.e2e.jendela import Jendela
from tests.e2e.layar import Blok, read, read_blok
from tests.e2e.test_halaman import BANNER

pytestmark = pytest.mark.e2e
PAGES = Path(__file__).resolve().parents[2] / "pages"
HALAMAN = sorted(path.stem for path in PAGES.glob("*.py") if path.stem != "cetak")
BERAT = {"serious", "critical"}
# Findings in markup that is Streamlit's own and that no page can change: rule -> part of the selector, and why.
STREAMLIT: dict[str, tuple[str, str]] = {}


@dataclass
class Kunjungan:
    """What one visit to a page has found."""

    axe: list[str]
    judul: list[tuple[int, str]]
    nama: str
    bahasa: str
    blok: list[Blok]
    rusak: list[str]
    bawah: dict[str, Any]
    teks: str


@pytest.fixture(scope="module")
def jendela(browser: Browser, app: str) -> Any:
    with Jendela.open(browser, app) as jendela:
        yield jendela


@pytest.fixture(scope="module")
def kunjungan(jendela: Jendela) -> Any:
    """Visit a page once; all tests of this file look at the same visit."""
    ingat: dict[str, Kunjungan] = {}

    def visit(halaman: str) -> Kunjungan:
        if halaman not in ingat:
            jendela.forget()
            jendela.go("" if halaman == "ringkasan" else halaman)
            page = jendela.page
            ingat[halaman] = Kunjungan(
                axe=find_axe(page),
                judul=[(tingkat, kata) for tingkat, kata in read(page, "judul")],
                nama=page.title(),
                bahasa=str(page.evaluate("document.documentElement.lang")),
                blok=read_blok(page),
                rusak=jendela.list_broken(),
                bawah=read(page, "bawah"),
                teks=jendela.text(),
            )
        return ingat[halaman]

    return visit


def find_axe(page: Page) -> list[str]:
    """Return the serious and critical findings of axe-core that are ours to mend."""
    hasil = Axe().run(page, options={"resultTypes": ["violations"]}).response
    temuan = []
    for satu in hasil["violations"]:
        bagian = STREAMLIT.get(satu["id"], (None, ""))[0]
        simpul = [" ".join(map(str, n["target"])) for n in satu["nodes"]]
        milik = [s for s in simpul if bagian is None or bagian not in s]
        if milik and satu["impact"] in BERAT:
            temuan.append(f"{satu['id']} ({satu['impact']}): {satu['help']}; {len(milik)} × {milik[:3]}")
    return temuan


@pytest.mark.parametrize("halaman", HALAMAN)
def test_axe_finds_nothing_serious(kunjungan: Any, halaman: str) -> None:
    assert kunjungan(halaman).axe == []


@pytest.mark.parametrize("halaman", HALAMAN)
def test_title_language_and_order_of_headings(kunjungan: Any, halaman: str) -> None:
    kini = kunjungan(halaman)
    tingkat = [t for t, _ in kini.judul]

    assert kini.bahasa == "id"
    assert kini.nama.startswith("UCJ – ") and kini.nama.endswith(" – Kabupaten Contoh")
    assert tingkat[0] == 1 and tingkat.count(1) == 1, kini.judul
    lompat = [kini.judul[i] for i in range(1, len(tingkat)) if tingkat[i] > tingkat[i - 1] + 1]
    assert lompat == [], "headings that skip a level"
    assert [kata for _, kata in kini.judul if not kata] == []


@pytest.mark.parametrize("halaman", HALAMAN)
def test_page_is_sound_and_every_chart_block_whole(kunjungan: Any, halaman: str) -> None:
    """visual.md 12.2: title, subtitle, source, date, table; and a chart that is not blank."""
    kini = kunjungan(halaman)
    assert kini.rusak == []
    assert BANNER in kini.teks
    for blok in (b for b in kini.blok if b.grafik):
        assert blok.grafik == 1, f"{blok.judul}: {blok.grafik} charts under one heading"
        assert blok.judul and blok.subjudul, blok
        assert blok.sumber.startswith("Sumber:") and "Data per " in blok.sumber, blok
        assert blok.tab[:3] == ["Grafik", "Tabel", "Unduh"], blok
        assert any(blok.tabel), f"{blok.judul}: no table with a caption"
        assert blok.isi > 3, f"{blok.judul}: blank"
        assert blok.alt, f"{blok.judul}: no name for those who do not see it"


def test_the_charts_are_where_they_are_expected(kunjungan: Any) -> None:
    """The scan above would be green on pages without any chart."""
    jumlah = {halaman: sum(b.grafik for b in kunjungan(halaman).blok) for halaman in HALAMAN}
    wajib = {"ringkasan": 2, "sektor": 3, "desa": 2, "serapan_anggaran": 3, "bantuan_iuran": 3, "manfaat": 3}
    assert {h: n for h, n in jumlah.items() if n < wajib.get(h, 0)} == {}


def test_finding_figures_and_both_charts_of_ringkasan_fit_a_laptop(kunjungan: Any) -> None:
    bawah = kunjungan("ringkasan").bawah
    assert len(bawah["grafik"]) == 2
    assert max(bawah["temuan"], bawah["kpi"], *bawah["grafik"]) <= 768, bawah


# --- by keyboard alone


def press(page: Page, tombol: str, kali: int = 1) -> None:
    for _ in range(kali):
        page.keyboard.press(tombol)


def focused(page: Page) -> dict[str, str]:
    """Return the element in focus: its words, its label, and whether a reader sees that it is in focus."""
    isi: dict[str, str] = page.evaluate(
        """() => {
          const e = document.activeElement, kotak = e.getBoundingClientRect();
          const luar = e.closest('[data-baseweb="select"], [role="group"]') || e;
          const cincin = [e, luar, e.parentElement].some(x => x && (parseFloat(getComputedStyle(x).outlineWidth) >= 2 &&
            getComputedStyle(x).outlineStyle !== 'none' || getComputedStyle(x).boxShadow !== 'none'));
          return {teks: (e.innerText || e.value || e.getAttribute('aria-label') || '').trim().slice(0, 80),
            id: e.id, label: e.getAttribute('aria-label') || '', cincin: cincin ? 'ya' : '',
            tampak: kotak.width > 0 && kotak.bottom > 0 && kotak.top < innerHeight ? 'ya' : ''};
        }"""
    )
    return isi


def tab_to(page: Page, syarat: str, paling: int = 60) -> list[dict[str, str]]:
    """Press Tab until the words, label or id in focus hold ``syarat``; return every stop on the way."""
    lewat = []
    for _ in range(paling):
        press(page, "Tab")
        lewat.append(focused(page))
        if syarat in (lewat[-1]["teks"], lewat[-1]["id"]) or syarat in lewat[-1]["label"]:
            return lewat
    raise AssertionError(f"{syarat!r} is not reached by {paling} presses of Tab: {[x['teks'] for x in lewat]}")


def test_the_first_stop_leads_past_the_navigation(jendela: Jendela) -> None:
    page = jendela.page
    jendela.go("sektor")
    press(page, "Tab")
    assert focused(page)["id"] == "ucj-lompat" and focused(page)["tampak"]
    press(page, "Enter")
    assert focused(page)["id"] == "isi"
    lewat = tab_to(page, "Grafik", 20)
    assert [x for x in lewat if not (x["cincin"] and x["tampak"])] == [], "a stop that nobody sees"


def test_filter_tabs_and_a_village_by_keyboard(jendela: Jendela) -> None:
    page = jendela.page
    jendela.go("desa")
    tab_to(page, "ucj-lompat", 3)
    press(page, "Enter")
    tab_to(page, "Wilayah", 6)
    page.keyboard.type("Alun")
    page.wait_for_timeout(300)
    press(page, "Enter")
    jendela.wait()
    assert "wilayah=" in page.url, "a village is chosen by list, without the map"
    assert page.locator("#ucj-kabar-hasil").inner_text().strip() == "Hasil diperbarui"

    jendela.go("sektor")
    tab_to(page, "ucj-lompat", 3)
    press(page, "Enter")
    tab_to(page, "Grafik", 20)
    press(page, "ArrowRight")
    press(page, "Enter")
    assert focused(page)["teks"] == "Tabel"
    page.locator("table.ucj-tabel").first.wait_for(state="visible")

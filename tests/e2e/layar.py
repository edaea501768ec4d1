"""What can be read off a drawn page; the reading itself is layar.js, put into the page."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SKRIP = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


@dataclass
class Blok:
    """One heading of a page and what stands under it until the next; ``isi`` counts the shapes of its poorest chart."""

    judul: str
    grafik: int = 0
    subjudul: str = ""
    sumber: str = ""
    tab: list[str] = field(default_factory=list)
    tabel: list[str] = field(default_factory=list)
    isi: int = 0
    alt: str = ""


def read(page: Page, apa: str) -> Any:
    """Return what one of the functions of layar.js finds on the page."""
    return page.evaluate(f"() => {{ {SKRIP}\n return window.ucjLayar.{apa}(); }}")


def read_blok(page: Page) -> list[Blok]:
    """Return the blocks of a page in their order."""
    return [Blok(**satu) for satu in read(page, "blok")]


def resize(page: Page, lebar: int, tinggi: int) -> None:
    """Give the window another size and wait until nothing moves any more."""
    page.set_viewport_size({"width": lebar, "height": tinggi})
    read(page, "tenang")

"""Reads a page under AppTest as its reader does."""

import re
from html import unescape

from streamlit.testing.v1 import AppTest


def markah(at: AppTest) -> str:
    """Everything that the page wrote as HTML, styles left out."""
    return "\n".join(h.proto.body for h in at.get("html") if not h.proto.body.lstrip().startswith("<style"))


def terbaca(at: AppTest) -> str:
    """What a reader sees: title and text without tags."""
    assert not at.exception, at.exception[0].value
    badan = re.sub(r"<[^>]+>", " ", markah(at))
    return re.sub(r"\s+", " ", unescape(f"{judul(at)} {badan}"))


def judul(at: AppTest) -> str:
    """The finding in the title, as shown: without the backslashes that keep Markdown literal."""
    return re.sub(r"\\(.)", r"\1", at.title[0].value) if at.title else ""


def gambar(at: AppTest) -> list[str]:
    """The Plotly figures of the page as JSON text."""
    return [c.proto.spec for c in at.get("plotly_chart")]

"""One screen of the meeting view, without how it is drawn: the same seven feed the page and later the slides."""

from collections.abc import Sequence
from dataclasses import dataclass

from ucj.charts import Batang
from ucj.html import Kolom


@dataclass(frozen=True)
class Ukuran:
    """How large the text is: ``huruf`` px at 1920 x 1080, and how many bars and table rows then fit (visual.md 3)."""

    kode: str
    nama: str
    huruf: int
    batang: int
    baris: int


PROYEKTOR = Ukuran("proyektor", "Proyektor", 24, 8, 6)
TV = Ukuran("tv", "TV", 32, 5, 4)


@dataclass(frozen=True)
class Tabel:
    """A small table; ``is_berkepala`` is false where the rows speak for themselves."""

    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[Sequence[object]]
    is_berkepala: bool = True


@dataclass(frozen=True, kw_only=True)
class Layar:
    """One sentence, one number with what it means, one picture; at most three blocks.

    A picture of one bar stands wide beside the number, with the table below; one of several bars fills the right side.
    ``basis`` is named in the line above where the figures have one; ``pesan`` says why there is nothing to draw and who
    has to send what.
    """

    nama: str
    kalimat: str
    angka: str = ""
    keterangan: str = ""
    status: str | None = None
    basis: str = ""
    gambar: Batang | None = None
    tabel: Tabel | None = None
    pesan: Sequence[str] = ()
    sumber: str = ""

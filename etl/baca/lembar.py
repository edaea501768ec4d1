"""One sheet as text: what every format is brought to before a contract looks at it."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

# blanks that people cannot see, and the apostrophes and quotes that spreadsheets leave around a value
KOSONG = " \t\r\n\f\v\u00a0\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
_TEPI = (
    " \t\r\n\f\v\u00a0\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202f\u2060\u3000\ufeff'\"`\u2018\u2019\u201c\u201d"
)
_TAK_TAMPAK = "[\u200b-\u200f\u2060\ufeff\u00ad]"
_SPASI_LAIN = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"


@dataclass
class Lembar:
    """One sheet or CSV: one row per row of the file, from its first row on; columns are named "0", "1", ….

    ``asli`` is the text as delivered, ``bersih`` the same trimmed, with null for an empty cell. ``angka`` marks,
    per column that has any, the cells that are numbers for the spreadsheet. ``gabung``: rows whose filled cells
    are all one merged cell (a heading inside the table).
    """

    berkas: str
    nama: str
    asli: pl.DataFrame
    bersih: pl.DataFrame
    angka: dict[int, pl.Series] = field(default_factory=dict)
    gabung: frozenset[int] = frozenset()
    is_csv: bool = False

    @property
    def sebutan(self) -> str:
        """How messages call it: the file, and the sheet if there can be several."""
        return self.berkas if self.is_csv else f"{self.berkas}, lembar {self.nama!r}"

    def baris(self, nomor: int) -> list[str | None]:
        """The trimmed cells of one row (0 = first row of the file)."""
        return list(self.bersih.row(nomor))


def bersihkan(frame: pl.DataFrame, *, is_ascii: bool = False) -> pl.DataFrame:
    """The frame with every cell trimmed and empty cells as null."""
    kolom = pl.all()
    if not is_ascii:
        kolom = kolom.str.replace_all(_TAK_TAMPAK, "").str.replace_all(_SPASI_LAIN, " ")
    kolom = kolom.str.strip_chars(_TEPI)
    bersih = frame.lazy().select(kolom).select(pl.when(pl.all() != "").then(pl.all())).collect()
    rumus = [nama for nama in bersih.columns if bersih[nama].str.starts_with("=").any()]
    if rumus:  # ="5203…": how people keep a spreadsheet from turning a NIK into a number
        buka = pl.col(rumus).str.replace(r'^=\s*"?', "").str.strip_chars(_TEPI)
        bersih = bersih.with_columns(buka).with_columns(pl.when(pl.col(rumus) != "").then(pl.col(rumus)))
    return bersih

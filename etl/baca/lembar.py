"""One sheet as text: what every format is brought to before a contract looks at it."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from etl.baca.batas import BATAS_HURUF
from ucj.format import bilangan
from ucj.penolakan import Penolakan

# blanks that people cannot see, and the apostrophes and quotes that spreadsheets leave around a value
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


def check_sel(sebutan: str, frame: pl.DataFrame) -> None:
    """Raise ``Penolakan`` for a cell with more text than a spreadsheet can hold, naming its row."""
    panjang = frame.select(pl.all().str.len_bytes().max())
    for nama, paling in zip(panjang.columns, panjang.row(0), strict=True):
        if paling is None or paling <= BATAS_HURUF:
            continue
        huruf = frame[nama].str.len_chars()
        if (huruf > BATAS_HURUF).any():
            raise Penolakan(
                f"{sebutan}, baris {(huruf.arg_max() or 0) + 1}: satu sel berisi {bilangan(huruf.max())} huruf; "  # type: ignore[arg-type]
                f"paling banyak {bilangan(BATAS_HURUF)}. Biasanya tanda kutip tidak ditutup atau berkasnya rusak. "
                "Betulkan baris itu, lalu muat lagi."
            )


def bersihkan(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with every cell trimmed and empty cells as null."""
    panjang = frame.select(pl.all().str.len_bytes().sum()).row(0) if frame.width else ()
    huruf = frame.select(pl.all().str.len_chars().sum()).row(0) if frame.width else ()
    aneh = [nama for nama, b, h in zip(frame.columns, panjang, huruf, strict=True) if b != h]  # not ASCII alone
    malas = frame.lazy()
    if aneh:
        malas = malas.with_columns(pl.col(aneh).str.replace_all(_TAK_TAMPAK, "").str.replace_all(_SPASI_LAIN, " "))
    bersih = malas.select(pl.all().str.strip_chars(_TEPI)).select(pl.when(pl.all() != "").then(pl.all())).collect()
    rumus = [nama for nama in bersih.columns if bersih[nama].str.starts_with("=").any()]
    if rumus:  # ="5203…": how people keep a spreadsheet from turning a NIK into a number
        buka = pl.col(rumus).str.replace(r'^=\s*"?', "").str.strip_chars(_TEPI)
        bersih = bersih.with_columns(buka).with_columns(pl.when(pl.col(rumus) != "").then(pl.col(rumus)))
    return bersih

"""PNG and SVG of a chart at the size of an A4 report, with its words, its source and the mark of simulated data."""

from typing import Literal

from ucj.charts.batas import Batas
from ucj.charts.deskripsi import Deskripsi
from ucj.ekspor.asal import Asal


def make_gambar(
    d: Deskripsi, jenis: Literal["png", "svg"], asal: Asal, batas: Batas | None = None, is_setengah: bool = False
) -> bytes:
    """Return the picture as wide as a page, or half of it; ``batas`` are the boundaries of a map."""
    from ucj.charts import cetak  # matplotlib takes a second to import: the app starts without it

    return cetak.save(
        d, jenis, cetak.SETENGAH if is_setengah else cetak.PENUH, contoh=asal.simulasi, cap=asal.cap, batas=batas
    )

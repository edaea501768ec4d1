"""Files of what a page shows: one module per format, all fed by the same description or table.

Nothing here knows Streamlit or a browser; equal figures give equal bytes.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from ucj.charts.batas import Batas
from ucj.charts.deskripsi import Deskripsi
from ucj.ekspor import asal as _asal
from ucj.ekspor import lembar as _lembar
from ucj.ekspor.asal import Asal
from ucj.ekspor.berkas_csv import make_csv
from ucj.ekspor.berkas_gambar import make_gambar
from ucj.ekspor.berkas_xlsx import make_xlsx
from ucj.ekspor.berkas_zip import make_zip
from ucj.ekspor.catatan import append_unduhan, path_catatan, read_unduhan
from ucj.html import Kolom
from ucj.istilah import CONTOH

__all__ = [
    "CONTOH",
    "JENIS_GRAFIK",
    "JENIS_TABEL",
    "MIME",
    "Asal",
    "append_unduhan",
    "make_grafik",
    "make_tabel",
    "path_catatan",
    "read_unduhan",
]

JenisGrafik = Literal["png", "svg", "xlsx", "csv", "zip"]
JenisTabel = Literal["xlsx", "csv"]
JENIS_GRAFIK: tuple[JenisGrafik, ...] = ("png", "svg", "xlsx", "csv", "zip")
JENIS_TABEL: tuple[JenisTabel, ...] = ("xlsx", "csv")
MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "zip": "application/zip",
}


def make_grafik(d: Deskripsi, jenis: JenisGrafik, asal: Asal, batas: Batas | None = None) -> bytes:
    """Return one file of a chart; ``batas`` are the boundaries of a map."""
    if jenis in ("png", "svg"):
        return make_gambar(d, "png" if jenis == "png" else "svg", asal, batas)
    if jenis == "csv":
        return make_csv(_lembar.of_deskripsi(d), asal)
    meta = _asal.of_deskripsi(d, asal)
    if jenis == "xlsx":
        return make_xlsx(_lembar.of_deskripsi(d), asal, meta)
    isi: dict[str, bytes] = {satu: make_grafik(d, satu, asal, batas) for satu in JENIS_GRAFIK if satu != "zip"}
    return make_zip(d.stem, isi, meta)


def make_tabel(
    judul: str,
    kolom: Sequence[Kolom],
    baris: Iterable[Sequence[object]],
    jumlah: Sequence[object],
    jenis: JenisTabel,
    asal: Asal,
    sumber: str = "",
) -> bytes:
    """Return one file of an official table as the page shows it, totals included."""
    isi = _lembar.of_tabel(judul, kolom, baris, jumlah)
    if jenis == "csv":
        return make_csv(isi, asal)
    return make_xlsx(isi, asal, _asal.metadata(asal, judul, sumber=sumber))

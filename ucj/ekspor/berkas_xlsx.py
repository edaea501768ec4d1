"""XLSX with true numbers, frozen heading and a sheet that says where the figures come from; text is never a formula."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook

from ucj import format
from ucj.ekspor.asal import Asal, list_metadata
from ucj.ekspor.lembar import Lembar, Sel
from ucj.istilah import CONTOH

LEBAR_MAKS = 60
SEL_MAKS = 32767  # characters that a cell can hold


def make_xlsx(lembar: Lembar, asal: Asal, meta: Mapping[str, Any]) -> bytes:
    """Return the workbook: sheet Data with heading, rows and total; sheet Metadata."""
    isi = BytesIO()
    pilihan = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    buku = xlsxwriter.Workbook(isi, pilihan)
    hari = asal.data_per or date(2000, 1, 1)
    # the day of the figures, not the moment of the click: the same figures give the same bytes
    buku.set_properties(
        {"title": lembar.judul[:255], "author": "Pantau UCJ", "created": datetime(hari.year, hari.month, hari.day)}
    )
    _data(buku, lembar, asal)
    _metadata(buku, meta)
    buku.close()
    return isi.getvalue()


def _data(buku: Workbook, lembar: Lembar, asal: Asal) -> None:
    halaman = buku.add_worksheet("Data")
    gaya = _Gaya(buku)
    baris = 0
    if asal.simulasi:
        halaman.write_string(0, 0, CONTOH, gaya.contoh)
        baris = 1
    for j, (judul, is_angka) in enumerate(zip(lembar.kolom, lembar.angka, strict=True)):
        halaman.write_string(baris, j, judul[:SEL_MAKS], gaya.kepala_angka if is_angka else gaya.kepala)
        lebar = max([12, len(judul) * 0.7, *(len(b[j].teks) + 2 for b in lembar.baris)])
        halaman.set_column(j, j, min(lebar, LEBAR_MAKS))
    baris += 1
    halaman.freeze_panes(baris, 1)
    for satu in lembar.baris:
        for j, s in enumerate(satu):
            _sel(halaman, baris, j, s, gaya, lembar.angka[j])
        baris += 1
    for j, s in enumerate(lembar.jumlah):
        _sel(halaman, baris, j, s, gaya, lembar.angka[j], is_jumlah=True)
    halaman.set_landscape()
    halaman.set_paper(9)
    halaman.fit_to_pages(1, 0)
    halaman.repeat_rows(0, 1 if asal.simulasi else 0)


def _sel(halaman: Any, i: int, j: int, s: Sel, gaya: "_Gaya", is_angka: bool, is_jumlah: bool = False) -> None:
    if isinstance(s.nilai, date):
        hari = datetime(s.nilai.year, s.nilai.month, s.nilai.day)
        halaman.write_datetime(i, j, hari, gaya.get("mmmm yyyy", is_jumlah))
    elif isinstance(s.nilai, (int, float)):
        pola = "#,##0" + ("." + "0" * s.desimal if s.desimal else "")
        halaman.write_number(i, j, s.nilai, gaya.get(pola, is_jumlah))
    else:
        kata = format.TIDAK_TERSEDIA if s.nilai is None else s.nilai
        if kata:
            halaman.write_string(i, j, kata[:SEL_MAKS], gaya.get("kanan" if is_angka else "", is_jumlah))


def _metadata(buku: Workbook, meta: Mapping[str, Any]) -> None:
    halaman = buku.add_worksheet("Metadata")
    tebal = buku.add_format({"bold": True, "valign": "top"})
    bungkus = buku.add_format({"text_wrap": True, "valign": "top"})
    halaman.set_column(0, 0, 20)
    halaman.set_column(1, 1, 100)
    for i, (nama, nilai) in enumerate(list_metadata(meta)):
        halaman.write_string(i, 0, nama, tebal)
        halaman.write_string(i, 1, nilai[:SEL_MAKS], bungkus)


class _Gaya:
    """The formats of a workbook, each made once."""

    def __init__(self, buku: Workbook) -> None:
        self._buku = buku
        self._ada: dict[tuple[str, bool], Any] = {}
        kepala = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
        self.kepala = buku.add_format(kepala)
        self.kepala_angka = buku.add_format(kepala | {"align": "right"})
        self.contoh = buku.add_format({"bold": True, "font_color": "#8A5A00"})

    def get(self, pola: str, is_jumlah: bool) -> Any:
        """Return the format of a number code, of right aligned text (``kanan``) or of text (empty)."""
        if (pola, is_jumlah) not in self._ada:
            isi: dict[str, Any] = {"valign": "top"}
            isi |= {"bold": True, "top": 1} if is_jumlah else {}
            if pola == "kanan":
                isi["align"] = "right"
            elif pola == "mmmm yyyy":
                isi |= {"num_format": pola, "align": "left"}
            elif pola:
                isi["num_format"] = pola
            self._ada[pola, is_jumlah] = self._buku.add_format(isi)
        return self._ada[pola, is_jumlah]

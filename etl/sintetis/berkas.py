"""Writes tables as the files that people send: workbooks with a letterhead, lists as CSV. The same table gives the same
bytes whenever and wherever it is written."""

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

import polars as pl
import xlsxwriter

from etl.sintetis.acuan import PENANDA
from ucj.format import tanggal_panjang

# Headings as offices write them; columns not named keep their canonical name.
KEPALA = {
    "nik": "NIK",
    "kpj": "No KPJ",
    "nama": "Nama Lengkap",
    "tanggal_lahir": "Tgl Lahir",
    "jenis_kelamin": "Jenis Kelamin",
    "npp": "NPP",
    "kode_desa": "Kode Desa",
    "nama_desa": "Nama Desa/Kelurahan",
    "kode_kecamatan": "Kode Kecamatan",
    "nama_kecamatan": "Nama Kecamatan",
    "kode_opd": "Perangkat Daerah",
    "unit": "Unit Kerja",
    "sumber_dana": "Sumber Dana",
}


@dataclass(frozen=True)
class Surat:
    """One file before it is written: a table of values, the lines above it, who signs, which damage was done.

    ``teks`` are numbers and dates already turned into text (after damage); ``angka`` and ``tanggal`` name the columns
    that a workbook holds as numbers and dates. ``salah``: row -> the reasons why it will be set aside; ``kembaran``:
    double -> the row that it repeats.
    """

    nama: str  # file name with .xlsx or .csv
    teks: pl.DataFrame
    judul: tuple[str, ...] = ()
    penanda_tangan: str = ""
    tanggal_surat: date | None = None
    angka: frozenset[str] = frozenset()
    tanggal: frozenset[str] = frozenset()
    pemisah: str = ","
    kepala: dict[str, str] = field(default_factory=dict)
    sel_angka: frozenset[int] = frozenset()  # rows whose NIK was typed as a number
    sel_lebih: frozenset[int] = frozenset()  # rows with a cell more than there are headings
    salah: dict[int, tuple[str, ...]] = field(default_factory=dict)
    kembaran: dict[int, int] = field(default_factory=dict)

    @property
    def headings(self) -> list[str]:
        return [self.kepala.get(c, KEPALA.get(c, c)) for c in self.teks.columns]


def to_text(tabel: pl.DataFrame, ribuan: bool = False) -> tuple[pl.DataFrame, frozenset[str], frozenset[str]]:
    """Return the table as text, and the names of its columns of numbers and of dates.

    Months as 2026-06, dates as ISO; with ``ribuan`` rupiah as 1.234.567.
    """
    angka = frozenset(c for c, t in tabel.schema.items() if t.is_numeric())
    tanggal = frozenset(c for c, t in tabel.schema.items() if t == pl.Date and not c.startswith("bulan"))
    bulan = [c for c, t in tabel.schema.items() if t == pl.Date and c.startswith("bulan")]
    teks = tabel.with_columns(pl.col(bulan).dt.strftime("%Y-%m")).cast(pl.String)
    if ribuan:
        rupiah = [c for c in teks.columns if c.startswith("rp_")]
        teks = teks.with_columns(
            pl.col(c).map_elements(_group_thousands, return_dtype=pl.String, skip_nulls=True) for c in rupiah
        )
    return teks.fill_null(""), angka, tanggal


def _group_thousands(angka: str) -> str:
    return f"{int(angka):,}".replace(",", ".")


def write(surat: Surat, folder: Path) -> Path:
    """Write the file into ``folder`` and return its path. The first line says that the data are simulated."""
    path = folder / surat.nama
    if path.suffix == ".xlsx":
        _write_xlsx(surat, path)
    else:
        _write_csv(surat, path)
    return path


def _write_csv(surat: Surat, path: Path) -> None:
    with path.open("wb") as file:
        # the mark at the start tells Excel that this is UTF-8
        file.write(b"\xef\xbb\xbf" + f"{PENANDA}\r\n".encode())
        for baris in surat.judul:
            file.write(f'"{baris}"\r\n'.encode())
        surat.teks.rename(dict(zip(surat.teks.columns, surat.headings, strict=True))).write_csv(
            file, separator=surat.pemisah, line_terminator="\r\n"
        )


def _write_xlsx(surat: Surat, path: Path) -> None:
    opsi = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), opsi) as buku:
        # without a fixed date every run would give another file
        buku.set_properties({"created": datetime(2026, 6, 30), "title": PENANDA})
        tebal = buku.add_format({"bold": True})
        kepala = buku.add_format({"bold": True, "border": 1, "text_wrap": True, "valign": "vcenter"})
        hari = buku.add_format({"num_format": "dd/mm/yyyy"})
        lembar = buku.add_worksheet("Data")
        lembar.write_string(0, 0, PENANDA, tebal)
        baris = 1
        for teks in surat.judul:
            lembar.write_string(baris, 0, teks, tebal)
            baris += 1
        baris += 1 if surat.judul else 0
        for k, nama in enumerate(surat.headings):
            lembar.write_string(baris, k, nama, kepala)
        baris += 1
        if surat.judul:
            for k in range(len(surat.headings)):
                lembar.write_number(baris, k, k + 1, kepala)
            baris += 1
        kolom = surat.teks.columns
        for nomor, isi in enumerate(surat.teks.iter_rows()):
            for k, sel in enumerate(isi):
                if not sel:
                    continue
                if kolom[k] in surat.angka and _is_angka(sel):
                    lembar.write_number(baris, k, float(sel))
                elif kolom[k] in surat.tanggal and len(sel) == 10:
                    lembar.write_datetime(baris, k, datetime.fromisoformat(sel), hari)
                elif kolom[k] == "nik" and nomor in surat.sel_angka and sel.isdigit():
                    lembar.write_number(baris, k, float(sel))
                else:
                    lembar.write_string(baris, k, sel)
            baris += 1
        if surat.penanda_tangan and surat.tanggal_surat:
            kanan = max(len(kolom) - 3, 0)
            lembar.write_string(baris + 1, kanan, f"Contoh, {tanggal_panjang(surat.tanggal_surat)}")
            lembar.write_string(baris + 2, kanan, surat.penanda_tangan)
            lembar.write_string(baris + 6, kanan, "(nama terang)")


def _is_angka(teks: str) -> bool:
    return teks.lstrip("-").replace(".", "", 1).isdigit()

"""Text that a spreadsheet would run, and HTML and Markdown in names: written and shown as text, never as such."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import cetak, lembar_opd
from etl.build import build
from etl.muat import load
from etl.perbaikan import write_rejects
from etl.templat import write_template
from tests.korpus.kasus import nik
from ucj.peraturan import init

ROOT = Path(__file__).resolve().parents[2]
RUMUS = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "=cmd|'/c calc'!A0", '=HYPERLINK("http://x","y")')
NASKAH = "<script>alert(1)</script>"
TAUTAN = "[klik](javascript:alert(1)) **tebal** <img src=x onerror=alert(1)>"


def _sheets(path: Path) -> str:
    with zipfile.ZipFile(path) as arsip:
        return "".join(arsip.read(nama).decode() for nama in arsip.namelist() if "worksheets/sheet" in nama)


@pytest.fixture(scope="module")
def data_rumus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published regency whose names are formulas, HTML and Markdown."""
    folder = tmp_path_factory.mktemp("rumus")
    data = folder / "data"
    init(data, "umum", "99.01", "Kabupaten Contoh")

    def muat(sumber: str, *isi: list[str], nama: str = "") -> None:
        path = folder / (nama or f"{sumber}.csv")
        with path.open("w", newline="", encoding="utf-8") as berkas:
            csv.writer(berkas).writerows(isi)
        load(data, sumber, [path], ganti=True)

    muat(
        "wilayah",
        ["kode_desa", "nama_desa", "jenis", "kode_kecamatan", "nama_kecamatan"],
        ["99.01.01.2001", NASKAH, "DESA", "99.01.01", TAUTAN],
        ["99.01.01.2002", "=1+1", "DESA", "99.01.01", TAUTAN],
        nama="<b>wilayah **x**.csv",
    )
    muat(
        "penduduk_bekerja",
        ["tahun", "sumber_data", "tingkat", "kode_wilayah", "jumlah_bekerja"],
        ["2025", "SAKERNAS", "KABUPATEN", "99.01", "100"],
        ["2025", "PROFIL_DESA", "DESA", "99.01.01.2001", "10"],
    )
    kepala = ["bulan", "nik", "nama", "segmen", "program", "kode_desa", "pekerjaan", NASKAH]
    muat(
        "peserta",
        kepala,
        ["2026-06", nik(1), NASKAH, "PU", "JKK,JKM", "99.01.01.2001", "=1+1", "x"],
        *(["2026-06", "123", rumus, "PU", "JKK", rumus, rumus, rumus] for rumus in RUMUS),
    )
    muat(
        "pekerja_binaan",
        ["tanggal_data", "kode_opd", "jenis_daftar", "nik", "nama", "unit"],
        ["2026-06-30", "DINSOS", "NONASN", nik(1), "=1+1", "=1+1"],
        ["2026-06-30", "DINSOS", "NONASN", nik(2), NASKAH, NASKAH],
        ["2026-06-30", "DINSOS", "NONASN", "12", "@x", "+1"],
    )
    build(data)
    return data


def test_no_workbook_of_ours_holds_a_formula(data_rumus: Path, tmp_path: Path) -> None:
    rejects, binaan, templat = (tmp_path / f"{nama}.xlsx" for nama in ("rejects", "opd", "templat"))
    assert write_rejects(data_rumus, None, rejects) == len(RUMUS) + 1
    lembar_opd.write(data_rumus, "DINSOS", binaan)
    write_template("peserta", templat)
    for path in (rejects, binaan, templat):
        isi = _sheets(path)
        assert "<f>" not in isi and "<f " not in isi, path.name
        assert "<hyperlink" not in isi, path.name
    with zipfile.ZipFile(rejects) as arsip:
        assert "=cmd|" in arsip.read("xl/sharedStrings.xml").decode()  # nothing is lost either


@pytest.mark.parametrize("teks", RUMUS)
def test_csv_text_begins_with_no_sign_of_a_formula(teks: str) -> None:
    (_, sel) = csv.reader(io.StringIO(cetak.as_csv(["unit"], [{"unit": teks}])))
    assert sel == [f"'{teks}".replace("\r", "\n")]


def test_csv_leaves_numbers_and_plain_text_alone() -> None:
    isi = {"a": -5, "b": -1.5, "c": "-", "d": "Dinas = Sosial", "e": None, "f": True}
    (_, sel) = csv.reader(io.StringIO(cetak.as_csv(list(isi), [isi])))
    assert sel == ["-5", "-1.5", "-", "Dinas = Sosial", "", "true"]


@pytest.mark.parametrize("halaman", ["desa", "kualitas_data", "opd"])
def test_pages_show_names_as_text(data_rumus: Path, monkeypatch: pytest.MonkeyPatch, halaman: str) -> None:
    """Every place where a name may stand: HTML is escaped; what Markdown elements show carries no name as it is."""
    monkeypatch.setenv("UCJ_DATA", str(data_rumus))
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=90)
    at.run()
    at.switch_page(f"pages/{halaman}.py").run()
    assert not at.exception
    html = "".join(satu.proto.body for satu in at.get("html"))
    assert "<script>alert" not in html and "<img src=x" not in html and "<b>wilayah" not in html
    if halaman == "desa":
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    markdown = "".join(satu.value for satu in at.markdown)
    assert not re.search(r"\[klik\]\(javascript|(?<!\\)\*\*tebal", markdown)

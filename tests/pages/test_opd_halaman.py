"""The page OPD: the figures that a reader sees, counted by hand in kabupaten_uji.py and told by the command line."""

import io
import json

import pytest
from python_calamine import CalamineWorkbook

from tests.pages.pembaca import judul, markah, terbaca
from tests.perintah import must
from ucj import perintah


def test_table_of_offices_people_first(buka):
    at = buka("opd")
    teks = terbaca(at)
    assert judul(at) == "Dinas Pertanian terbanyak belum terlindungi; 1 OPD belum memenuhi kewajiban non-ASN"
    assert "Dinas Pertanian 50 1 sektor" in teks  # 60 - 10 farmers
    # 4 on the roster with the broken NIK, 1 protected
    assert "■ 25,0% kurang 3 orang" in teks and "30 Jun 2026 1 perlu perbaikan" in teks
    assert "● 100,0% 2 orang" in teks and "30 Nov 2025 ▲ lebih dari 6 bulan" in teks
    assert "40,0% realisasi belum lengkap" in teks  # only June was delivered: until when it lasts is not known
    assert "belum ada daftar" in teks and "tidak berlaku" in teks
    assert teks.index("Dinas Pertanian 50") < teks.index("kurang 3 orang") < teks.index("Inspektorat")


def test_one_office_shows_rosters_sectors_and_its_sheet(buka):
    at = buka("opd", opd="DISDIK")
    teks = terbaca(at)
    assert judul(at) == "Dinas Pendidikan dan Kebudayaan: 3 dari 4 non-ASN belum terlindungi"
    assert "Semua OPD › Dinas Pendidikan dan Kebudayaan" in teks
    # 1 protected, 1 not matched, 1 with JKK only, 1 row to be mended
    assert "SD Satu non-ASN 4 1 1 0 1 1 30 Jun 2026" in teks
    assert "1 NIK tidak padan, 1 baru satu program, 1 baris perlu perbaikan" in teks
    assert "Pendidikan" in teks
    assert any(b.label.startswith("Unduh lembar kantor ini") for b in at.get("download_button"))


def test_an_office_that_answers_for_a_sector_links_to_it(buka):
    teks = markah(buka("opd", opd="DISTAN"))
    assert '<a href="sektor?periode=2026-06&amp;opd=DISTAN"' in teks
    assert "Belum terlindungi" in teks and ">50<" in teks


def test_an_office_without_a_roster_has_no_sheet(buka):
    at = buka("opd", opd="BPBD")
    assert judul(at) == "Badan Penanggulangan Bencana Daerah belum menyerahkan daftar non-ASN"
    assert "belum mengirim daftar pekerja" in terbaca(at)
    assert not any(b.label.startswith("Unduh lembar") for b in at.get("download_button"))


def test_an_office_of_a_kecamatan_is_an_office_too(buka):
    at = buka("opd", opd="KEC-99.02.01")
    assert judul(at) == "Kecamatan Satu belum menyerahkan daftar non-ASN"
    assert "kewajiban melindungi non-ASN berlaku bagi semua kepala OPD" in terbaca(at)


def test_percentages_are_those_of_the_indicator_command(buka, data_uji):
    teks = terbaca(buka("opd"))
    keluaran = must(data_uji, "indicator", "--kode", "PEM-01", "--per", "opd", "--format", "json")
    ada = [n for n in json.loads(keluaran) if n["penyebut"]]
    assert len(ada) == 2
    for n in ada:
        persen = f"{n['nilai']:.1f}".replace(".", ",")
        kurang = n["penyebut"] - n["pembilang"]
        assert f"{persen}% {f'kurang {kurang}' if kurang else n['penyebut']} orang" in teks


def test_sheet_names_every_person_behind_the_figure(data_uji):
    """What the button writes: the same command as on the command line, NIK masked."""
    buku = CalamineWorkbook.from_filelike(io.BytesIO(perintah.write("opd-sheet", "DISDIK", data=data_uji)))
    sel = [str(c) for nama in buku.sheet_names for baris in buku.get_sheet_by_name(nama).to_python() for c in baris]
    assert sum(c == "Terlindungi" for c in sel) >= 1 and any("NIK tidak padan" in c for c in sel)
    assert not any(c.isdigit() and len(c) == 16 for c in sel)


@pytest.mark.parametrize("opd", ["", "DISDIK"])
def test_words_of_the_profile(buka, data_dana, opd):
    teks = terbaca(buka("opd", data=data_dana, **({"opd": opd} if opd else {})))
    assert "Traceback" not in teks and "OPD" in teks

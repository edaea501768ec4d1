"""Decisions of meetings on their page and on Ringkasan; writing one down from a chart; disputes, duties, rules."""

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl import build, muat, register
from tests.pages.pembaca import judul, markah, terbaca

KEPALA = "id,tanggal_rapat,keputusan,pemilik,tenggat,status,tanggal_selesai,catatan"
HARI = date.today()
RAPAT = HARI - timedelta(days=60)


def hari(lagi: int) -> str:
    return (HARI + timedelta(days=lagi)).isoformat()


def _load(data: Path, sumber: str, *baris: str) -> None:
    path = data / "kiriman" / f"{sumber}-{len(list((data / 'kiriman').iterdir()))}.csv"
    path.write_text("\n".join(baris) + "\n", encoding="utf-8")
    muat.load(data, sumber, [path], pengirim="Sekretariat Tim")


def _fill(folder: Path, asal: Path) -> None:
    shutil.copytree(asal, folder, dirs_exist_ok=True)
    _load(
        folder, "tindak_lanjut", KEPALA,
        f"TL-1,{RAPAT},Menyerahkan daftar petani,DISTAN,{hari(-20)},TERBUKA,,",
        f"TL-2,{RAPAT},Mencocokkan daftar <b>guru</b>,DISDIK,{hari(5)},TERBUKA,,",
        f"TL-3,{RAPAT},Mengirim rekap tepat waktu,BPJSTK,{hari(-30)},SELESAI,{hari(-35)},surat 12",
        f"TL-4,{RAPAT - timedelta(days=90)},Mendata nelayan,DISKAN,{hari(-70)},TERBUKA,,",
    )  # fmt: skip
    _load(
        folder, "klarifikasi", "id,tanggal,kode_opd,kode_indikator,periode,keberatan,status,jawaban,tanggal_selesai",
        "KL-1,2026-07-13,DISDIK,PEM-01,2026-06,Empat orang sudah pindah,TERBUKA,,",
        "KL-2,2026-02-04,DISDIK,PEM-01,2025-12,Dobel,Dijawab,tetap,2026-02-09",
    )  # fmt: skip
    _load(folder, "regulasi", "nomor,tanggal,tentang,status",
          "Perbup 10/2026,2026-02-16,Iuran <i>daerah</i>,berlaku", "Perbup 3/2020,2020-02-16,Lama,dicabut")  # fmt: skip
    _load(folder, "laporan_masuk", "kewajiban,periode,tanggal_terima", "SEMESTER,2025-2,2026-01-20",
          "PENGAWASAN_3BULAN,2026-TW1,2026-04-09")  # fmt: skip
    build.build(folder)


@pytest.fixture(scope="session")
def data_rapat(sekali, data_uji: Path) -> Path:
    """Kabupaten Uji with all four registers; read only."""
    return sekali("rapat", lambda folder: _fill(folder, data_uji))


@pytest.fixture
def milik(data_rapat: Path, tmp_path: Path) -> Path:
    """The same, to write into."""
    return Path(shutil.copytree(data_rapat, tmp_path / "data"))


# --- shown ------------------------------------------------------------------------------------------------------


def test_page_counts_what_is_overdue_due_open_and_done(buka, data_rapat):
    at = buka("tindak_lanjut", data_rapat)
    teks = terbaca(at)
    assert judul(at) == "2 dari 3 keputusan terbuka lewat tenggat, paling lama 70 hari"
    assert "Lewat tenggat 2 keputusan belum selesai Segera jatuh tempo 1 dalam 14 hari" in teks
    assert "Selesai 1 dari 4 keputusan" in teks
    assert teks.index("Mendata nelayan") < teks.index("Menyerahkan daftar petani") < teks.index("Mencocokkan daftar")
    assert "Mencocokkan daftar <b>guru</b>" in teks  # literally
    assert "lewat 20 hari" in teks and "5 hari lagi" in teks and "surat 12" in teks
    assert "Sekretariat Tim" in teks


def test_page_obeys_the_office(buka, data_rapat):
    at = buka("tindak_lanjut", data_rapat, opd="DISTAN")
    assert judul(at) == "1 dari 1 keputusan terbuka lewat tenggat, paling lama 20 hari"
    assert "Mencocokkan" not in terbaca(at)
    assert "Tidak ada keputusan yang dimiliki" in terbaca(buka("tindak_lanjut", data_rapat, opd="DISHUB"))


def test_without_any_decision_the_page_says_who_sends_what(buka, data_uji):
    at = buka("tindak_lanjut", data_uji)
    assert judul(at) == "Belum ada keputusan rapat yang dicatat"
    assert "Keputusan dicatat di halaman ini" in terbaca(at) and "Sekretariat Tim" in terbaca(at)


def test_first_page_has_the_promises_of_the_last_meeting_and_the_duties(buka, data_rapat, data_uji):
    teks = terbaca(buka("ringkasan", data_rapat))
    assert re.search(r"1 dari 3 janji rapat \d+ \w+( \d{4})? lewat tenggat", teks)
    assert "1 keputusan rapat lain juga lewat tenggat" in teks
    assert "Rekap bulanan dua belas bulan terakhir:" in teks
    assert "Belum ada keputusan rapat yang dicatat" in terbaca(buka("ringkasan", data_uji))


def test_quality_lists_all_reporting_duties(buka, data_rapat):
    teks = terbaca(buka("kualitas_data", data_rapat))
    assert "Peraturan daerah ini tidak menyebut kewajiban lapor" in teks  # the profile umum names none
    assert "Sem. II 2025 Laporan semester kepada Bupati, di luar TKL-01 30 Jan 2026 20 Jan 2026 ● tepat waktu" in teks
    assert "TW I 2026 Laporan pengawasan tiga bulanan, di luar TKL-01" in teks


def test_a_disputed_figure_is_marked_until_it_is_answered(buka, data_rapat, data_uji):
    teks = terbaca(buka("indikator_semester", data_rapat))
    assert re.search(r"Non-ASN terlindungi PEM-01 .{0,400}▲ disanggah 13 Jul 2026", teks)
    assert "1 keberatan atas angka belum dijawab" in teks and "sudah dijawab 9 Feb 2026" in teks
    assert "disanggah" not in terbaca(buka("indikator_semester", data_uji))


def test_dictionary_lists_the_rules_of_the_regency(buka, data_rapat, data_uji):
    teks = terbaca(buka("kamus_indikator", data_rapat))
    assert "1 dari 2 regulasi daerah berlaku" in teks and "Iuran <i>daerah</i>" in teks
    assert "Daftar regulasi daerah belum dikirim" in terbaca(buka("kamus_indikator", data_uji))


# --- written down -----------------------------------------------------------------------------------------------


def press(at: AppTest, label: str) -> AppTest:
    next(b for b in at.button if b.label == label).click()
    return at.run()


def isian(at: AppTest, label: str):
    return next(t for t in (*at.text_input, *at.text_area) if t.label == label)


def test_a_decision_from_a_chart_is_seen_at_once_without_a_build(buka: Callable[..., AppTest], milik: Path) -> None:
    at = buka("sektor", milik, opd="DISTAN")
    terbitan = (milik / "terbit" / "TERKINI").read_text()
    at = press(at, "Catat tindak lanjut")
    isian(at, "Keputusan").set_value('=1+1 Menyusun "rencana"; petani, nelayan')
    isian(at, "Dicatat oleh").set_value("Sekretaris Tim")
    at = press(at, "Simpan keputusan")
    assert "dicatat dan sudah tampil" in terbaca(at)

    baru = next(k for k in register.rows(milik, "tindak_lanjut") if k["tanggal_rapat"] == HARI)
    assert baru["id"] == f"TL-{HARI:%Y%m%d}-01"
    assert baru["keputusan"] == '1+1 Menyusun "rencana"; petani, nelayan'
    assert (baru["pemilik"], baru["status"], baru["dicatat_oleh"]) == ("DISTAN", "TERBUKA", "Sekretaris Tim")
    assert baru["tanggal_rapat"] == HARI and "<sektor?" in baru["catatan"] and "opd=DISTAN" in baru["catatan"]
    assert (milik / "terbit" / "TERKINI").read_text() == terbitan
    teks = terbaca(buka("tindak_lanjut", milik))
    assert 'Menyusun "rencana"' in teks and "grafik “" in teks
    assert re.search(r'href="\./sektor\?[^"]*opd=DISTAN', markah(buka("tindak_lanjut", milik)))
    build.build(milik)
    assert 'Menyusun "rencana"' in terbaca(buka("tindak_lanjut", milik))


def test_two_decisions_of_one_meeting_have_two_ids(buka: Callable[..., AppTest], milik: Path) -> None:
    at = buka("tindak_lanjut", milik)
    for isi in ("Mendata pedagang", "Mendata nelayan pulau"):
        at = press(at, "Catat keputusan")
        isian(at, "Keputusan").set_value(isi)
        isian(at, "Dicatat oleh").set_value("Sekretaris Tim")
        next(s for s in at.selectbox if s.label == "Pemilik").set_value("DISKAN")
        at = press(at, "Simpan keputusan")
    assert {k["id"]: k["keputusan"] for k in register.rows(milik, "tindak_lanjut") if k["tanggal_rapat"] == HARI} == {
        f"TL-{HARI:%Y%m%d}-01": "Mendata pedagang",
        f"TL-{HARI:%Y%m%d}-02": "Mendata nelayan pulau",
    }


def test_what_is_missing_is_said_in_the_dialog(buka: Callable[..., AppTest], milik: Path) -> None:
    at = press(buka("tindak_lanjut", milik), "Catat keputusan")
    isian(at, "Tenggat").set_value("besok")
    at = press(at, "Simpan keputusan")
    assert "Tanggal tidak terbaca" in markah(at)
    isian(at, "Tenggat").set_value(f"{HARI:%d-%m-%Y}")
    at = press(at, "Simpan keputusan")
    assert "5 sampai 300 huruf" in markah(at) and "Pilih pemiliknya" in markah(at)
    assert len(register.rows(milik, "tindak_lanjut")) == 4


def test_done_with_date_and_note_and_undone_by_nothing_else(buka: Callable[..., AppTest], milik: Path) -> None:
    at = press(buka("tindak_lanjut", milik), "Ubah status")
    next(s for s in at.selectbox if s.label == "Keputusan").set_value("TL-1").run()
    isian(at, "Catatan, misalnya bukti penyelesaian").set_value("daftar 12 Juni")
    isian(at, "Dicatat oleh").set_value("Sekretaris Tim")
    at = press(at, "Simpan status")
    assert judul(at) == "1 dari 2 keputusan terbuka lewat tenggat, paling lama 70 hari"
    satu = next(k for k in register.rows(milik, "tindak_lanjut") if k["id"] == "TL-1")
    assert (satu["status"], satu["tanggal_selesai"], satu["catatan"]) == ("SELESAI", HARI, "daftar 12 Juni")
    assert (satu["keputusan"], satu["dicatat_oleh"]) == ("Menyerahkan daftar petani", "Sekretaris Tim")

"""The pages on reporting and data: indicators of the semester, quality of the deliveries, the dictionary."""

import re
from pathlib import Path

import pytest

from tests.pages.pembaca import judul, markah, terbaca
from tests.perintah import must
from ucj.indikator import KATALOG
from ucj.peraturan import load_profil


@pytest.fixture(scope="session")
def data_kosong(sekali) -> Path:
    """A data folder that was set up and has received nothing."""
    return sekali("kosong", lambda folder: must(folder, "init", "--profil", "lumajang"))


# --- Indikator semester


def test_every_indicator_of_the_report_has_its_line(buka, data_dana):
    teks = terbaca(buka("indikator_semester", data_dana))
    assert [k for k in KATALOG if k not in teks] == []
    assert teks.count("· belum ada sumber") == sum(not i.is_tersedia for i in KATALOG.values()) == 11


def test_values_targets_and_duties_of_the_semester(buka, data_uji):
    teks = terbaca(buka("indikator_semester", data_uji))
    # 30 of 100 against 25 of 100 in December; the path from 40 to 60 stands at 50
    assert re.search(
        r"Cakupan UCJ menurut KTP UCJ-01 .*? 30 100 30,0% 50,0% 25,0% \+5,0 pp ■ Jauh di bawah target", teks
    )
    assert "Non-ASN terlindungi PEM-01" in teks and "50,0% kurang 3 100,0%" in teks  # Wajib: the miss in people
    assert "Sem. I 2026 dibandingkan Sem. II 2025" in teks
    assert "Realisasi anggaran iuran KEU-01" in teks and "Rp43,0 jt Rp112,0 jt 38,4% 50,0%" in teks


def test_title_counts_the_indicators_that_are_judged(buka, data_dana):
    # only KEU-01 and PAT-01 have both a value and a path, and both are far below it
    at = buka("indikator_semester", data_dana)
    assert judul(at) == "0 dari 2 indikator yang dinilai tercapai atau sesuai rencana; 2 jauh di bawah target"


def test_choosing_an_earlier_semester_changes_the_period_of_the_app(buka, data_uji):
    at = buka("indikator_semester", data_uji)
    at.get("button_group")[0].set_value("2025-2").run()
    teks = terbaca(at)
    assert "Sem. II 2025 dibandingkan Sem. I 2025" in teks
    assert at.query_params["periode"] == "2025-2"
    assert re.search(r"UCJ-01 .*? 25 100 25,0% 40,0% … …", teks)  # nothing before to compare with


def test_drill_down_of_one_indicator(buka, data_uji):
    at = buka("indikator_semester", data_uji)
    assert "Cakupan UCJ menurut KTP menurut kecamatan" in terbaca(at)
    at.selectbox(key="rincian_indikator").set_value("KEU-01").run()
    teks = terbaca(at)
    assert "Realisasi anggaran iuran menurut lingkup" in teks
    assert "APBDes Rp3,0 jt Rp12,0 jt 25,0% 50,0%" in teks


# --- Kualitas data


def test_quality_names_what_is_late_wrong_and_not_counted(buka, data_dana):
    at = buka("kualitas_data", data_dana)
    teks = terbaca(at)
    assert re.fullmatch(r"1 baris perlu perbaikan; \d+ peringatan terbuka", judul(at))
    assert "dikecualikan profil (misalnya jaminan kesehatan)." in teks  # a warning says it as a sentence
    assert "Juni 2026 15 Jul 2026 20 Jul 2026 ▲ terlambat" in teks  # BRU 22: by the 15th
    assert "Mei 2026 15 Jun 2026 10 Jun 2026 ● tepat waktu" in teks
    assert re.search(r"Rekap BPJS Ketenagakerjaan .*? ● 10 Jun ▲ 20 Jul", teks)  # the same in the grid of months
    assert "Daftar penerima bantuan iuran 1 kiriman 1 NIK tidak valid (1)" in teks
    assert "rekening dikecualikan profil (misalnya jaminan kesehatan) 1 Rp30.000.000" in teks
    assert "Jun 2026 APBD Dinas Tenaga Kerja; Jun 2026 CSR Dinas Tenaga Kerja" in teks  # scope in words
    assert "8 7 1 berlaku" in teks  # read = loaded + set aside


def test_quality_names_who_sent_nothing_for_the_month(buka, data_uji):
    # Kabupaten Uji delivers its list for December and June only
    at = buka("kualitas_data", data_uji, periode="2025-12")
    assert "jenis kiriman" in terbaca(at)


def test_quality_shows_no_person(buka, data_dana):
    teks = markah(buka("kualitas_data", data_dana))
    assert not re.search(r"\b\d{16}\b", teks)


def test_quality_without_data_says_what_to_send(buka, data_kosong):
    at = buka("kualitas_data", data_kosong)
    assert judul(at) == "Belum ada kiriman bulanan yang diterbitkan"
    assert "Yang perlu dikirim:" in terbaca(at) and at.get("download_button"), "the templates"


# --- Kamus indikator


def test_dictionary_holds_every_indicator_rule_defect_and_task(buka, data_kosong):
    at = buka("kamus_indikator", data_kosong)
    teks = terbaca(at)
    profil = load_profil(data_kosong)
    assert judul(at) == "19 dari 30 indikator inti mempunyai sumber data"
    assert [i.kode for i in KATALOG.values() if i.kode not in teks or i.nama not in teks] == []
    assert [b.kunci for b in profil.items() if b.kunci not in teks] == []
    assert [c.kode for c in profil.cacat if c.bunyi not in teks or c.dibaca not in teks] == []
    tugas = [t for opd in profil.opd for t in opd.tugas]
    assert len(tugas) == 41 and [t.kode for t in tugas if re.sub(r"\s+", " ", t.uraian) not in teks] == []


def test_card_of_the_chosen_indicator(buka, data_kosong):
    at = buka("kamus_indikator", data_kosong)
    at.radio(key="kamus_kode").set_value("PEM-01").run()
    teks = terbaca(at)
    assert "Non-ASN terlindungi PEM-01, indikator inti" in teks
    assert "Sifat kewajiban Wajib" in teks and "LMJ III" in teks


def test_a_rule_that_differs_from_national_law_carries_the_badge(buka, tmp_path):
    must(tmp_path / "data", "init", "--profil", "gresik")
    teks = terbaca(buka("kamus_indikator", tmp_path / "data"))
    assert "aturan berbeda dari ketentuan nasional" in teks
    assert "berbeda dari ketentuan nasional" in teks and "nasional:" in teks


def test_pages_without_data_do_not_invent_figures(buka, data_kosong):
    for halaman in ("serapan_anggaran", "bantuan_iuran", "manfaat", "pemberi_kerja", "indikator_semester"):
        teks = terbaca(buka(halaman, data_kosong))
        assert "belum ada data" in teks and "python -m etl load" in teks
        assert not re.search(r"\d+,\d%", teks)

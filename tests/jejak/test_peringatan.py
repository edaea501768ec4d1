"""What the traps of Kabupaten Jejak must say out loud: nothing wrong is dropped in silence."""

import json

import pytest

from tests.perintah import must, status


@pytest.fixture(scope="module")
def peringatan(jejak) -> list[dict[str, str]]:
    return json.loads(must(jejak, "read", "peringatan", "--format", "json"))


@pytest.mark.parametrize(
    ("nama", "words"),
    [
        ("desa_tidak_dikenal", ["99.02.01.2099", "peserta"]),  # unknown village of this prefix (rule 19)
        ("desa_tidak_dikenal", ["99.02.09.2001", "peserta"]),
        ("desa_tidak_dikenal", ["99.02.02.2077", "rekap_bpjs"]),
        ("peserta_tanpa_desa", ["Juni 2026", "2 orang"]),  # P12, P13 (rule 19)
        ("tanpa_basis", ["Juni 2026", "1 baris"]),  # P13 belongs to neither (rule 3)
        ("rekap_beda", ["Mei 2026", "500", "5"]),  # recap and list differ, both numbers (rule 6)
        ("rekap_beda", ["Mei 2026", "20", "5"]),
        ("persen_resmi_beda", ["50,9", "20,0"]),  # the official percentage beside ours (rule 6)
        ("opd_tidak_dikenal", ["KPU"]),  # a warning of build, never a reason of load
        ("penerima_porsi", ["APBD + DBH-CHT"]),  # shares that do not add to 100 (rule 14)
        ("anggaran_tidak_dihitung", ["Rp200.000.000", "porsi_iuran_persen"]),  # MELEKAT without a share (rule 15)
        ("realisasi_negatif", ["DISNAKER", "Juni 2026"]),  # a cumulative figure that falls
        ("cakupan_lebih_seratus", ["Bukit (Hulu)", "Juni 2026"]),
    ],
)
def test_warning(peringatan, nama, words):
    sentences = [row["kalimat"] for row in peringatan if row["nama"] == nama]
    assert any(all(word in sentence for word in words) for sentence in sentences), sentences


def test_joint_funding_is_no_warning(peringatan):
    assert not any("CSR" in row["kalimat"] for row in peringatan if row["nama"] == "penerima_porsi")


def test_no_warning_names_a_person(peringatan):
    assert not any("Orang" in row["kalimat"] or "9902010" in row["kalimat"] for row in peringatan)


def test_an_unknown_sector_is_named_in_the_notes_of_its_delivery(jejak):
    notes = next(k["catatan"] for k in status(jejak)["pengiriman"] if k["berkas"] == "peserta-juni.csv")
    assert "ZZZ" in json.dumps(notes)

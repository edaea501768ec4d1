"""Targets, paths and status (sources.md 5, rules 8 and 21), on the figures of Kabupaten Jejak.

Series RPJMD: UCJ-01 10 (end of 2025), 16 (30 June 2026), 30 (end of 2026); Hulu 25.
"""

import pytest

from tests.jejak.kabupaten import HILIR, HULU, TENGAH


@pytest.mark.parametrize(
    ("bulan", "target"),
    [
        ("2025-04", 10),  # flat before the first
        ("2025-12", 10),
        ("2026-01", 11),  # 6 points in 6 whole months
        ("2026-05", 15),
        ("2026-06", 16),
        ("2026-07", pytest.approx(16 + 14 / 6)),
        ("2026-12", 30),
    ],
)
def test_path_of_the_target(periode, bulan, target):
    assert periode(bulan).satu("UCJ-01")["target"] == target


@pytest.mark.parametrize(
    ("tingkat", "kunci", "target", "status"),
    [
        ("KABUPATEN", "99.02", 16, "SESUAI_RENCANA"),  # 17.8: over the path, below 30
        ("KECAMATAN", HULU, 25, "PERLU_PERHATIAN"),  # its own target 25, flat; 23.3 is within 5 points
        ("KECAMATAN", TENGAH, 16, "SESUAI_RENCANA"),  # the regency's; 20.0
        ("KECAMATAN", HILIR, 16, "BELUM_ADA_DATA"),  # no denominator
        ("SEKTOR", "P", 16, "TERCAPAI"),  # 66.7, over the target of the year
        ("SEKTOR", "I", 16, "SESUAI_RENCANA"),  # 20.0
        ("SEKTOR", "G", 16, "PERLU_PERHATIAN"),  # 13.3, at least 11
        ("SEKTOR", "C", 16, "JAUH_DI_BAWAH"),  # 10.0
    ],
)
def test_status_of_ucj01(periode, tingkat, kunci, target, status):
    nilai = periode("2026-06").satu("UCJ-01", tingkat, kunci)
    assert (nilai["target"], nilai["status"]) == (target, status)


def test_status_of_other_months(periode):
    assert periode("2026-05").satu("UCJ-01")["status"] == "SESUAI_RENCANA"  # 20 over a path of 15
    assert periode("2025-12").satu("UCJ-01")["status"] == "TERCAPAI"  # 30 over 10


def test_wajib_without_a_target_row_is_100_percent(periode):
    a = periode("2026-06")
    assert (a.satu("PEM-01")["target"], a.satu("PEM-01")["status"]) == (100, "JAUH_DI_BAWAH")
    assert a.satu("PEM-01", "OPD", "RSUD")["status"] == "TERCAPAI"
    assert (a.satu("PAT-01")["target"], a.satu("PAT-01")["status"]) == (100, "JAUH_DI_BAWAH")


def test_wajib_with_a_miss_is_at_best_perlu_perhatian(periode):
    # 4 of 6 over a target of 50
    assert periode("2026-06").satu("PEM-02")["status"] == "PERLU_PERHATIAN"
    assert periode("2026-06").satu("PEM-02", "DESA", "99.02.02.2002")["status"] == "TERCAPAI"  # nobody missing


def test_a_count_has_a_tolerance_of_5_percent(periode):
    # 5 recipients, path 5.2, and 5.2 - 5 % is 4.94
    nilai = periode("2026-06").satu("RNT-02")
    assert (nilai["target"], nilai["status"]) == (pytest.approx(5.2), "PERLU_PERHATIAN")


def test_down_is_better(periode):
    # 2 employers in arrears, at most 3 by the end of the year
    assert periode("2026-06").satu("PAT-02", satuan="pemberi kerja")["status"] == "TERCAPAI"


def test_no_target_no_status(periode):
    a = periode("2026-06")
    for kode, tingkat in (
        ("UCJ-02", "KABUPATEN"),
        ("S-11", "KABUPATEN"),
        ("KEU-02", "KABUPATEN"),
        ("KEU-03", "KABUPATEN"),
    ):
        nilai = a.satu(kode, tingkat)
        assert (nilai["target"], nilai["status"]) == (None, None), kode


def test_keu01_path_is_the_part_of_the_year(periode):
    for bulan, target in (("2026-04", 400 / 12), ("2026-06", 50)):
        assert periode(bulan).satu("KEU-01")["target"] == pytest.approx(target)
    assert periode("2026-06").satu("KEU-01")["status"] == "JAUH_DI_BAWAH"  # 17.3
    assert periode("2026-1").satu("KEU-01")["target"] == 50

"""New, returned and lapsed of Kabupaten Jejak, worked out by hand from sources.md 5, rule 23.

May has a list of seven rows. Active by DOMISILI: P01 P05 P08 P10 P21; by TEMPAT_KERJA: P01 P05 P09 P10 P21 (P08 works
elsewhere). In June all of them are active again where they were (tests/jejak/test_cakupan.py lists June), so nobody
lapses and everyone else is new; nobody can have been active before May.
"""

import json

import pytest

from tests.jejak.kabupaten import KODE
from tests.perintah import must


@pytest.mark.parametrize(
    ("basis", "tingkat", "kunci", "baru"),
    [
        ("DOMISILI", "KABUPATEN", KODE, 11),  # 16 - 5
        ("TEMPAT_KERJA", "KABUPATEN", KODE, 12),  # 17 - 5
        ("DOMISILI", "SEGMEN", "PU", 5),  # P02 P07 P15 P16 P17
        ("DOMISILI", "SEGMEN", "BPU", 4),  # P11 P14 P20 P22
        ("DOMISILI", "SEGMEN", "JAKON", 1),  # P18
        ("DOMISILI", "SEGMEN", "PMI", 1),  # P19, who counts as BPU by workplace
        ("TEMPAT_KERJA", "SEGMEN", "BPU", 5),  # P11 P14 P19 P20 P22
    ],
)
def test_june(jejak, basis, tingkat, kunci, baru):
    param = (f"basis={basis}", f"tingkat={tingkat}", f"kunci={kunci}")
    keluar = must(jejak, "read", "arus", *(x for p in param for x in ("--param", p)), "--format", "json")
    assert json.loads(keluar) == [
        {
            "bulan": "2026-06-01",
            "jumlah_baru": baru,
            "jumlah_kembali": 0,
            "jumlah_lepas": 0,
            "jumlah_pindah_masuk": 0,
            "jumlah_pindah_keluar": 0,
        }
    ]

"""The target path and the status: named cases of sources.md 5, rules 8 and 21."""

from datetime import date
from fractions import Fraction

import pytest

from ucj.jalur import Jalur, Ukuran, exact, judge

JALUR = Jalur(
    ((date(2024, 12, 31), Fraction(20)), (date(2026, 6, 30), Fraction(38)), (date(2026, 12, 31), Fraction(40)))
)


@pytest.mark.parametrize(
    ("tanggal", "nilai"),
    [
        (date(2023, 5, 31), 20),  # flat before the first
        (date(2024, 12, 31), 20),
        (date(2025, 12, 31), 32),  # 12 of 18 months: 20 + 18 x 12/18
        (date(2026, 6, 30), 38),
        (date(2026, 9, 30), 39),  # 3 of 6 months
        (date(2030, 1, 31), 40),  # flat after the last
    ],
)
def test_path_is_straight_by_whole_months(tanggal, nilai):
    assert JALUR.at(tanggal) == nilai


def test_path_is_exact():
    jalur = Jalur(((date(2025, 12, 31), exact(0.1)), (date(2026, 3, 31), exact(0.4))))
    assert jalur.at(date(2026, 1, 31)) == Fraction(2, 10)  # not 0.2 plus a binary crumb


def ukuran(**lain):
    return Ukuran(**{"jalur": Fraction(38), "akhir": Fraction(40), "jarak": Fraction(5), "is_persen": True} | lain)


@pytest.mark.parametrize(
    ("nilai", "lain", "status"),
    [
        (None, {}, "BELUM_ADA_DATA"),
        (Fraction(40), {}, "TERCAPAI"),
        (Fraction(3999, 100), {}, "SESUAI_RENCANA"),
        (Fraction(38), {}, "SESUAI_RENCANA"),
        (Fraction(3799, 100), {}, "PERLU_PERHATIAN"),
        (Fraction(33), {}, "PERLU_PERHATIAN"),  # exactly five points below
        (Fraction(3299, 100), {}, "JAUH_DI_BAWAH"),
        (Fraction(50), {"jalur": None, "akhir": None}, None),
        (Fraction(100), {"is_ada_kurang": True}, "PERLU_PERHATIAN"),  # Wajib: any miss
        (Fraction(20), {"is_ada_kurang": True}, "JAUH_DI_BAWAH"),
        (Fraction(99), {"is_belum_terbukti": True}, "SESUAI_RENCANA"),  # broken NIK: never TERCAPAI
        (Fraction(99), {"is_selesai": False}, "SESUAI_RENCANA"),  # money before the year ends
        (Fraction(950), {"jalur": Fraction(1000), "akhir": Fraction(2000), "is_persen": False}, "PERLU_PERHATIAN"),
        (Fraction(949), {"jalur": Fraction(1000), "akhir": Fraction(2000), "is_persen": False}, "JAUH_DI_BAWAH"),
        (Fraction(10), {"jalur": Fraction(20), "akhir": Fraction(10), "is_turun": True}, "TERCAPAI"),
        (Fraction(20), {"jalur": Fraction(20), "akhir": Fraction(10), "is_turun": True}, "SESUAI_RENCANA"),
        (Fraction(25), {"jalur": Fraction(20), "akhir": Fraction(10), "is_turun": True}, "PERLU_PERHATIAN"),
        (Fraction(26), {"jalur": Fraction(20), "akhir": Fraction(10), "is_turun": True}, "JAUH_DI_BAWAH"),
    ],
)
def test_status(nilai, lain, status):
    assert judge(nilai, ukuran(**lain)) == status

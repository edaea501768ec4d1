"""Numbers, money and dates as an Indonesian reader writes them (visual.md 7)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucj import format


@pytest.mark.parametrize(
    ("angka", "tulisan"),
    [
        (12345, "12.345"),
        (0, "0"),
        (-1234, "−1.234"),  # U+2212, never a hyphen
        (None, "…"),
        (float("nan"), "…"),
    ],
)
def test_bilangan(angka, tulisan):
    assert format.bilangan(angka) == tulisan


@pytest.mark.parametrize(("angka", "tulisan"), [(1234.5, "1.234,5"), (2.25, "2,3"), (-0.04, "0,0"), (None, "…")])
def test_desimal(angka, tulisan):
    assert format.desimal(angka) == tulisan


@pytest.mark.parametrize(
    ("nilai", "target", "tulisan"),
    [
        (58.7, None, "58,7%"),
        (58.66, None, "58,7%"),
        (99.96, None, "99,9%"),  # rounding would reach 100: truncated
        (99.94, None, "99,9%"),
        (100, None, "100,0%"),  # all are covered
        (112.34, None, "112,3%"),  # above 100 is shown, never clipped
        (43.96, 44, "43,9%"),  # rounding would reach the target
        (43.96, 50, "44,0%"),  # the target is far: rounded
        (44, 44, "44,0%"),
        (0, None, "0,0%"),
        (None, 44, "…"),  # missing is never 0
    ],
)
def test_persen_is_never_rounded_up_to_a_threshold(nilai, target, tulisan):
    assert format.persen(nilai, target) == tulisan


@given(st.floats(0, 99.999999), st.floats(0, 100))
def test_persen_below_target_never_prints_the_target_or_more(nilai, target):
    cetak = float(format.persen(nilai, target).rstrip("%").replace(".", "").replace(",", "."))
    assert cetak < 100
    assert cetak < target or nilai >= target or cetak <= nilai


@pytest.mark.parametrize(
    ("beda", "tulisan"),
    [
        (1.2, "+1,2 persen poin"),
        (-1.25, "−1,3 persen poin"),
        (0, "0,0 persen poin"),
        (0.01, "kurang dari 0,1 persen poin"),
        (None, "…"),
    ],
)
def test_persen_poin(beda, tulisan):
    assert format.persen_poin(beda) == tulisan


@pytest.mark.parametrize(
    ("rp", "panjang", "pendek"),
    [
        (12_345_678, "Rp12.345.678", "Rp12,3 jt"),
        (345_600_000, "Rp345.600.000", "Rp345,6 jt"),
        (1_200_000_000, "Rp1.200.000.000", "Rp1,2 M"),
        (2_100_000_000_000, "Rp2.100.000.000.000", "Rp2,1 T"),
        (999_960_000, "Rp999.960.000", "Rp1,0 M"),  # not Rp1.000,0 jt
        (950_000, "Rp950.000", "Rp950.000"),  # not rounded up to a million
        (0, "Rp0", "Rp0"),
        (-5_000_000, "−Rp5.000.000", "−Rp5,0 jt"),
        (None, "…", "…"),
    ],
)
def test_rupiah(rp, panjang, pendek):
    assert format.rupiah(rp) == panjang
    assert format.rupiah_pendek(rp) == pendek


def test_first_amount_of_a_page_spells_its_unit():
    assert format.rupiah_pendek(13_600_000_000, eja=True) == "Rp13,6 miliar"


def test_dates():
    assert format.tanggal(date(2025, 12, 31)) == "31 Des 2025"
    assert format.tanggal(date(2025, 8, 3)) == "3 Agu 2025"
    assert format.tanggal_panjang(date(2026, 6, 30)) == "30 Juni 2026"
    assert format.bulan(date(2026, 6, 1)) == "Juni 2026"
    assert format.bulan_pendek(date(2026, 10, 1)) == "Okt 2026"
    assert format.tanggal(None) == format.bulan(None) == "…"


def test_periode():
    assert format.semester("2026-1") == format.periode("2026-1") == "Sem. I 2026"
    assert format.semester("2025-2") == "Sem. II 2025"
    assert format.periode("2026-06") == "Juni 2026"


def test_selisih_has_its_sign():
    assert [format.selisih(n) for n in (1200, -12, 0, None)] == ["+1.200", "−12", "0", "…"]


def test_months_in_a_sentence_get_their_names_and_dates_stay():
    kalimat = "Rekap 06/2026, rilis 05/11/2025, 13/2026."
    assert format.sebut_bulan(kalimat) == "Rekap Juni 2026, rilis 05/11/2025, 13/2026."

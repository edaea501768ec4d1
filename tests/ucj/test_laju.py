"""Pace, date of reaching and its range, back-test (sources.md 5, rules 8, 12 and 23), by hand and a slow second way."""

import math
import random
from datetime import date
from fractions import Fraction

import pytest

from ucj import laju
from ucj.jalur import Jalur
from ucj.kalender import geser_bulan
from ucj.laju import Titik, backtest, find_arah, find_laju, persentil, reach, sebanding

AWAL = date(2024, 7, 1)
# 40 % at the end of 2026, 46 % at the end of 2027, flat from there
JALUR = Jalur(((date(2026, 12, 31), Fraction(40)), (date(2027, 12, 31), Fraction(46))))


def seri(*jumlah: int | None, penyebut: int | None = 1000, sumber: str = "peserta", awal: date = AWAL) -> list[Titik]:
    """Return months one after the other; None leaves one out."""
    return [Titik(geser_bulan(awal, i), n, penyebut, sumber) for i, n in enumerate(jumlah) if n is not None]


def lurus(dari: int, naik: int, panjang: int, **lain) -> list[Titik]:
    return seri(*(dari + naik * i for i in range(panjang)), **lain)


class TestLaju:
    def test_twelve_months(self):
        # 13 months, up by 10 a month, the last by 130 more: (120 + 130) / 12
        satu = find_laju(seri(*(100 + 10 * i for i in range(12)), 100 + 250))
        assert satu is not None and (satu.nilai, satu.panjang) == (Fraction(250, 12), 12)
        assert satu.jumlah_jendela == 1 and satu.bawah == satu.atas == satu.nilai

    @pytest.mark.parametrize(("jumlah_bulan", "panjang"), [(6, None), (7, 6), (10, 9), (13, 12), (30, 12)])
    def test_else_the_months_there_are_at_least_six(self, jumlah_bulan, panjang):
        satu = find_laju(lurus(100, 5, jumlah_bulan))
        assert (satu.panjang if satu else None) == panjang
        assert satu is None or satu.nilai == 5

    def test_a_month_without_data_inside_does_not_matter_at_the_end_it_does(self):
        ada = [100 + 10 * i for i in range(13)]
        assert find_laju(seri(*ada[:5], None, None, *ada[7:])).panjang == 12
        # without the first month the window is as long as the rest allows
        assert find_laju(seri(None, *ada[1:])).panjang == 11

    def test_range_is_the_second_lowest_and_second_highest_of_twelve_windows(self):
        # 24 months: windows of 12 end in the last 12; the rise of month i is i - 12 for i > 12, so the paces are
        # 1/12, 3/12, 6/12 ... (triangular numbers), the last 78/12
        jumlah = [1000] * 12
        for i in range(1, 13):
            jumlah.append(jumlah[-1] + i)
        satu = find_laju(seri(*jumlah))
        assert satu.nilai == Fraction(78, 12)
        assert satu.jumlah_jendela == 12
        assert (satu.bawah, satu.atas) == (Fraction(3, 12), Fraction(66, 12))  # the last lies outside its own range

    def test_a_new_kind_of_source_begins_anew(self):
        rekap, daftar = lurus(900, 1, 20, sumber="rekap_bpjs"), lurus(500, 7, 8, awal=date(2026, 3, 1))
        assert [t.sumber for t in sebanding([*rekap, *daftar])] == ["peserta"] * 8
        satu = find_laju([*rekap, *daftar])
        assert (satu.nilai, satu.panjang) == (7, 7)
        assert find_laju([*rekap, *daftar[:6]]) is None
        # back to the recap: the months before do not count again
        lagi = lurus(930, 1, 3, sumber="rekap_bpjs", awal=date(2026, 11, 1))
        assert find_laju([*rekap, *daftar, *lagi]) is None

    def test_a_new_denominator_changes_no_pace(self):
        assert find_laju([*lurus(100, 5, 8), *lurus(140, 5, 5, penyebut=1200, awal=date(2025, 3, 1))]).nilai == 5

    @pytest.mark.parametrize(
        ("banyak", "persen", "ke"), [(1, 10, 1), (1, 90, 1), (7, 10, 1), (7, 90, 7), (10, 10, 1), (10, 90, 9),
                                     (11, 10, 2), (12, 10, 2), (12, 90, 11)],
    )  # fmt: skip
    def test_nearest_rank(self, banyak, persen, ke):
        nilai = [Fraction(n) for n in range(1, banyak + 1)]
        assert persentil(nilai[::-1], persen) == ke


class TestMencapai:
    """The last month is June 2026; 400 of 1000 is the target of 2026, 460 that of 2027."""

    def kini(self, jumlah: int) -> Titik:
        return Titik(date(2026, 6, 1), jumlah, 1000, "peserta")

    @pytest.mark.parametrize(
        ("jumlah", "pace", "bulan"),
        [
            (400, 0, date(2026, 6, 1)),  # on the path already: the path is flat before its first target
            (399, 1, date(2026, 7, 1)),
            (340, 10, date(2026, 12, 1)),  # 340 + 60 in the month of the target itself
            (339, 10, date(2027, 1, 1)),  # 399 in December, 409 against 405 in January
            (100, 20, date(2027, 12, 1)),  # 460 exactly in December 2027
            (99, 20, date(2028, 1, 1)),  # 459 is not enough
            (100, 1, date(2056, 6, 1)),  # 360 months: just within thirty years
            (99, 1, None),
            (300, 0, None),
            (300, -5, None),
        ],
    )
    def test_first_month(self, jumlah, pace, bulan):
        assert reach(self.kini(jumlah), Fraction(pace), JALUR) == bulan

    def test_a_falling_figure_meets_a_falling_path(self):
        turun = Jalur(((date(2026, 6, 30), Fraction(50)), (date(2027, 6, 30), Fraction(38))))
        # 450 - 2n against 500 - 10n: n = 7 (436 >= 430), not 6 (438 < 440)
        assert reach(self.kini(450), Fraction(-2), turun) == date(2027, 1, 1)

    def test_exact_where_floats_would_fail(self):
        jalur = Jalur(((date(2026, 12, 31), Fraction(1, 3) * 100),))
        kini = Titik(date(2026, 6, 1), 0, 300, "peserta")
        assert reach(kini, Fraction(100, 7), jalur) == date(2027, 1, 1)  # 7 months make exactly 100 of 300

    def test_without_denominator_there_is_no_date(self):
        assert reach(Titik(date(2026, 6, 1), 100, None, "peserta"), Fraction(5), JALUR) is None


def slow_reach(kini: Titik, pace: Fraction, jalur: Jalur) -> date | None:
    for n in range(361):
        bulan = geser_bulan(kini.bulan, n)
        if (kini.jumlah + pace * n) * 100 >= jalur.at(bulan) * kini.penyebut:
            return bulan
    return None


def test_a_second_way_finds_the_same_months():
    acak = random.Random(3)
    ketemu = 0
    for _ in range(60):
        tahun = sorted(acak.sample(range(2025, 2032), acak.randint(1, 4)))
        jalur = Jalur(tuple((date(t, 12, 31), Fraction(acak.randint(200, 900), 10)) for t in tahun))
        kini = Titik(date(2026, acak.randint(1, 12), 1), acak.randint(100, 700), acak.randint(500, 1500), "peserta")
        pace = Fraction(acak.randint(-40, 90), 12)
        hasil = reach(kini, pace, jalur)
        assert hasil == slow_reach(kini, pace, jalur)
        ketemu += hasil is not None
    assert 10 < ketemu < 60  # both answers occur


class TestArah:
    def test_below_the_path(self):
        # 24 months from 84, up by 10 a month: 314 in June 2026; the path is 40 % of 1000 until December
        arah = find_arah(lurus(84, 10, 24), JALUR)
        assert arah.keadaan == laju.DI_BAWAH
        assert (arah.kurang_jalur, arah.kurang_tahun, arah.laju_perlu) == (86, 86, 15)  # 86 / 6 rounded up
        # 314 + 10n against 400 + 5(n - 6) after December: n = 12 gives 434 against 430, n = 11 424 against 425
        assert arah.tercapai == date(2027, 6, 1)
        assert arah.tercepat == arah.terlambat == arah.tercapai
        assert not arah.is_sampai_akhir
        assert arah.akhir == date(2027, 9, 1)  # 460: 15 months

    def test_on_the_path(self):
        arah = find_arah(lurus(180, 10, 24), JALUR)
        assert (arah.keadaan, arah.kurang_jalur, arah.tercapai) == (laju.SESUAI, 0, date(2026, 6, 1))
        assert arah.akhir == date(2026, 11, 1)

    def test_reached(self):
        assert find_arah(lurus(230, 10, 24), JALUR).keadaan == laju.TERCAPAI

    def test_not_at_this_pace(self):
        arah = find_arah(lurus(300, 0, 24), JALUR)
        assert (arah.keadaan, arah.tercapai, arah.akhir) == (laju.TIDAK, None, None)

    def test_in_december_no_pace_is_needed_any_more(self):
        arah = find_arah(lurus(84, 10, 24, awal=date(2025, 1, 1)), JALUR)
        assert arah.kini.bulan == date(2026, 12, 1)
        assert (arah.kurang_tahun, arah.laju_perlu) == (86, None)

    def test_too_few_months_or_another_source(self):
        assert find_arah(lurus(100, 10, 6), JALUR).keadaan == laju.BELUM_CUKUP
        campur = [*lurus(100, 10, 20, sumber="rekap_bpjs"), *lurus(300, 10, 4, awal=date(2026, 3, 1))]
        arah = find_arah(campur, JALUR)
        assert (arah.keadaan, arah.mulai, arah.tercapai) == (laju.SUMBER_BERGANTI, date(2026, 3, 1), None)

    @pytest.mark.parametrize("titik", [[], seri(1, 2, 3, penyebut=None), seri(1, 2, penyebut=0)])
    def test_nothing_to_say(self, titik):
        assert find_arah(titik, JALUR) is None

    def test_no_path(self):
        assert find_arah(lurus(100, 10, 24), None) is None

    def test_a_projection_stays_between_0_and_100_percent(self):
        arah = find_arah(lurus(84, 10, 24), JALUR)
        assert arah.project(Fraction(10), date(2026, 12, 1)) == Fraction(374, 10)
        assert arah.project(Fraction(500), date(2029, 12, 1)) == 100
        assert arah.project(Fraction(-500), date(2029, 12, 1)) == 0


class TestUji:
    def test_a_straight_series_is_foretold_exactly(self):
        # 24 months: windows of at least 6 end in month 7 and later; 12 ahead leaves months 7 to 12: six projections
        uji = backtest(lurus(100, 10, 24), 12)
        assert (uji.jumlah, uji.kena, uji.meleset, uji.condong, uji.meleset_poin) == (6, 6, 0, 0, 0)

    def test_a_step_is_missed_by_what_is_known(self):
        # flat at 100 for nine months, then 160: made at months 7, 8, 9 for three months later (160, 160, 160) and at
        # 10, whose window of 9 months knows 60 / 9 a month: 160 + 20 against 160
        uji = backtest(seri(*[100] * 9, *[160] * 4), 3)
        assert (uji.jumlah, uji.kena) == (4, 0)  # one window each, so the range is no wider than the pace
        assert uji.meleset == Fraction(60 * 3 + 20, 4)
        assert uji.condong == Fraction(-60 * 3 + 20, 4)
        assert uji.meleset_poin == Fraction(60 * 3 + 20, 40)

    def test_later_months_are_not_known_to_earlier_ones(self):
        asal = lurus(100, 10, 24)
        ubah = [*asal[:18], *(Titik(t.bulan, 9999, t.penyebut, t.sumber) for t in asal[18:])]
        # projections 6 ahead from months 7 to 12 end before the change: still exact
        hanya = [t for t in ubah if t.bulan < geser_bulan(AWAL, 18)]
        assert backtest(hanya, 6).meleset == 0
        assert backtest(hanya, 6).jumlah == 6

    def test_never_across_a_change_of_source(self):
        campur = [*lurus(100, 10, 10, sumber="rekap_bpjs"), *lurus(900, 10, 10, awal=date(2025, 5, 1))]
        uji = backtest(campur, 3)
        assert (uji.jumlah, uji.meleset) == (2, 0)  # made at the seventh month of either source

    def test_months_that_never_came_are_not_compared(self):
        assert backtest(lurus(100, 10, 8), 3) is None
        assert backtest([], 3) is None


def test_people_missing_are_rounded_up():
    kini = Titik(date(2026, 6, 1), 0, 333, "peserta")
    assert laju.count_kurang(kini, Fraction(1)) == math.ceil(3.33) == 4
    assert laju.count_kurang(Titik(date(2026, 6, 1), 400, 333, "peserta"), Fraction(100)) == 0

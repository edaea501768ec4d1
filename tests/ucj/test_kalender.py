"""Months, semesters, working days: the deadlines of LTM 8(3) and GRS 16 rest on them."""

from datetime import date
from pathlib import Path

import pytest

from ucj import kalender
from ucj.kalender import Kalender
from ucj.penolakan import Penolakan
from ucj.peraturan import init, load_profil


@pytest.mark.parametrize(
    ("tanggal", "jumlah", "bulan"),
    [
        (date(2026, 6, 1), 0, date(2026, 6, 1)),
        (date(2026, 6, 30), 1, date(2026, 7, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 1)),  # no 31 February
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 6, 1), -18, date(2024, 12, 1)),
    ],
)
def test_shift_month(tanggal: date, jumlah: int, bulan: date) -> None:
    assert kalender.geser_bulan(tanggal, jumlah) == bulan
    assert kalender.selisih_bulan(tanggal, bulan) == jumlah


def test_ends_of_month() -> None:
    assert kalender.awal_bulan(date(2026, 6, 17)) == date(2026, 6, 1)
    assert kalender.akhir_bulan(date(2026, 6, 17)) == date(2026, 6, 30)
    assert kalender.akhir_bulan(date(2024, 2, 1)) == date(2024, 2, 29)  # leap year
    assert kalender.akhir_bulan(date(2026, 12, 1)) == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("tanggal", "semester"),
    [
        (date(2026, 1, 1), "2026-1"), (date(2026, 6, 30), "2026-1"), (date(2026, 7, 1), "2026-2"),
        (date(2026, 12, 31), "2026-2"),
    ],
)  # fmt: skip
def test_semester(tanggal: date, semester: str) -> None:
    assert kalender.semester(tanggal) == semester
    assert kalender.awal_bulan(tanggal) in kalender.bulan_semester(semester)


def test_months_of_a_semester() -> None:
    assert kalender.bulan_semester("2026-1") == [date(2026, m, 1) for m in range(1, 7)]
    assert kalender.bulan_semester("2025-2") == [date(2025, m, 1) for m in range(7, 13)]


@pytest.mark.parametrize("semester", ["2026", "2026-3", "2026-01", "26-1", ""])
def test_another_form_of_semester_is_refused(semester: str) -> None:
    with pytest.raises(Penolakan, match="2026-1"):
        kalender.bulan_semester(semester)


@pytest.mark.parametrize(
    ("mulai", "jumlah", "batas"),
    [
        (date(2026, 7, 1), 0, date(2026, 7, 1)),
        (date(2026, 7, 3), 1, date(2026, 7, 6)),  # Friday to Monday
        (date(2026, 7, 4), 1, date(2026, 7, 6)),  # a letter of Saturday counts from Monday
        (date(2026, 7, 1), 10, date(2026, 7, 15)),  # GRS 16(3): first warning
        (date(2026, 7, 15), 10, date(2026, 7, 29)),  # GRS 16(4): second warning
        (date(2026, 8, 14), 1, date(2026, 8, 18)),  # over Independence Day, a Monday
        (date(2026, 3, 2), 14, date(2026, 3, 23)),  # LTM 8(3): Nyepi inside; joint leave of Idulfitri counts
        (date(2025, 12, 24), 1, date(2025, 12, 26)),  # Christmas; joint leave of 26 December is no holiday
        (date(2025, 12, 31), 1, date(2026, 1, 2)),  # over the year's end
        (date(2024, 2, 13), 1, date(2024, 2, 15)),  # election day 2024
    ],
)
def test_add_working_days(mulai: date, jumlah: int, batas: date) -> None:
    assert kalender.tambah_hari_kerja(mulai, jumlah) == batas
    assert kalender.hari_kerja(mulai, batas) == jumlah


def test_joint_leave_is_a_choice() -> None:
    """SKB 3 Menteri: joint leave is leave, not a holiday; the profile decides."""
    libur = Kalender(cuti_bersama_libur=True)
    assert kalender.tambah_hari_kerja(date(2026, 3, 2), 14, libur) == date(2026, 3, 27)  # not 18, 20, 23, 24 March
    assert kalender.is_hari_kerja(date(2026, 12, 24))
    assert not kalender.is_hari_kerja(date(2026, 12, 24), libur)


def test_six_day_week() -> None:
    enam = Kalender(per_minggu=6)
    assert kalender.tambah_hari_kerja(date(2026, 7, 3), 2, enam) == date(2026, 7, 6)  # Saturday, Monday
    assert not kalender.is_hari_kerja(date(2026, 7, 5), enam)


def test_counting_backwards_gives_nothing() -> None:
    assert kalender.hari_kerja(date(2026, 7, 10), date(2026, 7, 1)) == 0
    with pytest.raises(ValueError, match="negative"):
        kalender.tambah_hari_kerja(date(2026, 7, 1), -1)


def test_due_day_on_a_holiday_moves_only_forward() -> None:
    assert kalender.geser_ke_hari_kerja(date(2026, 8, 15)) == date(2026, 8, 18)  # Saturday, Sunday, Monday 17 August
    assert kalender.geser_ke_hari_kerja(date(2026, 7, 15)) == date(2026, 7, 15)


def test_the_regency_edits_its_calendar(tmp_path: Path) -> None:
    init(tmp_path, "umum", "99.01", "Kabupaten Contoh")
    path = tmp_path / "profil.toml"
    own = "[hari_kerja]\nlibur_tambahan = [2026-07-02]\nbukan_libur = [2026-08-17]\ncuti_bersama_libur = true\n"
    path.write_text(path.read_text(encoding="utf-8") + own, encoding="utf-8")
    sendiri = Kalender.from_profil(load_profil(tmp_path))
    assert not kalender.is_hari_kerja(date(2026, 7, 2), sendiri)
    assert kalender.is_hari_kerja(date(2026, 8, 17), sendiri)
    assert not kalender.is_hari_kerja(date(2026, 12, 24), sendiri)
    assert kalender.is_hari_kerja(date(2026, 7, 2))


def test_a_year_without_a_calendar_is_refused_and_not_guessed() -> None:
    with pytest.raises(Penolakan, match=r"hari_libur/2019\.toml"):
        kalender.is_hari_kerja(date(2019, 1, 2))


@pytest.mark.parametrize(
    ("tahun", "libur", "cuti", "is_sementara"),
    [(2024, 19, 10, False), (2025, 17, 11, False), (2026, 17, 8, False), (2027, 9, 0, True)],
)
def test_calendars_that_ship(tahun: int, libur: int, cuti: int, is_sementara: bool) -> None:
    """17 national holidays a year; 2024 has two election days more; 2027 waits for its joint decree."""
    kalender_tahun = kalender.read_libur(tahun)
    assert len(kalender_tahun.libur) == libur
    assert len(kalender_tahun.cuti_bersama) == cuti
    assert kalender_tahun.is_sementara == is_sementara
    assert not set(kalender_tahun.libur) & set(kalender_tahun.cuti_bersama)
    assert {date(tahun, 1, 1), date(tahun, 5, 1), date(tahun, 6, 1), date(tahun, 8, 17), date(tahun, 12, 25)} <= set(
        kalender_tahun.libur
    )


def test_joint_leave_falls_on_weekdays() -> None:
    for tahun in (2024, 2025, 2026):
        assert all(hari.weekday() < 5 for hari in kalender.read_libur(tahun).cuti_bersama)


def test_a_broken_calendar_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kalender, "LIBUR", tmp_path)
    (tmp_path / "2031.toml").write_text('[libur]\n2031-02-30 = "x"\n', encoding="utf-8")
    (tmp_path / "2032.toml").write_text('[libur]\n2031-01-01 = "x"\n', encoding="utf-8")
    for tahun in (2031, 2032):
        with pytest.raises(Penolakan, match=rf"{tahun}\.toml, libur"):
            kalender.read_libur(tahun)


def test_a_year_without_a_calendar_can_be_written_in_the_profile() -> None:
    """The operator's own list, profil.toml, outlives an upgrade and may be ahead of the calendars that ship."""
    baru = date(2035, 1, 1)  # a Monday
    assert not kalender.is_hari_kerja(baru, Kalender(libur_tambahan=frozenset({baru})))
    assert kalender.is_hari_kerja(date(2035, 1, 2), Kalender(libur_tambahan=frozenset({baru})))
    with pytest.raises(Penolakan, match="libur_tambahan = \\[2036-01-01"):
        kalender.is_hari_kerja(date(2036, 1, 1), Kalender(libur_tambahan=frozenset({baru})))

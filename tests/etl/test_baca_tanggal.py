"""Dates and months: never month-first."""

from datetime import date

import pytest

from etl.baca.tanggal import find_bulan, parse_bulan, parse_tanggal
from tests.bacaan import Pembaca, alasan, buku, kolom

AKHIR_2025 = date(2025, 12, 31)


@pytest.mark.parametrize(
    "tulis",
    [
        "2025-12-31", "31/12/2025", "31-12-2025", "31.12.2025", "31 Desember 2025", "31 Des 2025", "31-DES-2025",
        "31/12/25",
        "46022", "2025-12-31 00:00:00", "31/12/2025 07:30", "Rabu, 31 Desember 2025", "20251231", "2025/12/31",
        "31 Dec 2025",
    ],
)  # fmt: skip
def test_tanggal(tulis: str) -> None:
    assert parse_tanggal(tulis) == AKHIR_2025


@pytest.mark.parametrize(
    ("tulis", "terbaca"),
    [("1 Nopember 2025", date(2025, 11, 1)), ("1 Pebruari 2025", date(2025, 2, 1)), ("17 Agt 2025", date(2025, 8, 17)),
     ("5 AGS 2025", date(2025, 8, 5)), ("1 MEI 1990", date(1990, 5, 1)), ("02/06/2026", date(2026, 6, 2))],
)  # fmt: skip
def test_tanggal_nama_bulan(tulis: str, terbaca: date) -> None:
    assert parse_tanggal(tulis) == terbaca


@pytest.mark.parametrize("tulis", ["12/31/2025", "30/02/2025", "29/02/2025", "2026", "kemarin", "31/12", "1 Foo 2025"])
def test_bukan_tanggal(tulis: str) -> None:
    assert parse_tanggal(tulis) is None


@pytest.mark.parametrize(
    "tulis",
    ["2026-06", "06/2026", "6/2026", "202606", "Juni 2026", "Jun-26", "JUNI2026", "30/06/2026", "2026-06-15", "46174",
     "Bulan Juni Tahun 2026", "15 Juni 2026", "2026/06", "Jun 2026"],
)  # fmt: skip
def test_bulan(tulis: str) -> None:
    assert parse_bulan(tulis) == date(2026, 6, 1)


@pytest.mark.parametrize("tulis", ["13/2026", "Juni", "6", "2026", "202613", "26-Jun"])
def test_bukan_bulan(tulis: str) -> None:
    assert parse_bulan(tulis) is None


@pytest.mark.parametrize(
    ("surat", "bulan"),
    [
        (["REKAP PESERTA", "BULAN JUNI 2026"], {date(2026, 6, 1)}),
        (["Keadaan per 30 Juni 2026"], {date(2026, 6, 1)}),
        (["BULAN JUNI", "TAHUN 2026"], {date(2026, 6, 1)}),
        (["Periode 06/2026"], {date(2026, 6, 1)}),
        (["Januari s.d. Juni 2026"], {date(2026, 1, 1), date(2026, 6, 1)}),
        (["Juni 2026", "Selong, 5 Juli 2026"], {date(2026, 6, 1), date(2026, 7, 1)}),
        (["REKAP PESERTA AKTIF"], set()),
    ],
)
def test_kepala_surat(surat: list[str], bulan: set[date]) -> None:
    assert find_bulan(surat)[0] == bulan


def test_tanggal_tidak_sah_sets_aside_but_not_in_tanggal_lahir(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;segmen;program;tanggal_lahir;tanggal_berakhir\n"
        "2026-06;9901010101900001;PU;JKK;12/31/1990;\n"  # unreadable birth date: unknown, with a note
        "2026-06;9901010101900002;PU;JKK;;12/31/2026\n"
        "Juni;9901010101900003;PU;JKK;;\n",
    )
    assert kolom(hasil, "tanggal_lahir", "kelompok_usia") == [(None, "35-44")]
    assert alasan(hasil) == {3: "TANGGAL_TIDAK_SAH", 4: "TANGGAL_TIDAK_SAH"}
    assert any("tanggal_lahir: 1 nilai tidak dikenal" in catatan for catatan in hasil.catatan)


def test_date_cells_and_serials(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        buku(
            {
                "Data": [
                    ["bulan", "nik", "segmen", "program", "tanggal_lahir"],
                    [date(2026, 6, 30), "9901010101900001", "PU", "JKK", date(1990, 1, 1)],
                    [46174, "9901010101900002", "PU", "JKK", 32874],  # a serial is a date where the column says so
                    [202606, "9901010101900003", "PU", "JKK", "1 JAN 1990"],
                ]
            }
        ),
    )
    assert kolom(hasil, "bulan", "tanggal_lahir") == [(date(2026, 6, 1), date(1990, 1, 1))] * 3


def test_two_digit_years_of_birth_lie_in_the_past() -> None:
    assert parse_tanggal("01/02/65", is_lahir=True) == date(1965, 2, 1)
    assert parse_tanggal("01/02/09", is_lahir=True) == date(2009, 2, 1)
    assert parse_tanggal("01/02/30") == date(2030, 2, 1)


def test_number_of_a_letter_is_no_month() -> None:
    assert find_bulan(["Nomor 560/123/6/2026", "Nomor B.12/05/2026/X"])[0] == set()

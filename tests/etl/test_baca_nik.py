"""NIK: what makes one valid, what it tells, and who it is (domain.md 6.2; sources.md 5, rule 1)."""

import hashlib
import hmac
import uuid

import pytest

from tests.bacaan import KUNCI, Pembaca, alasan, buku, kolom, rincian

KEPALA = "bulan;nik;segmen;program;jenis_kelamin;tanggal_lahir\n"
BAIK = "2026-06;9901010101900001;PU;JKK;;\n"


@pytest.mark.parametrize(
    ("nik", "sebab"),
    [
        ("990101010190001", [("NIK_TIDAK_SAH", "PANJANG")]),
        ("99010101019000011", [("NIK_TIDAK_SAH", "PANJANG")]),
        ("99010101019O0001", [("NIK_TIDAK_SAH", "NON_ANGKA")]),
        ("12A", [("NIK_TIDAK_SAH", "PANJANG"), ("NIK_TIDAK_SAH", "NON_ANGKA")]),
        ("9901013202900001", [("NIK_TIDAK_SAH", "TANGGAL")]),
        ("9901010013900001", [("NIK_TIDAK_SAH", "TANGGAL")]),
        ("9901017202900001", [("NIK_TIDAK_SAH", "TANGGAL")]),  # 72 - 40 = 32
        ("9901012902900001", [("NIK_TIDAK_SAH", "TANGGAL")]),  # 1990 has no 29 February
        ("9901010101900000", [("NIK_TIDAK_SAH", "SERIAL_0000")]),
        ("9901010013900000", [("NIK_TIDAK_SAH", "TANGGAL"), ("NIK_TIDAK_SAH", "SERIAL_0000")]),
        ("", [("KOLOM_KOSONG", "")]),
        ("9,90101E+15", [("NIK_ANGKA", "")]),
        ("9.90101010190000E15", [("NIK_ANGKA", "")]),
        ("9901010101900001.0", [("NIK_ANGKA", "")]),
    ],
)
def test_invalid(baca_uji: Pembaca, nik: str, sebab: list[tuple[str, str]]) -> None:
    hasil = baca_uji("peserta", KEPALA + BAIK + f"2026-06;{nik};PU;JKK;;\n")
    assert [(kode, detail) for _, _, kode, detail in rincian(hasil)] == sebab
    assert alasan(hasil) == {3: sebab[0][0]}  # without the detail
    assert hasil.sisih["id_peserta"].to_list() == [None]


@pytest.mark.parametrize(
    "nik", ["9901012902960001", "9901012902000001", "9901016902960001", "9901014101900001", "0101010101900001"]
)
def test_valid(baca_uji: Pembaca, nik: str) -> None:
    assert baca_uji("peserta", KEPALA + f"2026-06;{nik};PU;JKK;;\n").dimuat.height == 1


@pytest.mark.parametrize(
    "tulis", ["'9901010101900001", "9901 0101 0190 0001", "99.01.01.010190.0001", "990101-010190-0001"]
)
def test_signs_inside_are_removed(baca_uji: Pembaca, tulis: str) -> None:
    hasil = baca_uji("peserta", KEPALA + f"2026-06;{tulis};PU;JKK;;\n")
    assert kolom(hasil, "id_peserta") == kolom(baca_uji("peserta", KEPALA + BAIK), "id_peserta")
    assert kolom(hasil, "nik_samar") == ["990101********01"]


def test_number_cell_has_lost_its_last_digit(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        buku({"S": [["bulan", "nik", "segmen", "program"], ["2026-06", 9901010101900001, "PU", "JKK"],
                    ["2026-06", "9901010101900001", "PU", "JKK"], ["2026-06", 99010101, "PU", "JKK"]]}),
    )  # fmt: skip
    assert alasan(hasil) == {2: "NIK_ANGKA", 4: "NIK_ANGKA"}
    assert "9901010101900001" not in hasil.sisih["asli"][0]


def test_pseudonym_is_hmac(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", KEPALA + BAIK)
    digest = hmac.new(KUNCI, b"9901010101900001", hashlib.sha256).digest()
    assert kolom(hasil, "id_peserta") == [str(uuid.UUID(bytes=digest[:16]))]


@pytest.mark.parametrize(
    ("nik", "kelamin", "lahir", "terbaca"),
    [
        ("9901010107900001", "", "", ("L", "35-44")),  # 1 July 1990, at the end of June 2026 still 35
        ("9901013006910001", "", "", ("L", "35-44")),  # 35 on the last day of the month
        ("9901010107910001", "", "", ("L", "25-34")),
        ("9901014107900001", "", "", ("P", "35-44")),  # day + 40: a woman
        ("9901010107900001", "P", "", ("P", "35-44")),  # the column wins
        ("9901010107900001", "?", "", ("L", "35-44")),  # unreadable: from the NIK
        ("9901010107900001", "", "2001-01-01", ("L", "25-34")),
        ("9901010101100001", "", "", ("L", "15-24")),  # 2010: 16 years
        ("9901010101200001", "", "", ("L", "65+")),  # a worker is 15 or more: 1920, not 2020
        ("9901010101610001", "", "", ("L", "65+")),
        ("9901010101620001", "", "", ("L", "55-64")),
        ("9901010101900001", "", "2015-01-01", ("L", "<15")),
    ],
)
def test_sex_and_age_group(baca_uji: Pembaca, nik: str, kelamin: str, lahir: str, terbaca: tuple[str, str]) -> None:
    hasil = baca_uji("peserta", KEPALA + f"2026-06;{nik};PU;JKK;{kelamin};{lahir}\n")
    assert kolom(hasil, "jenis_kelamin", "kelompok_usia") == [terbaca]


def test_differences_are_notes_with_numbers_only(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        KEPALA
        + "2026-06;9901010107900001;PU;JKK;P;1990-07-01\n"
        + "2026-06;9901010107900002;PU;JKK;L;1990-07-02\n"
        + "2026-06;5203010107900001;PU;JKK;L;1990-07-01\n"
        + "2026-06;2201010107900001;PU;JKK;L;1990-07-01\n",
    )
    assert hasil.sisih.is_empty()
    catatan = " ".join(hasil.catatan)
    assert "JK_BEDA: 1 baris" in catatan and "LAHIR_BEDA: 1 baris" in catatan
    assert "WILAYAH_LAIN: 2 NIK" in catatan and "PROVINSI: 1 NIK" in catatan
    assert "0107900001" not in catatan


def test_roster_dates_the_age_group_by_its_own_date(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "pekerja_binaan",
        "tanggal_data;kode_opd;jenis_daftar;nik;kode_desa\n"
        "2026-06-30;Dinas Sosial;Non ASN;9901013006910001;\n"
        "2026-05-31;DPMD;DESA;9901013006910001;99.01.01.2001\n",
    )
    assert kolom(hasil, "kelompok_usia", "cakupan") == [
        ("35-44", "DINSOS|NONASN|2026-06-30"),
        ("25-34", "DPMD|DESA|2026-05-31|99.01.01.2001"),
    ]

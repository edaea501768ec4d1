"""Reporting duties, objections and rules in words."""

from datetime import date
from typing import Any

import pytest

from ucj import format, klarifikasi, lapor, regulasi
from ucj.klarifikasi import Klarifikasi, terbuka

HARI = date(2026, 7, 20)
JUNI = date(2026, 6, 1)


def wajib(jenis: str, periode: str, tempo: date, terima: date | None = None) -> dict[str, Any]:
    status = "BELUM" if terima is None else "TEPAT" if terima <= tempo else "TERLAMBAT"
    return {"kewajiban": jenis, "periode": periode, "jatuh_tempo": tempo, "tanggal_terima": terima, "status": status}


JUNI_TEPAT = wajib("REKAP_BULANAN", "2026-06", date(2026, 7, 15), date(2026, 7, 9))
MEI_TELAT = wajib("REKAP_BULANAN", "2026-05", date(2026, 6, 15), date(2026, 6, 20))
APRIL_BELUM = wajib("REKAP_BULANAN", "2026-04", date(2026, 5, 15))
SEMESTER = wajib("SEMESTER", "2026-1", date(2026, 7, 30))
SEMUA = [SEMESTER, JUNI_TEPAT, MEI_TELAT, APRIL_BELUM]


def test_what_is_not_due_yet_is_not_missing() -> None:
    assert lapor.status(SEMESTER, HARI) == "BELUM_TEMPO"
    assert lapor.status(SEMESTER, date(2026, 7, 30)) == "BELUM_TEMPO"  # its last day
    assert lapor.status(SEMESTER, date(2026, 7, 31)) == "BELUM"
    assert lapor.status(MEI_TELAT, HARI) == "TERLAMBAT"


def test_duties_up_to_the_month_chosen() -> None:
    assert lapor.choose(SEMUA, "REKAP_BULANAN", date(2026, 5, 1)) == [MEI_TELAT, APRIL_BELUM]
    assert lapor.choose(SEMUA, "SEMESTER", date(2026, 5, 1)) == []
    assert [lapor.akhir_periode(p) for p in ("2026-02", "2026-TW2", "2025-2")] == [
        date(2026, 2, 28), date(2026, 6, 30), date(2025, 12, 31),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("semua", "dihitung", "kalimat"),
    [
        (SEMUA, [], "Peraturan daerah ini tidak menyebut kewajiban lapor"),
        ([SEMESTER], ["SEMESTER"], "Belum ada laporan wajib yang jatuh tempo"),
        ([JUNI_TEPAT, SEMESTER], ["REKAP_BULANAN", "SEMESTER"], "Semua 1 laporan wajib diterima tepat waktu"),
        (SEMUA, ["REKAP_BULANAN", "SEMESTER"], "1 dari 3 laporan wajib diterima tepat waktu"),
        (SEMUA, ["PENGAWASAN_3BULAN"], "Belum ada laporan wajib yang jatuh tempo"),
    ],
)
def test_finding_on_duties(semua: list[dict[str, Any]], dihitung: list[str], kalimat: str) -> None:
    assert lapor.judul(semua, HARI, dihitung) == kalimat


def test_sentence_of_the_first_page() -> None:
    assert lapor.ringkas(SEMUA, HARI, JUNI, ["REKAP_BULANAN", "SEMESTER"]) == (
        "Laporan wajib dua belas bulan terakhir: 1 dari 3 tepat waktu; belum diterima: Rekap bulanan BPJS "
        "Ketenagakerjaan April 2026."
    )
    assert lapor.ringkas([JUNI_TEPAT], HARI, JUNI, []) == (
        "Rekap bulanan dua belas bulan terakhir: 1 dari 1 tepat waktu."
    )
    assert lapor.ringkas([], HARI, JUNI, []) == ""
    lama = wajib("REKAP_BULANAN", "2025-06", date(2025, 7, 15))  # thirteen months ago
    assert lapor.ringkas([lama], HARI, JUNI, []) == ""


def test_rows_say_what_stands_outside_the_ratio() -> None:
    ((periode, tempo, terima, keadaan),) = lapor.baris([SEMESTER], HARI, ["REKAP_BULANAN"])
    assert "Sem. I 2026" in str(periode) and "Laporan semester kepada Bupati, di luar TKL-01" in str(periode)
    assert (tempo, terima) == ("30 Jul 2026", "") and "belum jatuh tempo" in str(keadaan)
    ((periode, _, terima, keadaan),) = lapor.baris([MEI_TELAT], HARI)
    assert (periode, terima) == ("Mei 2026", "20 Jun 2026") and "terlambat" in str(keadaan)


@pytest.mark.parametrize(
    ("kode", "kata"), [("2026-TW2", "TW II 2026"), ("2026-TW4", "TW IV 2026"), ("2026-1", "Sem. I 2026")]
)
def test_quarters_in_words(kode: str, kata: str) -> None:
    assert format.periode(kode) == kata


# --- objections -------------------------------------------------------------------------------------------------


def keberatan(periode: str = "2026-06", status: str = "TERBUKA", opd: str = "DISDIK", hari: int = 13) -> Klarifikasi:
    return Klarifikasi("K", date(2026, 7, hari), opd, "PEM-01", periode, "Daftar <lama>", status)


@pytest.mark.parametrize(
    ("periode", "bulan", "kena"),
    [
        ("2026-06", date(2026, 6, 1), True),
        ("2026-1", date(2026, 6, 1), True),
        ("2026-TW2", date(2026, 4, 1), True),
        ("2026-05", date(2026, 6, 1), True),  # not answered yet: beside later figures too
        ("2026-06", date(2026, 5, 1), False),
        ("2026-1", date(2025, 12, 1), False),
        ("2026-TW3", date(2026, 6, 1), False),
    ],
)
def test_an_objection_stands_beside_its_figures_until_answered(periode: str, bulan: date, kena: bool) -> None:
    assert bool(terbuka([keberatan(periode)], bulan=bulan)) == kena
    assert terbuka([keberatan(periode, "SELESAI")], bulan=bulan) == []


def test_objections_are_found_by_office_and_indicator() -> None:
    semua = [keberatan(), keberatan(opd="DINKES")]
    assert terbuka(semua, opd="DINKES") == [semua[1]]
    assert terbuka(semua, kode="PEM-02") == []
    assert terbuka(semua, kode="PEM-01") == semua


def test_the_mark_names_the_date_and_how_many() -> None:
    assert klarifikasi.tanda([]) == ""
    assert "disanggah 13 Jul 2026" in klarifikasi.tanda([keberatan()])
    assert "disanggah 2 keberatan, 4 Jul 2026" in klarifikasi.tanda([keberatan(), keberatan(hari=4)])


def test_the_list_escapes_and_says_what_became_of_it() -> None:
    dijawab = Klarifikasi(
        "K2", date(2026, 2, 4), "DISDIK", "PEM-01", "2025-12", "x", "SELESAI", "tetap", date(2026, 2, 9)
    )
    isi = klarifikasi.baris([keberatan(), dijawab], {"DISDIK": "Dinas Pendidikan"})
    assert "Daftar &lt;lama&gt;" in str(isi[0][1]) and "belum dijawab" in str(isi[0][3])
    assert "Non-ASN terlindungi" in str(isi[0][0]) and "Dinas Pendidikan" in str(isi[0][2])
    assert "sudah dijawab 9 Feb 2026" in str(isi[1][3]) and "tetap" in str(isi[1][3])


@pytest.mark.parametrize(
    ("semua", "kalimat"),
    [
        ([], "Tidak ada keberatan atas angka"),
        ([keberatan(), keberatan(status="SELESAI")], "1 keberatan atas angka belum dijawab"),
        ([keberatan(status="SELESAI")], "Semua keberatan atas angka sudah dijawab"),
    ],
)
def test_heading_of_objections(semua: list[Klarifikasi], kalimat: str) -> None:
    assert klarifikasi.judul(semua) == kalimat


# --- rules ------------------------------------------------------------------------------------------------------


def test_rules() -> None:
    satu = {
        "nomor": "1/2024",
        "tanggal": date(2024, 9, 20),
        "tentang": "<Iuran>",
        "status": "BERLAKU",
        "nama_berkas": None,
    }
    lain = satu | {"status": "DIGANTI SEBAGIAN"}
    assert regulasi.judul([]) == "Daftar regulasi daerah belum dikirim"
    assert regulasi.judul([satu, lain]) == "1 dari 2 regulasi daerah berlaku"
    isi = regulasi.baris([satu, lain])
    assert "&lt;Iuran&gt;" in str(isi[0][0]) and isi[0][1] == "20 Sep 2024"
    assert "diganti sebagian" in str(isi[1][2])

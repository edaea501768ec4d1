"""The cards of the page Indikator semester: one per indicator, with the figure, its target and the semester before."""

from typing import Any

from ucj.hitung import Nilai
from ucj.semester import join, kartu


def nilai(kode: str, periode: str, **lain: Any) -> Nilai:
    isi: dict[str, Any] = {
        "kode": kode, "nama": kode, "periode": periode, "tingkat": "KABUPATEN", "kunci": "99.01", "pembilang": 30,
        "penyebut": 100, "nilai": 30.0, "satuan": "persen", "target": 50.0, "status": "JAUH_DI_BAWAH",
        "basis": "DOMISILI", "sumber": "peserta", "estimasi": False,
    }  # fmt: skip
    return Nilai(**(isi | lain))


def kekuatan(kode: str) -> str:
    return "Wajib" if kode == "PEM-01" else "Mendorong"


def test_card_has_value_target_and_the_semester_before() -> None:
    (satu,) = kartu(join([nilai("UCJ-01", "2026-1")], [nilai("UCJ-01", "2025-2", pembilang=25, nilai=25.0)]), kekuatan)
    assert (satu.judul, satu.angka, satu.status) == ("UCJ-01", "30,0%", "JAUH_DI_BAWAH")
    assert satu.keterangan == "target 50,0% · semester lalu 25,0% (+5,0 pp)"
    assert (satu.nilai, satu.target, satu.lalu, satu.maks) == (30.0, 50.0, 25.0, 100)


def test_a_miss_of_a_duty_is_printed_in_people() -> None:
    (satu,) = kartu(join([nilai("PEM-01", "2026-1", pembilang=98, nilai=98.0, target=100.0)], []), kekuatan)
    assert satu.keterangan == "kurang 2 orang · target 100,0%"


def test_counts_have_no_bullet_and_missing_is_never_nought() -> None:
    hitung = nilai("RNT-02", "2026-1", satuan="orang", pembilang=1861, penyebut=None, nilai=1861, target=None)
    kosong = nilai("UCJ-01", "2026-1", pembilang=None, nilai=None, status="BELUM_ADA_DATA")
    orang, tiada = kartu(join([hitung, kosong], []), kekuatan)
    assert (orang.judul, orang.angka, orang.nilai, orang.keterangan) == ("RNT-02, orang", "1.861", None, "")
    assert (tiada.angka, tiada.nilai, tiada.keterangan) == ("…", None, "target 50,0%")


def test_more_than_all_is_drawn_whole() -> None:
    (satu,) = kartu(join([nilai("UCJ-01", "2026-1", pembilang=103, nilai=103.0)], []), kekuatan)
    assert (satu.angka, satu.maks) == ("103,0%", 103.0)

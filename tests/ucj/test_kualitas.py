"""Who delivered for which month, and who is missing; the rows of marts.kiriman_bulanan of a small regency."""

from datetime import date
from typing import Any

from ucj.kualitas import baris_kisi, list_hilang, read_kisi

MEI, JUNI = date(2026, 5, 1), date(2026, 6, 1)


def kiriman(sumber: str, bagian: str, bulan: date, terima: date | None, status: str = "TEPAT") -> dict[str, Any]:
    sifat = "WAJIB" if sumber == "rekap_bpjs" else "DIHARAPKAN"
    return {
        "sumber": sumber,
        "bagian": bagian,
        "bulan": bulan,
        "tanggal_terima": terima,
        "status": status,
        "sifat": sifat,
    }


KISI = read_kisi(
    [
        kiriman("realisasi", "APBD|DISNAKER", MEI, date(2026, 6, 9)),
        kiriman("realisasi", "APBDES|99.01.01.2001", MEI, date(2026, 6, 12)),
        kiriman("realisasi", "APBD|DISNAKER", JUNI, date(2026, 7, 9)),
        kiriman("realisasi", "APBDES|99.01.01.2001", JUNI, None, "BELUM"),  # the village sent nothing for June
        kiriman("rekap_bpjs", "DOMISILI", MEI, date(2026, 6, 20), "TERLAMBAT"),
        kiriman("rekap_bpjs", "DOMISILI", JUNI, None, "BELUM"),
        kiriman("peserta", "", JUNI, date(2026, 7, 9)),  # the first list: nothing was owed in May
    ],
    JUNI,
    jumlah=2,
)


def test_a_source_without_anything_for_the_month_is_missing() -> None:
    assert KISI.sumber == ["rekap_bpjs", "peserta", "realisasi"]
    assert KISI.belum(JUNI) == ["rekap_bpjs"]
    assert KISI.belum(MEI) == []  # the list begins in June and is not missing in May


def test_the_grid_tells_late_missing_and_not_yet_owed_apart() -> None:
    rekap, peserta, realisasi = baris_kisi(KISI)
    assert "▲" in str(rekap[1]) and "20 Jun" in str(rekap[1])  # only the recap is a legal duty that can be late
    assert "○" in str(rekap[2]) and "belum" in str(rekap[2])
    assert peserta[1] == "" and "●" in str(peserta[2])
    assert "● 2" in str(realisasi[1]) and "● 1/2" in str(realisasi[2])


def test_who_is_missing_is_named() -> None:
    rekap, realisasi = list_hilang(KISI, JUNI, {"99.01.01.2001": "Sukamaju"})
    assert rekap[1] == ["Menurut KTP"]
    assert realisasi == (
        "Realisasi (BPKAD, DPMD, desa) Juni 2026: 1 dari 2 bagian belum diterima.",
        ["APBDes Sukamaju"],
    )

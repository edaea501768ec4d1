"""How long the money lasts, and what the title says of it; worked out by hand."""

from datetime import date

import polars as pl
import pytest

from ucj import anggaran, judul_dana
from ucj.dana import Dana, per_sumber, read_dana

JUNI = date(2026, 6, 1)
JUTA = 1_000_000


@pytest.mark.parametrize(
    ("dana", "sebulan", "cukup"),
    [
        # 85 left / (16 + 5/12 a month) = 5.1 whole months after June: November
        (Dana(JUNI, 125 * JUTA, 120 * JUTA, 40 * JUTA, 16 * JUTA), 16_416_666, date(2026, 11, 1)),
        # nobody listed: a twelfth of the ceiling a month; 9 left / 1 = 9 months, but the year ends in December
        (Dana(JUNI, 12 * JUTA, 0, 3 * JUTA, 0), 1 * JUTA, date(2026, 12, 1)),
        # less than a month's need is left: June is the last month paid
        (Dana(JUNI, 10 * JUTA, 10 * JUTA, 8 * JUTA, 4 * JUTA), 4 * JUTA, JUNI),
        # more spent than allowed
        (Dana(JUNI, 10 * JUTA, 10 * JUTA, 11 * JUTA, 4 * JUTA), 4 * JUTA, JUNI),
        # exactly six months of need are left: paid to December, nothing short
        (Dana(JUNI, 36 * JUTA, 36 * JUTA, 12 * JUTA, 4 * JUTA), 4 * JUTA, date(2026, 12, 1)),
        # recipients paid from a source without a ceiling: no month can be named
        (Dana(JUNI, 0, 0, 0, 5 * JUTA), 5 * JUTA, None),
        # spending not delivered: what is left is not known, so no month may be promised
        (Dana(JUNI, 12 * JUTA, 0, None, 0), 1 * JUTA, None),
    ],
)
def test_money_lasts_until(dana: Dana, sebulan: int, cukup: date | None) -> None:
    assert dana.rp_sebulan == sebulan
    assert dana.cukup_sampai == cukup
    assert dana.is_kurang == (cukup is not None and cukup.month < 12)


@pytest.mark.parametrize(
    ("nilai", "waktu", "kalimat"),
    [
        (31.39, 50.0, "Serapan iuran 31,4%, di bawah waktu berjalan 50,0%"),
        (49.98, 50.0, "Serapan iuran 49,9%, setara waktu berjalan 50,0%"),  # never rounded up to the time elapsed
        (100.0, 100.0, "Serapan iuran 100,0%, setara waktu berjalan 100,0%"),
        (112.5, 50.0, "Serapan iuran 112,5%, di atas waktu berjalan 50,0%"),  # more than the ceiling is not clipped
        (None, 50.0, "Pagu iuran sudah ada, realisasinya belum dikirim"),
    ],
)
def test_absorption_is_judged_by_the_time_elapsed(nilai: float | None, waktu: float, kalimat: str) -> None:
    assert judul_dana.serapan(nilai, waktu, None) == kalimat
    assert "tercapai" not in kalimat.lower()


def test_title_says_until_when_the_money_lasts() -> None:
    dana = Dana(JUNI, 125 * JUTA, 120 * JUTA, 40 * JUTA, 16 * JUTA)
    assert judul_dana.serapan(32.0, 50.0, dana).endswith("; dana cukup sampai November 2026")
    habis = Dana(JUNI, 10 * JUTA, 10 * JUTA, 10 * JUTA, 4 * JUTA)
    assert judul_dana.serapan(100.0, 50.0, habis).endswith("; pagu sudah habis")


@pytest.mark.parametrize(
    ("kini", "lalu", "ganda", "kalimat"),
    [
        (5, 3, 1, "5 orang dibantu iurannya, bertambah 2 sejak Mei 2026; 1 dibayar ganda"),
        (5, 5, 0, "5 orang dibantu iurannya, tidak berubah sejak Mei 2026"),
        (5, 8, 0, "5 orang dibantu iurannya, berkurang 3 sejak Mei 2026"),
        (5, None, 0, "5 orang dibantu iurannya"),  # nothing to compare with: no direction
        (None, 5, 0, "Penerima bantuan iuran bulan ini belum tersedia"),
    ],
)
def test_recipients(kini: int | None, lalu: int | None, ganda: int, kalimat: str) -> None:
    assert judul_dana.penerima(kini, lalu, date(2026, 5, 1), ganda) == kalimat


@pytest.mark.parametrize(
    ("kasus", "rp", "iuran", "kalimat"),
    [
        (3, 72 * JUTA, 80 * JUTA, "Rp72,0 juta manfaat dibayarkan untuk 3 kasus; iuran diterima Rp80,0 juta"),
        (3, None, None, "3 kasus manfaat"),
        (None, 72 * JUTA, None, "Rp72,0 juta manfaat dibayarkan"),
        (None, None, 80 * JUTA, "Manfaat yang dibayarkan belum tersedia"),
    ],
)
def test_benefits(kasus: int | None, rp: int | None, iuran: int | None, kalimat: str) -> None:
    assert judul_dana.manfaat(kasus, rp, iuran) == kalimat


def test_compliance_never_rounds_up_to_hundred() -> None:
    assert (
        judul_dana.kepatuhan(99.99, 10_000, 0, 0) == "99,9% dari 10.000 pemberi kerja patuh; tidak ada yang menunggak"
    )
    assert judul_dana.kepatuhan(40.0, 5, 1, 1_500_000).endswith("1 menunggak Rp1,5 juta")
    assert judul_dana.kepatuhan(40.0, 5, 1, None).endswith("; 1 menunggak")  # an unknown amount is not Rp0


def test_spending_that_was_not_delivered_is_not_zero() -> None:
    baris = pl.DataFrame(
        {
            "sumber_dana": ["APBD", "APBDES"], "rp_pagu": [12 * JUTA, 6 * JUTA], "rp_pagu_rentan": [0, 0],
            "rp_realisasi": [3 * JUTA, 0], "rp_iuran_penerima": [0, 0],
        }
    )  # fmt: skip
    assert read_dana(baris, JUNI).rp_sisa == 15 * JUTA  # APBDES delivered a spending of 0
    dana = per_sumber(baris, JUNI, {"APBDES"})
    assert (dana["APBD"].rp_sisa, dana["APBDES"].rp_sisa, dana["APBDES"].is_kurang) == (9 * JUTA, None, False)
    assert read_dana(baris, JUNI, {"APBDES"}).cukup_sampai is None
    assert anggaran.judul_sumber(dana).endswith("realisasi belum lengkap")


def test_money_inside_other_accounts_is_named() -> None:
    """Rule 15: without its share such a line does not count; the unit still did budget."""
    baris = [
        {"tahun": 2026, "sebab": "MELEKAT_TANPA_PORSI", "jumlah_baris": 3, "rp_pagu": 3465 * JUTA},
        {"tahun": 2025, "sebab": "MELEKAT_TANPA_PORSI", "jumlah_baris": 1, "rp_pagu": 7 * JUTA},
        {"tahun": 2026, "sebab": "REKENING_DIKECUALIKAN", "jumlah_baris": 2, "rp_pagu": 8 * JUTA},
    ]
    assert anggaran.kalimat_melekat(baris, 2026).startswith("3 baris anggaran melekat (Rp3,5 M) tidak menyebut porsi")
    assert anggaran.kalimat_melekat(baris, 2024) == ""


@pytest.mark.parametrize(
    ("tanpa", "total", "kalimat"),
    [
        (45, 46, "45 dari 46 OPD tanpa pagu iuran yang dihitung"),  # no village budget came: villages are not judged
        (0, 46, "Semua 46 OPD menganggarkan iuran"),
        (0, 0, "Unit yang menganggarkan iuran belum dapat dihitung"),
    ],
)
def test_units_without_a_ceiling(tanpa: int, total: int, kalimat: str) -> None:
    assert judul_dana.unit_tanpa_pagu(tanpa, total, "OPD") == kalimat

"""UCJ-01 to UCJ-06 and S-11 of Kabupaten Jejak, worked out by hand from sources.md 5.

June 2026, active by DOMISILI (16 people; chosen row: village, segment, sector):
  P01 Awal PU C · P02 Bukit PU C · P05 Dermaga BPU A1 · P07 Candi PU O · P08 Awal Tengah PU I · P10 unknown village of
  Hulu BPU G · P11 unknown BPU A2 · P14 Awal BPU A1 · P15 Awal Tengah PU P · P16 Bukit PU P · P17 Dermaga PU G ·
  P18 Awal Tengah JAKON F · P19 Awal Tengah PMI RU · P20 Awal BPU unknown · P21 Dermaga BPU A · P22 Dermaga BPU A3.
  Not active: P03 (Awal), P04 (Dermaga), P06 (Candi). Outside: P09 (other regency), P12 and P13 (no village).
June 2026, active by TEMPAT_KERJA (17 people):
  the same without P08 (works elsewhere), with P09 PU F and P12 PU Q; P19 through her BPU row, sector G.
"""

import pytest

from tests.jejak.kabupaten import (
    AWAL,
    AWAL_TENGAH,
    BUKIT,
    CANDI,
    DERMAGA,
    EMPANG,
    HILIR,
    HULU,
    KODE,
    TENGAH,
)

TD = "TIDAK_DIKETAHUI"


class TestJuni:
    """The list alone gives both bases: June has no recap by domicile."""

    @pytest.fixture
    def a(self, periode):
        return periode("2026-06")

    def test_ucj01_kabupaten(self, a):
        nilai = a.satu("UCJ-01")
        assert nilai["kunci"] == KODE
        # 90, not 120 (jumlah_layak is given), not 100 (an older release), not 95 (DTSEN comes after SAKERNAS)
        assert (nilai["pembilang"], nilai["penyebut"]) == (16, 90)
        assert nilai["nilai"] == pytest.approx(1600 / 90)  # never rounded
        assert nilai["basis"] == "DOMISILI"
        assert nilai["satuan"] == "persen"
        assert nilai["periode"] == "2026-06"
        assert nilai["sumber"] == "peserta"

    def test_ucj01_kecamatan(self, a):
        # Hulu: P01 P02 P07 P10 (unknown village of a known kecamatan) P14 P16 P20; Tengah: P05 P08 P15 P17 P18 P19
        # P21 P22; Hilir: nobody and no denominator; unknown: P11
        assert a.pecahan("UCJ-01", "KECAMATAN") == {
            HULU: (7, 30),
            TENGAH: (8, 40),
            HILIR: (0, None),
            TD: (1, None),
        }
        assert a.satu("UCJ-01", "KECAMATAN", HILIR)["nilai"] is None

    def test_ucj01_desa(self, a):
        # Awal: P01 P14 P20; Bukit: P02 (her PU row) P16; Candi: P07; Awal of Tengah: P08 P15 P18 P19;
        # Dermaga: P05 P17 P21 P22; Empang: empty; unknown: P10 P11
        assert a.pecahan("UCJ-01", "DESA") == {
            AWAL: (3, 5),
            BUKIT: (2, 1),
            CANDI: (1, 1),
            AWAL_TENGAH: (4, 10),
            DERMAGA: (4, 5),
            EMPANG: (0, None),
            TD: (2, None),
        }
        assert a.satu("UCJ-01", "DESA", BUKIT)["nilai"] == 200  # more than 100 is shown, not clipped

    def test_ucj01_sektor(self, a):
        # the denominator has only A: A1 (P05 P14), A2 (P11), A3 (P22) and A (P21) are summed into it
        assert a.isi("UCJ-01", "SEKTOR") == {
            "A": (5, 30),
            "C": (2, 20),  # P01, P02
            "F": (1, 10),  # P18, JAKON before PMI
            "G": (2, 15),  # P10; P17 by the lowest npp
            "I": (1, 5),  # P08
            "O": (1, 4),  # P07
            "P": (2, 3),  # P15, P16
            "RU": (1, 3),  # P19, PMI row
            TD: (1, None),  # P20
        }

    def test_ucj01_jenis_kelamin(self, a):
        # L: P01 P07 P11 P15 P16 P18 P20 P22; P: P02 P05 (by her column) P08 P10 P14 P17 P19 P21
        assert a.isi("UCJ-01", "JENIS_KELAMIN") == {"L": (8, 54), "P": (8, 36)}

    def test_ucj01_kelompok_usia(self, a):
        # at 30 June 2026; no denominator by age was delivered
        assert a.isi("UCJ-01", "KELOMPOK_USIA") == {
            "15-24": (2, None),  # P08 22, P21 21
            "25-34": (4, None),  # P05 27, P17 32, P18 30, P19 27
            "35-44": (4, None),  # P02 41, P10 37, P15 43, P16 40
            "45-54": (3, None),  # P11 50, P14 48, P20 53
            "55-64": (2, None),  # P07 64 until 7 July, P22 60
            "65+": (1, None),  # P01 66 by the column
        }

    def test_ucj02(self, a):
        nilai = a.satu("UCJ-02")
        assert (nilai["pembilang"], nilai["penyebut"], nilai["nilai"]) == (17, None, 17)
        assert nilai["basis"] == "TEMPAT_KERJA"
        assert nilai["satuan"] == "orang"
        # PU: P01 P02 P07 P09 P12 P15 P16 P17; BPU: P05 P10 P11 P14 (delivered as PU) P19 P20 P21 P22
        assert a.jumlah("UCJ-02", "SEGMEN") == {"PU": 8, "BPU": 8, "JAKON": 1}
        assert a.jumlah("UCJ-02", "SEKTOR") == {
            "A": 1, "A1": 2, "A2": 1, "A3": 1, "C": 2, "F": 2, "G": 3, "O": 1, "P": 2, "Q": 1, TD: 1,
        }  # fmt: skip
        # JKM: all but P16; JHT: P01 P02 P12 P15; JP: P01
        assert a.jumlah("UCJ-02", "PROGRAM") == {"JKK": 17, "JKM": 16, "JHT": 4, "JP": 1}
        # P02 stands in two: PU-PERUSAHAAN and BPU-MANDIRI
        subkategori = a.jumlah("UCJ-02", "SUBKATEGORI")
        subkategori.pop(TD, None)
        assert subkategori == {"PU-PERUSAHAAN": 5, "BPU-MANDIRI": 4, "BPU-RENTAN": 3, "PU-NONASN-OPD": 3}

    def test_ucj03(self, a):
        # PU: P01 P02 P07 P08 P15 P16 P17; BPU: P05 P10 P11 P14 P20 P21 P22; JAKON P18; PMI P19
        assert a.isi("UCJ-03", "SEGMEN") == {"PU": (7, 36), "BPU": (7, 46), "JAKON": (1, 6), "PMI": (1, 2)}
        assert all(nilai["tingkat"] == "SEGMEN" for nilai in a.semua if nilai["kode"] == "UCJ-03")
        assert a.satu("UCJ-03", "SEGMEN", "PU")["basis"] == "DOMISILI"

    def test_ucj04(self, a):
        # 30 % of 90 is 27; 27 - 16 = 11 people; six whole months left, 11 / 6 rounded up
        assert a.satu("UCJ-04", satuan="orang")["nilai"] == 11
        assert a.satu("UCJ-04", satuan="orang/bulan")["nilai"] == 2
        gaps = {
            nilai["kunci"]: nilai["nilai"]
            for nilai in a.semua
            if (nilai["kode"], nilai["tingkat"], nilai["satuan"]) == ("UCJ-04", "SEKTOR", "orang")
            and nilai["nilai"] is not None
        }
        # ceil(0.3 x denominator) - numerator, not below 0
        assert gaps == {"A": 4, "C": 4, "F": 2, "G": 3, "I": 1, "O": 1, "P": 0, "RU": 0}

    def test_ucj05(self, a):
        # 60 % reached: Awal 3/5 exactly, Bukit 200 %, Candi 100 %, Dermaga 80 %; not Awal of Tengah 40 %; Empang has
        # no denominator and is not asked
        assert (a.satu("UCJ-05")["pembilang"], a.satu("UCJ-05")["penyebut"]) == (4, 5)
        assert a.isi("UCJ-05", "KECAMATAN") == {HULU: (3, 3), TENGAH: (1, 2)}
        assert a.isi("UCJ-05", "DESA") == {
            AWAL: (1, 1), BUKIT: (1, 1), CANDI: (1, 1), AWAL_TENGAH: (0, 1), DERMAGA: (1, 1),
        }  # fmt: skip
        assert a.satu("UCJ-05", "DESA", EMPANG)["nilai"] is None
        assert a.satu("UCJ-05", "KECAMATAN", HILIR)["nilai"] is None

    def test_ucj06(self, a):
        # 16 active of 19 with any row: P03, P04, P06 are inactive, placed by rule 4
        assert (a.satu("UCJ-06")["pembilang"], a.satu("UCJ-06")["penyebut"]) == (16, 19)
        assert a.isi("UCJ-06", "KECAMATAN") == {HULU: (7, 9), TENGAH: (8, 9), TD: (1, 1)}
        assert a.isi("UCJ-06", "DESA") == {
            AWAL: (3, 4), BUKIT: (2, 2), CANDI: (1, 2), AWAL_TENGAH: (4, 4), DERMAGA: (4, 5), TD: (2, 2),
        }  # fmt: skip
        subkategori = a.isi("UCJ-06", "SUBKATEGORI")
        subkategori.pop(TD, None)
        assert subkategori == {
            "PU-PERUSAHAAN": (4, 4),  # P01 P02 P08 P17
            "BPU-MANDIRI": (4, 4),  # P02 (her other row) P10 P11 P21
            "BPU-RENTAN": (3, 5),  # P05 P14 P20; P03 P04
            "PU-NONASN-OPD": (3, 4),  # P07 P15 P16; P06
        }
        # payer of the chosen row
        assert a.isi("UCJ-06", "SUMBER_DANA") == {
            "PEMBERI_KERJA": (5, 5),  # P01 P02 P08 P17 P18
            "MANDIRI": (5, 5),  # P10 P11 P19 P21 P22
            "APBD": (5, 8),  # P05 P07 P14 P15 P16; P03 P04 P06
            "DBH-CHT": (1, 1),  # P20
        }

    def test_s11(self, a):
        # 34 of BPJSTK, before LAIN in the order
        nilai = a.satu("S-11")
        assert (nilai["pembilang"], nilai["penyebut"], nilai["nilai"]) == (17, 34, 50)
        assert nilai["basis"] == "TEMPAT_KERJA"
        assert a.isi("S-11", "SEGMEN") == {"PU": (8, 16), "BPU": (8, 12), "JAKON": (1, 4), "PMI": (0, 2)}


class TestMei:
    """A recap by domicile stands beside the list: total and carried levels from the recap, finer ones from the list."""

    @pytest.fixture
    def a(self, periode):
        return periode("2026-05")

    def test_kabupaten_is_the_recaps(self, a):
        # SAKERNAS 2025 was released on 30 June: 2024 is in force, its total the sum of one set (100, not 200)
        nilai = a.satu("UCJ-01")
        assert (nilai["pembilang"], nilai["penyebut"]) == (20, 100)
        assert "rekap" in nilai["sumber"]

    def test_carried_levels_are_the_recaps(self, a):
        # 9 + 7 + 1 = 17 of 20: three people of no kecamatan
        assert a.isi("UCJ-01", "KECAMATAN") == {
            HULU: (9, 30),
            TENGAH: (7, 40),
            HILIR: (1, None),
            TD: (3, None),
        }
        assert a.isi("UCJ-03", "SEGMEN") == {"PU": (11, 40), "BPU": (6, 50), "JAKON": (3, 8), "PMI": (0, 2)}
        assert (a.satu("UCJ-06")["pembilang"], a.satu("UCJ-06")["penyebut"]) == (20, 25)
        assert a.isi("UCJ-06", "KECAMATAN") == {HULU: (9, 11), TENGAH: (7, 9), HILIR: (1, 1), TD: (3, 4)}

    def test_finer_levels_are_the_lists_and_the_rest_is_unknown(self, a):
        # by the list: P01 Awal, P08 Awal Tengah, P05 and P21 Dermaga, P10 unknown; the rest of 20 is unknown
        assert a.isi("UCJ-01", "DESA") == {
            AWAL: (1, 5), BUKIT: (0, 1), CANDI: (0, 1), AWAL_TENGAH: (1, 10), DERMAGA: (2, 5), TD: (16, None),
        }  # fmt: skip
        assert a.jumlah("UCJ-01", "SEKTOR") == {"C": 1, "A1": 1, "I": 1, "G": 1, "A": 1, TD: 15}
        assert a.satu("UCJ-01", "SEKTOR", "A1")["penyebut"] == 12  # the older release divides agriculture
        assert a.jumlah("UCJ-01", "JENIS_KELAMIN") == {"L": 1, "P": 4, TD: 15}
        assert a.jumlah("UCJ-01", "KELOMPOK_USIA") == {"65+": 1, "25-34": 1, "15-24": 2, "35-44": 1, TD: 15}
        # P03 is inactive: February is three months back
        assert a.isi("UCJ-06", "DESA") == {AWAL: (1, 2), AWAL_TENGAH: (1, 1), DERMAGA: (2, 2), TD: (16, 20)}

    def test_ucj05_uses_the_villages_of_the_list(self, a):
        # 1/5, 0/1, 0/1, 1/10, 2/5: none reaches 60 %
        assert (a.satu("UCJ-05")["pembilang"], a.satu("UCJ-05")["penyebut"]) == (0, 5)

    def test_workplace_is_the_lists(self, a):
        # P01 P05 P09 P10 P21, not the 500 of the recap
        assert a.satu("UCJ-02")["nilai"] == 5
        assert a.jumlah("UCJ-02", "SEGMEN") == {"PU": 2, "BPU": 3}
        assert (a.satu("S-11")["pembilang"], a.satu("S-11")["penyebut"]) == (5, 34)

    def test_ucj04(self, a):
        # 30 % of 100 - 20 = 10; seven months left
        assert a.satu("UCJ-04", satuan="orang")["nilai"] == 10
        assert a.satu("UCJ-04", satuan="orang/bulan")["nilai"] == 2


class TestRekapSaja:
    """Months with recaps only: one single set of dimensions gives a level, sets are never added."""

    def test_december_two_sets(self, periode):
        a = periode("2025-12")
        # {sektor}: 10 + 8 + 12, the smallest set that contains the empty one; not 28 and not 58
        assert (a.satu("UCJ-01")["pembilang"], a.satu("UCJ-01")["penyebut"]) == (30, 100)
        assert a.jumlah("UCJ-01", "SEKTOR") == {"C": 10, "G": 8, "A": 12}
        # {segmen, kecamatan}: 9 + 6 and 7 + 6; DTSEN was released in January 2026 only: the earliest, marked
        assert a.isi("UCJ-01", "KECAMATAN") == {HULU: (15, 30), TENGAH: (13, 40), TD: (2, None)}
        assert {k: v for k, v in a.isi("UCJ-03", "SEGMEN").items() if k != TD} == {
            "PU": (16, 40), "BPU": (12, 50), "JAKON": (0, 8), "PMI": (0, 2),
        }  # fmt: skip
        assert a.satu("UCJ-03", "SEGMEN", TD)["pembilang"] == 2
        assert (a.satu("UCJ-06")["pembilang"], a.satu("UCJ-06")["penyebut"]) == (30, 37)
        assert a.isi("UCJ-06", "KECAMATAN") == {HULU: (15, 18), TENGAH: (13, 16), TD: (2, 3)}
        # a level that the data do not carry has no row
        assert a.pecahan("UCJ-01", "DESA") == {}
        assert a.pecahan("UCJ-01", "JENIS_KELAMIN") == {}

    def test_december_workplace(self, periode):
        a = periode("2025-12")
        assert a.satu("UCJ-02")["nilai"] == 24  # the row without a programme
        assert a.jumlah("UCJ-02", "SEGMEN") == {"PU": 14, "BPU": 10}
        assert a.jumlah("UCJ-02", "PROGRAM") == {"JKK": 24, "JKM": 22}
        assert (a.satu("S-11")["pembilang"], a.satu("S-11")["penyebut"]) == (24, 34)
        # below zero is zero; in December no month is left
        assert a.satu("UCJ-04", satuan="orang")["nilai"] == 0
        assert a.satu("UCJ-04", satuan="orang/bulan")["nilai"] is None

    def test_november_one_set_gives_every_level(self, periode):
        a = periode("2025-11")
        assert (a.satu("UCJ-01")["pembilang"], a.satu("UCJ-01")["penyebut"]) == (12, 100)
        # Tengah: 4 of Awal and 2 of a village that wilayah lacks
        assert a.jumlah("UCJ-01", "KECAMATAN") == {HULU: 6, TENGAH: 6}
        assert a.jumlah("UCJ-01", "DESA") == {AWAL: 4, BUKIT: 2, AWAL_TENGAH: 4, TD: 2}
        assert a.jumlah("UCJ-03", "SEGMEN") == {"PU": 5, "BPU": 7}
        assert (a.satu("UCJ-06")["pembilang"], a.satu("UCJ-06")["penyebut"]) == (12, 15)

    def test_october_has_only_programme_rows(self, periode):
        nilai = periode("2025-10").satu("UCJ-01")
        assert nilai["pembilang"] is None
        assert nilai["nilai"] is None
        assert nilai["status"] == "BELUM_ADA_DATA"

    def test_july_carries_nothing_forward(self, periode):
        a = periode("2026-07")
        for kode in ("UCJ-01", "UCJ-02", "S-11"):
            assert a.satu(kode)["nilai"] is None, kode


class TestSemester:
    def test_value_is_that_of_the_last_month(self, periode):
        a = periode("2026-1")
        assert (a.satu("UCJ-01")["pembilang"], a.satu("UCJ-01")["penyebut"]) == (16, 90)
        assert a.satu("UCJ-01")["periode"] == "2026-1"
        assert a.satu("UCJ-02")["nilai"] == 17
        assert periode("2025-2").satu("UCJ-01")["pembilang"] == 30

    def test_or_of_the_last_month_that_has_data(self, periode):
        # April 2025; SAKERNAS 2024 has no release date: 31 December 2024
        nilai = periode("2025-1").satu("UCJ-01")
        assert (nilai["pembilang"], nilai["penyebut"]) == (25, 100)

    def test_nothing_delivered(self, periode):
        assert periode("2024-2").satu("UCJ-01")["nilai"] is None

"""RNT-02, KEU-01 to KEU-03, MAN-01 of Kabupaten Jejak, worked out by hand (sources.md 5, rules 5, 14 to 16)."""

import duckdb
import pytest

from tests.jejak.kabupaten import AWAL, AWAL_TENGAH, CANDI, DERMAGA, HILIR, HULU, TENGAH
from ucj.db import open_terbitan
from ucj.peraturan import load_profil

TD = "TIDAK_DIKETAHUI"
JUTA = 1_000_000


@pytest.fixture
def a(periode):
    return periode("2026-06")


class TestPenerima:
    def test_rnt02(self, a):
        # P14 (APBD by two offices), P05 (APBD 60 % and CSR 40 %), P20 (APBD and DBH-CHT), Q1 and Q2 (DBH-CHT)
        assert a.satu("RNT-02")["nilai"] == 5
        assert a.satu("RNT-02")["pembilang"] == 5
        assert a.satu("RNT-02")["satuan"] == "orang"
        assert a.jumlah("RNT-02", "SUMBER_DANA") == {"APBD": 3, "CSR": 1, "DBH-CHT": 3}
        assert a.jumlah("RNT-02", "SUBKATEGORI") == {"R-PROFESI": 3, "R-LAIN": 2}
        assert a.jumlah("RNT-02", "DESA") == {AWAL: 2, DERMAGA: 1, AWAL_TENGAH: 1, TD: 1}  # Q2 has no village
        assert a.jumlah("RNT-02", "KECAMATAN") == {HULU: 2, TENGAH: 2, TD: 1}
        assert a.jumlah("RNT-02", "JENIS_KELAMIN") == {"L": 3, "P": 2}  # L: P05 P20 Q2; P: P14 Q1

    def test_a_semester_is_its_last_month(self, periode):
        assert periode("2026-05").satu("RNT-02")["nilai"] == 1
        assert periode("2026-1").satu("RNT-02")["nilai"] == 5  # not 6

    def test_two_payers(self, jejak):
        with duckdb.connect(str(open_terbitan(jejak).path), read_only=True) as con:
            rows = con.execute(
                "select sumber_dana, is_bersama, jumlah_orang from marts.penerima_ganda"
                " where bulan = date '2026-06-01' and sumber_dana like '%+%'"
            ).fetchall()
        # P05: 60 + 40 is joint funding; P20: two sources in full; P14: one source in full by two offices
        assert set(rows) == {("APBD + CSR", True, 1), ("APBD + DBH-CHT", False, 1), ("APBD + APBD", False, 1)}


class TestAnggaran:
    """Counted ceiling, in force at the end of June: DISNAKER 18 + 36 million (PERGESERAN of 15 May), DISDIK 2.5 % of
    400 million, Awal 3 million, Candi 0.6 million = 67.6 million. Spent January to June: account of JKK 1 + 2 - 0.5
    million, DBH-CHT cumulative 8 million, Awal 1.2 million = 11.7 million."""

    def test_keu01(self, a):
        nilai = a.satu("KEU-01")
        assert (nilai["pembilang"], nilai["penyebut"]) == (11_700_000, 67_600_000)
        assert nilai["estimasi"] is True  # DISDIK's share of salaries
        assert a.isi("KEU-01", "LINGKUP") == {
            "APBD": (10_500_000, 64 * JUTA),
            "APBDES": (1_200_000, 3_600_000),
        }
        assert a.isi("KEU-01", "OPD") == {"DISNAKER": (10_500_000, 54 * JUTA), "DISDIK": (0, 10 * JUTA)}
        assert a.isi("KEU-01", "DESA") == {AWAL: (1_200_000, 3 * JUTA), CANDI: (0, 600_000)}
        assert a.isi("KEU-01", "SUMBER_DANA") == {
            "APBD": (2_500_000, 28 * JUTA),  # 18 + 10
            "DBH-CHT": (8 * JUTA, 36 * JUTA),
            "APBDES": (1_200_000, 3_600_000),
        }
        assert a.satu("KEU-01", "OPD", "DISNAKER")["estimasi"] is False

    def test_keu01_over_time(self, periode):
        # April: MURNI (42 + 10 + 3.6); spent 3 + 9 (cumulative)
        april = periode("2026-04").satu("KEU-01")
        assert (april["pembilang"], april["penyebut"]) == (12 * JUTA, 55_600_000)
        # May: PERGESERAN in force since the 15th; nothing cumulative delivered, the village paid
        mei = periode("2026-05").satu("KEU-01")
        assert (mei["pembilang"], mei["penyebut"]) == (13_200_000, 67_600_000)
        # a semester is January to its end over that ceiling
        semester = periode("2026-1").satu("KEU-01")
        assert (semester["pembilang"], semester["penyebut"]) == (11_700_000, 67_600_000)

    def test_keu02(self, a, jejak):
        # DISNAKER, DISDIK, Awal; not Dermaga (a line of zero), not Candi (kelurahan)
        opd = len(load_profil(jejak).opd) + 3  # every kecamatan is an office too
        assert (a.satu("KEU-02")["pembilang"], a.satu("KEU-02")["penyebut"]) == (3, opd + 5)
        assert a.jumlah("KEU-02", "OPD") == {"DISNAKER": 1, "DISDIK": 1}
        assert a.isi("KEU-02", "DESA")[AWAL] == (1, 1)
        assert a.isi("KEU-02", "DESA")[DERMAGA] == (0, 1)
        assert CANDI not in a.isi("KEU-02", "DESA")
        assert a.jumlah("KEU-02", "CARA_PENGANGGARAN") == {"REKENING_KHUSUS": 2, "MELEKAT": 1}

    def test_keu02_kecamatan(self, a):
        # villages of kind DESA: Hulu Awal of Awal and Bukit; Tengah none of two; Hilir none of one
        assert a.isi("KEU-02", "KECAMATAN") == {HULU: (1, 2), TENGAH: (0, 2), HILIR: (0, 1)}

    def test_lines_that_do_not_count_are_named(self, jejak):
        with duckdb.connect(str(open_terbitan(jejak).path), read_only=True) as con:
            rows = con.execute(
                "select lingkup, kode_rekening, sum(rp_pagu)::bigint from marts.anggaran_tidak_dihitung"
                " where tahun = 2026 and is_terkini group by all"
            ).fetchall()
        # health twice, no purpose, purpose LAIN, MELEKAT without a share; of two stages the newest, not both
        assert set(rows) == {
            ("APBD", "5.1.02.02.02.0005", 5 * JUTA),
            ("APBDES", "5.1.3.01", 1 * JUTA),
            ("APBD", "5.2.02.05.01.0001", 99 * JUTA),
            ("APBD", "5.1.02.01.01.0024", 7 * JUTA),
            ("APBD", "5.1.01.01.02.0001", 200 * JUTA),
        }


class TestRekapRupiah:
    """January 1600 (PU, programmes) + 300 (BPU, no programme rows); February 700 (domicile: the workplace recap has no
    amounts); March 2000 (workplace only); May 1500; June 500 + 300 + 200 + 136."""

    def test_keu03_month(self, periode):
        assert periode("2026-01").satu("KEU-03")["nilai"] == 1900
        assert periode("2026-02").satu("KEU-03")["nilai"] == 700
        assert periode("2026-03").satu("KEU-03")["nilai"] == 2000
        assert periode("2026-04").satu("KEU-03")["nilai"] is None  # nothing delivered is not 0
        juni = periode("2026-06")
        assert juni.satu("KEU-03")["nilai"] == 1136
        assert juni.jumlah("KEU-03", "SEKTOR") == {"C": 500, "G": 636}

    def test_keu03_semester(self, periode):
        a = periode("2026-1")
        assert a.satu("KEU-03")["nilai"] == 7236
        assert a.satu("KEU-03")["satuan"] == "Rp"
        assert a.jumlah("KEU-03", "PROGRAM") == {"JKK": 5800, "JKM": 1136}
        assert a.jumlah("KEU-03", "SEGMEN") == {"PU": 5900, "BPU": 1336}

    def test_man01(self, periode):
        januari = periode("2026-01")
        assert januari.satu("MAN-01", satuan="kasus")["nilai"] == 3  # 1 + 1 + 1, not the 9 of the row without programme
        assert januari.satu("MAN-01", satuan="Rp")["nilai"] == 4800
        assert januari.jumlah("MAN-01", "PROGRAM", "Rp") == {"JKK": 500, "JKM": 4200}
        assert periode("2026-03").jumlah("MAN-01", "KECAMATAN", "kasus") == {HULU: 1}
        a = periode("2026-1")
        assert a.satu("MAN-01", satuan="kasus")["nilai"] == 7  # 3 + 2 + 1 + 0 + 1
        assert a.satu("MAN-01", satuan="Rp")["nilai"] == 7000  # 4800 + 300 + 900 + 1000
        assert a.jumlah("MAN-01", "SEGMEN", "Rp") == {"PU": 6600, "BPU": 400}

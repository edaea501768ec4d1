"""PEM-01 to PEM-04 and SEK-01 of Kabupaten Jejak (sources.md 5, rule 11), worked out by hand."""

import duckdb
import pytest

from tests.jejak.kabupaten import AWAL, AWAL_TENGAH, DERMAGA, HULU, PDAM, RSUD, SDN1, SDN2, TENGAH
from ucj.db import open_terbitan

TD = "TIDAK_DIKETAHUI"


@pytest.fixture
def a(periode):
    return periode("2026-06")


def test_pem01(a):
    # DISDIK June: P15 yes (JKK and JKM on his other row), P16 no (JKK only), P12 yes, one broken NIK -> 2 of 4
    # DINKES: P07 yes, P06 no -> 1 of 2; RSUD: P01 yes, P15 yes -> 2 of 2
    # regency: P15 once -> P15 P16 P12 P07 P06 P01 and the broken one = 7, of whom P15 P12 P07 P01 = 4
    assert (a.satu("PEM-01")["pembilang"], a.satu("PEM-01")["penyebut"]) == (4, 7)
    assert a.isi("PEM-01", "OPD") == {"DISDIK": (2, 4), "DINKES": (1, 2), "RSUD": (2, 2)}
    unit = a.isi("PEM-01", "UNIT")
    unit.pop(TD, None)
    assert unit == {SDN1: (1, 2), SDN2: (1, 2), RSUD: (2, 2)}
    # men: P15 P16 P07 P01; women: P12 P06 and the broken row, whose sex column is readable
    assert a.isi("PEM-01", "JENIS_KELAMIN") == {"L": (3, 4), "P": (1, 3)}
    # JKK: P15 P16 P12 P07 P01; JKM: without P16; JHT: P15 P12 P01; JP: P01
    assert {k: v for k, v in a.isi("PEM-01", "PROGRAM").items() if v[0]} == {
        "JKK": (5, 7), "JKM": (4, 7), "JHT": (3, 7), "JP": (1, 7),
    }  # fmt: skip


def test_pem01_of_may_uses_the_rosters_of_that_time(periode):
    a = periode("2026-05")
    # DISDIK of March: P15, P16, X1, none in the list of May; DINKES: none; RSUD of 31 May: P01 yes, P15 no
    assert a.isi("PEM-01", "OPD") == {"DISDIK": (0, 3), "DINKES": (0, 2), "RSUD": (1, 2)}
    assert (a.satu("PEM-01")["pembilang"], a.satu("PEM-01")["penyebut"]) == (1, 6)


def test_without_a_person_list_the_numerator_is_null(periode):
    nilai = periode("2026-01").satu("PEM-01")
    assert nilai["pembilang"] is None
    assert nilai["nilai"] is None
    assert nilai["status"] == "BELUM_ADA_DATA"


def test_pem02(a):
    # Awal (newest list): P01 yes, P02 yes, P03 not active -> 2 of 3; Dermaga: P05 yes (no subkategori), P17 is no
    # village staff -> 1 of 1; Awal Tengah: P08 yes, one broken NIK -> 1 of 2
    assert (a.satu("PEM-02")["pembilang"], a.satu("PEM-02")["penyebut"]) == (4, 6)
    assert a.isi("PEM-02", "KECAMATAN") == {HULU: (2, 3), TENGAH: (2, 3)}
    assert a.isi("PEM-02", "DESA") == {AWAL: (2, 3), DERMAGA: (1, 1), AWAL_TENGAH: (1, 2)}
    subkategori = a.isi("PEM-02", "SUBKATEGORI")
    subkategori.pop(TD, None)
    assert subkategori == {"PU-DESA-KADES": (1, 1), "PU-DESA-PERANGKAT": (2, 3), "PU-DESA-BPD": (0, 1)}
    # JHT: P01, P02, P08; JP: P01
    assert {k: v for k, v in a.isi("PEM-02", "PROGRAM").items() if v[0]} == {
        "JKK": (4, 6), "JKM": (4, 6), "JHT": (3, 6), "JP": (1, 6),
    }  # fmt: skip


def test_pem03(a):
    # P09 lives elsewhere, P13 is in neither basis: both hold JKK and JKM; P18 yes; P04 not active
    assert (a.satu("PEM-03")["pembilang"], a.satu("PEM-03")["penyebut"]) == (3, 4)
    assert a.isi("PEM-03", "OPD") == {"BUMD": (3, 4)}
    assert a.isi("PEM-03", "UNIT") == {PDAM: (3, 4)}
    assert a.isi("PEM-03", "SUBKATEGORI") == {"PU-BUMD": (2, 2), "PU-DIREKSI": (1, 1), "PU-PENGURUS": (0, 1)}


def test_pem04(a):
    # P20 and P19 yes, X3 is unknown to BPJS TK; KPU is no office of the profile and still counts
    assert (a.satu("PEM-04")["pembilang"], a.satu("PEM-04")["penyebut"]) == (2, 3)
    assert a.isi("PEM-04", "SUBKATEGORI") == {"PU-PEMILU": (2, 3)}
    assert a.isi("PEM-04", "KECAMATAN") == {HULU: (1, 1), TENGAH: (1, 2)}
    assert a.isi("PEM-04", "DESA") == {AWAL: (1, 1), AWAL_TENGAH: (1, 2)}


def test_pem04_is_blank_when_nobody_was_appointed(periode):
    assert periode("2026-05").satu("PEM-04")["nilai"] is None


def test_sek01(a):
    # DISTAN: P14 yes, P05 yes, X4 no; DISKAN: P22 yes, P05 again, one broken NIK -> 3 of 5 in the regency
    assert (a.satu("SEK-01")["pembilang"], a.satu("SEK-01")["penyebut"]) == (3, 5)
    assert a.isi("SEK-01", "OPD") == {"DISTAN": (2, 3), "DISKAN": (2, 3)}
    assert a.isi("SEK-01", "SEKTOR") == {"A1": (2, 3), "A3": (1, 2)}
    assert a.isi("SEK-01", "DESA") == {AWAL: (1, 1), DERMAGA: (2, 4)}
    assert a.isi("SEK-01", "KECAMATAN") == {HULU: (1, 1), TENGAH: (2, 4)}
    # P05 is a man here: his roster has no sex column filled, so the NIK says it; the broken NIK says nothing
    assert a.isi("SEK-01", "JENIS_KELAMIN") == {"L": (2, 2), "P": (1, 2), TD: (0, 1)}


def test_a_roster_older_than_six_months_is_marked(jejak):
    terbitan = open_terbitan(jejak)
    with duckdb.connect(str(terbitan.path), read_only=True) as con:
        rows = con.execute(
            "select kode_opd, is_usang from marts.roster"
            " where bulan = date '2026-06-01' and jenis_daftar in ('PPPK_PW', 'BLUD')"
        ).fetchall()
    assert set(rows) == {("DINKES", True), ("RSUD", False)}

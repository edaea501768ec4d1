"""PAT-01 and PAT-02 of Kabupaten Jejak (sources.md 5, rule 17), worked out by hand.

Complies: PT Satu; Hotel Tujuh (wages empty: not judged; KECIL needs no JP); Usaha Delapan (nothing to judge).
Faults: Warung Dua and CV Sembilan have no npp (PWBD); PT Tiga 50 of 80 workers (PDS-TK); Toko Empat reports 2 of 3
million (PDS-upah); PT Lima lacks JP (PDS-program); Kedai Enam 3 months; PT Sepuluh 30 of 40 workers and 5 months.
"""

import duckdb
import pytest

from ucj.db import open_terbitan

TD = "TIDAK_DIKETAHUI"


@pytest.fixture
def a(periode):
    return periode("2026-06")


def test_pat01(a):
    nilai = a.satu("PAT-01")
    assert (nilai["pembilang"], nilai["penyebut"], nilai["nilai"]) == (3, 10, 30)
    # Toko Empat stands in G by its KBLI 47111; Usaha Delapan's sector is unknown
    assert a.isi("PAT-01", "SEKTOR") == {"C": (1, 4), "G": (0, 2), "F": (0, 1), "I": (1, 2), TD: (1, 1)}
    assert a.isi("PAT-01", "SKALA") == {"BESAR": (1, 2), "MENENGAH": (0, 3), "KECIL": (1, 2), "MIKRO": (1, 3)}


def test_pat02(a):
    assert a.satu("PAT-02", satuan="pemberi kerja")["nilai"] == 2
    assert a.satu("PAT-02", satuan="Rp")["nilai"] == 5_500_000
    assert a.jumlah("PAT-02", "SEKTOR", "pemberi kerja") == {"I": 1, "C": 1}
    assert a.jumlah("PAT-02", "SEKTOR", "Rp") == {"I": 1_500_000, "C": 4_000_000}
    assert a.jumlah("PAT-02", "SKALA", "pemberi kerja") == {"MIKRO": 1, "BESAR": 1}


def test_no_month_is_carried_forward(periode):
    assert periode("2026-07").satu("PAT-01")["nilai"] is None


def test_kinds_of_fault_and_share_judged(jejak):
    with duckdb.connect(str(open_terbitan(jejak).path), read_only=True) as con:
        row = con.execute(
            """
            select
                sum(jumlah), sum(jumlah_pwbd), sum(jumlah_pds_tk), sum(jumlah_pds_upah), sum(jumlah_pds_program),
                sum(jumlah_tunggakan), sum(jumlah_dinilai_upah), sum(jumlah_kurang_jp)
            from marts.pemberi_kerja
            where bulan = date '2026-06-01'
            """
        ).fetchone()
    assert row is not None
    # wages judged: Satu, Tiga, Empat, Lima, Enam, Sepuluh
    assert tuple(int(value) for value in row) == (10, 2, 2, 1, 1, 2, 6, 1)

"""Two offices deliver for the same month: nothing of the other is lost, a correction replaces only its own."""

import pytest

from tests.jejak import kabupaten as k
from tests.perintah import Angka, angka, must, run, status

ORANG = [f"9903010101{80 + n:02d}{n + 1:04d}" for n in range(10)]


def penerima(opd: str, *niks: str) -> list[tuple]:
    return [k.PENERIMA, *(k.penerima(nik, "APBD", opd, "", k.TANI) for nik in niks)]


def roster(opd: str, *niks: str) -> list[tuple]:
    return [k.ROSTER, *(k.daftar("2026-06-30", opd, "NONASN", nik) for nik in niks)]


def anggaran(opd: str, rp: int) -> list[tuple]:
    return [k.ANGGARAN, k.baris(opd, k.JKK, rp, untuk="NONASN")]


@pytest.fixture(scope="module")
def kantor(tmp_path_factory):
    """A folder with what DINSOS and DISNAKER delivered for June 2026, and how to load more into it."""
    data = tmp_path_factory.mktemp("dua") / "data"
    must(data, "init", "--profil", "umum", "--kode", "99.03", "--nama", "Kabupaten Dua Kantor")

    def load(sumber: str, name: str, rows: list[tuple], diterima: str) -> None:
        path = k.write(data.parent / name, rows)
        must(data, "load", sumber, str(path), "--diterima", diterima)

    load("wilayah", "wilayah.csv", [k.WILAYAH[0], ("99.03.01.2001", "Satu", "DESA", "99.03.01", "Kota")], "2026-07-01")
    load("penerima_bantuan", "p-dinsos.csv", penerima("DINSOS", *ORANG[:3]), "2026-07-05")
    load("penerima_bantuan", "p-disnaker.csv", penerima("DISNAKER", *ORANG[3:5]), "2026-07-05")
    load("pekerja_binaan", "r-dinsos.csv", roster("DINSOS", *ORANG[:4]), "2026-07-05")
    load("pekerja_binaan", "r-disnaker.csv", roster("DISNAKER", *ORANG[4:6]), "2026-07-05")
    load("anggaran", "a-dinsos.csv", anggaran("DINSOS", 10_000_000), "2026-07-05")
    load("anggaran", "a-disnaker.csv", anggaran("DISNAKER", 7_000_000), "2026-07-05")
    must(data, "build")
    return data, load


def juni(data) -> Angka:
    return angka(data, "--bulan", "2026-06")


def test_nothing_of_the_other_is_lost_and_a_correction_replaces_its_own(kantor):
    data, load = kantor
    a = juni(data)
    assert a.satu("RNT-02")["nilai"] == 5
    assert a.isi("PEM-01", "OPD") == {"DINSOS": (None, 4), "DISNAKER": (None, 2)}  # no person list: no numerator
    # no spending was delivered by anybody: missing, not 0
    assert a.isi("KEU-01", "OPD") == {"DINSOS": (None, 10_000_000), "DISNAKER": (None, 7_000_000)}
    assert all(not delivery["digantikan"] for delivery in status(data)["pengiriman"])

    # DINSOS corrects all three; DISNAKER's stay
    load("penerima_bantuan", "p-dinsos-2.csv", penerima("DINSOS", *ORANG[:2]), "2026-07-08")
    load("pekerja_binaan", "r-dinsos-2.csv", roster("DINSOS", *ORANG[:3]), "2026-07-08")
    load("anggaran", "a-dinsos-2.csv", anggaran("DINSOS", 12_000_000), "2026-07-08")
    must(data, "build")
    a = juni(data)
    assert a.satu("RNT-02")["nilai"] == 4
    assert a.isi("PEM-01", "OPD") == {"DINSOS": (None, 3), "DISNAKER": (None, 2)}
    assert a.isi("KEU-01", "OPD") == {"DINSOS": (None, 12_000_000), "DISNAKER": (None, 7_000_000)}
    replaced = {delivery["berkas"] for delivery in status(data)["pengiriman"] if delivery["digantikan"]}
    assert replaced == {"p-dinsos.csv", "r-dinsos.csv", "a-dinsos.csv"}

    # an older paper loaded late does not win: the latest `diterima` is in force
    load("penerima_bantuan", "p-dinsos-0.csv", penerima("DINSOS", *ORANG[:3], ORANG[9]), "2026-07-02")
    must(data, "build")
    assert juni(data).satu("RNT-02")["nilai"] == 4


def test_the_same_file_again_changes_nothing(kantor):
    data, _ = kantor
    before = status(data)
    jawaban = run(data, "load", "anggaran", str(data.parent / "a-disnaker.csv"), "--diterima", "2026-07-05")
    assert jawaban.status == 0
    assert status(data)["pengiriman"] == before["pengiriman"]


def test_a_delivery_that_would_halve_a_cakupan_is_refused(kantor):
    data, _ = kantor
    path = k.write(data.parent / "r-disnaker-nol.csv", roster("DINSOS", ORANG[0]))
    jawaban = run(data, "load", "pekerja_binaan", str(path), "--diterima", "2026-07-20")
    assert jawaban.status == 1
    assert "--ganti" in jawaban.galat

"""The block on new, returned and lapsed participants: titles, months that cannot be counted, moves."""

from datetime import date

import pytest

from ucj import arus
from ucj.arus import Arus
from ucj.kalender import geser_bulan

JUNI = date(2026, 6, 1)


def deret(*isi: tuple[int, int, int], sampai: date = JUNI) -> list[Arus]:
    return [Arus(geser_bulan(sampai, i - len(isi) + 1), *a) for i, a in enumerate(isi)]


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ([(10, 2, 5)] * 12, "Peserta masuk melebihi yang lepas 84 orang dalam setahun terakhir"),
        ([(1, 0, 5)] * 12, "Peserta lepas melebihi yang masuk 48 orang dalam setahun terakhir"),
        ([(3, 2, 5)] * 12, "Peserta masuk dan lepas sama banyak dalam setahun terakhir"),
        ([(10, 2, 5)] * 4, "Peserta masuk melebihi yang lepas 28 orang dalam 4 bulan yang terhitung"),
        ([(99, 0, 0)] + [(1, 0, 2)] * 12, "Peserta lepas melebihi yang masuk 12 orang dalam setahun terakhir"),
        ([], "Peserta baru, kembali, dan lepas sampai Juni 2026 belum dapat dihitung"),
    ],
)
def test_title(isi, kalimat):
    assert arus.judul(deret(*isi), JUNI) == kalimat
    assert len(kalimat.split()) <= 12


def test_sums_behind_the_title():
    assert (
        arus.kalimat(deret(*[(10, 2, 5)] * 12), JUNI) == "Juli 2025 sampai Juni 2026: 120 baru, 24 kembali, 60 lepas."
    )


def test_units_without_a_row_did_not_move_and_later_months_are_left_out():
    bulan = [date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)]
    baris = [{"bulan": bulan[1], "jumlah_baru": 4, "jumlah_kembali": 1, "jumlah_lepas": 2, "jumlah_pindah_masuk": 3,
              "jumlah_pindah_keluar": 0}]  # fmt: skip
    assert arus.read_arus(baris, bulan, bulan[1]) == (Arus(bulan[0]), Arus(bulan[1], 4, 1, 2, 3, 0))


def test_block():
    isi = [Arus(date(2026, 1, 1), 5, 0, 1), Arus(date(2026, 2, 1), 4, 1, 2, 3, 1), Arus(date(2026, 6, 1), 1, 1, 1)]
    d = arus.blok_arus(isi, JUNI, "DOMISILI", "Sumber: uji.", apa="segmen BPU", sumber_jumlah="rekap_bpjs")
    assert d is not None
    assert [(x.nama, x.nilai) for x in d.deret] == [("Baru", (5, 4, 1)), ("Lepas", (1, 2, 1)), ("Kembali", (0, 1, 1))]
    assert d.hilang == (date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1))
    assert d.judul == "Peserta masuk melebihi yang lepas 8 orang dalam 3 bulan yang terhitung"
    kata = " ".join(d.catatan)
    assert "10 baru, 2 kembali, 4 lepas" in kata
    assert "2 peserta yang tetap aktif pindah masuk ke segmen BPU" in kata
    assert "3 bulan tidak dapat dihitung" in kata
    assert "rekap" in kata and "Baru = belum pernah aktif" in kata
    assert d.subjudul.endswith("menurut KTP, segmen BPU")


def test_no_block_without_months():
    assert arus.blok_arus([], JUNI, "DOMISILI", "") is None


def test_moves_are_named_only_for_units():
    d = arus.blok_arus([Arus(JUNI, 5, 0, 1)], JUNI, "TEMPAT_KERJA", "")
    assert d is not None and not any("pindah" in k for k in d.catatan) and d.hilang == ()

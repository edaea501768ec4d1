"""Titles are findings by rule: every rule with the sentence that a reader sees (visual.md 6)."""

from datetime import date

import pytest

from ucj import judul
from ucj.judul import Ubah

JUNI = date(2026, 6, 1)
MEI = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("nilai", "target", "bulan", "pembilang", "kalimat"),
    [
        (41.2, 44.0, JUNI, 100, "Cakupan 41,2%, masih 2,8 persen poin di bawah target Sem. I 2026"),
        (45.5, 44.0, JUNI, 100, "Cakupan 45,5%, sudah 1,5 persen poin di atas target Sem. I 2026"),
        (44.0, 44.0, JUNI, 100, "Cakupan 44,0%, tepat pada target Sem. I 2026"),
        # May lies between two dated targets: a plan, not a target
        (41.2, 43.0, MEI, 100, "Cakupan 41,2%, masih 1,8 persen poin di bawah rencana Mei 2026"),
        # rounding would reach the target: truncated, and the distance says it is not
        (43.98, 44.0, JUNI, 100, "Cakupan 43,9%, masih kurang dari 0,1 persen poin di bawah target Sem. I 2026"),
        (41.2, None, JUNI, 100, "Cakupan 41,2% per Juni 2026; belum ada target"),
        (None, 44.0, JUNI, 69303, "69.303 peserta aktif; persentase belum dapat dihitung tanpa penyebut"),
        (None, None, JUNI, None, "Cakupan Juni 2026 belum tersedia"),
        (None, None, None, None, "Cakupan belum tersedia"),
    ],
)
def test_cakupan(nilai, target, bulan, pembilang, kalimat):
    assert judul.cakupan("Cakupan", nilai, target, bulan, pembilang) == kalimat


@pytest.mark.parametrize(
    ("kini", "lalu", "sebanding", "kalimat"),
    [
        (41.2, 38.0, True, "Cakupan naik 3,2 persen poin sejak Desember 2025"),
        (36.0, 38.0, True, "Cakupan turun 2,0 persen poin sejak Desember 2025"),
        (38.05, 38.0, True, "Cakupan tidak berubah sejak Desember 2025"),  # within the threshold of 0,1
        (41.2, 38.0, False, "netral"),  # another kind of source: no direction
        (41.2, None, True, "netral"),
        (None, 38.0, True, "netral"),
    ],
)
def test_perubahan(kini, lalu, sebanding, kalimat):
    assert judul.perubahan("Cakupan", Ubah(kini, lalu, "Desember 2025", sebanding), 0.1, "netral") == kalimat


@pytest.mark.parametrize(
    ("kini", "kurang", "kalimat"),
    [
        (41.2, 4120, "Cakupan naik 3,2 persen poin sejak Desember 2025, tetapi masih kurang 4.120 orang"),
        (41.2, 0, "Cakupan naik 3,2 persen poin sejak Desember 2025 dan mencapai target Sem. I 2026"),
        (41.2, None, "Cakupan naik 3,2 persen poin sejak Desember 2025"),  # no target
        (36.0, 4120, "Cakupan turun 2,0 persen poin sejak Desember 2025, masih kurang 4.120 orang"),
        (36.0, 0, "Cakupan turun 2,0 persen poin sejak Desember 2025; target Sem. I 2026 tercapai"),
        (38.0, 10, "Cakupan tidak berubah sejak Desember 2025, masih kurang 10 orang"),
    ],
)  # fmt: skip
def test_perubahan_dan_target(kini, kurang, kalimat):
    ubah = Ubah(kini, 38.0, "Desember 2025")
    assert judul.perubahan_dan_target("Cakupan", ubah, 0.1, kurang, JUNI) == kalimat


def test_a_target_reached_without_a_comparable_past():
    ubah = Ubah(41.2, None, "")
    assert judul.perubahan_dan_target("Cakupan", ubah, 0.1, 0, JUNI) == (
        "Cakupan per bulan sampai Juni 2026; target Sem. I 2026 tercapai"
    )


@pytest.mark.parametrize(
    ("kini", "lalu", "kalimat"),
    [
        (120, 100, "120 peserta aktif, bertambah 20 orang sejak Desember 2025"),
        (90, 100, "90 peserta aktif, berkurang 10 orang sejak Desember 2025"),
        (100, 100, "100 peserta aktif, tidak berubah sejak Desember 2025"),
        (100, None, "100 peserta aktif per Juni 2026"),
        (None, 100, "peserta aktif Juni 2026 belum tersedia"),
    ],
)
def test_perubahan_jumlah(kini, lalu, kalimat):
    assert judul.perubahan_jumlah("peserta aktif", kini, lalu, "Desember 2025", JUNI) == kalimat


@pytest.mark.parametrize(
    ("jumlah", "total", "kalimat"),
    [
        (40555, 98908, "41% dari 98.908 yang belum terlindungi ada di pertanian"),
        (499, 1000, "49% dari 1.000 yang belum terlindungi ada di pertanian"),  # cut, not rounded up
        (1, 1000, "netral"),
        (None, 1000, "netral"),
        (0, 0, "netral"),
    ],
)
def test_terbesar(jumlah, total, kalimat):
    assert judul.terbesar("pertanian", jumlah, total, "yang belum terlindungi", "netral") == kalimat


@pytest.mark.parametrize(
    ("di_bawah", "total", "terendah", "kalimat"),
    [
        (14, 110, "Segah", "14 dari 110 kampung masih di bawah 20%; Kecamatan Segah paling rendah"),
        (14, 110, None, "14 dari 110 kampung masih di bawah 20%"),
        (0, 110, None, "Tidak ada kampung di bawah 20% dari 110 yang dapat dihitung"),
        (0, 0, None, "Peserta aktif per kampung; persentase tidak dihitung tanpa penyebut kampung"),
    ],
)
def test_desa(di_bawah, total, terendah, kalimat):
    assert judul.desa(di_bawah, total, 20, "kampung", terendah) == kalimat

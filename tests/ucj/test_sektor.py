"""Sektor and the waterfall of Ringkasan: sentences by rule, sums that add up, bases apart."""

from datetime import date

import pytest

from ucj import judul_sektor, kesenjangan, ringkas, sektor
from ucj.charts import CampurBasis, layar
from ucj.hitung import TIDAK_DIKETAHUI, Nilai
from ucj.html import Kpi
from ucj.judul import Ubah
from ucj.kesenjangan import Kantor, Sektor

JUNI = date(2026, 6, 1)
URUTAN = ("PU", "JAKON", "PMI", "BPU")
NETRAL = "Pekerja belum terlindungi per segmen, Juni 2026"


def nilai(kode: str, tingkat: str, kunci: str, pembilang: int | None, penyebut: int | None, **lain) -> Nilai:
    rasio = 100 * pembilang / penyebut if pembilang is not None and penyebut else None
    isi = {
        "periode": "2026-06", "satuan": "persen", "target": None, "status": None, "basis": "DOMISILI",
        "sumber": "peserta", "estimasi": False, "nilai": rasio,
    } | lain  # fmt: skip
    return Nilai(kode=kode, nama="", tingkat=tingkat, kunci=kunci, pembilang=pembilang, penyebut=penyebut, **isi)


def segmen(*isi: tuple[str, int | None, int | None]) -> list[Nilai]:
    return [nilai("UCJ-03", "SEGMEN", k, a, b) for k, a, b in isi]


TOTAL = nilai("UCJ-01", "KABUPATEN", "99.01", 12150, 40000)
SEGMEN = segmen(("BPU", 3213, 22800), ("JAKON", 887, 2400), ("PMI", 358, 800), ("PU", 7692, 14000))


# --- the waterfall


def tangga(total: Nilai | None, isi: list[Nilai]):
    return kesenjangan.tangga(total, isi, URUTAN, "penduduk bekerja", "Sumber: X.", JUNI)


def test_waterfall_goes_down_by_segment_to_the_gap_in_people():
    d = tangga(TOTAL, SEGMEN)
    assert [(x.nama, x.nilai, x.jenis) for x in d.langkah] == [
        ("Penduduk bekerja", 40000, "awal"),
        ("Penerima upah (PU)", 6308, "kurang"),
        ("Jasa konstruksi (Jakon)", 1513, "kurang"),
        ("Pekerja migran (PMI)", 442, "kurang"),
        ("Bukan penerima upah (BPU)", 19587, "kurang"),
        ("Peserta aktif", 12150, "jumlah"),
        ("Belum terlindungi", 27850, "selisih"),
    ]
    assert d.judul == "70% dari 27.850 yang belum terlindungi ada di segmen BPU"  # 19.587 of 27.850 = 70,3
    assert [x.sorot for x in d.langkah].index(True) == 4
    layar.draw(d)


def test_waterfall_with_a_segment_above_its_denominator_goes_up():
    d = tangga(nilai("UCJ-01", "KABUPATEN", "99.01", 60, 100), segmen(("PU", 55, 50), ("BPU", 5, 50)))
    assert [(x.nilai, x.jenis) for x in d.langkah] == [
        (100, "awal"), (5, "tambah"), (45, "kurang"), (60, "jumlah"), (40, "selisih"),
    ]  # fmt: skip
    assert d.judul == NETRAL, "45 of 40 people is no share"


def test_waterfall_names_unknown_segments_and_people_counted_twice():
    isi = segmen(("PU", 30, 50), ("BPU", 10, 50), (TIDAK_DIKETAHUI, 7, None))
    d = tangga(nilai("UCJ-01", "KABUPATEN", "99.01", 45, 100), isi)
    assert [(x.nama, x.nilai, x.jenis) for x in d.langkah[3:5]] == [
        ("Segmen tidak diketahui", 7, "tambah"),
        ("Dihitung di dua segmen", 2, "kurang"),  # 30 + 10 + 7 are 47 entries of 45 people
    ]


@pytest.mark.parametrize(
    ("total", "isi"),
    [
        (None, SEGMEN),
        (TOTAL, []),
        (nilai("UCJ-01", "KABUPATEN", "99.01", 12150, None), SEGMEN),
        (nilai("UCJ-01", "KABUPATEN", "99.01", 12150, 39000), SEGMEN),  # another denominator than the segments'
        (nilai("UCJ-01", "KABUPATEN", "99.01", 12200, 40000), SEGMEN),  # 50 people stand in no segment
        (nilai("UCJ-01", "KABUPATEN", "99.01", 41000, 40000), SEGMEN),  # above 100 %: no gap to part
        (TOTAL, segmen(("PU", None, 40000))),
    ],
)
def test_no_waterfall_where_the_gaps_would_not_add_up(total, isi):
    assert tangga(total, isi) is None


def test_waterfall_title_is_neutral_without_a_gap():
    d = tangga(nilai("UCJ-01", "KABUPATEN", "99.01", 100, 100), segmen(("PU", 100, 100)))
    assert d.judul == NETRAL


# --- sentences


@pytest.mark.parametrize(
    ("bawah", "bertarget", "kalimat"),
    [
        (7, 19, "7 dari 19 sektor masih di bawah target Juni 2026"),
        (0, 19, "Semua 19 sektor mencapai target Juni 2026"),
        (0, 0, "Cakupan per sektor, Juni 2026; belum ada target"),
    ],
)
def test_sentence_on_sectors_below_target(bawah, bertarget, kalimat):
    assert judul_sektor.di_bawah_target(bawah, bertarget, JUNI) == kalimat


def ubah(kini: float | None, lalu: float | None, is_sebanding: bool = True) -> Ubah:
    return Ubah(kini, lalu, "Desember 2025", is_sebanding)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ([ubah(11, 10), ubah(12, 10), ubah(9, 10)], "Cakupan naik di 2 sektor dan turun di 1 sejak Desember 2025"),
        ([ubah(11, 10), ubah(10.1, 10)], "Cakupan naik di 1 dari 2 sektor sejak Desember 2025"),  # 0,1 is no movement
        ([ubah(8, 10), ubah(10, 10)], "Cakupan turun di 1 dari 2 sektor sejak Desember 2025"),
        ([ubah(10, 10), ubah(10.2, 10)], "Cakupan 2 sektor tidak berubah sejak Desember 2025"),
        ([ubah(11, 10, False), ubah(11, None)], "Cakupan per sektor sampai Juni 2026"),  # not comparable, incomplete
        ([], "Cakupan per sektor sampai Juni 2026"),
    ],
)
def test_sentence_on_movement(isi, kalimat):
    assert judul_sektor.pergerakan(isi, 0.2, "Cakupan", JUNI) == kalimat
    assert len(kalimat.split()) <= 12


# --- the charts of the page


def satu_sektor(kunci: str, pembilang: int, penyebut: int, target: float | None = 33.0) -> Sektor:
    n = nilai("UCJ-01", "SEKTOR", kunci, pembilang, penyebut, target=target)
    return Sektor(kunci, f"Sektor {kunci}", n, kesenjangan.belum_terlindungi(n), Kantor("D", "Dinas", False))


def test_sector_bullets_say_what_they_are_sorted_by():
    d = sektor.batang_cakupan([satu_sektor("A", 10, 100), satu_sektor("B", 40, 50)], "menurut KTP", "", JUNI)
    assert d.judul == "1 dari 2 sektor masih di bawah target Juni 2026"
    assert [b.ekor for b in d.baris] == ["90 orang", "10 orang"] and d.peluru
    assert "semua sektor, diurutkan menurut orang yang belum terlindungi" in d.subjudul
    tanpa = sektor.batang_cakupan([satu_sektor("A", 10, 100, None)], "menurut KTP", "", JUNI)
    assert tanpa.judul == "Cakupan per sektor, Juni 2026; belum ada target" and "target" not in tanpa.subjudul


def test_segment_bullets_on_either_basis():
    d = sektor.batang_segmen(SEGMEN, "BPU", "", JUNI)
    assert d.judul == "Cakupan terendah pada segmen BPU (14,1%), tertinggi PU (54,9%)"
    assert [b.sorot for b in d.baris] == [True, False, False, False] and d.baris[0].ekor == "19.587 orang"
    kerja = [nilai("UCJ-02", "SEGMEN", k, n, None, satuan="orang", basis="TEMPAT_KERJA", nilai=n) for k, n in
             (("PU", 22), ("BPU", 0))]  # fmt: skip
    d = sektor.batang_segmen(kerja, None, "", JUNI)
    assert (d.judul, d.satuan, d.peluru) == ("Peserta aktif per segmen, Juni 2026", "orang", False)
    assert [b.nilai for b in d.baris] == [22, 0]
    assert sektor.batang_segmen([], None, "", JUNI) is None
    campur = [SEGMEN[0], nilai("S-11", "SEGMEN", "PU", 10, 20, basis="TEMPAT_KERJA")]
    with pytest.raises(CampurBasis):
        sektor.batang_segmen(campur, None, "", JUNI)


def test_small_multiples_of_sectors():
    def deret(kunci: str) -> list[Nilai]:
        bulan = ("2025-12", "2026-01", "2026-06") if kunci != "C" else ("2026-06",)
        return [
            nilai("UCJ-01", "SEKTOR", kunci, 10 + i, 100, periode=b, target=33.0, bulan=date.fromisoformat(f"{b}-01"))
            for i, b in enumerate(bulan)
        ]

    isi = [satu_sektor(k, 10, 100) for k in "ABC"]
    d = sektor.kisi(isi, deret, 0.2, "", JUNI)
    assert [p.nama for p in d.panel] == ["Sektor A", "Sektor B"], "one month is no line"
    assert d.judul == "Cakupan naik di 2 dari 2 sektor sejak Desember 2025" and d.basis == "DOMISILI"
    assert sektor.kisi(isi[2:], deret, 0.2, "", JUNI) is None
    banyak = [satu_sektor(f"A{i}", 10, 100) for i in range(19)]
    assert len(sektor.kisi(banyak, deret, 0.2, "", JUNI).panel) == 12


def test_the_other_basis_stands_beside_the_cards_as_a_sentence():
    assert ringkas.kalimat_kpi(Kpi("Peserta aktif menurut tempat kerja", "32", "penduduk maupun bukan")) == (
        "Peserta aktif menurut tempat kerja: 32 (penduduk maupun bukan)."
    )
    assert ringkas.kalimat_kpi(None) == ""


def test_sectors_above_their_denominator_explain_a_larger_sum():
    """40 + 20 unprotected are 58 of the regency: two participants too many in one sector lower no other."""
    semua = [satu_sektor("A1", 60, 100), satu_sektor("C", 30, 50), satu_sektor("E", 12, 10)]
    assert sektor.kalimat_lebih(semua) == (
        "Jumlah belum terlindungi 60 = 58 ditambah kelebihan 2 peserta pada sektor di atas 100%, "
        "yang tidak mengurangi sektor lain."
    )
    assert sektor.kalimat_lebih(semua[:2]) == ""


def test_a_chosen_segment_says_to_what_it_applies():
    assert sektor.kalimat_segmen(None) == ""
    assert "per sektor memuat semua segmen" in sektor.kalimat_segmen("BPU")


def test_figures_of_the_regency_say_so_beside_those_of_one_area():
    non = nilai("PEM-01", "KABUPATEN", "99.01", 787, 867)
    satu = Kpi("Cakupan menurut KTP, Kec. Satu", "27,3%")
    assert [k.judul for k in ringkas.kartu(satu, non, None, None, "", "Kec. Satu")] == [
        "Cakupan menurut KTP, Kec. Satu",
        "Non-ASN terlindungi, se-kabupaten",
    ]
    assert [k.judul for k in ringkas.kartu(satu, non, None, None, "")][1] == "Non-ASN terlindungi"

"""Villages: sentences of at most twelve words, what they are called, kecamatan, and what the pictures show."""

from datetime import date

import pytest

from ucj import desa, desa_gambar, desa_tabel, judul_desa
from ucj.hitung import Nilai
from ucj.saringan import Desa

JUNI = date(2026, 6, 1)
MEI = date(2026, 5, 1)
BATAS = (20, 40, 60, 80)


def nilai(
    pembilang: int | None,
    penyebut: int | None,
    kunci: str = "99.01",
    tingkat: str = "DESA",
    target: float | None = None,
) -> Nilai:
    persen = 100 * pembilang / penyebut if pembilang is not None and penyebut else None
    return Nilai(
        kode="UCJ-01", nama="", periode="2026-06", tingkat=tingkat, kunci=kunci, pembilang=pembilang,
        penyebut=penyebut, nilai=persen, satuan="persen", target=target, status=None, basis="DOMISILI",
        sumber="peserta", estimasi=False,
    )  # fmt: skip


def satu_desa(nama: str, kode: str = "99.01.01.2001", kecamatan: str = "Awan", jenis: str = "DESA") -> Desa:
    return Desa(kode, nama, kode[:8], kecamatan, jenis)


def baris(nama: str, kode: str, pembilang: int, penyebut: int | None, target: float | None = 50) -> desa.Baris:
    d = satu_desa(nama, kode, {"99.01.01": "Awan", "99.01.02": "Bumi"}[kode[:8]])
    return desa.Baris(d, pembilang, nilai(pembilang, penyebut, kode, target=target) if penyebut else None)


DELAPAN = [
    baris("Satu", "99.01.01.2001", 10, 100),
    baris("Dua", "99.01.01.2002", 30, 100),
    baris("Tiga", "99.01.01.2003", 55, 100),
    baris("Empat", "99.01.02.2001", 14, 50),
    baris("Lima", "99.01.02.2002", 4, 50),
]


# --- sentences


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ((14, 110, 20, "kampung", "", "Segah"), "14 dari 110 kampung masih di bawah 20%; Kec. Segah terendah"),
        ((14, 110, 20, "kampung", "", None), "14 dari 110 kampung masih di bawah 20%"),
        ((5, 6, 20, "kampung", " di Kec. Teluk Bayur"), "5 dari 6 kampung di Kec. Teluk Bayur masih di bawah 20%"),
        ((0, 110, 20, "desa", "", "Segah"), "Tidak ada dari 110 desa di bawah 20%; Kec. Segah terendah"),
        ((1, 1200, 12.5, "desa", ""), "1 dari 1.200 desa masih di bawah 12,5%"),
        ((0, 0, 20, "kampung", ""), "Peserta aktif per kampung; persentase tidak dihitung tanpa penyebut"),
        # a name of four words would make thirteen: it is left out
        ((14, 110, 20, "desa/kelurahan", "", "Empat Kata Itu Juga"), "14 dari 110 desa/kelurahan masih di bawah 20%"),
    ],
)  # fmt: skip
def test_finding(isi, kalimat):
    assert judul_desa.temuan(*isi) == kalimat
    assert len(kalimat.split()) <= 12


@pytest.mark.parametrize(
    ("n", "bulan", "kalimat"),
    [
        (nilai(12, 40, target=50.0), JUNI, "Sukamaju 30,0%, kurang 8 orang ke target Sem. I 2026"),
        (nilai(12, 40, target=50.0), MEI, "Sukamaju 30,0%, kurang 8 orang ke rencana Mei 2026"),
        (nilai(20, 40, target=50.0), JUNI, "Sukamaju 50,0%; target Sem. I 2026 tercapai"),
        (nilai(44, 40, target=50.0), JUNI, "Sukamaju 110,0%; target Sem. I 2026 tercapai"),
        (nilai(12, 40), JUNI, "Sukamaju 30,0% per Juni 2026; belum ada target"),
        (nilai(12, None), JUNI, "Sukamaju: 12 peserta aktif; persentase belum dapat dihitung"),
        (None, JUNI, "Sukamaju: peserta aktif Juni 2026 belum tersedia"),
    ],
)
def test_one_village(n, bulan, kalimat):
    assert judul_desa.satu("Sukamaju", n, bulan) == kalimat
    assert len(judul_desa.satu("Tiga Kata Saja", n, bulan).split()) <= 12


@pytest.mark.parametrize(
    ("belum", "target", "kalimat"),
    [
        (99, 33.0, "99 dari 110 kampung belum mencapai target 33,0%"),
        (0, 33.0, "Semua 110 kampung mencapai target 33,0%"),
        (0, None, "Cakupan kampung terentang dari 3,1% sampai 93,2%"),
    ],
)
def test_range(belum, target, kalimat):
    assert judul_desa.jarak(belum, 110, "kampung", target, 3.14, 93.2) == kalimat


def test_other_sentences():
    assert judul_desa.sebagian(8, "4 desa") == "8 peserta aktif di 4 desa; persentase tidak dihitung"
    assert judul_desa.belum_ada("desa", JUNI) == "Belum ada angka per desa untuk Juni 2026"
    assert judul_desa.teratas(10, "desa") == "10 desa dengan pekerja belum terlindungi terbanyak"
    assert judul_desa.teratas(1, "desa") == "Pekerja belum terlindungi di 1 desa"


# --- words


@pytest.mark.parametrize(
    ("jenis", "kata"),
    [
        (("DESA", "DESA"), "kampung"),
        (("DESA", "KELURAHAN"), "kampung/kelurahan"),  # a kelurahan is not counted as a kampung
        (("KELURAHAN",), "kelurahan"),
        ((), "kampung"),
    ],
)
def test_villages_are_called_what_they_are(jenis, kata):
    isi = [satu_desa("X", jenis=j) for j in jenis]
    assert desa.sebut_wilayah(isi, "Kampung", "Kelurahan") == kata


@pytest.mark.parametrize(
    ("seluruh", "aktif", "kalimat"),
    [
        (nilai(12150, 40000), 8433, "3.717 dari 12.150 peserta aktif di kabupaten belum diketahui desanya"),
        (nilai(8433, 40000), 8433, None),  # every participant stands in a village
        (nilai(None, None), 8433, None),  # the whole is not known
        (nilai(12150, 40000), None, None),  # no village has a figure: the page says that
    ],
)
def test_participants_of_no_village_are_named(seluruh, aktif, kalimat):
    teks = desa.kalimat_lepas(seluruh, aktif, "desa", "di kabupaten")
    assert teks[0].startswith(kalimat) if kalimat else teks == ()


# --- rows


def test_kecamatan_stand_by_people_and_a_ratio_of_some_villages_is_none():
    cakupan = [nilai(95, 300, "99.01.01", "KECAMATAN"), nilai(25, 100, "99.01.02", "KECAMATAN")]
    isi = desa.per_kecamatan(DELAPAN, cakupan, None, ())
    assert [(k.nama, k.aktif, k.belum, k.di_bawah(20)) for k in isi] == [("Awan", 95, 205, 1), ("Bumi", 25, 75, 1)]
    kurang = [*DELAPAN, baris("Enam", "99.01.02.2003", 6, None)]
    bumi = next(k for k in desa.per_kecamatan(kurang, cakupan, None, ()) if k.nama == "Bumi")
    assert (bumi.aktif, bumi.belum, bumi.persen) == (25, None, None)  # all participants over some of the workers


def test_what_does_not_meet():
    isi = [*DELAPAN, baris("Enam", "99.01.02.2003", 6, None)]
    ada = {b.desa.kode for b in isi}
    wilayah = {"sumber": "wilayah", "is_digantikan": False, "catatan": (
        "Batas desa: 5 dari 6 desa punya poligon.; Poligon yang tidak cocok dengan desa mana pun: Hutan · 9, Danau."
    )}  # fmt: skip
    peringatan = [
        {"nama": "desa_tidak_dikenal", "kalimat": "Kode desa 99.01.09.2001 …"},
        {"nama": "lonjakan", "kalimat": "x"},
    ]
    lepas = desa.tanpa_pasangan(
        isi, (ada - {"99.01.01.2001"}) | {"99.01.07.2001"}, ada, [wilayah], peringatan, "desa", False
    )
    assert lepas == {
        "1 desa tidak ada di peta karena belum punya batas": ["Satu (Awan), kode 99.01.01.2001"],
        "2 batas di peta tanpa desa pada daftar wilayah": ["99.01.07.2001", "Hutan · 9, Danau"],
        "1 kode pada kiriman tidak dikenal sebagai desa": ["Kode desa 99.01.09.2001 …"],
        "1 desa tanpa persentase karena belum punya penyebut": ["Enam (Bumi), kode 99.01.02.2003"],
    }
    assert desa.tanpa_pasangan(DELAPAN, ada, ada, [], [], "desa", False) == {}


# --- pictures


def test_map_title_names_kecamatan():
    """Ends are kecamatan; on a map of villages the bare name would be read as a village."""
    peta = desa_gambar.peta(DELAPAN, BATAS, "desa", "menurut KTP", JUNI, "", ("Awan", "Bumi"), ("Catatan.",))
    assert peta.judul == "Kecamatan Awan tertinggi, Bumi terendah"
    assert peta.catatan == ("Catatan.",)
    assert peta.wilayah[0].keterangan == "10 dari 100 pekerja, 90 belum terlindungi"


def test_map_of_counts_where_no_village_has_a_denominator():
    isi = [baris("Satu", "99.01.01.2001", 47, None), baris("Dua", "99.01.01.2002", 3, None)]
    peta = desa_gambar.peta(isi, BATAS, "desa", "menurut KTP", JUNI, "")
    assert (peta.satuan, peta.batas) == ("orang", (10, 20, 30, 40))
    assert peta.judul == "Peserta aktif per desa, Juni 2026" and "tidak ada persentase" in peta.subjudul


def test_strip_plot_has_a_row_per_kecamatan_and_names_the_lowest_three():
    isi = desa.per_kecamatan(DELAPAN, [], None, ())
    titik = desa_gambar.jalur(isi, "desa", JUNI, "")
    assert titik is not None
    assert [(k.nama, k.median) for k in titik.kelompok] == [("Awan", 30.0), ("Bumi", 18.0)]
    assert [t.nama for k in titik.kelompok for t in k.titik if t.sebut] == ["Satu", "Empat", "Lima"]  # 10, 28, 8 %
    assert titik.judul == "4 dari 5 desa belum mencapai target 50,0%" and titik.target == 50
    assert desa_gambar.jalur(isi[:1], "desa", JUNI, "") is None


def test_dot_plot_of_one_kecamatan_marks_the_village_looked_at():
    titik = desa_gambar.per_desa(DELAPAN[:3], "Awan", "desa", JUNI, "", "99.01.01.2002")
    assert titik is not None
    assert [t.nama for k in titik.kelompok for t in k.titik if t.sebut] == ["Dua"]


def test_list_of_the_ten_says_what_share_they_hold():
    kata = desa_tabel.keterangan_teratas(DELAPAN[:2], DELAPAN)  # 90 + 70 of 90 + 70 + 45 + 36 + 46
    assert kata == "Orang; garis tegak = target 50,0%; bersama 55% dari 287"
    html = desa_tabel.tabel_teratas(DELAPAN[:1], "desa", {"99.01.01.2001": "desa?wilayah=99.01.01.2001"})
    assert '<a href="desa?wilayah=99.01.01.2001"' in html and "<b>90</b>" in html


def test_a_kelurahan_has_no_village_budget():
    kelurahan = desa.Baris(satu_desa("Kota", jenis="KELURAHAN"), 5, nilai(5, 10))
    _, isi, _ = desa_tabel.tabel([kelurahan], "kelurahan", {"99.01.01.2001": "x"}, "APBDesa")
    assert isi[0].count("tidak berlaku") == 2
    assert [k.judul for k in desa_tabel.kartu(kelurahan, "Desa")] == [
        "Cakupan",
        "Belum terlindungi",
        "Penerima bantuan iuran",
    ]


def test_villages_hold_participants_of_unknown_village():
    assert desa_tabel.kalimat_jumlah(3717, "desa") == (
        "Belum terlindungi per desa masih memuat 3.717 peserta aktif yang desanya belum diketahui; "
        "jumlahnya lebih besar daripada angka kecamatan dan kabupaten."
    )
    assert desa_tabel.kalimat_jumlah(0, "desa") == ""


def test_participants_by_workplace_of_no_village_are_named():
    semua = nilai(8383, None)
    assert desa.kalimat_lepas_kerja(semua, 8020, "desa") == (
        "363 dari 8.383 peserta aktif menurut tempat kerja tidak tercatat pada desa di kabupaten.",
    )
    assert desa.kalimat_lepas_kerja(semua, 8383, "desa") == desa.kalimat_lepas_kerja(None, 1, "desa") == ()

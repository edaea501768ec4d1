"""What charts show: tables with true values, four signs kept apart, file names, and what a chart refuses to mix."""

from datetime import date

import pytest

from tests.ucj.contoh_grafik import BULAN, SEMUA, contoh_garis, contoh_kisi, contoh_panas, contoh_tangga
from ucj.charts import (
    DIRAHASIAKAN,
    TIDAK_BERLAKU,
    Bar,
    Batang,
    CampurBasis,
    Deret,
    Deskripsi,
    Garis,
    Kisi,
    Langkah,
    Lereng,
    Lereng1,
    Panas,
    Panel,
    Peristiwa,
    Tanda,
    Tangga,
)
from ucj.penolakan import Penolakan

KTP, KERJA = "DOMISILI", "TEMPAT_KERJA"


@pytest.mark.parametrize("nama", SEMUA)
def test_the_table_that_is_read_has_the_true_values_in_the_same_cells(nama):
    d = SEMUA[nama]()
    kolom, tertulis = d.tabel()
    isi = d.isi()
    assert [len(b) for b in isi] == [len(b) for b in tertulis] == [len(kolom)] * len(isi)
    for baris, baca in zip(isi, tertulis, strict=True):
        for k, nilai, kata in zip(kolom, baris, baca, strict=True):
            assert isinstance(kata, str)
            if nilai is None:
                assert kata == "…"
            elif isinstance(nilai, Tanda):
                assert kata == nilai
            elif isinstance(nilai, (int, float)):
                assert k.angka and any(c.isdigit() for c in kata) and "." not in kata.replace(".", "", 3)


@pytest.mark.parametrize("nama", SEMUA)
def test_every_form_has_words_for_those_who_do_not_see_it_and_a_file_name(nama):
    d = SEMUA[nama]()
    assert d.alt().startswith(d.judul) and len(d.alt()) > len(d.judul) + 10
    assert d.stem.isascii() and d.stem == d.stem.lower()


def test_four_signs_stay_apart():
    class Contoh(Deskripsi):
        def kolom(self):
            return Batang(judul="", subjudul="", baris=[]).kolom()

        def isi(self):
            return [["a", None], ["b", 0], ["c", DIRAHASIAKAN], ["d", TIDAK_BERLAKU]]

    _, baris = Contoh(judul="J", subjudul="S").tabel()
    assert [sel[1] for sel in baris] == ["…", "0", "<5", "tidak berlaku"]


def test_line_table_has_path_and_estimate_of_the_months_ahead():
    d = contoh_garis()
    assert [k.judul for k in d.kolom()] == [
        "Bulan", "Cakupan", "Target", "Perkiraan", "Batas bawah", "Batas atas", "Keterangan",
    ]  # fmt: skip
    _, baris = d.tabel()
    per_bulan = {b[0]: b[1:] for b in baris}
    assert baris[0][0] == "Juni 2026", "the newest measured month comes first"
    # 43,96 beside a target of 44,0 must not read 44,0
    assert per_bulan["Juni 2026"] == ["43,9%", "44,0%", "", "", "", ""]
    assert per_bulan["Maret 2026"] == ["…", "", "", "", "", "belum ada data"]
    assert per_bulan["Februari 2026"][-1] == "Perbup 12/2026"
    assert per_bulan["Desember 2026"] == ["", "50,0%", "45,0%", "43,0%", "46,0%", ""]
    assert d.isi()[0][:2] == [date(2026, 6, 1), 43.96]
    assert "Perkiraan Desember 2026: 45,0%, rentang 43,0% sampai 46,0%" in d.alt()


def test_small_multiples_with_one_path_have_one_column_for_it():
    assert [k.judul for k in contoh_kisi().kolom()][-2:] == ["Sektor 4", "Target"]


def test_slope_writes_changes_with_their_sign():
    _, baris = SEMUA["lereng"]().tabel()
    assert [b[-1] for b in baris] == ["+2,5", "0,0", "…"]  # −0,04 rounds to nothing and has no sign
    orang = Lereng(
        judul="J", subjudul="S", awal=date(2025, 12, 1), akhir=date(2026, 6, 1),
        baris=[Lereng1("A", 10, 12), Lereng1("B", 12, 10)],
    )  # fmt: skip
    assert [b[-1] for b in orang.tabel()[1]] == ["+2", "−2"]


def test_waterfall_adds_up():
    d = contoh_tangga()
    assert d.berjalan() == [40000, 33692, 11692, 12150, 12150, 12150]
    assert d.rentang() == [(0, 40000), (33692, 40000), (11692, 33692), (11692, 12150), (0, 12150), (12150, 40000)]
    assert [b[1] for b in d.tabel()[1]] == ["40.000", "−6.308", "−22.000", "458", "12.150", "27.850"]


@pytest.mark.parametrize(
    "langkah",
    [
        Langkah("Peserta aktif", 99, "jumlah"),  # the steps give 70
        Langkah("Belum", 31, "selisih"),  # 100 less 70 is 30
        Langkah("X", -1, "kurang"),
        Langkah("X", 1, "lain"),
    ],
)
def test_a_bar_that_the_steps_do_not_give_is_refused(langkah):
    with pytest.raises(ValueError):
        Tangga(judul="J", subjudul="S", langkah=[Langkah("A", 100, "awal"), Langkah("B", 30, "kurang"), langkah])


def test_heat_table_keeps_not_applicable_and_missing_apart():
    d = contoh_panas()
    assert d.isi() == [
        ["Dinas A", 40555, 88.0, "Perlu perhatian; kurang 41 orang", 2, ""],
        ["Dinas B", 0, TIDAK_BERLAKU, "", None, "Belum ada data"],
    ]
    assert d.tabel()[1][1] == ["Dinas B", "0", "tidak berlaku", "", "…", "Belum ada data"]
    assert [d.kelas(x) for x in (-20.1, -20, -5.1, -5, 0, 5, 5.1, 20, 20.1, None)] == [0, 1, 1, 2, 2, 2, 3, 3, 4, None]
    with pytest.raises(ValueError):
        Panas(judul="J", subjudul="S", kolom_panas=d.kolom_panas, baris=[type(d.baris[0])("X", ())])


@pytest.mark.parametrize(
    "buat",
    [
        lambda a, b: Batang(judul="Judul", subjudul="S", baris=[Bar("A", 1, basis=a), Bar("B", 2, basis=b)]),
        lambda a, b: Garis(judul="Judul", subjudul="S", deret=[Deret("A", BULAN[:1], (1,), basis=a)], basis=b),
        lambda a, b: Kisi(
            judul="Judul", subjudul="S",
            panel=[Panel(x, Deret(x, BULAN[:1], (1,), basis=x)) for x in (a, b)],
        ),
    ],
)  # fmt: skip
def test_a_chart_refuses_two_bases_and_says_why(buat):
    with pytest.raises(CampurBasis) as galat:
        buat(KTP, KERJA)
    assert isinstance(galat.value, Penolakan)
    assert str(galat.value) == (
        "Grafik “Judul” tidak digambar: angka menurut KTP dan menurut tempat kerja menghitung orang yang berbeda, "
        "sehingga tidak boleh berada dalam satu grafik. Buka keduanya sebagai dua grafik terpisah."
    )
    buat(KTP, KTP)
    buat(KTP, "")  # a bar without a basis is no other basis


def test_a_chart_refuses_two_target_series_and_says_why():
    with pytest.raises(CampurBasis, match="RPJMD dan RPJPD adalah dua seri target") as galat:
        Garis(judul="J", subjudul="S", deret=[Deret(s, BULAN[:1], (1,), seri=s) for s in ("RPJPD", "RPJMD")])
    assert "Pilih satu seri target" in str(galat.value)
    with pytest.raises(CampurBasis):
        Batang(judul="J", subjudul="S", baris=[Bar("A", 1, seri="RPJMD"), Bar("B", 1, seri="RPJPD")])


def test_limits_of_the_forms():
    with pytest.raises(ValueError):
        Garis(judul="J", subjudul="S", deret=[], peristiwa=tuple(Peristiwa(b, "x") for b in BULAN[:4]))
    with pytest.raises(ValueError):
        Kisi(judul="J", subjudul="S", panel=[Panel("A", Deret("A", (), ()))] * 13)
    with pytest.raises(ValueError):
        Lereng(judul="J", subjudul="S", awal=BULAN[0], akhir=BULAN[1], baris=[Lereng1("A", 1, 2)] * 16)


@pytest.mark.parametrize(
    ("judul", "nama", "hasil"),
    [
        ("Cakupan 41,2%: é", "", "cakupan-41-2-e-persen"),
        ("apa pun", "Peta Desa", "peta-desa"),
        ("…", "…", "grafik"),
        ("kata " * 40, "", "-".join(["kata"] * 16)),
    ],
)
def test_file_names_are_plain(judul, nama, hasil):
    assert Batang(judul=judul, subjudul="Persen", baris=[], nama_berkas=nama).stem == hasil

"""The screen: every form draws exactly the values of its description, with labels as text and nothing cut or hidden."""

import json
import re
from datetime import date, timedelta

import pytest

from tests.ucj.contoh_grafik import DEPAN, JALUR, SEMUA, contoh_batang, contoh_garis, contoh_segmen, contoh_tangga
from ucj.charts import Bar, Baris, Batang, Deret, Garis, Peristiwa, Sasaran, Titik, TitikNilai, layar, warna
from ucj.charts.layar.dasar import bungkus, make_skala, spread

DIGAMBAR = [n for n in SEMUA if n not in ("panas", "peta")]


def jejak(gambar, *nama: str) -> list:
    return [j for j in gambar.data if j.name in nama]


def angka_isi(d, *kolom: str) -> list:
    """The numbers of some columns of the table, sorted."""
    letak = [i for i, k in enumerate(d.kolom()) if k.judul in kolom]
    return sorted(b[i] for b in d.isi() for i in letak if isinstance(b[i], (int, float)))


def angka_gambar(gambar, sumbu: str, *nama: str) -> list:
    return sorted(n for j in jejak(gambar, *nama) for n in getattr(j, sumbu) if n is not None)


def tulisan(gambar) -> list[str]:
    return [a.text for a in gambar.layout.annotations]


# --- the same values as the table


def test_lines_carry_the_values_of_the_table():
    d = contoh_garis()
    g = layar.draw(d)
    assert angka_gambar(g, "y", "Cakupan") == angka_isi(d, "Cakupan")
    assert angka_gambar(g, "y", "Target") == angka_isi(d, "Target")
    (tengah,) = jejak(g, "perkiraan")
    assert list(tengah.x) == [date(2026, 6, 1), *DEPAN] and tengah.line.dash == "dash"
    assert sorted(tengah.y[1:]) == angka_isi(d, "Perkiraan") and tengah.y[0] == 43.96
    (pita,) = jejak(g, "rentang perkiraan")
    assert sorted(pita.y[1:-1]) == angka_isi(d, "Batas bawah", "Batas atas") and pita.fill == "toself"
    assert list(jejak(g, "belum ada data")[0].x) == [date(2026, 3, 1)]
    assert jejak(g, "belum ada data")[0].marker.pattern.shape == "/"


def test_bars_carry_the_values_of_the_table():
    for nama in ("batang", "peluru"):
        d = SEMUA[nama]()
        g = layar.draw(d)
        for kolom, jejak_ in (("Nilai", "nilai"), ("Target", "target"), ("Sebelumnya", "lalu")):
            assert angka_gambar(g, "x", jejak_) == angka_isi(d, kolom)
    assert list(jejak(layar.draw(contoh_batang()), "nilai")[0].x) == [40555, None, 0], "missing is no bar of 0"


def test_waterfall_carries_the_values_of_the_table():
    d = contoh_tangga()
    (batang,) = jejak(layar.draw(d), "langkah")
    assert list(batang.x) == [abs(b[1]) for b in d.isi()]
    assert [(a, a + x) for a, x in zip(batang.base, batang.x, strict=True)] == d.rentang()
    assert list(batang.marker.pattern.shape) == ["", "/", "/", "", "", ""], "what is taken away is hatched"
    assert tulisan(layar.draw(d)) == [
        "<b>40.000</b>",
        "−6.308",
        "<b>−22.000</b>",
        "+458",
        "<b>12.150</b>",
        "<b>27.850</b>",
    ]


def test_dots_carry_the_values_of_the_table():
    d = SEMUA["titik"]()
    g = layar.draw(d)
    assert angka_gambar(g, "x", "disebut", "lainnya") == angka_isi(d, "Nilai")
    assert list(jejak(g, "median")[0].x) == [36.25]
    assert jejak(g, "disebut")[0].customdata[0][1] == "99.01.01.2001", "what a click opens"
    assert "<b>Awal</b>" in tulisan(g) and "target 44,0%" in tulisan(g)
    d = SEMUA["sebar"]()
    g = layar.draw(d)
    assert angka_gambar(g, "x", "disebut", "lainnya") == [40.0, 80.0]  # one without both values is in the table only
    assert angka_gambar(g, "y", "disebut", "lainnya") == angka_isi(d, "Cakupan sasaran")
    assert {"kiri atas", "kanan atas", "kiri bawah", "kanan bawah", "<b>Dinas A</b>"} <= set(tulisan(g))


def test_slopes_and_panels_carry_the_values_of_the_table():
    d = SEMUA["lereng"]()
    g = layar.draw(d)
    assert sorted(n for j in g.data for n in j.y if n is not None) == angka_isi(d, "Desember 2025", "Juni 2026")
    assert jejak(g, "Tani")[0].line.color == warna.SOROT and jejak(g, "Dagang")[0].line.color == warna.SAMAR
    d = SEMUA["kisi"]()
    g = layar.draw(d)
    for i, p in enumerate(d.panel):
        assert angka_gambar(g, "y", p.nama) == [10.0 + i, 12.0 + i]
    rentang = {tuple(s.range) for s in g.select_yaxes()}
    assert len(rentang) == 1 and len(list(g.select_yaxes())) == 5, "the same scale in every panel"
    assert "Sektor 4 <b>16,0%</b>" in tulisan(g)


def test_a_label_is_never_rounded_up_to_its_target():
    assert "43,9%" in tulisan(layar.draw(SEMUA["peluru"]()))  # 43,96 of 44,0
    assert "<b>43,9%</b><br>kurang dari 0,1 persen poin" in tulisan(layar.draw(contoh_garis()))


def test_a_bar_below_zero_is_hatched_and_its_axis_begins_there():
    g = layar.draw(Batang(judul="J", subjudul="S", baris=[Bar("A", -5), Bar("B", 10)]))
    assert g.layout.xaxis.range[0] == -5
    assert list(jejak(g, "nilai")[0].marker.pattern.shape) == ["/", ""]
    assert tulisan(g) == ["−5", "10"]


# --- how it looks


@pytest.mark.parametrize("nama", DIGAMBAR)
def test_no_number_is_written_by_plotly_and_no_legend_is_shown(nama):
    tata = json.loads(layar.draw(SEMUA[nama]()).to_json())["layout"]
    assert tata.get("showlegend") is not True
    for sumbu in (v for k, v in tata.items() if re.fullmatch(r"[xy]axis\d*", k)):
        assert sumbu.get("tickmode") == "array" or sumbu["showticklabels"] is False


@pytest.mark.parametrize("nama", DIGAMBAR)
def test_the_projector_gets_larger_text_and_the_same_values(nama):
    d = SEMUA[nama]()
    kecil, besar = layar.draw(d), layar.draw(d, skala=2)
    assert besar.layout.height == 2 * kecil.layout.height
    assert besar.layout.font.size == 26
    assert all(a.font.size is None or a.font.size >= 24 for a in besar.layout.annotations)
    assert [j.y for j in besar.data] == [j.y for j in kecil.data]


def test_segments_differ_by_dash_first_and_their_labels_do_not_lie_over_each_other():
    g = layar.draw(contoh_segmen())
    assert [j.line.dash for j in g.data] == ["solid", "dash", "dot", "dashdot"]
    assert [j.line.color for j in g.data] == list(warna.SEGMEN.values())
    dekat = [a for a in g.layout.annotations if "JAKON" in a.text or "PMI" in a.text]
    assert abs((dekat[0].yshift or 0) - (dekat[1].yshift or 0)) >= 10  # 37,0 and 37,2 end on one pixel


def test_long_names_are_broken_and_never_cut():
    nama = "Dinas Koperasi, Usaha Kecil, Menengah, Perindustrian dan Perdagangan Kabupaten"
    g = layar.draw(Batang(judul="J", subjudul="S", baris=[Bar(nama, 1), Bar("B", 2)]))
    label = g.layout.yaxis.ticktext[0]
    assert label.replace("<br>", " ") == nama
    assert g.layout.height >= 2 * 16 * (label.count("<br>") + 1), "the row is as high as its label"
    assert bungkus("Satukatayangpanjangsekali", 5) == ["Satukatayangpanjangsekali"]


def test_deviation_from_the_path_stands_at_the_end_of_the_line():
    d = Garis(
        judul="J", subjudul="S", satuan="orang",
        deret=[Deret("Penerima", (date(2026, 1, 1), date(2026, 3, 1)), (100, 130))],
        sasaran=Sasaran(((date(2026, 1, 1), 100), (date(2026, 5, 1), 140))),
    )  # fmt: skip
    assert tulisan(layar.draw(d)) == ["Target 2026: 140", "<b>130</b><br>+10"]  # the path stands at 120 in March
    tanpa = Garis(judul="J", subjudul="S", deret=d.deret)
    assert tulisan(layar.draw(tanpa)) == ["<b>130</b>"]


def test_events_are_dated_and_stand_on_steps_of_their_own():
    peristiwa = (Peristiwa(date(2026, 3, 1), "Perbup <2>"), Peristiwa(date(2026, 2, 1), "Pembayaran"))
    d = Garis(
        judul="J", subjudul="S", deret=[Deret("A", (date(2026, 1, 1), date(2026, 4, 1)), (1, 2))], peristiwa=peristiwa
    )
    g = layar.draw(d)
    kata = {a.text: a.yshift for a in g.layout.annotations}
    assert kata["Pembayaran, Feb 2026"] > kata["Perbup &lt;2&gt;, Mar 2026"]
    assert [s.x0 for s in g.layout.shapes] == [date(2026, 2, 1), date(2026, 3, 1)]


def test_an_isolated_month_is_a_point():
    bulan = tuple(date(2026, 1, 1) + timedelta(days=31 * i) for i in range(4))
    bulan = tuple(b.replace(day=1) for b in bulan)
    g = layar.draw(Garis(judul="J", subjudul="S", deret=[Deret("A", bulan, (1, None, 3, 4))]))
    assert list(g.data[0].marker.size) == [7, 0, 0, 0]


def test_nothing_to_draw_is_still_a_figure():
    for d in (
        Batang(judul="J", subjudul="S", baris=[]),
        Garis(judul="J", subjudul="S", deret=[], sasaran=JALUR),
        Titik(judul="J", subjudul="S", kelompok=[Baris("A", (TitikNilai("X", None),))]),
        type(SEMUA["kisi"]())(judul="J", subjudul="S", panel=[]),
        type(SEMUA["lereng"]())(judul="J", subjudul="S", awal=DEPAN[0], akhir=DEPAN[1], baris=[]),
        type(SEMUA["tangga"]())(judul="J", subjudul="S", langkah=[]),
    ):
        assert layar.draw(d).layout.height >= 100
    with pytest.raises(TypeError):
        layar.draw(SEMUA["peta"]())


def test_scale_is_indonesian_and_holds_all_values():
    s = make_skala([0.2, 43.96], "persen")
    assert s.bawah <= 0.2 and s.atas > 43.96 and s.kata[:2] == ("0%", "20%")
    assert make_skala([1_000_000, 2_500_000], "Rp", nol=True).kata[1] == "Rp1,0 jt"
    assert make_skala([-12, 30], "orang").kata[0].startswith("−")
    assert make_skala([5, 5], "orang").atas > 5


def test_labels_are_spread_within_the_limits_in_their_order():
    hasil = spread([10, 11, 50], 16, 0, 100)
    assert hasil[1] - hasil[0] >= 16 and hasil[2] == 50
    hasil = spread([98, 99, 100], 16, 0, 100)
    assert hasil == [68, 84, 100]

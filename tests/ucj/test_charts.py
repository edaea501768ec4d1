"""Chart descriptions and their drawing: classes, tables, alternative text, nothing from outside, Indonesian numbers."""

import json
from datetime import date
from pathlib import Path

import pytest

from ucj import tren
from ucj.charts import Bar, Batang, Deret, Garis, Peta, Sasaran, Wilayah, layar, peta

BULAN = (date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1))


def kotak(kode: str, x: float, y: float) -> dict:
    """A square as ``read_batas`` gives it: clockwise."""
    titik = [[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]
    return {
        "type": "Feature",
        "properties": {"kode_desa": kode},
        "geometry": {"type": "MultiPolygon", "coordinates": [[titik]]},
    }


def contoh_peta(**lain) -> Peta:
    return Peta(
        judul="Cakupan per desa", subjudul="Persen", satuan="persen",
        wilayah=[Wilayah("99.01.01.2001", "Satu", "A", 20.0), Wilayah("99.01.01.2002", "Dua", "A", 19.99),
                 Wilayah("99.01.02.2001", "Tiga", "B", None), Wilayah("99.01.02.2002", "Tanpa poligon", "B", 104.0)],
        **lain,
    )  # fmt: skip


GEOJSON = {
    "type": "FeatureCollection",
    "features": [kotak("99.01.01.2001", 0, 0), kotak("99.01.01.2002", 1, 0), kotak("99.01.02.2001", 2, 0)],
}


def test_a_value_on_a_limit_belongs_to_the_upper_class():
    p = contoh_peta()
    assert [p.kelas(n) for n in (0, 19.99, 20, 39.9, 40, 60, 80, 100, 104, None)] == [0, 0, 1, 1, 2, 3, 4, 4, 4, None]


def test_class_names_say_the_limits():
    assert contoh_peta().nama_kelas() == ["di bawah 20%", "20–<40%", "40–<60%", "60–<80%", "80% ke atas"]
    jumlah = Peta(judul="", subjudul="", satuan="orang", wilayah=[], batas=(200, 400, 600, 800))
    assert jumlah.nama_kelas() == ["di bawah 200", "200–399", "400–599", "600–799", "800 ke atas"]


def test_map_table_names_what_has_no_data():
    kolom, baris = contoh_peta().tabel()
    assert [k.judul for k in kolom] == ["Desa", "Kecamatan", "Nilai", "Kelas"]
    assert baris[2] == ["Tiga", "B", "…", "belum ada data"]
    assert baris[3] == ["Tanpa poligon", "B", "104,0%", "80% ke atas"]  # above 100: shown, never clipped


def test_map_draws_no_data_white_and_dashed_and_asks_nobody():
    gambar = peta.draw_peta(contoh_peta(), peta.Batas(GEOJSON["features"]))
    lapis = {tuple(j["locations"]): j for j in json.loads(gambar.to_json())["data"] if j["type"] == "choropleth"}
    assert ("99.01.01.2001", "99.01.01.2002") in lapis
    kosong = lapis[("99.01.02.2001",)]
    assert kosong["colorscale"][0][1] == "#FFFFFF"
    tepi = ", ".join(str(int(kosong["marker"]["line"]["color"][i : i + 2], 16)) for i in (1, 3, 5))
    gaya = (Path(__file__).resolve().parents[2] / "ucj" / "gaya.css").read_text(encoding="utf-8")
    assert f"rgb({tepi})" in gaya and "stroke-dasharray" in gaya, "the style sheet dashes it, Plotly cannot"
    assert layar.CONFIG["topojsonURL"].startswith("data:") and layar.CONFIG["topojsonURL"].endswith("#")
    assert layar.CONFIG["showSendToCloud"] is False and layar.CONFIG["plotlyServerURL"] == ""


def test_kecamatan_border_leaves_out_the_edge_inside():
    kode = frozenset(f["properties"]["kode_desa"] for f in GEOJSON["features"])
    lon, lat = peta.Batas(GEOJSON["features"]).garis_kecamatan(kode)
    tepi = {frozenset(s) for s in zip(zip(lon, lat, strict=True), zip(lon[1:], lat[1:], strict=True), strict=False)}
    assert frozenset({(1, 0), (1, 1)}) not in tepi  # between two villages of one kecamatan
    assert frozenset({(2, 0), (2, 1)}) in tepi  # between two kecamatan


def test_bar_labels_and_hover_are_indonesian_and_literal():
    batang = Batang(
        judul="Judul", subjudul="Orang", satuan="orang",
        baris=[Bar("<b>Tani</b>", 40555, sorot=True, keterangan="Dinas Pertanian"), Bar("Dagang", None)],
    )  # fmt: skip
    gambar = json.loads(layar.draw(batang).to_json())
    assert gambar["layout"]["yaxis"]["ticktext"][0] == "&lt;b&gt;Tani&lt;/b&gt;"
    assert gambar["data"][0]["customdata"][0] == "<b>&lt;b&gt;Tani&lt;/b&gt;</b><br>40.555<br>Dinas Pertanian"
    assert [a["text"] for a in gambar["layout"]["annotations"]] == ["<b>40.555</b>", "…"]


def test_bar_table_has_every_figure_and_missing_is_not_zero():
    batang = Batang(judul="J", subjudul="S", satuan="persen", baris=[Bar("A", 43.96, target=44.0), Bar("B", None)])
    kolom, baris = batang.tabel()
    assert [k.judul for k in kolom] == ["Uraian", "Nilai", "Target"]
    assert baris == [["A", "43,9%", "44,0%"], ["B", "…", "…"]]


def test_line_shows_target_path_and_months_in_indonesian():
    garis = Garis(
        judul="Cakupan naik", subjudul="Persen", satuan="persen",
        deret=[Deret("Cakupan", BULAN, (40.0, None, 41.2))],
        sasaran=Sasaran(((BULAN[0], 40.0), (date(2026, 12, 1), 50.0))),
    )  # fmt: skip
    gambar = json.loads(layar.draw(garis).to_json())
    assert gambar["layout"]["xaxis"]["ticktext"] == ["Apr 2026", "Mei 2026", "Jun 2026", "Des 2026"]
    teks = [a["text"] for a in gambar["layout"]["annotations"]]
    # the path stands at 42,5 in June: a quarter of the way from 40 to 50
    assert teks == ["Target 2026: 50,0%", "<b>41,2%</b><br>−1,3 persen poin"]
    assert gambar["data"][1]["connectgaps"] is False  # a missing month is a hole, not a straight line
    assert garis.tabel()[1][0] == ["Juni 2026", "41,2%", ""]
    assert "Cakupan 41,2% pada Juni 2026" in garis.alt()


@pytest.mark.parametrize(
    ("satuan", "nilai", "tulisan"),
    [("Rp", 2_000_000_000, "Rp2,0 M"), ("orang", 15_000, "15.000"), ("persen", 41.2, "41,2%")],
)
def test_no_tick_is_left_to_plotly(satuan, nilai, tulisan):
    garis = Garis(judul="J", subjudul="S", satuan=satuan, deret=[Deret("X", BULAN, (nilai / 2, nilai, nilai))])
    gambar = json.loads(layar.draw(garis).to_json())
    assert gambar["layout"]["yaxis"]["tickmode"] == "array"
    assert gambar["layout"]["annotations"][0]["text"] == f"<b>{tulisan}</b>"


def test_alt_is_never_empty():
    kosong = Batang(judul="Judul", subjudul="S", baris=[])
    assert kosong.alt() == "Judul. Batang, 0 baris. Terbesar: tidak ada data."
    layar.draw(kosong)
    layar.draw(Garis(judul="Judul", subjudul="S", deret=[Deret("X", (), ())]))
    peta.draw_peta(contoh_peta(), peta.Batas())


def test_rings_are_turned_clockwise_or_the_village_would_fill_the_map(tmp_path):
    luar = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]  # against the clock, as RFC 7946 wants
    lubang = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]
    path = tmp_path / "batas-uji.geojson"
    fitur = {
        "type": "Feature",
        "properties": {"kode_desa": "99.01.01.2001"},
        "geometry": {"type": "Polygon", "coordinates": [luar, lubang]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [fitur]}), encoding="utf-8")
    (satu,) = peta.read_batas(path).fitur["99.01.01.2001"]["geometry"]["coordinates"]
    assert satu == [luar[::-1], lubang[::-1]]
    assert peta.read_batas(tmp_path / "tidak-ada.geojson").fitur == {}


def test_months_without_data_break_the_line():
    """Recaps of January and June say nothing of the months between them."""
    deret = Deret("Cakupan", (date(2026, 1, 1), date(2026, 6, 1)), (14.6, 16.2))
    gambar = layar.draw(Garis(judul="J", subjudul="S", satuan="persen", deret=[deret]))
    assert list(gambar.data[0].y) == [14.6, None, None, None, None, 16.2]
    assert gambar.data[0].mode == "lines+markers"  # both ends stand alone
    _, baris = Garis(judul="J", subjudul="S", satuan="persen", deret=[deret]).tabel()
    assert [sel[1] for sel in baris] == ["16,2%", "…", "…", "…", "…", "14,6%"]
    assert tren.catatan_bolong(deret.bulan) == ("Belum ada data untuk Februari 2026 sampai Mei 2026.",)
    assert tren.catatan_bolong(BULAN) == ()

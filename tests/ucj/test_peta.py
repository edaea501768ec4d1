"""The layout of the map: islands too far or too small stand in a frame, names do not hide each other."""

import json

from ucj.charts import Peta, Wilayah, peta
from ucj.charts.batas import Batas
from ucj.charts.tata_peta import Kotak


def kotak(kode: str, x: float, y: float, sisi: float = 1.0) -> dict:
    """A square as ``read_batas`` gives it: clockwise."""
    titik = [[x, y], [x, y + sisi], [x + sisi, y + sisi], [x + sisi, y], [x, y]]
    return {
        "type": "Feature",
        "properties": {"kode_desa": kode},
        "geometry": {"type": "MultiPolygon", "coordinates": [[titik]]},
    }


DARATAN = [kotak(f"99.01.0{i % 3 + 1}.20{i:02d}", i % 6, i // 6) for i in range(24)]  # 6 by 4 degrees
BAWEAN = [kotak("99.01.09.2001", 2, 20), kotak("99.01.09.2002", 3, 20)]  # far out at sea
MARATUA = [kotak("99.01.08.2001", 5.7, 4.6, 0.1), kotak("99.01.08.2002", 5.8, 4.6, 0.1)]  # near, but too small to see


def deskripsi(batas: Batas, **lain) -> Peta:
    wilayah = [Wilayah(k, k, f"Kec {k[:8]}", 30.0) for k in batas.fitur]
    return Peta(judul="J", subjudul="S", satuan="persen", wilayah=wilayah, **lain)


def test_an_island_far_away_does_not_make_the_map_mostly_sea():
    batas = Batas([*DARATAN, *BAWEAN])
    tata = batas.tata(frozenset(batas.fitur))
    assert tata.utama.y1 < 5 and not tata.kode_desa & {"99.01.09.2001", "99.01.09.2002"}
    (pulau,) = tata.pulau
    assert pulau.is_jauh and pulau.kode_desa == {"99.01.09.2001", "99.01.09.2002"}
    gambar = json.loads(peta.draw_peta(deskripsi(batas), batas).to_json())
    lapis = [j for j in gambar["data"] if j["type"] == "choropleth" and j["geo"] == "geo2"]
    assert lapis[0]["locations"] == ["99.01.09.2001", "99.01.09.2002"]  # a click there opens them as well
    assert gambar["layout"]["annotations"][0]["text"] == "Kec 99.01.09, letak dan skala berbeda"


def test_a_small_island_stands_in_its_place_and_once_more_larger():
    batas = Batas([*DARATAN, *MARATUA])
    tata = batas.tata(frozenset(batas.fitur))
    (pulau,) = tata.pulau
    assert not pulau.is_jauh and pulau.kode_desa <= tata.kode_desa
    gambar = json.loads(peta.draw_peta(deskripsi(batas), batas).to_json())
    if "geo2" in gambar["layout"]:  # only where a frame hides no village
        assert gambar["layout"]["annotations"][0]["text"] == "Kec 99.01.08, diperbesar"


def test_the_islands_of_one_kecamatan_need_no_frame():
    batas = Batas(BAWEAN)
    assert batas.tata(frozenset(batas.fitur)).pulau == ()


def test_every_map_has_its_own_domain():
    """Without one Plotly shares the height among all maps of a figure."""
    batas = Batas([*DARATAN, *BAWEAN])
    gambar = json.loads(peta.draw_peta(deskripsi(batas), batas).to_json())
    assert gambar["layout"]["geo"]["domain"] == {"x": [0, 1], "y": [0, 1]}
    kotak_kecil = gambar["layout"]["geo2"]["domain"]
    assert 0 < kotak_kecil["x"][0] < kotak_kecil["x"][1] < 1


def test_names_of_kecamatan_do_not_hide_each_other():
    batas = Batas(DARATAN)
    kode = frozenset(batas.fitur)
    nama = {k[:8]: "Nama Panjang" for k in kode}
    tempat = batas.tempat_nama(kode, nama, Kotak(-1, -1, 7, 5), 100, 12)
    lebar, tinggi = 12 * 12 * 0.52 / 100, 12 * 1.3 / 100
    isi = [Kotak(x - lebar / 2, y - tinggi / 2, x + lebar / 2, y + tinggi / 2) for x, y in tempat.values()]
    assert len(isi) == 3
    assert not any(a.overlap(b) for i, a in enumerate(isi) for b in isi[:i])


def test_borders_travel_with_the_villages_and_not_with_every_run():
    batas = Batas(DARATAN)
    isi = json.loads(batas.teks)
    assert {"99.01.01", "99.01.02", "99.01.03"} <= {f["properties"]["kode_desa"] for f in isi["features"]}
    spec = peta.draw_peta(deskripsi(batas), batas, "/media/batas.json").to_json()
    assert "coordinates" not in spec and "://" not in spec


def test_the_village_meant_is_outlined_and_one_kecamatan_names_its_villages():
    batas = Batas(DARATAN[::3])  # those of one kecamatan
    gambar = json.loads(peta.draw_peta(deskripsi(batas, sorot="99.01.01.2003"), batas).to_json())
    tepi = gambar["data"][-1]
    assert tepi["locations"] == ["99.01.01.2003"] and tepi["hoverinfo"] == "skip"
    nama = next(j for j in gambar["data"] if j.get("mode") == "text")
    assert "99.01.01.2003" in nama["text"]

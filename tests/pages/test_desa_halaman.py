"""The page Desa: the figures that a reader sees, counted by hand in kabupaten_uji.py and told by the command line."""

import json

import pytest

from tests.pages.kabupaten_uji import NAMA_JAHAT
from tests.pages.pembaca import gambar, judul, markah, terbaca
from tests.perintah import must


def test_finding_and_the_list_of_the_ten(buka):
    at = buka("desa")
    teks = terbaca(at)
    assert judul(at) == "Tidak ada dari 3 desa di bawah 20%"
    assert "3 desa dengan pekerja belum terlindungi terbanyak" in teks
    # 40 - 12, 30 - 8, 20 - 5; the target path stands at 50
    assert "Sukamaju Satu 30,0% 28 Mekarsari Satu 26,7% 22" in teks
    assert "garis tegak = target 50,0%" in teks
    assert "0 dari 3 desa yang punya penyebut mencapai ambang 60,0%" in teks
    assert "2 dari 30 peserta aktif di kabupaten belum diketahui desanya" in teks


def test_all_villages_with_the_money_of_their_budgets(buka):
    teks = terbaca(buka("desa"))
    assert "Sukamaju Satu 12 40 30,0% 28 Rp12.000.000 Rp3.000.000 4" in teks
    assert "Mekarsari Satu 8 30 26,7% 22 … … 0" in teks  # no budget delivered is not a budget of 0
    assert "Seberang Dua 3 … … … … … 0" in teks
    assert "Jumlah 28 90 65 Rp12.000.000 Rp3.000.000 4" in teks


def test_kecamatan_of_which_one_village_has_no_denominator_gives_no_percentage(buka):
    teks = terbaca(buka("desa"))
    # Satu: 12 + 8 of 40 + 30; Dua: 5 + 3 + 2 of unknown village, and workers of one village only
    assert "Satu 20 70 28,6% 50 0 dari 2 4" in teks
    assert "Dua 10 … … … 0 dari 1 0" in teks


def test_what_does_not_meet_is_listed(buka):
    teks = terbaca(buka("desa"))
    assert "1 desa tidak ada di peta karena belum punya batas Seberang (Dua), kode 99.02.02.2002" in teks
    assert "1 desa tanpa persentase karena belum punya penyebut Seberang (Dua)" in teks
    assert "1 kode pada kiriman tidak dikenal sebagai desa Kode desa 99.02.02.2999 pada peserta" in teks


def test_figures_are_those_of_the_indicator_command(buka, data_uji):
    teks = terbaca(buka("desa", wilayah="99.02.01"))
    keluaran = must(data_uji, "indicator", "--kode", "UCJ-01", "--per", "desa", "--format", "json")
    nilai = {n["kunci"]: n for n in json.loads(keluaran)}
    for kode, nama in (("99.02.01.2001", "Sukamaju"), ("99.02.01.2002", "Mekarsari")):
        n = nilai[kode]
        persen = f"{n['nilai']:.1f}".replace(".", ",")
        assert f"{nama} Satu {n['pembilang']} {n['penyebut']} {persen}% {n['penyebut'] - n['pembilang']}" in teks


def test_map_has_five_fixed_classes_and_no_outside_address(buka):
    at = buka("desa")
    spec = gambar(at)[0]
    lapis = {tuple(jejak["locations"]): jejak for jejak in json.loads(spec)["data"] if jejak["type"] == "choropleth"}
    isi = lapis["99.02.01.2001", "99.02.01.2002", "99.02.02.2001"]
    assert isi["geojson"].startswith("/") and "://" not in spec  # fetched from the app itself, never from outside
    assert ("99.02.01", "99.02.02") in lapis  # borders of the kecamatan, from the same file
    nama = next(jejak for jejak in json.loads(spec)["data"] if jejak.get("mode") == "text")
    assert sorted(nama["text"]) == ["Dua", "Satu"]
    assert "20–<40% · 3" in terbaca(at) and "belum ada data · 1" in terbaca(at)  # 30 %, 26,7 %, 25 %


def test_strip_plot_names_the_lowest(buka):
    titik = json.loads(gambar(buka("desa"))[1])
    assert titik["layout"]["yaxis"]["ticktext"] == ["Satu", "Dua"]  # 50 against 15 people not protected
    assert "3 dari 3 desa belum mencapai target 50,0%" in terbaca(buka("desa"))


def test_a_name_with_html_and_markdown_shows_literally(buka):
    at = buka("desa")
    assert NAMA_JAHAT in terbaca(at)
    assert "<b>Tebal</b>" not in markah(at)
    satu = buka("desa", wilayah="99.02.02.2001")
    assert judul(satu) == f"{NAMA_JAHAT} 25,0%, kurang 5 orang ke target Sem. I 2026"  # 50 % of 20 is 10
    assert "<b>Tebal" not in satu.title[0].value.replace("\\<", "")


def test_a_kecamatan_has_breadcrumb_dot_plot_and_links(buka):
    at = buka("desa", wilayah="99.02.01")
    teks = terbaca(at)
    assert judul(at) == "Tidak ada dari 2 desa di Kec. Satu di bawah 20%"
    assert "Kabupaten › Kec. Satu" in teks
    assert "Sukamaju" in teks and "Seberang" not in teks
    assert '<a href="desa?periode=2026-06' in markah(at)
    assert json.loads(gambar(at)[1])["layout"]["yaxis"]["ticktext"] == ["Sukamaju", "Mekarsari"]


def test_one_village_shows_its_path_and_its_neighbours(buka):
    at = buka("desa", wilayah="99.02.01.2001")
    teks = terbaca(at)
    assert judul(at) == "Sukamaju 30,0%, kurang 8 orang ke target Sem. I 2026"  # 50 % of 40 is 20
    assert "kode 99.02.01.2001" in teks
    assert "Kabupaten › Kec. Satu › Sukamaju" in teks
    assert "Belum terlindungi 28 orang" in teks and "Anggaran iuran APBDesa Rp12.000.000 terserap Rp3.000.000" in teks
    assert len(gambar(at)) == 3  # its path, the dots of its kecamatan, the map
    assert any("#C4500A" in isi for isi in gambar(at))  # the village is outlined on the map


def test_one_village_without_denominator_gives_a_count(buka):
    at = buka("desa", wilayah="99.02.02.2002")
    assert judul(at) == "Seberang: 3 peserta aktif; persentase belum dapat dihitung"


@pytest.mark.parametrize(("saring", "kalimat"), [
    # residents 21 to 30 are BPU: 5 in the village with the odd name, 3 in Seberang, 2 unknown
    ({"segmen": "BPU"}, "8 peserta aktif di 4 desa; persentase tidak dihitung"),
    ({"segmen": "BPU", "wilayah": "99.02.02"}, "8 peserta aktif di 2 desa di Kec. Dua; persentase tidak dihitung"),
    # of the 28 residents with a known village two work elsewhere
    ({"basis": "TEMPAT_KERJA"}, "26 peserta aktif di 4 desa; persentase tidak dihitung"),
])  # fmt: skip
def test_a_part_gives_counts_and_no_percentage(buka, saring, kalimat):
    at = buka("desa", **saring)
    assert judul(at) == kalimat
    badan = terbaca(at).removeprefix(judul(at))
    assert "Belum terlindungi" not in badan and "di bawah 20%" not in badan


def test_a_month_without_figures_by_village_is_one_clear_state(buka, data_dana):
    """That regency has no person list: no row of dots, no map of white villages."""
    at = buka("desa", data=data_dana)
    teks = terbaca(at)
    assert judul(at) == "Belum ada angka per desa/kelurahan untuk Juni 2026"
    assert "belum memuat peserta per desa/kelurahan" in teks and "daftar peserta BPJS Ketenagakerjaan" in teks
    assert gambar(at) == [] and "…" not in teks

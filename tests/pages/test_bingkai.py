"""The frame: filters in the URL and from page to page, bad links, no data, errors, names for screen readers."""

import json
import shutil
from pathlib import Path

import pytest

from etl import build, muat
from tests.pages.pembaca import judul, markah, terbaca
from ucj import peraturan

HALAMAN = [p.stem for p in sorted((Path(__file__).resolve().parents[2] / "pages").glob("*.py"))]


def test_a_link_reproduces_the_view_and_the_choice_is_carried_from_page_to_page(buka):
    at = buka("ringkasan", wilayah="99.02.01", periode="2025-12")
    for halaman in ("desa", "sektor", "desa", "ringkasan"):
        at.query_params.clear()  # Streamlit drops them when the page changes
        at.switch_page(f"pages/{halaman}.py").run()
        assert at.query_params["wilayah"] == "99.02.01", halaman
        assert at.query_params["periode"] == "2025-12", halaman
    assert "Kec. Satu" in judul(at)


def test_choosing_in_the_filter_changes_url_and_figures(buka):
    at = buka("desa")
    at.selectbox(key="saringan_wilayah").set_value("99.02.01").run()
    assert at.query_params["wilayah"] == "99.02.01"
    assert "Seberang" not in terbaca(at)
    at.selectbox(key="saringan_wilayah").set_value("").run()
    assert "wilayah" not in at.query_params
    assert "Seberang" in terbaca(at)


@pytest.mark.parametrize("nama", ["periode", "wilayah", "segmen", "opd", "basis"])
def test_a_value_that_does_not_exist_falls_back_with_a_note(buka, nama):
    at = buka("ringkasan", **{nama: "<script>ngawur</script>"})
    assert judul(at).startswith("Cakupan 30,0%")
    assert "dalam tautan tidak dikenal; yang ditampilkan:" in terbaca(at)
    assert "<script>ngawur" not in markah(at)


def test_a_semester_is_a_period_too(buka):
    at = buka("ringkasan", periode="2025-2")
    assert judul(at) == "Cakupan 25,0%, masih 15,0 persen poin di bawah target Sem. II 2025"


def test_a_page_ignores_no_filter_silently(buka):
    at = buka("opd", wilayah="99.02.01")
    assert at.selectbox(key="saringan_wilayah").disabled
    assert not at.selectbox(key="saringan_opd").disabled
    assert "Kec. Satu" not in terbaca(at)  # the sentence repeats only what the page obeys


def test_banner_only_on_simulated_data(buka):
    assert "DATA CONTOH" not in terbaca(buka("ringkasan"))


@pytest.mark.parametrize("halaman", HALAMAN)
def test_without_a_build_every_page_says_what_to_deliver(buka, tmp_path, halaman):
    peraturan.init(tmp_path, "umum", "99.03", "Kabupaten Kosong")
    at = buka(halaman, data=tmp_path)
    teks = terbaca(at)
    assert "Pantau UCJ Kabupaten Kosong" in teks
    if halaman in ("ringkasan", "sektor", "desa", "opd"):
        assert "belum ada data" in teks
        assert "Muat daftar desa dan kelurahan" in teks and "python -m etl build" in teks
        assert "Templat daftar wilayah" in [b.proto.label for b in at.get("download_button")]


@pytest.mark.parametrize("halaman", HALAMAN)
def test_without_a_profile_every_page_says_how_to_begin(buka, tmp_path, halaman):
    teks = terbaca(buka(halaman, data=tmp_path))
    assert "python -m etl init" in teks and "python -m etl demo" in teks


def test_an_error_gives_a_reference_number_and_no_trace(buka, data_uji, tmp_path):
    data = tmp_path / "rusak"
    (data / "terbit").mkdir(parents=True)
    (data / "profil.toml").write_bytes((data_uji / "profil.toml").read_bytes())
    (data / "terbit" / "ucj-rusak.duckdb").write_bytes(b"bukan basis data")
    (data / "terbit" / "TERKINI").write_text(json.dumps({"build": "rusak"}), encoding="utf-8")
    teks = terbaca(buka("ringkasan", data=data))
    assert "Halaman ini gagal ditampilkan" in teks and "Nomor rujukan" in teks
    assert "Traceback" not in teks and "duckdb" not in teks.lower()


def test_tables_are_tables_and_charts_have_an_alternative_text(buka):
    for halaman in ("ringkasan", "sektor", "desa", "opd"):
        at = buka(halaman)
        isi = markah(at)
        assert isi.count("<table") == isi.count("<caption>") >= 1
        assert 'scope="col"' in isi and 'scope="row"' in isi
        for grafik in at.get("plotly_chart"):
            assert grafik.proto.alt


def test_the_page_says_it_is_indonesian(buka):
    assert "document.documentElement.lang = 'id'" in markah(buka("ringkasan"))


def test_a_build_without_any_month_still_says_what_to_deliver(buka, tmp_path, data_uji):
    peraturan.init(tmp_path, "umum", "99.02", "Kabupaten Uji")
    muat.load(tmp_path, "wilayah", [data_uji / "kiriman" / "wilayah.csv"])
    build.build(tmp_path)
    for halaman in ("ringkasan", "desa"):
        teks = terbaca(buka(halaman, data=tmp_path))
        assert "belum ada data" in teks and "Muat data bulanan BPJS Ketenagakerjaan" in teks


def test_a_new_build_is_shown_at_once(buka, tmp_path, data_uji):
    data = tmp_path / "salinan"
    shutil.copytree(data_uji, data)
    assert judul(buka("ringkasan", data=data)).startswith("Cakupan 30,0%")
    baris = (data / "kiriman" / "penduduk_bekerja0.csv").read_text(encoding="utf-8")
    baru = data / "kiriman" / "penduduk_baru.csv"
    baru.write_text(baris.replace(",,,100\n", ",,,60\n"), encoding="utf-8")  # 30 of 60
    muat.load(data, "penduduk_bekerja", [baru])
    build.build(data)
    assert judul(buka("ringkasan", data=data)).startswith("Cakupan 50,0%")

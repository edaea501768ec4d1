"""The meeting view and frozen figures on every page, under AppTest on Kabupaten Uji."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from etl import beku, build, muat
from tests.pages.pembaca import judul, markah, terbaca

RAPAT = "Rapat 14 Juli"


@pytest.fixture
def data(data_uji: Path, tmp_path: Path) -> Path:
    shutil.copytree(data_uji, tmp_path / "data")
    return tmp_path / "data"


def publish_other_figures(data: Path) -> None:
    """30 of 60 instead of 30 of 100 from now on."""
    baris = (data / "kiriman" / "penduduk_bekerja0.csv").read_text(encoding="utf-8")
    baru = data / "kiriman" / "penduduk_baru.csv"
    baru.write_text(baris.replace(",,,100\n", ",,,60\n"), encoding="utf-8")
    muat.load(data, "penduduk_bekerja", [baru])
    build.build(data)


SEMUA = [
    ("1", "Posisi", "Belum sesuai rencana: kurang 20 orang dari target Sem. I 2026"),
    ("2", "Janji rapat lalu", "Belum ada keputusan rapat yang dicatat"),
    ("3", "Sektor", "71% dari 70 yang belum terlindungi ada di tanaman dan peternakan"),
    ("4", "Kecamatan dan desa", "Tidak ada desa di bawah 20% dari 3 yang dapat dihitung"),
    ("5", "OPD", "1 dari 2 OPD belum melindungi semua non-ASN: 3 orang"),
    ("6", "Dana", "Realisasi Januari–Mei 2026 mungkin belum dikirim; serapan belum dapat dinilai"),
    ("7", "Keputusan yang diusulkan", "keputusan diusulkan; yang terbesar menyangkut 50 orang"),
]


@pytest.mark.parametrize(("nomor", "nama", "kalimat"), SEMUA)
def test_a_link_opens_its_screen(buka, nomor: str, nama: str, kalimat: str) -> None:
    at = buka("rapat")
    at.query_params["layar"] = nomor
    at.run()
    assert kalimat in judul(at)
    assert f"{nomor} / 7 · {nama} · Kabupaten Uji" in terbaca(at)
    assert "Angka belum dibekukan." in terbaca(at)
    assert not at.selectbox  # no filters on it


def test_screens_are_walked_forward_and_back_and_the_address_follows(buka) -> None:
    at = buka("rapat")
    assert at.query_params["layar"] == "1" and at.button(key="rapat_mundur").disabled
    for nomor in range(2, 8):
        at.button(key="rapat_maju").click().run()
        assert at.query_params["layar"] == str(nomor)
    assert at.button(key="rapat_maju").disabled
    at.button(key="rapat_mundur").click().run()
    assert at.query_params["layar"] == "6"


@pytest.mark.parametrize(("minta", "hasil"), [("0", "1"), ("99", "7"), ("-1", "1"), ("abc", "1"), ("9" * 40, "1")])
def test_a_screen_that_does_not_exist_falls_back(buka, minta: str, hasil: str) -> None:
    at = buka("rapat")
    at.query_params["layar"] = minta
    at.run()
    assert at.query_params["layar"] == hasil


def test_the_meeting_ignores_filters_and_gives_them_back(buka) -> None:
    at = buka("ringkasan", periode="2025-12", wilayah="99.02.01")
    at.switch_page("pages/rapat.py").run()
    assert "30 Juni 2026" in terbaca(at) and "kurang 20 orang" in judul(at)
    assert "periode" not in at.query_params and "wilayah" not in at.query_params
    at.query_params.clear()  # Streamlit drops them when the page changes
    at.switch_page("pages/ringkasan.py").run()
    assert at.query_params["periode"] == "2025-12" and "Kec. Satu" in judul(at)


def test_size_is_chosen_and_kept_in_the_address(buka) -> None:
    at = buka("rapat")
    assert "rapat-proyektor" in markah(at)
    at.button(key="rapat_besar").click().run()
    assert "rapat-tv" in markah(at) and at.query_params["ukuran"] == "tv"
    at.button(key="rapat_maju").click().run()
    assert "rapat-tv" in markah(at)
    at.button(key="rapat_besar").click().run()
    assert "rapat-proyektor" in markah(at) and "ukuran" not in at.query_params


# --- frozen figures


def test_frozen_figures_stay_on_every_page_after_another_publish(buka, data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT, date(2026, 7, 14))
    publish_other_figures(data)
    assert judul(buka("ringkasan", data=data)).startswith("Cakupan 50,0%")
    at = buka("ringkasan", data=data, beku=satu.id)
    assert judul(at).startswith("Cakupan 30,0%")
    assert f"Angka dibekukan untuk {RAPAT} (terbitan {satu.build}), 14 Juli 2026" in terbaca(at)
    assert "Lihat angka terbaru" in terbaca(at)
    for halaman in ("desa", "sektor", "rapat", "ringkasan"):
        at.query_params.clear()
        at.switch_page(f"pages/{halaman}.py").run()
        assert at.query_params["beku"] == satu.id, halaman
        assert "dibekukan" in terbaca(at), halaman
    assert judul(at).startswith("Cakupan 30,0%")
    assert f"beku={satu.id}" in markah(at)  # links name the frozen build


def test_targets_of_the_profile_stay_too(buka, data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT)
    with (data / "profil.toml").open("a", encoding="utf-8") as berkas:
        berkas.write("istilah.desa = 'Kampung'\npeta.batas = [30, 40, 60, 80]\n")
    assert "kampung" in judul(buka("desa", data=data))
    assert "desa di bawah 20%" in judul(buka("desa", data=data, beku=satu.id))


def test_frozen_meeting_names_its_freezing(buka, data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT, date(2026, 7, 14))
    at = buka("rapat", data=data, beku=satu.id)
    assert f"Angka dibekukan 14 Juli 2026 untuk {RAPAT}." in terbaca(at)
    at.query_params["layar"] = "7"
    at.run()
    assert "31 Juli 2026" in terbaca(at)  # due dates count from the day of freezing


@pytest.mark.parametrize("id_beku", ["tidak-ada-123456", "../terbit", "<b>x</b>"])
def test_an_unknown_frozen_build_is_an_error_and_never_other_figures(buka, id_beku: str) -> None:
    at = buka("ringkasan", beku=id_beku)
    teks = terbaca(at)
    assert "Angka beku" in teks and "Lihat angka terbaru" in teks
    assert "Cakupan" not in judul(at) and "<b>x" not in markah(at)


def test_a_damaged_frozen_build_is_an_error(buka, data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT)
    (data / "beku" / satu.id / f"ucj-{satu.build}.duckdb").write_bytes(b"rusak")
    teks = terbaca(buka("ringkasan", data=data, beku=satu.id))
    assert "rusak: isi berkas" in teks and "angka terbaru tidak terpengaruh" in teks


@pytest.mark.parametrize("halaman", ["rapat", "ringkasan"])
def test_the_button_freezes_and_gives_the_link(buka, data: Path, halaman: str) -> None:
    at = buka(halaman, data=data)
    at.text_input(key=f"beku_nama_{halaman}").set_value(RAPAT)
    at.button(key=f"beku_{halaman}").click().run()
    ((satu,), _) = beku.daftar(data)
    assert satu.nama == RAPAT
    assert f"rapat?beku={satu.id}" in markah(at) and "Tautan untuk dibagikan" in terbaca(at)


def test_the_button_says_why_not(buka, data: Path) -> None:
    at = buka("rapat", data=data)
    at.button(key="beku_rapat").click().run()
    assert "Nama tidak boleh kosong" in terbaca(at)
    at.text_input(key="beku_nama_rapat").set_value("--daftar")  # a name, never an option
    at.button(key="beku_rapat").click().run()
    assert [b.nama for b in beku.daftar(data)[0]] == ["--daftar"]

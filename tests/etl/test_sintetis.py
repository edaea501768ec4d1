"""Simulated deliveries: a plausible regency, the same bytes every time, loaded like real ones and marked."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import shapely

from etl import kiriman, muat
from etl.kontrak import SUMBER
from etl.sintetis import demo
from etl.sintetis.acuan import PENANDA
from etl.sintetis.berkas import write
from etl.sintetis.daerah import read_daerah
from etl.sintetis.kepesertaan import Kepesertaan
from etl.sintetis.pemuatan import make_rencana
from etl.sintetis.penyebut import split
from etl.sintetis.rencana import Dunia
from etl.sintetis.skenario import Skenario
from tests.skenario_contoh import make_skenario
from ucj.penolakan import Penolakan
from ucj.peraturan import init, list_profil

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="module")
def skenario(tmp_path_factory) -> Skenario:
    return make_skenario(tmp_path_factory.mktemp("skenario"))


@pytest.fixture(scope="module")
def kepesertaan(skenario) -> Kepesertaan:
    return Dunia(skenario).kepesertaan


@pytest.fixture(scope="module")
def contoh(tmp_path_factory) -> Path:
    """A data folder with four months of Kabupaten Contoh."""
    data = tmp_path_factory.mktemp("contoh") / "data"
    demo(data, jumlah_bulan=4)
    return data


# --- the regency -------------------------------------------------------------------------------------------------


def test_the_fictional_regency(skenario):
    wilayah = skenario.daerah.wilayah
    assert (skenario.daerah.kode, skenario.daerah.nama) == ("99.01", "Kabupaten Contoh")
    assert len(wilayah) == 60
    assert wilayah["kode_kecamatan"].n_unique() == 8
    assert set(wilayah["jenis"]) == {"DESA", "KELURAHAN"}
    assert wilayah["kode_desa"].is_unique().all()
    assert wilayah["kode_desa"].str.contains(r"^99\.01\.\d{2}\.[12]\d{3}$").all()
    # some names occur in two kecamatan, as in every real regency
    assert 0 < wilayah["nama_desa"].is_duplicated().sum() < 12
    assert wilayah.select("kode_kecamatan", "nama_desa").is_unique().all()


def test_borders_are_shared_and_one_island_lies_apart(skenario):
    features = json.loads(skenario.daerah.batas)["features"]
    petak = [shapely.geometry.shape(f["geometry"]) for f in features]
    assert [f["properties"]["KODE"] for f in features] == skenario.daerah.wilayah["kode_desa"].to_list()
    assert all(shapely.is_valid(petak))
    assert shapely.coverage_is_valid(petak)  # no overlap, no crack
    darat = shapely.get_parts(shapely.union_all(petak))
    assert len(darat) == 2
    assert all(len(bagian.interiors) == 0 for bagian in darat)  # no hole
    pulau = min(darat, key=lambda bagian: bagian.area)
    assert sum(pulau.covers(p.representative_point()) for p in petak) == 2


def test_people_are_valid_in_form_and_nobody_occurs_twice(kepesertaan):
    orang = kepesertaan.orang
    assert orang["nik"].is_unique().all()
    assert orang["nik"].str.contains(r"^990[12]\d{12}$").all()
    hari = orang["nik"].str.slice(6, 2).cast(pl.Int32)
    assert ((hari > 40) == (orang["jenis_kelamin"] == "P")).all()
    lahir = pl.select(pl.format("{}{}", (hari - 1) % 40 + 1, orang["nik"].str.slice(8, 4))).to_series()
    assert (lahir.str.zfill(6) == orang["tanggal_lahir"].dt.strftime("%d%m%y")).all()


def test_subsidised_cover_follows_the_budget_year(skenario, kepesertaan):
    rentan = (kepesertaan.baris["subkategori"] == "BPU-RENTAN").to_numpy()
    aktif = {bulan: int((kepesertaan.aktif(skenario, m) & rentan).sum()) for m, bulan in enumerate(skenario.bulan)}
    # paid until December, three unpaid months, paid again from April
    assert aktif[date(2025, 3, 1)] < aktif[date(2025, 2, 1)] * 0.6
    assert aktif[date(2025, 4, 1)] > aktif[date(2025, 3, 1)] * 1.6


def test_participation_rises_slowly(skenario, kepesertaan):
    jumlah = [kepesertaan.orang[kepesertaan.baris["orang"].to_numpy()[kepesertaan.aktif(skenario, m)]]["nik"].n_unique()
              for m in (11, 23)]  # fmt: skip
    assert 1.02 < jumlah[1] / jumlah[0] < 1.25


def test_two_segments_and_people_from_outside(kepesertaan):
    assert kepesertaan.baris["orang"].is_duplicated().sum() > 50
    assert 0.02 < (kepesertaan.orang["desa"] == -1).mean() < 0.08


def test_split_adds_up():
    assert split(10, np.array([1.0, 1.0, 1.0])).tolist() == [4, 3, 3]


# --- the files ---------------------------------------------------------------------------------------------------


def write_all(skenario: Skenario, folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    rencana = make_rencana(skenario, None, folder)
    return {p.name: p.read_bytes() for k in rencana for p in [write(s, folder) for s in k.buat()]}


def test_the_same_choices_give_the_same_bytes(tmp_path):
    pertama = write_all(make_skenario(tmp_path / "a", jumlah_bulan=1), tmp_path / "1")
    kedua = write_all(make_skenario(tmp_path / "b", jumlah_bulan=1), tmp_path / "2")
    lain = write_all(make_skenario(tmp_path / "c", jumlah_bulan=1, benih=2), tmp_path / "3")
    assert pertama == kedua
    assert not {
        nama for nama in pertama if nama.startswith(("peserta", "rekap", "daftar")) and pertama[nama] == lain[nama]
    }


def test_deliveries_end_with_june_2026_and_come_in_order(skenario, tmp_path):
    rencana = make_rencana(skenario, None, tmp_path)
    assert skenario.bulan[-1] == date(2026, 6, 1)
    assert {k.sumber for k in rencana} == set(SUMBER)
    tanggal = [k.diterima for k in rencana]
    assert tanggal == sorted(tanggal)
    assert tanggal[-1] < date(2026, 7, 31)
    rekap = [k.diterima for k in rencana if k.sumber == "rekap_bpjs"]
    assert sum(d.day > 15 for d in rekap) >= 3  # some recaps come after the 15th
    assert date(2026, 2, 12) in rekap  # November's came in February


# --- loaded ------------------------------------------------------------------------------------------------------


def test_every_source_is_loaded_and_says_that_it_is_simulated(contoh):
    semua = kiriman.daftar(contoh)
    assert {k.sumber for k in semua} == set(SUMBER)
    assert all(k.simulasi for k in semua)
    for k in semua:
        assert k.dibaca == k.dimuat + k.disisihkan, k.berkas
        assert k.dimuat > 0
        assert k.pengirim
    disisihkan = {k.sumber for k in semua if k.disisihkan}
    assert {"wilayah", "peserta", "pekerja_binaan", "penerima_bantuan", "pemberi_kerja"} <= disisihkan
    alasan = {kode for k in semua for kode in k.alasan}
    assert {"NIK_TIDAK_SAH", "NIK_ANGKA", "KOLOM_KOSONG", "KODE_BPS", "KODE_TIDAK_DIKENAL", "GANDA"} <= alasan
    assert "NILAI_DI_LUAR_BATAS" in alasan
    # wrong rows are the exception
    assert sum(k.disisihkan for k in semua) < sum(k.dibaca for k in semua) * 0.02


def test_first_row_of_every_file_names_the_simulation(contoh):
    for path in (contoh / "raw").rglob("*.csv"):
        assert path.read_text(encoding="utf-8-sig").startswith(PENANDA), path.name


def test_boundaries_of_all_villages_are_loaded(contoh):
    (wilayah,) = kiriman.daftar(contoh, "wilayah")
    features = json.loads(kiriman.path_batas(contoh, wilayah).read_text())["features"]
    assert len(features) == 60


def test_it_is_published(contoh):
    status = kiriman.status(contoh)
    assert status["kode"] == "99.01"
    assert status["build"] is not None
    assert status["langkah"] == []


def snapshot(data: Path) -> dict[Path, bytes]:
    return {p: p.read_bytes() for p in data.rglob("*") if p.is_file()}


def test_running_again_changes_nothing(contoh):
    sebelum = snapshot(contoh)
    demo(contoh, jumlah_bulan=4)
    assert snapshot(contoh) == sebelum


def test_other_choices_are_refused(contoh):
    with pytest.raises(Penolakan, match="pilihan lain"):
        demo(contoh, jumlah_bulan=4, benih=2)


def test_a_folder_with_other_deliveries_is_refused(tmp_path, contoh):
    data = tmp_path / "data"
    init(data, "umum", "99.01", "Kabupaten Contoh")
    asing = tmp_path / "wilayah.csv"
    asing.write_text("kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n99.01.01.2001,A,DESA,99.01.01,B\n")
    muat.load(data, "wilayah", [asing])
    sebelum = snapshot(data)
    with pytest.raises(Penolakan, match="bukan data contoh"):
        demo(data, jumlah_bulan=1)
    assert snapshot(data) == sebelum


def test_an_interrupted_run_is_taken_up_again(tmp_path, monkeypatch):
    data, asli, hitung = tmp_path / "data", muat.load, []

    def gagal(*args, **kwargs):
        hitung.append(args)
        if len(hitung) == 6:
            raise KeyboardInterrupt
        return asli(*args, **kwargs)

    monkeypatch.setattr(muat, "load", gagal)
    with pytest.raises(KeyboardInterrupt):
        demo(data, jumlah_bulan=1)
    assert len(kiriman.daftar(data)) == 5
    monkeypatch.setattr(muat, "load", asli)
    demo(data, jumlah_bulan=1)
    assert {k.sumber for k in kiriman.daftar(data)} == set(SUMBER)


@pytest.mark.parametrize("profil", [p for p in list_profil() if p != "umum"])
def test_every_shipped_profile_works(profil, tmp_path):
    demo(tmp_path, profil=profil, jumlah_bulan=1)
    status = kiriman.status(tmp_path)
    assert (status["profil"], status["kode"]) == (profil, "99.01")
    assert status["build"] is not None


# --- a real set of villages --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("profil", "kode", "jumlah"), [("lumajang", "35.08", 205), ("berau", "64.03", 110)])
def test_a_real_set_of_villages(profil, kode, jumlah, tmp_path):
    desa = SHARED / "regions" / "villages.csv"
    if not desa.exists():
        pytest.skip("no village list beside the project")
    demo(
        tmp_path,
        profil=profil,
        wilayah=desa,
        batas=SHARED / "boundaries" / f"{kode}.villages.geojson",
        jumlah_bulan=1,
    )
    assert kiriman.status(tmp_path)["kode"] == kode
    (wilayah,) = kiriman.daftar(tmp_path, "wilayah")
    assert wilayah.dimuat == jumlah
    features = json.loads(kiriman.path_batas(tmp_path, wilayah).read_text())["features"]
    assert len(features) == jumlah


DAFTAR = """code,name,kind,district_code,district_name,regency_code,regency_name
11.01.01.2001,A,desa,11.01.01,Awal,11.01,Kabupaten Satu
11.01.01.1002,B,kelurahan,11.01.01,Awal,11.01,Kabupaten Satu
12.02.01.2001,C,desa,12.02.01,Akhir,12.02,Kabupaten Dua
"""


def read(tmp_path: Path, kode: str | None, isi: str = DAFTAR):
    (tmp_path / "desa.csv").write_text(isi)
    return read_daerah(np.random.default_rng(1), tmp_path / "desa.csv", kode, "Nama Profil")


def test_the_most_frequent_regency_without_a_code_of_the_profile(tmp_path):
    daerah = read(tmp_path, None)
    assert (daerah.kode, daerah.nama) == ("11.01", "Kabupaten Satu")
    assert daerah.wilayah["jenis"].to_list() == ["KELURAHAN", "DESA"]


def test_the_regency_of_the_profile(tmp_path):
    assert read(tmp_path, "12.02").kode == "12.02"


def test_a_list_without_the_regency_of_the_profile_is_refused(tmp_path):
    with pytest.raises(Penolakan, match=r"35\.08"):
        read(tmp_path, "35.08")


def test_canonical_columns_are_taken_as_they_are(tmp_path):
    isi = "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n11.01.01.2001,A,Desa,11.01.01,Awal\n"
    daerah = read(tmp_path, "11.01", isi)
    assert (daerah.kode, daerah.nama, len(daerah.wilayah)) == ("11.01", "Nama Profil", 1)


@pytest.mark.parametrize("isi", ["kode,apa\n1,2\n", "code,name,kind,district_code,district_name\nx,A,desa,y,B\n"])
def test_a_list_that_is_none_is_refused(isi, tmp_path):
    with pytest.raises(Penolakan):
        read(tmp_path, None, isi)


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [({"skala": "besar"}, "Skala"), ({"jumlah_bulan": 0}, "Jumlah bulan"), ({"batas": Path("x")}, "--wilayah")],
)
def test_wrong_choices_are_refused(pilihan, kata, tmp_path):
    with pytest.raises(Penolakan, match=kata):
        demo(tmp_path, **pilihan)

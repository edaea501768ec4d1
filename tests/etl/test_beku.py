"""A frozen build keeps its figures and its rules whatever is loaded, published, undone or rolled back afterwards."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from etl import beku, terbit
from etl.build import build
from etl.muat import load
from tests.pelaksana import MATI, Pelaksana
from tests.perintah import must, run
from ucj.db import open_beku, open_terbitan
from ucj.hitung import hitung
from ucj.penolakan import Penolakan
from ucj.penunjuk import CATATAN_BEKU, Beku, check_beku, folder_beku, read_beku, read_penunjuk
from ucj.peraturan import init, load_profil

RAPAT = "Rapat 14 Juli"
KEPALA = "bulan,nik,segmen,program,kode_desa,sektor\n"


def write_peserta(path: Path, jumlah: int) -> Path:
    """A list of June with so many people, so that a figure tells which delivery is in force."""
    path.write_text(
        KEPALA + "".join(f'2026-06,990601150190{n:04d},PU,"JKK,JKM",99.06.01.2001,C\n' for n in range(1, jumlah + 1))
    )
    return path


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with 30 people at work and boundaries."""
    folder = tmp_path_factory.mktemp("beku")
    data = folder / "data"
    init(data, "umum", "99.06", "Kabupaten Beku")
    wilayah, batas = folder / "wilayah.csv", folder / "batas.geojson"
    wilayah.write_text(
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n99.06.01.2001,Satu,DESA,99.06.01,Kecamatan\n"
    )
    batas.write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kode":"99.06.01.2001"},"geometry":'
        '{"type":"Polygon","coordinates":[[[112,-8],[112.1,-8],[112.1,-7.9],[112,-7.9],[112,-8]]]}}]}'
    )
    load(data, "wilayah", [wilayah], batas=batas)
    load(data, "peserta", [write_peserta(folder / "peserta.csv", 30)])
    build(data)
    return data


@pytest.fixture
def data(asal: Path, tmp_path: Path) -> Path:
    shutil.copytree(asal, tmp_path / "data")
    return tmp_path / "data"


def count_frozen(data: Path, satu: Beku) -> int:
    """The people at work as the frozen build says."""
    terbitan = open_beku(data, satu)
    profil = load_profil(folder_beku(data, satu.id), folder_beku(data, satu.id) / "ref", satu.tanggal)
    (nilai,) = hitung(terbitan, profil, None, "UCJ-02", "kabupaten")
    terbitan.close()
    return int(nilai.pembilang or 0)


def count_published(data: Path) -> int:
    terbitan = open_terbitan(data)
    assert terbitan is not None
    (nilai,) = hitung(terbitan, load_profil(data), None, "UCJ-02", "kabupaten")
    terbitan.close()
    return int(nilai.pembilang or 0)


def test_frozen_figures_outlive_every_build_that_follows(data: Path, tmp_path: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT)
    load(data, "peserta", [write_peserta(tmp_path / "baru.csv", 40)])
    for _ in range(terbit.DISIMPAN + 2):  # the build that was frozen is pruned from the published ones
        build(data)
    assert satu.build not in terbit.list_build(data)
    assert (count_published(data), count_frozen(data, satu)) == (40, 30)
    terbit.rollback(data)
    must(data, "undo")
    assert count_frozen(data, satu) == 30
    assert open_beku(data, satu).path_batas.is_file()  # the map of that day too


def test_the_profile_of_that_day_stays_in_force(data: Path) -> None:
    profil = data / "profil.toml"
    profil.write_text(
        profil.read_text() + "desa.ambang_cakupan = [{ nilai = 50 }, { nilai = 55, berlaku_dari = 2026-07-15 }]\n"
    )
    satu, _ = beku.freeze(data, RAPAT, date(2026, 7, 14))
    profil.write_text(profil.read_text().replace("50", "70").replace("55", "75"))
    folder = folder_beku(data, satu.id)

    assert load_profil(data)["desa.ambang_cakupan"] == 75
    beku_profil = load_profil(folder, folder / "ref", satu.tanggal)
    assert beku_profil["desa.ambang_cakupan"] == 50  # nor does the rule of the day after come into force
    assert beku_profil.hash == satu.hash_profil


def test_the_same_name_again_changes_nothing_and_other_figures_need_another_name(data: Path) -> None:
    satu, is_baru = beku.freeze(data, RAPAT)
    lagi, is_baru_lagi = beku.freeze(data, "  rapat 14  JULI ")
    assert (is_baru, is_baru_lagi, lagi) == (True, False, satu)
    build(data)
    with pytest.raises(Penolakan, match="sudah dipakai untuk terbitan lain"):
        beku.freeze(data, RAPAT)
    dua, _ = beku.freeze(data, "Rapat 21 Juli")
    assert [b.id for b in beku.daftar(data)[0]] == [satu.id, dua.id]


def test_a_changed_profile_makes_other_figures_of_the_same_build(data: Path) -> None:
    beku.freeze(data, RAPAT)
    (data / "profil.toml").write_text((data / "profil.toml").read_text() + "desa.ambang_cakupan = 50\n")
    with pytest.raises(Penolakan, match="sudah dipakai untuk profil lain"):
        beku.freeze(data, RAPAT)


def test_the_id_of_a_link_never_names_other_figures_later(data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT)
    assert satu.id.startswith("rapat-14-juli-")
    beku.release(data, RAPAT)
    build(data)
    dua, _ = beku.freeze(data, RAPAT)
    assert dua.id != satu.id
    with pytest.raises(Penolakan, match="tidak ada atau sudah dilepas"):
        read_beku(data, satu.id)


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [
        ("", "tidak boleh kosong"),
        ("   ", "tidak boleh kosong"),
        ("x" * 61, "terlalu panjang"),
        ("Rapat\u200b", "tidak tampak"),
    ],
)
def test_a_name_that_cannot_be_used_is_refused(data: Path, nama: str, sebab: str) -> None:
    with pytest.raises(Penolakan, match=sebab):
        beku.freeze(data, nama)
    assert not (data / "beku").exists()


@pytest.mark.parametrize("nama", ["--daftar", "Rapat/../../etc", "Évaluasi № 2", "会議", ".", "Kerja bakti"])
def test_any_other_name_is_a_name_and_never_a_path(data: Path, nama: str) -> None:
    must(data, "freeze", "--", nama)
    ((satu,), rusak) = beku.daftar(data)
    assert satu.nama == nama and not rusak
    assert [p.name for p in (data / "beku").iterdir()] == [satu.id]
    must(data, "freeze", f"--lepas={nama}")
    assert list((data / "beku").iterdir()) == []


def test_nothing_published_is_refused(tmp_path: Path) -> None:
    init(tmp_path, "umum", "99.06", "Kabupaten Beku")
    jawaban = run(tmp_path, "freeze", RAPAT)
    assert jawaban.status == 1 and "Belum ada terbitan" in jawaban.galat


@pytest.mark.parametrize("kata", [(), (RAPAT, "--daftar"), ("--daftar", "--lepas", RAPAT)])
def test_one_thing_at_a_time(data: Path, kata: tuple[str, ...]) -> None:
    assert run(data, "freeze", *kata).status == 2


def test_command_line_lists_and_releases(data: Path) -> None:
    assert "Belum ada angka yang dibekukan" in must(data, "freeze", "--daftar")
    satu = json.loads(must(data, "freeze", RAPAT, "--format", "json"))
    assert satu["is_baru"] and satu["build"] == read_penunjuk(data)
    assert f"?beku={satu['id']}" in must(data, "freeze", "--daftar")
    assert json.loads(must(data, "freeze", "--daftar", "--format", "json"))["beku"][0]["nama"] == RAPAT
    jawaban = run(data, "freeze", "--lepas", "Rapat lain")
    assert jawaban.status == 1 and RAPAT in jawaban.galat
    assert "dilepas" in must(data, "freeze", "--lepas", RAPAT)
    assert "Belum ada angka yang dibekukan" in must(data, "freeze", "--daftar")


def test_a_missing_or_changed_file_is_said_and_never_read(data: Path) -> None:
    satu, _ = beku.freeze(data, RAPAT)
    basis_data = folder_beku(data, satu.id) / f"ucj-{satu.build}.duckdb"
    isi = basis_data.read_bytes()
    basis_data.write_bytes(isi[:-1] + bytes([isi[-1] ^ 1]))
    with pytest.raises(Penolakan, match="rusak"):
        open_beku(data, satu)
    basis_data.unlink()
    with pytest.raises(Penolakan, match="tidak lengkap"):
        open_beku(data, satu)
    (folder_beku(data, satu.id) / CATATAN_BEKU).write_text("{")
    with pytest.raises(Penolakan, match="tidak terbaca"):
        read_beku(data, satu.id)
    assert "rusak" in must(data, "freeze", "--daftar")
    must(data, "freeze", "--lepas", satu.id)
    assert beku.daftar(data) == ([], [])


@pytest.mark.parametrize("id_beku", ["", "..", "../terbit", "A B", "a" * 300, "rapat-", ".kerja-x"])
def test_an_id_from_an_address_is_no_path(data: Path, id_beku: str) -> None:
    with pytest.raises(Penolakan):
        read_beku(data, id_beku)


@pytest.mark.parametrize("kata", [("freeze", "Rapat dua"), ("freeze", "--lepas", RAPAT)], ids=["bekukan", "lepas"])
def test_killed_at_each_step_it_is_there_whole_or_not_at_all(
    asal: Path, tmp_path: Path, pelaksana: Pelaksana, kata: tuple[str, ...]
) -> None:
    siap = tmp_path / "siap"
    shutil.copytree(asal, siap)
    satu, _ = beku.freeze(siap, RAPAT)
    for titik in range(200):
        data = tmp_path / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(siap, data)
        akhir = pelaksana.run(data, *kata, titik=titik)
        assert akhir.status in (0, MATI), akhir.galat
        baik, rusak = beku.daftar(data)
        assert not rusak
        for b in baik:
            check_beku(data, b)  # every file, byte by byte
        assert satu.id in {b.id for b in baik} or kata[1] == "--lepas"
        if akhir.status == 0:
            break
        if titik % 8 == 0:  # what was left is cleared by the next command
            beku.freeze(data, "Rapat tiga")
            assert not list((data / "beku").glob(".*"))
    else:
        pytest.fail("the command never came to its end")
    assert titik > 1


def test_frozen_by_a_full_disk_nothing_is_there(data: Path, pelaksana: Pelaksana) -> None:
    akhir = pelaksana.run(data, "freeze", RAPAT, ukuran=20_000)
    assert akhir.status == 1 and "Ruang disk" in akhir.galat, akhir.galat
    assert beku.daftar(data) == ([], [])
    assert count_published(data) == 30

"""Peta kiriman: what is said once about a sender's file is not asked for again (sources.md 1, --isi and headings)."""

import json
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from etl import cache, kiriman, muat, peta_kiriman
from etl.kiriman import Kiriman
from etl.kontrak import SUMBER
from etl.perbaikan.kepala import find_judul
from tests.bacaan import buku
from tests.etl.test_muat_perbaikan import edit, export, save
from tests.perintah import must, run
from ucj import peraturan
from ucj.penolakan import Penolakan

CABANG = "BPJS TK Cabang Contoh"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


def write(path: Path, kepala: str, *baris: str) -> Path:
    path.write_text("\n".join([kepala, *baris]) + "\n", encoding="utf-8")
    return path


def bpu(path: Path, nomor: int = 1, judul_nama: str = "nama") -> Path:
    """A real BPU list: no month, no segment, no programme."""
    baris = [f"990101010790{n:04d},NAMA {n},99.01.01.2001" for n in range(nomor, nomor + 3)]
    return write(path, f"nik,{judul_nama},kode_desa", *baris)


def load(data: Path, sumber: str, path: Path, pengirim: str | None = CABANG, **lain: dict[str, str]) -> Kiriman:
    k = muat.load(data, sumber, [path], pengirim=pengirim, **lain)
    assert k is not None
    return k


def rows(data: Path, k: Kiriman) -> pl.DataFrame:
    return cache.read(kiriman.path_dimuat(data, k))


def dari_peta(k: Kiriman) -> list[str]:
    return [catatan for catatan in k.catatan if "peta kiriman" in catatan]


# --- values ----------------------------------------------------------------------------------------------------------


def test_next_months_file_needs_no_options(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK,JKM"})

    k = load(data, "peserta", bpu(tmp_path / "b.csv", 11), isi={"bulan": "2026-06"})

    assert rows(data, k).select("segmen", "is_jkk", "is_jkm", "is_jht").unique().rows() == [("BPU", True, True, False)]
    assert dari_peta(k) == [f"dari peta kiriman {CABANG}: segmen=BPU; program=JKK,JKM"]
    assert (k.isi, k.ingatan) == ({"bulan": "2026-06"}, {"segmen": "BPU", "program": "JKK,JKM"})


def test_the_month_is_asked_for_each_time(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})

    with pytest.raises(Penolakan, match="kolom wajib tidak ada: bulan"):
        load(data, "peserta", bpu(tmp_path / "b.csv", 11))
    assert peta_kiriman.find(data, "peserta", CABANG).isi == {"segmen": "BPU", "program": "JKK"}


@pytest.mark.parametrize(
    ("sumber", "kolom"),
    [
        ("peserta", "bulan"),
        ("pekerja_binaan", "tanggal_data"),
        ("anggaran", "tahun"),
        ("anggaran", "tahap"),
        ("anggaran", "tanggal_berlaku"),
        ("target", "semester"),
        ("penduduk_bekerja", "tanggal_rilis"),
    ],
)
def test_what_changes_from_month_to_month_is_not_remembered(data: Path, sumber: str, kolom: str) -> None:
    peta = peta_kiriman.find(data, sumber, CABANG)

    assert peta_kiriman.remember(data, SUMBER[sumber], peta, {kolom: "1"}, {}) == []
    assert peta_kiriman.daftar(data) == []


def test_the_files_own_column_wins(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    path = write(
        tmp_path / "b.csv",
        "bulan,nik,segmen,program,kode_desa",
        "2026-06,9901010107900001,PU,JKK,99.01.01.2001",
    )

    k = load(data, "peserta", path)

    assert rows(data, k)["segmen"].to_list() == ["PU"]
    assert dari_peta(k) == []


def test_a_sheets_title_wins_over_what_is_remembered(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    path = tmp_path / "b.xlsx"
    judul = ["nik", "program"]
    path.write_bytes(buku({"Penerima Upah": [judul, ["9901010107900001", "JKK"], ["9901010107900002", "JKK"]]}))

    k = load(data, "peserta", path, isi={"bulan": "2026-06"})

    assert rows(data, k)["segmen"].unique().to_list() == ["PU"]


def test_an_empty_column_does_not_count_as_given(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    path = write(tmp_path / "b.csv", "bulan,nik,segmen,kode_desa", "2026-06,9901010107900001,,99.01.01.2001")

    k = load(data, "peserta", path)

    assert rows(data, k)["segmen"].to_list() == ["BPU"]


def test_the_command_line_wins_and_updates(data: Path, tmp_path: Path) -> None:
    awal = {"segmen": "BPU", "program": "JKK", "pembayar": "MANDIRI"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", **awal})

    k = load(data, "peserta", bpu(tmp_path / "b.csv", 11), isi={"bulan": "2026-06", "program": "JKK,JKM"})

    assert rows(data, k)["is_jkm"].all()
    assert dari_peta(k) == [f"dari peta kiriman {CABANG}: segmen=BPU; pembayar=MANDIRI"]
    assert peta_kiriman.find(data, "peserta", CABANG).isi == {**awal, "program": "JKK,JKM"}


def test_another_sender_another_source_and_no_sender_know_nothing(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi=isi)

    for nomor, pengirim in enumerate(("Dinas Sosial", None, " ")):
        with pytest.raises(Penolakan, match="kolom wajib tidak ada: segmen, program"):
            load(data, "peserta", bpu(tmp_path / f"{nomor}.csv", 11), pengirim, isi={"bulan": "2026-06"})
    assert peta_kiriman.find(data, "rekap_bpjs", CABANG).isi == {}


def test_without_a_sender_nothing_is_remembered(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), None, isi=isi)

    assert not (data / "peta").exists()


def test_a_refused_load_teaches_nothing(data: Path, tmp_path: Path) -> None:
    with pytest.raises(Penolakan):
        load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"segmen": "BPU"})

    assert not (data / "peta").exists()


def test_spelling_of_the_sender_does_not_matter(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), "BPJS-TK  cabang contoh", isi=isi)

    k = load(data, "peserta", bpu(tmp_path / "b.csv", 11), "BPJS TK Cabang Contoh.", isi={"bulan": "2026-06"})

    assert k.ingatan == {"segmen": "BPU", "program": "JKK"}


@pytest.mark.parametrize("pengirim", ["../../luar", "a/b\\c", "Désa Ñusa", "村", "...", "x" * 400, "con\n\t0"])
def test_a_senders_name_never_leaves_the_folder(data: Path, tmp_path: Path, pengirim: str) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), pengirim, isi=isi)

    (path,) = (data / "peta").rglob("*.*")
    assert path.parent == data / "peta" / "peserta"
    assert peta_kiriman.find(data, "peserta", pengirim).isi == {"segmen": "BPU", "program": "JKK"}


def test_two_long_names_with_one_beginning_are_two_senders(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv"), "Kantor " * 20 + "A", isi=isi)

    assert peta_kiriman.find(data, "peserta", "Kantor " * 20 + "B").isi == {}


# --- columns that part deliveries from each other --------------------------------------------------------------------


def belanja(path: Path, rp: int) -> Path:
    return write(path, "kode_rekening,sumber_dana,rp_realisasi", f"5.1.02.02.02.0006,APBD,{rp}")


def test_two_offices_of_one_sender_are_asked_for_each_time(data: Path, tmp_path: Path) -> None:
    """BPKAD sends one file per office: the office of the last file is not the office of the next one."""
    isi = {"bulan": "2026-05", "lingkup": "APBD"}
    load(data, "realisasi", belanja(tmp_path / "a.csv", 1), "BPKAD", isi={**isi, "kode_opd": "DINSOS"})

    penerimaan = muat.receive(
        data, "realisasi", [belanja(tmp_path / "b.csv", 2)], pengirim="BPKAD", isi={**isi, "kode_opd": "DISDIK"}
    )

    assert [k for k in penerimaan.kalimat if "kode_opd" in k] == [
        "Peta kiriman BPKAD tidak lagi mengingat kode_opd, karena nilainya berganti (DINSOS, lalu DISDIK); sebut tiap "
        "kali dengan --isi kode_opd=NILAI."
    ]
    with pytest.raises(Penolakan, match="kode_opd atau kode_desa"):
        load(data, "realisasi", belanja(tmp_path / "c.csv", 3), "BPKAD", isi={"bulan": "2026-06"})
    load(data, "realisasi", belanja(tmp_path / "c.csv", 3), "BPKAD", isi={"bulan": "2026-06", "kode_opd": "DINSOS"})
    assert peta_kiriman.find(data, "realisasi", "BPKAD").isi == {"lingkup": "APBD"}


def test_a_remembered_office_gives_way_to_a_village_column(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "lingkup": "APBD", "kode_opd": "DINSOS"}
    load(data, "realisasi", belanja(tmp_path / "a.csv", 1), "BPKAD", isi=isi)
    path = write(
        tmp_path / "b.csv",
        "lingkup,kode_desa,kode_rekening,sumber_dana,rp_realisasi",
        "APBDES,99.01.01.2001,5.1.3.03,APBDES,5",
    )

    k = load(data, "realisasi", path, "BPKAD", isi={"bulan": "2026-06"})

    assert rows(data, k).select("lingkup", "kode_opd", "kode_desa").rows() == [("APBDES", None, "99.01.01.2001")]


# --- headings --------------------------------------------------------------------------------------------------------


def test_a_heading_is_named_once(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    kolom = {"Atas nama": "nama"}
    pertama = load(data, "peserta", bpu(tmp_path / "a.csv", 1, "Atas Nama "), isi=isi, kolom=kolom)

    k = load(data, "peserta", bpu(tmp_path / "b.csv", 11, "ATAS NAMA"), isi={"bulan": "2026-06"})

    assert rows(data, pertama)["nama"].to_list() == ["NAMA 1", "NAMA 2", "NAMA 3"]
    assert rows(data, k)["nama"].to_list() == ["NAMA 11", "NAMA 12", "NAMA 13"]
    assert dari_peta(k) == [f'dari peta kiriman {CABANG}: segmen=BPU; program=JKK; judul "Atas nama"=nama']
    assert not [catatan for catatan in k.catatan if "tidak dikenal" in catatan]


def test_a_remembered_heading_that_is_gone_is_no_fault(data: Path, tmp_path: Path) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv", 1, "Atas nama"), isi=isi, kolom={"Atas nama": "nama"})

    k = load(data, "peserta", bpu(tmp_path / "b.csv", 11), isi={"bulan": "2026-06"})

    assert (rows(data, k)["nama"].to_list()[0], k.kolom) == ("NAMA 11", {})


def test_the_nik_may_be_named_and_stays_hidden(data: Path, tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv", "Kartu,nama,segmen,program", "9901010107900001,SATU,PU,JKK", "99010101079,DUA,PU,JKK"
    )

    k = load(data, "peserta", path, isi={"bulan": "2026-06"}, kolom={"Kartu": "nik"})

    sisih = cache.read(kiriman.path_sisih(data, k))
    assert (rows(data, k)["nik_samar"].to_list(), sisih["alasan"].to_list()) == (
        ["990101********01"],
        ["NIK_TIDAK_SAH"],
    )
    assert "99010101079" not in sisih["asli"][0]


def test_a_named_heading_is_stronger_than_one_that_is_known(data: Path, tmp_path: Path) -> None:
    """``nama`` is the company here; the person stands under ``pekerja atas nama``."""
    path = write(
        tmp_path / "a.csv",
        "bulan,nik,nama,pekerja atas nama,segmen,program",
        "2026-06,9901010107900001,PT CONTOH,ORANG SATU,PU,JKK",
    )

    k = load(data, "peserta", path, kolom={"pekerja atas nama": "nama"})

    assert rows(data, k)["nama"].to_list() == ["ORANG SATU"]


def test_names_of_places_and_yes_no_programmes_may_be_named(data: Path, tmp_path: Path) -> None:
    wilayah = write(
        tmp_path / "w.csv",
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan",
        "99.01.01.2001,Satu,DESA,99.01.01,Barat",
    )
    load(data, "wilayah", wilayah, None)
    path = write(
        tmp_path / "a.csv",
        "bulan,nik,distrik,dusun induk,segmen,ikut kecelakaan,JKM",
        "2026-06,9901010107900001,Barat,Satu,PU,Ya,Tidak",
    )

    k = load(
        data, "peserta", path,
        kolom={"distrik": "kecamatan", "dusun induk": "desa", "ikut kecelakaan": "JKK"},
    )  # fmt: skip

    assert rows(data, k).select("kode_desa", "is_jkk", "is_jkm").rows() == [("99.01.01.2001", True, False)]


@pytest.mark.parametrize(
    ("kolom", "kalimat"),
    [
        ({"Atas nama": "pemilik"}, "tidak punya kolom 'pemilik'. Kolom yang ada: "),
        ({"Atas nama X": "nama"}, 'Judul "Atas nama X" yang disebut dengan --kolom tidak ada di berkas. Judul yang '),
        ({"Atas nama": "nama", "ATAS  NAMA": "kpj"}, "disebut dua kali"),
        ({" . ": "nama"}, "judulnya kosong"),
    ],
)
def test_headings_that_cannot_be_right_are_refused(
    data: Path, tmp_path: Path, kolom: dict[str, str], kalimat: str
) -> None:
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}

    with pytest.raises(Penolakan) as tolak:
        load(data, "peserta", bpu(tmp_path / "a.csv", 1, "Atas nama"), isi=isi, kolom=kolom)

    assert kalimat in str(tolak.value)
    assert not list((data / "raw").glob("*/*")), "nothing is left behind"


def test_a_wrong_heading_is_named_also_when_the_file_is_refused_for_it(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "Kartu,nama,segmen,program", "9901010107900001,SATU,PU,JKK")

    with pytest.raises(Penolakan, match=r'tambahkan --kolom "JUDUL=nik"'):
        load(data, "peserta", path, isi={"bulan": "2026-06"})
    with pytest.raises(Penolakan, match=r'kolom wajib tidak ada: nik.*Judul "Karto" yang disebut'):
        load(data, "peserta", path, isi={"bulan": "2026-06"}, kolom={"Karto": "nik"})


# --- the same file again, corrections --------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing_with_or_without_options(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "bulan,nik,Atas nama,program", "2026-06,9901010107900001,SATU,JKK")
    isi, kolom = {"segmen": "BPU"}, {"Atas nama": "nama"}
    load(data, "peserta", path, isi=isi, kolom=kolom)

    for lain in ({"isi": isi, "kolom": kolom}, {}, {"isi": isi}):
        assert muat.load(data, "peserta", [path], pengirim=CABANG, **lain) is None, lain
    assert len(kiriman.daftar(data)) == 1


def test_forgotten_values_make_another_delivery_of_the_same_file(data: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "b.csv", "bulan,nik,segmen,program", "2026-06,9901010107900001,BPU,JKK")
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK",
                                                        "pembayar": "APBD"})  # fmt: skip
    assert load(data, "peserta", path).ingatan == {"pembayar": "APBD"}
    peta_kiriman.forget(data, "peserta", CABANG)

    k = load(data, "peserta", path)

    assert (k.ingatan, rows(data, k)["pembayar"].to_list()) == ({}, [None])


def test_a_correction_reads_the_file_as_it_was_loaded(data: Path, tmp_path: Path) -> None:
    """The map has moved on since: the delivery keeps what it was read with."""
    isi = {"bulan": "2026-05", "segmen": "BPU", "program": "JKK"}
    load(data, "peserta", bpu(tmp_path / "a.csv", 1, "Atas nama"), isi=isi, kolom={"Atas nama": "nama"})
    rusak = write(tmp_path / "b.csv", "Atas nama,nik", "SATU,9901010107900001", "DUA,123", "TIGA,9901010107900003")
    load(data, "peserta", rusak, isi={"bulan": "2026-06"})
    peta_kiriman.forget(data, None, CABANG)
    lembar = export(data, tmp_path / "ekspor.xlsx")
    edit(lembar, 3, "nik", "9901010107900002")

    (k,) = muat.receive(data, "peserta", [save(tmp_path / "perbaikan.xlsx", lembar)]).kiriman

    isi_baru = rows(data, k).select("nama", "segmen", "is_jkk")
    assert isi_baru.rows() == [(nama, "BPU", True) for nama in ("SATU", "DUA", "TIGA")]


def test_wrong_cells_are_found_under_the_senders_heading(data: Path, tmp_path: Path) -> None:
    judul = ("Kartu", "nama")
    assert find_judul(SUMBER["peserta"], "nik", judul, {}) == ()
    assert find_judul(SUMBER["peserta"], "nik", judul, {"kartu": "nik"}) == ("Kartu",)


# --- the file of a map -----------------------------------------------------------------------------------------------


def test_a_broken_map_is_refused_and_can_be_forgotten(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    (path,) = (data / "peta").rglob("*.json")
    path.write_text(path.read_text()[:30])

    with pytest.raises(Penolakan, match="python -m etl peta peserta --hapus"):
        load(data, "peserta", bpu(tmp_path / "b.csv", 11), isi={"bulan": "2026-06"})
    assert peta_kiriman.forget(data, "peserta", None) == 1


def test_a_sender_named_like_a_device_of_windows_has_a_file_of_another_name(data: Path, tmp_path: Path) -> None:
    load(data, "peserta", bpu(tmp_path / "a.csv"), "CON", isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    (path,) = (data / "peta").rglob("*.json")
    assert path.stem.startswith("con-")
    assert load(data, "peserta", bpu(tmp_path / "b.csv", 11), "con", isi={"bulan": "2026-06"}).ingatan


def test_a_delivery_from_before_the_maps_is_still_read(data: Path, tmp_path: Path) -> None:
    k = load(data, "peserta", bpu(tmp_path / "a.csv"), isi={"bulan": "2026-05", "segmen": "BPU", "program": "JKK"})
    manifes = kiriman.path_raw(data, k) / kiriman.MANIFES
    isi = json.loads(manifes.read_text())
    del isi["kolom"], isi["ingatan"]
    manifes.write_text(json.dumps(isi))

    assert kiriman.daftar(data) == [k]


# --- command line ----------------------------------------------------------------------------------------------------


def test_the_command_lists_and_forgets(data: Path, tmp_path: Path) -> None:
    assert "Belum ada peta kiriman" in must(data, "peta")
    must(
        data, "load", "peserta", str(bpu(tmp_path / "a.csv", 1, "Nama=Lengkap")), "--bulan", "2026-05",
        "--isi", "segmen=BPU", "--isi", "program=JKK", "--pengirim", CABANG, "--kolom", "Nama=Lengkap=nama",
    )  # fmt: skip

    keluaran = must(
        data, "load", "peserta", str(bpu(tmp_path / "b.csv", 11, "Nama=Lengkap")), "--bulan", "2026-06",
        "--pengirim", CABANG,
    )  # fmt: skip
    assert f'dari peta kiriman {CABANG}: segmen=BPU; program=JKK; judul "Nama=Lengkap"=nama' in keluaran
    daftar = must(data, "peta", "peserta")
    assert CABANG in daftar
    assert "segmen=BPU; program=JKK" in daftar
    assert "Nama=Lengkap=nama" in daftar
    assert "Belum ada" in must(data, "peta", "rekap_bpjs")

    assert run(data, "peta", "--hapus").status == 2
    assert run(data, "peta", "rekap_bpjs", "--hapus").status == 1
    assert "1 peta kiriman dihapus" in must(data, "peta", "--pengirim", CABANG.upper(), "--hapus")
    assert "Belum ada" in must(data, "peta")
    assert len(kiriman.daftar(data)) == 2


@pytest.mark.parametrize("kolom", ["nama", "=nama", "Atas nama="])
def test_a_malformed_option_is_wrong_usage(data: Path, tmp_path: Path, kolom: str) -> None:
    path = bpu(tmp_path / "a.csv")
    assert run(data, "load", "peserta", str(path), "--kolom", kolom).status == 2
    assert kiriman.daftar(data) == []


def test_a_load_may_be_received_on_another_day(data: Path, tmp_path: Path) -> None:
    """The day of receipt is the delivery's own and never part of a map."""
    path = write(tmp_path / "a.csv", "bulan,nik,program", "2026-06,9901010107900001,JKK")
    k = muat.load(data, "peserta", [path], isi={"segmen": "BPU"}, pengirim=CABANG, diterima=date(2026, 7, 1))

    assert k is not None
    assert k.diterima == date(2026, 7, 1)
    assert json.loads(next((data / "peta").rglob("*.json")).read_text())["isi"] == {"segmen": "BPU"}

"""The same regency in ugly clothes: what can be saved is saved to the same figures, the rest is set aside and counted.

The generator knows which rows it spoiled and why. The plain deliveries without just those rows are the measure.
"""

import json
from pathlib import Path

import polars as pl
import pytest

from etl import cache, kiriman
from etl.baca.teks import read_teks
from etl.kontrak import SUMBER
from etl.sintetis import demo
from etl.sintetis.acuan import PENANDA
from etl.sintetis.berkas import Surat
from etl.sintetis.kotor.celaka import CELAKA
from etl.sintetis.kotor.rencana import count_alasan
from etl.sintetis.pemuatan import RAPI, make_rencana
from etl.sintetis.skenario import Skenario
from tests.perintah import must
from tests.skenario_contoh import make_skenario
from ucj.penolakan import Penolakan
from ucj.peraturan import load_profil

BULAN = 2  # one recap as a pivot and one by sheets, lists in both formats, a month in two files, one sent twice
LETAK = ("nomor_baris", "lembar", "berkas")


@pytest.fixture(scope="module")
def kunci(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One key for both folders: else nobody is the same person in the other."""
    path = tmp_path_factory.mktemp("kunci") / "kunci"
    path.write_text("kunci untuk membandingkan dua folder\n")
    return path


def fill(folder: Path, kunci: Path, **pilihan: bool) -> Path:
    with pytest.MonkeyPatch.context() as lingkungan:
        lingkungan.setenv("UCJ_KUNCI", str(kunci))
        demo(folder, jumlah_bulan=BULAN, **pilihan)
    return folder


@pytest.fixture(scope="module")
def kotor(tmp_path_factory: pytest.TempPathFactory, kunci: Path) -> Path:
    return fill(tmp_path_factory.mktemp("kotor") / "data", kunci, kotor=True)


@pytest.fixture(scope="module")
def bersih(tmp_path_factory: pytest.TempPathFactory, kunci: Path) -> Path:
    return fill(tmp_path_factory.mktemp("bersih") / "data", kunci, tanpa_celaka=True)


@pytest.fixture(scope="module")
def surat(tmp_path_factory: pytest.TempPathFactory, kotor: Path) -> dict[tuple[str, ...], tuple[Surat, ...]]:
    """What the generator knows of each delivery, by the names of its files."""
    folder = tmp_path_factory.mktemp("surat")
    skenario = make_skenario(folder, jumlah_bulan=BULAN)
    semua = [k.buat() for k in make_rencana(skenario, None, folder, "kotor", load_profil(kotor))]
    return {tuple(s.nama for s in satu): satu for satu in semua}


def test_set_aside_is_what_was_spoiled_with_the_right_reasons(kotor: Path, surat) -> None:
    for k in json.loads(must(kotor, "status", "--format", "json"))["pengiriman"]:
        nama = (k["berkas"],) if isinstance(k["berkas"], str) else tuple(k["berkas"])
        assert (k["disisihkan"], k["alasan"]) == count_alasan(surat[nama]), nama
        assert k["dibaca"] == k["dimuat"] + k["disisihkan"]
        assert k["simulasi"]


def test_every_way_to_spoil_a_row_was_used(surat) -> None:
    alasan = {kode for satu in surat.values() for kode in count_alasan(satu)[1]}
    assert alasan >= {kode for daftar in CELAKA.values() for celaka in daftar for kode in celaka.alasan}
    assert alasan >= {"GANDA", "KODE_BPS", "NIK_ANGKA", "KOLOM_LEBIH", "ANGKA_RAGU"}


def rows_in_force(data: Path, sumber: str) -> pl.DataFrame:
    semua = kiriman.daftar(data, sumber)
    dipakai = kiriman.berlaku(semua)
    bagian = [
        cache.read(kiriman.path_dimuat(data, k)).filter(
            pl.col("cakupan").is_in([c for (_, c), id_ in dipakai.items() if id_ == k.id])
        )
        for k in semua
    ]
    rows = pl.concat(bagian).drop(LETAK)
    return rows.sort(rows.columns)


@pytest.mark.parametrize("sumber", SUMBER)
def test_every_row_that_can_be_saved_is_the_same(kotor: Path, bersih: Path, sumber: str) -> None:
    ugly, plain = rows_in_force(kotor, sumber), rows_in_force(bersih, sumber)
    assert ugly.height == plain.height
    beda = [nama for nama in plain.columns if not ugly[nama].equals(plain[nama], null_equal=True)]
    assert not beda, f"{sumber}: {beda}"


@pytest.mark.parametrize("periode", [("--bulan", "2026-06"), ("--bulan", "2026-05"), ("--semester", "2026-1")])
def test_the_same_figures(kotor: Path, bersih: Path, periode: tuple[str, str]) -> None:
    ugly, plain = (json.loads(must(data, "indicator", *periode, "--format", "json")) for data in (kotor, bersih))
    assert ugly == plain
    assert len(ugly) > 500


def test_clothes_are_ugly(kotor: Path) -> None:
    """What the mess is made of is really there: formats, encodings, doubled months, late recaps."""
    nama = {path.name for path in (kotor / "raw").rglob("*.*")}
    assert {"peserta-2026-05-pu.csv", "peserta-2026-05-lain.csv"} <= nama  # one month in two files
    assert {"peserta-2026-06-sementara.xlsx", "peserta-2026-06.xlsx"} <= nama  # unfinished first, then whole
    (awal,) = [k for k in kiriman.daftar(kotor, "peserta") if k.berkas == ("peserta-2026-06-sementara.xlsx",)]
    assert awal.id not in kiriman.berlaku(kiriman.daftar(kotor)).values()
    rekap = {k.cakupan[0][:7]: k.diterima for k in kiriman.daftar(kotor, "rekap_bpjs")}
    assert rekap["2026-05"] > rekap["2026-06"]  # May's came after June's
    csv = [path.read_bytes() for path in (kotor / "raw").rglob("*.csv")]
    assert any(isi.startswith(b"\xff\xfe") for isi in csv)
    assert any(PENANDA.encode("windows-1252") in isi and b";" in isi for isi in csv)
    lama = next(isi for isi in csv if PENANDA.encode("windows-1252") in isi and b"NIK" in isi.upper())
    assert read_teks("x.csv", lama, lambda baris: 0).baris(0)[0] == PENANDA
    catatan = "\n".join(c for k in kiriman.daftar(kotor) for c in k.catatan)
    for kata in ("dibaca dari kepala surat", "baris jumlah dilewati", "tanda tangan", "lembar dilewati Petunjuk",
                 "judul kolom yang berulang", "sel kosong dalam tabel silang", "segmen BPU dibaca"):  # fmt: skip
        assert kata in catatan, kata


def test_running_again_changes_nothing_and_other_clothes_are_refused(kotor: Path, kunci: Path) -> None:
    sebelum = [k.id for k in kiriman.daftar(kotor)]
    fill(kotor, kunci, kotor=True)
    assert [k.id for k in kiriman.daftar(kotor)] == sebelum
    with pytest.raises(Penolakan, match="pilihan lain \\(ragam kotor\\)"):
        fill(kotor, kunci)


def test_the_plain_demo_knows_its_own_damage(tmp_path: Path, data_contoh: Path) -> None:
    skenario: Skenario = make_skenario(tmp_path)
    tahu = {
        tuple(s.nama for s in satu): count_alasan(satu)
        for k in make_rencana(skenario, None, tmp_path, RAPI)
        if k.sumber in ("peserta", "pekerja_binaan", "penerima_bantuan")
        for satu in [k.buat()]
    }
    milik = {k.berkas: (k.disisihkan, k.alasan) for k in kiriman.daftar(data_contoh) if k.berkas in tahu}
    assert milik == tahu

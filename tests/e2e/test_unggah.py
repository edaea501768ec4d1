"""The page Unggah data in a real browser: a good file, an ugly one, hostile ones, a correction, an undo."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload

from tests.e2e.conftest import serve
from tests.e2e.jendela import Jendela
from tests.pages import kabupaten_uji
from tests.pages.kabupaten_uji import nik
from tests.pages.test_unggah import KEPALA, correct, csv, orang
from tests.perintah import status

pytestmark = pytest.mark.e2e
SABAR = 60_000
ENGLISH = ("Upload", "Browse", "Drag and drop", "per file", "Press Enter", "Choose options", "Select all")


@pytest.fixture(scope="module")
def data(sekali, tmp_path_factory: pytest.TempPathFactory) -> Path:
    asal = sekali("uji", kabupaten_uji.fill)
    folder = tmp_path_factory.mktemp("unggah") / "data"
    shutil.copytree(asal, folder)
    return folder


@pytest.fixture(scope="module")
def alamat(chromium: str, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(data, tmp_path_factory.mktemp("app"))


@pytest.fixture
def jendela(browser: Browser, alamat: str) -> Iterator[Jendela]:
    with Jendela.open(browser, alamat) as jendela:
        jendela.go("unggah_data")
        yield jendela
        assert jendela.list_broken() == []
        assert jendela.overflow() <= 0


def upload(jendela: Jendela, nama: str, isi: bytes, judul: str) -> None:
    berkas: FilePayload = {"name": nama, "mimeType": "application/octet-stream", "buffer": isi}
    jendela.page.locator('input[type="file"]').first.set_input_files(berkas)
    wait_judul(jendela, judul)


def click(jendela: Jendela, nama: str, judul: str) -> None:
    jendela.page.get_by_role("button", name=nama, exact=True).click()
    wait_judul(jendela, judul)


def wait_judul(jendela: Jendela, judul: str) -> None:
    jendela.page.locator("h1", has_text=judul).wait_for(timeout=SABAR)
    jendela.wait()


def test_a_good_file(jendela: Jendela, data: Path) -> None:
    lihat = jendela.page.get_by_test_id("stMain").inner_text()
    terlihat = [kata for kata in ENGLISH if kata in lihat]
    assert [k for k in terlihat if _is_drawn(jendela, k)] == []
    upload(jendela, "Juli.csv", csv(orang(1, 33)), "Berkas ini tampaknya Daftar peserta")
    click(jendela, "Periksa berkas", "Semua 33 baris siap dimuat")
    assert nik(1) not in jendela.text() and "990201********01" in jendela.text()
    click(jendela, "Muat dan terbitkan", "Kiriman sudah dimuat dan diterbitkan")
    assert any(k["berkas"] == "Juli.csv" and not k["digantikan"] for k in status(data)["pengiriman"])


def _is_drawn(jendela: Jendela, kata: str) -> bool:
    """Whether a reader sees the word: Streamlit's English stays in the page with letters of no size."""
    script = """kata => [...document.querySelectorAll('[data-testid="stMain"] *')].some(e =>
        [...e.childNodes].some(n => n.nodeType === 3 && n.data.includes(kata))
        && parseFloat(getComputedStyle(e).fontSize) > 0 && e.getClientRects().length > 0)"""
    return bool(jendela.page.evaluate(script, kata))


def test_an_ugly_file_is_checked_again_after_a_choice(jendela: Jendela) -> None:
    baris = [f"{n};'{nik(n)};Orang {n};PU;JKK, JKM;9902012001" for n in range(1, 30)]
    isi = ["BPJS KETENAGAKERJAAN", "Daftar tenaga kerja", "", "No;NIK KTP;Nama TK;Segmen;Program;Kode Desa", *baris]
    upload(jendela, "jelek.csv", "\n".join(isi).encode("cp1252"), "Daftar peserta: periksa dahulu")
    click(jendela, "Periksa berkas", "Berkas ini belum dapat dipakai")
    assert "Di halaman ini:" in jendela.text()
    jendela.page.get_by_label("Bulan (belum ada di berkas)").fill("Agustus 2026")
    jendela.page.keyboard.press("Enter")
    jendela.wait()
    click(jendela, "Periksa berkas", "Semua 29 baris siap dimuat")
    assert "2026-08" in jendela.text()


def test_hostile_files(jendela: Jendela) -> None:
    jahat = '"<img src=x onerror=document.title=1>=1+1"'
    kepala = f"{KEPALA},<script>document.title='x'</script>,![a](http://x.invalid/y)"
    isi = csv([f"{satu},a,b" for satu in orang(1, 30, "2026-09", jahat)], kepala)
    upload(jendela, "<b>jahat</b>.csv", isi, "Daftar peserta: periksa dahulu")
    click(jendela, "Periksa berkas", "Semua 30 baris siap dimuat")
    assert "<img src=x onerror" in jendela.text()
    assert jendela.page.title().startswith("UCJ –")
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w") as berkas:
        berkas.writestr("a.txt", "bukan buku kerja")
    jendela.go("unggah_data")
    upload(jendela, "arsip.xlsx", arsip.getvalue(), "Berkas ini belum dapat dipakai")
    assert "bukan buku kerja XLSX" in jendela.text()


def test_a_correction(jendela: Jendela, data: Path) -> None:
    salah = f'2026-10,{nik(31)},NAMA,PUU,"JKK,JKM",Y,99.02.01.2001'
    upload(jendela, "Oktober.csv", csv([*orang(1, 30, "2026-10"), salah]), "Daftar peserta: periksa dahulu")
    click(jendela, "Periksa berkas", "30 baris siap dimuat, 1 baris perlu perbaikan")
    click(jendela, "Muat saja", "Kiriman sudah dimuat, belum diterbitkan")
    with jendela.page.expect_download(timeout=SABAR) as unduhan:
        jendela.page.get_by_role("button", name="Unduh baris yang perlu perbaikan").click()
    assert unduhan.value.suggested_filename == "perbaikan-peserta.xlsx"
    buku = correct(Path(unduhan.value.path()).read_bytes(), "segmen", "PU")
    upload(jendela, "perbaikan-peserta.xlsx", buku, "Buku perbaikan untuk Daftar peserta")
    click(jendela, "Periksa berkas", "Perbaikan terbaca, 0 baris masih perlu perbaikan")
    click(jendela, "Muat saja", "Perbaikan sudah dimuat, belum diterbitkan")
    kiriman = next(k for k in status(data)["pengiriman"] if k["berkas"] == "Oktober.csv")
    assert (kiriman["dimuat"], kiriman["disisihkan"]) == (31, 0)


def test_an_undo(jendela: Jendela, data: Path) -> None:
    upload(jendela, "Juni keliru.csv", csv(orang(1, 25, "2026-06")), "Daftar peserta: periksa dahulu")
    click(jendela, "Periksa berkas", "Semua 25 baris siap dimuat")
    assert "34 baris diganti dengan 25 baris" in jendela.text()
    click(jendela, "Muat dan terbitkan", "Kiriman sudah dimuat dan diterbitkan")
    jendela.page.get_by_text("Batalkan kiriman ini").click()
    click(jendela, "Ya, batalkan", "Kiriman terakhir dibatalkan")
    assert "berlaku lagi peserta1.csv" in jendela.text()
    keliru = next(k for k in status(data)["pengiriman"] if k["berkas"] == "Juni keliru.csv")
    assert keliru["digantikan"]


def test_work_can_be_stopped(jendela: Jendela, data: Path) -> None:
    sebelum = status(data)
    isi = csv(orang(1, 150_000, "2026-11"))
    upload(jendela, "besar.csv", isi, "Daftar peserta: periksa dahulu")
    jendela.page.get_by_role("button", name="Periksa berkas").click()
    jendela.page.get_by_role("button", name="Hentikan").click(timeout=SABAR)
    jendela.page.get_by_text("Dihentikan. Tidak ada yang disimpan").wait_for(timeout=SABAR)
    jendela.wait()
    assert status(data) == sebelum

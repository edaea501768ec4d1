"""The page Unggah data: a good file, an ugly one, hostile ones, a correction, an undo. Every step is a real command."""

import io
import json
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook
from streamlit.testing.v1 import AppTest

from tests.pages.kabupaten_uji import nik
from tests.pages.pembaca import judul, markah, terbaca
from tests.perintah import must, status
from ucj import perintah
from ucj.perintah import Proses

KEPALA = "bulan,nik,nama,segmen,program,aktif,kode_desa"
Buka = Callable[[], AppTest]


def orang(dari: int, sampai: int, bulan: str = "2026-07", nama: str = "NAMA") -> list[str]:
    return [f'{bulan},{nik(n)},{nama},PU,"JKK,JKM",Y,99.02.01.2001' for n in range(dari, sampai + 1)]


def csv(baris: list[str], kepala: str = KEPALA) -> bytes:
    return ("\n".join([kepala, *baris]) + "\n").encode()


@pytest.fixture
def data(data_uji: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(data_uji, folder)
    return folder


@pytest.fixture
def halaman(buka, data: Path) -> AppTest:
    return buka("unggah_data", data=data)


def upload(at: AppTest, *berkas: tuple[str, bytes]) -> AppTest:
    return at.file_uploader[0].set_value([(nama, isi, "text/csv") for nama, isi in berkas]).run()


def click(at: AppTest, nama: str) -> AppTest:
    tombol = [b for b in at.button if b.label == nama]
    assert len(tombol) == 1, f"{nama}: {[b.label for b in at.button]}"
    return tombol[0].click().run()


def labels(at: AppTest) -> set[str]:
    return {b.label for b in at.button} | {d.label for d in at.get("download_button")}


def aktif(data: Path) -> int:
    """Active residents of the newest month that is published."""
    semua = json.loads(must(data, "indicator", "--kode", "UCJ-01", "--per", "kabupaten", "--format", "json"))
    return semua[0]["pembilang"]


def test_a_good_file_is_recognised_checked_and_published(halaman: AppTest, data: Path) -> None:
    assert "Unggah berkas kiriman" in judul(halaman)
    at = upload(halaman, ("Juli.csv", csv(orang(1, 33))))
    assert judul(at) == "Berkas ini tampaknya Daftar peserta: periksa dahulu"
    assert at.selectbox[5].value == "peserta"  # after the five filters

    at = click(at, "Periksa berkas")
    assert judul(at) == "Semua 33 baris siap dimuat"
    assert "Tidak ada yang diganti" in terbaca(at) and "990201********01" in terbaca(at)
    assert nik(1) not in markah(at)
    assert len(status(data)["pengiriman"]) == 10, "a check records nothing"

    at = click(at, "Muat dan terbitkan")
    assert judul(at) == "Kiriman sudah dimuat dan diterbitkan"
    assert aktif(data) == 33
    assert at.file_uploader[0].value == [], "ready for the next file"


def test_the_preview_says_what_would_be_replaced_and_warns_of_a_fall(halaman: AppTest) -> None:
    at = click(upload(halaman, ("Juni lagi.csv", csv(orang(1, 20, "2026-06")))), "Periksa berkas")
    teks = terbaca(at)
    assert "34 baris diganti dengan 20 baris" in teks and "peserta1.csv" in teks
    assert "turun 41,2% dibanding kiriman yang berlaku" in teks


def test_a_delivery_that_would_halve_a_month_asks_first(halaman: AppTest, data: Path) -> None:
    at = click(upload(halaman, ("Juni.csv", csv(orang(1, 5, "2026-06")))), "Periksa berkas")
    assert judul(at) == "Berkas ini jauh lebih kecil daripada yang akan digantikannya"
    assert next(b for b in at.button if b.label == "Muat saja").disabled

    at = click(at.checkbox[0].check().run(), "Muat saja")
    assert judul(at) == "Kiriman sudah dimuat, belum diterbitkan"
    assert aktif(data) == 30, "not published yet"


def test_an_ugly_file_needs_only_what_it_lacks(halaman: AppTest, data: Path) -> None:
    baris = [f"{n};'{nik(n)};Orang {n};JKK, JKM;9902012001" for n in range(1, 29)]
    baris.insert(2, f"29;{nik(29)[:-1]};Orang 29;JKK, JKM;9902012001")
    isi = ["BPJS KETENAGAKERJAAN", "Daftar tenaga kerja", "Bulan Juli 2026", ""]
    isi += ["No;NIK KTP;Nama TK;Jenis Program;Kode Desa/Kel", *baris, "Jumlah;29;;;"]
    at = upload(halaman, ("bpu juli.csv", "\n".join(isi).encode("cp1252")))
    assert judul(at).endswith("Daftar peserta: periksa dahulu")
    at = click(at, "Periksa berkas")
    assert judul(at) == "Berkas ini belum dapat dipakai"
    assert "kolom wajib tidak ada" in terbaca(at) and "Di halaman ini:" in terbaca(at)

    segmen = next(s for s in at.selectbox if s.label == "Segmen (belum ada di berkas)")
    at = segmen.set_value("BPU").run()
    desa = [s for s in at.selectbox if "Kode Desa/Kel" in s.label]
    if desa:  # a heading that the contract does not know yet
        at = desa[0].set_value("kode_desa").run()
    at = click(at, "Periksa berkas")
    assert judul(at) == "28 baris siap dimuat, 1 baris perlu perbaikan"
    teks = terbaca(at)
    assert "NIK harus tepat 16 angka; lengkapi dari KTP." in teks
    assert nik(29)[:-1] not in markah(at) and nik(1) not in markah(at)

    at = click(at, "Muat dan terbitkan")
    assert judul(at) == "Kiriman sudah dimuat dan diterbitkan"
    assert "Unduh baris yang perlu perbaikan" in labels(at)
    assert aktif(data) == 28


def test_hostile_names_and_headings_show_as_text(halaman: AppTest, data: Path) -> None:
    jahat = '"=HYPERLINK(""http://x"")<img src=x onerror=alert(1)>"'
    kepala = f"{KEPALA},<script>alert(1)</script>,![a](http://x/y.png)"
    isi = csv([f"{satu},a,b" for satu in orang(1, 30, nama=jahat)], kepala)
    at = upload(halaman, ("../../<b>jahat</b>.csv", isi))
    assert r"\!\[a\]" in " ".join(s.label for s in at.selectbox) or r"\[a\]" in " ".join(s.label for s in at.selectbox)
    at = click(at, "Periksa berkas")
    assert "<script>alert" not in markah(at) and "<img src=x" not in markah(at) and "<b>jahat" not in markah(at)
    assert "&lt;img src=x" in markah(at)

    at = click(at, "Muat saja")
    assert "<b>jahat" not in markah(at)
    assert all(data in path.parents for path in data.rglob("*jahat*")), "the name leads nowhere else"


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("arsip.xlsx", "zip", "bukan buku kerja XLSX"),
        ("foto.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "XLSX atau CSV"),
        ("kosong.csv", b"", "kosong"),
        ("surat.pdf", b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(halaman: AppTest, data: Path, nama: str, isi, kata: str) -> None:
    if isi == "zip":
        arsip = io.BytesIO()
        with zipfile.ZipFile(arsip, "w") as berkas:
            berkas.writestr("apa saja.txt", "bukan buku kerja")
        isi = arsip.getvalue()
    at = upload(halaman, (nama, isi))
    assert judul(at) == "Berkas ini belum dapat dipakai"
    assert kata in terbaca(at)
    assert "Periksa berkas" not in labels(at)
    assert len(status(data)["pengiriman"]) == 10


def correct(buku: bytes, judul_kolom: str, isi: str) -> bytes:
    """The workbook of ``rejects`` with one cell typed over, as a spreadsheet would save it."""
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(buku)).get_sheet_by_index(0).to_python()
    kepala = [str(sel) for sel in lembar[0]]
    lembar[1][kepala.index(judul_kolom)] = isi
    hasil = io.BytesIO()
    with xlsxwriter.Workbook(hasil, {"in_memory": True}) as tulis:
        tempat = tulis.add_worksheet("perbaikan")
        for n, baris in enumerate(lembar):
            for k, sel in enumerate(baris):
                tempat.write(n, k, sel) if isinstance(sel, float) else tempat.write_string(n, k, str(sel))
    return hasil.getvalue()


def test_a_correction_goes_out_and_comes_back(halaman: AppTest, data: Path) -> None:
    salah = f'2026-07,{nik(31)},NAMA,PUU,"JKK,JKM",Y,99.02.01.2001'
    at = click(upload(halaman, ("Juli.csv", csv([*orang(1, 30), salah]))), "Periksa berkas")
    at = click(at, "Muat dan terbitkan")
    assert aktif(data) == 30
    kiriman = at.session_state["unggah"].muat["kiriman"][0]
    buku = perintah.write("rejects", "peserta", "--kiriman", kiriman, data=data)

    at = upload(at, ("perbaikan-peserta.xlsx", correct(buku, "segmen", "PU")))
    assert judul(at) == "Buku perbaikan untuk Daftar peserta: periksa dahulu"
    at = click(at, "Periksa berkas")
    assert "1 baris diperbaiki dan ditambahkan" in terbaca(at)
    assert aktif(data) == 30, "only checked"
    at = click(at, "Muat dan terbitkan")
    assert judul(at) == "Perbaikan sudah dimuat dan diterbitkan"
    assert aktif(data) == 31

    at = click(at, "Ya, batalkan")  # a correction stays; the figures go back
    assert aktif(data) == 30


def test_undo_brings_back_what_was_replaced_and_the_figures(halaman: AppTest, data: Path) -> None:
    at = click(upload(halaman, ("Juni keliru.csv", csv(orang(1, 22, "2026-06")))), "Periksa berkas")
    at = click(at, "Muat dan terbitkan")
    assert aktif(data) == 22
    assert "Kiriman sebelumnya berlaku lagi untuk 2026-06 (34 baris)" in terbaca(at)

    at = click(at, "Ya, batalkan")
    assert judul(at) == "Kiriman terakhir dibatalkan"
    assert "berlaku lagi peserta1.csv" in terbaca(at) and "Terbit kembali" in terbaca(at)
    assert aktif(data) == 30
    keliru = next(k for k in status(data)["pengiriman"] if k["berkas"] == "Juni keliru.csv")
    assert keliru["digantikan"], "kept, but out of force"


def test_undo_without_an_earlier_build_computes_anew(halaman: AppTest, data: Path) -> None:
    at = click(upload(halaman, ("Juli.csv", csv(orang(1, 33)))), "Periksa berkas")
    at = click(at, "Muat saja")
    at = click(at, "Terbitkan sekarang")
    for path in (data / "terbit").glob("ucj-*.duckdb"):
        if path.stem.removeprefix("ucj-") != json.loads((data / "terbit" / "TERKINI").read_text())["build"]:
            path.unlink()
    at = click(at, "Ya, batalkan")
    assert "Angka di semua halaman sudah diperbarui" in terbaca(at)
    assert aktif(data) == 30


def test_stopping_a_command_leaves_the_data_as_they_were(data: Path, tmp_path: Path) -> None:
    """The button calls ``stop``; a click while AppTest runs is not possible, so the command is stopped here."""
    besar = tmp_path / "besar.csv"
    besar.write_bytes(csv(orang(1, 60_000)))
    sebelum = status(data)
    selesai: list[bool] = []
    proses = Proses("load", "peserta", str(besar), data=data, after=lambda: selesai.append(True))
    while not any("membaca" in satu for satu in proses.baris):
        assert not proses.wait(0.02), "over before it could be stopped"
    proses.stop()
    assert proses.wait(20) and proses.is_dihentikan and selesai == [True]
    assert status(data) == sebelum
    kecil = tmp_path / "kecil.csv"
    kecil.write_bytes(csv(orang(1, 30)))
    must(data, "load", "peserta", str(kecil))  # the next load clears what is left and is not in its way
    assert len(list((data / "raw" / "peserta").iterdir())) == 3


def test_uploads_leave_nothing_behind(halaman: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sementara = tmp_path / "sementara"
    sementara.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(sementara))
    at = click(upload(halaman, ("Juli.csv", csv(orang(1, 33)))), "Periksa berkas")
    click(at, "Muat saja")
    assert list(sementara.iterdir()) == []

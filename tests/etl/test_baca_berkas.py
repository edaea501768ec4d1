"""Formats: encoding and separator are found; what is no readable file is refused by its content."""

import io
import zipfile
from pathlib import Path

import pytest

from tests.bacaan import Pembaca, alasan, buku, kolom

ISI = "bulan;nik;nama;segmen;program\n2026-06;9901010101900001;Renée Ümit;PU;JKK\n"


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_pengodean(baca_uji: Pembaca, kode: str) -> None:
    assert kolom(baca_uji("peserta", ISI.encode(kode)), "nama") == ["Renée Ümit"]


@pytest.mark.parametrize("pemisah", [",", ";", "\t", "|"])
@pytest.mark.parametrize("akhir", ["\n", "\r\n", "\r"])
def test_pemisah(baca_uji: Pembaca, pemisah: str, akhir: str) -> None:
    hasil = baca_uji("peserta", ISI.replace(";", pemisah).replace("\n", akhir).encode())
    assert kolom(hasil, "nama", "nomor_baris") == [("Renée Ümit", 2)]


def test_pemisah_by_header_not_by_count(baca_uji: Pembaca) -> None:
    """More commas than semicolons stand in the letterhead and in the names."""
    hasil = baca_uji("peserta", "Selong, NTB, Indonesia, a, b, c\n" + ISI.replace("Renée Ümit", "Ali, SE, MM, Dr, Ir"))
    assert kolom(hasil, "nama", "nomor_baris") == [("Ali, SE, MM, Dr, Ir", 3)]


def test_sep_line_of_spreadsheets(baca_uji: Pembaca) -> None:
    assert kolom(baca_uji("peserta", "sep=;\n" + ISI), "nomor_baris") == [3]


def test_txt_is_read_as_csv(baca_uji: Pembaca) -> None:
    assert baca_uji("peserta", ISI, nama="daftar.txt").dibaca == 1


def test_quotes_and_breaks_inside_cells(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        'bulan,"nik","nama\nlengkap",segmen,program\n'  # a heading with a line break
        '2026-06,9901010101900001,"A ""B"" C",PU,"JKK,JKM"\n'
        '2026-06,9901010101900002,O"Hara,PU,JKK\n'  # a stray quote inside
        '2026-06,"9901010101900003,Ani,PU,JKK\n'  # a stray quote before
        "2026-06,9901010101900004,Budi,PU,JKK\n",
    )
    assert kolom(hasil, "nama", "nomor_baris") == [('A "B" C', 2), ('O"Hara', 3), ("Ani", 4), ("Budi", 5)]


def test_trimmed_signs(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;segmen;program;kode_desa\n"
        "2026-06;'9901010101900001;PU;JKK;\n"
        '2026-06;="9901010101900002";PU;JKK;="99.01.01.2001"\n'
        "2026-06;\u200b9901010101900003\u00a0;\u00a0PU\u00a0;JKK;\n"
        '2026-06;""9901010101900004;PU;JKK;\n',
    )
    assert hasil.dibaca == hasil.dimuat.height == 4
    assert kolom(hasil, "kode_desa") == [None, "99.01.01.2001", None, None]


def test_kolom_lebih_only_for_filled_cells(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;segmen;program\n"
        "2026-06;9901010101900001;PU;JKK;x\n"
        "2026-06;9901010101900002;PU;JKK;;\n"  # separators too many, but nothing in them
        "2026-06;9901010101900003;PU\n",  # a cell too few
    )
    assert alasan(hasil) == {2: "KOLOM_LEBIH", 4: "KOLOM_KOSONG"}
    assert '"Kolom 5": "x"' in hasil.sisih["asli"][0]


def test_nul_names_the_line(baca_uji: Pembaca) -> None:
    assert "baris 2" in baca_uji.tolak("peserta", ISI.replace("Ümit", "\x00").encode())


def test_undecodable_names_the_line(baca_uji: Pembaca) -> None:
    pesan = baca_uji.tolak("peserta", b"bulan;nik;nama;segmen;program\n2026-06;9901010101900001;\x81\xff;PU;JKK\n")
    assert "baris 2" in pesan and "simpan ulang" in pesan.lower()


def test_utf8_mark_promises_utf8(baca_uji: Pembaca) -> None:
    assert "baris 3" in baca_uji.tolak(
        "peserta", b"\xef\xbb\xbf" + ISI.encode() + b"2026-06;9901010101900001;\xe9;PU;JKK\n"
    )


@pytest.mark.parametrize("isi", [b"", b"\n\n  \n", b"\xef\xbb\xbf"])
def test_empty_file(baca_uji: Pembaca, isi: bytes) -> None:
    assert "kosong" in baca_uji.tolak("peserta", isi)


def _zip(**anggota: str) -> bytes:
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as arsip:
        for nama, teks in anggota.items():
            arsip.writestr(nama.replace("__", "/"), teks)
    return isi.getvalue()


XLSX = buku({"Data": [["bulan", "nik", "segmen", "program"], ["2026-06", "9901010101900001", "PU", "JKK"]]})
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("a.xls", OLE, "simpan ulang sebagai XLSX"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "sandi"),
        ("a.xls", b"<html><body><table><tr><td>nik</td></tr></table></body></html>", "simpan ulang sebagai XLSX"),
        ("a.xls", b"\xef\xbb\xbf\n <table><tr><td>nik</td></tr></table>", "simpan ulang sebagai XLSX"),
        ("a.xls", b'<?xml version="1.0"?><Workbook xmlns="urn:x"></Workbook>', "simpan ulang sebagai XLSX"),
        (
            "a.xlsm",
            _zip(**{"[Content_Types].xml": "macroEnabled", "xl__workbook.xml": ""}),
            "simpan ulang sebagai XLSX",
        ),
        ("a.xlsx", _zip(**{"[Content_Types].xml": "", "xl__workbook.bin": ""}), "simpan ulang sebagai XLSX"),
        ("a.xlsx", _zip(isi="bukan buku"), "bukan buku kerja"),
        ("a.xlsx", XLSX[: len(XLSX) // 2], "rusak"),
        ("a.csv", b"%PDF-1.7", "PDF"),
    ],
)
def test_refused_by_content(baca_uji: Pembaca, nama: str, isi: bytes, kata: str) -> None:
    assert kata.lower() in baca_uji.tolak("peserta", baca_uji.tulis(isi, nama)).lower()


def test_workbook_is_known_by_content_not_by_name(baca_uji: Pembaca) -> None:
    assert baca_uji("peserta", XLSX, nama="salah_nama.csv").dibaca == 1


def test_every_matching_sheet_and_the_notes_name_them(baca_uji: Pembaca) -> None:
    kepala = ["bulan", "nik", "segmen", "program"]
    hasil = baca_uji(
        "peserta",
        buku(
            {
                "Petunjuk": [["Isi lembar Data saja"]],
                "Data": [kepala, ["2026-06", "9901010101900001", "PU", "JKK"]],
                "Kosong": [kepala],
                "Tambahan": [["DAFTAR"], kepala, ["2026-06", "9901010101900002", "PU", "JKK"]],
            }
        ),
    )
    assert kolom(hasil, "lembar", "nomor_baris") == [("Data", 2), ("Tambahan", 3)]
    catatan = " ".join(hasil.catatan)
    assert "lembar dibaca Data, Tambahan" in catatan
    assert "lembar dilewati Petunjuk, Kosong" in catatan


def test_several_files_are_one_delivery(baca_uji: Pembaca) -> None:
    dua = ISI.replace("9901010101900001", "9901010101900002")
    hasil = baca_uji("peserta", ISI, dua, ISI)
    assert kolom(hasil, "berkas") == ["berkas0.csv", "berkas1.csv"]
    assert hasil.sisih.select("berkas", "alasan").rows() == [("berkas2.csv", "GANDA")]


def test_one_bad_file_refuses_all(baca_uji: Pembaca) -> None:
    assert "berkas1.csv" in baca_uji.tolak("peserta", ISI, "bulan;nik;segmen;program\n")


@pytest.mark.parametrize("isi", ["bulan;nik;segmen;program\n", "bulan;nik;segmen;program\n\n;;;\nJumlah;;;\n"])
def test_header_without_row(baca_uji: Pembaca, isi: str) -> None:
    assert "tidak ada satu baris data" in baca_uji.tolak("peserta", isi)


def test_data_contoh_in_the_first_row(baca_uji: Pembaca) -> None:
    assert baca_uji("peserta", "DATA CONTOH: bukan data sungguhan\n" + ISI).simulasi
    assert baca_uji("peserta", buku({"D": [["data  contoh"], ["bulan", "nik", "segmen", "program"],
                                           ["2026-06", "9901010101900001", "PU", "JKK"]]})).simulasi  # fmt: skip
    assert not baca_uji("peserta", ISI + "2026-06;9901010101900002;DATA CONTOH;PU;JKK\n").simulasi


def test_file_is_left_as_it_is(baca_uji: Pembaca) -> None:
    path: Path = baca_uji.tulis(XLSX, "tetap.xlsx")
    baca_uji("peserta", path)
    assert path.read_bytes() == XLSX


def test_template_without_rows_says_that_it_is_empty(baca_uji: Pembaca) -> None:
    isi = buku({"peserta": [["bulan", "nik", "segmen", "program"]], "Keterangan": [["Nama isian"], ["bulan"], ["nik"]]})
    assert "tidak ada satu baris data" in baca_uji.tolak("peserta", isi)

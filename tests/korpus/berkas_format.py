"""Files by their outside: encodings, separators, workbooks that are none, and what stands around a table."""

from __future__ import annotations

import io
import zipfile

from tests.bacaan import buku
from tests.korpus.kasus import Isi, baris, ganti_bagian, kasus, nik, orang

_ISI = baris("bulan", "nik", "nama", "segmen", "program") + baris("2026-06", nik(1), "Renée Ümit", "PU", "JKK")
_NAMA = {"kolom": ("nama", "nomor_baris"), "dimuat": [("Renée Ümit", 2)]}
_BUKU = buku({"Data": [["bulan", "nik", "segmen", "program"], ["2026-06", nik(1), "PU", "JKK"]]})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1024


@kasus("peserta", **_NAMA)
def utf8() -> Isi:
    return _ISI.encode()


@kasus("peserta", **_NAMA)
def utf8_bertanda() -> Isi:
    """With a byte order mark, as Excel saves it."""
    return _ISI.encode("utf-8-sig")


@kasus("peserta", **_NAMA)
def utf16_le() -> Isi:
    return b"\xff\xfe" + _ISI.encode("utf-16-le")


@kasus("peserta", **_NAMA)
def utf16_be() -> Isi:
    return b"\xfe\xff" + _ISI.encode("utf-16-be")


@kasus("peserta", **_NAMA)
def windows_1252() -> Isi:
    return _ISI.encode("windows-1252")


@kasus("peserta", **_NAMA)
def pemisah_koma_crlf() -> Isi:
    return _ISI.replace(";", ",").replace("\n", "\r\n").encode()


@kasus("peserta", **_NAMA)
def pemisah_tab_cr() -> Isi:
    """Line ends of an old Mac."""
    return _ISI.replace(";", "\t").replace("\n", "\r").encode()


@kasus("peserta", **_NAMA, berkas="daftar.txt")
def pemisah_garis_txt() -> Isi:
    return _ISI.replace(";", "|").encode()


@kasus("peserta", kolom=("nama", "nomor_baris"), dimuat=[("Ali, SE, MM", 4)], tanpa_catatan=("tidak dikenal",))
def pemisah_dari_judul() -> Isi:
    """More commas than semicolons above the header and in the names."""
    return "KABUPATEN CONTOH, PROVINSI, INDONESIA\nSelong, a, b, c, d\n" + _ISI.replace("Renée Ümit", "Ali, SE, MM")


@kasus("peserta", kolom=("nomor_baris",), dimuat=[3])
def baris_sep() -> Isi:
    """The line by which a spreadsheet knows the separator."""
    return "sep=;\n" + _ISI


@kasus("peserta", tolak=("baris 3", "NUL"))
def nul_di_csv() -> Isi:
    return _ISI + baris("2026-06", nik(2), "A\x00B", "PU", "JKK")


@kasus("peserta", tolak=("baris 2", "Windows-1252"))
def pengodean_campur() -> Isi:
    """UTF-8 in one line, a byte that no supported encoding has in the next."""
    return b"bulan;nik;nama;segmen;program\n" + f"2026-06;{nik(1)};".encode() + b"\x81\x8d;PU;JKK\n"


@kasus("peserta", kolom=("nama",), dimuat=["A\u00c3\u00a9", "\u00e9"])
def utf8_dan_1252() -> Isi:
    """Two encodings in one file: it is no UTF-8, so Windows-1252 for all of it, and no row is lost."""
    kepala = b"bulan;nik;nama;segmen;program\n"
    return kepala + f"2026-06;{nik(1)};Aé;PU;JKK\n".encode() + f"2026-06;{nik(2)};é;PU;JKK\n".encode("windows-1252")


@kasus("peserta", tolak=("kosong",))
def nol_bita() -> Isi:
    return b""


@kasus("peserta", tolak=("tidak ada satu baris data",))
def judul_saja() -> Isi:
    return "DAFTAR PESERTA\nbulan;nik;segmen;program\n\nJumlah;;;\n"


@kasus("peserta", dimuat=[], sisih={2: "NIK_TIDAK_SAH", 3: "KOLOM_KOSONG"})
def semua_baris_salah() -> Isi:
    """Read without a loaded row; ``load`` then refuses it (test_korpus)."""
    return "bulan;nik;segmen;program\n2026-06;123;PU;JKK\n2026-06;;PU;JKK\n"


@kasus("peserta", tolak=("kolom wajib tidak ada: nik", "nomor_ktp_salah", "--kolom"))
def kolom_wajib_tidak_ada() -> Isi:
    return f"bulan;nomor_ktp_salah;segmen;program\n2026-06;{nik(1)};PU;JKK\n"


@kasus("peserta", tolak=("judul kolom sumber peserta tidak ditemukan dalam 20 baris pertama",))
def judul_di_baris_21() -> Isi:
    return "surat\n" * 20 + _ISI


@kasus("peserta", dimuat=[21])
def judul_di_baris_20() -> Isi:
    return "surat\n" * 19 + _ISI


@kasus("peserta", tolak=("simpan ulang sebagai XLSX", ".xls"), berkas="lama.xls")
def xls_lama() -> Isi:
    return _OLE


@kasus("peserta", tolak=("sandi",), berkas="rahasia.xlsx")
def xlsx_bersandi() -> Isi:
    return _OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


@kasus("peserta", tolak=("bermakro", "simpan ulang sebagai XLSX"), berkas="makro.xlsm")
def xlsm_bermakro() -> Isi:
    hasil = io.BytesIO(_BUKU)
    with zipfile.ZipFile(hasil, "a") as arsip:
        arsip.writestr("xl/vbaProject.bin", b"Attribute VB_Name")
    return hasil.getvalue()


@kasus("peserta", tolak=("simpan ulang sebagai XLSX", "HTML"), berkas="laporan.xls")
def html_bernama_xls() -> Isi:
    return b"<html><body><table><tr><td>nik</td></tr></table></body></html>"


@kasus("peserta", tolak=("rusak",), berkas="putus.xlsx")
def xlsx_terpotong() -> Isi:
    return _BUKU[: len(_BUKU) * 2 // 3]


@kasus("peserta", tolak=("bukan buku kerja XLSX",), berkas="arsip.xlsx")
def zip_bernama_xlsx() -> Isi:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w") as arsip:
        arsip.writestr("peserta.csv", _ISI)
    return hasil.getvalue()


@kasus("peserta", tolak=("gambar",), berkas="foto.xlsx")
def gambar_bernama_xlsx() -> Isi:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


@kasus("peserta", tolak=("gambar",), berkas="foto.csv")
def foto_bernama_csv() -> Isi:
    return b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 4


@kasus("peserta", tolak=("PDF",), berkas="surat.csv")
def pdf_bernama_csv() -> Isi:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@kasus("peserta", tolak=("rusak",), berkas="rusak.xlsx")
def xml_lembar_rusak() -> Isi:
    return ganti_bagian(_BUKU, xl__worksheets__sheet1=b"<worksheet><sheetData><row><c r=")


@kasus(
    "peserta",
    kolom=("lembar", "nomor_baris"),
    dimuat=[("Jan", 2), ("Feb", 3)],
    catatan=("lembar dibaca Jan, Feb", "lembar dilewati Petunjuk"),
)
def beberapa_lembar() -> Isi:
    kepala = ["bulan", "nik", "segmen", "program"]
    return buku(
        {
            "Petunjuk": [["Isi lembar berikut"]],
            "Jan": [kepala, ["2026-01", nik(1), "PU", "JKK"]],
            "Feb": [["DAFTAR"], kepala, ["2026-02", nik(1), "PU", "JKK"]],
        }
    )


@kasus("peserta", dimuat=[2], simulasi=False)
def xlsx_bernama_csv() -> Isi:
    return _BUKU


@kasus("peserta", dimuat=[3], simulasi=True)
def data_contoh() -> Isi:
    return "DATA CONTOH - bukan data sebenarnya\n" + _ISI


@kasus(
    "peserta",
    dimuat=[3, 5, 10],
    catatan=(
        "1 baris jumlah dilewati",
        "1 baris kosong dilewati",
        "2 baris bernomor tanpa isi",
        "1 baris judul kolom yang berulang",
        "3 baris tanda tangan",
        "1 catatan kaki",
    ),
)
def sekeliling_tabel() -> Isi:
    """Column numbers, blank and pre-numbered rows, a repeated header, a total, a footnote, a signature."""
    kepala = "No;bulan;nik;nama;segmen;program\n"
    return (
        kepala
        + "1;2;3;4;5;6\n"
        + f"1;2026-06;{nik(1)};A;PU;JKK\n"
        + ";;;;;\n"
        + f"2;2026-06;{nik(2)};B;PU;JKK\n"
        + "3;;;;;\n4;;;;;\n"
        + kepala
        + "Jumlah;;;2;;\n"
        + f"5;2026-06;{nik(3)};C;PU;JKK\n"
        + "*) termasuk yang baru;;;;;\n"
        + ";;;Contoh, 5 Juli 2026;;\n;;;Kepala Dinas;;\n;;;NIP. 19700101 199001 1 001;;\n"
    )


@kasus("peserta", dimuat=[2], sisih={3: "KOLOM_LEBIH", 4: "NIK_TIDAK_SAH,KOLOM_LEBIH"})
def sel_lebih() -> Isi:
    return orang("x").replace("JKK;x", "JKK") + f"2026-06;{nik(2)};PU;JKK;x\n2026-06;12;PU;JKK;y\n"


@kasus(
    "peserta",
    kolom=("nama", "nomor_baris"),
    dimuat=[('A "B" C', 2), ("DUA\nBARIS", 3), ('O"Hara', 4)],
)
def kutip_dan_baris_dalam_sel() -> Isi:
    """A row number is that of the row in a spreadsheet, where a cell may hold two lines."""
    return (
        "bulan;nik;nama;segmen;program\n"
        f'2026-06;{nik(1)};"A ""B"" C";PU;JKK\n'
        f'2026-06;{nik(2)};"DUA\nBARIS";PU;JKK\n'
        f'2026-06;{nik(3)};O"Hara;PU;JKK\n'
    )


@kasus(
    "peserta",
    kolom=("nomor_baris",),
    dimuat=[2, 4],
    sisih={3: "GANDA", 5: "GANDA"},
    catatan=("GANDA: 2 baris", "1 di antaranya berisi lain"),
)
def ganda_sama_dan_beda() -> Isi:
    """The first in file order counts; a double with other values is named."""
    return (
        "bulan;nik;segmen;program;rp_upah\n"
        f"2026-06;{nik(1)};PU;JKK;1\n2026-06;{nik(1)};PU;JKK;1\n"
        f"2026-06;{nik(2)};PU;JKK;1\n2026-06;{nik(2)};PU;JKK;2\n"
    )


@kasus("peserta", kolom=("berkas",), dimuat=["a.csv", "b.csv"], sisih={2: "GANDA"})
def tiga_berkas_satu_kiriman() -> Isi:
    dua = _ISI.replace(nik(1), nik(2))
    return {"a.csv": _ISI.encode(), "b.csv": dua.encode(), "c.csv": _ISI.encode()}


@kasus("peserta", tolak=("b.csv",))
def satu_berkas_buruk_menolak_semua() -> Isi:
    return {"a.csv": _ISI.encode(), "b.csv": b"bulan;nik\n"}

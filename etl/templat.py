"""The XLSX template of a source: headings, one example row, dropdowns, and a sheet that explains every column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from etl.kode import NAMA_PROGRAM, PROGRAM, SEKTOR
from etl.kolom import Kolom, Kontrak
from etl.kontrak import SUMBER
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

BARIS_ISIAN = 5000  # rows that get dropdowns and text cells
_KODE_CONTOH, _NIK_CONTOH = "99.01", "9901"
_KETERANGAN = {  # headings of the explaining sheet and their widths; none may be a heading of a contract
    "Nama isian": 24, "Harus diisi": 20, "Penjelasan": 52, "Cara menulis": 34, "Nilai yang boleh": 60,
    "Dasar aturan": 22,
}  # fmt: skip
_BENTUK: dict[str, str] = {
    "teks": "teks",
    "kode": "salah satu kode dalam daftar",
    "kode_bebas": "kode, huruf besar",
    "kode_opd": "kode atau nama OPD",
    "pemilik": "kode atau nama OPD, atau nama lain",
    "kode_desa": "kode Kemendagri, 10 angka (bertitik atau tidak)",
    "kode_kecamatan": "kode Kemendagri, 6 angka (bertitik atau tidak)",
    "kode_wilayah": "kode pada tingkat yang disebut kolom tingkat",
    "kode_rekening": "kode rekening bertitik",
    "sektor": "kode sektor atau kode KBLI",
    "kbli": "kode KBLI, huruf atau angka",
    "bulan": "bulan: 2026-06, 06/2026, atau Juni 2026",
    "periode": "bulan 2026-06, triwulan 2026-TW2, atau semester 2026-1",
    "tanggal": "tanggal: 2026-06-30 atau 30/06/2026",
    "tahun": "tahun, empat angka",
    "jumlah": "bilangan bulat, tidak negatif",
    "rupiah": "rupiah bulat, misalnya 1.250.000",
    "persen": "persen, 0 sampai 100, desimal dengan koma",
    "nilai": "angka, desimal dengan koma dan tanpa tanda ribuan",
    "ya_tidak": "Ya atau Tidak",
    "nik": "16 angka sebagai teks",
    "program": "satu atau beberapa program, dipisah koma",
}


def describe_bentuk(kolom: Kolom) -> str:
    """How a cell of this column is written, in Indonesian."""
    if kolom.jenis == "program" and kolom.tunggal:
        return "satu program"
    if kolom.jenis == "rupiah" and kolom.boleh_negatif:
        return "rupiah bulat, boleh negatif untuk koreksi"
    return _BENTUK[kolom.jenis]


def describe_wajib(kontrak: Kontrak, kolom: Kolom) -> str:
    """Whether the column must be filled: Ya, Kolom harus ada, Salah satu, Tidak."""
    if kolom.wajib:
        return "Ya"
    if kolom.ada:
        return "Kolom harus ada, isi boleh kosong"
    for grup in kontrak.salah_satu:
        if kolom.nama in grup:
            return f"Salah satu dari {' atau '.join(grup)}"
    return "Tidak"


def list_kode(kolom: Kolom, profil: Profil | None = None) -> dict[str, str]:
    """Allowed codes of a column with their labels; empty when it is not a closed list."""
    if kolom.daftar is not None:
        kode = dict(kolom.daftar.label)
    elif kolom.jenis == "sektor":
        kode = dict(SEKTOR.label)
    elif kolom.jenis == "program":
        kode = {program: NAMA_PROGRAM[program] for program in PROGRAM}
    elif kolom.jenis in ("kode_opd", "pemilik") and profil is not None:
        return {opd.kode: opd.nama for opd in profil.opd}
    elif kolom.jenis == "ya_tidak":
        return {"Ya": "", "Tidak": ""}
    else:
        return {}
    return kode | ({"SEMUA": "Seluruhnya, tidak dirinci"} if kolom.semua else {})


def write_template(sumber: str, out: Path, profil: Profil | None = None) -> None:
    """Write the template of one source. With a profile the examples carry its region code and the lists its offices.

    Raises ``Penolakan`` for an unknown source and when the file cannot be written.
    """
    kontrak = SUMBER.get(sumber)
    if kontrak is None:
        raise Penolakan(f"Sumber {sumber} tidak dikenal. Sumber yang ada: {', '.join(SUMBER)}.")
    try:
        with xlsxwriter.Workbook(str(out)) as buku:
            _write_isian(buku, kontrak, profil)
            _write_keterangan(buku, kontrak, profil)
            _write_daftar(buku, kontrak, profil)
    except (OSError, xlsxwriter.exceptions.FileCreateError) as galat:
        raise Penolakan(
            f"Templat tidak dapat ditulis ke {out}. Tutup berkas itu bila sedang terbuka, atau pilih folder lain."
        ) from galat


def _contoh(kolom: Kolom, profil: Profil | None) -> str:
    """The example value, inside the regency of the profile."""
    kode = profil.kode if profil is not None else _KODE_CONTOH
    if kolom.jenis == "nik":
        return kolom.contoh.replace(_NIK_CONTOH, kode.replace(".", ""), 1)
    return kolom.contoh.replace(_KODE_CONTOH, kode)


def _write_isian(buku: Any, kontrak: Kontrak, profil: Profil | None) -> None:
    lembar = buku.add_worksheet(kontrak.nama)
    dasar = {"bold": True, "border": 1, "num_format": "@"}
    wajib = buku.add_format(dasar | {"bg_color": "#1F4E79", "font_color": "#FFFFFF"})
    biasa = buku.add_format(dasar | {"bg_color": "#DDEBF7"})
    teks = buku.add_format({"num_format": "@"})
    for posisi, kolom in enumerate(kontrak.kolom):
        # Text cells everywhere: a spreadsheet must not round a NIK or read a code as a date.
        lembar.set_column(posisi, posisi, max(12, len(kolom.nama) + 3), teks)
        lembar.write_string(0, posisi, kolom.nama, wajib if kolom.harus_ada else biasa)
        contoh = _contoh(kolom, profil)
        if contoh:
            lembar.write_string(1, posisi, contoh, teks)
        kode = list_kode(kolom, profil)
        if kode and not (kolom.jenis == "program" and not kolom.tunggal):
            awal = f"=Daftar!${_huruf(_kolom_daftar(kontrak, profil, kolom))}$2"
            akhir = f"${_huruf(_kolom_daftar(kontrak, profil, kolom))}${len(kode) + 1}"
            lembar.data_validation(
                1, posisi, BARIS_ISIAN, posisi,
                {
                    "validate": "list",
                    "source": f"{awal}:{akhir}",
                    "error_type": "warning" if kolom.jenis in ("kode_opd", "pemilik", "sektor") else "stop",
                    "error_title": "Di luar daftar",
                    "error_message": f"Pilih dari daftar. Keterangan kolom {kolom.nama[:40]} ada di lembar Keterangan.",
                    "ignore_blank": True,
                },
            )  # fmt: skip
    lembar.freeze_panes(1, 0)
    lembar.activate()


def _write_keterangan(buku: Any, kontrak: Kontrak, profil: Profil | None) -> None:
    lembar = buku.add_worksheet("Keterangan")
    tebal = buku.add_format({"bold": True})
    judul = buku.add_format({"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1})
    sel = buku.add_format({"text_wrap": True, "valign": "top", "border": 1})
    lembar.write_string(0, 0, f"{kontrak.judul}: keterangan kolom", tebal)
    lembar.write_string(1, 0, f"Pengirim: {kontrak.pengirim}. {kontrak.penjelasan}")
    lembar.write_string(2, 0, f"Dasar: {kontrak.dasar}. Hapus baris contoh sebelum mengirim; jangan ubah judul kolom.")
    for posisi, (nama, lebar) in enumerate(_KETERANGAN.items()):
        lembar.set_column(posisi, posisi, lebar)
        lembar.write_string(4, posisi, nama, judul)
    for nomor, kolom in enumerate(kontrak.kolom, start=5):
        kode = list_kode(kolom, profil)
        isi = "; ".join(f"{satu} = {label}" if label else satu for satu, label in kode.items())
        nilai = (kolom.nama, describe_wajib(kontrak, kolom), kolom.bantuan, describe_bentuk(kolom), isi, kolom.dasar)
        for posisi, teks in enumerate(nilai):
            lembar.write_string(nomor, posisi, teks, sel)
    lembar.freeze_panes(5, 1)


def _berdaftar(kontrak: Kontrak, profil: Profil | None) -> list[Kolom]:
    return [kolom for kolom in kontrak.kolom if list_kode(kolom, profil)]


def _kolom_daftar(kontrak: Kontrak, profil: Profil | None, kolom: Kolom) -> int:
    return 2 * _berdaftar(kontrak, profil).index(kolom)


def _huruf(posisi: int) -> str:
    return str(xl_col_to_name(posisi))


def _write_daftar(buku: Any, kontrak: Kontrak, profil: Profil | None) -> None:
    """The closed lists, code and label side by side; the dropdowns point here."""
    lembar = buku.add_worksheet("Daftar")
    tebal = buku.add_format({"bold": True})
    for kolom in _berdaftar(kontrak, profil):
        posisi = _kolom_daftar(kontrak, profil, kolom)
        lembar.set_column(posisi, posisi + 1, 26)
        # "Pilihan …" so that no reader takes this sheet for a filled form
        lembar.write_string(0, posisi, f"Pilihan {kolom.nama}", tebal)
        for baris, (kode, label) in enumerate(list_kode(kolom, profil).items(), start=1):
            lembar.write_string(baris, posisi, kode)
            lembar.write_string(baris, posisi + 1, label)

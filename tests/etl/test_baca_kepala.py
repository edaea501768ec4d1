"""The header: letterheads, merged headings, column numbers, aliases, what is missing."""

import csv
from datetime import date
from pathlib import Path

import pytest

from etl.baca.kepala import find_kepala
from etl.kontrak import SUMBER
from tests.bacaan import Pembaca, buku, kolom

BARIS = "2026-06;9901010101900001;PU;JKK\n"


def test_header_below_a_letterhead(baca_uji: Pembaca) -> None:
    surat = "BPJS KETENAGAKERJAAN;;;\nKantor Cabang;;;\n\n;;;\n"
    hasil = baca_uji("peserta", surat + "bulan;nik;segmen;program\n1;2;3;4\n" + BARIS)
    assert kolom(hasil, "nomor_baris") == [7]


def test_header_is_looked_for_in_20_rows(baca_uji: Pembaca) -> None:
    isi = "bulan;nik;segmen;program\n" + BARIS
    assert baca_uji("peserta", "surat;;;\n" * 19 + isi).dibaca == 1
    assert "tidak ditemukan dalam 20 baris" in baca_uji.tolak("peserta", "surat;;;\n" * 20 + isi)


@pytest.mark.parametrize(
    "judul",
    ["NIK", " n.i.k ", "NIK KTP", "nik_ktp", "Nomor Induk Kependudukan", "No. KTP", "nik*", "NIK (16 angka)", "ník"],
)
def test_matching_ignores_case_blanks_punctuation_accents(baca_uji: Pembaca, judul: str) -> None:
    assert baca_uji("peserta", f"bulan;{judul};segmen;program\n" + BARIS).dibaca == 1


def test_real_bpu_list(baca_uji: Pembaca) -> None:
    """Merged heading ``program`` over three columns of 1 and 0; no month, segment or payer."""
    hasil = baca_uji(
        "peserta",
        buku(
            {
                "Sheet1": [
                    ["nik", "kpj", "nama", "tgl_lahir", "no_handphone", None, None, None, "jenis_pekerjaan",
                     "tgl_kepesertaan", "tgl_berakhir", "masa_grace"],
                    [None, None, None, None, None, "JHT", "JKK", "JKM", None, None, None, None],
                    ["9901010101900001", "1", "A", "1 MEI 1990", "08", 0, 1, 1, "Petani", 46000, 46500, ""],
                    ["9901010101900002", "2", "B", 32874, "08", 1, 1, None, "Nelayan", 46000, "31 AGS 2027", ""],
                ]
            },
            gabung=[("F1:H1", "program")],
        ),
        bulan="2026-06", segmen="BPU", pembayar="MANDIRI",
    )  # fmt: skip
    assert kolom(hasil, "is_jkk", "is_jkm", "is_jht", "tanggal_lahir", "tanggal_berakhir", "pekerjaan") == [
        (True, True, False, date(1990, 5, 1), date(2027, 4, 23), "Petani"),
        (True, False, True, date(1990, 1, 1), date(2027, 8, 31), "Nelayan"),  # an empty cell is no
    ]
    assert kolom(hasil, "segmen", "pembayar") == [("BPU", "MANDIRI")] * 2
    assert any("no_handphone" in c and "tgl_kepesertaan" in c and "masa_grace" in c for c in hasil.catatan)


def test_merged_heading_in_csv(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;segmen;program;;\n;;;JKK;JKM;JHT\n1;2;3;4;5;6\n2026-06;9901010101900001;PU;v;v;-\n",
    )
    assert kolom(hasil, "is_jkk", "is_jkm", "is_jht", "nomor_baris") == [(True, True, False, 4)]


@pytest.mark.parametrize("judul", ["JKK", "program: JKK", "Program JKK", "is_jkk", "Jaminan Kecelakaan Kerja"])
def test_programme_columns(baca_uji: Pembaca, judul: str) -> None:
    hasil = baca_uji("peserta", f"bulan;nik;segmen;{judul};JKM\n2026-06;9901010101900001;PU;1;\n")
    assert kolom(hasil, "is_jkk", "is_jkm", "is_jp") == [(True, False, False)]


def test_vertical_and_horizontal_merges_in_data(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        buku(
            {
                "S": [
                    ["bulan", "nik", "segmen", "program"],
                    [None, "9901010101900001", None, "JKK"],
                    [None, "9901010101900002", None, "JKM"],
                ]
            },
            gabung=[("A2:A3", "2026-06"), ("C2:C3", "PU")],
        ),
    )
    assert kolom(hasil, "segmen", "nomor_baris") == [("PU", 2), ("PU", 3)]


def test_missing_column_names_what_is_missing_and_what_was_found(baca_uji: Pembaca) -> None:
    pesan = baca_uji.tolak("peserta", "Bulan Data;NIK;Nama TK;Alamat\n2026-06;9901010101900001;A;B\n")
    assert "segmen" in pesan and "program" in pesan  # missing
    assert "Alamat" in pesan and "Nama TK" in pesan  # found
    assert "--isi segmen=" in pesan


def test_refusal_shows_no_person(baca_uji: Pembaca) -> None:
    """A list without header: its first row is a person, which no message may print."""
    pesan = baca_uji.tolak("peserta", "2026-06;9901010101900001;Budi Santoso;PU\n" * 3)
    assert "9901010101900001" not in pesan and "Budi" not in pesan
    assert "bulan, nik, segmen, program" in pesan


def test_column_with_a_star_in_brackets_may_be_empty_but_not_missing(baca_uji: Pembaca) -> None:
    kepala, isi = "bulan;nik;sumber_dana;rp_iuran", "2026-06;9901010101900001;APBD;16.800"
    assert "kode_desa" in baca_uji.tolak("penerima_bantuan", f"{kepala}\n{isi}\n")
    assert kolom(baca_uji("penerima_bantuan", f"{kepala};kode_desa\n{isi};\n"), "kode_desa") == [None]


def test_one_of_two_columns(baca_uji: Pembaca) -> None:
    pesan = baca_uji.tolak(
        "realisasi", "bulan;lingkup;kode_rekening;sumber_dana;rp_realisasi\n2026-06;APBD;5.1;APBD;1\n"
    )
    assert "kode_opd atau kode_desa" in pesan


def test_unknown_columns_are_ignored_and_named(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", "No;bulan;nik;segmen;program;Alamat\n1;2026-06;9901010101900001;PU;JKK;x\n")
    assert any(catatan.endswith("kolom tidak dikenal, diabaikan: Alamat.") for catatan in hasil.catatan)


def test_canonical_name_wins_over_alias(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", "bulan;nik;no ktp;segmen;program\n2026-06;9901010101900001;1;PU;JKK\n")
    assert hasil.dimuat.height == 1


def test_two_month_letterhead_asks_for_bulan(baca_uji: Pembaca) -> None:
    pesan = baca_uji.tolak("peserta", "Januari s.d. Juni 2026;;\nnik;segmen;program\n9901010101900001;PU;JKK\n")
    assert "--bulan" in pesan and "2026-01, 2026-06" in pesan


def test_month_of_the_letterhead(baca_uji: Pembaca) -> None:
    isi = "Daftar peserta keadaan Juni 2026;;\nnik;segmen;program\n9901010101900001;PU;JKK\n"
    assert kolom(baca_uji("peserta", isi), "bulan") == [date(2026, 6, 1)]
    assert kolom(baca_uji("peserta", isi, bulan="2026-05"), "bulan") == [date(2026, 5, 1)]  # --bulan wins


def test_number_typed_kk_is_a_note(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        buku({"S": [["bulan", "nik", "segmen", "program", "No KK"],
                    ["2026-06", "9901010101900001", "PU", "JKK", 9901010101900001]]}),
    )  # fmt: skip
    assert hasil.dimuat.height == 1
    assert any("1 nomor KK diketik sebagai angka" in catatan for catatan in hasil.catatan)


TATA = Path(__file__).parent.parent / "fixtures" / "tata_berkas.csv"


def test_known_real_headings() -> None:
    """Headings that importers of real files use (layout; heading; source; column)."""
    with TATA.open(encoding="utf-8", newline="") as berkas:
        for baris in csv.DictReader(berkas):
            kepala = find_kepala([[baris["judul"], "x"]], SUMBER[baris["sumber"]], ())
            ditemukan = set() if kepala is None else {*kepala.kolom, *kepala.nama, *kepala.program}
            assert baris["kolom"] in ditemukan, baris

"""Rows: what is data and what is not, required cells, doubles, --isi, set-aside rows."""

import json

import pytest

from tests.bacaan import Pembaca, alasan, buku, kolom, rincian

KEPALA = "bulan;nik;segmen;program;npp;rp_upah\n"
SATU = "2026-06;9901010101900001;PU;JKK;N1;1\n"
DUA = "2026-06;9901010101900002;PU;JKK;N1;1\n"


@pytest.mark.parametrize(
    ("sisipan", "catatan"),
    [
        ("\n", "1 baris kosong"),
        (";;;;;\n", "1 baris kosong"),
        ("Jumlah;;;;;2\n", "1 baris jumlah"),
        ("GRAND TOTAL;;;;;1\n", "1 baris jumlah"),
        ("Sub Total;;;;;1\n", "1 baris jumlah"),
        ("Jumlah Total :;;;;;1\n", "1 baris jumlah"),
        (KEPALA, "1 baris judul kolom yang berulang"),
        (KEPALA + "1;2;3;4;5;6\n", "2 baris judul kolom yang berulang"),
    ],
)
def test_rows_that_are_no_data(baca_uji: Pembaca, sisipan: str, catatan: str) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + sisipan + DUA)
    assert hasil.dibaca == hasil.dimuat.height == 2
    assert any(f"{catatan} dilewati" in satu for satu in hasil.catatan)


EKOR_TANDA = (
    "\n;;;Contoh, 5 Juli 2026;;\n;;;Kepala Kantor Cabang,;;\n;;;;;\n"
    ";;;BUDI SANTOSO;;\n;;;NIP. 19700101 199003 1 001;;\n"
)


@pytest.mark.parametrize(
    ("ekor", "catatan"),
    [
        (EKOR_TANDA, "4 baris tanda tangan"),
        ("\nMengetahui,;;;;;\nBupati;;;;;\nNAMA;;;;;\n", "3 baris tanda tangan"),
        ("Sumber: BPJS Ketenagakerjaan;;;;;\n", "1 catatan kaki"),
        ("*) angka sementara;;;;;\n", "1 catatan kaki"),
    ],
)
def test_what_stands_below_the_table(baca_uji: Pembaca, ekor: str, catatan: str) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + DUA + ekor)
    assert (hasil.dibaca, hasil.dimuat.height) == (2, 2)
    assert any(f"{catatan} dilewati" in satu for satu in hasil.catatan)


def test_merged_signature(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        buku(
            {
                "S": [
                    ["bulan", "nik", "segmen", "program"],
                    ["2026-06", "9901010101900001", "PU", "JKK"],
                    [],
                    [],
                    [],
                    [],
                ]
            },
            gabung=[("A4:D4", "Kepala Dinas"), ("A6:D6", "NAMA PEJABAT")],
        ),
    )
    assert hasil.dibaca == 1


def test_pre_numbered_empty_rows(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", "No;bulan;nik;segmen;program\n1;2026-06;9901010101900001;PU;JKK\n2;;;;\n3;;;;\n")
    assert hasil.dibaca == 1
    assert any("2 baris bernomor tanpa isi" in catatan for catatan in hasil.catatan)


def test_broken_last_row_is_not_taken_for_a_signature(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + "\n;9901010101900002;;;;\n")
    assert alasan(hasil) == {4: "KOLOM_KOSONG"}
    assert [kolom for _, kolom, _, _ in rincian(hasil)] == ["bulan", "segmen", "program"]


def test_a_person_may_be_called_jumlah(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", "nama;nik;segmen;program\nJumlah;9901010101900001;PU;JKK\nJumlah;;;\n", bulan="2026-06")
    assert (hasil.dibaca, hasil.dimuat.height) == (1, 1)


def test_all_reasons_of_a_row_in_fixed_order(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + "2026-13;99010;XX;;N1;abc;lebih\n")
    assert alasan(hasil) == {
        3: "KOLOM_KOSONG,NIK_TIDAK_SAH,KODE_TIDAK_DIKENAL,TANGGAL_TIDAK_SAH,ANGKA_TIDAK_SAH,KOLOM_LEBIH"
    }
    assert rincian(hasil) == [
        (3, "program", "KOLOM_KOSONG", ""),
        (3, "nik", "NIK_TIDAK_SAH", "PANJANG"),
        (3, "segmen", "KODE_TIDAK_DIKENAL", ""),
        (3, "bulan", "TANGGAL_TIDAK_SAH", ""),
        (3, "rp_upah", "ANGKA_TIDAK_SAH", ""),
        (3, "", "KOLOM_LEBIH", ""),
    ]


def test_set_aside_row_keeps_every_original_value_with_the_nik_masked(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "Bulan;NIK KTP;Nama;Segmen;Program;Alamat;Keterangan\n"
        "2026-06;9901010101900001;Budi;XX;JKK;Jl. Mawar 1;ibu 9901014101900002\n"
        "2026-06;9901010101900003;Ani;PU;JKK;;\n",
    )
    assert json.loads(hasil.sisih["asli"][0]) == {
        "Bulan": "2026-06",
        "NIK KTP": "990101********01",
        "Nama": "Budi",
        "Segmen": "XX",
        "Program": "JKK",
        "Alamat": "Jl. Mawar 1",  # also of columns that no contract knows
        "Keterangan": "ibu 990101********02",  # a NIK may stand anywhere
    }
    assert "9901010101900001" not in str(hasil.sisih.rows()) + str(hasil.catatan)


def test_first_of_a_double_is_loaded(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + DUA + SATU.replace(";1\n", ";2\n") + SATU + SATU.replace("N1", "N2"))
    assert kolom(hasil, "nomor_baris") == [2, 3, 6]  # another employer is another key
    assert alasan(hasil) == {4: "GANDA", 5: "GANDA"}
    assert any("GANDA: 2 baris" in satu and "1 di antaranya berisi lain" in satu for satu in hasil.catatan)


def test_a_row_set_aside_makes_no_double(baca_uji: Pembaca) -> None:
    rusak = SATU.replace(";1\n", ";abc\n")
    hasil = baca_uji("peserta", KEPALA + rusak + SATU + rusak)
    assert kolom(hasil, "nomor_baris") == [3]
    assert alasan(hasil) == {2: "ANGKA_TIDAK_SAH", 4: "ANGKA_TIDAK_SAH,GANDA"}


def test_doubles_only_inside_a_cakupan(baca_uji: Pembaca) -> None:
    hasil = baca_uji("peserta", KEPALA + SATU + SATU.replace("2026-06", "2026-07"))
    assert hasil.sisih.is_empty()
    assert hasil.cakupan == ["2026-06", "2026-07"]


def test_employers_without_number_are_known_by_name_and_village(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "pemberi_kerja",
        "bulan;npp;nama;skala;kode_desa\n"
        "2026-06;N1;CV Satu;MIKRO;\n"
        "2026-06;N1;CV Satu Baru;MIKRO;\n"  # the number is the key
        "2026-06;;CV Dua;MIKRO;99.01.01.2001\n"
        "2026-06;;CV. DUA;MIKRO;99.01.01.2001\n"
        "2026-06;;CV Dua;MIKRO;99.01.01.2002\n",
    )
    assert alasan(hasil) == {3: "GANDA", 5: "GANDA"}
    assert hasil.cakupan == ["2026-06|NPP", "2026-06|TANPA_NPP"]


def test_isi_fills_missing_columns(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta", "nik\n9901010101900001\n", bulan="Juni 2026", segmen="bukan penerima upah", program="JKK"
    )
    assert kolom(hasil, "segmen", "is_jkk", "is_jkm") == [("BPU", True, False)]


def test_isi_for_a_column_that_the_file_has(baca_uji: Pembaca) -> None:
    isi = KEPALA + SATU
    assert baca_uji("peserta", isi, bulan="06/2026").dimuat.height == 1  # equal, written otherwise
    assert "bulan" in baca_uji.tolak("peserta", isi, bulan="2026-05")
    kosong = isi.replace("2026-06", "")
    assert baca_uji("peserta", kosong, bulan="2026-05").cakupan == ["2026-05"]  # a column without any value


@pytest.mark.parametrize(
    ("tetap", "kata"),
    [
        ({"bulan": "Juni"}, "TANGGAL_TIDAK_SAH"),
        ({"segmen": "XX"}, "KODE_TIDAK_DIKENAL"),
        ({"warna": "biru"}, "warna"),
        ({"nik": "9901010101900001"}, "nik"),
        ({"segmen": " "}, "kosong"),
    ],
)
def test_isi_that_cannot_be(baca_uji: Pembaca, tetap: dict[str, str], kata: str) -> None:
    assert kata in baca_uji.tolak(
        "peserta", "nik;program\n9901010101900001;JKK\n", **{"bulan": "2026-06", "segmen": "PU"} | tetap
    )


def test_frames_have_the_columns_of_the_contract(baca_uji: Pembaca) -> None:
    from etl.kontrak import SUMBER

    hasil = baca_uji("peserta", KEPALA + SATU + "x;x;x;x;x;x\n")
    assert hasil.dimuat.columns == list(SUMBER["peserta"].skema())
    assert hasil.sisih.columns == list(SUMBER["peserta"].skema_sisih())
    assert hasil.dibaca == hasil.dimuat.height + hasil.sisih.height


def test_nothing_accepted_is_for_load_to_refuse(baca_uji: Pembaca) -> None:
    """A perbaikan must be able to read a file of which no row was good."""
    hasil = baca_uji("peserta", KEPALA + "x;x;x;x;x;x\n")
    assert (hasil.dibaca, hasil.dimuat.height, hasil.cakupan) == (1, 0, [])


def test_a_company_may_be_called_total(baca_uji: Pembaca) -> None:
    hasil = baca_uji("pemberi_kerja", "nama;npp;skala\nTotal Bangun Persada;N1;BESAR\nTotal;;\n", bulan="2026-06")
    assert kolom(hasil, "nama") == ["Total Bangun Persada"]
    assert hasil.dibaca == 1


def test_names_of_a_place_by_isi(baca_uji: Pembaca) -> None:
    isi = "bulan;nik;sumber_dana;rp_iuran\n2026-06;9901010101900001;APBDES;16800\n"
    assert kolom(baca_uji("penerima_bantuan", isi, kecamatan="Maju", desa="Pusat"), "kode_desa") == ["99.01.01.1001"]

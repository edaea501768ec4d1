"""Region codes and names: Kemendagri only, BPS codes told apart (sources.md 1, domain.md 6.1)."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.bacaan import Pembaca, alasan, kolom, rincian
from ucj.peraturan import init

KEPALA = "bulan;nik;segmen;program;kode_desa\n"


def _baris(*kode: str) -> str:
    return KEPALA + "".join(f"2026-06;99010101019{n:05d};PU;JKK;{satu}\n" for n, satu in enumerate(kode, start=1))


@pytest.fixture
def berau(tmp_path: Path) -> Pembaca:
    """The one regency whose BPS code differs: 64.03 is 6405 there."""
    return Pembaca(tmp_path, init(tmp_path / "berau", "berau", None, None), None)


@pytest.mark.parametrize(
    ("tulis", "terbaca"),
    [
        ("99.01.01.2001", "99.01.01.2001"),
        ("9901012001", "99.01.01.2001"),
        (" 99.01.01.2001 ", "99.01.01.2001"),
        ("52.03.01.2004", "52.03.01.2004"),  # another regency: valid, "luar daerah"
        ("99.01.77.2999", "99.01.77.2999"),  # not in wilayah: a warning of build
        ("", None),
    ],
)
def test_kode_desa(baca_uji: Pembaca, tulis: str, terbaca: str | None) -> None:
    assert kolom(baca_uji("peserta", _baris(tulis)), "kode_desa") == [terbaca]


@pytest.mark.parametrize("tulis", ["990101", "99.01.01", "99010120011", "Sukamaju", "99.01.00.2001", "99-01-01-2001"])
def test_no_code_at_all(baca_uji: Pembaca, tulis: str) -> None:
    assert alasan(baca_uji("peserta", _baris("99.01.01.2001", tulis))) == {3: "KODE_TIDAK_DIKENAL"}


@pytest.mark.parametrize("bps", ["9901010001", "9901010012", "99.01.010.001"])
def test_a_single_bps_code_sets_its_row_aside(baca_uji: Pembaca, bps: str) -> None:
    assert alasan(baca_uji("peserta", _baris("9901012001", bps, "9901012002"))) == {3: "KODE_BPS"}


def test_half_of_the_filled_codes_refuse_the_file(baca_uji: Pembaca) -> None:
    pesan = baca_uji.tolak("peserta", _baris("9901012001", "9901010001", "", ""))
    assert "BPS" in pesan and "Kemendagri" in pesan and "1 dari 2" in pesan


def test_bps_digits_of_the_regency_itself(berau: Pembaca) -> None:
    assert alasan(berau("peserta", _baris("6403012001", "64.03.01.2002", "6405012001"))) == {4: "KODE_BPS"}
    assert "BPS" in berau.tolak("peserta", _baris("6405012001", "64.05.01.2002"))


def test_bps_in_kode_wilayah(berau: Pembaca) -> None:
    isi = "tahun;sumber_data;tingkat;kode_wilayah;jumlah_bekerja\n2025;SAKERNAS;KABUPATEN;6405;100\n"
    assert "BPS" in berau.tolak("penduduk_bekerja", isi)
    assert kolom(berau("penduduk_bekerja", isi.replace("6405", "6403")), "kode_wilayah") == ["64.03"]


def test_kode_wilayah_follows_tingkat(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "penduduk_bekerja",
        "tahun;sumber_data;tingkat;kode_wilayah;jumlah_bekerja\n"
        "2025;BPS;Kabupaten;9901;100\n"
        "2025;DUKCAPIL;KECAMATAN;990101;10\n"
        "2025;DUKCAPIL;DESA;9901012001;1\n"
        "2025;DUKCAPIL;DESA;990101;1\n"
        "2025;DUKCAPIL;KABUPATEN;9901012001;1\n",
    )
    assert kolom(hasil, "sumber_data", "kode_wilayah", "basis") == [
        ("SAKERNAS", "99.01", "DOMISILI"),
        ("DUKCAPIL", "99.01.01", "DOMISILI"),
        ("DUKCAPIL", "99.01.01.2001", "DOMISILI"),
    ]
    assert alasan(hasil) == {5: "KODE_TIDAK_DIKENAL", 6: "KODE_TIDAK_DIKENAL"}


def _nama(*pasangan: tuple[str, str]) -> str:
    baris = [f"2026-06;99010101019{n:05d};PU;JKK;{kec};{desa}\n" for n, (kec, desa) in enumerate(pasangan, start=1)]
    return "bulan;nik;segmen;program;Kecamatan;Desa/Kelurahan\n" + "".join(baris)


@pytest.mark.parametrize(
    ("kecamatan", "desa", "kode"),
    [
        ("MAJU", "Suka Maju", "99.01.01.2001"),
        ("Kec. Maju", "Desa SUKAMAJU", "99.01.01.2001"),
        ("kecamatan maju", "suka-maju", "99.01.01.2001"),
        ("Mundur", "Suka Maju", "99.01.02.2001"),  # the same name, another sub-district
        ("Maju", "Imaan", "99.01.01.2002"),
        ("Mundur", "Kel. Kembar", "99.01.02.1002"),
        ("Mundur", "Desa Kembar", "99.01.02.2003"),
        ("Mundur", "Kel. Kampung Kembar", "99.01.02.1002"),  # two words before the name
    ],
)
def test_names_matched_together(baca_uji: Pembaca, kecamatan: str, desa: str, kode: str) -> None:
    assert kolom(baca_uji("peserta", _nama((kecamatan, desa))), "kode_desa") == [kode]


def test_names_that_do_not_match(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta", _nama(("Maju", "Pusat"), ("Mundur", "Pusat"), ("", "Pusat"), ("Maju", ""), ("Mundur", "Kembar"))
    )
    assert kolom(hasil, "kode_desa", "nomor_baris") == [("99.01.01.1001", 2), (None, 4), (None, 5)]
    assert alasan(hasil) == {3: "KODE_TIDAK_DIKENAL", 6: "KODE_TIDAK_DIKENAL"}  # row 6: two villages have that name
    assert any("2 baris menyebut hanya nama desa" in catatan for catatan in hasil.catatan)


def test_a_code_wins_over_names(baca_uji: Pembaca) -> None:
    isi = (
        "bulan;nik;segmen;program;kode_desa;kecamatan;desa\n2026-06;9901010101900001;PU;JKK;9901012001;Mundur;Kembar\n"
    )
    assert kolom(baca_uji("peserta", isi), "kode_desa") == ["99.01.01.2001"]


def test_names_need_the_list_of_villages(baca_uji: Pembaca) -> None:
    pesan = replace(baca_uji, wilayah=None).tolak("peserta", _nama(("Maju", "Pusat")))
    assert "etl load wilayah" in pesan


def test_wilayah_holds_its_own_regency_only(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "wilayah",
        "Kode Desa;Desa/Kelurahan;Jenis;Kode Kecamatan;Kecamatan\n"
        "9901012001;Suka Maju;Kampung;990101;Maju\n"
        "99.01.01.1001;Pusat;KEL;99.01.01;Maju\n"
        "52.03.01.2001;Luar;Desa;52.03.01;Luar\n"
        "99.01.02.2001;Salah;Desa;99.01.03;Mundur\n",
    )
    assert kolom(hasil, "kode_desa", "jenis", "kode_kecamatan", "cakupan") == [
        ("99.01.01.2001", "DESA", "99.01.01", "99.01"),
        ("99.01.01.1001", "KELURAHAN", "99.01.01", "99.01"),
    ]
    assert rincian(hasil) == [
        (4, "kode_desa", "KODE_TIDAK_DIKENAL", "desa kabupaten lain"),
        (5, "kode_kecamatan", "KODE_TIDAK_DIKENAL", "desa ini tidak terletak di kecamatan itu"),
    ]


def test_target_codes(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "target",
        "seri;kode_indikator;tahun;semester;tingkat;kode;nilai\n"
        "RPJMD;ucj 1;2026;;KABUPATEN;;60\n"
        "RPJMD;UCJ-01;2026;I;KABUPATEN;9901;50\n"
        "RPJMD;UCJ-01;2026;;DESA;9901012001;50\n"
        "RPJMD;UCJ-01;2026;;SEKTOR;Konstruksi;50\n"
        "RPJMD;PEM-01;2026;;OPD;Dinas Sosial;50\n"
        "RPJMD;UCJ-02;2026;;SEGMEN;XX;50\n",
    )
    assert kolom(hasil, "kode_indikator", "semester", "kode") == [
        ("UCJ-01", None, "99.01"),
        ("UCJ-01", 1, "99.01"),
        ("UCJ-01", None, "99.01.01.2001"),
        ("UCJ-01", None, "F"),
        ("PEM-01", None, "DINSOS"),
    ]
    assert alasan(hasil) == {7: "KODE_TIDAK_DIKENAL"}

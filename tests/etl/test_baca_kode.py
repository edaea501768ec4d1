"""Codes: closed lists with aliases, yes and no, programmes, sectors, offices (sources.md 1 and 2)."""

from datetime import date

import pytest

from etl.kode import SEKTOR, SUBKATEGORI, sektor_kbli
from tests.bacaan import Pembaca, alasan, kolom

NIK = "9901010101900001"


@pytest.mark.parametrize(
    ("tulis", "segmen"),
    [
        ("PU", "PU"), ("pu", "PU"), ("Penerima Upah", "PU"), ("PENERIMA-UPAH", "PU"), ("Bukan Penerima Upah", "BPU"),
        ("BPU - Bukan Penerima Upah", "BPU"), ("Bukan Penerima Upah (BPU)", "BPU"), ("Jasa Konstruksi", "JAKON"),
        ("Jaskon", "JAKON"), ("Pekerja Migran Indonesia", "PMI"),
    ],
)  # fmt: skip
def test_segmen(baca_uji: Pembaca, tulis: str, segmen: str) -> None:
    assert kolom(baca_uji("peserta", f"bulan;nik;segmen;program\n2026-06;{NIK};{tulis};JKK\n"), "segmen") == [segmen]


@pytest.mark.parametrize("tulis", ["SEMUA", "X", "PU/BPU"])  # a person is in one segment
def test_segmen_rusak(baca_uji: Pembaca, tulis: str) -> None:
    hasil = baca_uji("peserta", f"bulan;nik;segmen;program\n2026-06;{NIK};{tulis};JKK\n")
    assert alasan(hasil) == {2: "KODE_TIDAK_DIKENAL"}


@pytest.mark.parametrize(
    ("tulis", "program"),
    [
        ("JKK,JKM,JHT", {"JKK", "JKM", "JHT"}),
        ("jkk;jkm", {"JKK", "JKM"}),
        ("JKK + JKM", {"JKK", "JKM"}),
        ("JKK JKM JP JKP", {"JKK", "JKM", "JP", "JKP"}),
        ("JKK/JKM & JHT", {"JKK", "JKM", "JHT"}),
        ("Jaminan Kecelakaan Kerja dan Jaminan Kematian", {"JKK", "JKM"}),
        ("JKK", {"JKK"}),
    ],
)
def test_program(baca_uji: Pembaca, tulis: str, program: set[str]) -> None:
    hasil = baca_uji("peserta", f'bulan,nik,segmen,program\n2026-06,{NIK},PU,"{tulis}"\n')
    nilai = hasil.dimuat.select("is_jkk", "is_jkm", "is_jht", "is_jp", "is_jkp").row(0)
    assert {nama for nama, punya in zip(("JKK", "JKM", "JHT", "JP", "JKP"), nilai, strict=True) if punya} == program


@pytest.mark.parametrize(
    ("tulis", "sebab"), [("JKK,XXX", "KODE_TIDAK_DIKENAL"), ("", "KOLOM_KOSONG"), ("3", "KODE_TIDAK_DIKENAL")]
)
def test_program_rusak(baca_uji: Pembaca, tulis: str, sebab: str) -> None:
    hasil = baca_uji("peserta", f'bulan,nik,segmen,program\n2026-06,{NIK},PU,"{tulis}"\n')
    assert alasan(hasil) == {2: sebab}


def test_programme_columns_without_any_programme(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;segmen;JKK;JKM\n2026-06;9901010101900001;PU;0;0\n2026-06;9901010101900002;PU;;\n"
        "2026-06;9901010101900003;PU;1;x\n2026-06;9901010101900004;PU;;1\n",
    )
    assert alasan(hasil) == {2: "KOLOM_KOSONG", 3: "KOLOM_KOSONG", 4: "KODE_TIDAK_DIKENAL"}
    assert kolom(hasil, "is_jkk", "is_jkm") == [(False, True)]


def test_employer_without_programme_is_not_judged(baca_uji: Pembaca) -> None:
    isi = "bulan;npp;nama;skala;{}\n2026-06;N1;A;Mikro;{}\n2026-06;N2;B;KECIL;{}\n"
    teks = baca_uji("pemberi_kerja", isi.format("program", "JKK", ""))
    assert kolom(teks, "is_jkk", "is_jht") == [(True, False), (None, None)]
    per_kolom = baca_uji("pemberi_kerja", isi.format("JKK;JHT", "1;", ";"))
    assert kolom(per_kolom, "is_jkk", "is_jht", "is_jp") == [(True, False, False), (None, None, None)]


@pytest.mark.parametrize(
    ("tulis", "aktif"),
    [
        ("1", True), ("Y", True), ("Ya", True), ("true", True), ("v", True), ("YA", True), ("Aktif", True),
        ("0", False), ("T", False), ("Tidak", False), ("false", False), ("-", False), ("Tidak Aktif", False), ("",
        None),
    ],
)  # fmt: skip
def test_ya_tidak(baca_uji: Pembaca, tulis: str, aktif: bool | None) -> None:
    isi = f"bulan;nik;segmen;program;aktif\n2026-06;{NIK};PU;JKK;{tulis}\n"
    assert kolom(baca_uji("peserta", isi), "aktif") == [aktif]


def test_unknown_yes_or_no_sets_aside(baca_uji: Pembaca) -> None:
    isi = f"bulan;nik;segmen;program;aktif;pembayar\n2026-06;{NIK};PU;JKK;mungkin;siapa\n"
    assert alasan(baca_uji("peserta", isi)) == {2: "KODE_TIDAK_DIKENAL"}


def test_lenient_columns_become_empty_with_a_note(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "peserta",
        "bulan;nik;kpj;nama;tanggal_lahir;jenis_kelamin;segmen;subkategori;program;sektor;pekerjaan\n"
        f"2026-06;{NIK};;;32/13/1990;X;PU;PU-ENTAH;JKK;Entah;\n",
    )
    assert hasil.sisih.is_empty()
    assert kolom(hasil, "subkategori", "sektor", "tanggal_lahir") == [(None, None, None)]
    for nama in ("tanggal_lahir", "jenis_kelamin", "subkategori", "sektor"):
        assert any(catatan.startswith(f"{nama}: 1 nilai") for catatan in hasil.catatan), nama
    assert not any("32/13/1990" in catatan for catatan in hasil.catatan)  # birth dates stay out of notes


@pytest.mark.parametrize(
    ("tulis", "sektor"),
    [
        *[(kode, kode) for kode in SEKTOR.kode],
        ("M", "MN"), ("N", "MN"), ("R", "RU"), ("S", "RU"), ("T", "RU"), ("U", "RU"), ("M,N", "MN"), ("R-U", "RU"),
        ("Konstruksi", "F"), ("A. Pertanian", "A"), ("10710", "C"), ("C10710", "C"), ("01", "A1"), ("011", "A1"),
        ("02", "A2"), ("03111", "A3"), ("45", "G"), ("69", "MN"), ("99", "RU"), ("G47", "G"),
        ("10710 - Industri roti", "C"),
    ],
)  # fmt: skip
def test_sektor(baca_uji: Pembaca, tulis: str, sektor: str) -> None:
    isi = f'bulan,nik,segmen,program,sektor\n2026-06,{NIK},PU,JKK,"{tulis}"\n'
    assert kolom(baca_uji("peserta", isi), "sektor") == [sektor]


@pytest.mark.parametrize(
    ("kbli", "versi", "sektor"),
    [
        ("K", "2020", "K"), ("K", "", "K"), ("K", "2025", "J"), ("L", "2025", "K"), ("M", "2025", "L"), ("N",
        "2025", "MN"),
        ("O", "2025", "MN"), ("P", "2025", "O"), ("Q", "2025", "P"), ("R", "2025", "Q"), ("S", "2025", "RU"),
        ("V", "2025", "RU"), ("J", "2025", "J"), ("61", "2025", "J"), ("64190", "2025", "K"), ("64190", "KBLI 2025",
        "K"),
        ("62", "", "J"),
    ],
)  # fmt: skip
def test_letters_shift_in_kbli_2025(baca_uji: Pembaca, kbli: str, versi: str, sektor: str) -> None:
    """Also as ``sektor``: the version says how its letter is meant."""
    for nama in ("kbli", "sektor"):
        isi = f"bulan;npp;nama;skala;{nama};versi_kbli\n2026-06;N1;A;MIKRO;{kbli};{versi}\n"
        assert kolom(baca_uji("pemberi_kerja", isi), "sektor") == [sektor], nama


def test_stable_letter_beside_a_kbli_2025_code(baca_uji: Pembaca) -> None:
    isi = "bulan;npp;nama;skala;kbli;sektor;versi_kbli\n2026-06;N1;A;MIKRO;64190;K;2025\n"
    assert kolom(baca_uji("pemberi_kerja", isi), "sektor") == ["K"]


def test_kbli_that_is_none() -> None:
    assert [sektor_kbli(kode) for kode in ("", "X", "00", "04", "123456", "1", "ABC", "A1B")] == [None] * 8


def test_subkategori_are_the_codes_of_the_regulations() -> None:
    assert {"PU-ASN", "PU-DESA-KADES", "PU-MAGANG", "BPU-RENTAN"} <= set(SUBKATEGORI.kode)
    assert len(SUBKATEGORI.kode) == 26


@pytest.mark.parametrize(
    ("tulis", "kode"),
    [
        ("DINSOS", "DINSOS"), ("dinsos", "DINSOS"), ("Dinas Sosial", "DINSOS"), ("DINAS SOSIAL KABUPATEN CONTOH",
        "DINSOS"),
        ("KEC-99.01.01", "KEC-99.01.01"), ("kec 990101", "KEC-99.01.01"), ("Kecamatan Maju", "KEC-99.01.01"),
        ("Kantor  Anu", "KANTOR ANU"),  # unknown: a warning of build, never a reason of load
    ],
)  # fmt: skip
def test_opd(baca_uji: Pembaca, tulis: str, kode: str) -> None:
    isi = f"tanggal_data;kode_opd;jenis_daftar;nik\n2026-06-30;{tulis};NONASN;{NIK}\n"
    hasil = baca_uji("pekerja_binaan", isi)
    assert kolom(hasil, "kode_opd") == [kode]
    assert hasil.cakupan == [f"{kode}|NONASN|2026-06-30"]


def test_budget_defaults_and_scopes(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "anggaran",
        "tahun;tahap;tanggal_berlaku;lingkup;kode_opd;kode_desa;kode_rekening;sumber_dana;untuk;rp_pagu\n"
        "2026;;;APBD;DINSOS;;5.1.02.02.02.0006;APBD;Pekerja Rentan;Rp 250.000.000,-\n"
        "2026;Perubahan;01/08/2026;APBD;DINSOS;;5.1.02.02.02.0006;TJSL;;1\n"
        "2026;;;APB Desa;;9901012001;5.1.3.01 Belanja Iuran;Dana Desa;;1\n"
        "2026;;;APBD;;;5.1;APBD;;1\n",
    )
    assert kolom(hasil, "tahap", "tanggal_berlaku", "kode_rekening", "sumber_dana", "untuk", "cakupan") == [
        ("MURNI", date(2026, 1, 1), "5.1.02.02.02.0006", "APBD", "RENTAN", "2026|MURNI|APBD|DINSOS"),
        ("PERUBAHAN", date(2026, 8, 1), "5.1.02.02.02.0006", "CSR", None, "2026|PERUBAHAN|APBD|DINSOS"),
        ("MURNI", date(2026, 1, 1), "5.1.3.01", "APBDES", None, "2026|MURNI|APBDES|99.01.01.2001"),
    ]
    assert alasan(hasil) == {5: "KOLOM_KOSONG"}


def test_recipients_scope_with_and_without_office(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "penerima_bantuan",
        "bulan;nik;sumber_dana;rp_iuran;kode_opd;kode_desa;kategori;disabilitas\n"
        f"2026-06;{NIK};DBHCHT;16.800;Dinas Sosial;;r-profesi;Ya\n"
        f"2026-06;{NIK};APBD;16.800;;;;\n",
    )
    assert hasil.cakupan == ["2026-06|APBD|", "2026-06|DBH-CHT|DINSOS"]
    assert kolom(hasil, "kategori", "disabilitas") == [("R-PROFESI", True), (None, None)]


def test_kbli_that_cannot_be_read_is_unknown(baca_uji: Pembaca) -> None:
    isi = "bulan;npp;nama;skala;kbli\n2026-06;N1;A;MIKRO;10710 - Industri roti\n2026-06;N2;B;MIKRO;entah\n"
    hasil = baca_uji("pemberi_kerja", isi)
    assert kolom(hasil, "kbli", "sektor") == [("10710", "C"), (None, None)]
    assert any(catatan.startswith("kbli: 1 nilai tidak dikenal") for catatan in hasil.catatan)

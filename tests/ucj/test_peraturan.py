"""The shipped profiles say what the four regulations say: one named case per rule, with its citation."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ucj.peraturan import Profil, init, list_profil, load_profil
from ucj.peraturan import kode as daftar_kode

EMPAT = ("lumajang", "lombok-timur", "gresik", "berau")


@pytest.fixture(scope="module")
def profil(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Profil]:
    """All five, by name; ``umum`` needs a code and a name."""
    contoh = {"umum": ("99.01", "Kabupaten Contoh")}
    return {
        nama: init(tmp_path_factory.mktemp("profil") / nama, nama, *contoh.get(nama, (None, None)))
        for nama in list_profil()
    }


def test_five_profiles_ship() -> None:
    assert list_profil() == ["umum", "berau", "gresik", "lombok-timur", "lumajang"]


@pytest.mark.parametrize(
    ("nama", "kode", "kode_bps", "zona", "sebutan"),
    [
        ("lumajang", "35.08", "3508", "WIB", "Kabupaten Lumajang"),
        ("lombok-timur", "52.03", "5203", "WITA", "Kabupaten Lombok Timur"),
        ("gresik", "35.25", "3525", "WIB", "Kabupaten Gresik"),
        ("berau", "64.03", "6405", "WITA", "Kabupaten Berau"),  # 6403 at BPS is another regency
        ("umum", "99.01", "9901", "WIB", "Kabupaten Contoh"),
    ],
)
def test_identity(profil: dict[str, Profil], nama: str, kode: str, kode_bps: str, zona: str, sebutan: str) -> None:
    satu = profil[nama]
    assert (satu.id, satu.kode, satu["kode_bps"], satu["zona_waktu"], satu.nama) == (
        nama, kode, kode_bps, zona, sebutan,
    )  # fmt: skip


DESA_TIGA = ["PU-DESA-KADES", "PU-DESA-SEKDES", "PU-DESA-PERANGKAT"]
PROGRAM_LIMA = ["JKK", "JKM", "JHT", "JP", "JKP"]
ATURAN: list[tuple[str, str, Any, str]] = [
    # words
    ("berau", "istilah.desa", "Kampung", ""),
    ("berau", "istilah.badan_desa", "Badan Permusyawaratan Kampung", "BRU 10(2)b"),
    ("berau", "istilah.lembaga_desa", "Lembaga Kemasyarakatan Kampung", "BRU 10(2)c"),
    ("berau", "istilah.perangkat_daerah", "PD", "BRU 1(4)"),
    ("berau", "istilah.bantuan", "Fasilitasi Kepesertaan", "BRU 1(8), 15"),
    ("lombok-timur", "istilah.lembaga_desa", "Lembaga Kemasyarakatan", "LTM 6(1)e"),
    ("gresik", "istilah.bantuan", "Bantuan Iuran", "GRS 1(11)"),
    ("lumajang", "istilah.desa", "Desa", ""),
    ("lumajang", "istilah.kepala_kelurahan", "Lurah", "LMJ, Kepada angka 2"),
    ("lumajang", "cabang_bpjstk", "BPJS Ketenagakerjaan Cabang Lumajang", "LMJ e2, f3"),
    # segments and programmes
    ("berau", "segmen.urutan", ["PU", "BPU"], "BRU 5(3)"),
    ("berau", "segmen.peta", {"JAKON": "PU"}, "BRU 6c, 9"),
    ("gresik", "segmen.urutan", ["PU", "JAKON", "PMI", "BPU"], "GRS 4"),
    ("lombok-timur", "segmen.urutan", ["PU", "JAKON", "PMI", "BPU"], "LTM 5(2)"),
    ("lumajang", "segmen.peta", {}, ""),
    ("gresik", "program", ["JKK", "JKM", "JHT", "JP"], "GRS 1(6)"),
    ("lombok-timur", "program", PROGRAM_LIMA, "LTM 4(1)"),
    ("berau", "program", PROGRAM_LIMA, "BRU 4(1)"),
    ("lombok-timur", "magang.segmen", "BPU", "LTM 7(1)c"),
    ("gresik", "magang.segmen", "PU", "GRS 12(1)"),
    ("gresik", "magang.program", ["JKK"], "GRS 12(2)"),
    ("lombok-timur", "magang.program", ["JKK", "JKM"], "Permenaker 5/2021 Pasal 35(1)"),
    ("lumajang", "bpu.sifat", "DORONG", "LMJ g1, h2, i1"),
    ("lombok-timur", "bpu.sifat", "INDIVIDU", "LTM 7(2)"),
    ("gresik", "bpu.sifat", "DAPAT", "GRS 13(1)"),
    ("berau", "bpu.sifat", "WAJIB", "BRU 12(1)"),
    ("gresik", "bpu.program_pilihan", [], "GRS 13(2)"),
    ("berau", "bpu.program_pilihan", ["JHT"], "BRU 12(1)"),
    ("lombok-timur", "pu_pemda.program", ["JKK", "JKM", "JHT", "JP"], "LTM 11(3)"),
    ("lombok-timur", "pu_pemda.bertahap", True, "LTM 11(3)"),
    ("berau", "pu_pemda.program", ["JKK", "JKM"], "BRU 7(2)"),
    ("berau", "pu_pemda.program_pilihan", ["JP"], "BRU 7(3)"),
    # who is village staff (PEM-02)
    ("lumajang", "subkategori.desa", [*DESA_TIGA, "PU-DESA-PEGAWAI"], "LMJ b1"),
    ("lombok-timur", "subkategori.desa", [*DESA_TIGA, "PU-DESA-BPD", "PU-DESA-ADAT", "PU-DESA-LKD"], "LTM 6(1)b-e"),
    ("gresik", "subkategori.desa", DESA_TIGA, "GRS 5(3)"),
    ("berau", "subkategori.desa", [*DESA_TIGA, "PU-DESA-BPD", "PU-DESA-LKD", "PU-DESA-LINMAS"], "BRU 10(2)a-d"),
    # ages
    ("lombok-timur", "rentan.usia_min", 17, "LTM 18(2)a"),
    ("lombok-timur", "rentan.usia_maks", 65, "LTM 18(2)a"),
    ("lombok-timur", "rentan.usia_maks_termasuk", True, "LTM 18(2)a"),
    ("berau", "rentan.usia_min", 18, "BRU 16b"),
    ("berau", "rentan.usia_maks", 65, "BRU 16b"),
    ("berau", "rentan.usia_maks_termasuk", False, "BRU 16b"),
    ("gresik", "bpu.usia_maks", 60, "GRS 13(5)b"),
    ("gresik", "bpu.usia_maks_termasuk", False, "GRS 13(5)b"),
    ("lumajang", "bpu.usia_maks", 65, "Permenaker 5/2021"),
    # vulnerable workers
    ("lombok-timur", "rentan.domisili", "BERKEDUDUKAN", "LTM 18(2)b"),
    ("berau", "rentan.domisili", "KTP_DAN_DOMISILI", "BRU 16a"),
    ("berau", "rentan.batas_penghasilan", "UPAH_MINIMUM", "BRU 16c"),
    ("lombok-timur", "rentan.batas_penghasilan", "TIDAK_ADA", "LTM 18(2)"),
    ("lombok-timur", "rentan.belum_tercakup", ["SEMUA"], "LTM 18(2)c"),
    ("berau", "rentan.belum_tercakup", ["R-SAWIT-NONRENTAN"], "BRU 14d"),
    ("lombok-timur", "rentan.ekspresi", "usia AND domisili AND belum_tercakup", "LTM 18(2)"),
    ("berau", "rentan.ekspresi", "a AND b AND (c OR d)", "BRU 16"),
    ("berau", "rentan.abaikan_syarat_bpu", ["R-NONASN", "R-LINMAS", "R-PEMILU", "R-PD"], "BRU 13(2)c, 14a-c, 16b"),
    ("lombok-timur", "rentan.prioritas", ["jenis_kelamin", "usia", "disabilitas"], "LTM 19(3)"),
    ("berau", "rentan.prioritas", ["data_kemiskinan"], "BRU 13(2)f-g, 18"),
    # money
    ("berau", "pembiayaan_bersama", True, "BRU 20(2)"),
    ("berau", "sumber_dana", ["APBD", "CSR", "DBH-SAWIT", "LAIN", "MANDIRI", "PEMBERI_KERJA"],
     "BRU 5(1), 12(1), 17, 20(2); PMK 91/2023"),
    ("lumajang", "sumber_dana", ["APBD", "LAIN"], "LMJ V"),
    ("gresik", "anggaran.cara", ["MELEKAT", "REKENING_KHUSUS"], "GRS 14(3)a-b"),
    ("berau", "penetapan.wajib", ["APBD"], "BRU 19(1)"),
    ("berau", "verifikasi.pihak", {"APBD": ["PEMDA", "BPJSTK"], "CSR": ["PEMDA", "PERUSAHAAN", "BPJSTK"]},
     "BRU 19(1)-(2)"),
    # reports, team, sanctions, construction, permits
    ("berau", "lapor.bulanan_tanggal", 15, "BRU 22"),
    ("lombok-timur", "lapor.pengawasan_bulan", 3, "LTM 21(1)"),
    ("lombok-timur", "lapor.semester_penyusun", "Tim Koordinasi Pembinaan", "LTM 21(3)"),
    ("berau", "lapor.kewajiban", ["REKAP_BULANAN", "SEMESTER"], "BRU 22, 30(2)"),
    ("lombok-timur", "lapor.kewajiban", ["PENGAWASAN_3BULAN", "SEMESTER"], "LTM 21(1), 21(3)"),
    ("gresik", "lapor.kewajiban", [], ""),
    ("lombok-timur", "tim.nama", "Tim Koordinasi Pembinaan", "LTM 20(3)"),
    ("berau", "tim.nama", "Tim Terpadu", "BRU 29(2)"),
    ("lombok-timur", "konstruksi.hari_daftar", 14, "LTM 8(3)"),
    ("berau", "konstruksi.pendanaan", ["APBN", "APBD", "SWASTA", "PERORANGAN", "BLN"], "BRU 9"),
    ("lumajang", "konstruksi.pendanaan", ["APBN", "APBD", "SWASTA"], "LMJ e1, f1"),
    ("gresik", "izin.syarat_perpanjangan", ["BUKTI_KEPESERTAAN", "IURAN_TERAKHIR"], "GRS 10(6)"),
    ("lombok-timur", "izin.syarat_baru", ["BUKTI_KEPESERTAAN", "BUKTI_PEKERJA"], "LTM 12(2)"),
    ("berau", "pmi.aktif", False, "BRU 5(3)"),
    ("lumajang", "pmi.aktif", True, "LMJ a3"),
    ("berau", "pemilu.jenis", list(daftar_kode.PENYELENGGARA_PEMILU), "BRU 11a-g"),
    ("lumajang", "pemilu.aktif", True, "INP 25b"),
    ("berau", "pengaduan.opd", "DISNAKER", "BRU 25"),
    ("berau", "peralihan.perjanjian", True, "BRU 31"),
    ("lumajang", "peralihan.perjanjian", False, "LMJ VI"),
]  # fmt: skip


@pytest.mark.parametrize(("nama", "kunci", "nilai", "dasar"), ATURAN, ids=[f"{a[0]} {a[1]}" for a in ATURAN])
def test_rule(profil: dict[str, Profil], nama: str, kunci: str, nilai: Any, dasar: str) -> None:
    assert (profil[nama][kunci], profil[nama].dasar(kunci)) == (nilai, dasar)


DEFAULT: dict[str, Any] = {  # domain.md 3.1, column "Default", and 3.2
    "basis_utama": "DOMISILI", "segmen.urutan": ["PU", "JAKON", "PMI", "BPU"], "aktif.maks_bulan_tertunggak": 2,
    "peserta.lengkap_domisili": False, "rekap.beda_maks_persen": 1, "target.seri": None, "desa.ambang_cakupan": 60,
    "penyebut.urutan": ["SAKERNAS", "DTSEN", "DUKCAPIL", "PROFIL_DESA", "BPJSTK", "LAIN"], "rahasia.ambang": 5,
    "status.jarak": 5, "judul.ambang_poin": 0.1, "peta.batas": [20, 40, 60, 80], "selisih.batas": [-20, -5, 5, 20],
    "data.maks_umur_bulan": 2, "peringatan.lonjakan_persen": 20, "lapor.hari_tenggang": 30,
    "lapor.geser_hari_libur": False, "lapor.bulanan_tanggal": 15, "lapor.pengawasan_bulan": 3, "kode_bps": "9901",
    "rentan.usia_min": 18, "rentan.usia_maks": 65, "rentan.usia_maks_termasuk": False, "bpu.usia_maks": 65,
    "rentan.usia_maks_mode": "tahun_penuh", "rentan.henti_saat_usia": False, "konstruksi.hari_daftar": 14,
    "magang.program": ["JKK", "JKM"], "program": PROGRAM_LIMA, "pmi.aktif": True, "pemilu.aktif": True,
    "hari_kerja.per_minggu": 5, "hari_kerja.cuti_bersama_libur": False, "istilah.desa": "Desa", "lambang": None,
    "anggaran.rekening_dikecualikan": ["5.1.02.02.02.0005", "5.1.3.01", "5.1.3.02"],
    "sumber_dana": list(daftar_kode.SUMBER_DANA), "kategori_penerima": list(daftar_kode.KATEGORI_PENERIMA),
}  # fmt: skip


@pytest.mark.parametrize("kunci", DEFAULT)
def test_default(profil: dict[str, Profil], kunci: str) -> None:
    assert profil["umum"][kunci] == DEFAULT[kunci]


def test_accounts_of_the_four_contributions(profil: dict[str, Profil]) -> None:
    awalan = "5.1.02.02.02."
    akhir = ("0006", "0007", "0010", "0026", "0027", "0028", "0029", "0034", "0035", "0036", "0037")
    desa = ["5.1.3.03", "5.1.3.04", "5.1.3.90", "5.1.3.91"]
    assert profil["umum"]["anggaran.rekening"] == [*(awalan + satu for satu in akhir), *desa]


def test_programmes_by_scale(profil: dict[str, Profil]) -> None:
    """BRU 8(2)a-c, the same as Perpres 109/2013 Pasal 6(3)."""
    wajib = {"MIKRO": 2, "KECIL": 3, "MENENGAH": 4, "BESAR": 4}
    for satu in profil.values():
        assert {skala: len(program) for skala, program in satu["skala_usaha.program"].items()} == wajib
    assert profil["berau"]["skala_usaha.program"]["KECIL"] == ["JKK", "JKM", "JHT"]


@pytest.mark.parametrize(
    ("nama", "langkah"),
    [
        ("gresik", [("TEGURAN_1", 10), ("TEGURAN_2", 10), ("DENDA", None), ("TMP2T", None), ("PENCABUTAN", None)]),
        ("lombok-timur", [("TEGURAN_1", None), ("DENDA", None), ("TMP2T", None)]),  # LTM 23(2): no days
        ("berau", [("TMP2T", None)]),  # BRU 5(7): directly
        ("lumajang", [("TMP2T", None)]),  # LMJ l3
    ],
)
def test_sanction_ladder(profil: dict[str, Profil], nama: str, langkah: list[tuple[str, int | None]]) -> None:
    assert [(satu["langkah"], satu.get("hari_kerja")) for satu in profil[nama]["sanksi.langkah"]] == langkah


def test_eleven_offices_check_permits(profil: dict[str, Profil]) -> None:
    """LMJ a2, c2, d3, f2, g2, i2, j2, k2, l2, m1, n1."""
    assert len(profil["lumajang"]["izin.opd_pemeriksa"]) == 11


def test_every_rule_of_the_regencies_is_dated_from_its_regulation(profil: dict[str, Profil]) -> None:
    mulai = {"lumajang": date(2022, 6, 3), "gresik": date(2022, 4, 26), "lombok-timur": date(2024, 8, 1)}
    mulai["berau"] = date(2024, 9, 20)
    for nama in EMPAT:
        singkat = profil[nama]["dasar_hukum"][0]["singkatan"]
        semua = [a for kunci in profil[nama] if (a := profil[nama].aturan(kunci)) and a.asal == nama]
        aturan = [a for a in semua if a.dasar.startswith(singkat)]
        assert aturan
        assert {a.berlaku_dari for a in aturan} == {mulai[nama]}


def test_before_the_regulation_the_general_rule_holds(profil: dict[str, Profil]) -> None:
    """BRU is in force since 20 September 2024."""
    berau = profil["berau"]
    assert berau.nilai("segmen.urutan", date(2024, 9, 19)) == ["PU", "JAKON", "PMI", "BPU"]
    assert berau.nilai("segmen.urutan", date(2024, 9, 20)) == ["PU", "BPU"]
    assert berau.nilai("istilah.desa", date(2020, 1, 1)) == "Kampung"  # a fact, not a rule


@pytest.mark.parametrize(
    ("nama", "cacat"),
    [
        ("umum", []),
        ("lombok-timur", ["D1", "D2", "D3", "D4"]),
        ("berau", ["D5", "D6", "D7", "D8", "D9", "D10", "D11", "D12", "D13"]),
        ("gresik", ["D13", "D14", "D15", "D16"]),
        ("lumajang", ["D17", "D18"]),
    ],
)
def test_drafting_defects(profil: dict[str, Profil], nama: str, cacat: list[str]) -> None:
    """Domain dossier 0.3: literal text and corrected reading stand side by side."""
    assert [satu.kode for satu in profil[nama].cacat] == cacat
    assert all(satu.bunyi and satu.dibaca and satu.dasar for satu in profil[nama].cacat)


@pytest.mark.parametrize(
    ("nama", "kunci"),
    [
        ("umum", []),
        ("lumajang", []),
        ("berau", []),
        ("gresik", ["program", "magang.program", "bpu.usia_maks"]),  # no JKP; interns JKK only; age 60
        ("lombok-timur", ["rentan.usia_maks_termasuk"]),  # 65 inclusive, national exclusive
    ],
)
def test_badge(profil: dict[str, Profil], nama: str, kunci: list[str]) -> None:
    assert [badge.kunci for badge in profil[nama].badge()] == kunci


def test_badge_says_both_values_and_citations(profil: dict[str, Profil]) -> None:
    usia = next(badge for badge in profil["gresik"].badge() if badge.kunci == "bpu.usia_maks")
    assert (usia.nilai, usia.nasional, usia.dasar) == (60, 65, "GRS 13(5)b")
    assert usia.kalimat == (
        "Berbeda dari ketentuan nasional: bpu.usia_maks = 60 (GRS 13(5)b), nasional 65 (Permenaker 5/2021: 65 tahun)."
    )


@pytest.mark.parametrize(
    ("indikator", "kekuatan"),
    [
        ("PEM-01", "Wajib"), ("PEM-02", "Wajib"), ("KEU-05", "Wajib"), ("PAT-01", "Wajib"), ("TKL-01", "Wajib"),
        ("KEU-02", "Menyediakan"), ("UCJ-02", "-"), ("KEU-03", "-"), ("MAN-01", "-"),
        ("UCJ-01", "Mendorong"), ("SEK-01", "Mendorong"), ("PEM-03", "Mendorong"),
    ],
)  # fmt: skip
def test_force_of_the_duty(profil: dict[str, Profil], indikator: str, kekuatan: str) -> None:
    """Rule 21 of the computation rules."""
    assert {satu.kekuatan(indikator) for satu in profil.values()} == {kekuatan}


def test_dictionary_has_every_key_with_explanation(profil: dict[str, Profil]) -> None:
    for satu in profil.values():
        butir = satu.items()
        assert [b.kunci for b in butir] == list(satu)
        assert all(b.keterangan for b in butir)
    kampung = next(b for b in profil["berau"].items() if b.kunci == "istilah.desa")
    assert (kampung.nilai, kampung.asal) == ("Kampung", "berau")
    usia = next(b for b in profil["gresik"].items() if b.kunci == "bpu.usia_maks")
    assert usia.badge is not None
    assert usia.dasar == "GRS 13(5)b"


def test_two_folders_of_one_regency_have_one_hash(profil: dict[str, Profil], tmp_path: Path) -> None:
    assert init(tmp_path, "berau").hash == profil["berau"].hash
    assert len({satu.hash for satu in profil.values()}) == 5
    assert len(profil["berau"].hash) == 64
    assert load_profil(tmp_path).hash == profil["berau"].hash

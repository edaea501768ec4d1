"""Every sentence on pace and path, and the trend block that carries them; a cause is never stated."""

from datetime import date
from fractions import Fraction

import pytest

from ucj import judul_laju, laju, tren
from ucj.charts import Garis
from ucj.hitung import Nilai
from ucj.jalur import Jalur
from ucj.kalender import geser_bulan
from ucj.laju import Arah, Laju, Titik, Uji, find_arah

AWAL = date(2024, 7, 1)
JALUR = Jalur(
    ((date(2025, 12, 31), Fraction(30)), (date(2026, 12, 31), Fraction(36)), (date(2029, 12, 31), Fraction(62)))
)


def make(dari: int, naik: int, panjang: int = 24, jalur: Jalur = JALUR, penyebut: int = 1000) -> Arah:
    titik = [Titik(geser_bulan(AWAL, i), dari + naik * i, penyebut, "peserta") for i in range(panjang)]
    arah = find_arah(titik, jalur)
    assert arah is not None
    return arah


# June 2026 is the 24th month; the path is 33 % there, 36 % in December, 62 % in December 2029
KASUS = {
    # 230 + 4 a month: 620 needs 97.5 months more: August 2034
    "di bawah, sesudah target": (make(138, 4), "Dengan laju 12 bulan terakhir, 62% baru tercapai tahun 2034"),
    # 323 + 8 a month: 331 against 335 in July, 371 against 360 in December
    "rencana terkejar": (make(139, 8), "Dengan laju 12 bulan terakhir, rencana terkejar September 2026"),
    "tidak tercapai": (make(300, 0), "Dengan laju 12 bulan terakhir, 62% tidak tercapai"),
    "turun": (make(400, -5), "Dengan laju 12 bulan terakhir, 62% tidak tercapai"),
    "tercapai": (make(600, 5), "Target 2029 sebesar 62% sudah tercapai pada Juni 2026"),
    "sesuai dan cukup": (make(150, 10), "Dengan laju 12 bulan terakhir, 62% tercapai Juni 2028"),
    "sesuai, laju kurang": (
        make(330, 1),
        "Cakupan sesuai rencana; dengan laju 12 bulan terakhir, 62% baru tercapai 2048",
    ),
    "sesuai, diam": (make(340, 0), "Cakupan sesuai rencana; dengan laju 12 bulan terakhir, 62% tidak tercapai"),
    "laju sembilan bulan": (make(100, 4, 10), "Dengan laju 9 bulan terakhir, 62% baru tercapai tahun 2035"),
    "belum cukup bulan": (make(100, 4, 5), "Masih kurang 184 orang; laju belum dapat dihitung"),
    "belum cukup, sesuai": (make(400, 4, 5), "Cakupan sesuai rencana; laju belum dapat dihitung"),
}


@pytest.mark.parametrize(("arah", "kalimat"), KASUS.values(), ids=KASUS)
def test_title(arah, kalimat):
    assert judul_laju.judul(arah) == kalimat


@pytest.mark.parametrize(("arah", "_"), KASUS.values(), ids=KASUS)
def test_title_has_at_most_twelve_words_and_no_cause(arah, _):
    kalimat = judul_laju.judul(arah)
    assert len(kalimat.split()) <= 12
    for kata in ("karena", "akibat", "berkat", "sebab"):
        assert kata not in f"{kalimat} {judul_laju.pencapaian(arah)} {judul_laju.kurang(arah)}".lower()


def test_the_last_target_before_its_date():
    # 305 + 10 a month against a path of one target: 620 of 1000 at the end of 2029
    satu = Jalur(((date(2026, 6, 30), Fraction(50)), (date(2029, 12, 31), Fraction(50))))
    arah = make(84, 10, jalur=satu)
    assert judul_laju.judul(arah) == "Dengan laju 12 bulan terakhir, rencana terkejar Januari 2028"
    lewat = Jalur(((date(2026, 6, 30), Fraction(50)),))
    assert judul_laju.judul(make(84, 10, jalur=lewat)) == "Dengan laju 12 bulan terakhir, 50% baru tercapai tahun 2028"


def test_a_target_that_is_not_whole_keeps_its_decimal():
    arah = make(138, 4, jalur=Jalur(((date(2029, 12, 31), Fraction(625, 10)),)))
    assert "62,5%" in judul_laju.judul(arah)


def test_another_kind_of_source():
    rekap = [Titik(geser_bulan(AWAL, i), 100 + i, 1000, "rekap_bpjs") for i in range(20)]
    daftar = [Titik(geser_bulan(AWAL, i), 200 + i, 1000, "peserta") for i in range(20, 24)]
    arah = find_arah([*rekap, *daftar], JALUR)
    assert arah is not None and arah.keadaan == laju.SUMBER_BERGANTI
    assert judul_laju.judul(arah) == "Masih kurang 107 orang; laju belum dapat dihitung"
    assert judul_laju.pencapaian(arah) == (
        "Laju belum dapat dihitung: jenis sumber berganti mulai Maret 2026, dan laju memerlukan 7 bulan dari satu "
        "jenis sumber."
    )


def test_people_missing_and_pace_needed():
    assert judul_laju.kurang(make(138, 4)) == (
        "Kurang 100 orang terhadap rencana bulan ini dan 130 orang terhadap target Desember 2026 (36,0%); perlu "
        "22 orang per bulan."
    )
    assert judul_laju.kurang(make(340, 0)) == (
        "Rencana bulan ini tercapai, kurang 20 orang terhadap target Desember 2026 (36,0%); perlu 4 orang per bulan."
    )
    assert judul_laju.kurang(make(400, 0)) == "Target Desember 2026 (36,0%) sudah tercapai."


def test_pace_achieved_with_date_and_range():
    assert judul_laju.pencapaian(make(138, 4)) == (
        "Laju 12 bulan terakhir: 4 orang per bulan; 62% tercapai Agustus 2034 (rentang perkiraan: Agustus 2034)."
    )
    assert judul_laju.pencapaian(make(300, 0)) == (
        "Laju 12 bulan terakhir: 0 orang per bulan; 62% tidak tercapai pada laju ini."
    )
    assert judul_laju.pencapaian(make(600, 5)) == "Laju 12 bulan terakhir: 5 orang per bulan."
    assert judul_laju.pencapaian(make(150, 10)) == (
        "Laju 12 bulan terakhir: 10 orang per bulan; 62% tercapai Juni 2028 pada laju itu."
    )
    assert judul_laju.pencapaian(make(100, 4, 5)).startswith("Laju belum dapat dihitung: diperlukan 7 bulan")


@pytest.mark.parametrize(
    ("tercepat", "terlambat", "kalimat"),
    [
        (date(2030, 3, 1), date(2034, 5, 1), "rentang perkiraan: Maret 2030 sampai Mei 2034"),
        (date(2030, 3, 1), date(2030, 3, 1), "rentang perkiraan: Maret 2030"),
        (date(2030, 3, 1), None, "rentang perkiraan: paling cepat Maret 2030, atau tidak tercapai"),
        (None, None, "rentang perkiraan: tidak tercapai pada laju ini"),
    ],
)
def test_range(tercepat, terlambat, kalimat):
    assert judul_laju.rentang(tercepat, terlambat) == kalimat


def test_a_pace_outside_its_own_range_says_so():
    def satu(nilai: int) -> str:
        return judul_laju.di_luar_rentang(Laju(Fraction(nilai), 12, Fraction(10), Fraction(20), 12))

    assert satu(15) == ""
    assert satu(21) == "Laju terakhir lebih tinggi daripada rentang yang dibentuk 12 laju dalam setahun terakhir."
    assert satu(9) == "Laju terakhir lebih rendah daripada rentang yang dibentuk 12 laju dalam setahun terakhir."


@pytest.mark.parametrize(
    ("nilai", "kalimat"),
    [
        (Fraction(901, 12), "75 orang per bulan"),
        (Fraction(1, 2), "kurang dari 1 orang per bulan"),
        (Fraction(0), "0 orang per bulan"),
        (Fraction(-50, 12), "−4 orang per bulan"),
    ],
)
def test_people_per_month(nilai, kalimat):
    assert judul_laju.orang_per_bulan(nilai) == kalimat


def test_back_test():
    uji = [Uji(3, 15, 9, Fraction(10), Fraction(1, 2), Fraction(-2)), Uji(12, 6, 4, Fraction(30), None, Fraction(5))]
    assert judul_laju.ketepatan(uji) == "Rentang perkiraan 12 bulan tepat 4 dari 6 kali diuji"
    assert judul_laju.ketepatan([]) == "Ketepatan perkiraan belum dapat diuji"


def test_what_a_range_was_worth_so_far_is_said():
    assert judul_laju.pengalaman(Uji(6, 15, 0, Fraction(10), None, Fraction(-2))) == (
        "Diuji pada bulan yang lalu, kenyataan 6 bulan kemudian berada di dalam rentang 0 dari 15 kali; rentang hanya "
        "memuat perbedaan laju."
    )
    assert judul_laju.pengalaman(None) == ""


def nilai(i: int, orang: int, penyebut: int | None = 1000, satuan: str = "persen") -> Nilai:
    bulan = geser_bulan(AWAL, i)
    return Nilai(
        "UCJ-01", "Cakupan", f"{bulan:%Y-%m}", "KABUPATEN", "99.01", orang, penyebut,
        None if penyebut is None else orang * 100 / penyebut, satuan, 33.0, "PERLU_PERHATIAN",
        "DOMISILI", "peserta", False,
        target_akhir=36.0, sumber_penyebut="SAKERNAS 2025", bulan=bulan,
    )  # fmt: skip


TARGET = [
    {"kode_indikator": "UCJ-01", "tingkat": "KABUPATEN", "kunci": "99.01", "tanggal": t, "nilai": float(n)}
    for t, n in JALUR.titik
]


class TestBlok:
    def garis(self, panjang: int = 24) -> Garis:
        isi = [nilai(i, 138 + 4 * i) for i in range(panjang)]
        g = tren.garis(isi, "", 0.5, "Sumber: uji.", "menurut KTP", laju.read_arah(isi, TARGET, "99.01"))
        assert g is not None
        return g

    def test_path_reaches_to_the_last_dated_target_with_its_semesters(self):
        sasaran = self.garis().sasaran
        assert sasaran is not None
        assert sasaran.titik[0] == (AWAL, 30.0)
        assert sasaran.titik[-1] == (date(2029, 12, 1), 62.0)
        assert {b.month for b, _ in sasaran.titik[1:]} == {6, 12}
        assert dict(sasaran.titik)[date(2026, 6, 1)] == 33.0

    def test_estimate_goes_on_from_the_last_month_to_the_end_of_the_path(self):
        p = self.garis().perkiraan
        assert p is not None
        assert (p.bulan[0], p.bulan[-1], len(p.bulan)) == (date(2026, 7, 1), date(2029, 12, 1), 42)
        assert p.nilai[0] == pytest.approx(23.4)  # 230 + 4 of 1000
        assert p.nilai == p.bawah == p.atas  # a straight series has no range
        assert p.nilai[-1] == pytest.approx((230 + 42 * 4) / 10)

    def test_sentences_stand_in_the_notes_so_that_files_carry_them(self):
        g = self.garis()
        assert g.judul == "Dengan laju 12 bulan terakhir, 62% baru tercapai tahun 2034"
        assert g.catatan[0].startswith("Kurang 100 orang") and "rentang perkiraan" in g.catatan[1]
        assert "perkiraan" in g.subjudul and (g.kode, g.basis) == (("UCJ-01",), "DOMISILI")

    def test_without_a_pace_no_estimate_is_drawn(self):
        g = self.garis(5)
        assert g.perkiraan is None and "perkiraan" not in g.subjudul
        assert g.judul == "Masih kurang 146 orang; laju belum dapat dihitung"

    def test_targets_far_ahead_do_not_squeeze_the_months_measured(self):
        isi = [nilai(i, 138 + 4 * i) for i in range(24)]
        jauh = [*TARGET, TARGET[-1] | {"tanggal": date(2045, 12, 31), "nilai": 99.5}]
        g = tren.garis(isi, "", 0.5, "", "menurut KTP", laju.read_arah(isi, jauh, "99.01"))
        assert g is not None and g.sasaran is not None
        assert g.sasaran.titik[-1][0] == date(2030, 12, 1)

    def test_counts_and_series_without_a_path_have_no_heading(self):
        assert laju.read_arah([nilai(i, 100 + i, None, "orang") for i in range(24)], TARGET, "99.01") is None
        assert laju.read_arah([nilai(i, 100 + i) for i in range(24)], [], "99.01") is None
        assert laju.read_arah([], TARGET, "99.01") is None

"""How long the money lasts, and what the title says of it; worked out by hand."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl
import pytest

from ucj import anggaran, bantuan, judul_dana, manfaat, unit_anggaran
from ucj.dana import Dana, awal_hilang, belum_lengkap, per_sumber, read_dana, tahan, terkirim_sampai
from ucj.hitung import Nilai

JUNI = date(2026, 6, 1)
JUTA = 1_000_000


@pytest.mark.parametrize(
    ("dana", "sebulan", "cukup"),
    [
        # 85 left / (16 + 5/12 a month) = 5.1 whole months after June: November
        (Dana(JUNI, 125 * JUTA, 120 * JUTA, 40 * JUTA, 16 * JUTA), 16_416_666, date(2026, 11, 1)),
        # nobody listed: a twelfth of the ceiling a month; 9 left / 1 = 9 months, but the year ends in December
        (Dana(JUNI, 12 * JUTA, 0, 3 * JUTA, 0), 1 * JUTA, date(2026, 12, 1)),
        # less than a month's need is left: June is the last month paid
        (Dana(JUNI, 10 * JUTA, 10 * JUTA, 8 * JUTA, 4 * JUTA), 4 * JUTA, JUNI),
        # more spent than allowed
        (Dana(JUNI, 10 * JUTA, 10 * JUTA, 11 * JUTA, 4 * JUTA), 4 * JUTA, JUNI),
        # exactly six months of need are left: paid to December, nothing short
        (Dana(JUNI, 36 * JUTA, 36 * JUTA, 12 * JUTA, 4 * JUTA), 4 * JUTA, date(2026, 12, 1)),
        # recipients paid from a source without a ceiling: no month can be named
        (Dana(JUNI, 0, 0, 0, 5 * JUTA), 5 * JUTA, None),
        # spending not delivered: what is left is not known, so no month may be promised
        (Dana(JUNI, 12 * JUTA, 0, None, 0), 1 * JUTA, None),
    ],
)
def test_money_lasts_until(dana: Dana, sebulan: int, cukup: date | None) -> None:
    assert dana.rp_sebulan == sebulan
    assert dana.cukup_sampai == cukup
    assert dana.is_kurang == (cukup is not None and cukup.month < 12)


@pytest.mark.parametrize(
    ("nilai", "waktu", "kalimat"),
    [
        (31.39, 50.0, "Serapan 31,4% di bawah waktu berjalan 50,0%"),
        (49.98, 50.0, "Serapan 49,9% setara waktu berjalan 50,0%"),  # never rounded up to the time elapsed
        (100.0, 100.0, "Serapan 100,0% setara waktu berjalan 100,0%"),
        (112.5, 50.0, "Serapan 112,5% di atas waktu berjalan 50,0%"),  # more than the ceiling is not clipped
        (None, 50.0, "Pagu iuran sudah ada, realisasinya belum dikirim"),
    ],
)
def test_absorption_is_judged_by_the_time_elapsed(nilai: float | None, waktu: float, kalimat: str) -> None:
    assert judul_dana.serapan(nilai, waktu, None) == kalimat
    assert "tercapai" not in kalimat.lower()


def test_title_says_until_when_the_money_lasts() -> None:
    dana = Dana(JUNI, 125 * JUTA, 120 * JUTA, 40 * JUTA, 16 * JUTA)
    assert judul_dana.serapan(32.0, 50.0, dana).endswith("; dana cukup sampai November")
    assert judul_dana.serapan(32.0, 50.0, dana, "DBH CHT").endswith("; DBH CHT cukup sampai November")
    habis = Dana(JUNI, 10 * JUTA, 10 * JUTA, 10 * JUTA, 4 * JUTA)
    assert judul_dana.serapan(100.0, 50.0, habis).endswith("; pagu sudah habis")


@pytest.mark.parametrize(
    ("kini", "lalu", "ganda", "kalimat"),
    [
        (5, 3, 1, "5 orang dibantu iurannya, bertambah 2 sejak Mei 2026; 1 dibayar ganda"),
        (5, 5, 0, "5 orang dibantu iurannya, tidak berubah sejak Mei 2026"),
        (5, 8, 0, "5 orang dibantu iurannya, berkurang 3 sejak Mei 2026"),
        (5, None, 0, "5 orang dibantu iurannya"),  # nothing to compare with: no direction
        (None, 5, 0, "Penerima bantuan iuran bulan ini belum tersedia"),
    ],
)
def test_recipients(kini: int | None, lalu: int | None, ganda: int, kalimat: str) -> None:
    assert judul_dana.penerima(kini, lalu, date(2026, 5, 1), ganda) == kalimat


@pytest.mark.parametrize(
    ("kasus", "rp", "iuran", "kalimat"),
    [
        (3, 72 * JUTA, 80 * JUTA, "Rp72,0 juta manfaat dibayarkan untuk 3 kasus; iuran diterima Rp80,0 juta"),
        (3, None, None, "3 kasus manfaat"),
        (None, 72 * JUTA, None, "Rp72,0 juta manfaat dibayarkan"),
        (None, None, 80 * JUTA, "Manfaat yang dibayarkan belum tersedia"),
    ],
)
def test_benefits(kasus: int | None, rp: int | None, iuran: int | None, kalimat: str) -> None:
    assert judul_dana.manfaat(kasus, rp, iuran) == kalimat


def test_compliance_never_rounds_up_to_hundred() -> None:
    assert (
        judul_dana.kepatuhan(99.99, 10_000, 0, 0) == "99,9% dari 10.000 pemberi kerja patuh; tidak ada yang menunggak"
    )
    assert judul_dana.kepatuhan(40.0, 5, 1, 1_500_000).endswith("1 menunggak Rp1,5 juta")
    assert judul_dana.kepatuhan(40.0, 5, 1, None).endswith("; 1 menunggak")  # an unknown amount is not Rp0


def test_spending_that_was_not_delivered_is_not_zero() -> None:
    baris = pl.DataFrame(
        {
            "sumber_dana": ["APBD", "APBDES"], "rp_pagu": [12 * JUTA, 6 * JUTA], "rp_pagu_rentan": [0, 0],
            "rp_realisasi": [3 * JUTA, 0], "rp_iuran_penerima": [0, 0],
        }
    )  # fmt: skip
    assert read_dana(baris, JUNI).rp_sisa == 15 * JUTA  # APBDES delivered a spending of 0
    dana = per_sumber(baris, JUNI, {"APBDES"})
    assert (dana["APBD"].rp_sisa, dana["APBDES"].rp_sisa, dana["APBDES"].is_kurang) == (9 * JUTA, None, False)
    assert read_dana(baris, JUNI, {"APBDES"}).cukup_sampai is None
    assert anggaran.judul_sumber(dana).endswith("realisasi belum lengkap")


def test_money_inside_other_accounts_is_named() -> None:
    """Rule 15: without its share such a line does not count; the unit still did budget."""
    baris = [
        {"lingkup": "APBD", "jumlah_baris": 2, "rp_pagu": 3000 * JUTA},
        {"lingkup": "APBDES", "jumlah_baris": 1, "rp_pagu": 465 * JUTA},
    ]
    kalimat = unit_anggaran.kalimat_melekat(baris)
    assert kalimat.startswith("3 baris anggaran melekat (Rp3,5 M) tidak menyebut porsi")
    assert unit_anggaran.kalimat_melekat([]) == ""


@pytest.mark.parametrize(
    ("tanpa", "total", "kalimat"),
    [
        (45, 46, "45 dari 46 OPD tanpa pagu iuran yang dihitung"),  # no village budget came: villages are not judged
        (0, 46, "Semua 46 OPD menganggarkan iuran"),
        (0, 0, "Unit yang menganggarkan iuran belum dapat dihitung"),
    ],
)
def test_units_without_a_ceiling(tanpa: int, total: int, kalimat: str) -> None:
    assert judul_dana.unit_tanpa_pagu(tanpa, total, "OPD") == kalimat


# --- the first months of a year may be missing

CATATAN = "pagu murni; realisasi APBD sebelum 07/2026 mungkin belum dikirim"


def keu01(kunci: str = "99.01", tingkat: str = "KABUPATEN", **isi: Any) -> Nilai:
    """A value of KEU-01 in August."""
    dasar: dict[str, Any] = {
        "kode": "KEU-01", "nama": "", "periode": "2026-08", "tingkat": tingkat, "kunci": kunci, "pembilang": 10 * JUTA,
        "penyebut": 100 * JUTA, "nilai": 10.0, "satuan": "persen", "target": 66.7, "status": "JAUH_DI_BAWAH",
        "basis": None, "sumber": "anggaran, realisasi", "estimasi": False, "bulan": date(2026, 8, 1),
    }  # fmt: skip
    return Nilai(**dasar | isi)


def test_nothing_is_judged_behind_time_when_the_first_months_may_be_missing() -> None:
    assert tahan(keu01()).status == "JAUH_DI_BAWAH"
    assert tahan(keu01(catatan=CATATAN)).status is None
    # what was delivered is the least that was spent: it can prove that the path is reached
    assert tahan(keu01(catatan=CATATAN, nilai=70.0, status="SESUAI_RENCANA")).status == "SESUAI_RENCANA"
    assert awal_hilang(CATATAN) == date(2026, 7, 1)
    kalimat = judul_dana.serapan(10.0, 66.7, None, "", awal_hilang(CATATAN))
    assert kalimat == "Realisasi Januari–Juni 2026 mungkin belum dikirim; serapan belum dapat dinilai"
    # what is left is not known either: no month is promised
    assert belum_lengkap([keu01("APBD", "SUMBER_DANA", catatan=CATATAN), keu01("CSR", "SUMBER_DANA")]) == {"APBD"}
    isi = anggaran.kpi(keu01(catatan=CATATAN, status=None), None, Dana(date(2026, 8, 1), 1, 0, None, 0))
    assert isi[0].status is None
    assert isi[0].keterangan.endswith("realisasi Januari–Juni 2026 mungkin belum dikirim")


def test_charts_say_nothing_of_what_is_left_when_the_first_months_may_be_missing() -> None:
    n = keu01("DINSOS", "OPD", catatan=CATATAN, status=None)
    nama = {"DINSOS": "Dinas Sosial"}
    assert anggaran.batang_opd([n], nama, None, "OPD", "").judul == "Pagu terbesar di Dinas Sosial, Rp100,0 jt"
    murni = [{"tahap": "MURNI", "rp_ubah": 100 * JUTA, "jumlah_pertama": 1, "jumlah_unit": 1, "is_estimasi": False}]
    tangga = anggaran.tangga(murni, n, date(2026, 8, 1), "semua", "")
    assert tangga is not None
    assert tangga.judul == "Pagu tidak berubah; belanja yang dikirim Rp10,0 jt"
    assert [langkah.nama for langkah in tangga.langkah] == ["Pagu murni", "Belanja"]


def test_spending_that_lags_is_named_and_its_months_are_marked() -> None:
    n = keu01(catatan="pagu murni; realisasi sampai 06/2026")
    assert terkirim_sampai(n.catatan) == date(2026, 6, 1) and terkirim_sampai("pagu murni") is None
    kalimat = judul_dana.serapan(10.0, 66.7, Dana(JUNI, JUTA, 0, 0, 1), "", None, terkirim_sampai(n.catatan))
    assert kalimat == "Serapan 10,0% di bawah waktu berjalan 66,7%; realisasi baru sampai Juni"
    deret = [replace(n, bulan=date(2026, b, 1), pembilang=JUTA * min(b, 6), catatan=n.catatan) for b in range(1, 9)]
    bagan = anggaran.garis_serapan(deret, date(2026, 8, 1), "")
    assert bagan.judul == "Belanja iuran Rp6,0 jt dari pagu Rp100,0 jt"
    assert bagan.hilang == (date(2026, 7, 1), date(2026, 8, 1))
    assert bagan.deret[0].nilai[5:] == (6 * JUTA, None, None)
    assert bagan.catatan == ("Realisasi Jul 2026–Agu 2026 belum diterima lengkap dari BPKAD, DPMD atau desa.",)
    awal = [replace(d, catatan=CATATAN) for d in deret]
    assert anggaran.garis_serapan(awal, date(2026, 8, 1), "").hilang == tuple(date(2026, b, 1) for b in range(1, 7))


# --- titles: every sentence, at most twelve words


@pytest.mark.parametrize(
    ("kalimat", "tulisan"),
    [
        (judul_dana.sumber_dana([], True), "Semua sumber dana cukup sampai Desember"),
        (judul_dana.sumber_dana(["APBD", "DBH CHT"], True), "Dana tidak cukup sampai Desember: APBD, DBH CHT"),
        (
            judul_dana.sumber_dana(["APBD", "APBDes", "DBH CHT", "DBH Sawit", "APBD provinsi"], True),
            "5 sumber dana tidak cukup sampai Desember",
        ),
        (
            judul_dana.sumber_dana(["APBD"], False),
            "Sampai kapan dana cukup belum dapat dihitung: realisasi belum lengkap",
        ),
        (judul_dana.pagu(20 * JUTA, 40 * JUTA, 80 * JUTA), "Pagu bertambah Rp20,0 jt; Rp80,0 jt belum dibelanjakan"),
        (judul_dana.pagu(-JUTA, 40 * JUTA, 80 * JUTA), "Pagu berkurang Rp1,0 jt; Rp80,0 jt belum dibelanjakan"),
        (judul_dana.pagu(0, 40 * JUTA, 80 * JUTA), "Pagu tidak berubah; Rp80,0 jt belum dibelanjakan"),
        (judul_dana.pagu(0, None, 80 * JUTA), "Pagu tidak berubah; realisasinya belum dikirim"),
        (judul_dana.pagu(0, 90 * JUTA, -10 * JUTA), "Pagu tidak berubah; belanja Rp10,0 jt melebihi pagu"),
        (
            judul_dana.uang_dan_orang(16, 27, "Perangkat Daerah"),
            "16 dari 27 Perangkat Daerah di bawah waktu berjalan dan kewajiban",
        ),
        (
            judul_dana.uang_dan_orang(0, 27, "Perangkat Daerah"),
            "Tidak ada Perangkat Daerah di bawah waktu berjalan dan kewajiban sekaligus",
        ),
        (judul_dana.dana_habis(309, 0, True), "309 orang dibayar dari dana yang habis dalam 90 hari"),
        (judul_dana.dana_habis(0, 0, True), "Tidak ada dana yang habis dalam 90 hari"),
        (judul_dana.dana_habis(0, 235, True), "Dana yang diketahui cukup 90 hari; 235 orang tanpa pagu"),
        (judul_dana.dana_habis(0, 0, False), "Sampai kapan iuran penerima terbayar belum dapat dihitung"),
        (judul_dana.penetapan(0, 770), "Semua 770 penerima yang wajib ditetapkan bernomor keputusan"),
        (judul_dana.penetapan(12, 770), "12 dari 770 penerima wajib ditetapkan tanpa nomor keputusan"),
        (judul_dana.penetapan(0, 0), "Tidak ada penerima dari dana yang wajib ditetapkan"),
        (judul_dana.perbaikan(8, "Juni 2026"), "8 baris daftar penerima perlu perbaikan, belum dihitung"),
        (judul_dana.perbaikan(0, "Juni 2026"), "Semua baris daftar penerima Juni 2026 dapat dipakai"),
        (judul_dana.rentang_hilang(date(2026, 5, 1)), "Januari–April 2026"),
        (judul_dana.rentang_hilang(date(2026, 2, 1)), "Januari 2026"),
        (
            judul_dana.unit_tanpa_pagu(26, 129, "Perangkat Daerah dan desa"),
            "26 dari 129 Perangkat Daerah dan desa tanpa pagu iuran yang dihitung",
        ),
        (
            judul_dana.penerima(1861, 1800, date(2026, 5, 1), 10),
            "1.861 orang dibantu iurannya, bertambah 61 sejak Mei 2026; 10 dibayar ganda",
        ),
        (
            judul_dana.kepatuhan(51.7, 321, 14, 223 * JUTA),
            "51,7% dari 321 pemberi kerja patuh; 14 menunggak Rp223,0 juta",
        ),
        (
            judul_dana.serapan(38.8, 50.0, Dana(JUNI, 12 * JUTA, 12 * JUTA, 3 * JUTA, 2 * JUTA), "APBD provinsi"),
            "Serapan 38,8% di bawah waktu berjalan 50,0%; APBD provinsi cukup sampai Oktober",
        ),
        (
            judul_dana.manfaat(4, 82 * JUTA, 120 * JUTA),
            "Rp82,0 juta manfaat dibayarkan untuk 4 kasus; iuran diterima Rp120,0 juta",
        ),
    ],
)  # fmt: skip
def test_titles_are_findings_of_at_most_twelve_words(kalimat: str, tulisan: str) -> None:
    assert kalimat == tulisan
    assert len(kalimat.split()) <= judul_dana.MAKS_KATA


def test_a_long_name_is_left_to_the_chart() -> None:
    panjang = "Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak"
    n = keu01("DP3AP2KB", "OPD")
    bagan = anggaran.batang_opd([n], {"DP3AP2KB": panjang}, None, "OPD", "")
    assert bagan.judul == "Sisa pagu terbesar Rp90,0 jt pada satu OPD"
    assert bagan.baris[0].label == panjang
    assert anggaran.batang_opd([n], {"DP3AP2KB": panjang}, "DP3AP2KB", "OPD", "").judul == "Serapan 10,0%"


# --- money that ends within 90 days


@pytest.mark.parametrize(
    ("sisa", "habis"),
    [(2, True), (3, False), (0, True)],  # months that the rest pays, of 1 juta a month
)
def test_money_that_ends_within_90_days(sisa: int, habis: bool) -> None:
    dana = Dana(JUNI, 12 * JUTA, 12 * JUTA, (12 - sisa) * JUTA, 1 * JUTA)
    assert dana.is_habis_90_hari == habis


def test_money_that_reaches_december_does_not_end() -> None:
    assert not Dana(date(2026, 11, 1), 12 * JUTA, 12 * JUTA, 11 * JUTA, JUTA).is_habis_90_hari
    assert Dana(date(2026, 11, 1), 12 * JUTA, 12 * JUTA, 12 * JUTA, JUTA).is_habis_90_hari
    assert not Dana(JUNI, 0, 0, 0, JUTA).is_habis_90_hari  # without a ceiling: not known


def test_who_is_paid_from_which_money() -> None:
    dana = {
        "APBD": Dana(JUNI, 12 * JUTA, 12 * JUTA, 10 * JUTA, 1 * JUTA),  # to August
        "DBH-CHT": Dana(JUNI, 12 * JUTA, 12 * JUTA, 0, 1 * JUTA),
        "APBDES": Dana(JUNI, 12 * JUTA, 12 * JUTA, None, 1 * JUTA),
    }
    penerima = {"APBD": 7, "DBH-CHT": 5, "CSR": 3}
    assert bantuan.judul_dana_habis(dana, penerima) == "7 orang dibayar dari dana yang habis dalam 90 hari"
    assert bantuan.baris_dana(dana, penerima) == [
        ["APBD", "7", "Rp2,0 jt", "Rp1,0 jt", "▲ Agu 2026"],
        ["DBH CHT", "5", "Rp12,0 jt", "Rp1,0 jt", "Des 2026"],
        ["CSR", "3", "tanpa pagu", "…", "tidak diketahui"],  # not known, which is not the same as 0
    ]
    assert bantuan.judul_dana_habis(dana, penerima | {"APBDES": 2}).endswith("belum dapat dihitung")


def test_recipients_without_the_number_of_a_decree() -> None:
    baris = [
        {"sumber_dana": "APBD", "is_wajib": True, "jumlah_orang": 7, "jumlah_bernomor": 5},
        {"sumber_dana": "CSR", "is_wajib": False, "jumlah_orang": 3, "jumlah_bernomor": 0},  # needs none
    ]
    bagan = bantuan.batang_penetapan(baris, 9, "Juni 2026", "")
    assert bagan.judul == "2 dari 7 penerima wajib ditetapkan tanpa nomor keputusan"
    assert [(b.label, b.nilai) for b in bagan.baris] == [
        ("Dibayar iurannya", 9), ("Wajib ditetapkan", 7), ("Bernomor keputusan", 5),
    ]  # fmt: skip
    assert bantuan.baris_penetapan(baris) == [["APBD", "7", "5", "2"]]


def test_rows_set_aside_are_counted_once_and_reasons_each() -> None:
    baris = [
        {"id_pengiriman": "a", "dibaca": 9, "disisihkan": 3, "alasan": "NIK_TIDAK_SAH", "jumlah": 3},
        {"id_pengiriman": "a", "dibaca": 9, "disisihkan": 3, "alasan": "GANDA", "jumlah": 1},  # one row has both
        {"id_pengiriman": "b", "dibaca": 5, "disisihkan": 1, "alasan": "GANDA", "jumlah": 1},
    ]
    bagan = bantuan.batang_perbaikan(baris, "Juni 2026", "")
    assert bagan is not None and bagan.judul.startswith("4 baris daftar penerima perlu perbaikan")
    assert [(b.label, b.nilai) for b in bagan.baris] == [("NIK tidak valid", 3), ("Baris ganda", 2)]
    bersih = [{"id_pengiriman": "a", "dibaca": 9, "disisihkan": 0, "alasan": None, "jumlah": None}]
    assert bantuan.batang_perbaikan(bersih, "Juni 2026", "") is None


# --- benefits: one basis or none


def man(kode: str, bulan: int, nilai: int | None, basis: str | None) -> Nilai:
    return keu01(kode=kode, satuan="Rp", pembilang=nilai, nilai=nilai, basis=basis, bulan=date(2026, bulan, 1))


def test_months_on_another_basis_are_not_drawn() -> None:
    manfaat_ = [man("MAN-01", 5, 1, "DOMISILI"), man("MAN-01", 6, 2, "TEMPAT_KERJA")]
    iuran = [man("KEU-03", 5, 3, "TEMPAT_KERJA"), man("KEU-03", 6, 4, "TEMPAT_KERJA")]
    bagan = manfaat.garis(manfaat_, iuran, "")
    assert [d.nilai for d in bagan.deret] == [(None, 2), (3, 4)]
    assert bagan.basis == "TEMPAT_KERJA" and "menurut tempat kerja" in bagan.subjudul
    assert bagan.catatan == ("Sebagian angka Mei 2026 dihitung menurut dasar yang lain, jadi tidak digambar.",)
    assert manfaat.basis_tunggal(manfaat_, iuran) == ""
    assert manfaat.basis_tunggal(manfaat_[1:], iuran) == "TEMPAT_KERJA"


def test_contributions_on_another_basis_are_not_beside_benefits() -> None:
    bagan = manfaat.garis([man("MAN-01", 6, 2, "DOMISILI")], [man("KEU-03", 6, 4, "TEMPAT_KERJA")], "")
    assert [d.nama for d in bagan.deret] == ["Manfaat"]
    isi = manfaat.Baris("JKK", 2, 30, 60)
    assert isi.sel()[-1] == "50,0%" and isi.sel(is_sebanding=False)[-1] == "…"


def test_benefits_by_kecamatan_and_programme() -> None:
    baris = [
        {"kode_kecamatan": k, "nama_kecamatan": n, "program": p, "jumlah_kasus": j, "rp_manfaat": r, "rp_iuran": None}
        for k, n, p, j, r in (("1", "Satu", "JKM", 1, 42 * JUTA), ("1", "Satu", "JKK", 2, 30 * JUTA),
                              ("2", "Dua", "JKK", None, None))
    ]  # fmt: skip
    silang = manfaat.tabel_silang(baris)
    assert silang is not None
    kolom, isi, jumlah = silang
    polos = [[re.sub(r"<[^>]+>", " ", str(sel)).split() for sel in b] for b in (*isi, jumlah)]
    assert [k.judul for k in kolom] == ["Kecamatan", "JKK", "JKM"]
    assert polos == [
        [["Satu"], ["Rp30,0", "jt", "2", "kasus"], ["Rp42,0", "jt", "1", "kasus"]],
        [["Dua"], ["…", "…", "kasus"], ["Rp0", "0", "kasus"]],  # no figure is not 0; no row is no benefit
        [["Jumlah"], ["Rp30,0", "jt", "2", "kasus"], ["Rp42,0", "jt", "1", "kasus"]],
    ]
    assert manfaat.tabel_silang(baris[:2]) is None  # one kecamatan: nothing to cross


def test_categories_that_exceed_the_people_say_why() -> None:
    isi = [bantuan.Isi("NELAYAN", 4, 67_200), bantuan.Isi("GURU_AGAMA", 3, 50_400)]
    assert bantuan.catatan_kategori(isi, 6) == (
        "Jumlah kategori melebihi 6 orang: satu orang dapat tercatat pada dua kategori, masing-masing dari pembayar "
        "yang berbeda. Rupiahnya tidak dihitung dua kali."
    )
    assert bantuan.catatan_kategori(isi, 7) == "" and bantuan.catatan_kategori(isi, None) == ""


def test_a_budget_that_was_not_delivered_is_not_called_missing() -> None:
    tanpa = unit_anggaran.Tanpa(("A", "B"), (), 5, frozenset({"OPD"}), frozenset({"A", "B"}))
    kirim = pl.DataFrame({"kode_unit": ["A", "C"]})
    assert unit_anggaran.kalimat_belum_kirim(tanpa, kirim) == (
        "1 dari 2 unit itu belum mengirim anggaran tahun ini; pagunya belum diketahui."
    )
    assert unit_anggaran.kalimat_belum_kirim(tanpa, pl.DataFrame({"kode_unit": ["A", "B"]})) == ""

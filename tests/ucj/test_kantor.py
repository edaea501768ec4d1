"""Offices: people first, what they owe in words, titles of at most twelve words."""

from collections.abc import Collection
from datetime import date

import pytest

from ucj import judul_opd, kantor, kantor_tampil
from ucj.charts import Panas
from ucj.charts.panas import draw_panas
from ucj.dana import Dana
from ucj.hitung import Nilai
from ucj.kesenjangan import Kantor, Sektor

JUNI = date(2026, 6, 1)
SELISIH = (-20, -5, 5, 20)


def nilai(
    kode: str, kunci: str, pembilang: int | None, penyebut: int, target: float | None, status: str | None
) -> Nilai:
    persen = 100 * pembilang / penyebut if pembilang is not None and penyebut else None
    return Nilai(
        kode=kode, nama="", periode="2026-06", tingkat="OPD", kunci=kunci, pembilang=pembilang, penyebut=penyebut,
        nilai=persen, satuan="persen", target=target, status=status, basis=None, sumber="", estimasi=False,
    )  # fmt: skip


def sektor(kode: str, belum: int | None, is_sementara: bool = False) -> Sektor:
    return Sektor("A1", "Tanaman", nilai("UCJ-01", "A1", 1, 10, 40, None), belum, Kantor(kode, kode, is_sementara))


def daftar(kode: str, jenis: str = "NONASN", **lain) -> dict:
    isi = {"kode_opd": kode, "jenis_daftar": jenis, "tanggal_data": date(2026, 6, 30), "is_usang": False}
    jumlah = {f"jumlah_{k}": 0 for k in ("tidak_padan", "tidak_aktif", "satu_program", "perlu_perbaikan")}
    return isi | jumlah | lain


def susun(**lain) -> list[kantor.Baris]:
    isi = {
        "nama": {"DISTAN": "Dinas Pertanian", "RSUD": "RSUD", "SATPOL": "Satpol PP", "KEC": "Kecamatan Awan"},
        "non_asn": [
            nilai("PEM-01", "DISTAN", 16, 28, 100, "JAUH_DI_BAWAH"),
            nilai("PEM-01", "RSUD", 77, 83, 100, "JAUH_DI_BAWAH"),
            nilai("PEM-01", "SATPOL", 10, 10, 100, "TERCAPAI"),
        ],
        "binaan": [nilai("SEK-01", "DISTAN", 118, 570, 36, "JAUH_DI_BAWAH")],
        "serapan": [
            nilai("KEU-01", "DISTAN", 40, 100, 50, "JAUH_DI_BAWAH"),
            nilai("KEU-01", "RSUD", None, 0, 50, None),
        ],
        "roster": [daftar("DISTAN", jumlah_tidak_padan=11, jumlah_perlu_perbaikan=1), daftar("RSUD", is_usang=True)],
        "beranggaran": {"DISTAN", "RSUD"},
        "sektor": [sektor("DISTAN", 10_581)],
        "dana": {"DISTAN": Dana(JUNI, 120, 0, 40, 0)},
    }
    return kantor.susun(**(isi | lain))


def panas(baris: list[kantor.Baris], sanggah: Collection[tuple[str, str]] = ()) -> Panas:
    return kantor_tampil.panas(baris, {"DISTAN": "opd?opd=DISTAN"}, "OPD", JUNI, SELISIH, "Sumber: x.", (), sanggah)


def test_offices_stand_by_people_not_covered():
    assert [(b.nama, b.belum) for b in susun()] == [
        ("Dinas Pertanian", 10_581), ("RSUD", 6), ("Satpol PP", 0), ("Kecamatan Awan", None),
    ]  # fmt: skip


def test_people_of_a_sector_and_own_workers_are_never_added():
    """A non-ASN worker may be one of the sector's."""
    (distan, *_) = susun()
    assert (distan.belum_sektor, distan.kurang, distan.belum) == (10_581, 12, 10_581)


def test_an_office_whose_sector_is_covered_stands_by_its_own_workers():
    assert susun(sektor=[sektor("RSUD", 0)])[1].belum == 6


def test_the_heat_table_says_in_words_what_is_missing():
    isi = panas(susun())
    distan = isi.baris[0]
    assert [(s.teks, s.sub) if s else None for s in distan.sel] == [
        ("1 sektor", ""), ("57,1%", "kurang 12 orang"), ("20,7%", "kurang 15,3 pp"), ("40,0%", "cukup s.d. Des"),
        ("30 Jun 2026", "1 perlu perbaikan"),
    ]  # fmt: skip
    assert [isi.kelas(s.selisih) if s else None for s in distan.sel] == [None, 0, 1, 1, None]
    rsud = isi.baris[1].sel
    assert rsud[0] is None and rsud[2] is None  # answers for no sector: does not apply
    assert (rsud[3].teks, rsud[3].sub) == ("tanpa pagu", "iuran belum dianggarkan")
    assert rsud[4].sub == "▲ lebih dari 6 bulan"
    kec = isi.baris[3].sel
    assert (kec[1].teks, kec[1].sub) == ("…", "belum ada daftar") and kec[3].sub == "anggaran belum dikirim"


def test_money_lasts_only_as_far_as_spending_is_known():
    b = susun()[0]
    assert b.cukup_sampai == date(2026, 12, 1)
    belum = susun(serapan=[nilai("KEU-01", "DISTAN", None, 100, 50, "BELUM_ADA_DATA")])[0]
    assert belum.cukup_sampai is None
    assert panas([belum]).baris[0].sel[3].sub == "realisasi belum dikirim"
    mendesak = susun(dana={"DISTAN": Dana(JUNI, 120, 0, 100, 0)})[0]  # 20 left, 10 a month
    assert panas([mendesak]).baris[0].sel[3].sub == "cukup s.d. Agu"


def test_a_disputed_figure_says_so_and_only_that_one():
    semua = susun()
    kode = semua[0].kode
    bersih, tandai = panas(semua).baris, panas(semua, {(kode, "PEM-01"), ("LAIN", "SEK-01")}).baris
    assert tandai[0].sel[1].sub == f"{bersih[0].sel[1].sub}, disanggah"
    assert [b.sel for b in tandai[1:]] == [b.sel for b in bersih[1:]] and tandai[0].sel[2:] == bersih[0].sel[2:]


def test_html_of_the_heat_table_has_mark_word_edge_and_link():
    teks = draw_panas(panas(susun()))
    assert '<a href="opd?opd=DISTAN" target="_self">Dinas Pertanian</a>' in teks
    assert 'data-judul="Belum terlindungi">10.581</td>' in teks
    assert 'class="angka tepi tepi-0" data-judul="Non-ASN" title="Jauh di bawah target; kurang 12 orang"' in teks
    assert "tidak berlaku" in teks and "pp = persen poin" in teks
    assert "● " not in teks and "Tercapai" in teks  # the legend names each mark that occurs
    kosong = draw_panas(panas([]))
    assert "<tbody></tbody>" in kosong and "ucj-legenda" not in kosong


def test_a_name_with_html_shows_literally():
    teks = draw_panas(panas(susun(nama={"DISTAN": "<b>Dinas</b>"})))
    assert "&lt;b&gt;Dinas&lt;/b&gt;" in teks and "<b>Dinas" not in teks


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (("Dinas Pertanian", 19, 33, "OPD", True),
         "Dinas Pertanian terbanyak belum terlindungi; 19 OPD belum memenuhi kewajiban non-ASN"),
        # a long name would make more than twelve words
        (("Dinas Koperasi, Perindustrian dan Perdagangan", 19, 33, "Perangkat Daerah", True),
         "19 dari 33 Perangkat Daerah belum melindungi semua non-ASN"),
        ((None, 2, 24, "OPD", True), "2 dari 24 OPD belum melindungi semua non-ASN"),
        ((None, 0, 24, "OPD", True), "Semua non-ASN dari 24 OPD terlindungi"),
        (("Dinas Pertanian", 0, 24, "OPD", True),
         "Semua non-ASN dari 24 OPD terlindungi; belum terlindungi terbanyak: Dinas Pertanian"),
        ((None, 0, 24, "OPD", False), "Daftar non-ASN dari 24 OPD; perlindungan belum dapat dihitung"),
        ((None, 0, 0, "Perangkat Daerah", False), "Belum ada Perangkat Daerah yang menyerahkan daftar non-ASN"),
    ],
)  # fmt: skip
def test_finding(isi, kalimat):
    assert judul_opd.temuan(*isi) == kalimat
    assert len(kalimat.split()) <= 12


@pytest.mark.parametrize(
    ("orang", "terlindungi", "kurang", "kalimat"),
    [
        (10, 6, 4, "RSUD: 4 dari 10 non-ASN belum terlindungi"),
        (10, 10, 0, "RSUD: semua 10 non-ASN terlindungi"),
        (10, None, None, "RSUD: 10 non-ASN terdaftar; perlindungan belum dapat dihitung"),
        (None, None, None, "RSUD belum menyerahkan daftar non-ASN"),
    ],
)
def test_one_office(orang, terlindungi, kurang, kalimat):
    assert judul_opd.satu("RSUD", orang, terlindungi, kurang) == kalimat
    panjang = judul_opd.satu("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", orang, terlindungi, kurang)
    assert len(panjang.split()) <= 12


def test_an_office_without_figures_still_leads_its_sectors():
    """Without a delivery by sector the figures are missing, not the duty."""
    assert kantor_tampil.kalimat_sektor("Dinas Pendidikan", ["Pendidikan"]) == (
        "Dinas Pendidikan menjawab sektor pendidikan; kiriman yang berlaku belum memuat sektor."
    )
    assert kantor_tampil.kalimat_sektor("Satpol PP", []) == "Satpol PP tidak memimpin sektor."


def test_why_people_do_not_count_is_said_in_one_sentence():
    assert kantor_tampil.kalimat_roster(susun()[0]) == (
        "Non-ASN yang belum terhitung terlindungi: 11 NIK tidak padan, 1 baris perlu perbaikan."
    )

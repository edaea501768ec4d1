"""Decisions of meetings: their state on a day, the findings, what may be written down; every sentence once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ucj import judul_tindak
from ucj import tindak_lanjut as tindak
from ucj.penolakan import Penolakan
from ucj.saringan import Desa
from ucj.tindak_lanjut import Keputusan

HARI = date(2026, 6, 30)
APRIL = date(2026, 4, 14)


def keputusan(
    lagi: int = 30, status: str = "TERBUKA", rapat: date = APRIL, id_: str = "TL-1", selesai: date | None = None
) -> Keputusan:
    """A decision due so many days after the day of the tests."""
    return Keputusan(id_, rapat, "Menerbitkan edaran", "DPUPR", HARI + timedelta(days=lagi), status, selesai)


# --- states and sentences ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lagi", "status", "keadaan", "sisa"),
    [
        (-61, "TERBUKA", "LEWAT", "lewat 61 hari"),
        (-1, "TERBUKA", "LEWAT", "lewat 1 hari"),
        (0, "TERBUKA", "SEGERA", "hari ini"),  # on its day it is not overdue
        (14, "TERBUKA", "SEGERA", "14 hari lagi"),
        (15, "TERBUKA", "TERBUKA", "15 hari lagi"),
        (-61, "SELESAI", "SELESAI", "selesai"),
        (-61, "BATAL", "BATAL", "dibatalkan"),
    ],
)
def test_the_day_decides(lagi: int, status: str, keadaan: str, sisa: str) -> None:
    k = keputusan(lagi, status)
    assert (k.keadaan(HARI), tindak.sisa(k, HARI)) == (keadaan, sisa)


def test_done_is_compared_with_its_due_date() -> None:
    assert tindak.sisa(keputusan(-10, "SELESAI", selesai=HARI), HARI) == "selesai 10 hari sesudah tenggat"
    assert tindak.sisa(keputusan(0, "SELESAI", selesai=HARI), HARI) == "selesai sebelum tenggat"


L, S, T, D, B = (
    keputusan(-61), keputusan(3), keputusan(40), keputusan(-5, "SELESAI"), keputusan(-5, "BATAL"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("semua", "kalimat"),
    [
        ([], "Belum ada keputusan rapat yang dicatat"),
        ([L, keputusan(-2), T, D], "2 dari 3 keputusan terbuka lewat tenggat, paling lama 61 hari"),
        ([S, T, T, D], "1 dari 3 keputusan terbuka jatuh tempo dalam 14 hari"),
        ([T, T, D], "2 keputusan terbuka, belum ada yang segera jatuh tempo"),
        ([D, D], "Semua 2 keputusan rapat sudah selesai"),
        ([D], "Satu-satunya keputusan rapat sudah selesai"),
        ([D, B], "Semua keputusan rapat selesai atau dibatalkan"),
        ([B], "Semua keputusan rapat dibatalkan"),
    ],
)
def test_finding_of_the_page(semua: list[Keputusan], kalimat: str) -> None:
    assert judul_tindak.daftar(semua, HARI) == kalimat
    assert len(kalimat.split()) <= 12


@pytest.mark.parametrize(
    ("semua", "kalimat"),
    [
        ([], "Belum ada keputusan rapat yang dicatat"),
        ([L, L, S, D], "2 dari 4 janji rapat 14 April lewat tenggat"),
        ([L, B], "1 dari 1 janji rapat 14 April lewat tenggat"),  # a cancelled one is no promise
        ([S, T, D], "2 dari 3 janji rapat 14 April berjalan dalam tenggat"),
        ([D, D], "Semua 2 janji rapat 14 April sudah selesai"),
        ([B], "Semua janji rapat 14 April dibatalkan"),
        ([replace(D, tanggal_rapat=date(2025, 4, 14))], "Semua 1 janji rapat 14 April 2025 sudah selesai"),
    ],
)
def test_finding_on_the_last_meeting(semua: list[Keputusan], kalimat: str) -> None:
    assert judul_tindak.janji(semua, HARI) == kalimat
    assert len(kalimat.split()) <= 12


def test_the_last_meeting_is_the_one_before_today() -> None:
    lama, hari_ini = keputusan(rapat=APRIL), keputusan(rapat=HARI, id_="TL-2")
    assert tindak.rapat_terakhir([lama, hari_ini], HARI) == [lama]  # what is written down today pushes nothing away
    assert tindak.rapat_terakhir([lama, hari_ini], HARI + timedelta(days=1)) == [hari_ini]
    assert tindak.rapat_terakhir([hari_ini], HARI) == [hari_ini]
    assert tindak.rapat_terakhir([], HARI) == []


def test_overdue_longest_first_then_open_then_done() -> None:
    isi = [D, T, S, L, keputusan(-3)]
    assert [k.keadaan(HARI) for k in tindak.urut(isi, HARI)] == ["LEWAT", "LEWAT", "SEGERA", "TERBUKA", "SELESAI"]
    assert tindak.urut(isi, HARI)[0] is L


def test_owners_who_owe_most_stand_first_and_who_owes_nothing_is_left_out() -> None:
    isi = [replace(D, pemilik="A"), replace(T, pemilik="B"), replace(L, pemilik="C"), replace(B, pemilik="D")]
    assert tindak.baris_pemilik(isi, HARI, {"C": "Dinas C"}) == [
        ["Dinas C", "1", "0", "0", "0"], ["B", "0", "0", "1", "0"], ["A", "0", "0", "0", "1"],
    ]  # fmt: skip


def test_owners_in_words() -> None:
    desa = {"99.01.01.2001": Desa("99.01.01.2001", "Sukamaju", "99.01.01", "Satu")}
    opd = {"DINSOS": "Dinas Sosial"}
    sebut = [tindak.name_pemilik(k, opd, desa) for k in ("DINSOS", "DESA-99.01.01.2001", "BPJSTK", "Kepala Pasar")]
    assert sebut == ["Dinas Sosial", "Desa Sukamaju", "BPJS Ketenagakerjaan", "Kepala Pasar"]


def test_the_first_page_shows_days_and_no_year_of_its_own() -> None:
    (baris,) = tindak.baris_ringkas([L], HARI, {"DPUPR": "Dinas PUPR"})
    assert baris[1:] == ["Dinas PUPR", "30 Apr, lewat 61 hari"]
    (lain,) = tindak.baris_ringkas([replace(L, tenggat=date(2025, 12, 31))], HARI, {})
    assert lain[2] == "31 Des 2025, lewat 181 hari"


def test_every_text_is_escaped() -> None:
    jahat = replace(T, keputusan="<b>tebal</b>", catatan="<i>x</i>", dicatat_oleh="<u>siapa</u>")
    (baris,) = tindak.baris([jahat], HARI, {})
    assert "&lt;b&gt;" in str(baris[0]) and "&lt;i&gt;" in str(baris[0]) and "&lt;u&gt;" in str(baris[4])


# --- writing ----------------------------------------------------------------------------------------------------


def test_ids_are_never_used_twice() -> None:
    ada = [replace(T, id=i) for i in ("TL-20260714-01", "TL-20260714-09", "TL-20260413-12", "K-7")]
    assert tindak.next_id(ada, date(2026, 7, 14)) == "TL-20260714-10"
    assert tindak.next_id(ada, date(2026, 7, 15)) == "TL-20260715-01"
    assert tindak.next_id([replace(T, id="TL-20260714-99")], date(2026, 7, 14)) == "TL-20260714-100"


@pytest.mark.parametrize(
    ("teks", "bersih"),
    [
        ("  dua\n baris\t", "dua baris"),
        ('=HYPERLINK("x")', 'HYPERLINK("x")'),
        ("+1 -2 @x", "1 -2 @x"),
        ("\u202ebalik\x00", "balik"),
        ("Surat nomor 5", "Surat nomor 5"),
    ],
)
def test_texts_are_one_line_and_no_formula(teks: str, bersih: str) -> None:
    assert tindak.clean(teks) == bersih


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"keputusan": "  a "}, "5 sampai 300 huruf"),
        ({"keputusan": "a" * 301}, "5 sampai 300 huruf"),
        ({"pemilik": ""}, "pemiliknya"),
        ({"tenggat": APRIL - timedelta(days=1)}, "sesudah tanggal rapat"),
        ({"tenggat": date(2036, 1, 1)}, "lima tahun"),
        ({"tanggal_rapat": date(2006, 1, 1)}, "terlalu lama"),
        ({"tanggal_rapat": HARI + timedelta(days=40)}, "lebih dari sebulan"),
        ({"keputusan": "Cari 9901 0101 0790 0001"}, "Jangan tulis NIK"),
    ],
)
def test_what_is_out_of_bounds_is_refused(ubah: dict[str, object], kata: str) -> None:
    with pytest.raises(Penolakan, match=kata):
        tindak.check_baru(replace(keputusan(), **ubah), HARI)


def test_a_good_one_is_cleaned() -> None:
    k = tindak.check_baru(replace(keputusan(), keputusan="= Menerbitkan  edaran", pemilik=" DPUPR "), HARI)
    assert (k.keputusan, k.pemilik) == ("Menerbitkan edaran", "DPUPR")


@pytest.mark.parametrize("oleh", ["", " x", "9901010107900001", "a" * 61])
def test_who_writes_must_be_named(oleh: str) -> None:
    with pytest.raises(Penolakan, match="yang mencatat"):
        tindak.check_oleh(oleh)


def test_the_chart_stays_beside_the_decision() -> None:
    asal = tindak.name_asal("Cakupan “terendah” <BPU>", "sektor?periode=2026-05&wilayah=99.01.01&basis=DOMISILI")
    k = replace(keputusan(), catatan=asal)
    assert k.asal == ("Cakupan terendah BPU", "sektor?periode=2026-05&wilayah=99.01.01&basis=DOMISILI", "")
    selesai = tindak.change_status(k, "SELESAI", HARI, "edaran nomor 7", HARI)
    assert selesai.asal == (k.asal[0], k.asal[1], "edaran nomor 7")
    assert tindak.change_status(selesai, "TERBUKA", HARI, "", HARI).asal[2] == "edaran nomor 7"  # the note stays
    assert tindak.change_status(selesai, "TERBUKA", HARI, "", HARI).tanggal_selesai is None
    (baris,) = tindak.baris([k], HARI, {})
    assert 'href="./sektor?periode=2026-05&amp;wilayah=99.01.01&amp;basis=DOMISILI"' in str(baris[0])


def test_an_address_that_is_none_is_no_link() -> None:
    assert replace(keputusan(), catatan="Dari “x” <javascript:alert(1)>").asal[1] == ""
    assert replace(keputusan(), catatan="bukti surat 7").asal == ("", "", "bukti surat 7")
    assert tindak.name_asal("x", 'sektor?a="><script>') == "Dari “x” <sektor>"


def test_the_first_page_has_no_name_in_its_address() -> None:
    (baris,) = tindak.baris([replace(keputusan(), catatan="Dari “x” <ringkasan?periode=2026-05>")], HARI, {})
    assert 'href="./?periode=2026-05"' in str(baris[0])


@pytest.mark.parametrize("tanggal", [None, APRIL - timedelta(days=1), HARI + timedelta(days=1)])
def test_done_needs_a_day_between_the_meeting_and_today(tanggal: date | None) -> None:
    with pytest.raises(Penolakan, match="antara tanggal rapat dan hari ini"):
        tindak.change_status(keputusan(), "SELESAI", tanggal, "", HARI)


def test_notes_are_bounded() -> None:
    for catatan in ("a" * 301, "NIK 9901010107900001"):
        with pytest.raises(Penolakan):
            tindak.change_status(keputusan(), "SELESAI", HARI, catatan, HARI)


def test_a_row_of_the_delivery_has_the_columns_of_the_source() -> None:
    assert tindak.row(keputusan()) == {
        "id": "TL-1", "tanggal_rapat": "2026-04-14", "keputusan": "Menerbitkan edaran", "pemilik": "DPUPR",
        "tenggat": "2026-07-30", "status": "TERBUKA", "tanggal_selesai": "", "catatan": "",
    }  # fmt: skip
    assert tindak.default_tenggat(date(2026, 7, 14)) == date(2026, 7, 31)
    assert tindak.default_tenggat(date(2026, 7, 20)) == date(2026, 8, 31)

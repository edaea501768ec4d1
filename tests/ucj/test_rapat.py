"""The seven screens of the meeting view: every sentence by rule, every proposal with the figures behind it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ucj.dana import Dana
from ucj.desa import Baris as BarisDesa
from ucj.hitung import Nilai
from ucj.kesenjangan import Kantor, Sektor, belum_terlindungi
from ucj.rapat import PROYEKTOR, TV, Bahan, kalimat, markah, susun, usulan
from ucj.saringan import Desa
from ucj.tindak_lanjut import Keputusan

JUNI = date(2026, 6, 1)
RAPAT = date(2026, 7, 14)


def nilai(kode: str = "UCJ-01", **isi: Any) -> Nilai:
    """A value of the regency: 30 of 100, path 50, target of December 60."""
    dasar: dict[str, Any] = {
        "kode": kode, "nama": kode, "periode": "2026-06", "tingkat": "KABUPATEN", "kunci": "99.01", "pembilang": 30,
        "penyebut": 100, "nilai": 30.0, "satuan": "persen", "target": 50.0, "status": "JAUH_DI_BAWAH",
        "basis": "DOMISILI", "sumber": "rekap_bpjs", "estimasi": False, "target_akhir": 60.0, "bulan": JUNI,
    }  # fmt: skip
    return Nilai(**(dasar | isi))


def sektor(kunci: str, nama: str, pembilang: int, penyebut: int, kantor: str = "Dinas Pertanian") -> Sektor:
    n = nilai(tingkat="SEKTOR", kunci=kunci, pembilang=pembilang, penyebut=penyebut, nilai=pembilang / penyebut * 100)
    return Sektor(kunci, nama, n, belum_terlindungi(n), Kantor("X", kantor, False))


def bahan(**ganti: Any) -> Bahan:
    """A regency with everything delivered but decisions."""
    lalu = nilai(periode="2025-12", pembilang=25, nilai=25.0, bulan=date(2025, 12, 1))
    opd = [
        nilai("PEM-01", tingkat="OPD", kunci="DISDIK", pembilang=3, penyebut=5, nilai=60.0, target=100.0),
        nilai("PEM-01", tingkat="OPD", kunci="DINKES", pembilang=9, penyebut=10, nilai=90.0, target=100.0),
        nilai("PEM-01", tingkat="OPD", kunci="DLH", pembilang=4, penyebut=4, nilai=100.0, target=100.0),
    ]
    desa = Desa("99.01.01.2001", "Sukamaju", "99.01.01", "Satu")
    dasar: dict[str, Any] = {
        "bulan": JUNI,
        "hari": RAPAT,
        "basis": "DOMISILI",
        "posisi": nilai(),
        "lalu": lalu,
        "gap": nilai("UCJ-04", satuan="orang", nilai=30, pembilang=30, penyebut=None),
        "laju": nilai("UCJ-04", satuan="orang/bulan", nilai=5, pembilang=5, penyebut=None),
        "janji": [],
        "hari_ini": RAPAT,
        "nama_pemilik": {"DISDIK": "Dinas Pendidikan"},
        "sektor": [sektor("A1", "Tanaman dan peternakan", 10, 60), sektor("G", "Perdagangan", 12, 20, "Dinas Dagang")],
        "kecamatan": [
            nilai(tingkat="KECAMATAN", kunci="99.01.01", pembilang=20, penyebut=70, nilai=28.6),
            nilai(tingkat="KECAMATAN", kunci="99.01.02", pembilang=10, penyebut=30, nilai=33.3),
        ],
        "nama_kecamatan": {"99.01.01": "Satu", "99.01.02": "Dua"},
        "desa": [BarisDesa(desa, 12, nilai(tingkat="DESA", kunci=desa.kode, pembilang=12, penyebut=80, nilai=15.0))],
        "terendah": "Satu",
        "ambang_desa": nilai("UCJ-05", pembilang=0, penyebut=1, nilai=0.0),
        "pem01": nilai("PEM-01", pembilang=16, penyebut=19, nilai=84.2, target=100.0),
        "pem01_opd": opd,
        "pem02": nilai("PEM-02", pembilang=2, penyebut=6, nilai=33.3, target=100.0),
        "nama_opd": {"DISDIK": "Dinas Pendidikan", "DINKES": "Dinas Kesehatan", "DPMD": "Dinas PMD", "BPKAD": "BPKAD"},
        "serapan": nilai("KEU-01", pembilang=43_000_000, penyebut=112_000_000, nilai=38.4, target=50.0),
        "serapan_sumber": {"APBD": nilai("KEU-01", nilai=38.4, target=50.0)},
        "dana": {"APBD": Dana(JUNI, 112_000_000, 112_000_000, 43_000_000, 20_000_000)},  # 69 left, 20 a month
        "penerima": {"APBD": 400},
        "keu02": nilai("KEU-02", pembilang=3, penyebut=5, nilai=60.0),
        "kewajiban": [],
        "aturan": {
            "istilah.desa": "Desa", "istilah.kelurahan": "Kelurahan", "istilah.perangkat_daerah": "OPD",
            "peta.batas": [20, 40, 60, 80],
            "judul.ambang_poin": 0.1, "desa.ambang_cakupan": 60,
        },
        "sumber": lambda n: f"Sumber {n.kode}.",
    }  # fmt: skip
    return Bahan(**(dasar | ganti))


@pytest.mark.parametrize(
    ("n", "teks"),
    [
        (nilai(), "Belum sesuai rencana: kurang 20 orang dari target Sem. I 2026"),
        (nilai(nilai=50.0, pembilang=50), "Sesuai rencana: cakupan 50,0% mencapai target Sem. I 2026"),
        (nilai(nilai=60.0, pembilang=60), "Target 2026 sudah tercapai: cakupan 60,0%"),
        (nilai(target=None, target_akhir=None), "Cakupan 30,0% per Juni 2026; belum ada target"),
        (nilai(nilai=None, penyebut=None), "30 peserta aktif; persentase belum dapat dihitung tanpa penyebut"),
        (nilai(nilai=None, pembilang=None), "Cakupan Juni 2026 belum tersedia"),
        (None, "Cakupan Juni 2026 belum tersedia"),
    ],
)
def test_position(n: Nilai | None, teks: str) -> None:
    assert kalimat.posisi(n, JUNI) == teks


def test_position_between_two_targets_is_a_plan() -> None:
    assert kalimat.posisi(nilai(), date(2026, 5, 1)).endswith("dari rencana Mei 2026")


@pytest.mark.parametrize(
    ("lalu", "sebanding", "teks"),
    [
        (25.0, True, "naik 5,0 persen poin"),
        (32.0, True, "turun 2,0 persen poin"),
        (30.05, True, "tidak berubah"),
        (25.0, False, "belum dapat dibandingkan"),
        (None, True, "belum dapat dibandingkan"),
    ],
)
def test_change_since_the_semester_before(lalu: float | None, sebanding: bool, teks: str) -> None:
    assert kalimat.sejak(nilai(), nilai(nilai=lalu), sebanding, 0.1) == teks


@pytest.mark.parametrize(
    ("kurang", "total", "ada_daftar", "teks"),
    [
        ([2, 1], 3, True, "2 dari 3 OPD belum melindungi semua non-ASN: 3 orang"),
        ([], 3, True, "Semua non-ASN dari 3 OPD terlindungi"),
        ([], 3, False, "Daftar non-ASN dari 3 OPD; perlindungan belum dapat dihitung"),
        ([], 0, True, "Belum ada OPD yang menyerahkan daftar non-ASN"),
    ],
)
def test_offices(kurang: list[int], total: int, ada_daftar: bool, teks: str) -> None:
    assert kalimat.opd(kurang, total, "OPD", ada_daftar) == teks


@pytest.mark.parametrize(
    ("jumlah", "terbesar", "teks"),
    [
        (5, 4120, "5 keputusan diusulkan; yang terbesar menyangkut 4.120 orang"),
        (1, None, "1 keputusan diusulkan kepada rapat ini"),
        (0, None, "Tidak ada keputusan yang diusulkan dari angka bulan ini"),
    ],
)
def test_proposed_decisions(jumlah: int, terbesar: int | None, teks: str) -> None:
    assert kalimat.keputusan(jumlah, terbesar) == teks


def test_seven_screens_in_their_order_each_with_a_sentence_and_a_number() -> None:
    semua = susun(bahan(), PROYEKTOR)
    assert [s.nama for s in semua] == [
        "Posisi", "Janji rapat lalu", "Sektor", "Kecamatan dan desa", "OPD", "Dana", "Keputusan yang diusulkan",
    ]  # fmt: skip
    assert [s.kalimat for s in semua] == [
        "Belum sesuai rencana: kurang 20 orang dari target Sem. I 2026",
        "Belum ada keputusan rapat yang dicatat",
        "86% dari 58 yang belum terlindungi ada di tanaman dan peternakan",  # 50 of 50 + 8
        "1 dari 1 desa masih di bawah 20%; Kecamatan Satu paling rendah",
        "2 dari 3 OPD belum melindungi semua non-ASN: 3 orang",
        "Serapan 38,4% di bawah waktu berjalan 50,0%; APBD cukup sampai September",  # 69 : 20 = 3 months after June
        "6 keputusan diusulkan; yang terbesar menyangkut 400 orang",
    ]
    assert [s.angka for s in semua] == ["30,0%", "", "50", "1", "84,2%", "38,4%", "6"]
    assert all(len(s.kalimat.split()) <= 12 for s in semua)
    assert "Sekretariat Tim" in semua[1].pesan[0] and "tenggat" in semua[1].pesan[1]


def test_position_table_says_change_path_and_pace() -> None:
    tabel = susun(bahan(), PROYEKTOR)[0].tabel
    assert tabel is not None
    assert [(b[0], b[2]) for b in tabel.baris] == [
        ("Sejak Desember 2025", "+5 peserta aktif"),
        ("Target Sem. I 2026: 50,0%", "kurang 20 orang"),
        ("Target 31 Desember 2026: 60,0%", "kurang 30 orang"),
    ]
    assert tabel.baris[0][1] == "naik 5,0 persen poin" and tabel.baris[2][1] == "perlu 5 orang per bulan"


def test_promises_overdue_first_and_cancelled_not_at_all() -> None:
    def putus(id_: str, tenggat: date, status: str = "TERBUKA", rapat: date = date(2026, 4, 14)) -> Keputusan:
        return Keputusan(id_, rapat, f"Hal {id_}", "DISDIK", tenggat, status, date(2026, 5, 1))

    semua = [
        putus("selesai", date(2026, 5, 2), "SELESAI"),
        putus("nanti", date(2026, 9, 30)),
        putus("lewat", date(2026, 6, 30)),
        putus("batal", date(2026, 6, 30), "BATAL"),
        putus("tua", date(2026, 2, 1), rapat=date(2026, 1, 14)),
    ]
    layar = susun(bahan(janji=semua), PROYEKTOR)[1]
    assert layar.kalimat == "1 dari 3 janji rapat 14 April lewat tenggat"
    assert layar.angka == "1 dari 3"
    assert layar.keterangan == "selesai, rapat 14 April 2026; 1 keputusan rapat sebelumnya juga lewat tenggat"
    assert layar.tabel is not None
    assert [b[1] for b in layar.tabel.baris] == ["Hal lewat", "Hal nanti", "Hal selesai"]
    assert layar.tabel.baris[0][0] == "Dinas Pendidikan"


def test_proposals_name_who_what_by_when_with_the_figures() -> None:
    tabel = susun(bahan(), PROYEKTOR)[6].tabel
    assert tabel is not None
    assert tabel.baris == [
        ["Dinas PMD", "memastikan 4 aparatur desa terdaftar", "2 dari 6 terlindungi", "31 Juli 2026"],
        ["Dinas Pendidikan dan 1 OPD lain", "mendaftarkan 3 non-ASN", "12 dari 15 terlindungi", "31 Juli 2026"],
        ["BPKAD", "menetapkan iuran 400 penerima APBD sesudah September 2026",
         "sisa Rp69,0 jt, perlu Rp20,0 jt sebulan", "30 September 2026"],
        ["Dinas Pertanian", "menyusun rencana pendaftaran pekerja tanaman dan peternakan",
         "50 belum terlindungi, cakupan 16,7%", "31 Agustus 2026"],
        ["Kecamatan Satu", "mendata pekerja yang belum terlindungi", "50 orang, cakupan 28,6%", "31 Agustus 2026"],
        ["Dinas Dagang", "menyusun rencana pendaftaran pekerja perdagangan",
         "8 belum terlindungi, cakupan 60,0%", "31 Agustus 2026"],
    ]  # fmt: skip


def test_nothing_is_proposed_where_all_is_well_or_unknown() -> None:
    baik = bahan(
        sektor=[], kecamatan=[], pem01_opd=[], pem02=None, dana={}, serapan=None, keu02=nilai("KEU-02", pembilang=None)
    )
    layar = susun(baik, PROYEKTOR)[6]
    assert layar.kalimat == "Tidak ada keputusan yang diusulkan dari angka bulan ini" and layar.tabel is None


@pytest.mark.parametrize(
    ("hari", "tambah", "hasil"),
    [
        (date(2026, 7, 14), 0, date(2026, 7, 31)),
        (date(2026, 7, 18), 0, date(2026, 8, 31)),  # less than two weeks to the end of July
        (date(2026, 12, 20), 1, date(2027, 2, 28)),
    ],
)
def test_due_dates_leave_two_weeks(hari: date, tambah: int, hasil: date) -> None:
    assert usulan.tenggat(hari, tambah) == hasil


def test_only_a_recap_that_is_due_is_asked_for() -> None:
    def tugas(kewajiban: str, periode: str, tempo: date, terima: date | None = None) -> dict[str, Any]:
        return {"kewajiban": kewajiban, "periode": periode, "jatuh_tempo": tempo, "tanggal_terima": terima}

    semua = [
        tugas("REKAP_BULANAN", "2026-07", date(2026, 8, 15)),  # not due yet
        tugas("REKAP_BULANAN", "2026-06", date(2026, 7, 10)),
        tugas("REKAP_BULANAN", "2026-05", date(2026, 6, 15), date(2026, 6, 20)),
        tugas("SEMESTER", "2026-1", date(2026, 7, 1)),  # the team's own duty
    ]
    (satu,) = usulan.laporan(semua, "BPJS Ketenagakerjaan", RAPAT)
    assert (satu.apa, satu.angka) == ("menyerahkan rekap Juni 2026", "jatuh tempo 10 Jul 2026")


def test_money_that_is_late_but_lasts_is_proposed_to_be_spent() -> None:
    cukup = bahan(dana={"APBD": Dana(JUNI, 112, 112, 43, 1)})
    semua = [u.apa for u in usulan.serapan(cukup.serapan, "BPKAD", RAPAT)]
    assert semua == ["mempercepat pembayaran iuran yang sudah dianggarkan"]
    assert usulan.dana(cukup.dana, {}, lambda kode: kode, RAPAT) == []
    assert usulan.serapan(nilai("KEU-01", status="SESUAI_RENCANA"), "BPKAD", RAPAT) == []


@pytest.mark.parametrize(
    ("catatan", "teks"),
    [
        (
            "realisasi APBD sebelum 04/2026 mungkin belum dikirim",
            "Realisasi Januari–Maret 2026 mungkin belum dikirim; ",
        ),
        ("realisasi sampai 05/2026", "Serapan 38,4% di bawah waktu berjalan 50,0%; realisasi baru sampai Mei"),
    ],
)
def test_spending_that_is_not_all_delivered_is_not_judged(catatan: str, teks: str) -> None:
    n = nilai("KEU-01", pembilang=43_000_000, penyebut=112_000_000, nilai=38.4, target=50.0, catatan=catatan)
    assert susun(bahan(serapan=n), PROYEKTOR)[5].kalimat.startswith(teks)


def test_without_denominators_counts_are_shown_and_no_percentage() -> None:
    tanpa = [nilai(tingkat="KECAMATAN", kunci="99.01.01", penyebut=None, nilai=None)]
    satu = Sektor("A1", "Tanaman", nilai(tingkat="SEKTOR", kunci="A1", penyebut=None, nilai=None), None, None)
    posisi = nilai(penyebut=None, nilai=None)
    semua = susun(bahan(posisi=posisi, kecamatan=tanpa, sektor=[satu], desa=[], terendah=None), PROYEKTOR)
    assert (semua[0].angka, semua[0].gambar) == ("30", None)
    assert semua[0].pesan == ("Yang perlu dikirim: penduduk bekerja, dari BPS, Dukcapil atau pengelola DTSEN.",)
    assert semua[2].gambar is not None and semua[2].gambar.satuan == "orang"
    assert semua[3].gambar is not None and semua[3].gambar.satuan == "orang"


def test_without_any_delivery_each_screen_says_who_has_to_send_what() -> None:
    kosong = bahan(
        posisi=None, lalu=None, gap=None, laju=None, sektor=[], kecamatan=[], desa=[], terendah=None,
        ambang_desa=None, pem01=None, pem01_opd=[], pem02=None, serapan=None, serapan_sumber={}, dana={}, keu02=None,
    )  # fmt: skip
    for satu in susun(kosong, PROYEKTOR)[:6]:
        assert satu.pesan and not satu.angka and satu.gambar is None


def test_a_count_by_workplace_is_compared_as_a_count() -> None:
    kini = nilai("UCJ-02", satuan="orang", nilai=32, pembilang=32, penyebut=None, target=None, target_akhir=None)
    lalu = replace(kini, pembilang=27, nilai=27, periode="2025-12", bulan=date(2025, 12, 1))
    satu = susun(bahan(basis="TEMPAT_KERJA", posisi=kini, lalu=lalu), PROYEKTOR)[0]
    assert satu.kalimat == "32 peserta aktif menurut tempat kerja, bertambah 5 orang sejak Desember 2025"


def test_no_screen_exceeds_its_limits_and_both_sizes_say_the_same() -> None:
    banyak = bahan(
        sektor=[sektor(f"S{i:02}", f"Sektor {i}", 1, 100 - i) for i in range(19)],
        kecamatan=[
            nilai(tingkat="KECAMATAN", kunci=f"99.01.{i:02}", pembilang=1, penyebut=90 - i, nilai=2.0)
            for i in range(1, 26)
        ],
        nama_kecamatan={f"99.01.{i:02}": f"Kecamatan {i}" for i in range(1, 26)},
        pem01_opd=[nilai("PEM-01", tingkat="OPD", kunci=f"O{i}", pembilang=1, penyebut=50) for i in range(40)],
    )
    besar, kecil = susun(banyak, PROYEKTOR), susun(banyak, TV)
    assert [s.kalimat for s in besar] == [s.kalimat for s in kecil]
    assert [s.angka for s in besar] == [s.angka for s in kecil]
    for ukuran, semua in ((PROYEKTOR, besar), (TV, kecil)):
        for s in semua:
            assert s.gambar is None or len(s.gambar.baris) <= ukuran.batang
            assert s.tabel is None or len(s.tabel.baris) <= ukuran.baris
    assert kecil[3].gambar is not None and kecil[3].gambar.catatan == ("5 teratas dari 25 kecamatan",)


def test_names_with_html_show_literally() -> None:
    jahat = "<script>alert(1)</script>"
    semua = susun(bahan(nama_kecamatan={"99.01.01": jahat, "99.01.02": "Dua"}, terendah=jahat), PROYEKTOR)
    for satu in semua:
        assert "<script" not in markah.badan(satu)
    assert "&lt;script&gt;" in markah.badan(semua[3])

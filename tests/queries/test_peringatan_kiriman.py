"""Warnings between deliveries: each speaks in its case, keeps silent beside it, and names no person."""

import re
from datetime import date
from typing import Any

import pytest

from tests.queries.gudang_kecil import DESA_1, DESA_2, KELURAHAN, Gudang, bulan


@pytest.fixture
def gudang() -> Gudang:
    gudang = Gudang()
    gudang.set_bulan("2026-01", "2026-06")
    gudang.con.execute("insert into ref.jatuh_tempo select bulan, bulan + interval '1 month 14 days' from ref.bulan")
    return gudang


def kalimat(gudang: Gudang, nama: str) -> list[str]:
    return sorted(teks for (teks,) in gudang.run("warnings", nama))


def set_mart(gudang: Gudang, table: str, columns: str, *rows: tuple[Any, ...]) -> None:
    """Make a mart by hand; columns not read by the warning are left out."""
    gudang.con.execute(f"create table {table} ({columns})")
    for row in rows:
        gudang.con.execute(f"insert into {table} values ({', '.join('?' * len(row))})", list(row))


def set_daftar(gudang: Gudang, *rows: tuple[str, str, str, int]) -> None:
    """The person lists as counts: month, basis, village, active people."""
    set_mart(
        gudang, "marts.peserta_desa", "bulan date, basis varchar, kode_desa varchar, jumlah_aktif bigint",
        *((bulan(b), basis, desa, aktif) for b, basis, desa, aktif in rows),
    )  # fmt: skip


def orang(bulan_: str, banyak: int) -> list[dict[str, Any]]:
    return [{"bulan": bulan_, "id_peserta": n} for n in range(banyak)]


# --- jumps and falls (peringatan.lonjakan_persen = 20) --------------------------------------------------------------


def test_rows_and_active_people_of_one_list_are_one_sentence(gudang: Gudang) -> None:
    gudang.add("peserta", *orang("2026-05", 10), *orang("2026-06", 5))
    set_daftar(
        gudang,
        ("2026-05", "DOMISILI", DESA_1, 1500),
        ("2026-05", "TEMPAT_KERJA", DESA_1, 1000),
        ("2026-06", "DOMISILI", DESA_1, 1000),
        ("2026-06", "TEMPAT_KERJA", DESA_1, 1000),  # unchanged: not named
    )
    assert kalimat(gudang, "lonjakan") == [
        "Daftar peserta 06/2026 dibandingkan 05/2026: baris 10 menjadi 5 (turun 50,0%), peserta aktif menurut KTP "
        "1.500 menjadi 1.000 (turun 33,3%). Pastikan kepada pengirim bahwa kirimannya lengkap sebelum angkanya dipakai."
    ]


@pytest.mark.parametrize(
    ("lalu", "kini", "melonjak"),
    [(10, 12, False), (10, 8, False), (10, 13, True), (10, 7, True)],  # exactly the limit is within it
)
def test_the_limit_is_the_profiles(gudang: Gudang, lalu: int, kini: int, melonjak: bool) -> None:
    gudang.add("peserta", *orang("2026-05", lalu), *orang("2026-06", kini))
    set_daftar(gudang)
    assert bool(kalimat(gudang, "lonjakan")) == melonjak


def test_only_neighbouring_months_are_compared(gudang: Gudang) -> None:
    gudang.add("peserta", *orang("2026-03", 10), *orang("2026-06", 1))
    set_daftar(gudang)
    assert kalimat(gudang, "lonjakan") == []


def test_recaps_recipients_employers_and_spending_are_compared_too(gudang: Gudang) -> None:
    for b, aktif, penerima in (("2026-05", 100, 10), ("2026-06", 150, 2)):
        gudang.add("rekap_bpjs", {"bulan": b, "basis": "DOMISILI", "jumlah_aktif": aktif})
        gudang.add("rekap_bpjs", {"bulan": b, "basis": "TEMPAT_KERJA", "jumlah_aktif": 100})
        gudang.add("penerima_bantuan", *({**satu, "sumber_dana": "APBD", "rp_iuran": 1} for satu in orang(b, penerima)))
        gudang.add("penerima_bantuan", *({**satu, "sumber_dana": "CSR", "rp_iuran": 1} for satu in orang(b, 5)))
        gudang.add("pemberi_kerja", *({"bulan": b, "npp": str(n), "nama": "PT"} for n in range(penerima)))
        gudang.add("realisasi", *({"bulan": b, "lingkup": "APBD", "kode_opd": f"X{n}"} for n in range(penerima)))
    set_daftar(gudang)

    assert [teks.split(". ")[0] for teks in kalimat(gudang, "lonjakan")] == [
        "Daftar pemberi kerja 06/2026 dibandingkan 05/2026: terdaftar 10 menjadi 2 (turun 80,0%)",
        "Daftar penerima bantuan 06/2026 dibandingkan 05/2026: APBD 10 menjadi 2 (turun 80,0%)",
        "Realisasi APBD 06/2026 dibandingkan 05/2026: baris 10 menjadi 2 (turun 80,0%)",
        "Rekap BPJS Ketenagakerjaan 06/2026 dibandingkan 05/2026: peserta aktif menurut KTP 100 menjadi 150 (naik "
        "50,0%)",
    ]


# --- villages -------------------------------------------------------------------------------------------------------


def test_villages_that_are_gone_are_named_and_new_ones_counted(gudang: Gudang) -> None:
    set_daftar(
        gudang,
        ("2026-05", "DOMISILI", DESA_1, 3),
        ("2026-05", "DOMISILI", DESA_2, 0),  # inactive people are people of the list
        ("2026-06", "DOMISILI", KELURAHAN, 1),
        ("2026-06", "DOMISILI", "TIDAK_DIKETAHUI", 9),
        ("2026-06", "TEMPAT_KERJA", DESA_1, 3),  # villages are counted by residence
    )
    assert kalimat(gudang, "desa_hilang") == [
        "2 desa yang ada pada daftar peserta 05/2026 tidak ada lagi pada 06/2026: Satu (Barat), Dua (Barat) "
        "(desa baru: 1). Pastikan kepada pengirim bahwa kirimannya lengkap."
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("2026-05", DESA_1), ("2026-06", DESA_1), ("2026-06", DESA_2)],  # only new ones
        [("2026-04", DESA_1), ("2026-04", DESA_2), ("2026-06", DESA_1)],  # no list in between
        [("2026-05", DESA_1), ("2026-05", DESA_2)],  # no list since: missing as a whole
    ],
)
def test_villages_keep_silent(gudang: Gudang, rows: list[tuple[str, str]]) -> None:
    set_daftar(gudang, *((b, "DOMISILI", desa, 1) for b, desa in rows))
    assert kalimat(gudang, "desa_hilang") == []


def test_villages_of_the_recap_are_compared_per_basis(gudang: Gudang) -> None:
    def rekap(b: str, basis: str, desa: str) -> dict[str, Any]:
        return {"bulan": b, "basis": basis, "kode_desa": desa, "jumlah_aktif": 1}

    gudang.add(
        "rekap_bpjs",
        rekap("2026-05", "DOMISILI", DESA_1), rekap("2026-05", "DOMISILI", DESA_2),
        rekap("2026-06", "DOMISILI", DESA_1),
        rekap("2026-05", "TEMPAT_KERJA", DESA_1), rekap("2026-06", "TEMPAT_KERJA", DESA_1),
        rekap("2026-05", "DOMISILI", "99.01.02"),  # a kecamatan row is no village
    )  # fmt: skip
    set_daftar(gudang)
    assert kalimat(gudang, "desa_hilang") == [
        "1 desa yang ada pada rekap BPJS Ketenagakerjaan menurut KTP 05/2026 tidak ada lagi pada 06/2026: Dua (Barat). "
        "Pastikan kepada pengirim bahwa kirimannya lengkap."
    ]


# --- offices, sources of funds, bases -------------------------------------------------------------------------------


def deliver(gudang: Gudang, sumber: str, *cakupan: str) -> None:
    gudang.add(
        "pengiriman",
        {"sumber": sumber, "cakupan": "; ".join(cakupan), "diterima": date(2026, 7, 1), "dimuat_pada": "2026-07-01"},
    )
    gudang.add("realisasi", {"bulan": "2026-06", "lingkup": "APBD", "kode_opd": "DINSOS"})


def test_offices_and_villages_that_sent_no_spending_are_one_sentence(gudang: Gudang) -> None:
    deliver(
        gudang, "realisasi",
        "2026-05|APBD|DINSOS", "2026-05|APBD|DISDIK", "2026-05|APBD|DINAS-X", f"2026-05|APBDES|{DESA_1}",
        "2026-06|APBD|DINSOS",
    )  # fmt: skip
    assert kalimat(gudang, "bagian_hilang") == [
        "Realisasi 06/2026: 3 bagian yang ada untuk 05/2026 belum diterima: DINAS-X, Disdik, Satu (Barat). Tanyakan "
        "kepada pengirimnya apakah memang tidak ada."
    ]


@pytest.mark.parametrize(
    ("sumber", "bagian", "nama"),
    [
        ("rekap_bpjs", "DOMISILI", "Rekap BPJS Ketenagakerjaan 06/2026: 1 bagian .* diterima: menurut KTP[.]"),
        ("pemberi_kerja", "TANPA_NPP", "Daftar pemberi kerja 06/2026: 1 bagian .* diterima: yang belum terdaftar[.]"),
        ("penerima_bantuan", "DBH-CHT|DISDIK", "Daftar penerima bantuan 06/2026: .* diterima: DBH-CHT Disdik[.]"),
        ("penerima_bantuan", "CSR|", "Daftar penerima bantuan 06/2026: 1 bagian .* diterima: CSR[.]"),
    ],
)
def test_every_monthly_source_says_what_part_is_missing(gudang: Gudang, sumber: str, bagian: str, nama: str) -> None:
    lain = {"rekap_bpjs": "TEMPAT_KERJA", "pemberi_kerja": "NPP", "penerima_bantuan": "APBD|DINSOS"}[sumber]
    deliver(gudang, sumber, f"2026-05|{bagian}", f"2026-05|{lain}", f"2026-06|{lain}")
    (teks,) = kalimat(gudang, "bagian_hilang")

    assert re.match(nama, teks)


@pytest.mark.parametrize(
    "cakupan",
    [
        ["2026-05|APBD|DINSOS", "2026-06|APBD|DINSOS"],
        ["2026-05|APBD|DISDIK"],  # nothing at all came for June: the source is late, not a part of it
        ["2026-04|APBD|DISDIK", "2026-06|APBD|DINSOS"],  # not there the month before either
    ],
)
def test_parts_keep_silent(gudang: Gudang, cakupan: list[str]) -> None:
    deliver(gudang, "realisasi", *cakupan)
    assert kalimat(gudang, "bagian_hilang") == []


# --- rosters --------------------------------------------------------------------------------------------------------


def daftar(tanggal: str, opd: str, jenis: str = "NONASN", **lain: Any) -> dict[str, Any]:
    return {"tanggal_data": date.fromisoformat(tanggal), "kode_opd": opd, "jenis_daftar": jenis, **lain}


def test_offices_without_a_new_roster_are_named(gudang: Gudang) -> None:
    gudang.add(
        "pekerja_binaan",
        daftar("2025-12-31", "DINSOS"), daftar("2025-10-31", "DISDIK"), daftar("2025-12-31", "DINAS-X"),
        daftar("2026-06-30", "DINSOS"),
        daftar("2025-12-31", "DINSOS", "DESA", kode_desa=DESA_1),
        daftar("2025-12-31", "DINSOS", "DESA", kode_desa=DESA_2),
        daftar("2026-06-30", "DINSOS", "DESA", kode_desa=DESA_1),
    )  # fmt: skip
    assert kalimat(gudang, "daftar_hilang") == [
        "Daftar pekerja non-ASN semester 1 2026: 2 unit yang mengirim pada semester 2 2025 belum mengirim: DINAS-X, "
        "Disdik. Daftar lamanya masih dipakai; mintalah yang baru.",
        "Daftar pekerja perangkat desa semester 1 2026: 1 unit yang mengirim pada semester 2 2025 belum mengirim: Dua "
        "(Barat). Daftar lamanya masih dipakai; mintalah yang baru.",
    ]


def test_rosters_on_other_days_of_the_half_year_or_once_a_year_keep_silent(gudang: Gudang) -> None:
    gudang.add(
        "pekerja_binaan",
        daftar("2025-12-31", "DINSOS"), daftar("2025-12-31", "DISDIK"),
        daftar("2026-01-31", "DISDIK"), daftar("2026-06-30", "DINSOS"),
        daftar("2025-06-30", "DINSOS", "SEKTOR"), daftar("2026-06-30", "DINSOS", "SEKTOR"),
        daftar("2026-06-30", "DINSOS", "PEMILU"),
    )  # fmt: skip
    assert kalimat(gudang, "daftar_hilang") == []


# --- decrees, coverage ----------------------------------------------------------------------------------------------


def test_recipients_without_a_decree_are_counted_where_one_is_needed(gudang: Gudang) -> None:
    isi = {"bulan": "2026-06", "sumber_dana": "APBD", "rp_iuran": 1}
    gudang.add(
        "penerima_bantuan",
        isi | {"id_peserta": 1}, isi | {"id_peserta": 2}, isi | {"id_peserta": 3, "nomor_penetapan": "188/1/2026"},
        isi | {"id_peserta": 4, "bulan": "2026-05", "nomor_penetapan": "188/1/2026"},
        isi | {"id_peserta": 5, "sumber_dana": "CSR"},  # BRU 19(1) binds the regency's money
    )  # fmt: skip
    assert kalimat(gudang, "penerima_tanpa_penetapan") == [
        "2 baris penerima bantuan APBD pada 06/2026 tanpa nomor_penetapan, padahal penerimanya harus ditetapkan dengan "
        "keputusan. Mintalah nomornya kepada pengirim."
    ]


def test_coverage_above_100_is_one_sentence_per_indicator_level_and_month(gudang: Gudang) -> None:
    set_mart(
        gudang, "marts.indikator",
        "bulan date, kode varchar, tingkat varchar, kunci varchar, pembilang bigint, penyebut bigint",
        *((bulan("2026-06"), "UCJ-01", "DESA", f"99.01.01.200{n}", 11, 10) for n in range(1, 8)),
        (bulan("2026-06"), "UCJ-01", "KABUPATEN", "99.01", 10, 10),  # exactly all is not too many
        (bulan("2026-06"), "UCJ-01", "KECAMATAN", "99.01.01", 10, None),
        (bulan("2026-06"), "PEM-01", "KABUPATEN", "99.01", 11, 10),  # counted by rule, not against a survey
        (bulan("2026-06"), "UCJ-01", "SEKTOR", "A1", 11, 10),
    )  # fmt: skip
    kolom = ("kode_desa", "nama_desa", "kode_kecamatan", "nama_kecamatan")
    teks = ", ".join(f"{nama} varchar" for nama in kolom)
    set_mart(gudang, "marts.wilayah", teks, ("99.01.01.2001", "Satu", "99.01.01", "Barat"))
    set_mart(gudang, "marts.sektor", "sektor varchar, nama_sektor varchar", ("A1", "Tanaman pangan"))
    assert kalimat(gudang, "cakupan_lebih_seratus") == [
        "Cakupan UCJ-01 menurut desa pada 06/2026 di atas 100%: Satu (Barat) (11 dari 10), 99.01.01.2002 (11 dari "
        "10), 99.01.01.2003 (11 dari 10), 99.01.01.2004 (11 dari 10), 99.01.01.2005 (11 dari 10) dan 2 lainnya. "
        "Periksa penyebutnya.",
        "Cakupan UCJ-01 menurut sektor pada 06/2026 di atas 100%: Tanaman pangan (11 dari 10). Periksa penyebutnya.",
    ]


# --- those that were there before -----------------------------------------------------------------------------------


def test_recap_against_list(gudang: Gudang) -> None:
    """Rule 6: more than 1 % apart; exactly 1 % is within."""
    set_mart(
        gudang, "marts.rekap_resmi",
        "bulan date, basis varchar, jumlah_aktif_rekap bigint, jumlah_aktif_daftar bigint",
        (bulan("2026-04"), "DOMISILI", 100, 99),
        (bulan("2026-05"), "TEMPAT_KERJA", 100, 98),
        (bulan("2026-06"), "DOMISILI", 100, None),
    )  # fmt: skip
    assert [teks[:65] for teks in kalimat(gudang, "rekap_beda")] == [
        "Rekap 05/2026 menurut tempat kerja menyebut 100 peserta aktif, da"
    ]


def test_official_ratio_against_ours(gudang: Gudang) -> None:
    set_mart(
        gudang, "marts.rekap_resmi", "bulan date, basis varchar, persen_resmi double",
        (bulan("2026-05"), "DOMISILI", 16.04), (bulan("2026-06"), "DOMISILI", 16.08),
    )  # fmt: skip
    set_mart(
        gudang, "marts.indikator",
        "bulan date, basis varchar, kode varchar, tingkat varchar, pembilang bigint, penyebut bigint",
        (bulan("2026-05"), "DOMISILI", "UCJ-01", "KABUPATEN", 16, 100),  # 0.04 points: rounding
        (bulan("2026-06"), "DOMISILI", "UCJ-01", "KABUPATEN", 15, 100),
    )  # fmt: skip
    assert [teks[:62] for teks in kalimat(gudang, "persen_resmi_beda")] == [
        "BPJS Ketenagakerjaan menyebut cakupan 16,1% untuk 06/2026 (men"
    ]


def test_people_without_a_village(gudang: Gudang) -> None:
    gudang.add(
        "peserta",
        {"bulan": "2026-06", "id_peserta": 1}, {"bulan": "2026-06", "id_peserta": 1, "npp": "2"},  # one person
        {"bulan": "2026-05", "id_peserta": 2, "kode_desa": DESA_1},
    )  # fmt: skip
    assert [teks[:63] for teks in kalimat(gudang, "peserta_tanpa_desa")] == [
        "Daftar peserta 06/2026: 1 orang tanpa kode desa, jadi tidak ter"
    ]


def test_offices_that_nobody_knows(gudang: Gudang) -> None:
    gudang.add("pekerja_binaan", daftar("2026-06-30", "DINSOS"), daftar("2026-06-30", "DINAS-X"),
               daftar("2026-06-30", "BUMD", "BUMD"))  # fmt: skip
    assert [teks[:52] for teks in kalimat(gudang, "opd_tidak_dikenal")] == [
        "Kode OPD DINAS-X pada daftar pekerja (1 baris) tidak"
    ]

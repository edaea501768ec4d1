"""Budget and spending: KEU-01, KEU-02 and the marts behind them (sources.md 5, rule 15; GRS 14)."""

from datetime import date
from typing import Any

import pytest

from tests.queries.baca import baca
from tests.queries.gudang_kecil import BANSOS, DESA_1, DESA_2, GAJI, JKK, JKM, KESEHATAN, KODE, Gudang, bulan
from ucj import dana


def pagu(**more: Any) -> dict[str, Any]:
    return {
        "tahun": 2026, "tahap": "MURNI", "lingkup": "APBD", "kode_opd": "DINSOS", "kode_rekening": JKK,
        "sumber_dana": "APBD", "cara_penganggaran": "REKENING_KHUSUS", "rp_pagu": 1000,
    } | more  # fmt: skip


def belanja(bulan_: str, **more: Any) -> dict[str, Any]:
    return {
        "bulan": bulan_, "lingkup": "APBD", "kode_opd": "DINSOS", "kode_rekening": JKK, "sumber_dana": "APBD",
    } | more  # fmt: skip


@pytest.fixture
def gudang() -> Gudang:
    gudang = Gudang()
    gudang.set_bulan("2026-01", "2026-06")
    return gudang


def test_which_lines_count(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(rp_pagu=1000),  # on the list of accounts
        pagu(kode_rekening=BANSOS, untuk="RENTAN", rp_pagu=200),  # by its purpose
        pagu(kode_rekening=JKM + ".", untuk="LAIN", rp_pagu=30),  # on the list, whatever its purpose; a dot at the end
        pagu(kode_rekening=KESEHATAN, untuk="NONASN", rp_pagu=5000, nama_rekening="Kesehatan"),  # health never counts
        pagu(kode_rekening=GAJI, untuk="LAIN", rp_pagu=7000),  # neither account nor purpose
        pagu(kode_rekening=BANSOS, rp_pagu=9000),  # no purpose
        pagu(kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", porsi_iuran_persen=5.24, rp_pagu=1250),
        pagu(kode_rekening=GAJI, untuk="PERANGKAT", cara_penganggaran="MELEKAT", rp_pagu=400),  # no share: not at all
    )
    gudang.add("realisasi", belanja("2026-01", rp_realisasi=10))

    assert gudang.rows("staging.anggaran", "rp_dihitung", "sebab is null") == [(30,), (66,), (200,), (1000,)]
    assert gudang.rows("marts.anggaran_tidak_dihitung", "kode_rekening, sebab, jumlah_baris, rp_pagu") == [
        (GAJI, "BUKAN_REKENING_IURAN", 1, 7000),
        (GAJI, "MELEKAT_TANPA_PORSI", 1, 400),
        (KESEHATAN, "REKENING_DIKECUALIKAN", 1, 5000),
        (BANSOS, "BUKAN_REKENING_IURAN", 1, 9000),
    ]
    assert gudang.nilai("indikator_keu", "KEU-01", "KABUPATEN", "2026-01") == {KODE: (10, 1296)}
    assert gudang.rows("marts.indikator_keu", "is_estimasi", "kode = 'KEU-01' and kunci = 'DINSOS'") == [(True,)]


def test_the_stage_in_force_is_chosen_per_unit_at_the_end_of_the_month(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(rp_pagu=1000),  # MURNI without a date: 1 January
        pagu(tahap="PERGESERAN", tanggal_berlaku=date(2026, 3, 31), rp_pagu=1100),  # last day of the month: in force
        pagu(tahap="PERUBAHAN", tanggal_berlaku=date(2026, 5, 1), rp_pagu=1500),
        pagu(kode_opd="DISDIK", rp_pagu=50),  # has no later stage: MURNI stays
        pagu(kode_opd="DISDIK", tahap="PERUBAHAN", rp_pagu=70),  # without a date: never in force
        pagu(kode_rekening=GAJI, rp_pagu=2),  # does not count; replaced by the last stage, so not listed
        pagu(kode_rekening=GAJI, rp_pagu=3, tahap="PERUBAHAN", tanggal_berlaku=date(2026, 5, 1)),
    )
    gudang.add("realisasi", belanja("2026-01", rp_realisasi=0), belanja("2026-05", rp_realisasi=1))

    dinsos = gudang.rows("marts.anggaran", "month(bulan), tahap, rp_pagu", "kode_unit = 'DINSOS'")
    assert dinsos == [
        (1, "MURNI", 1000), (2, "MURNI", 1000), (3, "PERGESERAN", 1100), (4, "PERGESERAN", 1100),
        (5, "PERUBAHAN", 1500),  # ends with the newest month with data, not with the year
    ]  # fmt: skip
    assert gudang.nilai("indikator_keu", "KEU-01", "KABUPATEN", "2026-05") == {KODE: (1, 1550)}
    catatan = gudang.rows("marts.indikator_keu", "catatan", "kode = 'KEU-01' and bulan = $b and kunci = $k",
                          b=bulan("2026-05"), k=KODE)  # fmt: skip
    assert catatan == [("pagu murni, perubahan",)]
    assert gudang.rows("marts.anggaran_tidak_dihitung", "sebab, rp_pagu", "is_terkini") == [
        ("BUKAN_REKENING_IURAN", 3), ("TANPA_TANGGAL_BERLAKU", 70),
    ]  # fmt: skip


def test_lines_that_do_not_count_are_those_of_the_stage_in_force(gudang: Gudang) -> None:
    """A change that is delivered early is not yet in force in June, the newest month with data."""
    gudang.add(
        "anggaran",
        pagu(kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", rp_pagu=400),
        pagu(
            kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", rp_pagu=900,
            tahap="PERUBAHAN", tanggal_berlaku=date(2026, 9, 1),
        ),
        pagu(kode_opd="DISDIK", kode_rekening=GAJI, rp_pagu=7, tahap="PERGESERAN", tanggal_berlaku=date(2026, 4, 1)),
        pagu(kode_opd="DISDIK", kode_rekening=GAJI, rp_pagu=5),
        pagu(kode_rekening=GAJI, rp_pagu=70, tahun=2027),  # next year: named, though in force in no month yet
    )  # fmt: skip
    gudang.add("realisasi", belanja("2026-06", rp_realisasi=1))

    terkini = gudang.rows("marts.anggaran_tidak_dihitung", "tahun, sebab, rp_pagu", "is_terkini")
    assert terkini == [
        (2026, "BUKAN_REKENING_IURAN", 7), (2026, "MELEKAT_TANPA_PORSI", 400), (2027, "BUKAN_REKENING_IURAN", 70),
    ]  # fmt: skip
    assert baca(gudang, "anggaran_melekat", bulan=date(2026, 6, 1)) == [("APBD", 1, 400)]
    assert baca(gudang, "anggaran_melekat", bulan=date(2026, 9, 1)) == [("APBD", 1, 900)]
    assert baca(gudang, "anggaran_melekat", bulan=date(2025, 6, 1)) == []


def test_the_way_from_the_first_ceiling_to_the_one_in_force(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(rp_pagu=1000),
        pagu(tahap="PERGESERAN", tanggal_berlaku=date(2026, 3, 31), rp_pagu=900),  # 100 less
        pagu(tahap="PERUBAHAN", tanggal_berlaku=date(2026, 5, 1), rp_pagu=1500),  # 600 more
        pagu(kode_opd="DISDIK", rp_pagu=50),
        pagu(kode_opd="DISDIK", kode_rekening=GAJI, tahap="PERGESERAN", tanggal_berlaku=date(2026, 4, 1)),  # all gone
        pagu(kode_opd="DISDIK", tahap="PERUBAHAN", rp_pagu=70),  # without a date: never in force
        pagu(  # its first ceiling was never delivered
            lingkup="APBDES", kode_opd=None, kode_desa=DESA_1, sumber_dana="APBDES", tahap="PERUBAHAN",
            tanggal_berlaku=date(2026, 2, 1), rp_pagu=60,
        ),
    )  # fmt: skip
    gudang.add("realisasi", belanja("2026-06", rp_realisasi=1))

    kolom = {b: baca(gudang, "pagu_perubahan", bulan=bulan(b), unit="") for b in ("2026-03", "2026-04", "2026-06")}
    # tahap, what it added, units, units of which it is the first stage, estimate
    assert kolom["2026-03"] == [
        ("MURNI", 1050, 2, 2, False), ("PERGESERAN", -100, 1, 0, False), ("PERUBAHAN", 60, 1, 1, False),
    ]  # fmt: skip
    assert kolom["2026-04"][1] == ("PERGESERAN", -150, 2, 0, False)
    assert kolom["2026-06"][2] == ("PERUBAHAN", 660, 2, 1, False)
    for b, tahap in kolom.items():  # the steps end at the ceiling of KEU-01
        assert sum(t[1] for t in tahap) == gudang.nilai("indikator_keu", "KEU-01", "KABUPATEN", b)[KODE][1]
    assert [t[:2] for t in baca(gudang, "pagu_perubahan", bulan=bulan("2026-06"), unit="DINSOS")] == [
        ("MURNI", 1000), ("PERGESERAN", -100), ("PERUBAHAN", 600),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("baris", "catatan"),
    [
        # first delivered in June: what came before may be missing, until a cumulative figure covers it
        ([belanja("2026-06", rp_realisasi=5)], "pagu murni; realisasi APBD sebelum 06/2026 mungkin belum dikirim"),
        ([belanja("2026-06", rp_kumulatif=5)], "pagu murni"),
        ([belanja("2026-05", rp_realisasi=5), belanja("2026-06", rp_kumulatif=9)], "pagu murni"),
        ([belanja("2026-04", rp_realisasi=5), belanja("2025-01", rp_realisasi=5)],  # another year does not help
         "pagu murni; realisasi APBD sebelum 04/2026 mungkin belum dikirim; realisasi sampai 04/2026"),
        ([belanja("2026-03", rp_realisasi=5), belanja("2026-06", rp_realisasi=1)], "pagu murni"),  # a quarter is usual
        ([belanja("2026-01", rp_realisasi=0), belanja("2026-06", rp_realisasi=1)], "pagu murni"),  # 0 was delivered
    ],
)  # fmt: skip
def test_a_year_whose_first_months_may_be_missing_says_so(
    gudang: Gudang, baris: list[dict[str, Any]], catatan: str
) -> None:
    gudang.set_bulan("2025-01", "2026-06")
    gudang.add("anggaran", pagu())
    gudang.add("realisasi", *baris)
    gudang.add("pemberi_kerja", {"bulan": "2026-06", "nama": "X", "skala": "KECIL"})  # the newest month is June
    ada = gudang.rows("marts.serapan", "catatan", "tingkat = 'OPD' and kunci = 'DINSOS' and bulan = $b",
                      b=bulan("2026-06"))  # fmt: skip
    assert ada == [(catatan,)]
    assert (dana.awal_hilang(catatan) is None) == ("mungkin" not in catatan)


def test_cumulative_spending_is_differenced_against_the_nearest_earlier_month(gudang: Gudang) -> None:
    gudang.add(
        "realisasi",
        belanja("2025-12", rp_kumulatif=900),
        belanja("2025-12", rp_kumulatif=700, sumber_dana="CSR"),  # another year: no base for January
        belanja("2026-01", rp_kumulatif=40, sumber_dana="CSR"),
        belanja("2026-01", rp_realisasi=10),  # monthly first
        belanja("2026-02", rp_kumulatif=30),  # 30 - 10
        belanja("2026-03", rp_realisasi=5),
        belanja("2026-05", rp_kumulatif=60),  # nearest earlier month is March: 30 + 5
        belanja("2026-06", rp_kumulatif=50),  # negative: stays, and warns
        belanja("2026-06", rp_kumulatif=7, kode_rekening=JKM),  # another line: its own first month
    )
    rows = gudang.rows("staging.realisasi", "bulan, kode_rekening, rp_realisasi")
    assert [(b.strftime("%Y-%m"), rekening, rp) for b, rekening, rp in rows] == [
        ("2025-12", JKK, 700), ("2025-12", JKK, 900), ("2026-01", JKK, 10), ("2026-01", JKK, 40), ("2026-02", JKK, 20),
        ("2026-03", JKK, 5), ("2026-05", JKK, 25),
        ("2026-06", JKK, -10), ("2026-06", JKM, 7),
    ]  # fmt: skip
    assert gudang.run("warnings", "realisasi_negatif") == [
        (
            "Realisasi kumulatif DINSOS rekening 5.1.02.02.02.0006 pada 06/2026 lebih kecil Rp10 daripada bulan "
            "sebelumnya. Mintalah pengirim memeriksa angka kumulatifnya.",
        )
    ]


def test_spending_counts_by_the_budget_line_that_it_belongs_to(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(kode_rekening=BANSOS, untuk="RENTAN", kode_subkegiatan="1.1", rp_pagu=100),
        pagu(kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", porsi_iuran_persen=5, rp_pagu=1000),
        pagu(kode_rekening=KESEHATAN, untuk="RENTAN", rp_pagu=10),
    )
    gudang.add(
        "realisasi",
        belanja("2026-01", kode_rekening=BANSOS, kode_subkegiatan="1.1", rp_realisasi=40),  # purpose of its line
        belanja("2026-01", kode_rekening=BANSOS, kode_subkegiatan="9.9", rp_realisasi=77),  # no line, no purpose: not
        belanja("2026-02", kode_rekening=BANSOS, untuk="RENTAN", rp_realisasi=3),  # own purpose
        belanja("2026-01", kode_rekening=GAJI, rp_realisasi=200),  # salaries: the share of the line, 10
        belanja("2026-01", kode_rekening=KESEHATAN, untuk="RENTAN", rp_realisasi=5),  # health: never
        belanja("2026-02", kode_rekening=KESEHATAN, untuk="NONASN", rp_realisasi=6),  # nor without a budget line
        belanja("2026-02", rp_realisasi=8),  # on the list, without a line
    )
    assert gudang.rows("marts.realisasi", "month(bulan), kode_unit, rp_realisasi") == [
        (1, "DINSOS", 50), (2, "DINSOS", 11),
    ]  # fmt: skip
    assert gudang.nilai("indikator_keu", "KEU-01", "KABUPATEN", "2026-01") == {KODE: (50, 150)}
    assert gudang.nilai("indikator_keu", "KEU-01", "KABUPATEN", "2026-02") == {KODE: (61, 150)}  # January to February
    assert gudang.run("warnings", "realisasi_tidak_dihitung") == [
        (
            "3 baris realisasi 2026 (Rp88) tidak dihitung sebagai iuran: rekeningnya tidak ada di anggaran.rekening "
            "profil dan kolom untuk kosong, atau rekeningnya dikecualikan.",
        )
    ]


def test_absorption_by_level(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(rp_pagu=100),
        pagu(rp_pagu=40, sumber_dana="DBH-CHT"),
        pagu(lingkup="APBDES", kode_opd=None, kode_desa=DESA_1, sumber_dana="APBDES", rp_pagu=60),
    )
    gudang.add(
        "realisasi",
        belanja("2026-01", rp_realisasi=10),
        belanja("2026-02", rp_realisasi=5, sumber_dana="DBH-CHT"),
        belanja("2026-02", rp_realisasi=1, kode_opd="KANTOR-X"),  # spends without a ceiling; not in the profile
    )
    nilai = {t: gudang.nilai("indikator_keu", "KEU-01", t, "2026-02")
             for t in ("KABUPATEN", "LINGKUP", "OPD", "DESA", "SUMBER_DANA")}  # fmt: skip
    assert nilai == {
        "KABUPATEN": {KODE: (16, 200)},
        "LINGKUP": {"APBD": (16, 140), "APBDES": (None, 60)},  # no spending of villages was ever delivered: null
        "OPD": {"DINSOS": (15, 140), "DISDIK": (0, 0), "KANTOR-X": (1, None)},
        "DESA": {DESA_1: (None, 60), DESA_2: (None, 0)},  # a kelurahan has no village budget
        "SUMBER_DANA": {"APBD": (11, 100), "DBH-CHT": (5, 40), "APBDES": (None, 60)},
    }
    catatan = gudang.rows("marts.serapan", "kunci, catatan", "month(bulan) = 2 and kunci in ('99.01', 'APBDES')")
    assert set(catatan) == {
        (KODE, "pagu murni; realisasi APBDES belum dikirim"),
        ("APBDES", "pagu murni; realisasi belum dikirim"),
    }


def test_units_with_a_counted_line(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(),  # DINSOS, special account
        pagu(kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", porsi_iuran_persen=5),  # and attached
        pagu(kode_opd="DISDIK", kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT"),  # no share
        pagu(kode_opd="KANTOR-X"),  # not in the profile
        pagu(lingkup="APBDES", kode_opd=None, kode_desa=DESA_1, cara_penganggaran=None, sumber_dana="APBDES"),
        pagu(lingkup="APBDES", kode_opd=None, kode_desa=DESA_2, rp_pagu=0, sumber_dana="APBDES"),  # 0 is no ceiling
    )
    nilai = {t: gudang.nilai("indikator_keu", "KEU-02", t, "2026-01")
             for t in ("KABUPATEN", "OPD", "DESA", "KECAMATAN", "CARA_PENGANGGARAN")}  # fmt: skip
    assert nilai == {
        "KABUPATEN": {KODE: (2, 4)},  # two offices and two villages; a kelurahan is none
        "OPD": {"DINSOS": (1, 1), "DISDIK": (0, 1)},
        "DESA": {DESA_1: (1, 1), DESA_2: (0, 1)},
        "KECAMATAN": {"99.01.01": (1, 2)},
        "CARA_PENGANGGARAN": {"MELEKAT": (1, 4), "REKENING_KHUSUS": (1, 4), "TIDAK_DIKETAHUI": (1, 4)},
    }


def test_warnings_of_money(gudang: Gudang) -> None:
    gudang.add(
        "anggaran",
        pagu(kode_opd="KANTOR-X"),
        pagu(kode_rekening=GAJI, untuk="NONASN", cara_penganggaran="MELEKAT", rp_pagu=400),
        pagu(kode_rekening=BANSOS, rp_pagu=9000),
        pagu(lingkup="APBDES", kode_opd=None, kode_desa="99.01.09.2009"),
        pagu(tahap="PERUBAHAN", rp_pagu=70),
    )
    assert gudang.run("warnings", "unit_anggaran_tidak_dikenal") == [
        (
            "Unit 99.01.09.2009 pada anggaran (1 baris) tidak ada di wilayah: tidak terhitung dalam KEU-02. Perbaiki "
            "kodenya atau lengkapi wilayah.",
        ),
        (
            "Unit KANTOR-X pada anggaran (1 baris) tidak ada di profil: tidak terhitung dalam KEU-02. Perbaiki kodenya "
            "atau tambahkan OPD itu di profil.toml.",
        ),
    ]
    assert gudang.run("warnings", "anggaran_tidak_dihitung") == [
        (
            "1 baris anggaran 2026 (Rp400) melekat pada belanja lain tanpa porsi_iuran_persen, jadi tidak dihitung. "
            "Mintalah porsinya kepada pengirim.",
        ),
        (
            "1 baris anggaran 2026 (Rp70) bertahap perubahan atau pergeseran tanpa tanggal_berlaku, jadi tidak pernah "
            "berlaku. Muat ulang dengan tanggalnya.",
        ),
        (
            "1 baris anggaran 2026 (Rp9.000) tidak dihitung sebagai iuran: rekeningnya tidak ada di anggaran.rekening "
            "profil dan kolom untuk kosong atau LAIN.",
        ),
    ]


@pytest.mark.parametrize(
    ("check", "damage"),
    [
        ("anggaran_sama_dengan_staging", "update marts.anggaran set rp_pagu = rp_pagu + 1"),
        (
            "anggaran_satu_tahap",
            "insert into marts.anggaran select * replace ('PERUBAHAN' as tahap) from marts.anggaran",
        ),
        ("realisasi_sama_dengan_staging", "delete from marts.realisasi where month(bulan) = 1"),
        ("pagu_tahap_sama", "update marts.pagu_tahap set rp_pagu = 1 where kode_unit = 'DISDIK'"),
        ("serapan_bagian_sama", "update marts.serapan set rp_pagu = 1 where tingkat = 'OPD' and kunci = 'DINSOS'"),
    ],
)
def test_checks_of_money_find_damage(gudang: Gudang, check: str, damage: str) -> None:
    gudang.add("anggaran", pagu(), pagu(kode_opd="DISDIK"))
    gudang.add("realisasi", belanja("2026-01", rp_realisasi=10), belanja("2026-02", rp_kumulatif=15))
    gudang.make("marts.serapan")
    gudang.make("marts.pagu_tahap")
    assert gudang.run("checks", check) == []
    gudang.con.execute(damage)
    assert gudang.run("checks", check) != []

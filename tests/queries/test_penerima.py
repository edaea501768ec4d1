"""Subsidised workers: RNT-02, marts.penerima and marts.penerima_ganda (sources.md 5, rule 14; BRU 20(2))."""

from typing import Any

import pytest

from tests.queries.baca import baca
from tests.queries.gudang_kecil import DESA_1, DESA_2, KELURAHAN, KODE, Gudang, bulan


def penerima(orang: int, **more: Any) -> dict[str, Any]:
    return {
        "bulan": "2026-06", "id_peserta": orang, "sumber_dana": "APBD", "rp_iuran": 16800, "kode_opd": "DINSOS",
        "kode_desa": DESA_1, "jenis_kelamin": "L", "kelompok_usia": "25-34", "nomor_baris": orang,
    } | more  # fmt: skip


@pytest.fixture
def gudang() -> Gudang:
    gudang = Gudang()
    gudang.set_bulan("2026-05", "2026-06")
    gudang.add(
        "penerima_bantuan",
        penerima(1, kategori="R-PROFESI"),
        # two payers: once in the total, in each source; the village of the row that has one
        penerima(2, porsi_persen=60, kode_desa=None, jenis_kelamin="P", kategori="R-PROFESI"),
        penerima(2, sumber_dana="CSR", kode_opd=None, porsi_persen=40, kode_desa=DESA_2, jenis_kelamin="P",
                 kategori="R-LAIN"),
        penerima(3, sumber_dana="CSR", kode_desa="99.01.01.2999"),  # unknown village of a known kecamatan
        penerima(3, sumber_dana="DBH-CHT", kode_desa="99.01.01.2999"),  # and two full payers
        penerima(4, sumber_dana="CSR", kode_desa="88.01.01.2001"),  # another regency: counted, without a village
        penerima(5, sumber_dana="CSR", kode_desa=None, jenis_kelamin=None, porsi_persen=70, disabilitas=True),
        penerima(6, bulan="2026-05"),  # another month: never carried forward
    )  # fmt: skip
    return gudang


def test_recipients_by_level(gudang: Gudang) -> None:
    tingkat = ("KABUPATEN", "SUMBER_DANA", "SUBKATEGORI", "KECAMATAN", "DESA", "JENIS_KELAMIN")
    nilai = {t: {k: n for k, (n, _) in gudang.nilai("indikator_rnt", "RNT-02", t, "2026-06").items()} for t in tingkat}
    assert nilai == {
        "KABUPATEN": {KODE: 5},
        "SUMBER_DANA": {"APBD": 2, "CSR": 4, "DBH-CHT": 1},
        "SUBKATEGORI": {"R-PROFESI": 2, "R-LAIN": 1},
        "KECAMATAN": {"99.01.01": 3, "99.01.02": 0, "TIDAK_DIKETAHUI": 2},
        "DESA": {DESA_1: 1, DESA_2: 1, KELURAHAN: 0, "TIDAK_DIKETAHUI": 3},
        "JENIS_KELAMIN": {"L": 3, "P": 1, "TIDAK_DIKETAHUI": 1},
    }


def test_every_dimension_of_persons_counts_each_person_once(gudang: Gudang) -> None:
    isi: dict[str, dict[str, tuple[int, int]]] = {}
    for dimensi, kunci, orang, rp in baca(gudang, "penerima_ciri", bulan=bulan("2026-06"), wilayah=""):
        isi.setdefault(dimensi, {})[kunci] = (orang, rp)
    # five people, seven rows of 16.800: persons 2 and 3 have two payers
    assert isi["DISABILITAS"] == {"TIDAK_DIKETAHUI": (4, 6 * 16800), "YA": (1, 16800)}
    assert isi["KELOMPOK_USIA"] == {"25-34": (5, 7 * 16800)}
    assert isi["JENIS_KELAMIN"] == {"L": (3, 4 * 16800), "P": (1, 2 * 16800), "TIDAK_DIKETAHUI": (1, 16800)}
    assert isi["DESA"] == {
        "TIDAK_DIKETAHUI": (3, 4 * 16800), DESA_1: (1, 16800), DESA_2: (1, 2 * 16800),
    }  # fmt: skip
    sebagian = baca(gudang, "penerima_ciri", bulan=bulan("2026-06"), wilayah="99.01.01")
    assert [(k, n) for d, k, n, _ in sebagian if d == "JENIS_KELAMIN"] == [("L", 2), ("P", 1)]


def test_decrees_are_asked_of_the_sources_that_the_profile_names(gudang: Gudang) -> None:
    """penetapan.wajib is APBD here: its rows without nomor_penetapan are missing one, those of CSR are not."""
    gudang.add("penerima_bantuan", penerima(7, nomor_penetapan="400/1"))
    semua = baca(gudang, "penerima_penetapan", bulan=bulan("2026-06"), wilayah="", opd="")
    assert semua == [("APBD", True, 3, 1), ("CSR", False, 4, 0), ("DBH-CHT", False, 1, 0)]
    assert baca(gudang, "penerima_penetapan", bulan=bulan("2026-06"), wilayah=DESA_1, opd="DINSOS")[0] == (
        "APBD", True, 2, 1,
    )  # fmt: skip


def test_rows_set_aside_of_the_deliveries_that_speak_of_the_month(gudang: Gudang) -> None:
    gudang.con.execute(
        "insert into raw.pengiriman (id_pengiriman, sumber, cakupan, dibaca, disisihkan, is_digantikan) values "
        "('a', 'penerima_bantuan', '2026-06|APBD|DINSOS', 9, 2, false), "
        "('b', 'penerima_bantuan', '2026-06|APBD|DINSOS', 9, 7, true), "  # replaced since
        "('c', 'penerima_bantuan', '2026-05|APBD|DINSOS', 9, 7, false), "  # another month
        "('d', 'penerima_bantuan', '2026-06|CSR|', 4, 0, false)"
    )
    gudang.con.execute("create table raw.alasan (id_pengiriman varchar, alasan varchar, jumlah bigint)")
    gudang.con.execute("insert into raw.alasan values ('a', 'GANDA', 2), ('a', 'NIK_TIDAK_SAH', 1), ('b', 'GANDA', 7)")
    assert baca(gudang, "penerima_perbaikan", bulan=bulan("2026-06")) == [
        ("a", 9, 2, "GANDA", 2), ("a", 9, 2, "NIK_TIDAK_SAH", 1), ("d", 4, 0, None, None),
    ]  # fmt: skip


def test_a_source_without_recipients_in_a_month_is_0_there(gudang: Gudang) -> None:
    assert gudang.nilai("indikator_rnt", "RNT-02", "SUMBER_DANA", "2026-05") == {
        "APBD": (1, None), "CSR": (0, None), "DBH-CHT": (0, None),
    }  # fmt: skip
    assert gudang.nilai("indikator_rnt", "RNT-02", "JENIS_KELAMIN", "2026-05") == {"L": (1, None), "P": (0, None)}


def test_a_level_that_no_row_fills_has_no_rows() -> None:
    gudang = Gudang()
    gudang.set_bulan("2026-06")
    gudang.add("penerima_bantuan", penerima(1, kode_desa=None))
    assert gudang.nilai("indikator_rnt", "RNT-02", "KABUPATEN", "2026-06") == {KODE: (1, None)}
    assert gudang.nilai("indikator_rnt", "RNT-02", "DESA", "2026-06") == {}


def test_rupiah_and_cells(gudang: Gudang) -> None:
    rows = gudang.rows(
        "marts.penerima", "sumber_dana, kode_opd, kode_desa, disabilitas, kategori, jumlah_orang, rp_iuran",
        "month(bulan) = 6 and sumber_dana <> 'APBD'",
    )  # fmt: skip
    assert rows == [
        ("CSR", "DINSOS", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", 1, 16800),  # 3
        ("CSR", "DINSOS", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", 1, 16800),  # 4: another kecamatan
        ("CSR", "DINSOS", "TIDAK_DIKETAHUI", "YA", "TIDAK_DIKETAHUI", 1, 16800),
        ("CSR", "TIDAK_DIKETAHUI", DESA_2, "TIDAK_DIKETAHUI", "R-LAIN", 1, 16800),
        ("DBH-CHT", "DINSOS", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", 1, 16800),
    ]


SHARES = [
    ("joint", [("APBD", 60), ("CSR", 40)], [("APBD + CSR", True, 1)], False),
    ("three thirds", [("APBD", 33.33), ("CSR", 33.33), ("PROV", 33.33)], [("APBD + CSR + PROV", True, 1)], False),
    ("two full payers", [("APBD", 100), ("CSR", 100)], [("APBD + CSR", False, 1)], True),
    ("two without a share", [("CSR", None), ("APBD", None)], [("APBD + CSR", False, 1)], True),
    ("one without a share beside another", [("APBD", 60), ("CSR", None)], [("APBD + CSR", False, 1)], True),
    ("one without a share beside a full payer", [("APBD", 100), ("CSR", None)], [("APBD + CSR", False, 1)], True),
    ("too little", [("APBD", 50), ("CSR", 40)], [("APBD + CSR", False, 1)], True),
    ("one payer, no share", [("APBD", None)], [], False),  # pays in full
    ("one payer, half", [("APBD", 50)], [], True),  # the rest is paid by nobody known
]


@pytest.mark.parametrize(("shares", "ganda", "warns"), [c[1:] for c in SHARES], ids=[c[0] for c in SHARES])
def test_shares_of_one_person(shares: list[tuple[str, float | None]], ganda: list[tuple], warns: bool) -> None:
    gudang = Gudang()
    gudang.add("penerima_bantuan", *(penerima(1, sumber_dana=s, porsi_persen=p) for s, p in shares))
    assert gudang.rows("marts.penerima_ganda", "sumber_dana, is_bersama, jumlah_orang") == ganda
    assert bool(gudang.run("warnings", "penerima_porsi")) == warns


def test_the_same_source_from_two_offices_is_one_source_paid_twice() -> None:
    gudang = Gudang()
    gudang.add("penerima_bantuan", penerima(1), penerima(1, kode_opd="DISDIK"))
    assert gudang.rows("marts.penerima_ganda", "sumber_dana, is_bersama") == [("APBD + APBD", False)]
    assert gudang.nilai("indikator_rnt", "RNT-02", "SUMBER_DANA", "2026-06") == {"APBD": (1, None)}


def test_warnings_say_how_many_and_what_to_do(gudang: Gudang) -> None:
    gudang.add("penerima_bantuan", penerima(7, kode_opd="DINAS X"))
    assert gudang.run("warnings", "penerima_porsi") == [
        (
            "1 penerima bantuan pada 06/2026 dibayar CSR dengan porsi yang tidak berjumlah 100%. Periksa siapa yang "
            "membayar dan isi porsi_persen.",
        ),
        (
            "1 penerima bantuan pada 06/2026 dibayar CSR + DBH-CHT dengan porsi yang tidak berjumlah 100%. Periksa "
            "siapa yang membayar dan isi porsi_persen.",
        ),
    ]
    assert [kalimat for (kalimat,) in gudang.run("warnings", "penerima_luar_daerah")] == [
        "1 penerima bantuan pada 06/2026 berdomisili di luar kabupaten menurut kode desanya: terhitung dalam jumlah, "
        "tanpa desa. Periksa apakah mereka berhak."
    ]
    assert [kalimat[:17] for (kalimat,) in gudang.run("warnings", "opd_penerima_tidak_dikenal")] == [
        "Kode OPD DINAS X "
    ]


@pytest.mark.parametrize(
    ("check", "damage"),
    [
        (
            "penerima_bagian_sama",
            "delete from marts.indikator_rnt where tingkat = 'DESA' and kunci = 'TIDAK_DIKETAHUI'",
        ),
        ("penerima_sama_dengan_staging", "update marts.penerima set rp_iuran = 0 where sumber_dana = 'CSR'"),
        ("penerima_ciri_sama", "update marts.penerima_ciri set jumlah_orang = 2 where kelompok_usia = '25-34'"),
        ("penerima_ciri_sama", "delete from marts.penerima_ciri where disabilitas = 'YA'"),
    ],
)
def test_checks_find_damage(gudang: Gudang, check: str, damage: str) -> None:
    for mart in ("indikator_rnt", "penerima", "penerima_ciri"):
        gudang.make(f"marts.{mart}")
    assert gudang.run("checks", check) == []
    gudang.con.execute(damage)
    assert gudang.run("checks", check) != []

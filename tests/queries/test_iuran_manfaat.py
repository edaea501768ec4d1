"""Contributions and benefits from the recap: KEU-03, MAN-01, marts.manfaat (sources.md 5, rules 5 and 16; BRU 22)."""

from typing import Any

import pytest

from tests.queries.gudang_kecil import DESA_1, DESA_2, KELURAHAN, KODE, Gudang


def rekap(**more: Any) -> dict[str, Any]:
    return {"bulan": "2026-06", "basis": "TEMPAT_KERJA", "jumlah_aktif": 1} | more


def nilai(gudang: Gudang, kode: str, tingkat: str, satuan: str = "Rp") -> dict[str, int]:
    return {k: n for k, (n, _) in gudang.nilai("indikator_iuran", kode, tingkat, "2026-06", satuan).items()}


def make(*rows: dict[str, Any]) -> Gudang:
    gudang = Gudang()
    gudang.add("rekap_bpjs", *rows)
    return gudang


def test_programme_rows_where_there_are_any_else_the_empty_row() -> None:
    gudang = make(
        rekap(segmen="PU", program="JKK", rp_iuran=10),
        rekap(segmen="PU", program="JKM", rp_iuran=5),
        rekap(segmen="PU", rp_iuran=99),  # beside programme rows: not added
        rekap(segmen="BPU", rp_iuran=7),  # no programme row in this cell
        rekap(segmen="BPU", program="JKK"),  # a programme row that carries no amount does not count as one
    )
    assert nilai(gudang, "KEU-03", "KABUPATEN") == {KODE: 22}
    assert nilai(gudang, "KEU-03", "SEGMEN") == {"PU": 15, "BPU": 7}
    assert nilai(gudang, "KEU-03", "PROGRAM") == {"JKK": 10, "JKM": 5, "JHT": 0, "JP": 0, "JKP": 0}
    assert nilai(gudang, "KEU-03", "SEKTOR") == {}  # not carried


def test_different_sets_of_dimensions_are_never_added() -> None:
    gudang = make(
        rekap(rp_iuran=100),  # the total row itself
        rekap(segmen="PU", rp_iuran=60),
        rekap(segmen="BPU", rp_iuran=30),  # does not add up to 100: each level from its own rows
        rekap(sektor="A1", segmen="BPU", rp_iuran=25),  # the smallest set that contains the sector
        rekap(sektor="C", segmen="PU", rp_iuran=55),
        rekap(sektor="C", segmen="PU", kode_desa=DESA_1, rp_iuran=9),
    )
    assert nilai(gudang, "KEU-03", "KABUPATEN") == {KODE: 100}
    assert nilai(gudang, "KEU-03", "SEGMEN") == {"PU": 60, "BPU": 30}
    assert nilai(gudang, "KEU-03", "SEKTOR") == {"A1": 25, "C": 55}


def test_the_smallest_set_counts_dimensions() -> None:
    gudang = make(rekap(segmen="PU", sektor="C", rp_iuran=55), rekap(kode_desa=DESA_1, rp_iuran=60))
    assert nilai(gudang, "KEU-03", "KABUPATEN") == {KODE: 60}  # one dimension beats two


def test_workplace_rows_if_they_carry_the_amount_else_domicile() -> None:
    gudang = make(
        rekap(rp_iuran=100),
        rekap(basis="DOMISILI", rp_iuran=70, rp_manfaat=8, jumlah_kasus=2),
    )
    assert nilai(gudang, "KEU-03", "KABUPATEN") == {KODE: 100}
    assert nilai(gudang, "MAN-01", "KABUPATEN") == {KODE: 8}
    assert nilai(gudang, "MAN-01", "KABUPATEN", "kasus") == {KODE: 2}
    assert gudang.rows("marts.indikator_iuran", "distinct kode, basis") == [
        ("KEU-03", "TEMPAT_KERJA"), ("MAN-01", "DOMISILI"),
    ]  # fmt: skip


def test_a_village_set_contains_the_kecamatan_and_a_kecamatan_code_is_its_own_dimension() -> None:
    villages = (
        rekap(kode_desa=DESA_1, rp_manfaat=3),
        rekap(kode_desa=DESA_2, rp_manfaat=4),
        rekap(kode_desa="99.01.01.2999", rp_manfaat=2),  # unknown village of a known kecamatan
        rekap(kode_desa="88.01.01.2001", rp_manfaat=1),  # another regency
    )
    gudang = make(*villages)
    assert nilai(gudang, "MAN-01", "KECAMATAN") == {"99.01.01": 9, "99.01.02": 0, "TIDAK_DIKETAHUI": 1}
    assert nilai(gudang, "MAN-01", "DESA") == {DESA_1: 3, DESA_2: 4, KELURAHAN: 0, "TIDAK_DIKETAHUI": 3}
    assert nilai(gudang, "MAN-01", "KABUPATEN") == {KODE: 10}

    gudang = make(*villages, rekap(kode_desa="99.01.01", rp_manfaat=50), rekap(kode_desa="99.01.02", rp_manfaat=60))
    assert nilai(gudang, "MAN-01", "KECAMATAN") == {"99.01.01": 50, "99.01.02": 60}  # its own rows, not the villages
    assert nilai(gudang, "MAN-01", "KABUPATEN") == {KODE: 110}


def test_a_mapped_segment_keeps_its_amount() -> None:
    """JAKON counts as PU in this profile; its row without programme must not vanish beside PU's programme rows."""
    gudang = make(
        rekap(segmen="PU", program="JKK", rp_iuran=10),
        rekap(segmen="JAKON", rp_iuran=4),
        rekap(segmen="PMI", rp_iuran=1),  # a segment that the profile does not have
    )
    assert nilai(gudang, "KEU-03", "SEGMEN") == {"PU": 14, "BPU": 0, "TIDAK_DIKETAHUI": 1}
    assert nilai(gudang, "KEU-03", "KABUPATEN") == {KODE: 15}


MANFAAT = [
    (
        "kecamatan by programme",
        [
            rekap(kode_desa="99.01.01", program="JKM", rp_manfaat=42, jumlah_kasus=1),
            rekap(kode_desa="99.01.02", rp_manfaat=5, jumlah_kasus=1),  # this kecamatan without programmes
            rekap(program="JKM", rp_manfaat=999),
            rekap(rp_iuran=7),
        ],
        [
            ("99.01.01", "JKM", 1, 42, None),
            ("99.01.02", "TIDAK_DIKETAHUI", 1, 5, None),
            ("TIDAK_DIKETAHUI", "TIDAK_DIKETAHUI", None, None, 7),  # contributions only as a total
        ],
    ),
    (
        "programmes alone, kecamatan apart",
        [rekap(program="JKM", rp_manfaat=42), rekap(kode_desa="99.01.01", rp_manfaat=42)],
        [("TIDAK_DIKETAHUI", "JKM", None, 42, None)],
    ),
    (
        "villages alone",
        [rekap(kode_desa=DESA_1, rp_manfaat=2), rekap(kode_desa=DESA_2, rp_manfaat=3), rekap(rp_manfaat=5)],
        [("99.01.01", "TIDAK_DIKETAHUI", None, 5, None)],
    ),
]


@pytest.mark.parametrize(("rows", "expected"), [c[1:] for c in MANFAAT], ids=[c[0] for c in MANFAAT])
def test_benefits_by_kecamatan_and_programme(rows: list[dict], expected: list[tuple]) -> None:
    gudang = make(*rows)
    assert gudang.rows("marts.manfaat", "kode_kecamatan, program, jumlah_kasus, rp_manfaat, rp_iuran") == expected


def test_check_finds_two_bases() -> None:
    gudang = make(rekap(rp_iuran=1))
    gudang.make("marts.tingkat_nilai")
    assert gudang.run("checks", "nilai_rekap_satu_basis") == []
    gudang.con.execute(
        "insert into marts.tingkat_nilai select * replace ('DOMISILI' as basis) from marts.tingkat_nilai"
    )
    assert gudang.run("checks", "nilai_rekap_satu_basis") != []

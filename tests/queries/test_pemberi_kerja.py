"""Employers: PAT-01, PAT-02 and marts.pemberi_kerja (sources.md 5, rule 17; BRU 8; domain.md 5.6)."""

from typing import Any

import pytest

from tests.queries.baca import baca
from tests.queries.gudang_kecil import KODE, Gudang, bulan


def majikan(npp: str | None, **more: Any) -> dict[str, Any]:
    """An employer that complies in everything, with every criterion filled."""
    return {
        "bulan": "2026-06", "npp": npp, "nama": f"CV {npp}", "skala": "KECIL", "sektor": "C", "jumlah_tk_nyata": 10,
        "jumlah_tk_terdaftar": 10, "rp_upah_nyata": 100, "rp_upah_lapor": 100, "is_jkk": True, "is_jkm": True,
        "is_jht": True, "is_jp": False, "is_jkp": False, "bulan_tunggakan": 0, "rp_tunggakan": 0,
    } | more  # fmt: skip


TANPA_PROGRAM = {"is_jkk": None, "is_jkm": None, "is_jht": None, "is_jp": None, "is_jkp": None}
KOSONG = TANPA_PROGRAM | {
    "jumlah_tk_nyata": None, "jumlah_tk_terdaftar": None, "rp_upah_nyata": None, "rp_upah_lapor": None,
    "bulan_tunggakan": None, "rp_tunggakan": None,
}  # fmt: skip

CASES = [
    ("complies", majikan("1"), True, []),
    ("registers more than work", majikan("1", jumlah_tk_terdaftar=11), True, []),
    ("not registered", majikan(None, **KOSONG), False, ["jumlah_pwbd"]),
    ("not registered, workers known", majikan(None, **KOSONG | {"jumlah_tk_nyata": 5, "jumlah_tk_terdaftar": 0}), False,
     ["jumlah_pwbd"]),
    ("registers fewer workers", majikan("1", jumlah_tk_terdaftar=9), False, ["jumlah_pds_tk"]),
    ("reports lower wages", majikan("1", rp_upah_lapor=99), False, ["jumlah_pds_upah"]),
    ("lacks JHT, which KECIL must have", majikan("1", is_jht=False), False,
     ["jumlah_pds_program", "jumlah_kurang_jht"]),
    ("lacks JHT, which MIKRO need not have", majikan("1", skala="MIKRO", is_jht=False), True, []),
    ("a scale of which the profile requires nothing", majikan("1", skala="BESAR", is_jkk=False), True, []),
    ("in arrears", majikan("1", bulan_tunggakan=1, rp_tunggakan=5), False, ["jumlah_tunggakan"]),
    ("nothing delivered but its number", majikan("1", **KOSONG), True, []),
    ("only real workers known: not judged", majikan("1", jumlah_tk_terdaftar=None), True, []),
    ("rupiah owed, months unknown: not judged", majikan("1", bulan_tunggakan=None, rp_tunggakan=5), True, []),
]  # fmt: skip
TEMUAN = (
    "jumlah_pwbd", "jumlah_pds_tk", "jumlah_pds_upah", "jumlah_pds_program", "jumlah_tunggakan", "jumlah_kurang_jkk",
    "jumlah_kurang_jkm", "jumlah_kurang_jht", "jumlah_kurang_jp", "jumlah_kurang_jkp",
)  # fmt: skip


@pytest.mark.parametrize(("baris", "patuh", "temuan"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_findings(baris: dict[str, Any], patuh: bool, temuan: list[str]) -> None:
    gudang = Gudang()
    gudang.add("pemberi_kerja", baris)
    row = gudang.rows("marts.pemberi_kerja", ", ".join(TEMUAN))[0]
    assert [nama for nama, jumlah in zip(TEMUAN, row, strict=True) if jumlah] == temuan
    assert gudang.nilai("indikator_pat", "PAT-01", "KABUPATEN", "2026-06") == {KODE: (int(patuh), 1)}


@pytest.fixture
def gudang() -> Gudang:
    gudang = Gudang()
    gudang.add(
        "pemberi_kerja",
        majikan("1"),
        majikan("2", skala="MIKRO", bulan_tunggakan=3, rp_tunggakan=700),
        majikan("3", sektor=None, bulan_tunggakan=1, rp_tunggakan=None),
        majikan("4", **KOSONG),
        majikan(None, **KOSONG),
        majikan("9", bulan="2026-05", **KOSONG),  # a month without arrears
    )
    return gudang


def test_compliance_by_level(gudang: Gudang) -> None:
    nilai = {t: gudang.nilai("indikator_pat", "PAT-01", t, "2026-06") for t in ("KABUPATEN", "SEKTOR", "SKALA")}
    assert nilai == {
        "KABUPATEN": {KODE: (2, 5)},
        "SEKTOR": {"A1": (0, 0), "C": (2, 4), "TIDAK_DIKETAHUI": (0, 1)},
        "SKALA": {"MIKRO": (0, 1), "KECIL": (2, 4), "MENENGAH": (0, 0), "BESAR": (0, 0)},
    }


def test_the_share_judged_is_said(gudang: Gudang) -> None:
    rows = gudang.rows("marts.indikator_pat", "bulan, catatan", "kode = 'PAT-01' and tingkat = 'KABUPATEN'")
    assert [catatan for _, catatan in rows] == [
        "dinilai: pekerja 0, upah 0, program 0, tunggakan 0 dari 1 pemberi kerja; bulan ini tanpa daftar pemberi kerja "
        "yang belum terdaftar",
        "dinilai: pekerja 3, upah 3, program 3, tunggakan 3 dari 5 pemberi kerja",
    ]


def test_arrears(gudang: Gudang) -> None:
    assert gudang.nilai("indikator_pat", "PAT-02", "SKALA", "2026-06", "pemberi kerja") == {
        "MIKRO": (1, None), "KECIL": (1, None), "MENENGAH": (0, None), "BESAR": (0, None),
    }  # fmt: skip
    assert gudang.nilai("indikator_pat", "PAT-02", "KABUPATEN", "2026-06", "Rp") == {KODE: (700, None)}
    # its only employer in arrears gave no amount: null, not 0
    assert gudang.nilai("indikator_pat", "PAT-02", "SEKTOR", "2026-06", "Rp")["TIDAK_DIKETAHUI"] == (None, None)
    assert gudang.nilai("indikator_pat", "PAT-02", "KABUPATEN", "2026-05") == {}  # arrears were not delivered


def test_one_read_has_both_dimensions(gudang: Gudang) -> None:
    baris = baca(gudang, "pemberi_kerja", bulan=bulan("2026-06"))
    jumlah = {dimensi: sum(b[3] for b in baris if b[0] == dimensi) for dimensi in ("SKALA", "SEKTOR")}
    assert (
        jumlah["SKALA"] == jumlah["SEKTOR"] == gudang.nilai("indikator_pat", "PAT-01", "KABUPATEN", "2026-06")[KODE][1]
    )
    assert {b[2] for b in baris if b[0] == "SEKTOR"} <= {"Tanaman", "Industri", "Tidak diketahui"}
    assert {b[1]: (b[4], b[3]) for b in baris if b[0] == "SKALA"} == {
        k: n for k, n in gudang.nilai("indikator_pat", "PAT-01", "SKALA", "2026-06").items() if n[1]
    }


def test_warning_about_arrears_without_months(gudang: Gudang) -> None:
    gudang.add("pemberi_kerja", majikan("8", bulan_tunggakan=None, rp_tunggakan=5))
    assert [kalimat[:30] for (kalimat,) in gudang.run("warnings", "tunggakan_tanpa_bulan")] == [
        "1 pemberi kerja pada 06/2026 m"
    ]


def test_check_finds_damage(gudang: Gudang) -> None:
    gudang.make("marts.indikator_pat")
    assert gudang.run("checks", "pemberi_kerja_sama_dengan_staging") == []
    gudang.con.execute("update marts.indikator_pat set penyebut = 9 where tingkat = 'SKALA' and kunci = 'KECIL'")
    assert gudang.run("checks", "pemberi_kerja_sama_dengan_staging") != []

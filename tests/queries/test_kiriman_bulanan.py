"""Late and missing: marts.kiriman_bulanan (sources.md 5, rule 22; BRU 22), and the holidays that move a due date."""

from datetime import date

import pytest

from etl import gudang as gudang_etl
from tests.queries.gudang_kecil import DESA_1, Gudang
from ucj.peraturan import init, load_profil

KOLOM = "strftime(bulan, '%Y-%m'), tanggal_terima, status"


def make(*kiriman: tuple[str, str, str], terakhir: str = "2026-06") -> Gudang:
    """A database with deliveries (source, cakupan, received) and spending of the newest month."""
    gudang = Gudang()
    gudang.set_bulan("2026-01", terakhir)
    gudang.con.execute("insert into ref.jatuh_tempo select bulan, bulan + interval '1 month 14 days' from ref.bulan")
    gudang.add("realisasi", {"bulan": terakhir, "lingkup": "APBD", "kode_opd": "DINSOS", "rp_realisasi": 1})
    for nomor, (sumber, cakupan, diterima) in enumerate(kiriman):
        gudang.add(
            "pengiriman",
            {"sumber": sumber, "cakupan": cakupan, "diterima": date.fromisoformat(diterima), "pengirim": f"P{nomor}",
             "dimuat_pada": f"2026-07-{nomor + 1:02d} 08:00:00"},
        )  # fmt: skip
    return gudang


def rows(gudang: Gudang, sumber: str, bagian: str = "") -> list[tuple]:
    return gudang.rows(
        "marts.kiriman_bulanan", KOLOM, "sumber = $sumber and bagian = $bagian", sumber=sumber, bagian=bagian
    )


@pytest.mark.parametrize(
    ("sumber", "bagian", "sifat"),
    [
        ("rekap_bpjs", "DOMISILI", "WAJIB"),  # BRU 22
        ("peserta", "", "DIHARAPKAN"),
        ("pemberi_kerja", "TANPA_NPP", "DIHARAPKAN"),
        ("penerima_bantuan", "DBH-CHT|DINSOS", "DIHARAPKAN"),
        ("penerima_bantuan", "CSR|", "DIHARAPKAN"),  # no office: one part of its own
        ("realisasi", "APBD|DINSOS", "DIHARAPKAN"),
        ("realisasi", f"APBDES|{DESA_1}", "DIHARAPKAN"),
    ],
)
def test_who_sent_once_is_expected_from_then_on(sumber: str, bagian: str, sifat: str) -> None:
    ekor = f"|{bagian}" if bagian else ""
    gudang = make(
        (sumber, f"2026-03{ekor}", "2026-04-15"),  # on the day
        (sumber, f"2026-04{ekor}", "2026-05-16"),  # a day late
        (sumber, f"2026-06{ekor}", "2026-07-01"),
    )
    assert rows(gudang, sumber, bagian) == [
        ("2026-03", date(2026, 4, 15), "TEPAT"),
        ("2026-04", date(2026, 5, 16), "TERLAMBAT"),
        ("2026-05", None, "BELUM"),
        ("2026-06", date(2026, 7, 1), "TEPAT"),
    ]
    assert gudang.rows("marts.kiriman_bulanan", "distinct sifat, jatuh_tempo", "bulan = '2026-03-01'") == [
        (sifat, date(2026, 4, 15))
    ]


def test_a_correction_sent_later_does_not_make_the_first_one_late() -> None:
    gudang = make(
        ("rekap_bpjs", "2026-06|DOMISILI; 2026-06|TEMPAT_KERJA", "2026-07-10"),
        ("rekap_bpjs", "2026-06|DOMISILI", "2026-07-20"),
    )
    assert rows(gudang, "rekap_bpjs", "DOMISILI") == [("2026-06", date(2026, 7, 10), "TEPAT")]


def test_parts_of_one_file_are_expected_each_for_itself() -> None:
    gudang = make(
        ("realisasi", "2026-05|APBD|DINSOS; 2026-05|APBD|DISDIK", "2026-06-01"),
        ("realisasi", "2026-06|APBD|DINSOS", "2026-07-01"),
    )
    assert rows(gudang, "realisasi", "APBD|DISDIK")[1] == ("2026-06", None, "BELUM")
    assert gudang.rows("marts.kiriman_bulanan", "distinct pengirim", "bagian = 'APBD|DISDIK'") == [("P0",)]
    assert gudang.rows("marts.kiriman_bulanan", "distinct pengirim", "bagian = 'APBD|DINSOS'") == [("P1",)]


def test_nothing_is_expected_of_sources_that_are_not_monthly_or_never_came() -> None:
    gudang = make(("pekerja_binaan", "DISDIK|NONASN|2026-06-30", "2026-07-01"), ("wilayah", "99.01", "2026-01-01"))
    assert gudang.rows("marts.kiriman_bulanan", "*") == []


# --- holidays: the editable list is the regency's profile.toml ------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "jatuh_tempo"),
    [
        ("", date(2026, 8, 15)),  # a Saturday, not moved unless the profile says so
        ("lapor.geser_hari_libur = true", date(2026, 8, 18)),  # Saturday, Sunday, 17 August
        # a holiday of the regency, written by the operator
        ('lapor.geser_hari_libur = true\nhari_kerja.libur_tambahan = [2026-08-18]', date(2026, 8, 19)),
        ('lapor.geser_hari_libur = true\nhari_kerja.bukan_libur = [2026-08-17]', date(2026, 8, 17)),
        ("lapor.geser_hari_libur = true\nhari_kerja.per_minggu = 6", date(2026, 8, 15)),  # Saturday is worked
    ],
)  # fmt: skip
def test_due_date_of_july_2026(tmp_path, isi: str, jatuh_tempo: date) -> None:
    init(tmp_path, "umum", "99.01", "Kabupaten Contoh")
    with (tmp_path / "profil.toml").open("a", encoding="utf-8") as berkas:
        berkas.write(f"\n{isi}\n")
    gudang = Gudang()
    gudang.con.execute("drop table ref.jatuh_tempo")
    gudang.set_bulan("2026-07")

    gudang_etl._create_jatuh_tempo(gudang.con, load_profil(tmp_path))

    assert gudang.con.execute("select jatuh_tempo from ref.jatuh_tempo").fetchall() == [(jatuh_tempo,)]

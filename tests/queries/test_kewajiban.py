"""Reporting duties: marts.kewajiban and TKL-01 (BRU 22, 30(2); LTM 21; sources.md 5, rule 22)."""

from datetime import date

from tests.queries.gudang_kecil import Gudang

KOLOM = "periode, jatuh_tempo, tanggal_terima, status"


def make(*months: str) -> Gudang:
    """Months with data from the first to the last given; recaps are due on the 15th of the next month."""
    gudang = Gudang()
    gudang.set_bulan(*months)
    gudang.con.execute("insert into ref.jatuh_tempo select bulan, bulan + interval '1 month 14 days' from ref.bulan")
    for bulan in (months[0], months[-1]):
        gudang.add("rekap_bpjs", {"bulan": bulan, "basis": "DOMISILI", "jumlah_aktif": 1})
    return gudang


def surat(kewajiban: str, periode: str, terima: date) -> dict[str, object]:
    return {"kewajiban": kewajiban, "periode": periode, "tanggal_terima": terima}


def test_recap_is_due_on_the_day_of_the_next_month_and_met_by_the_first_delivery() -> None:
    gudang = Gudang()
    gudang.set_bulan("2026-01", "2026-06")
    gudang.con.execute("insert into ref.jatuh_tempo select bulan, bulan + interval '1 month 14 days' from ref.bulan")
    gudang.add("rekap_bpjs", {"bulan": "2026-02", "basis": "DOMISILI", "jumlah_aktif": 1})
    gudang.add("peserta", {"bulan": "2026-05", "id_peserta": 1})
    gudang.add(
        "pengiriman",
        {"sumber": "rekap_bpjs", "cakupan": "2026-02|DOMISILI; 2026-02|TEMPAT_KERJA", "diterima": date(2026, 3, 20)},
        # earlier: on the day itself
        {"sumber": "peserta", "cakupan": "2026-02; 2026-03", "diterima": date(2026, 3, 15)},
        {"sumber": "rekap_bpjs", "cakupan": "2026-03|DOMISILI", "diterima": date(2026, 5, 1), "is_digantikan": True},
        {"sumber": "peserta", "cakupan": "2026-05", "diterima": date(2026, 6, 16)},
        {"sumber": "realisasi", "cakupan": "2026-04|APBD|DINSOS", "diterima": date(2026, 4, 2)},  # another duty
    )
    assert gudang.rows("marts.kewajiban", KOLOM, "kewajiban = 'REKAP_BULANAN'") == [
        ("2026-02", date(2026, 3, 15), date(2026, 3, 15), "TEPAT"),
        ("2026-03", date(2026, 4, 15), date(2026, 3, 15), "TEPAT"),
        ("2026-04", date(2026, 5, 15), None, "BELUM"),  # a gap between two months with data
        ("2026-05", date(2026, 6, 15), date(2026, 6, 16), "TERLAMBAT"),
    ]


def test_a_letter_meets_the_recap_duty_when_it_came_first() -> None:
    gudang = make("2026-02", "2026-04")
    gudang.add(
        "pengiriman",
        {"sumber": "rekap_bpjs", "cakupan": "2026-02|DOMISILI", "diterima": date(2026, 3, 20)},
        {"sumber": "rekap_bpjs", "cakupan": "2026-03|DOMISILI", "diterima": date(2026, 4, 2)},
    )
    gudang.add(
        "laporan_masuk",
        surat("REKAP_BULANAN", "2026-02", date(2026, 3, 10)),  # on paper in time, the file later
        surat("REKAP_BULANAN", "2026-03", date(2026, 4, 12)),  # the file was there before
        surat("REKAP_BULANAN", "2026-04", date(2026, 5, 18)),  # on paper only
    )
    assert gudang.rows("marts.kewajiban", KOLOM, "kewajiban = 'REKAP_BULANAN'") == [
        ("2026-02", date(2026, 3, 15), date(2026, 3, 10), "TEPAT"),
        ("2026-03", date(2026, 4, 15), date(2026, 4, 2), "TEPAT"),
        ("2026-04", date(2026, 5, 15), date(2026, 5, 18), "TERLAMBAT"),
    ]


def test_supervision_is_due_three_months_after_the_report_before() -> None:
    gudang = make("2025-02", "2026-05")
    gudang.add(
        "laporan_masuk",
        surat("PENGAWASAN_3BULAN", "2025-TW1", date(2025, 4, 10)),  # the first is due when its quarter ends
        surat("PENGAWASAN_3BULAN", "2025-TW2", date(2025, 7, 10)),  # on the day, three months later
        surat("PENGAWASAN_3BULAN", "2026-TW1", date(2026, 4, 1)),
    )
    assert gudang.rows("marts.kewajiban", KOLOM, "kewajiban = 'PENGAWASAN_3BULAN'") == [
        ("2025-TW1", date(2025, 3, 31), date(2025, 4, 10), "TERLAMBAT"),
        ("2025-TW2", date(2025, 7, 10), date(2025, 7, 10), "TEPAT"),
        ("2025-TW3", date(2025, 10, 10), None, "BELUM"),
        ("2025-TW4", date(2026, 1, 10), None, "BELUM"),  # six months after the last that came
        ("2026-TW1", date(2026, 4, 10), date(2026, 4, 1), "TEPAT"),
    ]  # the second quarter of 2026 ends after the newest month with data


def test_without_any_report_supervision_is_due_when_each_quarter_ends() -> None:
    gudang = make("2025-11", "2026-06")
    assert gudang.rows("marts.kewajiban", KOLOM, "kewajiban = 'PENGAWASAN_3BULAN'") == [
        ("2025-TW4", date(2025, 12, 31), None, "BELUM"),
        ("2026-TW1", date(2026, 3, 31), None, "BELUM"),
        ("2026-TW2", date(2026, 6, 30), None, "BELUM"),
    ]


def test_a_semester_is_due_thirty_days_after_its_end() -> None:
    gudang = make("2025-11", "2026-06")
    gudang.add("laporan_masuk", surat("SEMESTER", "2025-2", date(2026, 1, 31)))
    assert gudang.rows("marts.kewajiban", KOLOM, "kewajiban = 'SEMESTER'") == [
        ("2025-2", date(2026, 1, 30), date(2026, 1, 31), "TERLAMBAT"),
        ("2026-1", date(2026, 7, 30), None, "BELUM"),
    ]


def test_tkl_01_counts_what_is_due_and_what_the_own_regulation_names() -> None:
    """The hand-made profile names REKAP_BULANAN and SEMESTER; supervision stands outside the ratio."""
    gudang = make("2025-12", "2026-03")
    gudang.add(
        "pengiriman",
        {"sumber": "rekap_bpjs", "cakupan": "2025-12|DOMISILI; 2026-01|DOMISILI", "diterima": date(2026, 1, 10)},
        {"sumber": "peserta", "cakupan": "2026-02", "diterima": date(2026, 3, 16)},
    )
    gudang.add("laporan_masuk", surat("SEMESTER", "2025-2", date(2026, 1, 30)))
    assert gudang.rows("marts.indikator_tkl", "bulan, kunci, pembilang, penyebut") == [
        (date(2025, 12, 1), "99.01", 0, 0),  # supervision of TW4 2025 is due, but does not count
        (date(2026, 1, 1), "99.01", 2, 2),  # the recap of December and the semester
        (date(2026, 2, 1), "99.01", 1, 1),  # the recap of January
        (date(2026, 3, 1), "99.01", 0, 1),  # that of February came a day late
        (date(2026, 4, 1), "99.01", 0, 1),  # that of March has not come
    ]


def test_tkl_01_is_absent_where_the_own_regulation_names_no_duty() -> None:
    gudang = make("2025-12", "2026-03")
    gudang.con.execute("update ref.lapor set is_dihitung = false")
    assert gudang.rows("marts.indikator_tkl", "bulan") == []
    assert len(gudang.rows("marts.kewajiban", "periode")) == 7  # all duties are listed all the same


def test_a_report_for_a_period_without_data_is_named() -> None:
    gudang = make("2026-01", "2026-03")
    gudang.add(
        "laporan_masuk",
        surat("SEMESTER", "2025-2", date(2026, 1, 20)),
        surat("REKAP_BULANAN", "2026-02", date(2026, 3, 1)),
    )
    ((kalimat,),) = gudang.run("warnings", "laporan_di_luar_data")
    assert "semester untuk 2025-2" in kalimat

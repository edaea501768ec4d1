"""The duty to send the monthly recap: marts.kewajiban (BRU 22; sources.md 5, rule 22)."""

from datetime import date

from tests.queries.gudang_kecil import Gudang


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
    assert gudang.rows("marts.kewajiban", "periode, jatuh_tempo, tanggal_terima, status") == [
        ("2026-02", date(2026, 3, 15), date(2026, 3, 15), "TEPAT"),
        ("2026-03", date(2026, 4, 15), date(2026, 3, 15), "TEPAT"),
        ("2026-04", date(2026, 5, 15), None, "BELUM"),  # a gap between two months with data
        ("2026-05", date(2026, 6, 15), date(2026, 6, 16), "TERLAMBAT"),
    ]

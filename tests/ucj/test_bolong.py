"""Months that nobody has sent: hatched in the chart, named in its note together with who owes them."""

from datetime import date

from ucj import tren
from ucj.charts import Deret, Garis, layar

BULAN = (date(2026, 1, 1), date(2026, 2, 1), date(2026, 5, 1))


def test_the_months_between_are_those_without_data() -> None:
    assert tren.bulan_bolong(BULAN) == (date(2026, 3, 1), date(2026, 4, 1))
    assert tren.bulan_bolong(BULAN[:2]) == ()
    assert tren.bulan_bolong(()) == ()


def test_the_note_names_who_has_not_sent_them() -> None:
    kalimat = "Belum ada data untuk Maret 2026 sampai April 2026"
    assert tren.catatan_bolong(BULAN, "rekap_bpjs") == (f"{kalimat} dari BPJS Ketenagakerjaan.",)
    assert tren.catatan_bolong(BULAN, "rekap_bpjs, peserta") == (f"{kalimat} dari BPJS Ketenagakerjaan.",)
    assert tren.catatan_bolong(BULAN) == (f"{kalimat}.",)


def test_they_are_hatched() -> None:
    deret = Deret("Cakupan", BULAN, (20.0, 21.0, 22.0))
    gambar = layar.draw(Garis(judul="J", subjudul="S", satuan="persen", deret=[deret], hilang=tren.bulan_bolong(BULAN)))
    arsir = [t for t in gambar.data if t.type == "bar"]
    assert [len(t.x) for t in arsir] == [2]
    assert all(t.marker.pattern.shape for t in arsir)

"""Sentences on Ringkasan, Sektor and Desa that a reader could take for more than the figures say."""

from datetime import date

import pytest

from ucj import desa, judul_laporan, kantor, ringkas
from ucj.hitung import Nilai
from ucj.saringan import Desa

UJUNG = ("Awan", "Bumi")


def nilai(pembilang: int | None, penyebut: int | None, tingkat: str = "KABUPATEN", kunci: str = "99.01") -> Nilai:
    persen = 100 * pembilang / penyebut if pembilang is not None and penyebut else None
    return Nilai(
        kode="UCJ-01", nama="", periode="2026-06", tingkat=tingkat, kunci=kunci, pembilang=pembilang,
        penyebut=penyebut, nilai=persen, satuan="persen", target=None, status=None, basis="DOMISILI",
        sumber="peserta", estimasi=False,
    )  # fmt: skip


def rekap(periode: str, status: str = "TEPAT", terima: date | None = date(2026, 1, 9)) -> dict[str, object]:
    return {"periode": periode, "status": status, "tanggal_terima": terima}


def test_recaps_are_counted_up_to_the_month_chosen():
    """The month stands in the heading: "the last six" would be read as the six before the meeting."""
    kewajiban = [rekap("2026-07", "BELUM", None), rekap("2026-06"), rekap("2026-05", "TERLAMBAT", date(2026, 6, 20))]
    assert ringkas.kalimat_rekap(kewajiban, date(2026, 6, 1)) == (
        "1 dari 2 rekap bulanan sampai Juni 2026 terlambat atau belum diterima",
        "Mei 2026 diterima 20 Jun 2026",
    )
    assert ringkas.kalimat_rekap(kewajiban[1:2], date(2026, 6, 1))[0] == (
        "1 rekap bulanan sampai Juni 2026 diterima tepat waktu"
    )


def test_nothing_to_mend_is_not_called_complete():
    """Kinds of delivery that never came are not known to be missing, so nothing is called complete."""
    assert judul_laporan.kualitas(0, 0, 0, date(2026, 6, 1)) == (
        "Tidak ada baris yang perlu perbaikan pada kiriman yang berlaku"
    )


@pytest.mark.parametrize(
    ("seluruh", "aktif", "kalimat"),
    [
        (nilai(12150, 40000), 8433, "3.717 dari 12.150 peserta aktif di kabupaten belum diketahui desanya"),
        (nilai(8433, 40000), 8433, None),  # every participant stands in a village
        (nilai(None, None), 8433, None),  # the whole is not known
        (nilai(12150, 40000), None, None),  # no village has a figure: the page says that
    ],
)
def test_participants_of_no_village_are_named(seluruh, aktif, kalimat):
    teks = desa.kalimat_lepas(seluruh, aktif, "desa", "di kabupaten")
    assert teks[0].startswith(kalimat) if kalimat else teks == ()


def test_map_title_names_kecamatan():
    """Ends are kecamatan; on a map of villages the bare name would be read as a village."""
    suka = Desa("99.01.01.2001", "Suka", "99.01.01", "Kecamatan")
    isi = [desa.Baris(suka, 5, nilai(5, 50, "DESA", suka.kode))]
    peta = desa.peta(isi, (20, 40, 60, 80), "desa", "menurut KTP", date(2026, 6, 1), "", UJUNG, ("Catatan.",))
    assert peta.judul == "Kecamatan Awan tertinggi, Bumi terendah"
    assert peta.catatan == ("Catatan.",)


def test_an_office_without_figures_still_leads_its_sectors():
    """Without a delivery by sector the figures are missing, not the duty."""
    assert kantor.kalimat_sektor("Dinas Pendidikan", ["Pendidikan"]) == (
        "Dinas Pendidikan menjawab sektor pendidikan; kiriman yang berlaku belum memuat sektor."
    )
    assert kantor.kalimat_sektor("Satpol PP", []) == "Satpol PP tidak memimpin sektor."

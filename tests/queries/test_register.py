"""The registers in the marts: one row per key, no NIK in a sentence, open objections of unknown offices named."""

from datetime import date, datetime

import pytest

from tests.queries.baca import baca
from tests.queries.gudang_kecil import Gudang

NIK = "9901 0101 0790 0001"


def keputusan(id_: str, **isi: object) -> dict[str, object]:
    dasar = {
        "tanggal_rapat": date(2026, 4, 14),
        "keputusan": "Edaran",
        "pemilik": "DINSOS",
        "tenggat": date(2026, 5, 1),
    }
    return {"id": id_, "status": "TERBUKA", **dasar, **isi}


def test_decisions_say_who_wrote_them_down_and_hide_numbers_of_people() -> None:
    gudang = Gudang()
    gudang.add("pengiriman", {"id_pengiriman": "k1", "sumber": "tindak_lanjut", "pengirim": "Sekretariat",
                              "dimuat_pada": datetime(2026, 4, 16, 3, 0)})  # fmt: skip
    gudang.add(
        "tindak_lanjut",
        keputusan("TL-2", tenggat=date(2026, 6, 1), keputusan=f"Cari {NIK} di Satu", catatan=NIK.replace(" ", "")),
        keputusan("TL-1", id_pengiriman="k1"),
    )
    isi = baca(gudang, "tindak_lanjut")
    assert [(b[0], b[2], b[7], b[8]) for b in isi] == [
        ("TL-1", "Edaran", None, "Sekretariat"),  # the earliest due date first
        ("TL-2", "Cari **************** di Satu", "****************", None),
    ]
    assert isi[0][9] == datetime(2026, 4, 16, 3, 0)


def test_objections_hide_numbers_of_people() -> None:
    gudang = Gudang()
    gudang.add(
        "klarifikasi",
        {
            "id": "K1", "tanggal": date(2026, 7, 1), "kode_opd": "DISDIK", "kode_indikator": "PEM-01",
            "periode": "2026-06", "keberatan": f"{NIK} sudah pindah", "status": "TERBUKA", "jawaban": f"benar, {NIK}",
        },
    )  # fmt: skip
    ((_, _, opd, kode, periode, keberatan, status, jawaban, _),) = baca(gudang, "klarifikasi")
    assert (opd, kode, periode, status) == ("DISDIK", "PEM-01", "2026-06", "TERBUKA")
    assert (keberatan, jawaban) == ("**************** sudah pindah", "benar, ****************")


def test_rules_newest_first() -> None:
    gudang = Gudang()
    gudang.add(
        "regulasi",
        {"nomor": "1/2022", "tanggal": date(2022, 3, 7), "tentang": "Lama", "status": "DICABUT"},
        {"nomor": "2/2024", "tanggal": date(2024, 9, 2), "tentang": "Baru", "status": "BERLAKU", "isi_berkas": "a.pdf"},
    )
    assert [(b[0], b[3], b[4]) for b in baca(gudang, "regulasi")] == [
        ("2/2024", "BERLAKU", "a.pdf"),  # the column of the source, not the file that the row came in
        ("1/2022", "DICABUT", None),
    ]


def test_a_key_that_stands_twice_stops_the_build() -> None:
    gudang = Gudang()
    gudang.add("tindak_lanjut", keputusan("TL-1"), keputusan("TL-1", status="SELESAI"), keputusan("TL-2"))
    assert gudang.run("checks", "register_satu_baris") == [("tindak_lanjut TL-1",)]


@pytest.mark.parametrize(
    ("opd", "status", "disebut"),
    [
        ("ENTAH", "TERBUKA", True),
        ("ENTAH", "SELESAI", False),  # answered: no mark is missed
        ("DINSOS", "TERBUKA", False),
        ("DESA-99.01.01.2001", "TERBUKA", False),  # villages are no offices of the profile
        ("BUMD", "TERBUKA", False),
    ],
)
def test_an_open_objection_of_an_unknown_office_is_named(opd: str, status: str, disebut: bool) -> None:
    gudang = Gudang()
    gudang.add("klarifikasi", {"id": "K1", "kode_opd": opd, "status": status})
    assert bool(gudang.run("warnings", "klarifikasi_tidak_dikenal")) == disebut

"""Registers (kind R of sources.md 1): of each key the version loaded last counts, absence never deletes."""

import json
from datetime import date
from pathlib import Path

import pytest

from etl import build, kiriman, muat, pratinjau, register, tarik
from etl.baca.periode import parse_periode
from tests.bacaan import Pembaca, alasan, kolom
from tests.perintah import must, run, status
from ucj import peraturan
from ucj.db import open_terbitan
from ucj.penolakan import Penolakan

KEPALA = "id,tanggal_rapat,keputusan,pemilik,tenggat,status,tanggal_selesai,catatan"


def baris(id_: str, keadaan: str = "TERBUKA", keputusan: str = "Menerbitkan edaran") -> str:
    return f"{id_},2026-04-14,{keputusan},DINSOS,2026-05-15,{keadaan},,"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


def load(data: Path, nama: str, *isi: str, diterima: date = date(2026, 7, 11)) -> kiriman.Kiriman:
    path = data.parent / nama
    path.write_text("\n".join([KEPALA, *isi]) + "\n", encoding="utf-8")
    k = muat.load(data, "tindak_lanjut", [path], diterima=diterima, pengirim="Sekretariat")
    assert k is not None
    return k


def kini(data: Path) -> dict[str, str]:
    """id -> status, as the register stands now."""
    return {satu["id"]: satu["status"] for satu in register.rows(data, "tindak_lanjut")}


def terbit(data: Path) -> dict[str, str]:
    """id -> status, as the published build has it."""
    buka = open_terbitan(data)
    assert buka is not None
    isi = buka.read("tindak_lanjut")
    return dict(zip(isi["id"], isi["status"], strict=True))


# --- across two files -------------------------------------------------------------------------------------------


def test_a_later_file_changes_its_keys_and_loses_no_other(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"), baris("TL-2"), baris("TL-3"))
    load(data, "mei.csv", baris("TL-2", "SELESAI"), baris("TL-4"))

    assert kini(data) == {"TL-1": "TERBUKA", "TL-2": "SELESAI", "TL-3": "TERBUKA", "TL-4": "TERBUKA"}
    build.build(data)
    assert terbit(data) == kini(data)


def test_the_version_loaded_last_counts_whenever_it_was_received(data: Path) -> None:
    load(data, "baru.csv", baris("TL-1", "SELESAI"), diterima=date(2026, 7, 11))
    load(data, "surat-lama.csv", baris("TL-1", "BATAL"), diterima=date(2026, 4, 16))
    assert kini(data) == {"TL-1": "BATAL"}


def test_a_smaller_file_is_no_shrinking_month(data: Path) -> None:
    load(data, "april.csv", *(baris(f"TL-{n}") for n in range(40)))
    load(data, "satu.csv", baris("TL-7", "SELESAI"))  # one of forty rows, without --ganti
    assert len(kini(data)) == 40 and kini(data)["TL-7"] == "SELESAI"


def test_a_row_set_aside_leaves_the_version_before_in_force(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"), baris("TL-2"))
    k = load(data, "mei.csv", baris("TL-1", "ENTAH"), baris("TL-2", "SELESAI"))
    assert (k.disisihkan, k.alasan) == (1, {"KODE_TIDAK_DIKENAL": 1})
    assert kini(data) == {"TL-1": "TERBUKA", "TL-2": "SELESAI"}


def test_the_same_key_twice_in_one_file_is_a_double(data: Path) -> None:
    k = load(data, "april.csv", baris("TL-1"), baris("TL-1", "SELESAI"))
    assert (k.dimuat, k.alasan) == (1, {"GANDA": 1})
    assert kini(data) == {"TL-1": "TERBUKA"}


# --- again, and back --------------------------------------------------------------------------------------------


def test_the_same_file_again_changes_nothing_unless_it_was_overtaken(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"), baris("TL-2"))
    path = data.parent / "april.csv"
    assert muat.receive(data, "tindak_lanjut", [path]).kejadian == "SAMA"
    load(data, "mei.csv", baris("TL-1", "SELESAI"))
    assert muat.receive(data, "tindak_lanjut", [path]).kejadian == "BERLAKU_LAGI"
    assert kini(data) == {"TL-1": "TERBUKA", "TL-2": "TERBUKA"}


def test_undo_gives_back_the_version_before_and_build_keeps_it(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"), baris("TL-2"))
    build.build(data)
    load(data, "mei.csv", baris("TL-1", "SELESAI"), baris("TL-3"))
    build.build(data)
    assert terbit(data) == {"TL-1": "SELESAI", "TL-2": "TERBUKA", "TL-3": "TERBUKA"}

    tarik.withdraw(data)
    assert kini(data) == terbit(data) == {"TL-1": "TERBUKA", "TL-2": "TERBUKA"}
    build.build(data)
    assert terbit(data) == {"TL-1": "TERBUKA", "TL-2": "TERBUKA"}


def test_a_rebuild_keeps_every_decision(data: Path) -> None:
    for n in range(5):
        load(data, f"{n}.csv", baris(f"TL-{n}"))
        build.build(data)
    load(data, "tutup.csv", baris("TL-2", "SELESAI"))
    build.build(data)
    assert terbit(data) == {f"TL-{n}": "SELESAI" if n == 2 else "TERBUKA" for n in range(5)}


# --- what the commands say --------------------------------------------------------------------------------------


def test_status_names_the_keys_and_who_is_overtaken(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"))
    load(data, "mei.csv", baris("TL-1", "SELESAI"), baris("TL-2"))
    lama, baru = status(data)["pengiriman"]
    assert (lama["cakupan"], lama["digantikan"]) == (["TL-1"], True)
    assert (baru["cakupan"], baru["digantikan"]) == (["TL-1", "TL-2"], False)


def test_a_check_says_which_keys_change(data: Path) -> None:
    load(data, "april.csv", baris("TL-1"), diterima=date(2026, 7, 20))
    path = data.parent / "mei.csv"
    path.write_text("\n".join([KEPALA, baris("TL-1", "SELESAI"), baris("TL-2")]) + "\n")
    hasil = pratinjau.check(data, "tindak_lanjut", [path], diterima=date(2026, 7, 1))
    assert [(s["cakupan"], s["kiriman"] is not None, s["dipakai"]) for s in hasil["mengganti"]] == [
        ("TL-1", True, True),  # though received earlier
        ("TL-2", False, True),
    ]
    assert hasil["tolak"] is None and hasil["peringatan"] == []


def test_the_register_is_printed_with_who_and_when_and_without_numbers_of_people(data: Path) -> None:
    load(data, "april.csv", baris("TL-1", keputusan="Cari 9901 0101 0790 0001 di Dinsos"))
    (satu,) = json.loads(must(data, "register", "tindak_lanjut", "--format", "json"))
    assert satu["keputusan"] == "Cari **************** di Dinsos"
    assert satu["dicatat_oleh"] == "Sekretariat" and satu["dicatat_pada"].startswith("20")
    assert (satu["tanggal_rapat"], satu["tanggal_selesai"]) == ("2026-04-14", None)
    assert "TL-1" in must(data, "register", "tindak_lanjut")
    assert "belum berisi" in must(data, "register", "regulasi")


def test_only_registers_have_one(data: Path) -> None:
    with pytest.raises(Penolakan, match="bukan register"):
        register.rows(data, "peserta")
    assert run(data, "register", "peserta").status == 1
    assert run(data, "register", "entah").status == 2


# --- reading ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "periode"),
    [
        ("2026-06", "2026-06"),
        ("Juni 2026", "2026-06"),
        ("06/2026", "2026-06"),
        ("2026-1", "2026-1"),  # a semester, never January
        ("2026-01", "2026-01"),
        ("Semester I 2026", "2026-1"),
        ("Sem. II 2025", "2025-2"),
        ("2025 semester 2", "2025-2"),
        ("2026-TW2", "2026-TW2"),
        ("TW II 2026", "2026-TW2"),
        ("Triwulan IV Tahun 2025", "2025-TW4"),
        ("Q3 2025", "2025-TW3"),
        ("2026-TW5", None),
        ("2026-3", "2026-03"),
        ("tahun depan", None),
    ],
)
def test_periods(teks: str, periode: str | None) -> None:
    assert parse_periode(teks) == periode


def test_a_report_must_have_a_period_of_its_duty(baca_uji: Pembaca) -> None:
    hasil = baca_uji(
        "laporan_masuk",
        "kewajiban,periode,tanggal_terima\nSEMESTER,2026-06,2026-07-10\nRekap bulanan,Juni 2026,10/07/2026\n"
        "Laporan pengawasan tiga bulanan,TW II 2026,10 Juli 2026\nREKAP_BULANAN,2026-1,2026-07-10\n"
        "ENTAH,2026-1,2026-07-10\n",
    )
    assert kolom(hasil, "kewajiban", "periode") == [
        ("REKAP_BULANAN", "2026-06"),
        ("PENGAWASAN_3BULAN", "2026-TW2"),
    ]
    assert alasan(hasil) == {2: "TANGGAL_TIDAK_SAH", 5: "TANGGAL_TIDAK_SAH", 6: "KODE_TIDAK_DIKENAL"}
    assert hasil.cakupan == ["PENGAWASAN_3BULAN|2026-TW2", "REKAP_BULANAN|2026-06"]


def test_owners_are_offices_or_whoever_was_written(baca_uji: Pembaca) -> None:
    isi = [f"T{n},2026-04-14,Edaran,{siapa},2026-05-01,proses,," for n, siapa in enumerate(
        ("Dinas Sosial", "bpjstk", "DESA-99.01.01.2001", "Kepala Desa  Suka Maju", "Kecamatan Maju"))]  # fmt: skip
    hasil = baca_uji("tindak_lanjut", "\n".join([KEPALA, *isi]) + "\n")
    assert kolom(hasil, "pemilik") == [
        "DINSOS", "BPJSTK", "DESA-99.01.01.2001", "Kepala Desa Suka Maju", "KEC-99.01.01",
    ]  # fmt: skip
    assert set(kolom(hasil, "status")) == {"TERBUKA"}


def test_the_file_of_a_rule_is_not_the_file_it_came_in(baca_uji: Pembaca) -> None:
    hasil = baca_uji("regulasi", "nomor,tanggal,tentang,status,berkas\n1/2026,2026-01-02,Iuran,berlaku,perbup.pdf\n",
                     nama="kiriman.csv")  # fmt: skip
    assert kolom(hasil, "isi_berkas", "berkas") == [("perbup.pdf", "kiriman.csv")]
    assert kolom(hasil, "status") == ["BERLAKU"]

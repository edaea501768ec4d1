"""Rows set aside go out as a workbook and come back corrected (sources.md 1, "Set-aside rows")."""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from etl import cache, kiriman, muat, perbaikan
from ucj import peraturan
from ucj.penolakan import Penolakan

KEPALA = ["Bulan", "NIK KTP", "Nama TK", "Segmen", "Program", "Kode Desa", "Upah", "Catatan"]
Isi = list[list[Any]]


def nik(nomor: int) -> str:
    return f"990101010790{nomor:04d}"


def baris(nomor: int, **ganti: str) -> list[str]:
    isi = {
        "Bulan": "2026-06", "NIK KTP": nik(nomor), "Nama TK": f"NAMA {nomor}", "Segmen": "PU", "Program": "JKK,JKM",
        "Kode Desa": "99.01.01.2001", "Upah": "1000000", "Catatan": "",
    }  # fmt: skip
    return [(isi | ganti)[nama] for nama in KEPALA]


def write_csv(path: Path, isi: list[list[str]]) -> Path:
    path.write_text("\n".join(";".join(satu) for satu in [KEPALA, *isi]) + "\n")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


@pytest.fixture
def kiriman_juni(data: Path, tmp_path: Path) -> kiriman.Kiriman:
    """Two good rows, and one row for each way of being wrong that a sender can mend."""
    isi = [
        baris(1),
        baris(2, **{"NIK KTP": nik(2)[:-1]}),  # row 3: a digit short
        baris(3, Segmen="PUU"),  # row 4: NIK right, another cell wrong
        baris(4, **{"Upah": "satu juta", "NIK KTP": "9901013202900004"}),  # row 5: two reasons
        baris(5),
        baris(5, **{"Nama TK": "LAIN"}),  # row 7: double of row 6
        baris(8, Catatan="=1+1", Segmen=""),  # row 8: a text that looks like a formula
    ]
    k = muat.load(data, "peserta", [write_csv(tmp_path / "Juni.csv", isi)], diterima=date(2026, 7, 11))
    assert k is not None
    return k


def export(data: Path, out: Path, sumber: str | None = "peserta") -> dict[str, Isi]:
    """Sheet name -> rows of the workbook of rejects."""
    perbaikan.write_rejects(data, sumber, out)
    buku = CalamineWorkbook.from_path(out)
    return {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in buku.sheet_names}


def save(path: Path, lembar: dict[str, Isi]) -> Path:
    """What a spreadsheet program makes of it: the cells, nothing else of our making."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as buku:
        for nama, isi in lembar.items():
            tujuan = buku.add_worksheet(nama)
            for r, satu in enumerate(isi):
                for k, sel in enumerate(satu):
                    if isinstance(sel, str):
                        tujuan.write_string(r, k, sel)
                    else:
                        tujuan.write_number(r, k, sel)
    return path


def edit(lembar: dict[str, Isi], nomor_baris: int, judul: str, nilai: Any) -> None:
    """Type over one cell, found by the row of the original file and its heading."""
    for isi in lembar.values():
        for satu in isi[1:]:
            if satu[isi[0].index("Baris asal")] == nomor_baris:
                satu[isi[0].index(judul)] = nilai
                return
    raise AssertionError(f"row {nomor_baris} is not in the workbook")


def correct(data: Path, tmp_path: Path, ubah: Callable[[dict[str, Isi]], None], sumber: str = "peserta") -> Any:
    lembar = export(data, tmp_path / "ekspor.xlsx")
    ubah(lembar)
    return muat.receive(data, sumber, [save(tmp_path / "perbaikan.xlsx", lembar)])


def numbers(data: Path, k: kiriman.Kiriman) -> tuple[list[int], list[int]]:
    """Row numbers loaded and set aside."""
    return (
        cache.read(kiriman.path_dimuat(data, k))["nomor_baris"].to_list(),
        cache.read(kiriman.path_sisih(data, k))["nomor_baris"].to_list(),
    )


# --- the workbook -------------------------------------------------------------------------------------------


def test_one_line_per_row_with_reasons_and_what_to_do(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    ((_, isi),) = export(data, tmp_path / "a.xlsx").items()
    judul, *rows = isi

    assert judul[:3] == ["Baris asal", "Alasan disisihkan", "Yang harus dilakukan"]
    assert judul[3:11] == KEPALA
    assert [row[0] for row in rows] == [3, 4, 5, 7, 8]
    alasan = {row[0]: row[1] for row in rows}
    saran = {row[0]: row[2] for row in rows}
    assert "NIK_TIDAK_SAH (PANJANG)" in alasan[3]
    assert "16 angka" in saran[3]
    assert "NIK_TIDAK_SAH (TANGGAL)" in alasan[5]
    assert "ANGKA_TIDAK_SAH" in alasan[5]
    assert "GANDA" in alasan[7]
    assert "KOLOM_KOSONG" in alasan[8]
    assert all(saran.values())


def test_originals_are_shown_and_the_nik_is_masked(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    ((_, isi),) = export(data, tmp_path / "a.xlsx").items()
    row = {satu[0]: dict(zip(isi[0], satu, strict=True)) for satu in isi[1:]}

    assert row[4]["NIK KTP"] == "990101********03"
    assert row[3]["NIK KTP"] == "990101*******00"
    assert (row[4]["Segmen"], row[5]["Upah"], row[4]["Nama TK"]) == ("PUU", "satu juta", "NAMA 3")


def test_no_cell_is_a_formula_and_no_nik_is_inside(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    ((_, isi),) = export(data, tmp_path / "a.xlsx").items()
    with zipfile.ZipFile(tmp_path / "a.xlsx") as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()
        semua = b"".join(arsip.read(nama) for nama in arsip.namelist())

    assert "=1+1" in isi[-1]
    assert "<f>" not in lembar
    assert nik(3).encode() not in semua


def test_the_hash_of_the_delivery_is_there_and_hidden(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    ((_, isi),) = export(data, tmp_path / "a.xlsx").items()
    posisi = isi[0].index("pantau:sha256")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()

    assert {row[posisi] for row in isi[1:]} == set(kiriman_juni.sha256)
    assert f'<col min="{posisi + 1}" max="{len(isi[0])}"' in lembar
    assert 'hidden="1"' in lembar


def test_wrong_cells_are_coloured(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    perbaikan.write_rejects(data, None, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as arsip:
        lembar = arsip.read("xl/worksheets/sheet1.xml").decode()

    def style(sel: str) -> str:
        return lembar.split(f'<c r="{sel}" s="')[1].split('"')[0]

    wrong, right = style("E2"), style("D2")  # row 3: its NIK, its month
    assert wrong != right
    assert style("G3") == wrong  # row 4: its segment
    assert style("E3") == right
    assert {style("E4"), style("J4")} == {wrong}  # row 5: NIK and wage


def test_one_sheet_per_delivery_and_one_source_or_all(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    mei = [baris(n, Bulan="2026-05") for n in range(1, 4)] + [baris(9, Bulan="2026-05", Segmen="XX")]
    muat.load(data, "peserta", [write_csv(tmp_path / "mei.csv", mei)])
    (tmp_path / "t.csv").write_text(
        "seri,kode_indikator,tahun,tingkat,nilai\nRPJMD,UCJ-01,2026,KABUPATEN,50\nRPJMD,UCJ-01,dua,KABUPATEN,50\n"
    )
    muat.load(data, "target", [tmp_path / "t.csv"])

    assert list(export(data, tmp_path / "a.xlsx")) == ["peserta 2026-06", "peserta 2026-05"]
    assert len(export(data, tmp_path / "b.xlsx", None)) == 3


def test_nothing_to_correct_gives_a_workbook_that_says_so(data: Path, tmp_path: Path) -> None:
    assert perbaikan.write_rejects(data, None, tmp_path / "a.xlsx") == 0
    assert not perbaikan.is_perbaikan(tmp_path / "a.xlsx")


# --- back in ------------------------------------------------------------------------------------------------


def test_corrected_rows_join_their_delivery_and_the_rest_stays(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    def ubah(lembar: dict[str, Isi]) -> None:
        edit(lembar, 3, "NIK KTP", nik(2))  # overwritten: the new NIK
        edit(lembar, 4, "Segmen", "PU")  # NIK left masked: the original
        edit(lembar, 5, "Upah", "1.500.000")  # only one of its two faults

    before = kiriman.status(data)["pengiriman"][0]
    hasil = correct(data, tmp_path, ubah)

    (k,) = kiriman.daftar(data)
    assert hasil.kejadian == "PERBAIKAN"
    assert numbers(data, k) == ([2, 3, 4, 6], [5, 7, 8])
    after = kiriman.status(data)["pengiriman"][0]
    alasan = {"KOLOM_KOSONG": 1, "NIK_TIDAK_SAH": 1, "ANGKA_TIDAK_SAH": 1, "GANDA": 1}
    changed = {"dimuat": 4, "disisihkan": 3, "alasan": alasan, "catatan": after["catatan"]}
    assert after == before | changed
    assert after["dibaca"] == after["dimuat"] + after["disisihkan"] == 7
    assert "2 baris diperbaiki" in " ".join(hasil.kalimat)


def test_the_people_are_those_that_a_right_file_would_give(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    def ubah(lembar: dict[str, Isi]) -> None:
        edit(lembar, 3, "NIK KTP", nik(2))
        edit(lembar, 4, "Segmen", "PU")

    correct(data, tmp_path, ubah)
    (k,) = kiriman.daftar(data)
    mended = cache.read(kiriman.path_dimuat(data, k))
    right = muat.load(data, "peserta", [write_csv(tmp_path / "b.csv", [baris(n) for n in (1, 2, 3)])], ganti=True)
    assert right is not None

    wanted = cache.read(kiriman.path_dimuat(data, right))
    assert mended.head(3).drop("berkas", "lembar").equals(wanted.drop("berkas", "lembar"))


def test_all_corrected_gives_what_a_right_file_gives(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    def ubah(lembar: dict[str, Isi]) -> None:
        edit(lembar, 3, "NIK KTP", nik(2))
        edit(lembar, 4, "Segmen", "PU")
        edit(lembar, 5, "Upah", "1500000")
        edit(lembar, 5, "NIK KTP", nik(4))
        edit(lembar, 7, "NIK KTP", nik(7))
        edit(lembar, 8, "Segmen", "BPU")

    correct(data, tmp_path, ubah)

    (k,) = kiriman.daftar(data)
    assert numbers(data, k) == ([2, 3, 4, 5, 6, 7, 8], [])
    assert (k.dimuat, k.disisihkan, k.alasan) == (7, 0, {})


def test_the_same_correction_again_changes_nothing(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    lembar = export(data, tmp_path / "ekspor.xlsx")
    edit(lembar, 4, "Segmen", "PU")
    path = save(tmp_path / "perbaikan.xlsx", lembar)
    muat.load(data, "peserta", [path])
    status = kiriman.status(data)

    muat.load(data, "peserta", [path])

    assert kiriman.status(data) == status


def test_an_untouched_workbook_changes_nothing(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    status = kiriman.status(data)
    correct(data, tmp_path, lambda lembar: None)
    assert kiriman.status(data) == status


def test_corrections_may_come_one_after_the_other(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    correct(data, tmp_path, lambda lembar: edit(lembar, 4, "Segmen", "PU"))
    correct(data, tmp_path, lambda lembar: edit(lembar, 3, "NIK KTP", nik(2)))

    (k,) = kiriman.daftar(data)
    assert numbers(data, k) == ([2, 3, 4, 6], [5, 7, 8])
    assert k.revisi == 2
    muat.clean(data)
    names = {path.name for path in (data / "cache" / "peserta").iterdir()}
    assert names == {kiriman.path_dimuat(data, k).name, kiriman.path_sisih(data, k).name}


def test_a_row_corrected_into_a_double_stays_aside(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    """Row 3 stands before row 6 in the file, but row 6 is loaded already, and a correction replaces nothing."""
    correct(data, tmp_path, lambda lembar: edit(lembar, 3, "NIK KTP", nik(5)))

    (k,) = kiriman.daftar(data)
    assert numbers(data, k) == ([2, 6], [3, 4, 5, 7, 8])


def test_a_nik_typed_as_a_number_stays_aside(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    correct(data, tmp_path, lambda lembar: edit(lembar, 3, "NIK KTP", float(nik(2))))

    (k,) = kiriman.daftar(data)
    assert 3 in numbers(data, k)[1]


def test_a_row_moved_into_the_month_of_another_delivery_stays_aside(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    muat.load(data, "peserta", [write_csv(tmp_path / "mei.csv", [baris(n, Bulan="2026-05") for n in (1, 2)])])

    def ubah(lembar: dict[str, Isi]) -> None:
        edit(lembar, 4, "Segmen", "PU")
        edit(lembar, 4, "Bulan", "2026-05")

    hasil = correct(data, tmp_path, ubah)

    assert [k.dimuat for k in kiriman.daftar(data)] == [2, 2]
    assert "2026-05" in " ".join(hasil.kalimat)


def test_a_correction_to_a_replaced_delivery_is_refused(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    lembar = export(data, tmp_path / "ekspor.xlsx")
    edit(lembar, 4, "Segmen", "PU")
    path = save(tmp_path / "perbaikan.xlsx", lembar)
    muat.load(
        data, "peserta", [write_csv(tmp_path / "baru.csv", [baris(n) for n in (1, 2, 3)])], diterima=date(2026, 7, 12)
    )
    status = kiriman.status(data)

    with pytest.raises(Penolakan, match="digantikan"):
        muat.load(data, "peserta", [path])
    assert kiriman.status(data) == status


def test_a_correction_does_not_count_as_received_later(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    correct(data, tmp_path, lambda lembar: edit(lembar, 4, "Segmen", "PU"))
    (k,) = kiriman.daftar(data)
    assert (k.diterima, k.berlaku_sejak, k.berlaku_pada) == (
        kiriman_juni.diterima, kiriman_juni.berlaku_sejak, kiriman_juni.berlaku_pada,
    )  # fmt: skip
    assert "etl build" in " ".join(kiriman.status(data)["langkah"])


def test_other_source_other_folder_or_mixed_files_are_refused(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    perbaikan.write_rejects(data, None, tmp_path / "a.xlsx")
    other = tmp_path / "lain"
    peraturan.init(other, "umum", "99.01", "Kabupaten Contoh")

    with pytest.raises(Penolakan, match="peserta"):
        muat.load(data, "target", [tmp_path / "a.xlsx"])
    with pytest.raises(Penolakan, match="folder data"):
        muat.load(other, "peserta", [tmp_path / "a.xlsx"])
    with pytest.raises(Penolakan, match="terpisah"):
        muat.load(data, "peserta", [tmp_path / "a.xlsx", write_csv(tmp_path / "b.csv", [baris(1)])])


def test_a_workbook_that_lost_its_hidden_columns_says_so(
    data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman
) -> None:
    lembar = export(data, tmp_path / "a.xlsx")
    for isi in lembar.values():
        isi[0][-1] = ""
    with pytest.raises(Penolakan, match="kolom tersembunyi"):
        muat.load(data, "peserta", [save(tmp_path / "b.xlsx", lembar)])


# --- other kinds of file ------------------------------------------------------------------------------------


def test_letterhead_isi_and_number_cells_hold_for_corrected_rows_too(data: Path, tmp_path: Path) -> None:
    """The workbook has neither the letterhead nor the --isi of the delivery: its rows are read with both."""
    path = save(
        tmp_path / "surat.xlsx",
        {
            "Data": [
                ["PEMERINTAH KABUPATEN CONTOH"],
                ["DAFTAR PESERTA BULAN JUNI 2026"],
                [],
                ["No", "NIK", "Nama", "Segmen"],
                [1, nik(1), "SATU", "PU"],
                [2, float(nik(2)), "DUA", "PU"],  # typed as a number
                [3, nik(3), "TIGA", "P U X"],
            ]
        },
    )
    muat.load(data, "peserta", [path], isi={"program": "JKK"})

    def ubah(lembar: dict[str, Isi]) -> None:
        edit(lembar, 6, "NIK", nik(2))
        edit(lembar, 7, "Segmen", "BPU")

    correct(data, tmp_path, ubah)

    (k,) = kiriman.daftar(data)
    rows = cache.read(kiriman.path_dimuat(data, k))
    assert rows["nomor_baris"].to_list() == [5, 6, 7]
    assert rows["bulan"].unique().to_list() == [date(2026, 6, 1)]
    assert rows["is_jkk"].all()
    assert rows["nik_samar"].to_list() == ["990101********01", "990101********02", "990101********03"]
    assert k.disisihkan == 0


def test_several_files_and_sheets_are_told_apart(data: Path, tmp_path: Path) -> None:
    kepala = ["bulan", "nik", "segmen", "program"]
    satu = save(
        tmp_path / "satu.xlsx",
        {"PU": [kepala, ["2026-06", nik(1), "PU", "JKK"], ["2026-06", nik(2), "X", "JKK"]],
         "BPU": [kepala, ["2026-06", nik(3), "BPU", "JKK"], ["2026-06", nik(4), "Y", "JKK"]]},
    )  # fmt: skip
    (tmp_path / "dua.csv").write_text(
        "\n".join([",".join(kepala), f"2026-06,{nik(5)},PU,JKK", f"2026-06,{nik(6)},Z,JKK"])
    )
    muat.load(data, "peserta", [satu, tmp_path / "dua.csv"])
    lembar = export(data, tmp_path / "ekspor.xlsx")
    ((_, isi),) = lembar.items()
    assert isi[0][1:3] == ["Berkas asal", "Lembar asal"]
    assert [row[:3] for row in isi[1:]] == [[3, "satu.xlsx", "PU"], [3, "satu.xlsx", "BPU"], [3, "dua.csv", ""]]
    for row, segmen in zip(isi[1:], ("PU", "BPU", "PMI"), strict=True):
        row[isi[0].index("segmen")] = segmen

    muat.load(data, "peserta", [save(tmp_path / "perbaikan.xlsx", lembar)])

    (k,) = kiriman.daftar(data)
    rows = cache.read(kiriman.path_dimuat(data, k))
    assert k.disisihkan == 0
    assert dict(zip(rows["nik_samar"].str.slice(-1).to_list(), rows["segmen"].to_list(), strict=True)) == {
        "1": "PU", "2": "PU", "3": "BPU", "4": "BPU", "5": "PU", "6": "PMI",
    }  # fmt: skip


def test_a_row_with_too_many_cells_can_be_straightened(data: Path, tmp_path: Path) -> None:
    isi = [baris(1), [*baris(2), "LEBIH"]]
    muat.load(data, "peserta", [write_csv(tmp_path / "a.csv", isi)])

    correct(data, tmp_path, lambda lembar: None)
    assert kiriman.daftar(data)[0].alasan == {"KOLOM_LEBIH": 1}
    correct(data, tmp_path, lambda lembar: edit(lembar, 3, "Kolom 9", ""))
    assert kiriman.daftar(data)[0].disisihkan == 0


def test_one_cell_of_a_pivot(data: Path, tmp_path: Path) -> None:
    """A row of a pivot is one row per segment: the cells that were right are loaded already."""
    path = save(
        tmp_path / "rekap.xlsx",
        {"Rekap": [["REKAP JUNI 2026"], ["Kode Kecamatan", "PU", "BPU", "JAKON"],
                   ["99.01.01", 10, "dua puluh", "?"], ["99.01.02", 40, 50, 60]]},
    )  # fmt: skip
    k = muat.load(data, "rekap_bpjs", [path], isi={"basis": "DOMISILI"})
    assert k is not None
    assert (k.dibaca, k.dimuat, k.disisihkan) == (6, 4, 2)
    lembar = export(data, tmp_path / "ekspor.xlsx", "rekap_bpjs")
    assert len(next(iter(lembar.values()))) == 2, "one line for the one row of the file"

    edit(lembar, 3, "BPU", 20)
    muat.load(data, "rekap_bpjs", [save(tmp_path / "p1.xlsx", lembar)])

    (k,) = kiriman.daftar(data)
    assert (k.dibaca, k.dimuat, k.disisihkan) == (6, 5, 1)
    edit(lembar, 3, "JAKON", 30)
    muat.load(data, "rekap_bpjs", [save(tmp_path / "p2.xlsx", lembar)])
    (k,) = kiriman.daftar(data)
    assert (k.dibaca, k.dimuat, k.disisihkan) == (6, 6, 0)
    rows = cache.read(kiriman.path_dimuat(data, k))
    assert sorted(rows["jumlah_aktif"].to_list()) == [10, 20, 30, 40, 50, 60]


def test_the_corrected_workbook_is_kept(data: Path, tmp_path: Path, kiriman_juni: kiriman.Kiriman) -> None:
    correct(data, tmp_path, lambda lembar: edit(lembar, 4, "Segmen", "PU"))
    (k,) = kiriman.daftar(data)
    kept = kiriman.path_raw(data, k) / "perbaikan" / "1-1.xlsx"
    assert kept.read_bytes() == (tmp_path / "perbaikan.xlsx").read_bytes()
    manifes = json.loads((kiriman.path_raw(data, k) / kiriman.MANIFES).read_text())
    assert manifes["revisi"] == 1

"""Files of charts and tables opened again: the values of the screen, four signs kept apart, no formula, equal bytes."""

import csv
import io
import json
import re
import threading
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from tests.ucj import bentuk
from ucj import ekspor, format, html
from ucj.charts import DIRAHASIAKAN, TIDAK_BERLAKU, Bar, Batang, Panas
from ucj.charts.batas import Batas
from ucj.charts.deskripsi import tulis
from ucj.ekspor import Asal
from ucj.html import Kolom

BATAS = Batas(bentuk.fitur())
ASAL = Asal("Kabupaten Contoh", "20260712T000000-abc", True, date(2026, 6, 30), "Rapat 14 Juli")
NYATA = Asal("Kabupaten Contoh", "20260712T000000-abc", False, date(2026, 6, 30))
ISI_XML = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_csv(isi: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(isi.decode("utf-8-sig")), delimiter=";"))


def read_xlsx(isi: bytes, lembar: str = "Data") -> list[list]:
    return CalamineWorkbook.from_filelike(io.BytesIO(isi)).get_sheet_by_name(lembar).to_python()


def xml(isi: bytes, nama: str) -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        return ElementTree.fromstring(arsip.read(nama))


def pola_sel(isi: bytes) -> dict[str, str]:
    """The number code of each cell of the sheet Data, by its address."""
    gaya = xml(isi, "xl/styles.xml")
    kode = {n.get("numFmtId"): n.get("formatCode") for n in gaya.iter(f"{ISI_XML}numFmt")} | {
        "0": "General",
        "3": "#,##0",
    }
    urut = [x.get("numFmtId") for x in gaya.find(f"{ISI_XML}cellXfs")]
    return {
        c.get("r"): kode[urut[int(c.get("s", 0))]] for c in xml(isi, "xl/worksheets/sheet1.xml").iter(f"{ISI_XML}c")
    }


def baca(sel: str) -> float | str:
    """A cell of the CSV as Excel in Indonesian reads it."""
    return float(sel.replace(",", ".")) if re.fullmatch(r"-?\d+(,\d+)?", sel) else sel


@pytest.mark.parametrize("nama", bentuk.SEMUA)
def test_csv_and_xlsx_have_the_rows_of_the_tab_tabel(nama):
    d = bentuk.SEMUA[nama]
    kolom, _ = d.tabel()
    isi_csv = read_csv(ekspor.make_grafik(d, "csv", NYATA, BATAS))
    isi_xlsx = read_xlsx(ekspor.make_grafik(d, "xlsx", NYATA, BATAS))
    judul = [f"{k.judul} ({k.satuan})" if k.satuan else k.judul for k in kolom]
    assert isi_csv[0] == judul and isi_xlsx[0] == judul
    for benar, dari_csv, dari_xlsx in zip(d.isi(), isi_csv[1:], isi_xlsx[1:], strict=True):
        for nilai, c, x in zip(benar, dari_csv, dari_xlsx, strict=True):
            if nilai is None:
                assert c == x == "…"
            elif isinstance(nilai, date):
                assert c == f"{nilai:%Y-%m}" and x == nilai
            elif isinstance(nilai, (int, float)):
                assert baca(c) == pytest.approx(nilai, abs=1e-6) and x == pytest.approx(nilai, abs=0)
                assert isinstance(x, float)  # a true number, no text
            else:
                assert c.removeprefix("'") == x == nilai


def test_written_again_the_numbers_read_as_on_the_screen():
    d = bentuk.batang()
    _, layar = d.tabel()
    for baris, tulisan, b in zip(read_csv(ekspor.make_grafik(d, "csv", NYATA))[1:], layar, d.baris, strict=True):
        if b.nilai is not None:
            assert format.persen(baca(baris[1]), b.target) == tulisan[1]
            assert tulis("persen")(None if baris[2] == "…" else baca(baris[2])) == tulisan[2]


def test_four_signs_stay_apart():
    tabel = [
        Kolom("Desa"),
        Kolom("Orang", "orang", angka=True),
    ]
    baris = [["Satu", None], ["Dua", 0], ["Tiga", DIRAHASIAKAN], ["Empat", TIDAK_BERLAKU], ["Lima", "…"], ["Enam", "0"]]
    isi_csv = read_csv(ekspor.make_tabel("T", tabel, baris, (), "csv", NYATA))
    isi_xlsx = read_xlsx(ekspor.make_tabel("T", tabel, baris, (), "xlsx", NYATA))
    assert [b[1] for b in isi_csv[1:]] == ["…", "0", "<5", "tidak berlaku", "…", "0"]
    assert [b[1] for b in isi_xlsx[1:]] == ["…", 0.0, "<5", "tidak berlaku", "…", 0.0]
    assert all(isinstance(isi_xlsx[i][1], float) for i in (2, 6))


def test_number_codes_never_say_more_than_the_screen():
    d = bentuk.batang()
    isi = ekspor.make_grafik(d, "xlsx", NYATA)
    pola = pola_sel(isi)
    assert pola["B2"] == "#,##0.0"  # 22,4
    assert pola["B4"] == "#,##0.00"  # 43,96 is 43,9 on the screen: one decimal would show 44,0
    orang = ekspor.make_grafik(bentuk.tangga(), "xlsx", NYATA)
    assert pola_sel(orang)["B2"] == "#,##0"


def test_heading_is_frozen_and_simulated_data_say_so_in_the_first_row():
    d = bentuk.garis()
    for asal, baris in ((NYATA, 1), (ASAL, 2)):
        isi = ekspor.make_grafik(d, "xlsx", asal)
        pane = next(xml(isi, "xl/worksheets/sheet1.xml").iter(f"{ISI_XML}pane"))
        assert (pane.get("ySplit"), pane.get("xSplit"), pane.get("state")) == (str(baris), "1", "frozen")
        assert (read_xlsx(isi)[0][0] == ekspor.CONTOH) == asal.simulasi
        assert (read_csv(ekspor.make_grafik(d, "csv", asal))[0] == [ekspor.CONTOH]) == asal.simulasi


def test_csv_opens_by_double_click_in_an_indonesian_excel():
    isi = ekspor.make_grafik(bentuk.batang(), "csv", NYATA)
    assert isi.startswith(b"\xef\xbb\xbf") and b"\r\n" in isi
    assert "43,96;" in isi.decode("utf-8-sig") and "43.96" not in isi.decode()


def test_metadata_say_where_the_figures_come_from():
    d = bentuk.garis()
    meta = dict(read_xlsx(ekspor.make_grafik(d, "xlsx", ASAL), "Metadata"))
    assert meta["Judul"] == d.judul and meta["Subjudul"] == d.subjudul and meta["Satuan"] == "persen"
    assert meta["Basis"] == "menurut KTP" and meta["Sumber"] == d.sumber
    assert meta["Indikator"].startswith("UCJ-01 ") and meta["Dasar hukum"]
    assert meta["Data per"] == "30 Juni 2026" and meta["Terbitan"] == ASAL.build
    assert meta["Dibekukan untuk"] == "Rapat 14 Juli" and meta["Simulasi"] == ekspor.CONTOH
    nyata = dict(read_xlsx(ekspor.make_grafik(d, "xlsx", NYATA), "Metadata"))
    assert "Simulasi" not in nyata and "Dibekukan untuk" not in nyata


def test_legal_basis_is_taken_from_the_source_line_where_no_indicator_is_named():
    isi = ekspor.make_tabel(
        "T", [Kolom("A")], [["x"]], (), "xlsx", NYATA, "Sumber: x. Dasar: LMJ b1, GRS 14(1). Versi 1."
    )
    assert ["Dasar hukum", "LMJ b1, GRS 14(1)"] in read_xlsx(isi, "Metadata")


@pytest.mark.parametrize("jahat", ["=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", bentuk.JAHAT])
def test_no_text_becomes_a_formula(jahat):
    d = Batang(judul=jahat, subjudul=jahat, satuan="orang", baris=[Bar(jahat, 5)], kolom_label=jahat, sumber=jahat)
    isi = ekspor.make_grafik(d, "xlsx", NYATA)
    for lembar in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert not list(xml(isi, lembar).iter(f"{ISI_XML}f")), "formula"
        assert not list(xml(isi, lembar).iter(f"{ISI_XML}hyperlink"))
    assert read_xlsx(isi)[1][0].strip() == jahat.strip()
    baris = read_csv(ekspor.make_grafik(d, "csv", NYATA))
    assert baris[0][0] == f"'{jahat}" and baris[1][0] == f"'{jahat}"
    ekspor.make_grafik(d, "svg", NYATA)


def test_numbers_below_zero_stay_numbers():
    d = Batang(judul="J", subjudul="S", satuan="orang", baris=[Bar("A", -12.5), Bar("-", -3)])
    assert read_csv(ekspor.make_grafik(d, "csv", NYATA))[1:] == [["A", "-12,5"], ["-", "-3"]]
    assert [b[1] for b in read_xlsx(ekspor.make_grafik(d, "xlsx", NYATA))[1:]] == [-12.5, -3.0]


def test_zip_has_everything_and_says_what_it_is():
    d = bentuk.peta()
    isi = ekspor.make_grafik(d, "zip", ASAL, BATAS)
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        stem = d.stem
        assert arsip.namelist() == [
            "BACA-SAYA.txt",
            *(f"{stem}.{j}" for j in ("png", "svg", "xlsx", "csv")),
            "metadata.json",
        ]
        for jenis in ("png", "svg", "xlsx", "csv"):
            assert arsip.read(f"{stem}.{jenis}") == ekspor.make_grafik(d, jenis, ASAL, BATAS)
        meta = json.loads(arsip.read("metadata.json"))
        assert meta["judul"] == d.judul and meta["terbitan"] == ASAL.build and meta["simulasi"] == ekspor.CONTOH
        assert meta["dibekukan_untuk"] == "Rapat 14 Juli" and meta["dasar_hukum"]
        saya = arsip.read("BACA-SAYA.txt").decode("utf-8-sig")
        assert ekspor.CONTOH in saya and d.sumber in saya and f"{stem}.csv" in saya


@pytest.mark.parametrize("jenis", ["xlsx", "csv", "zip"])
def test_equal_figures_give_equal_bytes(jenis):
    for d in bentuk.SEMUA.values():
        assert ekspor.make_grafik(d, jenis, ASAL, BATAS) == ekspor.make_grafik(d, jenis, ASAL, BATAS)


def test_every_kind_has_a_type_and_a_safe_name():
    for d in bentuk.SEMUA.values():
        assert re.fullmatch(r"[a-z0-9-]{1,80}", d.stem)
    assert set(ekspor.MIME) == set(ekspor.JENIS_GRAFIK) >= set(ekspor.JENIS_TABEL)


# --- tables of pages


KOLOM = [
    Kolom("Desa"),
    Kolom("Batang"),
    Kolom("Cakupan", "persen", angka=True),
    Kolom("Rupiah", "Rp", angka=True),
    Kolom("Selisih", "orang", angka=True),
    Kolom("Kata", angka=True),
]
BARIS = [
    [html.tautan("Abung & Co", "desa?x=1"), html.peluru(43.96, 44), html.tanda("PERLU_PERHATIAN", "43,9%"),
     "Rp1.234.567", "\u221212", "2 dari 6"],
    [html.dua_baris("Batu", "Kecamatan <B>"), html.peluru(None), html.dua_baris("41,2%", "kurang 4 orang"),
     "Rp0", "+1.234", "…"],
]  # fmt: skip
JUMLAH = ["Jumlah", "", "42,5%", "Rp1.234.567", "+1.222", ""]


def test_a_table_of_a_page_becomes_numbers_and_words():
    isi = read_xlsx(ekspor.make_tabel("T", KOLOM, BARIS, JUMLAH, "xlsx", NYATA))
    assert isi[0] == ["Desa", "Cakupan (persen)", "Cakupan: keterangan", "Rupiah (Rp)", "Selisih (orang)", "Kata"]
    assert isi[1] == ["Abung & Co", 43.9, "Perlu perhatian", 1234567.0, -12.0, "2 dari 6"]
    assert isi[2] == ["Batu; Kecamatan <B>", 41.2, "kurang 4 orang", 0.0, 1234.0, "…"]
    assert isi[3] == ["Jumlah", 42.5, "", 1234567.0, 1222.0, ""]  # totals where the table has them


def test_a_table_of_a_page_as_csv():
    isi = read_csv(ekspor.make_tabel("T", KOLOM, BARIS, JUMLAH, "csv", ASAL))
    assert isi[0] == [ekspor.CONTOH]
    assert isi[2] == ["Abung & Co", "43,9", "Perlu perhatian", "1234567", "-12", "2 dari 6"]
    assert isi[-1][0] == "Jumlah"


def test_short_rupiah_of_a_chart_are_whole_in_its_files():
    d = Batang(judul="J", subjudul="S", satuan="Rp", baris=[Bar("A", 1_234_567_890)])
    assert read_xlsx(ekspor.make_grafik(d, "xlsx", NYATA))[1][1] == 1_234_567_890
    assert pola_sel(ekspor.make_grafik(d, "xlsx", NYATA))["B2"] == "#,##0"


def test_heat_table_files_keep_value_word_and_not_applicable():
    d: Panas = bentuk.panas()
    isi = read_xlsx(ekspor.make_grafik(d, "xlsx", NYATA))
    assert isi[1] == ["Dinas A", 40555.0, 88.0, "Perlu perhatian; kurang 41 orang", 2.0, "Jauh di bawah target"]
    assert isi[2][2:] == ["tidak berlaku", "", "…", "Belum ada data"]


# --- the log


def test_every_download_is_a_line_and_nothing_else_changes(tmp_path):
    ekspor.append_unduhan(tmp_path, siapa="sekretaris", apa="Cakupan\nnaik", jenis="png", build="b1", beku="Rapat")
    ekspor.append_unduhan(tmp_path, siapa="", apa="Cakupan", jenis="csv", build="b1")
    baris = ekspor.path_catatan(tmp_path).read_text(encoding="utf-8").splitlines()
    assert len(baris) == 2
    satu = json.loads(baris[0])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", satu.pop("waktu"))
    assert satu == {"siapa": "sekretaris", "apa": "Cakupan\nnaik", "jenis": "png", "terbitan": "b1", "beku": "Rapat"}
    assert [b["jenis"] for b in ekspor.read_unduhan(tmp_path)] == ["csv", "png"]
    assert ekspor.read_unduhan(tmp_path)[0]["siapa"] == "-"
    assert [b["jenis"] for b in ekspor.read_unduhan(tmp_path, 1)] == ["csv"]
    assert ekspor.read_unduhan(tmp_path / "lain") == []


def test_lines_of_many_writers_do_not_mix(tmp_path):
    def write(i: int) -> None:
        for _ in range(50):
            ekspor.append_unduhan(tmp_path, siapa=f"u{i}", apa="x" * 250, jenis="png", build="b")

    utas = [threading.Thread(target=write, args=(i,)) for i in range(8)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    semua = ekspor.read_unduhan(tmp_path, 1000)
    assert len(semua) == 400 and all(len(b["apa"]) == 250 for b in semua)


def test_a_log_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "catatan").write_text("a file in the place of the folder")
    with pytest.raises(OSError):
        ekspor.append_unduhan(tmp_path, siapa="-", apa="x", jenis="png", build="b")

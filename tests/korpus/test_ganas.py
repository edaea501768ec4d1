"""Hostile files: a clear refusal, or rows set aside, within bounded time and memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from etl import baca, kiriman
from etl.baca import batas
from etl.muat import load
from tests.bacaan import Pembaca, alasan, buku, kolom
from tests.korpus.kasus import ganti_bagian, nik
from ucj.penolakan import Penolakan
from ucj.peraturan import init

ROOT = Path(__file__).resolve().parents[2]
BUKU = buku({"Data": [["bulan", "nik", "segmen", "program"], ["2026-06", nik(1), "PU", "JKK"]]})
CSV = f"bulan;nik;segmen;program\n2026-06;{nik(1)};PU;JKK\n"
AWAL = b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def _sel(tempat: str, teks: str) -> bytes:
    return f'<c r="{tempat}" t="inlineStr"><is><t>{teks}</t></is></c>'.encode()


KEPALA = (
    b'<row r="1">' + b"".join(map(_sel, ("A1", "B1", "C1", "D1"), ("bulan", "nik", "segmen", "program"))) + b"</row>"
)
BARIS = b'<row r="2">' + b"".join(map(_sel, ("A2", "B2", "C2", "D2"), ("2026-06", nik(1), "PU", "JKK"))) + b"</row>"


def lembar(*isi: bytes, akhir: bytes = b"") -> bytes:
    """The workbook with this sheet: the header, one good row, then ``isi``."""
    xml = b"".join((AWAL, KEPALA, BARIS, *isi, b"</sheetData>", akhir, b"</worksheet>"))
    return ganti_bagian(BUKU, xl__worksheets__sheet1=xml)


def bom(bagian: str, potongan: Iterable[bytes]) -> bytes:
    """The workbook with one part written piece by piece, so that making it costs no memory."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BUKU)) as lama, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            if nama != bagian:
                baru.writestr(nama, lama.read(nama))
        with baru.open(bagian, "w", force_zip64=True) as aliran:
            for satu in potongan:
                aliran.write(satu)
    return hasil.getvalue()


def read_terbatas(sumber: str, path: Path, *, detik: int, megabita: int) -> str:
    """Read a file in a process of its own that may use so much; its output is the refusal or ``dibaca N dimuat M``."""
    kode = """
        import resource, sys, tempfile
        from pathlib import Path
        sumber, path, detik, megabita = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
        import polars
        from etl import baca
        from etl.kontrak import SUMBER
        from ucj.penolakan import Penolakan
        from ucj.peraturan import init
        profil = init(Path(tempfile.mkdtemp(dir=path.parent)), "umum", "99.01", "Kabupaten Contoh")
        resource.setrlimit(resource.RLIMIT_CPU, (detik, detik))
        awal = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            hasil = baca.read(SUMBER[sumber], [path], {}, baca.Konteks(profil, None, b"k" * 32, set()))
            print("dibaca", hasil.dibaca, "dimuat", hasil.dimuat.height)
        except Penolakan as galat:
            print(galat)
        naik = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - awal) // 1024
        assert naik < megabita, f"{naik} MB"
    """
    hasil = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(kode), sumber, str(path), str(detik), str(megabita)],
        cwd=ROOT, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    return hasil.stdout


def test_zip_bomb_is_refused_by_its_declared_size(tmp_path: Path) -> None:
    isi = bom("xl/worksheets/sheet1.xml", [AWAL, KEPALA, *[b" " * 1_000_000] * 1_100, b"</sheetData></worksheet>"])
    assert len(isi) < 2_000_000
    path = tmp_path / "bom.xlsx"
    path.write_bytes(isi)
    assert "1.000 MB setelah dibongkar" in read_terbatas("peserta", path, detik=20, megabita=150)


def test_zip_bomb_that_lies_about_its_size(baca_uji: Pembaca) -> None:
    """The directory says 1,000 bytes; more than that is never unpacked."""
    isi = bytearray(bom("xl/worksheets/sheet1.xml", [b" " * 1_000_000] * 20))
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        besar = arsip.getinfo("xl/worksheets/sheet1.xml").file_size.to_bytes(4, "little")
    for _ in range(isi.count(besar)):
        tempat = isi.index(besar)
        isi[tempat : tempat + 4] = (1_000).to_bytes(4, "little")
    assert "rusak" in baca_uji.tolak("peserta", bytes(isi))


def test_bomb_in_a_part_that_is_no_sheet(baca_uji: Pembaca) -> None:
    isi = bom("xl/sharedStrings.xml", [b" " * 1_000_000] * 1_001)
    assert "setelah dibongkar" in baca_uji.tolak("peserta", isi)


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (lembar(b'<row r="1048576">' + _sel("XFD1048576", "x") + b"</row>"), "jauh melebihi daftar mana pun"),
        (lembar(b'<row r="1048576"><c s="0" r="XFD1048576"><v>1</v></c></row>'), "jauh melebihi"),
        (lembar(b'<row r="99999999">' + _sel("A99999999", "x") + b"</row>"), "jauh melebihi"),
        (lembar(b"<row>" + b"<c><v>1</v></c>" * 16_000 + b'</row><row r="1048576"><c><v>1</v></c></row>'),
         "jauh melebihi"),
        (lembar(b'<row r="3">' + _sel("XFD3", "x") + b"</row>"), "16.384 kolom"),
        (lembar(b'<row r="3">' + _sel("A3", "x" * 40_000) + b"</row>"), "40.000 huruf"),
        (lembar(b'<row r="200000">' + _sel("J200000", "x") + b"</row>",
                akhir=b"<mergeCells>" + b'<mergeCell ref="A3:J200000"/>' * 200 + b"</mergeCells>"),
         "sel gabungan"),
        (buku({f"S{n}": [["x"]] for n in range(201)}), "201 lembar"),
        (buku({"S": [[f"x{n}" for n in range(1_200)]]}), "1.200 kolom"),
        (b"bulan;nik;segmen;program;" + b"x;" * 5_000 + b"\n", "5.005 kolom"),
        (b"bulan;nik;segmen;program;" + b"x;" * 600_000 + b"\n", "satu baris berisi"),
        (f"bulan;nik;nama;segmen;program\n2026-06;{nik(1)};{'x' * 40_000};PU;JKK\n".encode(), "baris 2"),
        (f"bulan;nik;nama;segmen;program\n2026-06;{nik(1)};{'x' * 200_000};PU;JKK\n".encode(), "sangat panjang"),
        (b"bulan\n" * (batas.BATAS_JUMLAH_BARIS + 1), "3.000.001 baris".replace("001", "002")),
    ],
    ids=["sudut", "sudut-atribut", "baris-99-juta", "tanpa-nomor", "kolom-xfd", "sel-40-ribu", "gabungan", "201-lembar",
         "1200-kolom", "csv-5000-kolom", "csv-satu-baris", "csv-sel", "csv-sel-raksasa", "csv-3-juta-baris"],
)  # fmt: skip
def test_too_large_is_refused_with_what_to_do(baca_uji: Pembaca, isi: bytes, kata: str) -> None:
    pesan = baca_uji.tolak("peserta", isi)
    assert kata in pesan
    assert ("muat" in pesan and "lagi" in pesan) or "satu perintah" in pesan


def test_file_of_a_gigabyte_is_not_even_copied(tmp_path: Path) -> None:
    """One line without end; sparse, so that the test costs no disk."""
    data = tmp_path / "data"
    init(data, "umum", "99.01", "Kabupaten Contoh")
    path = tmp_path / "raksasa.csv"
    with path.open("wb") as berkas:
        berkas.truncate(1_200_000_000)
    with pytest.raises(Penolakan, match=r"1\.200 MB"):
        load(data, "peserta", [path])
    assert not (data / "raw").exists() or not list((data / "raw").glob("*/*"))


def test_a_million_empty_rows(tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    kosong = (b'<row r="%d"><c r="A%d"/><c r="D%d"/></row>' % (n, n, n) for n in range(3, 1_000_001))
    path.write_bytes(bom("xl/worksheets/sheet1.xml", [AWAL, KEPALA, BARIS, *kosong, b"</sheetData></worksheet>"]))
    assert "dibaca 1 dimuat 1" in read_terbatas("peserta", path, detik=60, megabita=600)


def test_a_million_rows_of_separators(tmp_path: Path) -> None:
    path = tmp_path / "kosong.csv"
    path.write_text(CSV + ";;;\n" * 1_000_000)
    assert "dibaca 1 dimuat 1" in read_terbatas("peserta", path, detik=60, megabita=1_200)


def test_last_row_filled_by_a_stray_cell(tmp_path: Path) -> None:
    path = tmp_path / "tersesat.xlsx"
    path.write_bytes(lembar(b'<row r="1048576">' + _sel("A1048576", "x") + b"</row>"))
    assert "dibaca 2 dimuat 1" in read_terbatas("peserta", path, detik=60, megabita=1_200)


def test_entities_and_depth_do_not_unfold(baca_uji: Pembaca) -> None:
    """A "billion laughs" document and 200,000 open tags are refused or read, never unfolded."""
    tawa = b'<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
    xml = AWAL.replace(b"?>", b"?>" + tawa, 1) + b'<row r="1">' + _sel("A1", "&b;") + b"</row></sheetData></worksheet>"
    assert "tidak" in baca_uji.tolak("peserta", ganti_bagian(BUKU, xl__worksheets__sheet1=xml))
    dalam = lembar(b"<a>" * 200_000 + b"</a>" * 200_000)
    assert baca_uji("peserta", dalam).dibaca == 1


@pytest.mark.parametrize("nama", [
    "../../kabur.csv", "/tmp/kabur.csv", "CON.csv", "nul.xlsx", "pengiriman.json", "a" * 240 + ".csv", "..csv",
    "-rf.csv", "baris\nbaru.csv", "spasi .csv ", "batas", "emoji 🙂 <b>.csv", "a:b|c?.csv",
])  # fmt: skip
def test_tricks_in_file_names(tmp_path: Path, nama: str) -> None:
    """The copy lies in the delivery's own folder under a harmless name; the name as sent is kept for people."""
    data = tmp_path / "data"
    init(data, "umum", "99.01", "Kabupaten Contoh")
    asal = tmp_path / "asal" / "dalam" / "lagi"
    asal.mkdir(parents=True)
    path = asal / Path(nama).name
    path.write_text(CSV)
    k = load(data, "peserta", [path])
    assert k is not None
    isi = sorted(p.name for p in kiriman.path_raw(data, k).iterdir())
    assert len(isi) == 2 and "pengiriman.json" in isi
    aman = next(p for p in isi if p != "pengiriman.json")
    assert aman.split(".")[0].lower() not in {"con", "nul"} and len(aman) <= 100
    assert not set(aman) & set('<>:"/\\|?*\n') and aman.strip(" .") == aman and not aman.startswith("-")
    assert json.loads((kiriman.path_raw(data, k) / "pengiriman.json").read_text())["berkas"] == [
        "".join(huruf if huruf.isprintable() else "_" for huruf in path.name)
    ]
    assert not list(tmp_path.glob("kabur*"))


def test_broken_central_directory(baca_uji: Pembaca) -> None:
    """Offsets that point before the file."""
    isi = bytearray(BUKU)
    awal = isi.rindex(b"PK\x05\x06")
    isi[awal + 12 : awal + 16] = (2**31).to_bytes(4, "little")
    assert "rusak" in baca_uji.tolak("peserta", bytes(isi))


@pytest.mark.parametrize(
    "nilai", ["9" * 40, "9" * 40 + ",5", "9223372036854775807,6", "1e400", "-" + "9" * 30, "²", "٣٣"]
)
def test_numbers_without_measure(baca_uji: Pembaca, nilai: str) -> None:
    hasil = baca_uji(
        "peserta", f"bulan;nik;segmen;program;rp_upah\n2026-06;{nik(1)};PU;JKK;{nilai}\n2026-06;{nik(2)};PU;JKK;1\n"
    )
    assert alasan(hasil).keys() == {2}
    assert kolom(hasil, "rp_upah") == [1]


def test_a_nik_in_the_wrong_column_is_never_shown(baca_uji: Pembaca) -> None:
    """Columns that slipped: the NIK stands where the sector should be, and in a heading."""
    hasil = baca_uji(
        "peserta",
        f"bulan;nik;segmen;program;sektor;{nik(7)}\n2026-06;{nik(1)};PU;JKK;{nik(2)};x\n2026-06;{nik(3)};PU;JKX;;{nik(4)}\n",
    )
    teks = "\n".join(hasil.catatan) + json.dumps(hasil.sisih["asli"].to_list()) + str(hasil.sisih["rincian"].to_list())
    for nomor in (1, 2, 3, 4, 7):
        assert nik(nomor) not in teks
    assert isinstance(hasil, baca.Hasil)

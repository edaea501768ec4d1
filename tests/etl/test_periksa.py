"""The dry run, the recognition of files, and taking a delivery back."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from etl import kiriman, muat
from etl.kontrak import SUMBER
from etl.templat import write_template
from tests.perintah import must, run, status
from ucj import peraturan

KEPALA = "bulan,nik,nama,segmen,program,kode_desa,rp_upah"


def nik(nomor: int) -> str:
    return f"990101010790{nomor:04d}"


def orang(dari: int, sampai: int, bulan: str = "2026-06") -> list[str]:
    return [f"{bulan},{nik(n)},NAMA {n},PU,JKK,99.01.01.2001,2000000" for n in range(dari, sampai + 1)]


def write(path: Path, baris: list[str], kepala: str = KEPALA) -> Path:
    path.write_text("\n".join([kepala, *baris]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


def sidik(data: Path) -> dict[str, tuple[str, int]]:
    """Every file with its content and time of change, every folder with its name."""
    return {
        path.relative_to(data).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "",
            path.stat().st_mtime_ns,
        )
        for path in [data, *data.rglob("*")]
    }


def periksa(data: Path, sumber: str, *kata: str) -> dict[str, Any]:
    return json.loads(run(data, "load", sumber, *kata, "--periksa", "--format", "json").keluaran)


def test_a_dry_run_leaves_the_folder_byte_identical(data: Path, tmp_path: Path) -> None:
    berkas = write(tmp_path / "juni.csv", orang(1, 30))
    baru = sidik(data)
    periksa(data, "peserta", str(berkas))
    assert sidik(data) == baru, "also before the first load: no key, no lock"

    muat.load(data, "peserta", [berkas])
    sebelum = sidik(data)
    lain = write(tmp_path / "lain.csv", [*orang(1, 20), *orang(21, 22, "2026-07"), "2026-06,99,X,PU,JKK,,"])
    for kata in (
        [str(lain)],
        [str(berkas)],
        [str(lain), "--pengirim", "BPJS", "--isi", "sektor=A1"],
        [str(write(tmp_path / "sedikit.csv", orang(1, 3)))],
        [str(write(tmp_path / "bukan.csv", ["1,2"], "a,b"))],
    ):
        run(data, "load", "peserta", *kata, "--periksa", "--format", "json")
    assert sidik(data) == sebelum


def test_a_dry_run_says_what_a_load_then_does(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "mei.csv", orang(1, 40, "2026-05"))], pengirim="BPJS")
    muat.load(data, "peserta", [write(tmp_path / "juni.csv", orang(1, 40))], diterima=date(2026, 7, 11))
    salah = f"2026-06,{nik(50)[:-1]},NAMA,PU,JKK,,"
    berkas = write(tmp_path / "juni2.csv", [*orang(1, 30), salah])
    kata = periksa(data, "peserta", str(berkas), "--diterima", "2026-07-12")
    assert kata["mengganti"][0]["baris_lama"] == 40 and kata["mengganti"][0]["baris_baru"] == 30
    assert kata["mengganti"][0]["dipakai"] and kata["kejadian"] == "BARU"
    assert len(kata["peringatan"]) == 2, "against the delivery in force and against May"
    k = muat.load(data, "peserta", [berkas], diterima=date(2026, 7, 12))
    assert k is not None
    assert (kata["dibaca"], kata["dimuat"], kata["disisihkan"]) == (k.dibaca, k.dimuat, k.disisihkan) == (31, 30, 1)
    assert (kata["alasan"], kata["cakupan"], kata["catatan"]) == (k.alasan, list(k.cakupan), list(k.catatan))
    assert kata["sisih"][0] == {
        "baris": 32,
        "lembar": "",
        "berkas": "juni2.csv",
        "alasan": "NIK_TIDAK_SAH (PANJANG): NIK tidak sah",
        "sel": [{"judul": "nik", "isi": f"990101{'*' * 7}05"}],
        "saran": "NIK harus tepat 16 angka; lengkapi dari KTP.",
    }
    assert periksa(data, "peserta", str(berkas))["kejadian"] == "SAMA"


def test_a_dry_run_shows_no_nik(data: Path, tmp_path: Path) -> None:
    baris = [f"2026-06,{nik(1)},{nik(2)},PU,JKK,,", f"2026-06,{nik(3)[:-2]},9901 0101 0790 0004,PU,JKK,,"]
    teks = run(data, "load", "peserta", str(write(tmp_path / "a.csv", baris)), "--periksa", "--format", "json").keluaran
    assert json.loads(teks)["dimuat"] == 1
    polos = teks.replace(" ", "")
    assert not any(nik(n)[:14] in polos for n in (1, 2, 3, 4))


def test_what_a_load_would_refuse_is_said_with_the_rows(data: Path, tmp_path: Path) -> None:
    muat.load(data, "peserta", [write(tmp_path / "juni.csv", orang(1, 40))])
    jawaban = run(data, "load", "peserta", str(write(tmp_path / "s.csv", orang(1, 5))), "--periksa", "--format", "json")
    assert jawaban.status == 1 and "--ganti" in jawaban.galat
    assert json.loads(jawaban.keluaran)["perlu_ganti"]
    rusak = periksa(data, "peserta", str(write(tmp_path / "r.csv", ["2026-06,1,A,PU,JKK,,"])))
    assert rusak["tolak"].startswith("Tidak satu pun") and not rusak["perlu_ganti"] and len(rusak["sisih"]) == 1


@pytest.mark.parametrize("sumber", list(SUMBER))
def test_every_template_is_recognised(data: Path, tmp_path: Path, sumber: str) -> None:
    buku = tmp_path / "buku.xlsx"
    write_template(sumber, buku)
    hasil = json.loads(must(data, "kenali", str(buku), "--format", "json"))
    assert hasil["sumber"][0]["sumber"] == sumber and hasil["yakin"] and not hasil["sumber"][0]["kurang"]


@pytest.mark.parametrize(
    ("nama", "judul", "sumber"),
    [
        (
            "data.csv",
            "No KPJ,nik_ktp,nama_tk,tgl_lahir,tgl_kepesertaan,jumlah_upah,program: JKK,program: JKM",
            "peserta",
        ),
        ("daftar.csv", "No,NIK,Nama,Unit Kerja,Jabatan,OPD", "pekerja_binaan"),
        ("dpa.csv", "Kode Rekening,Uraian,Sub Kegiatan,Sumber Dana,Pagu", "anggaran"),
        ("rekap juni.csv", "Kecamatan,PU,BPU,Jakon,Jumlah", "rekap_bpjs"),
        ("desa.csv", "Kode Desa,Nama Desa,Kode Kecamatan,Nama Kecamatan,Jenis", "wilayah"),
    ],
)
def test_headings_of_real_files_are_recognised(data: Path, tmp_path: Path, nama: str, judul: str, sumber: str) -> None:
    berkas = write(tmp_path / nama, [",".join("1" for _ in judul.split(","))], judul)
    assert json.loads(must(data, "kenali", str(berkas), "--format", "json"))["sumber"][0]["sumber"] == sumber


def test_persons_taken_for_headings_are_not_told(data: Path, tmp_path: Path) -> None:
    berkas = write(tmp_path / "a.csv", orang(2, 4), orang(1, 1)[0])
    assert nik(1) not in must(data, "kenali", str(berkas), "--format", "json")


def test_undo_puts_back_what_was_replaced_and_only_that(data: Path, tmp_path: Path) -> None:
    tiga = write(tmp_path / "tiga.csv", [*orang(1, 9, "2026-04"), *orang(1, 9, "2026-05"), *orang(1, 9)])
    muat.load(data, "peserta", [tiga])
    muat.load(data, "peserta", [write(tmp_path / "mei.csv", orang(1, 8, "2026-05"))])
    muat.load(data, "peserta", [write(tmp_path / "juni.csv", [*orang(1, 7), *orang(1, 7, "2026-07")])])
    assert "berlaku lagi tiga.csv" in must(data, "undo")
    semua = kiriman.daftar(data)
    nama = {k.id: k.berkas[0] for k in semua}
    assert {c: nama[i] for (_, c), i in kiriman.berlaku(semua).items()} == {
        "2026-04": "tiga.csv",
        "2026-05": "mei.csv",
        "2026-06": "tiga.csv",
    }
    assert len(list((data / "raw" / "peserta").iterdir())) == 3, "nothing is deleted"
    kembali = muat.receive(data, "peserta", [tmp_path / "juni.csv"])
    assert kembali.kejadian == "BERLAKU_LAGI"
    assert {nama[i] for i in kiriman.berlaku(kiriman.daftar(data)).values()} == {"tiga.csv", "mei.csv", "juni.csv"}


def test_undo_of_what_is_not_there(data: Path, tmp_path: Path) -> None:
    assert run(data, "undo").status == 1
    muat.load(data, "peserta", [write(tmp_path / "juni.csv", orang(1, 9))])
    nomor = kiriman.daftar(data)[0].id
    must(data, "undo", nomor)
    assert "sudah ditarik" in run(data, "undo", nomor).galat
    assert status(data)["pengiriman"][0]["digantikan"]
    assert "daftar peserta" in " ".join(status(data)["langkah"]), "what was taken back is to be delivered again"


def test_rejects_of_one_delivery(data: Path, tmp_path: Path) -> None:
    salah = "2026-06,1,A,PU,JKK,,"
    for nomor, nama in enumerate(("a", "b")):
        bulan = f"2026-0{nomor + 5}"
        isi = [*orang(1, 3, bulan), salah.replace("2026-06", bulan)]
        muat.load(data, "peserta", [write(tmp_path / f"{nama}.csv", isi)])
    k = kiriman.daftar(data)[0]
    out = tmp_path / "p.xlsx"
    assert must(data, "rejects", "--kiriman", k.id, "--out", str(out)).startswith("1 baris")
    hasil = periksa(data, "peserta", str(out))
    assert hasil["kejadian"] == "PERBAIKAN" and hasil["dibaca"] == 4
    assert json.loads(must(data, "kenali", str(out), "--format", "json"))["perbaikan"]
    assert "tidak ada" in run(data, "rejects", "--kiriman", "x", "--out", str(out)).galat


def test_boundaries_are_checked_without_being_kept(data: Path, tmp_path: Path) -> None:
    wilayah = write(
        tmp_path / "w.csv",
        ["99.01.01.2001,Satu,DESA,99.01.01,Kec", "99.01.01.2002,Dua,DESA,99.01.01,Kec"],
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan",
    )
    kotak = [[[110, -7], [110.1, -7], [110.1, -7.1], [110, -7.1], [110, -7]]]
    batas = tmp_path / "b.geojson"
    batas.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"kode_desa": "99.01.01.2001"},
         "geometry": {"type": "Polygon", "coordinates": kotak}},
    ]}))  # fmt: skip
    sebelum = sidik(data)
    hasil = periksa(data, "wilayah", str(wilayah), "--batas", str(batas))
    assert any("1 dari 2 desa punya poligon" in satu for satu in hasil["catatan"])
    assert sidik(data) == sebelum


def test_a_workbook_with_several_sheets_is_recognised_by_its_best(data: Path, tmp_path: Path) -> None:
    buku = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(str(buku)) as tulis:
        tulis.add_worksheet("Catatan").write_row(0, 0, ["Untuk", "diketahui"])
        tulis.add_worksheet("Data").write_row(0, 0, KEPALA.split(","))
    assert json.loads(must(data, "kenali", str(buku), "--format", "json"))["sumber"][0]["sumber"] == "peserta"

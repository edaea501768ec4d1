"""The command line: what is printed, in which form, with which exit status (sources.md 4)."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from etl import galat
from etl.perintah import make_parser
from tests.perintah import must, run
from ucj import peraturan

ROOT = Path(__file__).resolve().parents[2]
PERINTAH = (
    "init",
    "demo",
    "load",
    "peta",
    "build",
    "status",
    "rollback",
    "template",
    "rejects",
    "opd-sheet",
    "indicator",
    "read",
)
KUNCI_INDIKATOR = [
    "kode", "nama", "periode", "tingkat", "kunci", "pembilang", "penyebut", "nilai", "satuan", "target", "status",
    "basis", "sumber", "estimasi",
]  # fmt: skip
KUNCI_KIRIMAN = [
    "sumber", "berkas", "sha256", "cakupan", "diterima", "pengirim", "dibaca", "dimuat", "disisihkan", "alasan",
    "digantikan", "simulasi", "catatan",
]  # fmt: skip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    peraturan.init(folder, "umum", "99.01", "Kabupaten Contoh")
    return folder


def peserta(path: Path, banyak: int = 3) -> Path:
    rows = [f"2026-06,990101010790{n:04d},NAMA {n},PU,JKK,99.01.01.2001" for n in range(1, banyak + 1)]
    path.write_text("\n".join(["bulan,nik,nama,segmen,program,kode_desa", *rows]) + "\n")
    return path


# --- wrong usage and refusals -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "kata",
    [
        [],
        ["muat"],
        ["load"],
        ["load", "peserta"],
        ["load", "pesrta", "a.csv"],
        ["load", "peserta", "a.csv", "--isi", "bulan"],
        ["load", "peserta", "a.csv", "--isi", "bulan=2026-06", "--bulan", "2026-05"],
        ["load", "peserta", "a.csv", "--diterima", "11/07/2026"],
        ["load", "peserta", "a.csv", "--batas", "b.geojson"],
        ["load", "peserta", "a.csv", "--tanpa-arti"],
        ["init"],
        ["status", "--format", "csv"],
        ["indicator", "--bulan", "2026-13"],
        ["indicator", "--semester", "2026-3"],
        ["indicator", "--bulan", "2026-06", "--semester", "2026-1"],
        ["template", "pesrta", "--out", "a.xlsx"],
        ["template", "peserta", "--out", "a.csv"],
        ["template", "peserta"],
        ["read", "wilayah", "--param", "tanpa"],
        ["read", "wilayah", "--param", "asing=1"],
        ["demo", "--jumlah-bulan", "0"],
        ["demo", "--skala", "besar"],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_why_in_indonesian(data: Path, kata: list[str]) -> None:
    jawaban = run(data, *kata)

    assert jawaban.status == 2
    assert "salah pemakaian:" in jawaban.galat
    assert "pemakaian: python -m etl" in jawaban.galat
    for english in ("usage", "argument", "invalid", "required", "expected", "unrecognized", "Traceback"):
        assert english not in jawaban.galat


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (["load", "peserta", "tidak-ada.csv"], "tidak ada"),
        (["build"], "status"),
        (["rollback"], "Tidak ada terbitan"),
        (["indicator"], "etl build"),
        (["read", "info"], "etl build"),
        (["read", "tidak_ada"], "wilayah"),  # names what there is
        (["template", "peserta", "--out", "folder-tidak-ada/a.xlsx"], "Buat dahulu"),
        (["init", "--profil", "lumajang"], "lumajang"),
        (["init", "--profil", "tidak-ada"], "umum"),
    ],
    ids=lambda x: " ".join(x) if isinstance(x, list) else "",
)
def test_a_refusal_ends_with_1_and_says_what_to_do(data: Path, kata: list[str], pesan: str) -> None:
    jawaban = run(data, *kata)

    assert jawaban.status == 1
    assert pesan in jawaban.galat
    assert jawaban.keluaran == ""
    assert "Traceback" not in jawaban.galat


@pytest.mark.parametrize(
    "kata", [["status"], ["load", "peserta", __file__], ["build"], ["indicator"], ["rollback"]], ids=" ".join
)
def test_a_folder_without_profile_asks_for_init(tmp_path: Path, kata: list[str]) -> None:
    jawaban = run(tmp_path / "kosong", *kata)

    assert jawaban.status == 1
    assert "etl init" in jawaban.galat


@pytest.mark.parametrize("perintah", [None, *PERINTAH])
def test_help_is_indonesian(perintah: str | None, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as berhenti:
        make_parser().parse_args([perintah, "--help"] if perintah else ["--help"])

    teks = capsys.readouterr().out
    assert berhenti.value.code == 0
    assert "pemakaian:" in teks
    for english in ("usage", "options", "optional", "positional", "show this help"):
        assert english not in teks


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        make_parser().parse_args(["--help"])
    teks = capsys.readouterr().out
    assert all(f"\n    {perintah} " in teks for perintah in PERINTAH)


# --- where the data lie -------------------------------------------------------------------------------------


def in_process_of_its_own(*kata: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "etl", *kata],
        cwd=ROOT,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )


def test_data_before_or_after_the_command_or_from_the_environment(data: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "lain")
    answers = [
        in_process_of_its_own("--data", str(data), "status", "--format", "json"),
        in_process_of_its_own("status", "--data", str(data), "--format", "json", UCJ_DATA=other),
        in_process_of_its_own("status", "--format", "json", UCJ_DATA=str(data)),
    ]
    assert [json.loads(answer.stdout)["kode"] for answer in answers] == ["99.01"] * 3
    assert not (tmp_path / "lain").exists()


# --- init, load, status -------------------------------------------------------------------------------------


def test_init_again_changes_nothing_and_other_answers_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    must(data, "init", "--profil", "umum", "--kode", "35.73", "--nama", "Kota Malang")
    before = (data / "profil.toml").read_bytes()

    must(data, "init", "--profil", "umum", "--kode", "35.73", "--nama", "Kota Malang")
    jawaban = run(data, "init", "--profil", "umum", "--kode", "35.07", "--nama", "Kabupaten Malang")

    assert jawaban.status == 1
    assert (data / "profil.toml").read_bytes() == before


def test_status_of_a_new_folder_lists_what_is_still_to_deliver_in_order(data: Path) -> None:
    status = json.loads(must(data, "status", "--format", "json"))

    assert list(status) == ["profil", "kode", "build", "langkah", "pengiriman"]
    assert (status["profil"], status["kode"], status["build"], status["pengiriman"]) == ("umum", "99.01", None, [])
    order = [
        "load wilayah", "load penduduk_bekerja", "load rekap_bpjs", "load target", "load pekerja_binaan",
        "load anggaran", "load realisasi", "load penerima_bantuan", "load pemberi_kerja", "etl build",
    ]  # fmt: skip
    assert len(status["langkah"]) == len(order)
    assert all(word in step for word, step in zip(order, status["langkah"], strict=True))
    assert "load peserta" in status["langkah"][2], "either of the two is enough"


def test_a_step_that_is_done_is_not_listed(data: Path, tmp_path: Path) -> None:
    must(data, "load", "peserta", str(peserta(tmp_path / "a.csv")))
    status = json.loads(must(data, "status", "--format", "json"))
    assert not any("load peserta" in step for step in status["langkah"])


def test_status_describes_a_delivery_with_the_keys_of_the_interface(data: Path, tmp_path: Path) -> None:
    path = peserta(tmp_path / "a.csv")
    with path.open("a") as file:
        file.write("2026-06,123,NAMA 9,PU,JKK,99.01.01.2001\n")
    must(data, "load", "peserta", str(path), "--diterima", "2026-07-11", "--pengirim", "Cabang Contoh")

    (satu,) = json.loads(must(data, "status", "--format", "json"))["pengiriman"]

    assert list(satu) == KUNCI_KIRIMAN
    assert satu["dibaca"] == satu["dimuat"] + satu["disisihkan"] == 4
    assert satu["alasan"] == {"NIK_TIDAK_SAH": 1}
    assert (satu["berkas"], satu["diterima"], satu["pengirim"]) == ("a.csv", "2026-07-11", "Cabang Contoh")
    assert (satu["digantikan"], satu["simulasi"], satu["cakupan"]) == (False, False, ["2026-06"])
    assert len(satu["sha256"]) == 64


def test_load_says_how_many_rows_and_what_to_do_next(data: Path, tmp_path: Path) -> None:
    path = peserta(tmp_path / "a.csv")
    with path.open("a") as file:
        file.write("2026-06,123,NAMA 9,PU,JKK,99.01.01.2001\n")

    teks = must(data, "load", "peserta", str(path))

    assert "4 baris dibaca = 3 dimuat + 1 perlu perbaikan" in teks
    assert "etl rejects peserta" in teks
    assert "etl build" in teks
    assert "990101010790" not in teks


def test_the_same_file_again_is_done_and_says_so(data: Path, tmp_path: Path) -> None:
    path = str(peserta(tmp_path / "a.csv"))
    must(data, "load", "peserta", path)
    assert "tidak ada yang berubah" in must(data, "load", "peserta", path)


def test_bulan_is_short_for_isi(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("nik,segmen,program\n9901010107900001,PU,JKK\n")

    must(data, "load", "peserta", str(path), "--bulan", "Juni 2026")

    (satu,) = json.loads(must(data, "status", "--format", "json"))["pengiriman"]
    assert satu["cakupan"] == ["2026-06"]


def test_progress_goes_to_standard_error_as_plain_lines_in_a_pipe(data: Path, tmp_path: Path) -> None:
    jawaban = in_process_of_its_own("--data", str(data), "load", "peserta", str(peserta(tmp_path / "a.csv")))

    assert jawaban.returncode == 0
    assert jawaban.stderr.splitlines()[0].startswith("menyalin 1 berkas")
    assert "\r" not in jawaban.stderr
    assert "menyalin" not in jawaban.stdout


def test_status_as_a_table(data: Path, tmp_path: Path) -> None:
    must(data, "load", "peserta", str(peserta(tmp_path / "a.csv", 1500)))
    teks = must(data, "status")
    assert "1.500" in teks
    assert "Langkah berikutnya" in teks


# --- what the published build answers -----------------------------------------------------------------------


def test_indicator_as_json_has_the_keys_of_the_interface(data_contoh: Path) -> None:
    nilai = json.loads(must(data_contoh, "indicator", "--format", "json"))

    assert nilai
    assert all(list(satu) == KUNCI_INDIKATOR for satu in nilai)
    assert {satu["periode"] for satu in nilai} == {"2026-06"}, "the newest month with data"
    for satu in nilai:
        assert satu["nilai"] is None or isinstance(satu["nilai"], int | float)
        assert isinstance(satu["estimasi"], bool)


def test_indicator_filters(data_contoh: Path) -> None:
    nilai = json.loads(
        must(
            data_contoh, "indicator", "--semester", "2026-1", "--kode", "UCJ-01", "--per", "sektor", "--format", "json"
        )
    )
    assert {(satu["kode"], satu["tingkat"], satu["periode"]) for satu in nilai} == {("UCJ-01", "SEKTOR", "2026-1")}


def test_indicator_as_csv_equals_json(data_contoh: Path) -> None:
    teks = must(data_contoh, "indicator", "--kode", "UCJ-01", "--format", "csv")
    nilai = json.loads(must(data_contoh, "indicator", "--kode", "UCJ-01", "--format", "json"))

    rows = list(csv.DictReader(io.StringIO(teks)))

    assert not teks.startswith("\ufeff")
    assert list(rows[0]) == KUNCI_INDIKATOR
    assert len(rows) == len(nilai)
    for row, satu in zip(rows, nilai, strict=True):
        assert row["kunci"] == satu["kunci"]
        assert row["nilai"] == ("" if satu["nilai"] is None else repr(satu["nilai"]))


def test_indicator_as_a_table_is_for_people(data_contoh: Path) -> None:
    teks = must(data_contoh, "indicator", "--kode", "UCJ-01", "--per", "kabupaten")
    assert "Kabupaten Contoh, Juni 2026" in teks
    assert "Cakupan UCJ menurut KTP" in teks


@pytest.mark.parametrize("kata", [["--kode", "XXX-99"], ["--per", "galaksi"]], ids=" ".join)
def test_an_unknown_indicator_or_level_names_what_there_is(data_contoh: Path, kata: list[str]) -> None:
    jawaban = run(data_contoh, "indicator", *kata)
    assert jawaban.status in (1, 2)
    assert ("UCJ-01" if "--kode" in kata else "sektor") in jawaban.galat


def test_read_prints_json_with_typed_values(data_contoh: Path) -> None:
    (info,) = json.loads(must(data_contoh, "read", "info", "--format", "json"))
    assert info["kode"] == "99.01"
    assert info["is_simulasi"] is True
    assert date.fromisoformat(info["bulan_terakhir"]) == date(2026, 6, 1)


def test_read_takes_typed_parameters(data_contoh: Path) -> None:
    kata = [
        "read",
        "indikator",
        "--param",
        "kode=UCJ-01,UCJ-02",
        "--param",
        "dari=2026-06",
        "--param",
        "sampai=2026-06-01",
    ]
    rows = json.loads(must(data_contoh, *kata, "--format", "json"))

    assert {row["kode"] for row in rows} == {"UCJ-01", "UCJ-02"}
    jawaban = run(data_contoh, *kata[:4], "--param", "dari=Juni", "--param", "sampai=2026-06-01")
    assert jawaban.status == 2
    assert "2026-06-01" in jawaban.galat
    assert run(data_contoh, "read", "indikator").status == 1


def test_read_as_csv(data_contoh: Path) -> None:
    teks = must(data_contoh, "read", "wilayah", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(teks)))
    assert rows
    assert "kode_desa" in rows[0]


def test_build_and_rollback(data_contoh: Path, tmp_path: Path) -> None:
    data = tmp_path / "salinan"
    shutil.copytree(data_contoh, data)
    first = json.loads(must(data, "status", "--format", "json"))["build"]["id"]
    assert json.loads(must(data, "status", "--format", "json"))["langkah"] == []

    must(data, "build")
    second = json.loads(must(data, "status", "--format", "json"))["build"]["id"]
    assert second != first
    assert first in must(data, "rollback")
    assert json.loads(must(data, "status", "--format", "json"))["build"]["id"] == first
    must(data, "rollback", second)
    assert json.loads(must(data, "status", "--format", "json"))["build"]["id"] == second


def test_template_and_opd_sheet_are_written(data_contoh: Path, tmp_path: Path) -> None:
    must(data_contoh, "template", "peserta", "--out", str(tmp_path / "templat.xlsx"))
    must(data_contoh, "opd-sheet", "DISDIK", "--out", str(tmp_path / "opd.xlsx"))
    assert (tmp_path / "templat.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "opd.xlsx").read_bytes().startswith(b"PK")


# --- what goes wrong inside ---------------------------------------------------------------------------------


def test_an_unexpected_error_is_short_and_its_log_holds_no_value(tmp_path: Path) -> None:
    def fail(nik: str) -> None:
        raise ValueError(f"tidak terbaca: {nik}")

    try:
        fail("9901010107900001")
    except ValueError as salah:
        kalimat = galat.report(tmp_path, salah)

    (log,) = (tmp_path / "log").iterdir()
    assert log.name.removesuffix(".txt") in kalimat
    teks = log.read_text()
    assert "ValueError" in teks
    assert "test_perintah.py" in teks
    assert "9901010107900001" not in teks + kalimat


def test_a_broken_program_shows_no_stack_trace(data: Path, tmp_path: Path) -> None:
    (data / "terbit").mkdir()
    (data / "terbit" / "TERKINI").mkdir()  # no program expects a folder here

    jawaban = in_process_of_its_own("--data", str(data), "status")

    assert jawaban.returncode == 1
    assert "Traceback" not in jawaban.stderr
    assert "nomor" in jawaban.stderr
    assert list((data / "log").iterdir())


def test_a_pipe_that_closes_early_is_no_error(data_contoh: Path) -> None:
    command = f"{sys.executable} -m etl --data '{data_contoh}' read wilayah --format json | head -1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""

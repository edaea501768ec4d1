"""The command line on Kabupaten Jejak: period by default, one level, formats, duties, refusals."""

import csv
import io
import json

import pytest

from tests.perintah import angka, must, run, status

KEYS = {
    "kode", "nama", "periode", "tingkat", "kunci", "pembilang", "penyebut", "nilai", "satuan", "target", "status",
    "basis", "sumber", "estimasi",
}  # fmt: skip


def test_objects_have_the_agreed_keys_and_plain_numbers(periode):
    for nilai in periode("2026-06").semua:
        assert nilai.keys() >= KEYS
        for key in ("pembilang", "penyebut", "nilai", "target"):
            assert nilai[key] is None or type(nilai[key]) in (int, float), (nilai["kode"], key)
    keys = [(n["kode"], n["tingkat"], n["kunci"], n["satuan"]) for n in periode("2026-06").semua]
    assert len(keys) == len(set(keys))


def test_every_indicator_of_the_first_version_has_its_regency_row(periode):
    wanted = {
        "UCJ-01", "UCJ-02", "UCJ-04", "UCJ-05", "UCJ-06", "S-11", "PEM-01", "PEM-02", "PEM-03", "PEM-04", "SEK-01",
        "RNT-02", "KEU-01", "KEU-02", "KEU-03", "MAN-01", "PAT-01", "PAT-02",
    }  # fmt: skip
    for name in ("2026-06", "2026-1", "2025-04", "2026-07"):
        found = {n["kode"] for n in periode(name).semua if n["tingkat"] == "KABUPATEN"}
        assert wanted <= found, name
        assert "UCJ-03" not in found


def test_the_two_bases_never_meet(periode):
    for nilai in periode("2026-06").semua:
        if nilai["kode"] in {"UCJ-01", "UCJ-03", "UCJ-04", "UCJ-05", "UCJ-06"}:
            assert nilai["basis"] == "DOMISILI"
        if nilai["kode"] in {"UCJ-02", "S-11"}:
            assert nilai["basis"] == "TEMPAT_KERJA"


def test_kode_and_per(jejak):
    rows = angka(jejak, "--bulan", "2026-06", "--kode", "UCJ-01", "--per", "sektor").semua
    assert {(n["kode"], n["tingkat"]) for n in rows} == {("UCJ-01", "SEKTOR")}


def test_without_a_period_the_newest_month_with_data(jejak):
    # a roster of 15 July and a budget until August do not make July a month with data of the participants
    assert angka(jejak, "--kode", "UCJ-01").satu("UCJ-01")["periode"] == "2026-06"


def test_csv_is_for_programs(jejak):
    text = must(jejak, "indicator", "--bulan", "2026-06", "--kode", "UCJ-01", "--format", "csv")
    assert not text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text)))
    kabupaten = next(row for row in rows if row["tingkat"] == "KABUPATEN")
    assert (kabupaten["pembilang"], kabupaten["penyebut"]) == ("16", "90")
    assert float(kabupaten["nilai"]) == pytest.approx(1600 / 90)


def test_monthly_recap_duty(jejak):
    # everything was received on 11 July 2026: June is in time (15 July), May (15 June) and April 2025 are not
    rows = json.loads(must(jejak, "read", "kewajiban", "--format", "json"))
    due = {str(row["periode"])[:7]: row["status"] for row in rows if row["kewajiban"] == "REKAP_BULANAN"}
    assert (due["2026-06"], due["2026-05"], due["2025-12"]) == ("TEPAT", "TERLAMBAT", "TERLAMBAT")
    assert due["2026-04"] == "BELUM"  # neither recap nor list


@pytest.mark.parametrize(
    ("argv", "rc"),
    [
        (["read", "tak_ada"], 1),
        (["indicator", "--bulan", "2026-13"], 2),
        (["indicator", "--kode", "UCJ-99"], 1),
        (["load", "tak_ada", "x.csv"], 2),
        (["load", "peserta", "tak-ada.csv"], 1),
        (["init", "--profil", "lumajang"], 1),  # a second init with other answers
        (["apa"], 2),
    ],
)
def test_refusals_speak_and_leave_no_trace(jejak, argv, rc):
    before = status(jejak)
    jawaban = run(jejak, *argv)
    assert jawaban.status in ({rc} if rc == 1 else {1, 2}), jawaban
    assert jawaban.galat.strip()
    assert "Traceback" not in jawaban.galat
    assert status(jejak) == before

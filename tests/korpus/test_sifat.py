"""What holds for any file: legal values read back identical in every style, and no bytes end but in our refusal.

``UCJ_SIFAT`` is the number of examples per test (default few, so that all tests together take less than a minute; 2000
for a long run).
"""

from __future__ import annotations

import contextlib
import csv
import io
import math
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl import baca
from etl.baca.angka import parse_angka
from etl.baca.tanggal import parse_bulan, parse_tanggal
from etl.kolom import Kolom, Kontrak
from etl.kontrak import SUMBER
from tests.bacaan import KUNCI, WILAYAH, buku
from tests.korpus import berkas_dana, berkas_format, berkas_orang, berkas_register, berkas_rekap
from tests.korpus.gaya import GAYA_ANGKA, GAYA_BULAN, GAYA_TANGGAL, bulan, judul_kolom, ribuan, tabel, tanggal, tulis
from tests.korpus.kasus import KORPUS, Kasus
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

RUMAH = (berkas_dana, berkas_format, berkas_orang, berkas_register, berkas_rekap)
CONTOH = int(os.environ.get("UCJ_SIFAT", "12"))
sedikit = settings(
    max_examples=CONTOH, deadline=None, derandomize="UCJ_SIFAT" not in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip
banyak = settings(sedikit, max_examples=CONTOH * 20)


@banyak
@given(st.integers(0, 10**15 - 1), st.sampled_from(GAYA_ANGKA))
def test_whole_numbers_round_trip(n: int, gaya: Callable[[int], str]) -> None:
    assert parse_angka(gaya(n).strip(" \u00a0\u200b"), is_bulat=True) == n


@banyak
@given(st.integers(0, 10**13), st.integers(0, 99), st.booleans())
def test_decimals_round_trip(n: int, sen: int, negatif: bool) -> None:
    tanda = "-" if negatif else ""
    for teks in (f"{ribuan(n, '.')},{sen:02d}", f"{ribuan(n, ',')}.{sen:02d}", f"{n},{sen:02d}"):
        nilai = parse_angka(tanda + teks, is_bulat=False)
        assert nilai * 100 == (-1 if negatif else 1) * (n * 100 + sen)
        assert parse_angka(f"({teks})", is_bulat=False) == -abs(nilai)


@banyak
@given(tanggal, st.sampled_from(GAYA_TANGGAL))
def test_dates_round_trip(t: date, gaya: Callable[[date], str]) -> None:
    assert parse_tanggal(gaya(t)) == t


@banyak
@given(bulan, st.sampled_from(GAYA_BULAN))
def test_months_round_trip(b: date, gaya: Callable[[date], str]) -> None:
    assert parse_bulan(gaya(b)) == b


@banyak
@given(st.text(max_size=40))
def test_any_text_is_a_value_or_none(teks: str) -> None:
    for tanggal_atau_bulan in (parse_tanggal(teks), parse_bulan(teks)):
        assert tanggal_atau_bulan is None or tanggal_atau_bulan.year >= 1900
    for is_bulat in (True, False):
        with contextlib.suppress(ValueError):
            assert parse_angka(teks, is_bulat=is_bulat).is_finite()


# --- any frame of legal values of each contract -----------------------------------------------------------------


def _write_csv(judul: list[str], sel: list[list[str]], pemisah: str, pengodean: str) -> bytes:
    hasil = io.StringIO(newline="")
    tulis = csv.writer(hasil, delimiter=pemisah)
    tulis.writerow(judul)
    tulis.writerows(sel)
    return hasil.getvalue().encode(pengodean)


def _nomor_bebas(kontrak: Kontrak, baris: list[list[Any]]) -> list[list[Any]]:
    """Drop rows whose key stands already: a double is set aside by rule."""
    terlihat, hasil = set(), []
    nama = [kolom.nama for kolom in kontrak.kolom]
    pengenal = {"nik", "npp", "nama", "kode_desa"} if kontrak.nama == "pemberi_kerja" else {*kontrak.kunci}
    for satu in baris:
        kunci = tuple(isi for n, isi in zip(nama, satu, strict=True) if n in pengenal and n != "bulan")
        if kunci not in terlihat:
            terlihat.add(kunci)
            hasil.append(satu)
    return hasil


def _pasangkan_periode(kontrak: Kontrak, baris: list[list[Any]]) -> list[list[Any]]:
    """The rows with a period of the kind that their duty has."""
    nama = [kolom.nama for kolom in kontrak.kolom]
    if "kewajiban" not in nama:
        return baris
    letak = nama.index("periode")
    bentuk = {"REKAP_BULANAN": "2026-06", "PENGAWASAN_3BULAN": "2026-TW2", "SEMESTER": "2026-1"}
    return [[*satu[:letak], bentuk[satu[nama.index("kewajiban")]], *satu[letak + 1 :]] for satu in baris]


def _sama(kolom: Kolom, harap: Any, dapat: Any) -> bool:
    if isinstance(harap, float) and isinstance(dapat, float):
        return math.isclose(harap, dapat, abs_tol=1e-9)
    return bool(harap == dapat)


@pytest.mark.parametrize("sumber", SUMBER)
@sedikit
@given(data=st.data())
def test_any_legal_frame_reads_back_identical(
    sumber: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory, profil_uji: Profil
) -> None:
    kontrak = SUMBER[sumber]
    baris, gaya = data.draw(tabel(kontrak))
    baris = _nomor_bebas(kontrak, _pasangkan_periode(kontrak, baris))
    judul = [judul_kolom(kolom, g) for kolom, g in zip(kontrak.kolom, gaya, strict=True)]
    teks = [[tulis(k, isi, g) for k, isi, g in zip(kontrak.kolom, satu, gaya, strict=True)] for satu in baris]
    if data.draw(st.booleans(), label="XLSX"):
        bita = buku({"Data": [["KABUPATEN CONTOH"], judul, *teks]})
    else:
        pengodean = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
        bita = _write_csv(judul, teks, data.draw(st.sampled_from([",", ";", "\t", "|"])), pengodean)
    path = tmp_path_factory.mktemp("sifat") / "berkas"
    path.write_bytes(bita)
    konteks = baca.Konteks(profil_uji, WILAYAH, KUNCI, {opd.kode for opd in profil_uji.opd})
    hasil = baca.read(kontrak, [path], {}, konteks)
    assert hasil.sisih.is_empty(), hasil.sisih["rincian"].to_list()
    assert hasil.dimuat.height == hasil.dibaca == len(baris)
    for satu, dapat in zip(baris, hasil.dimuat.iter_rows(named=True), strict=True):
        for kolom, isi in zip(kontrak.kolom, satu, strict=True):
            if kolom.simpan in dapat and (isi is not None or kolom.nama not in _DIISI):
                assert _sama(kolom, isi, dapat[kolom.simpan]), (kolom.nama, isi, dapat[kolom.simpan])
            if kolom.jenis == "nik":
                assert dapat["nik_samar"] == f"{isi[:6]}********{isi[-2:]}"
            if kolom.jenis == "program" and not kolom.tunggal:
                dapat_program = [p for p in ("JKK", "JKM", "JHT", "JP", "JKP") if dapat[f"is_{p.lower()}"]]
                assert dapat_program == (
                    [] if isi is None else [p for p in ("JKK", "JKM", "JHT", "JP", "JKP") if p in isi.split(",")]
                )


_DIISI = {"jenis_kelamin", "basis", "tahap", "tanggal_berlaku", "kode", "sektor"}  # empty ones are filled by rule


# --- any bytes ---------------------------------------------------------------------------------------------------


def _read_apa_saja(sumber: str, bita: bytes, path: Path, profil: Profil) -> None:
    """Read; the only way to fail is our own refusal."""
    path.write_bytes(bita)
    tetap = {nama: isi for nama, isi in {"basis": "DOMISILI", "lingkup": "APBD"}.items() if nama in SUMBER[sumber]}
    try:
        hasil = baca.read(SUMBER[sumber], [path], tetap, baca.Konteks(profil, WILAYAH, KUNCI, set()))
    except Penolakan:
        return
    assert hasil.dibaca == hasil.dimuat.height + hasil.sisih.height
    assert list(hasil.dimuat.columns) == list(SUMBER[sumber].skema())


@pytest.fixture(scope="session")
def path_acak(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("acak") / "berkas"


@banyak
@given(bita=st.binary(max_size=300), sumber=st.sampled_from(sorted(SUMBER)))
def test_arbitrary_bytes(bita: bytes, sumber: str, path_acak: Path, profil_uji: Profil) -> None:
    _read_apa_saja(sumber, bita, path_acak, profil_uji)


_dibuat: dict[str, bytes] = {}


def _isi(satu: Kasus) -> bytes:
    """The first file of a case, made once: a workbook holds the time of its making."""
    if satu.nama not in _dibuat:
        isi = satu.buat()
        pertama = next(iter(isi.values())) if isinstance(isi, dict) else isi
        _dibuat[satu.nama] = pertama if isinstance(pertama, bytes) else pertama.encode()
    return _dibuat[satu.nama]


@banyak
@given(data=st.data())
def test_mutated_files_of_the_corpus(data: st.DataObject, path_acak: Path, profil_uji: Profil) -> None:
    """Bytes changed, dropped, doubled and cut in files that are read or nearly so."""
    satu = data.draw(st.sampled_from(KORPUS))
    bita = bytearray(_isi(satu))
    for _ in range(data.draw(st.integers(1, 6))):
        tempat = data.draw(st.integers(0, len(bita)))
        match data.draw(st.integers(0, 3)):
            case 0:
                bita[tempat : tempat + 1] = data.draw(st.binary(min_size=1, max_size=4))
            case 1:
                del bita[tempat : tempat + data.draw(st.integers(1, 40))]
            case 2:
                bita[tempat:tempat] = bita[max(0, tempat - 30) : tempat]
            case 3:
                bita[tempat:tempat] = data.draw(st.sampled_from(_POTONGAN)).encode()
    _read_apa_saja(satu.sumber, bytes(bita), path_acak, profil_uji)


_POTONGAN = (
    "\n", ";", ",", '"', "'", "=", "\u200b", "²", "٣", "\u2028", "Jumlah", "Juni 2026", "PU", "JKK", "1e308",
    "inf", "-",
    "(1)", "9" * 30, "99.01.01.2001", "99999", "31/12/9999", "SEMUA", "kecamatan", "desa", "bulan", "nik",
    "\x1c", "\x85",
)  # fmt: skip


@sedikit
@given(
    sel=st.lists(st.lists(st.none() | st.text(max_size=12) | st.floats(allow_nan=False, allow_infinity=False)
                          | st.dates(date(1900, 1, 2), date(2100, 1, 1)), min_size=1, max_size=8), max_size=8),
    sumber=st.sampled_from(sorted(SUMBER)),
)  # fmt: skip
def test_arbitrary_cells_under_a_good_header(
    sel: list[list[Any]], sumber: str, path_acak: Path, profil_uji: Profil
) -> None:
    judul = [kolom.nama for kolom in SUMBER[sumber].kolom if kolom.harus_ada]
    judul += [grup[0] for grup in SUMBER[sumber].salah_satu]
    rapi = [[s if not isinstance(s, str) else "".join(h for h in s if h.isprintable()) for s in satu] for satu in sel]
    _read_apa_saja(sumber, buku({"S": [judul, *rapi]}), path_acak, profil_uji)


def test_days_of_a_spreadsheet() -> None:
    """Serials count from 30 December 1899, so that 1 March 1900 is 61."""
    assert parse_tanggal("46203") == date(2026, 6, 30)
    assert all(parse_tanggal(str(n)) == date(1899, 12, 30) + timedelta(days=n) for n in range(10_000, 99_999, 997))

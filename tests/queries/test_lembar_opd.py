"""``opd-sheet``: the people of one office beside the person list (sources.md 5, rule 11)."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest
from python_calamine import CalamineWorkbook

from etl import cache, gudang, kiriman, lembar_opd
from etl.kiriman import Kiriman
from etl.kontrak import SUMBER
from etl.lembar_opd.buku import count
from etl.lembar_opd.isi import (
    BELUM_DICEK,
    PERLU_PERBAIKAN,
    SATU_PROGRAM,
    TANPA_PROGRAM,
    TERLINDUNGI,
    TIDAK_AKTIF,
    TIDAK_PADAN,
)
from tests.queries.gudang_kecil import bulan
from ucj.penolakan import Penolakan
from ucj.peraturan import init, load_profil
from ucj.sql import list_table, read_sql

JUNI = date(2026, 6, 30)
Baris = dict[str, Any]


def deliver(data: Path, sumber: str, baris: Sequence[Baris], sisih: Sequence[Baris] = (), **more: Any) -> None:
    """Put a delivery into the store as ``load`` leaves it."""
    kontrak = SUMBER[sumber]
    sekarang = datetime.now(UTC)
    k = Kiriman(**{
        "id": f"{sekarang:%Y%m%dT%H%M%S%f}", "sumber": sumber, "berkas": ("daftar.xlsx",), "tersimpan": ("0.xlsx",),
        "sha256": ("0",), "ukuran": (1,), "cakupan": tuple(sorted({b["cakupan"] for b in [*baris, *sisih]})),
        "jumlah_cakupan": {}, "diterima": date(2026, 7, 1), "pengirim": None, "dimuat_oleh": "uji",
        "dimuat_pada": sekarang, "berlaku_sejak": date(2026, 7, 1), "berlaku_pada": sekarang, "diubah_pada": sekarang,
        "dibaca": len(baris) + len(sisih), "dimuat": len(baris), "disisihkan": len(sisih), "alasan": {},
        "versi_kontrak": 1, "sidik_kunci": "x",
    } | more)  # fmt: skip
    (data / "raw" / sumber / k.id).mkdir(parents=True)
    frame = pl.DataFrame([_fill(b) for b in baris], infer_schema_length=None)
    cache.write(frame, kontrak.skema(), kiriman.path_dimuat(data, k))
    buruk = pl.DataFrame([_fill(b) for b in sisih], infer_schema_length=None)
    cache.write(buruk, kontrak.skema_sisih(), kiriman.path_sisih(data, k))
    kiriman.write_manifest(data, k)


def _fill(baris: Baris) -> Baris:
    return {
        "berkas": "daftar.xlsx",
        "lembar": "Sheet1",
        **baris,
        **({"id_peserta": f"00000000-0000-0000-0000-{baris['id_peserta']:012d}"} if baris.get("id_peserta") else {}),
    }


def binaan(orang: int | None, jenis: str = "NONASN", opd: str = "DISDIK", **more: Any) -> Baris:
    return {
        "tanggal_data": JUNI, "kode_opd": opd, "jenis_daftar": jenis, "unit": "SDN 1", "id_peserta": orang,
        "nik_samar": f"990101********{orang or 0:02d}", "nama": f"Orang {orang}", "nomor_baris": orang or 99,
        "jenis_kelamin": "L", "cakupan": f"{opd}|{jenis}|2026-06-30",
    } | more  # fmt: skip


def peserta(orang: int, *program: str, bulan_: str = "2026-06", **more: Any) -> Baris:
    return {
        "bulan": bulan(bulan_), "id_peserta": orang, "segmen": "PU", "aktif": True, "cakupan": bulan_,
        "nomor_baris": orang, **{f"is_{p}": p.upper() in program for p in ("jkk", "jkm", "jht", "jp", "jkp")},
    } | more  # fmt: skip


RUSAK = {
    "alasan": "NIK_TIDAK_SAH",
    "rincian": json.dumps([{"kolom": "nik", "alasan": "NIK_TIDAK_SAH", "rincian": "PANJANG"}]),
    "asli": "{}",
}
DESA = {"jenis": "DESA", "opd": "DPMD", "kode_desa": "99.01.01.2001", "cakupan": "DPMD|DESA|2026-06-30|99.01.01.2001"}
DESA_2 = DESA | {"kode_desa": "99.01.01.2002", "cakupan": "DPMD|DESA|2026-06-30|99.01.01.2002"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    init(tmp_path, "umum", "99.01", "Kabupaten Contoh")
    deliver(
        tmp_path,
        "pekerja_binaan",
        [
            binaan(1),
            binaan(2, nama="=1+1"),  # text, never a formula
            binaan(3),
            binaan(4),
            binaan(5),
            binaan(6),
            binaan(1, jenis="PPPK_PW"),  # on two rosters: once in PEM-01
            binaan(7, jenis="MAGANG"),  # in no indicator
            binaan(8, tanggal_data=date(2026, 3, 31), cakupan="DISDIK|NONASN|2026-03-31"),  # an older roster
            binaan(9, opd="DINKES"),  # another office
            binaan(10, **DESA),
            binaan(11, **DESA_2, subkategori="PU-BUMDES"),  # not village government in this profile
        ],
        [
            binaan(None, nama="Nomor Pendek", **RUSAK),
            # of a roster that a newer one has followed
            binaan(None, tanggal_data=date(2026, 3, 31), cakupan="DISDIK|NONASN|2026-03-31", nama="Lama", **RUSAK),
            binaan(None, **DESA, **RUSAK),
            binaan(None, **DESA_2, **RUSAK),
            # its NIK is sound: set aside for its date, so it is nobody's denominator
            binaan(
                12,
                tanggal_data=None,
                alasan="TANGGAL_TIDAK_SAH",
                rincian=json.dumps([{"kolom": "tanggal_data", "alasan": "TANGGAL_TIDAK_SAH", "rincian": None}]),
                asli="{}",
            ),
        ],
    )
    deliver(
        tmp_path,
        "peserta",
        [
            peserta(1, "JKK", nomor_baris=1),
            peserta(1, "JKM", "JHT", nomor_baris=21),  # JKM stands in another row of the same person
            peserta(2, "JKK", "JKM", aktif=False),
            peserta(3, "JKK", "JHT"),
            peserta(4, "JHT"),
            peserta(5, "JKK", "JKM", bulan_="2026-05"),  # only in an older month: unknown in June
            peserta(7, "JKK", "JKM"),
            peserta(8, "JKK", "JKM"),
            peserta(10, "JKK", "JKM"),
        ],
    )
    return tmp_path


def test_every_person_with_status_and_programmes(data: Path) -> None:
    lembar = lembar_opd.read(data, "Disdik")
    assert [(o.jenis_daftar, o.nomor_baris, o.status, o.program) for o in lembar.orang] == [
        ("MAGANG", 7, TERLINDUNGI, "JKK, JKM"),
        ("NONASN", 1, TERLINDUNGI, "JKK, JKM, JHT"),
        ("NONASN", 2, TIDAK_AKTIF, ""),
        ("NONASN", 3, SATU_PROGRAM, "JKK, JHT"),
        ("NONASN", 4, TANPA_PROGRAM, "JHT"),
        ("NONASN", 5, TIDAK_PADAN, ""),
        ("NONASN", 6, TIDAK_PADAN, ""),
        ("NONASN", 99, PERLU_PERBAIKAN, ""),
        ("PPPK_PW", 1, TERLINDUNGI, "JKK, JKM, JHT"),
    ]
    assert lembar.bulan == bulan("2026-06")
    assert not lembar.is_simulasi
    assert [(s.nama, s.tindakan) for s in lembar.sisih] == [
        ("Orang 12", "Tulis kolom tanggal_data seperti 31-12-2025, atau 2026-06 untuk bulan."),
        ("Nomor Pendek", "NIK harus tepat 16 angka; lengkapi dari KTP."),
    ]


def indikator(data: Path, mart: str, where: str) -> list[tuple[Any, ...]]:
    """Rows of marts.indikator_roster made from the same deliveries by the SQL of a build."""
    con = duckdb.connect()
    con.execute("create schema staging")
    con.execute("create schema marts")
    gudang.create_raw(con, data, kiriman.daftar(data))
    gudang.create_ref(con, load_profil(data))
    gudang.slice_peserta_bulan(con, data, kiriman.daftar(data), bulan("2026-06"))

    def make(table: str) -> None:
        sql = read_sql(*table.split("."))
        for needed in sorted(list_table(sql)):
            name = needed.split(".")
            known = con.execute(
                "select 1 from information_schema.tables where table_schema = ? and table_name = ?", name
            ).fetchall()
            if name[0] in ("staging", "marts") and not known:
                make(needed)
        con.execute(f"create table {table} as {sql}")

    make(f"marts.{mart}")
    return con.execute(f"select pembilang, penyebut from marts.{mart} where {where}").fetchall()


@pytest.mark.parametrize(
    ("opd", "kode", "where", "expected"),
    [
        ("DISDIK", "PEM-01", "tingkat = 'OPD' and kunci = 'DISDIK'", (1, 7)),  # six people and a broken NIK
        ("DPMD", "PEM-02", "tingkat = 'KABUPATEN'", (1, 3)),  # 10, and a broken NIK in each village
    ],
)
def test_figures_are_those_of_the_indicators(
    data: Path, opd: str, kode: str, where: str, expected: tuple[int, int]
) -> None:
    angka = count([o for o in lembar_opd.read(data, opd).orang if o.kode == kode])
    hasil = indikator(data, "indikator_roster", f"kode = '{kode}' and bulan = date '2026-06-01' and {where}")
    assert hasil == [expected]
    assert (angka.pembilang, angka.penyebut) == expected


def test_workbook(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "disdik.xlsx"
    lembar_opd.write(data, "DISDIK", out)
    buku = CalamineWorkbook.from_path(out)
    assert buku.sheet_names == ["Ringkasan", "Pekerja", "Perlu perbaikan"]
    ringkasan = buku.get_sheet_by_name("Ringkasan").to_python()
    nonasn = next(row for row in ringkasan if row[0] == "Pegawai non-ASN")
    # people, protected, unmatched, inactive, one programme, none of both, to correct
    assert nonasn[1:9] == ["30 Jun 2026", 7, 1, 2, 1, 1, 1, 1]
    assert next(row for row in ringkasan if row[0] == "PEM-01")[1:4] == [1, 7, pytest.approx(1 / 7)]
    pekerja = buku.get_sheet_by_name("Pekerja").to_python()
    assert "=1+1" in [row[2] for row in pekerja]
    assert not any("DATA CONTOH" in str(row[0]) for row in ringkasan)
    assert list(tmp_path.glob(".*.xlsx.*")) == []  # nothing half written stays


def test_simulated_deliveries_mark_every_sheet(data: Path, tmp_path: Path) -> None:
    deliver(data, "peserta", [peserta(1, "JKK", bulan_="2026-04")], simulasi=True)
    lembar_opd.write(data, "DISDIK", tmp_path / "contoh.xlsx")
    buku = CalamineWorkbook.from_path(tmp_path / "contoh.xlsx")
    for nama in buku.sheet_names:
        assert buku.get_sheet_by_name(nama).to_python()[0][0] == "DATA CONTOH – BUKAN DATA SEBENARNYA"


def test_without_a_person_list_nobody_is_judged(tmp_path: Path) -> None:
    init(tmp_path, "umum", "99.01", "Kabupaten Contoh")
    deliver(tmp_path, "pekerja_binaan", [binaan(1)])
    lembar = lembar_opd.read(tmp_path, "DISDIK")
    assert [o.status for o in lembar.orang] == [BELUM_DICEK]
    lembar_opd.write(tmp_path, "DISDIK", tmp_path / "x.xlsx")
    ringkasan = CalamineWorkbook.from_path(tmp_path / "x.xlsx").get_sheet_by_name("Ringkasan").to_python()
    assert next(row for row in ringkasan if row[0] == "PEM-01")[1:4] == ["…", 1, "…"]


def test_a_roster_newer_than_the_person_list_is_named_not_counted(data: Path) -> None:
    deliver(data, "pekerja_binaan", [binaan(3, tanggal_data=date(2026, 7, 2), cakupan="DISDIK|NONASN|2026-07-02")])
    lembar = lembar_opd.read(data, "DISDIK")
    assert {o.tanggal_data for o in lembar.orang} == {JUNI}
    assert lembar.belum_dihitung == (
        "Daftar Pegawai non-ASN per 2 Juli 2026 lebih baru daripada daftar peserta Juni 2026, jadi belum dihitung.",
    )


def test_an_office_without_a_roster_is_refused_and_told_who_has_one(data: Path) -> None:
    with pytest.raises(Penolakan, match=r"DISTAN belum mempunyai daftar pekerja.*DINKES, DISDIK, DPMD\."):
        lembar_opd.write(data, "distan", data / "x.xlsx")
    assert not (data / "x.xlsx").exists()

"""Builds the marts from the deliveries in force and publishes them.

raw -> staging -> marts -> checks -> warnings -> ``data/terbit/ucj-<build>.duckdb``. A failing check publishes nothing.
"""

import re
import secrets
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import gudang, kiriman, terbit
from ucj.penolakan import Penolakan
from ucj.peraturan import load_profil
from ucj.sql import list_slice, list_sql, list_table, order_layer, read_sql

_PESAN = re.compile(r"^--\s*pesan:\s*(.+)$", re.MULTILINE)
_MEMORI = "3GB"  # the bar for the whole build is 4 GiB (product.md 5)


def build(data: Path, lapor: Callable[[str], None] = lambda kalimat: None) -> str:
    """Build and publish; return the id of the new build.

    Raises ``Penolakan`` when a check finds wrong rows, when nothing was delivered, or when another load or build runs;
    the published build then stays as it was.
    """
    profil = load_profil(data)
    with kiriman.lock(data):
        deliveries = kiriman.daftar(data)
        if not deliveries:
            raise Penolakan(
                "Belum ada kiriman yang dimuat, jadi belum ada yang dapat dibangun. "
                "Jalankan `python -m etl status` untuk melihat kiriman yang diperlukan."
            )
        terbit.clean(data)
        build_id = _new_id()
        work = data / "terbit" / f"kerja-{build_id}"
        work.mkdir(parents=True)
        try:
            con = _open(work)
            try:
                lapor("membaca kiriman")
                gudang.create_raw(con, data, deliveries)
                gudang.create_ref(con, profil)
                temuan = Temuan()
                _create_staging_and_marts(con, data, deliveries, temuan, lapor)
                lapor("memeriksa")
                _run_checks(con, temuan)
                _run_warnings(con, temuan)
                temuan.settle(con)
                _create_info(con, build_id, profil, deliveries)
                lapor("menerbitkan")
                _write(con, work / f"ucj-{build_id}.duckdb")
            finally:
                con.close()
            terbit.publish(data, build_id, work / f"ucj-{build_id}.duckdb", _path_batas(data, deliveries))
        except duckdb.OutOfMemoryException as salah:
            raise Penolakan(
                "Memori atau ruang disk komputer ini tidak cukup untuk membangun. Tutup program lain atau kosongkan "
                "disk, lalu jalankan `python -m etl build` lagi. Terbitan sebelumnya tetap berlaku."
            ) from salah
        finally:
            shutil.rmtree(work, ignore_errors=True)
    return build_id


def _new_id() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f") + "-" + secrets.token_hex(3)


def _open(work: Path) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(  # in memory: only a month of the list is there at a time, and writing it to disk costs most
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": _MEMORI,
            "temp_directory": str(work / "sementara"),
            "preserve_insertion_order": False,
        },
    )
    con.execute("set timezone = 'UTC'")
    return con


@dataclass
class Temuan:
    """What checks and warnings found, over all slices."""

    gagal: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    peringatan: list[tuple[str, str, int]] = field(default_factory=list)

    def settle(self, con: duckdb.DuckDBPyConnection) -> None:
        """Write the warnings to ``marts.peringatan``. Raises ``Penolakan`` when a check found wrong rows."""
        if self.gagal:
            raise Penolakan(
                "Pemeriksaan menemukan kesalahan, jadi tidak ada yang diterbitkan dan terbitan sebelumnya tetap "
                "berlaku:\n"
                + "\n".join(
                    f"- {_pesan(name)} ({jumlah} baris; pemeriksaan {name})" for name, jumlah in self.gagal.items()
                )
            )
        con.execute("create table marts.peringatan (nama varchar, kalimat varchar, jumlah bigint)")
        if self.peringatan:
            con.executemany("insert into marts.peringatan values (?, ?, ?)", self.peringatan)


def _pesan(check: str) -> str:
    pesan = _PESAN.search(read_sql("checks", check))
    return pesan.group(1) if pesan else check


def _create_staging_and_marts(
    con: duckdb.DuckDBPyConnection,
    data: Path,
    deliveries: list[kiriman.Kiriman],
    temuan: Temuan,
    lapor: Callable[[str], None],
) -> None:
    """Run every file once its tables are there; those of the person list over one slice of it after the other.

    A month's list is the largest thing by far and its people are chosen within the month, so the list is worked on month
    by month: the memory of a build does not grow with the number of months.
    """
    con.execute("create schema staging")
    con.execute("create schema marts")
    later = _find_later()
    for name in order_layer("staging"):
        if name not in later and not list_slice(read_sql("staging", name)):
            _create(con, "staging", name)
    months = [bulan for (bulan,) in con.execute("select bulan from staging.bulan_peserta order by bulan").fetchall()]
    for bulan in months or [None]:  # without a list the tables are made all the same, empty
        if bulan is not None:
            lapor(f"menghitung peserta {bulan:%Y-%m}")
        gudang.slice_peserta_bulan(con, data, deliveries, bulan)
        _run_slice(con, "bulan", temuan)
    lapor("menghitung daftar binaan")
    gudang.slice_peserta_binaan(con)
    _run_slice(con, "daftar binaan", temuan)
    lapor("menghitung")
    for name in order_layer("staging"):
        if name in later:
            _create(con, "staging", name)
    for name in order_layer("marts"):
        if not list_slice(read_sql("marts", name)):
            _create(con, "marts", name)


def _find_later() -> set[str]:
    """Return the staging tables that are run once but read, at first or second hand, one run by slices."""
    sliced = {name for name in list_sql("staging") if list_slice(read_sql("staging", name))}
    later: set[str] = set()
    for name in order_layer("staging"):
        needs = {table.split(".")[1] for table in list_table(read_sql("staging", name)) if table.startswith("staging.")}
        if name not in sliced and needs & (sliced | later):
            later.add(name)
    return later


def _run_slice(con: duckdb.DuckDBPyConnection, slice_name: str, temuan: Temuan) -> None:
    """Make the staging tables of a slice anew, add its rows to the marts, run its checks and warnings."""
    for name in order_layer("staging"):
        if slice_name in list_slice(read_sql("staging", name)):
            con.execute(f"create or replace table staging.{name} as {read_sql('staging', name)}")
    for name in order_layer("marts"):
        sql = read_sql("marts", name)
        if slice_name in list_slice(sql):
            con.execute(f"create table if not exists marts.{name} as select * from ({sql}\n) limit 0")
            con.execute(f"insert into marts.{name} {sql}")
    _run_checks(con, temuan, slice_name)
    _run_warnings(con, temuan, slice_name)


def _create(con: duckdb.DuckDBPyConnection, layer: str, name: str) -> None:
    con.execute(f"create table {layer}.{name} as {read_sql(layer, name)}")


def _run_checks(con: duckdb.DuckDBPyConnection, temuan: Temuan, slice_name: str | None = None) -> None:
    """Run the files of ``queries/checks`` of one slice: each returns the wrong rows."""
    for name in list_sql("checks"):
        sql = read_sql("checks", name)
        if list_slice(sql) != ([slice_name] if slice_name else []):
            continue
        row = con.execute(f"select count(*) from ({sql}\n)").fetchone()
        if row and row[0]:
            temuan.gagal[name] += row[0]


def _run_warnings(con: duckdb.DuckDBPyConnection, temuan: Temuan, slice_name: str | None = None) -> None:
    """Collect what the files of ``queries/warnings`` of one slice say: one finished sentence per row."""
    for name in list_sql("warnings"):
        sql = read_sql("warnings", name)
        if list_slice(sql) != ([slice_name] if slice_name else []):
            continue
        rows = con.execute(f"select kalimat, count(*) from ({sql}\n) group by all order by all").fetchall()
        temuan.peringatan += [(name, kalimat, jumlah) for kalimat, jumlah in rows]


def _create_info(con: duckdb.DuckDBPyConnection, build_id: str, profil: Any, deliveries: list[Any]) -> None:
    in_force = set(kiriman.berlaku(deliveries).values())
    dipakai = [k for k in deliveries if k.id in in_force]
    con.execute(
        "create table marts.info (build varchar, waktu timestamp, kode varchar, nama varchar, profil varchar, "
        "hash_profil varchar, is_simulasi boolean, bulan_terakhir date, tanggal_data date)"
    )
    con.execute(
        "insert into marts.info values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            build_id,
            datetime.now(UTC).replace(tzinfo=None),
            profil.kode,
            profil.nama,
            profil.id,
            profil.hash,
            any(k.simulasi for k in dipakai),
            gudang.find_bulan_terakhir(con),
            max((k.diterima for k in dipakai), default=None),
        ],
    )


def _write(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Copy the marts, and nothing else, into the file that readers open; rows in a fixed order."""
    con.execute("set preserve_insertion_order = true")
    con.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as terbit")
    con.execute("create schema terbit.marts")
    tables = con.execute(
        "select table_name from information_schema.tables where table_schema = 'marts' "
        "and table_catalog = current_database() order by table_name"
    ).fetchall()
    for (name,) in tables:
        con.execute(f"create table terbit.marts.{name} as select * from marts.{name} order by all")
    con.execute("detach terbit")


def _path_batas(data: Path, deliveries: list[Any]) -> Path | None:
    """Return the boundaries of the newest ``wilayah`` delivery in force that has any."""
    for delivery in reversed([k for k in deliveries if k.sumber == "wilayah"]):
        path = kiriman.path_batas(data, delivery)
        if path.exists():
            return path
    return None

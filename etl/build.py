"""Builds the marts from the deliveries in force and publishes them.

raw -> staging -> marts -> checks -> warnings -> ``data/terbit/ucj-<build>.duckdb``. A failing check publishes nothing.
"""

import secrets
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from etl import cache, gudang, kiriman, lapisan, terbit
from ucj.penolakan import Penolakan
from ucj.peraturan import load_profil
from ucj.sql import connect

_MEMORI = "3GB"  # the bar for the whole build is 4 GiB (product.md 5)


def build(data: Path, lapor: Callable[[str], None] = lambda kalimat: None) -> str:
    """Build and publish; return the id of the new build.

    Raises ``Penolakan`` when a check finds wrong rows, when nothing was delivered, or when another load or build runs;
    the published build then stays as it was.
    """
    profil = load_profil(data)
    with cache.explain_disk(data), kiriman.lock(data):
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
                temuan = lapisan.Temuan()
                lapisan.create(con, data, deliveries, temuan, lapor)
                lapor("memeriksa")
                lapisan.run_checks(con, temuan)
                lapisan.run_warnings(con, temuan)
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
    con = connect(  # in memory: only a month of the list is there at a time, and writing it to disk costs most
        memory_limit=_MEMORI, temp_directory=str(work / "sementara"), preserve_insertion_order=False
    )
    con.execute("set timezone = 'UTC'")
    return con


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

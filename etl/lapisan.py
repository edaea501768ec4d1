"""Runs the SQL files layer by layer: staging, the person list month by month, marts, checks, warnings."""

import hashlib
import json
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from etl import gudang, kiriman
from etl.arus import Arus
from ucj import format
from ucj.penolakan import Penolakan
from ucj.sql import is_view, list_slice, list_sql, list_table, order_layer, read_sql

_PESAN = re.compile(r"^--\s*pesan:\s*(.+)$", re.MULTILINE)


@dataclass
class Temuan:
    """What checks and warnings found, over all slices."""

    gagal: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    peringatan: list[tuple[str, str, int]] = field(default_factory=list)

    def add(self, lain: "Temuan") -> None:
        """Take over what another slice found."""
        for name, jumlah in lain.gagal.items():
            self.gagal[name] += jumlah
        self.peringatan += lain.peringatan

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
            rows = [(name, format.sebut_bulan(kalimat), jumlah) for name, kalimat, jumlah in self.peringatan]
            con.executemany("insert into marts.peringatan values (?, ?, ?)", rows)


def _pesan(check: str) -> str:
    pesan = _PESAN.search(read_sql("checks", check))
    return pesan.group(1) if pesan else check


def create(
    con: duckdb.DuckDBPyConnection,
    data: Path,
    deliveries: list[kiriman.Kiriman],
    temuan: Temuan,
    lapor: Callable[[str], None],
) -> None:
    """Run every file once its tables are there; those of the person list over one slice of it after the other.

    A month's list is the largest thing by far and its people are chosen within the month, so the list is worked on
    month by month: the memory of a build does not grow with the number of months.
    """
    con.execute("create schema staging")
    con.execute("create schema marts")
    later = _find_later()
    for name in order_layer("staging"):
        if name not in later and not list_slice(read_sql("staging", name)):
            _create(con, "staging", name)
    months = [bulan for (bulan,) in con.execute("select bulan from staging.bulan_peserta order by bulan").fetchall()]
    simpanan = Simpanan(con, data)
    gudang.slice_peserta_bulan(con, data, deliveries, None)  # without a list the tables are made all the same, empty
    _run_slice(con, "bulan", temuan)
    arus = Arus(con, data)
    _run_slice(con, "arus", temuan)
    for bulan in months:
        berkas = gudang.slice_peserta_bulan(con, data, deliveries, bulan)
        is_ada = simpanan.restore(con, berkas, temuan)
        is_arus_ada = arus.restore(bulan, simpanan.name(berkas))
        if is_ada and is_arus_ada:
            continue
        lapor(f"menghitung {'arus ' if is_ada else ''}peserta {bulan:%Y-%m}")
        lalu = None if is_arus_ada else arus.need(bulan)
        if lalu:
            gudang.slice_peserta_bulan(con, data, deliveries, lalu)
            _make_staging(con, "bulan")
            arus.remember(lalu)
            gudang.slice_peserta_bulan(con, data, deliveries, bulan)
        if is_ada:
            _make_staging(con, "bulan")
        else:
            sebulan = Temuan()
            _run_slice(con, "bulan", sebulan)
            temuan.add(sebulan)
            if not sebulan.gagal:
                simpanan.store(con, bulan, berkas, sebulan)
        if not is_arus_ada:
            arus.count(bulan, lambda: _run_slice(con, "arus", temuan))
    simpanan.clean()
    arus.clean()
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


class Simpanan:
    """What each month of the person list gave, kept in ``cache/bulanan`` so that a new month is the only one counted.

    A month's result is kept under a hash of all that it follows from: the file of the month, the SQL, the profile's
    tables and the list of regions. Whatever changes, the name changes, and the month is counted again.
    """

    def __init__(self, con: duckdb.DuckDBPyConnection, data: Path) -> None:
        self._folder = data / "cache" / "bulanan"
        self._marts = [name for name in list_sql("marts") if "bulan" in list_slice(read_sql("marts", name))]
        self._dipakai: set[str] = set()
        dasar = hashlib.sha256(duckdb.__version__.encode())
        for layer in ("staging", "marts", "checks", "warnings"):
            for name in list_sql(layer):
                if "bulan" in list_slice(read_sql(layer, name)):
                    dasar.update(read_sql(layer, name).encode())
        for table in ("staging.segmen_kepesertaan", "staging.wilayah", "ref.parameter", "ref.program"):
            dasar.update(repr(con.execute(f"select * from {table} order by all").fetchall()).encode())
        self._dasar = dasar.hexdigest()

    def name(self, berkas: Sequence[tuple[Path, set[str] | None]]) -> str:
        """Return the name of a month: the same only when all that its result follows from is the same."""
        hash_bulan = hashlib.sha256(self._dasar.encode())
        for path, kept in berkas:
            stat = path.stat()
            hash_bulan.update(f"{path.name}|{stat.st_size}|{stat.st_mtime_ns}|{sorted(kept or ())}".encode())
        return hash_bulan.hexdigest()[:32]

    def _path(self, berkas: Sequence[tuple[Path, set[str] | None]]) -> Path:
        return self._folder / self.name(berkas)

    def restore(
        self, con: duckdb.DuckDBPyConnection, berkas: Sequence[tuple[Path, set[str] | None]], temuan: Temuan
    ) -> bool:
        """Add a month's kept rows to the marts and its warnings to what was found; False when none are kept."""
        path = self._path(berkas)
        self._dipakai.add(path.name)
        if not (path / "peringatan.json").exists():
            return False
        con.execute("begin")
        try:
            for name in self._marts:
                con.execute(f"insert into marts.{name} select * from read_parquet(?)", [str(path / f"{name}.parquet")])
            peringatan = json.loads((path / "peringatan.json").read_text("utf-8"))
        except (duckdb.Error, ValueError):  # damaged, by a power cut for example: the month is counted again
            con.execute("rollback")
            return False
        con.execute("commit")
        temuan.peringatan += [tuple(satu) for satu in peringatan]
        return True

    def store(
        self,
        con: duckdb.DuckDBPyConnection,
        bulan: date,
        berkas: Sequence[tuple[Path, set[str] | None]],
        temuan: Temuan,
    ) -> None:
        """Keep what a month gave. The folder gets its name last, so that a killed build leaves nothing half kept."""
        path = self._path(berkas)
        sementara = path.with_name(f"{path.name}.{os.getpid()}")
        shutil.rmtree(sementara, ignore_errors=True)  # in a container the process that was killed had the same number
        sementara.mkdir(parents=True)
        for name in self._marts:
            tujuan = str(sementara / f"{name}.parquet").replace("'", "''")
            sebulan = f"select * from marts.{name} where bulan = date '{bulan}'"
            con.execute(f"copy ({sebulan}) to '{tujuan}' (format parquet)")
        (sementara / "peringatan.json").write_text(json.dumps(temuan.peringatan), "utf-8")
        shutil.rmtree(path, ignore_errors=True)  # of a month that was kept and then damaged
        sementara.replace(path)

    def clean(self) -> None:
        """Delete what this build did not use."""
        if self._folder.exists():
            for path in self._folder.iterdir():
                if path.name not in self._dipakai:
                    shutil.rmtree(path, ignore_errors=True)


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
    _make_staging(con, slice_name)
    for name in order_layer("marts"):
        sql = read_sql("marts", name)
        if slice_name in list_slice(sql):
            con.execute(f"create table if not exists marts.{name} as select * from ({sql}\n) limit 0")
            con.execute(f"insert into marts.{name} {sql}")
    run_checks(con, temuan, slice_name)
    run_warnings(con, temuan, slice_name)


def _make_staging(con: duckdb.DuckDBPyConnection, slice_name: str) -> None:
    for name in order_layer("staging"):
        if slice_name in list_slice(read_sql("staging", name)):
            kind = "view" if is_view(read_sql("staging", name)) else "table"
            con.execute(f"create or replace {kind} staging.{name} as {read_sql('staging', name)}")


def _create(con: duckdb.DuckDBPyConnection, layer: str, name: str) -> None:
    con.execute(f"create table {layer}.{name} as {read_sql(layer, name)}")


def run_checks(con: duckdb.DuckDBPyConnection, temuan: Temuan, slice_name: str | None = None) -> None:
    """Run the files of ``queries/checks`` of one slice: each returns the wrong rows."""
    for name in list_sql("checks"):
        sql = read_sql("checks", name)
        if list_slice(sql) != ([slice_name] if slice_name else []):
            continue
        row = con.execute(f"select count(*) from ({sql}\n)").fetchone()
        if row and row[0]:
            temuan.gagal[name] += row[0]


def run_warnings(con: duckdb.DuckDBPyConnection, temuan: Temuan, slice_name: str | None = None) -> None:
    """Collect what the files of ``queries/warnings`` of one slice say: one finished sentence per row."""
    for name in list_sql("warnings"):
        sql = read_sql("warnings", name)
        if list_slice(sql) != ([slice_name] if slice_name else []):
            continue
        rows = con.execute(f"select kalimat, count(*) from ({sql}\n) group by all order by all").fetchall()
        temuan.peringatan += [(name, kalimat, jumlah) for kalimat, jumlah in rows]

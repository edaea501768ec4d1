"""Who came and who left since the month before, kept month by month (sources.md 5, rule 23).

Whether a person is new depends on every month before, so what is kept of a month stands under a name that chains the
months before it: a late or replaced month changes the names of all later ones, and their flow is counted again. Of the
people only who was new is kept, once per person and not once per month; together the months then say who was ever
active, without reading all lists again.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from ucj.kalender import geser_bulan
from ucj.sql import list_slice, list_sql, read_sql

_PERNAH = "raw.peserta_pernah"


class Arus:
    """The months in order; each is given to ``restore`` and, when that says False, to ``count``."""

    def __init__(self, con: duckdb.DuckDBPyConnection, data: Path) -> None:
        """Make the raw tables of the slice, empty; ``staging.peserta_aktif`` stands, as of no month."""
        self._con = con
        self._folder = data / "cache" / "arus"
        self._marts = [name for name in list_sql("marts") if "arus" in list_slice(read_sql("marts", name))]
        dasar = hashlib.sha256(duckdb.__version__.encode())
        for layer in ("staging", "marts"):
            for name in list_sql(layer):
                if "arus" in list_slice(read_sql(layer, name)):
                    dasar.update(read_sql(layer, name).encode())
        self._rantai = dasar.hexdigest()
        self._dipakai: set[str] = set()
        self._belum_dibaca: list[str] = []  # the new people of months whose flow was kept
        self._ada: set[date] = set()
        self._lalu: date | None = None  # the month whose people stand in raw.peserta_lalu
        self._terakhir: date | None = None  # the month counted last: its people still stand in staging.peserta_aktif
        con.execute("create table raw.bulan_potong (bulan date, bulan_lalu date)")
        con.execute("create table staging.peserta_aktif_lalu as select * from staging.peserta_aktif limit 0")
        con.execute("create view raw.peserta_lalu as select * from staging.peserta_aktif_lalu")
        con.execute(f"create table {_PERNAH} (id_peserta uuid, basis varchar)")

    def restore(self, bulan: date, nama: str) -> bool:
        """Add a month's kept flow to the marts; False when none is kept. ``nama`` says from what its people follow."""
        self._rantai = hashlib.sha256(f"{self._rantai}|{bulan}|{nama}".encode()).hexdigest()
        self._ada.add(bulan)
        path = self._path()
        self._dipakai.add(path.name)
        if not path.exists():
            return False
        baru = str(path / "baru.parquet")
        self._con.execute("begin")
        try:
            for name in self._marts:
                kept = str(path / f"{name}.parquet")
                self._con.execute(f"insert into marts.{name} select * from read_parquet(?)", [kept])
            self._con.execute("select count(*) from read_parquet(?)", [baru])
        except duckdb.Error:  # damaged, by a power cut for example: the month is counted again
            self._con.execute("rollback")
            return False
        self._con.execute("commit")
        self._belum_dibaca.append(baru)
        return True

    def need(self, bulan: date) -> date | None:
        """Return the month before when it has a list whose people must first be given to ``remember``.

        Must be asked before ``staging.peserta_aktif`` is made for the month itself.
        """
        lalu = geser_bulan(bulan, -1)
        if lalu not in self._ada:
            return None
        if lalu == self._terakhir:
            self.remember(lalu)
        return None if lalu == self._lalu else lalu

    def remember(self, bulan: date) -> None:
        """Take the people of ``staging.peserta_aktif`` for those of the month before the one that is counted next.

        The table is renamed, not copied: it must be made anew for the next month.
        """
        self._con.execute("drop view raw.peserta_lalu")
        self._con.execute("drop table staging.peserta_aktif_lalu")
        self._con.execute("alter table staging.peserta_aktif rename to peserta_aktif_lalu")
        self._con.execute("create view raw.peserta_lalu as select * from staging.peserta_aktif_lalu")
        self._lalu = bulan

    def count(self, bulan: date, run: Callable[[], object]) -> None:
        """Count the flow into a month whose people stand in ``staging.peserta_aktif``; ``run`` runs the slice."""
        lalu = geser_bulan(bulan, -1)
        if lalu != self._lalu:
            self._con.execute("delete from staging.peserta_aktif_lalu")
        self._con.execute("delete from raw.bulan_potong")
        self._con.execute("insert into raw.bulan_potong values (?, ?)", [bulan, lalu if lalu in self._ada else None])
        if self._belum_dibaca:
            self._con.execute(
                f"insert into {_PERNAH} select id_peserta, basis from read_parquet(?)", [self._belum_dibaca]
            )
            self._belum_dibaca = []
        run()
        self._store(bulan)
        self._terakhir = bulan

    def _store(self, bulan: date) -> None:
        """Keep what the month gave. The folder gets its name last, so that a killed build leaves nothing half kept."""
        path = self._path()
        sementara = path.with_name(f"{path.name}.{os.getpid()}")
        shutil.rmtree(sementara, ignore_errors=True)
        sementara.mkdir(parents=True)
        isi = {name: f"select * from marts.{name} where bulan = date '{bulan}'" for name in self._marts}
        isi["baru"] = "select id_peserta, basis from staging.peserta_gerak where gerak = 'BARU'"
        for name, sql in isi.items():
            tujuan = str(sementara / f"{name}.parquet").replace("'", "''")
            self._con.execute(f"copy ({sql}) to '{tujuan}' (format parquet)")
        self._con.execute(f"insert into {_PERNAH} {isi['baru']}")
        shutil.rmtree(path, ignore_errors=True)  # of a month that was kept and then damaged
        sementara.replace(path)

    def _path(self) -> Path:
        return self._folder / self._rantai[:32]

    def clean(self) -> None:
        """Delete what this build did not use."""
        if self._folder.exists():
            for path in self._folder.iterdir():
                if path.name not in self._dipakai:
                    shutil.rmtree(path, ignore_errors=True)

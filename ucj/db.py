"""Opens the published build read-only and reads it by the name of a query.

One connection per build, one cursor per query: DuckDB keeps one instance per path in a process, so file names are
never reused and a new build is a new file (docs/keputusan.md).
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from ucj.penolakan import Penolakan
from ucj.penunjuk import Beku, check_beku, folder_beku, path_terbitan, read_penunjuk
from ucj.sql import connect, list_parameter, list_sql, read_sql


@dataclass(frozen=True)
class Info:
    """What a build says of itself: the one row of ``marts.info``."""

    build: str
    waktu: Any
    kode: str
    nama: str
    profil: str
    hash_profil: str
    is_simulasi: bool
    bulan_terakhir: Any
    tanggal_data: Any


class Terbitan:
    """One published build, open for reading."""

    def __init__(self, path: Path, build: str) -> None:
        self.build = build
        self.path = path
        self._con = connect()
        self._con.execute(f"attach '{str(path).replace(chr(39), chr(39) * 2)}' as ucj (read_only)")
        self._con.execute("set enable_external_access = false")

    def read(self, name: str, **params: Any) -> pl.DataFrame:
        """Return the rows of ``queries/reads/<name>.sql``; its header says the grain.

        Raises ``Penolakan`` for a query that does not exist, for a parameter missing or unknown, and for a build of
        another version of this program that lacks what the query reads.
        """
        if name not in list_sql("reads"):
            raise Penolakan(f"Tidak ada bacaan bernama {name!r}. Yang ada: {', '.join(list_sql('reads'))}.")
        sql = read_sql("reads", name)
        known = set(list_parameter(sql))
        if known != set(params):
            expected = ", ".join(sorted(known)) or "tanpa parameter"
            raise Penolakan(f"Bacaan {name} memerlukan parameter: {expected}. Diberikan: {', '.join(params) or '-'}.")
        try:
            return self._fetch(sql, params)
        except (duckdb.CatalogException, duckdb.BinderException) as salah:
            raise Penolakan(
                f"Terbitan {self.build} dibuat oleh versi aplikasi yang lain dan tidak memuat bacaan {name}. Untuk "
                "angka terbaru jalankan `python -m etl build`; angka beku dibaca dengan versi yang membekukannya, atau "
                "dibekukan lagi."
            ) from salah

    def _fetch(self, sql: str, params: dict[str, Any]) -> pl.DataFrame:
        cursor = self._con.cursor()
        cursor.execute("use ucj")  # a cursor does not inherit it
        return cursor.sql(sql, params=params).pl() if params else cursor.sql(sql).pl()

    @cached_property
    def info(self) -> Info:
        """What the build says of itself."""
        return Info(**self.read("info").row(0, named=True))

    @property
    def path_batas(self) -> Path:
        """The GeoJSON of the village boundaries (property ``kode_desa``); may not exist."""
        return self.path.parent / f"batas-{self.build}.geojson"

    def close(self) -> None:
        """Let the file go."""
        self._con.close()


def open_terbitan(data: Path) -> Terbitan | None:
    """Open the published build of a data folder; None when nothing was published yet.

    A build that is replaced and deleted between the look at the pointer and the opening is no error: the pointer then
    names another, which is opened. Raises ``Penolakan`` when the file that the pointer names is gone.
    """
    build = read_penunjuk(data)
    while build is not None:
        path = path_terbitan(data, build)
        try:
            return Terbitan(path, build)
        except duckdb.IOException as error:
            if (now := read_penunjuk(data)) != build:
                build = now
                continue
            if path.exists():
                raise
            raise Penolakan(
                f"Berkas terbitan {path.name} tidak ada. Jalankan `python -m etl build` untuk menerbitkan ulang, "
                "atau `python -m etl rollback` untuk kembali ke terbitan sebelumnya."
            ) from error
    return None


def open_beku(data: Path, satu: Beku) -> Terbitan:
    """Open a frozen build. Raises ``Penolakan`` when one of its files is missing or no longer what was frozen."""
    check_beku(data, satu)
    return Terbitan(folder_beku(data, satu.id) / path_terbitan(data, satu.build).name, satu.build)

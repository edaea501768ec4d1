"""Writes the typed Parquet files of a delivery."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from ucj.penolakan import Penolakan

_PENUH = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_TERTUTUP = {errno.EACCES, errno.EPERM, errno.EROFS}


def write(baris: pl.DataFrame, skema: dict[str, str], path: Path) -> None:
    """Write rows to Parquet with exactly the columns and DuckDB types of ``skema``, also when there is no row.

    A column that the frame lacks is null. DuckDB writes, because polars cannot write the type UUID.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    kolom = ", ".join(
        f"cast({nama if nama in baris.columns else 'null'} as {tipe}) as {nama}" for nama, tipe in skema.items()
    )
    con = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    try:
        con.register("baris_kiriman", baris if baris.columns else pl.DataFrame({"kosong": []}))
        con.execute(f"copy (select {kolom} from baris_kiriman) to {_quote(path)} (format parquet, compression zstd)")
    finally:
        con.close()
    with path.open("rb+") as berkas:
        os.fsync(berkas.fileno())


def read(path: Path) -> pl.DataFrame:
    """Return the rows of one file; ``id_peserta`` as text 8-4-4-4-12, as in the frames of ``etl.baca``."""
    con = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})
    try:
        lama = f"select * from read_parquet({_quote(path)})"
        nama = [baris[0] for baris in con.execute(f"describe {lama}").fetchall()]
        teks = " replace (id_peserta::varchar as id_peserta)" if "id_peserta" in nama else ""
        return con.cursor().sql(lama.replace("*", f"*{teks}", 1)).pl()
    finally:
        con.close()


@contextmanager
def explain_disk(data: Path) -> Iterator[None]:
    """Turn "no space left" and "not allowed to write" into a ``Penolakan`` that says what to do."""
    try:
        yield
    except (OSError, duckdb.Error) as salah:
        nomor = getattr(salah, "errno", None)
        pesan = str(salah).lower()
        if nomor in _PENUH or "no space left" in pesan or "file too large" in pesan:
            raise Penolakan(
                f"Ruang disk untuk folder data {data} habis, jadi tidak ada yang dimuat dan data yang ada tetap utuh. "
                "Kosongkan disk, lalu ulangi perintah ini."
            ) from salah
        if nomor in _TERTUTUP or "permission denied" in pesan:
            raise Penolakan(
                f"Folder data {data} atau isinya tidak boleh ditulis oleh pengguna ini. Perbaiki izinnya, atau pakai "
                "--data dengan folder lain."
            ) from salah
        raise


def _quote(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"

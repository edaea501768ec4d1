"""Writes the typed Parquet files of a delivery."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from ucj.penolakan import Penolakan
from ucj.sql import connect

_PENUH = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_KATA_PENUH = ("no space left", "file too large", "could not write", "could not truncate")
_TERTUTUP = {errno.EACCES, errno.EPERM, errno.EROFS}


_TIPE: dict[str, pa.DataType] = {
    "VARCHAR": pa.large_string(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "UUID": pa.uuid(),
}
_GRUP = 122_880  # rows of a row group: those that DuckDB reads with one thread


def write(baris: pl.DataFrame, skema: dict[str, str], path: Path) -> None:
    """Write rows to Parquet with exactly the columns and DuckDB types of ``skema``, also when there is no row.

    A column that the frame lacks is null. Arrow writes, because polars cannot write the type UUID and DuckDB takes
    three times as long for a frame.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    kolom = [_make_kolom(baris, nama, tipe) for nama, tipe in skema.items()]
    tabel = pa.table(kolom, schema=pa.schema([(nama, _TIPE[tipe]) for nama, tipe in skema.items()]))
    with path.open("wb") as berkas:
        pq.write_table(tabel, berkas, compression="zstd", row_group_size=_GRUP, store_schema=False)
        berkas.flush()
        os.fsync(berkas.fileno())


def _make_kolom(baris: pl.DataFrame, nama: str, tipe: str) -> pa.Array:
    if nama not in baris.columns:
        return pa.nulls(baris.height, _TIPE[tipe])
    kolom = baris[nama]
    if tipe != "UUID":
        arrow = _to_arrow(kolom)
        return arrow if arrow.type == _TIPE[tipe] else arrow.cast(_TIPE[tipe])
    biner = kolom.cast(pl.String).str.replace_all("-", "", literal=True).str.decode("hex")
    return pa.ExtensionArray.from_storage(pa.uuid(), _to_arrow(biner).cast(pa.binary(16)))


def _to_arrow(kolom: pl.Series) -> pa.Array:
    return kolom.to_arrow(compat_level=pl.CompatLevel.oldest())


def read(path: Path) -> pl.DataFrame:
    """Return the rows of one file; ``id_peserta`` as text 8-4-4-4-12, as in the frames of ``etl.baca``."""
    con = connect()
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
        if nomor in _PENUH or any(kata in pesan for kata in _KATA_PENUH):
            raise Penolakan(
                f"Ruang disk untuk folder data {data} habis, jadi perintah ini tidak mengubah apa pun; kiriman dan "
                "terbitan yang ada tetap utuh. Kosongkan disk, lalu ulangi perintah ini."
            ) from salah
        if nomor in _TERTUTUP or "permission denied" in pesan:
            raise Penolakan(
                f"Folder data {data} atau isinya tidak boleh ditulis oleh pengguna ini. Perbaiki izinnya, atau pakai "
                "--data dengan folder lain."
            ) from salah
        raise


def _quote(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"

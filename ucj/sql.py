"""Finds the SQL files (``queries/<layer>/<name>.sql`` is table ``<layer>.<name>``) and opens the engine for them."""

import re
from functools import cache
from pathlib import Path

import duckdb

QUERIES = Path(__file__).resolve().parent.parent / "queries"

_TABLE_WORD = re.compile(r"\b(?:from|join)\s+((?:raw|ref|staging|marts)\.[a-z0-9_]+)", re.IGNORECASE)
_COMMENT = re.compile(r"--[^\n]*")
_PER = re.compile(r"^--\s*per:\s*(.+)$", re.MULTILINE)
_VIEW = re.compile(r"^--\s*kind:\s*view\s*$", re.MULTILINE)
_PARAMETER = re.compile(r"^--\s*params:\s*(.+)$", re.MULTILINE)


def connect(**config: str | bool) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that loads no extension from the internet and prints no progress bar of its own."""
    con = duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False, **config})
    con.execute("set enable_progress_bar = false")
    return con


def list_sql(layer: str) -> list[str]:
    """Return the names of one layer's files, sorted."""
    return sorted(path.stem for path in (QUERIES / layer).glob("*.sql"))


@cache
def read_sql(layer: str, name: str) -> str:
    """Return the text of one SQL file. Raises ``FileNotFoundError`` for a name that has no file."""
    return (QUERIES / layer / f"{name}.sql").read_text(encoding="utf-8")


def list_table(sql: str) -> set[str]:
    """Return the tables (``schema.name``) that a statement names after ``from`` or ``join``."""
    return {match.lower() for match in _TABLE_WORD.findall(_COMMENT.sub("", sql))}


def list_slice(sql: str) -> list[str]:
    """Return the slices of the person list that a statement is run over (``-- per: bulan``); none: it is run once."""
    header = _PER.search(sql)
    return [part.strip() for part in header.group(1).split(",")] if header else []


def is_view(sql: str) -> bool:
    """Whether a staging file asks to stand as a view (``-- kind: view``): read often, too wide to be worth writing."""
    return _VIEW.search(sql) is not None


def list_parameter(sql: str) -> dict[str, str]:
    """Return parameter name -> SQL type from the ``-- params: bulan DATE, kode VARCHAR`` header."""
    header = _PARAMETER.search(sql)
    if header is None or header.group(1).strip() == "-":
        return {}
    pairs = (part.split() for part in header.group(1).split(","))
    return {name.lstrip("$"): " ".join(kind).upper() for name, *kind in pairs}


def order_layer(layer: str) -> list[str]:
    """Return one layer's file names, each after the tables of the same layer that it reads.

    Raises ``ValueError`` when files read each other in a circle.
    """
    names = list_sql(layer)
    needs = {
        name: {table.split(".")[1] for table in list_table(read_sql(layer, name)) if table.startswith(f"{layer}.")}
        for name in names
    }
    ordered: list[str] = []
    while len(ordered) < len(names):
        ready = [name for name in names if name not in ordered and needs[name] <= set(ordered)]
        if not ready:
            rest = sorted(set(names) - set(ordered))
            raise ValueError(f"queries/{layer}: these files read each other or a missing table: {rest}")
        ordered.extend(ready)
    return ordered

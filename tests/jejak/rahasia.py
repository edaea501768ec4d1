"""A scanner for people in a published file: dumps every table as text and searches it."""

import re
from collections.abc import Iterable
from pathlib import Path

import duckdb

NIK = re.compile(r"(?<!\d)\d{16}(?!\d)")
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
COLUMNS = {"nik", "nik_samar", "id_peserta", "kpj", "nama", "nama_tk"}
TABLES_WITH_OTHER_NAMES = {"info", "peringatan"}  # `nama` is the regency's there, and the warning's


def tables(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    return con.execute(
        "select table_schema, table_name from information_schema.tables where table_schema <> 'information_schema'"
        " order by all"
    ).fetchall()


def scan(database: Path, persons: Iterable[str] = ()) -> list[str]:
    """Return what gives a person away, one line per finding: columns, NIK, ids, and the given names or numbers."""
    wanted = {text.casefold() for text in persons if text}
    findings = []
    with duckdb.connect(str(database), read_only=True) as con:
        for schema, table in tables(con):
            relation = con.cursor().sql(f'select * from "{schema}"."{table}"')
            hidden = COLUMNS & {column.lower() for column in relation.columns}
            if hidden - ({"nama"} if table in TABLES_WITH_OTHER_NAMES else set()):
                findings.append(f"{schema}.{table}: column {sorted(hidden)}")
            for row in relation.fetchall():
                for cell in row:
                    text = str(cell)
                    if NIK.search(text) or UUID.search(text) or text.casefold() in wanted:
                        findings.append(f"{schema}.{table}: {text[:6]}…")
    return findings

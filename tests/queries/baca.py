"""Runs a read on the working database of ``gudang_kecil``."""

from typing import Any

from tests.queries.gudang_kecil import Gudang
from ucj.sql import list_table, read_sql


def baca(gudang: Gudang, name: str, **params: Any) -> list[tuple[Any, ...]]:
    """Return the rows of ``queries/reads/<name>.sql``; the marts that it names are made when they do not exist yet."""
    sql = read_sql("reads", name)
    for needed in sorted(list_table(sql)):
        if needed.startswith("marts.") and not gudang.has(needed):
            gudang.make(needed)
    return gudang.con.execute(sql, params).fetchall()

"""The command line as tests use it: in this process, with its output caught."""

import contextlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.__main__ import main


@dataclass(frozen=True)
class Jawaban:
    """What one call of the command line left behind."""

    status: int
    keluaran: str
    galat: str


def run(data: Path, *argv: str) -> Jawaban:
    """Run ``python -m etl --data DATA ARGV…`` in this process."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = main(["--data", str(data), *argv])
        except SystemExit as stop:  # argparse ends wrong usage this way
            status = int(stop.code or 0)
    return Jawaban(int(status or 0), out.getvalue(), err.getvalue())


def must(data: Path, *argv: str) -> str:
    """Run a command that has to succeed and return what it printed."""
    jawaban = run(data, *argv)
    assert jawaban.status == 0, f"etl {' '.join(argv)}: {jawaban.status}\n{jawaban.keluaran}\n{jawaban.galat}"
    return jawaban.keluaran


def status(data: Path) -> dict[str, Any]:
    return json.loads(must(data, "status", "--format", "json"))


class Angka:
    """The objects of ``indicator --format json`` of one period, looked up by code, level and key."""

    def __init__(self, objects: Iterable[dict[str, Any]]) -> None:
        self.semua = list(objects)

    def satu(self, kode: str, tingkat: str = "KABUPATEN", kunci: str | None = None, satuan: str | None = None) -> dict:
        """The one object of a code, level, key and unit; fails when there is none or more than one."""
        found = [
            nilai
            for nilai in self.semua
            if nilai["kode"] == kode
            and nilai["tingkat"] == tingkat
            and kunci in (None, nilai["kunci"])
            and satuan in (None, nilai["satuan"])
        ]
        assert len(found) == 1, f"{kode} {tingkat} {kunci} {satuan}: {len(found)} objects"
        return found[0]

    def pecahan(self, kode: str, tingkat: str, satuan: str | None = None) -> dict[str, tuple[Any, Any]]:
        """Key -> (pembilang, penyebut) of a level, all rows."""
        rows = [
            nilai
            for nilai in self.semua
            if nilai["kode"] == kode and nilai["tingkat"] == tingkat and satuan in (None, nilai["satuan"])
        ]
        table = {nilai["kunci"]: (nilai["pembilang"], nilai["penyebut"]) for nilai in rows}
        assert len(table) == len(rows), f"{kode} {tingkat}: a key stands twice"
        return table

    def isi(self, kode: str, tingkat: str, satuan: str | None = None) -> dict[str, tuple[Any, Any]]:
        """The same without the rows of known units that have neither a count nor a denominator."""
        return {kunci: pair for kunci, pair in self.pecahan(kode, tingkat, satuan).items() if pair[0] or pair[1]}

    def jumlah(self, kode: str, tingkat: str, satuan: str | None = None) -> dict[str, Any]:
        """Key -> pembilang of a level, without zeros."""
        return {kunci: pair[0] for kunci, pair in self.pecahan(kode, tingkat, satuan).items() if pair[0]}


def angka(data: Path, *argv: str) -> Angka:
    """``indicator`` with the given period or filters, as JSON."""
    return Angka(json.loads(must(data, "indicator", *argv, "--format", "json")))

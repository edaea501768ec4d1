"""Keeps what went wrong inside the program for its makers, without any value of a delivery.

The message of an unexpected exception may hold a cell (a NIK, a name), so only its type and the places in the code
are written down; the user gets a number to quote.
"""

import os
import secrets
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType


def install(data: Path) -> None:
    """Make this process end an unexpected exception with a short sentence; the traceback goes to ``log``."""

    def tangkap(jenis: type[BaseException], salah: BaseException, jejak: TracebackType | None) -> None:
        if issubclass(jenis, KeyboardInterrupt):
            print("Dibatalkan. Tidak ada yang berubah.", file=sys.stderr)
        elif issubclass(jenis, BrokenPipeError):  # the reader of the pipe went away: `… | head`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        else:
            print(report(data, salah), file=sys.stderr)

    sys.excepthook = tangkap


def report(data: Path, salah: BaseException) -> str:
    """Write the places of an exception to ``log/<number>.txt`` in the data folder; return the sentence for the user."""
    nomor = f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
    kalimat = f"Kesalahan di dalam program (nomor {nomor}). Data yang sudah ada tidak berubah."
    path = data / "log" / f"{nomor}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(_lines(salah)) + "\n", encoding="utf-8")
    except OSError:
        return f"{kalimat} Catatannya tidak dapat ditulis ke {path.parent}; periksa ruang dan izin folder itu."
    return f"{kalimat} Sampaikan nomor itu dan berkas {path} kepada pengelola aplikasi."


def _lines(salah: BaseException) -> Iterator[str]:
    satu: BaseException | None = salah
    while satu is not None:
        yield f"{type(satu).__module__}.{type(satu).__qualname__}"
        for bingkai in traceback.extract_tb(satu.__traceback__):
            yield f"  {bingkai.filename}:{bingkai.lineno} {bingkai.name}"
        satu = satu.__cause__ or satu.__context__

"""One office's own sheet: every person of its newest rosters beside what the person list says of them.

Made from the cache with the staging SQL of a build, so its figures are those of PEM-01 to PEM-04 and SEK-01. The
published build cannot serve it: names and masked NIK never reach it (style.md 8.1).
"""

import os
from pathlib import Path

import xlsxwriter

from etl.cache import explain_disk
from etl.lembar_opd.buku import Penulis
from etl.lembar_opd.isi import read


def write(data: Path, kode_opd: str, out: Path) -> None:
    """Write one office's sheet. Raises ``Penolakan`` for an office without a roster; the file appears in one step."""
    lembar = read(data, kode_opd)
    sementara = out.with_name(f".{out.name}.{os.getpid()}")
    with explain_disk(out.parent):
        try:
            with xlsxwriter.Workbook(
                str(sementara), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
            ) as buku:
                Penulis(buku, lembar).write()
            sementara.replace(out)
        finally:
            sementara.unlink(missing_ok=True)

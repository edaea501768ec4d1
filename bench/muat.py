"""How long a load of one new month takes, as a ratio to a floor of the same run (product.md 5).

    python bench/muat.py [--skala 0.05] [--bagian csv|xlsx|semua]

CSV: at most 15 times what polars needs to read that CSV as text. XLSX: at most 1.5 times what python-calamine needs to
turn that workbook into Python lists. A load is everything from the file as sent to the Parquet and the manifest.
"""

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import polars as pl
from python_calamine import CalamineWorkbook

from bench.kabupaten import make_dunia
from bench.ukur import Ukuran, apart, best, show
from etl import muat
from etl.sintetis import berkas, peserta, surat
from etl.sintetis.rencana import plan

BATAS = {"csv": 15.0, "xlsx": 1.5}


def prepare(folder: Path, skala: float) -> int:
    """Set up a data folder with its villages, and write the month as CSV and as workbook; return its rows."""
    data = folder / "asal"
    dunia = make_dunia(data, skala, 1)
    (wilayah,) = [k for k in plan(dunia, None) if k.sumber == "wilayah"]
    muat.load(data, "wilayah", [wilayah.tulis(satu, folder) for satu in wilayah.buat()])
    tabel = peserta.monthly_peserta(dunia.skenario, dunia.kepesertaan, 0)
    satu = surat.peserta(dunia.skenario, tabel, 0)
    berkas.write(replace(satu, nama="bulan.csv"), folder)
    berkas.write(replace(satu, nama="bulan.xlsx"), folder)
    kecil = replace(satu, nama="panas.csv", teks=satu.teks.head(200), salah={}, kembaran={})
    berkas.write(kecil, folder)
    return len(satu.teks)


def measure(folder: Path, jenis: str) -> tuple[float, float]:
    """Return seconds of the load in a running process, and of its floor, each the better of two."""
    path = folder / f"bulan.{jenis}"
    muat.load(
        _copy(folder, f"panas-{jenis}"), "peserta", [folder / "panas.csv"]
    )  # imports and caches of a running process
    lantai = best(lambda: _floor(path, jenis))
    salinan = iter([_copy(folder, f"{jenis}-{n}") for n in range(2)])
    detik = best(lambda: muat.load(next(salinan), "peserta", [path]))
    return detik, min(lantai, best(lambda: _floor(path, jenis), 1))


def _copy(folder: Path, nama: str) -> Path:
    shutil.copytree(folder / "asal", folder / nama)
    return folder / nama


def _floor(path: Path, jenis: str) -> object:
    if jenis == "csv":
        return pl.read_csv(path, infer_schema=False, skip_rows=1)
    return CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--skala", type=float, default=1.0, help="1 = 350,000 rows")
    parser.add_argument("--bagian", choices=["csv", "xlsx", "semua"], default="semua")
    pilihan = parser.parse_args()
    os.environ.pop("UCJ_KUNCI", None)
    with tempfile.TemporaryDirectory(prefix="ucj-bench-") as nama:
        folder = Path(nama)
        jumlah, _ = apart(prepare, folder, pilihan.skala)
        tabel = []
        for jenis in ("csv", "xlsx") if pilihan.bagian == "semua" else (pilihan.bagian,):
            (detik, lantai), gib = apart(measure, folder, jenis)
            mib = (folder / f"bulan.{jenis}").stat().st_size / 2**20
            tabel.append(Ukuran(f"load {jenis.upper()}, {mib:.0f} MiB", detik, lantai, gib, BATAS[jenis]))
        show(tabel, f"One month of {jumlah:,} rows")


if __name__ == "__main__":
    main()

"""How long publishing takes, as a ratio to a floor of the same run (product.md 5).

A full build may take 6 times the floor, a build after one new month 3 times.

    python bench/bangun.py [--skala 0.05] [--bulan 36] [--data DIR]

The floor is DuckDB scanning the same Parquet of the participants and counting distinct people per month and village.
With --data the folder is kept and used again the next time: making it takes longer than measuring.
"""

import argparse
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import duckdb
import polars as pl

from bench.kabupaten import deliver, make_dunia
from bench.ukur import Ukuran, apart, best, folder_size, show
from etl import cache, kiriman
from etl.build import build
from etl.kontrak import SUMBER

BATAS_PENUH, BATAS_BULAN, BATAS_GIB = 6.0, 3.0, 4.0


def prepare(data: Path, skala: float, jumlah_bulan: int) -> int:
    """Make the data folder; return the rows of all monthly lists."""
    with tempfile.TemporaryDirectory(prefix="ucj-bench-") as berkas:
        return deliver(data, make_dunia(data, skala, jumlah_bulan), Path(berkas))


def list_parquet(data: Path) -> list[str]:
    """Return the files of the participants that are in force."""
    semua = kiriman.daftar(data, "peserta")
    dipakai = set(kiriman.berlaku(semua).values())
    return [str(kiriman.path_dimuat(data, k)) for k in semua if k.id in dipakai]


def floor(data: Path) -> None:
    with duckdb.connect() as con:
        con.execute(
            "select bulan, kode_desa, count(distinct id_peserta) from read_parquet($paths) group by all",
            {"paths": list_parquet(data)},
        ).fetchall()


def measure_full(data: Path) -> tuple[float, float]:
    """Return seconds of a build that has nothing but the deliveries, and of the floor before and after it."""
    shutil.rmtree(data / "cache" / "bulanan", ignore_errors=True)
    lantai = best(lambda: floor(data))
    detik = best(lambda: build(data), 1)
    return detik, min(lantai, best(lambda: floor(data), 1))


def measure_month(data: Path) -> tuple[float, float]:
    """Return seconds of a build after a new list of the newest month, all others being counted already."""
    deliver_again(data)
    lantai = best(lambda: floor(data))
    detik = best(lambda: build(data), 1)
    return detik, min(lantai, best(lambda: floor(data), 1))


def deliver_again(data: Path) -> None:
    """Deliver the newest month once more, a few rows shorter: to the build a month it has not seen."""
    lama = max(kiriman.daftar(data, "peserta"), key=lambda k: (k.cakupan, k.id))
    rows = cache.read(kiriman.path_dimuat(data, lama))
    sekarang = datetime.now(UTC)
    sehari = timedelta(days=1)
    k = replace(
        lama,
        id=f"{sekarang:%Y%m%dT%H%M%S%f}-00000000",
        diterima=lama.diterima + sehari,
        berlaku_sejak=lama.berlaku_sejak + sehari,
        dimuat_pada=sekarang,
        berlaku_pada=sekarang,
        diubah_pada=sekarang,
    )
    kiriman.path_raw(data, k).mkdir(parents=True)
    baru = rows.filter(pl.int_range(pl.len()) >= rows.height // 1000)
    cache.write(baru, SUMBER["peserta"].skema(), kiriman.path_dimuat(data, k))
    shutil.copyfile(kiriman.path_sisih(data, lama), kiriman.path_sisih(data, k))
    kiriman.write_manifest(data, k)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--skala", type=float, default=1.0, help="1 = 350,000 participants a month")
    parser.add_argument("--bulan", type=int, default=36)
    parser.add_argument("--data", type=Path, help="folder to make or, if it is there, to use; deleted if not given")
    pilihan = parser.parse_args()
    os.environ.pop("UCJ_KUNCI", None)
    with tempfile.TemporaryDirectory(prefix="ucj-bench-") as sementara:
        data = pilihan.data or Path(sementara) / "data"
        if not (data / "raw").exists():
            print(f"making {pilihan.bulan} months at scale {pilihan.skala:g} in {data} …", flush=True)
            apart(prepare, data, pilihan.skala, pilihan.bulan)
        jumlah = sum(k.dimuat for k in kiriman.daftar(data, "peserta"))
        tabel = []
        for kerja, ukur, batas in (
            ("full build", measure_full, BATAS_PENUH),
            ("publish after one new month", measure_month, BATAS_BULAN),
        ):
            (detik, lantai), gib = apart(ukur, data)
            tabel.append(Ukuran(kerja, detik, lantai, gib, batas))
        show(tabel, f"{jumlah:,} person-months, cache {folder_size(data / 'cache'):.0f} MiB, {date.today()}")
        terbesar = max(satu.gib for satu in tabel)
        print(f"memory: at most {BATAS_GIB:g} GiB, {terbesar:.2f} held{'' if terbesar <= BATAS_GIB else '  over'}")


if __name__ == "__main__":
    main()

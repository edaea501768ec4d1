"""How long a full build takes, as a ratio to a floor measured in the same run (product.md 5: at most 6).

    python bench/bangun.py --data DIR

The floor is DuckDB scanning the same Parquet of ``peserta`` and counting distinct people per month and village.
DIR is a data folder that holds deliveries, for example one that ``etl demo --skala penuh`` made.
"""

import argparse
import resource
import time
from pathlib import Path

import duckdb

from etl import kiriman
from etl.build import build


def floor(data: Path) -> float:
    """Seconds for the scan, the better of two runs so that the file cache is warm for both sides."""
    paths = [str(kiriman.path_dimuat(data, k)) for k in kiriman.daftar(data, "peserta")]
    seconds = []
    for _ in range(2):
        start = time.perf_counter()
        with duckdb.connect() as con:
            con.execute(
                "select bulan, kode_desa, count(distinct id_peserta) from read_parquet($paths) group by all",
                {"paths": paths},
            ).fetchall()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    lowest = floor(data)
    start = time.perf_counter()
    build(data)
    seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"floor {lowest:.2f} s, build {seconds:.2f} s, ratio {seconds / lowest:.1f}, peak memory {memory:.1f} GiB")


if __name__ == "__main__":
    main()

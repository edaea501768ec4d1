"""Twenty people click through all pages at once (product.md 5): how long does each wait?

    python bench/penonton.py --data DIR [--orang 20] [--menit 3] [--jeda 10]

Every viewer is a window of its own that goes from page to page in its own order, after a think time of 10 s on the
average (between half and one and a half of it). The time is that from the click to the last element sent; viewers are
no browsers (klien.py), because twenty of those would measure the drawing of charts on the two cores of this machine
and not the server. What a browser adds on the viewer's own machine is measured by nobody here. One viewer has seen
every page before (the first visit of all is in bench/halaman.py). Bar: p95 under 2 s, no error. The viewers and the
server share the cores.
"""

import argparse
import asyncio
import os
import random
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.halaman import ROOT, list_pages
from bench.klien import Klik, Penonton, memory, serve

BATAS = 2.0


async def watch(alamat: str, benih: int, sampai: float, jeda: float) -> list[Klik]:
    """Return all clicks of one viewer until a time of the loop's clock."""
    acak = random.Random(benih)
    jam = asyncio.get_running_loop().time
    await asyncio.sleep(acak.uniform(0, jeda))
    penonton, pertama = await Penonton.open(alamat)
    semua, antre = [pertama], []
    while jam() < sampai:
        await asyncio.sleep(acak.uniform(0.5, 1.5) * jeda)
        if not antre:
            antre = list_pages()
            acak.shuffle(antre)
        semua.append(await penonton.click(antre.pop()))
    await penonton.close()
    return semua


async def gather(alamat: str, orang: int, menit: float, jeda: float) -> list[Klik]:
    """Return the clicks of all viewers."""
    pertama, _ = await Penonton.open(alamat)
    for nama in list_pages():  # a server in use: what is cached by build is there
        await pertama.click(nama)
    await pertama.close()
    sampai = asyncio.get_running_loop().time() + menit * 60
    per_orang = await asyncio.gather(*(watch(alamat, benih, sampai, jeda) for benih in range(orang)))
    return [klik for semua in per_orang for klik in semua]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--orang", type=int, default=20)
    parser.add_argument("--menit", type=float, default=3.0)
    parser.add_argument("--jeda", type=float, default=10.0)
    pilihan = parser.parse_args()
    with serve(ROOT / "app.py", pilihan.data) as (alamat, proses, _):
        semua = asyncio.run(gather(alamat, pilihan.orang, pilihan.menit, pilihan.jeda))
        memori = memory(proses)
    detik = sorted(k.detik for k in semua)
    p95 = detik[int(len(detik) * 0.95)]
    gagal = [k for k in semua if k.gagal]
    beban = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    print(f"{pilihan.orang} viewers, {len(semua)} clicks, {os.cpu_count()} cores, load {beban} (1, 5, 15 min)")
    print(f"{'page':<24}{'clicks':>8}{'median s':>10}{'worst s':>10}")
    for nama in list_pages():
        milik = [k.detik for k in semua if k.halaman == nama]
        if milik:
            print(f"{nama or 'ringkasan':<24}{len(milik):>8}{statistics.median(milik):>10.2f}{max(milik):>10.2f}")
    print(f"p50 {statistics.median(detik):.2f} s, p95 {p95:.2f} s (bar {BATAS:g}){'' if p95 <= BATAS else '  over'}")
    print(f"errors: {len(gagal)} {sorted({f'{k.halaman}: {k.gagal}' for k in gagal})[:5] if gagal else ''}")
    print(f"the server held {memori:.0f} MiB at most")


if __name__ == "__main__":
    main()

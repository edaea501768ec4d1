"""How fast the pages are at full scale (product.md 5): reads, script runs, bytes sent, cold start, memory.

    python bench/halaman.py --data DIR [--ulang 7]

``DIR`` is a published data folder of full scale, as ``bench/bangun.py --data DIR`` leaves it; it is only read.

- A read may take 20 ms, whichever month it asks for.
- A page's script run, warm, may take 150 ms more than that of an empty page: the time from sending the click to the
  last message of the run, as a viewer without a browser sees it (klien.py), the median of some runs. The empty page
  runs in the same way in the same minute.
- Bytes are those of the websocket: of the first visit, and of a second visit to the same page in the same window.
"""

import argparse
import asyncio
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.klien import Klik, Penonton, cpu, memory, serve
from bench.ukur import folder_size
from ucj import db, kalender
from ucj.indikator import KATALOG
from ucj.penolakan import Penolakan
from ucj.sql import list_parameter, list_sql, read_sql

ROOT = Path(__file__).resolve().parents[1]
BATAS_BACA, BATAS_HALAMAN = 20.0, 150.0  # ms
KOSONG = "import streamlit as st\nst.title('kosong')\n"
Baris = tuple[str, float, float | None]  # work, value, bar


def show(judul: str, baris: list[Baris], satuan: str) -> None:
    """Print one table."""
    print(f"\n{judul}")
    print(f"{'work':<52}{satuan:>12}{'bar':>8}")
    for kerja, nilai, batas in baris:
        lewat = "  over" if batas is not None and nilai > batas else ""
        print(f"{kerja:<52}{nilai:>12,.1f}{batas if batas is not None else '–':>8}{lewat}")


BULAN = 36  # as many months as person lists reach back; denominators and targets begin earlier


def fill(nama: str, bulan: date, kode: str) -> dict[str, Any]:
    """Return parameters of a read as a page gives them: the whole regency, one year up to the month."""
    isi: dict[str, Any] = {
        "bulan": bulan,
        "dari": kalender.geser_bulan(bulan, -11),
        "sampai": bulan,
        "tahun": f"{bulan:%Y}",
        "basis": "DOMISILI",
        "tingkat": "KABUPATEN",
        "kunci": kode,
        **dict.fromkeys(("segmen", "wilayah", "opd", "unit"), ""),
    }
    if nama == "indikator":
        isi |= {"kode": list(KATALOG), "dari": bulan}  # one month of all indicators
    return {p: isi[p] for p in list_parameter(read_sql("reads", nama))}


def measure_reads(data: Path, ulang: int) -> list[Baris]:
    """Return each read for the first and the last of 36 months; the best of some runs, the first left out."""
    buka = db.open_terbitan(data)
    assert buka is not None, f"nothing is published in {data}"
    bulan = sorted(buka.read("bulan")["bulan"])
    baris: list[Baris] = []
    for nama in list_sql("reads"):
        tanpa_waktu = not set(list_parameter(read_sql("reads", nama))) & {"bulan", "dari", "tahun"}
        for b in bulan[-1:] if tanpa_waktu else (bulan[-BULAN:][0], bulan[-1]):
            isi = fill(nama, b, buka.info.kode)
            detik = []
            try:
                for _ in range(ulang + 1):
                    mulai = time.perf_counter()
                    hasil = buka.read(nama, **isi)
                    detik.append(time.perf_counter() - mulai)
            except Penolakan:  # published by another version of the program
                baris.append((f"{nama}: NOT IN THIS BUILD", math.nan, BATAS_BACA))
                break
            kata = "" if tanpa_waktu else f", {b:%Y-%m}"
            baris.append((f"{nama}{kata} ({hasil.height:,} rows)", min(detik[1:]) * 1000, BATAS_BACA))
    return baris


async def visit(
    alamat: str, proses: subprocess.Popen[bytes], nama: list[str], ulang: int
) -> tuple[dict[str, list[Klik]], dict[str, float]]:
    """Return the runs of every page in one window, going round, and the processor time of a run of each, in ms.

    The first round warms what is cached. Processor time is counted in ticks of 10 ms, so the runs of one page in a row.
    """
    penonton, pertama = await Penonton.open(alamat)
    hasil: dict[str, list[Klik]] = {n: [] for n in nama}
    hasil[""] = [pertama]
    for _ in range(ulang + 1):
        for n in hasil:
            hasil[n].append(await penonton.click(n))
    kerja = {}
    for n in hasil:
        mulai = cpu(proses)
        for _ in range(ulang):
            await penonton.click(n)
        kerja[n] = (cpu(proses) - mulai) / ulang * 1000
    await penonton.close()
    return hasil, kerja


def list_pages() -> list[str]:
    """Return the addresses of the pages; Ringkasan is the root."""
    return ["", *sorted(p.stem for p in (ROOT / "pages").glob("*.py") if p.stem not in ("ringkasan", "cetak"))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--ulang", type=int, default=7)
    pilihan = parser.parse_args()
    ulang: int = pilihan.ulang
    baca = measure_reads(pilihan.data, ulang)
    with tempfile.TemporaryDirectory(prefix="ucj-bench-") as folder:
        kosong = Path(folder) / "kosong.py"
        kosong.write_text(KOSONG, encoding="utf-8")
        with serve(kosong, pilihan.data) as (alamat, proses, _):
            hasil, kerja_kosong = asyncio.run(visit(alamat, proses, [""], 3 * ulang))
            lantai = _median(hasil[""])
            memori_kosong = memory(proses)
    with serve(ROOT / "app.py", pilihan.data) as (alamat, proses, siap):
        semua, kerja = asyncio.run(visit(alamat, proses, list_pages(), ulang))
        memori = memory(proses)
    beban = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    print(
        f"{folder_size(pilihan.data / 'terbit'):.0f} MiB published, {os.cpu_count()} cores, load {beban} (1, 5, 15 min)"
    )
    show(f"reads, best of {ulang}", baca, "ms")
    show(
        f"script run, warm, above an empty page ({lantai:.0f} ms), median of {ulang}",
        [(n or "ringkasan", _median(k) - lantai, BATAS_HALAMAN) for n, k in semua.items()],
        "ms",
    )
    show(
        f"processor time of a run, warm, above an empty page ({kerja_kosong['']:.0f} ms), mean of {ulang}",
        [(n or "ringkasan", k - kerja_kosong[""], BATAS_HALAMAN) for n, k in kerja.items()],
        "ms",
    )
    show(
        "sent by the websocket",
        [(f"{n or 'ringkasan'}, {kata}", k[i].byte / 1024, None) for n, k in semua.items() for kata, i in _KUNJUNGAN],
        "KiB",
    )
    show(
        "the rest",
        [
            ("seconds until the server answers", siap, None),
            ("seconds of the first page after that", semua[""][0].detik, None),
            ("MiB held by the server after all pages", memori, None),
            ("MiB held by a server with an empty page", memori_kosong, None),
        ],
        "",
    )
    for n, k in semua.items():
        for satu in {x.gagal for x in k if x.gagal}:
            print(f"{n}: FAILED: {satu}")


_KUNJUNGAN = (("first visit", 0), ("second visit", -1))


def _median(semua: list[Klik]) -> float:
    return statistics.median(k.detik for k in semua[2:] or semua) * 1000


if __name__ == "__main__":
    main()

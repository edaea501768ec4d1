"""Makes the pictures of docs/panduan.md from the real app: ``python -m docs.gambar.buat`` in the project root.

A demo regency is made, its files are loaded into a fresh data folder through the page as an operator would, and each
step is photographed. Needs the Chromium that the browser tests use.
"""

import argparse
import csv
import io
import json
import shutil
import tempfile
from pathlib import Path

from PIL import Image  # comes with Streamlit
from playwright.sync_api import sync_playwright
from python_calamine import CalamineWorkbook

from tests.e2e.conftest import ARGUMENTS, CHROMIUM, serve
from tests.e2e.jendela import Jendela
from tests.perintah import must

FOLDER = Path(__file__).resolve().parent
SABAR = 120_000
MAKS = 120_000  # bytes of a picture


def main() -> None:
    """Make all pictures; ``--contoh`` names a data folder of ``python -m etl demo`` that is there already."""
    pengurai = argparse.ArgumentParser()
    pengurai.add_argument("--contoh", type=Path)
    contoh = pengurai.parse_args().contoh
    with tempfile.TemporaryDirectory() as nama:
        kerja = Path(nama)
        if contoh is None:
            contoh = kerja / "contoh"
            must(contoh, "demo", "--jumlah-bulan", "12")
        baru = kerja / "baru"
        must(baru, "init", "--profil", "umum", "--kode", "99.01", "--nama", "Kabupaten Contoh")
        with sync_playwright() as alat:
            browser = alat.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            layanan = serve(baru, kerja)
            with Jendela.open(browser, next(layanan)) as jendela:
                _hari_pertama(jendela, contoh, kerja)
            layanan.close()
            layanan = serve(contoh, kerja)
            with Jendela.open(browser, next(layanan)) as jendela:
                jendela.go("")
                _potret(jendela, "ringkasan")
            layanan.close()
            browser.close()
    for gambar in FOLDER.glob("*.png"):
        assert gambar.stat().st_size < MAKS, f"{gambar.name}: {gambar.stat().st_size} bytes"


def _hari_pertama(jendela: Jendela, contoh: Path, kerja: Path) -> None:
    """Load villages with boundaries, then a recap with a wrong row, and look at each step."""
    jendela.go("")
    _potret(jendela, "langkah")

    jendela.go("unggah_data")
    _upload(jendela, _first(contoh, "wilayah"))
    batas = next((contoh / "raw" / "wilayah").glob("*/batas/*.geojson"), None) or _as_geojson(contoh, kerja)
    jendela.page.locator('input[type="file"]').nth(1).set_input_files(batas)
    jendela.wait()
    _potret(jendela, "wilayah")
    _click(jendela, "Periksa berkas", "siap dimuat")
    _click(jendela, "Muat saja", "sudah dimuat")

    _upload(jendela, _break(_first(contoh, "rekap_bpjs"), kerja))
    _click(jendela, "Periksa berkas", "perlu perbaikan")
    _scroll(jendela, "Dibaca")
    _potret(jendela, "pratinjau")
    _click(jendela, "Muat dan terbitkan", "sudah dimuat dan diterbitkan")
    jendela.page.get_by_text("Batalkan kiriman ini").click()
    jendela.page.wait_for_timeout(600)
    _potret(jendela, "hasil")


def _first(contoh: Path, sumber: str) -> Path:
    return next(p for p in sorted((contoh / "raw" / sumber).glob("*/*")) if p.suffix in {".csv", ".xlsx"})


def _as_geojson(contoh: Path, kerja: Path) -> Path:
    """The boundaries that the demo published, as a file that an operator might get."""
    asal = next((contoh / "terbit").glob("batas-*.geojson"))
    tujuan = kerja / "batas-desa.geojson"
    json.loads(asal.read_text(encoding="utf-8"))
    shutil.copyfile(asal, tujuan)
    return tujuan


def _break(berkas: Path, kerja: Path) -> Path:
    """The same recap as CSV with one count that is no number."""
    baris = CalamineWorkbook.from_path(berkas).get_sheet_by_index(0).to_python()
    kepala = next(n for n, satu in enumerate(baris) if sum(sel != "" for sel in satu) > 5)
    posisi = next(k for k, sel in enumerate(baris[kepala]) if "aktif" in str(sel).lower())
    baris[kepala + 3][posisi] = "seratus"
    tujuan = kerja / f"{berkas.stem}.csv"
    with tujuan.open("w", encoding="utf-8", newline="") as hasil:
        tulis = csv.writer(hasil, delimiter=";")
        for satu in baris:
            tulis.writerow([int(sel) if isinstance(sel, float) and sel.is_integer() else sel for sel in satu])
    return tujuan


def _upload(jendela: Jendela, berkas: Path) -> None:
    jendela.page.locator('input[type="file"]').first.set_input_files(berkas)
    jendela.page.locator("h1", has_text="periksa dahulu").wait_for(timeout=SABAR)
    jendela.wait()


def _click(jendela: Jendela, nama: str, judul: str) -> None:
    jendela.page.get_by_role("button", name=nama, exact=True).click()
    jendela.page.locator("h1", has_text=judul).wait_for(timeout=SABAR)
    jendela.wait()


def _scroll(jendela: Jendela, teks: str) -> None:
    jendela.page.get_by_text(teks, exact=True).first.evaluate("e => e.scrollIntoView({block: 'start'})")
    jendela.page.get_by_test_id("stMain").evaluate("e => e.scrollBy(0, -70)")
    jendela.page.wait_for_timeout(300)


def _potret(jendela: Jendela, nama: str) -> None:
    isi = io.BytesIO(jendela.page.screenshot())
    Image.open(isi).convert("RGB").quantize(96).save(FOLDER / f"{nama}.png", optimize=True)


if __name__ == "__main__":
    main()

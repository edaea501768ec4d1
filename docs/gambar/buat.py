"""Photographs the real app: ``python -m docs.gambar.buat`` in the project root.

A demo regency is made, its files are loaded into a fresh data folder through the page as an operator would, and each
step is photographed for README and docs/panduan.md. Then every page is photographed whole at three widths, every
screen of the meeting, and every page on paper, into test-results/gambar (never in git) for whoever wants to look.
Needs the Chromium that the browser tests use. ``--layar`` leaves the small pictures as they are.
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
from tests.e2e.layar import resize
from tests.e2e.test_akses import HALAMAN
from tests.perintah import must

FOLDER = Path(__file__).resolve().parent
SEMUA = FOLDER.parents[1] / "test-results" / "gambar"
LAYAR = ((1600, 1000), (1366, 768), (390, 844))
PALING_TINGGI = 6000  # pixels: a picture of a longer page ends there
SABAR = 120_000
MAKS = 120_000  # bytes of a picture


def main() -> None:
    """Make all pictures; ``--contoh`` names a data folder of ``python -m etl demo`` that is there already."""
    pengurai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pengurai.add_argument("--contoh", type=Path)
    pengurai.add_argument("--layar", action="store_true", help="only the pictures in test-results/gambar")
    pilihan = pengurai.parse_args()
    contoh: Path | None = pilihan.contoh
    with tempfile.TemporaryDirectory() as nama:
        kerja = Path(nama)
        if contoh is None:
            contoh = kerja / "contoh"
            must(contoh, "demo", "--jumlah-bulan", "12")
        with sync_playwright() as alat:
            browser = alat.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
            if not pilihan.layar:
                baru = kerja / "baru"
                must(baru, "init", "--profil", "umum", "--kode", "99.01", "--nama", "Kabupaten Contoh")
                layanan = serve(baru, kerja)
                with Jendela.open(browser, next(layanan)) as jendela:
                    _hari_pertama(jendela, contoh, kerja)
                layanan.close()
            layanan = serve(contoh, kerja)
            with Jendela.open(browser, next(layanan)) as jendela:
                if not pilihan.layar:
                    for nama in ("ringkasan", "desa", "opd", "rapat"):
                        jendela.go("" if nama == "ringkasan" else nama)
                        _potret(jendela, nama)
                _semua_layar(jendela)
            layanan.close()
            browser.close()
    for gambar in FOLDER.glob("*.png"):
        assert gambar.stat().st_size < MAKS, f"{gambar.name}: {gambar.stat().st_size} bytes"


def _semua_layar(jendela: Jendela) -> None:
    """Photograph every page at each width, the screens of the meeting, and every page on paper (PDF)."""
    SEMUA.mkdir(parents=True, exist_ok=True)
    page = jendela.page
    for nama in HALAMAN:
        for lebar, tinggi in LAYAR:
            page.set_viewport_size({"width": lebar, "height": tinggi})
            jendela.go("" if nama == "ringkasan" else nama)
            page.screenshot(path=SEMUA / f"{nama}-{lebar}-atas.png")
            penuh = int(page.get_by_test_id("stMain").evaluate("e => e.scrollHeight")) + 60
            resize(page, lebar, min(max(penuh, tinggi), PALING_TINGGI))
            page.screenshot(path=SEMUA / f"{nama}-{lebar}.png")
        if nama != "unggah_data":
            jendela.go(f"cetak?halaman={nama}")
            page.pdf(path=SEMUA / f"{nama}-cetak.pdf", prefer_css_page_size=True)
        print(nama, flush=True)
    page.set_viewport_size({"width": 1920, "height": 1080})
    for nomor in range(1, 8):
        for ukuran in ("", "&ukuran=tv"):
            jendela.go(f"rapat?layar={nomor}{ukuran}")
            page.screenshot(path=SEMUA / f"rapat-{nomor}{ukuran.replace('&ukuran=', '-')}.png")


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

"""The letters of printed charts: Source Sans, the font of the screen, taken out of the Streamlit wheel.

The wheel holds one variable font as WOFF2, which matplotlib cannot open. Once per computer a regular and a bold cut of
the Latin letters are made from it and kept in matplotlib's cache folder; nothing is downloaded and no font is shipped
(the licence reserves the name "Source" for unmodified files). Letters that it lacks come from DejaVu Sans.
"""

import hashlib
import logging
import os
import threading
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import matplotlib
from matplotlib import font_manager
from matplotlib.font_manager import FontProperties

logger = logging.getLogger(__name__)
KELUARGA = "UCJ Sans"
CADANGAN = "DejaVu Sans"
TEBAL = {400: "Regular", 700: "Bold"}
_VERSI = 2  # part of the cache's name: raise it when the cut below changes
_kunci = threading.Lock()


@lru_cache(maxsize=1)
def _keluarga() -> tuple[str, ...]:
    """Make the cuts known to matplotlib; the families in the order in which a letter is looked for."""
    asal = _find_woff2()
    if asal is None:
        logger.warning("Source Sans is not in the Streamlit wheel: printed charts use %s", CADANGAN)
        return (CADANGAN,)
    for berkas in _cuts(asal):
        font_manager.fontManager.addfont(berkas)
    return (KELUARGA, CADANGAN)


def _find_woff2() -> Path | None:
    spek = find_spec("streamlit")
    for folder in (spek.submodule_search_locations or ()) if spek else ():
        ada = sorted(Path(folder).glob("static/static/media/SourceSansVF-Upright*.woff2"))
        if ada:
            return ada[0]
    return None


def _cuts(asal: Path) -> list[Path]:
    """Return the TTF of each weight, made if this computer does not have them yet (some seconds, once)."""
    sidik = hashlib.sha256(asal.read_bytes()).hexdigest()[:12]
    # a folder of its own: programs that take fonts by folder (typst) must find these two only
    folder = Path(matplotlib.get_cachedir()) / f"ucj-huruf-{_VERSI}-{sidik}"
    tujuan = {tebal: folder / f"{tebal}.ttf" for tebal in TEBAL}
    if not all(berkas.exists() for berkas in tujuan.values()):
        folder.mkdir(parents=True, exist_ok=True)
        from ucj.charts.cetak import potong  # a second of imports, needed once per computer

        latin = potong.take_latin(asal)
        for tebal, berkas in tujuan.items():
            sementara = berkas.with_suffix(f".{os.getpid()}")
            sementara.write_bytes(potong.cut(latin, tebal, KELUARGA, TEBAL[tebal]))
            sementara.replace(berkas)  # two processes may make it at once: both make the same
    return list(tujuan.values())


def folder_huruf() -> list[Path]:
    """Return where these letters stand as files, ours first, for programs that embed them in a PDF."""
    asal = _find_woff2()
    cadangan = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    with _kunci:
        return [*({berkas.parent for berkas in _cuts(asal)} if asal else ()), cadangan]


def huruf(ukuran: float, tebal: Literal[400, 700] = 400) -> FontProperties:
    """Return the font of a size in points; safe to call from many threads."""
    with _kunci:
        keluarga = _keluarga()
    return FontProperties(family=list(keluarga), size=ukuran, weight=tebal)

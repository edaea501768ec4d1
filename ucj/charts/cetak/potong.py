"""Cuts a variable font to Latin letters and signs of one weight, in memory."""

from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

_HURUF = [*range(0x20, 0x250), *range(0x2000, 0x2070), 0x20AC, *range(0x2190, 0x21FF), *range(0x2200, 0x2300)]
_HURUF += list(range(0x25A0, 0x2600))  # ■ ▲ ◆ ● ○


def take_latin(asal: Path) -> bytes:
    """Return the variable font with Latin letters and signs only."""
    huruf = TTFont(asal, recalcTimestamp=False)
    for tabel in ("GSUB", "GDEF", "STAT", "MVAR", "BASE"):  # ligatures and the like are not used; kerning stays
        if tabel in huruf:
            del huruf[tabel]
    pilihan = subset.Options()
    pilihan.layout_features = ["kern"]
    pilihan.notdef_outline = True
    pilihan.hinting = False
    pemotong = subset.Subsetter(pilihan)
    pemotong.populate(unicodes=_HURUF)
    pemotong.subset(huruf)
    huruf.flavor = None
    isi = BytesIO()
    huruf.save(isi)
    return isi.getvalue()


def _nama(keluarga: str, gaya: str) -> dict[int, str | None]:
    """Return the names of a cut by number; 6 is the one that a PDF gives an embedded font."""
    polos = f"{keluarga.replace(' ', '')}-{gaya}"
    return {1: keluarga, 2: gaya, 3: polos, 4: f"{keluarga} {gaya}", 6: polos, 16: None, 17: None, 25: None}


def cut(latin: bytes, tebal: int, keluarga: str, gaya: str) -> bytes:
    """Return one weight under a name of its own, so that it is never taken for a font of the computer."""
    huruf = instancer.instantiateVariableFont(TTFont(BytesIO(latin), recalcTimestamp=False), {"wght": tebal})
    polos = f"{keluarga}-{gaya}".replace(" ", "")  # an SVG names its glyphs by it: two weights must not share it
    for nomor, nama in {1: keluarga, 2: gaya, 4: f"{keluarga} {gaya}", 6: polos, 16: None, 17: None}.items():
        huruf["name"].removeNames(nameID=nomor)
        if nama:
            huruf["name"].setName(nama, nomor, 3, 1, 0x409)
            huruf["name"].setName(nama, nomor, 1, 0, 0)
    isi = BytesIO()
    huruf.save(isi)
    return isi.getvalue()

"""Numbers, money and dates as an Indonesian reader writes them, made on the server (visual.md 7).

Every function takes ``None`` and gives ``TIDAK_TERSEDIA`` for it: missing is never shown as 0.
"""

import math
import re
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal

LOKAL = "id"
TIDAK_TERSEDIA = "…"
MINUS = "\u2212"
_BULAN_ANGKA = re.compile(r"(?<![\d/])(0[1-9]|1[0-2])/(20\d\d)(?![\d/])")
ROMAWI = {"1": "I", "2": "II", "3": "III", "4": "IV"}

_SATUAN_RUPIAH = ((10**12, "T", "triliun"), (10**9, "M", "miliar"), (10**6, "jt", "juta"))

Angka = int | float | Decimal


def _is_kosong(x: Angka | None) -> bool:
    return x is None or (isinstance(x, float) and not math.isfinite(x))


@lru_cache(maxsize=4096)  # a page prints many equal numbers
def _tulis(x: Decimal, digit: int) -> str:
    pola = "#,##0" + ("." + "0" * digit if digit else "")
    if x == 0:
        x = abs(x)  # no minus before a zero that came from rounding
    return format_decimal(x, format=pola, locale=LOKAL).replace("-", MINUS)


def _bulatkan(x: Angka, digit: int, cara: str = ROUND_HALF_UP) -> Decimal:
    return Decimal(str(x)).quantize(Decimal(1).scaleb(-digit), rounding=cara)


def bilangan(n: Angka | None) -> str:
    """Return a whole number: ``12.345``."""
    return TIDAK_TERSEDIA if n is None or _is_kosong(n) else _tulis(_bulatkan(n, 0), 0)


def desimal(x: Angka | None, n: int = 1) -> str:
    """Return a number with ``n`` decimals: ``1.234,5``."""
    return TIDAK_TERSEDIA if x is None or _is_kosong(x) else _tulis(_bulatkan(x, n), n)


def _bulatkan_persen(x: Angka, target: Angka | None) -> Decimal:
    """Round to one decimal, but truncate where rounding would reach 100 or the target (99,96 is 99,9)."""
    bulat = _bulatkan(x, 1)
    tepat = Decimal(str(x))
    for batas in (Decimal(100), None if target is None or _is_kosong(target) else Decimal(str(target))):
        if batas is not None and tepat < batas <= bulat:
            return _bulatkan(x, 1, ROUND_DOWN)
    return bulat


def persen(x: Angka | None, target: Angka | None = None) -> str:
    """Return a percentage of 0 to 100 and more: ``58,7%``, never rounded up to 100 or to ``target``."""
    return TIDAK_TERSEDIA if x is None or _is_kosong(x) else _tulis(_bulatkan_persen(x, target), 1) + "%"


def persen_poin(x: Angka | None, tanda: bool = True) -> str:
    """Return a change of a percentage: ``+1,2 persen poin``; without its sign when ``tanda`` is false."""
    if x is None or _is_kosong(x):
        return TIDAK_TERSEDIA
    angka: Angka = x if tanda or x >= 0 else -x
    bulat = _bulatkan(angka, 1)
    if bulat == 0 and x != 0:
        return "kurang dari 0,1 persen poin"
    return ("+" if tanda and bulat > 0 else "") + _tulis(bulat, 1) + " persen poin"


def selisih(n: Angka | None) -> str:
    """Return a change of a count with its sign: ``+1.234``, ``−12``, ``0``."""
    if n is None or _is_kosong(n):
        return TIDAK_TERSEDIA
    return ("+" if n > 0 else "") + bilangan(n)


def rupiah(n: Angka | None) -> str:
    """Return the whole amount: ``Rp12.345.678``."""
    if n is None or _is_kosong(n):
        return TIDAK_TERSEDIA
    besar: Angka = n if n >= 0 else -n
    return (MINUS if n < 0 else "") + "Rp" + bilangan(besar)


def rupiah_pendek(n: Angka | None, eja: bool = False) -> str:
    """Return the short form ``Rp345,6 jt``, ``Rp1,2 M``, ``Rp2,1 T``; ``eja`` spells the unit (``Rp1,2 miliar``).

    The first amount of a page is spelled, because M reads as million elsewhere.
    """
    if n is None or _is_kosong(n):
        return TIDAK_TERSEDIA
    besar = abs(Decimal(str(n)))
    for satuan, pendek, panjang in _SATUAN_RUPIAH:
        # the step below must print 1.000,0 or more, so that 999.960.000 is Rp1,0 M and 950.000 is not Rp1,0 jt
        if besar >= satuan or (satuan > 10**6 and _bulatkan(besar * 1000 / satuan, 1) >= 1000):
            bulat = _tulis(_bulatkan(besar / satuan, 1), 1)
            return f"{MINUS if n < 0 else ''}Rp{bulat} {panjang if eja else pendek}"
    return rupiah(n)


def tanggal(d: date | None) -> str:
    """Return ``31 Des 2025``."""
    return TIDAK_TERSEDIA if d is None else format_date(d, "d MMM yyyy", locale=LOKAL)


def tanggal_panjang(d: date | None) -> str:
    """Return ``31 Desember 2025``."""
    return TIDAK_TERSEDIA if d is None else format_date(d, "d MMMM yyyy", locale=LOKAL)


def bulan(d: date | None) -> str:
    """Return ``Juni 2026``."""
    return TIDAK_TERSEDIA if d is None else format_date(d, "MMMM yyyy", locale=LOKAL)


def sebut_bulan(kalimat: str) -> str:
    """Return a sentence with its months, which SQL can only write as ``06/2026``, in words; dates stay."""
    return _BULAN_ANGKA.sub(lambda cocok: bulan(date(int(cocok[2]), int(cocok[1]), 1)), kalimat)


def bulan_pendek(d: date | None) -> str:
    """Return ``Jun 2026``."""
    return TIDAK_TERSEDIA if d is None else format_date(d, "MMM yyyy", locale=LOKAL)


def semester(kode: str | None) -> str:
    """Return ``Sem. I 2026`` for ``2026-1``."""
    if not kode:
        return TIDAK_TERSEDIA
    tahun, ke = kode.split("-")
    return f"Sem. {ROMAWI[ke]} {tahun}"


def periode(kode: str | None) -> str:
    """Return ``Juni 2026`` for ``2026-06``, ``TW II 2026`` for ``2026-TW2`` and ``Sem. I 2026`` for ``2026-1``."""
    if not kode:
        return TIDAK_TERSEDIA
    tahun, ke = kode.split("-")
    if ke.startswith("TW"):
        return f"TW {ROMAWI[ke[2:]]} {tahun}"
    return semester(kode) if len(ke) == 1 else bulan(date(int(tahun), int(ke), 1))

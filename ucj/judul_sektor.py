"""Finding sentences of the page Sektor, written by rule from numbers; a cause never."""

from collections.abc import Sequence
from datetime import date

from ucj import format
from ucj.judul import Ubah, arah


def di_bawah_target(bawah: int, bertarget: int, bulan: date) -> str:
    """Return how many sectors stand below the target path; neutral when none has a target."""
    if bertarget == 0:
        return f"Cakupan per sektor, {format.bulan(bulan)}; belum ada target"
    if bawah == 0:
        return f"Semua {format.bilangan(bertarget)} sektor mencapai target {format.bulan(bulan)}"
    return (
        f"{format.bilangan(bawah)} dari {format.bilangan(bertarget)} sektor masih di bawah target {format.bulan(bulan)}"
    )


def pergerakan(ubah: Sequence[Ubah], ambang: float, apa: str, bulan: date) -> str:
    """Return how many sectors went up and down since a month; neutral when a direction may be stated for none.

    ``apa``: what moved ("Cakupan", "Peserta aktif"). Sectors that cannot be compared are not counted.
    """
    ke = [arah(u, ambang) for u in ubah]
    bisa = [k for k in ke if k is not None]
    if not bisa:
        return f"{apa} per sektor sampai {format.bulan(bulan)}"
    sejak = ubah[0].sejak
    naik, turun = bisa.count(1), bisa.count(-1)
    if not naik and not turun:
        return f"{apa} {len(bisa)} sektor tidak berubah sejak {sejak}"
    if not turun:
        return f"{apa} naik di {naik} dari {len(bisa)} sektor sejak {sejak}"
    if not naik:
        return f"{apa} turun di {turun} dari {len(bisa)} sektor sejak {sejak}"
    return f"{apa} naik di {naik} sektor dan turun di {turun} sejak {sejak}"

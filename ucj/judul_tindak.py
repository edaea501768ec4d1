"""Finding sentences on decisions of meetings, by rule from their states on a day; at most twelve words."""

from collections.abc import Sequence
from datetime import date

from ucj import format
from ucj.tindak_lanjut import SEGERA_HARI, Keputusan, count

BELUM_ADA = "Belum ada keputusan rapat yang dicatat"


def daftar(semua: Sequence[Keputusan], hari: date) -> str:
    """Return what the meeting must know of all decisions: overdue first, then due soon, then that all is done."""
    if not semua:
        return BELUM_ADA
    n = count(semua, hari)
    terbuka = n["LEWAT"] + n["SEGERA"] + n["TERBUKA"]
    if n["LEWAT"]:
        paling = max((hari - k.tenggat).days for k in semua if k.keadaan(hari) == "LEWAT")
        return (
            f"{format.bilangan(n['LEWAT'])} dari {format.bilangan(terbuka)} keputusan terbuka lewat tenggat, "
            f"paling lama {format.bilangan(paling)} hari"
        )
    if n["SEGERA"]:
        return (
            f"{format.bilangan(n['SEGERA'])} dari {format.bilangan(terbuka)} keputusan terbuka jatuh tempo dalam "
            f"{SEGERA_HARI} hari"
        )
    if terbuka:
        return f"{format.bilangan(terbuka)} keputusan terbuka, belum ada yang segera jatuh tempo"
    if not n["SELESAI"]:
        return "Semua keputusan rapat dibatalkan"
    if n["BATAL"]:
        return "Semua keputusan rapat selesai atau dibatalkan"
    if n["SELESAI"] == 1:
        return "Satu-satunya keputusan rapat sudah selesai"
    return f"Semua {format.bilangan(n['SELESAI'])} keputusan rapat sudah selesai"


def janji(rapat: Sequence[Keputusan], hari: date) -> str:
    """Return how the promises of one meeting stand; ``rapat`` are the decisions of that meeting."""
    if not rapat:
        return BELUM_ADA
    n = count(rapat, hari)
    jumlah = len(rapat) - n["BATAL"]
    kapan = sebut_rapat(rapat[0].tanggal_rapat, hari)
    if not jumlah:
        return f"Semua janji rapat {kapan} dibatalkan"
    if n["LEWAT"]:
        return f"{format.bilangan(n['LEWAT'])} dari {format.bilangan(jumlah)} janji rapat {kapan} lewat tenggat"
    if n["SELESAI"] == jumlah:
        return f"Semua {format.bilangan(jumlah)} janji rapat {kapan} sudah selesai"
    sisa = jumlah - n["SELESAI"]
    return f"{format.bilangan(sisa)} dari {format.bilangan(jumlah)} janji rapat {kapan} berjalan dalam tenggat"


def sebut_rapat(tanggal: date, hari: date) -> str:
    """Return ``14 April``, with the year when it is not that of the day."""
    panjang = format.tanggal_panjang(tanggal)
    return panjang.rsplit(" ", 1)[0] if tanggal.year == hari.year else panjang

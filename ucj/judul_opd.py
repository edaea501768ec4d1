"""Finding sentences of the page OPD, at most twelve words, written by rule; a cause is never stated (visual.md 6)."""

from ucj import format
from ucj.judul_desa import PALING_KATA, gabung


def temuan(terbanyak: str | None, kurang: int, total: int, kata_opd: str, ada_daftar: bool) -> str:
    """Return who answers for most unprotected people and how many offices miss the duty towards their own non-ASN.

    ``kurang``: offices with missing people, of ``total`` with a roster; ``ada_daftar``: whether a participant list
    exists. A name that makes the sentence too long is left out: it stands first in the table.
    """
    if total == 0:
        return gabung(f"Belum ada {kata_opd} yang menyerahkan daftar non-ASN")
    if not ada_daftar:
        return f"Daftar non-ASN dari {format.bilangan(total)} {kata_opd}; perlindungan belum dapat dihitung"
    if kurang == 0:
        pokok = f"Semua non-ASN dari {format.bilangan(total)} {kata_opd} terlindungi"
        return gabung(pokok, f"belum terlindungi terbanyak: {terbanyak}" if terbanyak else "")
    if terbanyak:
        panjang = (
            f"{terbanyak} terbanyak belum terlindungi; "
            f"{format.bilangan(kurang)} {kata_opd} belum memenuhi kewajiban non-ASN"
        )
        if len(panjang.split()) <= PALING_KATA:
            return panjang
    return f"{format.bilangan(kurang)} dari {format.bilangan(total)} {kata_opd} belum melindungi semua non-ASN"


def satu(nama: str, orang: int | None, terlindungi: int | None, kurang: int | None) -> str:
    """Return how far one office is with its own non-ASN workers; ``orang`` None: it has sent no roster."""
    if orang is None:
        isi = "belum menyerahkan daftar non-ASN"
        return f"{nama} {isi}" if len(f"{nama} {isi}".split()) <= PALING_KATA else f"{isi[0].upper()}{isi[1:]}"
    if terlindungi is None or kurang is None:
        isi = f"{format.bilangan(orang)} non-ASN terdaftar; perlindungan belum dapat dihitung"
    elif kurang == 0:
        isi = f"semua {format.bilangan(orang)} non-ASN terlindungi"
    else:
        isi = f"{format.bilangan(kurang)} dari {format.bilangan(orang)} non-ASN belum terlindungi"
    kalimat = f"{nama}: {isi}"
    return kalimat if len(kalimat.split()) <= PALING_KATA else f"{isi[0].upper()}{isi[1:]}"

"""Finding sentences on reporting: the semester's indicators, the quality of the deliveries. By rule, never a cause."""

from collections.abc import Iterable
from datetime import date

from ucj import format

TERCAPAI = ("TERCAPAI", "SESUAI_RENCANA")


def semester(status: Iterable[str | None], kode: str) -> str:
    """Return how many judged indicators are on the path and how many far below."""
    dinilai = [s for s in status if s is not None and s != "BELUM_ADA_DATA"]
    if not dinilai:
        return f"Indikator {format.semester(kode)}: belum ada yang dapat dinilai"
    baik = sum(s in TERCAPAI for s in dinilai)
    jauh = sum(s == "JAUH_DI_BAWAH" for s in dinilai)
    kalimat = f"{baik} dari {len(dinilai)} indikator yang dinilai tercapai atau sesuai rencana"
    return f"{kalimat}; {jauh} jauh di bawah target" if jauh else kalimat


def kualitas(perlu_perbaikan: int, peringatan: int, belum: int, bulan: date | None) -> str:
    """Return what is to be mended and which senders are missing in the month."""
    bagian = []
    if bulan is not None and belum:
        bagian.append(f"{belum} jenis kiriman {format.bulan(bulan)} belum diterima")
    if perlu_perbaikan:
        bagian.append(f"{format.bilangan(perlu_perbaikan)} baris perlu perbaikan")
    if peringatan:
        bagian.append(f"{format.bilangan(peringatan)} peringatan terbuka")
    if not bagian:
        return "Tidak ada baris yang perlu perbaikan pada kiriman yang berlaku"
    kalimat = "; ".join(bagian)
    return kalimat[0].upper() + kalimat[1:]

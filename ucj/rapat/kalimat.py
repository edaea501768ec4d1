"""The sentences of the seven screens, by rule from numbers: at most twelve words, never a cause."""

from collections.abc import Sequence
from datetime import date

from ucj import format, judul
from ucj.hitung import Nilai
from ucj.kesenjangan import kurang_orang


def posisi(n: Nilai | None, bulan: date) -> str:
    """Return where the regency stands beside its path: the people missing, or that it is reached."""
    if n is None or n.pembilang is None:
        return f"Cakupan {format.bulan(bulan)} belum tersedia"
    if n.nilai is None:
        return f"{format.bilangan(n.pembilang)} peserta aktif; persentase belum dapat dihitung tanpa penyebut"
    if n.target is None:
        return f"Cakupan {format.persen(n.nilai)} per {format.bulan(bulan)}; belum ada target"
    kurang = kurang_orang(n)
    if kurang:
        return f"Belum sesuai rencana: kurang {format.bilangan(kurang)} orang dari {judul.sasaran(bulan)}"
    if n.target_akhir is not None and n.nilai >= n.target_akhir:
        return f"Target {bulan.year} sudah tercapai: cakupan {format.persen(n.nilai)}"
    return f"Sesuai rencana: cakupan {format.persen(n.nilai)} mencapai {judul.sasaran(bulan)}"


def sejak(kini: Nilai, lalu: Nilai | None, is_sebanding: bool, ambang: float) -> str:
    """Return the change since the end of the semester before in a few words."""
    ubah = judul.Ubah(kini.nilai, lalu.nilai if lalu else None, "", is_sebanding)
    ke = judul.arah(ubah, ambang)
    if ke is None or kini.nilai is None or lalu is None or lalu.nilai is None:
        return "belum dapat dibandingkan"
    if ke == 0:
        return "tidak berubah"
    return f"{'naik' if ke > 0 else 'turun'} {format.persen_poin(kini.nilai - lalu.nilai, tanda=False)}"


def opd(kurang: Sequence[int], total: int, kata_opd: str, ada_daftar: bool) -> str:
    """Return how many offices have non-ASN workers without protection: any miss of a Wajib duty counts."""
    if total == 0:
        return f"Belum ada {kata_opd} yang menyerahkan daftar non-ASN"
    if not ada_daftar:
        return f"Daftar non-ASN dari {format.bilangan(total)} {kata_opd}; perlindungan belum dapat dihitung"
    if not kurang:
        return f"Semua non-ASN dari {format.bilangan(total)} {kata_opd} terlindungi"
    return (
        f"{format.bilangan(len(kurang))} dari {format.bilangan(total)} {kata_opd} belum melindungi semua non-ASN: "
        f"{format.bilangan(sum(kurang))} orang"
    )


def keputusan(jumlah: int, terbesar: int | None) -> str:
    """Return how many decisions the numbers propose, and the people whom the largest touches."""
    if jumlah == 0:
        return "Tidak ada keputusan yang diusulkan dari angka bulan ini"
    if not terbesar:
        return f"{format.bilangan(jumlah)} keputusan diusulkan kepada rapat ini"
    return f"{format.bilangan(jumlah)} keputusan diusulkan; yang terbesar menyangkut {format.bilangan(terbesar)} orang"

"""Finding sentences, written by rule from numbers (visual.md 6): a direction only when the change exceeds rounding
and the profile's threshold and both ends are comparable; a cause never."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ucj import format, kalender
from ucj.hitung import Nilai
from ucj.istilah import SEGMEN

PEMBULATAN = 0.05  # percentage points: half of the last decimal shown


def sasaran(bulan: date) -> str:
    """Return what the path of a month is called: a dated target in June and December, a plan in between."""
    if bulan.month in (6, 12):
        return f"target {format.semester(kalender.semester(bulan))}"
    return f"rencana {format.bulan(bulan)}"


def cakupan(
    apa: str, nilai: float | None, target: float | None, bulan: date | None, pembilang: int | None = None
) -> str:
    """Return the sentence on a percentage beside its target path; ``pembilang`` speaks where no ratio can be made."""
    if bulan is None:
        return f"{apa} belum tersedia"
    if nilai is None:
        if pembilang is None:
            return f"{apa} {format.bulan(bulan)} belum tersedia"
        return f"{format.bilangan(pembilang)} peserta aktif; persentase belum dapat dihitung tanpa penyebut"
    angka = format.persen(nilai, target)
    if target is None:
        return f"{apa} {angka} per {format.bulan(bulan)}; belum ada target"
    jarak = nilai - target
    if jarak == 0:
        return f"{apa} {angka}, tepat pada {sasaran(bulan)}"
    kata, letak = ("sudah", "di atas") if jarak > 0 else ("masih", "di bawah")
    return f"{apa} {angka}, {kata} {format.persen_poin(jarak, tanda=False)} {letak} {sasaran(bulan)}"


@dataclass(frozen=True)
class Ubah:
    """Two values of one figure and whether they can be compared (same definition, both periods complete)."""

    kini: float | None
    lalu: float | None
    sejak: str
    is_sebanding: bool = True


def arah(ubah: Ubah, ambang: float) -> int | None:
    """Return 1, −1 or 0 for up, down, unchanged; None when nothing may be said of a direction."""
    if ubah.kini is None or ubah.lalu is None or not ubah.is_sebanding:
        return None
    beda = ubah.kini - ubah.lalu
    if abs(beda) <= max(ambang, PEMBULATAN):
        return 0
    return 1 if beda > 0 else -1


def perubahan(apa: str, ubah: Ubah, ambang: float, netral: str) -> str:
    """Return the sentence on a change of a percentage, ``netral`` when no direction may be stated."""
    ke = arah(ubah, ambang)
    if ke is None or ubah.kini is None or ubah.lalu is None:
        return netral
    if ke == 0:
        return f"{apa} tidak berubah sejak {ubah.sejak}"
    beda = format.persen_poin(ubah.kini - ubah.lalu, tanda=False)
    return f"{apa} {'naik' if ke > 0 else 'turun'} {beda} sejak {ubah.sejak}"


def perubahan_dan_target(apa: str, ubah: Ubah, ambang: float, kurang: int | None, bulan: date) -> str:
    """Return change and what is missing to the path: "naik 3,2 persen poin sejak …, masih kurang 4.120 orang".

    ``kurang`` is the number of people below the target path, 0 when it is reached, None without a target. Which path it
    is stands in the subtitle: a title has at most twelve words.
    """
    ke = arah(ubah, ambang)
    kalimat = perubahan(apa, ubah, ambang, f"{apa} per bulan sampai {format.bulan(bulan)}")
    if kurang is None:
        return kalimat
    if kurang == 0:
        return f"{kalimat} dan mencapai {sasaran(bulan)}" if ke == 1 else f"{kalimat}; {sasaran(bulan)} tercapai"
    return f"{kalimat}, {'tetapi ' if ke == 1 else ''}masih kurang {format.bilangan(kurang)} orang"


def perubahan_jumlah(apa: str, kini: int | None, lalu: int | None, sejak: str, bulan: date) -> str:
    """Return the sentence on a change of a count of people."""
    if kini is None:
        return f"{apa} {format.bulan(bulan)} belum tersedia"
    if lalu is None:
        return f"{format.bilangan(kini)} {apa} per {format.bulan(bulan)}"
    if kini == lalu:
        return f"{format.bilangan(kini)} {apa}, tidak berubah sejak {sejak}"
    kata = "bertambah" if kini > lalu else "berkurang"
    return f"{format.bilangan(kini)} {apa}, {kata} {format.bilangan(abs(kini - lalu))} orang sejak {sejak}"


def terbesar(kelompok: str, jumlah: int | None, total: int | None, apa: str, netral: str) -> str:
    """Return the share of the largest group: "41% dari 98.908 pekerja belum terlindungi ada di pertanian".

    The share is cut to whole percent, so that it never says more than the figures do.
    """
    if jumlah is None or not total:
        return netral
    bagian = jumlah * 100 // total
    if bagian < 1:
        return netral
    return f"{bagian}% dari {format.bilangan(total)} {apa} ada di {kelompok}"


def desa(di_bawah: int, total: int, batas: float, kata_desa: str, terendah: str | None) -> str:
    """Return how many villages stand in the lowest class and the kecamatan with the lowest coverage."""
    ekor = f"; Kecamatan {terendah} paling rendah" if terendah else ""
    angka = f"{batas:g}".replace(".", ",")
    if total == 0:
        return f"Peserta aktif per {kata_desa}; persentase tidak dihitung tanpa penyebut {kata_desa}"
    if di_bawah == 0:
        return f"Tidak ada {kata_desa} di bawah {angka}% dari {format.bilangan(total)} yang dapat dihitung{ekor}"
    return f"{format.bilangan(di_bawah)} dari {format.bilangan(total)} {kata_desa} masih di bawah {angka}%{ekor}"


def segmen(nilai: Sequence[Nilai], bulan: date | None) -> str:
    """Return the segment with the lowest coverage beside the highest, on one basis; neutral with fewer than two."""
    ada = sorted((n for n in nilai if n.nilai is not None and n.kunci in SEGMEN), key=lambda n: n.nilai or 0)
    if len(ada) < 2:
        return f"Cakupan per segmen, {format.bulan(bulan)}"
    bawah, atas = ada[0], ada[-1]
    return (
        f"Cakupan terendah pada segmen {bawah.kunci} ({format.persen(bawah.nilai, bawah.target)}), "
        f"tertinggi {atas.kunci} ({format.persen(atas.nilai, atas.target)})"
    )

"""Finding sentences of the page Desa, at most twelve words, written by rule; a cause is never stated (visual.md 6)."""

from datetime import date

from ucj import format
from ucj.hitung import Nilai
from ucj.judul import sasaran
from ucj.kesenjangan import kurang_orang

PALING_KATA = 12


def gabung(pokok: str, *ekor: str) -> str:
    """Return the sentence with as many of its endings as twelve words hold."""
    for satu in ekor:
        if satu and len(f"{pokok}; {satu}".split()) <= PALING_KATA:
            pokok = f"{pokok}; {satu}"
    return pokok


def temuan(di_bawah: int, total: int, batas: float, kata_desa: str, di: str = "", terendah: str | None = None) -> str:
    """Return how many villages stand in the lowest class.

    ``di``: the kecamatan looked at (" di Segah"), empty for the whole regency, of which ``terendah`` is the kecamatan
    with the lowest coverage.
    """
    if total == 0:
        return f"Peserta aktif per {kata_desa}{di}; persentase tidak dihitung tanpa penyebut"
    angka = format.desimal(batas, 0 if batas == int(batas) else 1)
    ekor = f"Kec. {terendah} terendah" if terendah else ""
    if di_bawah == 0:
        return gabung(f"Tidak ada dari {format.bilangan(total)} {kata_desa}{di} di bawah {angka}%", ekor)
    return gabung(
        f"{format.bilangan(di_bawah)} dari {format.bilangan(total)} {kata_desa}{di} masih di bawah {angka}%", ekor
    )


def sebagian(jumlah: int | None, tempat: str) -> str:
    """Return the count of one segment or of the other basis, for which no village has a denominator."""
    return f"{format.bilangan(jumlah)} peserta aktif di {tempat}; persentase tidak dihitung"


def satu(nama: str, n: Nilai | None, bulan: date, aktif: int | None = None) -> str:
    """Return how far one village is from the target path; ``aktif`` speaks where no ratio can be made."""
    if n is None or n.nilai is None:
        jumlah = aktif if aktif is not None else n.pembilang if n else None
        if jumlah is None:
            return f"{nama}: peserta aktif {format.bulan(bulan)} belum tersedia"
        return f"{nama}: {format.bilangan(jumlah)} peserta aktif; persentase belum dapat dihitung"
    angka = f"{nama} {format.persen(n.nilai, n.target)}"
    kurang = kurang_orang(n)
    if kurang is None:
        return f"{angka} per {format.bulan(bulan)}; belum ada target"
    if kurang == 0:
        return f"{angka}; {sasaran(bulan)} tercapai"
    return f"{angka}, kurang {format.bilangan(kurang)} orang ke {sasaran(bulan)}"


def belum_ada(kata_desa: str, bulan: date) -> str:
    """Return that no delivery tells anything by village."""
    return f"Belum ada angka per {kata_desa} untuk {format.bulan(bulan)}"


def peta(tertinggi: str, terendah: str) -> str:
    """Return both ends of the map; what they are stands in the names given."""
    return f"{tertinggi} tertinggi, {terendah} terendah"


def jarak(belum: int, total: int, kata_desa: str, target: float | None, bawah: float, atas: float) -> str:
    """Return how many villages are below the target path; without a target the range of their coverage."""
    if target is None:
        return f"Cakupan {kata_desa} terentang dari {format.persen(bawah)} sampai {format.persen(atas)}"
    batas = format.persen(target)
    if belum == 0:
        return f"Semua {format.bilangan(total)} {kata_desa} mencapai target {batas}"
    return f"{format.bilangan(belum)} dari {format.bilangan(total)} {kata_desa} belum mencapai target {batas}"


def teratas(jumlah: int, kata_desa: str) -> str:
    """Return the heading of the list of villages that hold most unprotected workers."""
    if jumlah == 1:
        return f"Pekerja belum terlindungi di 1 {kata_desa}"
    return f"{jumlah} {kata_desa} dengan pekerja belum terlindungi terbanyak"

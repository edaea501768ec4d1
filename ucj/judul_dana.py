"""Finding sentences on money: absorption, subsidised contributions, benefits, arrears. By rule, never a cause."""

from collections.abc import Sequence
from datetime import date

from ucj import format
from ucj.dana import Dana
from ucj.kalender import geser_bulan

Angka = float | int | None
MAKS_KATA = 12


def batasi(*kalimat: str) -> str:
    """Return the first sentence of at most twelve words, else the last: names of offices and sectors can be long."""
    return next((k for k in kalimat if len(k.split()) <= MAKS_KATA), kalimat[-1])


def serapan(
    nilai: Angka,
    waktu_berjalan: Angka,
    dana: Dana | None,
    sumber: str = "",
    mulai: date | None = None,
    sampai: date | None = None,
) -> str:
    """Return absorption beside the time elapsed, and to which month the money lasts; ``sumber`` names whose money.

    ``mulai`` is the first month delivered where the months before it may be missing: then nothing is judged. ``sampai``
    is the last month delivered where later ones are due: then no month is promised. Money is never "tercapai" before
    the year ends, so the word does not occur.
    """
    if nilai is None or waktu_berjalan is None:
        return "Pagu iuran sudah ada, realisasinya belum dikirim"
    if mulai is not None:
        return f"Realisasi {rentang_hilang(mulai)} mungkin belum dikirim; serapan belum dapat dinilai"
    jarak = nilai - waktu_berjalan
    letak = "setara" if abs(jarak) < 0.05 else "di atas" if jarak > 0 else "di bawah"
    kalimat = f"Serapan {format.persen(nilai, waktu_berjalan)} {letak} waktu berjalan {format.persen(waktu_berjalan)}"
    if sampai is not None:
        return f"{kalimat}; realisasi baru sampai {format.bulan(sampai).split()[0]}"
    if dana is None or dana.cukup_sampai is None:
        return kalimat
    if dana.rp_sisa is not None and dana.rp_sisa <= 0:
        return f"{kalimat}; {cukup(dana, sumber)}"
    return f"{kalimat}; {sumber or 'dana'} cukup sampai {format.bulan(dana.cukup_sampai).split()[0]}"


def rentang_hilang(mulai: date) -> str:
    """Return the months of a year before ``mulai``: ``Januari–Juni 2026``."""
    akhir = geser_bulan(mulai, -1)
    return f"Januari–{format.bulan(akhir)}" if akhir.month > 1 else format.bulan(akhir)


def cukup(dana: Dana, sumber: str = "") -> str:
    """Return to which month the rest of the ceiling lasts."""
    milik = f" {sumber}" if sumber else ""
    if dana.rp_sisa is not None and dana.rp_sisa <= 0:
        return f"pagu{milik} sudah habis"
    return f"dana{milik} cukup sampai {format.bulan(dana.cukup_sampai)}"


def sumber_dana(kurang: Sequence[str], is_lengkap: bool) -> str:
    """Return which funding sources do not last until December."""
    if not is_lengkap:
        return "Sampai kapan dana cukup belum dapat dihitung: realisasi belum lengkap"
    if not kurang:
        return "Semua sumber dana cukup sampai Desember"
    return batasi(
        f"Dana tidak cukup sampai Desember: {', '.join(kurang)}",
        f"{format.bilangan(len(kurang))} sumber dana tidak cukup sampai Desember",
    )


def pagu(ubah: int, belanja: Angka, sisa: int, is_pasti: bool = True) -> str:
    """Return how the ceiling changed since its first stage, and what is left of it.

    ``is_pasti`` False: the spending of the first months may be missing, so what is left is not said.
    """
    kata = "bertambah" if ubah > 0 else "berkurang"
    kalimat = f"Pagu {kata} {format.rupiah_pendek(abs(ubah))}" if ubah else "Pagu tidak berubah"
    if belanja is None:
        return f"{kalimat}; realisasinya belum dikirim"
    if not is_pasti:
        return f"{kalimat}; belanja yang dikirim {format.rupiah_pendek(belanja)}"
    if sisa < 0:
        return f"{kalimat}; belanja {format.rupiah_pendek(-sisa)} melebihi pagu"
    return f"{kalimat}; {format.rupiah_pendek(sisa)} belum dibelanjakan"


def uang_dan_orang(di_bawah: int, total: int, kata_opd: str) -> str:
    """Return how many offices stand below both lines: time elapsed (money) and duty (people)."""
    if di_bawah == 0:
        return f"Tidak ada {kata_opd} di bawah waktu berjalan dan kewajiban sekaligus"
    return f"{format.bilangan(di_bawah)} dari {format.bilangan(total)} {kata_opd} di bawah waktu berjalan dan kewajiban"


def dana_habis(orang: int, orang_tanpa_pagu: int, is_diketahui: bool) -> str:
    """Return how many people are paid from money that ends within 90 days."""
    if not is_diketahui:
        return "Sampai kapan iuran penerima terbayar belum dapat dihitung"
    if orang:
        return f"{format.bilangan(orang)} orang dibayar dari dana yang habis dalam 90 hari"
    if orang_tanpa_pagu:
        return f"Dana yang diketahui cukup 90 hari; {format.bilangan(orang_tanpa_pagu)} orang tanpa pagu"
    return "Tidak ada dana yang habis dalam 90 hari"


def penetapan(tanpa: int, wajib: int) -> str:
    """Return how many recipients that a decree must name carry no number of one."""
    if wajib == 0:
        return "Tidak ada penerima dari dana yang wajib ditetapkan"
    if tanpa == 0:
        return f"Semua {format.bilangan(wajib)} penerima yang wajib ditetapkan bernomor keputusan"
    return f"{format.bilangan(tanpa)} dari {format.bilangan(wajib)} penerima wajib ditetapkan tanpa nomor keputusan"


def perbaikan(baris: int, kapan: str) -> str:
    """Return how many rows of the recipient lists were set aside."""
    if baris == 0:
        return f"Semua baris daftar penerima {kapan} dapat dipakai"
    return f"{format.bilangan(baris)} baris daftar penerima perlu perbaikan, belum dihitung"


def unit_tanpa_pagu(tanpa: int, total: int, kata_unit: str) -> str:
    """Return how many units have no budget line that counts; ``kata_unit`` names the kinds that are judged.

    A line inside another account without its share for contributions is budgeted and does not count (rule 15), so the
    sentence does not say that the unit budgets nothing.
    """
    if total == 0:
        return "Unit yang menganggarkan iuran belum dapat dihitung"
    if tanpa == 0:
        return f"Semua {format.bilangan(total)} {kata_unit} menganggarkan iuran"
    return f"{format.bilangan(tanpa)} dari {format.bilangan(total)} {kata_unit} tanpa pagu iuran yang dihitung"


def penerima(kini: Angka, lalu: Angka, bulan_lalu: date, ganda: int) -> str:
    """Return how many people are paid for, the change since the month before, and how many have two full payers."""
    if kini is None:
        return "Penerima bantuan iuran bulan ini belum tersedia"
    kalimat = f"{format.bilangan(kini)} orang dibantu iurannya"
    if lalu is not None:
        beda = kini - lalu
        kata = "bertambah" if beda > 0 else "berkurang"
        ubah = "tidak berubah" if beda == 0 else f"{kata} {format.bilangan(abs(beda))}"
        kalimat += f", {ubah} sejak {format.bulan(bulan_lalu)}"
    return f"{kalimat}; {format.bilangan(ganda)} dibayar ganda" if ganda else kalimat


def manfaat(kasus: Angka, rp: Angka, iuran: Angka) -> str:
    """Return cases and rupiah paid to residents beside the contributions received."""
    if kasus is None and rp is None:
        return "Manfaat yang dibayarkan belum tersedia"
    kalimat = (
        f"{format.rupiah_pendek(rp, eja=True)} manfaat dibayarkan untuk {format.bilangan(kasus)} kasus"
        if kasus is not None and rp is not None
        else f"{format.bilangan(kasus)} kasus manfaat"
        if rp is None
        else f"{format.rupiah_pendek(rp, eja=True)} manfaat dibayarkan"
    )
    return kalimat if iuran is None else f"{kalimat}; iuran diterima {format.rupiah_pendek(iuran, eja=True)}"


def kepatuhan(nilai: Angka, jumlah: int, tunggakan: int, rp: Angka) -> str:
    """Return the share of compliant employers and what is in arrears."""
    kalimat = f"{format.persen(nilai, 100)} dari {format.bilangan(jumlah)} pemberi kerja patuh"
    if tunggakan == 0:
        return f"{kalimat}; tidak ada yang menunggak"
    uang = f" {format.rupiah_pendek(rp, eja=True)}" if rp else ""
    return f"{kalimat}; {format.bilangan(tunggakan)} menunggak{uang}"

"""Finding sentences on money: absorption, subsidised contributions, benefits, arrears. By rule, never a cause."""

from datetime import date

from ucj import format
from ucj.dana import Dana

Angka = float | int | None


def serapan(nilai: Angka, waktu_berjalan: Angka, dana: Dana | None, sumber: str = "") -> str:
    """Return absorption beside the time elapsed, and to which month the money lasts; ``sumber`` names whose money.

    Money is never "tercapai" before the year ends, so the word does not occur.
    """
    if nilai is None or waktu_berjalan is None:
        return "Pagu iuran sudah ada, realisasinya belum dikirim"
    jarak = nilai - waktu_berjalan
    kalimat = f"Serapan iuran {format.persen(nilai, waktu_berjalan)}"
    if abs(jarak) < 0.05:
        kalimat += f", setara waktu berjalan {format.persen(waktu_berjalan)}"
    else:
        kalimat += f", {'di atas' if jarak > 0 else 'di bawah'} waktu berjalan {format.persen(waktu_berjalan)}"
    return f"{kalimat}; {cukup(dana, sumber)}" if dana and dana.cukup_sampai else kalimat


def cukup(dana: Dana, sumber: str = "") -> str:
    """Return to which month the rest of the ceiling lasts."""
    milik = f" {sumber}" if sumber else ""
    if dana.rp_sisa is not None and dana.rp_sisa <= 0:
        return f"pagu{milik} sudah habis"
    return f"dana{milik} cukup sampai {format.bulan(dana.cukup_sampai)}"


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

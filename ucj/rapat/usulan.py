"""Decisions that the numbers propose: who, what, by when, with the figures behind each. The meeting decides.

Each rule looks at one indicator. A miss of a Wajib duty comes first and is due soonest; the others follow by the people
whom they touch. Nothing is proposed where the figure is not known.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ucj import format
from ucj.dana import Dana
from ucj.hitung import TIDAK_DIKETAHUI, Nilai
from ucj.istilah import sebut
from ucj.kalender import akhir_bulan, geser_bulan
from ucj.kesenjangan import Sektor, belum_terlindungi

HARI_PALING_DEKAT = 14
SEKTOR_DIUSULKAN = 2
PALING_BANYAK = 6


@dataclass(frozen=True)
class Usulan:
    """One proposed decision; ``orang`` is whom it touches, None where it is not about people."""

    pemilik: str
    apa: str
    angka: str
    tenggat: date
    orang: int | None = None
    is_wajib: bool = False


def tenggat(hari: date, tambah: int = 0) -> date:
    """Return the last day of the first month that leaves two weeks, ``tambah`` months later."""
    return akhir_bulan(geser_bulan(hari + timedelta(days=HARI_PALING_DEKAT), tambah))


def choose(
    wajib: Sequence[Usulan],
    uang: Sequence[Usulan],
    orang: Sequence[Usulan],
    lain: Sequence[Usulan],
    paling: int = PALING_BANYAK,
) -> list[Usulan]:
    """Return at most so many: Wajib, reports, one about money and the largest groups of people; in the order shown."""
    terpilih = [*wajib, *lain, *uang[:1], *sorted(orang, key=lambda u: -(u.orang or 0))][:paling]
    return sorted(terpilih, key=lambda u: (not u.is_wajib, -(u.orang or 0), u.tenggat, u.pemilik))


def non_asn(nilai: Sequence[Nilai], nama: Mapping[str, str], kata_opd: str, hari: date) -> list[Usulan]:
    """Propose that every office registers its own workers; the one with most missing is named."""
    ada = [(k, n) for n in nilai if (k := belum_terlindungi(n))]
    if not ada:
        return []
    _, terbanyak = max(ada, key=lambda pasangan: pasangan[0])
    kurang = sum(k for k, _ in ada)
    lain = f" dan {format.bilangan(len(ada) - 1)} {kata_opd} lain" if len(ada) > 1 else ""
    semua = sum(n.penyebut or 0 for _, n in ada)
    return [
        Usulan(
            nama.get(terbanyak.kunci, terbanyak.kunci) + lain,
            f"mendaftarkan {format.bilangan(kurang)} non-ASN",
            f"{format.bilangan(semua - kurang)} dari {format.bilangan(semua)} terlindungi",
            tenggat(hari),
            kurang,
            is_wajib=True,
        )
    ]


def aparatur_desa(n: Nilai | None, pemilik: str, kata_desa: str, hari: date) -> list[Usulan]:
    """Propose that village officials without protection are registered."""
    kurang = belum_terlindungi(n)
    if n is None or not kurang:
        return []
    return [
        Usulan(
            pemilik,
            f"memastikan {format.bilangan(kurang)} aparatur {kata_desa} terdaftar",
            f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} terlindungi",
            tenggat(hari),
            kurang,
            is_wajib=True,
        )
    ]


def sektor(semua: Sequence[Sektor], hari: date) -> list[Usulan]:
    """Propose a plan for the sectors with most unprotected workers, by the office that answers for each."""
    ada = [s for s in semua if s.belum and s.kantor is not None and s.kunci != TIDAK_DIKETAHUI]
    return [
        Usulan(
            s.kantor.nama,
            f"menyusun rencana pendaftaran pekerja {s.nama.lower()}",
            f"{format.bilangan(s.belum)} belum terlindungi, cakupan {format.persen(s.nilai.nilai, s.nilai.target)}",
            tenggat(hari, 1),
            s.belum,
        )
        for s in ada[:SEKTOR_DIUSULKAN]
        if s.kantor is not None
    ]


def kecamatan(nilai: Sequence[Nilai], nama: Mapping[str, str], hari: date) -> list[Usulan]:
    """Propose that the kecamatan with most unprotected workers of those below their target lists them."""
    ada = [
        (k, n)
        for n in nilai
        if (k := belum_terlindungi(n)) and n.kunci in nama and n.status in ("PERLU_PERHATIAN", "JAUH_DI_BAWAH")
    ]
    if not ada:
        return []
    kurang, n = max(ada, key=lambda pasangan: (pasangan[0], pasangan[1].kunci))
    return [
        Usulan(
            f"Kecamatan {nama[n.kunci]}",
            "mendata pekerja yang belum terlindungi",
            f"{format.bilangan(kurang)} orang, cakupan {format.persen(n.nilai, n.target)}",
            tenggat(hari, 1),
            kurang,
        )
    ]


def dana(
    sumber: Mapping[str, Dana], penerima: Mapping[str, int], pemilik: Callable[[str], str], hari: date
) -> list[Usulan]:
    """Propose to settle who pays after the month to which a funding source lasts, for the one that ends first.

    ``pemilik``: who answers for a source.
    """
    kurang = [(d.cukup_sampai, kode, d) for kode, d in sumber.items() if d.is_kurang and d.cukup_sampai is not None]
    if not kurang:
        return []
    sampai, kode, d = min(kurang, key=lambda satu: satu[:2])
    orang = penerima.get(kode)
    siapa = f"iuran {format.bilangan(orang)} penerima {sebut(kode)}" if orang else f"iuran dari {sebut(kode)}"
    return [
        Usulan(
            pemilik(kode),
            f"menetapkan {siapa} sesudah {format.bulan(sampai)}",
            f"sisa {format.rupiah_pendek(d.rp_sisa)}, perlu {format.rupiah_pendek(d.rp_sebulan)} sebulan",
            max(akhir_bulan(sampai), tenggat(hari)),
            orang,
        )
    ]


def serapan(n: Nilai | None, pemilik: str, hari: date) -> list[Usulan]:
    """Propose to spend what is budgeted where absorption is behind the time elapsed by more than the profile allows."""
    if n is None or n.nilai is None or n.status not in ("PERLU_PERHATIAN", "JAUH_DI_BAWAH"):
        return []
    return [
        Usulan(
            pemilik,
            "mempercepat pembayaran iuran yang sudah dianggarkan",
            f"serapan {format.persen(n.nilai, n.target)}, waktu berjalan {format.persen(n.target)}",
            tenggat(hari, 1),
        )
    ]


def penganggaran(n: Nilai | None, pemilik: str, hari: date) -> list[Usulan]:
    """Propose that units without a counted budget line get one."""
    if n is None or n.pembilang is None or not n.penyebut or n.pembilang >= n.penyebut:
        return []
    return [
        Usulan(
            pemilik,
            f"menganggarkan iuran pada {format.bilangan(n.penyebut - n.pembilang)} unit",
            f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} unit punya pagu",
            tenggat(hari, 1),
        )
    ]


def laporan(kewajiban: Iterable[Mapping[str, Any]], pemilik: str, hari: date) -> list[Usulan]:
    """Propose that a monthly recap which is due and has not come is delivered."""
    kurang = [
        k
        for k in kewajiban
        if k["kewajiban"] == "REKAP_BULANAN" and k["tanggal_terima"] is None and k["jatuh_tempo"] < hari
    ]
    if not kurang:
        return []
    terbaru = max(kurang, key=lambda k: k["jatuh_tempo"])
    jumlah = f", dan {format.bilangan(len(kurang) - 1)} lainnya" if len(kurang) > 1 else ""
    return [
        Usulan(
            pemilik,
            f"menyerahkan rekap {format.periode(terbaru['periode'])}{jumlah}",
            f"jatuh tempo {format.tanggal(terbaru['jatuh_tempo'])}",
            tenggat(hari),
        )
    ]

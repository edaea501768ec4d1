"""How long the money lasts: the month to which a ceiling carries the workers that are to be paid.

The need of one month is what the subsidised workers of the newest list cost, plus a twelfth of the ceiling that is
meant for village officials and non-ASN staff, whose number hardly changes within a year. Where no recipient is listed
the ceiling for vulnerable workers counts with a twelfth too.
"""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import polars as pl

from ucj.format import sebut_bulan
from ucj.hitung import Nilai
from ucj.istilah import sebut
from ucj.kalender import geser_bulan

BULAN_SETAHUN = 12
BULAN_90_HARI = 3
_AWAL_HILANG = re.compile(r"realisasi \w+ sebelum (\d\d)/(\d{4}) mungkin belum dikirim")  # of queries/marts/serapan.sql
_SAMPAI = re.compile(r"realisasi sampai (\d\d)/(\d{4})")


def terkirim_sampai(catatan: str | None) -> date | None:
    """Return the last month of which spending was delivered, where it is before the month of the value; else None."""
    cocok = _SAMPAI.search(catatan or "")
    return date(int(cocok[2]), int(cocok[1]), 1) if cocok else None


def awal_hilang(catatan: str | None) -> date | None:
    """Return the first month of which spending was delivered, where the months before it may be missing; else None."""
    bulan = [date(int(tahun), int(ke), 1) for ke, tahun in _AWAL_HILANG.findall(catatan or "")]
    return max(bulan, default=None)


def sebut_catatan(catatan: str | None) -> str:
    """Return the note of a value of KEU-01 as it is read: months and village budgets in words; empty for none."""
    kalimat = sebut_bulan((catatan or "").replace("APBDES", sebut("APBDES")))
    return kalimat[:1].upper() + kalimat[1:]


def tahan(nilai: Nilai) -> Nilai:
    """Return a value of KEU-01 without the judgement "behind" where the first months of its year may be missing.

    What was delivered is then the least that was spent: it may prove that the path is reached, never that it is not.
    """
    if nilai.kode != "KEU-01" or nilai.status not in ("PERLU_PERHATIAN", "JAUH_DI_BAWAH"):
        return nilai
    return nilai if awal_hilang(nilai.catatan) is None else replace(nilai, status=None)


def belum_lengkap(per_sumber: Iterable[Nilai]) -> set[str]:
    """Return the funding sources whose spending is not known, or not from January on: what is left is unknown."""
    return {n.kunci for n in per_sumber if n.pembilang is None or awal_hilang(n.catatan) is not None}


@dataclass(frozen=True)
class Dana:
    """The money of one funding source at the end of a month, in whole rupiah; ``rp_realisasi`` None: not delivered."""

    bulan: date
    rp_pagu: int
    rp_pagu_rentan: int
    rp_realisasi: int | None
    rp_iuran_penerima: int

    @property
    def rp_sisa(self) -> int | None:
        """Ceiling minus spending; below 0 when more was spent than allowed; None while the spending is not known."""
        return None if self.rp_realisasi is None else self.rp_pagu - self.rp_realisasi

    @property
    def rp_sebulan(self) -> int:
        """Need of one month, rounded down."""
        if self.rp_iuran_penerima:
            return self.rp_iuran_penerima + (self.rp_pagu - self.rp_pagu_rentan) // BULAN_SETAHUN
        return self.rp_pagu // BULAN_SETAHUN

    @property
    def cukup_sampai(self) -> date | None:
        """Last month (first day of it) that the rest of the ceiling pays in full, at most December of the year.

        None without a ceiling or while the spending is not known. The month itself when not even the next month can be
        paid.
        """
        if self.rp_pagu <= 0 or self.rp_sisa is None:
            return None
        akhir_tahun = date(self.bulan.year, BULAN_SETAHUN, 1)
        if self.rp_sebulan <= 0:
            return akhir_tahun
        cukup = max(self.rp_sisa, 0) // self.rp_sebulan
        return min(geser_bulan(self.bulan, min(cukup, BULAN_SETAHUN)), akhir_tahun)

    @property
    def is_kurang(self) -> bool:
        """True when the ceiling does not reach December."""
        cukup = self.cukup_sampai
        return cukup is not None and cukup < date(self.bulan.year, BULAN_SETAHUN, 1)

    @property
    def is_habis_90_hari(self) -> bool:
        """True when the ceiling does not pay the third month after this one, and that month is still of its year."""
        cukup, akhir = self.cukup_sampai, date(self.bulan.year, BULAN_SETAHUN, 1)
        return cukup is not None and cukup < min(geser_bulan(self.bulan, BULAN_90_HARI), akhir)


def per_sumber(baris: pl.DataFrame, bulan: date, belum: Container[str] = ()) -> dict[str, Dana]:
    """Return the money of each funding source from the read ``dana_kebutuhan``, largest ceiling first.

    ``belum``: sources whose spending was not delivered (KEU-01 has no numerator for them): unknown, not 0.
    """
    return {
        (kode := isi["sumber_dana"]): Dana(
            bulan,
            isi["rp_pagu"],
            isi["rp_pagu_rentan"],
            None if kode in belum else isi["rp_realisasi"],
            isi["rp_iuran_penerima"],
        )
        for isi in baris.iter_rows(named=True)
    }


def find_terpendek(sumber: Mapping[str, Dana]) -> tuple[str, Dana] | None:
    """Return the funding source whose ceiling ends first, None when every ceiling reaches December."""
    kurang = [(dana.cukup_sampai, kode) for kode, dana in sumber.items() if dana.is_kurang and dana.cukup_sampai]
    if not kurang:
        return None
    _, kode = min(kurang)
    return kode, sumber[kode]


def read_dana(baris: pl.DataFrame, bulan: date, belum: Container[str] = ()) -> Dana:
    """Return the money of all funding sources together; its spending is known only when that of each source is."""
    sumber = per_sumber(baris, bulan, belum).values()
    realisasi = [dana.rp_realisasi for dana in sumber if dana.rp_realisasi is not None]
    return Dana(
        bulan,
        rp_pagu=sum(dana.rp_pagu for dana in sumber),
        rp_pagu_rentan=sum(dana.rp_pagu_rentan for dana in sumber),
        rp_realisasi=sum(realisasi) if len(realisasi) == len(sumber) else None,
        rp_iuran_penerima=sum(dana.rp_iuran_penerima for dana in sumber),
    )

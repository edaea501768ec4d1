"""Offices side by side: the people they answer for, their own non-ASN workers, their rosters, their budget."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ucj.dana import Dana, awal_hilang
from ucj.hitung import Nilai
from ucj.kesenjangan import Sektor, belum_terlindungi
from ucj.sektor import tambah

NON_ASN = ("NONASN", "PPPK_PW", "BLUD")  # the rosters of PEM-01 (sources.md 5, rule 11)


@dataclass
class Baris:
    """One office; sums over the rosters of its non-ASN workers. Counts of matching are None without a person list."""

    kode: str
    nama: str
    non_asn: Nilai | None = None
    binaan: Nilai | None = None
    serapan: Nilai | None = None
    dana: Dana | None = None
    is_beranggaran: bool = False
    sektor: list[Sektor] = field(default_factory=list)
    roster: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def kurang(self) -> int | None:
        """Non-ASN workers without JKK and JKM."""
        return belum_terlindungi(self.non_asn)

    @property
    def belum_sektor(self) -> int | None:
        """People without protection in the sectors that the office answers for; None where no figure tells."""
        return tambah(s.belum for s in self.sektor)

    @property
    def belum(self) -> int | None:
        """People who are not protected: of the sectors that the office answers for, else its own non-ASN workers.

        Never both: one person may be in both.
        """
        return self.belum_sektor if self.belum_sektor or self.kurang is None else self.kurang

    @property
    def cukup_sampai(self) -> date | None:
        """The month to which the rest of the ceiling lasts; None while the spending of the year is not known whole."""
        n = self.serapan
        if self.dana is None or n is None or n.pembilang is None or awal_hilang(n.catatan) is not None:
            return None
        return self.dana.cukup_sampai

    @property
    def tanggal(self) -> date | None:
        """The oldest date of its non-ASN rosters in force."""
        return min((r["tanggal_data"] for r in self.roster), default=None)

    @property
    def is_usang(self) -> bool:
        """Whether a roster is older than six months."""
        return any(r["is_usang"] for r in self.roster)

    def jumlah(self, kolom: str) -> int | None:
        """Return the sum of a column over the rosters, None where one of them has no value."""
        isi = [r[kolom] for r in self.roster]
        return None if not isi or None in isi else sum(isi)


def susun(
    nama: Mapping[str, str],
    non_asn: Iterable[Nilai],
    binaan: Iterable[Nilai],
    serapan: Iterable[Nilai],
    roster: Iterable[Mapping[str, Any]],
    beranggaran: Container[str],
    sektor: Iterable[Sektor] = (),
    dana: Mapping[str, Dana] | None = None,
) -> list[Baris]:
    """Return one row per office: most unprotected people first, offices without any figure last.

    ``beranggaran``: the units whose budget was delivered; of another the budget is not known, which is not 0.
    """
    baris = {kode: Baris(kode, n) for kode, n in nama.items()}

    def ambil(kode: str) -> Baris:
        return baris.setdefault(kode, Baris(kode, kode))

    for n in non_asn:
        if n.penyebut:  # every office has a row; one without a roster has nobody in it
            ambil(n.kunci).non_asn = n
    for n in binaan:
        if n.penyebut:
            ambil(n.kunci).binaan = n
    for n in serapan:
        if n.kunci in beranggaran:
            ambil(n.kunci).serapan = n
            ambil(n.kunci).dana = (dana or {}).get(n.kunci)
    for s in sektor:
        if s.kantor is not None:
            ambil(s.kantor.kode).sektor.append(s)
    for r in roster:
        if r["jenis_daftar"] in NON_ASN:
            ambil(r["kode_opd"]).roster.append(r)
    for b in baris.values():
        b.is_beranggaran = b.kode in beranggaran
    return sorted(
        baris.values(),
        key=lambda b: (b.belum is None, -(b.belum or 0), b.non_asn is None, -(b.kurang or 0)),
    )


def dana_opd(baris: Iterable[Mapping[str, Any]], bulan: date) -> dict[str, Dana]:
    """Return the money of each office from the read ``dana_opd``."""
    return {
        b["kode_opd"]: Dana(bulan, b["rp_pagu"], b["rp_pagu_rentan"], b["rp_realisasi"], b["rp_iuran_penerima"])
        for b in baris
    }

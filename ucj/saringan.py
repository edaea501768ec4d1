"""The five filters of every page: what can be chosen, what a URL asks for, and the sentence that repeats it.

The names ``periode``, ``wilayah``, ``segmen``, ``opd``, ``basis`` are those of the URL (sources.md 4).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ucj import format, kalender
from ucj.istilah import BASIS, SEGMEN

NAMA = ("periode", "wilayah", "segmen", "opd", "basis")
JUDUL = {"periode": "Periode", "wilayah": "Wilayah", "segmen": "Segmen", "opd": "OPD", "basis": "Basis"}

_DESA = re.compile(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$")


@dataclass(frozen=True)
class Desa:
    """One village of the regency with its kecamatan; ``jenis`` is DESA or KELURAHAN."""

    kode: str
    nama: str
    kode_kecamatan: str
    nama_kecamatan: str
    jenis: str = "DESA"


@dataclass(frozen=True)
class Daftar:
    """What can be chosen: months with data (newest first), areas, segments, offices, the regency's main basis."""

    bulan: tuple[date, ...] = ()
    kecamatan: Mapping[str, str] = field(default_factory=dict)
    desa: Mapping[str, Desa] = field(default_factory=dict)
    segmen: tuple[str, ...] = ()
    opd: Mapping[str, str] = field(default_factory=dict)
    basis_utama: str = "DOMISILI"
    kata_kecamatan: str = "kecamatan"
    kata_opd: str = "OPD"

    @property
    def periode(self) -> tuple[str, ...]:
        """Months, newest first, then semesters, newest first."""
        bulan = tuple(f"{b:%Y-%m}" for b in self.bulan)
        return bulan + tuple(dict.fromkeys(kalender.semester(b) for b in self.bulan))

    def pilihan(self, nama: str) -> tuple[str | None, ...]:
        """Return the values of one filter; None stands for "all" and comes first."""
        if nama == "periode":
            return self.periode
        if nama == "basis":
            return tuple(BASIS)
        if nama == "wilayah":
            return (None, *self.kecamatan, *self.desa)
        return (None, *(self.segmen if nama == "segmen" else self.opd))

    def baku(self, nama: str) -> str | None:
        """Return what stands when nobody has chosen: the newest month, the main basis, else all."""
        if nama == "periode":
            return self.periode[0] if self.bulan else None
        return self.basis_utama if nama == "basis" else None

    def sebut(self, nama: str, nilai: str | None) -> str:
        """Return the words for one value."""
        if nama == "periode":
            return format.periode(nilai)
        if nama == "basis":
            kata = BASIS[nilai or self.basis_utama]
            return kata[0].upper() + kata[1:]
        if nilai is None:
            return {"wilayah": f"Semua {self.kata_kecamatan}", "segmen": "Semua segmen"}.get(
                nama, f"Semua {self.kata_opd}"
            )
        if nama == "wilayah":
            desa = self.desa.get(nilai)
            return f"{desa.nama} ({desa.nama_kecamatan})" if desa else f"Kec. {self.kecamatan[nilai]}"
        return SEGMEN.get(nilai, nilai) if nama == "segmen" else self.opd[nilai]


@dataclass(frozen=True)
class Pilihan:
    """What the reader has chosen; ``bulan`` is the month shown (of a semester its last month with data)."""

    periode: str | None = None
    bulan: date | None = None
    wilayah: str | None = None
    segmen: str | None = None
    opd: str | None = None
    basis: str = "DOMISILI"

    @property
    def semester(self) -> str | None:
        """The semester of the period: ``2026-1``."""
        return kalender.semester(self.bulan) if self.bulan else None

    @property
    def is_desa(self) -> bool:
        """Whether one village is chosen."""
        return self.wilayah is not None and _DESA.match(self.wilayah) is not None

    @property
    def kode_kecamatan(self) -> str | None:
        """The kecamatan chosen, or that of the village chosen."""
        return self.wilayah.rsplit(".", 1)[0] if self.wilayah and self.is_desa else self.wilayah

    @property
    def akhir(self) -> date | None:
        """The last day of the month shown."""
        return kalender.akhir_bulan(self.bulan) if self.bulan else None


def resolve(diminta: Mapping[str, str | None], daftar: Daftar) -> tuple[Pilihan, list[str]]:
    """Return the choice, and one sentence for every value that does not exist and fell back."""
    nilai: dict[str, str | None] = {}
    catatan = []
    for nama in NAMA:
        minta = diminta.get(nama)
        if minta is None or minta == "":
            nilai[nama] = daftar.baku(nama)
        elif minta in daftar.pilihan(nama):
            nilai[nama] = minta
        else:
            nilai[nama] = daftar.baku(nama)
            catatan.append(
                f"{JUDUL[nama]} “{minta[:40]}” dalam tautan tidak dikenal; "
                f"yang ditampilkan: {daftar.sebut(nama, nilai[nama])}."
            )
    bulan = _bulan_periode(nilai["periode"], daftar.bulan)
    pilihan = Pilihan(
        periode=nilai["periode"],
        bulan=bulan,
        wilayah=nilai["wilayah"],
        segmen=nilai["segmen"],
        opd=nilai["opd"],
        basis=nilai["basis"] or daftar.basis_utama,
    )
    return pilihan, catatan


def _bulan_periode(periode: str | None, bulan: tuple[date, ...]) -> date | None:
    if periode is None:
        return None
    return next(b for b in bulan if periode in (f"{b:%Y-%m}", kalender.semester(b)))


def sentence(pilihan: Pilihan, daftar: Daftar, berlaku: tuple[str, ...] = NAMA) -> str:
    """Return the line under the title: "Menurut KTP, semua kecamatan, semua segmen, per 30 Juni 2026".

    Only the filters in ``berlaku`` are repeated: a page does not claim a choice that it ignores.
    """
    kata = [
        daftar.sebut(nama, getattr(pilihan, nama)) for nama in ("basis", "wilayah", "segmen", "opd") if nama in berlaku
    ]
    bagian = [k[0].lower() + k[1:] if k.startswith("Semua") else k for k in kata]
    if "periode" in berlaku:
        bagian.append(f"per {format.tanggal_panjang(pilihan.akhir)}")
    kalimat = ", ".join(bagian)
    return kalimat[:1].upper() + kalimat[1:]

"""What the seven screens are made from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ucj.dana import Dana
from ucj.desa import Baris as BarisDesa
from ucj.hitung import Nilai
from ucj.istilah import PENGIRIM, SUMBER
from ucj.kesenjangan import Sektor
from ucj.tindak_lanjut import Keputusan


@dataclass(frozen=True, kw_only=True)
class Bahan:
    """Everything the screens are made from: the regency's values of the newest month, on its main basis.

    ``posisi`` with ``lalu``, the same at the end of the semester before; ``hari``: the day of freezing, else today;
    ``janji``: the decisions as they are now, also beside frozen figures, and so judged by ``hari_ini``; empty when the
    register was not delivered. ``sumber`` writes the source line of one value.
    """

    bulan: date
    hari: date
    basis: str
    posisi: Nilai | None
    lalu: Nilai | None
    gap: Nilai | None
    laju: Nilai | None
    janji: Sequence[Keputusan]
    hari_ini: date
    nama_pemilik: Mapping[str, str]
    sektor: Sequence[Sektor]
    kecamatan: Sequence[Nilai]
    nama_kecamatan: Mapping[str, str]
    desa: Sequence[BarisDesa]
    terendah: str | None
    ambang_desa: Nilai | None
    pem01: Nilai | None
    pem01_opd: Sequence[Nilai]
    pem02: Nilai | None
    nama_opd: Mapping[str, str]
    serapan: Nilai | None
    serapan_sumber: Mapping[str, Nilai]
    dana: Mapping[str, Dana]
    penerima: Mapping[str, int]
    keu02: Nilai | None
    kewajiban: Sequence[Mapping[str, Any]]
    aturan: Mapping[str, Any]
    sumber: Callable[[Nilai], str]
    sumber_lain: Mapping[str, str] = field(default_factory=dict)

    def opd(self, kode: str) -> str:
        """The name of an office."""
        return self.nama_opd.get(kode, kode)

    def asal(self, n: Nilai | None) -> str:
        """The source line of a value, empty without one."""
        return self.sumber(n) if n is not None else ""


def kirim(*nama: str) -> tuple[str, ...]:
    """Return who has to send what, one sentence per source."""
    return tuple(
        f"Yang perlu dikirim: {SUMBER.get(satu, satu)}, dari {PENGIRIM.get(satu, 'pengirimnya')}." for satu in nama
    )

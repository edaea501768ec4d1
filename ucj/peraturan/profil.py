"""The profile of one regency: every rule with its date and basis, the offices, the drafting defects."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from ucj.peraturan import opd as kantor
from ucj.peraturan.berkas import Aturan, Cacat, suggest
from ucj.peraturan.kunci import show
from ucj.peraturan.opd import Opd
from ucj.peraturan.skema import SKEMA

KEKUATAN_STATUS = (("wajib", "Wajib"), ("menyediakan", "Menyediakan"), ("dapat", "Dapat"), ("tanpa", "-"))


@dataclass(frozen=True)
class Badge:
    """A rule that differs from national law: ``kalimat`` is the text beside it."""

    kunci: str
    nilai: Any
    nasional: Any
    dasar: str
    dasar_nasional: str

    @property
    def kalimat(self) -> str:
        """Return the finished Indonesian sentence."""
        return (
            f"Berbeda dari ketentuan nasional: {self.kunci} = {show(self.nilai)} ({self.dasar or 'profil daerah'}), "
            f"nasional {show(self.nasional)} ({self.dasar_nasional})."
        )


class Butir(NamedTuple):
    """One row of the dictionary of rules: a key, its value in force, its citation, the file it comes from."""

    kunci: str
    nilai: Any
    dasar: str
    asal: str
    badge: Badge | None

    @property
    def keterangan(self) -> str:
        """What the key means, in Indonesian."""
        return SKEMA[self.kunci].keterangan


@dataclass(frozen=True)
class Profil(Mapping[str, Any]):
    """The active profile. ``profil["desa.ambang_cakupan"]`` is the value in force today.

    ``id``: the shipped profile that it inherits from; ``lapisan``: per file, own one first, the rules by key;
    ``hari``: the day that counts as today (None: the day of the call).
    """

    id: str
    kode: str
    nama: str
    lapisan: tuple[Mapping[str, tuple[Aturan, ...]], ...]
    opd: tuple[Opd, ...]
    cacat: tuple[Cacat, ...]
    hari: date | None = None

    def nilai(self, kunci: str, pada: date | None = None) -> Any:
        """Return the value of a key in force on a date (None: ``hari``), None when an optional key is not set.

        A map is the sum of all files, the nearer file winning per entry; everything else is replaced as a whole.
        Raises ``KeyError`` for an unknown key.
        """
        berlaku = self._find(kunci, pada)
        if SKEMA[kunci].jenis == "peta":
            return {k: v for aturan in reversed(berlaku) for k, v in aturan.nilai.items()} if berlaku else None
        return berlaku[0].nilai if berlaku else None

    def aturan(self, kunci: str, pada: date | None = None) -> Aturan | None:
        """Return the rule in force with its date, basis and origin; of a map the nearest file's."""
        return next(iter(self._find(kunci, pada)), None)

    def _find(self, kunci: str, pada: date | None) -> list[Aturan]:
        if kunci not in SKEMA:
            raise KeyError(f"Kunci profil {kunci} tidak dikenal.{suggest(kunci, tuple(SKEMA))}")
        hari = pada or self.hari or date.today()
        berlaku = []
        for lapisan in self.lapisan:
            sudah = [a for a in lapisan.get(kunci, ()) if a.berlaku_dari is None or a.berlaku_dari <= hari]
            if sudah:
                berlaku.append(sudah[-1])
        return berlaku

    def __getitem__(self, kunci: str) -> Any:
        if kunci in ("kode", "nama"):
            return self.kode if kunci == "kode" else self.nama
        return self.nilai(kunci)

    def __iter__(self) -> Iterator[str]:
        return iter(SKEMA)

    def __len__(self) -> int:
        return len(SKEMA)

    def __hash__(self) -> int:
        return hash(self.hash)

    def items(self) -> tuple[Butir, ...]:  # type: ignore[override]
        """Return one row per key for the dictionary of rules, in the order of the schema."""
        badges = {badge.kunci: badge for badge in self.badge()}
        return tuple(
            Butir(nama, self.nilai(nama), self.dasar(nama), aturan.asal if aturan else "", badges.get(nama))
            for nama, aturan in ((nama, self.aturan(nama)) for nama in SKEMA)
        )

    def dasar(self, kunci: str, pada: date | None = None) -> str:
        """Return the citation of a rule (``BRU 16b``), empty when it has none."""
        aturan = self.aturan(kunci, pada)
        return aturan.dasar if aturan else ""

    def badge(self) -> list[Badge]:
        """Return the rules that differ from national law today (domain.md 3.2)."""
        beda = []
        for nama, kunci in SKEMA.items():
            nilai = self.nilai(nama)
            if kunci.nasional is not None and not _is_sama(nilai, kunci.nasional):
                beda.append(Badge(nama, nilai, kunci.nasional, self.dasar(nama), kunci.dasar_nasional))
        return beda

    def kekuatan(self, kode_indikator: str) -> str:
        """Return the force of the duty behind an indicator: Wajib, Menyediakan, Mendorong, Dapat or -."""
        for akhir, sebutan in KEKUATAN_STATUS:
            if kode_indikator in self[f"status.{akhir}"]:
                return sebutan
        return "Mendorong"

    def opd_sektor(self, sektor: str) -> tuple[Opd, bool]:
        """Return the office that leads a sector and whether only provisionally. Raises ``KeyError``."""
        return kantor.lead_opd(self.opd, sektor)

    def find_opd(self, sebutan: str) -> Opd | None:
        """Return the office of a code, name or alias, or None."""
        return kantor.find_opd(self.opd, sebutan)

    @cached_property
    def tanggal_perubahan(self) -> tuple[date, ...]:
        """The days on which a rule changes, the beginning of time first."""
        mulai = {a.berlaku_dari for satu in self.lapisan for versi in satu.values() for a in versi if a.berlaku_dari}
        return (date.min, *sorted(mulai))

    @cached_property
    def hash(self) -> str:
        """SHA-256 over what the profile says, whatever the files it stands in look like."""
        aturan = {}
        for kunci in SKEMA:
            riwayat: list[tuple[str, Any]] = []
            for hari in self.tanggal_perubahan:
                nilai = self.nilai(kunci, hari)
                if not riwayat or riwayat[-1][1] != nilai:
                    riwayat.append((hari.isoformat(), nilai))
            aturan[kunci] = riwayat
        opd = sorted((o.kode, o.nama, sorted(o.sektor), [t.kode + t.kekuatan for t in o.tugas]) for o in self.opd)
        isi = {"kode": self.kode, "nama": self.nama, "aturan": aturan, "opd": opd}
        teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(teks.encode()).hexdigest()


def _is_sama(nilai: Any, nasional: Any) -> bool:
    if isinstance(nilai, dict):
        return {k: set(v) for k, v in nilai.items()} == {k: set(v) for k, v in nasional.items()}
    return set(nilai) == set(nasional) if isinstance(nasional, list) else bool(nilai == nasional)

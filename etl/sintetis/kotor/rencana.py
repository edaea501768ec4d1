"""The calendar of the same deliveries in ugly clothes, and the plain one without the rows that these cannot save."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from etl.kontrak import SUMBER
from etl.sintetis.berkas import Surat
from etl.sintetis.kotor.celaka import keep, spoil
from etl.sintetis.kotor.ejaan import Nama
from etl.sintetis.kotor.lembaran import Busana, dress
from etl.sintetis.kotor.silang import turn_realisasi, turn_rekap
from etl.sintetis.kotor.tulis import write_csv, write_xlsx
from etl.sintetis.rencana import RencanaKiriman
from etl.sintetis.skenario import Skenario
from ucj.peraturan import Profil

TERLAMBAT = timedelta(days=40)  # by which every other recap comes later still
SEMENTARA = timedelta(days=3)  # by which a first, unfinished list comes before the whole one
PORSI_SEMENTARA = 0.8
_CSV = {"peserta": 2, "penduduk_bekerja": 2, "penerima_bantuan": 3, "pemberi_kerja": 2, "anggaran": 2, "realisasi": 2}


@dataclass(frozen=True)
class _Kotor:
    """One delivery of the plan. ``gaya`` numbers the deliveries of a source, ``sisa`` counts those that follow."""

    skenario: Skenario
    profil: Profil
    rencana: RencanaKiriman
    gaya: int
    sisa: int

    @property
    def is_csv(self) -> bool:
        bagi = _CSV.get(self.rencana.sumber)
        return bagi is not None and self.gaya % bagi == 0

    def make(self) -> list[tuple[Surat, frozenset[int]]]:
        """Return the letters with what was spoiled, and which rows that are."""
        sumber = self.rencana.sumber
        return [
            spoil(surat, sumber, self.skenario.rng(f"kotor/{surat.nama}"), self.is_csv) for surat in self.rencana.buat()
        ]

    def make_saved(self) -> tuple[Surat, ...]:
        """Return the plain letters without the rows that are spoiled beyond saving."""
        return tuple(
            keep(asli, [n for n in range(len(asli.teks)) if n not in celaka])
            for asli, (_, celaka) in zip(self.rencana.buat(), self.make(), strict=True)
        )

    def make_ugly(self) -> tuple[Surat, ...]:
        return tuple(self._rename(surat) for surat, _ in self.make())

    def make_halves(self) -> tuple[Surat, ...]:
        """Return the month in two files: wage earners, and all others."""
        (surat,) = self.make_ugly()
        is_upah = [segmen == "PU" for segmen in surat.teks["segmen"].to_list()]
        return tuple(
            replace(keep(surat, [n for n, x in enumerate(is_upah) if x == upah]), nama=_insert(surat.nama, akhiran))
            for upah, akhiran in ((True, "pu"), (False, "lain"))
        )

    def make_early(self) -> tuple[Surat, ...]:
        (surat,) = self.make_ugly()
        awal = keep(surat, list(range(int(len(surat.teks) * PORSI_SEMENTARA))))
        return (replace(awal, nama=_insert(surat.nama, "sementara")),)

    def write(self, surat: Surat, folder: Path) -> Path:
        """Write one letter in its clothes and return the path."""
        sumber = self.rencana.sumber
        nama = Nama.read(self.skenario.daerah.wilayah)
        busana = Busana(SUMBER[sumber], self.profil, nama, self.gaya, self.is_csv)
        path = folder / surat.nama
        if sumber == "rekap_bpjs":
            write_xlsx(turn_rekap(surat, busana), path, is_petunjuk=self.gaya % 2 == 1)
            return path
        lembaran = dress(surat, busana)
        if sumber == "realisasi" and surat.teks.columns[-1] == "rp_realisasi" and surat.teks["bulan"].n_unique() == 1:
            lembaran = turn_realisasi(surat, lembaran)
        if self.is_csv:
            write_csv(lembaran, path, is_utf16=self.gaya % 4 == 2)
        else:
            write_xlsx([lembaran], path, is_petunjuk=self.gaya % 3 == 1)
        return path

    def _rename(self, surat: Surat) -> Surat:
        return replace(surat, nama=f"{Path(surat.nama).stem}.{'csv' if self.is_csv else 'xlsx'}")


def mess(rencana: Sequence[RencanaKiriman], skenario: Skenario, profil: Profil) -> list[RencanaKiriman]:
    """Return the plan in ugly clothes: late recaps, one month in two files, one month sent unfinished and again."""
    hasil: list[RencanaKiriman] = []
    for satu in _number(rencana, skenario, profil):
        k = satu.rencana
        buat: Callable[[], tuple[Surat, ...]] = satu.make_ugly
        diterima = k.diterima
        if k.sumber == "peserta" and satu.sisa == 1:
            buat = satu.make_halves
        if k.sumber == "peserta" and satu.sisa == 0:
            hasil.append(replace(k, diterima=diterima - SEMENTARA, buat=satu.make_early, tulis=satu.write))
        if k.sumber == "rekap_bpjs" and satu.gaya % 2 == 0:
            diterima += TERLAMBAT
        hasil.append(replace(k, diterima=diterima, buat=buat, tulis=satu.write))
    return sorted(hasil, key=lambda k: k.diterima)


def omit(rencana: Sequence[RencanaKiriman], skenario: Skenario, profil: Profil) -> list[RencanaKiriman]:
    """Return the plain plan without the rows that ``mess`` spoils beyond saving: what its figures must equal."""
    return [replace(satu.rencana, buat=satu.make_saved) for satu in _number(rencana, skenario, profil)]


def count_alasan(surat: Sequence[Surat]) -> tuple[int, dict[str, int]]:
    """Return how many rows of a delivery will be set aside, and how many for each reason."""
    alasan = Counter(kode for satu in surat for daftar in satu.salah.values() for kode in daftar)
    return sum(len(satu.salah) for satu in surat), dict(alasan)


def _number(rencana: Sequence[RencanaKiriman], skenario: Skenario, profil: Profil) -> list[_Kotor]:
    banyak = Counter(k.sumber for k in rencana)
    ke: Counter[str] = Counter()
    hasil = []
    for k in rencana:
        hasil.append(_Kotor(skenario, profil, k, ke[k.sumber], banyak[k.sumber] - 1 - ke[k.sumber]))
        ke[k.sumber] += 1
    return hasil


def _insert(nama: str, akhiran: str) -> str:
    path = Path(nama)
    return f"{path.stem}-{akhiran}{path.suffix}"

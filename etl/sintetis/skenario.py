"""The frame of one simulated regency: its size, its months, the profile's rules, one random stream per part."""

import zlib
from dataclasses import dataclass
from datetime import date

import numpy as np

from etl.sintetis import acuan
from etl.sintetis.daerah import Daerah
from ucj.kalender import geser_bulan
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

BULAN_AKHIR = date(2026, 6, 1)  # whatever today's date: the same files tomorrow
MAKS_BULAN = 60


@dataclass(frozen=True)
class Skala:
    """Sizes: employed residents, participants in the newest month, places, employers, listed workers."""

    nama: str
    jumlah_pekerja: int
    jumlah_peserta: int
    jumlah_kecamatan: int
    jumlah_desa: int
    jumlah_pemberi_kerja: int
    jumlah_tanpa_npp: int
    jumlah_nonasn: int
    jumlah_aparatur_desa: int  # per village
    jumlah_binaan: int
    jumlah_bumd: int


SKALA = {
    "kecil": Skala("kecil", 40_000, 9_000, 8, 60, 260, 70, 900, 8, 1_500, 80),
    "penuh": Skala("penuh", 700_000, 350_000, 18, 356, 6_800, 1_200, 9_000, 12, 20_000, 600),
}


@dataclass(frozen=True)
class Aturan:
    """The rules of the profile on which the shape of the files rests."""

    id: str
    segmen: tuple[str, ...]
    maks_tertunggak: int
    program: tuple[str, ...]
    program_skala: dict[str, tuple[str, ...]]
    subkategori_desa: tuple[str, ...]
    kategori: tuple[str, ...]
    sumber_dana: tuple[str, ...]
    opd: tuple[str, ...]
    seri_target: str
    rekening: tuple[str, ...]
    cara_anggaran: tuple[str, ...]
    is_bersama: bool
    is_pemilu: bool


def read_aturan(profil: Profil) -> Aturan:
    """Return the rules that a demo follows; payers are those of the profile for whom a story is known."""
    dana = tuple(s for s in acuan.PEMBAYAR if s in profil["sumber_dana"])
    return Aturan(
        id=profil.id,
        segmen=tuple(profil["segmen.urutan"]),
        maks_tertunggak=profil["aktif.maks_bulan_tertunggak"],
        program=tuple(profil["program"]),
        program_skala={skala: tuple(isi) for skala, isi in profil["skala_usaha.program"].items()},
        subkategori_desa=tuple(profil["subkategori.desa"]),
        kategori=tuple(profil["kategori_penerima"]),
        sumber_dana=dana or ("APBD",),
        opd=tuple(opd.kode for opd in profil.opd),
        seri_target=profil["target.seri"] or "RPJMD",
        rekening=tuple(profil["anggaran.rekening"]),
        cara_anggaran=tuple(profil["anggaran.cara"]),
        is_bersama=profil["pembiayaan_bersama"],
        is_pemilu=profil["pemilu.aktif"],
    )


@dataclass(frozen=True)
class Skenario:
    """Everything that the parts of the simulation share."""

    daerah: Daerah
    aturan: Aturan
    skala: Skala
    bulan: tuple[date, ...]
    benih: int

    def rng(self, bagian: str) -> np.random.Generator:
        """Return the random stream of one part: a change in one part leaves the files of the others as they are."""
        return np.random.default_rng([self.benih, zlib.crc32(bagian.encode())])

    @property
    def jumlah_bulan(self) -> int:
        return len(self.bulan)

    def dibayar(self, sumber: str) -> np.ndarray:
        """Return for each month whether the source pays in it."""
        jadwal = acuan.BULAN_DIBAYAR[sumber]
        return np.array(
            [awal <= b.month <= akhir for b in self.bulan for awal, akhir in [jadwal.get(b.year, jadwal[0])]]
        )

    def porsi_segmen(self) -> dict[str, float]:
        """Return the share of each segment the profile has among participants; others are wage earners there."""
        porsi = {s: acuan.SEGMEN[s][1] for s in self.aturan.segmen}
        porsi["PU"] = porsi.get("PU", 0.0) + 1 - sum(porsi.values())
        return porsi


def make_bulan(jumlah: int) -> tuple[date, ...]:
    """Return the months, oldest first; the last is June 2026. Raises ``Penolakan`` outside 1 to 60."""
    if not 1 <= jumlah <= MAKS_BULAN:
        raise Penolakan(f"Jumlah bulan data contoh 1 sampai {MAKS_BULAN}, bukan {jumlah}.")
    return tuple(geser_bulan(BULAN_AKHIR, i - jumlah + 1) for i in range(jumlah))


def choose(rng: np.random.Generator, bobot: dict[str, float], jumlah: int) -> np.ndarray:
    """Return ``jumlah`` keys drawn by their weights."""
    nilai = np.array(list(bobot.values()), dtype=float)
    return rng.choice(np.array(list(bobot)), size=jumlah, p=nilai / nilai.sum())

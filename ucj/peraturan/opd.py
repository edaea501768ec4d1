"""Offices (OPD), the tasks the law gives them, and the one office that answers for each sector (domain.md 1.18)."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from ucj.penolakan import Penolakan
from ucj.peraturan import kode
from ucj.peraturan.berkas import Lapisan
from ucj.peraturan.kunci import Kunci, check

_TEKS = Kunci("teks", "teks", "")
_SEKTOR = Kunci("sektor", "daftar", "", isi=Kunci("isi", "teks", "", pilihan=kode.SEKTOR), is_boleh_kosong=True)
_KOLOM_OPD = {
    "nama": _TEKS,
    "alias": Kunci("alias", "daftar", "", isi=_TEKS, is_boleh_kosong=True),
    "sektor": _SEKTOR,
    "sektor_pendukung": _SEKTOR,
    "dasar": Kunci("dasar", "teks", "", is_boleh_kosong=True),
}
_KOLOM_TUGAS = {
    "kode": Kunci("kode", "teks", "", pola="[a-z][0-9]+", contoh='"a1"'),
    "opd": _TEKS,
    "kekuatan": Kunci("kekuatan", "teks", "", pilihan=kode.KEKUATAN),
    "uraian": _TEKS,
    "ukuran": _TEKS,
    "dasar": _TEKS,
}


@dataclass(frozen=True)
class Tugas:
    """One task: ``kekuatan`` WAJIB, DORONG, SEDIA or DAPAT; ``ukuran`` says how it is measured."""

    kode: str
    uraian: str
    kekuatan: str
    ukuran: str
    dasar: str


@dataclass(frozen=True)
class Opd:
    """One office. ``sektor``: sectors it leads; ``is_sementara``: it also answers for sectors nobody was given."""

    kode: str
    nama: str
    alias: tuple[str, ...] = ()
    sektor: tuple[str, ...] = ()
    sektor_pendukung: tuple[str, ...] = ()
    tugas: tuple[Tugas, ...] = ()
    is_sementara: bool = False
    dasar: str = ""


@dataclass
class _Rakitan:
    """An office while the layers are laid over each other."""

    nama: str = ""
    alias: tuple[str, ...] = ()
    sektor: tuple[str, ...] = ()
    sektor_pendukung: tuple[str, ...] = ()
    dasar: str = ""
    tugas: dict[str, Tugas] = field(default_factory=dict)


def merge_opd(lapisan: list[Lapisan]) -> tuple[Opd, ...]:
    """Return the offices of a profile, the layers given from the most general to the own one.

    A later layer replaces the fields that it writes; a sector it gives to an office leaves the earlier leader.
    Raises ``Penolakan`` for two leaders of one sector, an alias of two offices, a task of an unknown office.
    """
    rakitan: dict[str, _Rakitan] = {}
    for satu in lapisan:
        for nama, isi in satu.opd.items():
            _merge_satu(rakitan, satu, nama, isi)
        _move_sektor(rakitan, satu)
        for baris in satu.tugas:
            _merge_tugas(rakitan, satu, baris)
    asal = lapisan[-1].path.name
    _check_alias(rakitan, asal)
    terpimpin = {s for satu in rakitan.values() for s in satu.sektor}
    sementara = any(s not in terpimpin for s in kode.SEKTOR)
    return tuple(
        Opd(
            nama, satu.nama, satu.alias, satu.sektor,
            tuple(s for s in satu.sektor_pendukung if s not in satu.sektor),
            tuple(satu.tugas.values()), sementara and nama == kode.OPD_SEMENTARA, satu.dasar,
        )
        for nama, satu in rakitan.items()
    )  # fmt: skip


def _merge_satu(rakitan: dict[str, _Rakitan], lapisan: Lapisan, nama: str, isi: dict[str, Any]) -> None:
    tempat = f"{lapisan.path.name}, opd.{nama}"
    if not re.fullmatch(r"[A-Z][A-Z0-9-]*", nama):
        raise Penolakan(f"{tempat}: kode perangkat daerah memakai huruf besar, angka dan tanda hubung: DISNAKER.")
    for kolom, nilai in isi.items():
        if kolom not in _KOLOM_OPD:
            raise Penolakan(f"{tempat}: kolom {kolom} tidak dikenal. Yang boleh: {', '.join(_KOLOM_OPD)}.")
        if salah := check(_KOLOM_OPD[kolom], nilai):
            raise Penolakan(f"{tempat}, {kolom}: {salah}. Yang boleh: {_KOLOM_OPD[kolom].describe()}.")
    if nama not in rakitan and "nama" not in isi:
        raise Penolakan(f"{tempat}: perangkat daerah baru perlu nama = …")
    satu = rakitan.setdefault(nama, _Rakitan())
    if "nama" in isi and satu.nama and fold(satu.nama) != fold(isi["nama"]):
        satu.alias = (*satu.alias, satu.nama)  # people keep writing the general name
    satu.nama = isi.get("nama", satu.nama)
    satu.alias = tuple(dict.fromkeys((*satu.alias, *isi.get("alias", ()))))
    satu.sektor = tuple(isi.get("sektor", satu.sektor))
    satu.sektor_pendukung = tuple(isi.get("sektor_pendukung", satu.sektor_pendukung))
    satu.dasar = isi.get("dasar", satu.dasar)


def _move_sektor(rakitan: dict[str, _Rakitan], lapisan: Lapisan) -> None:
    pemimpin: dict[str, str] = {}
    for nama, isi in lapisan.opd.items():
        for sektor in isi.get("sektor", ()):
            if sektor in pemimpin:
                raise Penolakan(
                    f"{lapisan.path.name}: sektor {sektor} dipimpin {pemimpin[sektor]} dan {nama}. Satu sektor satu "
                    "pemimpin; tulis yang lain di sektor_pendukung."
                )
            pemimpin[sektor] = nama
    for sektor, nama in pemimpin.items():
        for lain, satu in rakitan.items():
            if lain != nama:
                satu.sektor = tuple(s for s in satu.sektor if s != sektor)


def _merge_tugas(rakitan: dict[str, _Rakitan], lapisan: Lapisan, baris: dict[str, Any]) -> None:
    tempat = f"{lapisan.path.name}, tugas {baris.get('kode', '?')}"
    if set(baris) != set(_KOLOM_TUGAS):
        raise Penolakan(f"{tempat}: kolomnya {', '.join(_KOLOM_TUGAS)}, semua diisi.")
    for kolom, nilai in baris.items():
        if salah := check(_KOLOM_TUGAS[kolom], nilai):
            raise Penolakan(f"{tempat}, {kolom}: {salah}. Yang boleh: {_KOLOM_TUGAS[kolom].describe()}.")
    if baris["opd"] not in rakitan:
        raise Penolakan(f"{tempat}: perangkat daerah {baris['opd']} tidak ada. Yang ada: {', '.join(rakitan)}.")
    for satu in rakitan.values():
        satu.tugas.pop(baris["kode"], None)
    isi = {kolom: nilai for kolom, nilai in baris.items() if kolom != "opd"}
    rakitan[baris["opd"]].tugas[baris["kode"]] = Tugas(**isi)


def fold(nama: str) -> str:
    """Return a name as it is compared: lower case, letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", nama.casefold())


def _check_alias(rakitan: dict[str, _Rakitan], asal: str) -> None:
    pemilik: dict[str, str] = {}
    for nama, satu in rakitan.items():
        for sebutan in (nama, satu.nama, *satu.alias):
            lain = pemilik.setdefault(fold(sebutan), nama)
            if lain != nama:
                raise Penolakan(f'{asal}: sebutan "{sebutan}" dipakai {lain} dan {nama}. Hapus dari salah satunya.')


def find_opd(opd: tuple[Opd, ...], sebutan: str) -> Opd | None:
    """Return the office of a code, name or alias, or None."""
    cari = fold(sebutan)
    return next((o for o in opd if cari in {fold(s) for s in (o.kode, o.nama, *o.alias)}), None)


def lead_opd(opd: tuple[Opd, ...], sektor: str) -> tuple[Opd, bool]:
    """Return the office that answers for a sector, and whether only provisionally. Raises ``KeyError``."""
    if sektor not in kode.SEKTOR:
        raise KeyError(sektor)
    for satu in opd:
        if sektor in satu.sektor:
            return satu, False
    return next(replace(o, is_sementara=True) for o in opd if o.kode == kode.OPD_SEMENTARA), True

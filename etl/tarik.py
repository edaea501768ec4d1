"""Takes a delivery back (``etl undo``): what it had replaced is in force again, and so is the build from before it.

Nothing is deleted: the delivery stays in ``raw``, and loading the same files puts it in force again.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from etl import kiriman, terbit
from etl.cetak import shorten
from etl.kiriman import Kiriman
from ucj.format import bilangan, tanggal
from ucj.penolakan import Penolakan
from ucj.penunjuk import read_penunjuk
from ucj.peraturan import load_profil


@dataclass(frozen=True)
class Penarikan:
    """A delivery taken back; ``terbit``: the build published again, or None when the published one stayed.

    ``perlu_build``: the published figures still hold the delivery, because no build kept is exactly without it.
    """

    kiriman: Kiriman
    terbit: str | None
    perlu_build: bool
    kalimat: tuple[str, ...]


def withdraw(data: Path, nomor: str | None = None) -> Penarikan:
    """Take back a delivery, the one that came into force last unless named by its id.

    Raises ``Penolakan`` when there is none, or it is taken back already.
    """
    load_profil(data)
    with kiriman.lock(data):
        semua = kiriman.daftar(data)
        k = _find(semua, nomor)
        ditarik = replace(k, ditarik_pada=datetime.now(UTC))
        kalimat = [f"Kiriman {k.sumber} {shorten(k.berkas, 1)} ditarik; berkasnya tetap disimpan."]
        kalimat += _tell_cakupan(semua, k)
        kiriman.write_manifest(data, ditarik)
        build, perlu_build = _rollback(data, ditarik)
        if build is not None:
            kalimat.append(f"Terbit kembali: {build}.")
        elif perlu_build:
            kalimat.append("Angka yang terbit belum berubah. Hitung dan terbitkan dengan: python -m etl build")
        else:
            kalimat.append("Kiriman itu belum ikut terbit, jadi angka yang terbit tidak berubah.")
        return Penarikan(ditarik, build, perlu_build, tuple(kalimat))


def _find(semua: list[Kiriman], nomor: str | None) -> Kiriman:
    if nomor is None:
        sah = [k for k in semua if k.ditarik_pada is None]
        if not sah:
            raise Penolakan("Tidak ada kiriman yang dapat ditarik: belum ada yang dimuat, atau semuanya sudah ditarik.")
        return max(sah, key=lambda k: k.berlaku_pada)
    k = next((k for k in semua if k.id == nomor), None)
    if k is None:
        raise Penolakan(f"Kiriman {nomor} tidak ada. Tanpa nomor, perintah ini menarik kiriman yang dimuat terakhir.")
    if k.ditarik_pada is not None:
        raise Penolakan(
            f"Kiriman {shorten(k.berkas, 1)} sudah ditarik. Untuk memakainya lagi, muat berkas yang sama sekali lagi."
        )
    return k


def _tell_cakupan(semua: list[Kiriman], k: Kiriman) -> list[str]:
    """Return what every cakupan that the delivery held holds from now on; one sentence per delivery that returns."""
    milik = [c for (sumber, c), id_ in kiriman.berlaku(semua).items() if sumber == k.sumber and id_ == k.id]
    tanpa = kiriman.berlaku([satu for satu in semua if satu.id != k.id])
    kembali: dict[str | None, list[str]] = {}
    for cakupan in milik:
        kembali.setdefault(tanpa.get((k.sumber, cakupan)), []).append(cakupan)
    kalimat = []
    for satu in semua:
        if bagian := kembali.get(satu.id):
            jumlah = sum(satu.jumlah_cakupan.get(c, 0) for c in bagian)
            kalimat.append(
                f"Cakupan {shorten(bagian)}: berlaku lagi {shorten(satu.berkas, 1)}, diterima "
                f"{tanggal(satu.diterima)}, {bilangan(jumlah)} baris."
            )
    if kosong := kembali.get(None):
        kalimat.append(f"Cakupan {shorten(kosong)}: tidak ada kiriman lain, jadi sekarang kosong.")
    return kalimat


def _rollback(data: Path, k: Kiriman) -> tuple[str | None, bool]:
    """Publish the newest build from before the delivery, if it shows all other deliveries as they are now."""
    terbitan = read_penunjuk(data)
    if terbitan is None or not kiriman.is_changed(k, kiriman.waktu_build(terbitan)):
        return None, False
    lain = kiriman.daftar(data)
    for build in reversed(terbit.list_build(data)):
        waktu = kiriman.waktu_build(build)
        if waktu < k.berlaku_pada and not any(kiriman.is_changed(satu, waktu) for satu in lain):
            return terbit.rollback(data, build), False
    return None, True

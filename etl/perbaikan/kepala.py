"""Which original headings hold a contract column: to colour wrong cells and to find the NIK."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from etl.baca.kepala import KECAMATAN, NAMA_DESA, Kepala, find_kepala
from etl.kolom import Kontrak
from etl.kontrak import SUMBER


def match_judul(kontrak: Kontrak, judul: Sequence[str]) -> Kepala | None:
    """Return what the headings of one row mean for the contract, None when none is known."""
    return find_kepala([list(judul)], kontrak, [kolom.nama for kolom in kontrak.kolom])


def find_judul(kontrak: Kontrak, kolom: str, judul: Iterable[str], sebutan: Mapping[str, str]) -> tuple[str, ...]:
    """Return the headings that hold one contract column: several for yes/no programmes and for names of villages.

    ``sebutan``: heading -> column that was named for this delivery.
    """
    return _find(kontrak.nama, kolom, tuple(judul), tuple(sebutan.items()))


@lru_cache(maxsize=4096)
def _find(sumber: str, kolom: str, judul: tuple[str, ...], sebutan: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    kepala = match_judul(replace(SUMBER[sumber], judul_pengirim=sebutan), judul)
    if kepala is None:
        return ()
    posisi = [kepala.kolom[kolom]] if kolom in kepala.kolom else []
    if kolom == "program":
        posisi += list(kepala.program.values())
    if kolom in ("kode_desa", "kode_wilayah") and not posisi:
        posisi += [kepala.nama[nama] for nama in (KECAMATAN, NAMA_DESA) if nama in kepala.nama]
    posisi += [silang.posisi for silang in kepala.silang if kolom == silang.satuan]
    return tuple(judul[satu] for satu in posisi)

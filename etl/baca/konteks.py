"""What reading needs beside the file, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from etl.baca.ingatan import Ingatan
from ucj.peraturan import Profil


@dataclass(frozen=True)
class Konteks:
    """``wilayah``: villages in force (kode_desa, nama_desa, kode_kecamatan, nama_kecamatan) or None; ``kunci``: the
    secret of the pseudonyms; ``kode_opd``: offices known."""

    profil: Profil
    wilayah: pl.DataFrame | None
    kunci: bytes
    kode_opd: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Hasil:
    """The rows of one delivery: loaded (``Kontrak.skema``, id_peserta as text) and set aside, with the reasons.

    ``dibaca`` = rows of ``dimuat`` + rows of ``sisih``, without blank, total and signature rows. ``ingatan``: what was
    used of the sender's map.
    """

    dimuat: pl.DataFrame
    sisih: pl.DataFrame
    dibaca: int
    catatan: list[str]
    simulasi: bool
    cakupan: list[str]
    ingatan: Ingatan = field(default_factory=Ingatan)

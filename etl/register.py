"""The rows of a register that are in force now, published or not: what was just written down is seen at once."""

import re
from pathlib import Path
from typing import Any

import polars as pl

from etl import kiriman
from etl.kontrak import SUMBER
from ucj.penolakan import Penolakan

_ENAM_BELAS = re.compile(r"\d(?:[ .\-]?\d){15,}")  # a NIK or KK that somebody wrote into a sentence


def rows(data: Path, sumber: str) -> list[dict[str, Any]]:
    """Return one row per key with the columns of the contract, then who wrote it down and when (UTC), by key.

    Raises ``Penolakan`` for a source that is no register.
    """
    kontrak = SUMBER[sumber]
    if kontrak.jenis != "REGISTER":
        register = ", ".join(nama for nama, satu in SUMBER.items() if satu.jenis == "REGISTER")
        raise Penolakan(f"Sumber {sumber} bukan register. Register yang ada: {register}.")
    semua = {k.id: k for k in kiriman.daftar(data, sumber)}
    per_kiriman: dict[str, set[str]] = {}
    for (_, kunci), id_ in kiriman.berlaku(list(semua.values())).items():
        per_kiriman.setdefault(id_, set()).add(kunci)
    simpan = {kolom.nama: kolom.simpan for kolom in kontrak.kolom}
    isi = []
    for id_, cakupan in per_kiriman.items():
        k = semua[id_]
        baris = pl.read_parquet(kiriman.path_dimuat(data, k), columns=[*simpan.values(), "cakupan"])
        for satu in baris.filter(pl.col("cakupan").is_in(sorted(cakupan))).iter_rows(named=True):
            asal = {"dicatat_oleh": k.pengirim or k.dimuat_oleh, "dicatat_pada": k.dimuat_pada}
            isi.append({nama: _hide(satu[s]) for nama, s in simpan.items()} | asal)
    return sorted(isi, key=lambda satu: [str(satu[n]) for n in kontrak.kunci])


def _hide(nilai: Any) -> Any:
    return _ENAM_BELAS.sub("****************", nilai) if isinstance(nilai, str) else nilai

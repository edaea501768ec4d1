"""Offices: the profile's codes, names and aliases; an unknown office is accepted as it is written."""

from __future__ import annotations

import re

import polars as pl

from etl.baca.tempat import norma_nama
from etl.baca.terbaca import norma
from ucj.peraturan import Profil


class PembacaOpd:
    """Office names to codes. Whether an unknown one is a mistake is for ``build`` to say, never for ``load``."""

    def __init__(self, profil: Profil, kode_opd: set[str], wilayah: pl.DataFrame | None) -> None:
        self.profil = profil
        self._kode = {norma(kode): kode for kode in kode_opd}
        self._kecamatan: dict[str, str] = {}
        if wilayah is not None:
            for kode, nama in wilayah.select("kode_kecamatan", "nama_kecamatan").unique().iter_rows():
                self._kecamatan[norma_nama(nama or "")] = f"KEC-{kode}"

    def kode(self, sel: str) -> str:
        """The code of an office: of the profile, ``KEC-<kode>`` for a sub-district, else the text in upper case."""
        if kode := self._kode.get(norma(sel)):
            return kode
        if cocok := re.fullmatch(r"kec[\s.\-_]*(\d{2})\.?(\d{2})\.?(\d{2})", sel.strip(), re.IGNORECASE):
            return f"KEC-{'.'.join(cocok.groups())}"
        if opd := self.profil.find_opd(sel):
            return opd.kode
        pendek = re.sub(
            rf"\s*(?:{re.escape(self.profil.nama)}|(?:kabupaten|kab\.?|kota)\s+\S.*)$", "", sel, flags=re.IGNORECASE
        )
        if pendek and pendek != sel and (opd := self.profil.find_opd(pendek)):
            return opd.kode
        if re.match(r"\s*(?:kantor\s+)?(?:kecamatan|kec\.?)\s", sel, re.IGNORECASE):
            nama = re.sub(r"^\s*kantor\s+", "", pendek or sel, flags=re.IGNORECASE)
            if kode := self._kecamatan.get(norma_nama(nama)):
                return kode
        return " ".join(sel.upper().split())

    def pemilik(self, sel: str) -> str:
        """The code of an office, else the owner's name as written; one word (BPJSTK) is a code in upper case."""
        kode = self.kode(sel)
        asli = " ".join(sel.split())
        return asli if kode == asli.upper() and " " in asli else kode

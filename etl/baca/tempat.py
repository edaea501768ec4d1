"""Region codes and names: Kemendagri codes, dotted or plain; BPS codes are told apart, never converted."""

from __future__ import annotations

import re
from collections.abc import Callable

import polars as pl

from etl.baca.terbaca import Terbaca, add_salah, map_unik, norma

_DESA = re.compile(r"(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{4})", re.ASCII)
_KECAMATAN = re.compile(r"(\d{2})\.?(\d{2})\.?(\d{2})", re.ASCII)
_KABUPATEN = re.compile(r"(\d{2})\.?(\d{2})", re.ASCII)
_BPS_DESA = re.compile(r"\d{2}\.?\d{2}\.\d{3}\.\d{3}", re.ASCII)
_BPS_KECAMATAN = re.compile(r"\d{7}|\d{2}\.\d{2}\.\d{3}", re.ASCII)
_AWALAN = re.compile(
    r"^(?:(?:kecamatan|kec|desa|ds|kelurahan|kel|kampung|kp|nagari|gampong)\b\.?\s*)+", re.IGNORECASE
)  # more than one: "Kel. Kampung Tengah" is the kelurahan whose name begins with Kampung
BPS = "\x01"  # stands for a BPS code while a column is read


class Pembaca:
    """Reads region codes for one regency: ``kode`` is the Kemendagri code (64.03), ``kode_bps`` its BPS code."""

    def __init__(self, kode: str, kode_bps: str, wilayah: pl.DataFrame | None) -> None:
        self.kode = kode
        angka = re.sub(r"\D", "", kode_bps or "")
        self.awalan_bps = angka if angka and angka != re.sub(r"\D", "", kode) else ""
        self.wilayah = wilayah if wilayah is not None and wilayah.height else None
        self._desa: dict[tuple[str, str], set[str]] = {}
        self._kecamatan: dict[str, set[str]] = {}
        if self.wilayah is not None:
            kolom = ("kode_desa", "nama_desa", "kode_kecamatan", "nama_kecamatan")
            for kode_desa, nama_desa, kode_kecamatan, nama_kecamatan in self.wilayah.select(kolom).iter_rows():
                kecamatan = norma_nama(nama_kecamatan or "")
                self._desa.setdefault((kecamatan, norma_nama(nama_desa or "")), set()).add(kode_desa)
                self._kecamatan.setdefault(kecamatan, set()).add(kode_kecamatan)

    def kode_desa(self, sel: str) -> str | None:
        """The dotted code, BPS for a BPS code, None for no code at all."""
        cocok = _DESA.fullmatch(sel)
        if cocok is None:
            return BPS if _BPS_DESA.fullmatch(sel) else None
        bagian = cocok.groups()
        if "00" in bagian[:3] or bagian[3] == "0000":
            return None
        if self._is_bps("".join(bagian)) or ("." not in sel and bagian[3][0] not in "12"):
            return BPS
        return ".".join(bagian)

    def kode_kecamatan(self, sel: str) -> str | None:
        """As ``kode_desa``, for sub-districts."""
        return self._pendek(sel, _KECAMATAN)

    def kode_kabupaten(self, sel: str) -> str | None:
        """As ``kode_desa``, for regencies."""
        return self._pendek(sel, _KABUPATEN)

    def _pendek(self, sel: str, pola: re.Pattern[str]) -> str | None:
        cocok = pola.fullmatch(sel)
        if cocok is None:
            return BPS if pola is _KECAMATAN and _BPS_KECAMATAN.fullmatch(sel) else None
        bagian = cocok.groups()
        if "00" in bagian:
            return None
        return BPS if self._is_bps("".join(bagian)) else ".".join(bagian)

    def kode_mana_saja(self, sel: str) -> str | None:
        """A village or sub-district code; the regency's own code means all of it ("")."""
        for pola in (self.kode_desa, self.kode_kecamatan):
            if (kode := pola(sel)) is not None:
                return kode
        return "" if self.kode_kabupaten(sel) == self.kode else None

    def _is_bps(self, angka: str) -> bool:
        return bool(self.awalan_bps) and angka.startswith(self.awalan_bps)

    def find_desa(self, kecamatan: str, desa: str) -> set[str]:
        """Codes of the village with these names (more than one when the names do not settle it)."""
        kunci = norma_nama(kecamatan)
        calon = self._desa.get((kunci, norma_nama(desa)), set())
        if len(calon) > 1:  # a desa and a kelurahan of one name: the word before the name decides
            if re.match(r"\s*(kelurahan|kel)\b", desa, re.IGNORECASE):
                calon = {kode for kode in calon if kode[9] == "1"}
            elif re.match(r"\s*(desa|ds|kampung)\b", desa, re.IGNORECASE):
                calon = {kode for kode in calon if kode[9] == "2"}
        return calon

    def find_kecamatan(self, kecamatan: str) -> set[str]:
        """Codes of the sub-districts of this name."""
        return self._kecamatan.get(norma_nama(kecamatan), set())


def norma_nama(nama: str) -> str:
    """A region name as it is compared: without the words before it, case, blanks and punctuation."""
    pendek = _AWALAN.sub("", nama.strip())
    return norma(pendek) or norma(nama)


def read_wilayah(teks: pl.Series, nama: str, satu: Callable[[str], str | None]) -> tuple[Terbaca, int, int]:
    """The column as dotted codes, with how many cells are filled and how many of these are BPS codes."""
    kode = map_unik(teks, satu, pl.String)
    is_bps = (kode == BPS).fill_null(False)
    hasil = Terbaca(kode.set(is_bps | (kode == "").fill_null(False), None))
    add_salah(hasil, nama, "KODE_BPS", is_bps)
    add_salah(hasil, nama, "KODE_TIDAK_DIKENAL", teks.is_not_null() & kode.is_null())
    return hasil, teks.len() - teks.null_count(), int(is_bps.sum())

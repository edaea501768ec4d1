"""Pivots: columns named after segments, programmes or months, and how they are turned long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.baca.kode_nilai import find_program, index_daftar
from etl.baca.tanggal import BULAN, parse_bulan
from etl.baca.terbaca import norma
from etl.kode import SEGMEN
from etl.kolom import Kontrak

_PENGISI = frozenset(
    ("segmen", "program", "bulan", "jumlah", "peserta", "jumlah peserta", "orang", "tenaga kerja", "tk", "jumlah tk",
     "segmen kepesertaan", "per segmen", "menurut segmen", "menurut program", "kepesertaan", "pekerja", "tahun",
     "total",
     "jumlah tenaga kerja", "jumlah orang", "uraian")
)  # fmt: skip


@dataclass(frozen=True)
class Silang:
    """One pivot column: its position, the dimension values that its heading names, the measure in its cells.

    A month without a year stands as ``06`` and takes the year of the letterhead.
    """

    posisi: int
    nilai: dict[str, str]
    satuan: str


def parse_silang(posisi: int, bagian: list[str], kontrak: Kontrak) -> Silang | None:
    """The meaning of a heading (parts from top to bottom) as pivot column, None when it is none."""
    nilai: dict[str, str] = {}
    satuan = ""
    for teks in bagian:
        sisa = _kata(teks)
        berubah = True
        while sisa and berubah:
            sisa, berubah = _lepas(sisa, nilai, kontrak)
        if not sisa or " ".join(sisa) in _PENGISI:
            continue
        kolom = _satuan(kontrak).get("".join(sisa))
        if kolom is None or (satuan and satuan != kolom):
            return None
        satuan = kolom
    return Silang(posisi, nilai, satuan or kontrak.satuan_pivot) if nilai else None


def _kata(teks: str) -> tuple[str, ...]:
    bulan = parse_bulan(teks)
    if bulan is not None and re.search(r"[A-Za-z]|^\d{4}-\d{1,2}(-\d{1,2})?$|^\d{1,2}/\d{4}$", teks):
        return (bulan.strftime("%Y-%m"),)
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"\([^)]*(?:rp|orang|jiwa)[^)]*\)", " ", teks.lower())))


def _lepas(kata: tuple[str, ...], nilai: dict[str, str], kontrak: Kontrak) -> tuple[tuple[str, ...], bool]:
    """The words left after a dimension value at their beginning or end, and whether one was found."""
    for panjang in range(len(kata), 0, -1):
        for potong, sisa in ((kata[:panjang], kata[panjang:]), (kata[-panjang:], kata[:-panjang])):
            for dimensi, isi in _dimensi(potong, kontrak):
                if nilai.setdefault(dimensi, isi) == isi:  # "Penerima Upah (PU)" names one segment twice
                    return sisa, True
    return kata, False


def _dimensi(kata: tuple[str, ...], kontrak: Kontrak) -> list[tuple[str, str]]:
    teks = "".join(kata)
    hasil = []
    if "segmen" in kontrak and (segmen := index_daftar(SEGMEN).get(teks)):
        hasil.append(("segmen", segmen))
    if "program" in kontrak and kontrak["program"].tunggal and (program := find_program(teks)):
        hasil.append(("program", program))
    if "bulan" in kontrak:
        if re.fullmatch(r"\d{4}-\d{2}", teks):
            hasil.append(("bulan", teks))
        elif teks in BULAN:
            hasil.append(("bulan", f"{BULAN[teks]:02d}"))
        elif len(kata) == 2 and kata[0] in BULAN and re.fullmatch(r"20\d\d", kata[1]):
            hasil.append(("bulan", f"{kata[1]}-{BULAN[kata[0]]:02d}"))
    return hasil


@lru_cache(maxsize=16)
def _satuan_unik(pasangan: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {norma(sebutan): nama for sebutan, nama in reversed(pasangan)}


def _satuan(kontrak: Kontrak) -> dict[str, str]:
    """Compared heading -> numeric column."""
    angka = [kolom for kolom in kontrak.kolom if kolom.jenis in ("jumlah", "rupiah", "persen", "nilai")]
    pasangan = [(sebutan, kolom.nama) for kolom in angka for sebutan in (kolom.nama, *kolom.alias)]
    return _satuan_unik(tuple(pasangan))


_FRASA = (
    ("BPU", r"bukan\s+penerima\s+upah|\bpbpu\b|\bbpu\b"),
    ("PU", r"penerima\s+upah|\bppu\b|\bpu\b"),
    ("JAKON", r"jasa\s+konstruksi|\bjakon\b|\bjaskon\b"),
    ("PMI", r"pekerja\s+migran(?:\s+indonesia)?|\bpmi\b"),
)


def find_segmen(teks: list[str]) -> str | None:
    """The one segment that a sheet's name or title names, None when none or several."""
    sisa = " ".join(teks).lower().replace("_", " ")
    ditemukan = []
    for kode, pola in _FRASA:
        baru = re.sub(pola, " ", sisa)
        if baru != sisa:
            ditemukan.append(kode)
            sisa = baru
    return ditemukan[0] if len(ditemukan) == 1 else None

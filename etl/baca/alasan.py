"""Why a file cannot be read as a whole, in words for its sender, without showing what stands in its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping

from etl.baca.kepala import Kepala
from etl.baca.lembar import Lembar
from etl.kolom import Kontrak

KEPALA = 24  # rows that the search for a header gets to see
_JUDUL, _HURUF = 60, 120  # headings that a note names, and characters of each


def shorten_judul(judul: list[str]) -> str:
    """Headings as a note can carry them: hundreds of them, or pages of text in one, say no more than the first ones."""
    lebih = f" dan {len(judul) - _JUDUL} lainnya" if len(judul) > _JUDUL else ""
    return ", ".join(satu if len(satu) <= _HURUF else f"{satu[:_HURUF]}…" for satu in judul[:_JUDUL]) + lebih


def explain(
    nama: str, kontrak: Kontrak, tetap: Mapping[str, str], gagal: list[tuple[Lembar, Kepala | None, str]]
) -> str:
    """Why no sheet of a file can be read, and what to do."""
    templat = f"Contoh berkas: python -m etl template {kontrak.nama} --out {kontrak.nama}.xlsx."
    calon = [(lembar, kepala, keluhan) for lembar, kepala, keluhan in gagal if kepala is not None]
    if not calon:
        wajib = ", ".join(k.nama for k in kontrak.kolom if k.harus_ada and k.nama not in tetap)
        atas = [sel for lembar, _, _ in gagal for sel in _first_row(lembar)]
        return (
            f"{nama}: judul kolom sumber {kontrak.nama} tidak ditemukan dalam 20 baris pertama. Kolom wajib: {wajib}. "
            f"Yang ditemukan di awal berkas: {', '.join(only_headings(atas)) or 'tidak ada isi'}. {templat}"
        )
    lembar, kepala, keluhan = max(calon, key=lambda satu: satu[1].nilai)
    ditemukan = only_headings([judul for judul in kepala.judul if judul])
    kalimat = (
        f"{lembar.sebutan}: kolom wajib tidak ada: {', '.join(kepala.kurang)}. "
        f"Judul yang ditemukan (baris {kepala.awal + 1}): {', '.join(ditemukan)}."
    )
    if "bulan" in kepala.kurang:
        alasan = f" ({keluhan})" if keluhan else ""
        kalimat += f" Sebut bulannya dengan --bulan, misalnya --bulan 2026-06{alasan}."
    lain = [nama for nama in kepala.kurang if nama != "bulan" and nama in kontrak and kontrak[nama].jenis != "nik"]
    if lain:
        kalimat += f" Bila nilainya sama untuk semua baris, tambahkan --isi {lain[0]}=NILAI."
    if kepala.lain:
        kolom = kepala.kurang[0].split(" atau ")[0]
        kalimat += f' Bila kolom itu ada dengan judul lain, tambahkan --kolom "JUDUL={kolom}".'
    return f"{kalimat} {templat}"


def _first_row(lembar: Lembar) -> list[str]:
    """The filled cells of the first row that has any."""
    for n in range(min(lembar.bersih.height, KEPALA)):
        if isi := [sel for sel in lembar.baris(n) if sel]:
            return isi
    return []


def only_headings(sel: list[str]) -> list[str]:
    """What a message may show of a row: nothing that may be a person's row taken for a header."""
    if any(re.search(r"\d{6}", satu) for satu in sel):
        return [f"{len(sel)} sel berisi data, bukan judul"]
    return [satu if len(satu) <= _HURUF else f"{satu[:_HURUF]}…" for satu in sel[:30]]

"""Printed totals against the sum of the rows: a difference is a note with both numbers."""

from __future__ import annotations

import re

import polars as pl

from etl.baca.angka import read_angka
from etl.baca.panjang import NOMOR, POSISI, Tabel
from etl.kolom import Kontrak
from ucj.format import bilangan

_SELURUH = re.compile(r"grand|total\s+umum|keseluruhan|seluruh|kabupaten|kota", re.IGNORECASE)
_BATAS = 10  # differences that are named one by one


def compare_total(tabel: Tabel, total: list[int], kontrak: Kontrak, nilai: pl.DataFrame) -> list[str]:
    """Notes for total rows and total columns that differ. ``nilai``: typed rows of this table with NOMOR, POSISI."""
    catatan: list[str] = []
    kolom = [(k, nama, -1) for nama, k in tabel.kepala.kolom.items() if kontrak[nama].jenis in ("jumlah", "rupiah")]
    kolom += [(s.posisi, s.satuan, s.posisi) for s in tabel.kepala.silang]
    for posisi, nama, kunci in kolom:
        baris = nilai if kunci < 0 else nilai.filter(pl.col(POSISI) == _kelompok(tabel, posisi))
        if kunci < 0 and tabel.kepala.silang:
            baris = nilai.filter(pl.col(POSISI) == -1)
        catatan += _compare_baris(tabel, total, kontrak, posisi, nama, baris)
    for posisi, nama in tabel.kepala.total.items():
        catatan += _compare_kolom(tabel, kontrak, posisi, nama, nilai)
    if len(catatan) > _BATAS:
        lagi = len(catatan) - _BATAS
        catatan = [*catatan[:_BATAS], f"{tabel.lembar.sebutan}: {lagi} jumlah tercetak lain juga berbeda."]
    return catatan


def _kelompok(tabel: Tabel, posisi: int) -> int:
    """The position under which the long rows of a pivot column stand (that of the first with its dimension values)."""
    nilai = next(s.nilai for s in tabel.kepala.silang if s.posisi == posisi)
    return next(s.posisi for s in tabel.kepala.silang if s.nilai == nilai)


def _cetak(tabel: Tabel, kontrak: Kontrak, posisi: int, nama: str, baris: list[int]) -> list[int | None]:
    sel = tabel.lembar.bersih[str(posisi)].gather(baris)
    angka = tabel.lembar.angka[posisi].gather(baris) if posisi in tabel.lembar.angka else None
    return read_angka(sel, angka, kontrak[nama]).nilai.to_list()


def _compare_baris(
    tabel: Tabel, total: list[int], kontrak: Kontrak, posisi: int, nama: str, baris: pl.DataFrame
) -> list[str]:
    """A total row holds the sum of all rows above it, or of those since the total row before it."""
    catatan = []
    sebelum = -1
    subtotal = 0
    for n, cetak in zip(total, _cetak(tabel, kontrak, posisi, nama, total), strict=True):
        label = next(sel for sel in tabel.lembar.baris(n) if sel)
        semua = _sum(baris.filter(pl.col(NOMOR) < n), nama)
        kelompok = _sum(baris.filter(pl.col(NOMOR).is_between(sebelum, n, closed="none")), nama)
        sesudah = _sum(baris.filter((pl.col(NOMOR) > n) & (pl.col(NOMOR) < _next(total, n))), nama)
        sebelum = n
        if cetak is None or cetak in (semua, kelompok, subtotal, sesudah):
            subtotal += cetak or 0
            continue
        subtotal += cetak
        hitungan = semua if _SELURUH.search(label) or n == total[-1] else kelompok
        catatan.append(
            f"{tabel.lembar.sebutan}, baris {n + 1}: {label!r} kolom {tabel.kepala.judul[posisi]!r} tercetak "
            f"{bilangan(cetak)}, jumlah barisnya {bilangan(hitungan)}."
        )
    return catatan


def _next(total: list[int], n: int) -> int:
    return next((satu for satu in total if satu > n), 2**31)


def _compare_kolom(tabel: Tabel, kontrak: Kontrak, posisi: int, nama: str, nilai: pl.DataFrame) -> list[str]:
    """A total column holds the sum of the pivot columns of its measure in the same row."""
    if nama not in nilai.columns:
        return []
    per_baris = nilai.filter(pl.col(POSISI) >= 0).group_by(NOMOR).agg(pl.col(nama).sum()).sort(NOMOR)
    catatan = []
    nomor = per_baris[NOMOR].to_list()
    for n, hitungan, cetak in zip(
        nomor, per_baris[nama].to_list(), _cetak(tabel, kontrak, posisi, nama, nomor), strict=True
    ):
        if cetak is not None and cetak != hitungan:
            catatan.append(
                f"{tabel.lembar.sebutan}, baris {n + 1}: kolom {tabel.kepala.judul[posisi]!r} tercetak "
                f"{bilangan(cetak)}, "
                f"jumlah kolom-kolomnya {bilangan(hitungan)}."
            )
    return catatan


def _sum(baris: pl.DataFrame, nama: str) -> int:
    return int(baris[nama].sum() or 0)

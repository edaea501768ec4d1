"""What a file does not say by itself: headings named by ``--kolom``, and what is remembered of its sender."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace

import polars as pl

from etl.baca.kepala import KECAMATAN, NAMA_DESA, Kepala
from etl.baca.terbaca import norma
from etl.kode import PROGRAM
from etl.kolom import Kontrak
from ucj.penolakan import Penolakan

_NAMA_TEMPAT = (f"_{KECAMATAN}", f"_{NAMA_DESA}")
_KODE_TEMPAT = ("kode_desa", "kode_wilayah")


@dataclass(frozen=True)
class Ingatan:
    """What a sender's earlier files lacked or called differently.

    ``isi``: column -> value, used where neither the table nor its letterhead gives the column. ``kolom``: heading ->
    column, used where the heading stands.
    """

    isi: Mapping[str, str] = field(default_factory=dict)
    kolom: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.isi or self.kolom)


def check_kolom(kontrak: Kontrak, kolom: Mapping[str, str]) -> dict[str, str]:
    """``--kolom`` as heading -> canonical column. Raises ``Penolakan`` for columns that the source does not have.

    ``kecamatan`` and ``desa`` stand for names in place of a code, ``JKK`` … for yes/no columns.
    """
    tempat = (KECAMATAN, NAMA_DESA) if any(nama in kontrak for nama in _KODE_TEMPAT) else ()
    program = PROGRAM if "program" in kontrak and not kontrak["program"].tunggal else ()
    dikenal = {norma(nama): nama for nama in (*tempat, *program, *(k.nama for k in kontrak.kolom))}
    hasil: dict[str, str] = {}
    for judul, nama in kolom.items():
        if norma(nama) not in dikenal:
            raise Penolakan(
                f'--kolom "{judul}={nama}": sumber {kontrak.nama} tidak punya kolom {nama!r}. Kolom yang ada: '
                f"{', '.join(dikenal.values())}."
            )
        if not norma(judul):
            raise Penolakan(f'--kolom "{judul}={nama}": judulnya kosong. Tulis judul seperti yang ada di berkas.')
        lama = next((satu for satu in hasil if norma(satu) == norma(judul)), None)
        if lama is not None and hasil[lama] != dikenal[norma(nama)]:
            raise Penolakan(f'--kolom: judul "{judul}" disebut dua kali, untuk {hasil[lama]} dan untuk {nama}.')
        hasil[judul] = dikenal[norma(nama)]
    return hasil


def name_judul(kontrak: Kontrak, kolom: Mapping[str, str], ingatan: Mapping[str, str]) -> Kontrak:
    """The contract that also knows these headings; one named now replaces what is remembered for its column."""
    return replace(kontrak, judul_pengirim=tuple({**kolom, **_list_lama(kolom, ingatan)}.items()))


def pick_isi(teks: pl.DataFrame, kontrak: Kontrak, diberi: Set[str], ingatan: Mapping[str, str]) -> dict[str, str]:
    """The remembered values that a table needs: of columns that neither it nor ``diberi`` (column names) gives."""
    ada = {nama for nama in teks.columns if not nama.startswith("#") and teks[nama].null_count() < teks.height}
    ada |= diberi
    if any(nama.startswith("_program_") for nama in teks.columns):
        ada.add("program")
    tertutup = set(ada)
    for grup in (*kontrak.salah_satu, (*_KODE_TEMPAT, *_NAMA_TEMPAT)):
        if ada & set(grup):
            tertutup |= set(grup)
    return {nama: nilai for nama, nilai in ingatan.items() if nama not in tertutup}


def find_dipakai(
    ingatan: Ingatan, kolom: Mapping[str, str], isi: Mapping[str, str], kepala: Iterable[Kepala | None]
) -> Ingatan:
    """What of the sender's map was used: the values that tables needed (``isi``) and the headings that stand in one."""
    lama = _list_lama(kolom, ingatan.kolom)
    hilang = _list_hilang(lama, kepala)
    return Ingatan(dict(isi), {judul: nama for judul, nama in lama.items() if judul not in hilang})


def explain_hilang(kolom: Iterable[str], kepala: Iterable[Kepala | None]) -> str:
    """What to say about headings of ``--kolom`` that stand in none of the headers; empty when all do."""
    judul = ", ".join(f'"{satu}"' for satu in _list_hilang(kolom, kepala))
    return f"Judul {judul} yang disebut dengan --kolom tidak ada di berkas." if judul else ""


def _list_lama(kolom: Mapping[str, str], ingatan: Mapping[str, str]) -> dict[str, str]:
    return {judul: nama for judul, nama in ingatan.items() if nama not in kolom.values()}


def _list_hilang(kolom: Iterable[str], kepala: Iterable[Kepala | None]) -> list[str]:
    ditemukan = {sebutan for satu in kepala if satu is not None for sebutan in satu.diberi}
    return [judul for judul in kolom if norma(judul) not in ditemukan]

"""Takes the files of one delivery in: kept as sent, read by the contract, written as Parquet, recorded in a manifest.

Either everything of a load is there or nothing: the manifest comes last, and what a refused or killed load leaves is
removed at once or by the next load.
"""

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from etl import baca, cache, kiriman, perbaikan, peta_kiriman
from etl.baca.ingatan import check_kolom
from etl.baca.isian import check_isi
from etl.cetak import shorten
from etl.kiriman import Kiriman
from etl.kontrak import SUMBER
from etl.muatan import SEDANG, Lapor, Muatan, Penerimaan
from etl.rahasia import load_kunci
from etl.salin import check_files
from ucj.format import bilangan
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, load_profil

_ID = re.compile(r"\d{8}T\d{12}-[0-9a-f]{8}")


def load(
    data: Path,
    sumber: str,
    files: Sequence[Path],
    *,
    isi: Mapping[str, str] | None = None,
    kolom: Mapping[str, str] | None = None,
    diterima: date | None = None,
    pengirim: str | None = None,
    batas: Path | None = None,
    ganti: bool = False,
) -> Kiriman | None:
    """Load the files as one delivery and return it; None when the same files are already in force.

    Raises ``Penolakan`` when anything is refused; then nothing is left behind.
    """
    penerimaan = receive(
        data, sumber, files, isi=isi, kolom=kolom, diterima=diterima, pengirim=pengirim, batas=batas, ganti=ganti
    )
    return None if penerimaan.kejadian == "SAMA" else penerimaan.kiriman[0]


def receive(
    data: Path,
    sumber: str,
    files: Sequence[Path],
    *,
    isi: Mapping[str, str] | None = None,
    kolom: Mapping[str, str] | None = None,
    diterima: date | None = None,
    pengirim: str | None = None,
    batas: Path | None = None,
    ganti: bool = False,
    lapor: Lapor = lambda kalimat: None,
) -> Penerimaan:
    """Load the files as one delivery, or as a correction when they are a workbook of ``etl rejects``.

    ``isi``: column that the files lack -> value; ``kolom``: heading that the contract does not know -> column; both are
    remembered of ``pengirim``. ``diterima`` is today unless given; ``ganti`` allows a delivery that leaves fewer than
    half of the rows of a cakupan. Raises ``Penolakan``.
    """
    if sumber not in SUMBER:
        raise Penolakan(f"Sumber {sumber!r} tidak dikenal. Yang ada: {', '.join(SUMBER)}.")
    if batas is not None and sumber != "wilayah":
        raise Penolakan("--batas hanya berlaku untuk sumber wilayah.")
    check_files(files, batas)
    profil = load_profil(data)
    with cache.explain_disk(data), kiriman.lock(data):
        yatim = clean(data)
        konteks = make_konteks(data, profil)
        if any(perbaikan.is_perbaikan(path) for path in files):
            hasil = perbaikan.load(data, SUMBER[sumber], files, konteks, lapor)
            return Penerimaan(hasil.kiriman, "PERBAIKAN", hasil.kalimat)
        tetap, judul = check_isi(SUMBER[sumber], isi or {}), check_kolom(SUMBER[sumber], kolom or {})
        peta = peta_kiriman.find(data, sumber, pengirim)
        muatan = Muatan(data, SUMBER[sumber], tetap, judul, peta, diterima or date.today(), pengirim, batas, ganti)
        penerimaan = muatan.receive(files, konteks, lapor)
        pesan = peta_kiriman.remember(data, SUMBER[sumber], peta, tetap, judul)
        return replace(penerimaan, kalimat=(*penerimaan.kalimat, *pesan, *map(_warn_yatim, yatim)))


def describe(penerimaan: Penerimaan) -> list[str]:
    """Return what a load did, in lines for the person who ran it, with what to do next."""
    k = penerimaan.kiriman[0]
    if penerimaan.kejadian == "SAMA":
        return [
            f"Berkas yang sama sudah dimuat pada {k.dimuat_pada:%Y-%m-%d} dan masih berlaku; tidak ada yang berubah."
        ]
    if penerimaan.kejadian == "PERBAIKAN":
        return [*penerimaan.kalimat, _BERIKUT]
    baris = [
        f"{k.sumber}: {bilangan(k.dibaca)} baris dibaca = {bilangan(k.dimuat)} dimuat + "
        f"{bilangan(k.disisihkan)} perlu perbaikan.",
        f"Cakupan: {shorten(k.cakupan)}.",
    ]
    if penerimaan.kejadian == "BERLAKU_LAGI":
        baris.insert(0, "Berkas ini pernah dimuat lalu digantikan; sekarang berlaku lagi.")
    if k.simulasi:
        baris.append("DATA CONTOH – bukan data sebenarnya.")
    baris += [f"Catatan: {catatan}" for catatan in k.catatan]
    baris += [f"Perhatian: {kalimat}" for kalimat in penerimaan.kalimat]
    if k.disisihkan:
        alasan = ", ".join(f"{kode} {bilangan(jumlah)}" for kode, jumlah in k.alasan.items())
        baris.append(f"Perlu perbaikan: {alasan}.")
        baris.append(f"Lihat barisnya dengan: python -m etl rejects {k.sumber} --out perbaikan.xlsx")
    return [*baris, _BERIKUT]


def as_dict(penerimaan: Penerimaan) -> dict[str, Any]:
    """Return what ``etl load --format json`` prints: what happened, the deliveries, and the lines of ``describe``."""
    semua = penerimaan.kiriman
    return {
        "kejadian": penerimaan.kejadian,
        "kiriman": [k.id for k in semua],
        "sumber": semua[0].sumber,
        "dibaca": sum(k.dibaca for k in semua),
        "dimuat": sum(k.dimuat for k in semua),
        "disisihkan": sum(k.disisihkan for k in semua),
        "kalimat": describe(penerimaan),
    }


_BERIKUT = "Setelah semua kiriman dimuat, terbitkan dengan: python -m etl build"


def make_konteks(data: Path, profil: Profil, kunci: bytes | None = None) -> baca.Konteks:
    """Return what reading needs beside the file: profile, villages in force, key (of the folder), known offices."""
    semua = kiriman.daftar(data, "wilayah")
    dipakai = set(kiriman.berlaku(semua).values())
    frames = [
        pl.read_parquet(
            kiriman.path_dimuat(data, k), columns=["kode_desa", "nama_desa", "kode_kecamatan", "nama_kecamatan"]
        )
        for k in semua
        if k.id in dipakai
    ]
    wilayah = pl.concat(frames) if frames else None
    kecamatan = set() if wilayah is None else set(wilayah["kode_kecamatan"].to_list())
    return baca.Konteks(
        profil=profil,
        wilayah=wilayah,
        kunci=load_kunci(data) if kunci is None else kunci,
        kode_opd={opd.kode for opd in profil.opd} | {f"KEC-{kode}" for kode in kecamatan},
    )


def clean(data: Path) -> list[Path]:
    """Remove what killed loads left: their folders, and cache files that no manifest names.

    A folder without a manifest that no load was under way with may be all that is left of a delivery, after a restore
    that was cut short for example: it is never touched, and returned.
    """
    dirujuk: set[Path] = set()
    for k in kiriman.daftar(data):
        dirujuk |= {kiriman.path_dimuat(data, k), kiriman.path_sisih(data, k), kiriman.path_batas(data, k)}
    for tanda in (data / "raw").glob(f"*/*{SEDANG}"):
        folder = tanda.with_suffix("")
        if folder.exists() and not (folder / kiriman.MANIFES).exists():
            shutil.rmtree(folder)
        tanda.unlink()
    yatim = [
        folder
        for folder in sorted((data / "raw").glob("*/*/"))
        if _ID.fullmatch(folder.name) and not (folder / kiriman.MANIFES).exists()
    ]
    for path in (data / "cache").glob("*/*"):
        cocok = _ID.match(path.name)
        if cocok and path not in dirujuk and cocok[0] not in {folder.name for folder in yatim}:
            path.unlink()
    return yatim


def _warn_yatim(folder: Path) -> str:
    return (
        f"Folder {folder} berisi berkas tanpa catatan kiriman ({kiriman.MANIFES}), jadi tidak ikut dihitung. "
        "Kembalikan catatan itu dari cadangan, atau muat ulang berkasnya lalu pindahkan foldernya."
    )

"""Values that are the same for all rows: ``--isi``, the month of the letterhead, the segment of a sheet's title."""

from __future__ import annotations

import re
from collections.abc import Mapping

from etl.baca.kepala import Kepala
from etl.baca.lembar import Lembar
from etl.baca.silang import find_segmen
from etl.baca.tanggal import find_bulan, find_tahun
from etl.baca.terbaca import norma
from etl.kolom import Kontrak
from ucj.penolakan import Penolakan

_NAMA_TEMPAT = ("kecamatan", "desa")


def check_isi(kontrak: Kontrak, isi: Mapping[str, str]) -> dict[str, str]:
    """``--isi`` with canonical column names. Raises ``Penolakan`` for columns that the source does not have."""
    hasil: dict[str, str] = {}
    index = {norma(sebutan): k.nama for k in reversed(kontrak.kolom) for sebutan in (*k.alias, k.nama)}
    index |= {k.nama.replace("_", ""): k.nama for k in kontrak.kolom}
    boleh = [k.nama for k in kontrak.kolom if k.jenis != "nik"]
    for sebutan, teks in isi.items():
        nama = index.get(norma(sebutan))
        if nama is None and norma(sebutan) in _NAMA_TEMPAT and "kode_desa" in kontrak:
            nama = f"_{norma(sebutan)}"
        if nama is None and norma(sebutan) == "tahun" and kontrak.satuan_pivot:
            nama = "tahun"
        if nama is None or (nama in kontrak and kontrak[nama].jenis == "nik"):
            raise Penolakan(
                f"--isi {sebutan}={teks}: sumber {kontrak.nama} tidak punya kolom {sebutan!r} yang dapat "
                "diisi sama untuk "
                f"semua baris. Kolom yang ada: {', '.join(boleh)}."
            )
        if not teks.strip():
            raise Penolakan(f"--isi {sebutan}=: isinya kosong. Tulis nilainya, misalnya --isi {sebutan}=NILAI.")
        hasil[nama] = teks.strip()
    return hasil


def kepala_surat(lembar: Lembar, kepala: Kepala) -> list[str]:
    """The lines above the header, one text per filled cell."""
    baris = []
    for n in range(kepala.awal):
        baris += list(dict.fromkeys(sel for sel in lembar.baris(n) if sel))
    return baris


def find_isian(lembar: Lembar, kepala: Kepala, kontrak: Kontrak, isi: Mapping[str, str]) -> tuple[dict[str, str], str]:
    """What the sheet says outside its table (month, segment), and, when a month is needed but not clear, why."""
    surat = kepala_surat(lembar, kepala)
    hasil: dict[str, str] = {}
    keluhan = ""
    if "bulan" in kepala.kurang and "bulan" not in isi:
        bulan, tanpa_tahun = find_bulan(surat)
        if not bulan and not tanpa_tahun:
            bulan, tanpa_tahun = find_bulan([lembar.nama.replace("_", " ")])
        if len(bulan) == 1 and not tanpa_tahun:
            hasil["bulan"] = next(iter(bulan)).strftime("%Y-%m")
        elif bulan or tanpa_tahun:
            nama = ", ".join(sorted(satu.strftime("%Y-%m") for satu in bulan)) or "bulan tanpa tahun"
            keluhan = f"kepala suratnya menyebut {nama}, sehingga bulan datanya tidak pasti"
        else:
            keluhan = "bulan datanya tidak tertulis"
    if "segmen" in kepala.kurang and "segmen" not in isi:
        segmen = find_segmen([re.sub(r"[_\-]", " ", lembar.nama)]) or find_segmen(surat)
        if segmen:
            hasil["segmen"] = segmen
    return hasil, keluhan


def find_tahun_silang(lembar: Lembar, kepala: Kepala, isi: Mapping[str, str]) -> int | None:
    """The year of pivot months that name none: from --isi tahun, else from the letterhead.

    Raises ``Penolakan`` when a year is needed and not exactly one is named.
    """
    tanpa = [satu for satu in kepala.silang if "bulan" in satu.nilai and "-" not in satu.nilai["bulan"]]
    if not tanpa:
        return None
    if "tahun" in isi and re.fullmatch(r"20\d\d", isi["tahun"]):
        return int(isi["tahun"])
    tahun = find_tahun([*kepala_surat(lembar, kepala), lembar.nama])
    if len(tahun) != 1:
        raise Penolakan(
            f"{lembar.sebutan}: judul kolom bulan tidak menyebut tahun dan kepala suratnya "
            f"{'menyebut beberapa tahun' if tahun else 'juga tidak'}. Tambahkan --isi tahun=2026, atau tulis "
            "tahunnya pada "
            "judul kolom (misalnya Juni 2026)."
        )
    return tahun.pop()

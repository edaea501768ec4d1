"""Reporting duties (sources.md 5, rule 22): which are met, late or missing, and which count in TKL-01."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ucj import format
from ucj.html import Aman, Kolom, bertanda, dua_baris
from ucj.kalender import akhir_bulan

REKAP = "REKAP_BULANAN"
# duty -> (words, legal basis)
KEWAJIBAN = {
    REKAP: ("Rekap bulanan BPJS Ketenagakerjaan", "BRU 22"),
    "PENGAWASAN_3BULAN": ("Laporan pengawasan tiga bulanan", "LTM 21(1)"),
    "SEMESTER": ("Laporan semester kepada Bupati", "BRU 30(2); LTM 21(3)"),
}
KOLOM = (Kolom("Periode"), Kolom("Jatuh tempo"), Kolom("Diterima"), Kolom("Keadaan"))
_STATUS = {
    "TEPAT": ("●", "tepat waktu", "tercapai"),
    "TERLAMBAT": ("▲", "terlambat", "perhatian"),
    "BELUM": ("■", "belum diterima", "jauh"),
    "BELUM_TEMPO": ("○", "belum jatuh tempo", "kosong"),
}
TAMPIL = 12

Kewajiban = Mapping[str, Any]


def status(k: Kewajiban, hari: date) -> str:
    """Return the state of a duty on a day: what is not due yet is not missing."""
    return "BELUM_TEMPO" if k["status"] == "BELUM" and k["jatuh_tempo"] >= hari else str(k["status"])


def choose(semua: Iterable[Kewajiban], jenis: str, sampai: date) -> list[Kewajiban]:
    """Return the duties of one kind whose period ends no later than a month, newest first."""
    return [k for k in semua if k["kewajiban"] == jenis and akhir_periode(k["periode"]) <= akhir_bulan(sampai)]


def akhir_periode(periode: str) -> date:
    """Return the last day of ``2026-06``, ``2026-TW2`` or ``2026-1``."""
    tahun, ke = periode.split("-")
    bulan = 3 * int(ke[2:]) if ke.startswith("TW") else 6 * int(ke) if len(ke) == 1 else int(ke)
    return akhir_bulan(date(int(tahun), bulan, 1))


def baris(semua: Iterable[Kewajiban], hari: date, dihitung: Collection[str] | None = None) -> list[list[object]]:
    """Return one row per duty; with ``dihitung`` (the kinds that the regency's own regulation names) also its kind."""
    return [
        [
            format.periode(k["periode"])
            if dihitung is None
            else dua_baris(format.periode(k["periode"]), name(k["kewajiban"], dihitung)),
            format.tanggal(k["jatuh_tempo"]),
            "" if k["tanggal_terima"] is None else format.tanggal(k["tanggal_terima"]),
            _tanda(status(k, hari)),
        ]
        for k in semua
    ]


def name(jenis: str, dihitung: Collection[str]) -> str:
    """Return the name of a kind of duty, and whether it stands outside TKL-01."""
    nama = KEWAJIBAN[jenis][0]
    return nama if jenis in dihitung else f"{nama}, di luar TKL-01"


def _tanda(kode: str) -> Aman:
    return bertanda(*_STATUS[kode])


def judul(semua: Sequence[Kewajiban], hari: date, dihitung: Collection[str]) -> str:
    """Return how many of the duties that count are met in time; what is not due yet does not count."""
    tempo = [k for k in semua if k["kewajiban"] in dihitung and status(k, hari) != "BELUM_TEMPO"]
    if not dihitung:
        return "Peraturan daerah ini tidak menyebut kewajiban lapor"
    if not tempo:
        return "Belum ada laporan wajib yang jatuh tempo"
    tepat = sum(k["status"] == "TEPAT" for k in tempo)
    if tepat == len(tempo):
        return f"Semua {format.bilangan(len(tempo))} laporan wajib diterima tepat waktu"
    return f"{format.bilangan(tepat)} dari {format.bilangan(len(tempo))} laporan wajib diterima tepat waktu"


def ringkas(semua: Iterable[Kewajiban], hari: date, sampai: date, dihitung: Collection[str]) -> str:
    """Return one sentence on punctuality for the first page: the last twelve months up to a month, and what is missing.

    Only what the regency's own regulation names; where it names none, the recaps, and it says so.
    """
    jenis = dihitung or (REKAP,)
    dari = date(sampai.year - 1, sampai.month, 1)
    pilih = [
        k
        for kode in jenis
        for k in choose(semua, kode, sampai)
        if akhir_periode(k["periode"]) > akhir_bulan(dari) and status(k, hari) != "BELUM_TEMPO"
    ]
    if not pilih:
        return ""
    tepat = sum(k["status"] == "TEPAT" for k in pilih)
    apa = "Laporan wajib" if dihitung else "Rekap bulanan"
    kalimat = f"{apa} dua belas bulan terakhir: {format.bilangan(tepat)} dari {format.bilangan(len(pilih))} tepat waktu"
    belum = sorted((k for k in pilih if k["status"] == "BELUM"), key=lambda k: k["jatuh_tempo"], reverse=True)
    if belum:
        sebut = ", ".join(f"{KEWAJIBAN[k['kewajiban']][0]} {format.periode(k['periode'])}" for k in belum[:2])
        lain = f" dan {format.bilangan(len(belum) - 2)} lainnya" if len(belum) > 2 else ""
        kalimat += f"; belum diterima: {sebut}{lain}"
    return f"{kalimat}."

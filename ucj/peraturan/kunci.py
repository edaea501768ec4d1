"""What a key of the profile is: its type, its bounds, its explanation; and the check of one value against it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

_NAMA_JENIS = {
    "teks": 'teks di dalam tanda kutip, misalnya "Kampung"',
    "bulat": "bilangan bulat tanpa tanda kutip",
    "desimal": "bilangan tanpa tanda kutip (pecahan dengan titik, misalnya 0.1)",
    "ya_tidak": "true atau false",
    "daftar": 'daftar di dalam kurung siku, misalnya ["A", "B"]',
    "peta": 'pasangan kode = nilai, misalnya { JAKON = "PU" }',
    "tabel": "daftar tabel, masing-masing diawali [[…]]",
    "tanggal": "tanggal tanpa tanda kutip, misalnya 2024-09-20",
}


@dataclass(frozen=True)
class Kunci:
    """One key. ``jenis`` is a key of ``_NAMA_JENIS``; for lists and maps ``isi`` says what an element is.

    ``minimum`` is inclusive unless ``is_di_atas``. ``nasional`` is the value of national law where there is one:
    another value in a profile gets the badge. ``wajib`` = False: may be missing, then the value is None.
    """

    nama: str
    jenis: str
    keterangan: str
    pilihan: tuple[str, ...] = ()
    pilihan_peta: tuple[str, ...] = ()
    isi: "Kunci | None" = None
    kolom: tuple["Kunci", ...] = ()
    minimum: float | None = None
    maksimum: float | None = None
    is_di_atas: bool = False
    is_naik: bool = False
    is_boleh_kosong: bool = False
    pola: str = ""
    contoh: str = ""
    wajib: bool = True
    nasional: Any = None
    dasar_nasional: str = ""

    @property
    def bagian(self) -> str:
        """The part before the first dot, by which the dictionary page groups keys."""
        return self.nama.split(".")[0]

    def describe(self) -> str:
        """Return in Indonesian what is allowed."""
        kalimat = _NAMA_JENIS[self.jenis]
        if self.pilihan:
            kalimat = "salah satu dari " + ", ".join(self.pilihan)
        if self.jenis in ("daftar", "peta") and self.isi is not None:
            kalimat += f"; tiap isi: {self.isi.describe()}"
        if self.pilihan_peta:
            kalimat += "; kode yang boleh: " + ", ".join(self.pilihan_peta)
        if self.jenis == "tabel":
            kalimat += "; kolom: " + ", ".join(k.nama + ("" if k.wajib else " (boleh tidak ada)") for k in self.kolom)
        if self.minimum is not None:
            kalimat += f"; {'lebih dari' if self.is_di_atas else 'paling kecil'} {self.minimum:g}"
        if self.maksimum is not None:
            kalimat += f"; paling besar {self.maksimum:g}"
        if self.is_naik:
            kalimat += "; urutannya harus naik tanpa angka kembar"
        if self.contoh:
            kalimat += f"; contoh: {self.contoh}"
        return kalimat


def check(kunci: Kunci, nilai: Any) -> str | None:
    """Return what is wrong with a value, in Indonesian, or None when it is allowed."""
    return _PERIKSA[kunci.jenis](kunci, nilai)


def _check_teks(kunci: Kunci, nilai: Any) -> str | None:
    if not isinstance(nilai, str):
        return f"{show(nilai)} bukan teks"
    if not nilai.strip() and not kunci.is_boleh_kosong:
        return "teksnya kosong"
    if kunci.pilihan and nilai not in kunci.pilihan:
        return f"{show(nilai)} tidak dikenal"
    if kunci.pola and not re.fullmatch(kunci.pola, nilai):
        return f"bentuk {show(nilai)} tidak dikenal"
    return None


def _check_angka(kunci: Kunci, nilai: Any) -> str | None:
    is_bulat = kunci.jenis == "bulat"
    if isinstance(nilai, bool) or not isinstance(nilai, int if is_bulat else int | float):
        return f"{show(nilai)} bukan {'bilangan bulat' if is_bulat else 'bilangan'}"
    if nilai != nilai or nilai in (float("inf"), float("-inf")):
        return f"{show(nilai)} bukan bilangan"
    if kunci.minimum is not None and (nilai <= kunci.minimum if kunci.is_di_atas else nilai < kunci.minimum):
        return f"{show(nilai)} terlalu kecil"
    if kunci.maksimum is not None and nilai > kunci.maksimum:
        return f"{show(nilai)} terlalu besar"
    return None


def _check_ya_tidak(kunci: Kunci, nilai: Any) -> str | None:
    return None if isinstance(nilai, bool) else f"{show(nilai)} bukan true atau false"


def _check_tanggal(kunci: Kunci, nilai: Any) -> str | None:
    return None if type(nilai) is date else f"{show(nilai)} bukan tanggal"


def _check_daftar(kunci: Kunci, nilai: Any) -> str | None:
    if not isinstance(nilai, list):
        return f"{show(nilai)} bukan daftar"
    if not nilai and not kunci.is_boleh_kosong:
        return "daftarnya kosong"
    assert kunci.isi is not None
    for isi in nilai:
        if salah := check(kunci.isi, isi):
            return salah
    kembar = sorted({str(isi) for isi in nilai if nilai.count(isi) > 1})
    if kembar:
        return f"{', '.join(kembar)} disebut lebih dari sekali"
    if kunci.is_naik and nilai != sorted(nilai):
        return f"{show(nilai)} tidak naik"
    return None


def _check_peta(kunci: Kunci, nilai: Any) -> str | None:
    if not isinstance(nilai, dict):
        return f"{show(nilai)} bukan pasangan kode = nilai"
    assert kunci.isi is not None
    for kode, isi in nilai.items():
        if kunci.pilihan_peta and kode not in kunci.pilihan_peta:
            return f"{show(kode)} tidak dikenal"
        if kunci.pola and not re.fullmatch(kunci.pola, kode):
            return f"bentuk {show(kode)} tidak dikenal"
        if salah := check(kunci.isi, isi):
            return f"pada {kode}: {salah}"
    return None


def _check_tabel(kunci: Kunci, nilai: Any) -> str | None:
    if not isinstance(nilai, list) or not all(isinstance(baris, dict) for baris in nilai):
        return f"{show(nilai)} bukan daftar tabel"
    kolom = {k.nama: k for k in kunci.kolom}
    for nomor, baris in enumerate(nilai, start=1):
        for nama, isi in baris.items():
            if nama not in kolom:
                return f"tabel ke-{nomor}: kolom {show(nama)} tidak dikenal"
            if salah := check(kolom[nama], isi):
                return f"tabel ke-{nomor}, {nama}: {salah} (yang boleh: {kolom[nama].describe()})"
        for nama, k in kolom.items():
            if k.wajib and nama not in baris:
                return f"tabel ke-{nomor}: kolom {nama} belum diisi"
    return None


def show(nilai: Any) -> str:
    """Return a value as it would be written in TOML."""
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, str):
        return f'"{nilai}"'
    if isinstance(nilai, list | tuple):
        return "[" + ", ".join(show(isi) for isi in nilai) + "]"
    if isinstance(nilai, dict):
        return "{ " + ", ".join(f"{kode} = {show(isi)}" for kode, isi in nilai.items()) + " }"
    return str(nilai)


_PERIKSA: dict[str, Callable[[Kunci, Any], str | None]] = {
    "teks": _check_teks,
    "bulat": _check_angka,
    "desimal": _check_angka,
    "ya_tidak": _check_ya_tidak,
    "tanggal": _check_tanggal,
    "daftar": _check_daftar,
    "peta": _check_peta,
    "tabel": _check_tabel,
}

"""Reads one profile file into a layer: dated rules, offices, tasks, drafting defects. Refuses what it does not know.

A rule is written in one of three ways: plain (``desa.ambang_cakupan = 50``), with its basis
(``usia_min = { nilai = 18, dasar = "BRU 16b" }``), or several dated ones (``[[rentan.usia_maks]]`` with ``nilai``).
"""

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ucj.penolakan import Penolakan
from ucj.peraturan.kunci import Kunci, check, show
from ucj.peraturan.skema import BAGIAN, SKEMA

_TERURAI = {"nilai", "dasar", "berlaku_dari", "catatan"}
_KEPALA = ("warisan", "kode", "nama", "berlaku_dari", "opd", "tugas", "cacat")


@dataclass(frozen=True)
class Aturan:
    """One value of one key, from one file. ``berlaku_dari`` None: always; ``dasar`` empty: no citation."""

    kunci: str
    nilai: Any
    berlaku_dari: date | None
    dasar: str
    asal: str
    catatan: str = ""


@dataclass(frozen=True)
class Cacat:
    """A drafting defect of a regulation: the literal text and the reading used (domain.md 0.3)."""

    kode: str
    tempat: str
    bunyi: str
    dibaca: str
    dasar: str


@dataclass
class Lapisan:
    """What one file says: ``aturan`` by key (in order of date), office and task tables still raw."""

    asal: str
    path: Path
    warisan: str | None = None
    kode: str | None = None
    nama: str | None = None
    aturan: dict[str, list[Aturan]] = field(default_factory=dict)
    opd: dict[str, Any] = field(default_factory=dict)
    tugas: list[dict[str, Any]] = field(default_factory=list)
    cacat: list[Cacat] = field(default_factory=list)


def read_toml(path: Path) -> dict[str, Any]:
    """Return a TOML file's content; a BOM is fine. Raises ``Penolakan`` with the line of a mistake."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Penolakan(f"{path.name} bukan teks UTF-8. Buka di penyunting teks lalu simpan sebagai UTF-8.") from error
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise Penolakan(_explain_toml(path.name, str(error), text)) from error


def _explain_toml(nama: str, pesan: str, text: str) -> str:
    letak = re.search(r"line (\d+), column (\d+)", pesan)
    baris = int(letak.group(1)) if letak else text.count("\n") + 1
    isi = text.splitlines()[baris - 1].strip() if baris <= len(text.splitlines()) else ""
    sebab = (
        "kunci atau bagian ini ditulis dua kali"
        if "overwrite" in pesan or "twice" in pesan
        else ("penulisan TOML salah (misalnya teks tanpa tanda kutip, tanda kurung atau tanda sama dengan yang kurang)")
    )
    return f"{nama}, baris {baris}: {sebab}: {isi or 'akhir berkas'}. Perbaiki baris itu, lalu ulangi."


def read_lapisan(path: Path, asal: str) -> Lapisan:
    """Read and check one profile file. Raises ``Penolakan`` naming the file, the key and what is allowed."""
    isi = read_toml(path)
    lapisan = Lapisan(asal=asal, path=path)
    for nama in ("warisan", "kode", "nama"):
        if nama in isi:
            setattr(lapisan, nama, _read_kepala(path, nama, isi[nama]))
    tanggal = isi.get("berlaku_dari")
    if tanggal is not None and type(tanggal) is not date:
        raise Penolakan(f"{path.name}, berlaku_dari: tulis tanggal tanpa tanda kutip, misalnya 2024-09-20.")
    lapisan.opd = _expect_table(path, "opd", isi.get("opd", {}))
    lapisan.tugas = _expect_rows(path, "tugas", isi.get("tugas", []))
    lapisan.cacat = [_read_cacat(path, baris) for baris in _expect_rows(path, "cacat", isi.get("cacat", []))]
    rest = {nama: nilai for nama, nilai in isi.items() if nama not in _KEPALA}
    for kunci, nilai in _flatten(path, rest, ""):
        if kunci in lapisan.aturan:
            raise Penolakan(f"{path.name}, {kunci}: ditulis dua kali. Hapus salah satu.")
        lapisan.aturan[kunci] = _read_aturan(path, asal, SKEMA[kunci], nilai, tanggal)
    return lapisan


def _read_kepala(path: Path, nama: str, nilai: Any) -> str:
    if not isinstance(nilai, str) or not nilai.strip():
        contoh = {"kode": '"35.08"', "nama": '"Kabupaten Lumajang"', "warisan": '"umum"'}[nama]
        raise Penolakan(f"{path.name}, {nama}: tulis sebagai teks di dalam tanda kutip, misalnya {nama} = {contoh}.")
    return normalize_kode(nilai, f"{path.name}, kode") if nama == "kode" else nilai.strip()


def normalize_kode(kode: str, tempat: str) -> str:
    """Return a regency code dotted (``3508`` -> ``35.08``). Raises ``Penolakan`` when it is none."""
    angka = kode.strip().replace(".", "")
    if not re.fullmatch(r"[1-9]\d{3}", angka) or not re.fullmatch(r"\d{2}\.?\d{2}", kode.strip()):
        raise Penolakan(f'{tempat}: "{kode}" bukan kode kabupaten Kemendagri. Yang boleh: empat angka, contoh "35.08".')
    return f"{angka[:2]}.{angka[2:]}"


def _flatten(path: Path, isi: dict[str, Any], awalan: str) -> list[tuple[str, Any]]:
    hasil: list[tuple[str, Any]] = []
    for nama, nilai in isi.items():
        kunci = awalan + nama
        if kunci in SKEMA:
            hasil.append((kunci, nilai))
        elif kunci in BAGIAN and isinstance(nilai, dict):
            hasil.extend(_flatten(path, nilai, kunci + "."))
        else:
            raise Penolakan(_explain_unknown(path, kunci))
    return hasil


def _explain_unknown(path: Path, kunci: str) -> str:
    if kunci in BAGIAN:
        anak = sorted(nama for nama in SKEMA if nama.startswith(kunci + "."))
        return f"{path.name}: {kunci} adalah bagian, bukan kunci. Kunci di dalamnya: {', '.join(anak)}."
    return (
        f"{path.name}: kunci {kunci} tidak dikenal.{suggest(kunci, (*SKEMA, *_KEPALA))} "
        "Daftar kunci ada pada halaman Kamus indikator dan di data/ref/profil/umum.toml."
    )


def suggest(nama: str, pilihan: tuple[str, ...]) -> str:
    """Return `` Mungkin maksud Anda: …?`` for a misspelt name, or nothing when none is near."""
    akhir = {p.split(".")[-1]: p for p in pilihan}
    dekat = difflib.get_close_matches(nama, pilihan, n=2, cutoff=0.6) or [
        akhir[a] for a in difflib.get_close_matches(nama.split(".")[-1], list(akhir), n=2, cutoff=0.7)
    ]
    return f" Mungkin maksud Anda: {' atau '.join(dekat)}?" if dekat else ""


def _read_aturan(path: Path, asal: str, kunci: Kunci, nilai: Any, tanggal: date | None) -> list[Aturan]:
    if _is_terurai(nilai):
        versi = [nilai]
    elif isinstance(nilai, list) and nilai and all(isinstance(v, dict) and "nilai" in v for v in nilai):
        versi = nilai
    else:
        versi = [{"nilai": nilai}]
    hasil = [_read_versi(path, asal, kunci, v, tanggal) for v in versi]
    mulai = [a.berlaku_dari or date.min for a in hasil]
    if len(set(mulai)) < len(mulai):
        raise Penolakan(f"{path.name}, {kunci.nama}: dua nilai dengan berlaku_dari yang sama. Bedakan tanggalnya.")
    return sorted(hasil, key=lambda a: a.berlaku_dari or date.min)


def _is_terurai(nilai: Any) -> bool:
    return isinstance(nilai, dict) and "nilai" in nilai


def _read_versi(path: Path, asal: str, kunci: Kunci, versi: dict[str, Any], tanggal: date | None) -> Aturan:
    if asing := sorted(set(versi) - _TERURAI):
        raise Penolakan(
            f"{path.name}, {kunci.nama}: {', '.join(asing)} tidak dikenal. Yang boleh: {', '.join(sorted(_TERURAI))}."
        )
    if salah := check(kunci, versi["nilai"]):
        raise Penolakan(f"{path.name}, {kunci.nama}: {salah}. Yang boleh: {kunci.describe()}.")
    dasar = versi.get("dasar", "")
    mulai = versi.get("berlaku_dari", tanggal if dasar else None)  # facts without a basis hold always
    if not isinstance(dasar, str) or not isinstance(versi.get("catatan", ""), str):
        raise Penolakan(f"{path.name}, {kunci.nama}: dasar dan catatan berupa teks di dalam tanda kutip.")
    if mulai is not None and type(mulai) is not date:
        raise Penolakan(f"{path.name}, {kunci.nama}: berlaku_dari berupa tanggal tanpa tanda kutip: 2024-09-20.")
    return Aturan(kunci.nama, versi["nilai"], mulai, dasar, asal, versi.get("catatan", ""))


def _expect_table(path: Path, nama: str, nilai: Any) -> dict[str, Any]:
    if not isinstance(nilai, dict) or not all(isinstance(isi, dict) for isi in nilai.values()):
        raise Penolakan(f"{path.name}, {nama}: tulis tiap perangkat daerah sebagai [opd.KODE] dengan nama = …")
    return nilai


def _expect_rows(path: Path, nama: str, nilai: Any) -> list[dict[str, Any]]:
    if not isinstance(nilai, list) or not all(isinstance(baris, dict) for baris in nilai):
        raise Penolakan(f"{path.name}, {nama}: tulis tiap baris diawali [[{nama}]].")
    return nilai


def _read_cacat(path: Path, baris: dict[str, Any]) -> Cacat:
    kolom = ("kode", "tempat", "bunyi", "dibaca", "dasar")
    if set(baris) != set(kolom) or not all(isinstance(isi, str) for isi in baris.values()):
        raise Penolakan(f"{path.name}, cacat {show(baris.get('kode', '?'))}: kolomnya {', '.join(kolom)}, semua teks.")
    return Cacat(**baris)

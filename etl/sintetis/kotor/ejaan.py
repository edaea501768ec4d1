"""Values spelled as people spell them. Whatever is written here means what stood there before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from etl.kode import NAMA_PROGRAM, SEKTOR, Daftar
from etl.kolom import Kolom, Kontrak
from ucj.format import bulan as tulis_bulan
from ucj.format import tanggal_panjang
from ucj.peraturan import Profil

Ejaan = Callable[[str], str]  # a canonical text -> one way to write it; what it does not know stays as it is

TANGGAL: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d:%d-%m-%Y}",
    tanggal_panjang,
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: d.isoformat(),
)
BULAN: tuple[Callable[[date], str], ...] = (
    tulis_bulan,
    lambda d: f"{d:%m/%Y}",
    lambda d: f"{d:%Y%m}",
    lambda d: f"{tulis_bulan(d)[:3]}-{d:%y}",
)
YA_TIDAK = (("Ya", "Tidak"), ("Y", "T"), ("1", "0"), ("v", "-"), ("ya", "tdk"))
_AWALAN = re.compile(r"(?:kampung|desa|kelurahan|kecamatan|nagari|gampong)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Nama:
    """Names in place of codes: village code -> (kecamatan, village, kind), kecamatan code -> name."""

    desa: dict[str, tuple[str, str, str]]
    kecamatan: dict[str, str]

    @classmethod
    def read(cls, wilayah: pl.DataFrame) -> Nama:
        kolom = ("kode_desa", "nama_kecamatan", "nama_desa", "jenis")
        desa = {kode: (kec, nama, jenis) for kode, kec, nama, jenis in wilayah.select(kolom).iter_rows()}
        return cls(desa, dict(wilayah.select("kode_kecamatan", "nama_kecamatan").unique().iter_rows()))


def spell(kolom: Kolom, kontrak: Kontrak, profil: Profil, nama: Nama, gaya: int, is_csv: bool) -> list[Ejaan]:
    """Return the ways in which one file writes one column: rows take turns. ``gaya`` numbers the file."""
    match kolom.jenis:
        case "nik":
            return [_same, lambda s: f"'{s}", lambda s: _group(s, " "), lambda s: f"\u00a0{s} ", _same]
        case "tanggal":
            pilih = [TANGGAL[(gaya + k) % len(TANGGAL)] for k in range(2)]
            return [_dated(p, "%Y-%m-%d") for p in pilih]
        case "bulan":
            return [_dated(BULAN[(gaya + k) % len(BULAN)], "%Y-%m") for k in range(2)]
        case "kode" if kolom.daftar is not None:
            return _spell_kode(kolom.daftar, kolom.semua)
        case "sektor":
            return _spell_kode(SEKTOR, kolom.semua)
        case "kode_bebas":
            return [_same, str.lower, lambda s: s.replace("UCJ-0", "ucj ")]
        case "ya_tidak":
            ya, tidak = YA_TIDAK[gaya % len(YA_TIDAK)]
            return [lambda s: {"Ya": ya, "Tidak": tidak}.get(s, s)]
        case "kode_opd":
            return _spell_opd(profil, nama)
        case "kode_desa" | "kode_kecamatan" | "kode_wilayah":
            return [_same, lambda s: s.replace(".", "")] if gaya % 2 else [lambda s: s.replace(".", ""), _same]
        case "jumlah":
            return _spell_bilangan(kolom, ["{}"] if is_csv else ["{}", "{} "])
        case "rupiah":
            return _spell_bilangan(kolom, ["{}", "Rp {}", "{},00", "Rp{},-"])
        case "persen" | "nilai":
            return [lambda s: s.removesuffix(".0").replace(".", ",")]
        case "program":
            if kolom.tunggal:
                return [_same, lambda s: NAMA_PROGRAM.get(s, s)]
            return [_same, *(_joined(p) for p in (" + ", "/", " dan ", "; "))]
        case "kbli":
            return [_same, lambda s: f"{s} - usaha {s}" if s else s]
    return [_same]


def vary(isi: pl.Series, ejaan: Sequence[Ejaan], tetap: frozenset[int]) -> list[str]:
    """Return the column with each row written in its turn; the rows ``tetap`` stay as they are."""
    ingat: dict[tuple[int, str], str] = {}
    hasil = []
    for n, sel in enumerate(isi.to_list()):
        cara = (n * 7 + n // 11) % len(ejaan)
        if n in tetap or not sel:
            hasil.append(sel if n in tetap or cara in (0,) else ejaan[cara](sel))
            continue
        kunci = (cara, sel)
        if kunci not in ingat:
            ingat[kunci] = ejaan[cara](sel)
        hasil.append(ingat[kunci])
    return hasil


def spell_desa(kode: str, nama: Nama, n: int) -> tuple[str, str] | None:
    """Return kecamatan and village in one of the spellings in use, None for a code that has no name."""
    if kode not in nama.desa:
        return None
    kecamatan, desa, jenis = nama.desa[kode]
    return spell_kecamatan(kecamatan, n), _spell_nama(desa, n, "Kel. " if jenis == "KELURAHAN" else "Ds. ")


def spell_kecamatan(kecamatan: str, n: int) -> str:
    """Return a kecamatan in one of the spellings in use."""
    return _spell_nama(kecamatan, n // 3, "Kec. ")


def _spell_nama(nama: str, n: int, awalan: str) -> str:
    match n % 5:
        case 0:
            return nama.upper()
        case 1 if not _AWALAN.match(nama):
            return awalan + nama
        case 2:
            return nama.replace(" ", "  ").lower()
        case 3:
            return nama.replace(" ", "-")
    return nama


def _same(teks: str) -> str:
    return teks


def _group(nik: str, sela: str) -> str:
    return sela.join(nik[k : k + 4] for k in range(0, 16, 4)) if len(nik) == 16 else nik


def _dated(tulis: Callable[[date], str], pola: str) -> Ejaan:
    def satu(teks: str) -> str:
        if not re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", teks) or (len(teks) == 7) != (pola == "%Y-%m"):
            return teks
        return tulis(date.fromisoformat(teks if len(teks) == 10 else f"{teks}-01"))

    return satu


def _spell_kode(daftar: Daftar, semua: bool) -> list[Ejaan]:
    """Code, label, another name, both together; an empty cell of a breakdown may say SEMUA."""
    alias: dict[str, str] = {}
    for sebutan, kode in daftar.alias.items():
        alias.setdefault(kode, sebutan)
    kosong = "Semua" if semua else ""
    return [
        _same,
        lambda s: daftar.label.get(s, s) if s else kosong,
        lambda s: alias.get(s, s.lower() if s in daftar.label else s),
        lambda s: f"{s} - {daftar.label[s]}" if s in daftar.label else s,
    ]


def _spell_opd(profil: Profil, nama: Nama) -> list[Ejaan]:
    sebutan = {opd.kode: (opd.nama, *opd.alias) for opd in profil.opd}
    sebutan |= {f"KEC-{kode}": (f"Kecamatan {satu}",) for kode, satu in nama.kecamatan.items()}
    return [
        _same,
        lambda s: sebutan.get(s, (s,))[0],
        lambda s: sebutan.get(s, (s,))[-1],
        lambda s: sebutan.get(s, (s,))[0].upper(),
    ]


def _spell_bilangan(kolom: Kolom, bentuk: list[str]) -> list[Ejaan]:
    nihil = "" if kolom.wajib else "-"

    def make(pola: str) -> Ejaan:
        def satu(teks: str) -> str:
            angka = teks.replace(".", "")  # a semicolon list has its thousands already
            if not re.fullmatch(r"-?\d+", angka):
                return teks
            if angka == "0" and nihil:
                return nihil
            ribuan = f"{abs(int(angka)):,}".replace(",", ".")
            return f"({pola.format(ribuan)})" if angka.startswith("-") else pola.format(ribuan)

        return satu

    return [make(pola) for pola in bentuk]


def _joined(sela: str) -> Ejaan:
    return lambda s: s.replace(",", sela)

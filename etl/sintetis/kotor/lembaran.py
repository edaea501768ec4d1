"""A table laid out as an office would: other headings, names for codes, totals, blank rows, headings in two storeys."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from etl.kode import PROGRAM
from etl.kolom import Kolom, Kontrak
from etl.sintetis.berkas import KEPALA, Surat
from etl.sintetis.kotor.ejaan import YA_TIDAK, Nama, spell, spell_desa, vary
from ucj.format import bulan as tulis_bulan
from ucj.peraturan import Profil

Sel = str | float | date
KELOMPOK = {
    "DATA DIRI": ("nik", "kpj", "nama", "tanggal_lahir", "jenis_kelamin"),
    "ALAMAT": ("kecamatan", "desa", "kode_desa"),
    "PROGRAM": PROGRAM,
}
_BERKELOMPOK = ("peserta", "penerima_bantuan", "pekerja_binaan", "pemberi_kerja")
_HALAMAN = 45  # rows of a printed page
_SERIAL_NOL = date(1899, 12, 30)


@dataclass(frozen=True)
class Busana:
    """What the clothes of one file depend on: source, profile, names of places, number of the file, format."""

    kontrak: Kontrak
    profil: Profil
    nama: Nama
    gaya: int
    is_csv: bool


@dataclass
class Lembaran:
    """One sheet before it is written. ``kepala``: one or two rows; ``gabung``: merged cells (row of ``kepala``, …)."""

    judul: list[str]
    kepala: list[list[str]]
    isi: list[list[Sel]]
    nama: str = "Data"
    gabung: list[tuple[int, int, int, int]] = field(default_factory=list)  # in rows of kepala
    gabung_isi: list[tuple[int, int, int]] = field(default_factory=list)  # first row, last row of isi, column
    ekor: list[str] = field(default_factory=list)
    lebih: frozenset[int] = frozenset()  # rows of isi with a cell more


def dress(surat: Surat, busana: Busana) -> Lembaran:
    """Return the letter as one sheet."""
    judul, kolom = _columns(surat, busana)
    nama = [n for n, _ in kolom]
    isi = [list(baris) for baris in zip(*(k for _, k in kolom), strict=True)]
    if not busana.is_csv and busana.kontrak.nama in _BERKELOMPOK and busana.gaya % 2 == 0:
        kepala, gabung = _group(nama, [_heading(n, surat, busana) for n in nama])
    else:
        kepala, gabung = [["No", *(_heading(n, surat, busana) for n in nama)]], []
    baris, lebih = _paginate(isi, kepala, surat, is_ulang=not busana.is_csv and len(kepala) == 1)
    jumlah = _total(nama, surat, busana)
    if jumlah:
        baris.append(jumlah)
    return Lembaran(judul, kepala, baris, gabung=gabung, ekor=_signature(surat), lebih=lebih)


def _columns(surat: Surat, busana: Busana) -> tuple[list[str], list[tuple[str, list[Sel]]]]:
    """Return the lines above the table, and name and cells of each column."""
    judul = list(surat.judul)
    tetap = frozenset(surat.salah)
    kolom: list[tuple[str, list[Sel]]] = []
    for nama in surat.teks.columns:
        isi = surat.teks[nama]
        satu = busana.kontrak[nama]
        if nama == "bulan" and isi.n_unique() == 1 and busana.gaya % 3 != 2:
            judul.append(f"PERIODE : {tulis_bulan(date.fromisoformat(isi[0] + '-01')).upper()}")
            continue
        if nama == "kode_desa" and busana.kontrak.nama != "wilayah" and busana.gaya % 3 != 0:
            kolom += _name_desa(isi.to_list(), tetap, busana)
            continue
        if satu.jenis == "program" and not satu.tunggal and busana.gaya % 2:
            kolom += _split_program(isi.to_list(), busana)
            continue
        ejaan = spell(satu, busana.kontrak, busana.profil, busana.nama, busana.gaya, busana.is_csv)
        teks = vary(isi, ejaan, tetap)
        if satu.jenis == "kode_rekening" and "nama_rekening" in surat.teks.columns and busana.gaya % 2:
            uraian = surat.teks["nama_rekening"].to_list()
            teks = [
                f"{k} {u}" if k and n not in tetap else k for n, (k, u) in enumerate(zip(teks, uraian, strict=True))
            ]
        kolom.append((nama, _type(satu, isi.to_list(), teks, surat, busana)))
    return judul, kolom


def _type(kolom: Kolom, asli: list[str], teks: list[str], surat: Surat, busana: Busana) -> list[Sel]:
    """Turn texts into the cells of a workbook where people type numbers and dates; damaged cells stay text."""
    if kolom.jenis == "nik":
        return [_number_nik(n, sel, surat, busana.is_csv) for n, sel in enumerate(teks)]
    if busana.is_csv:
        return list(teks)
    hasil: list[Sel] = []
    for n, (lama, sel) in enumerate(zip(asli, teks, strict=True)):
        if n in surat.salah or not lama:
            hasil.append(sel)
        elif kolom.jenis in ("jumlah", "rupiah", "tahun") and n % 3 and re.fullmatch(r"-?[\d.]+", lama):
            hasil.append(float(lama.replace(".", "")))
        elif kolom.jenis == "tanggal" and n % 3 == 0 and len(lama) == 10:
            hari = date.fromisoformat(lama)
            hasil.append(hari if n % 2 else float((hari - _SERIAL_NOL).days))
        elif kolom.jenis in ("kode_desa", "kode_wilayah") and n % 4 == 0 and re.fullmatch(r"\d{10}", sel):
            hasil.append(float(sel))  # ten digits survive as a number
        else:
            hasil.append(sel)
    return hasil


def _number_nik(n: int, sel: str, surat: Surat, is_csv: bool) -> Sel:
    if n not in surat.sel_angka:
        return sel
    return f"{float(sel):.5E}".replace(".", ",") if is_csv else float(sel)


def _name_desa(kode: list[str], tetap: frozenset[int], busana: Busana) -> list[tuple[str, list[Sel]]]:
    """Return kecamatan and village by name; the code is left only where no name says the same."""
    nama = [None if n in tetap else spell_desa(k, busana.nama, n + busana.gaya) for n, k in enumerate(kode)]
    return [
        ("kecamatan", ["" if satu is None else satu[0] for satu in nama]),
        ("desa", ["" if satu is None else satu[1] for satu in nama]),
        ("kode_desa", [k if satu is None else "" for k, satu in zip(kode, nama, strict=True)]),
    ]


def _split_program(isi: list[str], busana: Busana) -> list[tuple[str, list[Sel]]]:
    """Return one yes/no column per programme; where the set is empty, all are."""
    ya, tidak = YA_TIDAK[(busana.gaya + 2) % len(YA_TIDAK)]
    punya = [set(sel.split(",")) for sel in isi]
    return [
        (p, ["" if not sel else ya if p in satu else tidak for sel, satu in zip(isi, punya, strict=True)])
        for p in PROGRAM
    ]


def _heading(nama: str, surat: Surat, busana: Busana) -> str:
    """Return one of the headings in use for a column."""
    if nama in PROGRAM or nama in ("kecamatan", "desa"):
        return nama if nama in PROGRAM else {"kecamatan": "Kecamatan", "desa": "Desa/Kelurahan"}[nama]
    kolom = busana.kontrak[nama]
    sebutan = (*kolom.alias, surat.kepala.get(nama, KEPALA.get(nama, nama)))
    pilih = sebutan[(busana.gaya + len(nama)) % len(sebutan)].replace("_", " ")
    return pilih.upper() if busana.gaya % 2 else pilih.title()


def _group(nama: list[str], judul: list[str]) -> tuple[list[list[str]], list[tuple[int, int, int, int]]]:
    """Return a header of two rows, neighbours of one kind below a merged heading, and the merged cells."""
    milik = [next((k for k, isi in KELOMPOK.items() if n in isi), "") for n in nama]
    atas, bawah = ["No"], ["No"]
    gabung = [(0, 0, 1, 0)]
    mulai = 0
    while mulai < len(nama):
        akhir = mulai
        while akhir + 1 < len(nama) and milik[mulai] and milik[akhir + 1] == milik[mulai]:
            akhir += 1
        kelompok = milik[mulai] if akhir > mulai else ""
        for k in range(mulai, akhir + 1):
            atas.append(kelompok or judul[k])
            bawah.append(judul[k])
        gabung.append((0, mulai + 1, 0, akhir + 1) if kelompok else (0, mulai + 1, 1, mulai + 1))
        mulai = akhir + 1
    return [atas, bawah], gabung


def _paginate(
    isi: list[list[Sel]], kepala: list[list[str]], surat: Surat, *, is_ulang: bool
) -> tuple[list[list[Sel]], frozenset[int]]:
    """Return the rows numbered, with a blank row or the header again where a page ends, and which have a cell more."""
    baris: list[list[Sel]] = []
    lebih: set[int] = set()
    for n, satu in enumerate(isi):
        if n and n % _HALAMAN == 0:
            baris.append(list(kepala[0]) if is_ulang else [""] * (len(satu) + 1))
        if n in surat.sel_lebih:
            lebih.add(len(baris))
        baris.append([str(n + 1), *satu])
    return baris, frozenset(lebih)


def _total(nama: list[str], surat: Surat, busana: Busana) -> list[Sel]:
    """Return the row that prints the sums of counts and rupiah, empty when the table has neither."""
    if not any(n in busana.kontrak and busana.kontrak[n].jenis in ("jumlah", "rupiah") for n in nama):
        return []
    hasil: list[Sel] = ["JUMLAH"]
    for n in nama:
        if n not in busana.kontrak or busana.kontrak[n].jenis not in ("jumlah", "rupiah"):
            hasil.append("")
            continue
        angka = [sel.replace(".", "") for k, sel in enumerate(surat.teks[n].to_list()) if k not in surat.salah]
        jumlah = sum(int(sel) for sel in angka if re.fullmatch(r"-?\d+", sel))
        hasil.append(f"{jumlah:,}".replace(",", "."))
    return hasil


def _signature(surat: Surat) -> list[str]:
    if not surat.penanda_tangan:
        return []
    return ["Mengetahui,", surat.penanda_tangan, "", "(nama terang)", "NIP. 19700101 199503 1 001"]

"""Which rows of a sheet are data: blank, total, signature, footnote and repeated header rows are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import polars as pl

from etl.baca.kepala import Kepala, is_kepala_ulang, is_nomor_kolom
from etl.baca.lembar import Lembar
from etl.kolom import Kontrak

_TOTAL = (
    r"(?i)^(?:sub|grand)?[\s\-]*(?:total|jumlah|jml)"
    r"(?:[\s/]+(?:total|jumlah|seluruh\w*|semua|umum|akhir|keseluruhan|kabupaten|kab|kota|kecamatan|kec|desa|kelurahan"
    r"|segmen|sektor|peserta|orang|program|halaman)\b[\w .\-'/()]*|\s+(?:[ivx]{1,4}|[a-z]|\d+))?[\s:.]*$"
)
_CATATAN_KAKI = r"(?i)^(?:\*+\)?|(?:sumber|catatan|keterangan|ket|note|nb|source)\s*[:.])"
_PETUNJUK = re.compile(
    r"mengetahui|menyetujui|mengesahkan|\bkepala\b|\bbupati\b|wali\s?kota|sekretaris|\bcamat\b|\blurah\b|direktur|pimpinan"
    r"|mana(?:ger|jer)|\bketua\b|bendahara|\bnip\b|\bnrp\b|\bttd\b|tanda tangan|tertanda|hormat|pembina"
    r"|penata|\bdibuat\b"
    r"|disusun|diperiksa|petugas|dicetak|printed|\bhalaman\b|\ba\.?n\.|\bplt\b|\bplh\b"
    r"|,\s*(?:tgl\.?|tanggal)?\s*\d{0,2}[\s.…_]*[a-z]+\s+\d{4}\s*$|^\(.*\)$|^[_.…]{4,}$",
    re.IGNORECASE,
)
_EKOR = 80  # rows at the end that are searched for a signature block


@dataclass
class Potongan:
    """``data``: row numbers (0 = first row of the file) that hold data; ``total``: those that print sums."""

    data: pl.Series
    total: list[int] = field(default_factory=list)
    dilewati: dict[str, int] = field(default_factory=dict)

    def catatan(self, lembar: Lembar) -> list[str]:
        """One note per kind of row that was left out."""
        return [f"{lembar.sebutan}: {jumlah} {nama} dilewati." for nama, jumlah in self.dilewati.items() if jumlah]


def cut(lembar: Lembar, kepala: Kepala, kontrak: Kontrak) -> Potongan:
    """Sort the rows below the header into data and the rest."""
    isi = lembar.bersih.slice(kepala.mulai).with_row_index("nomor", kepala.mulai)
    sel = [nama for nama in isi.columns if nama != "nomor"]
    if not sel or isi.is_empty():
        return Potongan(pl.Series([], dtype=pl.UInt32))
    isi = isi.with_columns(pertama=pl.coalesce(sel))
    dipakai = [str(k) for k in kepala.dipakai if str(k) in sel]
    terisi = pl.sum_horizontal(pl.col(sel).is_not_null().cast(pl.UInt16))
    bukan_nik = pl.lit(True)
    if "nik" in kepala.kolom:
        bukan_nik = ~pl.col(str(kepala.kolom["nik"])).str.contains(r"\d{10}").fill_null(False)
    elif kontrak.nama == "wilayah" and "kode_desa" in kepala.kolom:
        bukan_nik = ~pl.col(str(kepala.kolom["kode_desa"])).str.contains(r"\d{4}").fill_null(False)
    ada = pl.col("pertama").is_not_null()
    jenis = isi.select(
        "nomor",
        kosong=~ada,
        total=ada & pl.col("pertama").str.contains(_TOTAL) & bukan_nik,
        kaki=ada & pl.col("pertama").str.contains(_CATATAN_KAKI) & (terisi <= 2) & bukan_nik,
        nomor_saja=ada
        & pl.all_horizontal(pl.col(dipakai).is_null())
        & (terisi == 1)
        & pl.col("pertama").str.contains(r"^\d{1,6}[.)]?$"),
    )
    bukan_data = pl.any_horizontal("kosong", "total", "kaki", "nomor_saja")
    lain = {int(n) for n in jenis.filter(bukan_data)["nomor"]}
    ulang = _find_ulang(lembar, kepala, dipakai)
    judul = {n for n in lembar.gabung if n >= kepala.mulai} - lain
    tanda = _find_tanda(lembar, kepala, kontrak, lain)
    bukan = lain | ulang | judul | tanda
    nomor = jenis["nomor"]
    if bukan:
        nomor = nomor.filter(~nomor.is_in(sorted(bukan)))
    hitung = {nama: jenis.filter(pl.col(nama)) for nama in ("total", "kaki", "nomor_saja", "kosong")}
    total = [int(n) for n in hitung["total"]["nomor"] if int(n) not in tanda]
    ekor = int(nomor[-1]) if len(nomor) else kepala.mulai
    return Potongan(
        nomor,
        total,
        {
            "baris jumlah": len(total),
            "baris kosong": sum(1 for n in hitung["kosong"]["nomor"] if n < ekor),
            "baris bernomor tanpa isi": hitung["nomor_saja"].height,
            "baris judul kolom yang berulang": len(ulang),
            "baris judul kelompok": len(judul - ulang - tanda),
            "baris tanda tangan": len(tanda),
            "catatan kaki": sum(1 for n in hitung["kaki"]["nomor"] if int(n) not in tanda),
        },
    )


def _find_ulang(lembar: Lembar, kepala: Kepala, dipakai: list[str]) -> set[int]:
    """Rows that repeat the header, with the row of column numbers below them."""
    calon: set[int] = set()
    for nama in dipakai[:3]:
        for r in range(kepala.awal, kepala.mulai):
            judul = lembar.bersih[nama][r]
            if judul is not None and not judul.isdigit():
                sama = (lembar.bersih[nama] == judul).fill_null(False).arg_true()
                calon |= {int(n) for n in sama if n >= kepala.mulai}
    ulang = set()
    for n in sorted(calon):
        if is_kepala_ulang(kepala.judul, lembar.baris(n), kepala.dipakai):
            ulang.add(n)
            berikut = n + 1
            if berikut < lembar.bersih.height and is_nomor_kolom(lembar.baris(berikut)):
                ulang.add(berikut)
    return ulang


def _find_tanda(lembar: Lembar, kepala: Kepala, kontrak: Kontrak, lain: set[int]) -> set[int]:
    """The signature block: weak rows at the end, from the first one that reads like a signature on."""
    penting = _penting(kepala, kontrak)
    tinggi = lembar.bersih.height
    ekor: list[int] = []
    for n in range(tinggi - 1, max(kepala.mulai, tinggi - _EKOR) - 1, -1):
        if n not in lain and not _is_lemah(lembar.baris(n), penting):
            break
        ekor.append(n)
    ekor.reverse()
    mulai = None
    for posisi, n in enumerate(ekor):
        if n in lain:
            continue
        if any(sel and _PETUNJUK.search(sel) for sel in lembar.baris(n)):
            mulai = posisi
            break
    if mulai is None:
        return set()
    awal = mulai  # names and posts above the first sure sign, down from the gap that sets the block apart
    while awal > 0 and ekor[awal - 1] not in lain:
        awal -= 1
    mulai = awal if awal > 0 else mulai
    return {n for n in ekor[mulai:] if any(lembar.baris(n))}


def _penting(kepala: Kepala, kontrak: Kontrak) -> list[tuple[int, str]]:
    """Positions and kinds of the cells that a data row is known by."""
    penting: list[tuple[int, str]] = [
        (k, kontrak[nama].jenis) for nama, k in kepala.kolom.items() if kontrak[nama].wajib
    ]
    penting += [(satu.posisi, "jumlah") for satu in kepala.silang]
    penting += [(k, "teks") for k in kepala.nama.values()]
    return penting or [(k, "teks") for k in kepala.dipakai]


def _is_lemah(baris: list[str | None], penting: list[tuple[int, str]]) -> bool:
    """Whether fewer than half of the cells that matter are filled with what they should hold."""
    terlihat: set[str] = set()
    jumlah = 0
    for k, jenis in penting:
        sel = baris[k] if k < len(baris) else None
        if not sel:
            continue
        if jenis in ("jumlah", "rupiah", "nilai", "persen", "tahun"):
            jumlah += bool(re.match(r"(?:rp\.?\s*)?[\d(.,\-+]*\d|-$|nihil", sel, re.IGNORECASE))
        elif jenis in ("nik", "bulan", "tanggal", "kode_desa"):
            jumlah += bool(re.search(r"\d", sel)) and not _PETUNJUK.search(sel)
        elif sel not in terlihat:  # a merged signature cell stands in several columns
            jumlah += not _PETUNJUK.search(sel)
        terlihat.add(sel)
    return 2 * jumlah < len(penting) or jumlah == 0

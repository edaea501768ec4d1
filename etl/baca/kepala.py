"""The header of a sheet: where it stands, which contract column each heading names, what is missing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from etl.baca.kode_nilai import find_program
from etl.baca.silang import Silang, parse_silang
from etl.baca.terbaca import norma
from etl.kode import PROGRAM
from etl.kolom import Kontrak

BATAS_CARI = 20  # rows in which a header is looked for
_TINGGI = (1, 2, 3)  # rows that a header may take
# headings that every list has and no contract needs
_BIASA = frozenset(("no", "nomor", "nourut", "nomorurut", "nos", "num"))
KECAMATAN, NAMA_DESA = "kecamatan", "desa"
_ALIAS_NAMA = {
    KECAMATAN: ("kecamatan", "nama kecamatan", "nama_kec", "kec", "nama_kec_1", "nama_kec_"),
    NAMA_DESA: ("desa", "nama desa", "desa/kelurahan", "nama desa/kelurahan", "kelurahan", "nama kelurahan",
                "kelurahan_desa", "kelurahan/desa", "kampung", "nama kampung", "desa/kampung", "nama_desa_"),
}  # fmt: skip

_DIBERI = -1  # rank of a heading that was named for this sender: before a column's own name

Baris = Sequence[str | None]


@dataclass
class Kepala:
    """A header found: rows (0-based) ``awal`` to ``mulai`` − 1, and what stands in which column position."""

    awal: int
    mulai: int
    judul: list[str]
    kolom: dict[str, int] = field(default_factory=dict)
    nama: dict[str, int] = field(default_factory=dict)  # kecamatan, desa: names in place of a code
    program: dict[str, int] = field(default_factory=dict)  # yes/no column per programme
    silang: list[Silang] = field(default_factory=list)
    total: dict[int, str] = field(default_factory=dict)  # printed totals of a pivot: position -> measure
    lain: list[str] = field(default_factory=list)
    kurang: list[str] = field(default_factory=list)
    diberi: list[str] = field(default_factory=list)  # compared headings of Kontrak.judul_pengirim that stand here

    @property
    def nilai(self) -> tuple[int, int, int]:
        """Rank among candidates: fewer missing columns, then more known ones, then more that the pivot tells apart.

        Of a pivot's merged upper row alone, "JKK" over people, contributions and cases is one column three times.
        """
        # a line with one cell is a title, even if it names a segment; only a file of one column has such a header
        judul_saja = 100 if len({judul for judul in self.judul if judul}) < 2 else 0
        dikenal = len(self.kolom) + len(self.nama) + len(self.program) + len(self.silang)
        beda = {(satu.satuan, *sorted(satu.nilai.items())) for satu in self.silang}
        return -len(self.kurang) - judul_saja, dikenal, len(beda)

    @property
    def lebar(self) -> int:
        """Cells up to the last heading."""
        return max((posisi + 1 for posisi, judul in enumerate(self.judul) if judul), default=0)

    @property
    def dipakai(self) -> list[int]:
        """Positions of the columns that the contract reads, in file order."""
        return sorted(
            {
                *self.kolom.values(),
                *self.nama.values(),
                *self.program.values(),
                *(s.posisi for s in self.silang),
            }
        )


def find_kepala(baris: Sequence[Baris], kontrak: Kontrak, diketahui: Iterable[str]) -> Kepala | None:
    """The best header in the first rows, None when nothing matches. ``diketahui``: columns given elsewhere."""
    terbaik: Kepala | None = None
    for awal in range(min(BATAS_CARI, len(baris))):
        for tinggi in _TINGGI:
            if awal + tinggi > len(baris):
                break
            if tinggi > 1 and len({sel for sel in baris[awal] if sel}) < 2:
                break  # a title line, not the upper half of a header
            calon = _match(baris, awal, tinggi, kontrak, frozenset(diketahui))
            if calon.nilai[1] > 0 and (terbaik is None or calon.nilai > terbaik.nilai):
                terbaik = calon
    return terbaik


def _match(baris: Sequence[Baris], awal: int, tinggi: int, kontrak: Kontrak, diketahui: frozenset[str]) -> Kepala:
    bagian = _susun(baris[awal : awal + tinggi])
    kepala = Kepala(awal, awal + tinggi, [" ".join(satu) for satu in bagian])
    if awal + tinggi < len(baris) and is_nomor_kolom(baris[awal + tinggi]):
        kepala.mulai += 1
    index = _index(kontrak)
    urutan: dict[str, int] = {}
    for posisi, satu in enumerate(bagian):
        if satu:
            _place(kepala, posisi, satu, kontrak, index, urutan)
    _settle_total(kepala, kontrak)
    kepala.kurang = list_kurang(kepala, kontrak, diketahui)
    return kepala


def _susun(baris: Sequence[Baris]) -> list[list[str]]:
    """Per column the heading parts from top to bottom, a merged group heading filled to the right."""
    lebar = max((len(satu) for satu in baris), default=0)
    isi = [[(satu[k] if k < len(satu) else None) or "" for k in range(lebar)] for satu in baris]
    for r in range(len(isi) - 1):
        for k in range(1, lebar):
            # only below a group: a blank top cell with a sub-heading, right of another sub-heading
            if not isi[r][k] and isi[r + 1][k] and isi[r + 1][k - 1] and isi[r][k - 1] != isi[r + 1][k - 1]:
                isi[r][k] = isi[r][k - 1]
    hasil = []
    for k in range(lebar):
        satu: list[str] = []
        for r in range(len(isi)):
            teks = " ".join(isi[r][k].split())
            if teks and (not satu or norma(satu[-1]) != norma(teks)):
                satu.append(teks)
        hasil.append(satu)
    return hasil


@lru_cache(maxsize=32)
def _index_nama(kontrak_nama: str, pasangan: tuple[tuple[str, str, int], ...]) -> dict[str, tuple[str, int]]:
    index: dict[str, tuple[str, int]] = {}
    for sebutan, nama, urutan in pasangan:
        index.setdefault(norma(sebutan), (nama, urutan))
    return index


def _index(kontrak: Kontrak) -> dict[str, tuple[str, int]]:
    """Compared heading -> column and rank (0 for the column's own name, lower for one that the sender uses)."""
    pasangan = [(judul, nama, _DIBERI) for judul, nama in kontrak.judul_pengirim]
    pasangan += [(kolom.nama, kolom.nama, 0) for kolom in kontrak.kolom]
    pasangan += [(s, kolom.nama, n) for kolom in kontrak.kolom for n, s in enumerate(kolom.alias, start=1)]
    return _index_nama(kontrak.nama, tuple(pasangan))


_NAMA = {norma(sebutan): nama for nama, alias in _ALIAS_NAMA.items() for sebutan in alias}


def _place(
    kepala: Kepala,
    posisi: int,
    bagian: list[str],
    kontrak: Kontrak,
    index: dict[str, tuple[str, int]],
    urutan: dict[str, int],
) -> None:
    """Give one column its meaning."""
    jenis, isi = _read_arti(tuple(bagian), kontrak, index)
    judul = kepala.judul[posisi]
    match jenis:
        case "diberi":
            _place_diberi(kepala, posisi, bagian, index, urutan)
        case "silang":
            kepala.silang.append(Silang(posisi, isi.nilai, isi.satuan))
        case "program":
            kepala.program.setdefault(isi, posisi)
        case "kolom":
            nama, peringkat = index[isi]
            if nama not in kepala.kolom or peringkat < urutan[nama]:
                if nama in kepala.kolom:
                    kepala.lain.append(kepala.judul[kepala.kolom[nama]])
                kepala.kolom[nama] = posisi
                urutan[nama] = peringkat
            else:
                kepala.lain.append(judul)
        case "nama":
            kepala.nama.setdefault(isi, posisi)
        case "total":
            kepala.total[posisi] = isi
        case "lain":
            kepala.lain.append(judul)


_ARTI: dict[tuple[str, object, tuple[str, ...]], tuple[str, Any]] = {}
_ARTI_MAKS = 20_000
_PANJANG = 200  # characters: longer texts are no headings of segments, programmes or months
_BUKAN_JUDUL = re.compile(r"[\d\s.,:;+()%*-]*")
_MIRIP_BULAN = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}/\d{4}")


def _read_arti(bagian: tuple[str, ...], kontrak: Kontrak, index: dict[str, tuple[str, int]]) -> tuple[str, Any]:
    """What a heading means, wherever it stands: most cells near the top are looked at several times."""
    kunci = (kontrak.nama, kontrak.judul_pengirim, bagian)
    if kunci not in _ARTI:
        if len(_ARTI) >= _ARTI_MAKS:
            _ARTI.clear()
        _ARTI[kunci] = _find_arti(bagian, kontrak, index)
    return _ARTI[kunci]


def _find_arti(bagian: tuple[str, ...], kontrak: Kontrak, index: dict[str, tuple[str, int]]) -> tuple[str, Any]:
    judul = " ".join(bagian)
    sebutan = _sebutan(list(bagian))
    if any(index.get(satu, ("", 0))[1] == _DIBERI for satu in sebutan):
        return "diberi", None
    if len(judul) > _PANJANG or (_BUKAN_JUDUL.fullmatch(judul) and not any(map(_MIRIP_BULAN.fullmatch, bagian))):
        silang, program = None, None
    else:
        silang = parse_silang(-1, list(bagian), kontrak) if kontrak.satuan_pivot else None
        program = _program(list(bagian), kontrak)
    if silang is not None and len(bagian) > 1:
        return "silang", silang
    if program is not None:
        return "program", program
    for satu in sebutan:
        if satu in index:
            return "kolom", satu
        if satu in _NAMA and _boleh_nama(kontrak):
            return "nama", _NAMA[satu]
    if silang is not None:
        return "silang", silang
    if kontrak.satuan_pivot and (satuan := _total(list(bagian), kontrak, index)) is not None:
        return "total", satuan
    return ("lain" if norma(judul) and norma(judul) not in _BIASA else ""), None


def _place_diberi(
    kepala: Kepala, posisi: int, bagian: list[str], index: dict[str, tuple[str, int]], urutan: dict[str, int]
) -> None:
    """Give one column the meaning that was named for its heading, whatever else it could mean."""
    sebutan = next(satu for satu in _sebutan(bagian) if index.get(satu, ("", 0))[1] == _DIBERI)
    nama = index[sebutan][0]
    kepala.diberi.append(sebutan)
    if urutan.get(nama) == _DIBERI:
        kepala.lain.append(" ".join(bagian))
        return
    urutan[nama] = _DIBERI
    tempat = kepala.program if nama in PROGRAM else kepala.nama if nama in (KECAMATAN, NAMA_DESA) else kepala.kolom
    if nama in tempat:
        kepala.lain.append(kepala.judul[tempat[nama]])
    tempat[nama] = posisi


def _sebutan(bagian: list[str]) -> list[str]:
    """The spellings under which a heading is looked up: whole, then its lowest part, then without brackets."""
    inti = [satu for satu in bagian if not re.fullmatch(r"\(.*\)|[\d\s=+().-]+", satu)] or bagian
    calon = ["".join(map(norma, bagian)), "".join(map(norma, inti)), norma(inti[-1])]
    tanpa = re.sub(r"\([^)]*\)|\*", " ", " ".join(inti))
    return [satu for satu in dict.fromkeys([*calon, norma(tanpa)]) if satu]


def _boleh_nama(kontrak: Kontrak) -> bool:
    return kontrak.nama != "wilayah" and ("kode_desa" in kontrak or "kode_wilayah" in kontrak)


def _program(bagian: list[str], kontrak: Kontrak) -> str | None:
    """The programme that a yes/no column is about (``JKK``, ``program: JKK``, ``is_jkk``)."""
    if "program" not in kontrak or kontrak["program"].tunggal:
        return None
    if (
        len(bagian) > 1
        and find_program(bagian[-1])
        and norma(bagian[-2]).startswith(("program", "jenisprogram", "kepesertaan"))
    ):
        return find_program(bagian[-1])
    teks = re.sub(r"^(?:program|ikut|peserta|is)[\s:_\-]+", "", " ".join(bagian), flags=re.IGNORECASE)
    return find_program(teks) if norma(teks) != "jk" else None


def _total(bagian: list[str], kontrak: Kontrak, index: dict[str, tuple[str, int]]) -> str | None:
    """The measure whose printed total stands in this column, None when it is no total."""
    if not any(
        re.fullmatch(r"(?:grand|sub)?(?:total|jumlah|jml)(?:total|seluruh(?:nya)?|semua)?", norma(b)) for b in bagian
    ):
        return None
    for satu in bagian:
        nama = index.get(norma(satu), ("", 0))[0]
        if nama in kontrak and kontrak[nama].jenis in ("jumlah", "rupiah"):
            return nama
    return kontrak.satuan_pivot


def _settle_total(kepala: Kepala, kontrak: Kontrak) -> None:
    """Beside columns per segment or month, a plain column of the same measure is their printed total.

    Not beside programmes: one person holds several, so the plain column is the head count.
    """
    dimensi = {nama for satu in kepala.silang for nama in satu.nilai}
    if not dimensi or dimensi == {"program"}:
        return
    for satuan in {satu.satuan for satu in kepala.silang}:
        if satuan in kepala.kolom:
            kepala.total[kepala.kolom.pop(satuan)] = satuan


def is_nomor_kolom(baris: Baris) -> bool:
    """The row ``1 2 3 …`` (also ``(1) (2)``) that stands under a header."""
    isi = [sel for sel in baris if sel]
    angka = [re.sub(r"[().\s]", "", sel.split("=")[0]) for sel in isi]
    if len(isi) < 2 or not all(satu.isascii() and satu.isdigit() and len(satu) <= 3 for satu in angka):
        return False
    nomor = [int(satu) for satu in angka]
    return nomor[0] in (0, 1) and all(b - a == 1 for a, b in itertools.pairwise(nomor))


def list_kurang(kepala: Kepala, kontrak: Kontrak, diketahui: Collection[str]) -> list[str]:
    """Names of the columns that must stand in the file and do not; ``diketahui`` are given elsewhere."""
    ada = set(kepala.kolom) | set(diketahui)
    for satu in kepala.silang:
        ada |= {satu.satuan, *satu.nilai}
    if kepala.program:
        ada.add("program")
    nama_tempat = {*kepala.nama, *(nama[1:] for nama in diketahui if nama.startswith("_"))}
    if KECAMATAN in nama_tempat and (NAMA_DESA in nama_tempat or kontrak.nama in ("rekap_bpjs", "penduduk_bekerja")):
        ada |= {"kode_desa", "kode_wilayah"}
    kurang = [kolom.nama for kolom in kontrak.kolom if kolom.harus_ada and kolom.nama not in ada]
    kurang += [" atau ".join(grup) for grup in kontrak.salah_satu if not ada & set(grup)]
    return kurang


def is_kepala_ulang(judul: Sequence[str], baris: Baris, dipakai: Sequence[int]) -> bool:
    """Whether a row repeats the header (lists printed page by page)."""
    pasangan = [(norma(judul[k]), norma(baris[k] or "")) for k in dipakai if k < len(baris)]
    sama = sum(1 for a, b in pasangan if b and (a.startswith(b) or a.endswith(b)))
    return sama >= 2 and sama == sum(1 for _, b in pasangan if b)

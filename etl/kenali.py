"""Says which source a file most likely is, by its headings (``etl kenali``). Reads only the top of each file."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl import kiriman
from etl.baca.batas import read_berkas
from etl.baca.buku import kenali, read_buku
from etl.baca.isian import find_isian
from etl.baca.kepala import Kepala, find_kepala, list_kurang
from etl.baca.lembar import Lembar
from etl.baca.teks import read_teks
from etl.baca.terbaca import norma
from etl.kolom import Kontrak
from etl.kontrak import SUMBER
from etl.perbaikan import is_perbaikan, read_ubahan
from etl.salin import check_files
from etl.templat import list_kode
from ucj.peraturan import load_profil

_KEPALA = 24  # rows that the search for a header gets to see
_POTONG = 1 << 18  # bytes of a CSV that are looked at
_YAKIN = 0.1  # how far the first guess must stand before the second
_BERANGKA = re.compile(r"\d{6}")  # may be a person's row that was taken for a header
# words of a file name, a sheet or a letterhead that point to a source
_SEBUTAN = {
    "wilayah": ("wilayah", "daftardesa", "desakelurahan"),
    "penduduk_bekerja": ("sakernas", "pendudukbekerja", "angkatankerja", "lapanganpekerjaan"),
    "target": ("target", "rpjmd", "rkpd"),
    "peserta": ("daftarpeserta", "daftartenagakerja", "sipp"),
    "rekap_bpjs": ("rekap",),
    "pemberi_kerja": ("pemberikerja", "perusahaan", "badanusaha"),
    "pekerja_binaan": ("nonasn", "pekerjabinaan", "perangkatdesa", "pegawai", "honorer"),
    "anggaran": ("anggaran", "pagu", "dpa"),
    "realisasi": ("realisasi", "lra", "serapan"),
    "penerima_bantuan": ("penerimabantuan", "bantuaniuran", "pekerjarentan"),
}
# a list of persons is no recap, however many of its other headings fit
_NIK = {norma(sebutan) for sebutan in ("nik", *SUMBER["peserta"]["nik"].alias)}


@dataclass
class Dugaan:
    """How well files fit one source: ``nilai`` 0 to 1; ``ditemukan`` heading -> column; ``kurang`` must be given with
    --isi or --kolom; ``lain`` are headings that this source does not know."""

    kontrak: Kontrak
    nilai: float = 0.0
    ditemukan: dict[str, str] = field(default_factory=dict)
    kurang: list[str] = field(default_factory=list)
    lain: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Kenalan:
    """The sources from the likeliest on. ``yakin``: no other comes close. ``perbaikan``: a workbook of ``rejects``."""

    dugaan: tuple[Dugaan, ...]
    yakin: bool
    perbaikan: bool


def recognise(data: Path, files: Sequence[Path]) -> Kenalan:
    """Return what the files may be. Raises ``Penolakan`` for a file that cannot be opened, saying what to do."""
    load_profil(data)
    check_files(files)
    if all(is_perbaikan(path) for path in files):
        return _recognise_perbaikan(data, files)
    per_berkas = [_read_atas(path) for path in files]
    dugaan = sorted((_rate(k, per_berkas) for k in SUMBER.values()), key=lambda d: -d.nilai)
    yakin = dugaan[0].nilai > 0 and dugaan[0].nilai - dugaan[1].nilai >= _YAKIN
    return Kenalan(tuple(dugaan), yakin, False)


def as_dict(data: Path, kenalan: Kenalan) -> dict[str, Any]:
    """Return what ``etl kenali --format json`` prints: the guesses, each with what its columns may hold."""
    profil = load_profil(data)
    return {
        "perbaikan": kenalan.perbaikan,
        "yakin": kenalan.yakin,
        "sumber": [
            {
                "sumber": d.kontrak.nama,
                "judul": d.kontrak.judul,
                "pengirim": d.kontrak.pengirim,
                "nilai": round(d.nilai, 3),
                "ditemukan": d.ditemukan,
                "kurang": d.kurang,
                "lain": d.lain,
                "kolom": [
                    {
                        "nama": k.nama,
                        "bantuan": k.bantuan,
                        "wajib": k.harus_ada,
                        "contoh": "" if k.jenis == "nik" else k.contoh,
                        "kode": list_kode(k, profil),
                        "boleh_isi": k.jenis != "nik",
                    }
                    for k in d.kontrak.kolom
                ],
            }
            for d in kenalan.dugaan
        ],
    }


def _recognise_perbaikan(data: Path, files: Sequence[Path]) -> Kenalan:
    """The source of a corrected workbook stands in the deliveries that it names."""
    sumber = {k.id: k.sumber for k in kiriman.daftar(data)}
    baris = Counter(sumber.get(satu.kiriman, "") for path in files for satu in read_ubahan(path))
    banyak = sum(baris.values()) or 1
    dugaan = sorted((Dugaan(k, baris[nama] / banyak) for nama, k in SUMBER.items()), key=lambda d: -d.nilai)
    return Kenalan(tuple(dugaan), dugaan[0].nilai == 1, True)


def _read_atas(path: Path) -> list[Lembar]:
    """Return the sheets of a file, of a CSV only its first rows."""
    isi = read_berkas(path)
    if kenali(path.name, isi) == "buku":
        return read_buku(path.name, isi)
    return [read_teks(path.name, _cut(isi), _rate_baris)]


def _cut(isi: bytes) -> bytes:
    """Return the first lines, whole ones."""
    if len(isi) <= _POTONG:
        return isi
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        teks = isi[:_POTONG].decode("utf-16", errors="ignore")
        return teks[: teks.rfind("\n") + 1].encode() or isi
    return isi[: isi.rfind(b"\n", 0, _POTONG) + 1] or isi


def _rate_baris(baris: list[list[str]]) -> int:
    """Rate how well rows hold a header of any source: tells the separator of a CSV."""
    rapi = [[sel.strip() or None for sel in satu] for satu in baris]
    kepala = [find_kepala(rapi[:_KEPALA], kontrak, ()) for kontrak in SUMBER.values()]
    return max((satu.nilai[1] for satu in kepala if satu is not None), default=0)


def _rate(kontrak: Kontrak, per_berkas: Sequence[Sequence[Lembar]]) -> Dugaan:
    """Rate the files by their worst one: all files of a load are of one source."""
    per_satu = [max((_rate_lembar(kontrak, satu) for satu in lembar), key=lambda d: d.nilai, default=Dugaan(kontrak))
                for lembar in per_berkas]  # fmt: skip
    hasil = min(per_satu, key=lambda d: d.nilai)
    for satu in per_satu:
        hasil.ditemukan |= satu.ditemukan
        hasil.kurang = list(dict.fromkeys(hasil.kurang + satu.kurang))
        hasil.lain = list(dict.fromkeys(hasil.lain + satu.lain))
    return hasil


def _rate_lembar(kontrak: Kontrak, lembar: Lembar) -> Dugaan:
    """Rate one sheet: known headings count the more the fewer sources have them, missing ones take away."""
    kepala = find_kepala(lembar.bersih.head(_KEPALA).rows(), kontrak, ())
    if kepala is None:
        return Dugaan(kontrak)
    luar, _ = find_isian(lembar, kepala, kontrak, {})
    kurang = list_kurang(kepala, kontrak, luar)
    ditemukan = _list_ditemukan(kepala)
    kolom = {nama for nama in ditemukan.values() if nama in kontrak}
    bobot = sum(1 / _banyak_sumber(nama) for nama in kolom) + 0.2 * len(kepala.silang)
    berat = sum(0.15 if _is_ringan(kontrak, nama) else 0.6 for nama in kurang)
    orang = 1.0 if "nik" not in kontrak and any(norma(judul) in _NIK for judul in kepala.lain) else 0.0
    mentah = bobot - berat - orang - 0.1 * len(kepala.lain) + _hint(kontrak, lembar, kepala)
    jumlah = len(kolom) + len(kepala.silang)
    return Dugaan(
        kontrak,
        max(0.0, mentah / (mentah + 1.0)) if jumlah > 1 and mentah > 0 else 0.0,
        {judul: nama for judul, nama in ditemukan.items() if not _BERANGKA.search(judul)},
        kurang,
        [judul for judul in kepala.lain if not _BERANGKA.search(judul)][:30],
    )


def _list_ditemukan(kepala: Kepala) -> dict[str, str]:
    """Return heading -> what it was taken for."""
    tempat = {**kepala.kolom, **kepala.nama, **{f"program {kode}": posisi for kode, posisi in kepala.program.items()}}
    hasil = {kepala.judul[posisi]: nama for nama, posisi in tempat.items()}
    for satu in kepala.silang:
        hasil[kepala.judul[satu.posisi]] = f"{satu.satuan} ({', '.join(map(str, satu.nilai.values()))})"
    return hasil


def _banyak_sumber(nama: str) -> int:
    return sum(1 for kontrak in SUMBER.values() if nama in kontrak)


def _is_ringan(kontrak: Kontrak, nama: str) -> bool:
    """Whether a missing column is one that files often leave to the letterhead or to --isi."""
    return nama in kontrak and kontrak[nama].jenis in ("bulan", "tanggal", "tahun", "kode", "kode_opd", "program")


def _hint(kontrak: Kontrak, lembar: Lembar, kepala: Kepala) -> float:
    """Return a little for a name or a letterhead that says what the file is."""
    atas = [sel for n in range(min(kepala.awal, _KEPALA)) for sel in lembar.baris(n) if sel]
    teks = norma(" ".join([lembar.berkas, lembar.nama, *atas]))
    return 0.5 if any(kata in teks for kata in _SEBUTAN.get(kontrak.nama, ())) else 0.0

"""What the page Serapan anggaran lists by unit: ceiling and spending, and who has no budget line of contributions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from ucj import format, judul_dana
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, lencana, peluru, status, teks
from ucj.istilah import sebut

TAMPIL = 20  # villages before a kecamatan is chosen
KOLOM_TANPA = (Kolom("Unit"), Kolom("Jumlah", angka=True), Kolom("Nama"))
KOLOM_CARA = (Kolom("Cara"), Kolom("Unit", angka=True), Kolom("Bagian", "persen", angka=True))
KOLOM_UNIT = (
    Kolom("Unit"), Kolom("Tahap pagu"), Kolom("Pagu", "Rp", angka=True), Kolom("Belanja", "Rp", angka=True),
    Kolom("Serapan"), Kolom("", "persen", angka=True), Kolom("Status"),
)  # fmt: skip


@dataclass(frozen=True)
class Tahap:
    """Stage and estimate mark of one unit's ceiling."""

    nama_unit: str
    tahap: str
    is_estimasi: bool

    @property
    def tanda(self) -> Aman:
        """The stage in words, with a badge when the ceiling is an estimate."""
        kata = ", ".join(sebut(t) for t in self.tahap.split(", "))
        return Aman(f"{teks(kata)} {lencana('estimasi')}") if self.is_estimasi else teks(kata)


def per_unit(baris: pl.DataFrame) -> dict[str, Tahap]:
    """Return stage and mark by unit from the read ``anggaran_tahap``."""
    return {
        isi["kode_unit"]: Tahap(isi["nama_unit"], isi["tahap"], isi["is_estimasi"])
        for isi in baris.iter_rows(named=True)
    }


def baris_unit(nilai: Iterable[Nilai], tahap: Mapping[str, Tahap], nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per unit: stage, ceiling, spending, absorption with the time elapsed as tick."""
    return [
        [
            nama.get(n.kunci) or (tahap[n.kunci].nama_unit if n.kunci in tahap else sebut(n.kunci)),
            tahap[n.kunci].tanda if n.kunci in tahap else "tanpa pagu",
            format.rupiah(n.penyebut),
            format.rupiah(n.pembilang),
            peluru(float(n.nilai) if n.nilai is not None else None, n.target),
            format.persen(n.nilai, n.target),
            status(n.status) if n.penyebut else "",
        ]
        for n in nilai
    ]


@dataclass(frozen=True)
class Tanpa:
    """Units that owe a budget line and have none."""

    opd: tuple[str, ...]
    desa: tuple[tuple[str, tuple[str, ...]], ...]
    jumlah_unit: int
    tingkat: frozenset[str]  # OPD, DESA: the kinds of unit of which a budget was delivered
    kode: frozenset[str] = frozenset()

    @property
    def jumlah(self) -> int:
        """How many units have none."""
        return len(self.opd) + sum(len(desa) for _, desa in self.desa)


def find_tanpa(baris: pl.DataFrame, kode_kecamatan: str | None) -> Tanpa:
    """Return the units without a budget line from the read ``unit_anggaran``, villages by kecamatan.

    With a kecamatan only its villages; offices always.
    """
    opd: list[str] = []
    desa: dict[str, list[str]] = {}
    tingkat: set[str] = set()
    kode: set[str] = set()
    jumlah = 0
    for isi in baris.iter_rows(named=True):
        tingkat.add(isi["tingkat"])
        if isi["tingkat"] == "DESA" and kode_kecamatan not in (None, isi["kode_kecamatan"]):
            continue
        jumlah += 1
        if isi["is_ada"]:
            continue
        kode.add(isi["kode_unit"])
        if isi["tingkat"] == "OPD":
            opd.append(isi["nama_unit"])
        else:
            desa.setdefault(isi["nama_kecamatan"] or "Kecamatan tidak diketahui", []).append(isi["nama_unit"])
    per_kecamatan = tuple((k, tuple(d)) for k, d in sorted(desa.items()))
    return Tanpa(tuple(opd), per_kecamatan, jumlah, frozenset(tingkat), frozenset(kode))


def kalimat_belum_kirim(tanpa: Tanpa, terkirim: pl.DataFrame) -> str:
    """Return how many of these units delivered no budget, from the read ``unit_terkirim``: theirs is not known."""
    belum = len(tanpa.kode - set(terkirim["kode_unit"]))
    if not belum:
        return ""
    return (
        f"{format.bilangan(belum)} dari {format.bilangan(tanpa.jumlah)} unit itu belum mengirim anggaran tahun ini; "
        "pagunya belum diketahui."
    )


def kalimat_melekat(melekat: Iterable[Mapping[str, object]]) -> str:
    """Return how much is budgeted inside other accounts without its share, from the read ``anggaran_melekat``; empty
    without such a line."""
    baris = list(melekat)
    if not baris:
        return ""
    jumlah, rp = (sum(int(str(b[k])) for b in baris) for k in ("jumlah_baris", "rp_pagu"))
    return (
        f"{format.bilangan(jumlah)} baris anggaran melekat ({format.rupiah_pendek(rp)}) tidak menyebut porsi iurannya, "
        "jadi tidak dihitung; unitnya dapat tercantum di sini. Mintalah porsi_iuran_persen diisi."
    )


def kalimat_kelurahan(jenis: Iterable[str]) -> str:
    """Return that kelurahan owe no budget of their own (KEU-02 counts villages of the kind DESA only)."""
    jumlah = sum(j == "KELURAHAN" for j in jenis)
    return f"{format.bilangan(jumlah)} kelurahan tidak dihitung: tidak mempunyai anggaran sendiri." if jumlah else ""


def keterangan_desa(tampil: int, semua: int, kata_desa: str) -> str:
    """Return how many of the villages with a ceiling the table shows; empty when all of them."""
    if semua == 0:
        return f"Belum ada pagu atau belanja {kata_desa} untuk pilihan ini."
    if tampil == semua:
        return ""
    return (
        f"{format.bilangan(tampil)} dari {format.bilangan(semua)} {kata_desa} dengan sisa pagu terbesar; "
        "pilih kecamatan untuk melihat semuanya."
    )


def judul_tanpa(tanpa: Tanpa, kata_opd: str, kata_desa: str) -> tuple[str, str]:
    """Return how many units have no budget line, and of which kind no budget was delivered at all."""
    dinilai = {"OPD": kata_opd, "DESA": kata_desa}
    kata_unit = " dan ".join(kata for kode, kata in dinilai.items() if kode in tanpa.tingkat)
    tak_dinilai = [kata for kode, kata in dinilai.items() if kode not in tanpa.tingkat]
    return (
        judul_dana.unit_tanpa_pagu(tanpa.jumlah, tanpa.jumlah_unit, kata_unit),
        "Iuran pada anggaran sendiri" + "".join(f"; anggaran {kata} belum dikirim" for kata in tak_dinilai),
    )


def baris_tanpa(tanpa: Tanpa, kata_opd: str) -> list[list[object]]:
    """Return one row for offices and one per kecamatan: how many have no budget line, and their names."""
    rinci: list[list[object]] = []
    if "OPD" in tanpa.tingkat:
        rinci.append([kata_opd, format.bilangan(len(tanpa.opd)), ", ".join(tanpa.opd) or "tidak ada"])
    return rinci + [[f"Kec. {k}".replace(" ", "\u00a0"), format.bilangan(len(d)), ", ".join(d)] for k, d in tanpa.desa]


def baris_cara(nilai: Iterable[Nilai]) -> list[list[object]]:
    """Return one row per way of budgeting: units and their share."""
    return [[sebut(n.kunci), format.bilangan(n.pembilang), format.persen(n.nilai)] for n in nilai]

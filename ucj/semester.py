"""What the page Indikator semester shows: every indicator of the report beside its target and the semester before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ucj import format
from ucj.charts.deskripsi import tulis
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi, dua_baris, lencana, status
from ucj.indikator import KATALOG, Indikator
from ucj.istilah import BASIS, SUMBER, sebut, sebut_penyebut
from ucj.tren import is_sebanding

PER_SEGMEN = "UCJ-03"
TANPA_TANDA = Aman("")
KOLOM = (
    Kolom("Indikator"), Kolom("Pembilang", angka=True), Kolom("Penyebut", angka=True), Kolom("Nilai", angka=True),
    Kolom("Target", "akhir semester", angka=True), Kolom("Semester lalu", angka=True),
    Kolom("Perubahan", angka=True), Kolom("Status"), Kolom("Dasar dan sifat"),
)  # fmt: skip
KOLOM_BELUM = (Kolom("Indikator"), Kolom("Yang diukur"), Kolom("Sumber yang diperlukan"), Kolom("Dasar dan sifat"))
TINGKAT = {
    "KABUPATEN": "Kabupaten",
    "KECAMATAN": "Kecamatan",
    "DESA": "Desa",
    "SEKTOR": "Sektor",
    "OPD": "OPD",
    "UNIT": "Unit",
    "SEGMEN": "Segmen",
    "SUBKATEGORI": "Subkategori",
    "PROGRAM": "Program",
    "SUMBER_DANA": "Sumber dana",
    "JENIS_KELAMIN": "Jenis kelamin",
    "KELOMPOK_USIA": "Kelompok usia",
    "LINGKUP": "Lingkup",
    "CARA_PENGANGGARAN": "Cara penganggaran",
    "SKALA": "Skala usaha",
}


@dataclass(frozen=True)
class Pasangan:
    """One value and that of the semester before, None where there is none."""

    kini: Nilai
    lalu: Nilai | None

    @property
    def indikator(self) -> Indikator:
        """The catalogue entry."""
        return KATALOG[self.kini.kode]


def join(kini: Iterable[Nilai], lalu: Iterable[Nilai]) -> list[Pasangan]:
    """Return each value beside that of the semester before, matched by code, level, unit and satuan."""
    dulu = {(n.kode, n.tingkat, n.kunci, n.satuan): n for n in lalu}
    return [Pasangan(n, dulu.get((n.kode, n.tingkat, n.kunci, n.satuan))) for n in kini]


def choose_laporan(nilai: Iterable[Nilai], periode: str) -> list[Nilai]:
    """Return the values that the report prints: the regency's, of UCJ-03 one per segment.

    UCJ-03 has no regency row; without any data it still has its line.
    """
    pilih = [n for n in nilai if n.tingkat == "KABUPATEN" or (n.kode == PER_SEGMEN and n.tingkat == "SEGMEN")]
    if any(n.kode == PER_SEGMEN for n in pilih):
        return pilih
    i = KATALOG[PER_SEGMEN]
    kosong = Nilai(
        kode=i.kode, nama=i.nama, periode=periode, tingkat="SEGMEN", kunci="semua segmen", pembilang=None,
        penyebut=None, nilai=None, satuan="persen", target=None, status="BELUM_ADA_DATA", basis=i.basis, sumber=None,
        estimasi=False,
    )  # fmt: skip
    return sorted([*pilih, kosong], key=lambda n: list(KATALOG).index(n.kode))


def semester_lalu(kode: str) -> str:
    """Return the semester before: ``2025-2`` for ``2026-1``."""
    tahun, ke = kode.split("-")
    return f"{tahun}-1" if ke == "2" else f"{int(tahun) - 1}-2"


def _angka(nilai: float | int | None, satuan: str, target: float | None = None) -> str:
    if satuan == "persen":
        return format.persen(nilai, target)
    return format.rupiah_pendek(nilai) if satuan == "Rp" else format.bilangan(nilai)


def _jumlah(nilai: int | None, kode: str, satuan: str) -> str:
    return format.rupiah_pendek(nilai) if satuan == "Rp" or kode == "KEU-01" else format.bilangan(nilai)


def _kurang(n: Nilai, kekuatan: str) -> str:
    if kekuatan != "Wajib" or n.pembilang is None or n.penyebut is None or n.pembilang >= n.penyebut:
        return ""
    return f"kurang {format.bilangan(n.penyebut - n.pembilang)}"


def _target(n: Nilai, kekuatan: str) -> str:
    if n.target is None:
        return "tanpa target" if kekuatan == "-" or n.satuan != KATALOG[n.kode].satuan[0] else "belum ada"
    return _angka(n.target, n.satuan)


def _perubahan(p: Pasangan) -> str:
    if p.kini.nilai is None or p.lalu is None or p.lalu.nilai is None:
        return format.TIDAK_TERSEDIA
    if p.kini.versi != p.lalu.versi:
        return f"definisi berubah (versi {p.lalu.versi} ke {p.kini.versi})"
    if p.indikator.sifat == "tahun berjalan" or not is_sebanding(p.kini, p.lalu):
        return "tidak sebanding"
    beda = p.kini.nilai - p.lalu.nilai
    if p.kini.satuan == "persen":
        return format.persen_poin(beda).replace("persen poin", "pp")
    return ("+" if beda > 0 else "") + _angka(beda, p.kini.satuan)


def sebut_kekuatan(kekuatan: str) -> str:
    """Return the words for the strength of a duty."""
    return "tanpa kewajiban langsung" if kekuatan == "-" else kekuatan


def dasar(indikator: Indikator, kekuatan: str) -> Aman:
    """Return the citations and the strength of the duty."""
    return dua_baris(", ".join(indikator.dasar), sebut_kekuatan(kekuatan))


def nama(n: Nilai) -> Aman:
    """Return name, code, unit, basis and denominator of a value, with its notes."""
    bagian = [n.kode, "" if n.tingkat == "KABUPATEN" else sebut(n.kunci), n.satuan if n.satuan != "persen" else ""]
    bagian += [
        BASIS[n.basis] if n.basis else "",
        f"penyebut {sebut_penyebut(n.sumber_penyebut)}" if n.sumber_penyebut else "",
    ]
    bagian += [(n.catatan or "").replace("penyebut: ", "")]
    return dua_baris(n.nama, " · ".join(b for b in bagian if b))


def sel(p: Pasangan, kekuatan: str, sanggah: Aman = TANPA_TANDA) -> list[object]:
    """Return the cells of one indicator in the table of the report; ``sanggah``: the mark of an open objection."""
    n = p.kini
    nilai: object = _angka(n.nilai, n.satuan, n.target)
    if n.estimasi:
        nilai = dua_baris(nilai, lencana("estimasi"))
    elif kurang := _kurang(n, kekuatan):
        nilai = dua_baris(nilai, kurang)
    if sanggah:
        nilai = dua_baris(nilai, sanggah)
    return [
        nama(n),
        _jumlah(n.pembilang, n.kode, n.satuan),
        _jumlah(n.penyebut, n.kode, n.satuan) if n.penyebut is not None or KATALOG[n.kode].is_persen else "",
        nilai,
        _target(n, kekuatan),
        _angka(p.lalu.nilai, n.satuan) if p.lalu else format.TIDAK_TERSEDIA,
        _perubahan(p),
        status(n.status),
        dasar(p.indikator, kekuatan),
    ]


def kartu(pasangan: Iterable[Pasangan], kekuatan: Callable[[str], str]) -> list[Kpi]:
    """Return a card per indicator: value with its bullet, status, target, semester before and change."""
    semua = []
    for p in pasangan:
        n, persen = p.kini, p.kini.satuan == "persen"
        bagian = [
            sebut(n.kunci) if n.tingkat != "KABUPATEN" else "",
            n.satuan if n.satuan not in ("persen", "Rp") else "",
        ]
        kurang = _kurang(n, kekuatan(n.kode))
        keterangan = [f"{kurang} orang"] if kurang else []
        keterangan += [f"target {_angka(n.target, n.satuan)}"] if n.target is not None else []
        if p.lalu is not None and p.lalu.nilai is not None:
            keterangan.append(f"semester lalu {_angka(p.lalu.nilai, n.satuan)} ({_perubahan(p)})")
        semua.append(
            Kpi(
                ", ".join([n.nama, *filter(None, bagian)]),
                _angka(n.nilai, n.satuan, n.target),
                " · ".join(keterangan),
                n.status,
                n.nilai if persen else None,
                n.target if persen else None,
                p.lalu.nilai if persen and p.lalu else None,
                max(100.0, n.nilai or 0) if persen else 100,
            )
        )
    return semua


def baris_belum(kekuatan: Callable[[str], str]) -> list[list[object]]:
    """Return one row per indicator whose sources have no contract yet."""
    return [
        [
            dua_baris(i.nama, f"{i.kode} · belum ada sumber"),
            i.rumus,
            ", ".join(SUMBER.get(s, s) for s in i.sumber),
            dasar(i, kekuatan(i.kode)),
        ]
        for i in KATALOG.values()
        if not i.is_tersedia
    ]


def nama_kunci(tingkat: str, kunci: str, kamus: Mapping[str, Mapping[str, str]]) -> str:
    """Return the words for a unit of a level: the name of a village, office or sector, else the words of the code."""
    return kamus.get(tingkat, {}).get(kunci) or sebut(kunci)


def baris_rinci(pasangan: Sequence[Pasangan], kamus: Mapping[str, Mapping[str, str]]) -> list[list[object]]:
    """Return one row per unit of a level: numerator, denominator, value, target, semester before, status."""
    return [
        [
            nama_kunci(p.kini.tingkat, p.kini.kunci, kamus),
            tulis(p.kini.satuan)(p.kini.pembilang)
            if p.kini.satuan != "persen"
            else _jumlah(p.kini.pembilang, p.kini.kode, ""),
            _jumlah(p.kini.penyebut, p.kini.kode, p.kini.satuan) if p.indikator.is_persen else "",
            _angka(p.kini.nilai, p.kini.satuan, p.kini.target),
            "belum ada" if p.kini.target is None else _angka(p.kini.target, p.kini.satuan),
            _angka(p.lalu.nilai, p.kini.satuan) if p.lalu else format.TIDAK_TERSEDIA,
            status(p.kini.status),
        ]
        for p in pasangan
    ]


KOLOM_RINCI = (
    Kolom("Uraian"), Kolom("Pembilang", angka=True), Kolom("Penyebut", angka=True), Kolom("Nilai", angka=True),
    Kolom("Target", angka=True), Kolom("Semester lalu", angka=True), Kolom("Status"),
)  # fmt: skip

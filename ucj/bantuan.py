"""What the page Bantuan iuran shows: recipients by payer, place and person, and people with two payers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ucj import charts, format, kalender
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi, lencana
from ucj.istilah import TIDAK_DIKETAHUI, sebut

USIA = ("<15", "15-24", "25-34", "35-44", "45-54", "55-64", "65+")
GANDA = "Satu orang dengan dua pembayar dihitung pada tiap pembayarnya; jumlah orang di atas menghitungnya satu kali."
KOLOM_RINCI = (Kolom("Kelompok"), Kolom("Penerima", "orang", angka=True), Kolom("Iuran", "Rp", angka=True))
KOLOM_GANDA = (Kolom("Pembayar"), Kolom("Penilaian"), Kolom("Orang", angka=True))


@dataclass(frozen=True)
class Isi:
    """Recipients and rupiah of one value of a dimension."""

    kunci: str
    orang: int
    rp: int


def per_dimensi(baris: Iterable[Mapping[str, Any]], unik: Iterable[Nilai] = ()) -> dict[str, list[Isi]]:
    """Return the values of each dimension from the read ``penerima_rincian``, most people first.

    ``unik``: values of RNT-02 of the same scope, which count a person once and replace the sums where they exist.
    """
    orang = {(n.tingkat, n.kunci): n.pembilang for n in unik}
    isi: dict[str, list[Isi]] = {}
    for b in baris:
        satu = Isi(b["kunci"], b["jumlah_orang"], b["rp_iuran"])
        tepat = orang.get((b["dimensi"], b["kunci"]))
        isi.setdefault(b["dimensi"], []).append(satu if tepat is None else replace(satu, orang=tepat))
    return {d: sorted(nilai, key=lambda x: (x.kunci == TIDAK_DIKETAHUI, -x.orang, x.kunci)) for d, nilai in isi.items()}


def per_bulan(baris: Iterable[Mapping[str, Any]], sampai: date) -> dict[date, Isi]:
    """Return people (per payer) and rupiah by month up to a month, from the read ``penerima_bulanan``."""
    isi: dict[date, Isi] = {}
    for b in baris:
        if b["bulan"] <= sampai:
            lama = isi.get(b["bulan"], Isi("", 0, 0))
            isi[b["bulan"]] = Isi("", lama.orang + b["jumlah_orang"], lama.rp + b["rp_iuran"])
    return dict(sorted(isi.items()))


def jumlah_ganda(ganda: Iterable[Mapping[str, Any]], *, is_bersama: bool) -> int:
    """Return people with two payers whose shares add to 100 (``is_bersama``) or do not."""
    return sum(g["jumlah_orang"] for g in ganda if g["is_bersama"] == is_bersama)


def kpi(orang: int | None, rp: int, rencana: Nilai | None, ganda: Sequence[Mapping[str, Any]]) -> list[Kpi]:
    """Return the four headline figures."""
    target = rencana.target if rencana else None
    return [
        Kpi(
            "Penerima bantuan iuran",
            format.bilangan(orang),
            f"dari rencana {format.bilangan(target)} orang" if target is not None else "orang; belum ada rencana",
            rencana.status if rencana and target is not None else None,
            orang if target else None,
            target,
            maks=max(target or 1, orang or 1),
        ),
        Kpi("Iuran dibayar bulan ini", format.rupiah_pendek(rp, eja=True), "menurut daftar penerima"),
        Kpi(
            "Dibayar bersama",
            format.bilangan(jumlah_ganda(ganda, is_bersama=True)),
            "orang dengan porsi yang berjumlah 100%, se-kabupaten",
        ),
        Kpi(
            "Dibayar ganda",
            format.bilangan(jumlah_ganda(ganda, is_bersama=False)),
            "orang yang porsinya tidak berjumlah 100%, se-kabupaten",
        ),
    ]


def batang(
    isi: Sequence[Isi], judul: str, subjudul: str, kolom: str, nama: Mapping[str, str], sumber: str
) -> charts.Batang:
    """Return recipients per value as bars, at most twelve; the rest stands as "lainnya"."""
    atas = list(isi) if len(isi) <= 12 else list(isi[:11])
    sisa = list(isi[len(atas) :])
    bar = [
        charts.Bar(nama.get(x.kunci) or _besar(sebut(x.kunci)), x.orang, sorot=i == 0, keterangan=format.rupiah(x.rp))
        for i, x in enumerate(atas)
    ]
    if sisa:
        rp = format.rupiah(sum(x.rp for x in sisa))
        bar.append(charts.Bar(f"{len(sisa)} lainnya", sum(x.orang for x in sisa), keterangan=rp))
    return charts.Batang(judul=judul, subjudul=subjudul, satuan="orang", baris=bar, kolom_label=kolom, sumber=sumber)


def kata_hitung(is_seluruh: bool) -> str:
    """Return how people are counted in the tables of persons."""
    if is_seluruh:
        return "kelompok usia dan disabilitas dihitung per pembayar, yang lain satu kali per orang"
    return "dihitung per pembayar"


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def garis(bulan: Mapping[date, float | None], judul: str, subjudul: str, satuan: str, sumber: str) -> charts.Garis:
    """Return people or rupiah by month; a month without delivery breaks the line."""
    semua = []
    if bulan:
        awal, akhir = min(bulan), max(bulan)
        semua = [kalender.geser_bulan(awal, i) for i in range(kalender.selisih_bulan(awal, akhir) + 1)]
    deret = charts.Deret("Penerima" if satuan == "orang" else "Iuran", tuple(semua), tuple(bulan.get(b) for b in semua))
    return charts.Garis(judul=judul, subjudul=subjudul, satuan=satuan, deret=[deret], sumber=sumber)


def baris_rinci(isi: Sequence[Isi], nama: Mapping[str, str] | None = None) -> list[list[object]]:
    """Return one row per value: people and rupiah."""
    return [[(nama or {}).get(x.kunci) or sebut(x.kunci), format.bilangan(x.orang), format.rupiah(x.rp)] for x in isi]


def urut_usia(isi: Sequence[Isi]) -> list[Isi]:
    """Return the age groups from young to old, unknown last."""
    return sorted(isi, key=lambda x: USIA.index(x.kunci) if x.kunci in USIA else len(USIA))


def baris_ganda(ganda: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per combination of payers and whether the shares add to 100 percent."""
    return [
        [
            " + ".join(sebut(s) for s in g["sumber_dana"].split(" + ")),
            "porsi berjumlah 100% (bersama)" if g["is_bersama"] else _peringatan("porsi tidak berjumlah 100%"),
            format.bilangan(g["jumlah_orang"]),
        ]
        for g in ganda
    ]


def _peringatan(kata: str) -> Aman:
    return lencana(f"▲ {kata}")


def judul_kelompok(isi: Sequence[Isi], apa: str, nama: Mapping[str, str]) -> str:
    """Return which value holds most recipients; neutral where none stands out."""
    if len(isi) < 2 or isi[0].orang <= isi[1].orang:
        return f"Penerima bantuan per {apa}"
    terbesar = nama.get(isi[0].kunci) or sebut(isi[0].kunci)
    return f"{_besar(terbesar)}: {format.bilangan(isi[0].orang)} penerima, terbanyak"

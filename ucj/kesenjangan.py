"""Who is not protected yet: people missing per unit and to the target path, and which office answers for them."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ucj import format, judul
from ucj.charts import Bar, Batang, Langkah, Tangga
from ucj.hitung import TIDAK_DIKETAHUI, Nilai
from ucj.istilah import SEGMEN

SEKTOR_A = ("A1", "A2", "A3")
NAMA_A = "Pertanian, kehutanan, dan perikanan"


def kurang_orang(nilai: Nilai | None) -> int | None:
    """Return the people below the target path at the end of the period, 0 when it is reached, None without one."""
    if nilai is None or nilai.target is None or nilai.pembilang is None or not nilai.penyebut:
        return None
    # the path may be a third of a point: rounded to a millionth so that a float's last bit asks for no extra person
    perlu = math.ceil(Fraction(str(round(nilai.target, 6))) * nilai.penyebut / 100)
    return max(perlu - nilai.pembilang, 0)


def belum_terlindungi(nilai: Nilai | None) -> int | None:
    """Return denominator minus numerator; 0 where coverage exceeds 100 %; None when one of them is missing."""
    if nilai is None or nilai.pembilang is None or not nilai.penyebut:
        return None
    return max(nilai.penyebut - nilai.pembilang, 0)


@dataclass(frozen=True)
class Kantor:
    """The office that answers for a sector; ``is_sementara``: only until the regulation names one."""

    kode: str
    nama: str
    is_sementara: bool


@dataclass(frozen=True)
class Sektor:
    """One sector with its coverage value and the people who are not protected."""

    kunci: str
    nama: str
    nilai: Nilai
    belum: int | None
    kantor: Kantor | None


def per_sektor(nilai: Iterable[Nilai], nama: Mapping[str, str], kantor: Mapping[str, Kantor]) -> list[Sektor]:
    """Return one row per sector, most unprotected people first, sectors without a denominator after them.

    A denominator that has agriculture undivided makes one row ``A``, answered for by the office of ``A1``.
    """
    baris = [
        Sektor(
            n.kunci,
            "Sektor tidak diketahui"
            if n.kunci == TIDAK_DIKETAHUI
            else NAMA_A
            if n.kunci == "A"
            else nama.get(n.kunci, n.kunci),
            n,
            belum_terlindungi(n),
            kantor.get(SEKTOR_A[0] if n.kunci == "A" else n.kunci),
        )
        for n in nilai
    ]
    return sorted(
        baris,
        key=lambda s: (
            s.kunci == TIDAK_DIKETAHUI,
            s.belum is None,
            -(s.belum or 0),
            -(s.nilai.pembilang or 0),
            s.kunci,
        ),
    )


def tangga(
    total: Nilai | None, segmen: Sequence[Nilai], urutan: Sequence[str], kata: str, sumber: str, bulan: date
) -> Tangga | None:
    """Return the waterfall from the workers down by segment to the active participants; its last bar is the gap.

    ``total`` is UCJ-01 of the regency, ``segmen`` UCJ-03, ``kata`` what the denominator counts. A segment above 100 %
    goes up; participants of an unknown segment go up, people counted in two segments down. None where the segments
    have no denominators, or others than the total: their gaps would not add up to the regency's.
    """
    letak = {kunci: i for i, kunci in enumerate(urutan)}
    ada = sorted((n for n in segmen if n.penyebut), key=lambda n: (letak.get(n.kunci, len(letak)), n.kunci))
    if not ada or total is None or total.pembilang is None or not total.penyebut or total.pembilang > total.penyebut:
        return None
    if sum(n.penyebut or 0 for n in ada) != total.penyebut or any(n.pembilang is None for n in ada):
        return None
    belum = {n.kunci: (n.penyebut or 0) - (n.pembilang or 0) for n in ada}
    terbesar = max(belum, key=lambda k: belum[k])
    langkah = [Langkah(kata[:1].upper() + kata[1:], total.penyebut, "awal")]
    langkah += [
        Langkah(SEGMEN.get(k, k), abs(b), "kurang" if b >= 0 else "tambah", sorot=k == terbesar)
        for k, b in belum.items()
    ]
    tak_dikenal = sum(n.pembilang or 0 for n in segmen if not n.penyebut)
    if tak_dikenal:
        langkah.append(Langkah("Segmen tidak diketahui", tak_dikenal, "tambah"))
    rangkap = total.penyebut - sum(belum.values()) + tak_dikenal - total.pembilang
    if rangkap < 0:
        return None
    if rangkap:
        langkah.append(Langkah("Dihitung di dua segmen", rangkap, "kurang"))
    gap = total.penyebut - total.pembilang
    langkah += [Langkah("Peserta aktif", total.pembilang, "jumlah"), Langkah("Belum terlindungi", gap, "selisih")]
    # beside a segment above 100 % another may miss more people than the regency: no share can be stated
    jumlah = belum[terbesar] if belum[terbesar] <= gap else None
    netral = f"Pekerja belum terlindungi per segmen, {format.bulan(bulan)}"
    return Tangga(
        judul=judul.terbesar(f"segmen {terbesar}", jumlah, gap, "yang belum terlindungi", netral),
        subjudul=f"Orang, menurut KTP, se-kabupaten: dari {kata} ke peserta aktif",
        satuan="orang",
        langkah=langkah,
        kolom_label="Langkah",
        sumber=sumber,
        kode=("UCJ-01", "UCJ-03"),
        basis="DOMISILI",
        nama_berkas="kesenjangan-per-segmen",
    )


def batang_belum(sektor: Sequence[Sektor], sumber: str, judul_netral: str, paling: int = 6) -> Batang | None:
    """Return the bars of unprotected people per sector, the rest as one bar last; None without a denominator."""
    ada = [s for s in sektor if s.belum is not None]
    if not ada:
        return None
    total = sum(s.belum or 0 for s in ada)
    atas, sisa = ada[:paling], ada[paling:]
    baris = [
        Bar(s.nama, s.belum, sorot=i == 0, keterangan=s.kantor.nama if s.kantor else "") for i, s in enumerate(atas)
    ]
    if sisa:
        baris.append(Bar(f"{len(sisa)} sektor lainnya", sum(s.belum or 0 for s in sisa)))
    return Batang(
        judul=judul.terbesar(atas[0].nama.lower(), atas[0].belum, total, "yang belum terlindungi", judul_netral),
        subjudul="Orang: pekerja dikurangi peserta aktif, menurut KTP",
        satuan="orang",
        baris=baris,
        kolom_label="Sektor",
        catatan=catatan_sektor(ada),
        sumber=sumber,
        kode=("UCJ-01",),
        basis="DOMISILI",
        nama_berkas="belum-terlindungi-per-sektor",
    )


def batang_aktif(sektor: Sequence[Sektor], kata_basis: str, sumber: str, bulan: date, paling: int = 8) -> Batang:
    """Return the bars of active participants per sector, for where no denominator exists."""
    urut = sorted((s for s in sektor if s.nilai.pembilang is not None), key=lambda s: -(s.nilai.pembilang or 0))
    return Batang(
        judul=f"Peserta aktif per sektor, {format.bulan(bulan)}",
        subjudul=f"Orang, {kata_basis}, se-kabupaten",
        satuan="orang",
        baris=[Bar(s.nama, s.nilai.pembilang, basis=s.nilai.basis or "") for s in urut[:paling]],
        kolom_label="Sektor",
        sumber=sumber,
        kode=tuple({s.nilai.kode for s in urut[:1]}),
        nama_berkas="peserta-aktif-per-sektor",
    )


def catatan_sektor(sektor: Iterable[Sektor]) -> tuple[str, ...]:
    """Return the note on sectors above 100 %: shown, explained, never cut."""
    lebih = [s.nama for s in sektor if s.nilai.nilai is not None and s.nilai.nilai > 100]
    if not lebih:
        return ()
    return (
        f"Cakupan di atas 100% pada {', '.join(lebih)}: peserta aktif lebih banyak daripada penyebutnya, yaitu "
        "perkiraan survei atau bertanggal lebih lama. Kelebihannya tidak mengurangi yang belum terlindungi di sektor "
        "lain.",
    )


@dataclass(frozen=True)
class Tanggungan:
    """What one office owes: the matter and the people it touches."""

    kantor: Kantor
    hal: str
    orang: int


def tanggungan(sektor: Iterable[Sektor], non_asn: Iterable[Nilai], nama_opd: Mapping[str, str]) -> list[Tanggungan]:
    """Return what is owed, most people first: sectors with unprotected workers, offices with unprotected non-ASN."""
    hal = [
        Tanggungan(s.kantor, f"{s.nama}: pekerja belum terlindungi", s.belum)
        for s in sektor
        if s.kantor is not None and s.belum
    ]
    hal += [
        Tanggungan(Kantor(n.kunci, nama_opd.get(n.kunci, n.kunci), False), "Non-ASN sendiri belum terlindungi", kurang)
        for n in non_asn
        if (kurang := belum_terlindungi(n))
    ]
    return sorted(hal, key=lambda t: (-t.orang, t.kantor.kode, t.hal))

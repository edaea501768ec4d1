"""Offices side by side: their own non-ASN workers, the workers of their sectors, their budget, their tasks."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ucj import format, html
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi
from ucj.istilah import KEKUATAN, sebut
from ucj.kesenjangan import Sektor, belum_terlindungi
from ucj.peraturan.opd import Tugas

NON_ASN = ("NONASN", "PPPK_PW", "BLUD")  # the rosters of PEM-01 (sources.md 5, rule 11)


@dataclass
class Baris:
    """One office; sums over the rosters of its non-ASN workers. Counts of matching are None without a person list."""

    kode: str
    nama: str
    non_asn: Nilai | None = None
    binaan: Nilai | None = None
    serapan: Nilai | None = None
    roster: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def kurang(self) -> int | None:
        """Non-ASN workers without JKK and JKM."""
        return belum_terlindungi(self.non_asn)

    @property
    def tanggal(self) -> date | None:
        """The oldest date of its non-ASN rosters in force."""
        return min((r["tanggal_data"] for r in self.roster), default=None)

    @property
    def is_usang(self) -> bool:
        """Whether a roster is older than six months."""
        return any(r["is_usang"] for r in self.roster)

    def jumlah(self, kolom: str) -> int | None:
        """Return the sum of a column over the rosters, None where one of them has no value."""
        isi = [r[kolom] for r in self.roster]
        return None if not isi or None in isi else sum(isi)


def susun(
    nama: Mapping[str, str],
    non_asn: Iterable[Nilai],
    binaan: Iterable[Nilai],
    serapan: Iterable[Nilai],
    roster: Iterable[Mapping[str, Any]],
    beranggaran: Container[str],
) -> list[Baris]:
    """Return one row per office: most missing people first, then those complete, then those without a roster.

    ``beranggaran``: the units whose budget was delivered; of another the budget is not known, which is not 0.
    """
    baris = {kode: Baris(kode, n) for kode, n in nama.items()}

    def ambil(kode: str) -> Baris:
        return baris.setdefault(kode, Baris(kode, kode))

    for n in non_asn:
        if n.penyebut:  # every office has a row; one without a roster has nobody in it
            ambil(n.kunci).non_asn = n
    for n in binaan:
        ambil(n.kunci).binaan = n
    for n in serapan:
        if n.kunci in beranggaran:
            ambil(n.kunci).serapan = n
    for r in roster:
        if r["jenis_daftar"] in NON_ASN:
            ambil(r["kode_opd"]).roster.append(r)
    urut = list(baris.values())
    return sorted(urut, key=lambda b: (b.non_asn is None, -(b.kurang or 0), b.non_asn is not None and b.kurang is None))


def tabel(baris: Sequence[Baris], alamat: Mapping[str, str], kata_opd: str) -> tuple[list[Kolom], list[list[object]]]:
    """Return the table of offices. Any miss of the Wajib duty is printed in people beside the percentage."""
    kolom = [
        Kolom(kata_opd),
        Kolom("Non-ASN", "orang", angka=True),
        Kolom("Terlindungi", "JKK dan JKM", angka=True),
        Kolom("Capaian", "wajib 100%", angka=True),
        Kolom("Tidak padan", "orang", angka=True),
        Kolom("Tidak aktif", "orang", angka=True),
        Kolom("Satu program", "orang", angka=True),
        Kolom("Perlu perbaikan", "baris", angka=True),
        Kolom("Tanggal daftar", angka=True),
        Kolom("Pekerja binaan", "SEK-01", angka=True),
        Kolom("Serapan iuran", "Rp dari pagu", angka=True),
    ]
    return kolom, [_sel(b, alamat) for b in baris]


def _sel(b: Baris, alamat: Mapping[str, str]) -> list[object]:
    nama = html.tautan(b.nama, alamat[b.kode]) if b.kode in alamat else b.nama
    n = b.non_asn
    if n is None:
        capaian: list[object] = [format.TIDAK_TERSEDIA] * 7
        tanggal: object = "belum ada daftar"
    else:
        persen = html.tanda(n.status, format.persen(n.nilai))
        if b.kurang:
            persen = html.dua_baris(persen, f"kurang {format.bilangan(b.kurang)} orang")
        capaian = [
            format.bilangan(n.penyebut),
            format.bilangan(n.pembilang),
            persen,
            *(
                format.bilangan(b.jumlah(f"jumlah_{k}"))
                for k in ("tidak_padan", "tidak_aktif", "satu_program", "perlu_perbaikan")
            ),
        ]
        tanggal = format.tanggal(b.tanggal)
        if b.is_usang:
            tanggal = html.dua_baris(tanggal, "▲ lebih dari 6 bulan")
    s = b.binaan
    binaan = (
        html.dua_baris(
            format.persen(s.nilai, s.target), f"{format.bilangan(s.pembilang)} dari {format.bilangan(s.penyebut)}"
        )
        if s
        else format.TIDAK_TERSEDIA
    )
    k = b.serapan
    serapan = (
        html.dua_baris(
            format.persen(k.nilai, k.target),
            f"{format.rupiah_pendek(k.pembilang)} dari {format.rupiah_pendek(k.penyebut)}",
        )
        if k and k.penyebut
        else "tanpa pagu yang dihitung"
        if k
        else format.TIDAK_TERSEDIA
    )
    return [nama, *capaian, tanggal, binaan, serapan]


def tabel_unit(roster: Iterable[Mapping[str, Any]]) -> tuple[list[Kolom], list[list[object]]]:
    """Return the rosters of one office, one row per unit and kind."""
    kolom = [
        Kolom("Unit"),
        Kolom("Daftar"),
        Kolom("Orang", angka=True),
        Kolom("Terlindungi", "JKK dan JKM", angka=True),
        Kolom("Tidak padan", angka=True),
        Kolom("Tidak aktif", angka=True),
        Kolom("Satu program", angka=True),
        Kolom("Perlu perbaikan", "baris", angka=True),
        Kolom("Tanggal daftar", angka=True),
    ]
    baris = [
        [
            r["unit"] or "(tanpa unit)",
            sebut(r["jenis_daftar"]),
            *(
                format.bilangan(r[f"jumlah_{k}"])
                for k in ("orang", "terlindungi", "tidak_padan", "tidak_aktif", "satu_program", "perlu_perbaikan")
            ),
            html.dua_baris(format.tanggal(r["tanggal_data"]), "▲ lebih dari 6 bulan")
            if r["is_usang"]
            else format.tanggal(r["tanggal_data"]),
        ]
        for r in roster
    ]
    return kolom, baris


def kartu(b: Baris) -> list[Kpi]:
    """Return the headline figures of one office; none without a roster."""
    n = b.non_asn
    if n is None:
        return []
    kurang = f"; kurang {format.bilangan(b.kurang)} orang" if b.kurang else ""
    return [
        Kpi(
            "Non-ASN terlindungi",
            format.persen(n.nilai),
            f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)}{kurang}",
            n.status,
            n.nilai,
            n.target,
        ),
        Kpi("Tidak padan", format.bilangan(b.jumlah("jumlah_tidak_padan")), "NIK tidak ada di daftar peserta"),
        Kpi("Tidak aktif", format.bilangan(b.jumlah("jumlah_tidak_aktif")), "terdaftar, iuran berhenti"),
        Kpi("Satu program", format.bilangan(b.jumlah("jumlah_satu_program")), "baru JKK atau JKM saja"),
        Kpi("Perlu perbaikan", format.bilangan(b.jumlah("jumlah_perlu_perbaikan")), "baris dengan NIK rusak"),
    ]


def kalimat_sektor(nama: str, sektor: Sequence[str]) -> str:
    """Return which sectors an office answers for where no delivery tells their workers, else that it leads none."""
    if not sektor:
        return f"{nama} tidak memimpin sektor."
    return f"{nama} menjawab sektor {', '.join(s.lower() for s in sektor)}; kiriman yang berlaku belum memuat sektor."


def kalimat_binaan(b: Baris) -> str:
    """Return the supervised workers and the budget of one office in a sentence each; empty where nothing is known."""
    bagian = []
    if b.binaan is not None and b.binaan.penyebut:
        s = b.binaan
        bagian.append(
            f"Pekerja sektor binaan terlindungi: {format.bilangan(s.pembilang)} dari {format.bilangan(s.penyebut)} "
            f"({format.persen(s.nilai, s.target)})."
        )
    if b.serapan is not None and b.serapan.penyebut:
        k = b.serapan
        bagian.append(
            f"Anggaran iuran: {format.rupiah(k.pembilang)} terserap dari {format.rupiah(k.penyebut)} "
            f"({format.persen(k.nilai, k.target)})."
        )
    return " ".join(bagian)


def tabel_tugas(tugas: Iterable[Tugas]) -> tuple[list[Kolom], list[list[object]]]:
    """Return the tasks that the law gives an office, Wajib first, with force, measure and citation."""
    urutan = list(KEKUATAN)
    tugas = sorted(tugas, key=lambda t: (urutan.index(t.kekuatan), t.kode))
    kolom = [Kolom("Tugas"), Kolom("Uraian"), Kolom("Kekuatan"), Kolom("Ukuran"), Kolom("Dasar")]
    return kolom, [[t.kode, t.uraian, KEKUATAN[t.kekuatan], t.ukuran, t.dasar] for t in tugas]


def tabel_sektor(sektor: Iterable[Sektor]) -> tuple[list[Kolom], list[list[object]]]:
    """Return the sectors that one office answers for."""
    kolom = [
        Kolom("Sektor"),
        Kolom("Peserta aktif", "orang", angka=True),
        Kolom("Pekerja", "penyebut, orang", angka=True),
        Kolom("Cakupan", "persen", angka=True),
        Kolom("Belum terlindungi", "orang", angka=True),
        Kolom("Sifat"),
    ]
    baris: list[list[object]] = [
        [
            s.nama,
            format.bilangan(s.nilai.pembilang),
            format.bilangan(s.nilai.penyebut),
            format.persen(s.nilai.nilai, s.nilai.target),
            format.bilangan(s.belum),
            html.lencana("penanggung jawab sementara") if s.kantor and s.kantor.is_sementara else "memimpin",
        ]
        for s in sektor
    ]
    return kolom, baris

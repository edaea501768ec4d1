"""The tables of the page Sektor: sectors with the office that answers for them, segments on either basis."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from ucj import format, html
from ucj.charts import Bar, Batang
from ucj.hitung import Nilai
from ucj.html import Kolom
from ucj.istilah import SEGMEN
from ucj.kesenjangan import Kantor, Sektor, catatan_sektor

Tabel = tuple[list[Kolom], list[list[object]]]


def batang_cakupan(sektor: Sequence[Sektor], kata_basis: str, sumber: str, paling: int = 12) -> Batang:
    """Return the bullet bars of sectors that have a denominator, most unprotected people first."""
    return Batang(
        judul="Cakupan sektor, diurutkan menurut jumlah yang belum terlindungi",
        subjudul=f"Persen pekerja sektor yang menjadi peserta aktif, {kata_basis}; garis tegak = target",
        satuan="persen",
        baris=[
            Bar(
                s.nama,
                s.nilai.nilai,
                target=s.nilai.target,
                keterangan=f"{format.bilangan(s.belum)} orang belum terlindungi",
            )
            for s in sektor[:paling]
        ],
        kolom_label="Sektor",
        peluru=True,
        catatan=catatan_sektor(sektor),
        sumber=sumber,
    )


def tabel(
    sektor: Sequence[Sektor],
    kantor: Callable[[Kantor | None], object],
    is_kerja: bool,
    segmen: str | None = None,
    per_segmen: Mapping[str, int] | None = None,
) -> tuple[list[Kolom], list[list[object]], list[object]]:
    """Return columns, rows and total of the sector table.

    By workplace only counts: no denominator per sector exists on that basis. ``per_segmen``: participants of the chosen
    segment per sector, empty when the deliveries do not tell.
    """
    kolom = [Kolom("Sektor"), Kolom("Penanggung jawab"), Kolom("Peserta aktif", "orang", angka=True)]
    if segmen:
        kolom.append(Kolom(f"di antaranya {segmen}", "orang", angka=True))
    if not is_kerja:
        kolom += [
            Kolom("Pekerja", "penyebut, orang", angka=True),
            Kolom("Cakupan", "persen", angka=True),
            Kolom("Belum terlindungi", "orang", angka=True),
            Kolom("Status"),
        ]
    baris = []
    for s in sektor:
        sel: list[object] = [s.nama, kantor(s.kantor), format.bilangan(s.nilai.pembilang)]
        if segmen:
            sel.append(format.bilangan(per_segmen.get(s.kunci, 0) if per_segmen else None))
        if not is_kerja:
            sel += [
                format.bilangan(s.nilai.penyebut),
                format.persen(s.nilai.nilai, s.nilai.target),
                format.bilangan(s.belum),
                html.status(s.nilai.status) if s.nilai.penyebut else "",
            ]
        baris.append(sel)
    return kolom, baris, _jumlah(sektor, is_kerja, segmen, per_segmen or {})


def _jumlah(
    sektor: Sequence[Sektor], is_kerja: bool, segmen: str | None, per_segmen: Mapping[str, int]
) -> list[object]:
    """Return the total row: sums of the rows shown. No ratio: people of unknown sector have no denominator here, and
    the regency's own coverage stands on Ringkasan."""
    baris: list[object] = ["Jumlah", "", format.bilangan(tambah(s.nilai.pembilang for s in sektor))]
    if segmen:
        baris.append(format.bilangan(tambah(per_segmen.get(s.kunci) for s in sektor)))
    if not is_kerja:
        baris += [
            format.bilangan(tambah(s.nilai.penyebut for s in sektor)),
            "",
            format.bilangan(tambah(s.belum for s in sektor)),
            "",
        ]
    return baris


def tambah(angka: Iterable[int | None]) -> int | None:
    """Return the sum of what is there, None when nothing is."""
    ada = [a for a in angka if a is not None]
    return sum(ada) if ada else None


def urutkan(nilai: Iterable[Nilai], urutan: Sequence[str]) -> list[Nilai]:
    """Return segment values in the profile's order, the unknown segment last."""
    letak = {segmen: i for i, segmen in enumerate(urutan)}
    return sorted(nilai, key=lambda n: (letak.get(n.kunci, len(letak)), n.kunci))


def tabel_segmen(nilai: Sequence[Nilai]) -> Tabel:
    """Return the segments by residence (UCJ-03), each with its own denominator; target and status where one is set."""
    bertarget = any(n.target is not None for n in nilai)
    kolom = [
        Kolom("Segmen"),
        Kolom("Peserta aktif", "orang", angka=True),
        Kolom("Pekerja", "penyebut, orang", angka=True),
        Kolom("Cakupan", "persen", angka=True),
    ]
    if bertarget:
        kolom += [Kolom("Target", "persen", angka=True), Kolom("Status")]
    baris = []
    for n in nilai:
        sel: list[object] = [
            SEGMEN.get(n.kunci, "Segmen tidak diketahui"),
            format.bilangan(n.pembilang),
            format.bilangan(n.penyebut),
            format.persen(n.nilai, n.target),
        ]
        if bertarget:
            ada = bool(n.penyebut)
            sel += [format.persen(n.target if ada else None), html.status(n.status) if ada else ""]
        baris.append(sel)
    return kolom, baris


def tabel_segmen_kerja(nilai: Iterable[Nilai], s11: Iterable[Nilai]) -> Tabel:
    """Return the segments by workplace (UCJ-02) beside the workers of the regency (S-11)."""
    rasio = {n.kunci: n for n in s11}
    kolom = [
        Kolom("Segmen"),
        Kolom("Peserta aktif", "orang", angka=True),
        Kolom("Pekerja di kabupaten", "penyebut, orang", angka=True),
        Kolom("Cakupan", "persen", angka=True),
    ]
    baris: list[list[object]] = []
    for n in nilai:
        r = rasio.get(n.kunci)
        baris.append(
            [
                SEGMEN.get(n.kunci, "Segmen tidak diketahui"),
                format.bilangan(n.pembilang),
                format.bilangan(r.penyebut if r else None),
                format.persen(r.nilai if r else None),
            ]
        )
    return kolom, baris

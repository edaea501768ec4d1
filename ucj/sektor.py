"""The tables of the page Sektor: sectors with the office that answers for them, segments on either basis."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from ucj import format, html, judul, judul_sektor, tren
from ucj.charts import Bar, Batang, Deret, Kisi, Panel
from ucj.hitung import Nilai
from ucj.html import Kolom
from ucj.istilah import BASIS, SEGMEN
from ucj.kesenjangan import Kantor, Sektor, belum_terlindungi, catatan_sektor

PALING = 12
Tabel = tuple[list[Kolom], list[list[object]]]


def batang_segmen(nilai: Sequence[Nilai], pilih: str | None, sumber: str, bulan: date) -> Batang | None:
    """Return the bullet bars of segments on one basis (UCJ-03 or S-11), counts where no segment has a denominator."""
    ada = [n for n in nilai if n.kunci in SEGMEN and n.pembilang is not None]
    if not ada:
        return None
    basis = ada[0].basis or ""
    kata = BASIS.get(basis, "")
    berpenyebut = [n for n in ada if n.nilai is not None and n.penyebut]
    if not berpenyebut:
        return Batang(
            judul=f"Peserta aktif per segmen, {format.bulan(bulan)}",
            subjudul=f"Orang, {kata}; belum ada penyebut per segmen",
            baris=[Bar(SEGMEN[n.kunci], n.pembilang, sorot=n.kunci == pilih, basis=n.basis or "") for n in ada],
            kolom_label="Segmen", sumber=sumber, kode=(ada[0].kode,), nama_berkas="peserta-per-segmen",
        )  # fmt: skip
    bertarget = any(n.target is not None for n in berpenyebut)
    return Batang(
        judul=judul.segmen(berpenyebut, bulan),
        subjudul=f"Persen, {kata}, {format.bulan(bulan)}{'; garis tegak = target' if bertarget else ''}; "
        "angka kelabu = belum terlindungi",
        satuan="persen",
        baris=[
            Bar(
                SEGMEN[n.kunci],
                n.nilai,
                sorot=n.kunci == pilih,
                target=n.target,
                keterangan=f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} orang",
                basis=n.basis or "",
                ekor=f"{format.bilangan(belum_terlindungi(n))} orang",
            )
            for n in berpenyebut
        ],
        kolom_label="Segmen",
        peluru=True,
        sumber=sumber,
        kode=(ada[0].kode,),
        nama_berkas="cakupan-per-segmen",
    )


def batang_cakupan(sektor: Sequence[Sektor], kata_basis: str, sumber: str, bulan: date, paling: int = PALING) -> Batang:
    """Return the bullet bars of sectors that have a denominator, most unprotected people first."""
    bertarget = [s for s in sektor if s.nilai.nilai is not None and s.nilai.target is not None]
    di_bawah = [s for s in bertarget if (s.nilai.nilai or 0) < (s.nilai.target or 0)]
    potong = f"{paling} dari {len(sektor)} sektor" if len(sektor) > paling else "semua sektor"
    return Batang(
        judul=judul_sektor.di_bawah_target(len(di_bawah), len(bertarget), bulan),
        subjudul=f"Persen, {kata_basis}; {potong}, diurutkan menurut orang yang belum terlindungi (angka kelabu)"
        + ("; garis tegak = target" if bertarget else ""),
        satuan="persen",
        baris=[
            Bar(
                s.nama,
                s.nilai.nilai,
                target=s.nilai.target,
                keterangan=f"{format.bilangan(s.belum)} orang belum terlindungi",
                basis=s.nilai.basis or "",
                ekor=f"{format.bilangan(s.belum)} orang",
            )
            for s in sektor[:paling]
        ],
        kolom_label="Sektor",
        peluru=True,
        catatan=catatan_sektor(sektor),
        sumber=sumber,
        kode=tuple({s.nilai.kode for s in sektor}),
        nama_berkas="cakupan-per-sektor",
    )


def kisi(
    sektor: Sequence[Sektor], deret: Callable[[str], Sequence[Nilai]], ambang: float, sumber: str, bulan: date
) -> Kisi | None:
    """Return the small multiples of sectors on one scale: coverage, or participants where no denominator exists.

    ``deret`` gives the months of a sector; sectors with fewer than two months are no line. None when there is none.
    """
    isi = [(s, [n for n in deret(s.kunci) if n.nilai is not None]) for s in sektor[:PALING]]
    isi = [(s, nilai) for s, nilai in isi if len(nilai) > 1]
    if not isi:
        return None
    satuan = isi[0][1][-1].satuan
    is_persen = satuan == "persen"
    basis = isi[0][1][-1].basis or ""
    ubah = []
    for _, nilai in isi:
        lalu = tren.semester_lalu(nilai)
        sejak = format.bulan(tren.bulan_dari([lalu])[0]) if lalu else ""
        ubah.append(
            judul.Ubah(nilai[-1].nilai, lalu.nilai if lalu else None, sejak, tren.is_sebanding(nilai[-1], lalu))
        )
    ubah.sort(key=lambda u: not u.sejak)
    apa = "Cakupan" if is_persen else "Peserta aktif"
    return Kisi(
        judul=judul_sektor.pergerakan(ubah, ambang if is_persen else 0, apa, bulan),
        subjudul=f"{satuan[:1].upper()}{satuan[1:]} per bulan, {BASIS.get(basis, '')}; skala sama untuk semua sektor"
        + ("; garis hitam = rencana" if any(n[-1].target is not None for _, n in isi) else ""),
        satuan=satuan,
        panel=[
            Panel(
                s.nama,
                Deret(s.nama, tren.bulan_dari(nilai), tuple(n.nilai for n in nilai), basis=nilai[-1].basis or ""),
                tren.jalur_target(nilai) if is_persen else None,
            )
            for s, nilai in isi
        ],
        catatan=tren.catatan_ganti(isi[0][1]),
        sumber=sumber,
        kode=(isi[0][1][-1].kode,),
        basis=basis,
        nama_berkas="perkembangan-per-sektor",
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


def kalimat_segmen(segmen: str | None) -> str:
    """Return to what a chosen segment applies: coverage by sector has no denominator of one segment."""
    if segmen is None:
        return ""
    return "Pilihan segmen berlaku bagi arus peserta dan tabel; cakupan dan kesenjangan per sektor memuat semua segmen"


def kalimat_lebih(sektor: Sequence[Sektor]) -> str:
    """Return by how much the unprotected of the sectors exceed workers less participants: what stands above 100 %."""
    lebih = sum(max((s.nilai.pembilang or 0) - s.nilai.penyebut, 0) for s in sektor if s.nilai.penyebut)
    belum = tambah(s.belum for s in sektor)
    if not lebih or belum is None:
        return ""
    return (
        f"Jumlah belum terlindungi {format.bilangan(belum)} = {format.bilangan(belum - lebih)} ditambah kelebihan "
        f"{format.bilangan(lebih)} peserta pada sektor di atas 100%, yang tidak mengurangi sektor lain."
    )


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

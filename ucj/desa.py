"""Villages side by side: participants, denominator, village budget and recipients, and the map they make."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ucj import format
from ucj.charts import Peta, Wilayah
from ucj.hitung import Nilai
from ucj.html import Kolom, dua_baris, peluru, tautan
from ucj.kesenjangan import belum_terlindungi
from ucj.saringan import Desa
from ucj.sektor import tambah


@dataclass(frozen=True)
class Baris:
    """One village: active participants (None without a source at this level), coverage, money and recipients."""

    desa: Desa
    aktif: int | None
    cakupan: Nilai | None = None
    dana: Nilai | None = None
    penerima: int | None = None

    @property
    def belum(self) -> int | None:
        """People who are not protected; None without a denominator."""
        return belum_terlindungi(self.cakupan)

    @property
    def persen(self) -> float | None:
        """Coverage in percent; None without a denominator."""
        return self.cakupan.nilai if self.cakupan else None


def susun(
    desa: Iterable[Desa],
    cakupan: Iterable[Nilai],
    aktif: Mapping[str, int] | None,
    dana: Iterable[Nilai],
    penerima: Iterable[Nilai],
    beranggaran: Container[str],
) -> list[Baris]:
    """Return one row per village, most unprotected people first, villages without a denominator after them.

    ``aktif`` replaces the coverage where only a part is asked for (one segment, another basis): counts have no
    denominator of their own, so no percentage is made; a village that the list does not name has 0.
    ``beranggaran``: the units whose budget was delivered; of another the budget is not known, which is not 0.
    """
    per_cakupan = {n.kunci: n for n in cakupan}
    per_dana = {n.kunci: n for n in dana if n.kunci in beranggaran}
    per_penerima = {n.kunci: n.pembilang for n in penerima}
    baris = []
    for d in desa:
        n = None if aktif is not None else per_cakupan.get(d.kode)
        if aktif is None:
            jumlah = n.pembilang if n else None
        else:
            jumlah = aktif.get(d.kode, 0) if aktif else None
        baris.append(Baris(d, jumlah, n, per_dana.get(d.kode), per_penerima.get(d.kode)))
    return sorted(baris, key=lambda b: (b.belum is None, -(b.belum or 0), -(b.aktif or 0), b.desa.nama, b.desa.kode))


def berpenyebut(baris: Iterable[Baris]) -> list[Baris]:
    """Return the villages whose coverage can be given as a percentage."""
    return [b for b in baris if b.persen is not None]


def ujung_kecamatan(nilai: Iterable[Nilai], baris: Iterable[Baris], nama: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the names of the kecamatan with the highest and the lowest coverage; None with fewer than two.

    A kecamatan of which only some villages have a denominator is left out: its participants would be divided by the
    workers of the other villages alone.
    """
    punya: dict[str, set[bool]] = defaultdict(set)
    for b in baris:
        punya[b.desa.kode_kecamatan].add(b.persen is not None)
    ada = sorted(
        (n.nilai, n.kunci) for n in nilai if n.nilai is not None and n.kunci in nama and len(punya[n.kunci]) == 1
    )
    return (nama[ada[-1][1]], nama[ada[0][1]]) if len(ada) > 1 else None


def batas_jumlah(terbesar: int) -> tuple[float, ...]:
    """Return four round class limits for counts: steps of 1, 2 or 5 times a power of ten up to the largest count."""
    langkah = 1
    while True:
        for kali in (1, 2, 5):
            if langkah * kali * 5 > terbesar:
                return tuple(float(langkah * kali * i) for i in range(1, 5))
        langkah *= 10


def peta(
    baris: Sequence[Baris],
    batas: Sequence[float],
    kata_desa: str,
    kata_basis: str,
    bulan: date,
    sumber: str,
    tinggi_rendah: tuple[str, str] | None = None,
    catatan: tuple[str, ...] = (),
) -> Peta:
    """Return the map: percentages in the profile's classes where denominators exist, else counts in round classes."""
    is_persen = bool(berpenyebut(baris))
    if is_persen:
        satuan = "persen"
        nama = f"Cakupan per {kata_desa}, {format.bulan(bulan)}"
        if tinggi_rendah:
            nama = f"Kecamatan {tinggi_rendah[0]} tertinggi, {tinggi_rendah[1]} terendah"
        kelas = tuple(float(b) for b in batas)
        arti = f"Persen pekerja {kata_desa} yang menjadi peserta aktif, {kata_basis}; lima kelas tetap"
    else:
        satuan = "orang"
        nama = f"Peserta aktif per {kata_desa}, {format.bulan(bulan)}"
        kelas = batas_jumlah(max((b.aktif or 0 for b in baris), default=0))
        arti = f"Orang, {kata_basis}; tanpa penyebut {kata_desa} tidak ada persentase"
    return Peta(
        judul=nama,
        subjudul=arti + "; garis tebal = batas kecamatan",
        satuan=satuan,
        wilayah=[
            Wilayah(b.desa.kode, b.desa.nama, b.desa.nama_kecamatan, b.persen if is_persen else b.aktif, _rinci(b))
            for b in baris
        ],
        batas=kelas,
        kata_desa=kata_desa,
        catatan=catatan,
        sumber=sumber,
    )


def kalimat_lepas(seluruh: Nilai | None, di_desa: int | None, kata_desa: str, tempat: str) -> tuple[str, ...]:
    """Return how many participants of the whole area stand in no village, so that no village is taken for lower than
    it is; nothing when all of them do or the whole is not known.

    A recap by kecamatan also counts residents who work elsewhere; the person list of a branch does not know them.
    """
    if seluruh is None or seluruh.pembilang is None or di_desa is None or seluruh.pembilang <= di_desa:
        return ()
    return (
        f"{format.bilangan(seluruh.pembilang - di_desa)} dari {format.bilangan(seluruh.pembilang)} peserta aktif "
        f"{tempat} belum diketahui {kata_desa}nya dan tidak terhitung pada {kata_desa} mana pun: cakupan {kata_desa} "
        "yang sebenarnya dapat lebih tinggi.",
    )


def _rinci(b: Baris) -> str:
    if b.cakupan is None or b.aktif is None or not b.cakupan.penyebut:
        return ""
    return (
        f"{format.bilangan(b.aktif)} dari {format.bilangan(b.cakupan.penyebut)} pekerja, "
        f"{format.bilangan(b.belum)} belum terlindungi"
    )


def tabel_teratas(baris: Sequence[Baris], kata_desa: str) -> tuple[list[Kolom], list[list[object]]]:
    """Return the villages that hold the most unprotected people; only villages with a denominator."""
    kolom = [
        Kolom(kata_desa.capitalize()),
        Kolom("Cakupan"),
        Kolom("", "persen", angka=True),
        Kolom("Belum terlindungi", "orang", angka=True),
    ]
    isi: list[list[object]] = []
    for b in baris:
        target = b.cakupan.target if b.cakupan else None
        isi.append(
            [
                dua_baris(b.desa.nama, b.desa.nama_kecamatan),
                peluru(b.persen, target),
                format.persen(b.persen, target),
                format.bilangan(b.belum),
            ]
        )
    return kolom, isi


def kalimat_ambang(n: Nilai | None, ambang: float, kata_desa: str) -> str:
    """Return how many villages reach the profile's threshold (UCJ-05); empty without a denominator."""
    if n is None or not n.penyebut:
        return ""
    return (
        f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} {kata_desa} yang punya penyebut mencapai "
        f"ambang {format.persen(ambang)} ({format.persen(n.nilai, n.target)})."
    )


def tabel(
    baris: Sequence[Baris], kata_desa: str, alamat: Mapping[str, str]
) -> tuple[list[Kolom], list[list[object]], list[object]]:
    """Return columns, rows and total of the ranking; the money of the village budget stands beside the people."""
    kata = kata_desa[0].upper() + kata_desa[1:]
    is_persen = bool(berpenyebut(baris))
    kolom = [Kolom(kata), Kolom("Kecamatan"), Kolom("Peserta aktif", "orang", angka=True)]
    if is_persen:
        kolom += [
            Kolom("Pekerja", "penyebut, orang", angka=True),
            Kolom("Cakupan", "garis = target"),
            Kolom("", "persen", angka=True),
            Kolom("Belum terlindungi", "orang", angka=True),
        ]
    kolom += [
        Kolom(f"Anggaran iuran APB{kata}", "Rp, pagu", angka=True),
        Kolom("Realisasi", "Rp", angka=True),
        Kolom("Penerima bantuan", "orang", angka=True),
    ]
    isi: list[list[object]] = []
    for b in baris:
        sel: list[object] = [tautan(b.desa.nama, alamat[b.desa.kode]), b.desa.nama_kecamatan, format.bilangan(b.aktif)]
        if is_persen:
            target = b.cakupan.target if b.cakupan else None
            sel += [
                format.bilangan(b.cakupan.penyebut if b.cakupan else None),
                peluru(b.persen, target) if b.persen is not None else "",
                format.persen(b.persen, target),
                format.bilangan(b.belum),
            ]
        sel += [
            format.rupiah(b.dana.penyebut if b.dana else None),
            format.rupiah(b.dana.pembilang if b.dana else None),
            format.bilangan(b.penerima),
        ]
        isi.append(sel)
    return kolom, isi, _jumlah(baris, is_persen) if len(baris) > 1 else []


def _jumlah(baris: Sequence[Baris], is_persen: bool) -> list[object]:
    sel: list[object] = ["Jumlah", "", format.bilangan(tambah(b.aktif for b in baris))]
    if is_persen:
        sel += [format.bilangan(tambah(b.cakupan.penyebut if b.cakupan else None for b in baris)), "", ""]
        sel.append(format.bilangan(tambah(b.belum for b in baris)))
    return sel + [
        format.rupiah(tambah(b.dana.penyebut if b.dana else None for b in baris)),
        format.rupiah(tambah(b.dana.pembilang if b.dana else None for b in baris)),
        format.bilangan(tambah(b.penerima for b in baris)),
    ]


def kurang_data(baris: Iterable[Baris], berpoligon: set[str], is_sebagian: bool) -> dict[str, list[Baris]]:
    """Return what is missing: sentence -> villages, for villages without a polygon and without a denominator.

    ``is_sebagian``: one segment or another basis is shown, for which no village has a denominator by nature.
    """
    daftar: dict[str, list[Baris]] = defaultdict(list)
    for b in baris:
        if b.desa.kode not in berpoligon:
            daftar["Tidak ada di peta karena belum punya batas wilayah"].append(b)
        if b.persen is None and not is_sebagian:
            daftar["Tanpa persentase karena belum ada penyebut"].append(b)
    return daftar

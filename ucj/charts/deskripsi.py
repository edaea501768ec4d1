"""What a chart shows, without how it is drawn: the same description feeds the screen, the table beside the chart and
its alternative text. Units: ``persen`` is 0 to 100, ``Rp`` whole rupiah, any other unit is a count of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ucj import format, kalender
from ucj.html import Kolom


def tulis(satuan: str) -> Callable[[float | None], str]:
    """Return the writer of numbers in a unit."""
    if satuan == "persen":
        return format.persen
    return format.rupiah if satuan == "Rp" else format.bilangan


def tulis_pendek(satuan: str) -> Callable[[float | None], str]:
    """Return the writer for labels inside a chart, where rupiah are short."""
    return format.rupiah_pendek if satuan == "Rp" else tulis(satuan)


@dataclass(frozen=True, kw_only=True)
class Deskripsi:
    """Title (a finding), subtitle (measure, unit, scope, period), notes and source line of a chart block."""

    judul: str
    subjudul: str
    satuan: str = "orang"
    catatan: tuple[str, ...] = ()
    sumber: str = ""

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return heading and rows of the table with the same figures."""
        raise NotImplementedError

    def alt(self) -> str:
        """Return the text for readers who do not see the chart."""
        return f"{self.judul}. {self.subjudul}."


@dataclass(frozen=True)
class Bar:
    """One bar: value, target tick, earlier value; ``sorot`` is the one that the title speaks of."""

    label: str
    nilai: float | None
    sorot: bool = False
    target: float | None = None
    lalu: float | None = None
    keterangan: str = ""


@dataclass(frozen=True, kw_only=True)
class Batang(Deskripsi):
    """Horizontal bars from zero, in the given order; with ``peluru`` a bullet chart (axis to at least 100 percent)."""

    baris: Sequence[Bar]
    kolom_label: str = "Uraian"
    peluru: bool = False

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return one row per bar."""
        angka = tulis(self.satuan)
        ada_target = any(b.target is not None for b in self.baris)
        ada_lalu = any(b.lalu is not None for b in self.baris)
        ada_keterangan = any(b.keterangan for b in self.baris)
        kolom = [Kolom(self.kolom_label), Kolom("Nilai", self.satuan, angka=True)]
        kolom += [Kolom("Target", self.satuan, angka=True)] if ada_target else []
        kolom += [Kolom("Sebelumnya", self.satuan, angka=True)] if ada_lalu else []
        kolom += [Kolom("Keterangan")] if ada_keterangan else []
        baris: list[list[object]] = []
        for b in self.baris:
            nilai = format.persen(b.nilai, b.target) if self.satuan == "persen" else angka(b.nilai)
            sel: list[object] = [b.label, nilai]
            sel += [angka(b.target)] if ada_target else []
            sel += [angka(b.lalu)] if ada_lalu else []
            sel += [b.keterangan] if ada_keterangan else []
            baris.append(sel)
        return kolom, baris

    def alt(self) -> str:
        """Return title and the largest bars."""
        terbesar = sorted((b for b in self.baris if b.nilai is not None), key=lambda b: -(b.nilai or 0))[:3]
        isi = "; ".join(f"{b.label} {tulis(self.satuan)(b.nilai)}" for b in terbesar)
        return f"{self.judul}. Batang, {len(self.baris)} baris. Terbesar: {isi or 'tidak ada data'}."


@dataclass(frozen=True)
class Deret:
    """One line: months and values (None breaks the line); ``gaya`` is utama, pembanding, PU, BPU, JAKON or PMI."""

    nama: str
    bulan: tuple[date, ...]
    nilai: tuple[float | None, ...]
    gaya: str = "utama"

    @property
    def terakhir(self) -> tuple[date, float] | None:
        """The last point that has a value."""
        ada = [(b, n) for b, n in zip(self.bulan, self.nilai, strict=True) if n is not None]
        return ada[-1] if ada else None

    @property
    def titik(self) -> list[tuple[date, float | None]]:
        """One point per month from the first to the last, None where no value was given: a line drawn across months
        without data would say that they were measured."""
        isi = dict(zip(self.bulan, self.nilai, strict=True))
        if not isi:
            return []
        awal = min(isi)
        panjang = kalender.selisih_bulan(awal, max(isi)) + 1
        return [(b, isi.get(b)) for b in (kalender.geser_bulan(awal, i) for i in range(panjang))]


@dataclass(frozen=True)
class Sasaran:
    """The target path: the dated targets between which it is straight (month of each target, value)."""

    titik: tuple[tuple[date, float], ...]
    nama: str = "Target"


@dataclass(frozen=True, kw_only=True)
class Garis(Deskripsi):
    """Lines over months with the target path."""

    deret: Sequence[Deret]
    sasaran: Sasaran | None = None

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return one row per month, newest first."""
        angka = tulis(self.satuan)
        bulan = sorted({b for d in self.deret for b, _ in d.titik}, reverse=True)
        isi = [dict(zip(d.bulan, d.nilai, strict=True)) for d in self.deret]
        target = dict(self.sasaran.titik) if self.sasaran else {}
        kolom = [Kolom("Bulan"), *(Kolom(d.nama, self.satuan, angka=True) for d in self.deret)]
        kolom += [Kolom(self.sasaran.nama, self.satuan, angka=True)] if self.sasaran else []
        baris: list[list[object]] = []
        for b in bulan:
            sel: list[object] = [format.bulan(b), *(angka(nilai.get(b)) for nilai in isi)]
            baris.append(sel + ([angka(target[b]) if b in target else ""] if self.sasaran else []))
        return kolom, baris

    def alt(self) -> str:
        """Return title and the last value of each line."""
        isi = "; ".join(
            f"{d.nama} {tulis(self.satuan)(d.terakhir[1])} pada {format.bulan(d.terakhir[0])}"
            for d in self.deret
            if d.terakhir
        )
        return f"{self.judul}. Garis per bulan. Nilai terakhir: {isi or 'tidak ada data'}."


@dataclass(frozen=True)
class Wilayah:
    """One village on the map: its value, or None where no figure can be given."""

    kode: str
    nama: str
    nama_kecamatan: str
    nilai: float | None
    keterangan: str = ""


@dataclass(frozen=True, kw_only=True)
class Peta(Deskripsi):
    """Villages in five fixed classes; the upper limits of the first four are ``batas``."""

    wilayah: Sequence[Wilayah]
    batas: tuple[float, ...] = (20, 40, 60, 80)
    kata_desa: str = "desa"

    def kelas(self, nilai: float | None) -> int | None:
        """Return the class 0 to 4 of a value; a value on a limit belongs to the upper class."""
        return None if nilai is None else sum(nilai >= batas for batas in self.batas)

    def nama_kelas(self) -> list[str]:
        """Return the words of the five classes, lowest first."""
        if self.satuan == "persen":
            b = [f"{x:g}".replace(".", ",") for x in self.batas]
            tengah = [f"{b[i]}–<{b[i + 1]}%" for i in range(len(b) - 1)]
            return [f"di bawah {b[0]}%", *tengah, f"{b[-1]}% ke atas"]
        c = [format.bilangan(x) for x in self.batas]
        tengah = [f"{c[i]}–{format.bilangan(self.batas[i + 1] - 1)}" for i in range(len(c) - 1)]
        return [f"di bawah {c[0]}", *tengah, f"{c[-1]} ke atas"]

    def tabel(self) -> tuple[list[Kolom], list[list[object]]]:
        """Return one row per village in the given order."""
        angka = tulis(self.satuan)
        kelas = self.nama_kelas()
        kata = self.kata_desa[0].upper() + self.kata_desa[1:]
        kolom = [Kolom(kata), Kolom("Kecamatan"), Kolom("Nilai", self.satuan, angka=True), Kolom("Kelas")]
        baris: list[list[object]] = []
        for w in self.wilayah:
            k = self.kelas(w.nilai)
            baris.append([w.nama, w.nama_kecamatan, angka(w.nilai), "belum ada data" if k is None else kelas[k]])
        return kolom, baris

    def alt(self) -> str:
        """Return title and how many villages stand in each class."""
        jumlah = [self.kelas(w.nilai) for w in self.wilayah]
        isi = "; ".join(f"{kata}: {jumlah.count(i)}" for i, kata in enumerate(self.nama_kelas()))
        return f"{self.judul}. Peta {self.kata_desa}. {isi}; belum ada data: {jumlah.count(None)}."

"""Horizontal bars, bullet bars and the waterfall."""

from collections.abc import Sequence
from dataclasses import dataclass

from ucj import format
from ucj.charts.deskripsi.dasar import Deskripsi, tolak_campuran, tulis
from ucj.html import Kolom

JENIS_LANGKAH = ("awal", "kurang", "tambah", "jumlah", "selisih")


@dataclass(frozen=True)
class Bar:
    """One bar: value, target tick, earlier value; ``sorot`` is the one that the title speaks of.

    ``ekor`` is a short text printed behind the value: what the bars are sorted by where that is not their value.
    """

    label: str
    nilai: float | None
    sorot: bool = False
    target: float | None = None
    lalu: float | None = None
    keterangan: str = ""
    basis: str = ""
    seri: str = ""
    ekor: str = ""


@dataclass(frozen=True, kw_only=True)
class Batang(Deskripsi):
    """Horizontal bars from zero, in the given order; with ``peluru`` a bullet chart (axis to at least 100 percent).

    Raises ``CampurBasis`` for bars of two bases or two target series.
    """

    baris: Sequence[Bar]
    kolom_label: str = "Uraian"
    peluru: bool = False

    def __post_init__(self) -> None:
        tolak_campuran(
            self.judul, [self.basis, *(b.basis for b in self.baris)], [self.seri, *(b.seri for b in self.baris)]
        )

    def kolom(self) -> list[Kolom]:
        """Return label, value and what the bars have beside it."""
        kolom = [Kolom(self.kolom_label), Kolom("Nilai", self.satuan, angka=True)]
        kolom += [Kolom("Target", self.satuan, angka=True)] if self._ada("target") else []
        kolom += [Kolom("Sebelumnya", self.satuan, angka=True)] if self._ada("lalu") else []
        return kolom + ([Kolom("Keterangan")] if any(b.keterangan for b in self.baris) else [])

    def isi(self) -> list[list[object]]:
        """Return one row per bar."""
        ada_target, ada_lalu, ada_kata = self._ada("target"), self._ada("lalu"), any(b.keterangan for b in self.baris)
        return [
            [
                b.label,
                b.nilai,
                *([b.target] if ada_target else []),
                *([b.lalu] if ada_lalu else []),
                *([b.keterangan] if ada_kata else []),
            ]
            for b in self.baris
        ]

    def tulis_sel(self, ke: int, kolom: Kolom, nilai: object, baris: Sequence[object]) -> object:
        """Return one value as it is read; a percentage is never rounded up to its target."""
        if kolom.judul == "Nilai" and self.satuan == "persen":
            return format.persen(self.baris[ke].nilai, self.baris[ke].target)
        return super().tulis_sel(ke, kolom, nilai, baris)

    def alt(self) -> str:
        """Return title and the largest bars."""
        terbesar = sorted((b for b in self.baris if b.nilai is not None), key=lambda b: -(b.nilai or 0))[:3]
        isi = "; ".join(f"{b.label} {tulis(self.satuan)(b.nilai)}" for b in terbesar)
        return f"{self.judul}. Batang, {len(self.baris)} baris. Terbesar: {isi or 'tidak ada data'}."

    def _ada(self, nama: str) -> bool:
        return any(getattr(b, nama) is not None for b in self.baris)


@dataclass(frozen=True)
class Langkah:
    """One step of a waterfall; ``nilai`` is never negative, ``jenis`` says what it does.

    awal: the first bar; kurang, tambah: down and up; jumlah: what has been reached, a bar from zero; selisih: how far
    that is from the first bar, a bar between the two. ``sorot`` is the bar that the title speaks of.
    """

    nama: str
    nilai: float
    jenis: str
    sorot: bool = False


@dataclass(frozen=True, kw_only=True)
class Tangga(Deskripsi):
    """A waterfall: from a first bar down and up by steps to sums.

    Raises ``ValueError`` for an unknown kind of step, a negative value, and a sum that its steps do not give: a bar
    that hangs in the air would say something false.
    """

    langkah: Sequence[Langkah]
    kolom_label: str = "Uraian"

    def __post_init__(self) -> None:
        for langkah, jumlah in zip(self.langkah, self.berjalan(), strict=True):
            if langkah.jenis not in JENIS_LANGKAH or langkah.nilai < 0:
                raise ValueError(f"{langkah.nama}: step {langkah.jenis!r} of {langkah.nilai}")
            benar = jumlah if langkah.jenis == "jumlah" else abs(self.langkah[0].nilai - jumlah)
            if langkah.jenis in ("jumlah", "selisih") and abs(langkah.nilai - benar) > 1e-6 * max(1.0, abs(benar)):
                raise ValueError(f"{langkah.nama}: {langkah.nilai} is not what the steps give, {benar}")

    def berjalan(self) -> list[float]:
        """Return the running total after each step."""
        total: list[float] = []
        for langkah in self.langkah:
            lalu = total[-1] if total else 0
            if langkah.jenis == "awal":
                total.append(langkah.nilai)
            elif langkah.jenis in ("jumlah", "selisih"):
                total.append(lalu)
            else:
                total.append(lalu + (langkah.nilai if langkah.jenis == "tambah" else -langkah.nilai))
        return total

    def rentang(self) -> list[tuple[float, float]]:
        """Return where each bar begins and ends, lower end first."""
        hasil: list[tuple[float, float]] = []
        lalu = 0.0
        for langkah, kini in zip(self.langkah, self.berjalan(), strict=True):
            dari = 0.0 if langkah.jenis in ("awal", "jumlah") else lalu
            if langkah.jenis == "selisih":
                dari = self.langkah[0].nilai
            hasil.append((min(dari, kini), max(dari, kini)))
            lalu = kini
        return hasil

    def kolom(self) -> list[Kolom]:
        """Return label, signed value and running total."""
        return [
            Kolom(self.kolom_label),
            Kolom("Nilai", self.satuan, angka=True),
            Kolom("Jumlah berjalan", self.satuan, angka=True),
        ]

    def isi(self) -> list[list[object]]:
        """Return one row per step; what is taken away is negative."""
        return [
            [langkah.nama, -langkah.nilai if langkah.jenis == "kurang" else langkah.nilai, jumlah]
            for langkah, jumlah in zip(self.langkah, self.berjalan(), strict=True)
        ]

    def alt(self) -> str:
        """Return title and every step."""
        angka = tulis(self.satuan)
        isi = "; ".join(f"{nama} {angka(nilai)}" for nama, nilai, _ in self.isi())  # type: ignore[arg-type]
        return f"{self.judul}. Diagram tangga: {isi or 'tidak ada data'}."

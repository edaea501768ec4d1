"""Figures over the months: lines with the target path, small multiples of them, and the slope between two dates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ucj import format, kalender
from ucj.charts.deskripsi.dasar import Deskripsi, tolak_campuran, tulis
from ucj.html import Kolom

MAKS_PERISTIWA = 3
MAKS_PANEL = 12
MAKS_LERENG = 15


@dataclass(frozen=True)
class Deret:
    """One line: months and values (None breaks the line); ``gaya`` is utama, kedua, pembanding, PU, BPU, JAKON, PMI."""

    nama: str
    bulan: tuple[date, ...]
    nilai: tuple[float | None, ...]
    gaya: str = "utama"
    basis: str = ""
    seri: str = ""

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


@dataclass(frozen=True)
class Perkiraan:
    """The months ahead by an estimate: middle and range; drawn dashed with a light band and the word "perkiraan"."""

    bulan: tuple[date, ...]
    nilai: tuple[float, ...]
    bawah: tuple[float, ...]
    atas: tuple[float, ...]


@dataclass(frozen=True)
class Peristiwa:
    """A dated event that the profile lists, at most three to a chart: no cause is said by drawing it."""

    bulan: date
    kata: str


@dataclass(frozen=True, kw_only=True)
class Garis(Deskripsi):
    """Lines over months with target path, estimate, events, and the months whose deliveries are missing (``hilang``).

    Raises ``CampurBasis`` for lines of two bases or two target series, ``ValueError`` for more than three events.
    """

    deret: Sequence[Deret]
    sasaran: Sasaran | None = None
    perkiraan: Perkiraan | None = None
    peristiwa: tuple[Peristiwa, ...] = ()
    hilang: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        _tolak(self, self.deret)
        if len(self.peristiwa) > MAKS_PERISTIWA:
            raise ValueError(f"{len(self.peristiwa)} events, at most {MAKS_PERISTIWA}")

    def kolom(self) -> list[Kolom]:
        """Return month, lines, target, estimate with its range, and what happened."""
        kolom = [Kolom("Bulan"), *(Kolom(d.nama, self.satuan, angka=True) for d in self.deret)]
        kolom += [Kolom(self.sasaran.nama, self.satuan, angka=True)] if self.sasaran else []
        if self.perkiraan:
            kolom += [Kolom(k, self.satuan, angka=True) for k in ("Perkiraan", "Batas bawah", "Batas atas")]
        return kolom + ([Kolom("Keterangan")] if self.peristiwa or self.hilang else [])

    def isi(self) -> list[list[object]]:
        """Return one row per month, newest first, then the months ahead that have a target or an estimate."""
        isi = [dict(zip(d.bulan, d.nilai, strict=True)) for d in self.deret]
        target = dict(self.sasaran.titik) if self.sasaran else {}
        depan = _perkiraan(self.perkiraan)
        kata = dict.fromkeys(self.hilang, "belum ada data")
        for p in self.peristiwa:
            kata[p.bulan] = "; ".join([*([kata[p.bulan]] if p.bulan in kata else []), p.kata])
        terukur = {b for d in self.deret for b, _ in d.titik} | set(self.hilang)
        akhir = max(terukur, default=date.min)
        semua = terukur | set(target) | set(depan) | {p.bulan for p in self.peristiwa}
        urut = sorted((b for b in semua if b <= akhir), reverse=True) + sorted(b for b in semua if b > akhir)
        return [
            [
                b,
                *(nilai.get(b) if b <= akhir else "" for nilai in isi),
                *([target.get(b, "")] if self.sasaran else []),
                *(depan.get(b, ("", "", "")) if self.perkiraan else ()),
                *([kata.get(b, "")] if kata else []),
            ]
            for b in urut
        ]

    def tulis_sel(self, ke: int, kolom: Kolom, nilai: object, baris: Sequence[object]) -> object:
        """Return one value as it is read; a percentage is never rounded up to the target of its month."""
        is_deret = any(kolom.judul == d.nama for d in self.deret)
        if self.sasaran and is_deret and self.satuan == "persen" and isinstance(nilai, (int, float)):
            return format.persen(nilai, next((n for b, n in self.sasaran.titik if b == baris[0]), None))
        return super().tulis_sel(ke, kolom, nilai, baris)

    def alt(self) -> str:
        """Return title, the last value of each line and the end of the estimate."""
        angka = tulis(self.satuan)
        isi = "; ".join(
            f"{d.nama} {angka(d.terakhir[1])} pada {format.bulan(d.terakhir[0])}" for d in self.deret if d.terakhir
        )
        ekor = ""
        if self.perkiraan and self.perkiraan.bulan:
            p = self.perkiraan
            ekor = (
                f" Perkiraan {format.bulan(p.bulan[-1])}: {angka(p.nilai[-1])}, "
                f"rentang {angka(p.bawah[-1])} sampai {angka(p.atas[-1])}."
            )
        return f"{self.judul}. Garis per bulan. Nilai terakhir: {isi or 'tidak ada data'}.{ekor}"


def _perkiraan(p: Perkiraan | None) -> dict[date, tuple[float, float, float]]:
    return {b: (n, x, y) for b, n, x, y in zip(p.bulan, p.nilai, p.bawah, p.atas, strict=True)} if p else {}


def _tolak(d: Deskripsi, deret: Iterable[Deret]) -> None:
    semua = list(deret)
    tolak_campuran(d.judul, [d.basis, *(x.basis for x in semua)], [d.seri, *(x.seri for x in semua)])


@dataclass(frozen=True)
class Panel:
    """One small chart among several."""

    nama: str
    deret: Deret
    sasaran: Sasaran | None = None


@dataclass(frozen=True, kw_only=True)
class Kisi(Deskripsi):
    """Small multiples: at most twelve panels on the same scale.

    Raises ``CampurBasis`` for panels of two bases or two target series, ``ValueError`` for more than twelve.
    """

    panel: Sequence[Panel]

    def __post_init__(self) -> None:
        _tolak(self, (p.deret for p in self.panel))
        if len(self.panel) > MAKS_PANEL:
            raise ValueError(f"{len(self.panel)} panels, at most {MAKS_PANEL}")

    def kolom(self) -> list[Kolom]:
        """Return the month and the panels, then their targets: one column where all panels have the same."""
        kolom = [Kolom("Bulan"), *(Kolom(p.nama, self.satuan, angka=True) for p in self.panel)]
        bertarget = [(p, p.sasaran) for p in self.panel if p.sasaran]
        if len(self._jalur()) == 1 and len(bertarget) == len(self.panel):
            return [*kolom, Kolom(bertarget[0][1].nama, self.satuan, angka=True)]
        return kolom + [Kolom(f"{s.nama} {p.nama}", self.satuan, angka=True) for p, s in bertarget]

    def _jalur(self) -> set[Sasaran]:
        return {p.sasaran for p in self.panel if p.sasaran}

    def isi(self) -> list[list[object]]:
        """Return one row per month, newest first, then the months ahead that have a target."""
        isi = [dict(zip(p.deret.bulan, p.deret.nilai, strict=True)) for p in self.panel]
        target = [dict(p.sasaran.titik) for p in self.panel if p.sasaran]
        if len(self._jalur()) == 1 and len(target) == len(self.panel):
            target = target[:1]
        terukur = {b for p in self.panel for b, _ in p.deret.titik}
        akhir = max(terukur, default=date.min)
        semua = terukur.union(*target)
        urut = sorted((b for b in semua if b <= akhir), reverse=True) + sorted(b for b in semua if b > akhir)
        return [
            [b, *(nilai.get(b) if b <= akhir else "" for nilai in isi), *(t.get(b, "") for t in target)] for b in urut
        ]

    def alt(self) -> str:
        """Return title and the last value of each panel."""
        angka = tulis(self.satuan)
        isi = "; ".join(f"{p.nama} {angka(p.deret.terakhir[1])}" for p in self.panel if p.deret.terakhir)
        return f"{self.judul}. {len(self.panel)} grafik garis berskala sama. Nilai terakhir: {isi or 'tidak ada data'}."


@dataclass(frozen=True)
class Lereng1:
    """One line of a slope: the values at both dates; ``sorot`` is one that moved."""

    nama: str
    awal: float | None
    akhir: float | None
    sorot: bool = False


@dataclass(frozen=True, kw_only=True)
class Lereng(Deskripsi):
    """A slope between two months, at most 15 lines. Raises ``ValueError`` for more."""

    awal: date
    akhir: date
    baris: Sequence[Lereng1]
    kolom_label: str = "Uraian"

    def __post_init__(self) -> None:
        if len(self.baris) > MAKS_LERENG:
            raise ValueError(f"{len(self.baris)} lines, at most {MAKS_LERENG}")

    def kolom(self) -> list[Kolom]:
        """Return label, both months and the change."""
        beda = "persen poin" if self.satuan == "persen" else self.satuan
        return [
            Kolom(self.kolom_label),
            Kolom(format.bulan(self.awal), self.satuan, angka=True),
            Kolom(format.bulan(self.akhir), self.satuan, angka=True),
            Kolom("Perubahan", beda, angka=True),
        ]

    def isi(self) -> list[list[object]]:
        """Return one row per line."""
        return [
            [b.nama, b.awal, b.akhir, None if b.awal is None or b.akhir is None else b.akhir - b.awal]
            for b in self.baris
        ]

    def tulis_sel(self, ke: int, kolom: Kolom, nilai: object, baris: Sequence[object]) -> object:
        """Return one value as it is read; a change of a count carries its sign."""
        if kolom.judul == "Perubahan" and self.satuan != "persen" and isinstance(nilai, (int, float)):
            return ("+" if nilai > 0 else "") + tulis(self.satuan)(nilai)
        return super().tulis_sel(ke, kolom, nilai, baris)

    def alt(self) -> str:
        """Return title and the lines that moved."""
        angka = tulis(self.satuan)
        isi = "; ".join(f"{b.nama} {angka(b.awal)} menjadi {angka(b.akhir)}" for b in self.baris if b.sorot)
        rentang = f"{format.bulan(self.awal)} ke {format.bulan(self.akhir)}"
        return f"{self.judul}. Lereng {rentang}, {len(self.baris)} garis. {isi or 'Tidak ada yang disorot'}."

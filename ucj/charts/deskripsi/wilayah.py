"""The village map in five fixed classes."""

from collections.abc import Sequence
from dataclasses import dataclass

from ucj import format
from ucj.charts.deskripsi.dasar import Deskripsi
from ucj.html import Kolom


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
    """Villages in five fixed classes; the upper limits of the first four are ``batas``; ``sorot`` is the one meant."""

    wilayah: Sequence[Wilayah]
    batas: tuple[float, ...] = (20, 40, 60, 80)
    kata_desa: str = "desa"
    sorot: str = ""

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

    def kolom(self) -> list[Kolom]:
        """Return village, kecamatan, value and class."""
        kata = self.kata_desa[0].upper() + self.kata_desa[1:]
        return [Kolom(kata), Kolom("Kecamatan"), Kolom("Nilai", self.satuan, angka=True), Kolom("Kelas")]

    def isi(self) -> list[list[object]]:
        """Return one row per village in the given order."""
        kelas = self.nama_kelas()
        baris: list[list[object]] = []
        for w in self.wilayah:
            k = self.kelas(w.nilai)
            baris.append([w.nama, w.nama_kecamatan, w.nilai, "belum ada data" if k is None else kelas[k]])
        return baris

    def alt(self) -> str:
        """Return title and how many villages stand in each class."""
        jumlah = [self.kelas(w.nilai) for w in self.wilayah]
        isi = "; ".join(f"{kata}: {jumlah.count(i)}" for i, kata in enumerate(self.nama_kelas()))
        return f"{self.judul}. Peta {self.kata_desa}. {isi}; belum ada data: {jumlah.count(None)}."

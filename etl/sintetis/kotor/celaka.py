"""Rows spoiled beyond saving: each with the reasons for which it will be set aside, beside the damage of any demo."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from etl.sintetis.berkas import Surat

MINIMUM = 60  # rows below which a table is left whole
ANGKA, LEBIH = "angka", "lebih"  # kinds that are no change of a text: see Celaka


@dataclass(frozen=True)
class Celaka:
    """One spoiled row: column -> new text, and the reasons.

    ``cara`` ANGKA types its NIK as a number, LEBIH (CSV only) gives it a cell too many.
    """

    alasan: tuple[str, ...]
    ubah: dict[str, Callable[[str], str]]
    cara: str = ""


def _be(isi: str) -> Callable[[str], str]:
    return lambda lama: isi


_NIK_ANGKA = Celaka(("NIK_ANGKA",), {}, ANGKA)
_LEBIH = Celaka(("KOLOM_LEBIH",), {}, LEBIH)
_SERIAL = Celaka(("NIK_TIDAK_SAH",), {"nik": lambda nik: nik[:12] + "0000"})
_TAK_TERBACA = Celaka(("NIK_TIDAK_SAH",), {"nik": lambda nik: nik[:15] + "?"})
CELAKA: dict[str, tuple[Celaka, ...]] = {
    "peserta": (
        _NIK_ANGKA,
        _NIK_ANGKA,
        _SERIAL,
        _LEBIH,
        Celaka(("TANGGAL_TIDAK_SAH",), {"tanggal_berakhir": _be("31/02/2026")}),
        Celaka(("ANGKA_TIDAK_SAH",), {"rp_upah": _be("sekitar 2 juta")}),
        Celaka(("KODE_TIDAK_DIKENAL",), {"pembayar": _be("entah")}),
        Celaka(("KOLOM_KOSONG",), {"program": _be("")}),
        Celaka(("KODE_TIDAK_DIKENAL",), {"kode_desa": _be("tidak jelas")}),
        # several reasons in one row: all of them are named
        Celaka(("NIK_ANGKA", "ANGKA_TIDAK_SAH"), {"rp_upah": _be("UMK")}, ANGKA),
        Celaka(("NIK_TIDAK_SAH", "KODE_TIDAK_DIKENAL"), {"nik": lambda nik: nik[:15] + "?", "aktif": _be("mungkin")}),
    ),
    "penerima_bantuan": (
        _NIK_ANGKA,
        _TAK_TERBACA,
        Celaka(("NILAI_DI_LUAR_BATAS",), {"porsi_persen": _be("150")}),
        Celaka(("ANGKA_RAGU",), {"porsi_persen": _be("33.333")}),
        Celaka(("KOLOM_KOSONG",), {"rp_iuran": _be("")}),
    ),
    "pemberi_kerja": (
        Celaka(("ANGKA_TIDAK_SAH",), {"jumlah_tk_nyata": _be("16,8")}),
        Celaka(("KODE_TIDAK_DIKENAL",), {"skala": _be("lumayan")}),
        Celaka(("KOLOM_KOSONG",), {"nama": _be("")}),
    ),
    # a NIK that a roster does not give right counts against its office, so only other faults are added here
    "pekerja_binaan": (
        Celaka(("KODE_TIDAK_DIKENAL",), {"kode_desa": _be("tidak jelas")}),
        Celaka(("KODE_TIDAK_DIKENAL",), {"kode_desa": _be("di luar kota")}),
    ),
    "anggaran": (
        Celaka(("ANGKA_TIDAK_SAH",), {"rp_pagu": _be("menyusul")}),
        Celaka(("KODE_TIDAK_DIKENAL",), {"untuk": _be("semua orang")}),
    ),
    "realisasi": (Celaka(("KOLOM_KOSONG",), {"kode_rekening": _be("")}),),
}


def spoil(surat: Surat, sumber: str, rng: np.random.Generator, is_csv: bool) -> tuple[Surat, frozenset[int]]:
    """Return the letter with rows spoiled that were whole, which rows these are, and why they will be set aside.

    Doubles of any demo and the rows that they repeat are left alone, so that they stay doubles.
    """
    jenis = [
        c for c in CELAKA.get(sumber, ()) if set(c.ubah) <= set(surat.teks.columns) and (is_csv or c.cara != LEBIH)
    ]
    if len(surat.teks) < MINIMUM or not jenis:
        return surat, frozenset()
    utuh = sorted(set(range(len(surat.teks))) - set(surat.salah) - set(surat.kembaran) - set(surat.kembaran.values()))
    baris = rng.permutation(utuh)[: len(jenis)].tolist()
    kolom = {nama: surat.teks[nama].to_list() for c in jenis for nama in c.ubah}
    salah, sel_angka, lebih = dict(surat.salah), set(surat.sel_angka), set()
    for n, celaka in zip(baris, jenis, strict=True):
        for nama, ubah in celaka.ubah.items():
            kolom[nama][n] = ubah(kolom[nama][n])
        salah[n] = celaka.alasan
        if celaka.cara == ANGKA:
            sel_angka.add(n)
        elif celaka.cara == LEBIH:
            lebih.add(n)
    teks = surat.teks.with_columns(**{nama: pl.Series(isi, dtype=pl.String) for nama, isi in kolom.items()})
    baru = replace(surat, teks=teks, salah=salah, sel_angka=frozenset(sel_angka), sel_lebih=frozenset(lebih))
    return baru, frozenset(baris)


def keep(surat: Surat, baris: list[int]) -> Surat:
    """Return the letter with some of its rows, in order; what is known of a row goes with it."""
    tempat = {lama: baru for baru, lama in enumerate(baris)}
    return replace(
        surat,
        teks=surat.teks[baris],
        salah={tempat[n]: s for n, s in surat.salah.items() if n in tempat},
        kembaran={tempat[n]: tempat[a] for n, a in surat.kembaran.items() if n in tempat and a in tempat},
        sel_angka=frozenset(tempat[n] for n in surat.sel_angka if n in tempat),
        sel_lebih=frozenset(tempat[n] for n in surat.sel_lebih if n in tempat),
    )

"""The data rows of a sheet as one text table with contract columns; pivots turned long."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from etl.baca.kepala import Kepala
from etl.baca.lembar import Lembar
from etl.kolom import Kontrak

NOMOR, POSISI, LEBIH, TANPA_SATUAN = "_nomor", "_posisi", "_lebih", "_tanpa_satuan"


@dataclass
class Tabel:
    """One row per data row of a sheet (of a pivot: per filled cell), contract columns as text.

    Further columns: ``_nomor`` (row in the file, from 0), ``_posisi`` (pivot column, −1 for none), ``_lebih``
    (more cells than headings), ``_tanpa_satuan`` (pivot row of other measures, such as rupiah per programme),
    ``_kecamatan`` and ``_desa`` (names), ``_program_JKK`` … and, for every column that
    has number cells, ``#kolom``.
    """

    lembar: Lembar
    kepala: Kepala
    teks: pl.DataFrame
    catatan: list[str] = field(default_factory=list)


def make_tabel(lembar: Lembar, kepala: Kepala, kontrak: Kontrak, data: pl.Series, tahun: int | None) -> Tabel:
    """The data rows with their contract columns. ``tahun``: the year of pivot months that name none."""
    tinggi = lembar.bersih.height
    utuh = len(data) == tinggi - kepala.mulai

    def ambil(posisi: int, nama: str) -> pl.Series:
        kolom = lembar.bersih[str(posisi)]
        return (kolom.slice(kepala.mulai) if utuh else kolom.gather(data)).alias(nama)

    def ambil_angka(posisi: int, nama: str) -> pl.Series:
        kolom = lembar.angka[posisi]
        return (kolom.slice(kepala.mulai) if utuh else kolom.gather(data)).alias(f"#{nama}")

    asal = {**kepala.kolom}
    asal |= {f"_{nama}": posisi for nama, posisi in kepala.nama.items()}
    asal |= {f"_program_{program}": posisi for program, posisi in kepala.program.items()}
    kolom = [data.alias(NOMOR).cast(pl.Int64)]
    for nama, posisi in asal.items():
        kolom.append(ambil(posisi, nama))
        if posisi in lembar.angka:
            kolom.append(ambil_angka(posisi, nama))
    dasar = pl.DataFrame(kolom).with_columns(
        pl.lit(-1, pl.Int64).alias(POSISI), pl.lit(False).alias(TANPA_SATUAN), _lebih(lembar, kepala, data)
    )
    tabel = Tabel(lembar, kepala, dasar)
    if kepala.silang:
        _turn(tabel, kontrak, ambil, ambil_angka, tahun)
    return tabel


def _lebih(lembar: Lembar, kepala: Kepala, data: pl.Series) -> pl.Series:
    """True for rows with filled cells past the last heading; only a CSV can have them by mistake."""
    sisa = [nama for nama in lembar.bersih.columns if int(nama) >= kepala.lebar] if lembar.is_csv else []
    if not sisa:
        return pl.Series(LEBIH, [False]).new_from_index(0, len(data))
    ada = lembar.bersih.select(pl.any_horizontal(pl.col(sisa).is_not_null())).to_series()
    return ada.gather(data).alias(LEBIH)


def _turn(tabel: Tabel, kontrak: Kontrak, ambil, ambil_angka, tahun: int | None) -> None:  # type: ignore[no-untyped-def]
    """Turn the pivot columns long: one row per row and set of dimension values, in file order."""
    kepala, dasar = tabel.kepala, tabel.teks
    ukuran = [k.nama for k in kontrak.kolom if k.jenis in ("jumlah", "rupiah", "persen", "nilai")]
    polos = [nama for nama in ukuran if nama in dasar.columns]
    lepas = dasar.drop([nama for nama in dasar.columns if nama.removeprefix("#") in ukuran])
    grup: dict[tuple[tuple[str, str], ...], list] = {}
    for satu in kepala.silang:
        grup.setdefault(tuple(sorted(satu.nilai.items())), []).append(satu)
    bagian = []
    if kontrak.satuan_pivot in polos:  # head counts beside columns per programme
        bagian.append(dasar)
    elif polos:
        tabel.catatan.append(
            f"{tabel.lembar.sebutan}: kolom {', '.join(polos)} tidak dirinci seperti kolom lain dalam tabel "
            "silang, diabaikan."
        )
    kosong = 0
    for nilai, daftar in grup.items():
        frame = lepas
        tambahan = [pl.lit(_bulan(isi, tahun) if nama == "bulan" else isi).alias(nama) for nama, isi in nilai]
        tanpa = kontrak.satuan_pivot not in {satu.satuan for satu in daftar}
        frame = frame.with_columns(
            *tambahan, pl.lit(daftar[0].posisi, pl.Int64).alias(POSISI), pl.lit(tanpa).alias(TANPA_SATUAN)
        )
        satuan = []
        for satu in daftar:
            satuan.append(satu.satuan)
            frame = frame.with_columns(ambil(satu.posisi, satu.satuan))
            if satu.posisi in tabel.lembar.angka:
                frame = frame.with_columns(ambil_angka(satu.posisi, satu.satuan))
        terisi = frame.filter(pl.any_horizontal(pl.col(satuan).is_not_null()))
        kosong += frame.height - terisi.height
        bagian.append(terisi)
    panjang = pl.concat(bagian, how="diagonal").sort(NOMOR, POSISI, maintain_order=True)
    dimensi = {nama for nilai in grup for nama, _ in nilai}
    isi_semua = [pl.col(n).fill_null("SEMUA") for n in dimensi & {"segmen"} if n in panjang.columns]
    tabel.teks = panjang.with_columns(isi_semua)
    if kosong:
        tabel.catatan.append(
            f"{tabel.lembar.sebutan}: {kosong} sel kosong dalam tabel silang tidak dihitung sebagai baris."
        )


def _bulan(isi: str, tahun: int | None) -> str:
    return isi if "-" in isi or tahun is None else f"{tahun}-{isi}"

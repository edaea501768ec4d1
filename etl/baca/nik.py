"""NIK: what makes one valid, and what it tells (domain.md 6.2)."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from etl.baca.terbaca import Terbaca, add_salah

PROVINSI = frozenset(
    (*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
KELOMPOK_USIA = ("<15", "15-24", "25-34", "35-44", "45-54", "55-64", "65+")
_HARI = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


@dataclass
class Nik:
    """The NIK column: ``terbaca.nilai`` are the valid NIK, the rest are facts read from them (null where not valid)."""

    terbaca: Terbaca
    hari: pl.Series
    bulan: pl.Series
    tahun_pendek: pl.Series
    jenis_kelamin: pl.Series


def read_nik(teks: pl.Series, angka: pl.Series | None, nama: str) -> Nik:
    """NIK without the signs people put inside. A NIK that came as a number has lost its last digit."""
    is_angka = teks.str.contains(r"^\d+(?:[.,]\d+)?[eE]\+?\d+$|^\d{15,16}[.,]0+$").fill_null(False)
    if angka is not None:
        is_angka |= angka & teks.is_not_null()
    nik = teks.set(is_angka, None)
    polos = nik.str.contains(r"^[0-9]{16}$")
    if not polos.all():
        nik = nik.str.replace_all(r"[\s.\-–—'\"’]", "")
    fakta = pl.DataFrame({"nik": nik}).select(
        "nik",
        non_angka=~pl.col("nik").str.contains(r"^[0-9]*$"),
        panjang=pl.col("nik").str.len_chars() != 16,
        hari=pl.col("nik").str.slice(6, 2).cast(pl.Int32, strict=False),
        bulan=pl.col("nik").str.slice(8, 2).cast(pl.Int32, strict=False),
        tahun=pl.col("nik").str.slice(10, 2).cast(pl.Int32, strict=False),
        nol=pl.col("nik").str.slice(12, 4) == "0000",
    )
    lahir = pl.when(pl.col("hari") > 40).then(pl.col("hari") - 40).otherwise(pl.col("hari"))
    utuh = ~(pl.col("non_angka") | pl.col("panjang"))
    fakta = fakta.with_columns(
        lahir=lahir, batas=pl.col("bulan").replace_strict(_HARI, default=0, return_dtype=pl.Int32)
    ).with_columns(
        tanggal=utuh
        & (
            ~pl.col("lahir").is_between(1, pl.col("batas"))
            | ((pl.col("bulan") == 2) & (pl.col("lahir") == 29) & (pl.col("tahun") % 4 != 0))
        ),
        nol=utuh & pl.col("nol"),
    )
    hasil = Terbaca(nik)
    add_salah(hasil, nama, "NIK_ANGKA", is_angka)
    for rincian, kolom in (
        ("PANJANG", "panjang"), ("NON_ANGKA", "non_angka"), ("TANGGAL", "tanggal"), ("SERIAL_0000", "nol"),
    ):  # fmt: skip
        add_salah(hasil, nama, "NIK_TIDAK_SAH", fakta[kolom], rincian)
    sah = nik.is_not_null()
    for salah in hasil.salah:
        sah &= ~salah.di
    hasil.nilai = nik.set(~sah, None)
    kelamin = fakta.select(pl.when(pl.col("hari") > 40).then(pl.lit("P")).otherwise(pl.lit("L"))).to_series()
    return Nik(
        hasil,
        fakta["lahir"].set(~sah, None),
        fakta["bulan"].set(~sah, None),
        fakta["tahun"].set(~sah, None),
        kelamin.set(~sah, None),
    )


def umur(nik: Nik, acuan: pl.Series) -> pl.Series:
    """Age in whole years on the day ``acuan``: the century that makes the person 0 to 110, and a worker 15 or more."""
    belum = (pl.col("bulan") > pl.col("acuan").dt.month()) | (
        (pl.col("bulan") == pl.col("acuan").dt.month()) & (pl.col("hari") > pl.col("acuan").dt.day())
    )
    baru = pl.col("acuan").dt.year() - 2000 - pl.col("tahun") - belum.cast(pl.Int32)
    lama = baru + 100
    is_baru = baru.is_between(0, 110)
    # 29 February 1900 never was
    is_lama = lama.is_between(0, 110) & ~((pl.col("tahun") == 0) & (pl.col("bulan") == 2) & (pl.col("hari") == 29))
    pilih = (
        pl.when(is_baru & (baru >= 15)).then(baru)
        .when(is_lama & (lama >= 15)).then(lama)
        .when(is_baru).then(baru)
        .when(is_lama).then(lama)
    )  # fmt: skip
    frame = pl.DataFrame({"hari": nik.hari, "bulan": nik.bulan, "tahun": nik.tahun_pendek, "acuan": acuan})
    return frame.select(pilih.alias("umur")).to_series()


def umur_lahir(lahir: pl.Series, acuan: pl.Series) -> pl.Series:
    """Age in whole years on the day ``acuan`` from a birth date."""
    belum = (pl.col("lahir").dt.month() > pl.col("acuan").dt.month()) | (
        (pl.col("lahir").dt.month() == pl.col("acuan").dt.month())
        & (pl.col("lahir").dt.day() > pl.col("acuan").dt.day())
    )
    frame = pl.DataFrame({"lahir": lahir, "acuan": acuan})
    return frame.select(pl.col("acuan").dt.year() - pl.col("lahir").dt.year() - belum.cast(pl.Int32)).to_series()


def kelompok_usia(umur_: pl.Series) -> pl.Series:
    """Age group of an age, null where it is unknown."""
    batas = (15, 25, 35, 45, 55, 65)
    ekspresi = pl.lit(KELOMPOK_USIA[-1])
    for nilai, nama in reversed(list(zip(batas, KELOMPOK_USIA, strict=False))):
        ekspresi = pl.when(pl.col("u") < nilai).then(pl.lit(nama)).otherwise(ekspresi)
    return pl.DataFrame({"u": umur_}).select(pl.when(pl.col("u").is_not_null()).then(ekspresi)).to_series()

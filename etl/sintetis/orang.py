"""Invented people: a NIK that is valid in form, a birth date and sex that agree with it, a home village."""

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.skenario import Skenario

# People drawn for one purpose share the first digit of the serial number, so that no NIK is drawn twice. Serials of
# 6000 and more hardly occur in real life: nobody can be mistaken for a simulated person of a real regency.
SERI = {"peserta": 9, "aparatur": 8, "binaan": 7, "penerima": 6}


def make_orang(
    skenario: Skenario,
    bagian: str,
    jumlah: int,
    porsi_luar: float | np.ndarray = 0.0,
    tinggal: np.ndarray | None = None,
) -> pl.DataFrame:
    """Return one row per person: nik, nama, tanggal_lahir, jenis_kelamin, desa (row of wilayah), kode_desa.

    ``desa`` is -1 for people who live outside the regency (``porsi_luar``: the chance, of all or of each one).
    ``tinggal`` fixes the home village of each person; where it is -1, and without it, the village is drawn.
    """
    rng = skenario.rng(f"orang/{bagian}")
    wilayah = skenario.daerah.wilayah
    desa = rng.choice(len(wilayah), size=jumlah, p=skenario.daerah.bobot * _minat(skenario))
    if tinggal is not None:
        desa = np.where(tinggal >= 0, tinggal, desa)
    is_luar = rng.random(jumlah) < porsi_luar
    kode = wilayah["kode_desa"].to_numpy()
    luar = np.array([f"{acuan.KODE_LUAR}.{k:02d}.2{n:03d}" for k in range(1, 5) for n in range(1, 9)])
    kode_desa = np.where(is_luar, rng.choice(luar, jumlah), kode[desa])
    # The first six digits are the place of first registration: mostly, not always, the kecamatan of today.
    is_pindah = rng.random(jumlah) < 0.06
    asal = np.where(is_pindah, rng.choice(kode, jumlah), kode_desa)
    usia_hari = rng.triangular(18 * 365.25, 34 * 365.25, 62 * 365.25, jumlah).astype(int)
    frame = pl.DataFrame(
        {
            "asal": asal,
            "tanggal_lahir": np.datetime64("2025-01-01") - usia_hari.astype("timedelta64[D]"),
            "jenis_kelamin": np.where(rng.random(jumlah) < 0.38, "P", "L"),
            "desa": np.where(is_luar, -1, desa),
            "kode_desa": kode_desa,
            "laki": rng.choice(np.array(acuan.NAMA_LAKI), jumlah),
            "perempuan": rng.choice(np.array(acuan.NAMA_PEREMPUAN), jumlah),
            "belakang": rng.choice(np.array(acuan.NAMA_BELAKANG), jumlah),
        }
    ).with_columns(pl.col("tanggal_lahir").cast(pl.Date))
    perempuan = pl.col("jenis_kelamin") == "P"
    hari = pl.col("tanggal_lahir").dt.day().cast(pl.Int32) + pl.when(perempuan).then(40).otherwise(0)
    return (
        frame.with_columns(
            dua_belas=pl.col("asal").str.replace_all(".", "", literal=True).str.slice(0, 6)
            + hari.cast(pl.String).str.zfill(2)
            + pl.col("tanggal_lahir").dt.strftime("%m%y")
        )
        .with_columns(serial=pl.int_range(pl.len()).over("dua_belas") + SERI[bagian] * 1000 + 1)
        .select(
            nik=pl.col("dua_belas") + pl.col("serial").cast(pl.String),
            nama=pl.when(perempuan).then("perempuan").otherwise("laki") + pl.lit(" ") + pl.col("belakang"),
            tanggal_lahir="tanggal_lahir",
            jenis_kelamin="jenis_kelamin",
            desa="desa",
            kode_desa="kode_desa",
        )
    )


def _minat(skenario: Skenario) -> np.ndarray:
    """Return how readily workers of each village join; scaled so that the weights still add up to 1."""
    rng = skenario.rng("minat")
    bobot = skenario.daerah.bobot
    minat = rng.lognormal(0, 0.45, len(bobot))
    # a few villages that pay for everybody from their own budget
    minat[rng.permutation(len(bobot))[: max(len(bobot) // 15, 1)]] = 5.0
    return minat / (minat * bobot).sum()

"""Workers whom an office supervises by sector, and trainees (source ``pekerja_binaan``, kinds SEKTOR and MAGANG)."""

from datetime import date

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.kepesertaan import Kepesertaan
from etl.sintetis.orang import make_orang
from etl.sintetis.skenario import Skenario

KELOMPOK = ("Maju Bersama", "Sumber Rejeki", "Tunas Harapan", "Karya Mandiri", "Sinar Pagi")


def make_binaan(skenario: Skenario, kepesertaan: Kepesertaan) -> pl.DataFrame:
    """Return one row per listed worker; about a third of each list is drawn from the non-wage participants."""
    rng = skenario.rng("binaan")
    opd = {k: isi for k, isi in acuan.BINAAN.items() if k in skenario.aturan.opd}
    jumlah = {k: round(skenario.skala.jumlah_binaan * per_seribu / 1000) for k, (_, per_seribu, _) in opd.items()}
    jumlah["DISNAKER"] = max(skenario.skala.jumlah_binaan // 40, 10)
    baru = make_orang(skenario, "binaan", sum(jumlah.values()))
    bpu = kepesertaan.baris.filter(pl.col("segmen") == "BPU").unique("orang", keep="first", maintain_order=True)
    kolom = baru.columns
    frames, mulai = [], 0
    for kode, n in jumlah.items():
        sektor, _, sebutan = opd.get(kode, ("MN", 0, "Peserta pelatihan BLK"))
        calon = bpu.filter(pl.col("sektor") == sektor)["orang"].to_numpy()
        lama = rng.permutation(calon)[: round(n * rng.uniform(0.18, 0.45))]
        orang = pl.concat([kepesertaan.orang[lama].select(kolom), baru[mulai : mulai + n - len(lama)]])
        mulai += n
        frames.append(
            orang.with_columns(
                kode_opd=pl.lit(kode),
                jenis_daftar=pl.lit("MAGANG" if kode == "DISNAKER" else "SEKTOR"),
                unit=pl.Series([f"{sebutan} {KELOMPOK[i]}" for i in rng.integers(0, len(KELOMPOK), len(orang))]),
                subkategori=pl.lit("PU-MAGANG" if kode == "DISNAKER" else "BPU-MANDIRI"),
                sektor=pl.lit(sektor),
                pekerjaan=pl.lit(acuan.PEKERJAAN[sektor]),
            )
        )
    return pl.concat(frames)


def roster(skenario: Skenario, binaan: pl.DataFrame, kode_opd: str, tanggal: date) -> pl.DataFrame:
    """Return the list of one office at one date, as delivered; the lists grow a little from date to date."""
    rng = skenario.rng(f"binaan/{kode_opd}")
    urutan = rng.random(len(binaan))
    umur = (skenario.bulan[-1].year - tanggal.year) * 12 + skenario.bulan[-1].month - tanggal.month
    ada = urutan < 1 - np.clip(umur, 0, 40) * 0.006
    return binaan.filter(pl.Series(ada) & (pl.col("kode_opd") == kode_opd)).select(
        pl.lit(tanggal).alias("tanggal_data"), "kode_opd", "unit", "jenis_daftar", "subkategori", "nik", "nama",
        "tanggal_lahir", "jenis_kelamin", "kode_desa", "sektor", "pekerjaan",
    )  # fmt: skip

"""The branch's list of participants, month by month (source ``peserta``), and the truth behind the recaps."""

import numpy as np
import polars as pl

from etl.sintetis.kepesertaan import TANPA_AKHIR, Kepesertaan
from etl.sintetis.skenario import Skenario
from ucj.kalender import akhir_bulan, geser_bulan

TANPA_DESA = 0.012  # share of persons without a village in the list
DESA_TAK_DIKENAL = 0.002  # with a village code of the regency that `wilayah` does not know


def monthly_peserta(skenario: Skenario, kepesertaan: Kepesertaan, m: int) -> pl.DataFrame:
    """Return month ``m``'s list: one row per participation, columns of the contract (values, not text)."""
    rows = monthly_baris(skenario, kepesertaan, m)
    berakhir = {
        k: akhir_bulan(geser_bulan(skenario.bulan[0], int(k))) for k in rows["berakhir"].unique() if k < TANPA_AKHIR
    }
    return rows.select(
        bulan=pl.lit(skenario.bulan[m]),
        nik="nik",
        kpj="kpj",
        nama="nama",
        tanggal_lahir="tanggal_lahir",
        jenis_kelamin="jenis_kelamin",
        segmen="segmen",
        subkategori=_text("subkategori"),
        program="program",
        # companies report a status; for everybody else it follows from the newest payment
        aktif=pl.when(pl.col("pemberi") >= 0).then(pl.when("is_aktif").then(pl.lit("Ya")).otherwise(pl.lit("Tidak"))),
        bulan_iuran_terakhir=pl.col("terakhir").replace_strict(
            {int(k): geser_bulan(skenario.bulan[0], int(k)) for k in rows["terakhir"].unique()}, return_dtype=pl.Date
        ),
        tanggal_berakhir=pl.col("berakhir").replace_strict(berakhir, default=None, return_dtype=pl.Date),
        npp=_text("npp"),
        sektor="sektor",
        pekerjaan="pekerjaan",
        kode_desa=_text("kode_desa_kartu"),
        bekerja_di_daerah=_text("bekerja_di_daerah"),
        rp_upah=pl.when(pl.col("rp_upah") > 0).then("rp_upah"),
        pembayar="pembayar",
    )


def monthly_baris(skenario: Skenario, kepesertaan: Kepesertaan, m: int) -> pl.DataFrame:
    """Return month ``m``'s participations with their person, whether active, and the newest month paid."""
    ada = np.flatnonzero(kepesertaan.tercatat[:, m])
    baris = kepesertaan.baris[ada]
    nomor = baris["orang"].to_numpy()
    rows = pl.concat([baris, kepesertaan.orang[nomor]], how="horizontal")
    rng = skenario.rng("kartu")
    acak = rng.random(len(kepesertaan.orang))[nomor]
    tak_dikenal = pl.concat_str(
        pl.lit(f"{skenario.daerah.kode_kecamatan[0]}.29"), (pl.col("orang") % 9 + 90).cast(pl.String)
    )
    return rows.with_columns(
        is_aktif=pl.Series(kepesertaan.aktif(skenario, m)[ada]),
        terakhir=pl.Series(kepesertaan.terakhir[ada, m]),
        kpj=pl.format("88{}", pl.col("orang").cast(pl.String).str.zfill(9)),
        acak=pl.Series(acak),
    ).with_columns(
        kode_desa_kartu=pl.when(pl.col("acak") < TANPA_DESA)
        .then(pl.lit(""))
        .when((pl.col("acak") < TANPA_DESA + DESA_TAK_DIKENAL) & (pl.col("desa") >= 0))
        .then(tak_dikenal)
        .otherwise("kode_desa")
    )


def _text(name: str) -> pl.Expr:
    return pl.when(pl.col(name) != "").then(pl.col(name))

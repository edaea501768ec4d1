"""Recipients of contribution subsidies, month by month (source ``penerima_bantuan``), and their number for budgets."""

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.kepesertaan import Kepesertaan
from etl.sintetis.skenario import Skenario

BERSAMA = 19  # one APBD recipient in so many is paid half by a company (BRU 20(2))
GANDA = 113  # one in so many is also paid in full by the village: a double payer


def monthly_penerima(skenario: Skenario, kepesertaan: Kepesertaan, m: int) -> pl.DataFrame:
    """Return month ``m``'s recipients: one row per person and payer (columns of the contract, values)."""
    dana = skenario.aturan.sumber_dana
    dibayar = (kepesertaan.baris["subkategori"] == "BPU-RENTAN").to_numpy() & (kepesertaan.terakhir[:, m] == m)
    baris = kepesertaan.baris.filter(pl.Series(dibayar))
    orang = pl.concat(
        [baris.select("orang", sumber_dana="pembayar"), kepesertaan.orang[baris["orang"].to_numpy()]], how="horizontal"
    ).with_columns(porsi_persen=pl.lit(100))
    is_bersama = skenario.aturan.is_bersama and "CSR" in dana and bool(skenario.dibayar("CSR")[m])
    separuh = (pl.col("sumber_dana") == "APBD") & (pl.col("orang") % BERSAMA == 0)
    parts = [orang]
    if is_bersama:
        parts = [
            orang.with_columns(porsi_persen=pl.when(separuh).then(50).otherwise(100)),
            # of some the company's share is written down wrongly: 50 and 40 do not add to 100
            orang.filter(separuh).with_columns(
                sumber_dana=pl.lit("CSR"),
                porsi_persen=pl.when(pl.col("orang") % (BERSAMA * 7) == 0).then(40).otherwise(50),
            ),
        ]
    if "APBDES" in dana:
        ganda = (pl.col("sumber_dana") == "APBD") & (pl.col("orang") % GANDA == 1)
        parts.append(orang.filter(ganda).with_columns(sumber_dana=pl.lit("APBDES")))
    return _describe(skenario, pl.concat(parts, how="vertical_relaxed"), m)


def _describe(skenario: Skenario, rows: pl.DataFrame, m: int) -> pl.DataFrame:
    bulan = skenario.bulan[m]
    kategori = {s: _kategori(skenario, s) for s in skenario.aturan.sumber_dana}
    nomor = rows["orang"].to_numpy()
    acak = skenario.rng("penerima").random((int(nomor.max(initial=0)) + 1, 2))[nomor]
    pilihan = [kategori[s][k % len(kategori[s])] for s, k in zip(rows["sumber_dana"], nomor, strict=True)]
    kantor = [_opd(skenario, s, k) for s, k in zip(rows["sumber_dana"], nomor, strict=True)]
    return rows.select(
        bulan=pl.lit(bulan),
        nik="nik",
        nama="nama",
        sumber_dana="sumber_dana",
        porsi_persen="porsi_persen",
        rp_iuran=(pl.col("porsi_persen") * acuan.IURAN_BANTUAN // 100).cast(pl.Int64),
        kode_opd=pl.Series(kantor, dtype=pl.String),
        nomor_penetapan=pl.when(pl.col("sumber_dana") != "CSR").then(
            pl.lit(f"188.45/{bulan.year - 1900}/KEP/{bulan.year}")
        ),
        kategori=pl.Series(pilihan, dtype=pl.String),
        kode_desa=pl.when(pl.Series(acak[:, 0] > 0.01)).then("kode_desa"),
        jenis_kelamin="jenis_kelamin",
        tanggal_lahir="tanggal_lahir",
        disabilitas=pl.Series(np.select([acak[:, 1] < 0.03, acak[:, 1] < 0.85], ["Ya", "Tidak"], "")),
    )


def count_penerima(skenario: Skenario, kepesertaan: Kepesertaan) -> dict[str, np.ndarray]:
    """Return for each source of funds the number of persons paid in each month."""
    pembayar = kepesertaan.baris["pembayar"].to_numpy()
    is_rentan = (kepesertaan.baris["subkategori"] == "BPU-RENTAN").to_numpy()
    dibayar = kepesertaan.terakhir == np.arange(skenario.jumlah_bulan)[None, :]
    return {s: dibayar[is_rentan & (pembayar == s)].sum(axis=0) for s in skenario.aturan.sumber_dana}


def _kategori(skenario: Skenario, sumber: str) -> tuple[str, ...]:
    """Return the profile's categories that fit the source, else the first of the profile."""
    cocok = tuple(k for k in acuan.PEMBAYAR[sumber][2] if k in skenario.aturan.kategori)
    return cocok or skenario.aturan.kategori[:1]


def _opd(skenario: Skenario, sumber: str, nomor: int) -> str:
    """Return the office that reports a recipient; the labour office has a quarter of the APBD recipients."""
    if sumber == "APBD" and nomor % 4 == 0:
        return "DISNAKER"
    kode = acuan.PEMBAYAR[sumber][0]
    return kode if kode in skenario.aturan.opd else "DISNAKER"

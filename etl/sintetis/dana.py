"""Budgets and spending of offices and villages (sources ``anggaran`` and ``realisasi``).

Subsidies are budgeted for a few more people than are paid in the end, staff contributions for the whole year; the
budget is changed once a year. Accounts: domain.md 5.11.
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.bantuan import count_penerima
from etl.sintetis.kepesertaan import Kepesertaan
from etl.sintetis.skenario import Skenario

REKENING = {
    "5.1.02.02.02.0006": "Belanja Iuran Jaminan Kecelakaan Kerja bagi Non ASN",
    "5.1.02.02.02.0007": "Belanja Iuran Jaminan Kematian bagi Non ASN",
    "5.1.02.02.02.0005": "Belanja Iuran Jaminan Kesehatan bagi Non ASN",
    "5.1.02.02.01.0026": "Belanja Jasa Tenaga Administrasi",
    "5.1.02.01.01.0026": "Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak",
    "5.1.3.03": "Jaminan Ketenagakerjaan Kepala Desa",
    "5.1.3.04": "Jaminan Ketenagakerjaan Perangkat Desa",
    "5.1.3.02": "Jaminan Kesehatan Perangkat Desa",
    "5.2.2.05": "Belanja Iuran Jaminan Sosial Ketenagakerjaan Pekerja Rentan",
}
JKK, JKM = "5.1.02.02.02.0006", "5.1.02.02.02.0007"
TARIF = {JKK: 10_000, JKM: 6_800}  # rupiah per vulnerable worker and month
TARIF_NONASN = {JKK: 4_200, JKM: 5_250}  # 0.24 % and 0.30 % of 1.75 million
TANGGAL_PERUBAHAN = {2024: date(2024, 9, 6), 2025: date(2025, 8, 29)}
TANGGAL_PERGESERAN = date(2026, 5, 4)


@dataclass(frozen=True)
class Dana:
    """Budget lines and monthly spending of all years that the months touch (columns of the contracts, values)."""

    apbd: pl.DataFrame
    apbdes: pl.DataFrame
    realisasi_apbd: pl.DataFrame  # rp_kumulatif since January
    realisasi_apbdes: pl.DataFrame  # rp_realisasi of the month


def make_dana(skenario: Skenario, kepesertaan: Kepesertaan, aparatur: pl.DataFrame) -> Dana:
    """Return the money side of the simulation."""
    tahun = sorted({b.year for b in skenario.bulan})
    lines = pl.concat([_apbd(skenario, kepesertaan, aparatur, t) for t in tahun])
    desa = pl.concat([_apbdes(skenario, kepesertaan, aparatur, t) for t in tahun])
    return Dana(
        apbd=_stages(skenario, lines, tahun),
        apbdes=_stages(skenario, desa, tahun),
        realisasi_apbd=_spend_apbd(skenario, kepesertaan, lines),
        realisasi_apbdes=_spend_apbdes(skenario, desa),
    )


def _line(tahun: int, unit: str, rekening: str, rp_pagu: float, **lain: object) -> dict[str, object]:
    lingkup = "APBDES" if rekening.startswith(("5.1.3", "5.2.2")) else "APBD"
    return {
        "tahun": tahun, "lingkup": lingkup, "unit": unit, "kode_subkegiatan": "2.07.05.2.01.0003",
        "kode_rekening": rekening, "nama_rekening": REKENING[rekening], "cara_penganggaran": "REKENING_KHUSUS",
        "porsi_iuran_persen": None, "sumber_dana": lingkup, "untuk": None, "rp_pagu": int(round(rp_pagu, -3)),
        "jumlah_orang": None, "jumlah_bulan": None,
    } | lain  # fmt: skip


def _frame(rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame(
        rows, schema_overrides={"porsi_iuran_persen": pl.Float64, "untuk": pl.String, "jumlah_orang": pl.Int64,
                                "jumlah_bulan": pl.Int64, "rp_pagu": pl.Int64}, infer_schema_length=None,
    )  # fmt: skip


def _apbd(skenario: Skenario, kepesertaan: Kepesertaan, aparatur: pl.DataFrame, tahun: int) -> pl.DataFrame:
    """Return the original budget lines of the offices in one year."""
    rng = skenario.rng("anggaran")  # the same draws every year: an office does not change its habits
    orang = aparatur.filter(pl.col("jenis_daftar").is_in(("NONASN", "PPPK_PW", "BLUD")))
    per_opd = dict(orang.group_by("kode_opd").len().sort("kode_opd").iter_rows())
    rows: list[dict[str, object]] = []
    is_melekat = "MELEKAT" in skenario.aturan.cara_anggaran
    for i, (opd, jumlah) in enumerate(per_opd.items()):
        acak = rng.random()
        subkegiatan = f"{i % 8 + 1}.01.01.2.02.0001"
        dasar = {"kode_subkegiatan": subkegiatan, "untuk": "NONASN", "jumlah_orang": jumlah, "jumlah_bulan": 12}
        if acak < 0.09:
            continue  # no line yet: what KEU-02 is there to show
        if acak < 0.24 and is_melekat:
            # every other one forgets to say which part of the line is the contribution
            porsi = 0.54 if i % 2 else None
            rows.append(_line(tahun, opd, "5.1.02.02.01.0026", jumlah * 12 * 1_750_000, **dasar,
                              cara_penganggaran="MELEKAT", porsi_iuran_persen=porsi))  # fmt: skip
        else:
            rows += [_line(tahun, opd, r, jumlah * 12 * tarif, **dasar) for r, tarif in TARIF_NONASN.items()]
        if acak > 0.7:
            rows.append(_line(tahun, opd, "5.1.02.02.02.0005", jumlah * 12 * 70_000, kode_subkegiatan=subkegiatan))
    for sumber, banyak in count_penerima(skenario, kepesertaan).items():
        if sumber in ("APBDES", "CSR"):
            continue  # village budgets stand apart, company money in no budget
        jumlah, bulan = _plan(skenario, sumber, banyak, tahun)
        opd = acuan.PEMBAYAR[sumber][0] if acuan.PEMBAYAR[sumber][0] in skenario.aturan.opd else "DISNAKER"
        for rekening, tarif in TARIF.items():
            rows.append(_line(tahun, opd, rekening, jumlah * bulan * tarif, kode_subkegiatan="1.06.05.2.02.0004",
                              sumber_dana=sumber, untuk="RENTAN", jumlah_orang=jumlah, jumlah_bulan=bulan))  # fmt: skip
    rows.append(_line(tahun, "DISNAKER", "5.1.02.01.01.0026", 45_000_000))
    return _frame(rows)


def _plan(skenario: Skenario, sumber: str, banyak: np.ndarray, tahun: int) -> tuple[int, int]:
    """Return for how many people and months a subsidy is budgeted: a tenth more than are paid."""
    jadwal = acuan.BULAN_DIBAYAR[sumber]
    awal, akhir = jadwal.get(tahun, jadwal[0])
    tahun_ini = [n for b, n in zip(skenario.bulan, banyak, strict=True) if b.year == tahun]
    return max(round(max(tahun_ini, default=0) * 1.1), 10), akhir - awal + 1


def _apbdes(skenario: Skenario, kepesertaan: Kepesertaan, aparatur: pl.DataFrame, tahun: int) -> pl.DataFrame:
    """Return the original budget lines of the villages in one year; four of five villages have one."""
    rng = skenario.rng("apbdes")
    wilayah = skenario.daerah.wilayah
    staf = aparatur.filter(pl.col("jenis_daftar") == "DESA").group_by("dilayani").len()
    per_desa = dict(staf.iter_rows())
    rentan = (kepesertaan.baris["pembayar"] == "APBDES").to_numpy() & (
        kepesertaan.baris["subkategori"] == "BPU-RENTAN"
    ).to_numpy()
    desa_rentan = kepesertaan.orang["desa"].to_numpy()[kepesertaan.baris["orang"].to_numpy()[rentan]]
    rows: list[dict[str, object]] = []
    for i, (kode, jenis) in enumerate(wilayah.select("kode_desa", "jenis").iter_rows()):
        acak = rng.random()
        if jenis != "DESA" or acak < 0.2:
            continue
        jumlah = max(per_desa.get(i, 0) - 1, 1)
        dasar = {"kode_subkegiatan": "1.1.3", "untuk": "PERANGKAT", "jumlah_bulan": 12}
        rows.append(_line(tahun, kode, "5.1.3.03", 12 * 16_800, **dasar, jumlah_orang=1))
        rows.append(_line(tahun, kode, "5.1.3.04", jumlah * 12 * 11_340, **dasar, jumlah_orang=jumlah))
        if acak > 0.6:
            rows.append(_line(tahun, kode, "5.1.3.02", jumlah * 12 * 60_000, kode_subkegiatan="1.1.3"))
        banyak = int((desa_rentan == i).sum())
        if banyak:
            rows.append(_line(tahun, kode, "5.2.2.05", banyak * 12 * 16_800, kode_subkegiatan="2.1.5", untuk="RENTAN",
                              jumlah_orang=banyak, jumlah_bulan=12))  # fmt: skip
    return _frame(rows)


def _stages(skenario: Skenario, lines: pl.DataFrame, tahun: list[int]) -> pl.DataFrame:
    """Return the lines with their stage: MURNI of each year, the mid-year change, a shift of a few units in 2026."""
    units = lines["unit"].unique().sort().to_list()
    awal = skenario.bulan[0]
    frames = [lines.with_columns(tahap=pl.lit("MURNI"), tanggal_berlaku=pl.date(pl.col("tahun"), 1, 1))]
    for t in tahun:
        berlaku = TANGGAL_PERUBAHAN.get(t)
        if berlaku is None or berlaku < awal:
            continue
        # every office sends its change, of the villages one in five
        is_desa = lines["lingkup"][0] == "APBDES"
        pilih = units[::5] if is_desa else units
        frames.append(_change(lines, t, pilih, "PERUBAHAN", berlaku, 1.15))
    if awal <= TANGGAL_PERGESERAN:
        frames.append(_change(lines, 2026, units[1::9], "PERGESERAN", TANGGAL_PERGESERAN, 0.9))
    return pl.concat(frames)


def _change(
    lines: pl.DataFrame, tahun: int, units: list[str], tahap: str, berlaku: date, faktor: float
) -> pl.DataFrame:
    rentan = pl.when(pl.col("untuk") == "RENTAN").then(faktor).otherwise(0.97)
    return lines.filter((pl.col("tahun") == tahun) & pl.col("unit").is_in(units)).with_columns(
        rp_pagu=((pl.col("rp_pagu") * rentan) / 1000).round(0).cast(pl.Int64) * 1000,
        tahap=pl.lit(tahap),
        tanggal_berlaku=pl.lit(berlaku),
    )


def _spend_apbd(skenario: Skenario, kepesertaan: Kepesertaan, lines: pl.DataFrame) -> pl.DataFrame:
    """Return spending since January per line and month: staff month by month, subsidies when people are paid."""
    rng = skenario.rng("realisasi")
    banyak = count_penerima(skenario, kepesertaan)
    frames = []
    for line in lines.filter(pl.col("untuk").is_not_null()).iter_rows(named=True):
        bulanan = line["rp_pagu"] / 12 * rng.uniform(0.86, 0.97)
        if line["untuk"] == "RENTAN":
            per_bulan = _paid_by_month(skenario, line["sumber_dana"], banyak, line["tahun"])
            belanja = per_bulan * TARIF[line["kode_rekening"]]
        else:
            # a treasurer who is late pays two months at once
            telat = rng.random(12) < 0.12
            belanja = np.full(12, bulanan)
            for k in np.flatnonzero(telat[:-1]):
                belanja[k + 1], belanja[k] = belanja[k + 1] + belanja[k], 0
        kumulatif = np.cumsum(belanja).round(0).astype(np.int64)
        frames += [
            {"bulan": b, "rp_kumulatif": int(kumulatif[b.month - 1]), **line}
            for b in skenario.bulan
            if b.year == line["tahun"] and kumulatif[b.month - 1] > 0
        ]
    frame = pl.DataFrame(frames, infer_schema_length=None).sort("bulan", maintain_order=True)
    return frame.select(
        "bulan", "lingkup", "unit", "kode_subkegiatan", "kode_rekening", "sumber_dana", "untuk", "rp_kumulatif"
    )


def _paid_by_month(skenario: Skenario, sumber: str, banyak: dict[str, np.ndarray], tahun: int) -> np.ndarray:
    """Return people paid in each of the twelve months; before the first month of the data as many as in it."""
    jadwal = acuan.BULAN_DIBAYAR[sumber]
    awal, akhir = jadwal.get(tahun, jadwal[0])
    ada = {b.month: int(n) for b, n in zip(skenario.bulan, banyak[sumber], strict=True) if b.year == tahun}
    isi = max(ada.values(), default=0)
    return np.array([ada.get(k, isi) if awal <= k <= akhir else 0 for k in range(1, 13)])


def _spend_apbdes(skenario: Skenario, lines: pl.DataFrame) -> pl.DataFrame:
    """Return spending per line and month; village money comes in four instalments. One entry is taken back."""
    rng = skenario.rng("realisasi_apbdes")
    porsi = {3: 0.2, 6: 0.27, 9: 0.25, 12: 0.2}
    faktor = rng.uniform(0.75, 1.05, len(lines))
    frames = [
        lines.with_columns(faktor=pl.Series(faktor))
        .filter(pl.col("untuk").is_not_null() & (pl.col("tahun") == b.year))
        .select(
            pl.lit(b).alias("bulan"), "lingkup", "unit", "kode_subkegiatan", "kode_rekening", "sumber_dana", "untuk",
            rp_realisasi=(pl.col("rp_pagu") * pl.col("faktor") * porsi[b.month]).round(0).cast(pl.Int64),
        )
        for b in skenario.bulan
        if b.month in porsi
    ]  # fmt: skip
    if not frames:
        return lines.clear().select(
            pl.lit(skenario.bulan[0]).alias("bulan"), "lingkup", "unit", "kode_subkegiatan", "kode_rekening",
            "sumber_dana", "untuk", rp_realisasi="rp_pagu",
        )  # fmt: skip
    frame = pl.concat(frames)
    koreksi = (pl.int_range(pl.len()) == 3) & (pl.col("bulan") == skenario.bulan[-1])
    return frame.with_columns(
        rp_realisasi=pl.when(koreksi.over("bulan")).then(-pl.col("rp_realisasi")).otherwise("rp_realisasi")
    )

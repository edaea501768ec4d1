"""Denominators, targets and the village list (sources ``penduduk_bekerja``, ``target``, ``wilayah``)."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.skenario import SKALA, Skenario

# UCJ-01 in percent at the end of the year; the path leaves the regency somewhat behind.
TARGET_UCJ = {2024: 27.0, 2025: 31.0, 2026: 35.0, 2027: 40.0, 2028: 46.0, 2029: 52.0}
# Other indicators: value at the end of 2024, 2025, 2026.
TARGET_LAIN = {
    "UCJ-05": (4, 8, 12),
    "UCJ-06": (88, 90, 92),
    "PEM-03": (95, 100, 100),
    "SEK-01": (25, 32, 40),
    "KEU-02": (75, 85, 95),
}

Isi = tuple[str, dict[str, str], int]  # code of the place, dimensions filled, number of workers


@dataclass(frozen=True)
class Penyebut:
    """One delivery of denominators: its rows and when it was released."""

    sumber_data: str
    tahun: int
    rilis: date
    baris: pl.DataFrame


def make_penyebut(skenario: Skenario) -> list[Penyebut]:
    """Return the deliveries: three yearly surveys, village counts from DTSEN twice, workplaces twice."""
    total = skenario.skala.jumlah_pekerja
    hasil = []
    for tahun, faktor in ((2023, 0.985), (2024, 0.993), (2025, 1.0)):
        rilis = date(tahun + 1, 2, 20)
        hasil.append(Penyebut("SAKERNAS", tahun, rilis, _survey(skenario, tahun, rilis, round(total * faktor))))
    for tahun, faktor in ((2024, 0.985), (2025, 1.0)):
        rilis = date(tahun + 1, 3, 10)
        hasil.append(Penyebut("SAKERNAS", tahun, rilis, _workplace(skenario, tahun, rilis, round(total * faktor))))
    for tahun, faktor in ((2024, 0.97), (2026, 0.99)):
        rilis = date(tahun, 4, 15)
        hasil.append(Penyebut("DTSEN", tahun, rilis, _villages(skenario, tahun, rilis, round(total * faktor))))
    return hasil


def make_target(skenario: Skenario) -> pl.DataFrame:
    """Return the target rows of the series that the profile uses, or of the only one."""
    # TARGET_UCJ fits the small scale; a regency with more participants per worker aims higher
    cakupan = skenario.skala.jumlah_peserta / skenario.skala.jumlah_pekerja
    faktor = cakupan / (SKALA["kecil"].jumlah_peserta / SKALA["kecil"].jumlah_pekerja)
    rows = [("UCJ-01", tahun, min(round(nilai * faktor, 1), 99.5)) for tahun, nilai in TARGET_UCJ.items()]
    for kode, nilai in TARGET_LAIN.items():
        rows += [(kode, 2024 + i, float(n)) for i, n in enumerate(nilai)]
    rows += [
        ("RNT-02", 2024 + i, float(round(skenario.skala.jumlah_peserta * f))) for i, f in enumerate((0.17, 0.2, 0.23))
    ]
    rows.sort(key=lambda r: (r[1], r[0]))
    return pl.DataFrame(
        [
            {
                "seri": skenario.aturan.seri_target, "kode_indikator": kode, "tahun": tahun, "semester": None,
                "tingkat": "KABUPATEN", "kode": None, "nilai": nilai, "dasar": "RPJMD Kabupaten (contoh)",
            }
            for kode, tahun, nilai in rows
        ],
        schema_overrides={"semester": pl.String, "kode": pl.String},
    )  # fmt: skip


def split(total: int, bobot: np.ndarray) -> np.ndarray:
    """Return whole numbers in the ratio of the weights that add up to ``total`` (largest remainders)."""
    tepat = bobot / bobot.sum() * total
    bulat = np.floor(tepat).astype(int)
    sisa = np.argsort(-(tepat - bulat), kind="stable")[: total - bulat.sum()]
    bulat[sisa] += 1
    return bulat


def _rows(tahun: int, sumber: str, rilis: date, basis: str, tingkat: str, jumlah: list[Isi]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "tahun": tahun, "sumber_data": sumber, "tanggal_rilis": rilis, "basis": basis, "tingkat": tingkat,
                "kode_wilayah": kode, "sektor": d.get("sektor"), "segmen": d.get("segmen"),
                "jenis_kelamin": d.get("jenis_kelamin"), "jumlah_bekerja": int(n), "jumlah_layak": None,
            }
            for kode, d, n in jumlah
        ],
        schema_overrides=dict.fromkeys(("sektor", "segmen", "jenis_kelamin"), pl.String) | {"jumlah_layak": pl.Int64},
    )  # fmt: skip


def _survey(skenario: Skenario, tahun: int, rilis: date, total: int) -> pl.DataFrame:
    """The labour force survey: the regency only, in total, by sector, by segment, by sex."""
    kode = skenario.daerah.kode
    sektor = split(total, np.array([p[0] for p in acuan.SEKTOR.values()]))
    isi: list[Isi] = [(kode, {}, total)]
    isi += [(kode, {"sektor": s}, n) for s, n in zip(acuan.SEKTOR, sektor, strict=True)]
    isi += [(kode, {"segmen": s}, n) for s, n in _segments(skenario, total)]
    isi += [
        (kode, {"jenis_kelamin": s}, n) for s, n in zip(("L", "P"), split(total, np.array([0.61, 0.39])), strict=True)
    ]
    return _rows(tahun, "SAKERNAS", rilis, "DOMISILI", "KABUPATEN", isi)


def _workplace(skenario: Skenario, tahun: int, rilis: date, total: int) -> pl.DataFrame:
    """Workers who work in the regency; ``jumlah_layak`` leaves out ASN, TNI and Polri."""
    kode = skenario.daerah.kode
    isi: list[Isi] = [(kode, {}, round(total * 0.93))]
    isi += [(kode, {"segmen": s}, n) for s, n in _segments(skenario, round(total * 0.93))]
    frame = _rows(tahun, "SAKERNAS", rilis, "TEMPAT_KERJA", "KABUPATEN", isi)
    asn = pl.when(pl.col("segmen").is_null() | (pl.col("segmen") == "PU")).then(round(total * 0.055)).otherwise(0)
    return frame.with_columns(jumlah_layak=(pl.col("jumlah_bekerja") - asn).cast(pl.Int64))


def _segments(skenario: Skenario, total: int) -> list[tuple[str, int]]:
    """Return the workers of each segment the profile has; the other segments count as wage earners."""
    porsi = {s: acuan.SEGMEN[s][0] for s in skenario.aturan.segmen}
    porsi["PU"] = porsi.get("PU", 0.0) + 1 - sum(porsi.values())
    return list(zip(porsi, (int(n) for n in split(total, np.array(list(porsi.values())))), strict=True))


def _villages(skenario: Skenario, tahun: int, rilis: date, total: int) -> pl.DataFrame:
    """Register counts by village and by kecamatan: not the survey's figure, and named as another source."""
    wilayah = skenario.daerah.wilayah
    jumlah = split(total, skenario.daerah.bobot)
    per_desa: list[Isi] = list(zip(wilayah["kode_desa"], ({} for _ in jumlah), jumlah, strict=True))
    kecamatan = (
        wilayah.select("kode_kecamatan", n=pl.Series(jumlah)).group_by("kode_kecamatan").sum().sort("kode_kecamatan")
    )
    per_kecamatan: list[Isi] = [(kode, {}, n) for kode, n in kecamatan.iter_rows()]
    return pl.concat(
        [
            _rows(tahun, "DTSEN", rilis, "DOMISILI", "KECAMATAN", per_kecamatan),
            _rows(tahun, "DTSEN", rilis, "DOMISILI", "DESA", per_desa),
        ]
    )

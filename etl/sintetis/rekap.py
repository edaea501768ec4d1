"""The branch's monthly recap (source ``rekap_bpjs``, BRU 22): heads, contributions and benefits, by residence and work.

The workplace recap counts the same people as the list. The residence recap also counts residents who work elsewhere,
whom the branch's list does not know.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.kepesertaan import Kepesertaan
from etl.sintetis.peserta import monthly_baris
from etl.sintetis.skenario import Skenario, choose

PORSI_MERANTAU = 0.40  # residents who work elsewhere, as a share of the list in the newest month
DIMENSI = ("segmen", "program", "sektor", "kode_desa")
UKURAN = ("jumlah_terdaftar", "jumlah_aktif", "rp_iuran", "jumlah_kasus", "rp_manfaat")
# Sets of dimensions of one recap; figures of different sets must never be added (sources.md 5.5).
SUSUNAN_ORANG = ((), ("segmen",), ("segmen", "kode_desa"), ("sektor",))
SUSUNAN_RUPIAH = (("program",), ("segmen", "program"), ("segmen", "program", "kode_desa"), ("program", "sektor"))


@dataclass(frozen=True)
class Perantau:
    """Residents who work in another regency: one row per person, and the month in which each one registered."""

    baris: pl.DataFrame
    mulai: np.ndarray


def make_perantau(skenario: Skenario) -> Perantau:
    """Return residents whom branches elsewhere registered; their number rises slowly."""
    rng = skenario.rng("perantau")
    jumlah = round(skenario.skala.jumlah_peserta * PORSI_MERANTAU)
    segmen = choose(rng, {s: p * (4 if s == "PU" else 0.4) for s, p in skenario.porsi_segmen().items()}, jumlah)
    sektor = choose(rng, {s: porsi[1] for s, porsi in acuan.SEKTOR.items()}, jumlah)
    desa = rng.choice(len(skenario.daerah.wilayah), size=jumlah, p=skenario.daerah.bobot)
    baris = pl.DataFrame(
        {
            "segmen": segmen,
            "sektor": np.where(segmen == "JAKON", "F", sektor),
            "kode_kecamatan": skenario.daerah.wilayah["kode_kecamatan"].to_numpy()[desa],
            "program": np.where(segmen == "PU", ",".join(skenario.aturan.program[:4]), "JKK,JKM"),
        }
    )
    n = skenario.jumlah_bulan
    return Perantau(baris, np.where(rng.random(jumlah) < 0.80, -1, rng.integers(0, n, jumlah)))


def monthly_rekap(skenario: Skenario, kepesertaan: Kepesertaan, perantau: Perantau, m: int) -> pl.DataFrame:
    """Return month ``m``'s recap of both bases, one row per set of dimensions (columns of the contract)."""
    orang = _people(skenario, kepesertaan, m)
    # about the month before the last the branch counted a day earlier: a difference that must be seen
    kerja = orang if m != skenario.jumlah_bulan - 4 else orang.filter(pl.col("orang") % 50 != 0)
    merantau = perantau.baris.filter(pl.Series(perantau.mulai <= m)).with_columns(is_aktif=pl.lit(True))
    tinggal = orang.filter(pl.col("desa") >= 0).select(merantau.columns)
    domisili = _count(pl.concat([tinggal, merantau]), SUSUNAN_ORANG)
    kerja_orang = kerja.filter(pl.col("bekerja_di_daerah") != "Tidak")
    frames = [
        domisili.with_columns(basis=pl.lit("DOMISILI")),
        _count(kerja_orang, SUSUNAN_ORANG).with_columns(basis=pl.lit("TEMPAT_KERJA")),
        _amounts(skenario, kerja_orang, m).with_columns(basis=pl.lit("TEMPAT_KERJA")),
    ]
    penyebut = round(skenario.skala.jumlah_pekerja * 0.94)  # the branch leaves out ASN, TNI and Polri
    is_total = (pl.col("basis") == "DOMISILI") & pl.all_horizontal(pl.col(DIMENSI).is_null())
    return (
        pl.concat(frames, how="diagonal")
        .with_columns(
            bulan=pl.lit(skenario.bulan[m]),
            penyebut_resmi=pl.when(is_total).then(pl.lit(penyebut)),
            persen_resmi=pl.when(is_total).then((pl.col("jumlah_aktif") * 100 / penyebut).round(2)),
            segmen=pl.col("segmen").fill_null("SEMUA"),
        )
        .select("bulan", "basis", *DIMENSI, *UKURAN, "penyebut_resmi", "persen_resmi")
    )


def _people(skenario: Skenario, kepesertaan: Kepesertaan, m: int) -> pl.DataFrame:
    """Return one row per person of the list: the active participation whose segment comes first in the profile."""
    rows = monthly_baris(skenario, kepesertaan, m)
    wilayah = skenario.daerah.wilayah
    urutan = {s: i for i, s in enumerate(skenario.aturan.segmen)}
    kecamatan = np.append(wilayah["kode_kecamatan"].to_numpy(), "")[rows["desa"].to_numpy()]
    daftar = np.array(skenario.daerah.kode_kecamatan)
    # people from outside are reported in the kecamatan where they work
    kecamatan = np.where(kecamatan == "", daftar[rows["orang"].to_numpy() % len(daftar)], kecamatan)
    return (
        rows.with_columns(
            kode_kecamatan=pl.Series(kecamatan),
            urutan=pl.col("segmen").replace_strict(urutan, default=9),
        )
        .sort(~pl.col("is_aktif"), "urutan", maintain_order=True)
        .unique("orang", keep="first", maintain_order=True)
    )


def _count(orang: pl.DataFrame, susunan: tuple[tuple[str, ...], ...]) -> pl.DataFrame:
    frames = [
        _group(orang, dimensi, jumlah_terdaftar=pl.len(), jumlah_aktif=pl.col("is_aktif").sum()) for dimensi in susunan
    ]
    return pl.concat(frames, how="diagonal")


def _amounts(skenario: Skenario, orang: pl.DataFrame, m: int) -> pl.DataFrame:
    """Return contributions and benefits by programme; every set of dimensions adds up to the same rupiah."""
    rng = skenario.rng(f"manfaat/{m}")
    aktif = orang.filter("is_aktif")
    frames = []
    for program in skenario.aturan.program:
        punya = aktif.filter(pl.col("program").str.split(",").list.contains(program))
        peluang, rata = acuan.MANFAAT[program]
        kasus = rng.random(len(punya)) < peluang
        manfaat = np.where(kasus, rata * rng.lognormal(-0.18, 0.6, len(punya)), 0).round(-3).astype(np.int64)
        frames.append(
            punya.with_columns(
                program=pl.lit(program),
                rp_iuran=_iuran(program, skenario.bulan[m].year, skenario.bulan[m].month),
                kasus=pl.Series(kasus),
                rp_manfaat=pl.Series(manfaat),
            )
        )
    rupiah = pl.concat(frames)
    return pl.concat(
        [
            _group(
                rupiah,
                dimensi,
                jumlah_aktif=pl.len(),
                rp_iuran=pl.col("rp_iuran").sum(),
                jumlah_kasus=pl.col("kasus").sum(),
                rp_manfaat=pl.col("rp_manfaat").sum(),
            )
            for dimensi in SUSUNAN_RUPIAH
        ],
        how="diagonal",
    )


def _group(frame: pl.DataFrame, dimensi: tuple[str, ...], **ukuran: pl.Expr) -> pl.DataFrame:
    """Return one row per value of the dimensions, sorted; a recap names its kecamatan in the village column."""
    frame = frame.with_columns(kode_desa="kode_kecamatan")
    hasil = frame.group_by(dimensi).agg(**ukuran).sort(dimensi) if dimensi else frame.select(**ukuran)
    kosong = [pl.lit(None, dtype=pl.String).alias(d) for d in DIMENSI if d not in dimensi]
    return hasil.with_columns(pl.col(list(ukuran)).cast(pl.Int64), *kosong)


def _iuran(program: str, tahun: int, bulan: int) -> pl.Expr:
    """Return the month's contribution in whole rupiah of a person who holds the programme (domain.md 5.1)."""
    upah = pl.col("rp_upah")
    bpu = acuan.IURAN_BPU.get(program, 0)
    # PP 50/2025: half price for those who pay themselves, April to December 2026
    is_diskon = program in ("JKK", "JKM") and tahun == 2026 and 4 <= bulan <= 12
    mandiri = bpu // 2 if is_diskon else bpu
    return (
        pl.when(pl.col("segmen") == "PU")
        .then((upah * acuan.TARIF_PU[program]).round(0))
        .when(pl.col("segmen") == "JAKON")
        .then((upah * acuan.TARIF_JAKON.get(program, 0.0)).round(0))
        .when(pl.col("segmen") == "PMI")
        .then(acuan.IURAN_PMI.get(program, 0))
        .when(pl.col("pembayar") == "MANDIRI")
        .then(mandiri)
        .otherwise(bpu)
        .cast(pl.Int64)
    )

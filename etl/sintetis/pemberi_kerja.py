"""Employers, registered and not: who they are, what they owe, and their monthly rows (source ``pemberi_kerja``)."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.skenario import Skenario, choose

BENTUK = {
    "BESAR": ("PT",),
    "MENENGAH": ("PT", "CV"),
    "KECIL": ("CV", "UD"),
    "MIKRO": ("UD", "Toko", "Warung", "Bengkel"),
}
# Scale by rank of size: the largest 3 % are BESAR and so on.
BATAS_SKALA = {"BESAR": 0.03, "MENENGAH": 0.15, "KECIL": 0.5, "MIKRO": 1.0}


@dataclass(frozen=True)
class PemberiKerja:
    """``daftar``: one row per registered employer; ``tunggakan``: unpaid months, employer by month."""

    daftar: pl.DataFrame
    tunggakan: np.ndarray

    @property
    def bobot(self) -> np.ndarray:
        return self.daftar["bobot"].to_numpy()


def make_pemberi_kerja(skenario: Skenario) -> PemberiKerja:
    """Return the registered employers with their size, required and held programmes, and arrears."""
    rng = skenario.rng("pemberi_kerja")
    jumlah = skenario.skala.jumlah_pemberi_kerja
    # no employer is so large that the regency's figure hangs on it
    ukuran = np.sort(np.minimum(rng.pareto(1.15, jumlah) + 1, 60))[::-1]
    rank = (np.arange(jumlah) + 1) / jumlah
    skala = np.select([rank <= batas for batas in BATAS_SKALA.values()], list(BATAS_SKALA), default="MIKRO")
    daftar = _identify(skenario, rng, skala, "pemberi_kerja").with_columns(
        npp=pl.format("ZZ{}", pl.int_range(pl.len()).cast(pl.String).str.zfill(6)),
        bobot=pl.Series(ukuran / ukuran.sum()),
        is_kurang_tk=pl.Series(rng.random(jumlah) < 0.16),
        is_kurang_upah=pl.Series(rng.random(jumlah) < 0.11),
        program=pl.Series([_hold(skenario, s, x) for s, x in zip(skala, rng.random(jumlah), strict=True)]),
        tanggal_daftar=pl.Series(
            np.datetime64("2010-01-01") + rng.integers(0, 5_000, jumlah).astype("timedelta64[D]")
        ).cast(pl.Date),
    )
    return PemberiKerja(daftar, _arrears(rng, jumlah, skenario.jumlah_bulan))


def make_tanpa_npp(skenario: Skenario) -> pl.DataFrame:
    """Return the employers that Disnaker found without registration (PWBD): small ones, with few workers."""
    rng = skenario.rng("tanpa_npp")
    jumlah = skenario.skala.jumlah_tanpa_npp
    skala = choose(rng, {"MIKRO": 0.72, "KECIL": 0.24, "MENENGAH": 0.04}, jumlah)
    nyata = np.select(
        [skala == "MIKRO", skala == "KECIL"], [rng.integers(1, 5, jumlah), rng.integers(5, 20, jumlah)], 35
    )
    return _identify(skenario, rng, skala, "tanpa_npp").with_columns(
        jumlah_tk_nyata=pl.Series(nyata),
        hilang=pl.Series(rng.integers(6, 200, jumlah)),  # month in which it registered at last
    )


def monthly_terdaftar(
    skenario: Skenario, pemberi: PemberiKerja, m: int, jumlah_tk: np.ndarray, rp_upah: np.ndarray
) -> pl.DataFrame:
    """Return month ``m``'s rows of registered employers; workers and wages are sums of the person list."""
    rng = skenario.rng(f"pemberi_kerja/{m}")
    daftar = pemberi.daftar
    tambah = np.where(daftar["is_kurang_tk"], np.ceil(jumlah_tk * 0.35) + 1, 0).astype(int)
    lebih = np.where(daftar["is_kurang_upah"], 1.22, 1.0)
    tunggakan = pemberi.tunggakan[:, m]
    # the wage bill of a few is not known: that criterion is then not judged
    is_upah = rng.random(len(daftar)) > 0.05
    upah_lapor = pl.Series(rp_upah)
    return daftar.select(
        bulan=pl.lit(skenario.bulan[m]),
        npp="npp",
        nama="nama",
        skala="skala",
        kbli="kbli",
        kode_desa="kode_desa",
        tanggal_daftar="tanggal_daftar",
        jumlah_tk_nyata=pl.Series(jumlah_tk + tambah),
        jumlah_tk_terdaftar=pl.Series(jumlah_tk),
        rp_upah_nyata=pl.when(pl.Series(is_upah)).then(pl.Series((rp_upah * lebih).astype(np.int64))),
        rp_upah_lapor=pl.when(pl.Series(is_upah)).then(upah_lapor),
        program="program",
        bulan_tunggakan=pl.Series(tunggakan),
        rp_tunggakan=pl.Series((tunggakan * rp_upah * 0.0654).astype(np.int64)),
    )


def monthly_tanpa_npp(skenario: Skenario, tanpa_npp: pl.DataFrame, m: int) -> pl.DataFrame:
    """Return month ``m``'s rows of employers without registration."""
    return tanpa_npp.filter(pl.col("hilang") > m).select(
        bulan=pl.lit(skenario.bulan[m]),
        nama="nama",
        skala="skala",
        sektor="sektor",
        kode_desa="kode_desa",
        jumlah_tk_nyata="jumlah_tk_nyata",
        jumlah_tk_terdaftar=pl.lit(0),
    )


def _identify(skenario: Skenario, rng: np.random.Generator, skala: np.ndarray, bagian: str) -> pl.DataFrame:
    """Return name, sector and village of employers; names are numbered so that none occurs twice."""
    jumlah = len(skala)
    wilayah = skenario.daerah.wilayah
    bobot = {s: porsi[1] for s, porsi in acuan.SEKTOR.items() if s != "O"}
    # large employers exist only in large sectors, else one of them would be a whole sector
    luas = {s: b for s, b in bobot.items() if b >= 0.04}
    sektor = np.where(np.isin(skala, ("BESAR", "MENENGAH")), choose(rng, luas, jumlah), choose(rng, bobot, jumlah))
    bentuk = [BENTUK[s][int(x * len(BENTUK[s]))] for s, x in zip(skala, rng.random(jumlah), strict=True)]
    kata = rng.choice(np.array(acuan.USAHA), (jumlah, 2))
    huruf = "R" if bagian == "tanpa_npp" else "C"
    nama = [f"{b} {k[0]} {k[1]} {huruf}{i + 1}" for i, (b, k) in enumerate(zip(bentuk, kata, strict=True))]
    desa = rng.choice(len(wilayah), size=jumlah, p=skenario.daerah.bobot)
    return pl.DataFrame(
        {
            "nama": nama,
            "skala": skala,
            "sektor": sektor,
            "kbli": [acuan.KBLI[s] for s in sektor],
            "kode_desa": wilayah["kode_desa"].to_numpy()[desa],
        }
    )


def _hold(skenario: Skenario, skala: str, acak: float) -> str:
    """Return the programmes an employer of a scale takes part in: those required, for one in eight without the last."""
    aturan = skenario.aturan
    wajib = [p for p in aturan.program if p in aturan.program_skala.get(skala, ("JKK", "JKM"))]
    if acak < 0.12 and len(wajib) > 1:
        wajib = wajib[:-1]
    elif skala in ("BESAR", "MENENGAH") and "JKP" in aturan.program and "JP" in wajib:
        wajib.append("JKP")
    return ",".join(wajib)


def _arrears(rng: np.random.Generator, jumlah: int, jumlah_bulan: int) -> np.ndarray:
    """Return unpaid months by employer (largest first) and month: some fall behind, a few never recover."""
    is_kecil = np.arange(jumlah) >= jumlah * BATAS_SKALA["BESAR"]
    mulai = np.where(is_kecil & (rng.random(jumlah) < 0.20), rng.integers(-4, jumlah_bulan, jumlah), 10_000)
    lama = np.where(rng.random(jumlah) < 0.25, 10_000, rng.integers(1, 7, jumlah))
    bulan = np.arange(jumlah_bulan)[None, :]
    behind = (bulan >= mulai[:, None]) & (bulan < (mulai + lama)[:, None])
    return np.where(behind, np.minimum(bulan - mulai[:, None] + 1, 24), 0).astype(np.int16)

"""Participations over time: who is in which segment from when to when, who pays, and until which month it is paid.

One participation = one person in one segment at one employer. Two matrices, participation by month, carry time:
``tercatat`` (stands in the branch's list) and ``terakhir`` (number of the newest month paid; negative = before the
first month). Everything else that changes by month follows from them.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.aparatur import TIDAK_TERDAFTAR
from etl.sintetis.orang import make_orang
from etl.sintetis.pemberi_kerja import PemberiKerja
from etl.sintetis.skenario import Skenario, choose

BARIS = (
    "orang", "segmen", "subkategori", "sektor", "pekerjaan", "pemberi", "npp", "program", "pembayar", "rp_upah",
    "bekerja_di_daerah", "berakhir",
)  # fmt: skip


@dataclass(frozen=True)
class Kepesertaan:
    """``baris``: one row per participation; ``orang``: one row per person, which ``baris.orang`` counts."""

    orang: pl.DataFrame
    baris: pl.DataFrame
    tercatat: np.ndarray
    terakhir: np.ndarray

    def aktif(self, skenario: Skenario, m: int) -> np.ndarray:
        """Return which participations are active at the end of month ``m`` (sources.md 5.2)."""
        berakhir = self.baris["berakhir"].to_numpy()
        lancar = m - self.terakhir[:, m] <= skenario.aturan.maks_tertunggak
        return self.tercatat[:, m] & lancar & (berakhir >= m)


@dataclass(frozen=True)
class Bagian:
    """Participations of one kind: columns of ``BARIS`` without ``orang``, and the two matrices."""

    kolom: dict[str, np.ndarray]
    tercatat: np.ndarray
    terakhir: np.ndarray


TANPA_AKHIR = 10_000


def make_kepesertaan(skenario: Skenario, pemberi: PemberiKerja, aparatur: pl.DataFrame) -> Kepesertaan:
    """Return every participation of the branch's list; the staff who are registered come first."""
    terdaftar = aparatur.filter(pl.col("mulai") < TIDAK_TERDAFTAR)
    target = {s: round(p * skenario.skala.jumlah_peserta) for s, p in skenario.porsi_segmen().items()}
    bagian = [
        _perusahaan(skenario, pemberi, max(target["PU"] - len(terdaftar), target["PU"] // 4)),
        _mandiri(skenario, round(target.get("BPU", 0) * (1 - acuan.BPU_DIBANTU))),
        _dibantu(skenario, round(target.get("BPU", 0) * acuan.BPU_DIBANTU)),
        _konstruksi(skenario, target.get("JAKON", 0)),
        _migran(skenario, target.get("PMI", 0)),
    ]
    # a subsidy goes to residents; that a few live elsewhere is for the warnings to find
    luar = np.concatenate([np.full(len(b.terakhir), 0.003 if b is bagian[2] else 0.05) for b in bagian])
    warga = make_orang(skenario, "peserta", len(luar), porsi_luar=luar)
    orang = pl.concat([terdaftar.select(warga.columns), warga])
    semua = [_aparatur(skenario, terdaftar), *bagian]
    rangkap = _rangkap(skenario, len(terdaftar), semua[1], semua[2])
    nomor = np.concatenate([np.arange(len(orang)), rangkap[1]])
    semua.append(rangkap[0])
    kolom = {k: np.concatenate([b.kolom[k] for b in semua]) for k in BARIS if k != "orang"}
    return Kepesertaan(
        orang=orang,
        baris=pl.DataFrame({"orang": nomor, **kolom}),
        tercatat=np.concatenate([b.tercatat for b in semua]),
        terakhir=np.concatenate([b.terakhir for b in semua]),
    )


def newest_paid(bayar: np.ndarray, sebelum: np.ndarray) -> np.ndarray:
    """Return for each month the newest paid month so far; ``sebelum`` is the newest one before the first month."""
    bulan = np.where(bayar, np.arange(bayar.shape[1])[None, :], -TANPA_AKHIR)
    bulan[:, 0] = np.maximum(bulan[:, 0], sebelum)
    return np.maximum.accumulate(bulan, axis=1).astype(np.int16)


def _kolom(jumlah: int, **isi: object) -> dict[str, np.ndarray]:
    bawaan: dict[str, object] = {
        "pemberi": -1, "npp": "", "subkategori": "", "bekerja_di_daerah": "", "berakhir": TANPA_AKHIR,
    }  # fmt: skip
    return {k: v if isinstance(v, np.ndarray) else np.full(jumlah, v) for k, v in (bawaan | isi).items()}


def _pekerjaan(sektor: np.ndarray) -> np.ndarray:
    return np.array([acuan.PEKERJAAN[s] for s in sektor])


def _masa(skenario: Skenario, rng: np.random.Generator, jumlah: int, lama: float, keluar: float) -> np.ndarray:
    """Return who is registered when: a share ``lama`` from before the first month, ``keluar`` leaving on the way."""
    n = skenario.jumlah_bulan
    mulai = np.where(rng.random(jumlah) < lama, -1, rng.integers(0, n, jumlah))
    akhir = np.where(rng.random(jumlah) < keluar, mulai + 1 + rng.integers(0, n + 1, jumlah), TANPA_AKHIR)
    bulan = np.arange(n)[None, :]
    return (bulan >= mulai[:, None]) & (bulan <= akhir[:, None])


def _aparatur(skenario: Skenario, terdaftar: pl.DataFrame) -> Bagian:
    jumlah = len(terdaftar)
    bulan = np.arange(skenario.jumlah_bulan)[None, :]
    tercatat = bulan >= terdaftar["mulai"].to_numpy()[:, None]
    jenis = terdaftar["jenis_daftar"].to_numpy()
    instansi = pl.concat_str(pl.lit("PD"), pl.col("kode_opd"), pl.lit("-"), pl.col("unit")).rank("dense")
    kolom = _kolom(
        jumlah,
        segmen="PU",
        subkategori=terdaftar["subkategori"].to_numpy(),
        sektor=terdaftar["sektor"].to_numpy(),
        pekerjaan=terdaftar["pekerjaan"].to_numpy(),
        npp=terdaftar.select(pl.format("PD{}", instansi.cast(pl.String).str.zfill(6))).to_series().to_numpy(),
        program=terdaftar["program"].to_numpy(),
        pembayar=np.select([jenis == "DESA", jenis == "BUMD"], ["APBDES", "PEMBERI_KERJA"], "APBD"),
        rp_upah=np.select([jenis == "DESA", jenis == "BUMD"], [2_100_000, 3_400_000], 1_750_000),
    )
    return Bagian(kolom, tercatat, np.broadcast_to(bulan, tercatat.shape).astype(np.int16))


def _perusahaan(skenario: Skenario, pemberi: PemberiKerja, jumlah_akhir: int) -> Bagian:
    """Workers of companies; they are paid up to where their employer has paid (domain.md 5.5)."""
    rng = skenario.rng("perusahaan")
    jumlah = round(jumlah_akhir * 1.07)
    tercatat = _masa(skenario, rng, jumlah, lama=0.78, keluar=0.12)
    milik = rng.choice(len(pemberi.daftar), size=jumlah, p=pemberi.bobot)
    daftar = pemberi.daftar[milik]
    sektor = daftar["sektor"].to_numpy()
    upah = {"BESAR": 3_600_000, "MENENGAH": 3_000_000, "KECIL": 2_500_000, "MIKRO": 2_000_000}
    kolom = _kolom(
        jumlah,
        segmen="PU",
        subkategori="PU-PERUSAHAAN",
        sektor=sektor,
        pekerjaan=_pekerjaan(sektor),
        pemberi=milik,
        npp=daftar["npp"].to_numpy(),
        program=daftar["program"].to_numpy(),
        pembayar="PEMBERI_KERJA",
        rp_upah=np.array([upah[s] for s in daftar["skala"]]) + rng.integers(0, 12, jumlah) * 50_000,
        bekerja_di_daerah=np.where(rng.random(jumlah) < 0.03, "Tidak", ""),
    )
    terakhir = np.arange(skenario.jumlah_bulan)[None, :] - pemberi.tunggakan[milik]
    return Bagian(kolom, tercatat, terakhir.astype(np.int16))


def _mandiri(skenario: Skenario, jumlah_akhir: int) -> Bagian:
    """Self-employed who pay themselves, not every month; after nine unpaid months they leave the list."""
    rng = skenario.rng("mandiri")
    jumlah = round(jumlah_akhir * 1.25)
    n = skenario.jumlah_bulan
    masuk = _masa(skenario, rng, jumlah, lama=0.7, keluar=0.08)
    bayar = np.zeros((jumlah, n), dtype=bool)
    lancar = rng.random(jumlah) < 0.9
    for m in range(n):
        lancar = np.where(lancar, rng.random(jumlah) > 0.035, rng.random(jumlah) < 0.16)
        bayar[:, m] = lancar & masuk[:, m]
    sebelum = np.where(masuk[:, 0], -rng.integers(1, 4, jumlah), -TANPA_AKHIR)
    terakhir = newest_paid(bayar, sebelum)
    tercatat = masuk & (np.arange(n)[None, :] - terakhir <= 9)
    sektor = choose(rng, {s: porsi[2] for s, porsi in acuan.SEKTOR.items()}, jumlah)
    kolom = _kolom(
        jumlah,
        segmen="BPU",
        subkategori=choose(rng, {"BPU-MANDIRI": 0.88, "BPU-PEMBERIKERJA": 0.07, "BPU-LAIN": 0.05}, jumlah),
        sektor=sektor,
        pekerjaan=_pekerjaan(sektor),
        program=np.where(rng.random(jumlah) < 0.22, "JKK,JKM,JHT", "JKK,JKM"),
        pembayar="MANDIRI",
        rp_upah=1_000_000,
    )
    return Bagian(kolom, tercatat, terakhir)


def _dibantu(skenario: Skenario, jumlah_akhir: int) -> Bagian:
    """Vulnerable workers with a subsidy: paid for part of the year, active for some months more, then lapsed."""
    rng = skenario.rng("dibantu")
    jumlah = round(jumlah_akhir * 1.3)
    n = skenario.jumlah_bulan
    porsi = {s: acuan.PEMBAYAR[s][1] for s in skenario.aturan.sumber_dana}
    dana = choose(rng, porsi, jumlah)
    tahun = np.array([b.year for b in skenario.bulan])
    pertama = tahun[0] + rng.choice(3, size=jumlah, p=[0.62, 0.22, 0.16])
    lama = rng.choice([1, 2, 9], size=jumlah, p=[0.12, 0.14, 0.74])
    ikut = (tahun[None, :] >= pertama[:, None]) & (tahun[None, :] < (pertama + lama)[:, None])
    jadwal = {s: skenario.dibayar(s) for s in porsi}
    bayar = ikut & np.array([jadwal[s] for s in dana])
    terakhir = newest_paid(bayar, np.full(jumlah, -TANPA_AKHIR))
    tercatat = np.arange(n)[None, :] - terakhir <= 8
    sektor = _sektor_dibantu(rng, dana)
    kolom = _kolom(
        jumlah,
        segmen="BPU",
        subkategori="BPU-RENTAN",
        sektor=sektor,
        pekerjaan=_pekerjaan(sektor),
        program="JKK,JKM",
        pembayar=dana,
        rp_upah=1_000_000,
    )
    return Bagian(kolom, tercatat, terakhir)


def _sektor_dibantu(rng: np.random.Generator, dana: np.ndarray) -> np.ndarray:
    """Tobacco and palm money reaches farmers, the rest every kind of non-wage work."""
    bebas = choose(rng, {s: porsi[2] for s, porsi in acuan.SEKTOR.items()}, len(dana))
    is_tani = np.isin(dana, ("DBH-CHT", "DBH-SAWIT"))
    return np.where(is_tani, np.where(rng.random(len(dana)) < 0.9, "A1", "C"), bebas)


def _konstruksi(skenario: Skenario, jumlah_akhir: int) -> Bagian:
    """Construction workers, covered for the length of a project; most projects run in the second half of the year."""
    rng = skenario.rng("konstruksi")
    n = skenario.jumlah_bulan
    lama_tengah = 5.0
    musim = np.array([1.5 if b.month in (6, 7, 8, 9) else 0.6 for b in skenario.bulan])
    awal = np.concatenate([np.full(8, 1.0), musim])  # projects that began before the first month
    jumlah = round(jumlah_akhir * len(awal) / lama_tengah)
    mulai = rng.choice(len(awal), size=jumlah, p=awal / awal.sum()) - 8
    akhir = mulai + rng.integers(2, 9, jumlah)
    bulan = np.arange(n)[None, :]
    tercatat = (bulan >= mulai[:, None]) & (bulan <= akhir[:, None] + 1)
    kolom = _kolom(
        jumlah,
        segmen="JAKON",
        sektor="F",
        pekerjaan="Tukang",
        npp=np.array([f"JK{k:06d}" for k in rng.integers(1, max(jumlah // 12, 2), jumlah)]),
        program="JKK,JKM",
        pembayar="PEMBERI_KERJA",
        rp_upah=2_400_000,
        berakhir=akhir,
    )
    return Bagian(kolom, tercatat, np.broadcast_to(bulan, tercatat.shape).astype(np.int16))


def _migran(skenario: Skenario, jumlah_akhir: int) -> Bagian:
    """Migrant workers: one payment covers a contract of 24 months abroad."""
    rng = skenario.rng("migran")
    n = skenario.jumlah_bulan
    jumlah = round(jumlah_akhir * (24 + n) / 24)
    mulai = rng.integers(-24, n, jumlah)
    akhir = mulai + 23
    bulan = np.arange(n)[None, :]
    tercatat = (bulan >= mulai[:, None]) & (bulan <= akhir[:, None] + 1)
    kolom = _kolom(
        jumlah,
        segmen="PMI",
        sektor="RU",
        pekerjaan="Pekerja migran",
        program="JKK,JKM",
        pembayar="MANDIRI",
        rp_upah=0,
        bekerja_di_daerah="Tidak",
        berakhir=akhir,
    )
    return Bagian(kolom, tercatat, np.broadcast_to(bulan, tercatat.shape).astype(np.int16))


def _rangkap(skenario: Skenario, geser: int, perusahaan: Bagian, mandiri: Bagian) -> tuple[Bagian, np.ndarray]:
    """Return second participations: wage earners who also run a farm or a stall; and the persons' numbers."""
    rng = skenario.rng("rangkap")
    jumlah = min(round(len(perusahaan.terakhir) * 0.03), len(mandiri.terakhir))
    siapa = rng.permutation(len(perusahaan.terakhir))[:jumlah]
    contoh = rng.permutation(len(mandiri.terakhir))[:jumlah]
    kolom = {k: v[contoh] for k, v in mandiri.kolom.items()}
    return Bagian(kolom, mandiri.tercatat[contoh], mandiri.terakhir[contoh]), geser + siapa

"""Staff of offices, villages, regional companies and the election commission: their rosters and who is registered."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from etl.sintetis import acuan
from etl.sintetis.orang import make_orang
from etl.sintetis.skenario import Skenario, choose
from ucj.kalender import akhir_bulan

TIDAK_TERDAFTAR = 9_999
# Sub-category -> share of the village staff after head and secretary.
BOBOT_DESA = {
    "PU-DESA-PERANGKAT": 0.40, "PU-DESA-PEGAWAI": 0.08, "PU-DESA-BPD": 0.18, "PU-DESA-ADAT": 0.04,
    "PU-DESA-LKD": 0.18, "PU-DESA-LINMAS": 0.12,
}  # fmt: skip
JABATAN_DESA = {
    "PU-DESA-KADES": "Kepala Desa", "PU-DESA-SEKDES": "Sekretaris Desa", "PU-DESA-PERANGKAT": "Kepala Urusan",
    "PU-DESA-PEGAWAI": "Staf desa", "PU-DESA-BPD": "Anggota BPD", "PU-DESA-ADAT": "Pemangku adat",
    "PU-DESA-LKD": "Ketua RT", "PU-DESA-LINMAS": "Linmas",
}  # fmt: skip
UNIT_BUMD = ("Perumda Air Minum Contoh", "Perumda Pasar Contoh", "PT BPR Contoh")


@dataclass(frozen=True)
class Kelompok:
    """One kind of roster: columns of equal length, one entry per person."""

    jenis_daftar: np.ndarray
    kode_opd: np.ndarray
    unit: np.ndarray
    subkategori: np.ndarray
    pekerjaan: np.ndarray
    sektor: np.ndarray
    dilayani: np.ndarray  # row of wilayah that a village official serves, else -1
    peluang: np.ndarray  # chance of being registered in the newest month


def make_aparatur(skenario: Skenario) -> pl.DataFrame:
    """Return one row per person on a roster: person, roster columns, ``mulai`` (month of registration), ``program``.

    ``mulai`` is negative for those registered before the first month and ``TIDAK_TERDAFTAR`` for those who are not.
    """
    rng = skenario.rng("aparatur")
    parts = [_nonasn(skenario, rng), _desa(skenario, rng), _bumd(skenario, rng)]
    if skenario.aturan.is_pemilu:
        parts.append(_pemilu(rng))
    gabung = {name: np.concatenate([getattr(p, name) for p in parts]) for name in Kelompok.__dataclass_fields__}
    jumlah = len(gabung["unit"])
    orang = make_orang(skenario, "aparatur", jumlah, tinggal=gabung["dilayani"])
    terdaftar = rng.random(jumlah) < gabung.pop("peluang")
    lama = rng.random(jumlah) < 0.75
    mulai = np.where(lama, -rng.integers(1, 40, jumlah), rng.integers(0, skenario.jumlah_bulan, jumlah))
    return orang.with_columns(
        **{name: pl.Series(isi) for name, isi in gabung.items()},
        mulai=pl.Series(np.where(terdaftar, mulai, TIDAK_TERDAFTAR)),
        # a few offices still pay for work accidents only: registered, and yet not protected
        program=pl.Series(np.where(rng.random(jumlah) < 0.04, "JKK", "JKK,JKM")),
    )


def roster_dates(skenario: Skenario) -> list[date]:
    """Return the dates of the half-yearly rosters: the first month's end, then every June and December."""
    return [akhir_bulan(b) for i, b in enumerate(skenario.bulan) if b.month in (6, 12) or i == 0]


def roster(skenario: Skenario, aparatur: pl.DataFrame, jenis: tuple[str, ...], tanggal: date) -> pl.DataFrame:
    """Return the rows of one delivery of rosters; between two dates about one in twelve people changes."""
    rng = skenario.rng(f"roster/{'-'.join(jenis)}/{tanggal}")
    baris = aparatur.filter(pl.col("jenis_daftar").is_in(jenis))
    baris = baris.filter(pl.Series(rng.random(len(baris)) > 0.04))
    kode = skenario.daerah.wilayah["kode_desa"].to_numpy()
    dilayani = baris["dilayani"].to_numpy()
    return baris.select(
        tanggal_data=pl.lit(tanggal),
        kode_opd="kode_opd",
        unit="unit",
        jenis_daftar="jenis_daftar",
        subkategori="subkategori",
        nik="nik",
        nama="nama",
        tanggal_lahir="tanggal_lahir",
        jenis_kelamin="jenis_kelamin",
        kode_desa=pl.Series(np.where(dilayani >= 0, kode[dilayani], baris["kode_desa"].to_numpy())),
        sektor="sektor",
        pekerjaan="pekerjaan",
    )


def _nonasn(skenario: Skenario, rng: np.random.Generator) -> Kelompok:
    """Non-ASN staff of every office, of the hospital (BLUD) and part-time PPPK of the schools (LMJ III, IV, s1)."""
    aturan = skenario.aturan
    lain = [k for k in aturan.opd if k not in acuan.NONASN and not k.startswith("KEC-")]
    kecamatan = [f"KEC-{k}" for k in skenario.daerah.kode_kecamatan]
    sisa = 1 - sum(porsi for porsi, _ in acuan.NONASN.values())
    bobot = {k: porsi for k, (porsi, _) in acuan.NONASN.items() if k in aturan.opd}
    bobot |= {k: sisa / (len(lain) + len(kecamatan) / 2) for k in lain}
    bobot |= {k: sisa / (len(lain) + len(kecamatan) / 2) / 2 for k in kecamatan}
    opd = choose(rng, bobot, skenario.skala.jumlah_nonasn)
    jumlah = len(opd)
    unit = [acuan.NONASN.get(k, (0.0, ("Sekretariat",)))[1] for k in opd]
    # every office is different: some have everybody, one or two hardly anyone
    sebaran = rng.choice([1.0, 0.97, 0.9, 0.78, 0.6, 0.35], len(bobot), p=[0.3, 0.2, 0.2, 0.15, 0.1, 0.05])
    peluang = dict(zip(bobot, sebaran, strict=True))
    is_pppk = (opd == "DISDIK") & (rng.random(jumlah) < 0.4)
    return Kelompok(
        jenis_daftar=np.select([opd == "RSUD", is_pppk], ["BLUD", "PPPK_PW"], "NONASN"),
        kode_opd=opd,
        unit=np.array([u[int(x * len(u))] for u, x in zip(unit, rng.random(jumlah), strict=True)]),
        subkategori=np.where(opd == "RSUD", "PU-NONASN-BLUD", "PU-NONASN-OPD"),
        pekerjaan=rng.choice(np.array(["Tenaga administrasi", "Tenaga kebersihan", "Sopir", "Tenaga teknis"]), jumlah),
        sektor=np.select([opd == "DISDIK", np.isin(opd, ("DINKES", "RSUD"))], ["P", "Q"], "O"),
        dilayani=np.full(jumlah, -1),
        peluang=np.array([peluang[k] for k in opd]),
    )


def _desa(skenario: Skenario, rng: np.random.Generator) -> Kelompok:
    """Village government and institutions, the kinds that the profile counts; wards have none of their own."""
    wilayah = skenario.daerah.wilayah
    baris = np.flatnonzero((wilayah["jenis"] == "DESA").to_numpy())
    subkategori = skenario.aturan.subkategori_desa
    tetap = [s for s in ("PU-DESA-KADES", "PU-DESA-SEKDES") if s in subkategori]
    lain = {s: b for s, b in BOBOT_DESA.items() if s in subkategori} or {subkategori[0]: 1.0}
    per_desa = max(skenario.skala.jumlah_aparatur_desa, len(tetap) + 1)
    dilayani = np.repeat(baris, per_desa)
    jumlah = len(dilayani)
    isi = choose(rng, lain, jumlah)
    urutan = np.tile(np.arange(per_desa), len(baris))
    for i, s in enumerate(tetap):
        isi = np.where(urutan == i, s, isi)
    # village by village: most pay for their staff, about one in five does not yet
    peluang = np.repeat(rng.choice([1.0, 0.85, 0.6, 0.08], len(baris), p=[0.35, 0.3, 0.17, 0.18]), per_desa)
    return Kelompok(
        jenis_daftar=np.full(jumlah, "DESA"),
        kode_opd=np.full(jumlah, "DPMD"),
        unit=np.array([f"Pemerintah {n}" for n in wilayah["nama_desa"].to_numpy()[dilayani]]),
        subkategori=isi,
        pekerjaan=np.array([JABATAN_DESA[s] for s in isi]),
        sektor=np.full(jumlah, "O"),
        dilayani=dilayani,
        peluang=peluang,
    )


def _bumd(skenario: Skenario, rng: np.random.Generator) -> Kelompok:
    """Staff, directors and supervisors of regional companies (INP 25c), sent by the regional secretariat."""
    jumlah = skenario.skala.jumlah_bumd
    unit = choose(rng, dict(zip(UNIT_BUMD, (0.6, 0.25, 0.15), strict=True)), jumlah)
    subkategori = choose(rng, {"PU-BUMD": 0.92, "PU-DIREKSI": 0.05, "PU-PENGURUS": 0.03}, jumlah)
    return Kelompok(
        jenis_daftar=np.full(jumlah, "BUMD"),
        kode_opd=np.full(jumlah, "SETDA"),
        unit=unit,
        subkategori=subkategori,
        pekerjaan=np.where(subkategori == "PU-BUMD", "Karyawan", "Direksi dan pengawas"),
        sektor=np.select([unit == UNIT_BUMD[0], unit == UNIT_BUMD[1]], ["E", "G"], "K"),
        dilayani=np.full(jumlah, -1),
        peluang=np.where(subkategori == "PU-BUMD", 0.97, 0.7),
    )


def _pemilu(rng: np.random.Generator) -> Kelompok:
    """Commissioners and secretariat staff of KPU and Bawaslu (INP 25b)."""
    jumlah = 28
    return Kelompok(
        jenis_daftar=np.full(jumlah, "PEMILU"),
        kode_opd=np.full(jumlah, "SETDA"),
        unit=rng.choice(np.array(["KPU Kabupaten", "Bawaslu Kabupaten"]), jumlah),
        subkategori=np.full(jumlah, "PU-PEMILU"),
        pekerjaan=np.full(jumlah, "Penyelenggara pemilu"),
        sektor=np.full(jumlah, "O"),
        dilayani=np.full(jumlah, -1),
        peluang=np.full(jumlah, 0.8),
    )

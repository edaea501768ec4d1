"""A regency of full scale (product.md 5) as a data folder: 350,000 participants, 36 months, 356 villages.

The monthly lists of participants, all but everything by size, go straight into the cache as the Parquet that a load
would write, with the manifests of ``etl.kiriman``; every other delivery is written as a file and loaded.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import polars as pl

from etl import cache, kiriman, muat
from etl.baca.nik import kelompok_usia, umur_lahir
from etl.kode import PROGRAM
from etl.kontrak import SUMBER
from etl.rahasia import load_kunci, pseudonym, samarkan, sidik_kunci
from etl.sintetis import peserta
from etl.sintetis.daerah import make_contoh
from etl.sintetis.rencana import Dunia, plan
from etl.sintetis.skenario import SKALA, Skenario, make_bulan, read_aturan
from ucj.kalender import geser_bulan
from ucj.peraturan import init

KECAMATAN, DESA = SKALA["penuh"].jumlah_kecamatan, SKALA["penuh"].jumlah_desa  # a scale leaves the map as it is
_DIKALIKAN = (
    "jumlah_pekerja", "jumlah_peserta", "jumlah_pemberi_kerja", "jumlah_tanpa_npp", "jumlah_nonasn", "jumlah_binaan",
    "jumlah_bumd",
)  # fmt: skip


def make_dunia(data: Path, skala: float, jumlah_bulan: int) -> Dunia:
    """Set up a data folder and return the regency that will be delivered into it."""
    penuh = SKALA["penuh"]
    ukuran = {nama: max(round(getattr(penuh, nama) * skala), 20) for nama in _DIKALIKAN}
    # the last month of the list has 350,000 rows when as many people are registered
    skala_ini = replace(penuh, nama=f"bench-{skala:g}", **ukuran)
    daerah = make_contoh(np.random.default_rng(1), KECAMATAN, DESA)
    profil = init(data, "umum", daerah.kode, daerah.nama)
    return Dunia(Skenario(daerah, read_aturan(profil), skala_ini, make_bulan(jumlah_bulan), 1))


def deliver(data: Path, dunia: Dunia, folder: Path) -> int:
    """Deliver everything into the folder; return the number of participations of all months."""
    for k in plan(dunia, None):
        if k.sumber == "peserta":
            continue
        paths = [k.tulis(surat, folder) for surat in k.buat()]
        muat.load(data, k.sumber, paths, diterima=k.diterima, pengirim=k.pengirim)
        for path in paths:
            path.unlink()
    orang = dunia.kepesertaan.orang
    samar = pl.Series("nik_samar", [samarkan(nik) for nik in orang["nik"].to_list()])
    kenal = pl.DataFrame([orang["nik"], pseudonym(orang["nik"], load_kunci(data)).alias("id_peserta"), samar])
    return sum(
        put_month(data, dunia, m, kenal, geser_bulan(b, 1) + timedelta(days=6))
        for m, b in enumerate(dunia.skenario.bulan)
    )


def put_month(data: Path, dunia: Dunia, m: int, kenal: pl.DataFrame, diterima: date) -> int:
    """Put one month's list into the cache as a load would and write its manifest; return its rows.

    ``kenal``: NIK -> pseudonym and masked form.
    """
    rows = peserta.monthly_peserta(dunia.skenario, dunia.kepesertaan, m)
    akhir = rows["bulan"].dt.month_end()
    nama = f"peserta-{dunia.skenario.bulan[m]:%Y-%m}.csv"
    frame = (
        rows.join(kenal, on="nik", how="left", maintain_order="left")
        .with_columns(
            *(pl.col("program").str.split(",").list.contains(p).alias(f"is_{p.lower()}") for p in PROGRAM),
            *((pl.col(nama_kolom) == "Ya").alias(nama_kolom) for nama_kolom in ("aktif", "bekerja_di_daerah")),
            kelompok_usia(umur_lahir(rows["tanggal_lahir"], akhir)).alias("kelompok_usia"),
            cakupan=pl.col("bulan").dt.strftime("%Y-%m"),
            nomor_baris=pl.int_range(2, pl.len() + 2),
            berkas=pl.lit(nama),
        )
        .drop("nik", "program")
    )
    kontrak = SUMBER["peserta"]
    k = _manifest(data, nama, f"{dunia.skenario.bulan[m]:%Y-%m}", frame.height, diterima, m)
    kiriman.path_raw(data, k).mkdir(parents=True)
    cache.write(frame, kontrak.skema(), kiriman.path_dimuat(data, k))
    cache.write(frame.clear(), kontrak.skema_sisih(), kiriman.path_sisih(data, k))
    kiriman.write_manifest(data, k)
    return frame.height


def _manifest(data: Path, nama: str, cakupan: str, jumlah: int, diterima: date, m: int) -> kiriman.Kiriman:
    sekarang = datetime.now(UTC)
    return kiriman.Kiriman(
        id=f"{sekarang:%Y%m%dT%H%M%S%f}-{m:08x}",
        sumber="peserta",
        berkas=(nama,),
        tersimpan=(nama,),
        sha256=(f"{m:064x}",),
        ukuran=(0,),
        cakupan=(cakupan,),
        jumlah_cakupan={cakupan: jumlah},
        diterima=diterima,
        pengirim="bench",
        dimuat_oleh="bench",
        dimuat_pada=sekarang,
        berlaku_sejak=diterima,
        berlaku_pada=sekarang,
        diubah_pada=sekarang,
        dibaca=jumlah,
        dimuat=jumlah,
        disisihkan=0,
        alasan={},
        versi_kontrak=SUMBER["peserta"].versi,
        sidik_kunci=sidik_kunci(load_kunci(data)),
        simulasi=True,
    )

"""The regency of a demo: the fictional one, or a real set of villages given as CSV (with boundaries)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from etl.sintetis import acuan, peta
from ucj.penolakan import Penolakan

# Heading of the public village list -> canonical column; canonical headings are taken as they are.
NAMA_LAIN = {
    "code": "kode_desa",
    "name": "nama_desa",
    "kind": "jenis",
    "district_code": "kode_kecamatan",
    "district_name": "nama_kecamatan",
    "regency_code": "kode_kabupaten",
    "regency_name": "nama_kabupaten",
}
WAJIB = ("kode_desa", "nama_desa", "jenis", "kode_kecamatan", "nama_kecamatan")


@dataclass(frozen=True)
class Daerah:
    """One regency: ``wilayah`` has one row per village (canonical columns), ``bobot`` its share of the workers.

    ``batas`` is the text of a GeoJSON made here; a real set keeps its boundaries in the file that was given.
    """

    kode: str
    nama: str
    wilayah: pl.DataFrame
    bobot: np.ndarray
    batas: str | None = None

    @property
    def kode_kecamatan(self) -> list[str]:
        return self.wilayah["kode_kecamatan"].unique().sort().to_list()


def make_contoh(rng: np.random.Generator, jumlah_kecamatan: int, jumlah_desa: int) -> Daerah:
    """Return Kabupaten Contoh (99.01) with its own boundaries; a few village names occur in two kecamatan."""
    gambar = peta.draw(rng, jumlah_kecamatan, jumlah_desa)
    nama = [f"{depan}{belakang}" for depan in acuan.DESA_DEPAN for belakang in acuan.DESA_BELAKANG]
    nama = [str(n) for n in rng.permutation(nama)]
    rows: list[dict[str, str]] = []
    urutan = np.argsort(gambar.kecamatan, kind="stable")
    nomor: dict[int, int] = {}
    kelurahan = list(acuan.KELURAHAN[: max(jumlah_desa // 10, 2)])
    for i in urutan:
        kecamatan = gambar.kecamatan[i]
        nomor[kecamatan] = nomor.get(kecamatan, 0) + 1
        is_kelurahan = kecamatan == 0 and bool(kelurahan) and i not in gambar.pulau
        if is_kelurahan:
            nama_desa = kelurahan.pop(0)
        elif i in gambar.pulau:
            nama_desa = acuan.PULAU[gambar.pulau.index(int(i))]
        elif kecamatan > 0 and nomor[kecamatan] == 1:
            # the same name in neighbouring kecamatan: names alone are not unique
            nama_desa = nama[kecamatan // 2]
        else:
            nama_desa = nama[jumlah_kecamatan + len(rows)]
        kode_kecamatan = f"{acuan.KODE_CONTOH}.{kecamatan + 1:02d}"
        rows.append(
            {
                "kode_desa": f"{kode_kecamatan}.{1 if is_kelurahan else 2}{nomor[kecamatan]:03d}",
                "nama_desa": nama_desa,
                "jenis": "KELURAHAN" if is_kelurahan else "DESA",
                "kode_kecamatan": kode_kecamatan,
                "nama_kecamatan": acuan.NAMA_KECAMATAN[kecamatan],
            }
        )
    properties = [
        {"KODE": row["kode_desa"], "DESA": row["nama_desa"], "KECAMATAN": row["nama_kecamatan"]} for row in rows
    ]
    wilayah = pl.DataFrame(rows)
    return Daerah(
        kode=acuan.KODE_CONTOH,
        nama=acuan.NAMA_CONTOH,
        wilayah=wilayah,
        bobot=_weigh(rng, wilayah),
        batas=peta.to_geojson([gambar.petak[i] for i in urutan], properties),
    )


def read_daerah(rng: np.random.Generator, path: Path, kode_profil: str | None, nama_profil: str | None) -> Daerah:
    """Return the regency of a village CSV: the profile's own if it is in there, else the most frequent one.

    Raises ``Penolakan`` for a file without the needed columns, and when a profile with a code of its own meets a
    list of several regencies without that code.
    """
    try:
        frame = pl.read_csv(path, infer_schema=False, encoding="utf8-lossy")
    except (OSError, pl.exceptions.PolarsError) as error:
        raise Penolakan(f"Daftar desa {path} tidak dapat dibaca. Beri CSV berisi {', '.join(WAJIB)}.") from error
    frame = frame.rename({c: NAMA_LAIN.get(c.strip().lower(), c.strip().lower()) for c in frame.columns}, strict=False)
    kurang = [c for c in WAJIB if c not in frame.columns]
    if kurang:
        raise Penolakan(f"{path.name}: kolom {', '.join(kurang)} tidak ada. Yang ada: {', '.join(frame.columns)}.")
    if "kode_kabupaten" not in frame.columns:
        frame = frame.with_columns(kode_kabupaten=pl.col("kode_desa").str.slice(0, 5))
    frame = frame.filter(pl.col("kode_desa").str.contains(r"^\d{2}\.\d{2}\.\d{2}\.\d{4}$"))
    kode = _choose_kode(frame, path, kode_profil)
    milik = frame.filter(pl.col("kode_kabupaten") == kode)
    nama = milik["nama_kabupaten"][0] if "nama_kabupaten" in milik.columns else None
    if nama is None:
        nama = nama_profil if kode == kode_profil and nama_profil else f"Kabupaten {kode}"
    wilayah = milik.select(WAJIB).with_columns(
        jenis=pl.when(pl.col("jenis").str.to_uppercase().str.starts_with("KEL"))
        .then(pl.lit("KELURAHAN"))
        .otherwise(pl.lit("DESA"))
    )
    wilayah = wilayah.unique("kode_desa", keep="first", maintain_order=True).sort("kode_desa")
    return Daerah(kode=kode, nama=str(nama), wilayah=wilayah, bobot=_weigh(rng, wilayah))


def _choose_kode(frame: pl.DataFrame, path: Path, kode_profil: str | None) -> str:
    jumlah = frame.group_by("kode_kabupaten").len().sort("len", "kode_kabupaten", descending=[True, False])
    kode = jumlah["kode_kabupaten"].to_list()
    if not kode:
        raise Penolakan(f"{path.name}: tidak ada satu pun kode desa berbentuk 52.03.01.2004.")
    if kode_profil in kode:
        return str(kode_profil)
    if kode_profil is not None and len(kode) > 1:
        raise Penolakan(
            f"{path.name}: tidak ada desa dari kabupaten {kode_profil}, yang menjadi kabupaten profil ini. Yang ada: "
            f"{', '.join(sorted(kode))}. Pilih profil lain atau daftar desa yang sesuai."
        )
    return str(kode[0])


def _weigh(rng: np.random.Generator, wilayah: pl.DataFrame) -> np.ndarray:
    """Return each village's share of the workers; wards of the town hold about twice as many."""
    bobot = rng.lognormal(0, 0.45, len(wilayah)) * np.where(wilayah["jenis"] == "KELURAHAN", 2.0, 1.0)
    return bobot / bobot.sum()

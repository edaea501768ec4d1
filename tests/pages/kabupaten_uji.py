"""A regency so small that every figure on a page can be counted by hand; province code 99, so nobody is a person.

Villages: Sukamaju (12 active of 40 workers, 8 of 30, 5 of 20), one whose name carries HTML and Markdown, and Seberang,
which has neither denominator nor polygon (3 active). Two more active residents live in a village nobody knows.
"""

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

from etl import build, muat
from ucj import peraturan

NAMA_JAHAT = "<b>Tebal</b> *Miring* $x$"
DESA = {
    "99.02.01.2001": ("Sukamaju", "99.02.01", "Satu"),
    "99.02.01.2002": ("Mekarsari", "99.02.01", "Satu"),
    "99.02.02.2001": (NAMA_JAHAT, "99.02.02", "Dua"),
    "99.02.02.2002": ("Seberang", "99.02.02", "Dua"),
}
PENYEBUT_DESA = {"99.02.01.2001": 40, "99.02.01.2002": 30, "99.02.02.2001": 20}
TIDAK_DIKENAL = "99.02.02.2999"  # our prefix, but not in the list of villages: counts in the regency only
LUAR = "99.01.01.1001"  # another regency: works here, does not live here
SEBARAN = (
    ["99.02.01.2001"] * 12 + ["99.02.01.2002"] * 8 + ["99.02.02.2001"] * 5 + ["99.02.02.2002"] * 3 + [TIDAK_DIKENAL] * 2
)


def nik(nomor: int) -> str:
    """A NIK that is valid and belongs to nobody."""
    return f"990201{nomor % 28 + 1:02d}0180{nomor:04d}"


def peserta(bulan: str, jumlah: int) -> list[dict[str, Any]]:
    """The first ``jumlah`` residents (of 30), then four people from outside who work here."""
    warga = [
        {
            "bulan": bulan,
            "nik": nik(i + 1),
            "segmen": "PU" if i < 20 else "BPU",  # 20 PU, 10 BPU of the 30
            "program": "JKK" if i == 1 else "JKK,JKM",  # number 2 holds one programme only
            "aktif": "Y",
            "sektor": "A1" if i < 10 else "C" if i < 18 else "G",  # 10 farmers, 8 in industry, 12 in trade
            "kode_desa": kode,
            "bekerja_di_daerah": "T" if i in (14, 15) else "Y",  # two residents work elsewhere
        }
        for i, kode in enumerate(SEBARAN[:jumlah])
    ]
    luar = [
        {
            "bulan": bulan,
            "nik": nik(100 + i),
            "segmen": "PU",
            "program": "JKK,JKM",
            "aktif": "Y",
            "sektor": "C",
            "kode_desa": LUAR,
            "bekerja_di_daerah": "Y",
        }
        for i in range(4)
    ]
    return warga + luar


def penyebut() -> list[dict[str, Any]]:
    """Sakernas 2025: 100 workers by residence, 80 by workplace; sectors and segments add up to 100."""
    dasar = {
        "tahun": 2025,
        "sumber_data": "SAKERNAS",
        "tanggal_rilis": "2025-11-05",
        "tingkat": "KABUPATEN",
        "kode_wilayah": "99.02",
        "basis": "DOMISILI",
        "sektor": "",
        "segmen": "",
    }
    baris = [{**dasar, "jumlah_bekerja": 100}, {**dasar, "basis": "TEMPAT_KERJA", "jumlah_bekerja": 80}]
    baris += [{**dasar, "sektor": s, "jumlah_bekerja": n} for s, n in {"A1": 60, "C": 10, "G": 26, "F": 4}.items()]
    baris += [{**dasar, "segmen": s, "jumlah_bekerja": n} for s, n in {"PU": 40, "BPU": 60}.items()]
    return baris


def penyebut_desa() -> list[dict[str, Any]]:
    """DTSEN 2025 knows three of the four villages."""
    return [
        {
            "tahun": 2025,
            "sumber_data": "DTSEN",
            "tanggal_rilis": "2025-10-01",
            "tingkat": "DESA",
            "kode_wilayah": k,
            "jumlah_bekerja": n,
        }
        for k, n in PENYEBUT_DESA.items()
    ]


def target() -> list[dict[str, Any]]:
    """40 % at the end of 2025, 60 % at the end of 2026: the path stands at 50 % in June 2026."""
    return [
        {
            "seri": "RPJMD",
            "kode_indikator": "UCJ-01",
            "tahun": t,
            "semester": "",
            "tingkat": "KABUPATEN",
            "kode": "",
            "nilai": n,
        }
        for t, n in ((2025, 40), (2026, 60))
    ]


def binaan() -> list[dict[str, Any]]:
    """DISDIK: number 1 is protected, 2 has JKK only, 999 is nobody's participant, one NIK is broken: 1 of 4.
    DISKOMINFO: both protected. Its roster is older than six months."""
    return [
        *(
            {"tanggal_data": "2026-06-30", "kode_opd": "DISDIK", "unit": "SD Satu", "jenis_daftar": "NONASN", "nik": n}
            for n in (nik(1), nik(2), nik(999), "990201")
        ),
        *(
            {"tanggal_data": "2025-11-30", "kode_opd": "DISKOMINFO", "unit": "", "jenis_daftar": "NONASN", "nik": n}
            for n in (nik(3), nik(4))
        ),
    ]


def anggaran() -> list[dict[str, Any]]:
    """Rp100 juta of the labour office, Rp12 juta of Sukamaju, both for contributions."""
    dasar = {
        "tahun": 2026,
        "kode_rekening": "5.1.02.02.01.0002",
        "nama_rekening": "Iuran JKK",
        "sumber_dana": "APBD",
        "cara_penganggaran": "REKENING_KHUSUS",
        "untuk": "RENTAN",
        "kode_opd": "",
        "kode_desa": "",
    }
    return [
        {**dasar, "lingkup": "APBD", "kode_opd": "DISNAKER", "rp_pagu": 100_000_000},
        {
            **dasar,
            "lingkup": "APBDES",
            "kode_desa": "99.02.01.2001",
            "sumber_dana": "APBDES",
            "untuk": "PERANGKAT",
            "rp_pagu": 12_000_000,
        },
    ]


def realisasi() -> list[dict[str, Any]]:
    """Rp40 juta spent by the labour office, Rp3 juta by Sukamaju: 43 of 112."""
    dasar = {
        "bulan": "2026-06",
        "kode_rekening": "5.1.02.02.01.0002",
        "untuk": "RENTAN",
        "kode_opd": "",
        "kode_desa": "",
    }
    return [
        {**dasar, "lingkup": "APBD", "kode_opd": "DISNAKER", "sumber_dana": "APBD", "rp_realisasi": 40_000_000},
        {
            **dasar,
            "lingkup": "APBDES",
            "kode_desa": "99.02.01.2001",
            "sumber_dana": "APBDES",
            "untuk": "PERANGKAT",
            "rp_realisasi": 3_000_000,
        },
    ]


def penerima() -> list[dict[str, Any]]:
    """Four recipients paid by the regency in June, all from Sukamaju."""
    return [
        {
            "bulan": "2026-06",
            "nik": nik(i),
            "sumber_dana": "APBD",
            "rp_iuran": 16_800,
            "kode_opd": "DISNAKER",
            "kode_desa": "99.02.01.2001",
        }
        for i in (1, 2, 3, 4)
    ]


def batas() -> dict[str, Any]:
    """Squares for three villages; Seberang has none."""
    kotak = {"99.02.01.2001": (116.0, -8.0), "99.02.01.2002": (116.1, -8.0), "99.02.02.2001": (116.0, -8.1)}
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"kode_desa": k},
                "geometry": {
                    "type": "Polygon",
                    "coordinates": [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]],
                },
            }
            for k, (x, y) in kotak.items()
        ],
    }


def _write(path: Path, baris: list[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.DictWriter(berkas, fieldnames=list(baris[0]))
        tulis.writeheader()
        tulis.writerows(baris)
    return path


def fill(folder: Path) -> None:
    """Deliver, load and publish everything; ``rekap_bpjs`` and ``pemberi_kerja`` are left out on purpose."""
    peraturan.init(folder, "umum", "99.02", "Kabupaten Uji")
    kirim = folder / "kiriman"
    kirim.mkdir(parents=True)
    peta = kirim / "batas.geojson"
    peta.write_text(json.dumps(batas()), encoding="utf-8")
    wilayah = [
        {"kode_desa": k, "nama_desa": n, "jenis": "DESA", "kode_kecamatan": kk, "nama_kecamatan": nk}
        for k, (n, kk, nk) in DESA.items()
    ]
    terima = date(2026, 7, 11)
    muat.load(folder, "wilayah", [_write(kirim / "wilayah.csv", wilayah)], batas=peta, diterima=terima)
    isi = {
        "penduduk_bekerja": [penyebut(), penyebut_desa()],
        "target": [target()],
        "peserta": [peserta("2025-12", 25), peserta("2026-06", 30)],
        "pekerja_binaan": [binaan()],
        "anggaran": [anggaran()],
        "realisasi": [realisasi()],
        "penerima_bantuan": [penerima()],
    }
    for sumber, kiriman in isi.items():
        for i, baris in enumerate(kiriman):
            muat.load(folder, sumber, [_write(kirim / f"{sumber}{i}.csv", baris)], diterima=terima)
    build.build(folder)

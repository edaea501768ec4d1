"""A regency with money, benefits and employers, small enough to count by hand; province code 99, nobody is a person.

June 2026. Budget: labour office 100 then 120 juta (changed in June), education 10 % of 50 juta inside another
line (estimate), village Sukamaju 12 juta: 137 juta. Spent 20 + 20 + 3 = 43 juta. Recipients: 4 by APBD, 3 by CSR,
5 people in all: one paid jointly (50 + 50), one twice. Benefits: 3 cases, 72 juta, beside 80 juta of contributions.
Employers: 5, two of them compliant.
"""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from etl import build, muat
from ucj import peraturan

SUKAMAJU, MEKARSARI, SEBERANG = "99.02.01.2001", "99.02.01.2002", "99.02.02.1001"
WILAYAH = [
    {"kode_desa": k, "nama_desa": n, "jenis": j, "kode_kecamatan": k[:8], "nama_kecamatan": kec}
    for k, n, j, kec in (
        (SUKAMAJU, "Sukamaju", "DESA", "Satu"),
        (MEKARSARI, "Mekarsari", "DESA", "Satu"),  # no budget of its own
        (SEBERANG, "Seberang <i>", "KELURAHAN", "Dua"),  # owes no village budget; its name carries HTML
    )
]
IURAN, KESEHATAN = "5.1.02.02.01.0002", "5.1.02.02.02.0005"


def nik(nomor: int, perempuan: bool = False) -> str:
    """A NIK that is valid and belongs to nobody, born 1980."""
    return f"990201{nomor % 28 + 1 + (40 if perempuan else 0):02d}0180{nomor:04d}"


def anggaran() -> list[dict[str, Any]]:
    """The ceiling of the labour office grows in June; the health line does not count."""
    baris = [
        # tahap, berlaku, lingkup, opd, desa, rekening, cara, porsi, sumber, untuk, pagu
        ("MURNI", "", "APBD", "DISNAKER", "", IURAN, "REKENING_KHUSUS", "", "APBD", "RENTAN", 100_000_000),
        (
            "PERUBAHAN",
            "2026-06-01",
            "APBD",
            "DISNAKER",
            "",
            IURAN,
            "REKENING_KHUSUS",
            "",
            "APBD",
            "RENTAN",
            120_000_000,
        ),
        ("MURNI", "", "APBD", "DISDIK", "", IURAN, "MELEKAT", "10", "APBD", "NONASN", 50_000_000),
        ("MURNI", "", "APBD", "DISDIK", "", KESEHATAN, "REKENING_KHUSUS", "", "APBD", "", 30_000_000),
        ("MURNI", "", "APBDES", "", SUKAMAJU, IURAN, "REKENING_KHUSUS", "", "APBDES", "PERANGKAT", 12_000_000),
    ]
    kolom = ("tahap", "tanggal_berlaku", "lingkup", "kode_opd", "kode_desa", "kode_rekening", "cara_penganggaran",
             "porsi_iuran_persen", "sumber_dana", "untuk", "rp_pagu")  # fmt: skip
    lalu = ("MURNI", "", "APBD", "DISNAKER", "", IURAN, "REKENING_KHUSUS", "", "APBD", "RENTAN", 60_000_000)
    return [
        {"tahun": 2025, **dict(zip(kolom, lalu, strict=True))},
        *({"tahun": 2026, **dict(zip(kolom, b, strict=True))} for b in baris),
    ]


def realisasi() -> list[dict[str, Any]]:
    """The labour office spends 20 juta in May and in June, the village 3 juta in June; education nothing.

    January was delivered too, with nothing spent: the year is known from its start. Of 2025 only July was: what came
    before may be missing.
    """
    return [
        {"bulan": b, "lingkup": lingkup, "kode_opd": opd, "kode_desa": desa, "kode_rekening": IURAN,
         "sumber_dana": dana, "untuk": untuk, "rp_realisasi": rp}
        for b, lingkup, opd, desa, dana, untuk, rp in (
            ("2025-07", "APBD", "DISNAKER", "", "APBD", "RENTAN", 5_000_000),
            ("2026-01", "APBD", "DISNAKER", "", "APBD", "RENTAN", 0),
            ("2026-01", "APBDES", "", SUKAMAJU, "APBDES", "PERANGKAT", 0),
            ("2026-05", "APBD", "DISNAKER", "", "APBD", "RENTAN", 20_000_000),
            ("2026-06", "APBD", "DISNAKER", "", "APBD", "RENTAN", 20_000_000),
            ("2026-06", "APBDES", "", SUKAMAJU, "APBDES", "PERANGKAT", 3_000_000),
        )
    ]  # fmt: skip


def penerima(bulan: str) -> list[dict[str, Any]]:
    """May: 3 people by APBD. June: 4 by APBD and 3 by CSR, 5 people in all; a sixth row has a broken NIK."""
    dasar = {"bulan": bulan, "kode_opd": "DISNAKER", "kode_desa": SUKAMAJU, "porsi_persen": "", "rp_iuran": 4_000_000,
             "disabilitas": "T", "kategori": "R-PROFESI"}  # fmt: skip
    apbd = [{**dasar, "nik": nik(i, perempuan=i == 4), "sumber_dana": "APBD"} for i in (1, 2, 3)]
    if bulan == "2026-05":
        return apbd
    apbd[0] |= {"porsi_persen": 50}  # joint with CSR: 50 + 50
    apbd[2] |= {"disabilitas": "Y"}
    apbd.append({**dasar, "nik": nik(4, perempuan=True), "sumber_dana": "APBD"})
    csr = [
        {**dasar, "nik": nik(1), "sumber_dana": "CSR", "porsi_persen": 50, "rp_iuran": 100_000},
        {**dasar, "nik": nik(2), "sumber_dana": "CSR", "porsi_persen": 100, "rp_iuran": 100_000},  # paid twice
        {**dasar, "nik": nik(5), "sumber_dana": "CSR", "kode_desa": SEBERANG, "disabilitas": "", "rp_iuran": 100_000},
        {**dasar, "nik": "990201", "sumber_dana": "CSR", "rp_iuran": 100_000},
    ]
    return apbd + csr


def rekap(bulan: str) -> list[dict[str, Any]]:
    """Benefits by kecamatan and programme, beside the contributions; the head count stands without a programme."""
    isi = {
        "2026-05": [("99.02.01", "JKK", 1, 10_000_000, 40_000_000)],
        "2026-06": [
            ("99.02.01", "JKK", 2, 30_000_000, 50_000_000),
            ("99.02.01", "JKM", 1, 42_000_000, 20_000_000),
            ("99.02.02", "JKK", 0, 0, 10_000_000),
        ],
    }
    dasar = {"bulan": bulan, "basis": "TEMPAT_KERJA", "segmen": "SEMUA"}
    return [
        {
            **dasar,
            "program": "",
            "kode_desa": "",
            "jumlah_aktif": 100,
            "jumlah_kasus": "",
            "rp_manfaat": "",
            "rp_iuran": "",
        },
        *(
            {
                **dasar,
                "program": p,
                "kode_desa": k,
                "jumlah_aktif": 50,
                "jumlah_kasus": n,
                "rp_manfaat": m,
                "rp_iuran": i,
            }
            for k, p, n, m, i in isi[bulan]
        ),
    ]


def pemberi_kerja() -> list[list[dict[str, Any]]]:
    """Four registered employers (1 and 3 compliant) and one that is not; empty cells are not judged."""
    kosong = {"jumlah_tk_nyata": "", "jumlah_tk_terdaftar": "", "rp_upah_nyata": "", "rp_upah_lapor": "",
              "bulan_tunggakan": "", "rp_tunggakan": ""}  # fmt: skip
    penuh = {"jumlah_tk_nyata": 10, "jumlah_tk_terdaftar": 10, "rp_upah_nyata": 30_000_000, "rp_upah_lapor": 30_000_000,
             "bulan_tunggakan": 0, "rp_tunggakan": 0}  # fmt: skip
    kurang = {"jumlah_tk_nyata": 5, "jumlah_tk_terdaftar": 3, "rp_upah_nyata": 9_000_000, "rp_upah_lapor": 5_000_000,
              "bulan_tunggakan": 2, "rp_tunggakan": 1_500_000}  # fmt: skip
    terdaftar = [
        {"npp": "001", "nama": "Satu", "skala": "BESAR", "sektor": "C", "program": "JKK,JKM,JHT,JP", **penuh},
        {"npp": "002", "nama": "Dua", "skala": "KECIL", "sektor": "G", "program": "JKK,JKM,JHT", **kurang},
        {"npp": "003", "nama": "Tiga", "skala": "MIKRO", "sektor": "G", "program": "JKK,JKM", **kosong},
        {"npp": "004", "nama": "Empat", "skala": "BESAR", "sektor": "C", "program": "JKK,JKM", **penuh},  # no JHT, JP
    ]
    belum = [{"npp": "", "nama": "Lima", "skala": "MIKRO", "sektor": "I", "program": "", **kosong}]
    return [[{"bulan": "2026-06", "kode_desa": SUKAMAJU, **b} for b in daftar] for daftar in (terdaftar, belum)]


def _write(path: Path, baris: list[dict[str, Any]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.DictWriter(berkas, fieldnames=list(baris[0]))
        tulis.writeheader()
        tulis.writerows(baris)
    return path


def fill(folder: Path) -> None:
    """Deliver, load and publish; the recap of June comes after its due date, that of May in time."""
    peraturan.init(folder, "umum", "99.02", "Kabupaten Uji")
    kirim = folder / "kiriman"
    kirim.mkdir(parents=True)
    terdaftar, belum = pemberi_kerja()
    kiriman: list[tuple[str, list[dict[str, Any]], date]] = [
        ("wilayah", WILAYAH, date(2026, 1, 5)),
        ("anggaran", anggaran(), date(2026, 7, 1)),
        ("realisasi", realisasi(), date(2026, 7, 9)),
        ("penerima_bantuan", penerima("2026-05"), date(2026, 6, 9)),
        ("penerima_bantuan", penerima("2026-06"), date(2026, 7, 9)),
        ("rekap_bpjs", rekap("2026-05"), date(2026, 6, 10)),
        ("rekap_bpjs", rekap("2026-06"), date(2026, 7, 20)),
        ("pemberi_kerja", terdaftar, date(2026, 7, 8)),
        ("pemberi_kerja", belum, date(2026, 7, 8)),
    ]
    for i, (sumber, baris, diterima) in enumerate(kiriman):
        muat.load(folder, sumber, [_write(kirim / f"{i}-{sumber}.csv", baris)], diterima=diterima)
    build.build(folder)

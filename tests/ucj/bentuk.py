"""One description of every form, small enough to check by eye, with the cases that a drawing gets wrong: missing
values, values above 100, a value just below its target, long names, names that look like a formula or like markup."""

from datetime import date

from ucj import kalender
from ucj.charts import (
    Bar,
    Baris,
    BarisPanas,
    Batang,
    Deret,
    Deskripsi,
    Garis,
    Kisi,
    KolomPanas,
    Langkah,
    Lereng,
    Lereng1,
    Panas,
    Panel,
    Peristiwa,
    Perkiraan,
    Peta,
    Sasaran,
    Sebar,
    Sel,
    Tangga,
    Titik,
    TitikNilai,
    TitikXY,
    Wilayah,
)

JAHAT = '=cmd|"/c calc"!A1 <b>&$x_1$'
BULAN = tuple(kalender.geser_bulan(date(2025, 7, 1), i) for i in range(12))
DEPAN = tuple(kalender.geser_bulan(date(2026, 7, 1), i) for i in range(6))
SASARAN = Sasaran(((date(2025, 12, 1), 40.0), (date(2026, 6, 1), 44.0), (date(2026, 12, 1), 50.0)))
NAIK = (36.0, 36.4, None, 37.2, 37.25, 38.0, 38.8, 39.1, 40.0, 41.9, 43.0, 43.96)
UMUM = {
    "subjudul": "Persen, menurut KTP, per 30 Juni 2026",
    "satuan": "persen",
    "catatan": ("Agustus belum lengkap.",),
    "sumber": "Sumber: rekap BPJS Ketenagakerjaan, diterima 12 Jul 2026. Dasar: INP 25b. Definisi versi 1.",
    "kode": ("UCJ-01",),
    "basis": "DOMISILI",
}
KOTAK = {"99.01.01.2001": (0, 0), "99.01.01.2002": (1, 0), "99.01.02.2001": (2, 0), "99.01.02.2002": (3, 0)}


def garis() -> Garis:
    return Garis(
        judul="Cakupan naik 8,0 persen poin", deret=[Deret("Cakupan", BULAN, NAIK)], sasaran=SASARAN,
        perkiraan=Perkiraan(DEPAN, tuple(44.0 + i for i in range(6)), tuple(43.5 + i / 2 for i in range(6)),
                            tuple(44.5 + 2 * i for i in range(6))),
        peristiwa=(Peristiwa(date(2026, 1, 1), "Perbup baru"),), hilang=(date(2025, 9, 1),), **UMUM,
    )  # fmt: skip


def batang() -> Batang:
    return Batang(
        judul="Pertanian paling jauh", peluru=True, kolom_label="Sektor",
        baris=[Bar("Pertanian, kehutanan dan perikanan di seluruh kecamatan", 22.4, True, 44.0, 20.1),
               Bar(JAHAT, 104.3, target=44.0), Bar("Real estat", 43.96, target=44.0, lalu=43.0),
               Bar("Tidak diketahui", None, keterangan="tanpa penyebut"), Bar("Nol", 0.0)], **UMUM,
    )  # fmt: skip


def tangga() -> Tangga:
    return Tangga(
        judul="98.908 pekerja belum terlindungi", subjudul="Orang", satuan="orang",
        langkah=[Langkah("Pekerja", 168211, "awal"), Langkah("PU", 48000, "kurang"), Langkah("BPU", 21303, "kurang"),
                 Langkah("Belum terlindungi", 98908, "jumlah", True)],
    )  # fmt: skip


def kisi() -> Kisi:
    panel = [Panel(f"Sektor {i}", Deret(f"Sektor {i}", BULAN, tuple(None if n is None else n + i for n in NAIK)),
                   SASARAN if i == 1 else None) for i in range(5)]  # fmt: skip
    return Kisi(judul="Lima sektor", panel=panel, **UMUM)


def lereng() -> Lereng:
    baris = [Lereng1("Abung", 30.0, 35.5, True), Lereng1("Batu", 31.0, 31.2), Lereng1("Candi", 40.0, None),
             Lereng1(JAHAT, 31.05, 31.1)]  # fmt: skip
    return Lereng(judul="Abung naik", awal=date(2025, 12, 1), akhir=date(2026, 6, 1), baris=baris, **UMUM)


def titik() -> Titik:
    return Titik(
        judul="Tiga desa di bawah 20%", target=44.0, kolom_kelompok="Kecamatan", kolom_titik="Desa",
        kelompok=[Baris("Abung", (TitikNilai("Satu", 12.5, True), TitikNilai("Dua", 43.96), TitikNilai("Tiga", None)),
                        28.2),
                  Baris("Batu", (TitikNilai(JAHAT, 104.3), TitikNilai("Lima", 0.0)), 52.1)], **UMUM,
    )  # fmt: skip


def sebar() -> Sebar:
    return Sebar(
        judul="Satu OPD menyerap tanpa menjangkau", sumbu_x="Serapan", sumbu_y="Cakupan sasaran", garis_x=50.0,
        garis_y=80.0, kuadran=("dana tersisa", "terlindungi", "belum bergerak", "dana terserap"),
        titik=[TitikXY("Dinas A", 62.5, 21.0, True), TitikXY("Dinas B", 10.0, 90.5), TitikXY(JAHAT, None, 12.0)],
        **UMUM,
    )  # fmt: skip


def panas() -> Panas:
    return Panas(
        judul="Dinas A terjauh", subjudul="Semester I 2026", kolom_jumlah="Belum terlindungi",
        kolom_panas=(KolomPanas("Non-ASN", "kewajiban 100%", "persen"), KolomPanas("Tugas", "", "tugas")),
        baris=[BarisPanas("Dinas A", (Sel(88.0, "88,0%", "PERLU_PERHATIAN", "kurang 41 orang", -12.0),
                                      Sel(2, "2 dari 6", "JAUH_DI_BAWAH", "", -66.0)), 40555),
               BarisPanas(JAHAT, (None, Sel(None, "…", "BELUM_ADA_DATA")), 0)],
    )  # fmt: skip


def peta() -> Peta:
    wilayah = [Wilayah(kode, f"Desa {i}", "Abung" if i < 2 else "Batu", nilai)
               for i, (kode, nilai) in enumerate(zip(KOTAK, (12.5, 20.0, None, 104.3), strict=True))]  # fmt: skip
    wilayah.append(Wilayah("99.01.02.2009", "Tanpa batas", "Batu", 33.0))
    return Peta(judul="Satu dari tiga desa di bawah 20%", wilayah=wilayah, **UMUM)


def fitur() -> list[dict]:
    """The boundaries of the map: four squares in a row, clockwise as ``read_batas`` gives them."""
    return [
        {
            "type": "Feature",
            "properties": {"kode_desa": kode},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[[x, y], [x, y + 1], [x + 1, y + 1], [x + 1, y], [x, y]]]],
            },
        }
        for kode, (x, y) in KOTAK.items()
    ]


SEMUA: dict[str, Deskripsi] = {
    f.__name__: f() for f in (garis, batang, tangga, kisi, lereng, titik, sebar, panas, peta)
}

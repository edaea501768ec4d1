"""One description of every form: the same for the tests of the screen and of the files."""

from datetime import date

from ucj import kalender
from ucj.charts import (
    Bar,
    Baris,
    BarisPanas,
    Batang,
    Deret,
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

BULAN = tuple(kalender.geser_bulan(date(2026, 1, 1), i) for i in range(6))
DEPAN = tuple(kalender.geser_bulan(date(2026, 7, 1), i) for i in range(6))
JALUR = Sasaran(((BULAN[0], 40.0), (date(2026, 6, 1), 44.0), (date(2026, 12, 1), 50.0)))


def contoh_garis() -> Garis:
    """Coverage with a missing month, path, estimate and one event."""
    return Garis(
        judul="Cakupan naik", subjudul="Persen", satuan="persen",
        deret=[Deret("Cakupan", BULAN, (40.0, 40.4, None, 41.0, 41.2, 43.96), basis="DOMISILI")],
        sasaran=JALUR,
        perkiraan=Perkiraan(DEPAN, (44.0, 44.2, 44.4, 44.6, 44.8, 45.0), (43.0,) * 6, (46.0,) * 6),
        peristiwa=(Peristiwa(date(2026, 2, 1), "Perbup 12/2026"),),
        hilang=(BULAN[2],),
    )  # fmt: skip


def contoh_segmen() -> Garis:
    """Four segments, two of which end close together."""
    nilai = {"PU": (52.0, 54.9), "BPU": (13.0, 14.1), "JAKON": (36.0, 37.0), "PMI": (36.5, 37.2)}
    return Garis(
        judul="Cakupan per segmen", subjudul="Persen", satuan="persen",
        deret=[Deret(f"Segmen {k}", (BULAN[0], BULAN[1]), v, k) for k, v in nilai.items()],
    )  # fmt: skip


def contoh_batang() -> Batang:
    """Bars with a highlight, a missing value and a zero."""
    return Batang(
        judul="Judul", subjudul="Orang",
        baris=[Bar("Tani", 40555, sorot=True), Bar("Dagang", None), Bar("Tambang", 0)],
    )  # fmt: skip


def contoh_peluru() -> Batang:
    """Bullets with target, earlier value and what they are sorted by; one above 100 percent."""
    return Batang(
        judul="Judul", subjudul="Persen", satuan="persen", peluru=True,
        baris=[
            Bar("Tani", 43.96, target=44.0, lalu=40.0, keterangan="10 orang", ekor="10 orang"),
            Bar("Air, limbah, dan daur ulang", 101.25, target=44.0, ekor="0 orang"),
        ],
    )  # fmt: skip


def contoh_tangga() -> Tangga:
    """The gap by segment, one segment above its denominator."""
    return Tangga(
        judul="Judul", subjudul="Orang",
        langkah=[
            Langkah("Pekerja", 40000, "awal"),
            Langkah("PU", 6308, "kurang"),
            Langkah("BPU", 22000, "kurang", sorot=True),
            Langkah("PMI", 458, "tambah"),
            Langkah("Peserta aktif", 12150, "jumlah"),
            Langkah("Belum terlindungi", 27850, "selisih"),
        ],
    )  # fmt: skip


def contoh_titik() -> Titik:
    """Two kecamatan; one village without a figure."""
    return Titik(
        judul="Judul", subjudul="Persen", satuan="persen", target=44.0,
        kolom_kelompok="Kecamatan", kolom_titik="Desa",
        kelompok=[
            Baris("Satu", (TitikNilai("Awal", 12.5, True, "99.01.01.2001"), TitikNilai("Baru", 60.0)), 36.25),
            Baris("Dua", (TitikNilai("Cilik", None), TitikNilai("Dusun", 43.96))),
        ],
    )  # fmt: skip


def contoh_lereng() -> Lereng:
    """Three lines, one without its first end."""
    return Lereng(
        judul="Judul", subjudul="Persen", satuan="persen", awal=date(2025, 12, 1), akhir=date(2026, 6, 1),
        baris=[Lereng1("Tani", 14.0, 16.5, sorot=True), Lereng1("Dagang", 25.0, 24.96), Lereng1("Baru", None, 3.0)],
    )  # fmt: skip


def contoh_kisi() -> Kisi:
    """Five panels in two rows, all with the same path."""
    return Kisi(
        judul="Judul", subjudul="Persen", satuan="persen",
        panel=[Panel(f"Sektor {i}", Deret(f"Sektor {i}", BULAN[:2], (10.0 + i, 12.0 + i)), JALUR) for i in range(5)],
    )  # fmt: skip


def contoh_sebar() -> Sebar:
    """Three offices, one without a second measure."""
    return Sebar(
        judul="Judul", subjudul="Persen", sumbu_x="Serapan", sumbu_y="Cakupan sasaran", garis_x=50.0, garis_y=60.0,
        titik=[TitikXY("Dinas A", 80.0, 20.0, True), TitikXY("Dinas B", 40.0, 70.0), TitikXY("Dinas C", 10.0, None)],
        kuadran=("kiri atas", "kanan atas", "kiri bawah", "kanan bawah"),
    )  # fmt: skip


def contoh_panas() -> Panas:
    """Two offices by two indicators, one of which does not apply."""
    return Panas(
        judul="Judul", subjudul="Semester I 2026", kolom_jumlah="Belum terlindungi",
        kolom_panas=(KolomPanas("Non-ASN", "kewajiban 100%", "persen"), KolomPanas("Tugas", "selesai")),
        baris=[
            BarisPanas(
                "Dinas A",
                (Sel(88.0, "88,0%", "PERLU_PERHATIAN", "kurang 41 orang", -12.0), Sel(2, "2 dari 6")),
                40555,
            ),
            BarisPanas("Dinas B", (None, Sel(None, "…", "BELUM_ADA_DATA")), 0),
        ],
    )  # fmt: skip


def contoh_peta() -> Peta:
    """Two villages, one without a figure."""
    return Peta(
        judul="Judul", subjudul="Persen", satuan="persen",
        wilayah=[Wilayah("99.01.01.2001", "Satu", "A", 20.0), Wilayah("99.01.02.2001", "Dua", "B", None)],
    )  # fmt: skip


SEMUA = {
    "garis": contoh_garis,
    "segmen": contoh_segmen,
    "batang": contoh_batang,
    "peluru": contoh_peluru,
    "tangga": contoh_tangga,
    "titik": contoh_titik,
    "lereng": contoh_lereng,
    "kisi": contoh_kisi,
    "sebar": contoh_sebar,
    "panas": contoh_panas,
    "peta": contoh_peta,
}

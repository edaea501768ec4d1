"""The palette keeps its distances (visual.md 2, acceptance 12.1): WCAG contrast, CIE L*, CIE76 under Machado (2009)."""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from ucj.charts import warna
from ucj.istilah import STATUS

AKAR = Path(__file__).resolve().parents[2]

# severity 1.0, on linear RGB
MACHADO = {
    "merah": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "hijau": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "biru": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
EMPAT = tuple(warna.STATUS[k] for k in ("TERCAPAI", "SESUAI_RENCANA", "PERLU_PERHATIAN", "JAUH_DI_BAWAH"))

Rgb = tuple[float, float, float]


def linear(hex_: str) -> Rgb:
    def buka(x: float) -> float:
        return x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4

    r, g, b = (buka(int(hex_[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return r, g, b


def terang(rgb: Rgb) -> float:
    r, g, b = rgb
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def kontras(a: str, b: str) -> float:
    x, y = sorted((terang(linear(a)), terang(linear(b))), reverse=True)
    return (x + 0.05) / (y + 0.05)


def lab(rgb: Rgb) -> Rgb:
    r, g, b = rgb
    x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
    y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
    z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883

    def f(t: float) -> float:
        return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def kelabu(hex_: str) -> float:
    return lab(linear(hex_))[0]


def lihat(hex_: str, jenis: str) -> Rgb:
    rgb = linear(hex_)
    if jenis:
        rgb = tuple(min(1.0, max(0.0, sum(m * x for m, x in zip(baris, rgb, strict=True)))) for baris in MACHADO[jenis])
    return lab(rgb)


def jarak(a: str, b: str, jenis: str) -> float:
    return sum((x - y) ** 2 for x, y in zip(lihat(a, jenis), lihat(b, jenis), strict=True)) ** 0.5


def terdekat(isi: tuple[str, ...], *jenis: str) -> float:
    return min(jarak(a, b, j) for a, b in combinations(isi, 2) for j in jenis)


@pytest.mark.parametrize(
    ("isi", "paling_sedikit"),
    [
        (warna.TINTA, 17.4),
        (warna.REDUP, 7.0),
        (warna.TAUTAN, 7.8),
        (warna.FOKUS, 4.7),
        (warna.STATUS["TERCAPAI"], 4.7),
        (warna.STATUS["SESUAI_RENCANA"], 8.1),
        (warna.STATUS["PERLU_PERHATIAN"], 3.4),
        (warna.STATUS["JAUH_DI_BAWAH"], 12.3),
        (warna.STATUS["BELUM_ADA_DATA"], 4.5),
        (warna.DIRAHASIAKAN, 8.8),
        (warna.TEPI, 8.8),
        *((hex_, 3.0) for hex_ in warna.SEGMEN.values()),
    ],
)
def test_contrast_on_white(isi, paling_sedikit):
    assert kontras(isi, warna.PUTIH) >= paling_sedikit - 0.05  # the values are stated with one decimal


def test_text_on_every_class_is_readable():
    for kelas, dasar in enumerate(warna.URUT):
        assert kontras(warna.huruf_di_atas(kelas), dasar) >= 4.5, dasar
    assert kontras(warna.DIRAHASIAKAN, warna.LATAR_DIRAHASIAKAN) >= 4.5


def test_coverage_classes_stay_apart_in_greyscale_and_under_deficiency():
    terang_ = [kelabu(hex_) for hex_ in warna.URUT]
    assert terang_ == sorted(terang_, reverse=True)
    assert min(a - b for a, b in pairwise(terang_)) >= 12.6
    assert terdekat(warna.URUT, *MACHADO) >= 15.7


def test_gap_classes_stay_apart_under_deficiency():
    assert terdekat(warna.SELISIH, *MACHADO) >= 29.4


def test_status_colours_stay_apart():
    assert terdekat(EMPAT, "merah", "hijau") >= 34.9
    assert terdekat(EMPAT, "biru") >= 17.9
    terang_ = sorted((kelabu(hex_), hex_) for hex_ in EMPAT)
    assert min(b - a for (a, _), (b, _) in pairwise(terang_)) >= 8.6
    assert terang_[0][1] == warna.STATUS["JAUH_DI_BAWAH"], "the worst is the darkest on a mono print"


def test_segments_stay_apart():
    assert terdekat(tuple(warna.SEGMEN.values()), "", *MACHADO) >= 12.9


def test_every_status_has_a_colour_and_the_style_sheet_has_the_same():
    assert set(warna.STATUS) == set(STATUS)
    gaya = (AKAR / "ucj" / "gaya.css").read_text(encoding="utf-8")
    di_gaya = dict(re.findall(r"\.ucj-(\w+) \{ color: (#[0-9A-Fa-f]{6}); \}", gaya))
    for kode, (_, _, kelas) in STATUS.items():
        assert di_gaya[kelas] == warna.STATUS[kode]


def test_no_chart_module_writes_a_colour_of_its_own():
    for path in (AKAR / "ucj" / "charts").rglob("*.py"):
        if path.name != "warna.py":
            assert not re.findall(r"[\"']#[0-9A-Fa-f]{6}[\"']", path.read_text(encoding="utf-8")), path

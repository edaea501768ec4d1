"""Prints dots: the strip plot by group, and the plane of two measures with its reference lines."""

from matplotlib.axes import Axes

from ucj.charts import warna
from ucj.charts.cetak.bingkai import KECIL, LABEL, Kanvas, baris, tulis
from ucj.charts.cetak.skala import Skala, skala
from ucj.charts.deskripsi import Sebar, Titik, tulis_pendek
from ucj.charts.deskripsi import tulis as tulis_angka

BARIS = 5.0
BARIS_SEBUT = 6.8  # a row with a name above its dot
TINGGI_SEBAR = 62.0
Tempat = tuple[float, float, float]  # left, middle, width of words that stand already
LATAR = {"facecolor": warna.PUTIH, "alpha": 0.8, "edgecolor": "none", "pad": 0.4}  # of names over lines


def draw_titik(k: Kanvas, d: Titik) -> None:
    """Draw one row per group with a dot per unit, a tick at the median, a line at the target; names of those meant."""
    label = [k.bungkus(b.nama, k.lebar * 0.36) for b in d.kelompok]
    ada_sebut = any(t.sebut for b in d.kelompok for t in b.titik)
    bernama = [any(t.sebut and t.nilai is not None for t in b.titik) for b in d.kelompok]
    tinggi = [
        max(BARIS_SEBUT if ada else BARIS, len(x) * baris(LABEL) + 1.2) for ada, x in zip(bernama, label, strict=True)
    ]
    nilai = [t.nilai for b in d.kelompok for t in b.titik] + [b.median for b in d.kelompok] + [d.target]
    s = skala(nilai, d.satuan, dari_nol=True)
    atas = baris(LABEL) + 1.5 if d.target is not None else 1.0
    bawah = 2 * baris(LABEL) + 2.5
    k.siapkan(sum(tinggi) + atas + bawah)
    longgar = max(1.0, min(1.5, (k.tinggi - atas - bawah) / max(1e-9, sum(tinggi))))
    tinggi = [t * longgar for t in tinggi]
    kiri = max((k.panjang(x) for y in label for x in y), default=0) + 2
    lebar = k.lebar - kiri - 4
    ax = k.sumbu(kiri, atas, lebar, sum(tinggi) or 1)
    ax.set_xlim(s.bawah - (s.atas - s.bawah) * 0.01, s.atas + (s.atas - s.bawah) * 0.01)
    ax.set_ylim(sum(tinggi) or 1, 0)
    _sumbu_x(ax, s, sum(tinggi))
    y = 0.0
    for i, (b, kata, t) in enumerate(zip(d.kelompok, label, tinggi, strict=True)):
        sebut = [x for x in b.titik if x.sebut and x.nilai is not None]
        tengah = y + (t - (2.0 if sebut else 0)) / 2 + (2.0 if sebut else 0)
        ax.axhline(tengah, color=warna.KISI, linewidth=0.6, zorder=0)
        for j, satu in enumerate(kata):
            letak = tengah + (j - (len(kata) - 1) / 2) * baris(LABEL)
            tulis(ax, ax.get_xlim()[0], letak, satu, ha="right", va="center_baseline", geser=(-1.4, 0))
        ada = [x for x in b.titik if x.nilai is not None]
        ax.scatter(
            [x.nilai for x in ada if x.nilai is not None], [tengah] * len(ada), s=17, linewidths=0.4, zorder=3,
            c=[warna.SOROT if x.sebut or not ada_sebut else warna.SAMAR for x in ada], edgecolors=warna.TEPI,
            clip_on=False, gid=f"titik-{i}",
        )  # fmt: skip
        if b.median is not None:
            ax.plot([b.median] * 2, [tengah - 1.7, tengah + 1.7], color=warna.SASARAN, linewidth=1.8, zorder=4,
                    solid_capstyle="butt", gid=f"median-{i}")  # fmt: skip
        _nama(k, ax, [(x.nilai, x.nama) for x in sebut if x.nilai is not None], tengah, lebar)
        y += t
    if d.target is not None:
        ax.axvline(d.target, color=warna.SASARAN, linewidth=0.9, zorder=1, gid="target")
        kata_target = f"Target {tulis_angka(d.satuan)(d.target)}"
        ha = "left" if d.target < (s.bawah + s.atas) / 2 else "right"
        tulis(ax, d.target, 0, kata_target, ha=ha, va="bottom", geser=(0, -0.8))
    if any(b.median is not None for b in d.kelompok):
        tulis(ax, s.atas, sum(tinggi), "Titik = satu " + d.kolom_titik.lower() + "; garis pendek = median", KECIL,
              ha="right", va="top", geser=(0, 1.6 + baris(LABEL)), color=warna.REDUP)  # fmt: skip


def _sumbu_x(ax: Axes, s: Skala, bawah: float) -> None:
    for letak, kata in zip(s.letak, s.kata, strict=True):
        ax.axvline(letak, color=warna.KISI, linewidth=0.6, zorder=0)
        tulis(ax, letak, bawah, kata, ha="center", va="top", geser=(0, 1.2))


def _nama(k: Kanvas, ax: Axes, sebut: list[tuple[float, str]], y: float, lebar: float) -> None:
    """Write names above their dots, one after the other, none over another and none over the edge."""
    kiri, kanan = ax.get_xlim()
    batas = -2.0
    for nilai, nama in sorted(sebut):
        x = (nilai - kiri) / (kanan - kiri) * lebar
        panjang = k.panjang(nama, KECIL, 700)
        mulai = max(batas, min(x - panjang / 2, lebar + 3 - panjang))
        tulis(ax, nilai, y, nama, KECIL, 700, va="bottom", geser=(mulai - x, -1.1), zorder=2, bbox=LATAR)
        batas = mulai + panjang + 1.5


def draw_sebar(k: Kanvas, d: Sebar) -> None:
    """Draw dots in the plane, reference lines, words of the quadrants in the corners, names of those meant."""
    sx = skala([t.x for t in d.titik] + [d.garis_x], d.satuan_x)
    sy = skala([t.y for t in d.titik] + [d.garis_y], d.satuan_y)
    kiri = max((k.panjang(x) for x in sy.kata), default=0) + 2
    judul_y = k.bungkus(f"↑ {d.sumbu_y}", k.lebar, LABEL)
    judul_x = k.bungkus(f"{d.sumbu_x} →", k.lebar - kiri, LABEL)
    atas = len(judul_y) * baris(LABEL) + 2.5
    bawah = (1 + len(judul_x)) * baris(LABEL) + 2.5
    k.siapkan(TINGGI_SEBAR if k.lebar > 100 else TINGGI_SEBAR * 1.1)
    lebar, tinggi = k.lebar - kiri - 4, k.tinggi - atas - bawah
    ax = k.sumbu(kiri, atas, lebar, tinggi)
    tepi_x, tepi_y = (sx.atas - sx.bawah) * 0.012, (sy.atas - sy.bawah) * 0.02
    ax.set_xlim(sx.bawah - tepi_x, sx.atas + tepi_x)
    ax.set_ylim(sy.bawah - tepi_y, sy.atas + tepi_y)
    for letak, kata in zip(sx.letak, sx.kata, strict=True):
        ax.axvline(letak, color=warna.KISI, linewidth=0.6, zorder=0)
        tulis(ax, letak, ax.get_ylim()[0], kata, ha="center", va="top", geser=(0, 1.0))
    for letak, kata in zip(sy.letak, sy.kata, strict=True):
        ax.axhline(letak, color=warna.KISI, linewidth=0.6, zorder=0)
        tulis(ax, ax.get_xlim()[0], letak, kata, ha="right", va="center_baseline", geser=(-1.4, 0))
    for j, satu in enumerate(judul_y):
        tulis(ax, ax.get_xlim()[0], ax.get_ylim()[1], satu, va="bottom",
              geser=(-kiri, -1.2 - (len(judul_y) - 1 - j) * baris(LABEL)), color=warna.REDUP)  # fmt: skip
    for j, satu in enumerate(judul_x):
        tulis(ax, ax.get_xlim()[1], ax.get_ylim()[0], satu, ha="right", va="top",
              geser=(0, 1.2 + (1 + j) * baris(LABEL)), color=warna.REDUP)  # fmt: skip
    if d.garis_x is not None:
        ax.axvline(d.garis_x, color=warna.SASARAN, linewidth=0.9, zorder=1, gid="garis-x")
    if d.garis_y is not None:
        ax.axhline(d.garis_y, color=warna.SASARAN, linewidth=0.9, zorder=1, gid="garis-y")
    ada = [t for t in d.titik if t.x is not None and t.y is not None]
    ada_sebut = any(t.sebut for t in ada)
    ax.scatter(
        [t.x for t in ada if t.x is not None], [t.y for t in ada if t.y is not None], s=20, linewidths=0.4, zorder=3,
        c=[warna.SOROT if t.sebut or not ada_sebut else warna.SAMAR for t in ada], edgecolors=warna.TEPI,
        clip_on=False, gid="titik",
    )  # fmt: skip
    tempat = _kuadran(k, ax, d.kuadran, lebar, tinggi)
    titik = {id(t): (_mm(t.x, ax.get_xlim(), lebar), _mm(t.y, ax.get_ylim(), tinggi)) for t in ada}
    tempat += [(x - 1.0, y, 2.0) for x, y in titik.values()]
    for t in sorted((t for t in ada if t.sebut), key=lambda t: (-(t.y or 0), t.nama)):
        assert t.x is not None and t.y is not None
        x, y = titik[id(t)]
        kata = t.nama if k.lebar <= 100 else f"{t.nama} {tulis_pendek(d.satuan_y)(t.y)}"
        panjang = k.panjang(kata, KECIL, 700)
        dari, naik = _cari(x, y, panjang, lebar, tinggi, tempat)
        tempat.append((dari, y + naik, panjang))
        tulis(ax, t.x, t.y, kata, KECIL, 700, va="center_baseline", geser=(dari - x, -naik), zorder=2, bbox=LATAR)


def _mm(nilai: float | None, batas: tuple[float, float], panjang: float) -> float:
    return ((nilai or 0) - batas[0]) / (batas[1] - batas[0]) * panjang


def _cari(x: float, y: float, panjang: float, lebar: float, tinggi: float, tempat: list[Tempat]) -> tuple[float, float]:
    """Return left edge and rise of a name near its dot where it lies on the least, at best at the right of the dot."""
    separuh = baris(KECIL) / 2
    calon: list[tuple[int, int, float, float]] = []  # how much it lies on, rank, left edge, rise
    for naik in (0.0, separuh * 1.4, -separuh * 1.4, separuh * 2.8, -separuh * 2.8, separuh * 4, -separuh * 4):
        for dari in (x + 1.6, x - 1.6 - panjang, *([x - panjang / 2] if naik else [])):
            if dari < 0 or dari + panjang > lebar + 3 or not separuh <= y + naik <= tinggi - separuh:
                continue
            tumpang = sum(abs(y + naik - b) < 2 * separuh and dari < a + w and a < dari + panjang for a, b, w in tempat)
            calon.append((tumpang, len(calon), dari, naik))
    if not calon:
        return max(0.0, min(x + 1.6, lebar + 3 - panjang)), 0.0
    _, _, dari, naik = min(calon)
    return dari, naik


def _kuadran(k: Kanvas, ax: Axes, kata: tuple[str, str, str, str], lebar: float, tinggi: float) -> list[Tempat]:
    """Write the words of the quadrants into the corners; returns the places they take."""
    tempat: list[Tempat] = []
    for i, teks in enumerate(kata):
        is_atas, is_kiri = i < 2, i % 2 == 0
        isi = k.bungkus(teks, lebar * 0.4, KECIL)
        x, y = ax.get_xlim()[0 if is_kiri else 1], ax.get_ylim()[1 if is_atas else 0]
        for j, satu in enumerate(isi if is_atas else reversed(isi)):
            geser = (0.8 if is_kiri else -0.8, (0.8 + j * baris(KECIL)) * (1 if is_atas else -1))
            tulis(ax, x, y, satu, KECIL, ha="left" if is_kiri else "right", va="top" if is_atas else "bottom",
                  geser=geser, color=warna.REDUP)  # fmt: skip
            panjang = k.panjang(satu, KECIL)
            tengah = 0.8 + (j + 0.5) * baris(KECIL)
            tempat.append((0.8 if is_kiri else lebar - 0.8 - panjang, tinggi - tengah if is_atas else tengah, panjang))
    return tempat

"""Prints the village map: five classes with their counts, hatched where there is no figure, kecamatan names.

Islands that are too small or too far away to be seen stand in frames of their own beside the map.
"""

from collections.abc import Iterable

from matplotlib.axes import Axes
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path

from ucj import format
from ucj.charts import warna
from ucj.charts.batas import Batas, Fitur, Garis
from ucj.charts.cetak.bingkai import INCI, KECIL, LABEL, Kanvas, baris, tulis
from ucj.charts.deskripsi import Peta, Wilayah
from ucj.charts.tata_peta import Kotak, Tata

PX = 96 / INCI  # names are placed in pixels of a screen (``Batas.tempat_nama``)
KOLOM = 46.0  # legend and islands beside the map
TINGGI_PETA = (60.0, 150.0)  # least and most
TINGGI_PULAU = 26.0
KOTAK_KELAS = (6.0, 3.6)


def draw_peta(k: Kanvas, d: Peta, batas: Batas) -> None:
    """Draw the map; villages without a polygon are not on it, their number stands under the classes."""
    per_kode = {w.kode: w for w in d.wilayah if w.kode in batas.fitur}
    tata = batas.tata(frozenset(per_kode))
    legenda = _legenda(d, len(d.wilayah) - len(per_kode))
    is_lebar = k.lebar > 100
    kolom = max([KOLOM, *(KOTAK_KELAS[0] + 2 + k.panjang(kata) for _, kata in legenda)])
    lebar_peta = k.lebar - kolom - 3 if is_lebar else k.lebar
    tinggi_legenda = len(legenda) * (baris(LABEL) + 0.9)
    tinggi_peta = min(TINGGI_PETA[1], max(TINGGI_PETA[0], lebar_peta * tata.utama.tinggi / (tata.utama.lebar or 1)))
    if not per_kode:
        tinggi_peta = 0.0
    tinggi_samping = tinggi_legenda + 3 + len(tata.pulau) * (TINGGI_PULAU + 2)
    if is_lebar:
        k.siapkan(max(tinggi_peta, tinggi_samping))
        tinggi_peta = k.tinggi
    else:
        k.siapkan(tinggi_peta + 2 + tinggi_samping)
    if per_kode:
        ax = k.sumbu(0, 0, lebar_peta, tinggi_peta)
        _bidang(ax, tata.utama)
        dekat = {kode for p in tata.pulau if not p.is_jauh for kode in p.kode_desa}
        _isi(ax, d, batas, tata.kode_desa, tata.kode_desa - dekat, tata.utama, (lebar_peta, tinggi_peta))
        for p in tata.pulau:
            if not p.is_jauh:
                ax.add_patch(_bingkai(p.kotak))
    kiri = k.lebar - kolom if is_lebar else 0.0
    atas = 0.0 if is_lebar else tinggi_peta + 2
    _tulis_legenda(k, legenda, kiri, atas)
    _pulau(k, d, batas, tata, kiri, atas + tinggi_legenda + 3)


def _bidang(ax: Axes, kotak: Kotak) -> None:
    ax.set_xlim(kotak.x0, kotak.x1)
    ax.set_ylim(kotak.y0, kotak.y1)
    ax.set_aspect("equal", adjustable="box", anchor="NW")


def _bingkai(kotak: Kotak) -> Rectangle:
    return Rectangle((kotak.x0, kotak.y0), kotak.lebar, kotak.tinggi, facecolor="none", edgecolor=warna.REDUP,
                     linewidth=0.7, zorder=6)  # fmt: skip


def _pulau(k: Kanvas, d: Peta, batas: Batas, tata: Tata, kiri: float, atas: float) -> None:
    lebar = min(KOLOM, k.lebar)
    for p in tata.pulau:
        ax = k.sumbu(kiri, atas, lebar, TINGGI_PULAU)
        _bidang(ax, p.kotak)
        _isi(ax, d, batas, p.kode_desa, p.kode_desa, p.kotak, (lebar, TINGGI_PULAU))
        ax.add_patch(_bingkai(p.kotak))
        atas += TINGGI_PULAU + 2


def _isi(
    ax: Axes,
    d: Peta,
    batas: Batas,
    kode: frozenset[str],
    bernama: frozenset[str],
    kotak: Kotak,
    ukuran: tuple[float, float],
) -> None:
    """Draw some villages into one map, with borders and the names of the kecamatan of ``bernama``."""
    ada = sorted((w for w in d.wilayah if w.kode in kode), key=lambda w: w.kode)
    for w in ada:
        ax.add_patch(_desa(d, w, batas.fitur[w.kode]))
    if d.sorot in kode:
        _garis(ax, batas.garis_desa([d.sorot]), warna.FOKUS, 2.0)
    if len({w.kode.rsplit(".", 1)[0] for w in d.wilayah}) > 1:
        _garis(ax, batas.garis_kecamatan(kode), warna.TINTA, 1.0)
        nama = {w.kode.rsplit(".", 1)[0]: w.nama_kecamatan for w in ada}
        skala = min(ukuran[0] / (kotak.lebar or 1), ukuran[1] / (kotak.tinggi or 1)) * PX
        tempat = batas.tempat_nama(bernama, nama, kotak, skala, KECIL * 96 / 72)
        for kode_kecamatan, (x, y) in sorted(tempat.items()):
            tulis(ax, x, y, nama[kode_kecamatan], KECIL, ha="center", va="center", zorder=7,
                  bbox={"facecolor": warna.PUTIH, "alpha": 0.78, "edgecolor": "none", "pad": 0.7})  # fmt: skip


def _desa(d: Peta, w: Wilayah, fitur: Fitur) -> PathPatch:
    """Return one village: filled by its class; white, hatched and dashed where no figure can be given."""
    titik: list[tuple[float, float]] = []
    langkah: list[int] = []
    for poligon in fitur["geometry"]["coordinates"]:
        for cincin in poligon:
            titik += [(x, y) for x, y in cincin]
            langkah += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(cincin) - 2), int(Path.CLOSEPOLY)]
    petak = PathPatch(Path(titik, langkah), edgecolor=warna.TEPI, linewidth=0.35, gid=f"desa-{w.kode}")
    _warnai(petak, d.kelas(w.nilai))
    return petak


def _warnai(petak: Patch, kelas: int | None) -> None:
    """Fill an area by its class; without one it is white, hatched and dashed."""
    if kelas is None:
        petak.set(facecolor=warna.PUTIH, hatch="//////", linestyle=(0, (3, 2)))
        petak.set_hatchcolor(warna.LALU)
    else:
        petak.set_facecolor(warna.URUT[kelas])


def _garis(ax: Axes, garis: Garis, warna_garis: str, tebal: float) -> None:
    lon = [float("nan") if x is None else x for x in garis[0]]
    lat = [float("nan") if y is None else y for y in garis[1]]
    ax.plot(lon, lat, color=warna_garis, linewidth=tebal, zorder=5, solid_joinstyle="round")


def _legenda(d: Peta, tanpa_poligon: int) -> list[tuple[int | None, str]]:
    """Return class and words of the legend; classes of nothing would read as measured."""
    kelas = [d.kelas(w.nilai) for w in d.wilayah]
    isi: list[tuple[int | None, str]] = []
    if any(n is not None for n in kelas):
        isi += [
            (i, f"{kata} · {format.bilangan(kelas.count(i))} {d.kata_desa}") for i, kata in enumerate(d.nama_kelas())
        ]
    if None in kelas:
        isi.append((None, f"belum ada data · {format.bilangan(kelas.count(None))} {d.kata_desa}"))
    if tanpa_poligon:
        isi.append((-1, f"tanpa batas di peta · {format.bilangan(tanpa_poligon)} {d.kata_desa}"))
    return isi


def _tulis_legenda(k: Kanvas, isi: Iterable[tuple[int | None, str]], kiri: float, atas: float) -> None:
    ax = k.sumbu_mm()
    ax.set_zorder(8)
    ax.patch.set_alpha(0)
    for i, (kelas, kata) in enumerate(isi):
        tengah = atas + (i + 0.5) * (baris(LABEL) + 0.9)
        if kelas != -1:
            kotak = Rectangle((kiri, tengah - KOTAK_KELAS[1] / 2), *KOTAK_KELAS, edgecolor=warna.TEPI, linewidth=0.5)
            _warnai(kotak, kelas)
            ax.add_patch(kotak)
        tulis(ax, kiri + KOTAK_KELAS[0] + 1.6, tengah, kata, va="center_baseline")

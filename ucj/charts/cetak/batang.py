"""Prints bars, bullet bars and the waterfall."""

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from ucj import format
from ucj.charts import warna
from ucj.charts.cetak.bingkai import KECIL, LABEL, Kanvas, baris, tulis
from ucj.charts.deskripsi import Bar, Batang, Tangga, tulis_pendek

BARIS = 5.4  # least height of a row
BARIS_MAKS = 9.0
LABEL_MAKS = 0.4  # of the width


def draw_batang(k: Kanvas, d: Batang) -> None:
    """Draw horizontal bars from zero: one row each, value at the right, target tick, earlier value as a dot."""
    angka = [_angka(d, b) for b in d.baris]
    label = [k.bungkus(b.label, k.lebar * LABEL_MAKS) for b in d.baris]
    acuan = [x for b in d.baris for x in (b.nilai, b.target, b.lalu) if x is not None]
    atas = max([*acuan, 100.0 if d.satuan == "persen" and d.peluru else 0.0], default=1) or 1
    bawah = min([*acuan, 0.0])
    ada_sorot = any(b.sorot for b in d.baris)
    # where the subtitle says what the tick means, a key with another word would contradict it
    is_tersebut = any(kata in d.subjudul.lower() for kata in ("tanda", "garis"))
    tanda = ["target"] if any(b.target is not None for b in d.baris) and not is_tersebut else []
    tanda += ["sebelumnya"] if any(b.lalu is not None for b in d.baris) else []
    tinggi_kunci = baris(KECIL) + 1.5 if tanda else 0.0
    k.siapkan(sum(_tinggi_baris(x) for x in label) + tinggi_kunci)
    kiri = max((k.panjang(x) for y in label for x in y), default=0) + 2
    lebar_angka = max((k.panjang(x, tebal=700) for x in angka), default=0)
    lebar_ekor = max((k.panjang(b.ekor) for b in d.baris if b.ekor), default=0)
    kanan = lebar_angka + 2 + (lebar_ekor + 3 if lebar_ekor else 0)
    longgar = min(BARIS_MAKS * len(label), k.tinggi - tinggi_kunci) / max(1e-9, sum(_tinggi_baris(x) for x in label))
    tinggi = [_tinggi_baris(x) * max(1.0, longgar) for x in label]
    ax = k.sumbu(kiri, 0, k.lebar - kiri - kanan, sum(tinggi) or 1)
    ax.set_xlim(bawah, atas)
    ax.set_ylim(sum(tinggi) or 1, 0)
    y = 0.0
    for i, (b, kata, t) in enumerate(zip(d.baris, label, tinggi, strict=True)):
        tengah, tebal = y + t / 2, min(t * (0.5 if d.peluru else 0.62), 4.2)
        if d.peluru:
            _kotak(ax, 0, atas, tengah, tebal, warna.ALUR_PELURU)
        if b.nilai is not None:
            isi = warna.SOROT if b.sorot or not ada_sorot else warna.SAMAR
            _kotak(ax, 0, b.nilai, tengah, tebal, isi, gid=f"nilai-{i}")
        if b.lalu is not None:
            ax.plot(b.lalu, tengah, "o", color=warna.LALU, markersize=4.5, markeredgecolor=warna.PUTIH,
                    markeredgewidth=0.6, clip_on=False, gid=f"lalu-{i}")  # fmt: skip
        if b.target is not None:
            setengah = min(t * 0.42, 2.9)
            ax.plot([b.target] * 2, [tengah - setengah, tengah + setengah], color=warna.SASARAN, linewidth=2.2,
                    solid_capstyle="butt", clip_on=False, gid=f"target-{i}")  # fmt: skip
        for j, satu in enumerate(kata):
            letak = tengah + (j - (len(kata) - 1) / 2) * baris(LABEL)
            tulis(ax, bawah, letak, satu, ha="right", va="center_baseline", geser=(-2, 0))
        ujung = atas if d.peluru else max(b.nilai or 0, 0, *([b.target] if b.target is not None else []))
        tulis(ax, ujung, tengah, angka[i], tebal=700 if b.sorot else 400, va="center_baseline", geser=(1.4, 0))
        if b.ekor:  # a column of its own, at the right edge
            tepi = (1.4 + lebar_angka + 3 + lebar_ekor, 0)
            tulis(ax, atas, tengah, b.ekor, ha="right", va="center_baseline", geser=tepi, color=warna.REDUP)
        y += t
    if bawah < 0:
        ax.axvline(0, color=warna.TEPI, linewidth=0.6)
    if tanda:
        _kunci(k, tanda, kiri, k.tinggi - tinggi_kunci + 1.5)


def _angka(d: Batang, b: Bar) -> str:
    """Return the label of a bar; a percentage is never rounded up to its target."""
    return format.persen(b.nilai, b.target) if d.satuan == "persen" else tulis_pendek(d.satuan)(b.nilai)


def _tinggi_baris(kata: list[str]) -> float:
    return max(BARIS, len(kata) * baris(LABEL) + 1.4)


def _kotak(ax: Axes, dari: float, sampai: float, tengah: float, tebal: float, isi: str, gid: str | None = None) -> None:
    """Draw a bar; one below zero is hatched, so that it stays apart in greyscale."""
    kotak = Rectangle((dari, tengah - tebal / 2), sampai - dari, tebal, facecolor=isi, linewidth=0)
    if sampai < dari:
        kotak.set(hatch="/////", edgecolor=warna.PUTIH)
    if gid:
        kotak.set_gid(gid)
    ax.add_patch(kotak)


def _kunci(k: Kanvas, tanda: list[str], kiri: float, atas: float) -> None:
    """Draw what tick and dot mean, under the bars."""
    ax = k.sumbu(kiri, atas, k.lebar - kiri, baris(KECIL))
    ax.set_xlim(0, k.lebar - kiri)
    ax.set_ylim(baris(KECIL), 0)
    x, tengah = 1.0, baris(KECIL) / 2
    for nama in tanda:
        if nama == "target":
            ax.add_artist(Line2D([x, x], [0.2, baris(KECIL) - 0.2], color=warna.SASARAN, linewidth=2.2))
        else:
            ax.add_artist(Line2D([x], [tengah], marker="o", color=warna.LALU, markersize=4.5, linewidth=0))
        tulis(ax, x + 1.6, tengah, nama, KECIL, va="center_baseline", color=warna.REDUP)
        x += 1.6 + k.panjang(nama, KECIL) + 5


def draw_tangga(k: Kanvas, d: Tangga) -> None:
    """Draw the waterfall lying down, so that every name is horizontal: steps with connectors, sums solid."""
    pendek = tulis_pendek(d.satuan)
    label = [k.bungkus(x.nama, k.lebar * LABEL_MAKS) for x in d.langkah]
    k.siapkan(sum(_tinggi_baris(x) for x in label))
    kata = [pendek(-x.nilai if x.jenis == "kurang" else x.nilai) for x in d.langkah]
    kiri = max((k.panjang(x) for y in label for x in y), default=0) + 2
    kanan = max((k.panjang(x, tebal=700) for x in kata), default=0) + 2
    dasar = sum(_tinggi_baris(x) for x in label)
    longgar = min(BARIS_MAKS * len(label), k.tinggi) / max(1e-9, dasar)
    tinggi = [_tinggi_baris(x) * max(1.0, longgar) for x in label]
    ax = k.sumbu(kiri, 0, k.lebar - kiri - kanan, sum(tinggi) or 1)
    rentang = d.rentang()
    ax.set_xlim(min([0.0, *(a for a, _ in rentang)]), max([b for _, b in rentang], default=1) or 1)
    ax.set_ylim(sum(tinggi) or 1, 0)
    berjalan = d.berjalan()
    y = 0.0
    for i, (langkah, (dari, sampai), nama, t) in enumerate(zip(d.langkah, rentang, label, tinggi, strict=True)):
        tengah, tebal = y + t / 2, min(t * 0.62, 4.2)
        isi = warna.SOROT if langkah.sorot or langkah.jenis in ("jumlah", "selisih") else warna.SAMAR
        if langkah.jenis == "awal" and not langkah.sorot:
            isi = warna.LALU
        kotak = Rectangle((dari, tengah - tebal / 2), sampai - dari, tebal, facecolor=isi, linewidth=0)
        kotak.set_gid(f"langkah-{i}")
        if langkah.jenis == "kurang":  # taken away: the negative side is hatched
            kotak.set(hatch="/////", edgecolor=warna.PUTIH)
        ax.add_patch(kotak)
        if i + 1 < len(d.langkah):
            bawah = y + t + tinggi[i + 1] / 2 - min(tinggi[i + 1] * 0.62, 4.2) / 2
            ax.plot([berjalan[i]] * 2, [tengah + tebal / 2, bawah], color=warna.LALU, linewidth=0.6)
        for j, satu in enumerate(nama):
            letak = tengah + (j - (len(nama) - 1) / 2) * baris(LABEL)
            tulis(ax, ax.get_xlim()[0], letak, satu, ha="right", va="center_baseline", geser=(-2, 0))
        is_tebal = langkah.sorot or langkah.jenis in ("awal", "jumlah", "selisih")
        tulis(ax, sampai, tengah, kata[i], tebal=700 if is_tebal else 400, va="center_baseline", geser=(1.4, 0))
        y += t

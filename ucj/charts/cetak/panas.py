"""Prints the heat table: value with mark, second line, an edge in the class of the gap; the negative side hatched."""

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from ucj import format
from ucj.charts import warna
from ucj.charts.cetak.bingkai import KECIL, LABEL, Kanvas, baris, tulis
from ucj.charts.deskripsi import TIDAK_BERLAKU, Panas, Sel
from ucj.istilah import STATUS

TEPI_SEL = 1.8  # width of the coloured edge
JARAK = 1.2
LABEL_MIN = 0.24  # of the width


def draw_panas(k: Kanvas, d: Panas) -> None:
    """Draw the table whole: headings, one row per unit, the meaning of the marks under it."""
    ada_jumlah = any(b.jumlah is not None for b in d.baris)
    lebar = _lebar_kolom(k, d, ada_jumlah)
    kiri = [k.lebar - sum(lebar[j:]) for j in range(len(lebar) + 1)]  # where each column begins, and the right edge
    lebar_label = kiri[0]
    dalam = [w - TEPI_SEL - 2 * JARAK for w in lebar]
    kepala = [
        (k.bungkus(a, w, LABEL, 700), k.bungkus(b, w, KECIL))
        for (a, b), w in zip(_judul(d, ada_jumlah), dalam, strict=True)
    ]
    tinggi_kepala = max((len(a) * baris(LABEL) + len(b) * baris(KECIL) for a, b in kepala), default=0) + 2
    label = [k.bungkus(b.nama, lebar_label - 2, LABEL, 700) for b in d.baris]
    sel = [[_kata(k, s, w) for s, w in zip(b.sel, dalam[ada_jumlah:], strict=True)] for b in d.baris]
    tinggi = [
        max([len(nama) * baris(LABEL), *(len(a) * baris(LABEL) + len(b) * baris(KECIL) for a, b in satu)]) + 2 * JARAK
        for nama, satu in zip(label, sel, strict=True)
    ]
    kunci = _kunci(k, d)
    k.siapkan(tinggi_kepala + sum(tinggi) + len(kunci) * baris(KECIL) + 3)
    ax = k.sumbu_mm()
    for j, (utama, kecil) in enumerate(kepala):
        atas = tinggi_kepala - 1 - len(utama) * baris(LABEL) - len(kecil) * baris(KECIL)
        _tumpuk(ax, kiri[j + 1] - TEPI_SEL - JARAK, atas, utama, kecil, tebal_kepala=True)
    y = tinggi_kepala
    ax.plot([0, k.lebar], [y, y], color=warna.TEPI, linewidth=0.7)
    for i, (b, nama, satu, t) in enumerate(zip(d.baris, label, sel, tinggi, strict=True)):
        for n, kata in enumerate(nama):
            tulis(ax, 0, y + JARAK + (n + 0.5) * baris(LABEL), kata, tebal=700, va="center_baseline")
        if ada_jumlah:
            tulis(ax, kiri[1] - TEPI_SEL - JARAK, y + JARAK + baris(LABEL) / 2, format.bilangan(b.jumlah),
                  tebal=700, ha="right", va="center_baseline", gid=f"jumlah-{i}")  # fmt: skip
        for j, (s, (utama, kecil)) in enumerate(zip(b.sel, satu, strict=True)):
            kanan = kiri[j + 1 + ada_jumlah]
            _tumpuk(ax, kanan - TEPI_SEL - JARAK, y + JARAK, utama, kecil, s=s, gid=f"sel-{i}-{j}", k=k)
            if s is not None:
                _tepi(ax, d, s, kanan - TEPI_SEL, y, t, f"tepi-{i}-{j}")
        y += t
        ax.plot([0, k.lebar], [y, y], color=warna.KISI, linewidth=0.6)
    for n, kata in enumerate(kunci):
        tulis(ax, 0, y + 2 + (n + 0.5) * baris(KECIL), kata, KECIL, va="center_baseline", color=warna.REDUP)


def _judul(d: Panas, ada_jumlah: bool) -> list[tuple[str, str]]:
    """Return heading and second line of each column of figures."""
    judul = [(d.kolom_jumlah or "Jumlah", d.satuan)] if ada_jumlah else []
    return judul + [(x.judul, x.sub or x.satuan) for x in d.kolom_panas]


def _lebar_kolom(k: Kanvas, d: Panas, ada_jumlah: bool) -> list[float]:
    """Return the width of each column of figures: what its cells need on one line, less where the page is too narrow,
    but never less than the longest word."""
    mau: list[float] = []
    perlu: list[float] = []
    for j, (judul, sub) in enumerate(_judul(d, ada_jumlah)):
        tebal: list[str] = []
        tipis: list[str] = []
        tambah = 0.0
        for b in d.baris:
            s = None if ada_jumlah and j == 0 else b.sel[j - ada_jumlah]
            if ada_jumlah and j == 0:
                tebal.append(format.bilangan(b.jumlah))
            elif s is None:
                tipis.append(TIDAK_BERLAKU)
            else:
                tebal.append(s.teks)
                tipis.append(s.sub)
                tambah = max(tambah, 4.0 if s.status else 0.0)
        kata = [k.panjang(x, LABEL, 700) for isi in (*tebal, judul) for x in isi.split()]
        kata += [k.panjang(x, KECIL) for isi in (*tipis, sub) for x in isi.split()]
        sebaris = [k.panjang(x, LABEL, 700) + tambah for x in tebal] + [k.panjang(x, KECIL) for x in tipis]
        tepi = TEPI_SEL + 2 * JARAK + 0.3  # and a hair, so that what fits exactly does not wrap
        perlu.append(max(kata, default=0.0) + tambah + tepi)
        mau.append(max([*sebaris, *kata], default=0.0) + tepi)
    lebih = [max(0.0, m - p) for m, p in zip(mau, perlu, strict=True)]
    sisa = k.lebar * (1 - LABEL_MIN) - sum(perlu)
    bagian = max(0.0, min(1.0, sisa / (sum(lebih) or 1.0)))
    return [p + x * bagian for p, x in zip(perlu, lebih, strict=True)]


def _kata(k: Kanvas, s: Sel | None, lebar: float) -> tuple[list[str], list[str]]:
    if s is None:
        return k.bungkus(TIDAK_BERLAKU, lebar, KECIL), []
    return k.bungkus(s.teks, lebar - (4 if s.status else 0), LABEL, 700), k.bungkus(s.sub, lebar, KECIL)


def _tumpuk(
    ax: Axes,
    kanan: float,
    atas: float,
    utama: list[str],
    kecil: list[str],
    *,
    s: Sel | None = None,
    gid: str | None = None,
    k: Kanvas | None = None,
    tebal_kepala: bool = False,
) -> None:
    """Write a main text and its second line, right aligned; the mark of the status stands before the first line."""
    is_kosong = s is None and not tebal_kepala
    for n, kata in enumerate(utama):
        y = atas + (n + 0.5) * baris(LABEL)
        tulis(ax, kanan, y, kata, KECIL if is_kosong else LABEL, 400 if is_kosong else 700, ha="right",
              va="center_baseline", color=warna.REDUP if is_kosong else warna.TINTA,
              gid=f"{gid}-{n}" if gid else None)  # fmt: skip
        if n == 0 and s is not None and s.status and k is not None:
            kiri = kanan - k.panjang(kata, LABEL, 700) - 1.2
            tulis(
                ax, kiri, y, STATUS[s.status][0], KECIL, ha="right", va="center_baseline", color=warna.STATUS[s.status]
            )
    for n, kata in enumerate(kecil):
        y = atas + len(utama) * baris(LABEL) + (n + 0.5) * baris(KECIL)
        tulis(ax, kanan, y, kata, KECIL, ha="right", va="center_baseline", color=warna.REDUP)


def _tepi(ax: Axes, d: Panas, s: Sel, kiri: float, atas: float, tinggi: float, gid: str) -> None:
    """Draw the edge of a cell in the class of its gap; below target it is hatched, so that ends differ in grey."""
    kelas = d.kelas(s.selisih)
    if kelas is None:
        return
    kotak = Rectangle((kiri, atas + 0.25), TEPI_SEL, tinggi - 0.5, facecolor=warna.SELISIH[kelas], linewidth=0.4,
                      edgecolor=warna.TEPI, gid=gid)  # fmt: skip
    ax.add_patch(kotak)
    if kelas < 2:
        ax.add_patch(Rectangle((kiri, atas + 0.25), TEPI_SEL, tinggi - 0.5, facecolor="none", linewidth=0,
                               edgecolor=warna.PUTIH if kelas == 0 else warna.TEPI, hatch="/////"))  # fmt: skip


def _kunci(k: Kanvas, d: Panas) -> list[str]:
    """Return the lines that say what the marks mean, those that occur."""
    ada = [kode for kode in STATUS if any(s is not None and s.status == kode for b in d.baris for s in b.sel)]
    tanda = " · ".join(f"{STATUS[kode][0]} {STATUS[kode][1]}" for kode in ada)
    ada_selisih = any(s is not None and s.selisih is not None for b in d.baris for s in b.sel)
    batas = "; tepi sel: selisih dari target, arsiran = di bawah target" if ada_selisih else ""
    return k.bungkus(f"{tanda}{batas}".strip("; "), k.lebar, KECIL)

"""Prints figures over months: lines with target path, estimate and events, small multiples, and the slope."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes

from ucj import format, kalender
from ucj.charts import warna
from ucj.charts.cetak.bingkai import KECIL, LABEL, Kanvas, baris, tulis
from ucj.charts.cetak.skala import Skala, hari, pilih_bulan, renggang, skala
from ucj.charts.deskripsi import Deret, Garis, Kisi, Lereng, Peristiwa, Perkiraan, Sasaran, tulis_pendek
from ucj.charts.deskripsi import tulis as tulis_angka

TINGGI_GARIS = 46.0
TINGGI_PANEL = 27.0
TINGGI_LERENG = 4.6  # per line
SETENGAH_BULAN = 15

# the dash is the first cue, the colour the third (visual.md 2)
GAYA: dict[str, dict[str, Any]] = {
    "utama": {"color": warna.NYATA, "linewidth": 2.0, "linestyle": "solid"},
    "kedua": {"color": warna.REDUP, "linewidth": 1.6, "linestyle": "dashed"},
    "pembanding": {"color": warna.LALU, "linewidth": 1.3, "linestyle": "solid"},
    "PU": {"color": warna.SEGMEN["PU"], "linewidth": 1.5, "linestyle": "solid"},
    "BPU": {"color": warna.SEGMEN["BPU"], "linewidth": 1.5, "linestyle": (0, (5, 2))},
    "JAKON": {"color": warna.SEGMEN["JAKON"], "linewidth": 1.5, "linestyle": (0, (1.2, 1.6))},
    "PMI": {"color": warna.SEGMEN["PMI"], "linewidth": 1.5, "linestyle": (0, (5, 1.8, 1.2, 1.8))},
}


def draw_garis(k: Kanvas, d: Garis) -> None:
    """Draw lines over months; the last value and the end of path and estimate are written at their ends."""
    pendek = tulis_pendek(d.satuan)
    p = d.perkiraan
    sasaran = d.sasaran.titik if d.sasaran else ()
    nilai = [n for x in d.deret for n in x.nilai] + [n for _, n in sasaran] + list((*p.bawah, *p.atas) if p else ())
    bulan = {b for x in d.deret for b in x.bulan} | {b for b, _ in sasaran} | set(d.hilang)
    bulan |= set(p.bulan if p else ()) | {x.bulan for x in d.peristiwa}
    s = skala(nilai, d.satuan)
    sendiri = len(d.deret) == 1
    ujung = {
        x.nama: _angka(d, *x.terakhir) if sendiri else f"{x.nama} {_angka(d, *x.terakhir)}"
        for x in d.deret
        if x.terakhir
    }
    lebar_kanan = k.lebar * (0.16 if k.lebar > 100 else 0.24)
    kata_ujung = {nama: k.bungkus(kata, lebar_kanan, LABEL, 700) for nama, kata in ujung.items()}
    kata_peristiwa = [k.bungkus(f"{x.kata}, {format.bulan_pendek(x.bulan)}", k.lebar * 0.3, KECIL) for x in d.peristiwa]
    atas = max([baris(LABEL) + 1, *(len(x) * baris(KECIL) + 1.5 for x in kata_peristiwa)])
    kiri = max((k.panjang(x) for x in s.kata), default=0) + 2
    # a line that ends before the path writes its value over the drawing, not beside it
    tepi = [x.nama for x in d.deret if x.terakhir and x.terakhir[0] == max(bulan)]
    kanan = max((k.panjang(x, tebal=700) for nama in tepi for x in kata_ujung[nama]), default=3.0) + 2.5
    bawah = baris(LABEL) + 2.0
    tumpuk = len(kata_ujung) * max((len(x) for x in kata_ujung.values()), default=0) * baris(LABEL)
    k.siapkan(max(TINGGI_GARIS + (atas if d.peristiwa else 0), tumpuk + atas + bawah))
    ax = k.sumbu(kiri, atas, k.lebar - kiri - kanan, k.tinggi - atas - bawah)
    _siapkan_waktu(k, ax, bulan, s, k.lebar - kiri - kanan)
    _hilang(k, ax, d.hilang, s, k.lebar - kiri - kanan)
    if p and p.bulan:
        _perkiraan(ax, p, d.deret, pendek(p.nilai[-1]))
    if d.sasaran:
        _sasaran(k, ax, d.sasaran, d.satuan, nama_lengkap=True)
    for i, deret in enumerate(d.deret):
        _deret(ax, deret, f"deret-{i}")
    _ujung(k, ax, d, kata_ujung, max(bulan, default=None))
    for i, (satu, kata) in enumerate(zip(d.peristiwa, kata_peristiwa, strict=True)):
        _peristiwa(ax, satu, kata, s, f"peristiwa-{i}")


def _perkiraan(ax: Axes, p: Perkiraan, deret: Sequence[Deret], ujung: str) -> None:
    """Draw band and dashed line from the last actual value on, with the word."""
    mulai = next((x.terakhir for x in deret if x.terakhir), None)
    kepala = [mulai] if mulai and mulai[0] < p.bulan[0] else []
    x = [hari(b) for b in (*(b for b, _ in kepala), *p.bulan)]
    awal = [n for _, n in kepala]
    ax.fill_between(x, [*awal, *p.bawah], [*awal, *p.atas], color=warna.PITA, linewidth=0, zorder=1, gid="pita")
    ax.plot(x, [*awal, *p.nilai], color=warna.NYATA, linewidth=1.4, linestyle=(0, (5, 2.5)), zorder=3, gid="perkiraan")
    tulis(ax, x[-1], p.bawah[-1], f"perkiraan {ujung}", KECIL, ha="right", va="top", geser=(0, 1.2), color=warna.NYATA)


def _peristiwa(ax: Axes, p: Peristiwa, kata: list[str], s: Skala, gid: str) -> None:
    """Draw a dated event as a dotted line with its words above the chart."""
    ax.axvline(hari(p.bulan), color=warna.REDUP, linewidth=0.7, linestyle=(0, (1, 1.5)), zorder=2, gid=gid)
    is_kanan = hari(p.bulan) > sum(ax.get_xlim()) / 2
    for j, satu in enumerate(reversed(kata)):
        tulis(ax, hari(p.bulan), s.atas, satu, KECIL, ha="right" if is_kanan else "left", va="bottom",
              geser=(0, -0.6 - j * baris(KECIL)), color=warna.REDUP)  # fmt: skip


def _angka(d: Garis, bulan: date, nilai: float) -> str:
    """Return the label of a line's end; a percentage is never rounded up to the target of its month."""
    if d.satuan != "persen":
        return tulis_pendek(d.satuan)(nilai)
    return format.persen(nilai, next((n for b, n in d.sasaran.titik if b == bulan), None) if d.sasaran else None)


def _siapkan_waktu(k: Kanvas, ax: Axes, bulan: Iterable[date], s: Skala, lebar: float, *, kata: bool = True) -> None:
    """Set both axes of a chart over months: grid with its words, months under it."""
    semua = sorted(set(bulan))
    ax.set_ylim(s.bawah, s.atas)
    if not semua:
        ax.set_xlim(0, 1)
        return
    kiri, kanan = hari(semua[0]), hari(semua[-1])
    tepi = max(4, (kanan - kiri) * 0.012)
    ax.set_xlim(kiri - tepi, kanan + tepi)
    for letak, tanda in zip(s.letak, s.kata, strict=True):
        ax.axhline(letak, color=warna.KISI, linewidth=0.6, zorder=0)
        if kata:
            tulis(ax, ax.get_xlim()[0], letak, tanda, ha="right", va="center_baseline", geser=(-1.4, 0))
    muat = max(2, int(lebar // (k.panjang("Des 2026") + 4)))
    for b in pilih_bulan(semua, muat):
        ax.plot([hari(b)] * 2, [s.bawah, s.bawah], marker=3, color=warna.TEPI, markersize=2.5, clip_on=False, zorder=1)
        tulis(ax, hari(b), s.bawah, format.bulan_pendek(b), ha="center", va="top", geser=(0, 1.4))


def _hilang(k: Kanvas, ax: Axes, hilang: Sequence[date], s: Skala, lebar: float) -> None:
    """Hatch the months whose deliveries are missing; the word stands in the first stretch that has room for it."""
    bentang: list[list[date]] = []
    for b in sorted(hilang):
        if bentang and kalender.geser_bulan(bentang[-1][-1], 1) == b:
            bentang[-1].append(b)
        else:
            bentang.append([b])
    is_tertulis = False
    for i, ruas in enumerate(bentang):
        dari, sampai = hari(ruas[0]) - SETENGAH_BULAN, hari(ruas[-1]) + SETENGAH_BULAN
        ax.axvspan(dari, sampai, facecolor="none", edgecolor=warna.SAMAR, hatch="////", linewidth=0, zorder=0.5,
                   gid=f"hilang-{i}")  # fmt: skip
        kiri, kanan = ax.get_xlim()
        if not is_tertulis and (sampai - dari) / (kanan - kiri) * lebar > k.panjang("belum ada data", KECIL) + 1:
            tulis(ax, (dari + sampai) / 2, s.bawah, "belum ada data", KECIL, ha="center", va="bottom", geser=(0, -0.8),
                  bbox={"facecolor": warna.PUTIH, "edgecolor": "none", "pad": 0.8}, color=warna.REDUP)  # fmt: skip
            is_tertulis = True


def _sasaran(k: Kanvas, ax: Axes, sasaran: Sasaran, satuan: str, *, nama_lengkap: bool) -> None:
    """Draw the target path: thin, black, straight, a tick at each dated target; the last one is written out."""
    if not sasaran.titik:
        return
    x, y = [hari(b) for b, _ in sasaran.titik], [n for _, n in sasaran.titik]
    ax.plot(x, y, color=warna.SASARAN, linewidth=0.9, marker="|", markersize=6, markeredgewidth=1.1, zorder=2,
            clip_on=False, gid="sasaran")  # fmt: skip
    if nama_lengkap:
        bulan, nilai = sasaran.titik[-1]
        kata = f"{sasaran.nama} {bulan.year}: {tulis_angka(satuan)(nilai)}"
        kiri, kanan = ax.get_xlim()
        ha = "right" if hari(bulan) > (kiri + kanan) / 2 else "left"
        tulis(ax, x[-1], y[-1], kata, ha=ha, va="bottom", geser=(0, -1.3))


def _deret(ax: Axes, deret: Deret, gid: str) -> None:
    titik = deret.titik
    x = [hari(b) for b, _ in titik]
    y = [float("nan") if n is None else n for _, n in titik]
    ada = [n is not None for _, n in titik]
    # a point between two gaps is no line: without a mark it would not be seen
    lepas = [i for i, a in enumerate(ada) if a and not (i and ada[i - 1]) and not (i + 1 < len(ada) and ada[i + 1])]
    ax.plot(x, y, zorder=4, solid_capstyle="round", clip_on=False, gid=gid, marker="o", markersize=3.5,
            markevery=lepas, **GAYA[deret.gaya])  # fmt: skip


def _ujung(k: Kanvas, ax: Axes, d: Garis, kata: dict[str, list[str]], akhir: date | None) -> None:
    """Write the last value of each line beside its end, apart from one another."""
    ada = [x for x in d.deret if x.terakhir is not None]
    if not ada or akhir is None:
        return
    tinggi = ax.bbox.height / k.fig.dpi * 25.4
    bawah, atas = ax.get_ylim()

    def mm(nilai: float) -> float:
        return (nilai - bawah) / (atas - bawah) * tinggi

    tepi = [x for x in ada if x.terakhir is not None and x.terakhir[0] == akhir]
    jarak = max((len(kata[x.nama]) for x in tepi), default=1) * baris(LABEL)
    letak = dict(zip(
        (x.nama for x in tepi),
        renggang([mm(x.terakhir[1]) for x in tepi if x.terakhir], jarak, jarak / 2 - 1.5, tinggi - jarak / 2 + 3.0),
        strict=True,
    ))  # fmt: skip
    for x in ada:
        assert x.terakhir is not None
        bulan, nilai = x.terakhir
        warna_garis = GAYA[x.gaya]["color"] if x.gaya != "pembanding" else warna.REDUP
        if x.nama in letak:
            for j, satu in enumerate(kata[x.nama]):
                turun = mm(nilai) - letak[x.nama] + (j - (len(kata[x.nama]) - 1) / 2) * baris(LABEL)
                tulis(
                    ax, hari(bulan), nilai, satu, tebal=700, va="center_baseline", geser=(2.0, turun), color=warna_garis
                )
            continue
        is_bawah = _di_atas(d, bulan, nilai)
        for j, satu in enumerate(kata[x.nama] if is_bawah else reversed(kata[x.nama])):
            turun = (1.2 + j * baris(LABEL)) * (1 if is_bawah else -1)
            tulis(ax, hari(bulan), nilai, satu, tebal=700, ha="center", va="top" if is_bawah else "bottom",
                  geser=(0, turun), color=warna_garis)  # fmt: skip


def _di_atas(d: Garis, bulan: date, nilai: float) -> bool:
    """Whether the target path runs above a point: its label then goes below it."""
    for (b1, n1), (b2, n2) in pairwise(d.sasaran.titik if d.sasaran else ()):
        if b1 <= bulan <= b2 and b1 < b2:
            return n1 + (n2 - n1) * (hari(bulan) - hari(b1)) / (hari(b2) - hari(b1)) >= nilai
    return d.sasaran is not None


def draw_kisi(k: Kanvas, d: Kisi) -> None:
    """Draw small multiples on one scale: name and last value above each, words of the axes at the outer panels."""
    pendek = tulis_pendek(d.satuan)
    banyak = len(d.panel)
    kolom = max(1, min(banyak, (4 if banyak > 6 else 3) if k.lebar > 100 else 2))
    deretan = -(-banyak // kolom)
    sasaran: list[float | None] = [n for p in d.panel if p.sasaran for _, n in p.sasaran.titik]
    s = skala([n for p in d.panel for n in p.deret.nilai] + sasaran, d.satuan, paling_banyak=4)
    bulan = {b for p in d.panel for b in p.deret.bulan}
    bulan |= {b for p in d.panel if p.sasaran for b, _ in p.sasaran.titik}
    kiri, sela = max((k.panjang(x) for x in s.kata), default=0) + 2, 5.0
    kanan = k.panjang("Des 2026") / 2 + 0.5  # the last month stands under the right end of its panel
    lebar = (k.lebar - kiri - sela * (kolom - 1) - kanan) / kolom
    judul = [
        k.bungkus(p.nama, lebar, LABEL) + [pendek(p.deret.terakhir[1] if p.deret.terakhir else None)] for p in d.panel
    ]
    kepala = [max(len(x) for x in judul[i * kolom : (i + 1) * kolom]) * baris(LABEL) + 2.5 for i in range(deretan)]
    ekor = baris(LABEL) + 2.5
    k.siapkan(sum(kepala) + deretan * (TINGGI_PANEL * 0.55 + 3.0) + ekor)
    tinggi = (k.tinggi - sum(kepala) - ekor) / max(1, deretan) - 3.0
    atas = 0.0
    for i in range(deretan):
        atas += kepala[i]
        for j, p in enumerate(d.panel[i * kolom : (i + 1) * kolom]):
            ke = i * kolom + j
            ax = k.sumbu(kiri + j * (lebar + sela), atas, lebar, tinggi)
            is_bawah = ke + kolom >= banyak
            _siapkan_waktu(k, ax, bulan, s, lebar if is_bawah else 0, kata=j == 0)
            if not is_bawah:
                for t in [t for t in ax.texts if t.get_text() not in s.kata]:
                    t.remove()
            if p.sasaran:
                _sasaran(k, ax, p.sasaran, d.satuan, nama_lengkap=False)
            _deret(ax, p.deret, f"panel-{ke}")
            for n, kata in enumerate(reversed(judul[ke])):
                tulis(ax, ax.get_xlim()[0], s.atas, kata, tebal=700 if n == 0 else 400, va="bottom",
                      geser=(0, -1.8 - n * baris(LABEL)))  # fmt: skip
        atas += tinggi + 3.0


def draw_lereng(k: Kanvas, d: Lereng) -> None:
    """Draw the slope: both months left and right with name and value, those that moved in colour and bold."""
    pendek = tulis_pendek(d.satuan)
    penuh = [b for b in d.baris if b.awal is not None or b.akhir is not None]
    atas = baris(LABEL) + 2.5
    s = skala([n for b in d.baris for n in (b.awal, b.akhir)], d.satuan)
    nama = {b.nama: k.bungkus(b.nama, k.lebar * 0.27, LABEL, 700) for b in penuh}
    baris_nama = sum(max(1, len(nama[b.nama])) for b in penuh)
    k.siapkan(atas + max(30.0, baris_nama * baris(LABEL) + 4))
    kiri = max((k.panjang(pendek(b.awal), tebal=700) for b in penuh), default=0) + 2
    kanan_angka = max((k.panjang(pendek(b.akhir), tebal=700) for b in penuh), default=0) + 2
    kanan = kanan_angka + max((k.panjang(x, tebal=700) for y in nama.values() for x in y), default=0) + 2.5
    tinggi = k.tinggi - atas - 2
    ax = k.sumbu(kiri, atas, k.lebar - kiri - kanan, tinggi)
    ax.set_xlim(0, 1)
    nilai = [n for b in penuh for n in (b.awal, b.akhir) if n is not None]
    bawah, puncak = (min(nilai), max(nilai)) if nilai else (0.0, 1.0)
    puncak = puncak if puncak > bawah else bawah + (s.atas - s.bawah or 1)
    ax.set_ylim(bawah - (puncak - bawah) * 0.04, puncak + (puncak - bawah) * 0.04)
    for x, bulan, ha in ((0, d.awal, "center"), (1, d.akhir, "center")):
        ax.axvline(x, color=warna.LALU, linewidth=0.7)
        tulis(ax, x, ax.get_ylim()[1], format.bulan_pendek(bulan), tebal=700, ha=ha, va="bottom", geser=(0, -1.5))
    y0, y1 = ax.get_ylim()

    def mm(n: float) -> float:
        return (n - y0) / (y1 - y0) * tinggi

    tempat_awal = dict(zip(
        (b.nama for b in penuh if b.awal is not None),
        renggang([mm(b.awal) for b in penuh if b.awal is not None], baris(LABEL), 0, tinggi), strict=True,
    ))  # fmt: skip
    jarak = max((len(x) for x in nama.values()), default=1) * baris(LABEL)
    # a line that ends without a value keeps its name at the height where it began
    akhir = {b.nama: b.akhir if b.akhir is not None else b.awal for b in penuh}
    tempat_akhir = dict(zip(
        akhir, renggang([mm(n) for n in akhir.values() if n is not None], jarak, 0, tinggi), strict=True
    ))  # fmt: skip
    for i, b in enumerate(penuh):
        isi = warna.SOROT if b.sorot else warna.SAMAR
        tebal: Any = 700 if b.sorot else 400
        y = [float("nan") if n is None else n for n in (b.awal, b.akhir)]
        ax.plot([0, 1], y, color=isi, linewidth=1.8 if b.sorot else 1.1, marker="o", markersize=3.5, clip_on=False,
                zorder=3 if b.sorot else 2, gid=f"lereng-{i}")  # fmt: skip
        if b.awal is not None:
            turun = mm(b.awal) - tempat_awal[b.nama]
            tulis(ax, 0, b.awal, pendek(b.awal), tebal=tebal, ha="right", va="center_baseline", geser=(-1.8, turun))
        ujung = akhir[b.nama]
        assert ujung is not None
        turun = mm(ujung) - tempat_akhir[b.nama]
        tulis(ax, 1, ujung, pendek(b.akhir), tebal=tebal, va="center_baseline", geser=(1.8, turun))
        for j, satu in enumerate(nama[b.nama]):
            geser = turun + (j - (len(nama[b.nama]) - 1) / 2) * baris(LABEL)
            tulis(ax, 1, ujung, satu, tebal=tebal, va="center_baseline", geser=(1.8 + kanan_angka, geser))

"""Printed charts: the values of the screen, words inside the frame, nothing cut, equal bytes, many threads."""

import struct
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from tests.ucj import bentuk
from ucj.charts import (
    Batang,
    Deret,
    Deskripsi,
    Garis,
    Kisi,
    Lereng,
    Panas,
    Peta,
    Sebar,
    Tangga,
    Titik,
    cetak,
    layar,
    warna,
)
from ucj.charts.batas import Batas
from ucj.charts.cetak.bingkai import Kanvas
from ucj.charts.cetak.skala import pilih_bulan, renggang, skala
from ucj.charts.peta import draw_peta
from ucj.istilah import CONTOH

BATAS = Batas(bentuk.fitur())


def draw(d, ukuran=cetak.PENUH, **lain) -> Figure:
    return cetak.draw(d, ukuran, batas=BATAS, **lain)


def artis(fig: Figure, awal: str) -> list:
    """The artists whose gid is ``awal`` or begins with ``awal-``, in order."""
    ada = [a for ax in fig.axes for a in (*ax.patches, *ax.lines, *ax.collections, *ax.texts)]
    return [a for a in ada if (a.get_gid() or "").rsplit("-", 1)[0] == awal or a.get_gid() == awal]


def teks(fig: Figure) -> list[str]:
    return [t.get_text() for t in fig.findobj(Text) if t.get_text()]


def jejak(d, nama: str):
    return next(t for t in layar.draw(d).data if t.name == nama)


def angka(nilai) -> list[float | None]:
    return [None if n is None or n != n else float(n) for n in nilai]


def test_bars_are_as_long_on_paper_as_on_the_screen():
    d = bentuk.batang()
    fig, layarnya = draw(d), jejak(d, "nilai")
    panjang = [k.get_width() for k in artis(fig, "nilai")]
    assert panjang == [b.nilai for b in d.baris if b.nilai is not None] == [x for x in layarnya.x if x is not None]
    assert [g.get_xdata()[0] for g in artis(fig, "target")] == list(jejak(d, "target").x)
    assert [g.get_xdata()[0] for g in artis(fig, "lalu")] == list(jejak(d, "lalu").x)
    assert [baris[1] for baris in d.isi()] == [b.nilai for b in d.baris]


def test_steps_of_the_waterfall_begin_and_end_where_the_screen_says():
    d = bentuk.tangga()
    layarnya = jejak(d, "langkah")
    kertas = [(k.get_x(), k.get_width()) for k in artis(draw(d), "langkah")]
    assert kertas == list(zip(layarnya.base, layarnya.x, strict=True))
    assert [abs(baris[1]) for baris in d.isi()] == [lebar for _, lebar in kertas]


def test_lines_estimate_and_target_carry_the_same_months_and_values():
    d = bentuk.garis()
    fig = draw(d)
    for nama, gid in (("Cakupan", "deret"), ("perkiraan", "perkiraan"), ("Target", "sasaran")):
        (garis,) = artis(fig, gid)
        layarnya = jejak(d, nama)
        assert angka(garis.get_ydata()) == angka(layarnya.y), nama
        assert [date.fromordinal(int(x)) for x in garis.get_xdata()] == list(layarnya.x), nama
    isi = {baris[0]: baris[1] for baris in d.isi() if baris[1] != ""}
    (garis,) = artis(fig, "deret")
    assert angka(garis.get_ydata()) == [isi[date.fromordinal(int(x))] for x in garis.get_xdata()]
    assert len(artis(fig, "hilang")) == len(d.hilang) and artis(fig, "hilang")[0].get_hatch()
    assert len(artis(fig, "peristiwa")) == 1


def test_small_multiples_have_one_scale_and_the_values_of_the_screen():
    d = bentuk.kisi()
    fig = draw(d)
    for i, panel in enumerate(d.panel):
        (garis,) = (g for g in artis(fig, "panel") if g.get_gid() == f"panel-{i}")
        assert angka(garis.get_ydata()) == angka(jejak(d, panel.nama).y)
    assert len({ax.get_ylim() for ax in fig.axes}) == 1
    assert len(artis(fig, "sasaran")) == 1


def test_slope_has_both_dates():
    d = bentuk.lereng()
    kertas = [angka(g.get_ydata()) for g in artis(draw(d), "lereng")]
    assert kertas == [baris[1:3] for baris in d.isi()]
    assert kertas == [angka(jejak(d, b.nama).y) for b in d.baris]


def dots(fig: Figure) -> list[tuple[float, float]]:
    return sorted(tuple(map(float, t)) for s in artis(fig, "titik") for t in np.asarray(s.get_offsets()))


def test_dots_of_the_strip_plot():
    d = bentuk.titik()
    fig = draw(d)
    ada = sorted(baris[2] for baris in d.isi() if baris[2] is not None)
    assert sorted(x for x, _ in dots(fig)) == ada
    layarnya = [x for t in layar.draw(d).data if t.name in ("lainnya", "disebut") for x in t.x]
    assert sorted(layarnya) == ada
    assert [m.get_xdata()[0] for m in artis(fig, "median")] == list(jejak(d, "median").x)
    assert artis(fig, "target")[0].get_xdata()[0] == d.target


def test_dots_of_the_plane_and_its_lines():
    d = bentuk.sebar()
    fig = draw(d)
    ada = sorted((x, y) for _, x, y in d.isi() if x is not None and y is not None)
    assert dots(fig) == ada
    assert sorted(p for t in layar.draw(d).data for p in zip(t.x, t.y, strict=True)) == ada
    # a gid with a hyphen is cut at it
    letak = {g.get_gid(): (g.get_xdata()[0], g.get_ydata()[0]) for g in artis(fig, "garis")}
    assert letak["garis-x"][0] == d.garis_x and letak["garis-y"][1] == d.garis_y


def test_map_fills_each_village_by_its_class_and_hatches_the_missing():
    d = bentuk.peta()
    fig = draw(d)
    semua_petak = [a for ax in fig.axes for a in ax.patches if (a.get_gid() or "").startswith("desa-")]
    petak = {a.get_gid().removeprefix("desa-"): a for a in semua_petak}
    kelas = {w.kode: d.kelas(w.nilai) for w in d.wilayah}
    assert set(petak) == set(bentuk.KOTAK)
    for kode, satu in petak.items():
        isi = kelas[kode]
        assert to_hex(satu.get_facecolor()).upper() == (warna.PUTIH if isi is None else warna.URUT[isi])
        assert bool(satu.get_hatch()) == (isi is None)
    lapis = [t for t in draw_peta(d, BATAS).data if t.type == "choropleth" and "99.01.01.2001" in t.locations]
    di_layar = dict(zip(lapis[0].locations, lapis[0].z, strict=True))
    assert di_layar == {kode: kelas[kode] for kode in bentuk.KOTAK if kelas[kode] is not None}
    semua = teks(fig)
    assert {"Abung", "Batu"} <= set(semua)
    assert "belum ada data · 1 desa" in semua and "tanpa batas di peta · 1 desa" in semua


def test_heat_table_has_every_cell_with_mark_word_and_sign():
    d = bentuk.panas()
    fig = draw(d)
    semua = teks(fig)
    for kata in ("40.555", "88,0%", "kurang 41 orang", "2 dari 6", "tidak berlaku", "…", "▲", "■", "○"):
        assert kata in semua, kata
    assert "▲ Perlu perhatian" in " ".join(semua)
    tepi = artis(fig, "tepi-0")
    assert [to_hex(t.get_facecolor()).upper() for t in tepi] == [warna.SELISIH[1], warna.SELISIH[0]]
    arsir = [p for ax in fig.axes for p in ax.patches if p.get_hatch()]
    assert len(arsir) == 2  # both lie below the target: hatched, so that the ends differ in greyscale


@pytest.mark.parametrize("ukuran", [cetak.PENUH, cetak.SETENGAH], ids=["penuh", "setengah"])
@pytest.mark.parametrize("nama", bentuk.SEMUA)
def test_nothing_is_cut_and_no_letter_is_small(nama, ukuran):
    d = bentuk.SEMUA[nama]
    fig = draw(d, ukuran, contoh=True, cap="Kabupaten Contoh · terbitan 1")
    lebar, tinggi = fig.get_size_inches() * fig.dpi
    assert fig.get_size_inches()[0] * 25.4 == pytest.approx(ukuran.lebar)
    assert fig.get_size_inches()[1] * 25.4 >= ukuran.tinggi - 1e-6
    penulis = fig.canvas.get_renderer()
    for t in fig.findobj(Text):
        if not t.get_text():
            continue
        kotak = t.get_window_extent(penulis)
        assert t.get_fontsize() >= 8, t.get_text()
        assert kotak.x0 >= -1 and kotak.x1 <= lebar + 1, t.get_text()
        assert kotak.y0 >= -1 and kotak.y1 <= tinggi + 1, t.get_text()


@pytest.mark.parametrize("nama", bentuk.SEMUA)
def test_words_stand_inside_the_frame(nama):
    d = bentuk.SEMUA[nama]
    semua = " ".join(teks(draw(d, contoh=True, cap="Kabupaten Contoh · terbitan 1")))
    for kata in (d.judul, d.subjudul, *d.catatan, d.sumber, CONTOH, "Kabupaten Contoh · terbitan 1"):
        assert kata in semua
    assert CONTOH not in " ".join(teks(draw(d)))
    assert d.judul not in " ".join(teks(draw(d, polos=True)))


def test_a_value_just_below_its_target_is_not_rounded_up_to_it():
    assert "43,9%" in teks(draw(bentuk.batang())) and "44,0%" not in teks(draw(bentuk.batang()))
    assert "43,9%" in teks(draw(bentuk.garis()))


@pytest.mark.parametrize("nama", bentuk.SEMUA)
def test_files_are_what_they_say(nama):
    d = bentuk.SEMUA[nama]
    png = cetak.save(d, "png", batas=BATAS, contoh=True)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    kotak = {png[i - 4 : i]: png[i : i + 13] for i in (png.index(b"IHDR") + 4, png.index(b"pHYs") + 4)}
    assert abs(struct.unpack(">I", kotak[b"IHDR"][:4])[0] - 170 / 25.4 * 300) <= 1
    assert struct.unpack(">I", kotak[b"pHYs"][:4])[0] == round(300 / 0.0254)  # 300 dots per inch, per metre
    svg = cetak.save(d, "svg", batas=BATAS, contoh=True)
    akar = ElementTree.fromstring(svg)
    ruang = "{http://www.w3.org/2000/svg}"
    assert akar.findtext(f"{ruang}title") == d.judul
    assert akar.findtext(f"{ruang}desc") == d.alt()
    assert b"<text" not in svg and b"<script" not in svg and b"http://www.w3.org/1999/xlink" in svg
    tautan = [v for e in akar.iter() for k, v in e.attrib.items() if k.endswith("href")]
    assert all(t.startswith("#") for t in tautan)  # nothing is fetched


def test_a_second_run_gives_the_same_bytes():
    program = (
        "import hashlib; from tests.ucj import bentuk; from ucj.charts import cetak\n"
        "from ucj.charts.batas import Batas\n"
        "print([hashlib.sha256(cetak.save(d, j, batas=Batas(bentuk.fitur()))).hexdigest()"
        " for d in bentuk.SEMUA.values() for j in ('png', 'svg')])"
    )
    akar = Path(__file__).resolve().parents[2]
    hasil = [
        subprocess.run([sys.executable, "-c", program], cwd=akar, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert hasil[0] == hasil[1] and len(eval(hasil[0])) == 2 * len(bentuk.SEMUA)


def test_many_threads_draw_what_one_draws():
    satu = {nama: cetak.save(d, "svg", batas=BATAS) for nama, d in bentuk.SEMUA.items()}
    with ThreadPoolExecutor(8) as kolam:
        dua_kali = [*bentuk.SEMUA.items()] * 2
        tugas = [(nama, kolam.submit(cetak.save, d, "svg", batas=BATAS)) for nama, d in dua_kali]
    assert all(hasil.result() == satu[nama] for nama, hasil in tugas)


def test_ends_of_the_scale_differ_in_greyscale():
    """The picture of a map in grey: white hatched, and five classes at least 10 levels apart."""

    def terang(kode: str) -> float:
        r, g, b = (int(kode[i : i + 2], 16) for i in (1, 3, 5))
        return 0.299 * r + 0.587 * g + 0.114 * b

    urut = [terang(w) for w in warna.URUT]
    assert all(a - b > 10 for a, b in pairwise(urut))


def test_words_wrap_and_long_words_break():
    k = Kanvas(bentuk.batang(), cetak.SETENGAH)
    baris = k.bungkus("Pemberdayaan Masyarakat dan Desa", 30)
    assert len(baris) > 1 and " ".join(baris) == "Pemberdayaan Masyarakat dan Desa"
    assert all(k.panjang(b) <= 30 for b in baris)
    assert "".join(k.bungkus("x" * 100, 20)) == "x" * 100
    assert k.bungkus("", 20) == []


def test_scale_writes_round_ticks_in_indonesian():
    assert skala([12.0, 58.0], "persen").kata == ("0%", "20%", "40%", "60%")
    assert skala([1_500_000_000], "Rp", dari_nol=True).kata[-1] == "Rp1,5 M"
    assert skala([None], "persen").letak == ()
    assert skala([36.0, 36.3], "persen").kata[0] == "36,0%"
    assert skala([5.0, 5.0], "orang").letak


def test_labels_keep_their_distance_and_their_order():
    assert renggang([], 4, 0, 10) == [] and renggang([5.0], 4, 0, 10) == [5.0]
    letak = renggang([5.0, 5.1, 20.0], 4, 0, 30)
    assert letak[1] - letak[0] == pytest.approx(4) and letak[2] == 20.0
    assert (letak[0] + letak[1]) / 2 == pytest.approx(5.05)
    sesak = renggang([1.0] * 11, 4, 0, 20)
    assert sesak == sorted(sesak) and min(sesak) >= 0 and max(sesak) <= 20 + 1e-9


def test_months_on_the_axis():
    semua = [date(2024 + i // 12, i % 12 + 1, 1) for i in range(60)]
    assert pilih_bulan(semua[:5], 8) == semua[:5]
    assert {b.month for b in pilih_bulan(semua[:30], 8)} == {6, 12}
    assert {b.month for b in pilih_bulan(semua, 6)} == {12}


def test_empty_descriptions_are_drawn_without_an_error():
    hari = date(2026, 6, 1)
    for d in (
        Batang(judul="J", subjudul="S", baris=[]),
        Garis(judul="J", subjudul="S", deret=[Deret("X", (), ())]),
        Garis(judul="J", subjudul="S", deret=[Deret("X", (hari,), (None,))]),
        Kisi(judul="J", subjudul="S", panel=[]),
        Lereng(judul="J", subjudul="S", awal=hari, akhir=hari, baris=[]),
        Tangga(judul="J", subjudul="S", langkah=[]),
        Titik(judul="J", subjudul="S", kelompok=[]),
        Sebar(judul="J", subjudul="S", titik=[], sumbu_x="X", sumbu_y="Y"),
        Panas(judul="J", subjudul="S", kolom_panas=(), baris=[]),
        Peta(judul="J", subjudul="S", satuan="persen", wilayah=[]),
    ):
        assert zlib.crc32(cetak.save(d, "svg"))
    with pytest.raises(TypeError):
        cetak.draw(Deskripsi(judul="J", subjudul="S"))

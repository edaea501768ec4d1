"""Chart blocks: finding, subtitle, tabs Grafik · Tabel · Unduh, notes, source line; flat and whole for print."""

from collections.abc import Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ucj import charts, format, html
from ucj.charts import layar, panas, peta, warna
from ucj.charts.batas import Batas, read_batas
from ucj.web.baca import terbitan
from ucj.web.bingkai import serve
from ucj.web.catat import tombol
from ucj.web.cetak import is_cetak
from ucj.web.isi import baris_sumber, catatan, subjudul
from ucj.web.unduh import tombol_grafik

TAB = ("Grafik", "Tabel", "Unduh")


def blok(d: charts.Deskripsi) -> None:
    """Show a chart block of any description but a map."""
    if is_cetak():
        _cetak(d)
        return
    grafik = _kepala(d)
    if isinstance(d, charts.Panas):
        grafik.html(panas.draw_panas(d))
    else:
        grafik.plotly_chart(_draw(repr(d), d), theme=None, config=layar.CONFIG, alt=d.alt(), key=_kunci(d))
    _kaki(d)
    tombol(d)


def blok_peta(d: charts.Peta) -> str | None:
    """Show the block of a map with its classes; return the village that the reader clicked, None without a click."""
    batas = read_peta()
    if is_cetak():
        _cetak(d, batas)
        return None
    grafik = _kepala(d, batas)
    grafik.html(_legenda(d))
    alamat = serve(batas.teks, "application/json", "batas") if batas.fitur else None
    gambar = _draw_peta(repr(d), alamat, d, batas)
    kunci = _kunci(d)
    grafik.plotly_chart(
        gambar, theme=None, config=layar.CONFIG, alt=d.alt(), key=kunci, on_select="rerun", selection_mode="points"
    )
    _kaki(d)
    tombol(d)
    titik = st.session_state.get(kunci, {}).get("selection", {}).get("points", [])
    return next((str(t["location"]) for t in titik if t.get("location")), None)


# Plotly checks every value of a figure: most of the time of a page. The same description is drawn once for all readers.
@st.cache_resource(max_entries=400, show_spinner=False)
def _draw(isi: str, _d: charts.Deskripsi) -> Any:
    return layar.draw(_d)


@st.cache_resource(max_entries=40, show_spinner=False)
def _draw_peta(isi: str, alamat: str | None, _d: charts.Peta, _batas: Batas) -> Any:
    return peta.draw_peta(_d, _batas, alamat)


def read_peta() -> Batas:
    """Return the boundaries of the build of this run."""
    buka = terbitan()
    return read_batas(buka.path_batas) if buka else Batas()


def kode_berpoligon() -> set[str]:
    """Return the villages that have a boundary in the build of this run."""
    return set(read_peta().fitur)


def _kunci(d: charts.Deskripsi) -> str:
    return f"grafik_{d.judul}_{d.subjudul}"


def _kepala(d: charts.Deskripsi, batas: Batas | None = None) -> DeltaGenerator:
    """Write the words above a block and fill the tabs Tabel and Unduh; return the place of the chart."""
    subjudul(d.judul, d.subjudul)
    grafik, angka, unduh = st.tabs(TAB)
    angka.html(_tabel(d))
    tombol_grafik(unduh, d, _kunci(d), batas)
    return grafik


def _tabel(d: charts.Deskripsi) -> html.Aman:
    return html.tabel(f"{d.judul}. {d.subjudul}", *d.tabel())


def _kaki(d: charts.Deskripsi) -> None:
    for kalimat in d.catatan:
        catatan(kalimat)
    if d.sumber:
        baris_sumber(d.sumber)


def _legenda(d: charts.Peta) -> html.Aman:
    """Return the classes of a map with their counts; classes of nothing would read as measured."""
    kelas: Sequence[int | None] = [d.kelas(w.nilai) for w in d.wilayah]
    butir = [
        f'<span><i style="background:{isi}"></i>{html.teks(kata)} · {format.bilangan(kelas.count(i))}</span>'
        for i, (isi, kata) in enumerate(zip(warna.URUT, d.nama_kelas(), strict=True))
        if any(k is not None for k in kelas)
    ]
    if None in kelas:
        kosong = format.bilangan(kelas.count(None))
        butir.append(f'<span><i style="background:#fff;border-style:dashed"></i>belum ada data · {kosong}</span>')
    return html.Aman(f'<div class="ucj ucj-legenda">{"".join(butir)}</div>')


def _cetak(d: charts.Deskripsi, batas: Batas | None = None) -> None:
    """Show a block for paper: the printed picture without its own words, the whole table, notes, source."""
    from ucj.charts import cetak  # matplotlib takes a second to import: the app starts without it

    subjudul(d.judul, d.subjudul)
    if isinstance(d, charts.Panas):  # a table by itself: it runs on over the sheets, a picture would be cut
        st.html(panas.draw_panas(d))
        _kaki(d)
        return
    gambar = cetak.save(d, "svg", batas=batas, polos=True)
    alamat = serve(gambar, cetak.MIME_SVG, f"cetak-{_kunci(d)}")
    st.html(f'<img class="ucj-cetak" src="{html.teks(alamat)}" alt="{html.teks(d.alt())}">')
    st.html(_tabel(d))
    _kaki(d)

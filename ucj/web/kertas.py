"""A page of the app for paper: run as it stands, flat, between a head and a foot that name regency, date and build."""

import runpy
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from ucj import format, html, saringan
from ucj.istilah import BASIS
from ucj.rapat import PROYEKTOR, markah, susun
from ucj.web.baca import AKAR, beku, daftar, pilihan, profil, require_frame, terbitan
from ucj.web.bingkai import SEMUA, SPANDUK, Halaman, name, parameter
from ucj.web.isi import alamat, judul, tampil
from ucj.web.rapat import bahan

HALAMAN = "halaman"  # in the URL: which page is printed
_TOMBOL = """<script>(() => {
  const tombol = document.querySelector('.ucj-kertas-tombol a');
  tombol?.addEventListener('click', e => { e.preventDefault(); window.print(); });
})()</script>"""


def tampilkan_cetak() -> None:
    """Show the page that the address names; which ones there are when it names none."""
    require_frame()
    semua: tuple[Halaman, ...] = st.session_state[SEMUA]
    bisa = {h.berkas: h for h in semua if h.dicetak}
    tujuan = bisa.get(st.query_params.get(HALAMAN, ""))
    st.html(AKAR / "ucj" / "gaya_cetak.css")
    if tujuan is None:
        judul("Pilih halaman yang dicetak", ambang_umur=False)
        isi = parameter(pilihan(), daftar())
        tautan = ((h.judul, f"cetak?{urlencode({HALAMAN: h.berkas, **isi})}") for h in bisa.values())
        butir = "".join(f"<li>{html.tautan(nama, ke)}</li>" for nama, ke in tautan)
        tampil(html.Aman(f'<ul class="ucj">{butir}</ul>'))
        return
    st.session_state["_halaman"] = tujuan
    name(f"{tujuan.judul} (cetak)", profil().nama)
    if tujuan.penuh:  # always the newest month
        st.session_state["pilihan"] = saringan.resolve({}, daftar())[0]
    _kepala(tujuan)
    if tujuan.penuh:
        _lembar_rapat()
    else:
        runpy.run_path(str(AKAR / "pages" / f"{tujuan.berkas}.py"))


def _kepala(halaman: Halaman) -> None:
    """Write the head of the first sheet, and head and foot of every sheet where the browser can (margin boxes)."""
    buka, satu, akhir = terbitan(), beku(), pilihan().akhir
    nama = profil().nama
    kiri = f"Pantau UCJ {nama} · {halaman.judul}"
    kanan = f"Data per {format.tanggal_panjang(akhir)}" if akhir else ""
    contoh = SPANDUK if buka is not None and buka.info.is_simulasi else ""
    sidik = f"Terbitan {buka.build}{f' · beku: {satu.nama}' if satu else ''}" if buka is not None else ""
    kotak = {
        "top-left": _kutip(kiri),
        "top-right": _kutip(" · ".join(filter(None, (contoh, kanan)))),
        "bottom-left": _kutip(sidik),
        "bottom-right": '"Halaman " counter(page) " dari " counter(pages)',
    }
    st.html(f"<style>@page {{ {' '.join(f'@{k} {{ content: {isi} }}' for k, isi in kotak.items())} }}</style>")
    kembali = html.tautan("Kembali ke halaman", alamat(halaman.berkas))
    st.html(
        f'<div class="ucj ucj-kertas-tombol" role="note">Tampilan untuk kertas A4: semua tab dan semua baris. '
        f"{html.tautan('Cetak', '#cetak')} · {kembali}</div>"
    )
    st.html(_TOMBOL, unsafe_allow_javascript=True)
    st.html(
        f'<div class="ucj ucj-kertas-kepala"><b>{html.teks(nama)}</b><span>{html.teks(kanan)}</span>'
        f"{f'<strong>{contoh}</strong>' if contoh else ''}</div>"
    )


def _lembar_rapat() -> None:
    """Show the seven screens of the meeting, one under the other."""
    st.html(AKAR / "ucj" / "gaya_rapat.css")
    st.html(AKAR / "ucj" / "gaya_rapat_cetak.css")
    semua = susun(bahan(), PROYEKTOR)
    for nomor, layar in enumerate(semua, 1):
        bagian = [layar.nama, *([BASIS[layar.basis]] if layar.basis else [])]
        isi = markah.kepala(nomor, len(semua), bagian, "")
        st.html(
            f'<div class="st-key-rapat ucj-rapat-lembar">{isi}<h1>{html.teks(layar.kalimat)}</h1>{markah.badan(layar)}'
            f"{markah.sumber(layar.sumber)}</div>"
        )


def _kutip(isi: Any) -> str:
    """Return a text as a CSS string: everything but letters, digits and blanks as its code."""
    return '"' + "".join(h if h.isalnum() or h == " " else f"\\{ord(h):x} " for h in str(isi)) + '"'

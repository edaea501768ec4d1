"""Decisions in the app: written down from any chart block, changed on their page, and always shown as they are now.

What is written is a delivery of the source ``tindak_lanjut`` (``ucj.register``); nothing is kept anywhere else.
"""

import hashlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from ucj import charts, html, judul_tindak, register
from ucj.penolakan import Penolakan
from ucj.penunjuk import BEKU
from ucj.tindak_lanjut import (
    KOLOM_RINGKAS,
    PEMILIK_LAIN,
    STATUS,
    Keputusan,
    baris_ringkas,
    change_status,
    check_baru,
    check_oleh,
    count,
    default_tenggat,
    name_asal,
    name_pemilik,
    next_id,
    rapat_terakhir,
    read_keputusan,
    row,
)
from ucj.unggah import read_tanggal
from ucj.web.baca import beku, daftar, data, pilihan, read, require_frame, terbitan
from ucj.web.bingkai import Halaman, parameter
from ucj.web.isi import alamat, catatan, subjudul, tabel, tampil

SUMBER = "tindak_lanjut"
_LAIN = "lain"
_MINTA, _KABAR, _NOMOR, _OLEH = "catat_minta", "catat_kabar", "catat_nomor", "catat_oleh"
_SIMPAN = "catat_simpan"
_satu = threading.Lock()  # the next free id is found and used by one session at a time


@st.cache_data(max_entries=20, show_spinner=False)
def _read_register(folder: str, sidik: register.Sidik) -> list[dict[str, Any]]:
    return register.read(Path(folder), SUMBER)


def keputusan() -> list[Keputusan]:
    """Return all decisions as they are now, also those written down after the published build, by due date.

    They are no figures: with frozen figures too they are those of now, so that a meeting sees what it just decided.
    """
    require_frame()
    sidik = register.find_sidik(data(), SUMBER)
    if not sidik:
        return []
    buka = terbitan()
    if buka is not None and beku() is None and register.is_terbit(sidik, buka.build):
        return read_keputusan(read(SUMBER).to_dicts())
    return read_keputusan(_read_register(str(data()), sidik))


def pemilik(semua: Sequence[Keputusan] = ()) -> dict[str, str]:
    """Return owner -> words: the offices, BPJS Ketenagakerjaan, BUMD, and everybody who owns one of the decisions."""
    isi = daftar()
    nama = {**isi.opd, **PEMILIK_LAIN}
    return nama | {k.pemilik: name_pemilik(k.pemilik, isi.opd, isi.desa) for k in semua}


def janji() -> None:
    """Show how the promises of the last meeting stand today, with those of earlier meetings that are overdue."""
    hari, semua = date.today(), keputusan()
    rapat = rapat_terakhir(semua, hari)
    subjudul(judul_tindak.janji(rapat, hari), "Keputusan, pemilik, tenggat")
    if not rapat:
        catatan("Keputusan dicatat dari tombol di bawah grafik, atau di halaman Tindak lanjut rapat.")
        return
    tabel("Keputusan rapat terakhir", KOLOM_RINGKAS, baris_ringkas(rapat, hari, pemilik(rapat)))
    lain = count((k for k in semua if k not in rapat), hari)["LEWAT"]
    sebut = f" {lain} keputusan rapat lain juga lewat tenggat." if lain else ""
    tautan = html.tautan("Semua keputusan", alamat(SUMBER, opd=None))
    tampil(html.Aman(f'<p class="ucj ucj-catatan">{tautan}.{html.teks(sebut)}</p>'))


def tombol(d: charts.Deskripsi) -> None:
    """Show the button that writes down a decision from a chart block; the filters of now go with it."""
    halaman: Halaman = st.session_state["_halaman"]
    isi = {nama: nilai for nama, nilai in parameter(pilihan(), daftar()).items() if nama != BEKU}
    asal = name_asal(d.judul, f"{halaman.berkas}?{urlencode(isi)}" if isi else halaman.berkas)
    kunci = hashlib.sha256(f"{halaman.berkas}|{d.judul}|{d.subjudul}".encode()).hexdigest()[:12]
    _tombol(kunci, "Catat tindak lanjut", lambda: _catat(d.judul, asal, pemilik(), pilihan().opd or ""), "tertiary")


def tombol_baru() -> None:
    """Show the button that writes down a decision that no chart stands behind."""
    _tombol("baru", "Catat keputusan", lambda: _catat("", "", pemilik(), pilihan().opd or ""), "primary")


def tombol_status(semua: Sequence[Keputusan]) -> None:
    """Show the button that changes the status of one of the decisions."""
    if semua:
        _tombol("status", "Ubah status", lambda: _ubah(semua), "secondary")


def _tombol(kunci: str, label: str, buka: Callable[[], None], jenis: Any) -> None:
    """Show a button; the dialog that it opens stays until it is closed or has saved, also when the page runs again.

    The wish is noted by a callback, because the first run of a session may be of the bare page.
    """
    with st.container(key=f"catat_{kunci}", width="content"):
        st.button(label, key=f"catat_tombol_{kunci}", on_click=_minta, args=(kunci,), type=jenis)
    kabar: tuple[str, str] | None = st.session_state.get(_KABAR)
    if kabar is not None and kabar[0] == kunci:
        del st.session_state[_KABAR]
        st.html(f'<p class="ucj ucj-kabar" role="status">{kabar[1]}</p>')
    halaman: Halaman = st.session_state["_halaman"]
    if st.session_state.get(_MINTA) == (halaman.berkas, kunci):
        buka()


def _minta(kunci: str) -> None:
    halaman: Halaman = st.session_state["_halaman"]
    st.session_state[_MINTA] = (halaman.berkas, kunci)


def _tutup() -> None:
    st.session_state.pop(_MINTA, None)


@st.dialog("Catat tindak lanjut", width="medium", on_dismiss=_tutup)
def _catat(judul: str, asal: str, nama: Mapping[str, str], opd: str) -> None:
    """The dialog runs again by itself, without the frame around it: what it needs of the page is given to it."""
    hari, n = date.today(), st.session_state.get(_NOMOR, 0)
    if judul:
        st.html(f'<p class="ucj ucj-catatan">Dari grafik “{html.teks(judul)}”, dengan pilihan yang sedang tampil.</p>')
    isi = st.text_area("Keputusan", key=f"catat_isi_{n}", max_chars=300, height=96,
                       placeholder="Apa yang harus dikerjakan")  # fmt: skip
    siapa = _choose_pemilik(nama, opd, n)
    kolom = st.columns(3)
    tenggat = kolom[0].text_input("Tenggat", f"{default_tenggat(hari):%d-%m-%Y}", key=f"catat_tenggat_{n}")
    rapat = kolom[1].text_input("Tanggal rapat", f"{hari:%d-%m-%Y}", key=f"catat_rapat_{n}")
    oleh = kolom[2].text_input("Dicatat oleh", st.session_state.get(_OLEH, ""), key=f"catat_oleh_{n}", max_chars=60)
    if _pressed("Simpan keputusan", f"catat_simpan_{n}"):
        _try(lambda: _save(isi, siapa, read_tanggal(tenggat), read_tanggal(rapat), oleh, asal, hari))


def _choose_pemilik(nama: Mapping[str, str], opd: str, n: int) -> str:
    pilihan_pemilik = ["", *nama, _LAIN]
    kiri, kanan = st.columns(2)
    siapa = kiri.selectbox(
        "Pemilik",
        pilihan_pemilik,
        index=pilihan_pemilik.index(opd) if opd in nama else 0,
        format_func=lambda kode: {"": "pilih …", _LAIN: "Lainnya (tulis di samping)"}.get(kode) or nama[kode],
        key=f"catat_pemilik_{n}",
    )
    lain = kanan.text_input("Pemilik lain", key=f"catat_lain_{n}", max_chars=80, disabled=siapa != _LAIN,
                            placeholder="misalnya Kepala Desa Sukamaju")  # fmt: skip
    return str(lain if siapa == _LAIN else siapa)


def _save(isi: str, siapa: str, tenggat: date | None, rapat: date | None, oleh: str, asal: str, hari: date) -> str:
    """Write a new decision down; return what to say about it."""
    if tenggat is None or rapat is None:
        raise Penolakan("Tanggal tidak terbaca. Tulis seperti 31-07-2026.")
    baru = check_baru(Keputusan("", rapat, isi, siapa, tenggat, "TERBUKA", catatan=asal or None), hari)
    pencatat = check_oleh(oleh)
    with _satu:
        k = replace(baru, id=next_id(read_keputusan(register.read(data(), SUMBER)), rapat))
        register.write(data(), SUMBER, [row(k)], pencatat)
    st.session_state[_OLEH] = pencatat
    return f"● {k.id} dicatat dan sudah tampil di halaman"


@st.dialog("Ubah status keputusan", width="medium", on_dismiss=_tutup)
def _ubah(semua: Sequence[Keputusan]) -> None:
    hari, n = date.today(), st.session_state.get(_NOMOR, 0)
    menurut_id = {k.id: k for k in semua}
    terpilih = st.selectbox(
        "Keputusan", list(menurut_id), format_func=lambda id_: _sebut(menurut_id[id_]), key=f"ubah_id_{n}"
    )
    satu = menurut_id[terpilih]
    boleh = [kode for kode in STATUS if kode != satu.status]
    status = st.segmented_control(
        "Status baru", boleh, format_func=lambda kode: STATUS[kode], default=boleh[0], key=f"ubah_status_{n}_{satu.id}"
    )
    kolom = st.columns(2)
    tanggal = kolom[0].text_input("Tanggal selesai atau batal", f"{hari:%d-%m-%Y}", key=f"ubah_tanggal_{n}")
    oleh = kolom[1].text_input("Dicatat oleh", st.session_state.get(_OLEH, ""), key=f"ubah_oleh_{n}", max_chars=60)
    catatan = st.text_input("Catatan, misalnya bukti penyelesaian", key=f"ubah_catatan_{n}", max_chars=300)
    if _pressed("Simpan status", f"ubah_simpan_{n}", disabled=status is None):
        _try(lambda: _save_status(satu, str(status), read_tanggal(tanggal), catatan, oleh, hari))


def _sebut(k: Keputusan) -> str:
    isi = k.keputusan if len(k.keputusan) <= 70 else f"{k.keputusan[:70].rstrip()}…"
    return f"{k.id}: {isi}"


def _save_status(k: Keputusan, status: str, tanggal: date | None, catatan: str, oleh: str, hari: date) -> str:
    """Write the new status of a decision down; return what to say about it."""
    pencatat = check_oleh(oleh)
    baru = change_status(k, status, tanggal, catatan, hari)
    with _satu:
        register.write(data(), SUMBER, [row(baru)], pencatat)
    st.session_state[_OLEH] = pencatat
    return f"● {k.id} sekarang {STATUS[status].lower()}; lihat"


def _pressed(label: str, kunci: str, disabled: bool = False) -> bool:
    st.button(label, key=kunci, type="primary", disabled=disabled, on_click=_simpan, args=(kunci,))
    return st.session_state.pop(_SIMPAN, None) == kunci


def _simpan(kunci: str) -> None:
    st.session_state[_SIMPAN] = kunci


def _try(simpan: Callable[[], str]) -> None:
    """Save with a word on the wait; close the dialog when it is done, else say in it what to change."""
    try:
        with st.spinner("Menyimpan …"):
            kalimat = simpan()
    except Penolakan as tolak:
        baris = "".join(f"<p>{html.teks(satu)}</p>" for satu in str(tolak).splitlines())
        st.html(f'<div class="ucj ucj-tolak" role="alert">{baris}</div>')
        return
    tautan = html.tautan("Tindak lanjut rapat", SUMBER)
    _, kunci = st.session_state[_MINTA]
    st.session_state[_KABAR] = (kunci, f"{html.teks(kalimat)} {tautan}.")
    st.session_state[_NOMOR] = st.session_state.get(_NOMOR, 0) + 1
    _tutup()
    st.rerun()

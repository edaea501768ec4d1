"""The meeting view on the page: what it reads, where the reader stands, the keys, and the button that freezes."""

import json
from datetime import date
from typing import Any

import streamlit as st

from ucj import dana, desa, format, html, perintah, tren
from ucj.istilah import BASIS
from ucj.penolakan import Penolakan
from ucj.penunjuk import BEKU
from ucj.rapat import PROYEKTOR, TV, Bahan, Layar, Ukuran, markah, susun
from ucj.rapat.beku import describe, describe_short
from ucj.web.baca import (
    AKAR,
    baris,
    beku,
    bulan,
    daftar,
    data,
    deret,
    nilai,
    nilai_kabupaten,
    pilihan,
    profil,
    read,
    sektor,
    terbitan,
)
from ucj.web.bingkai import SPANDUK
from ucj.web.catat import keputusan, pemilik
from ucj.web.isi import alamat, lepas, sumber, sumber_nilai

LAYAR, UKURAN = "layar", "ukuran"  # names in the URL
_TOMBOL = """<script>(() => {
  if (window.ucjRapat) return;
  window.ucjRapat = true;
  const arah = {ArrowRight: 'maju', ArrowDown: 'maju', PageDown: 'maju', ' ': 'maju',
                ArrowLeft: 'mundur', ArrowUp: 'mundur', PageUp: 'mundur'};
  document.addEventListener('keydown', e => {
    const t = e.target instanceof Element ? e.target : document.body;
    if (e.ctrlKey || e.altKey || e.metaKey || !(e.key in arah)) return;
    if (t.closest('input, textarea, select, [role="dialog"], [data-testid="stPopoverBody"]')) return;
    if (e.key === ' ' && t.closest('button, a')) return;
    const tombol = document.querySelector(`.st-key-rapat_${arah[e.key]} button`);
    if (!tombol) return;
    e.preventDefault();
    if (!tombol.disabled) tombol.click();
  });
})()</script>"""


def bahan() -> Bahan:
    """Read what the screens are made from: always the newest month and the main basis (the frame sees to that)."""
    kapan, basis = bulan(), pilihan().basis
    kode, satuan = ("UCJ-02", "orang") if basis == "TEMPAT_KERJA" else ("UCJ-01", "persen")
    satu, semua_janji = beku(), keputusan()
    desa_semua = desa.susun(daftar().desa.values(), nilai("UCJ-01", "DESA"), None, (), (), ())
    kecamatan = nilai("UCJ-01", "KECAMATAN")
    ujung = desa.ujung_kecamatan(kecamatan, desa_semua, daftar().kecamatan)
    kebutuhan = read("dana_kebutuhan", bulan=kapan)
    per_sumber = {n.kunci: n for n in nilai("KEU-01", "SUMBER_DANA")}
    belum = dana.belum_lengkap(per_sumber.values())
    return Bahan(
        bulan=kapan,
        hari=satu.tanggal if satu else date.today(),
        basis=basis,
        posisi=nilai_kabupaten(kode),
        lalu=tren.semester_lalu(deret(kode, "KABUPATEN", None, satuan)),
        gap=nilai_kabupaten("UCJ-04", "orang"),
        laju=nilai_kabupaten("UCJ-04", "orang/bulan"),
        janji=semua_janji,
        hari_ini=date.today(),
        nama_pemilik=pemilik(semua_janji),
        sektor=sektor(kode),
        kecamatan=kecamatan,
        nama_kecamatan=daftar().kecamatan,
        desa=desa_semua,
        terendah=ujung[1] if ujung else None,
        ambang_desa=nilai_kabupaten("UCJ-05"),
        pem01=nilai_kabupaten("PEM-01"),
        pem01_opd=nilai("PEM-01", "OPD"),
        pem02=nilai_kabupaten("PEM-02"),
        nama_opd=daftar().opd,
        serapan=nilai_kabupaten("KEU-01"),
        serapan_sumber=per_sumber,
        dana=dana.per_sumber(kebutuhan, kapan, belum),
        penerima={n.kunci: n.pembilang for n in nilai("RNT-02", "SUMBER_DANA") if n.pembilang},
        keu02=nilai_kabupaten("KEU-02"),
        kewajiban=baris("kewajiban"),
        aturan=profil(),
        sumber=sumber_nilai,
        sumber_lain={"keputusan": sumber("peserta", "pekerja_binaan", "anggaran", "realisasi", dasar=("INP 25b",))},
    )


def ukuran() -> Ukuran:
    """Return the size of the text that the reader chose."""
    dari_url = st.query_params.get(UKURAN)
    if dari_url is not None:
        st.session_state["rapat_ukuran"] = dari_url
    return TV if st.session_state.get("rapat_ukuran") == TV.kode else PROYEKTOR


def nomor(jumlah: int) -> int:
    """Return which screen is shown, from 1: the one of a link, else where the reader went by keys."""
    dari_url = st.query_params.get(LAYAR)
    if dari_url is not None and dari_url != st.session_state.get("rapat_url"):
        st.session_state["rapat_layar"] = int(dari_url) if dari_url.isdecimal() and len(dari_url) < 3 else 1
    di = max(1, min(jumlah, st.session_state.get("rapat_layar", 1)))
    st.session_state["rapat_layar"] = di
    return di


def _tulis_url(di: int, besar: Ukuran) -> None:
    isi = {LAYAR: str(di)}
    if besar is TV:
        isi[UKURAN] = TV.kode
    if (satu := beku()) is not None:
        isi[BEKU] = satu.id
    if dict(st.query_params) != isi:
        st.query_params.from_dict(isi)
    st.session_state["rapat_url"] = str(di)


def _pindah(langkah: int) -> None:
    st.session_state["rapat_layar"] = st.session_state.get("rapat_layar", 1) + langkah
    st.session_state["rapat_url"] = st.query_params.get(LAYAR)


def _ganti_ukuran(kode: str) -> None:
    st.session_state["rapat_ukuran"] = kode
    st.query_params[UKURAN] = kode


def tampilkan_rapat() -> None:
    """Show one of the seven screens with its controls; the keys only press these controls."""
    besar = ukuran()
    semua = susun(bahan(), besar)
    di = nomor(len(semua))
    _tulis_url(di, besar)
    layar = semua[di - 1]
    st.html(AKAR / "ucj" / "gaya_rapat.css")
    st.html(_TOMBOL, unsafe_allow_javascript=True)
    with st.container(key="rapat"):
        _tampil(layar, di, len(semua), besar)
        with st.container(key="rapat_kendali", horizontal=True):
            _kendali(di, len(semua), besar)


def _tampil(layar: Layar, di: int, jumlah: int, besar: Ukuran) -> None:
    buka = terbitan()
    is_contoh = buka is not None and buka.info.is_simulasi
    bagian = [layar.nama, profil().nama, *([BASIS[layar.basis]] if layar.basis else [])]
    bagian.append(format.tanggal_panjang(pilihan().akhir))
    with st.container(key="rapat_kepala"):
        st.html(markah.kepala(di, jumlah, bagian, SPANDUK if is_contoh else ""))
    st.title(lepas(layar.kalimat), anchor=False)
    with st.container(key="rapat_badan"):
        st.html(f'<div class="rapat-{besar.kode}">{markah.badan(layar)}</div>')
    satu = beku()
    keadaan = f"{describe_short(satu)}." if satu else "Angka belum dibekukan."
    st.html(markah.sumber(f"{layar.sumber} {keadaan}".strip()))


def _kendali(di: int, jumlah: int, besar: Ukuran) -> None:
    st.button("‹ Sebelumnya", key="rapat_mundur", on_click=_pindah, args=(-1,), disabled=di == 1)
    st.button("Berikutnya ›", key="rapat_maju", on_click=_pindah, args=(1,), disabled=di == jumlah)
    lain = PROYEKTOR if besar is TV else TV
    st.button(f"Ukuran {lain.nama}", key="rapat_besar", on_click=_ganti_ukuran, args=(lain.kode,))
    tombol_bekukan("rapat")
    st.page_link("pages/ringkasan.py", label="Keluar")


def tombol_bekukan(tempat: str) -> None:
    """Show the button that freezes the published figures under a name; success gives the link to share."""
    satu = beku()
    with st.popover("Angka beku" if satu else "Bekukan angka untuk rapat"):
        if satu is not None:
            terbaru = "rapat" if tempat == "rapat" else alamat(beku=None)
            st.html(f'<p class="ucj">{html.teks(describe(satu))}.</p>')
            st.html(f'<p class="ucj">{html.tautan("Lihat angka terbaru", terbaru)}</p>')
            return
        st.text_input("Nama rapat", key=f"beku_nama_{tempat}", placeholder="misalnya Rapat 14 Juli", max_chars=60)
        st.button("Bekukan", key=f"beku_{tempat}", type="primary", on_click=_bekukan, args=(tempat,))
        _hasil()


def _bekukan(tempat: str) -> None:
    """Freeze through the command line; runs as a callback, before any page."""
    st.session_state["beku_hasil"], st.session_state["beku_tolak"] = None, ""
    nama = str(st.session_state.get(f"beku_nama_{tempat}") or "")
    try:
        hasil = perintah.run("freeze", "--format", "json", "--", nama, data=data())
    except Penolakan as tolak:
        st.session_state["beku_tolak"] = str(tolak)
        return
    st.session_state["beku_hasil"] = json.loads(hasil)


def _hasil() -> None:
    if tolak := st.session_state.get("beku_tolak"):
        st.html(f'<div class="ucj ucj-tolak" role="alert"><p>{html.teks(tolak)}</p></div>')
    hasil: dict[str, Any] | None = st.session_state.get("beku_hasil")
    if hasil:
        tautan = f"rapat?{BEKU}={hasil['id']}"
        asal = st.context.headers.get("Origin")  # as the reader's browser names this server
        dasar = "/".join(b for b in (asal, str(st.get_option("server.baseUrlPath") or "").strip("/")) if b)
        penuh = f"{dasar}/{tautan}" if asal else tautan
        kata = "Angka dibekukan untuk" if hasil["is_baru"] else "Sudah dibekukan untuk"
        st.html(
            f'<div class="ucj ucj-kabar" role="status"><p>{kata} <b>{html.teks(hasil["nama"])}</b>. '
            f"Tautan untuk dibagikan: {html.tautan(penuh, penuh)}</p></div>"
        )


def pintu_rapat() -> None:
    """Show on another page the way to the meeting view and the button that freezes."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.page_link("pages/rapat.py", label="Buka mode rapat")
        tombol_bekukan("ringkasan")

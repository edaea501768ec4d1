"""The frame around every page: filters in the URL, banner of simulated data, footer, and what is shown on an error."""

import logging
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime import get_instance

from ucj import format, html, perintah, saringan
from ucj.penolakan import Penolakan
from ucj.saringan import Daftar, Pilihan
from ucj.web.baca import AKAR, DALAM_BINGKAI, data, profil, read, start, terbitan

SPANDUK = "DATA CONTOH – BUKAN DATA SEBENARNYA"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Halaman:
    """One page of the app: its file in pages/, its name, its group, and the filters that it obeys."""

    berkas: str
    judul: str
    grup: str
    saring: tuple[str, ...]
    tanpa_data: bool = False  # shows itself before anything was published


def frame(halaman: Halaman, jalankan: Callable[[], None]) -> None:
    """Draw the frame around one page: filters, banner, the page, footer. No stack trace ever reaches a reader."""
    st.session_state[DALAM_BINGKAI] = True
    start()
    st.html(AKAR / "ucj" / "gaya.css")
    st.html("<script>document.documentElement.lang = 'id'</script>", unsafe_allow_javascript=True)
    st.session_state["_halaman"] = halaman
    try:
        nama = profil().nama
        st.set_page_config(
            page_title=f"UCJ – {halaman.judul} – {nama}", page_icon=str(AKAR / "ucj" / "ikon.png"), layout="wide"
        )
        _bar_saringan(halaman)
        if not st.session_state["daftar"].bulan and not halaman.tanpa_data:
            _belum_terbit(halaman)
        else:
            jalankan()
        _kaki(nama)
    except Penolakan as alasan:
        st.title("Belum ada data yang dapat ditampilkan", anchor=False)
        st.html(
            f'<div class="ucj ucj-langkah" role="alert"><p>{html.teks(alasan)}</p>'
            "<p>Melihat contoh dengan data buatan: <code>python -m etl demo</code>.</p></div>"
        )
    except Exception:
        rujukan = f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
        logger.exception("page %s failed, reference %s", halaman.berkas, rujukan)
        st.html(
            '<div class="ucj-langkah" role="alert"><p><b>Halaman ini gagal ditampilkan.</b> Halaman lain dan data yang '
            "sudah diterbitkan tidak terpengaruh. Sampaikan nomor rujukan berikut kepada pengelola aplikasi.</p>"
            f"<p>Nomor rujukan: <code>{rujukan}</code></p></div>"
        )
    finally:
        del st.session_state[DALAM_BINGKAI]


def _susun_daftar() -> Daftar:
    """Return what the filters offer with this build and profile."""
    if terbitan() is None:
        return Daftar()
    aturan = profil()
    desa = [saringan.Desa(*baris) for baris in read("wilayah").iter_rows()]
    return Daftar(
        bulan=tuple(read("bulan")["bulan"]),
        kecamatan={d.kode_kecamatan: d.nama_kecamatan for d in sorted(desa, key=lambda d: d.kode_kecamatan)},
        desa={d.kode: d for d in desa},
        segmen=tuple(aturan["segmen.urutan"]),
        opd=dict(read("opd").iter_rows()),
        basis_utama=aturan["basis_utama"],
        kata_opd=aturan["istilah.perangkat_daerah"],
    )


def _bar_saringan(halaman: Halaman) -> None:
    """Draw the five filters in one line and keep them in the URL.

    Streamlit drops the query parameters when the page changes; the choice therefore lives in the session and is
    written back. A parameter that differs from what was written last comes from the reader (link, back button).
    """
    tersedia = _susun_daftar()
    minta: dict[str, str | None] = st.session_state.setdefault("saringan", {})
    tulis: dict[str, str] = st.session_state.setdefault("saringan_url", {})
    for nama in saringan.NAMA:
        dari_url = st.query_params.get(nama)
        if dari_url is not None and dari_url != tulis.get(nama):
            minta[nama] = dari_url
    pilih, catatan = saringan.resolve(minta, tersedia)
    st.session_state["pilihan"], st.session_state["daftar"] = pilih, tersedia
    if not tersedia.bulan:
        return
    kolom = st.columns([1.25, 2.1, 1.75, 1.9, 1.75, 2.75], vertical_alignment="center", gap="small")
    for tempat, nama in zip(kolom, saringan.NAMA, strict=False):
        minta[nama] = getattr(pilih, nama)
        kunci = f"saringan_{nama}"
        st.session_state[kunci] = minta[nama] or ""  # None would show Streamlit's own English placeholder
        tempat.selectbox(
            saringan.JUDUL[nama],
            [nilai or "" for nilai in tersedia.pilihan(nama)],
            format_func=partial(_sebut, tersedia, nama),
            key=kunci,
            on_change=_ganti,
            args=(nama,),
            label_visibility="collapsed",
            disabled=nama not in halaman.saring,
        )
    buka = terbitan()
    if buka is not None and buka.info.is_simulasi:
        kolom[-1].html(f'<div class="ucj-contoh"><span>{SPANDUK}</span></div>')
    st.session_state["saringan_url"] = _tulis_url(pilih, tersedia)
    for kalimat in catatan:
        st.html(f'<p class="ucj-catatan" role="status">▲ {html.teks(kalimat)}</p>')


def _sebut(tersedia: Daftar, nama: str, nilai: str) -> str:
    return tersedia.sebut(nama, nilai or None)


def _ganti(nama: str) -> None:
    st.session_state["saringan"][nama] = st.session_state[f"saringan_{nama}"] or None


def parameter(pilih: Pilihan, tersedia: Daftar) -> dict[str, str]:
    """Return the URL parameters: the period always, so that a link shows the same month next year; others if chosen."""
    isi = {nama: getattr(pilih, nama) for nama in saringan.NAMA}
    return {n: v for n, v in isi.items() if v is not None and (n == "periode" or v != tersedia.baku(n))}


def _tulis_url(pilih: Pilihan, tersedia: Daftar) -> dict[str, str]:
    isi = parameter(pilih, tersedia)
    for nama in saringan.NAMA:
        if nama in isi and st.query_params.get(nama) != isi[nama]:
            st.query_params[nama] = isi[nama]
        elif nama not in isi and nama in st.query_params:
            del st.query_params[nama]
    return isi


def _belum_terbit(halaman: Halaman) -> None:
    st.title(f"{halaman.judul}: belum ada data", anchor=False)
    langkah = perintah.status(data()).get("langkah", [])
    st.html(
        '<div class="ucj ucj-langkah"><p>Halaman ini terisi setelah kiriman pertama dimuat dan diterbitkan.</p>'
        f"{_daftar_langkah(langkah)}"
        f"<p>Memuat: halaman {html.tautan('Unggah data', 'unggah_data')}, atau "
        "<code>python -m etl load SUMBER BERKAS.xlsx</code>; menerbitkan: <code>python -m etl build</code>; "
        "melihat contoh dengan data buatan: <code>python -m etl demo</code>.</p></div>"
    )


def _daftar_langkah(langkah: Iterable[Any]) -> str:
    pasangan = (str(x).partition(": python -m etl ") for x in langkah)
    butir = "".join(
        f"<li>{html.teks(kalimat)}" + (f": <code>python -m etl {html.teks(perintah)}</code>" if ada else "") + "</li>"
        for kalimat, ada, perintah in pasangan
    )
    return f"<p>Yang perlu dikirim, menurut urutan:</p><ol>{butir}</ol>" if butir else ""


def _kaki(nama: str) -> None:
    buka = terbitan()
    isi = f"Pantau UCJ {html.teks(nama)}"
    if buka is not None:
        isi += f" · terbitan {html.teks(buka.build)} · data diterima sampai {format.tanggal(buka.info.tanggal_data)}"
    st.html(f'<footer class="ucj-kaki">{isi}</footer>')


def choose(nama: str, nilai: str) -> None:
    """Choose a filter value as if the reader had picked it in the line of filters, and run the page again."""
    st.session_state["saringan"][nama] = nilai
    st.rerun()


def serve(isi: bytes, jenis: str, nama: str) -> str:
    """Return an address of this app under which the browser fetches some bytes; it caches them by their hash.

    The media store is Streamlit's own for pictures and the like; bytes stay while a session shows them.
    """
    alamat = get_instance().media_file_mgr.add(isi, jenis, f"ucj-{nama}")
    dasar = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{dasar}{alamat}" if dasar else alamat

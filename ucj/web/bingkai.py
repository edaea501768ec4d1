"""The frame around every page: filters in the URL, banner of simulated data, footer, and what is shown on an error."""

import logging
import re
import secrets
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime import get_instance

from ucj import format, html, perintah, saringan
from ucj.istilah import PENGIRIM, SUMBER
from ucj.penolakan import Penolakan
from ucj.penunjuk import BEKU
from ucj.rapat.beku import describe
from ucj.saringan import Daftar, Pilihan
from ucj.web.baca import AKAR, DALAM_BINGKAI, beku, data, profil, read, start, terbitan
from ucj.web.cetak import CETAK

SPANDUK = "DATA CONTOH – BUKAN DATA SEBENARNYA"
SEMUA = "_semua_halaman"  # in the session state: the pages of the app
BERJUDUL = "_berjudul"  # in the session state: this run has its title already
TEMPLAT = "_templat"  # in the session state: the templates that this run has offered already
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Halaman:
    """One page of the app: its file in pages/, its name, its group, and the filters that it obeys."""

    berkas: str
    judul: str
    grup: str
    saring: tuple[str, ...]
    tanpa_data: bool = False  # shows itself before anything was published
    penuh: bool = False  # fills the screen by itself: no filters, always the newest month, no footer
    dicetak: bool = True  # can be shown for paper
    kertas: bool = False  # shows another page for paper; not in the navigation


def frame(halaman: Halaman, jalankan: Callable[[], None], semua: Sequence[Halaman] = ()) -> None:
    """Draw the frame around one page: filters, banner, the page, footer. No stack trace ever reaches a reader.

    ``semua`` are the pages of the app, for the one that shows another for paper.
    """
    st.session_state[DALAM_BINGKAI] = True
    st.session_state[CETAK] = halaman.kertas
    st.session_state[SEMUA] = tuple(semua)
    st.session_state[TEMPLAT], st.session_state[BERJUDUL] = set(), False
    st.html(AKAR / "ucj" / "gaya.css")
    st.html(f"<script>{_skrip()}</script>", unsafe_allow_javascript=True)
    st.session_state["_halaman"] = halaman
    try:
        start()
        nama = profil().nama
        name(halaman.judul, nama)
        _bar_saringan(halaman)
        if not st.session_state["daftar"].bulan and not halaman.tanpa_data:
            _belum_terbit(halaman)
        else:
            if not halaman.penuh:
                _baris_beku()
            jalankan()
        if not (halaman.penuh and st.session_state["daftar"].bulan):
            _kaki(nama, halaman)
    except Penolakan as alasan:
        _judul_gagal("Belum ada data yang dapat ditampilkan")
        st.html(f'<div class="ucj ucj-langkah" role="alert"><p>{_kode(alasan)}</p><p>{_cara_lain()}</p></div>')
    except Exception:
        rujukan = f"{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}"
        logger.exception("page %s failed, reference %s", halaman.berkas, rujukan)
        _judul_gagal("Halaman ini gagal ditampilkan")
        st.html(
            '<div class="ucj ucj-tolak" role="alert"><p>Halaman lain dan data yang sudah diterbitkan tidak '
            "terpengaruh. Sampaikan nomor rujukan berikut kepada pengelola aplikasi.</p>"
            f"<p>Nomor rujukan: <code>{rujukan}</code></p></div>"
        )
    finally:
        del st.session_state[DALAM_BINGKAI]


@lru_cache(maxsize=1)
def _skrip() -> str:
    return (AKAR / "ucj" / "akses.js").read_text(encoding="utf-8")


def name(judul: str, nama: str) -> None:
    """Give the browser's window its title: page and regency."""
    st.set_page_config(page_title=f"UCJ – {judul} – {nama}", page_icon=str(AKAR / "ucj" / "ikon.png"), layout="wide")


def _judul_gagal(kalimat: str) -> None:
    """Say what failed as the title of the page, or under it where the page got that far."""
    if st.session_state[BERJUDUL]:
        st.html(f'<div class="ucj ucj-blok"><h2>{kalimat}</h2></div>')
    else:
        st.title(kalimat, anchor=False)


def _kode(kalimat: object) -> str:
    """Return a sentence escaped, with the commands between its backquotes set as code."""
    return re.sub("`([^`]+)`", r"<code>\1</code>", html.teks(kalimat))


def _cara_lain() -> str:
    if st.session_state.get("beku_diminta"):
        return html.tautan("Lihat angka terbaru", ".")
    return "Melihat contoh dengan data buatan: <code>python -m etl demo</code>."


def _baris_beku() -> None:
    """Say under the filters that the figures are frozen, with the way back to the newest."""
    if (satu := beku()) is None:
        return
    isi = {**parameter(st.session_state["pilihan"], st.session_state["daftar"]), BEKU: ""}
    terbaru = "?" + urlencode({n: v for n, v in isi.items() if v})
    st.html(
        f'<p class="ucj ucj-beku" role="status"><b>{html.teks(describe(satu))}.</b> '
        f"{html.tautan('Lihat angka terbaru', terbaru)}</p>"
    )


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
    pilih, catatan = saringan.resolve({} if halaman.penuh else minta, tersedia)
    st.session_state["pilihan"], st.session_state["daftar"] = pilih, tersedia
    if not tersedia.bulan or halaman.penuh:
        return
    if halaman.kertas:
        _tulis_url(pilih, tersedia)
        _sebut_tak_dikenal(catatan)
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
    _sebut_tak_dikenal(catatan)


def _sebut_tak_dikenal(catatan: Iterable[str]) -> None:
    for kalimat in catatan:
        st.html(f'<p class="ucj ucj-catatan" role="status">▲ {html.teks(kalimat)}</p>')


def _sebut(tersedia: Daftar, nama: str, nilai: str) -> str:
    return tersedia.sebut(nama, nilai or None)


def _ganti(nama: str) -> None:
    st.session_state["saringan"][nama] = st.session_state[f"saringan_{nama}"] or None


def parameter(pilih: Pilihan, tersedia: Daftar) -> dict[str, str]:
    """Return the URL parameters: the period always, so that a link shows the same month next year; others if chosen.

    Frozen figures are named in every link.
    """
    isi = {nama: getattr(pilih, nama) for nama in saringan.NAMA}
    tulis = {n: v for n, v in isi.items() if v is not None and (n == "periode" or v != tersedia.baku(n))}
    satu = beku()
    return tulis | {BEKU: satu.id} if satu else tulis


def _tulis_url(pilih: Pilihan, tersedia: Daftar) -> dict[str, str]:
    isi = parameter(pilih, tersedia)
    for nama in (*saringan.NAMA, BEKU):
        if nama in isi and st.query_params.get(nama) != isi[nama]:
            st.query_params[nama] = isi[nama]
        elif nama not in isi and nama in st.query_params:
            del st.query_params[nama]
    return isi


def _belum_terbit(halaman: Halaman) -> None:
    """Say what a page waits for: the deliveries in their order, each with its template, and the page that loads."""
    st.title(f"{halaman.judul}: belum ada data", anchor=False)
    langkah = [str(x) for x in perintah.status(data()).get("langkah", [])]
    st.html(
        '<div class="ucj ucj-langkah"><p>Halaman ini terisi setelah kiriman pertama dimuat dan diterbitkan.</p>'
        f"{_daftar_langkah(langkah)}</div>"
    )
    if halaman.kertas:
        return
    with st.container(horizontal=True, gap="small"):
        for nama in _list_sumber(langkah):
            tombol_templat(nama)
    st.page_link("pages/unggah_data.py", label="Buka halaman Unggah data")
    st.html(
        '<p class="ucj ucj-catatan">Dari baris perintah: <code>python -m etl load SUMBER BERKAS.xlsx</code>, lalu '
        "<code>python -m etl build</code>. Melihat contoh dengan data buatan: <code>python -m etl demo</code>.</p>"
    )


def _daftar_langkah(langkah: Iterable[str]) -> str:
    butir = "".join(f"<li>{html.teks(satu.partition(': python -m etl ')[0])}</li>" for satu in langkah)
    return f"<p>Yang perlu dikirim, menurut urutan:</p><ol>{butir}</ol>" if butir else ""


def _list_sumber(langkah: Iterable[str]) -> list[str]:
    """Return the sources that the steps ask for, in their order."""
    semua = (nama for satu in langkah for nama in re.findall(r"python -m etl load (\w+)", satu))
    return list(dict.fromkeys(nama for nama in semua if nama in PENGIRIM))


def tombol_templat(sumber: str) -> None:
    """Show the button that gives the template of a source."""
    st.download_button(
        f"Templat {SUMBER[sumber]}",
        partial(perintah.write, "template", sumber, data=data()),
        f"templat-{sumber}.xlsx",
        XLSX,
        key=f"templat_{sumber}",
        on_click="ignore",
    )


def _kaki(nama: str, halaman: Halaman) -> None:
    buka = terbitan()
    isi = f"Pantau UCJ {html.teks(nama)}"
    if buka is not None:
        kata = "terbitan beku" if beku() else "terbitan"
        isi += f" · {kata} {html.teks(buka.build)} · data diterima sampai {format.tanggal(buka.info.tanggal_data)}"
    if buka is not None and halaman.dicetak and not halaman.kertas:
        ekor = urlencode(
            {"halaman": halaman.berkas, **parameter(st.session_state["pilihan"], st.session_state["daftar"])}
        )
        isi += f' · <a href="cetak?{html.teks(ekor)}" target="_blank" rel="noopener">Cetak halaman ini</a>'
    st.html(f'<footer class="ucj-kaki">{isi}</footer>')


def clear(nama: Sequence[str]) -> None:
    """Take back what the reader chose in some filters: for a button's callback."""
    for satu in nama:
        st.session_state["saringan"][satu] = None


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

"""What a page shows: title, headline figures, chart blocks, tables, notes and source lines. Data text is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from ucj import format, html, kalender, saringan
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi
from ucj.indikator import KATALOG
from ucj.istilah import KEKUATAN, PENGIRIM, SUMBER, sebut_penyebut
from ucj.kesenjangan import Kantor
from ucj.web.baca import beku, daftar, pilihan, profil, read, terbitan
from ucj.web.bingkai import BERJUDUL, TEMPLAT, Halaman, clear, parameter, tombol_templat
from ucj.web.cetak import is_cetak
from ucj.web.unduh import tombol_tabel


def judul(kalimat: str, tambahan: str = "", ambang_umur: bool = True) -> None:
    """Show the page title (a finding) and under it the sentence that repeats the filters the page obeys."""
    st.title(lepas(kalimat), anchor=False)
    st.session_state[BERJUDUL] = True
    halaman: Halaman = st.session_state["_halaman"]
    bagian = [saringan.sentence(pilihan(), daftar(), halaman.saring)] if pilihan().bulan else []
    bagian += [tambahan] if tambahan else []
    baris = "".join(f"{html.teks(b.rstrip('.'))}. " for b in bagian if b)
    usang = _usang() if ambang_umur else ""
    spanduk = f'<p class="ucj ucj-usang" role="status">▲ {usang}</p>' if usang else ""
    st.html(f'<p class="ucj ucj-sub ucj-bawah">{baris}</p>{spanduk}')


def _usang() -> str:
    """Return the warning that the newest month is older than the profile allows, else nothing."""
    buka = terbitan()
    if buka is None or buka.info.bulan_terakhir is None:
        return ""
    akhir = buka.info.bulan_terakhir
    satu = beku()
    hari = satu.tanggal if satu else date.today()
    lalu = kalender.geser_bulan(kalender.awal_bulan(hari), -1)
    if kalender.selisih_bulan(akhir, lalu) < profil()["data.maks_umur_bulan"]:
        return ""
    mulai = kalender.geser_bulan(akhir, 1)
    rentang = format.bulan(mulai) if mulai == lalu else f"{format.bulan_pendek(mulai)}–{format.bulan_pendek(lalu)}"
    return f"Data terakhir {format.bulan(akhir)}; laporan {rentang} belum diterima."


def lepas(kalimat: str) -> str:
    """Return the sentence so that ``st.title`` shows it literally and never as Markdown."""
    for huruf in "\\`*_{}[]<>#|~$:":
        kalimat = kalimat.replace(huruf, "\\" + huruf)
    return kalimat


def kpi(isi: Sequence[Kpi]) -> None:
    """Show the row of headline figures."""
    st.html(html.kpi(isi))


def subjudul(kalimat: str, keterangan: str = "") -> None:
    """Show the heading of a block (a finding) and its subtitle."""
    st.html(
        f'<div class="ucj ucj-blok"><h2>{html.teks(kalimat)}</h2><p class="ucj-sub">{html.teks(keterangan)}</p></div>'
    )


def tabel(
    caption: str,
    kolom: Sequence[Kolom],
    baris: Iterable[Sequence[object]],
    jumlah: Sequence[object] = (),
    *,
    unduh: str = "",
    sumber: str = "",
) -> None:
    """Show an official table; every cell is escaped unless ``ucj.html`` made it.

    ``unduh`` names its files and puts a small menu under it (XLSX, CSV); ``sumber`` is the source line they carry.
    """
    isi = list(baris)
    st.html(html.tabel(caption, kolom, isi, jumlah))
    if unduh:
        tombol_tabel(unduh, caption, kolom, isi, jumlah, sumber)


def catatan(kalimat: object) -> None:
    """Show one note; nothing for an empty one."""
    if kalimat:
        st.html(f'<p class="ucj ucj-catatan">{html.teks(kalimat)}</p>')


def tampil(isi: Aman) -> None:
    """Show HTML that ``ucj.html`` made."""
    st.html(isi)


def baris_sumber(kalimat: str) -> None:
    """Show the source line under a block."""
    st.html(f'<p class="ucj ucj-sumber">{html.teks(kalimat)}</p>')


def sumber(
    *nama: str,
    penyebut: str | None = None,
    dasar: Iterable[str] = (),
    kekuatan: str = "",
    versi: int | str | None = None,
    tambahan: str = "",
) -> str:
    """Return the source line: who sent it, received when, denominator, data date, legal basis with its duty strength.

    ``nama`` are names of sources (``peserta``); ``penyebut`` is ``SAKERNAS 2025``.
    """
    terima: Mapping[str, date] = {}
    pilih = pilihan()
    if terbitan() is not None and pilih.bulan:
        terima = dict(read("diterima", bulan=pilih.bulan).iter_rows())
    asal = [f"{SUMBER.get(n, n)}, diterima {format.tanggal(terima[n])}" for n in nama if n in terima]
    asal = asal or [SUMBER.get(n, n) for n in nama]
    bagian = f"Sumber: {'; '.join(asal)}" if asal else ""
    if penyebut:
        bagian += f"; penyebut: {sebut_penyebut(penyebut)}"
    kalimat = [bagian] if bagian else []
    if pilih.akhir:
        kalimat.append(f"Data per {format.tanggal_panjang(pilih.akhir)}")
    dasar = tuple(dasar)
    if dasar:
        sifat = KEKUATAN.get(kekuatan.upper(), kekuatan) if kekuatan not in ("", "-") else ""
        kalimat.append(f"Dasar: {', '.join(dasar)}{f' ({sifat})' if sifat else ''}")
    if versi is not None:
        kalimat.append(f"Definisi versi {versi}")
    if tambahan:
        kalimat.append(tambahan.rstrip("."))
    return ". ".join(kalimat) + "." if kalimat else ""


def sumber_nilai(isi: Nilai, *, tambahan: str = "") -> str:
    """Return the source line of one indicator value, legal basis and definition version from the catalogue."""
    k = KATALOG[isi.kode]
    nama = [s.strip() for s in (isi.sumber or "").split(",") if s.strip()]
    return sumber(
        *nama,
        penyebut=isi.sumber_penyebut,
        dasar=k.dasar,
        kekuatan=profil().kekuatan(isi.kode),
        versi=k.versi,
        tambahan=tambahan,
    )


def kantor(isi: Kantor | None) -> Aman:
    """Return an office as a link to its page, with the badge of a substitute owner."""
    if isi is None:
        return html.teks(None)
    tanda = f" {html.lencana('penanggung jawab sementara')}" if isi.is_sementara else ""
    return Aman(html.tautan(isi.nama, alamat("opd", opd=isi.kode)) + tanda)


def jejak(tautan: Sequence[Aman], akhir: str) -> None:
    """Show the breadcrumb kabupaten › kecamatan › desa; ``akhir`` is the place of now, not a link."""
    bagian = [*tautan, html.teks(akhir)] if akhir else list(tautan)
    st.html(f'<nav class="ucj ucj-catatan" aria-label="Jejak wilayah">{" › ".join(bagian)}</nav>')


def rincian(kalimat: str, butir: Sequence[str]) -> None:
    """Show a closed list: a sentence, and the items behind it."""
    isi = "".join(f"<li>{html.teks(b)}</li>" for b in butir)
    st.html(f'<details class="ucj ucj-catatan"><summary>{html.teks(kalimat)}</summary><ul>{isi}</ul></details>')


def kosong(kalimat: str, *nama: str) -> None:
    """Show why there is nothing, who must send what, with the templates and the way to the page that loads them.

    Where the reader has chosen a part of the regency, one click takes the choice back.
    """
    butir = "".join(
        f"<li><b>{html.teks(SUMBER.get(n, n))}</b> dari {html.teks(PENGIRIM.get(n, 'pengirimnya'))}</li>" for n in nama
    )
    perlu = f"<p>Yang perlu dikirim:</p><ul>{butir}</ul>" if butir else ""
    halaman: Halaman = st.session_state["_halaman"]
    pilih = [n for n in ("wilayah", "segmen", "opd") if n in halaman.saring and getattr(pilihan(), n) is not None]
    tidak = "<p>Tidak ada data untuk pilihan ini.</p>" if pilih else ""
    st.html(f'<div class="ucj ucj-catatan ucj-kosongan">{tidak}<p>{html.teks(kalimat)}</p>{perlu}</div>')
    if is_cetak():
        return
    sudah: set[str] = st.session_state.setdefault(TEMPLAT, set())
    with st.container(horizontal=True, gap="small"):
        if pilih:
            kata = ", ".join(saringan.JUDUL[n].lower() if n != "opd" else "OPD" for n in pilih)
            st.button(f"Hapus pilihan {kata}", key=f"hapus_{kalimat}", on_click=clear, args=(pilih,), type="primary")
        for n in nama:
            if n in PENGIRIM and n not in sudah:
                sudah.add(n)
                tombol_templat(n)
        if nama:
            st.page_link("pages/unggah_data.py", label="Unggah data")


def alamat(halaman: str = "", **ganti: str | None) -> str:
    """Return the address of a page with the filters of now, some replaced: for links inside tables."""
    isi = {**parameter(pilihan(), daftar()), **ganti}
    ekor = urlencode({n: v for n, v in isi.items() if v is not None})
    return f"{halaman or '.'}{'?' + ekor if ekor else ''}"

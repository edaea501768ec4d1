"""What a page shows: title, headline figures, chart blocks, tables, notes and source lines. Data text is escaped."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ucj import charts, format, html, kalender, saringan
from ucj.charts import layar, peta
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi
from ucj.indikator import KATALOG
from ucj.istilah import KEKUATAN, PENGIRIM, SUMBER, sebut_penyebut
from ucj.kesenjangan import Kantor
from ucj.web.baca import daftar, pilihan, profil, read, terbitan
from ucj.web.bingkai import Halaman, parameter, serve


def judul(kalimat: str, tambahan: str = "", ambang_umur: bool = True) -> None:
    """Show the page title (a finding) and under it the sentence that repeats the filters the page obeys."""
    st.title(lepas(kalimat), anchor=False)
    halaman: Halaman = st.session_state["_halaman"]
    bagian = [saringan.sentence(pilihan(), daftar(), halaman.saring)] if pilihan().bulan else []
    bagian += [tambahan] if tambahan else []
    baris = "".join(f"{html.teks(b.rstrip('.'))}. " for b in bagian if b)
    usang = _usang() if ambang_umur else ""
    st.html(f'<p class="ucj ucj-sub ucj-bawah">{baris}{f"<b>{usang}</b>" if usang else ""}</p>')


def _usang() -> str:
    """Return the warning that the newest month is older than the profile allows, else nothing."""
    buka = terbitan()
    if buka is None or buka.info.bulan_terakhir is None:
        return ""
    akhir = buka.info.bulan_terakhir
    lalu = kalender.geser_bulan(kalender.awal_bulan(date.today()), -1)
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
    caption: str, kolom: Sequence[Kolom], baris: Iterable[Sequence[object]], jumlah: Sequence[object] = ()
) -> None:
    """Show an official table; every cell is escaped unless ``ucj.html`` made it."""
    st.html(html.tabel(caption, kolom, baris, jumlah))


def catatan(kalimat: object) -> None:
    """Show one note; nothing for an empty one."""
    if kalimat:
        st.html(f'<p class="ucj ucj-catatan">{html.teks(kalimat)}</p>')


def tampil(isi: Aman) -> None:
    """Show HTML that ``ucj.html`` made."""
    st.html(isi)


def blok(d: charts.Batang | charts.Garis) -> None:
    """Show a chart block: finding, subtitle, tabs Grafik and Tabel, notes, source line."""
    grafik = _kepala_blok(d)
    grafik.plotly_chart(layar.draw(d), theme=None, config=layar.CONFIG, alt=d.alt(), key=_kunci(d))
    _kaki_blok(d)


def blok_peta(d: charts.Peta) -> str | None:
    """Show the block of a map with its classes; return the village that the reader clicked, None without a click."""
    grafik = _kepala_blok(d)
    jumlah = [d.kelas(w.nilai) for w in d.wilayah]
    butir = [
        f'<span><i style="background:{warna}"></i>{html.teks(kata)} · {jumlah.count(i)}</span>'
        for i, (warna, kata) in enumerate(zip(peta.WARNA, d.nama_kelas(), strict=True))
        if any(kelas is not None for kelas in jumlah)  # classes of nothing would read as measured
    ]
    if None in jumlah:
        kosong = jumlah.count(None)
        butir.append(f'<span><i style="background:#fff;border-style:dashed"></i>belum ada data · {kosong}</span>')
    grafik.html(f'<div class="ucj ucj-legenda">{"".join(butir)}</div>')
    batas = _batas()
    gambar = peta.draw_peta(d, batas, serve(batas.teks, "application/json", "batas") if batas.fitur else None)
    kunci = _kunci(d)
    grafik.plotly_chart(
        gambar, theme=None, config=layar.CONFIG, alt=d.alt(), key=kunci, on_select="rerun", selection_mode="points"
    )
    _kaki_blok(d)
    titik = st.session_state.get(kunci, {}).get("selection", {}).get("points", [])
    return next((str(t["location"]) for t in titik if t.get("location")), None)


def _kunci(d: charts.Deskripsi) -> str:
    return f"grafik_{d.judul}_{d.subjudul}"


def _kepala_blok(d: charts.Deskripsi) -> DeltaGenerator:
    subjudul(d.judul, d.subjudul)
    grafik, angka = st.tabs(["Grafik", "Tabel"])
    angka.html(html.tabel(f"{d.judul}. {d.subjudul}", *d.tabel()))
    return grafik


def _kaki_blok(d: charts.Deskripsi) -> None:
    for kalimat in d.catatan:
        catatan(kalimat)
    if d.sumber:
        baris_sumber(d.sumber)


def _batas() -> peta.Batas:
    buka = terbitan()
    return peta.read_batas(buka.path_batas) if buka else peta.Batas()


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


def kode_berpoligon() -> set[str]:
    """Return the villages that have a boundary in the published build."""
    return set(_batas().fitur)


def kosong(kalimat: str, *nama: str) -> None:
    """Show why there is nothing, who must send what, and the commands for template and loading."""
    butir = "".join(
        f"<li><b>{html.teks(SUMBER.get(n, n))}</b> dari {html.teks(PENGIRIM.get(n, 'pengirimnya'))}: "
        f"templat <code>python -m etl template {n} --out {n}.xlsx</code>, "
        f"muat <code>python -m etl load {n} BERKAS.xlsx</code></li>"
        for n in nama
    )
    perlu = f"<p>Yang perlu dikirim:</p><ul>{butir}</ul>" if butir else ""
    st.html(f'<div class="ucj ucj-catatan"><p>{html.teks(kalimat)}</p>{perlu}</div>')


def alamat(halaman: str = "", **ganti: str | None) -> str:
    """Return the address of a page with the filters of now, some replaced: for links inside tables."""
    isi = {**parameter(pilihan(), daftar()), **ganti}
    ekor = urlencode({n: v for n, v in isi.items() if v is not None})
    return f"{halaman or '.'}{'?' + ekor if ekor else ''}"

"""HTML of one screen. Everything that comes from data is escaped by ``ucj.html``; sizes stand in gaya_rapat.css."""

from ucj import html
from ucj.charts import Bar, Batang
from ucj.charts.deskripsi.dasar import tulis_pendek
from ucj.format import persen
from ucj.html import Aman, teks
from ucj.rapat.layar import Layar, Tabel

TEPI_LABEL = (9.0, 91.0)  # percent of the bar's width: a label under its tick stays inside the picture


def kepala(nomor: int, jumlah: int, bagian: list[str], spanduk: str) -> Aman:
    """Return the line above the sentence: which screen of how many, what about, where, on which basis, when."""
    tanda = f'<span class="rapat-contoh">{teks(spanduk)}</span>' if spanduk else ""
    isi = " · ".join([f"{nomor} / {jumlah}", *bagian])
    return Aman(f'<div class="rapat-kepala"><p role="status">{teks(isi)}</p>{tanda}</div>')


def badan(layar: Layar) -> Aman:
    """Return number, picture and table of one screen."""
    gambar, tabel = layar.gambar, _tabel(layar.tabel) if layar.tabel is not None else ""
    pesan = "".join(f"<p>{teks(satu)}</p>" for satu in layar.pesan)
    pesan = f'<div class="rapat-pesan">{pesan}</div>' if pesan else ""
    angka = _angka(layar) if layar.angka else ""
    if gambar is not None and len(gambar.baris) > 1:
        catatan = "".join(f'<p class="rapat-catatan">{teks(satu)}</p>' for satu in gambar.catatan[:1])
        batang = f'<div class="rapat-kanan">{_batang(gambar)}{catatan}{pesan}</div>'
        return Aman(
            f'<div class="rapat-badan rapat-samping"><div class="rapat-kiri">{angka}{tabel}</div>{batang}</div>'
        )
    peluru = _peluru(gambar) if gambar is not None else ""
    atas = f'<div class="rapat-atas">{angka}{peluru}</div>' if angka or peluru else ""
    return Aman(f'<div class="rapat-badan">{atas}{tabel}{pesan}</div>')


def _angka(layar: Layar) -> str:
    status = f'<p class="rapat-status">{html.status(layar.status)}</p>' if layar.status else ""
    return (
        f'<div class="rapat-angka"><p class="besar">{teks(layar.angka)}</p>'
        f'<p class="arti">{teks(layar.keterangan)}</p>{status}</div>'
    )


def _letak(nilai: float | None, maks: float) -> float:
    return max(0.0, min(100.0, (nilai or 0) / maks * 100)) if maks else 0.0


def _maks(gambar: Batang) -> float:
    terbesar = max((x for b in gambar.baris for x in (b.nilai, b.target) if x is not None), default=0)
    return max(100.0, terbesar) if gambar.satuan == "persen" else terbesar


def _peluru(gambar: Batang) -> str:
    """Return one bar, wide, with its target tick and the words under the tick."""
    (bar,) = gambar.baris
    maks = _maks(gambar)
    sasaran = ""
    if bar.target is not None:
        letak = _letak(bar.target, maks)
        label = min(max(letak, TEPI_LABEL[0]), TEPI_LABEL[1])
        sasaran = (
            f'<span class="sasaran" style="left:{letak:.2f}%"></span><span class="sebut" style="left:{label:.2f}%">'
            f"{teks(f'{bar.keterangan} {persen(bar.target)}')}</span>"
        )
    isi = f'<span class="isi" style="width:{_letak(bar.nilai, maks):.2f}%"></span>'
    return f'<div class="rapat-peluru" role="img" aria-label="{teks(gambar.alt())}">{isi}{sasaran}</div>'


def _batang(gambar: Batang) -> str:
    """Return the bars as a table: label with its note, bar, figure."""
    maks = _maks(gambar)
    baris = "".join(_satu_batang(gambar, bar, maks) for bar in gambar.baris)
    return f'<table class="rapat-batang"><caption>{teks(gambar.subjudul)}</caption><tbody>{baris}</tbody></table>'


def _satu_batang(gambar: Batang, bar: Bar, maks: float) -> str:
    nilai = persen(bar.nilai, bar.target) if gambar.satuan == "persen" else tulis_pendek(gambar.satuan)(bar.nilai)
    tanda = "" if bar.target is None else f'<span class="sasaran" style="left:{_letak(bar.target, maks):.2f}%"></span>'
    isi = "" if bar.nilai is None else f'<span class="isi" style="width:{_letak(bar.nilai, maks):.2f}%"></span>'
    kecil = f'<span class="kecil">{teks(bar.keterangan)}</span>' if bar.keterangan else ""
    return (
        f'<tr class="{"sorot" if bar.sorot else "biasa"}"><th scope="row">{teks(bar.label)}{kecil}</th>'
        f'<td class="alur"><span class="lebar" aria-hidden="true">{isi}{tanda}</span></td>'
        f'<td class="angka">{teks(nilai)}</td></tr>'
    )


def _tabel(tabel: Tabel) -> str:
    kepala = ""
    if tabel.is_berkepala:
        sel = "".join(f'<th scope="col"{_kelas(k.angka)}>{teks(k.judul)}</th>' for k in tabel.kolom)
        kepala = f"<thead><tr>{sel}</tr></thead>"
    baris = "".join(
        "<tr>"
        + "".join(
            (f'<th scope="row">{teks(isi)}</th>' if i == 0 else f"<td{_kelas(k.angka)}>{teks(isi)}</td>")
            for i, (k, isi) in enumerate(zip(tabel.kolom, satu, strict=True))
        )
        + "</tr>"
        for satu in tabel.baris
    )
    return f'<table class="rapat-tabel"><caption>{teks(tabel.judul)}</caption>{kepala}<tbody>{baris}</tbody></table>'


def _kelas(is_angka: bool) -> str:
    return ' class="angka"' if is_angka else ""


def sumber(kalimat: str) -> Aman:
    """Return the source line at the foot of a screen."""
    return Aman(f'<p class="rapat-sumber">{teks(kalimat)}</p>')

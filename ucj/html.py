"""HTML for the pages: every text that comes from data is escaped here, so that a name with HTML or Markdown shows
literally. Tables are real tables with caption and scope (visual.md 11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from ucj.format import TIDAK_TERSEDIA
from ucj.istilah import STATUS


class Aman(str):
    """HTML that one of the functions of this module made: not escaped again."""


@dataclass(frozen=True)
class Kolom:
    """One column of a table: heading, second heading line (unit), and whether its cells are figures."""

    judul: str
    satuan: str = ""
    angka: bool = False


def teks(isi: object) -> Aman:
    """Return the text escaped; ``None`` is ``TIDAK_TERSEDIA``; ``Aman`` passes."""
    if isinstance(isi, Aman):
        return isi
    return Aman(TIDAK_TERSEDIA if isi is None else escape(str(isi), quote=True))


def status(kode: str | None) -> Aman:
    """Return mark + word of a status code; empty for None (no target)."""
    if kode is None:
        return Aman("")
    tanda, kata, kelas = STATUS[kode]
    return Aman(f'<span class="ucj-tanda ucj-{kelas}" aria-hidden="true">{tanda}</span> <b>{kata}</b>')


def tanda(kode: str | None, isi: object) -> Aman:
    """Return a figure behind the mark of its status; the word stands in the text for those who do not see the mark."""
    if kode is None:
        return teks(isi)
    bentuk, kata, kelas = STATUS[kode]
    return Aman(f'<span class="ucj-tanda ucj-{kelas}" role="img" aria-label="{kata}">{bentuk}</span> {teks(isi)}')


def bertanda(bentuk: str, isi: object, kelas: str) -> Aman:
    """Return a text behind a mark; the text itself says what the mark means."""
    return Aman(f'<span class="ucj-tanda ucj-{teks(kelas)}" aria-hidden="true">{teks(bentuk)}</span> {teks(isi)}')


def lencana(kata: str) -> Aman:
    """Return a small outlined badge."""
    return Aman(f'<span class="ucj-lencana">{teks(kata)}</span>')


def dua_baris(utama: object, kecil: object) -> Aman:
    """Return a main text with a smaller second line."""
    return Aman(f'{teks(utama)}<br><span class="ucj-kecil">{teks(kecil)}</span>')


def tebal(isi: object) -> Aman:
    """Return a text in bold: the figure by which a table is ordered."""
    return Aman(f"<b>{teks(isi)}</b>")


def tautan(isi: object, alamat: str) -> Aman:
    """Return a link inside the app that stays in the tab."""
    return Aman(f'<a href="{escape(alamat, quote=True)}" target="_self">{teks(isi)}</a>')


def peluru(nilai: float | None, target: float | None = None, lalu: float | None = None, maks: float = 100) -> Aman:
    """Return a bullet bar: value as a bar, target as a tick, an earlier value as a grey dot; axis 0 to ``maks``.

    A value above ``maks`` fills the bar to its end; the number beside it is not cut.
    """

    def letak(x: float) -> str:
        return f"{max(0.0, min(100.0, x / maks * 100)):.1f}%" if maks else "0%"

    bagian = ""
    if nilai is not None:
        bagian += f'<span class="isi" style="width:{letak(nilai)}"></span>'
    if lalu is not None:
        bagian += f'<span class="lalu" style="left:{letak(lalu)}"></span>'
    if target is not None:
        bagian += f'<span class="sasaran" style="left:{letak(target)}"></span>'
    return Aman(f'<span class="ucj-peluru" aria-hidden="true">{bagian}</span>')


def tabel(judul: str, kolom: Sequence[Kolom], baris: Iterable[Sequence[object]], jumlah: Sequence[object] = ()) -> Aman:
    """Return a table; the first column holds the row headings, ``jumlah`` is the total row at its foot."""
    kepala = "".join(
        f'<th scope="col"{_kelas(k)}>{teks(k.judul)}'
        + (f'<br><span class="ucj-kecil">{teks(k.satuan)}</span>' if k.satuan else "")
        + "</th>"
        for k in kolom
    )
    badan = "".join(_baris(kolom, isi) for isi in baris)
    kaki = f"<tfoot>{_baris(kolom, jumlah)}</tfoot>" if jumlah else ""
    return Aman(
        f'<div class="ucj-gulir" tabindex="0"><table class="ucj-tabel"><caption>{teks(judul)}</caption>'
        f"<thead><tr>{kepala}</tr></thead><tbody>{badan}</tbody>{kaki}</table></div>"
    )


def _kelas(kolom: Kolom) -> str:
    return ' class="angka"' if kolom.angka else ""


def _baris(kolom: Sequence[Kolom], isi: Sequence[object]) -> str:
    if len(isi) != len(kolom):
        raise ValueError(f"a row has {len(isi)} cells, the table {len(kolom)} columns")
    sel = [f'<th scope="row"{_kelas(kolom[0])}>{teks(isi[0])}</th>']
    sel += [f"<td{_kelas(k)}>{teks(nilai)}</td>" for k, nilai in zip(kolom[1:], isi[1:], strict=True)]
    return f"<tr>{''.join(sel)}</tr>"


@dataclass(frozen=True)
class Kpi:
    """One headline figure: label, printed value, a line under it; with a bullet bar when ``nilai`` is given."""

    judul: str
    angka: str
    keterangan: str = ""
    status: str | None = None
    nilai: float | None = None
    target: float | None = None
    lalu: float | None = None
    maks: float = 100


def kpi(daftar: Sequence[Kpi]) -> Aman:
    """Return the row of headline figures."""
    kartu = []
    for k in daftar:
        batang = peluru(k.nilai, k.target, k.lalu, k.maks) if k.nilai is not None else ""
        sambung = " · " if k.status and k.keterangan else ""
        kartu.append(
            f'<section class="ucj-kpi"><h2>{teks(k.judul)}</h2><p class="besar">{teks(k.angka)}</p>{batang}'
            f"<p>{status(k.status)}{sambung}{teks(k.keterangan)}</p></section>"
        )
    return Aman(f'<div class="ucj-kpis">{"".join(kartu)}</div>')

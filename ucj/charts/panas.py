"""Draws the heat table as HTML: value with mark, second line, an edge in the class of the gap, the words of the marks
under it. The negative side is hatched; every cell says in words what its colour means."""

from ucj import format, html
from ucj.charts.deskripsi import TIDAK_BERLAKU, BarisPanas, Panas, Sel
from ucj.charts.deskripsi.panas import kata_sel
from ucj.html import Aman
from ucj.istilah import STATUS


def draw_panas(d: Panas) -> Aman:
    """Return the table with its legend; every text of the description is escaped."""
    ada_jumlah = any(b.jumlah is not None for b in d.baris)
    kepala = [(d.kolom_jumlah or "Jumlah", d.satuan)] if ada_jumlah else []
    kepala += [(k.judul, k.sub or k.satuan) for k in d.kolom_panas]
    judul = "".join(
        f'<th scope="col" class="angka">{html.teks(a)}<br><span class="ucj-kecil">{html.teks(b)}</span></th>'
        for a, b in kepala
    )
    badan = "".join(_baris(d, b, ada_jumlah) for b in d.baris)
    return Aman(
        f'<div class="ucj-gulir" tabindex="0"><table class="ucj-tabel ucj-panas">'
        f"<caption>{html.teks(d.judul)}</caption>"
        f'<thead><tr><th scope="col">{html.teks(d.kolom_label)}</th>{judul}</tr></thead><tbody>{badan}</tbody></table>'
        f"</div>{_legenda(d)}"
    )


def _baris(d: Panas, b: BarisPanas, ada_jumlah: bool) -> str:
    nama = html.tautan(b.nama, b.tautan) if b.tautan else html.teks(b.nama)
    jumlah = ""
    if ada_jumlah:
        judul = html.teks(d.kolom_jumlah or "Jumlah")
        jumlah = f'<td class="angka jumlah" data-judul="{judul}">{format.bilangan(b.jumlah)}</td>'
    sel = "".join(_sel(d, k.judul, s) for k, s in zip(d.kolom_panas, b.sel, strict=True))
    return f'<tr><th scope="row">{nama}</th>{jumlah}{sel}</tr>'


def _sel(d: Panas, judul: str, s: Sel | None) -> str:
    kepala = html.teks(judul)
    if s is None:
        return f'<td class="angka" data-judul="{kepala}"><span class="ucj-kecil">{TIDAK_BERLAKU}</span></td>'
    kelas = d.kelas(s.selisih)
    tepi = "" if kelas is None else f" tepi tepi-{kelas}"
    kata = f' title="{html.teks(kata_sel(s))}"' if s.status else ""
    kecil = f'<br><span class="ucj-kecil">{html.teks(s.sub)}</span>' if s.sub else ""
    isi = f"<b>{html.tanda(s.status, s.teks)}</b>" if s.nilai is not None else html.tanda(s.status, s.teks)
    return f'<td class="angka{tepi}" data-judul="{kepala}"{kata}>{isi}{kecil}</td>'


def _legenda(d: Panas) -> str:
    """Return the marks that occur with their words, and what the edge says where one occurs."""
    ada = {s.status for b in d.baris for s in b.sel if s is not None and s.status}
    butir = [
        f'<span><span class="ucj-tanda ucj-{kelas}" aria-hidden="true">{bentuk}</span> {kata}</span>'
        for kode, (bentuk, kata, kelas) in STATUS.items()
        if kode in ada
    ]
    if {d.kelas(s.selisih) for b in d.baris for s in b.sel if s is not None} - {None}:
        a, b, c, e = (format.desimal(x, 0) for x in d.batas)
        kata_tepi = (f"di bawah {a}", f"{a} sampai {b}", f"{b} sampai {c}", f"{c} sampai {e}", f"di atas {e}")
        butir += ["<span>Tepi = selisih ke target, pp:</span>"] + [
            f'<span><i class="tepi tepi-{i}"></i>{kata}</span>' for i, kata in enumerate(kata_tepi)
        ]
        butir.append("<span>pp = persen poin</span>")
    return f'<div class="ucj ucj-legenda ucj-kecil">{"".join(butir)}</div>' if butir else ""

"""The registers that pages show beside figures: objections to them, and the regency's own rules."""

from typing import Any

from ucj import html
from ucj.klarifikasi import KOLOM, Klarifikasi, read_klarifikasi, terbuka
from ucj.klarifikasi import baris as baris_klarifikasi
from ucj.klarifikasi import judul as judul_klarifikasi
from ucj.klarifikasi import tanda as tanda_klarifikasi
from ucj.regulasi import KOLOM as KOLOM_REGULASI
from ucj.regulasi import baris as baris_regulasi
from ucj.regulasi import judul as judul_regulasi
from ucj.tindak_lanjut import name_pemilik
from ucj.web.baca import baris, bulan, daftar, terbitan
from ucj.web.isi import baris_sumber, catatan, subjudul, sumber, tabel


def _is_dikirim(nama: str) -> bool:
    """Whether the build holds a delivery of a source; a build from before the source existed has no table of it."""
    return terbitan() is not None and any(k["sumber"] == nama for k in baris("pengiriman"))


def klarifikasi() -> list[Klarifikasi]:
    """Return all objections of the published build, newest first."""
    return read_klarifikasi(baris("klarifikasi")) if _is_dikirim("klarifikasi") else []


def tanda_keberatan(kode: str, opd: str | None = None) -> html.Aman:
    """Return the mark for beside a figure of the month shown that is disputed, with the date; empty when it is not.

    ``opd`` None: whoever disputes it.
    """
    return tanda_klarifikasi(terbuka(klarifikasi(), opd=opd, kode=kode, bulan=bulan()))


def keberatan(opd: str | None = None) -> None:
    """Show the objections to figures, those of one office where one is named; nothing when there are none."""
    semua = [k for k in klarifikasi() if opd in (None, k.kode_opd)]
    if not semua:
        return
    isi = daftar()
    nama = {k.kode_opd: name_pemilik(k.kode_opd, isi.opd, isi.desa) for k in semua}
    subjudul(judul_klarifikasi(semua), "Angka yang disanggah diberi tanda sampai dijawab; angkanya tidak diubah")
    tabel("Keberatan atas angka", KOLOM, baris_klarifikasi(semua, nama))
    baris_sumber(sumber("klarifikasi", dasar=("LMJ VII", "BRU 30(2)")))


def regulasi() -> None:
    """Show the regency's own rules on the page Kamus indikator (INP 25a)."""
    semua: list[dict[str, Any]] = baris("regulasi") if _is_dikirim("regulasi") else []
    subjudul(judul_regulasi(semua), "Nomor, tanggal, perihal, dan status")
    if semua:
        tabel("Regulasi daerah", KOLOM_REGULASI, baris_regulasi(semua))
        baris_sumber(sumber("regulasi", dasar=("INP 25a",)))
    else:
        catatan("Bagian Hukum mengirimnya sebagai sumber regulasi: python -m etl template regulasi --out regulasi.xlsx")

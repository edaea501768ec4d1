"""The rules of the active regency: law as data, dated and with citation (product.md 4.2)."""

from ucj.peraturan.berkas import Aturan, Cacat
from ucj.peraturan.muat import init, list_profil, load_profil
from ucj.peraturan.opd import Opd, Tugas
from ucj.peraturan.profil import Badge, Butir, Profil
from ucj.peraturan.rujukan import load_kategori_penerima, load_sektor, load_subkategori

__all__ = [
    "Aturan", "Badge", "Butir", "Cacat", "Opd", "Profil", "Tugas", "init", "list_profil", "load_kategori_penerima",
    "load_profil", "load_sektor", "load_subkategori",
]  # fmt: skip

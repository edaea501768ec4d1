"""The code lists of ``data/ref`` with their Indonesian names, each code once, in official order."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ucj.peraturan.berkas import read_toml

REF = Path(__file__).resolve().parents[2] / "data" / "ref"


def load_sektor() -> MappingProxyType[str, str]:
    """Return the 19 sectors: code -> name."""
    return _load_nama("sektor.toml", "sektor")


def load_subkategori() -> MappingProxyType[str, str]:
    """Return the sub-categories of workers: code -> name."""
    return _load_nama("subkategori.toml", "subkategori")


def load_kategori_penerima() -> MappingProxyType[str, str]:
    """Return the categories of subsidy recipients: code -> name."""
    return _load_nama("kategori_penerima.toml", "kategori")


@cache
def _load_nama(berkas: str, daftar: str) -> MappingProxyType[str, str]:
    baris: list[dict[str, Any]] = read_toml(REF / berkas)[daftar]
    return MappingProxyType({satu["kode"]: satu["nama"] for satu in baris})

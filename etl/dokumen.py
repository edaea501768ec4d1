"""docs/sumber.md from the contracts: ``python -m etl.dokumen``."""

from __future__ import annotations

from pathlib import Path

from etl.baca.terbaca import ALASAN
from etl.kolom import Kolom, Kontrak
from etl.kontrak import SUMBER
from etl.templat import describe_bentuk, describe_wajib, list_kode

PATH = Path(__file__).resolve().parent.parent / "docs" / "sumber.md"

_PEMBUKA = """# Sumber data: apa yang dikirim, kolom demi kolom

Halaman ini dibuat dari kontrak di `etl/sumber/` dengan `python -m etl.dokumen`; ubah kontraknya, bukan halaman ini.

Satu *sumber* adalah satu jenis berkas. Berkas boleh XLSX atau CSV; pemisah dan pengodean CSV ditemukan sendiri.
Judul kolom dicari dalam 20 baris pertama dan dicocokkan tanpa membedakan huruf besar, spasi, dan tanda baca;
sebutan lain di bawah ini dikenali juga. Kolom yang sama untuk semua baris boleh tidak ada di berkas dan diberikan
dengan `--isi kolom=nilai` (`--bulan 2026-06` sama dengan `--isi bulan=2026-06`).
Templat XLSX: `python -m etl template SUMBER --out BERKAS.xlsx`.

Baris yang tidak terbaca tidak hilang: ia disisihkan bersama semua alasannya dan dapat diperbaiki lewat
`python -m etl rejects --out BERKAS.xlsx`.
"""


def render() -> str:
    """The whole page as Markdown."""
    bagian = [_PEMBUKA, _render_ikhtisar()]
    bagian += [_render_kontrak(kontrak) for kontrak in SUMBER.values()]
    bagian.append(_render_alasan())
    return "\n".join(bagian)


def _render_ikhtisar() -> str:
    baris = [
        "## Ikhtisar\n",
        "| Sumber | Isi | Pengirim | Yang diganti kiriman berikutnya | Kunci baris |",
        "|---|---|---|---|---|",
    ]
    for kontrak in SUMBER.values():
        cakupan = "hanya baris berkunci sama" if kontrak.jenis == "REGISTER" else " × ".join(kontrak.cakupan)
        baris.append(
            f"| [`{kontrak.nama}`](#{kontrak.nama}) | {kontrak.judul} | {kontrak.pengirim} | {cakupan} "
            f"| {' × '.join(f'`{nama}`' for nama in kontrak.kunci)} |"
        )
    return "\n".join(baris) + "\n"


def _render_kontrak(kontrak: Kontrak) -> str:
    baris = [
        f"## {kontrak.nama}\n",
        f"**{kontrak.judul}.** {kontrak.penjelasan}\n",
        f"Pengirim: {kontrak.pengirim}. Dasar: {kontrak.dasar}. Versi kontrak {kontrak.versi}.\n",
        "| Kolom | Harus diisi | Cara menulis | Penjelasan | Contoh | Dasar |",
        "|---|---|---|---|---|---|",
    ]
    for kolom in kontrak.kolom:
        nilai = (
            f"`{kolom.nama}`",
            describe_wajib(kontrak, kolom),
            _cara(kolom),
            kolom.bantuan,
            f"`{kolom.contoh}`" if kolom.contoh else "",
            kolom.dasar,
        )
        baris.append("| " + " | ".join(satu.replace("|", "\\|") for satu in nilai) + " |")
    baris.append("\nSebutan lain yang dikenali:\n")
    baris += [f"- `{kolom.nama}`: {', '.join(kolom.alias)}" for kolom in kontrak.kolom if kolom.alias]
    return "\n".join(baris) + "\n"


def _cara(kolom: Kolom) -> str:
    bentuk = describe_bentuk(kolom)
    kode = list_kode(kolom)
    if kode and kolom.jenis != "ya_tidak":
        bentuk += ": " + ", ".join(f"`{satu}`" for satu in kode)
    if kolom.longgar:
        bentuk += "; yang tidak terbaca dihitung tidak diketahui"
    return bentuk


def _render_alasan() -> str:
    baris = ["## Alasan baris disisihkan\n", "| Kode | Artinya |", "|---|---|"]
    baris += [f"| `{kode}` | {arti} |" for kode, arti in ALASAN.items()]
    return "\n".join(baris) + "\n"


if __name__ == "__main__":
    PATH.write_text(render(), encoding="utf-8")
    print(f"Ditulis: {PATH.name}")

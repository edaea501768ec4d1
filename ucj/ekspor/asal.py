"""Where exported figures come from: regency, build, frozen meeting, simulation; and what a file says of itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ucj import format
from ucj.charts.deskripsi import Deskripsi
from ucj.indikator import KATALOG
from ucj.istilah import BASIS, CONTOH


@dataclass(frozen=True)
class Asal:
    """What is the same for all files of a page: ``data_per`` is the day of the figures, ``beku`` a frozen meeting."""

    kabupaten: str
    build: str
    simulasi: bool
    data_per: date | None = None
    beku: str = ""
    edisi: str = "internal"

    @property
    def cap(self) -> str:
        """The last line of a picture."""
        beku = f" · dibekukan: {self.beku}" if self.beku else ""
        return f"{self.kabupaten} · terbitan {self.build}{beku}"


def metadata(
    asal: Asal,
    judul: str,
    subjudul: str = "",
    *,
    satuan: str = "",
    basis: str = "",
    seri: str = "",
    sumber: str = "",
    kode: tuple[str, ...] = (),
    catatan: tuple[str, ...] = (),
    alt: str = "",
) -> dict[str, Any]:
    """Return what a file says of itself, in the order in which it is written; empty values say that there is none."""
    dasar = list(dict.fromkeys(x for k in kode if k in KATALOG for x in KATALOG[k].dasar))
    if not dasar and (temu := re.search(r"Dasar: ([^.]+)", sumber)):
        dasar = [temu[1].strip()]
    return {
        "judul": judul,
        "subjudul": subjudul,
        "satuan": satuan,
        "basis": BASIS.get(basis, basis),
        "indikator": [f"{k} {KATALOG[k].nama} (definisi versi {KATALOG[k].versi})" for k in kode if k in KATALOG],
        "seri_target": seri,
        "sumber": sumber,
        "dasar_hukum": dasar,
        "catatan": list(catatan),
        "data_per": format.tanggal_panjang(asal.data_per) if asal.data_per else "",
        "kabupaten": asal.kabupaten,
        "terbitan": asal.build,
        "dibekukan_untuk": asal.beku,
        "edisi": asal.edisi,
        "simulasi": CONTOH if asal.simulasi else "",
        "tanda": {
            format.TIDAK_TERSEDIA: "tidak tersedia",
            "0": "nol",
            "<5": "dirahasiakan",
            "tidak berlaku": "tidak berlaku",
        },
        "teks_alternatif": alt,
        "dibuat_dengan": "Pantau UCJ",
    }


def of_deskripsi(d: Deskripsi, asal: Asal) -> dict[str, Any]:
    """Return what the files of a chart say of themselves."""
    return metadata(
        asal,
        d.judul,
        d.subjudul,
        satuan=d.satuan,
        basis=d.basis,
        seri=d.seri,
        sumber=d.sumber,
        kode=d.kode,
        catatan=d.catatan,
        alt=d.alt(),
    )


NAMA = {
    "judul": "Judul",
    "subjudul": "Subjudul",
    "satuan": "Satuan",
    "basis": "Basis",
    "indikator": "Indikator",
    "seri_target": "Seri target",
    "sumber": "Sumber",
    "dasar_hukum": "Dasar hukum",
    "catatan": "Catatan",
    "data_per": "Data per",
    "kabupaten": "Kabupaten/kota",
    "terbitan": "Terbitan",
    "dibekukan_untuk": "Dibekukan untuk",
    "edisi": "Edisi",
    "simulasi": "Simulasi",
    "tanda": "Tanda",
    "teks_alternatif": "Teks alternatif",
    "dibuat_dengan": "Dibuat dengan",
}


def list_metadata(isi: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return name and value line by line, for a sheet or a text; what is empty is left out."""
    baris: list[tuple[str, str]] = []
    for kunci, nilai in isi.items():
        if isinstance(nilai, list):
            baris += [(NAMA[kunci], str(x)) for x in nilai]
        elif isinstance(nilai, dict):
            baris += [(NAMA[kunci], f"{tanda} = {arti}") for tanda, arti in nilai.items()]
        elif nilai:
            baris.append((NAMA[kunci], str(nilai)))
    return baris

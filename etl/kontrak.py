"""The delivery contracts by name of source, and what they are made of (``Kontrak``, ``Kolom``)."""

from __future__ import annotations

from etl.kolom import Kolom, Kontrak
from etl.sumber import (
    anggaran,
    pekerja_binaan,
    pemberi_kerja,
    penduduk_bekerja,
    penerima_bantuan,
    peserta,
    realisasi,
    rekap_bpjs,
    target,
    wilayah,
)

SUMBER: dict[str, Kontrak] = {
    modul.KONTRAK.nama: modul.KONTRAK
    for modul in (
        wilayah,
        penduduk_bekerja,
        target,
        peserta,
        rekap_bpjs,
        pemberi_kerja,
        pekerja_binaan,
        anggaran,
        realisasi,
        penerima_bantuan,
    )
}

__all__ = ["SUMBER", "Kolom", "Kontrak"]

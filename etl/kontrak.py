"""The delivery contracts by name of source, and what they are made of (``Kontrak``, ``Kolom``)."""

from __future__ import annotations

from etl.kolom import Kolom, Kontrak
from etl.sumber import (
    anggaran,
    klarifikasi,
    laporan_masuk,
    pekerja_binaan,
    pemberi_kerja,
    penduduk_bekerja,
    penerima_bantuan,
    peserta,
    realisasi,
    regulasi,
    rekap_bpjs,
    target,
    tindak_lanjut,
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
        laporan_masuk,
        tindak_lanjut,
        klarifikasi,
        regulasi,
    )
}

__all__ = ["SUMBER", "Kolom", "Kontrak"]

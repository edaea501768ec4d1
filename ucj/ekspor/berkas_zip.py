"""Everything of one chart in a ZIP: pictures, data, metadata and a short README; equal figures give equal bytes."""

import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from ucj.ekspor.asal import list_metadata
from ucj.istilah import CONTOH

WAKTU = (1980, 1, 1, 0, 0, 0)  # the earliest that a ZIP can say: none, so that bytes do not depend on the clock
BACA_SAYA = "BACA-SAYA.txt"

_ISI = {
    "png": "gambar 300 dpi untuk dokumen dan paparan",
    "svg": "gambar garis, dapat diperbesar tanpa pecah",
    "xlsx": "angka dengan lembar Metadata, untuk Excel",
    "csv": "angka yang sama; pemisah titik koma, desimal koma, UTF-8",
}


def make_zip(stem: str, berkas: Mapping[str, bytes], meta: Mapping[str, Any]) -> bytes:
    """Return the archive of ``berkas`` (kind -> bytes) with ``metadata.json`` and a README in Indonesian."""
    isi = BytesIO()
    with zipfile.ZipFile(isi, "w", zipfile.ZIP_DEFLATED) as arsip:
        for nama, satu in (
            (BACA_SAYA, _baca_saya(stem, berkas, meta).encode("utf-8-sig")),
            *((f"{stem}.{jenis}", satu) for jenis, satu in berkas.items()),
            ("metadata.json", json.dumps(meta, ensure_ascii=False, indent=2).encode() + b"\n"),
        ):
            catatan = zipfile.ZipInfo(nama, WAKTU)
            catatan.compress_type = zipfile.ZIP_DEFLATED
            catatan.external_attr = 0o644 << 16
            arsip.writestr(catatan, satu)
    return isi.getvalue()


def _baca_saya(stem: str, berkas: Mapping[str, bytes], meta: Mapping[str, Any]) -> str:
    baris = [str(meta["judul"]), str(meta["subjudul"]), ""]
    if meta["simulasi"]:
        baris += [CONTOH, ""]
    baris += ["Isi:"]
    baris += [f"- {stem}.{jenis}: {_ISI[jenis]}" for jenis in berkas]
    baris += ["- metadata.json: keterangan di bawah ini untuk dibaca mesin", ""]
    baris += [f"{nama}: {nilai}" for nama, nilai in list_metadata(meta) if nama not in ("Judul", "Subjudul")]
    return "\r\n".join(baris) + "\r\n"

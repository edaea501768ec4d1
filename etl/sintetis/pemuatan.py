"""Makes, loads and publishes the simulated deliveries of one regency."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from etl import build, kemajuan, kiriman, muat
from etl.sintetis.daerah import Daerah, make_contoh, read_daerah
from etl.sintetis.kotor import mess, omit
from etl.sintetis.rencana import Dunia, RencanaKiriman, plan
from etl.sintetis.skenario import SKALA, Skala, Skenario, make_bulan, read_aturan
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, init, load_profil

UMUM = "umum"
RAPI = "rapi"
PENANDA = "data_contoh.json"  # in the data folder: with which choices its simulated deliveries were made


def demo(
    data: Path,
    *,
    profil: str = UMUM,
    wilayah: Path | None = None,
    batas: Path | None = None,
    skala: str = "kecil",
    jumlah_bulan: int = 24,
    benih: int = 1,
    kotor: bool = False,
    tanpa_celaka: bool = False,
) -> None:
    """Fill a data folder with the simulated deliveries of one regency and publish them.

    The regency is Kabupaten Contoh (99.01) unless a village list is given. Run again with the same choices it changes
    nothing. ``kotor``: the same rows in files as people make them, a few of them spoiled beyond saving;
    ``tanpa_celaka``: in plain files, without just those rows, which gives the figures that ``kotor`` must give.
    Raises ``Penolakan`` for a folder with deliveries that are not its own, or made with other choices.
    """
    if skala not in SKALA:
        raise Penolakan(f"Skala {skala!r} tidak dikenal. Pilih salah satu: {', '.join(SKALA)}.")
    if batas is not None and wilayah is None:
        raise Penolakan(
            "--batas hanya bersama --wilayah. Tanpa keduanya dipakai Kabupaten Contoh dengan batasnya sendiri."
        )
    bulan = make_bulan(jumlah_bulan)
    pilihan = {
        "profil": profil, "wilayah": _hash(wilayah), "batas": _hash(batas), "skala": skala,
        "jumlah_bulan": jumlah_bulan, "benih": benih,
    }  # fmt: skip
    ragam = "kotor" if kotor else "tanpa_celaka" if tanpa_celaka else RAPI
    if ragam != RAPI:  # folders made before there was a choice do not name it
        pilihan["ragam"] = ragam
    sudah = _refuse_foreign(data, pilihan)
    daerah = _choose_daerah(profil, wilayah, SKALA[skala], benih)
    init(data, profil, daerah.kode, daerah.nama)
    skenario = Skenario(daerah, read_aturan(load_profil(data)), SKALA[skala], bulan, benih)
    with tempfile.TemporaryDirectory() as folder:
        rencana = make_rencana(skenario, batas, Path(folder), ragam, load_profil(data))
        baru = _deliver(data, rencana, Path(folder), pilihan, sudah)
    if baru or not (data / "terbit" / "TERKINI").exists():
        build.build(data)


def make_rencana(
    skenario: Skenario, batas: Path | None, folder: Path, ragam: str = RAPI, profil: Profil | None = None
) -> list[RencanaKiriman]:
    """Return the deliveries of a scenario in order; boundaries made here are written into ``folder``.

    ``ragam``: RAPI, ``kotor`` or ``tanpa_celaka``; the last two need the profile, whose offices they spell.
    """
    if skenario.daerah.batas is not None:
        batas = folder / "batas-desa.geojson"
        batas.write_text(skenario.daerah.batas, encoding="utf-8")
    rencana = plan(Dunia(skenario), batas)
    if ragam == RAPI or profil is None:
        return rencana
    return (mess if ragam == "kotor" else omit)(rencana, skenario, profil)


def _deliver(data: Path, rencana: list[RencanaKiriman], folder: Path, pilihan: dict[str, Any], sudah: set[str]) -> int:
    """Write and load every delivery that the folder does not hold yet; return how many were new."""
    milik = set(_read_penanda(data).get("sha256", []))
    baru = 0
    with kemajuan.show(len(rencana)) as lapor:
        for k in rencana:
            paths = [k.tulis(surat, folder) for surat in k.buat()]
            sidik = {_hash(path) for path in paths}
            if not sidik <= sudah:
                # The mark comes first: a run that is cut off must recognise its own delivery the next time.
                milik |= sidik
                _write_penanda(data, pilihan, milik)
                lapor(f"{k.sumber}: {', '.join(path.name for path in paths)}")
                muat.load(data, k.sumber, paths, diterima=k.diterima, pengirim=k.pengirim, batas=k.batas)
                baru += 1
            for path in paths:
                path.unlink()
    return baru


def _choose_daerah(profil: str, wilayah: Path | None, skala: Skala, benih: int) -> Daerah:
    rng = np.random.default_rng(benih)
    if wilayah is None:
        return make_contoh(rng, skala.jumlah_kecamatan, skala.jumlah_desa)
    if profil == UMUM:
        return read_daerah(rng, wilayah, None, None)
    # The profile's own code and name are known only to a folder that was set up with it.
    with tempfile.TemporaryDirectory() as folder:
        asli = init(Path(folder), profil, None, None)
        return read_daerah(rng, wilayah, asli.kode, asli.nama)


def _refuse_foreign(data: Path, pilihan: dict[str, Any]) -> set[str]:
    """Return the SHA-256 of the deliveries that are there; raise ``Penolakan`` unless all are this demo's own."""
    ada = kiriman.daftar(data)
    sidik = {s for k in ada for s in k.sha256}
    penanda = _read_penanda(data)
    if sidik - set(penanda.get("sha256", [])):
        raise Penolakan(
            f"Folder data {data} berisi kiriman yang bukan data contoh, jadi data contoh tidak dicampurkan ke situ. "
            "Pakai folder lain: python -m etl demo --data FOLDER_BARU."
        )
    if sidik and penanda["pilihan"] != pilihan:
        lama = {"ragam": RAPI} | penanda["pilihan"]
        beda = [f"{nama} {isi}" for nama, isi in lama.items() if isi != ({"ragam": RAPI} | pilihan)[nama]]
        raise Penolakan(
            f"Folder data {data} sudah berisi data contoh dengan pilihan lain ({', '.join(beda)}). Pakai folder lain: "
            "python -m etl demo --data FOLDER_BARU."
        )
    return sidik


def _read_penanda(data: Path) -> dict[str, Any]:
    path = data / PENANDA
    isi: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return isi


def _write_penanda(data: Path, pilihan: dict[str, Any], sidik: set[str]) -> None:
    sementara = data / f"{PENANDA}.tmp"
    sementara.write_text(json.dumps({"pilihan": pilihan, "sha256": sorted(sidik)}, indent=1), encoding="utf-8")
    sementara.replace(data / PENANDA)


def _hash(path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise Penolakan(f"Berkas {path} tidak dapat dibaca. Periksa nama dan foldernya.") from error

"""Freezes the published build under a name, so that figures do not change between pre-read and meeting.

A frozen build is a folder of its own below ``beku/``: copies of the build and its boundaries, the profile in force with
the shipped files it inherits from, and ``beku.json`` with the SHA-256 of each. It is made beside its place and renamed
into it, so it is there whole or not at all; nothing else in this program writes below ``beku/``.
"""

import hashlib
import json
import os
import re
import shutil
import unicodedata
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from etl import cache, cetak, kiriman
from ucj.penolakan import Penolakan
from ucj.penunjuk import (
    BEKU,
    CATATAN_BEKU,
    Beku,
    folder_beku,
    hash_berkas,
    path_batas,
    path_terbitan,
    read_beku,
    read_penunjuk,
)
from ucj.peraturan import load_profil
from ucj.peraturan.rujukan import REF

_KERJA = ".kerja-"  # no id begins with a dot
_MAKS_NAMA = 60


def freeze(data: Path, nama: str, hari: date | None = None) -> tuple[Beku, bool]:
    """Pin the published build and the profile under a name; return it and whether it is new.

    The same name for the same build and profile again changes nothing. Raises ``Penolakan`` for a name that is empty,
    too long or taken by other figures, and when nothing is published.
    """
    nama = _check_nama(nama)
    profil = load_profil(data)
    with cache.explain_disk(data), kiriman.lock(data):
        _clean(data)
        build = read_penunjuk(data)
        if build is None:
            raise Penolakan(
                "Belum ada terbitan yang dapat dibekukan. Muat kiriman, lalu jalankan `python -m etl build`."
            )
        if (sudah := _find(data, nama)) is not None:
            if (sudah.build, sudah.hash_profil) == (build, profil.hash):
                return sudah, False
            beda = "terbitan" if sudah.build != build else "profil"
            raise Penolakan(
                f"Nama {sudah.nama} sudah dipakai untuk {beda} lain, dibekukan {sudah.tanggal:%d-%m-%Y} "
                f"(terbitan {sudah.build}). Pakai nama lain, atau lepas dahulu: "
                f'python -m etl freeze --lepas "{sudah.nama}"'
            )
        if not path_terbitan(data, build).is_file():
            raise Penolakan(
                f"Berkas terbitan {path_terbitan(data, build).name} tidak ada. Jalankan `python -m etl build` dahulu."
            )
        return _write(data, nama, build, profil.hash, hari or date.today()), True


def release(data: Path, nama: str) -> Beku:
    """Delete a frozen build, named by its name or its id; return what it was. Raises ``Penolakan`` for an unknown one.

    A damaged one is released by its id.
    """
    load_profil(data)
    with kiriman.lock(data):
        _clean(data)
        satu = _find(data, " ".join(nama.split()))
        if satu is None:
            ada = ", ".join(f"{b.nama} ({b.id})" for b in daftar(data)[0]) or "belum ada"
            raise Penolakan(f"Tidak ada angka beku bernama {nama!r}. Yang ada: {ada}.")
        folder = folder_beku(data, satu.id)
        buang = folder.with_name(f"{_KERJA}{satu.id}")
        try:
            folder.replace(buang)
        except PermissionError as salah:  # Windows: a page still holds the file
            raise Penolakan(f"Angka beku {satu.nama} sedang dibuka. Hentikan aplikasi, lalu ulangi.") from salah
        kiriman.sync_folder(folder.parent)
        shutil.rmtree(buang, ignore_errors=True)
        return satu


def daftar(data: Path) -> tuple[list[Beku], list[str]]:
    """Return the frozen builds, oldest first, and the ids of those whose record cannot be read."""
    folder = data / BEKU
    baik, rusak = [], []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith("."):
            continue
        try:
            baik.append(read_beku(data, path.name))
        except Penolakan:
            rusak.append(path.name)
    return sorted(baik, key=lambda satu: satu.waktu), rusak


def tell_freeze(satu: Beku, is_baru: bool) -> tuple[dict[str, Any], list[str]]:
    """Return what ``freeze`` answers: as JSON and in sentences."""
    kata = "Angka dibekukan" if is_baru else "Sudah dibekukan, tidak ada yang berubah"
    return _as_dict(satu) | {"is_baru": is_baru}, [
        f"{kata}: {satu.nama}, terbitan {satu.build}.",
        f"Tambahkan ?beku={satu.id} pada alamat halaman mana pun, misalnya rapat?beku={satu.id}",
    ]


def tell_release(satu: Beku) -> tuple[dict[str, Any], list[str]]:
    """Return what ``freeze --lepas`` answers."""
    return {"id": satu.id}, [f"Angka beku {satu.nama} dilepas; tautan ?beku={satu.id} tidak berlaku lagi."]


def tell_daftar(baik: list[Beku], rusak: list[str]) -> tuple[dict[str, Any], list[str]]:
    """Return what ``freeze --daftar`` answers."""
    isi = [(b.nama, f"{b.tanggal:%d-%m-%Y}", b.build, f"?beku={b.id}") for b in baik]
    isi += [(nama, "rusak", "", "") for nama in rusak]
    tabel = cetak.as_table(("Nama", "Dibekukan", "Terbitan", "Alamat"), isi) if isi else ""
    return {"beku": [_as_dict(b) for b in baik], "rusak": rusak}, [tabel or "Belum ada angka yang dibekukan."]


def _as_dict(satu: Beku) -> dict[str, Any]:
    return asdict(satu) | {"tanggal": satu.tanggal.isoformat()}


def _check_nama(nama: str) -> str:
    nama = " ".join(nama.split())
    if not nama:
        raise Penolakan('Nama tidak boleh kosong. Tulis nama rapatnya, misalnya: python -m etl freeze "Rapat 14 Juli"')
    if len(nama) > _MAKS_NAMA:
        raise Penolakan(f"Nama terlalu panjang: {len(nama)} huruf, paling banyak {_MAKS_NAMA}.")
    if not nama.isprintable():
        raise Penolakan("Nama memuat huruf yang tidak tampak. Tulis ulang dengan huruf, angka, dan spasi.")
    return nama


def _find(data: Path, nama: str) -> Beku | None:
    baik, rusak = daftar(data)
    if nama in rusak:
        return Beku(nama, nama, date.today(), "", "", "", {})
    return next((b for b in baik if nama.casefold() in (b.nama.casefold(), b.id)), None)


def _write(data: Path, nama: str, build: str, hash_profil: str, hari: date) -> Beku:
    id_beku = _make_id(nama, build, hash_profil, hari)
    kerja = folder_beku(data, f"{_KERJA}{id_beku}")
    berkas = copy_build(data, build, kerja)
    satu = Beku(
        id=id_beku,
        nama=nama,
        tanggal=hari,
        waktu=datetime.now(UTC).isoformat(timespec="microseconds"),
        build=build,
        hash_profil=hash_profil,
        berkas=berkas,
    )
    catatan = kerja / CATATAN_BEKU
    catatan.write_text(json.dumps(_as_dict(satu), ensure_ascii=False, indent=1), encoding="utf-8")
    _sync(catatan)
    for folder in {(kerja / tujuan).parent for tujuan in berkas}:
        kiriman.sync_folder(folder)
    kerja.replace(folder_beku(data, id_beku))
    kiriman.sync_folder(data / BEKU)
    return satu


def copy_build(data: Path, build: str, kerja: Path) -> dict[str, str]:
    """Copy a build with its boundaries, the profile in force and the files it inherits from; return name -> SHA-256."""
    asal = {path.name: path for path in (path_terbitan(data, build), path_batas(data, build)) if path.is_file()}
    asal |= {"profil.toml": data / "profil.toml"}
    asal |= {f"ref/{path.relative_to(REF).as_posix()}": path for path in sorted(REF.rglob("*.toml"))}
    for tujuan, path in asal.items():
        (kerja / tujuan).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kerja / tujuan)
        _sync(kerja / tujuan)
    return {tujuan: hash_berkas(kerja / tujuan) for tujuan in asal}


def _make_id(nama: str, build: str, hash_profil: str, hari: date) -> str:
    """Return ``rapat-14-juli-3fa2c1``: readable, and never again the id of other figures under the same name."""
    polos = unicodedata.normalize("NFKD", nama).encode("ascii", "ignore").decode().lower()
    kata = re.sub(r"[^a-z0-9]+", "-", polos).strip("-") or "angka"
    tanda = hashlib.sha256(f"{nama}|{build}|{hash_profil}|{hari}".encode()).hexdigest()[:6]
    return f"{kata}-{tanda}"


def _clean(data: Path) -> None:
    """Delete what a killed freeze or release left."""
    for sisa in (data / BEKU).glob(f"{_KERJA}*"):
        shutil.rmtree(sisa, ignore_errors=True)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())

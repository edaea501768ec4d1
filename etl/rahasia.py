"""Keeps people out of the data: the secret key, the keyed pseudonym of a NIK and its masked form.

A plain hash of a NIK protects nobody, since all NIK can be tried; HMAC with a key that stays in the regency does.
"""

import hashlib
import hmac
import json
import os
import secrets
from pathlib import Path

import polars as pl

from ucj.penolakan import Penolakan

PANJANG_MINIMUM = 16  # bytes: a shorter key can be tried
_BLOK = 64  # block size of SHA-256 in bytes
_DEPAN, _BELAKANG = 6, 2  # digits of a NIK that stay readable


def path_kunci(data: Path) -> Path:
    """Return where the key lies: the file named by ``UCJ_KUNCI``, else ``rahasia/kunci`` in the data folder."""
    named = os.environ.get("UCJ_KUNCI", "").strip()
    return Path(named).expanduser() if named else data / "rahasia" / "kunci"


def load_kunci(data: Path) -> bytes:
    """Return the key of the NIK hash; at the first use of a data folder it is made.

    Raises ``Penolakan`` when deliveries exist and the key is missing or not the one they were loaded with: the same
    person would get a second identity, and every count of people would be wrong without a sign.
    """
    path = path_kunci(data)
    sidik = _read_sidik(data)
    if not path.exists():
        if sidik is not None:
            raise Penolakan(
                f"Kunci NIK {path} tidak ada, padahal folder data ini sudah berisi kiriman yang dimuat dengan kunci "
                "itu. Kembalikan berkas kunci dari cadangan, atau arahkan UCJ_KUNCI ke tempatnya yang benar. "
                + _JIKA_HILANG
            )
        _create(path)
    _restrict(path)
    kunci = path.read_bytes().strip()
    if len(kunci) < PANJANG_MINIMUM:
        raise Penolakan(
            f"Kunci NIK {path} terlalu pendek ({len(kunci)} huruf; paling sedikit {PANJANG_MINIMUM}). "
            "Hapus berkas itu bila folder data masih kosong: kunci baru dibuat sendiri."
        )
    if sidik is not None and not hmac.compare_digest(sidik, sidik_kunci(kunci)):
        raise Penolakan(
            f"Kunci NIK {path} bukan kunci yang dipakai ketika kiriman di folder data ini dimuat, sehingga orang yang "
            "sama akan terhitung dua kali. Kembalikan kunci yang lama dari cadangan. " + _JIKA_HILANG
        )
    return kunci


_JIKA_HILANG = (
    "Bila kunci lama benar-benar hilang, buat folder data baru dengan `python -m etl init --data FOLDER_BARU …`, lalu "
    "muat ulang berkas asli yang tersimpan di folder raw."
)


def sidik_kunci(kunci: bytes) -> str:
    """Return the fingerprint of a key (32 hex digits): tells keys apart and reveals nothing of them."""
    return hmac.new(kunci, b"sidik kunci NIK", hashlib.sha256).hexdigest()[:32]


def samarkan(nik: str) -> str:
    """Return a NIK as people may see it: first 6 and last 2 digits, stars between (``990101********01``).

    Works on a broken NIK too: each character between becomes one star, of one shorter than nine nothing stays.
    """
    tertutup = len(nik) - _DEPAN - _BELAKANG
    if tertutup <= 0:
        return "*" * len(nik)
    return nik[:_DEPAN] + "*" * tertutup + nik[-_BELAKANG:]


def pseudonym(niks: pl.Series, kunci: bytes) -> pl.Series:
    """Return ``id_peserta`` per NIK as text 8-4-4-4-12: the first 128 bits of HMAC-SHA256(key, NIK); null stays null.

    HMAC (RFC 2104) is two hashes over the key and the text.
    """
    if len(kunci) > _BLOK:
        kunci = hashlib.sha256(kunci).digest()
    kunci = kunci.ljust(_BLOK, b"\0")
    dalam, luar = bytes(b ^ 0x36 for b in kunci), bytes(b ^ 0x5C for b in kunci)
    heksa = _hash(niks.cast(pl.String), dalam, luar)
    bagian = [heksa.str.slice(mulai, panjang) for mulai, panjang in ((0, 8), (8, 4), (12, 4), (16, 4), (20, 12))]
    return pl.select(pl.concat_str(bagian, separator="-").alias(niks.name)).to_series()


def _hash(niks: pl.Series, dalam: bytes, luar: bytes) -> pl.Series:
    """SHA-256 in hex of ``luar`` + (SHA-256 of ``dalam`` + text); both states are prepared once: twice as fast as
    one ``hmac`` call per text, and five times as fast as DuckDB's ``sha256``."""
    awal, bungkus = hashlib.sha256(dalam).copy, hashlib.sha256(luar).copy
    hasil: list[str | None] = []
    for nik in niks.to_list():
        if nik is None:
            hasil.append(None)
            continue
        isi = awal()
        isi.update(nik.encode())
        kulit = bungkus()
        kulit.update(isi.digest())
        hasil.append(kulit.hexdigest())
    return pl.Series(niks.name, hasil, dtype=pl.String)


def _create(path: Path) -> None:
    """Write a new random key; a second process that does the same at the same time changes nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        sementara = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
        nomor = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(nomor, "wb") as berkas:
                berkas.write(secrets.token_hex(32).encode() + b"\n")
                berkas.flush()
                os.fsync(berkas.fileno())
            try:
                os.link(sementara, path)  # never overwrites, and nobody sees a half-written key
            except FileExistsError:
                return
        finally:
            sementara.unlink(missing_ok=True)
    except OSError as salah:
        raise Penolakan(
            f"Kunci NIK tidak dapat dibuat di {path} ({salah.strerror}). Pastikan foldernya boleh ditulis, atau "
            "arahkan UCJ_KUNCI ke berkas lain."
        ) from salah


def _restrict(path: Path) -> None:
    """Leave the key to its owner alone (0600)."""
    if os.name != "posix" or not path.stat().st_mode & 0o077:
        return
    try:
        path.chmod(0o600)
    except OSError as salah:
        raise Penolakan(
            f"Kunci NIK {path} dapat dibaca pengguna lain komputer ini. Jalankan `chmod 600 {path}` sebagai pemiliknya."
        ) from salah


def _read_sidik(data: Path) -> str | None:
    """Return the fingerprint in the manifest of the newest delivery, None when there is no delivery yet."""
    manifes = max((data / "raw").glob("*/*/pengiriman.json"), key=lambda path: path.parent.name, default=None)
    if manifes is None:
        return None
    return str(json.loads(manifes.read_text(encoding="utf-8"))["sidik_kunci"])

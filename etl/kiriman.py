"""The store of deliveries: what arrived, what of it is in force, and what is still missing.

A delivery exists when its manifest ``raw/<sumber>/<id>/pengiriman.json`` exists: the manifest is written last and in
one step, so a load that was killed leaves nothing that anybody reads.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from ucj.penolakan import Penolakan
from ucj.peraturan import load_profil

MANIFES = "pengiriman.json"
TUNGGU_DETIK = 600.0  # the longest load of a month as XLSX takes about a minute


@dataclass(frozen=True)
class Kiriman:
    """One delivery: the files of one load.

    ``berkas`` are the names as sent, ``tersimpan`` the names under ``raw/<sumber>/<id>/`` in the same order.
    ``berlaku_sejak`` and ``berlaku_pada`` decide which delivery is in force; they differ from ``diterima`` and
    ``dimuat_pada`` only when a replaced file was loaded again. ``revisi`` counts the corrections (perbaikan).
    ``kolom``: heading -> column that --kolom or the sender's map named; ``ingatan``: column -> value from that map.
    ``ditarik_pada``: when ``etl undo`` took it out of force; it is kept, and loading the same files puts it back.
    """

    id: str
    sumber: str
    berkas: tuple[str, ...]
    tersimpan: tuple[str, ...]
    sha256: tuple[str, ...]
    ukuran: tuple[int, ...]
    cakupan: tuple[str, ...]
    jumlah_cakupan: dict[str, int]
    diterima: date
    pengirim: str | None
    dimuat_oleh: str
    dimuat_pada: datetime
    berlaku_sejak: date
    berlaku_pada: datetime
    diubah_pada: datetime
    dibaca: int
    dimuat: int
    disisihkan: int
    alasan: dict[str, int]
    versi_kontrak: int
    sidik_kunci: str
    catatan: tuple[str, ...] = ()
    simulasi: bool = False
    isi: dict[str, str] = field(default_factory=dict)
    batas_sha256: str | None = None
    revisi: int = 0
    kolom: dict[str, str] = field(default_factory=dict)
    ingatan: dict[str, str] = field(default_factory=dict)
    ditarik_pada: datetime | None = None


def daftar(data: Path, sumber: str | None = None) -> list[Kiriman]:
    """Return the deliveries, of one source or of all, in the order of loading.

    Raises ``Penolakan`` when a manifest cannot be read.
    """
    manifes = (data / "raw").glob(f"{sumber or '*'}/*/{MANIFES}")
    return sorted((_read_sekali(path) for path in manifes), key=lambda k: k.id)


# manifest -> its state on disk and what it says: a load looks at all of them several times
_terbaca: dict[Path, tuple[tuple[int, int, int], Kiriman]] = {}
_TERBACA_MAKS = 20_000


def _read_sekali(path: Path) -> Kiriman:
    keadaan = path.stat()
    tanda = (keadaan.st_ino, keadaan.st_mtime_ns, keadaan.st_size)  # a new version is a new file: write_atomic
    lama = _terbaca.get(path)
    if lama is not None and lama[0] == tanda:
        return lama[1]
    k = _read(path)
    if len(_terbaca) >= _TERBACA_MAKS:
        _terbaca.clear()
    _terbaca[path] = tanda, k
    return k


def berlaku(kiriman: Sequence[Kiriman]) -> dict[tuple[str, str], str]:
    """Return (source, cakupan) -> id of the delivery in force: the latest received, of equals the last loaded.

    A delivery that was taken back holds nothing.
    """
    sah = [k for k in kiriman if k.ditarik_pada is None]
    urut = sorted(sah, key=lambda k: (k.berlaku_sejak, k.berlaku_pada, k.id))
    return {(k.sumber, cakupan): k.id for k in urut for cakupan in k.cakupan}


def write_manifest(data: Path, k: Kiriman) -> None:
    """Write the manifest in one step: from here on the delivery exists, or has its new state."""
    teks = json.dumps(asdict(k), ensure_ascii=False, indent=1, default=lambda nilai: nilai.isoformat())
    write_atomic(path_raw(data, k) / MANIFES, teks)


def write_atomic(target: Path, teks: str) -> None:
    """Write a small file so that it is there whole or not at all, also after a power cut."""
    sementara = target.with_name(f"{target.name}.tmp")
    with sementara.open("w", encoding="utf-8") as berkas:
        berkas.write(teks)
        berkas.flush()
        os.fsync(berkas.fileno())
    sementara.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut; Windows has no such call and needs none."""
    if os.name != "posix":
        return
    nomor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(nomor)
    finally:
        os.close(nomor)


def _read(path: Path) -> Kiriman:
    try:
        isi: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        for nama in ("diterima", "berlaku_sejak"):
            isi[nama] = date.fromisoformat(isi[nama])
        for nama in ("dimuat_pada", "berlaku_pada", "diubah_pada"):
            isi[nama] = datetime.fromisoformat(isi[nama])
        for nama in ("berkas", "tersimpan", "sha256", "ukuran", "cakupan", "catatan"):
            isi[nama] = tuple(isi[nama])
        isi = {"kolom": {}, "ingatan": {}, "ditarik_pada": None} | isi  # manifests of earlier versions lack them
        isi["ditarik_pada"] = isi["ditarik_pada"] and datetime.fromisoformat(isi["ditarik_pada"])
        return Kiriman(**{f.name: isi[f.name] for f in fields(Kiriman)})
    except (ValueError, KeyError, TypeError) as salah:
        raise Penolakan(
            f"Catatan kiriman {path} rusak, sehingga isi folder data tidak dapat dipastikan. Kembalikan berkas itu "
            "dari cadangan, atau pindahkan folder kiriman itu ke luar folder data lalu muat ulang berkas aslinya."
        ) from salah


# --- where things lie --------------------------------------------------------------------------------------------


def path_raw(data: Path, k: Kiriman) -> Path:
    """Return the folder that holds the files as delivered."""
    return data / "raw" / k.sumber / k.id


def path_dimuat(data: Path, k: Kiriman) -> Path:
    """Return the Parquet file of the loaded rows. Each correction makes a new file: the manifest names which counts."""
    return data / "cache" / k.sumber / f"{_stem(k)}.parquet"


def path_sisih(data: Path, k: Kiriman) -> Path:
    """Return the Parquet file of the rows set aside."""
    return data / "cache" / k.sumber / f"{_stem(k)}.sisih.parquet"


def path_batas(data: Path, k: Kiriman) -> Path:
    """Return the GeoJSON of the village boundaries of a ``wilayah`` delivery; may not exist."""
    return data / "cache" / k.sumber / f"{k.id}.batas.geojson"


def _stem(k: Kiriman) -> str:
    return f"{k.id}.r{k.revisi}" if k.revisi else k.id


# --- one at a time -----------------------------------------------------------------------------------------------

_satu_proses = threading.RLock()
_dipegang: dict[Path, int] = {}


@contextmanager
def lock(data: Path, tunggu: float = TUNGGU_DETIK) -> Iterator[None]:
    """Hold the data folder for writing: one load or build at a time; the same process may enter again.

    Waits for another process and says so. Raises ``Penolakan`` when that takes longer than ``tunggu`` seconds.
    """
    path = data.resolve() / ".terkunci"
    with _satu_proses:
        if _dipegang.get(path):
            _dipegang[path] += 1
            try:
                yield
            finally:
                _dipegang[path] -= 1
            return
        data.mkdir(parents=True, exist_ok=True)
        with path.open("a+b") as berkas:
            _wait(berkas, data, tunggu)
            _dipegang[path] = 1
            try:
                yield
            finally:
                del _dipegang[path]
                _unlock(berkas)


def _wait(berkas: IO[bytes], data: Path, tunggu: float) -> None:
    batas = time.monotonic() + tunggu
    diberi_tahu = False
    while not _try_lock(berkas):
        if time.monotonic() >= batas:
            raise Penolakan(
                f"Folder data {data} sedang dipakai perintah lain yang memuat atau membangun. Tunggu sampai perintah "
                "itu selesai, lalu ulangi."
            )
        if not diberi_tahu:
            print("Menunggu perintah lain yang sedang memuat atau membangun …", file=sys.stderr, flush=True)
            diberi_tahu = True
        time.sleep(0.2)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(berkas: IO[bytes]) -> bool:
        berkas.seek(0)
        try:
            msvcrt.locking(berkas.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(berkas: IO[bytes]) -> None:
        berkas.seek(0)
        msvcrt.locking(berkas.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(berkas: IO[bytes]) -> bool:
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(berkas: IO[bytes]) -> None:
        fcntl.flock(berkas, fcntl.LOCK_UN)


# --- status ------------------------------------------------------------------------------------------------------

# What a new regency has still to deliver, in order: the sources of which one must be there, and the sentence.
_LANGKAH: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        ("wilayah",),
        "Muat daftar desa dan kelurahan dari Bagian Pemerintahan (batas desa boleh menyusul): "
        "python -m etl load wilayah BERKAS.xlsx --batas BATAS.geojson",
    ),
    (
        ("penduduk_bekerja",),
        "Muat jumlah penduduk bekerja dari BPS, Dukcapil, atau DTSEN sebagai penyebut: "
        "python -m etl load penduduk_bekerja BERKAS.xlsx",
    ),
    (
        ("rekap_bpjs", "peserta"),
        "Muat data bulanan BPJS Ketenagakerjaan, rekap atau daftar peserta (salah satu cukup): "
        "python -m etl load rekap_bpjs BERKAS.xlsx --bulan 2026-06 atau python -m etl load peserta BERKAS.xlsx "
        "--bulan 2026-06",
    ),
    (("target",), "Muat target UCJ dari Bappeda atau Tim: python -m etl load target BERKAS.xlsx"),
    (
        ("pekerja_binaan",),
        "Muat daftar pekerja dari setiap Perangkat Daerah, desa, dan BUMD: "
        "python -m etl load pekerja_binaan BERKAS.xlsx",
    ),
    (("anggaran",), "Muat anggaran iuran dari BPKAD, DPMD, atau desa: python -m etl load anggaran BERKAS.xlsx"),
    (("realisasi",), "Muat realisasi belanja iuran: python -m etl load realisasi BERKAS.xlsx --bulan 2026-06"),
    (
        ("penerima_bantuan",),
        "Muat daftar penerima bantuan iuran dari Dinas Sosial atau Disnaker: "
        "python -m etl load penerima_bantuan BERKAS.xlsx --bulan 2026-06",
    ),
    (
        ("pemberi_kerja",),
        "Muat daftar pemberi kerja dari BPJS Ketenagakerjaan dan Disnaker: "
        "python -m etl load pemberi_kerja BERKAS.xlsx --bulan 2026-06",
    ),
)
_LANGKAH_BUILD = "Hitung dan terbitkan: python -m etl build"


def status(data: Path) -> dict[str, Any]:
    """Return the object that ``etl status --format json`` prints: profile, build, next steps, one object per delivery.

    Raises ``Penolakan`` when the folder was not set up with ``init``.
    """
    profil = load_profil(data)
    semua = daftar(data)
    build = _read_build(data)
    dipakai = set(berlaku(semua).values())
    return {
        "profil": profil.id,
        "kode": profil.kode,
        "build": build,
        "langkah": _list_langkah(semua, build),
        "pengiriman": [_describe(k, k.id not in dipakai) for k in semua],
    }


def _list_langkah(semua: Sequence[Kiriman], build: dict[str, str] | None) -> list[str]:
    ada = {k.sumber for k in semua if k.ditarik_pada is None}
    langkah = [kalimat for sumber, kalimat in _LANGKAH if not ada & set(sumber)]
    terbit = None if build is None else datetime.fromisoformat(build["waktu"])
    if terbit is None or any(is_changed(k, terbit) for k in semua):
        langkah.append(_LANGKAH_BUILD)
    return langkah


def is_changed(k: Kiriman, sejak: datetime) -> bool:
    """Whether a build of that time shows the delivery otherwise than it is now."""
    if k.ditarik_pada is not None:
        return k.berlaku_pada <= sejak < k.ditarik_pada
    return sejak < k.diubah_pada


def _read_build(data: Path) -> dict[str, str] | None:
    """Return id and time of the published build, or None. Its id begins with the time, in UTC."""
    try:
        build = str(json.loads((data / "terbit" / "TERKINI").read_text(encoding="utf-8"))["build"])
    except FileNotFoundError:
        return None
    return {"id": build, "waktu": waktu_build(build).isoformat()}


def waktu_build(build: str) -> datetime:
    """Return when a build began: its id says so."""
    return datetime.strptime(build.split("-")[0], "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)


def _describe(k: Kiriman, is_digantikan: bool) -> dict[str, Any]:
    return {
        "sumber": k.sumber,
        "berkas": k.berkas[0] if len(k.berkas) == 1 else list(k.berkas),
        "sha256": k.sha256[0] if len(k.sha256) == 1 else list(k.sha256),
        "cakupan": list(k.cakupan),
        "diterima": k.diterima.isoformat(),
        "pengirim": k.pengirim,
        "dibaca": k.dibaca,
        "dimuat": k.dimuat,
        "disisihkan": k.disisihkan,
        "alasan": k.alasan,
        "digantikan": is_digantikan,
        "simulasi": k.simulasi,
        "catatan": list(k.catatan),
    }

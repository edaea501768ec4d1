"""Loads the profile of a data folder (``profil.toml`` over the shipped profile over ``umum``), and starts a folder."""

import json
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from ucj.penolakan import Penolakan
from ucj.peraturan import kode
from ucj.peraturan.berkas import Aturan, Lapisan, normalize_kode, read_lapisan, read_toml, suggest
from ucj.peraturan.opd import merge_opd
from ucj.peraturan.periksa import check_profil
from ucj.peraturan.profil import Profil
from ucj.peraturan.rujukan import REF
from ucj.peraturan.skema import SKEMA

BERKAS = "profil.toml"
UMUM = "umum"


def list_profil(ref: Path = REF) -> list[str]:
    """Return the names of the shipped profiles, ``umum`` first."""
    nama = sorted(path.stem for path in (ref / "profil").glob("*.toml"))
    return [UMUM, *(n for n in nama if n != UMUM)]


def load_profil(data: Path, ref: Path = REF, hari: date | None = None) -> Profil:
    """Return the profile of a data folder.

    ``ref``: the shipped files that it inherits from; ``hari``: the day whose rules are in force (None: today). Both
    stand still for a frozen build.

    Raises ``Penolakan`` when the folder has none or a file says what it may not, naming file, key and what is allowed.
    """
    path = data / BERKAS
    if not path.is_file():
        raise Penolakan(
            f"Folder data {data} belum disiapkan: {BERKAS} tidak ada. Jalankan `python -m etl init --profil NAMA` "
            f"(NAMA: {', '.join(list_profil())})."
        )
    bawaan = tuple((p, p.stat().st_mtime_ns, p.stat().st_size) for p in sorted(ref.rglob("*.toml")))
    profil = _load(path, path.read_bytes(), bawaan, ref)
    return profil if hari is None else replace(profil, hari=hari)


@lru_cache(maxsize=16)
def _load(path: Path, isi: bytes, bawaan: tuple[tuple[Path, int, int], ...], ref: Path) -> Profil:
    """The profile of one state of its files (``isi``: the folder's own, ``bawaan``: the shipped ones)."""
    sendiri = read_lapisan(path, BERKAS)
    return _assemble(sendiri, _read_warisan(sendiri.warisan or UMUM, BERKAS, ref))


def _read_warisan(nama: str, tempat: str, ref: Path = REF) -> list[Lapisan]:
    """Return the shipped layers of a profile, nearest first; offices and tasks of ``data/ref`` joined to them."""
    if nama not in list_profil(ref):
        raise Penolakan(
            f'{tempat}, warisan: profil "{nama}" tidak ada.{suggest(nama, tuple(list_profil(ref)))} '
            f"Yang ada: {', '.join(list_profil(ref))}."
        )
    lapisan = read_lapisan(ref / "profil" / f"{nama}.toml", nama)
    tugas = ref / "tugas" / f"{nama}.toml"
    if tugas.exists():
        lapisan.tugas = [*read_toml(tugas)["tugas"], *lapisan.tugas]
    if nama == UMUM:
        lapisan.opd = {**read_toml(ref / "opd.toml")["opd"], **lapisan.opd}
        return [lapisan]
    return [lapisan, *_read_warisan(lapisan.warisan or UMUM, lapisan.path.name, ref)]


def _assemble(sendiri: Lapisan, warisan: list[Lapisan]) -> Profil:
    lapisan = [sendiri, *warisan]
    asli = next((satu.kode for satu in warisan if satu.kode), None)
    kode_daerah = sendiri.kode or asli
    nama = sendiri.nama or next((satu.nama for satu in warisan if satu.nama), None)
    if kode_daerah is None or nama is None:
        raise Penolakan(
            f"{BERKAS}: kode dan nama kabupaten belum ada. Tulis di baris atas, misalnya "
            'kode = "35.73" dan nama = "Kabupaten Contoh".'
        )
    if kode_daerah != asli:  # another regency under a shipped profile: the BPS code is not its own
        for satu in warisan:
            satu.aturan.pop("kode_bps", None)
    angka = kode_daerah.replace(".", "")
    bawaan = Lapisan("kode", sendiri.path, aturan={"kode_bps": [Aturan("kode_bps", angka, None, "", "kode")]})
    profil = Profil(
        id=sendiri.warisan or UMUM,
        kode=kode_daerah,
        nama=nama,
        lapisan=tuple({k: tuple(v) for k, v in satu.aturan.items()} for satu in (*lapisan, bawaan)),
        opd=merge_opd(list(reversed(lapisan))),
        cacat=tuple(cacat for satu in lapisan for cacat in satu.cacat),
    )
    _check_lengkap(profil)
    check_profil(profil, BERKAS)
    return profil


def _check_lengkap(profil: Profil) -> None:
    first = profil.tanggal_perubahan[0]
    kurang = [nama for nama, kunci in SKEMA.items() if kunci.wajib and profil.nilai(nama, first) is None]
    kurang += [f"opd.{satu}" for satu in kode.OPD_WAJIB if profil.find_opd(satu) is None]
    if kurang:
        raise Penolakan(f"data/ref/profil/umum.toml tidak lengkap: {', '.join(kurang)}. Pasang ulang folder data/ref.")


def init(data: Path, profil: str, kode: str | None = None, nama: str | None = None) -> Profil:
    """Make a data folder for one regency and return its profile; the same answers again change nothing.

    Raises ``Penolakan`` for an unknown profile, a missing code or name, and a folder that was given other answers.
    """
    warisan = _read_warisan(profil, "--profil")
    kode_baru = normalize_kode(kode, "--kode") if kode else next((w.kode for w in warisan if w.kode), None)
    nama_baru = nama.strip() if nama else next((w.nama for w in warisan if w.nama), None)
    if kode_baru is None or not nama_baru:
        raise Penolakan(f'Profil {profil} memerlukan --kode dan --nama, misalnya --kode 35.73 --nama "Kabupaten X".')
    if not nama and kode_baru != next(w.kode for w in warisan if w.kode):
        raise Penolakan(f"Kode {kode_baru} bukan kode {nama_baru}. Tambahkan --nama untuk kabupaten dengan kode itu.")
    path = data / BERKAS
    if path.exists():
        _check_same(load_profil(data), profil, kode_baru, nama_baru)
        return load_profil(data)
    data.mkdir(parents=True, exist_ok=True)
    sementara = path.with_suffix(".toml.baru")
    sementara.write_text(_write_berkas(profil, kode_baru, nama_baru), encoding="utf-8")
    sementara.replace(path)
    return load_profil(data)


def _check_same(lama: Profil, profil: str, kode: str, nama: str) -> None:
    beda = [
        f"{sebutan} {sudah} (sekarang diminta {baru})"
        for sebutan, sudah, baru in (("profil", lama.id, profil), ("kode", lama.kode, kode), ("nama", lama.nama, nama))
        if sudah != baru
    ]
    if beda:
        raise Penolakan(
            f"Folder data ini sudah disiapkan dengan {', '.join(beda)}. Pakai folder lain (--data FOLDER), "
            f"atau ubah {BERKAS} di folder ini dengan sengaja."
        )


def _write_berkas(profil: str, kode: str, nama: str) -> str:
    return f"""# Profil daerah. Berkas ini milik kabupaten: pembaruan aplikasi tidak pernah mengubahnya.
# Yang tidak ditulis di sini mengikuti profil warisan (data/ref/profil/{profil}.toml), lalu umum.toml.
warisan = {json.dumps(profil)}
kode = {json.dumps(kode)}
nama = {json.dumps(nama, ensure_ascii=False)}

# Perubahan kabupaten ditulis di bawah, misalnya (hapus tanda # di depannya):
# desa.ambang_cakupan = 50
# target.seri = "RPJMD"
# rentan.usia_min = {{ nilai = 17, berlaku_dari = 2026-01-01, dasar = "Perbup 1/2026 Pasal 5" }}
"""

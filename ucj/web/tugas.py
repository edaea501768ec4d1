"""The commands that the page Unggah data runs, one at a time, and what the session keeps of their answers."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from ucj import html, titipan
from ucj.penunjuk import read_penunjuk
from ucj.perintah import Proses
from ucj.web.baca import data, require_frame

Berkas = Sequence[Any]  # Streamlit's UploadedFile


@dataclass
class Tugas:
    """A command under way: what for, and the choices it was started with."""

    jenis: str  # KENALI, PERIKSA, MUAT, TERBIT, TARIK
    kalimat: str
    proses: Proses
    kunci: object = None
    terbit: bool = False


@dataclass
class Keadaan:
    """Where the operator stands. ``nomor`` counts deliveries: with a new one the uploader is empty again.

    ``minta`` is the button pressed last, until its place on the page has seen it.
    """

    nomor: int = 0
    minta: str = ""
    tugas: Tugas | None = None
    tanda: tuple[str, ...] = ()
    kenal: dict[str, Any] | None = None
    kunci_periksa: object = None
    periksa: dict[str, Any] | None = None
    tolak: str = ""
    pesan: list[str] = field(default_factory=list)
    muat: dict[str, Any] | None = None
    periksa_muat: dict[str, Any] | None = None
    terbit_lama: str | None = None
    terbit: bool = False
    ditarik: bool = False


def keadaan() -> Keadaan:
    """Return where this session stands."""
    require_frame()
    isi: Keadaan = st.session_state.setdefault("unggah", Keadaan())
    return isi


def pressed(k: Keadaan, tempat: Any, label: str, minta: str, **bentuk: Any) -> bool:
    """Show a button; return whether it was pressed.

    The wish is noted by a callback, which Streamlit runs before any page: the first run of a session may be of the bare
    page file (``require_frame``), and a plain button would be pressed in that run only.
    """
    tempat.button(label, key=f"unggah_{minta}", on_click=setattr, args=(k, "minta", minta), **bentuk)
    if k.minta != minta:
        return False
    k.minta = ""
    return True


def work(k: Keadaan) -> None:
    """Show how far the running command is, with a button that stops it; ends in a new run of the page."""
    tugas = k.tugas
    if tugas is None:
        return
    tempat = st.empty()
    st.button("Hentikan", on_click=tugas.proses.stop, key=f"unggah_henti_{tugas.jenis}_{k.nomor}")
    mulai = time.monotonic()
    while True:
        selesai = tugas.proses.wait(0.25)
        detik = int(time.monotonic() - mulai)
        lama = f" · {detik} detik" if detik else ""
        langkah = tugas.proses.langkah.removesuffix(" …")
        tempat.html(
            f'<p class="ucj ucj-kerja" role="status"><b>{html.teks(tugas.kalimat)}</b>'
            f"{f': {html.teks(langkah)}' if langkah.strip() else ''} …{lama}</p>"
        )
        if selesai:
            break
    k.tugas = None
    _finish(k, tugas)
    st.rerun()


def start(
    k: Keadaan,
    jenis: str,
    kalimat: str,
    berkas: Berkas,
    batas: Berkas,
    depan: Sequence[str],
    belakang: Sequence[str] = (),
    kunci: object = None,
    terbit: bool = False,
) -> None:
    """Start a command on the uploaded files; they lie in a temporary folder until it has ended."""
    simpan = titipan.deposit((satu.name, satu.getbuffer()) for satu in (*berkas, *batas))
    peta = simpan.files[len(berkas) :]
    utama = next((p for p in peta if p.suffix.lower() == ".shp"), peta[0] if peta else None)
    words = [*depan, *map(str, simpan.files[: len(berkas)]), *belakang]
    words += [f"--batas={utama}"] if utama else []
    k.tolak, k.pesan = "", []
    k.tugas = Tugas(jenis, kalimat, Proses(*words, data=data(), after=simpan.remove), kunci, terbit)


def _finish(k: Keadaan, tugas: Tugas) -> None:
    """Take in what a command has answered."""
    proses = tugas.proses
    if proses.is_dihentikan:
        k.pesan = [_DIHENTIKAN.get(tugas.jenis, _DIHENTIKAN_BACA)]
        if tugas.jenis == "KENALI":
            k.tanda = ()
            k.nomor += 1
        return
    tolak = proses.tolak
    jawaban = json.loads(proses.keluaran) if proses.keluaran.lstrip().startswith("{") else None
    if tugas.jenis == "KENALI":
        k.kenal, k.tolak = jawaban, tolak or ""
    elif tugas.jenis == "PERIKSA":
        k.periksa, k.kunci_periksa = jawaban, tugas.kunci
        k.tolak = "" if jawaban is not None else tolak or ""
    elif tolak is not None:
        k.tolak = tolak
    elif tugas.jenis == "MUAT":
        _take_muat(k, jawaban or {}, tugas.terbit)
    elif tugas.jenis == "TERBIT":
        k.terbit = k.muat is not None
        lama = [satu for satu in k.pesan if "python -m etl" not in satu]  # what was to be done is done now
        k.pesan = [*lama, "Angka di semua halaman sudah diperbarui."]
    elif tugas.jenis == "TARIK":
        _take_tarik(k, jawaban)


_DIHENTIKAN_BACA = "Dihentikan. Tidak ada yang disimpan dan tidak ada yang berubah."
_DIHENTIKAN = {
    "MUAT": "Dihentikan. Kiriman ini tidak dimuat; data dan angka yang terbit tetap seperti sebelumnya.",
    "TERBIT": "Penerbitan dihentikan. Kiriman tetap tersimpan; angka yang terbit tetap yang lama sampai diterbitkan.",
    "TARIK": "Dihentikan sebelum selesai. Lihat halaman Kualitas data, atau tekan Terbitkan sekarang.",
}


def _take_muat(k: Keadaan, jawaban: dict[str, Any], terbit: bool) -> None:
    k.muat, k.periksa_muat, k.terbit, k.ditarik = jawaban, k.periksa, False, False
    k.terbit_lama = read_penunjuk(data())
    k.nomor += 1
    k.tanda, k.kenal, k.periksa, k.kunci_periksa = (), None, None, None
    if terbit and jawaban["kejadian"] != "SAMA":
        publish(k)


def _take_tarik(k: Keadaan, jawaban: dict[str, Any] | None) -> None:
    """After taking back: publish anew where no earlier build is the right one."""
    k.muat, k.terbit, k.ditarik = None, False, True
    k.pesan = list(jawaban["kalimat"]) if jawaban else ["Angka yang terbit kembali ke terbitan sebelumnya."]
    if jawaban and jawaban["perlu_build"]:
        publish(k)


def publish(k: Keadaan) -> None:
    """Start computing and publishing."""
    k.tolak = ""
    k.tugas = Tugas("TERBIT", "Menghitung dan menerbitkan", Proses("build", data=data()))


def undo(k: Keadaan) -> None:
    """Take the last delivery back; a correction only by its build."""
    muat = k.muat or {}
    if muat["kejadian"] == "PERBAIKAN":
        words = ("rollback", *([k.terbit_lama] if k.terbit_lama else []))
    else:
        words = ("undo", muat["kiriman"][0], "--format", "json")
    k.tolak, k.pesan = "", []
    k.tugas = Tugas("TARIK", "Membatalkan", Proses(*words, data=data()))

"""What the pages read: the data folder, the published build, the profile, indicator values. Cached by build."""

import os
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import polars as pl
import streamlit as st
from streamlit.runtime.pages_manager import PagesManager

from ucj import db
from ucj.dana import tahan
from ucj.hitung import Nilai, hitung
from ucj.kesenjangan import Kantor, Sektor, per_sektor
from ucj.penolakan import Penolakan
from ucj.penunjuk import BEKU, Beku, folder_beku, read_beku, read_penunjuk
from ucj.peraturan import Profil, load_profil
from ucj.saringan import Daftar, Pilihan

DALAM_BINGKAI = "_dalam_bingkai"  # in the session state while app.py draws the frame
AKAR = Path(__file__).resolve().parent.parent.parent


def require_frame() -> None:
    """Run the whole app again when a page file was started without app.py around it.

    Streamlit takes pages/ for its old automatic folder until ``st.navigation`` has run once in the server: the first
    link to a page after a start (and every page switch of ``AppTest``) would run the bare file.
    """
    if not st.session_state.get(DALAM_BINGKAI):
        PagesManager.uses_pages_directory = False
        st.rerun()


def data() -> Path:
    """Return the data folder: ``UCJ_DATA``, else ``data/`` of the project."""
    return _resolve(os.environ.get("UCJ_DATA") or str(AKAR / "data"))


@lru_cache(maxsize=8)  # asked a hundred times by a page
def _resolve(folder: str) -> Path:
    return Path(folder).resolve()


@st.cache_resource(max_entries=5, show_spinner=False)
def _open(folder: str, build: str) -> db.Terbitan | None:
    return db.open_terbitan(Path(folder))


@st.cache_resource(max_entries=3, show_spinner=False)
def _open_beku(folder: str, waktu: str, _satu: Beku) -> db.Terbitan:
    return db.open_beku(Path(folder), _satu)


def terbitan() -> db.Terbitan | None:
    """Return the build of this run, or None; the same one for the whole run of a page.

    The published one, or the frozen one that the address names. Raises ``Penolakan`` when that one is damaged.
    """
    require_frame()
    if "_build" not in st.session_state:
        start()
    if (satu := beku()) is not None:
        return _open_beku(str(data()), f"{satu.id} {satu.waktu}", satu)
    build = st.session_state["_build"]
    return None if build is None else _open(str(data()), build)


def start() -> None:
    """Note which build is read now: a publish in the middle of a run must not mix two builds.

    ``?beku=`` names a frozen one; Streamlit drops it when the page changes, so the session keeps it. Raises
    ``Penolakan`` for one that does not exist: other figures in its place would be taken for the frozen ones.
    """
    st.session_state["_beku"] = None
    if (dari_url := st.query_params.get(BEKU)) is not None:
        st.session_state["beku_diminta"] = dari_url
    if diminta := st.session_state.get("beku_diminta"):
        st.session_state["_beku"] = read_beku(data(), diminta)
    satu = beku()
    st.session_state["_build"] = satu.build if satu else read_penunjuk(data())


def beku() -> Beku | None:
    """Return the frozen build that the reader looks at; None while it is the newest one."""
    require_frame()
    satu: Beku | None = st.session_state.get("_beku")
    return satu


def tempat() -> str:
    """Return what the figures rest on beside the build: the same build frozen has the rules of another day."""
    satu = beku()
    return f"{data()}|{satu.id} {satu.waktu}" if satu else str(data())


@st.cache_resource(max_entries=8, show_spinner=False)
def _profil(folder: str, waktu: int) -> Profil:
    return load_profil(Path(folder))


@st.cache_resource(max_entries=3, show_spinner=False)
def _profil_beku(folder: str, waktu: str, _satu: Beku) -> Profil:
    return load_profil(Path(folder), Path(folder) / "ref", _satu.tanggal)


def profil() -> Profil:
    """Return the regency's profile, that of the frozen build where one is read.

    Raises ``Penolakan`` when the data folder has none.
    """
    require_frame()
    if (satu := beku()) is not None:
        terbitan()  # its files are checked before one of them is believed
        return _profil_beku(str(folder_beku(data(), satu.id)), satu.waktu, satu)
    berkas = data() / "profil.toml"
    return _profil(str(data()), berkas.stat().st_mtime_ns if berkas.exists() else 0)


@st.cache_data(max_entries=400, show_spinner=False)
def _read(folder: str, build: str, name: str, params: dict[str, Any], _terbitan: db.Terbitan) -> pl.DataFrame:
    return _terbitan.read(name, **params)


def read(name: str, **params: Any) -> pl.DataFrame:
    """Return the rows of ``queries/reads/<name>.sql`` from the published build; cached by build.

    Raises ``Penolakan`` when nothing is published.
    """
    buka = terbitan()
    if buka is None:
        raise Penolakan("Belum ada data yang diterbitkan. Jalankan `python -m etl build`.")
    return _read(str(data()), buka.build, name, params, buka)


def baris(name: str, *buang: str, **params: Any) -> list[dict[str, Any]]:
    """Return the rows of a read as dicts, without the columns ``buang``."""
    return read(name, **params).drop(buang).to_dicts()


@st.cache_resource(max_entries=600, show_spinner=False)  # some ten indicators over 36 months and more
def _nilai(
    folder: str,
    build: str,
    hash_profil: str,
    periode: str | None,
    kode: str | None,
    _terbitan: db.Terbitan,
    _profil: Profil,
) -> tuple[Nilai, ...]:
    return tuple(tahan(n) for n in hitung(_terbitan, _profil, periode, kode))


def nilai(kode: str | None = None, tingkat: str | None = None, periode: str | None = None) -> tuple[Nilai, ...]:
    """Return the indicator values of a period (default: the month chosen), cached by build and profile."""
    buka = terbitan()
    if buka is None:
        return ()
    pilih = pilihan()
    kapan = periode or (f"{pilih.bulan:%Y-%m}" if pilih.bulan else None)
    # all levels at once: pages ask for several, and hitung reads and judges them together anyway
    semua = _nilai(tempat(), buka.build, profil().hash, kapan, kode, buka, profil())
    return tuple(n for n in semua if tingkat in (None, n.tingkat))


@st.cache_resource(max_entries=30, show_spinner=False)
def _deret(
    folder: str, build: str, hash_profil: str, bulan: tuple[date, ...], kode: str, tingkat: str, _baca: Any
) -> dict[str, tuple[Nilai, ...]]:
    isi: dict[str, list[Nilai]] = {}
    for b in bulan:
        for n in _baca(kode, tingkat, f"{b:%Y-%m}"):
            isi.setdefault(f"{n.kunci}|{n.satuan}", []).append(n)
    return {k: tuple(v) for k, v in isi.items()}


def deret(kode: str, tingkat: str, kunci: str | None = None, satuan: str = "persen") -> tuple[Nilai, ...]:
    """Return one value per month with data up to the month chosen, oldest first; ``kunci`` None is the regency."""
    buka, pilih = terbitan(), pilihan()
    if buka is None or pilih.bulan is None:
        return ()
    bulan = tuple(sorted(daftar().bulan))
    semua = _deret(tempat(), buka.build, profil().hash, bulan, kode, tingkat, nilai)
    ada = semua.get(f"{kunci or buka.info.kode}|{satuan}", ())
    return tuple(n for n in ada if n.bulan is not None and n.periode <= f"{pilih.bulan:%Y-%m}")


def nilai_kabupaten(kode: str, satuan: str | None = None, periode: str | None = None) -> Nilai | None:
    """Return the regency's value of an indicator, or None when there is no row for it."""
    cocok = (n for n in nilai(kode, "KABUPATEN", periode) if satuan in (None, n.satuan))
    return next(cocok, None)


def sektor(kode: str) -> list[Sektor]:
    """Return one row per sector of an indicator with the office that answers for it, most unprotected first."""
    baris = list(read("sektor").iter_rows(named=True))
    kantor = {
        b["sektor"]: Kantor(b["kode_opd"], b["nama_opd"] or b["kode_opd"], b["is_sementara"])
        for b in baris
        if b["kode_opd"]
    }
    return per_sektor(nilai(kode, "SEKTOR"), {b["sektor"]: b["nama_sektor"] for b in baris}, kantor)


def pilihan() -> Pilihan:
    """Return what the reader has chosen."""
    require_frame()
    pilih: Pilihan = st.session_state["pilihan"]
    return pilih


def bulan() -> date:
    """Return the month shown. Raises ``Penolakan`` when no month holds data (the frame then runs no such page)."""
    isi = pilihan().bulan
    if isi is None:
        raise Penolakan("Belum ada bulan yang berisi data. Muat data bulanan, lalu `python -m etl build`.")
    return isi


def daftar() -> Daftar:
    """Return what the filters offer with this build."""
    require_frame()
    isi: Daftar = st.session_state["daftar"]
    return isi

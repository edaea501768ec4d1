"""Every file of the corpus against what must come of it (sources.md 1)."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl import baca
from etl.baca.terbaca import ALASAN
from etl.kontrak import SUMBER
from etl.muat import load
from tests.bacaan import KUNCI, WILAYAH, alasan, kolom
from tests.korpus import berkas_dana, berkas_format, berkas_orang, berkas_register, berkas_rekap
from tests.korpus.kasus import KORPUS, Kasus
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, init

RUMAH = (berkas_dana, berkas_format, berkas_orang, berkas_register, berkas_rekap)  # importing them fills KORPUS


@pytest.fixture(scope="session")
def profil_korpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Profil]:
    folder = tmp_path_factory.mktemp("profil")
    return {
        "umum": init(folder / "umum", "umum", "99.01", "Kabupaten Contoh"),
        "berau": init(folder / "berau", "berau"),
    }


def _write(folder: Path, satu: Kasus) -> list[Path]:
    isi = satu.buat()
    if isinstance(isi, dict):
        for nama, bita in isi.items():
            (folder / nama).write_bytes(bita)
        return [folder / nama for nama in isi]
    bita = isi if isinstance(isi, bytes) else isi.encode()
    path = folder / (satu.berkas or f"{satu.nama}.{'xlsx' if bita.startswith(b'PK') else 'csv'}")
    path.write_bytes(bita)
    return [path]


@pytest.mark.parametrize("satu", KORPUS, ids=lambda satu: satu.nama)
def test_korpus(satu: Kasus, tmp_path: Path, profil_korpus: dict[str, Profil]) -> None:
    profil = profil_korpus[satu.profil]
    konteks = baca.Konteks(profil, WILAYAH, KUNCI, {opd.kode for opd in profil.opd})
    files = _write(tmp_path, satu)
    if satu.tolak:
        with pytest.raises(Penolakan) as galat:
            baca.read(SUMBER[satu.sumber], files, dict(satu.tetap), konteks)
        for bagian in satu.tolak:
            assert bagian in str(galat.value)
        return
    hasil = baca.read(SUMBER[satu.sumber], files, dict(satu.tetap), konteks)
    assert kolom(hasil, *satu.kolom) == satu.dimuat
    assert alasan(hasil) == dict(satu.sisih)
    assert hasil.dibaca == hasil.dimuat.height + hasil.sisih.height
    assert hasil.simulasi == satu.simulasi
    catatan = "\n".join(hasil.catatan)
    for bagian in satu.catatan:
        assert bagian in catatan
    for bagian in satu.tanpa_catatan:
        assert bagian not in catatan


def test_a_file_without_an_accepted_row_replaces_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    init(data, "umum", "99.01", "Kabupaten Contoh")
    files = _write(tmp_path, next(satu for satu in KORPUS if satu.nama == "semua_baris_salah"))
    with pytest.raises(Penolakan, match="Tidak satu pun dari 2 baris dapat dimuat"):
        load(data, "peserta", files)
    assert not list((data / "raw").glob("*/*/*"))


def test_corpus_is_large_and_names_are_unique() -> None:
    assert len(KORPUS) >= 60
    assert len({satu.nama for satu in KORPUS}) == len(KORPUS)


@pytest.mark.parametrize("sumber", SUMBER)
def test_every_source_stands_in_it_at_least_twice(sumber: str) -> None:
    assert sum(satu.sumber == sumber for satu in KORPUS) >= 2


def test_every_reason_stands_in_it() -> None:
    dipakai = {kode for satu in KORPUS for alasan_ in satu.sisih.values() for kode in alasan_.split(",")}
    assert dipakai == set(ALASAN)

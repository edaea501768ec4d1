"""Which files arrive when, from whom: the calendar of deliveries of one simulated regency.

Rows are made only when a delivery is written, so that a large regency does not have to fit into memory at once.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property, partial
from pathlib import Path

import numpy as np
import polars as pl

from etl.sintetis import (
    aparatur,
    bantuan,
    berkas,
    binaan,
    pemberi_kerja,
    penyebut,
    peserta,
    register,
    rekap,
    surat,
)
from etl.sintetis.berkas import Surat
from etl.sintetis.dana import Dana, make_dana
from etl.sintetis.kepesertaan import Kepesertaan, make_kepesertaan
from etl.sintetis.skenario import Skenario
from ucj.kalender import geser_bulan

CABANG = "BPJS Ketenagakerjaan Cabang Contoh"
KUARTAL = (3, 6, 9, 12)
# Sender of rosters, kinds of list, name of the file.
PENGIRIM_ROSTER: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("BKPSDM", ("NONASN", "PPPK_PW"), "non-asn"),
    ("RSUD", ("BLUD",), "blud"),
    ("DPMD", ("DESA",), "aparatur-desa"),
    ("Bagian Perekonomian Setda", ("BUMD",), "bumd"),
    ("KPU dan Bawaslu", ("PEMILU",), "pemilu"),
)


@dataclass(frozen=True)
class RencanaKiriman:
    """One delivery to come: ``buat`` makes its letters, ``tulis`` writes one of them as a file."""

    sumber: str
    diterima: date
    pengirim: str
    buat: Callable[[], tuple[Surat, ...]]
    batas: Path | None = None
    tulis: Callable[[Surat, Path], Path] = berkas.write


@dataclass
class Dunia:
    """All parts of one simulated regency, each made once."""

    skenario: Skenario
    pemberi: pemberi_kerja.PemberiKerja = field(init=False)
    aparatur: pl.DataFrame = field(init=False)
    kepesertaan: Kepesertaan = field(init=False)

    def __post_init__(self) -> None:
        self.pemberi = pemberi_kerja.make_pemberi_kerja(self.skenario)
        self.aparatur = aparatur.make_aparatur(self.skenario)
        self.kepesertaan = make_kepesertaan(self.skenario, self.pemberi, self.aparatur)

    @cached_property
    def tanpa_npp(self) -> pl.DataFrame:
        return pemberi_kerja.make_tanpa_npp(self.skenario)

    @cached_property
    def perantau(self) -> rekap.Perantau:
        return rekap.make_perantau(self.skenario)

    @cached_property
    def binaan(self) -> pl.DataFrame:
        return binaan.make_binaan(self.skenario, self.kepesertaan)

    @cached_property
    def dana(self) -> Dana:
        return make_dana(self.skenario, self.kepesertaan, self.aparatur)


def plan(dunia: Dunia, batas: Path | None) -> list[RencanaKiriman]:
    """Return the deliveries in the order in which they arrive; ``batas`` goes with the village list."""
    parts = (
        _awal(dunia, batas), _acuan(dunia), _cabang(dunia), _daftar_aparatur(dunia), _anggaran(dunia),
        _realisasi(dunia), _penerima(dunia), _pemberi_kerja(dunia), _register(dunia),
    )  # fmt: skip
    return sorted((k for part in parts for k in part), key=lambda k: k.diterima)


def _hari(dunia: Dunia, m: int, hari: int) -> date:
    """Return day ``hari`` of the month after month ``m``."""
    return geser_bulan(dunia.skenario.bulan[m], 1) + timedelta(days=hari - 1)


def _mulai(dunia: Dunia) -> date:
    return dunia.skenario.bulan[0] + timedelta(days=4)


def _awal(dunia: Dunia, batas: Path | None) -> Iterator[RencanaKiriman]:
    mulai = _mulai(dunia)
    buat = partial(surat.wilayah, dunia.skenario, mulai)
    yield RencanaKiriman("wilayah", mulai, "Bagian Pemerintahan Setda", _one(buat), batas)


def _one(buat: Callable[[], Surat]) -> Callable[[], tuple[Surat, ...]]:
    """Return a maker of a delivery that is a single file."""
    return lambda: (buat(),)


def _acuan(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Denominators come when they are released, those released before the first month with the village list."""
    mulai = _mulai(dunia)
    for p in penyebut.make_penyebut(dunia.skenario):
        pengirim = "BPS Kabupaten" if p.sumber_data == "SAKERNAS" else "Dinas Sosial"
        diterima = max(p.rilis + timedelta(days=8), mulai)
        buat = partial(surat.penyebut, dunia.skenario, p, diterima)
        yield RencanaKiriman("penduduk_bekerja", diterima, pengirim, _one(buat))
    yield RencanaKiriman("target", mulai, "Bappeda", _one(partial(surat.target, dunia.skenario, mulai)))


def _cabang(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """The branch's monthly files; now and then they come late, once a month is forgotten until two months later."""
    for m in range(dunia.skenario.jumlah_bulan):
        sisa = dunia.skenario.jumlah_bulan - 1 - m
        hari = 6 + m * 5 % 7
        daftar, laporan = _hari(dunia, m, hari), _hari(dunia, m, hari + 1)
        if sisa in (5, 13, 20):
            daftar, laporan = _hari(dunia, m, 18 + m % 4), _hari(dunia, m, 20 + m % 4)
        elif sisa == 7:
            daftar, laporan = _hari(dunia, m + 2, 11), _hari(dunia, m + 2, 12)
        elif sisa == 10:
            laporan = _hari(dunia, m, 24)  # the list came in time, the recap did not
        yield RencanaKiriman("peserta", daftar, CABANG, _one(partial(_surat_peserta, dunia, m)))
        yield RencanaKiriman("rekap_bpjs", laporan, CABANG, _one(partial(_surat_rekap, dunia, m, laporan)))


def _surat_peserta(dunia: Dunia, m: int) -> Surat:
    tabel = peserta.monthly_peserta(dunia.skenario, dunia.kepesertaan, m)
    return surat.peserta(dunia.skenario, tabel, m)


def _surat_rekap(dunia: Dunia, m: int, diterima: date) -> Surat:
    tabel = rekap.monthly_rekap(dunia.skenario, dunia.kepesertaan, dunia.perantau, m)
    return surat.rekap(dunia.skenario, tabel, m, diterima)


def _surat_pemberi(dunia: Dunia, bulan: list[int]) -> Surat:
    frames = [_rows_pemberi(dunia, m) for m in bulan]
    return surat.pemberi_kerja(dunia.skenario, pl.concat(frames), bulan[-1])


def _rows_pemberi(dunia: Dunia, m: int) -> pl.DataFrame:
    rows = peserta.monthly_baris(dunia.skenario, dunia.kepesertaan, m).filter(pl.col("pemberi") >= 0)
    jumlah = len(dunia.pemberi.daftar)
    nomor = rows["pemberi"].to_numpy()
    tk = np.bincount(nomor, minlength=jumlah)
    upah = np.bincount(nomor, weights=rows["rp_upah"].to_numpy(), minlength=jumlah).astype(np.int64)
    return pemberi_kerja.monthly_terdaftar(dunia.skenario, dunia.pemberi, m, tk, upah)


def _pemberi_kerja(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Once a quarter, month by month: the branch lists its employers, Disnaker those without registration."""
    for bulan in _quarters(dunia):
        diterima = _hari(dunia, bulan[-1], 10)
        yield RencanaKiriman("pemberi_kerja", diterima, CABANG, _one(partial(_surat_pemberi, dunia, bulan)))
        yield RencanaKiriman(
            "pemberi_kerja", diterima, "Dinas Tenaga Kerja", _one(partial(_surat_tanpa_npp, dunia, bulan))
        )


def _surat_tanpa_npp(dunia: Dunia, bulan: list[int]) -> Surat:
    frames = [pemberi_kerja.monthly_tanpa_npp(dunia.skenario, dunia.tanpa_npp, m) for m in bulan]
    return surat.tanpa_npp(dunia.skenario, pl.concat(frames), bulan[-1])


def _quarters(dunia: Dunia) -> list[list[int]]:
    """Return the numbers of the months, grouped by the quarter at whose end they are reported."""
    grup: list[list[int]] = [[]]
    for m, b in enumerate(dunia.skenario.bulan):
        grup[-1].append(m)
        if b.month in KUARTAL:
            grup.append([])
    return [g for g in grup if g]


def _daftar_aparatur(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Rosters twice a year, sector lists once a year; one office has not renewed its list for long."""
    tanggal = aparatur.roster_dates(dunia.skenario)
    for t in tanggal:
        for pengirim, jenis, nama in PENGIRIM_ROSTER:
            # a regency may not follow election staff: then nobody sends such a list
            if dunia.aparatur["jenis_daftar"].is_in(jenis).any():
                buat = partial(_surat_roster, dunia, jenis, nama, t)
                yield RencanaKiriman("pekerja_binaan", t + timedelta(days=9), pengirim, _one(buat))
    for t in tanggal:
        if t.month == 6 or t == tanggal[0]:
            buat_banyak = partial(_surat_binaan, dunia, t, t == tanggal[-1] and len(tanggal) > 1)
            yield RencanaKiriman("pekerja_binaan", t + timedelta(days=13), "Sekretariat Tim Koordinasi", buat_banyak)


def _surat_roster(dunia: Dunia, jenis: tuple[str, ...], nama: str, tanggal: date) -> Surat:
    s = dunia.skenario
    return surat.roster(s, aparatur.roster(s, dunia.aparatur, jenis, tanggal), nama, tanggal)


def _surat_binaan(dunia: Dunia, tanggal: date, is_tanpa_dishub: bool) -> tuple[Surat, ...]:
    s = dunia.skenario
    kantor = dunia.binaan["kode_opd"].unique(maintain_order=True).to_list()
    return tuple(
        surat.roster(s, binaan.roster(s, dunia.binaan, k, tanggal), f"binaan-{k.lower()}", tanggal)
        for k in kantor
        if not (is_tanpa_dishub and k == "DISHUB")
    )


def _anggaran(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Budgets in January (those in force at the start with the village list), changes ten days after taking effect."""
    for nama, tabel, pengirim in (("apbd", dunia.dana.apbd, "BPKAD"), ("apbdes", dunia.dana.apbdes, "DPMD")):
        for baris in tabel.partition_by("tahun", "tahap", "tanggal_berlaku", maintain_order=True):
            diterima = max(baris["tanggal_berlaku"][0] + timedelta(days=10), _mulai(dunia))
            berkas = f"anggaran-{nama}-{baris['tahun'][0]}-{baris['tahap'][0].lower()}"
            buat = partial(surat.anggaran, dunia.skenario, baris, berkas)
            yield RencanaKiriman("anggaran", diterima, pengirim, _one(buat))


def _realisasi(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Spending of each month, reported once a quarter."""
    for nama, tabel, pengirim, hari in (
        ("apbd", dunia.dana.realisasi_apbd, "BPKAD", 9),
        ("apbdes", dunia.dana.realisasi_apbdes, "DPMD", 12),
    ):
        for bulan in _quarters(dunia):
            baris = tabel.filter(pl.col("bulan").is_in([dunia.skenario.bulan[m] for m in bulan]))
            if len(baris):
                akhir = dunia.skenario.bulan[bulan[-1]]
                buat = partial(surat.realisasi, dunia.skenario, baris, f"realisasi-{nama}-{akhir:%Y-%m}")
                yield RencanaKiriman("realisasi", _hari(dunia, bulan[-1], hari), pengirim, _one(buat))


def _penerima(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """The social office reports every month for itself and Disnaker, the others once a quarter."""
    for m in range(dunia.skenario.jumlah_bulan):
        if len(_rows_penerima(dunia, [m], True)):
            buat = partial(_surat_penerima, dunia, [m], True, _hari(dunia, m, 5))
            yield RencanaKiriman("penerima_bantuan", _hari(dunia, m, 5), "Dinas Sosial", _one(buat))
    for bulan in _quarters(dunia):
        if len(_rows_penerima(dunia, bulan, False)):
            diterima = _hari(dunia, bulan[-1], 8)
            buat = partial(_surat_penerima, dunia, bulan, False, diterima)
            yield RencanaKiriman("penerima_bantuan", diterima, "DPMD dan Dinas Pertanian", _one(buat))


def _surat_penerima(dunia: Dunia, bulan: list[int], is_dinsos: bool, diterima: date) -> Surat:
    tabel = _rows_penerima(dunia, bulan, is_dinsos)
    nama = f"{'dinsos' if is_dinsos else 'opd-lain'}-{dunia.skenario.bulan[bulan[-1]]:%Y-%m}"
    return surat.penerima(dunia.skenario, tabel, nama, bulan[-1], diterima)


def _rows_penerima(dunia: Dunia, bulan: list[int], is_dinsos: bool) -> pl.DataFrame:
    rows = pl.concat([bantuan.monthly_penerima(dunia.skenario, dunia.kepesertaan, m) for m in bulan])
    return rows.filter(pl.col("kode_opd").is_in(("DINSOS", "DISNAKER")) == is_dinsos)


def _register(dunia: Dunia) -> Iterator[RencanaKiriman]:
    """Decisions two days after each meeting and again before the next one; letters, objections and rules in July."""
    s, mulai = dunia.skenario, _mulai(dunia)
    for n, rapat in enumerate(register.RAPAT):
        hari = {max(rapat + timedelta(days=2), mulai), *((register.CATATAN_RAPAT,) if n < 2 else ())}
        for pada in sorted(hari):
            nama = f"tindak-lanjut-{rapat:%Y-%m-%d}-per-{pada:%Y-%m-%d}"
            yield _one_register(s, "tindak_lanjut", nama, register.decisions(s, n, pada), pada)
    kiriman = (
        ("laporan_masuk", "laporan-masuk", register.reports(s), register.CATATAN_RAPAT),
        ("klarifikasi", "klarifikasi", register.objections(), date(2026, 7, 13)),
        ("regulasi", "regulasi", register.rules(), register.CATATAN_RAPAT),
    )
    for sumber, nama, tabel, pada in kiriman:
        yield _one_register(s, sumber, nama, tabel, pada)


def _one_register(skenario: Skenario, sumber: str, nama: str, tabel: pl.DataFrame, pada: date) -> RencanaKiriman:
    pengirim = "Bagian Hukum Setda" if sumber == "regulasi" else "Sekretariat Tim Koordinasi"
    return RencanaKiriman(sumber, pada, pengirim, _one(partial(surat.register, skenario, tabel, nama, pada)))

"""Styles in which people write one value, and legal frames of any contract."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from etl.kolom import Kolom, Kontrak
from tests.bacaan import WILAYAH

NAMA_BULAN = ("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
              "November", "Desember")  # fmt: skip


def ribuan(n: int, tanda: str) -> str:
    return f"{n:,}".replace(",", tanda)


# --- every style of one value ------------------------------------------------------------------------------------

GAYA_ANGKA: list[Callable[[int], str]] = [
    str,
    lambda n: ribuan(n, "."),
    lambda n: ribuan(n, ","),
    lambda n: ribuan(n, ".") + ",00",
    lambda n: ribuan(n, ",") + ".00",
    lambda n: f"Rp {ribuan(n, '.')}",
    lambda n: f"Rp. {ribuan(n, '.')},-",
    lambda n: f" \u00a0{n}\u200b",
]
GAYA_TANGGAL: list[Callable[[date], str]] = [
    date.isoformat,
    lambda t: f"{t:%d/%m/%Y}",
    lambda t: f"{t:%d-%m-%Y}",
    lambda t: f"{t:%d.%m.%Y}",
    lambda t: f"{t.day}/{t.month}/{t.year}",
    lambda t: f"{t.day} {NAMA_BULAN[t.month - 1]} {t.year}",
    lambda t: f"{t.day} {NAMA_BULAN[t.month - 1][:3]} {t.year}",
    lambda t: f"{t:%Y-%m-%d} 00:00:00",
    lambda t: str((t - date(1899, 12, 30)).days),
]
GAYA_BULAN: list[Callable[[date], str]] = [
    lambda b: f"{b:%Y-%m}",
    lambda b: f"{b:%m/%Y}",
    lambda b: f"{b:%Y%m}",
    lambda b: f"{NAMA_BULAN[b.month - 1]} {b.year}",
    lambda b: f"{NAMA_BULAN[b.month - 1][:3].upper()}-{b:%y}",
    lambda b: f"{b:28/%m/%Y}",
    date.isoformat,
]
tanggal = st.dates(date(1928, 1, 1), date(2078, 12, 31))
bulan = st.dates(date(2000, 1, 1), date(2069, 12, 1)).map(lambda t: t.replace(day=1))


_TEKS = st.text(st.characters(codec="windows-1252", categories=["L", "N"]), min_size=1, max_size=12).map(
    lambda teks: f"X{teks}"
)
_DESA = st.sampled_from([*WILAYAH["kode_desa"], "12.34.56.1001", "99.01.09.2009"])
_REKENING = st.lists(st.integers(1, 9), min_size=2, max_size=5).map(lambda bagian: ".".join(f"{n:02d}" for n in bagian))


def _nik(t: date, serial: int, is_perempuan: bool) -> str:
    return f"990101{t.day + 40 * is_perempuan:02d}{t:%m%y}{serial:04d}"


def nilai(kolom: Kolom) -> st.SearchStrategy[Any]:
    """Legal values of a column as they stand in the cache; of ``nik`` and ``program`` as they are written."""
    match kolom.jenis:
        case "teks":
            return _TEKS
        case "kode":
            assert kolom.daftar is not None
            kode = st.sampled_from(kolom.daftar.kode)
            return kode.map(int) if kolom.tipe == "BIGINT" else kode
        case "kode_bebas":
            return st.sampled_from(["RPJMD", "RKPD 2026", "UCJ-01", "R-PROFESI"])
        case "kode_opd":
            return st.sampled_from(["DINSOS", "DINKES", "KEC-99.01.01", "OPD LAIN"])
        case "kode_desa":
            return _DESA
        case "kode_kecamatan":
            return st.just("99.01.01")
        case "kode_wilayah":
            return st.just("99.01")
        case "kode_rekening":
            return _REKENING
        case "sektor":
            return st.sampled_from(["A", "A1", "A2", "A3", "B", "C", "MN", "O", "RU"])
        case "kbli":
            return st.sampled_from(["10710", "A", "47", "G"])
        case "bulan":
            return bulan
        case "periode":
            return st.sampled_from(["2026-06", "2026-TW2", "2026-1"])
        case "pemilik":
            return st.sampled_from(["DINSOS", "BPJSTK", "PT Maju Jaya"])
        case "tanggal":
            return st.dates(date(1950, 1, 1), date(2025, 12, 31))
        case "tahun":
            return st.integers(2000, date.today().year + 1)
        case "jumlah" | "rupiah":
            return st.integers(0, 10**12)
        case "persen" | "nilai":
            return st.integers(0, 10_000).map(lambda n: n / 100)
        case "ya_tidak":
            return st.booleans()
        case "nik":
            return st.builds(_nik, st.dates(date(1950, 1, 1), date(2005, 12, 31)), st.integers(1, 9999), st.booleans())
        case "program":
            satu = st.sampled_from(["JKK", "JKM", "JHT", "JP", "JKP"])
            return satu if kolom.tunggal else st.sets(satu, min_size=1).map(lambda isi: ",".join(sorted(isi)))
    raise AssertionError(kolom.jenis)


def tulis(kolom: Kolom, isi: Any, gaya: int) -> str:
    """A value as one of its styles; the same number means the same style."""
    if isi is None:
        return ""
    match kolom.jenis:
        case "bulan":
            return GAYA_BULAN[gaya % len(GAYA_BULAN)](isi)
        case "tanggal":
            return GAYA_TANGGAL[gaya % len(GAYA_TANGGAL)](isi)
        case "jumlah" | "rupiah":
            return GAYA_ANGKA[gaya % len(GAYA_ANGKA)](isi)
        case "persen" | "nilai":
            return (f"{isi:.2f}", f"{isi:.2f}".replace(".", ","))[gaya % 2]
        case "ya_tidak":
            return (("1", "0"), ("Ya", "Tidak"), ("Y", "T"), ("true", "false"), ("v", "-"))[gaya % 5][not isi]
        case "kode_desa" | "kode_kecamatan" | "kode_wilayah":
            return (isi, isi.replace(".", ""), f"'{isi}", f' "{isi}" ')[gaya % 4]
        case "nik":
            return (isi, f"'{isi}", f"{isi[:6]} {isi[6:]}", f'="{isi}"')[gaya % 4]
        case "kode":
            return (str(isi), str(isi).lower(), f" {isi} ")[gaya % 3]
    return str(isi)


def judul_kolom(kolom: Kolom, gaya: int) -> str:
    sebutan = (kolom.nama, *kolom.alias[:1])[gaya % 2 if kolom.alias else 0]
    return (sebutan, sebutan.upper(), sebutan.replace("_", " "))[gaya % 3]


@st.composite
def tabel(draw: st.DrawFn, kontrak: Kontrak) -> tuple[list[list[Any]], list[int]]:
    """Rows of legal values in the order of the contract's columns, no two with one key; and a style per column."""
    baris = []
    for _ in range(draw(st.integers(1, 4))):
        satu = []
        for kolom in kontrak.kolom:
            isi = nilai(kolom) if kolom.wajib else st.none() | nilai(kolom)
            satu.append(draw(isi))
        baris.append(_lengkapi(kontrak, satu))
    gaya = draw(st.lists(st.integers(0, 99), min_size=len(kontrak.kolom), max_size=len(kontrak.kolom)))
    return baris, gaya


def _lengkapi(kontrak: Kontrak, satu: list[Any]) -> list[Any]:
    """Make a row legal as a whole: one of two columns filled, codes that fit their level and their sub-district."""
    isi = {kolom.nama: nilai_ for kolom, nilai_ in zip(kontrak.kolom, satu, strict=True)}
    for grup in kontrak.salah_satu:
        if all(isi[nama] is None for nama in grup):
            isi[grup[0]] = {"kode_opd": "DINSOS", "rp_realisasi": 5}[grup[0]]
    if kontrak.nama == "wilayah":
        isi["kode_desa"] = WILAYAH["kode_desa"][len(isi["nama_desa"]) % 3]
    if "tingkat" in isi:
        isi["tingkat"] = "KABUPATEN"
        if "kode" in isi:
            isi["kode"] = "99.01"
    if kontrak.nama == "pemberi_kerja":
        isi["versi_kbli"] = None
        isi["kbli"] = None
    if kontrak.nama == "anggaran" and isi["tahap"] is None:
        isi["tahap"] = "MURNI"
    return list(isi.values())

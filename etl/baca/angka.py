"""Numbers as people write them: thousands signs, decimals, ``Rp``, brackets for negatives."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

import polars as pl

from etl.baca.terbaca import Terbaca, add_salah
from etl.kolom import Kolom

_NIHIL = {"-", "–", "—", "--", "nihil", "nil"}
_BULAT = ("jumlah", "rupiah", "tahun")
_RIBUAN = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_RIBUAN_DESIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3})+\.\d+")
_SATU_PEMISAH = re.compile(r"(\d+)([.,])(\d+)")
_RIBUAN_POLARS = r"^(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)$"
_BATAS_BIGINT = Decimal(2) ** 63
_TERLALU_BESAR = 10**15  # rupiah or people: a NIK in the wrong column, and sums that no total can hold


class Ragu(ValueError):
    """One separator with exactly three digits after it, in a column that may have decimals."""


def read_angka(teks: pl.Series, angka: pl.Series | None, kolom: Kolom) -> Terbaca:
    """The column as BIGINT (counts, rupiah, years) or DOUBLE. ``angka``: cells typed as numbers."""
    is_bulat = kolom.jenis in _BULAT
    tipe = pl.Int64 if is_bulat else pl.Float64
    polos = teks.str.contains(r"^[0-9]{1,18}$")
    nilai = teks.set(~polos.fill_null(False), None).cast(tipe, strict=False)
    sisa = teks.is_not_null() & ~polos.fill_null(False)
    hasil = Terbaca(nilai)
    if sisa.any():
        _read_sisa(teks, angka, kolom, sisa, hasil)
    _check_batas(hasil, kolom)
    return hasil


def _read_sisa(teks: pl.Series, angka: pl.Series | None, kolom: Kolom, sisa: pl.Series, hasil: Terbaca) -> None:
    """Everything that is not plain digits: first whole thousands at once, the rest per distinct text."""
    is_bulat = kolom.jenis in _BULAT
    if is_bulat and kolom.jenis != "tahun":
        ribuan = sisa & teks.str.contains(_RIBUAN_POLARS).fill_null(False)
        if angka is not None:
            ribuan &= ~angka
        if ribuan.any():
            lepas = teks.set(~ribuan, None).str.replace_all(r"[.,]", "").cast(pl.Int64, strict=False)
            hasil.nilai = hasil.nilai.zip_with(~ribuan, lepas)
            sisa &= ~ribuan
    if not sisa.any():
        return
    kunci = teks.set(~sisa, None)
    if angka is not None:  # a number cell 1.234 is a fraction, the text "1.234" is a thousand
        kunci = pl.select(pl.when(angka).then("#" + kunci).otherwise(kunci).alias("k")).to_series()
    unik = kunci.drop_nulls().unique().to_list()
    nilai: list[int | float | None] = []
    tanda: list[str | None] = []
    for sel in unik:
        try:
            nilai.append(_satu(sel, kolom))
            tanda.append(None)
        except Ragu:
            nilai.append(None)
            tanda.append("ANGKA_RAGU")
        except ValueError:
            nilai.append(None)
            tanda.append("ANGKA_TIDAK_SAH")
    lama = pl.Series(unik, dtype=pl.String)
    baru = pl.Series(nilai, dtype=hasil.nilai.dtype)
    terbaca = kunci.replace_strict(lama, baru, default=None, return_dtype=hasil.nilai.dtype)
    hasil.nilai = hasil.nilai.zip_with(~sisa, terbaca)
    alasan = kunci.replace_strict(lama, pl.Series(tanda, dtype=pl.String), default=None, return_dtype=pl.String)
    for kode in ("ANGKA_TIDAK_SAH", "ANGKA_RAGU"):
        add_salah(hasil, kolom.nama, kode, alasan == kode)


def _satu(sel: str, kolom: Kolom) -> int | float:
    """One number. Raises ``ValueError`` when it is none, ``Ragu`` when it may be two."""
    is_sel_angka = sel.startswith("#")
    if is_sel_angka:
        nilai = _desimal(sel[1:])
    elif sel.lower() in _NIHIL:
        if kolom.wajib:
            raise ValueError(sel)
        return 0
    else:
        nilai = parse_angka(sel, is_bulat=kolom.jenis in _BULAT, boleh_ragu=not kolom.boleh_ragu)
    if kolom.jenis not in _BULAT:
        if not math.isfinite(pecahan := float(nilai)):
            raise ValueError(sel)
        return pecahan
    bulat = nilai.to_integral_value(ROUND_HALF_UP)
    if (nilai != bulat and kolom.jenis != "rupiah") or abs(bulat) >= _BATAS_BIGINT:
        raise ValueError(sel)
    return int(bulat)


def parse_angka(sel: str, *, is_bulat: bool, boleh_ragu: bool = True) -> Decimal:
    """A number written as text. Raises ``ValueError``, and ``Ragu`` for ``89.266`` where that may be both.

    In whole columns one separator before exactly three digits is a thousands sign.
    """
    teks = re.sub(r"\s", "", sel).replace("\u2212", "-")
    teks = re.sub(r"^(\(?)(?:rp\.?|idr)", r"\1", teks, flags=re.IGNORECASE)
    negatif = teks.startswith("(") and teks.endswith(")")
    if negatif:
        teks = teks[1:-1]
    teks = re.sub(r"[.,](?:-+|=)$", "", teks)
    if not is_bulat:
        teks = teks.removesuffix("%")
    if teks[:1] in "+-" and teks[:1]:
        negatif ^= teks[0] == "-"
        teks = re.sub(r"^(?:rp\.?)", "", teks[1:], flags=re.IGNORECASE)
    nilai = _tanpa_tanda(teks, is_bulat, boleh_ragu)
    return -nilai if negatif else nilai


def _tanpa_tanda(teks: str, is_bulat: bool, boleh_ragu: bool) -> Decimal:
    if teks.isascii() and teks.isdigit():
        return Decimal(teks)
    satu = _SATU_PEMISAH.fullmatch(teks)
    if satu and len(satu[3]) == 3 and not is_bulat:
        if not boleh_ragu:
            raise Ragu(teks)
        return Decimal(f"{satu[1]}.{satu[3]}")
    if _RIBUAN.fullmatch(teks):
        return Decimal(re.sub(r"[.,]", "", teks))
    if _RIBUAN_DESIMAL.fullmatch(teks):
        bulat, pecahan = re.split(r"[.,](?=\d+$)", teks)
        return Decimal(f"{re.sub(r'[.,]', '', bulat)}.{pecahan}")
    if satu and (len(satu[3]) != 3 or set(satu[1]) == {"0"}):
        return Decimal(f"{satu[1]}.{satu[3]}")
    raise ValueError(teks)


def _desimal(teks: str) -> Decimal:
    try:
        nilai = Decimal(teks)
    except InvalidOperation as galat:
        raise ValueError(teks) from galat
    if not nilai.is_finite():
        raise ValueError(teks)
    return nilai


def _check_batas(hasil: Terbaca, kolom: Kolom) -> None:
    """Counts and rupiah not below 0 (corrections of spending may be), shares 0 to 100, years 2000 to next year.

    The year of a target may lie further ahead.
    """
    nilai = hasil.nilai
    luar: pl.Series | None = None
    if kolom.jenis == "tahun":
        luar = (nilai < 2000) | (nilai > (kolom.tahun_maks or date.today().year + 1))
    elif kolom.jenis in ("jumlah", "rupiah"):
        luar = nilai.abs() >= _TERLALU_BESAR
        if not kolom.boleh_negatif:
            luar |= nilai < 0
    elif kolom.jenis == "persen" and kolom.nama.startswith("porsi_"):
        luar = (nilai < 0) | (nilai > 100)
    if luar is not None:
        add_salah(hasil, kolom.nama, "NILAI_DI_LUAR_BATAS", luar)

"""Indicator values of a period: sums divided by sums, with target and status (sources.md 4 and 5)."""

import calendar
import math
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import date
from fractions import Fraction
from typing import Any

from ucj.db import Terbitan
from ucj.indikator import KATALOG, Indikator, list_tersedia
from ucj.jalur import Jalur, Ukuran, exact, find_jalur, judge, read_jalur
from ucj.kalender import geser_bulan, selisih_bulan
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil

TIDAK_DIKETAHUI = "TIDAK_DIKETAHUI"
_TAMBAHAN = ("catatan", "target_akhir", "sumber_penyebut", "bulan", "versi")


@dataclass(frozen=True)
class Nilai:
    """One value: the keys of ``indicator --format json``, then what pages need besides."""

    kode: str
    nama: str
    periode: str
    tingkat: str
    kunci: str
    pembilang: int | None
    penyebut: int | None
    nilai: float | int | None
    satuan: str
    target: float | None
    status: str | None
    basis: str | None
    sumber: str | None
    estimasi: bool
    catatan: str | None = None
    target_akhir: float | None = None
    sumber_penyebut: str | None = None
    bulan: date | None = None
    versi: int = 1  # of the definition that made it

    def as_dict(self) -> dict[str, Any]:
        """Return the keys of the interface, in its order."""
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _TAMBAHAN}


@dataclass(frozen=True)
class Periode:
    """A month (``2026-06``), a semester (``2026-1``) or a run of months (``2026-04..2026-08``)."""

    teks: str
    bulan: tuple[date, ...]

    @property
    def akhir(self) -> date:
        """The last day of the period."""
        terakhir = self.bulan[-1]
        return terakhir.replace(day=calendar.monthrange(terakhir.year, terakhir.month)[1])


def parse_periode(teks: str) -> Periode:
    """Return the months of ``2026-06``, ``2026-1`` or ``2026-04..2026-08``. Raises ``Penolakan`` for anything else."""
    if cocok := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", teks):
        return Periode(teks, (date(int(cocok[1]), int(cocok[2]), 1),))
    if cocok := re.fullmatch(r"(\d{4})-([12])", teks):
        awal = 1 if cocok[2] == "1" else 7
        return Periode(teks, tuple(date(int(cocok[1]), bulan, 1) for bulan in range(awal, awal + 6)))
    if cocok := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])\.\.(\d{4})-(0[1-9]|1[0-2])", teks):
        dari, sampai = date(int(cocok[1]), int(cocok[2]), 1), date(int(cocok[3]), int(cocok[4]), 1)
        if dari <= sampai:
            return Periode(teks, tuple(geser_bulan(dari, i) for i in range(selisih_bulan(dari, sampai) + 1)))
    raise Penolakan(f"Periode {teks!r} tidak dikenal. Tulis bulan seperti 2026-06 atau semester seperti 2026-1.")


def hitung(
    terbitan: Terbitan, profil: Profil, periode: str | None, kode: str | None = None, tingkat: str | None = None
) -> list[Nilai]:
    """Return one value per indicator, level, unit and satuan of a period.

    Without a period the newest month with data; without any data nothing. A semester's stock is that of its last month
    with data, marked when that is not its last (rule 9). Raises ``Penolakan`` for an unknown code or period.
    """
    if periode is None:
        terakhir = terbitan.info.bulan_terakhir
        if terakhir is None:
            return []
        periode = f"{terakhir:%Y-%m}"
    waktu = parse_periode(periode)
    dipilih = _choose(kode)
    perlu = sorted({"UCJ-01" if i.kode == "UCJ-04" else i.kode for i in dipilih})
    rows = terbitan.read("indikator", kode=perlu, dari=waktu.bulan[0], sampai=waktu.bulan[-1]).to_dicts()
    penilai = _Penilai(terbitan, profil, waktu)
    nilai: list[Nilai] = []
    for indikator in dipilih:
        if indikator.kode == "UCJ-04":
            nilai += _count_kesenjangan(_pick(KATALOG["UCJ-01"], rows, waktu), indikator, penilai)
        else:
            nilai += [penilai.judge(indikator, baris) for baris in _pick(indikator, rows, waktu)]
        nilai += _fill_kabupaten(indikator, nilai, penilai)
    wanted = tingkat.upper() if tingkat else None
    if wanted and wanted not in {t for i in KATALOG.values() for t in i.tingkat}:
        raise Penolakan(f"Tingkat {tingkat!r} tidak dikenal. Yang ada: {', '.join(_list_tingkat())}.")
    return sorted((n for n in nilai if wanted in (None, n.tingkat)), key=_order)


def _list_tingkat() -> list[str]:
    return sorted({t.lower() for i in list_tersedia() for t in i.tingkat})


def _choose(kode: str | None) -> list[Indikator]:
    if kode is None:
        return list_tersedia()
    indikator = KATALOG.get(kode.upper())
    if indikator is None:
        raise Penolakan(f"Indikator {kode!r} tidak ada. Yang ada: {', '.join(KATALOG)}.")
    if not indikator.is_tersedia:
        raise Penolakan(f"Indikator {indikator.kode} belum ada sumber ({', '.join(indikator.sumber)}).")
    return [indikator]


def _order(nilai: Nilai) -> tuple[Any, ...]:
    indikator = KATALOG[nilai.kode]
    return (
        list(KATALOG).index(nilai.kode),
        indikator.tingkat.index(nilai.tingkat),
        nilai.kunci == TIDAK_DIKETAHUI,
        nilai.kunci,
        indikator.satuan.index(nilai.satuan),
    )


@dataclass
class _Baris:
    """Numerator and denominator of one unit over the period."""

    tingkat: str
    kunci: str
    satuan: str
    pembilang: int | None
    penyebut: int | None
    basis: str | None
    sumber: str | None
    sumber_penyebut: str | None
    is_estimasi: bool
    jumlah_belum_terbukti: int
    bulan: date | None
    catatan: list[str] = field(default_factory=list)


def _pick(indikator: Indikator, rows: Iterable[dict[str, Any]], waktu: Periode) -> list[_Baris]:
    """Return one row per level, unit and satuan: the last month with data of a stock, the sum of a flow."""
    own = [row for row in rows if row["kode"] == indikator.kode]
    if indikator.sifat == "arus":
        return _sum(own, waktu)
    berisi = {row["bulan"] for row in own if row["pembilang"] is not None}
    bulan = max(berisi or {row["bulan"] for row in own}, default=None)
    return [
        _Baris(
            row["tingkat"], row["kunci"], row["satuan"], row["pembilang"], row["penyebut"], row["basis"],
            row["sumber"], row["sumber_penyebut"], row["is_estimasi"], row["jumlah_belum_terbukti"], bulan,
            [*_tanda(bulan, waktu), *([row["catatan"]] if row["catatan"] else [])],
        )
        for row in own
        if row["bulan"] == bulan
    ]  # fmt: skip


def _tanda(bulan: date | None, waktu: Periode) -> list[str]:
    if bulan is None or bulan == waktu.bulan[-1]:
        return []
    return [f"nilai {bulan:%Y-%m}, bulan terakhir yang ada datanya"]


def _sum(rows: list[dict[str, Any]], waktu: Periode) -> list[_Baris]:
    bulan_ada = sorted({row["bulan"] for row in rows})
    per_unit: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        per_unit[row["tingkat"], row["kunci"], row["satuan"]].append(row)
    tidak_lengkap = len(bulan_ada) < len(waktu.bulan)
    return [
        _Baris(
            tingkat, kunci, satuan, _add(row["pembilang"] for row in group), _add(row["penyebut"] for row in group),
            group[-1]["basis"], group[-1]["sumber"], group[-1]["sumber_penyebut"],
            any(row["is_estimasi"] for row in group), 0, bulan_ada[-1],
            [f"jumlah {len(bulan_ada)} dari {len(waktu.bulan)} bulan"] if tidak_lengkap else [],
        )
        for (tingkat, kunci, satuan), group in per_unit.items()
    ]  # fmt: skip


def _add(angka: Iterable[int | None]) -> int | None:
    ada = [a for a in angka if a is not None]
    return sum(ada) if ada else None


class _Penilai:
    """Knows the targets and the profile; turns a row into a value with target and status."""

    def __init__(self, terbitan: Terbitan, profil: Profil, waktu: Periode) -> None:
        self.profil = profil
        self.waktu = waktu
        self.kode_kabupaten = terbitan.info.kode
        self._jalur = read_jalur(terbitan.read("target").iter_rows(named=True))

    def find_jalur(self, indikator: Indikator, tingkat: str, kunci: str, satuan: str) -> Jalur | None:
        """Return the path of the unit; of an indicator with two units only the first has targets."""
        if satuan != indikator.satuan[0]:
            return None
        return find_jalur(self._jalur, indikator.kode, tingkat, kunci, self.kode_kabupaten, indikator.is_persen)

    def find_target(self, indikator: Indikator, baris: _Baris) -> tuple[Fraction | None, Fraction | None]:
        """Return the path at the end of the period and the target of 31 December (rules 8 and 21)."""
        jalur = self.find_jalur(indikator, baris.tingkat, baris.kunci, baris.satuan)
        akhir = jalur.akhir_tahun(self.waktu.akhir) if jalur else None
        if indikator.sifat == "tahun berjalan":  # money is judged by the time elapsed
            return Fraction(100 * self.waktu.akhir.month, 12), Fraction(100) if akhir is None else akhir
        if jalur is not None:
            return jalur.at(self.waktu.akhir), akhir
        if self.profil.kekuatan(indikator.kode) == "Wajib" and indikator.is_persen:
            return Fraction(100), Fraction(100)
        return None, None

    def judge(self, indikator: Indikator, baris: _Baris) -> Nilai:
        """Return the value of a row."""
        if indikator.is_persen:
            tepat = (
                Fraction(100 * baris.pembilang, baris.penyebut)
                if baris.pembilang is not None and baris.penyebut
                else None
            )
        else:
            tepat = None if baris.pembilang is None else Fraction(baris.pembilang)
        target, akhir = self.find_target(indikator, baris)
        is_wajib = self.profil.kekuatan(indikator.kode) == "Wajib"
        ukuran = Ukuran(
            target,
            akhir,
            exact(self.profil["status.jarak"]),
            indikator.is_persen,
            is_turun=indikator.arah == "turun",
            is_ada_kurang=is_wajib and (baris.pembilang or 0) < (baris.penyebut or 0),
            is_belum_terbukti=baris.jumlah_belum_terbukti > 0,
            is_selesai=indikator.sifat != "tahun berjalan" or self.waktu.akhir.month == 12,
        )
        return Nilai(
            kode=indikator.kode,
            nama=indikator.nama,
            periode=self.waktu.teks,
            tingkat=baris.tingkat,
            kunci=baris.kunci,
            pembilang=baris.pembilang,
            penyebut=baris.penyebut,
            nilai=_number(tepat, indikator.is_persen),
            satuan=baris.satuan,
            target=None if target is None else float(target),
            status=judge(tepat, ukuran),
            basis=baris.basis,
            sumber=baris.sumber,
            estimasi=baris.is_estimasi,
            catatan="; ".join(baris.catatan) or None,
            target_akhir=None if akhir is None else float(akhir),
            sumber_penyebut=baris.sumber_penyebut,
            bulan=baris.bulan,
            versi=indikator.versi,
        )


def _number(tepat: Fraction | None, is_persen: bool) -> float | int | None:
    if tepat is None:
        return None
    return float(tepat) if is_persen else int(tepat)


def _fill_kabupaten(indikator: Indikator, nilai: list[Nilai], penilai: _Penilai) -> list[Nilai]:
    """Return the regency rows that an indicator without data must still show."""
    if "KABUPATEN" not in indikator.tingkat:
        return []
    ada = {n.satuan for n in nilai if n.kode == indikator.kode and n.tingkat == "KABUPATEN"}
    return [
        penilai.judge(
            indikator,
            _Baris(
                "KABUPATEN", penilai.kode_kabupaten, satuan, None, None, indikator.basis, None, None, False, 0, None
            ),
        )
        for satuan in indikator.satuan
        if satuan not in ada
    ]


def _count_kesenjangan(dasar: list[_Baris], indikator: Indikator, penilai: _Penilai) -> list[Nilai]:
    """Return people missing to the target of 31 December and people per month left (rule 12).

    ceil(target x denominator / 100) in exact decimals, minus the numerator, not below 0; per month rounded up, null in
    December. The months left count from the month of the numerator: a semester whose last recap is March has the
    value of March.
    """
    hasil = []
    ucj01 = KATALOG["UCJ-01"]
    for baris in dasar:
        if baris.tingkat not in indikator.tingkat:
            continue
        sisa_bulan = 12 - (baris.bulan or penilai.waktu.akhir).month
        jalur = penilai.find_jalur(ucj01, baris.tingkat, baris.kunci, "persen")
        kurang = None
        if jalur is not None and baris.penyebut and baris.pembilang is not None:
            wanted = math.ceil(jalur.akhir_tahun(penilai.waktu.akhir) * baris.penyebut / 100)
            kurang = max(wanted - baris.pembilang, 0)
        per_bulan = math.ceil(Fraction(kurang, sisa_bulan)) if kurang is not None and sisa_bulan else None
        for satuan, jumlah in (("orang", kurang), ("orang/bulan", per_bulan)):
            hasil.append(
                penilai.judge(
                    indikator,
                    _Baris(
                        baris.tingkat, baris.kunci, satuan, jumlah, None, baris.basis, f"{baris.sumber}, target",
                        baris.sumber_penyebut, False, 0, baris.bulan, baris.catatan,
                    ),
                )
            )  # fmt: skip
    return hasil

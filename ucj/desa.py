"""Villages side by side: participants, denominator, village budget and recipients, by village and by kecamatan."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ucj import format
from ucj.hitung import Nilai
from ucj.kesenjangan import belum_terlindungi
from ucj.saringan import Desa


@dataclass(frozen=True)
class Baris:
    """One village: active participants (None without a source at this level), coverage, money and recipients."""

    desa: Desa
    aktif: int | None
    cakupan: Nilai | None = None
    dana: Nilai | None = None
    penerima: int | None = None

    @property
    def belum(self) -> int | None:
        """People who are not protected; None without a denominator."""
        return belum_terlindungi(self.cakupan)

    @property
    def persen(self) -> float | None:
        """Coverage in percent; None without a denominator."""
        return self.cakupan.nilai if self.cakupan else None


def sebut_wilayah(desa: Iterable[Desa], kata_desa: str, kata_kelurahan: str) -> str:
    """Return what the villages are called together: "kampung", "kelurahan", or "kampung/kelurahan" where both exist."""
    jenis = {d.jenis for d in desa}
    kata = [kata_desa.lower()] if "DESA" in jenis or not jenis else []
    return "/".join(kata + ([kata_kelurahan.lower()] if "KELURAHAN" in jenis else []))


def susun(
    desa: Iterable[Desa],
    cakupan: Iterable[Nilai],
    aktif: Mapping[str, int] | None,
    dana: Iterable[Nilai],
    penerima: Iterable[Nilai],
    beranggaran: Container[str],
) -> list[Baris]:
    """Return one row per village, most unprotected people first, villages without a denominator after them.

    ``aktif`` replaces the coverage where only a part is asked for (one segment, another basis): counts have no
    denominator of their own, so no percentage is made; a village that the list does not name has 0.
    ``beranggaran``: the units whose budget was delivered; of another the budget is not known, which is not 0.
    """
    per_cakupan = {n.kunci: n for n in cakupan}
    per_dana = {n.kunci: n for n in dana if n.kunci in beranggaran}
    per_penerima = {n.kunci: n.pembilang for n in penerima}
    baris = []
    for d in desa:
        n = None if aktif is not None else per_cakupan.get(d.kode)
        if aktif is None:
            jumlah = n.pembilang if n else None
        else:
            jumlah = aktif.get(d.kode, 0) if aktif else None
        baris.append(Baris(d, jumlah, n, per_dana.get(d.kode), per_penerima.get(d.kode)))
    return sorted(baris, key=lambda b: (b.belum is None, -(b.belum or 0), -(b.aktif or 0), b.desa.nama, b.desa.kode))


def berpenyebut(baris: Iterable[Baris]) -> list[Baris]:
    """Return the villages whose coverage can be given as a percentage."""
    return [b for b in baris if b.persen is not None]


def jumlah_per(orang: Iterable[Mapping[str, Any]], kolom: str) -> dict[str, int]:
    """Return the active participants of one segment or basis per village or kecamatan."""
    hasil: dict[str, int] = defaultdict(int)
    for b in orang:
        hasil[b[kolom]] += b["jumlah_aktif"]
    return dict(hasil)


def satu_wilayah(nilai: Iterable[Nilai], kunci: str | None) -> Nilai | None:
    """Return the value of one area; of the only area there is with None."""
    return next((n for n in nilai if kunci in (None, n.kunci)), None)


def ujung_kecamatan(nilai: Iterable[Nilai], baris: Iterable[Baris], nama: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the names of the kecamatan with the highest and the lowest coverage; None with fewer than two.

    A kecamatan of which only some villages have a denominator is left out: its participants would be divided by the
    workers of the other villages alone.
    """
    punya: dict[str, set[bool]] = defaultdict(set)
    for b in baris:
        punya[b.desa.kode_kecamatan].add(b.persen is not None)
    ada = sorted(
        (n.nilai, n.kunci) for n in nilai if n.nilai is not None and n.kunci in nama and len(punya[n.kunci]) == 1
    )
    return (nama[ada[-1][1]], nama[ada[0][1]]) if len(ada) > 1 else None


def kalimat_lepas(seluruh: Nilai | None, di_desa: int | None, kata_desa: str, tempat: str) -> tuple[str, ...]:
    """Return how many participants of the whole area stand in no village, so that no village is taken for lower than
    it is; nothing when all of them do or the whole is not known.

    A recap by kecamatan also counts residents who work elsewhere; the person list of a branch does not know them.
    """
    if seluruh is None or seluruh.pembilang is None or di_desa is None or seluruh.pembilang <= di_desa:
        return ()
    return (
        f"{format.bilangan(seluruh.pembilang - di_desa)} dari {format.bilangan(seluruh.pembilang)} peserta aktif "
        f"{tempat} belum diketahui {kata_desa}nya; cakupan per {kata_desa} dapat lebih tinggi daripada yang tampak.",
    )


def kalimat_lepas_kerja(seluruh: Nilai | None, di_desa: int | None, kata_desa: str) -> tuple[str, ...]:
    """Return how many participants by workplace stand in no village of the regency; nothing when all of them do."""
    if seluruh is None or seluruh.pembilang is None or di_desa is None or seluruh.pembilang <= di_desa:
        return ()
    return (
        f"{format.bilangan(seluruh.pembilang - di_desa)} dari {format.bilangan(seluruh.pembilang)} peserta aktif "
        f"menurut tempat kerja tidak tercatat pada {kata_desa} di kabupaten.",
    )


@dataclass(frozen=True)
class Kecamatan:
    """One kecamatan: its participants, those of unknown village included, its villages and its recipients."""

    kode: str
    nama: str
    aktif: int | None
    cakupan: Nilai | None
    desa: tuple[Baris, ...]
    penerima: int | None = None

    @property
    def belum(self) -> int | None:
        """People who are not protected; None without a denominator, or with one of only some of its villages."""
        return None if self.is_sebagian else belum_terlindungi(self.cakupan)

    @property
    def persen(self) -> float | None:
        """Coverage in percent, as ``belum``."""
        return None if self.is_sebagian or self.cakupan is None else self.cakupan.nilai

    @property
    def is_sebagian(self) -> bool:
        """Whether only some of its villages have a denominator: all participants over some workers is no ratio."""
        return len({b.persen is not None for b in self.desa}) > 1

    def di_bawah(self, batas: float) -> int | None:
        """Return how many villages lie below a limit, None where none has a percentage."""
        ada = [b.persen for b in self.desa if b.persen is not None]
        return sum(p < batas for p in ada) if ada else None


def per_kecamatan(
    baris: Iterable[Baris], cakupan: Iterable[Nilai], aktif: Mapping[str, int] | None, penerima: Iterable[Nilai]
) -> list[Kecamatan]:
    """Return one row per kecamatan, most unprotected people first; ``aktif`` as in ``susun``, by kecamatan."""
    desa: dict[str, list[Baris]] = defaultdict(list)
    for b in baris:
        desa[b.desa.kode_kecamatan].append(b)
    nilai = {n.kunci: n for n in cakupan} if aktif is None else {}
    jumlah = {k: n.pembilang for k, n in nilai.items()} if aktif is None else aktif
    bantuan = {n.kunci: n.pembilang for n in penerima}
    hasil = [
        Kecamatan(
            k,
            isi[0].desa.nama_kecamatan,
            jumlah.get(k, None if aktif is None else 0),
            nilai.get(k),
            tuple(isi),
            bantuan.get(k),
        )
        for k, isi in desa.items()
    ]
    return sorted(hasil, key=lambda k: (k.belum is None, -(k.belum or 0), -(k.aktif or 0), k.kode))


def kalimat_ambang(n: Nilai | None, ambang: float, kata_desa: str) -> str:
    """Return how many villages reach the profile's threshold (UCJ-05); empty without a denominator."""
    if n is None or not n.penyebut:
        return ""
    return (
        f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)} {kata_desa} yang punya penyebut mencapai "
        f"ambang {format.persen(ambang)} ({format.persen(n.nilai, n.target)})."
    )


TIDAK_DIKENAL = "desa_tidak_dikenal"  # name of the warning (queries/warnings)


def tanpa_pasangan(
    baris: Iterable[Baris],
    berpoligon: Iterable[str],
    dikenal: Container[str],
    pengiriman: Iterable[Mapping[str, Any]],
    peringatan: Iterable[Mapping[str, Any]],
    kata_desa: str,
    is_sebagian: bool,
) -> dict[str, list[str]]:
    """Return what does not meet: sentence -> names or codes. Empty when all of it fits.

    ``berpoligon``: codes with a boundary; ``dikenal``: villages of the list; ``is_sebagian``: one segment or another
    basis is shown, for which no village has a denominator by nature.
    """
    baris, poligon = list(baris), set(berpoligon)
    tanpa_poligon = [b for b in baris if b.desa.kode not in poligon]
    tanpa_penyebut = [b for b in baris if b.persen is None and not is_sebagian]
    isi = {
        f"{kata_desa} tidak ada di peta karena belum punya batas": [_sebut(b) for b in tanpa_poligon],
        f"batas di peta tanpa {kata_desa} pada daftar wilayah": [
            *(k for k in sorted(poligon) if k not in dikenal),
            *(
                kalimat
                for p in pengiriman
                if p["sumber"] == "wilayah" and not p["is_digantikan"]
                for kalimat in _poligon_lepas(p["catatan"])
            ),
        ],
        f"kode pada kiriman tidak dikenal sebagai {kata_desa}": [
            p["kalimat"] for p in peringatan if p["nama"] == TIDAK_DIKENAL
        ],
        f"{kata_desa} tanpa persentase karena belum punya penyebut": [_sebut(b) for b in tanpa_penyebut],
    }
    return {f"{format.bilangan(len(butir))} {kalimat}": butir for kalimat, butir in isi.items() if butir}


def _poligon_lepas(catatan: str | None) -> list[str]:
    """Return the polygons without village that loading has noted; of many the note names the first."""
    cocok = re.search(r"Poligon yang tidak cocok dengan desa mana pun: (.*?)\.(?:; |$)", catatan or "")
    return [cocok[1]] if cocok else []


def _sebut(b: Baris) -> str:
    return f"{b.desa.nama} ({b.desa.nama_kecamatan}), kode {b.desa.kode}"

"""The pictures of the page Desa: the map, the strip plot by kecamatan, the dot plot of one kecamatan."""

from collections.abc import Sequence
from datetime import date
from statistics import median

from ucj import format, judul_desa
from ucj.charts import Baris as Lajur
from ucj.charts import Peta, Titik, TitikNilai, Wilayah
from ucj.desa import Baris, Kecamatan, berpenyebut

PALING_SEBUT = 3


def batas_jumlah(terbesar: int) -> tuple[float, ...]:
    """Return four round class limits for counts: steps of 1, 2 or 5 times a power of ten up to the largest count."""
    langkah = 1
    while True:
        for kali in (1, 2, 5):
            if langkah * kali * 5 > terbesar:
                return tuple(float(langkah * kali * i) for i in range(1, 5))
        langkah *= 10


def peta(
    baris: Sequence[Baris],
    batas: Sequence[float],
    kata_desa: str,
    kata_basis: str,
    bulan: date,
    sumber: str,
    ujung: tuple[str, str] | None = None,
    catatan: tuple[str, ...] = (),
    sorot: str = "",
    basis: str = "DOMISILI",
) -> Peta:
    """Return the map: percentages in the profile's classes where denominators exist, else counts in round classes.

    ``ujung``: names of the highest and the lowest area; ``sorot``: code of the village that is looked at.
    """
    is_persen = bool(berpenyebut(baris))
    satu = next((b.desa for b in baris if b.desa.kode == sorot), None)
    if is_persen:
        satuan = "persen"
        nama = judul_desa.peta(*ujung) if ujung else f"Cakupan per {kata_desa}, {format.bulan(bulan)}"
        kelas = tuple(float(b) for b in batas)
        arti = f"Persen pekerja yang menjadi peserta aktif, {kata_basis}"
    else:
        satuan = "orang"
        nama = f"Peserta aktif per {kata_desa}, {format.bulan(bulan)}"
        kelas = batas_jumlah(max((b.aktif or 0 for b in baris), default=0))
        arti = f"Orang, {kata_basis}; tanpa penyebut {kata_desa} tidak ada persentase"
    if len({b.desa.kode_kecamatan for b in baris}) > 1:
        nama = f"Kecamatan {nama}" if is_persen and ujung else nama  # bare names on a map of villages mislead
        arti += "; garis tebal = batas kecamatan"
    if satu:
        nama = f"{satu.nama} di antara {len(baris)} {kata_desa} Kecamatan {satu.nama_kecamatan}"
    return Peta(
        judul=nama,
        subjudul=arti,
        satuan=satuan,
        wilayah=[
            Wilayah(b.desa.kode, b.desa.nama, b.desa.nama_kecamatan, b.persen if is_persen else b.aktif, _rinci(b))
            for b in baris
        ],
        batas=kelas,
        kata_desa=kata_desa,
        sorot=sorot,
        catatan=catatan,
        sumber=sumber,
        kode=("UCJ-01",) if is_persen else (),
        basis=basis,
    )


def _rinci(b: Baris) -> str:
    if b.aktif is None:
        return ""
    if b.cakupan is None or not b.cakupan.penyebut:
        return f"{format.bilangan(b.aktif)} peserta aktif, penyebut belum ada"
    return (
        f"{format.bilangan(b.aktif)} dari {format.bilangan(b.cakupan.penyebut)} pekerja, "
        f"{format.bilangan(b.belum)} belum terlindungi"
    )


def jalur(kecamatan: Sequence[Kecamatan], kata_desa: str, bulan: date, sumber: str) -> Titik | None:
    """Return the strip plot: one row per kecamatan, a dot per village, the lowest three named; None without ratios.

    Rows stand by people who are not protected, a kecamatan without a ratio of its own by those of its villages.
    """
    isi = [(k, ada) for k in kecamatan if (ada := berpenyebut(k.desa))]
    semua = sorted((b for _, ada in isi for b in ada), key=lambda b: (b.persen or 0, b.desa.kode))
    if len(isi) < 2:
        return None
    sebut = {b.desa.kode for b in semua[:PALING_SEBUT]}
    isi.sort(key=lambda satu: -sum(b.belum or 0 for b in satu[1]))
    return _titik(
        [
            Lajur(
                k.nama,
                tuple(TitikNilai(b.desa.nama, b.persen, b.desa.kode in sebut, b.desa.kode) for b in ada),
                median([b.persen or 0.0 for b in ada]),
            )
            for k, ada in isi
        ],
        semua,
        kata_desa,
        f"Persen pekerja yang menjadi peserta aktif, menurut KTP, {format.bulan(bulan)}; satu titik = satu "
        f"{kata_desa}, garis pendek = median kecamatan, urut menurut pekerja belum terlindungi",
        "Kecamatan",
        sumber,
    )


def per_desa(
    baris: Sequence[Baris], nama_kecamatan: str, kata_desa: str, bulan: date, sumber: str, sorot: str = ""
) -> Titik | None:
    """Return the dot plot of the villages of one kecamatan, most unprotected people first; None without ratios.

    ``sorot``: code of the village that is looked at.
    """
    ada = berpenyebut(baris)
    if not ada:
        return None
    return _titik(
        [Lajur(b.desa.nama, (TitikNilai(b.desa.nama, b.persen, b.desa.kode == sorot, b.desa.kode),)) for b in ada],
        sorted(ada, key=lambda b: (b.persen or 0, b.desa.kode)),
        kata_desa,
        f"Kecamatan {nama_kecamatan}, {format.bulan(bulan)}; persen pekerja yang menjadi peserta aktif, menurut KTP, "
        "urut menurut pekerja belum terlindungi",
        kata_desa[0].upper() + kata_desa[1:],
        sumber,
    )


def _titik(
    lajur: Sequence[Lajur], naik: Sequence[Baris], kata_desa: str, subjudul: str, kelompok: str, sumber: str
) -> Titik:
    """Return the description; ``naik``: its villages, lowest coverage first. The target is drawn where all share it."""
    target = {b.cakupan.target for b in naik if b.cakupan}
    bersama = target.pop() if len(target) == 1 else None
    belum = sum(bersama is not None and (b.persen or 0) < bersama for b in naik)
    return Titik(
        judul=judul_desa.jarak(belum, len(naik), kata_desa, bersama, naik[0].persen or 0, naik[-1].persen or 0),
        subjudul=subjudul,
        satuan="persen",
        kelompok=lajur,
        target=bersama,
        kolom_kelompok=kelompok,
        kolom_titik=kata_desa[0].upper() + kata_desa[1:],
        sumber=sumber,
        kode=("UCJ-01",),
        basis="DOMISILI",
    )


def ujung_desa(baris: Sequence[Baris]) -> tuple[str, str] | None:
    """Return the names of the villages with the highest and the lowest coverage; None when all are equal."""
    naik = sorted(berpenyebut(baris), key=lambda b: (b.persen or 0, b.desa.kode))
    if len(naik) < 2 or naik[0].persen == naik[-1].persen:
        return None
    return naik[-1].desa.nama, naik[0].desa.nama

"""Sentences on pace and path, written by rule from ``ucj.laju`` (visual.md 6; sources.md 5, rule 23): a cause never."""

import math
from datetime import date
from fractions import Fraction

from ucj import format, laju
from ucj.laju import Arah, Laju, Uji

TIDAK_TERCAPAI = "tidak tercapai pada laju ini"


def target(arah: Arah) -> str:
    """Return the last dated target: "62%" where it is whole, else "62,5%"."""
    nilai = arah.jalur.terakhir[1]
    return f"{nilai}%" if nilai.denominator == 1 else format.persen(float(nilai))


def kata_laju(satu: Laju) -> str:
    """Return the name of a pace: "laju 12 bulan terakhir"."""
    return f"laju {satu.panjang} bulan terakhir"


def judul(arah: Arah) -> str:
    """Return the finding on where the coverage is heading, at most twelve words."""
    tahun_target = arah.jalur.terakhir[0].year
    if arah.keadaan == laju.TERCAPAI:
        return f"Target {tahun_target} sebesar {target(arah)} sudah tercapai pada {format.bulan(arah.kini.bulan)}"
    if arah.laju is None:  # too few comparable months
        orang = format.bilangan(arah.kurang_jalur)
        kurang = f"Masih kurang {orang} orang" if arah.kurang_jalur else "Cakupan sesuai rencana"
        return f"{kurang}; laju belum dapat dihitung"
    dengan = f"Dengan {kata_laju(arah.laju)}"
    if arah.keadaan == laju.TIDAK:
        return f"{dengan}, {target(arah)} tidak tercapai"
    if arah.keadaan == laju.SESUAI:
        if arah.akhir is None:
            return f"Cakupan sesuai rencana; {dengan.lower()}, {target(arah)} tidak tercapai"
        if arah.akhir <= arah.jalur.terakhir[0]:
            return f"{dengan}, {target(arah)} tercapai {format.bulan(arah.akhir)}"
        return f"Cakupan sesuai rencana; {dengan.lower()}, {target(arah)} baru tercapai {arah.akhir.year}"
    if arah.tercapai is not None and not arah.is_sampai_akhir:
        return f"{dengan}, rencana terkejar {format.bulan(arah.tercapai)}"
    if arah.tercapai is not None and arah.tercapai.year <= tahun_target:
        return f"{dengan}, {target(arah)} tercapai {format.bulan(arah.tercapai)}"
    tahun = arah.tercapai.year if arah.tercapai else ""
    return f"{dengan}, {target(arah)} baru tercapai tahun {tahun}"


def orang_per_bulan(nilai: Fraction) -> str:
    """Return a pace in words; cut towards zero, so that it is never said to be more than it is."""
    orang = math.trunc(nilai)
    return "kurang dari 1 orang per bulan" if orang == 0 and nilai > 0 else f"{format.bilangan(orang)} orang per bulan"


def kurang(arah: Arah) -> str:
    """Return the people missing to the path and to the target of the year, and the pace that this needs."""
    akhir = f"target Desember {arah.kini.bulan.year} ({format.persen(float(arah.target_tahun))})"
    if arah.kurang_tahun == 0:
        jalur = f"; terhadap rencana bulan ini kurang {format.bilangan(arah.kurang_jalur)} orang"
        return f"{akhir[0].upper()}{akhir[1:]} sudah tercapai{jalur if arah.kurang_jalur else ''}."
    jalur = (
        f"Kurang {format.bilangan(arah.kurang_jalur)} orang terhadap rencana bulan ini dan"
        if arah.kurang_jalur
        else "Rencana bulan ini tercapai, kurang"
    )
    perlu = f"; perlu {format.bilangan(arah.laju_perlu)} orang per bulan" if arah.laju_perlu is not None else ""
    return f"{jalur} {format.bilangan(arah.kurang_tahun)} orang terhadap {akhir}{perlu}."


def pencapaian(arah: Arah) -> str:
    """Return the pace achieved and the month of reaching with its range; why there is none where there is none."""
    if arah.keadaan == laju.SUMBER_BERGANTI:
        return (
            f"Laju belum dapat dihitung: jenis sumber berganti mulai {format.bulan(arah.mulai)}, dan laju memerlukan "
            f"{laju.PALING_PENDEK + 1} bulan dari satu jenis sumber."
        )
    if arah.laju is None:
        return f"Laju belum dapat dihitung: diperlukan {laju.PALING_PENDEK + 1} bulan dari satu jenis sumber."
    kalimat = f"{kata_laju(arah.laju)[0].upper()}{kata_laju(arah.laju)[1:]}: {orang_per_bulan(arah.laju.nilai)}"
    if arah.keadaan == laju.TERCAPAI:
        return f"{kalimat}."
    if arah.keadaan == laju.SESUAI:
        if arah.akhir is None:
            return f"{kalimat}; {target(arah)} {TIDAK_TERCAPAI}."
        return f"{kalimat}; {target(arah)} tercapai {format.bulan(arah.akhir)} pada laju itu."
    apa = target(arah) if arah.is_sampai_akhir or arah.tercapai is None else "rencana"
    if arah.tercapai is None and arah.tercepat is None:
        return f"{kalimat}; {apa} {TIDAK_TERCAPAI}."
    if arah.tercapai is None:
        return f"{kalimat}; {apa} {TIDAK_TERCAPAI} (rentang perkiraan: paling cepat {format.bulan(arah.tercepat)})."
    return f"{kalimat}; {apa} tercapai {format.bulan(arah.tercapai)} ({rentang(arah.tercepat, arah.terlambat)})."


def rentang(tercepat: date | None, terlambat: date | None) -> str:
    """Return the range of the month of reaching."""
    if tercepat is None:
        return f"rentang perkiraan: {TIDAK_TERCAPAI}"
    if terlambat is None:
        return f"rentang perkiraan: paling cepat {format.bulan(tercepat)}, atau tidak tercapai"
    if tercepat == terlambat:
        return f"rentang perkiraan: {format.bulan(tercepat)}"
    return f"rentang perkiraan: {format.bulan(tercepat)} sampai {format.bulan(terlambat)}"


def di_luar_rentang(satu: Laju) -> str:
    """Return the note that the last pace is outside the range of the year's paces, else nothing."""
    if satu.bawah <= satu.nilai <= satu.atas:
        return ""
    letak = "lebih tinggi" if satu.nilai > satu.atas else "lebih rendah"
    return f"Laju terakhir {letak} daripada rentang yang dibentuk {satu.jumlah_jendela} laju dalam setahun terakhir."


def ketepatan(uji: list[Uji]) -> str:
    """Return the finding of the back-test at the horizon that is longest; neutral without any."""
    if not uji:
        return "Ketepatan perkiraan belum dapat diuji"
    jauh = max(uji, key=lambda u: u.jauh)
    return f"Rentang perkiraan {jauh.jauh} bulan tepat {jauh.kena} dari {jauh.jumlah} kali diuji"


def pengalaman(uji: Uji | None) -> str:
    """Return how often a range that earlier months would have given held what came; empty where none can be tried."""
    if uji is None:
        return ""
    kena, jumlah = format.bilangan(uji.kena), format.bilangan(uji.jumlah)
    return (
        f"Diuji pada bulan yang lalu, kenyataan {uji.jauh} bulan kemudian berada di dalam rentang {kena} dari {jumlah} "
        "kali; rentang hanya memuat perbedaan laju."
    )

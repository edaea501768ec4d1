"""The headline figures of Ringkasan: what each card prints, with what stands beside it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ucj import format
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi
from ucj.kesenjangan import Kantor, Tanggungan, belum_terlindungi, kurang_orang
from ucj.tren import kata_penyebut


def _gabung(*bagian: str) -> str:
    return " · ".join(b for b in bagian if b)


def cakupan(n: Nilai, wilayah: str = "") -> Kpi:
    """Return the card of UCJ-01 for the regency or one area; without a denominator the count of participants."""
    nama = f"Cakupan menurut KTP, {wilayah}" if wilayah else "Cakupan UCJ menurut KTP"
    if not n.penyebut:
        return Kpi(nama, format.bilangan(n.pembilang), "peserta aktif; belum ada penyebut")
    kurang = kurang_orang(n)
    return Kpi(
        nama,
        format.persen(n.nilai, n.target),
        _gabung(
            f"target {format.persen(n.target)}" if n.target is not None else "belum ada target",
            f"kurang {format.bilangan(kurang)} orang" if kurang else "",
        ),
        n.status,
        n.nilai,
        n.target,
    )


def tempat_kerja(n: Nilai, s11: Nilai | None) -> Kpi:
    """Return the card of UCJ-02 with the official ratio on its own basis; never mixed with UCJ-01."""
    rasio = ""
    if s11 is not None and s11.nilai is not None:
        rasio = f"{format.persen(s11.nilai)} dari {format.bilangan(s11.penyebut)} pekerja di kabupaten"
    return Kpi(
        "Peserta aktif menurut tempat kerja", format.bilangan(n.pembilang), _gabung("penduduk maupun bukan", rasio)
    )


def non_asn(n: Nilai) -> Kpi:
    """Return the card of PEM-01; any miss of a Wajib duty is printed in people."""
    kurang = belum_terlindungi(n)
    if not n.penyebut:
        return Kpi("Non-ASN terlindungi", format.TIDAK_TERSEDIA, "belum ada daftar non-ASN", n.status)
    return Kpi(
        "Non-ASN terlindungi",
        format.persen(n.nilai),
        _gabung(
            f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)}",
            f"kurang {format.bilangan(kurang)} orang" if kurang else "",
        ),
        n.status,
        n.nilai,
        n.target,
    )


def penerima(n: Nilai) -> Kpi:
    """Return the card of RNT-02, a count, beside the planned number where a target exists."""
    if n.pembilang is None:
        return Kpi("Penerima bantuan iuran", format.TIDAK_TERSEDIA, "belum ada daftar penerima", n.status)
    if n.target is None:
        return Kpi("Penerima bantuan iuran", format.bilangan(n.pembilang), "orang; belum ada target")
    return Kpi(
        "Penerima bantuan iuran",
        format.bilangan(n.pembilang),
        f"target {format.bilangan(n.target)} orang",
        n.status,
        n.pembilang,
        n.target,
        maks=max(n.target, n.pembilang, 1),
    )


def serapan(n: Nilai, cukup: str) -> Kpi:
    """Return the card of KEU-01: judged by the time elapsed and by how long the money lasts (``cukup``, in words)."""
    if not n.penyebut:
        return Kpi("Serapan anggaran iuran", format.TIDAK_TERSEDIA, "belum ada anggaran", n.status)
    return Kpi(
        "Serapan anggaran iuran",
        format.persen(n.nilai, n.target),
        _gabung(
            f"{format.rupiah_pendek(n.pembilang, eja=True)} dari {format.rupiah_pendek(n.penyebut, eja=True)}",
            cukup,
        ),
        n.status,
        n.nilai,
        n.target,
    )


def kartu(
    pertama: Kpi | None, non: Nilai | None, terima: Nilai | None, serap: Nilai | None, cukup: str, wilayah: str = ""
) -> list[Kpi]:
    """Return the four cards in their fixed order, ``pertama`` the coverage on the basis chosen.

    Beside the coverage of one ``wilayah`` the other cards say that they are those of the regency.
    """
    lain = [
        *([non_asn(non)] if non else []),
        *([penerima(terima)] if terima else []),
        *([serapan(serap, cukup)] if serap else []),
    ]
    if wilayah:
        lain = [se_kabupaten(k) for k in lain]
    return [*([pertama] if pertama else []), *lain]


def se_kabupaten(k: Kpi) -> Kpi:
    """Return the card with the words that its figure is that of the whole regency."""
    return replace(k, judul=f"{k.judul}, se-kabupaten")


def kalimat_kpi(k: Kpi | None) -> str:
    """Return a card as a sentence: the figure on the other basis stands beside the cards and not among them."""
    return f"{k.judul}: {k.angka}{f' ({k.keterangan})' if k.keterangan else ''}." if k else ""


def kalimat_hitungan(n: Nilai) -> str:
    """Return numerator and denominator in words."""
    if not n.penyebut:
        return ""
    return f"{format.bilangan(n.pembilang)} peserta aktif dari {format.bilangan(n.penyebut)} {kata_penyebut(n)}"


def kalimat_tempat_kerja(wilayah: bool) -> str:
    """Return why figures by workplace stand apart, and that an area cannot narrow them."""
    kalimat = "Angka menurut tempat kerja tidak dicampur dengan cakupan menurut KTP"
    return kalimat + ("; pilihan wilayah tidak berlaku baginya" if wilayah else "")


def tabel_tanggungan(
    hal: Sequence[Tanggungan], kantor: Callable[[Kantor | None], object]
) -> tuple[list[Kolom], list[list[object]]]:
    """Return who owes what, with the people it touches."""
    kolom = [Kolom("Penanggung jawab"), Kolom("Hal"), Kolom("Belum terlindungi", "orang", angka=True)]
    return kolom, [[kantor(t.kantor), t.hal, format.bilangan(t.orang)] for t in hal]


def kalimat_kesenjangan(orang: Nilai | None, per_bulan: Nilai | None, bulan: date) -> str:
    """Return the people missing to the target of 31 December and the pace that it needs."""
    if orang is None or orang.nilai is None:
        return "Kesenjangan ke target 31 Desember belum dapat dihitung: perlu target dan penyebut"
    if orang.nilai == 0:
        return f"Target 31 Desember {bulan.year} sudah tercapai"
    kalimat = f"Kurang {format.bilangan(orang.nilai)} orang ke target 31 Desember {bulan.year}"
    if per_bulan is not None and per_bulan.nilai is not None:
        kalimat += f", atau {format.bilangan(per_bulan.nilai)} orang per bulan"
    return f"{kalimat}; menurut KTP, se-kabupaten"

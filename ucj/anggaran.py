"""What the page Serapan anggaran shows: headline figures and charts made from budget values."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ucj import charts, format, judul_dana
from ucj.dana import Dana, awal_hilang, sebut_catatan, terkirim_sampai
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi, dua_baris, status
from ucj.istilah import PENGIRIM, sebut

BARIS_BAGAN = 8
CARA_CUKUP = (
    "Kebutuhan sebulan = iuran penerima bantuan bulan ini + 1/12 pagu untuk perangkat dan non-ASN; tanpa daftar "
    "penerima, 1/12 pagu. Dihitung paling jauh sampai Desember."
)
CATATAN_ESTIMASI = "Estimasi: iuran melekat pada belanja lain, dihitung dengan porsi yang disebut pengirim."
# upper left, upper right, lower left, lower right; the duty is 100 percent, so above its line there is nothing to name
KUADRAN = ("", "", "uang dan orang kurang", "orang kurang")
KOLOM_LINGKUP = (
    Kolom("Lingkup"), Kolom("Pagu", angka=True), Kolom("Belanja", angka=True), Kolom("Serapan", angka=True),
    Kolom("Status"),
)  # fmt: skip
KOLOM_SUMBER = (
    Kolom("Sumber dana"), Kolom("Sisa pagu", "Rp", angka=True), Kolom("Serapan", "persen", angka=True),
    Kolom("Cukup sampai", angka=True),
)  # fmt: skip


def kpi(serapan: Nilai, penganggaran: Nilai | None, dana: Dana, terpendek: tuple[str, Dana] | None = None) -> list[Kpi]:
    """Return the four headline figures; the first amounts of the page are spelled out.

    ``terpendek``: the funding source whose ceiling ends first, and its money; None when all reach December.
    """
    mulai = awal_hilang(serapan.catatan)
    isi = [
        Kpi(
            "Serapan anggaran iuran",
            format.persen(serapan.nilai, serapan.target),
            f"{format.rupiah_pendek(serapan.pembilang, eja=True)} dari "
            f"{format.rupiah_pendek(serapan.penyebut, eja=True)}; "
            + (
                f"realisasi {judul_dana.rentang_hilang(mulai)} mungkin belum dikirim"
                if mulai
                else f"waktu berjalan {format.persen(serapan.target)}"
            )
            + ("; sebagian pagu estimasi" if serapan.estimasi else ""),
            serapan.status,
            serapan.nilai,
            serapan.target,
        ),
        Kpi(
            "Sisa pagu",
            format.rupiah_pendek(dana.rp_sisa),
            f"kebutuhan sebulan {format.rupiah_pendek(dana.rp_sebulan)}",
        ),
        Kpi(
            "Dana cukup sampai",
            format.bulan_pendek(terpendek[1].cukup_sampai if terpendek else dana.cukup_sampai),
            f"{sebut(terpendek[0])}; semua sumber dana bersama sampai {format.bulan_pendek(dana.cukup_sampai)}"
            if terpendek
            else "semua sumber dana bersama, paling jauh Desember",
        ),
    ]
    if penganggaran is not None:
        isi.append(
            Kpi(
                "Unit yang menganggarkan",
                format.persen(penganggaran.nilai, penganggaran.target),
                f"{format.bilangan(penganggaran.pembilang)} dari {format.bilangan(penganggaran.penyebut)} unit",
                penganggaran.status,
                penganggaran.nilai,
                penganggaran.target,
            )
        )
    return isi


def _sisa(nilai: Nilai) -> int:
    return (nilai.penyebut or 0) - (nilai.pembilang or 0)


def urut_sisa(nilai: Iterable[Nilai]) -> list[Nilai]:
    """Return the units that have a ceiling or spending, most unspent money first."""
    return sorted((n for n in nilai if n.penyebut or n.pembilang), key=lambda n: (-_sisa(n), n.kunci))


def batang_opd(
    nilai: Iterable[Nilai], nama: Mapping[str, str], terpilih: str | None, kata_opd: str, sumber: str
) -> charts.Batang:
    """Return absorption per office as bullet bars with the time elapsed as tick, most unspent money first."""
    urut = urut_sisa(nilai)
    bagan = urut[:BARIS_BAGAN]
    pilihan = next((n for n in urut if n.kunci == terpilih), None)
    if pilihan is not None and pilihan not in bagan:
        bagan = [*bagan[: BARIS_BAGAN - 1], pilihan]
    sorot = pilihan or (urut[0] if urut else None)
    return charts.Batang(
        judul=_judul_opd(pilihan, urut, nama, kata_opd),
        subjudul="Persen pagu yang dibelanjakan; tanda = waktu berjalan; urut menurut sisa pagu",
        satuan="persen",
        kode=("KEU-01",),
        peluru=True,
        kolom_label=kata_opd,
        baris=[
            charts.Bar(
                nama.get(n.kunci, n.kunci),
                float(n.nilai) if n.nilai is not None else None,
                sorot=n is sorot,
                target=n.target,
                keterangan=f"{format.rupiah_pendek(n.pembilang)} dari {format.rupiah_pendek(n.penyebut)}"
                + (" (estimasi)" if n.estimasi else ""),
            )
            for n in bagan
        ],
        catatan=(CATATAN_ESTIMASI,) if any(n.estimasi for n in bagan) else (),
        sumber=sumber,
    )


def _judul_opd(pilihan: Nilai | None, urut: Sequence[Nilai], nama: Mapping[str, str], kata_opd: str) -> str:
    if pilihan is not None:
        angka = f"serapan {format.persen(pilihan.nilai, pilihan.target)}"
        return judul_dana.batasi(f"{nama.get(pilihan.kunci, pilihan.kunci)}: {angka}", angka.capitalize())
    if not urut:
        return f"Belum ada pagu iuran {kata_opd}"
    teratas = nama.get(urut[0].kunci, urut[0].kunci)
    if urut[0].pembilang is None or awal_hilang(urut[0].catatan):  # ceiling minus what is not all known is not the rest
        return judul_dana.batasi(
            f"Pagu terbesar di {teratas}, {format.rupiah_pendek(urut[0].penyebut)}",
            f"Pagu terbesar {format.rupiah_pendek(urut[0].penyebut)} pada satu {kata_opd}",
        )
    return judul_dana.batasi(
        f"Sisa pagu terbesar di {teratas}, {format.rupiah_pendek(_sisa(urut[0]))}",
        f"Sisa pagu terbesar {format.rupiah_pendek(_sisa(urut[0]))} pada satu {kata_opd}",
    )


def sebar(
    uang: Iterable[Nilai], orang: Iterable[Nilai], nama: Mapping[str, str], kata_opd: str, sumber: str
) -> charts.Sebar | None:
    """Return absorption (KEU-01) against non-ASN workers protected (PEM-01), one dot per office that has both; None
    with fewer than two."""
    terlindungi = {n.kunci: n for n in orang if n.nilai is not None}
    pasang = [(n, terlindungi[n.kunci]) for n in uang if n.nilai is not None and n.kunci in terlindungi]
    if len(pasang) < 2:
        return None
    garis_x, garis_y = pasang[0][0].target, pasang[0][1].target
    is_pasti = not any(awal_hilang(n.catatan) for n, _ in pasang)
    bawah = [
        (n, m)
        for n, m in pasang
        if None not in (n.target, m.target) and (n.nilai or 0) < (n.target or 0) and (m.nilai or 0) < (m.target or 0)
    ]
    # named: the offices that miss most people, then the least absorption
    jauh = sorted(bawah or pasang, key=lambda p: ((p[1].pembilang or 0) - (p[1].penyebut or 0), p[0].nilai or 0))[:3]
    lambat = min(pasang, key=lambda p: p[0].nilai or 0)
    disebut = {n.kunci for n, _ in (*jauh, lambat)}
    return charts.Sebar(
        judul=judul_dana.uang_dan_orang(len(bawah), len(pasang), kata_opd)
        if is_pasti
        else f"Serapan dan non-ASN terlindungi per {kata_opd}",
        subjudul=f"Satu titik per {kata_opd}; garis = waktu berjalan dan kewajiban",
        satuan="persen",
        kode=("KEU-01", "PEM-01"),
        titik=[
            charts.TitikXY(nama.get(n.kunci, n.kunci), float(n.nilai or 0), float(m.nilai or 0), n.kunci in disebut)
            for n, m in pasang
        ],
        sumbu_x="Serapan anggaran iuran",
        sumbu_y="Non-ASN terlindungi",
        garis_x=garis_x,
        garis_y=garis_y,
        kuadran=KUADRAN if is_pasti else ("", "", "", ""),
        kolom_label=kata_opd,
        sumber=sumber,
    )


def tangga(
    ubah: Iterable[Mapping[str, Any]], nilai: Nilai, waktu: date, siapa: str, sumber: str
) -> charts.Tangga | None:
    """Return the way from the first ceiling over its changes to what is left, from the read ``pagu_perubahan``.

    ``nilai``: KEU-01 of the same unit; the ceiling that the steps give is its denominator. None without a ceiling.
    """
    tahap = [t for t in ubah if t["rp_ubah"] or t["jumlah_pertama"]]
    if not tahap or not nilai.penyebut or tahap[0]["rp_ubah"] < 0:
        return None
    awal, *lain = tahap
    langkah = [charts.Langkah(f"Pagu {sebut(awal['tahap'])}", awal["rp_ubah"], "awal")]
    for t in lain:
        jenis = "tambah" if t["rp_ubah"] >= 0 else "kurang"
        langkah.append(charts.Langkah(_besar(sebut(t["tahap"])), abs(t["rp_ubah"]), jenis))
    if lain:
        langkah.append(charts.Langkah("Pagu berlaku", nilai.penyebut, "jumlah"))
    is_pasti = awal_hilang(nilai.catatan) is None
    belanja, sisa = nilai.pembilang, _sisa(nilai)
    if belanja is not None:
        langkah.append(charts.Langkah("Belanja", abs(belanja), "kurang" if belanja >= 0 else "tambah"))
        if sisa >= 0 and is_pasti:
            langkah.append(charts.Langkah("Sisa pagu", sisa, "jumlah", sorot=True))
    tanpa_murni = sum(t["jumlah_pertama"] for t in lain)
    catatan = [
        f"{format.bilangan(tanpa_murni)} unit tidak mengirim pagu murni; pagu pertamanya dihitung sebagai tambahan."
    ]
    return charts.Tangga(
        judul=judul_dana.pagu(sum(t["rp_ubah"] for t in lain), belanja, sisa, is_pasti),
        subjudul=f"Rupiah, {siapa}, pagu {nilai_tahap(tahap)} dan belanja Januari sampai {format.bulan(waktu)}",
        satuan="Rp",
        kode=("KEU-01",),
        langkah=langkah,
        catatan=(*(catatan if tanpa_murni else []), *([CATATAN_ESTIMASI] if nilai.estimasi else [])),
        sumber=sumber,
    )


def nilai_tahap(tahap: Iterable[Mapping[str, Any]]) -> str:
    """Return the stages passed in words: ``murni, pergeseran``."""
    return ", ".join(sebut(t["tahap"]) for t in tahap)


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def baris_sumber(dana: Mapping[str, Dana], nilai: Iterable[Nilai]) -> list[list[object]]:
    """Return one row per funding source: what is left, absorption, and until when it lasts."""
    serapan = {n.kunci: n for n in nilai}
    return [
        [
            sebut(kode),
            format.rupiah_pendek(isi.rp_sisa),
            format.persen(serapan[kode].nilai, serapan[kode].target) if kode in serapan else None,
            dua_baris(
                format.bulan_pendek(isi.cukup_sampai),
                "realisasi belum dikirim"
                if isi.rp_sisa is None
                else "tanpa pagu"
                if isi.cukup_sampai is None
                else "▲ sebelum Desember"
                if isi.is_kurang
                else "akhir tahun",
            ),
        ]
        for kode, isi in dana.items()
    ]


def judul_sumber(dana: Mapping[str, Dana]) -> str:
    """Return which funding sources do not last until December."""
    kurang = [sebut(kode) for kode, isi in dana.items() if isi.is_kurang]
    return judul_dana.sumber_dana(kurang, all(isi.rp_sisa is not None for isi in dana.values()))


def garis_serapan(deret: Sequence[Nilai], bulan: date, sumber: str) -> charts.Garis:
    """Return cumulative spending of the year beside the ceiling in force each month, in rupiah.

    Months of which no spending was delivered, before the first and after the last delivery, are marked as missing.
    """
    tahun_ini = [n for n in deret if n.bulan is not None and n.bulan.year == bulan.year]
    waktu = tuple(n.bulan for n in tahun_ini if n.bulan is not None)
    terakhir = tahun_ini[-1] if tahun_ini else None
    mulai, sampai = (f(terakhir.catatan if terakhir else None) for f in (awal_hilang, terkirim_sampai))
    hilang = tuple(b for b in waktu if b < (mulai or date.min) or b > (sampai or date.max))
    belanja = [None if n.bulan in hilang else n.pembilang for n in tahun_ini]
    akhir = next((n for n in reversed(belanja) if n is not None), None)
    kata = "" if not hilang else format.bulan_pendek(hilang[0])
    kata += f"–{format.bulan_pendek(hilang[-1])}" if len(hilang) > 1 else ""
    return charts.Garis(
        judul=f"Belanja iuran {format.rupiah_pendek(akhir)} "
        f"dari pagu {format.rupiah_pendek(terakhir.penyebut if terakhir else None)}",
        subjudul=f"Rupiah, kumulatif Januari sampai {format.bulan(sampai or bulan)}, "
        "beserta pagu yang berlaku pada tiap bulan",
        satuan="Rp",
        kode=("KEU-01",),
        deret=[
            charts.Deret("Belanja", waktu, tuple(belanja)),
            charts.Deret("Pagu", waktu, tuple(n.penyebut for n in tahun_ini), gaya="pembanding"),
        ],
        hilang=hilang,
        catatan=(f"Realisasi {kata} belum diterima lengkap dari {PENGIRIM['realisasi']}.",) if hilang else (),
        sumber=sumber,
    )


def baris_lingkup(nilai: Iterable[Nilai]) -> list[list[object]]:
    """Return one row per lingkup: ceiling, spending, absorption, status."""
    return [
        [
            dua_baris(sebut(n.kunci), sebut_catatan(n.catatan)),
            format.rupiah_pendek(n.penyebut),
            format.rupiah_pendek(n.pembilang),
            format.persen(n.nilai, n.target),
            status(n.status),
        ]
        for n in nilai
    ]

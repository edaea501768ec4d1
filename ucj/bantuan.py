"""What the page Bantuan iuran shows: recipients by payer, place and person, and people with two payers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ucj import charts, format, judul_dana, kalender
from ucj.dana import Dana
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi, lencana, peluru
from ucj.istilah import ALASAN, TIDAK_DIKETAHUI, sebut

USIA = ("<15", "15-24", "25-34", "35-44", "45-54", "55-64", "65+")
GANDA = "Satu orang dengan dua pembayar dihitung pada tiap pembayarnya; jumlah orang di atas menghitungnya satu kali."
KOLOM_RINCI = (
    Kolom("Kelompok"), Kolom("Bagian"), Kolom("Penerima", "orang", angka=True), Kolom("Iuran", "Rp", angka=True),
)  # fmt: skip
KOLOM_DANA = (
    Kolom("Sumber dana"), Kolom("Penerima", "orang", angka=True), Kolom("Sisa pagu", angka=True),
    Kolom("Kebutuhan sebulan", angka=True), Kolom("Cukup sampai", angka=True),
)  # fmt: skip
KOLOM_PENETAPAN = (
    Kolom("Sumber dana"), Kolom("Penerima", "orang", angka=True), Kolom("Bernomor keputusan", "orang", angka=True),
    Kolom("Tanpa nomor", "orang", angka=True),
)  # fmt: skip
KOLOM_GANDA = (Kolom("Pembayar"), Kolom("Penilaian"), Kolom("Orang", angka=True))


@dataclass(frozen=True)
class Isi:
    """Recipients and rupiah of one value of a dimension."""

    kunci: str
    orang: int
    rp: int


def per_dimensi(
    baris: Iterable[Mapping[str, Any]],
    unik: Iterable[Nilai] = (),
    ciri: Iterable[Mapping[str, Any]] = (),
) -> dict[str, list[Isi]]:
    """Return the values of each dimension from the read ``penerima_rincian``, most people first.

    ``ciri``: rows of the read ``penerima_ciri`` of the same scope, which count a person once, whoever pays: they
    replace the dimensions that they have. ``unik``: values of RNT-02, which do so for payer and category.
    """
    ciri = list(ciri)
    punya = {b["dimensi"] for b in ciri}
    orang = {(n.tingkat, n.kunci): n.pembilang for n in unik}
    isi: dict[str, list[Isi]] = {}
    for b in [*ciri, *(b for b in baris if b["dimensi"] not in punya)]:
        satu = Isi(b["kunci"], b["jumlah_orang"], b["rp_iuran"])
        tepat = orang.get((b["dimensi"], b["kunci"]))
        isi.setdefault(b["dimensi"], []).append(satu if tepat is None else replace(satu, orang=tepat))
    return {d: sorted(nilai, key=lambda x: (x.kunci == TIDAK_DIKETAHUI, -x.orang, x.kunci)) for d, nilai in isi.items()}


def per_bulan(baris: Iterable[Mapping[str, Any]], sampai: date) -> dict[date, Isi]:
    """Return people (per payer) and rupiah by month up to a month, from the read ``penerima_bulanan``."""
    isi: dict[date, Isi] = {}
    for b in baris:
        if b["bulan"] <= sampai:
            lama = isi.get(b["bulan"], Isi("", 0, 0))
            isi[b["bulan"]] = Isi("", lama.orang + b["jumlah_orang"], lama.rp + b["rp_iuran"])
    return dict(sorted(isi.items()))


def jumlah_ganda(ganda: Iterable[Mapping[str, Any]], *, is_bersama: bool) -> int:
    """Return people with two payers whose shares add to 100 (``is_bersama``) or do not."""
    return sum(g["jumlah_orang"] for g in ganda if g["is_bersama"] == is_bersama)


def kpi(
    orang: int | None,
    rp: int,
    rencana: Nilai | None,
    dana: Mapping[str, Dana],
    penerima: Mapping[str, int],
    ganda: Sequence[Mapping[str, Any]],
) -> list[Kpi]:
    """Return the headline figures; ``dana`` and ``ganda`` are empty where only a part of the regency is shown."""
    target = rencana.target if rencana else None
    isi = [
        Kpi(
            "Penerima bantuan iuran",
            format.bilangan(orang),
            f"dari rencana {format.bilangan(target)} orang" if target is not None else "orang; belum ada rencana",
            rencana.status if rencana and target is not None else None,
            orang if target else None,
            target,
            maks=max(target or 1, orang or 1),
        ),
        Kpi("Iuran dibayar bulan ini", format.rupiah_pendek(rp, eja=True), "menurut daftar penerima"),
    ]
    if dana:
        bersama = format.bilangan(jumlah_ganda(ganda, is_bersama=True))
        habis = [kode for kode, d in dana.items() if d.is_habis_90_hari]
        tahu = any(d.cukup_sampai is not None for d in dana.values())
        isi.append(
            Kpi(
                "Dana habis dalam 90 hari",
                format.bilangan(sum(penerima.get(kode, 0) for kode in habis)) if tahu else format.TIDAK_TERSEDIA,
                f"orang dibayar dari {', '.join(map(sebut, habis))}" if habis else "orang, menurut pagu yang diketahui",
            )
        )
        isi.append(
            Kpi(
                "Dibayar ganda",
                format.bilangan(jumlah_ganda(ganda, is_bersama=False)),
                f"orang; {bersama} lain dibayar bersama dengan porsi 100%",
            )
        )
    return isi


def baris_dana(dana: Mapping[str, Dana], penerima: Mapping[str, int]) -> list[list[object]]:
    """Return one row per payer of recipients: people, what is left, need of a month, and until when it lasts."""
    baris: list[list[object]] = []
    for kode, orang in sorted(penerima.items(), key=lambda p: -p[1]):
        isi = dana.get(kode)
        if isi is None or isi.rp_pagu <= 0:
            baris.append([sebut(kode), format.bilangan(orang), "tanpa pagu", format.TIDAK_TERSEDIA, "tidak diketahui"])
            continue
        sampai: object = format.bulan_pendek(isi.cukup_sampai)
        if isi.is_habis_90_hari:
            sampai = Aman(f"▲ {sampai}")
        baris.append(
            [
                sebut(kode),
                format.bilangan(orang),
                format.rupiah_pendek(isi.rp_sisa),
                format.rupiah_pendek(isi.rp_sebulan),
                sampai if isi.cukup_sampai else "realisasi belum lengkap",
            ]
        )
    return baris


def judul_dana_habis(dana: Mapping[str, Dana], penerima: Mapping[str, int]) -> str:
    """Return how many people are paid from money that ends within 90 days."""
    berpagu = {kode for kode, isi in dana.items() if isi.rp_pagu > 0}
    return judul_dana.dana_habis(
        sum(orang for kode, orang in penerima.items() if kode in berpagu and dana[kode].is_habis_90_hari),
        sum(orang for kode, orang in penerima.items() if kode not in berpagu),
        all(dana[kode].cukup_sampai is not None for kode in penerima if kode in berpagu) and bool(berpagu),
    )


def batang_penetapan(baris: Iterable[Mapping[str, Any]], orang: int | None, kapan: str, sumber: str) -> charts.Batang:
    """Return the stages that the lists know as bars: paid, to be named in a decree, with the number of one.

    From the read ``penerima_penetapan``; the second and third count a person with each payer that needs a decree.
    """
    wajib = [b for b in baris if b["is_wajib"]]
    perlu, ada = (sum(b[k] for b in wajib) for k in ("jumlah_orang", "jumlah_bernomor"))
    kata = ", ".join(sebut(b["sumber_dana"]) for b in wajib)
    bar = [charts.Bar("Dibayar iurannya", orang)]
    if wajib:
        bar.append(charts.Bar("Wajib ditetapkan", perlu, keterangan=f"dibayar {kata}"))
        bar.append(
            charts.Bar("Bernomor keputusan", ada, sorot=True, keterangan=f"kurang {format.bilangan(perlu - ada)}")
        )
    return charts.Batang(
        judul=judul_dana.penetapan(perlu - ada, perlu),
        subjudul=f"Orang, {kapan}; wajib = dana yang penerimanya ditetapkan dengan keputusan kepala daerah",
        kode=("RNT-02",),
        baris=bar,
        kolom_label="Tahap",
        sumber=sumber,
    )


def baris_penetapan(baris: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per payer that needs a decree: recipients with and without its number."""
    return [
        [
            sebut(b["sumber_dana"]),
            format.bilangan(b["jumlah_orang"]),
            format.bilangan(b["jumlah_bernomor"]),
            format.bilangan(b["jumlah_orang"] - b["jumlah_bernomor"]),
        ]
        for b in baris
        if b["is_wajib"]
    ]


def batang_perbaikan(baris: Iterable[Mapping[str, Any]], kapan: str, sumber: str) -> charts.Batang | None:
    """Return rows set aside by reason as bars, from the read ``penerima_perbaikan``; None when every row was used."""
    baris = list(baris)
    disisihkan = {b["id_pengiriman"]: b["disisihkan"] or 0 for b in baris}
    alasan: dict[str, int] = {}
    for b in baris:
        if b["alasan"] is not None:
            alasan[b["alasan"]] = alasan.get(b["alasan"], 0) + b["jumlah"]
    if not sum(disisihkan.values()):
        return None
    urut = sorted(alasan.items(), key=lambda a: (-a[1], a[0]))[:12]
    return charts.Batang(
        judul=judul_dana.perbaikan(sum(disisihkan.values()), kapan),
        subjudul=f"Baris menurut alasan, dari kiriman yang memuat {kapan}; satu baris dapat mempunyai beberapa alasan",
        satuan="baris",
        baris=[charts.Bar(_besar(ALASAN.get(k, k)), n, sorot=i == 0) for i, (k, n) in enumerate(urut)],
        kolom_label="Alasan",
        sumber=sumber,
    )


def batang(
    isi: Sequence[Isi],
    judul: str,
    subjudul: str,
    kolom: str,
    nama: Mapping[str, str],
    sumber: str,
    catatan: str = "",
) -> charts.Batang:
    """Return recipients per value as bars, at most twelve; the rest stands as "lainnya"."""
    atas = list(isi) if len(isi) <= 12 else list(isi[:11])
    sisa = list(isi[len(atas) :])
    bar = [
        charts.Bar(nama.get(x.kunci) or _besar(sebut(x.kunci)), x.orang, sorot=i == 0, keterangan=format.rupiah(x.rp))
        for i, x in enumerate(atas)
    ]
    if sisa:
        rp = format.rupiah(sum(x.rp for x in sisa))
        bar.append(charts.Bar(f"{len(sisa)} lainnya", sum(x.orang for x in sisa), keterangan=rp))
    return charts.Batang(
        judul=judul,
        subjudul=subjudul,
        satuan="orang",
        kode=("RNT-02",),
        baris=bar,
        kolom_label=kolom,
        catatan=(catatan,) if catatan else (),
        sumber=sumber,
    )


def kata_hitung(is_orang: bool) -> str:
    """Return how people are counted in the tables of persons."""
    return "setiap orang dihitung satu kali" if is_orang else "dihitung per pembayar"


def catatan_kategori(isi: Sequence[Isi], jumlah: int | None) -> str:
    """Return why the categories add up to more than the people: two payers may have given one person two."""
    lebih = sum(x.orang for x in isi) - (jumlah or 0)
    if jumlah is None or lebih <= 0:
        return ""
    return (
        f"Jumlah kategori melebihi {format.bilangan(jumlah)} orang: satu orang dapat tercatat pada dua kategori, "
        "masing-masing dari pembayar yang berbeda. Rupiahnya tidak dihitung dua kali."
    )


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def garis(bulan: Mapping[date, float | None], judul: str, subjudul: str, satuan: str, sumber: str) -> charts.Garis:
    """Return people or rupiah by month; a month without delivery breaks the line."""
    semua = []
    if bulan:
        awal, akhir = min(bulan), max(bulan)
        semua = [kalender.geser_bulan(awal, i) for i in range(kalender.selisih_bulan(awal, akhir) + 1)]
    deret = charts.Deret("Penerima" if satuan == "orang" else "Iuran", tuple(semua), tuple(bulan.get(b) for b in semua))
    hilang = tuple(b for b in semua if bulan.get(b) is None)
    catatan = (f"Daftar penerima belum diterima untuk {', '.join(format.bulan(b) for b in hilang)}.",) if hilang else ()
    return charts.Garis(
        judul=judul,
        subjudul=subjudul,
        satuan=satuan,
        kode=("RNT-02",) if satuan == "orang" else (),
        deret=[deret],
        hilang=hilang,
        catatan=catatan,
        sumber=sumber,
    )


def baris_rinci(isi: Sequence[Isi], nama: Mapping[str, str] | None = None) -> list[list[object]]:
    """Return one row per value: its bar among all of them, people and rupiah."""
    semua = sum(x.orang for x in isi)
    return [
        [
            _besar((nama or {}).get(x.kunci) or sebut(x.kunci)),
            peluru(x.orang, maks=semua),
            format.bilangan(x.orang),
            format.rupiah(x.rp),
        ]
        for x in isi
    ]


def urut_usia(isi: Sequence[Isi]) -> list[Isi]:
    """Return the age groups from young to old, unknown last."""
    return sorted(isi, key=lambda x: USIA.index(x.kunci) if x.kunci in USIA else len(USIA))


def baris_ganda(ganda: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per combination of payers and whether the shares add to 100 percent."""
    return [
        [
            " + ".join(sebut(s) for s in g["sumber_dana"].split(" + ")),
            "porsi berjumlah 100% (bersama)" if g["is_bersama"] else _peringatan("porsi tidak berjumlah 100%"),
            format.bilangan(g["jumlah_orang"]),
        ]
        for g in ganda
    ]


def _peringatan(kata: str) -> Aman:
    return lencana(f"▲ {kata}")


def judul_kelompok(isi: Sequence[Isi], apa: str, nama: Mapping[str, str]) -> str:
    """Return which value holds most recipients; neutral where none stands out."""
    if len(isi) < 2 or isi[0].orang <= isi[1].orang:
        return f"Penerima bantuan per {apa}"
    terbesar = nama.get(isi[0].kunci) or sebut(isi[0].kunci)
    return judul_dana.batasi(
        f"{_besar(terbesar)}: {format.bilangan(isi[0].orang)} penerima, terbanyak",
        f"Terbanyak {format.bilangan(isi[0].orang)} penerima pada satu {apa}",
    )

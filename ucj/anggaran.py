"""What the page Serapan anggaran shows: figures, bars and table rows made from budget values."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from ucj import charts, format
from ucj.dana import Dana
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, Kpi, dua_baris, lencana, peluru, status, teks
from ucj.istilah import sebut

BARIS_BAGAN = 12
CARA_CUKUP = (
    "Kebutuhan sebulan = iuran penerima bantuan bulan ini + 1/12 pagu untuk perangkat dan non-ASN; tanpa daftar "
    "penerima, 1/12 pagu. Dihitung paling jauh sampai Desember."
)
KOLOM_SUMBER = (
    Kolom("Sumber dana"), Kolom("Sisa pagu", "Rp", angka=True), Kolom("Serapan", "persen", angka=True),
    Kolom("Cukup sampai", angka=True),
)  # fmt: skip
KOLOM_UNIT = (
    Kolom("Unit"), Kolom("Tahap pagu"), Kolom("Pagu", "Rp", angka=True), Kolom("Belanja", "Rp", angka=True),
    Kolom("Serapan"), Kolom("", "persen", angka=True), Kolom("Status"),
)  # fmt: skip


def kpi(serapan: Nilai, penganggaran: Nilai | None, dana: Dana) -> list[Kpi]:
    """Return the four headline figures; the first amounts of the page are spelled out."""
    isi = [
        Kpi(
            "Serapan anggaran iuran",
            format.persen(serapan.nilai, serapan.target),
            f"{format.rupiah_pendek(serapan.pembilang, eja=True)} dari "
            f"{format.rupiah_pendek(serapan.penyebut, eja=True)}; waktu berjalan {format.persen(serapan.target)}",
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
            format.bulan_pendek(dana.cukup_sampai),
            "semua sumber dana bersama, paling jauh Desember",
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
    sama = "Rincian per unit ada pada tabel di bawah." if len(urut) > len(bagan) else ""
    return charts.Batang(
        judul=_judul_opd(pilihan, urut, nama, kata_opd),
        subjudul=f"Persen pagu yang sudah dibelanjakan; tanda = waktu berjalan; urut menurut sisa pagu. {sama}".strip(),
        satuan="persen",
        peluru=True,
        kolom_label=kata_opd,
        baris=[
            charts.Bar(
                nama.get(n.kunci, n.kunci),
                float(n.nilai) if n.nilai is not None else None,
                sorot=n is sorot,
                target=n.target,
                keterangan=f"{format.rupiah_pendek(n.pembilang)} dari {format.rupiah_pendek(n.penyebut)}",
            )
            for n in bagan
        ],
        sumber=sumber,
    )


def _judul_opd(pilihan: Nilai | None, urut: Sequence[Nilai], nama: Mapping[str, str], kata_opd: str) -> str:
    if pilihan is not None:
        return f"{nama.get(pilihan.kunci, pilihan.kunci)}: serapan {format.persen(pilihan.nilai, pilihan.target)}"
    if not urut:
        return f"Belum ada pagu iuran {kata_opd}"
    if urut[0].pembilang is None:  # ceiling minus nothing known is not what is left
        return f"Pagu terbesar di {nama.get(urut[0].kunci, urut[0].kunci)}, {format.rupiah_pendek(urut[0].penyebut)}"
    return f"Sisa pagu terbesar di {nama.get(urut[0].kunci, urut[0].kunci)}, {format.rupiah_pendek(_sisa(urut[0]))}"


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
    if any(isi.rp_sisa is None for isi in dana.values()):
        return "Sampai kapan dana cukup belum dapat dihitung: realisasi belum lengkap"
    kurang = [sebut(kode) for kode, isi in dana.items() if isi.is_kurang]
    if not kurang:
        return "Semua sumber dana cukup sampai Desember"
    return f"Dana tidak cukup sampai Desember: {', '.join(kurang)}"


def garis_serapan(deret: Sequence[Nilai], bulan: date, sumber: str) -> charts.Garis:
    """Return cumulative spending of the year beside the ceiling in force each month, in rupiah."""
    tahun_ini = [n for n in deret if n.bulan is not None and n.bulan.year == bulan.year]
    waktu = tuple(n.bulan for n in tahun_ini if n.bulan is not None)
    akhir = tahun_ini[-1] if tahun_ini else None
    return charts.Garis(
        judul=f"Belanja iuran {format.rupiah_pendek(akhir.pembilang if akhir else None)} "
        f"dari pagu {format.rupiah_pendek(akhir.penyebut if akhir else None)}",
        subjudul=f"Rupiah, kumulatif Januari sampai {format.bulan(bulan)}, beserta pagu yang berlaku pada tiap bulan",
        satuan="Rp",
        deret=[
            charts.Deret("Belanja", waktu, tuple(n.pembilang for n in tahun_ini)),
            charts.Deret("Pagu", waktu, tuple(n.penyebut for n in tahun_ini), gaya="pembanding"),
        ],
        sumber=sumber,
    )


@dataclass(frozen=True)
class Tahap:
    """Stage and estimate mark of one unit's ceiling."""

    nama_unit: str
    tahap: str
    is_estimasi: bool

    @property
    def tanda(self) -> Aman:
        """The stage in words, with a badge when the ceiling is an estimate."""
        kata = ", ".join(sebut(t) for t in self.tahap.split(", "))
        return Aman(f"{teks(kata)} {lencana('estimasi')}") if self.is_estimasi else teks(kata)


def per_unit(baris: pl.DataFrame) -> dict[str, Tahap]:
    """Return stage and mark by unit from the read ``anggaran_tahap``."""
    return {
        isi["kode_unit"]: Tahap(isi["nama_unit"], isi["tahap"], isi["is_estimasi"])
        for isi in baris.iter_rows(named=True)
    }


def baris_unit(nilai: Iterable[Nilai], tahap: Mapping[str, Tahap], nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per unit: stage, ceiling, spending, absorption with the time elapsed as tick."""
    return [
        [
            nama.get(n.kunci) or (tahap[n.kunci].nama_unit if n.kunci in tahap else sebut(n.kunci)),
            tahap[n.kunci].tanda if n.kunci in tahap else "tanpa pagu",
            format.rupiah(n.penyebut),
            format.rupiah(n.pembilang),
            peluru(float(n.nilai) if n.nilai is not None else None, n.target),
            format.persen(n.nilai, n.target),
            status(n.status) if n.penyebut else "",
        ]
        for n in nilai
    ]


@dataclass(frozen=True)
class Tanpa:
    """Units that owe a budget line and have none."""

    opd: tuple[str, ...]
    desa: tuple[tuple[str, tuple[str, ...]], ...]
    jumlah_unit: int
    tingkat: frozenset[str]  # OPD, DESA: the kinds of unit of which a budget was delivered

    @property
    def jumlah(self) -> int:
        """How many units have none."""
        return len(self.opd) + sum(len(desa) for _, desa in self.desa)


def find_tanpa(baris: pl.DataFrame, kode_kecamatan: str | None) -> Tanpa:
    """Return the units without a budget line from the read ``unit_anggaran``, villages by kecamatan.

    With a kecamatan only its villages; offices always.
    """
    opd: list[str] = []
    desa: dict[str, list[str]] = {}
    tingkat: set[str] = set()
    jumlah = 0
    for isi in baris.iter_rows(named=True):
        tingkat.add(isi["tingkat"])
        if isi["tingkat"] == "DESA" and kode_kecamatan not in (None, isi["kode_kecamatan"]):
            continue
        jumlah += 1
        if isi["is_ada"]:
            continue
        if isi["tingkat"] == "OPD":
            opd.append(isi["nama_unit"])
        else:
            desa.setdefault(isi["nama_kecamatan"] or "Kecamatan tidak diketahui", []).append(isi["nama_unit"])
    return Tanpa(tuple(opd), tuple((k, tuple(d)) for k, d in sorted(desa.items())), jumlah, frozenset(tingkat))


def kalimat_melekat(tidak_dihitung: Iterable[Mapping[str, object]], tahun: int) -> str:
    """Return how much of a year is budgeted inside other accounts without its share, from the read
    ``anggaran_tidak_dihitung``; empty without such a line."""
    baris = [b for b in tidak_dihitung if b["sebab"] == "MELEKAT_TANPA_PORSI" and b["tahun"] == tahun]
    if not baris:
        return ""
    jumlah, rp = (sum(int(str(b[k])) for b in baris) for k in ("jumlah_baris", "rp_pagu"))
    return (
        f"{format.bilangan(jumlah)} baris anggaran melekat ({format.rupiah_pendek(rp)}) tidak menyebut porsi iurannya, "
        "jadi tidak dihitung; unitnya dapat tercantum di sini. Mintalah porsi_iuran_persen diisi."
    )


def baris_cara(nilai: Iterable[Nilai]) -> list[list[object]]:
    """Return one row per way of budgeting: units and their share."""
    return [[sebut(n.kunci), format.bilangan(n.pembilang), format.persen(n.nilai)] for n in nilai]


def baris_lingkup(nilai: Iterable[Nilai]) -> list[list[object]]:
    """Return one row per lingkup: ceiling, spending, absorption, status."""
    return [
        [
            dua_baris(sebut(n.kunci), n.catatan or ""),
            format.rupiah_pendek(n.penyebut),
            format.rupiah_pendek(n.pembilang),
            format.persen(n.nilai, n.target),
            status(n.status),
        ]
        for n in nilai
    ]

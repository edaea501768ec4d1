"""What the page Manfaat shows: benefits paid, by programme and kecamatan, beside the contributions received."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ucj import charts, format, judul_dana
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi, dua_baris
from ucj.istilah import BASIS, TIDAK_DIKETAHUI, sebut

PROGRAM = ("JKK", "JKM", "JHT", "JP", "JKP")
BASIS_BERBEDA = (
    "Manfaat dan iuran periode ini dihitung menurut dasar yang berbeda, jadi tidak disandingkan atau dibagi."
)
KOLOM = (
    Kolom("Uraian"), Kolom("Kasus", angka=True), Kolom("Manfaat", "Rp", angka=True),
    Kolom("Iuran diterima", "Rp", angka=True),
    Kolom("Manfaat dibanding iuran", "persen", angka=True),
)  # fmt: skip


@dataclass(frozen=True)
class Baris:
    """Cases, benefits and contributions of one programme, segment or kecamatan; None where no recap carries them."""

    nama: str
    kasus: int | None
    rp_manfaat: int | None
    rp_iuran: int | None

    @property
    def persen(self) -> float | None:
        """Benefits per hundred rupiah of contributions."""
        return (
            None
            if self.rp_manfaat is None or not self.rp_iuran
            else float(Fraction(100 * self.rp_manfaat, self.rp_iuran))
        )

    def sel(self, is_sebanding: bool = True) -> list[object]:
        """Return the cells of the table; without contributions that may stand beside the benefits no ratio."""
        return [
            self.nama,
            format.bilangan(self.kasus),
            format.rupiah(self.rp_manfaat),
            format.rupiah(self.rp_iuran),
            format.persen(self.persen) if is_sebanding else format.TIDAK_TERSEDIA,
        ]


def basis_tunggal(*nilai: Iterable[Nilai]) -> str:
    """Return the one basis (DOMISILI, TEMPAT_KERJA) of all values, empty when they have two or none."""
    basis = {n.basis for isi in nilai for n in isi if n.basis and n.pembilang is not None}
    return basis.pop() if len(basis) == 1 else ""


def join(manfaat: Iterable[Nilai], iuran: Iterable[Nilai], nama: Mapping[str, str] | None = None) -> list[Baris]:
    """Return one row per key of a level, largest benefit first, from MAN-01 and KEU-03 of that level."""
    kasus: dict[str, int | None] = {}
    rupiah: dict[str, int | None] = {}
    for n in manfaat:
        (kasus if n.satuan == "kasus" else rupiah)[n.kunci] = n.pembilang
    diterima = {n.kunci: n.pembilang for n in iuran}
    kunci = dict.fromkeys((*rupiah, *kasus, *diterima))
    baris = [Baris((nama or {}).get(k) or sebut(k), kasus.get(k), rupiah.get(k), diterima.get(k)) for k in kunci]
    return sorted(baris, key=lambda b: (-(b.rp_manfaat or 0), -(b.kasus or 0), b.nama))


def per_kecamatan(baris: Iterable[Mapping[str, Any]], kode: str | None = None) -> list[Baris]:
    """Return one row per kecamatan from the read ``manfaat_kecamatan``, largest benefit first."""
    isi: dict[str, list[Mapping[str, Any]]] = {}
    for b in baris:
        if kode in (None, b["kode_kecamatan"]):
            isi.setdefault(b["nama_kecamatan"], []).append(b)
    rekap = [
        Baris(k, *(_add(b[kolom] for b in bb) for kolom in ("jumlah_kasus", "rp_manfaat", "rp_iuran")))
        for k, bb in isi.items()
    ]
    return sorted(rekap, key=lambda b: (b.nama == "Tidak diketahui", -(b.rp_manfaat or 0), b.nama))


def per_program(baris: Iterable[Mapping[str, Any]], kode: str) -> list[Baris]:
    """Return one row per programme of one kecamatan from the read ``manfaat_kecamatan``."""
    return [
        Baris(sebut(b["program"]), b["jumlah_kasus"], b["rp_manfaat"], b["rp_iuran"])
        for b in baris
        if b["kode_kecamatan"] == kode
    ]


def tabel_silang(
    baris: Sequence[Mapping[str, Any]],
) -> tuple[list[Kolom], list[list[object]], list[object]] | None:
    """Return benefits by kecamatan and programme, rupiah over cases, with the total row; from ``manfaat_kecamatan``.

    None where the recap does not carry both dimensions. A cell that no row fills is no benefit (0) of its kecamatan.
    """
    program = sorted({b["program"] for b in baris if b["program"] != TIDAK_DIKETAHUI}, key=_urut_program)
    isi = {(b["nama_kecamatan"], b["program"]): b for b in baris}
    nama = [b.nama for b in per_kecamatan(baris)]
    if not program or len(nama) < 2:
        return None
    kolom = [Kolom("Kecamatan"), *(Kolom(sebut(p), "Rp dan kasus", angka=True) for p in program)]

    def sel(bagian: Iterable[Mapping[str, Any] | None]) -> object:
        ada = [b for b in bagian if b is not None]
        rp, kasus = (_add(b[k] for b in ada) if ada else 0 for k in ("rp_manfaat", "jumlah_kasus"))
        return dua_baris(format.rupiah_pendek(rp), f"{format.bilangan(kasus)} kasus")

    tabel = [[n, *(sel([isi.get((n, p))]) for p in program)] for n in nama]
    return kolom, tabel, ["Jumlah", *(sel(isi.get((n, p)) for n in nama) for p in program)]


def _urut_program(kode: str) -> tuple[int, str]:
    return (PROGRAM.index(kode) if kode in PROGRAM else len(PROGRAM), kode)


def sum_baris(nama: str, baris: Sequence[Baris]) -> Baris:
    """Return the total of rows."""
    return Baris(nama, _add(b.kasus for b in baris), _add(b.rp_manfaat for b in baris), _add(b.rp_iuran for b in baris))


def _add(angka: Iterable[int | None]) -> int | None:
    ada = [a for a in angka if a is not None]
    return sum(ada) if ada else None


def kpi(total: Baris, waktu: str, is_sebanding: bool = True) -> list[Kpi]:
    """Return the headline figures; the first amount of the page is spelled out.

    ``is_sebanding`` False: benefits and contributions stand on two bases and are not divided.
    """
    return [
        Kpi("Kasus manfaat", format.bilangan(total.kasus), f"kasus dibayarkan, {waktu}"),
        Kpi("Manfaat dibayarkan", format.rupiah_pendek(total.rp_manfaat, eja=True), waktu),
        Kpi("Iuran diterima", format.rupiah_pendek(total.rp_iuran, eja=True), f"semua pembayar, {waktu}"),
        Kpi(
            "Manfaat dibanding iuran",
            format.persen(total.persen) if is_sebanding else format.TIDAK_TERSEDIA,
            "rupiah manfaat per 100 rupiah iuran periode yang sama" if is_sebanding else "dasar hitungnya berbeda",
        ),
    ]


def keterangan(dibayar: Iterable[Nilai], waktu: str) -> str:
    """Return the basis, the period and how much of it has data, for the line under the title."""
    dibayar = list(dibayar)
    basis = sorted({BASIS[n.basis] for n in dibayar if n.basis})
    catatan = sorted({n.catatan for n in dibayar if n.catatan})
    is_semester = any(len(n.periode) == len("2026-1") for n in dibayar)
    kalimat = "; ".join([*basis, *([f"jumlah {waktu}"] if is_semester else []), *catatan])
    return kalimat[:1].upper() + kalimat[1:]


def batang(
    baris: Sequence[Baris], judul: str, subjudul: str, kolom: str, sumber: str, basis: str = ""
) -> charts.Batang:
    """Return benefits in rupiah as bars, at most twelve; the rest stands as "lainnya"."""
    atas = list(baris) if len(baris) <= 12 else list(baris[:11])
    sisa = baris[len(atas) :]
    bar = [
        charts.Bar(b.nama, b.rp_manfaat, sorot=i == 0, keterangan=f"{format.bilangan(b.kasus)} kasus")
        for i, b in enumerate(atas)
    ]
    if sisa:
        lain = sum_baris("", sisa)
        bar.append(
            charts.Bar(f"{len(sisa)} lainnya", lain.rp_manfaat, keterangan=f"{format.bilangan(lain.kasus)} kasus")
        )
    return charts.Batang(
        judul=judul,
        subjudul=f"{subjudul}, {BASIS[basis]}" if basis else subjudul,
        satuan="Rp",
        kode=("MAN-01",),
        basis=basis,
        baris=bar,
        kolom_label=kolom,
        sumber=sumber,
    )


def judul_terbesar(baris: Sequence[Baris], apa: str) -> str:
    """Return which row received most; neutral where none stands out."""
    if len(baris) < 2 or not baris[0].rp_manfaat or baris[0].rp_manfaat == baris[1].rp_manfaat:
        return f"Manfaat per {apa}"
    rp = format.rupiah_pendek(baris[0].rp_manfaat)
    return judul_dana.batasi(f"Manfaat terbesar: {baris[0].nama}, {rp}", f"Manfaat terbesar {rp} pada satu {apa}")


def garis(manfaat: Sequence[Nilai], iuran: Sequence[Nilai], sumber: str) -> charts.Garis:
    """Return benefits and contributions in rupiah by month, on the basis of the newest month.

    Months on the other basis are left out and named: they count other people.
    """
    akhir = manfaat[-1] if manfaat else None
    basis = (akhir.basis if akhir else None) or ""
    lain = sorted({n.bulan for n in (*manfaat, *iuran) if n.bulan and n.pembilang is not None and n.basis != basis})
    catatan: tuple[str, ...] = ()
    if basis and lain:
        bulan = ", ".join(format.bulan_pendek(b) for b in lain[:6]) + (" dan lainnya" if len(lain) > 6 else "")
        catatan = (f"Sebagian angka {bulan} dihitung menurut dasar yang lain, jadi tidak digambar.",)
    return charts.Garis(
        judul=f"Manfaat {format.rupiah_pendek(akhir.pembilang)} pada {format.bulan(akhir.bulan)}"
        if akhir
        else "Manfaat per bulan",
        subjudul="Rupiah per bulan, se-kabupaten: manfaat dibayarkan dan iuran diterima"
        + (f", {BASIS[basis]}" if basis else ""),
        satuan="Rp",
        kode=("MAN-01", "KEU-03"),
        basis=basis,
        deret=[
            charts.Deret(
                nama,
                tuple(n.bulan for n in isi if n.bulan),
                tuple(n.pembilang if n.basis in (basis, None) else None for n in isi if n.bulan),
                gaya,
                basis=basis,
            )
            for nama, isi, gaya in (("Manfaat", manfaat, "utama"), ("Iuran", iuran, "pembanding"))
            if any(n.pembilang is not None and n.basis in (basis, None) for n in isi)
        ],
        catatan=catatan,
        sumber=sumber,
    )

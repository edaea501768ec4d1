"""What the page Kualitas data shows: what was delivered when, what is missing, what waits to be mended."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from ucj import format, kalender
from ucj.html import Aman, Kolom, Kpi, dua_baris, lencana, teks
from ucj.istilah import ALASAN, BASIS, PENGIRIM, SUMBER, TIDAK_DIKETAHUI, sebut

BULANAN = ("rekap_bpjs", "peserta", "pemberi_kerja", "penerima_bantuan", "realisasi")
TAMPIL = 30
BULAN_TAMPIL = 12
KOLOM_KIRIMAN = (
    Kolom("Sumber dan berkas"), Kolom("Cakupan"), Kolom("Pengirim"), Kolom("Diterima"), Kolom("Dibaca", angka=True),
    Kolom("Dimuat", angka=True), Kolom("Perlu perbaikan", angka=True), Kolom("Keadaan"),
)  # fmt: skip
KOLOM_ALASAN = (
    Kolom("Sumber dan berkas"),
    Kolom("Perlu perbaikan", "baris", angka=True),
    Kolom("Alasan dan jumlahnya"),
)
KOLOM_DAFTAR = (
    Kolom("Daftar"), Kolom("OPD", angka=True), Kolom("Orang", angka=True), Kolom("NIK tidak padan", angka=True),
    Kolom("Perlu perbaikan", angka=True), Kolom("Lebih dari enam bulan", angka=True),
)  # fmt: skip
KOLOM_TIDAK_DIHITUNG = (
    Kolom("Rekening"), Kolom("Tahun"), Kolom("Lingkup"), Kolom("Sebab tidak dihitung"), Kolom("Baris", angka=True),
    Kolom("Pagu", "Rp", angka=True),
)  # fmt: skip
KOLOM_REKAP = (
    Kolom("Bulan dan basis"), Kolom("Rekap", "orang", angka=True), Kolom("Daftar nama", "orang", angka=True),
    Kolom("Beda", angka=True), Kolom("Angka resmi BPJS TK", "persen", angka=True),
    Kolom("Hitungan di sini", "persen", angka=True),
)  # fmt: skip
SEBAB = {
    "REKENING_DIKECUALIKAN": "rekening dikecualikan profil (misalnya jaminan kesehatan)",
    "BUKAN_REKENING_IURAN": "rekening tidak ada pada daftar iuran profil dan kolom untuk kosong atau lain-lain",
    "MELEKAT_TANPA_PORSI": "melekat tanpa porsi iuran",
    "TANPA_TANGGAL_BERLAKU": "tahap tanpa tanggal berlaku",
}
NPP = {"NPP": "terdaftar", "TANPA_NPP": "belum terdaftar"}

_BULAN = re.compile(r"^(\d{4})-(\d{2})(?:\||$)")


@dataclass(frozen=True)
class Kisi:
    """What each monthly source is expected to deliver for a month (marts.kiriman_bulanan): one row per part of it."""

    bulan: tuple[date, ...]
    isi: Mapping[tuple[str, date], Sequence[Mapping[str, Any]]]

    def bagian(self, sumber: str, bulan: date) -> frozenset[str]:
        """Return the parts (basis, office, village …) that a source delivered for a month."""
        return frozenset(k["bagian"] for k in self.isi.get((sumber, bulan), ()) if k["tanggal_terima"])

    @property
    def sumber(self) -> list[str]:
        """The monthly sources that are expected."""
        return [s for s in BULANAN if any(sumber == s for sumber, _ in self.isi)]

    def belum(self, bulan: date) -> list[str]:
        """Return the sources delivered before but with nothing for a month."""
        return [s for s in self.sumber if (s, bulan) in self.isi and not self.bagian(s, bulan)]


def read_kisi(kiriman: Iterable[Mapping[str, Any]], sampai: date, jumlah: int = BULAN_TAMPIL) -> Kisi:
    """Return the grid of the ``jumlah`` months up to a month from the rows of the read kiriman_bulanan."""
    isi: dict[tuple[str, date], list[Mapping[str, Any]]] = {}
    for k in kiriman:
        isi.setdefault((k["sumber"], k["bulan"]), []).append(k)
    return Kisi(tuple(kalender.geser_bulan(sampai, i) for i in range(1 - jumlah, 1)), isi)


def baris_kisi(kisi: Kisi) -> list[list[object]]:
    """Return one row per source: per month how many parts came and on which day the last of them, or that none did."""
    return [
        [
            dua_baris(_besar(SUMBER[sumber]), PENGIRIM[sumber]),
            *(_sel(kisi.isi.get((sumber, bulan), ())) for bulan in kisi.bulan),
        ]
        for sumber in kisi.sumber
    ]


def _sel(kiriman: Sequence[Mapping[str, Any]]) -> object:
    terima = [k["tanggal_terima"] for k in kiriman if k["tanggal_terima"]]
    if not kiriman:  # before its first delivery a source owes nothing
        return ""
    if not terima:
        return dua_baris("○", "belum")
    tanda = "▲" if any(k["sifat"] == "WAJIB" and k["status"] == "TERLAMBAT" for k in kiriman) else "●"
    jumlah = "" if len(kiriman) == 1 else f" {len(terima)}"
    dari = f"/{len(kiriman)}" if len(terima) < len(kiriman) else ""
    return dua_baris(f"{tanda}{jumlah}{dari}", _hari(max(terima)))


def _hari(d: date) -> str:
    return format.tanggal(d).rsplit(" ", 1)[0]


def kolom_kisi(kisi: Kisi) -> list[Kolom]:
    """Return the headings of the grid: month over year."""
    return [Kolom("Kiriman"), *(Kolom(format.bulan_pendek(b).split(" ")[0], str(b.year)) for b in kisi.bulan)]


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def _sebut_bagian(bagian: str, nama: Mapping[str, str]) -> str:
    """Return a scope in words: names for offices and villages, words for codes."""
    return " ".join(nama.get(k) or BASIS.get(k) or NPP.get(k) or sebut(k) for k in bagian.split("|") if k)


def list_hilang(kisi: Kisi, bulan: date, nama: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return per source that misses parts of a month: a sentence, and the names of what is missing."""
    hilang = []
    for sumber in kisi.sumber:
        semua = kisi.isi.get((sumber, bulan), ())
        belum = [_besar(_sebut_bagian(k["bagian"], nama) or SUMBER[sumber]) for k in semua if not k["tanggal_terima"]]
        if belum:
            jumlah = f"{format.bilangan(len(belum))} dari {format.bilangan(len(semua))} bagian"
            hilang.append((f"{_besar(SUMBER[sumber])} {format.bulan(bulan)}: {jumlah} belum diterima.", sorted(belum)))
    return hilang


def kpi(
    kisi: Kisi,
    bulan: date,
    kewajiban: Sequence[Mapping[str, Any]],
    rekap: "Ringkas",
    padan: Sequence[Mapping[str, Any]],
) -> list[Kpi]:
    """Return completeness, punctuality, rows to be mended, unmatched NIK."""
    ada = len(kisi.sumber) - len(kisi.belum(bulan))
    tepat = sum(k["status"] == "TEPAT" for k in kewajiban)
    tidak_padan = [p["jumlah_tidak_padan"] for p in padan if p["jumlah_tidak_padan"] is not None]
    orang = sum(p["jumlah_orang"] for p in padan)
    return [
        Kpi(
            f"Kiriman {format.bulan_pendek(bulan)}",
            f"{ada} dari {len(kisi.sumber)}",
            "jenis kiriman bulanan sudah diterima",
        ),
        Kpi("Rekap tepat waktu", f"{tepat} dari {len(kewajiban)}", "rekap bulanan BPJS Ketenagakerjaan (BRU 22)"),
        Kpi(
            "Baris perlu perbaikan",
            format.bilangan(rekap.disisihkan),
            f"dari {format.bilangan(rekap.dibaca)} baris pada kiriman yang berlaku",
        ),
        Kpi(
            "NIK tidak padan",
            format.bilangan(sum(tidak_padan)) if tidak_padan else format.TIDAK_TERSEDIA,
            f"dari {format.bilangan(orang)} orang pada daftar OPD dan desa" if padan else "belum ada daftar pekerja",
        ),
    ]


@dataclass(frozen=True)
class Ringkas:
    """Row counts of the deliveries in force."""

    dibaca: int
    dimuat: int
    disisihkan: int


def sum_berlaku(pengiriman: Iterable[Mapping[str, Any]]) -> Ringkas:
    """Return rows read, loaded and set aside of the deliveries in force."""
    berlaku = [p for p in pengiriman if not p["is_digantikan"]]
    return Ringkas(
        sum(p["dibaca"] for p in berlaku), sum(p["dimuat"] for p in berlaku), sum(p["disisihkan"] for p in berlaku)
    )


def baris_kiriman(pengiriman: Iterable[Mapping[str, Any]], nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per delivery: file with its notes, scope, sender, dates, rows, and whether it is in force."""
    baris: list[list[object]] = []
    for p in pengiriman:
        tanda = [lencana("digantikan")] if p["is_digantikan"] else ["berlaku"]
        tanda += [lencana("contoh")] if p["is_simulasi"] else []
        berkas = p["berkas"] + (f" · {p['catatan']}" if p["catatan"] else "")
        baris.append(
            [
                dua_baris(_besar(SUMBER.get(p["sumber"], p["sumber"])), berkas),
                _sebut_cakupan(p["cakupan"], nama),
                p["pengirim"] or "tidak disebut",
                format.tanggal(p["diterima"]),
                format.bilangan(p["dibaca"]),
                format.bilangan(p["dimuat"]),
                format.bilangan(p["disisihkan"]),
                Aman(" ".join(teks(t) for t in tanda)),
            ]
        )
    return baris


def _sebut_cakupan(cakupan: str, nama: Mapping[str, str]) -> str:
    bagian = cakupan.split("; ")
    tampil = []
    for satu in bagian[:3]:
        cocok = _BULAN.match(satu)
        kepala = format.bulan_pendek(date(int(cocok[1]), int(cocok[2]), 1)) if cocok else ""
        sisa = satu.partition("|")[2] if cocok else satu
        tampil.append(f"{kepala} {_sebut_bagian(sisa, nama)}".strip())
    return "; ".join(tampil) + (f"; dan {len(bagian) - 3} lainnya" if len(bagian) > 3 else "")


def baris_alasan(alasan: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per delivery with set-aside rows: how many, and how many for each reason."""
    baris: list[list[object]] = []
    for _, isi in groupby(alasan, key=lambda a: a["id_pengiriman"]):
        semua = list(isi)
        p = semua[0]
        sebab = "; ".join(f"{ALASAN.get(a['alasan'], a['alasan'])} ({format.bilangan(a['jumlah'])})" for a in semua)
        baris.append(
            [
                dua_baris(_besar(SUMBER.get(p["sumber"], p["sumber"])), p["berkas"]),
                format.bilangan(p["disisihkan"]),
                sebab,
            ]
        )
    return baris


def baris_alasan_sumber(alasan: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per source: deliveries with set-aside rows, rows, and how many for each reason."""
    kiriman: dict[str, dict[str, int]] = {}
    jumlah: dict[str, Counter[str]] = {}
    for a in alasan:
        kiriman.setdefault(a["sumber"], {})[a["id_pengiriman"]] = a["disisihkan"]
        jumlah.setdefault(a["sumber"], Counter())[a["alasan"]] += a["jumlah"]
    return [
        [
            dua_baris(_besar(SUMBER.get(s, s)), f"{format.bilangan(len(isi))} kiriman"),
            format.bilangan(sum(isi.values())),
            "; ".join(f"{ALASAN.get(k, k)} ({format.bilangan(n)})" for k, n in jumlah[s].most_common()),
        ]
        for s, isi in sorted(kiriman.items(), key=lambda x: -sum(x[1].values()))
    ]


def baris_daftar(padan: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per kind of roster: offices, people, unmatched NIK, rows to be mended, old lists."""
    return [
        [
            _besar(sebut(p["jenis_daftar"])),
            format.bilangan(p["jumlah_opd"]),
            format.bilangan(p["jumlah_orang"]),
            format.bilangan(p["jumlah_tidak_padan"]),
            format.bilangan(p["jumlah_perlu_perbaikan"]),
            format.bilangan(p["jumlah_usang"]),
        ]
        for p in padan
    ]


def baris_tidak_dihitung(anggaran: Iterable[Mapping[str, Any]]) -> list[list[object]]:
    """Return one row per account whose lines do not count as contributions, and why."""
    return [
        [
            dua_baris(a["kode_rekening"], a["nama_rekening"] or ""),
            str(a["tahun"]),
            sebut(a["lingkup"]),
            SEBAB.get(a["sebab"], a["sebab"]),
            format.bilangan(a["jumlah_baris"]),
            format.rupiah(a["rp_pagu"]),
        ]
        for a in anggaran
    ]


def baris_rekap(
    rekap: Iterable[Mapping[str, Any]], kami: Mapping[tuple[str, date], float | int | None]
) -> list[list[object]]:
    """Return one row per month and basis: recap beside list, the official percentage beside ours (never used)."""
    baris: list[list[object]] = []
    for r in rekap:
        ada = r["jumlah_aktif_rekap"] is not None and r["jumlah_aktif_daftar"] is not None
        beda = r["jumlah_aktif_daftar"] - r["jumlah_aktif_rekap"] if ada else None
        resmi = format.persen(r["persen_resmi"])
        if r["penyebut_resmi"] is not None:
            resmi = dua_baris(resmi, f"penyebut {format.bilangan(r['penyebut_resmi'])}")
        baris.append(
            [
                dua_baris(format.bulan(r["bulan"]), BASIS[r["basis"]]),
                format.bilangan(r["jumlah_aktif_rekap"]),
                format.bilangan(r["jumlah_aktif_daftar"]),
                format.selisih(beda),
                resmi,
                format.persen(kami.get((r["basis"], r["bulan"]))),
            ]
        )
    return baris


def per_peringatan(peringatan: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[str]]]:
    """Return the warnings by kind: a sentence that stands for the kind, and all its sentences."""
    isi: dict[str, list[str]] = {}
    for p in peringatan:
        isi.setdefault(p["nama"], []).append(p["kalimat"])
    return [
        (k[0] if len(k) == 1 else f"{k[0]} Dan {format.bilangan(len(k) - 1)} peringatan serupa.", k)
        for k in isi.values()
    ]


def nama_unit(opd: Mapping[str, str], desa: Mapping[str, Any]) -> dict[str, str]:
    """Return the names that stand for codes in a scope: offices and villages."""
    return {**opd, **{kode: d.nama for kode, d in desa.items()}, TIDAK_DIKETAHUI: "tidak diketahui"}

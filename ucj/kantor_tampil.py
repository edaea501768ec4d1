"""What the page OPD shows: the heat table of all offices; cards, rosters, sectors and tasks of one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ucj import format, html
from ucj.charts import BarisPanas, KolomPanas, Panas, Sel
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi
from ucj.istilah import KEKUATAN, sebut
from ucj.kantor import Baris
from ucj.kesenjangan import Sektor, kurang_orang
from ucj.peraturan.opd import Tugas

BELUM_ADA = "BELUM_ADA_DATA"
USANG = "lebih dari 6 bulan"


def panas(
    baris: Sequence[Baris],
    alamat: Mapping[str, str],
    kata_opd: str,
    bulan: date,
    batas: Sequence[float],
    sumber: str,
    catatan: tuple[str, ...],
    disanggah: Collection[tuple[str, str]] = (),
) -> Panas:
    """Return the heat table: people first, then what an office owes. Any miss of a Wajib duty is printed in people.

    ``disanggah``: office and indicator of figures that stand under an objection not yet answered.
    """
    a, b, c, d = batas
    target = {s.binaan.target for s in baris if s.binaan}
    satu_target = target.pop() if len(target) == 1 else None
    return Panas(
        judul=f"{kata_opd} menurut jumlah orang yang belum terlindungi",
        subjudul=f"{format.bulan(bulan)}; angka = capaian dan kekurangan, tanda = status",
        satuan="orang",
        kolom_label=kata_opd,
        kolom_jumlah="Belum terlindungi",
        kolom_panas=(
            KolomPanas("Sektor", "yang dijawab", "sektor"),
            KolomPanas("Non-ASN", "kewajiban 100%", "persen"),
            KolomPanas(
                "Pekerja binaan",
                "JKK dan JKM" if satu_target is None else f"target {format.persen(satu_target)}",
                "persen",
            ),
            KolomPanas("Serapan iuran", "dana cukup sampai", "persen"),
            KolomPanas("Daftar non-ASN", "tanggal"),
        ),
        baris=[
            BarisPanas(
                s.nama,
                (
                    _sektor(s),
                    _sanggah(_non_asn(s), (s.kode, "PEM-01") in disanggah),
                    _sanggah(_binaan(s), (s.kode, "SEK-01") in disanggah),
                    _sanggah(_serapan(s), (s.kode, "KEU-01") in disanggah),
                    _daftar(s),
                ),
                s.belum,
                alamat.get(s.kode),
            )
            for s in baris
        ],
        batas=(a, b, c, d),
        catatan=catatan,
        sumber=sumber,
        kode=("PEM-01", "SEK-01", "KEU-01", "UCJ-01"),
    )


def _sanggah(sel: Sel | None, is_disanggah: bool) -> Sel | None:
    """Return the cell with the word that the office disputes it."""
    if sel is None or not is_disanggah:
        return sel
    return replace(sel, sub=f"{sel.sub}, disanggah" if sel.sub else "disanggah")


def _sektor(b: Baris) -> Sel | None:
    if not b.sektor:
        return None
    sementara = sum(s.kantor is not None and s.kantor.is_sementara for s in b.sektor)
    ganti = "sementara" if sementara == len(b.sektor) else f"{sementara} sementara" if sementara else ""
    return Sel(len(b.sektor), f"{len(b.sektor)} sektor", sub=ganti)


def _non_asn(b: Baris) -> Sel:
    n = b.non_asn
    if n is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, "belum ada daftar")
    if n.nilai is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, f"{format.bilangan(n.penyebut)} orang, belum dicek")
    kurang = f"kurang {format.bilangan(b.kurang)} orang" if b.kurang else f"{format.bilangan(n.penyebut)} orang"
    return Sel(n.nilai, format.persen(n.nilai, 100), n.status, kurang, n.nilai - 100)


def _binaan(b: Baris) -> Sel | None:
    n = b.binaan
    if n is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, "belum ada daftar") if b.sektor else None
    dari = f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)}"
    if n.nilai is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, f"{format.bilangan(n.penyebut)} orang, belum dicek")
    teks = format.persen(n.nilai, n.target)
    if n.target is None:
        return Sel(n.nilai, teks, n.status, dari)
    selisih = n.nilai - n.target
    kurang = kurang_orang(n)
    sub = f"kurang {format.desimal(-selisih)} pp" if kurang else dari
    return Sel(n.nilai, teks, n.status, sub, selisih)


def _serapan(b: Baris) -> Sel:
    n = b.serapan
    if n is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, "anggaran belum dikirim")
    if not n.penyebut:
        return Sel(None, "tanpa pagu", sub="iuran belum dianggarkan")
    if n.nilai is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, "realisasi belum dikirim")
    cukup = b.cukup_sampai
    sub = f"cukup s.d. {format.bulan_pendek(cukup).split()[0]}" if cukup else "realisasi belum lengkap"
    selisih = n.nilai - n.target if n.target is not None and n.status is not None else None
    return Sel(n.nilai, format.persen(n.nilai, n.target), n.status, sub, selisih)


def _daftar(b: Baris) -> Sel:
    if b.tanggal is None:
        return Sel(None, format.TIDAK_TERSEDIA, BELUM_ADA, "belum ada daftar")
    rusak = b.jumlah("jumlah_perlu_perbaikan")
    sub = [f"{format.bilangan(rusak)} perlu perbaikan"] if rusak else []
    sub = [f"▲ {USANG}", *sub] if b.is_usang else sub
    return Sel(None, format.tanggal(b.tanggal), sub="; ".join(sub))


def catatan(baris: Sequence[Baris], kata_opd: str) -> tuple[str, ...]:
    """Return the notes under the heat table: what its people are, and what counts in a percentage."""
    isi = []
    if any(b.belum_sektor is not None for b in baris):
        isi.append(
            "Belum terlindungi = pekerja sektor yang dijawab, menurut KTP; "
            f"{kata_opd} tanpa kekurangan di sektor: non-ASN-nya sendiri."
        )
    isi.append(
        "Satu orang dapat tercatat pada dua unit. Baris yang perlu perbaikan ikut dalam penyebut: NIK yang rusak tidak "
        "boleh memperindah angka."
    )
    return tuple(isi)


def kartu(b: Baris) -> list[Kpi]:
    """Return the headline figures of one office, people first; those without a source are left out."""
    isi = []
    if b.belum_sektor is not None:
        isi.append(Kpi("Belum terlindungi", format.bilangan(b.belum_sektor), f"orang di {len(b.sektor)} sektor"))
    n = b.non_asn
    if n is not None:
        kurang = f"; kurang {format.bilangan(b.kurang)} orang" if b.kurang else ""
        dari = f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)}{kurang}"
        isi.append(Kpi("Non-ASN terlindungi", format.persen(n.nilai), dari, n.status, n.nilai, n.target))
    isi += [
        Kpi(judul, format.persen(x.nilai, x.target), keterangan, x.status, x.nilai, x.target)
        for judul, x, keterangan in (
            ("Pekerja binaan terlindungi", b.binaan, _dari(b.binaan)),
            ("Serapan iuran", b.serapan, _dari_rupiah(b)),
        )
        if x is not None and x.penyebut
    ]
    return isi


def _dari(n: Nilai | None) -> str:
    return f"{format.bilangan(n.pembilang)} dari {format.bilangan(n.penyebut)}" if n else ""


def _dari_rupiah(b: Baris) -> str:
    if b.serapan is None:
        return ""
    isi = f"{format.rupiah_pendek(b.serapan.pembilang)} dari {format.rupiah_pendek(b.serapan.penyebut)}"
    return f"{isi}; cukup sampai {format.bulan(b.cukup_sampai)}" if b.cukup_sampai else isi


def kalimat_roster(b: Baris) -> str:
    """Return in one sentence why non-ASN workers do not count as protected, over all rosters of the office."""
    sebab = [
        (b.jumlah("jumlah_tidak_padan"), "NIK tidak padan"),
        (b.jumlah("jumlah_tidak_aktif"), "tidak aktif"),
        (b.jumlah("jumlah_satu_program"), "baru satu program"),
        (b.jumlah("jumlah_perlu_perbaikan"), "baris perlu perbaikan"),
    ]
    ada = [f"{format.bilangan(jumlah)} {kata}" for jumlah, kata in sebab if jumlah]
    return f"Non-ASN yang belum terhitung terlindungi: {', '.join(ada)}." if ada else ""


def tabel_unit(roster: Iterable[Mapping[str, Any]]) -> tuple[list[Kolom], list[list[object]]]:
    """Return the rosters of one office, one row per unit and kind."""
    kolom = [
        Kolom("Unit"),
        Kolom("Daftar"),
        Kolom("Orang", "dan baris rusak", angka=True),
        Kolom("Terlindungi", "JKK dan JKM", angka=True),
        Kolom("NIK tidak padan", "orang", angka=True),
        Kolom("Tidak aktif", "orang", angka=True),
        Kolom("Satu program", "orang", angka=True),
        Kolom("Perlu perbaikan", "baris", angka=True),
        Kolom("Tanggal daftar", angka=True),
    ]
    baris = [
        [
            r["unit"] or "(tanpa unit)",
            sebut(r["jenis_daftar"]),
            *(
                format.bilangan(r[f"jumlah_{k}"])
                for k in ("orang", "terlindungi", "tidak_padan", "tidak_aktif", "satu_program", "perlu_perbaikan")
            ),
            html.dua_baris(format.tanggal(r["tanggal_data"]), f"▲ {USANG}")
            if r["is_usang"]
            else format.tanggal(r["tanggal_data"]),
        ]
        for r in roster
    ]
    return kolom, baris


def kalimat_sektor(nama: str, sektor: Sequence[str]) -> str:
    """Return which sectors an office answers for where no delivery tells their workers, else that it leads none."""
    if not sektor:
        return f"{nama} tidak memimpin sektor."
    return f"{nama} menjawab sektor {', '.join(s.lower() for s in sektor)}; kiriman yang berlaku belum memuat sektor."


def tabel_tugas(tugas: Iterable[Tugas]) -> tuple[list[Kolom], list[list[object]]]:
    """Return the tasks that the law gives an office, Wajib first, with force, measure and citation."""
    urutan = list(KEKUATAN)
    tugas = sorted(tugas, key=lambda t: (urutan.index(t.kekuatan), t.kode))
    kolom = [Kolom("Tugas"), Kolom("Uraian"), Kolom("Kekuatan"), Kolom("Ukuran"), Kolom("Dasar")]
    return kolom, [[t.kode, t.uraian, KEKUATAN[t.kekuatan], t.ukuran, t.dasar] for t in tugas]


def tabel_sektor(sektor: Iterable[Sektor], alamat: str) -> tuple[list[Kolom], list[list[object]]]:
    """Return the sectors that one office answers for; ``alamat``: the page Sektor with the filters of now."""
    kolom = [
        Kolom("Sektor"),
        Kolom("Peserta aktif", "orang", angka=True),
        Kolom("Pekerja", "penyebut, orang", angka=True),
        Kolom("Cakupan", "garis = target"),
        Kolom("", "persen", angka=True),
        Kolom("Belum terlindungi", "orang", angka=True),
        Kolom("Sifat"),
    ]
    baris: list[list[object]] = [
        [
            html.tautan(s.nama, alamat),
            format.bilangan(s.nilai.pembilang),
            format.bilangan(s.nilai.penyebut),
            html.peluru(s.nilai.nilai, s.nilai.target) if s.nilai.nilai is not None else "",
            format.persen(s.nilai.nilai, s.nilai.target),
            html.tebal(format.bilangan(s.belum)),
            html.lencana("penanggung jawab sementara") if s.kantor and s.kantor.is_sementara else "memimpin",
        ]
        for s in sektor
    ]
    return kolom, baris

"""What the page Pemberi kerja shows: who is not registered, who registered only part, who is in arrears."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ucj import charts, format, judul_dana
from ucj.hitung import Nilai
from ucj.html import Kolom, Kpi
from ucj.istilah import sebut

PROGRAM = ("jkk", "jkm", "jht", "jp", "jkp")
TEMUAN = (
    # column of the mart, words, column that says how many were judged (None: always)
    ("jumlah_pwbd", "Belum terdaftar (PWBD)", None),
    ("jumlah_pds_tk", "Sebagian pekerja (PDS-TK)", "jumlah_dinilai_tk"),
    ("jumlah_pds_upah", "Sebagian upah (PDS-upah)", "jumlah_dinilai_upah"),
    ("jumlah_pds_program", "Sebagian program (PDS-program)", "jumlah_dinilai_program"),
    ("jumlah_tunggakan", "Menunggak iuran", "jumlah_dinilai_tunggakan"),
)
KOLOM_TEMUAN = (
    Kolom("Temuan"), Kolom("Pemberi kerja", angka=True), Kolom("Dinilai", angka=True),
    Kolom("Bagian yang dinilai", "persen", angka=True), Kolom("Temuan dari yang dinilai", "persen", angka=True),
)  # fmt: skip
KOLOM_RINCI = (
    Kolom("Kelompok"), Kolom("Pemberi kerja", angka=True), Kolom("Patuh", angka=True), Kolom("PWBD", angka=True),
    Kolom("PDS-TK", angka=True), Kolom("PDS-upah", angka=True), Kolom("PDS-program", angka=True),
    Kolom("Menunggak", angka=True), Kolom("Tunggakan", "Rp", angka=True), Kolom("Pekerja", "nyata", angka=True),
    Kolom("Pekerja", "terdaftar", angka=True),
)  # fmt: skip
KOLOM_PROGRAM = (Kolom("Kelompok"), *(Kolom(p.upper(), "kurang", angka=True) for p in PROGRAM))


@dataclass(frozen=True)
class Baris:
    """The counts of one scale or sector, by the columns of ``marts.pemberi_kerja``."""

    nama: str
    isi: Mapping[str, int | None]

    def angka(self, kolom: str) -> int:
        """Return a count; a column without a figure counts as 0."""
        return self.isi[kolom] or 0

    @property
    def jumlah_bermasalah(self) -> int:
        """Employers with at least one finding."""
        return self.angka("jumlah") - self.angka("jumlah_patuh")


def read_baris(baris: Iterable[Mapping[str, Any]], dimensi: str) -> list[Baris]:
    """Return the rows of one dimension (SKALA, SEKTOR) of the read ``pemberi_kerja``, most findings first."""
    isi = [
        Baris(_besar(sebut(b["nama"])), {k: v for k, v in b.items() if k not in ("dimensi", "kunci", "nama")})
        for b in baris
        if b["dimensi"] == dimensi
    ]
    return sorted(isi, key=lambda b: (b.nama == "Tidak diketahui", -b.jumlah_bermasalah, b.nama))


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def sum_baris(baris: Sequence[Baris]) -> Baris:
    """Return the total; rupiah stay unknown when no row has any."""
    kolom = baris[0].isi if baris else {}
    return Baris("Jumlah", {k: _add(b.isi[k] for b in baris) for k in kolom})


def _add(angka: Iterable[int | None]) -> int | None:
    ada = [a for a in angka if a is not None]
    return sum(ada) if ada else None


def bagian(pembilang: int, penyebut: int) -> float | None:
    """Return a share of employers in percent; None of nothing."""
    return float(Fraction(100 * pembilang, penyebut)) if penyebut else None


def kpi(patuh: Nilai, total: Baris) -> list[Kpi]:
    """Return the four headline figures."""
    jumlah = total.angka("jumlah")
    return [
        Kpi(
            "Kepatuhan pemberi kerja",
            format.persen(patuh.nilai, patuh.target),
            f"{format.bilangan(patuh.pembilang)} dari {format.bilangan(patuh.penyebut)}"
            + (f"; kurang {format.bilangan(total.jumlah_bermasalah)}" if total.jumlah_bermasalah else ""),
            patuh.status,
            patuh.nilai,
            patuh.target,
        ),
        Kpi(
            "Belum terdaftar (PWBD)",
            format.bilangan(total.angka("jumlah_pwbd")),
            f"dari {format.bilangan(jumlah)} pemberi kerja",
        ),
        Kpi(
            "Terdaftar sebagian (PDS)",
            f"{format.bilangan(total.angka('jumlah_pds_tk'))} · {format.bilangan(total.angka('jumlah_pds_upah'))} · "
            f"{format.bilangan(total.angka('jumlah_pds_program'))}",
            "tenaga kerja · upah · program",
        ),
        Kpi(
            "Menunggak iuran",
            format.bilangan(total.angka("jumlah_tunggakan")),
            f"pemberi kerja, {format.rupiah_pendek(total.isi['rp_tunggakan'], eja=True)}",
        ),
    ]


def baris_temuan(total: Baris) -> list[list[object]]:
    """Return one row per finding: how many, and how many could be judged by it."""
    jumlah = total.angka("jumlah")
    baris: list[list[object]] = []
    for kolom, kata, dinilai in TEMUAN:
        nilai = jumlah if dinilai is None else total.angka(dinilai)
        baris.append(
            [
                kata,
                format.bilangan(total.angka(kolom)),
                format.bilangan(nilai),
                format.persen(bagian(nilai, jumlah), 100),
                format.persen(bagian(total.angka(kolom), nilai), 100),
            ]
        )
    return baris


def batang_temuan(total: Baris, sumber: str) -> charts.Batang:
    """Return the findings as bars, largest first."""
    urut = sorted(((total.angka(kolom), kata) for kolom, kata, _ in TEMUAN), key=lambda x: -x[0])
    if not urut[0][0]:
        judul = "Tidak ada temuan"
    elif urut[0][0] == urut[1][0]:
        judul = "Temuan menurut jenisnya"
    else:
        judul = f"Temuan terbanyak: {urut[0][1][0].lower()}{urut[0][1][1:]}"
    return charts.Batang(
        judul=judul,
        subjudul="Pemberi kerja menurut temuan; satu pemberi kerja dapat mempunyai beberapa temuan",
        satuan="pemberi kerja",
        kode=("PAT-01", "PAT-02"),
        kolom_label="Temuan",
        baris=[charts.Bar(kata, n, sorot=i == 0) for i, (n, kata) in enumerate(urut)],
        sumber=sumber,
    )


def batang_tidak_patuh(baris: Sequence[Baris], apa: str, sumber: str) -> charts.Batang:
    """Return employers with a finding per scale or sector, at most twelve."""
    atas = list(baris) if len(baris) <= 12 else list(baris[:11])
    sisa = baris[len(atas) :]
    bar = [
        charts.Bar(
            b.nama,
            b.jumlah_bermasalah,
            sorot=i == 0,
            keterangan=f"dari {format.bilangan(b.angka('jumlah'))}; "
            f"patuh {format.persen(bagian(b.angka('jumlah_patuh'), b.angka('jumlah')), 100)}",
        )
        for i, b in enumerate(atas)
    ]
    if sisa:
        bar.append(charts.Bar(f"{len(sisa)} lainnya", sum(b.jumlah_bermasalah for b in sisa)))
    if not baris or not baris[0].jumlah_bermasalah:
        judul = f"Tidak ada temuan per {apa}"
    elif len(baris) > 1 and baris[0].jumlah_bermasalah == baris[1].jumlah_bermasalah:
        judul = f"Pemberi kerja dengan temuan per {apa}"
    else:
        jumlah = format.bilangan(baris[0].jumlah_bermasalah)
        judul = judul_dana.batasi(
            f"{baris[0].nama}: {jumlah} pemberi kerja dengan temuan, terbanyak",
            f"Terbanyak {jumlah} pemberi kerja dengan temuan pada satu {apa}",
        )
    return charts.Batang(
        judul=judul,
        subjudul=f"Pemberi kerja dengan paling sedikit satu temuan, per {apa}",
        satuan="pemberi kerja",
        kode=("PAT-01",),
        kolom_label=apa.capitalize(),
        baris=bar,
        sumber=sumber,
    )


def batang_tunggakan(baris: Sequence[Baris], apa: str, sumber: str) -> charts.Batang | None:
    """Return rupiah in arrears per scale or sector, at most six and the rest; None when nobody owes a known amount."""
    urut = sorted((b for b in baris if b.angka("rp_tunggakan")), key=lambda b: -b.angka("rp_tunggakan"))
    if not urut:
        return None
    atas = urut if len(urut) <= 6 else urut[:5]
    sisa = urut[len(atas) :]
    bar = [
        charts.Bar(
            b.nama,
            b.isi["rp_tunggakan"],
            sorot=i == 0,
            keterangan=f"{format.bilangan(b.angka('jumlah_tunggakan'))} pemberi kerja",
        )
        for i, b in enumerate(atas)
    ]
    if sisa:
        kata = f"{format.bilangan(sum(b.angka('jumlah_tunggakan') for b in sisa))} pemberi kerja"
        bar.append(charts.Bar(f"{len(sisa)} lainnya", sum(b.angka("rp_tunggakan") for b in sisa), keterangan=kata))
    rp = format.rupiah_pendek(urut[0].isi["rp_tunggakan"])
    return charts.Batang(
        judul=judul_dana.batasi(
            f"Tunggakan terbesar: {urut[0].nama}, {rp}", f"Tunggakan terbesar {rp} pada satu {apa}"
        ),
        subjudul=f"Rupiah tunggakan iuran menurut daftar pemberi kerja, per {apa}",
        satuan="Rp",
        kode=("PAT-02",),
        kolom_label=apa.capitalize(),
        baris=bar,
        sumber=sumber,
    )


def sel_rinci(b: Baris) -> list[object]:
    """Return the cells of the table of findings by group."""
    kolom = ("jumlah", "jumlah_patuh", *(k for k, _, _ in TEMUAN))
    return [
        b.nama,
        *(format.bilangan(b.angka(k)) for k in kolom),
        format.rupiah(b.isi["rp_tunggakan"]),
        format.bilangan(b.isi["jumlah_tk_nyata"]),
        format.bilangan(b.isi["jumlah_tk_terdaftar"]),
    ]


def sel_program(b: Baris) -> list[object]:
    """Return the cells of the table of missing programmes by group."""
    return [b.nama, *(format.bilangan(b.angka(f"jumlah_kurang_{p}")) for p in PROGRAM)]


def catatan_program(skala: Mapping[str, Iterable[str]]) -> str:
    """Return which programmes the profile requires by scale."""
    wajib = "; ".join(f"{sebut(s)}: {', '.join(p)}" for s, p in skala.items())
    return f"Program yang diwajibkan menurut skala usaha: {wajib}."

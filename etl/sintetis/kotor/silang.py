"""Recaps as branches and villages really send them: pivots, a sheet per segment, subtotals inside."""

from __future__ import annotations

from datetime import date

import polars as pl

from etl.sintetis.berkas import Surat
from etl.sintetis.kotor.ejaan import spell_kecamatan
from etl.sintetis.kotor.lembaran import Busana, Lembaran, Sel
from etl.sintetis.rekap import DIMENSI
from ucj.format import bulan as tulis_bulan

BASIS = {"DOMISILI": "Tempat Tinggal", "TEMPAT_KERJA": "Lokasi Kerja"}
SEGMEN = {"PU": "Penerima Upah", "BPU": "Bukan Penerima Upah (BPU)", "JAKON": "Jasa Konstruksi", "PMI": "PMI"}
ORANG = {"jumlah_terdaftar": "Terdaftar", "jumlah_aktif": "Aktif"}
RUPIAH = {"jumlah_aktif": "TK Aktif", "rp_iuran": "Iuran (Rp)", "jumlah_kasus": "Kasus", "rp_manfaat": "Manfaat (Rp)"}


def turn_rekap(surat: Surat, busana: Busana) -> list[Lembaran]:
    """Return a month's recap: people by kecamatan and segment, money by programme, the rest (doubles too) as a list."""
    teks = surat.teks.with_row_index("nomor").with_columns(
        utuh=~pl.col("nomor").is_in(list(surat.salah)) if surat.salah else pl.lit(True)
    )
    judul = [*surat.judul, f"PERIODE : {tulis_bulan(date.fromisoformat(teks['bulan'][0] + '-01')).upper()}"]
    uang = pl.col("utuh") & (pl.col("program") != "")
    orang = pl.col("utuh") & (pl.col("program") == "") & (pl.col("sektor") == "") & (pl.col("kode_desa") != "")
    bagian = teks.filter(orang)
    if busana.gaya % 2:
        lembar = [_sheet_segmen(satu, judul, busana) for satu in bagian.partition_by("segmen", maintain_order=True)]
    else:
        lembar = [_pivot_segmen(bagian, judul, busana)]
    sisa = teks.filter(~(uang | orang)).select(surat.teks.columns)
    return [*lembar, _pivot_program(teks.filter(uang), judul, busana), _list_sisa(sisa, judul)]


def _pivot_segmen(bagian: pl.DataFrame, judul: list[str], busana: Busana) -> Lembaran:
    """Kecamatan down, segments across, registered and active below each; a subtotal per basis, the basis merged."""
    segmen = bagian["segmen"].unique(maintain_order=True).to_list()
    atas, bawah = ["Basis", "Kecamatan"], ["Basis", "Kecamatan"]
    gabung = [(0, 0, 1, 0), (0, 1, 1, 1)]
    for s in segmen:
        gabung.append((0, len(atas), 0, len(atas) + 1))
        atas += [SEGMEN[s]] * 2
        bawah += list(ORANG.values())
    isi: list[list[Sel]] = []
    gabung_isi = []
    for per_basis in bagian.partition_by("basis", maintain_order=True):
        mulai = len(isi)
        sel = {(k, s): (t, a) for k, s, t, a in per_basis.select("kode_desa", "segmen", *ORANG).iter_rows()}
        for n, kode in enumerate(per_basis["kode_desa"].unique(maintain_order=True)):
            baris: list[Sel] = [BASIS[per_basis["basis"][0]], spell_kecamatan(busana.nama.kecamatan[kode], 3 * n)]
            for s in segmen:
                baris += [_angka(x) for x in sel.get((kode, s), ("", ""))]
            isi.append(baris)
        gabung_isi.append((mulai, len(isi) - 1, 0))
        jumlah = [sum(x for b in isi[mulai:] if isinstance(x := b[k], float)) for k in range(2, len(atas))]
        isi.append(["Sub Jumlah", "", *(float(x) for x in jumlah)])
    return Lembaran(judul, [atas, bawah], isi, "Per Kecamatan", gabung, gabung_isi)


def _sheet_segmen(bagian: pl.DataFrame, judul: list[str], busana: Busana) -> Lembaran:
    """One segment, which only the name of the sheet names."""
    isi: list[list[Sel]] = [
        [
            str(n + 1), spell_kecamatan(busana.nama.kecamatan[kode], 3 * n), BASIS[basis], _angka(terdaftar),
            _angka(aktif),
        ]
        for n, (kode, basis, terdaftar, aktif) in enumerate(
            bagian.select("kode_desa", "basis", *ORANG).iter_rows()
        )
    ]  # fmt: skip
    kepala = ["No", "KECAMATAN", "BASIS", "PESERTA TERDAFTAR", "TENAGA KERJA AKTIF"]
    return Lembaran(judul, [kepala], isi, bagian["segmen"][0])


def _pivot_program(bagian: pl.DataFrame, judul: list[str], busana: Busana) -> Lembaran:
    """Programmes across, with people, contributions, cases and benefits below each."""
    program = bagian["program"].unique(maintain_order=True).to_list()
    kunci = ["basis", *(d for d in DIMENSI if d != "program")]
    atas = ["Basis", "Segmen", "Sektor", "Kode Kecamatan"]
    bawah = list(atas)
    gabung = [(0, k, 1, k) for k in range(4)]
    for p in program:
        gabung.append((0, len(atas), 0, len(atas) + 3))
        atas += [p] * 4
        bawah += list(RUPIAH.values())
    sel: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for baris in bagian.select(*kunci, "program", *RUPIAH).iter_rows():
        sel.setdefault(baris[:4], {})[baris[4]] = baris[5:]
    isi: list[list[Sel]] = []
    for (basis, segmen, sektor, kode), milik in sel.items():
        satu: list[Sel] = [BASIS[basis], SEGMEN.get(segmen, segmen), sektor or "Semua", kode.replace(".", "")]
        for p in program:
            satu += [_angka(x) for x in milik.get(p, ("",) * 4)]
        isi.append(satu)
    return Lembaran(judul, [atas, bawah], isi, "Iuran dan Manfaat", gabung)


def _list_sisa(sisa: pl.DataFrame, judul: list[str]) -> Lembaran:
    """What fits in no pivot: totals, segments, sectors."""
    kolom = [c for c in sisa.columns if c not in ("bulan", "program", "rp_iuran", "jumlah_kasus", "rp_manfaat")]
    kepala = {
        "basis": "BASIS", "segmen": "SEGMEN KEPESERTAAN", "sektor": "LAPANGAN USAHA", "kode_desa": "KODE WILAYAH",
        "jumlah_terdaftar": "PESERTA TERDAFTAR", "jumlah_aktif": "PESERTA AKTIF", "penyebut_resmi": "SEMESTA PEKERJA",
        "persen_resmi": "CAKUPAN",
    }  # fmt: skip
    isi: list[list[Sel]] = []
    for baris in sisa.select(kolom).iter_rows(named=True):
        isi.append(
            [
                BASIS[sel] if c == "basis"
                else SEGMEN.get(sel, sel) if c == "segmen"
                else sel.replace(".", ",") if c == "persen_resmi"
                else _angka(sel) if c in ("jumlah_terdaftar", "jumlah_aktif", "penyebut_resmi")
                else sel
                for c, sel in baris.items()
            ]
        )  # fmt: skip
    return Lembaran(judul, [[kepala[c] for c in kolom]], isi, "Rincian Lain")


def turn_realisasi(surat: Surat, lembaran: Lembaran) -> Lembaran:
    """Return spending with its month as the heading of the column of amounts. The letter is of one month."""
    bulan = tulis_bulan(date.fromisoformat(surat.teks["bulan"][0] + "-01"))
    (lama,) = lembaran.kepala
    baru = [*lama[:-1], bulan]
    isi: list[list[Sel]] = [list(baru) if baris == lama else baris for baris in lembaran.isi]  # also where it repeats
    judul = [baris for baris in lembaran.judul if not baris.startswith("PERIODE")]
    return Lembaran(judul, [baru], isi, lembaran.nama, ekor=lembaran.ekor)


def _angka(teks: str) -> Sel:
    return float(teks) if teks else ""

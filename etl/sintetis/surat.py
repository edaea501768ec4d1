"""Turns rows into the file in which they arrive: letterhead, headings, format, and the usual few wrong rows."""

from dataclasses import replace
from datetime import date

import polars as pl

from etl.sintetis import acuan, rusak
from etl.sintetis.berkas import Surat, to_text
from etl.sintetis.penyebut import Penyebut, make_target
from etl.sintetis.rusak import NIK, Kerusakan, damage
from etl.sintetis.skenario import Skenario
from ucj import format as tulis

KEPALA_PESERTA = {
    "nama": "Nama Tenaga Kerja",
    "bulan_iuran_terakhir": "BLTH Iuran Terakhir",
    "rp_upah": "Upah Dilaporkan",
    "kode_desa": "Kode Desa Domisili",
    "tanggal_berakhir": "Tgl Berakhir",
}

CABANG = "Kepala Kantor Cabang"
KOP_CABANG = "BPJS KETENAGAKERJAAN KANTOR CABANG CONTOH"
KEPALA_ANGGARAN = {"tahun": "Tahun Anggaran", "rp_pagu": "Pagu", "nama_rekening": "Uraian"}


def _xlsx(
    skenario: Skenario, nama: str, tabel: pl.DataFrame, judul: tuple[str, ...], penanda_tangan: str, diterima: date,
    kerusakan: tuple[Kerusakan, ...] = (), ganda: int = 0, sel_angka: int = 0, kepala: dict[str, str] | None = None,
) -> Surat:  # fmt: skip
    """Return a workbook with a letterhead; of the first rows ``sel_angka`` have a NIK typed as a number."""
    teks, angka, tanggal = to_text(tabel)
    hasil = damage(skenario.rng(f"rusak/{nama}"), teks, kerusakan, ganda)
    sel = frozenset(range(5, 5 + sel_angka)) if len(hasil.teks) > 20 else frozenset()
    # a letter among the digits keeps a NIK from becoming a number
    sel = frozenset(n for n in sel if hasil.teks["nik"][n].isdigit())
    salah = {n: s for n, s in hasil.salah.items() if hasil.kembaran.get(n) not in sel}
    return Surat(
        nama=f"{nama}.xlsx",
        teks=hasil.teks,
        judul=(KOP_CABANG if penanda_tangan == CABANG else f"PEMERINTAH {skenario.daerah.nama.upper()}", *judul),
        penanda_tangan=penanda_tangan,
        tanggal_surat=diterima,
        angka=angka,
        tanggal=tanggal,
        sel_angka=sel,
        kepala=kepala or {},
        salah=salah | dict.fromkeys(sel, ("NIK_ANGKA",)),
        kembaran=hasil.kembaran,
    )


def _csv(
    skenario: Skenario, nama: str, tabel: pl.DataFrame, pemisah: str = ",", kepala: dict[str, str] | None = None,
    kerusakan: tuple[Kerusakan, ...] = (), ganda: int = 0,
) -> Surat:  # fmt: skip
    """Return a list as CSV; with a semicolon, as spreadsheets here write it, rupiah have dots."""
    teks, _, _ = to_text(tabel, ribuan=pemisah == ";")
    hasil = damage(skenario.rng(f"rusak/{nama}"), teks, kerusakan, ganda)
    return Surat(
        f"{nama}.csv", hasil.teks, pemisah=pemisah, kepala=kepala or {}, salah=hasil.salah, kembaran=hasil.kembaran
    )


def wilayah(skenario: Skenario, diterima: date) -> Surat:
    """The village list; one row of the neighbouring regency slipped in."""
    tetangga = {
        "kode_desa": f"{acuan.KODE_LUAR}.01.2001", "nama_desa": "Desa Tetangga", "jenis": "DESA",
        "kode_kecamatan": f"{acuan.KODE_LUAR}.01", "nama_kecamatan": "Kecamatan Tetangga",
    }  # fmt: skip
    tabel = pl.concat([skenario.daerah.wilayah, pl.DataFrame([tetangga])])
    judul = ("DAFTAR DESA DAN KELURAHAN",)
    rapi = _xlsx(skenario, "daftar-desa", tabel, judul, "Kepala Bagian Pemerintahan", diterima)
    return replace(rapi, salah={len(tabel) - 1: ("KODE_TIDAK_DIKENAL",)})


def penyebut(skenario: Skenario, p: Penyebut, diterima: date) -> Surat:
    """One release of denominators; the register comes as a list with a double row."""
    basis = p.baris["basis"][0].lower().replace("_", "-")
    nama = f"penduduk-bekerja-{p.sumber_data.lower()}-{p.tahun}-{basis}"
    if p.sumber_data == "DTSEN":
        return _csv(skenario, nama, p.baris, ganda=1)
    judul = (f"PENDUDUK BEKERJA MENURUT {p.sumber_data} {p.tahun}",)
    return _xlsx(skenario, nama, p.baris, judul, "Kepala BPS Kabupaten", diterima)


def target(skenario: Skenario, diterima: date) -> Surat:
    """The targets of the medium-term plan."""
    return _xlsx(skenario, "target-rpjmd", make_target(skenario), ("TARGET RPJMD",), "Kepala Bappeda", diterima)


def peserta(skenario: Skenario, tabel: pl.DataFrame, m: int) -> Surat:
    """One month's list of participants."""
    kali = max(len(tabel) // 20_000, 1)
    kerusakan = (
        Kerusakan("nik", rusak.cut, "NIK_TIDAK_SAH", 2 * kali),
        Kerusakan("nik", rusak.misdate, "NIK_TIDAK_SAH", kali),
        Kerusakan("nik", rusak.empty, "KOLOM_KOSONG", kali),
        Kerusakan("kode_desa", _kode_bps, "KODE_BPS", kali),
        Kerusakan("segmen", rusak.unknown, "KODE_TIDAK_DIKENAL", kali),
    )
    nama = f"peserta-{skenario.bulan[m]:%Y-%m}"
    return _csv(skenario, nama, tabel, kepala=KEPALA_PESERTA, kerusakan=kerusakan, ganda=2 * kali)


def _kode_bps(kode: str) -> str:
    """A village code of the statistical office: its last group begins with 0."""
    return kode.replace(".", "")[:6] + "0" + kode[-3:] if kode else kode


def rekap(skenario: Skenario, tabel: pl.DataFrame, m: int, diterima: date) -> Surat:
    """One month's recap; every fifth has a row twice."""
    bulan = skenario.bulan[m]
    judul = ("REKAPITULASI KEPESERTAAN, IURAN DAN MANFAAT", f"Bulan {tulis.bulan(bulan)}")
    return _xlsx(skenario, f"rekap-bpjs-{bulan:%Y-%m}", tabel, judul, CABANG, diterima, ganda=int(m % 5 == 2))


def pemberi_kerja(skenario: Skenario, tabel: pl.DataFrame, m: int) -> Surat:
    """One quarter's registered employers."""
    nama = f"pemberi-kerja-{skenario.bulan[m]:%Y-%m}"
    kerusakan = (
        Kerusakan("jumlah_tk_nyata", rusak.negate, "NILAI_DI_LUAR_BATAS", 2),
        Kerusakan("kode_desa", rusak.unknown, "KODE_TIDAK_DIKENAL"),
    )
    return _csv(skenario, nama, tabel, kepala={"nama": "Nama Perusahaan"}, kerusakan=kerusakan)


def tanpa_npp(skenario: Skenario, tabel: pl.DataFrame, m: int) -> Surat:
    """One quarter's employers without registration."""
    return _csv(skenario, f"belum-daftar-{skenario.bulan[m]:%Y-%m}", tabel, ";", {"nama": "Nama Perusahaan"}, ganda=1)


def roster(skenario: Skenario, tabel: pl.DataFrame, nama: str, tanggal: date) -> Surat:
    """One roster of staff or supervised workers, in a workbook that somebody typed."""
    judul = (f"DAFTAR {nama.upper().replace('-', ' ')}", f"Keadaan {tulis.tanggal_panjang(tanggal)}")
    # the longer the list, the more was mistyped
    kerusakan = NIK if len(tabel) > 200 else NIK[:1] if len(tabel) > 100 else ()
    kembar = int(len(tabel) > 200)
    nama_berkas = f"daftar-{nama}-{tanggal:%Y-%m}"
    return _xlsx(skenario, nama_berkas, tabel, judul, "Kepala Perangkat Daerah", tanggal, kerusakan, kembar, kembar)


def anggaran(skenario: Skenario, tabel: pl.DataFrame, nama: str) -> Surat:
    """One stage of one year's budget; the original one does not say when it takes effect."""
    lingkup = tabel["lingkup"][0]
    is_murni = tabel["tahap"][0] == "MURNI"
    tabel = tabel.with_columns(
        tanggal_berlaku=pl.lit(None, dtype=pl.Date) if is_murni else pl.col("tanggal_berlaku")
    ).select(
        "tahun", "tahap", "tanggal_berlaku", "lingkup", pl.col("unit").alias(_unit(lingkup)), "kode_subkegiatan",
        "kode_rekening", "nama_rekening", "cara_penganggaran", "porsi_iuran_persen", "sumber_dana", "untuk", "rp_pagu",
        "jumlah_orang", "jumlah_bulan",
    )  # fmt: skip
    negatif = Kerusakan("rp_pagu", rusak.negate, "NILAI_DI_LUAR_BATAS")
    kerusakan = (negatif,) if is_murni and lingkup == "APBDES" else ()
    return _csv(skenario, nama, tabel, pemisah=";", kepala=KEPALA_ANGGARAN, kerusakan=kerusakan)


def realisasi(skenario: Skenario, tabel: pl.DataFrame, nama: str) -> Surat:
    """One quarter's spending, by month, of the offices (since January) or of the villages (of the month)."""
    lingkup = tabel["lingkup"][0]
    tak_dikenal = Kerusakan("sumber_dana", rusak.unknown, "KODE_TIDAK_DIKENAL")
    kerusakan = (tak_dikenal,) if lingkup == "APBDES" else ()
    return _csv(skenario, nama, tabel.rename({"unit": _unit(lingkup)}), pemisah=";", kerusakan=kerusakan)


def _unit(lingkup: str) -> str:
    return "kode_desa" if lingkup == "APBDES" else "kode_opd"


def penerima(skenario: Skenario, tabel: pl.DataFrame, nama: str, m: int, diterima: date) -> Surat:
    """One list of recipients; a short one is a workbook."""
    kerusakan = (
        Kerusakan("nik", rusak.cut, "NIK_TIDAK_SAH"), Kerusakan("nik", rusak.mistype, "NIK_TIDAK_SAH"),
        Kerusakan("kode_desa", rusak.unknown, "KODE_TIDAK_DIKENAL"),
    )  # fmt: skip
    nama = f"penerima-{nama}"
    # offices type short lists; the long ones come out of an application
    if len(tabel) > 700:
        return _csv(skenario, nama, tabel, kerusakan=kerusakan, ganda=1)
    judul = ("DAFTAR PENERIMA BANTUAN IURAN", f"sampai dengan {tulis.bulan(skenario.bulan[m])}")
    return _xlsx(skenario, nama, tabel, judul, "Kepala Perangkat Daerah", diterima, kerusakan, ganda=1)


def register(skenario: Skenario, tabel: pl.DataFrame, nama: str, diterima: date) -> Surat:
    """One list of the secretariat or the legal office, typed with care: every row is right."""
    judul = (nama.split("-per-")[0].replace("-", " ").upper(),)
    return _xlsx(skenario, nama, tabel, judul, "Sekretaris Tim", diterima)

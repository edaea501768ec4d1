"""What may be typed after ``python -m etl``: subcommands, options, help and usage errors in Indonesian."""

import argparse
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

AKAR = Path(__file__).resolve().parent.parent

# argparse knows no Indonesian: its sentences as patterns, and ours in their place
_TERJEMAHAN = (
    (r"the following arguments are required: (.*)", r"yang wajib belum ditulis: \1"),
    (r"one of the arguments (.*) is required", r"tulis salah satu dari: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument (\S+): invalid choice: (.*) \(choose from (.*)\)", r"\1: \2 tidak dikenal; pilih \3"),
    (r"argument (\S+): expected one argument", r"\1: perlu satu nilai"),
    (r"argument (\S+): expected at least one argument", r"\1: perlu paling sedikit satu nilai"),
    (r"argument (\S+): not allowed with argument (\S+)", r"\1 tidak boleh bersama \2"),
    (r"argument (\S+): ignored explicit argument (.*)", r"\1: tidak menerima nilai \2"),
    (r"argument (\S+): invalid int value: (.*)", r"\1: \2 bukan bilangan bulat"),
    (r"argument (\S+): (.*)", r"\1: \2"),
)


class _Bentuk(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """An argument parser that speaks Indonesian; wrong usage ends with exit status 2."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**(kwargs | {"formatter_class": _Bentuk, "add_help": False, "allow_abbrev": False}))
        self._positionals.title = "isian"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Print the usage and what is wrong with it, and end with 2."""
        for pola, ganti in _TERJEMAHAN:
            if re.fullmatch(pola, message, re.DOTALL):
                message = re.sub(pola, ganti, message, flags=re.DOTALL)
                break
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: salah pemakaian: {message}\n")


def folder_data(args: argparse.Namespace) -> Path:
    """Return the data folder: ``--data``, else ``UCJ_DATA``, else ``data`` of the project."""
    ditulis = args.data or os.environ.get("UCJ_DATA", "").strip()
    return Path(ditulis).expanduser() if ditulis else AKAR / "data"


def make_parser() -> Pengurai:
    """Return the parser of the whole command line (sources.md 4)."""
    folder: Any = argparse.ArgumentParser(add_help=False)
    folder.add_argument("--data", metavar="FOLDER", default=argparse.SUPPRESS, help=_BANTUAN_DATA)
    parser = Pengurai(
        prog="python -m etl",
        description="Pantau UCJ: memuat kiriman lalu menerbitkan angka cakupan jaminan sosial ketenagakerjaan.",
    )
    parser.add_argument("--data", metavar="FOLDER", help=_BANTUAN_DATA)
    perintah = parser.add_subparsers(dest="perintah", metavar="PERINTAH", title="perintah", required=True)

    def add(nama: str, bantuan: str) -> argparse.ArgumentParser:
        return perintah.add_parser(nama, help=bantuan, description=bantuan, parents=[folder])

    _add_siapkan(add)
    _add_muat(add)
    _add_terbit(add)
    _add_berkas(add)
    _add_baca(add)
    return parser


_BANTUAN_DATA = "folder data (bawaan: UCJ_DATA, lalu data/); boleh ditulis sebelum atau sesudah perintah"
_Add = Callable[[str, str], argparse.ArgumentParser]


def _add_siapkan(add: _Add) -> None:
    p = add("init", "siapkan folder data untuk satu kabupaten/kota")
    p.add_argument("--profil", required=True, metavar="NAMA", help="profil yang diwarisi, misalnya umum")
    p.add_argument("--kode", help="kode Kemendagri kabupaten/kota, misalnya 35.73")
    p.add_argument("--nama", metavar="TEKS", help="nama kabupaten/kota")

    p = add("demo", "buat data contoh (bukan data sebenarnya), muat, dan terbitkan")
    p.add_argument("--profil", metavar="NAMA", default="umum", help="profil yang dipakai (bawaan: umum)")
    p.add_argument("--wilayah", metavar="CSV", type=Path, help="daftar desa; tanpa ini dipakai Kabupaten Contoh")
    p.add_argument("--batas", metavar="BATAS", type=Path, help="batas desa untuk daftar desa itu")
    p.add_argument("--skala", choices=("kecil", "penuh"), default="kecil", help="besar data (bawaan: kecil)")
    p.add_argument("--jumlah-bulan", metavar="N", type=_positif, default=24, help="banyak bulan (bawaan: 24)")
    p.add_argument("--benih", metavar="N", type=int, default=1, help="benih acak (bawaan: 1)")
    p.add_argument("--kotor", action="store_true", help="dalam berkas yang berantakan, seperti kiriman sungguhan")


def _add_muat(add: _Add) -> None:
    p = add("load", "muat satu kiriman, atau muat kembali buku perbaikan dari perintah rejects")
    p.add_argument("sumber", metavar="SUMBER", help="jenis kiriman, misalnya peserta")
    p.add_argument("berkas", metavar="BERKAS", nargs="+", type=Path, help="XLSX atau CSV; beberapa = satu kiriman")
    p.add_argument("--bulan", metavar="BULAN", help="singkatan dari --isi bulan=BULAN, misalnya 2026-06")
    p.add_argument(
        "--isi", metavar="KOLOM=NILAI", action="append", default=[], type=_pasangan,
        help="nilai untuk kolom yang tidak ada di berkas dan sama untuk semua baris; boleh diulang",
    )  # fmt: skip
    p.add_argument(
        "--kolom", metavar="JUDUL=KOLOM", action="append", default=[], type=_judul,
        help="judul di berkas yang belum dikenal dan kolom yang dimaksud; boleh diulang",
    )  # fmt: skip
    p.add_argument("--diterima", metavar="TANGGAL", type=_tanggal, help="tanggal diterima (bawaan: hari ini)")
    p.add_argument("--pengirim", metavar="TEKS", help="siapa yang mengirim; --isi dan --kolom diingat untuknya")
    p.add_argument(
        "--batas", metavar="BATAS", type=Path, help="batas desa (GeoJSON, Shapefile, GeoPackage); hanya wilayah"
    )
    p.add_argument("--ganti", action="store_true", help="izinkan kiriman dengan kurang dari separuh baris sebelumnya")
    p.add_argument("--periksa", action="store_true", help="hanya baca dan periksa; tidak ada yang disimpan")
    _add_bentuk(p)

    p = add("kenali", "sebut sumber apa isi berkas, menurut judul kolomnya")
    p.add_argument("berkas", metavar="BERKAS", nargs="+", type=Path, help="XLSX atau CSV")
    _add_bentuk(p)

    p = add("undo", "tarik satu kiriman: yang digantikannya berlaku lagi, dan terbitan sebelumnya terbit kembali")
    p.add_argument("kiriman", metavar="KIRIMAN", nargs="?", help="nomor kiriman (bawaan: yang dimuat terakhir)")
    _add_bentuk(p)

    p = add("peta", "tampilkan apa yang diingat tentang berkas tiap pengirim, atau lupakan")
    p.add_argument("sumber", metavar="SUMBER", nargs="?", help="jenis kiriman (bawaan: semua)")
    p.add_argument("--pengirim", metavar="TEKS", help="satu pengirim saja")
    p.add_argument("--hapus", action="store_true", help="lupakan; sebut SUMBER, --pengirim, atau keduanya")


def _add_terbit(add: _Add) -> None:
    add("build", "hitung semua angka dari kiriman yang berlaku, lalu terbitkan")
    p = add("status", "apa yang sudah dimuat, apa yang terbit, dan apa yang masih harus dikirim")
    _add_bentuk(p)
    p = add("register", "tampilkan isi register yang berlaku sekarang, termasuk yang belum terbit")
    p.add_argument("sumber", metavar="SUMBER", help="register, misalnya tindak_lanjut")
    _add_bentuk(p)
    p = add("rollback", "kembali ke terbitan sebelumnya, atau ke terbitan yang disebut")
    p.add_argument("build", metavar="BUILD", nargs="?", help="nomor terbitan")
    p = add("freeze", "bekukan angka yang terbit dengan nama rapat: tidak berubah oleh kiriman dan terbitan berikutnya")
    p.add_argument("nama", metavar="NAMA", nargs="?", help='nama rapat, misalnya "Rapat 14 Juli"')
    p.add_argument("--daftar", action="store_true", help="tampilkan angka yang dibekukan")
    p.add_argument("--lepas", metavar="NAMA", help="lepaskan angka beku; tautannya tidak berlaku lagi")
    _add_bentuk(p)


def _add_berkas(add: _Add) -> None:
    p = add("template", "tulis templat XLSX untuk pengirim")
    p.add_argument("sumber", metavar="SUMBER", help="jenis kiriman")
    _add_out(p)
    p = add("rejects", "tulis baris yang perlu perbaikan ke XLSX, dengan alasan dan yang harus dilakukan")
    p.add_argument("sumber", metavar="SUMBER", nargs="?", help="jenis kiriman (bawaan: semua)")
    p.add_argument("--kiriman", metavar="KIRIMAN", help="nomor satu kiriman saja (bawaan: semua yang berlaku)")
    _add_out(p)
    p = add("opd-sheet", "tulis lembar satu Perangkat Daerah ke XLSX")
    p.add_argument("kode_opd", metavar="KODE_OPD", help="kode Perangkat Daerah, misalnya DISDIK")
    _add_out(p)


def _add_out(p: argparse.ArgumentParser) -> None:
    p.add_argument("--out", metavar="BERKAS.xlsx", type=Path, required=True, help="berkas yang ditulis")


def _add_baca(add: _Add) -> None:
    p = add("indicator", "tampilkan nilai indikator")
    waktu = p.add_mutually_exclusive_group()
    waktu.add_argument("--semester", metavar="SEMESTER", type=_semester, help="misalnya 2026-1")
    waktu.add_argument("--bulan", metavar="BULAN", type=_bulan, help="misalnya 2026-06")
    p.add_argument("--kode", metavar="KODE", help="satu indikator saja, misalnya UCJ-01")
    p.add_argument("--per", metavar="TINGKAT", help="satu tingkat saja, huruf kecil, misalnya sektor")
    _add_format(p)
    p = add("read", "tampilkan satu bacaan dari queries/reads")
    p.add_argument("nama", metavar="NAMA", help="nama bacaan")
    p.add_argument(
        "--param", metavar="NAMA=NILAI", action="append", default=[], type=_pasangan, help="parameter; boleh diulang"
    )
    _add_format(p)


def _add_bentuk(p: argparse.ArgumentParser) -> None:
    p.add_argument("--format", choices=("table", "json"), default="table", help="bentuk keluaran (bawaan: table)")


def _add_format(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--format", choices=("table", "csv", "json"), default="table", help="bentuk keluaran (bawaan: table)"
    )


def _pasangan(teks: str) -> tuple[str, str]:
    nama, tanda, nilai = teks.partition("=")
    if not tanda or not nama.strip():
        raise argparse.ArgumentTypeError(f"{teks!r} harus berbentuk nama=nilai")
    return nama.strip(), nilai.strip()


def _judul(teks: str) -> tuple[str, str]:
    judul, tanda, kolom = teks.rpartition("=")  # a heading may hold the sign, a column never
    if not tanda or not judul.strip() or not kolom.strip():
        raise argparse.ArgumentTypeError(f"{teks!r} harus berbentuk judul=kolom")
    return judul.strip(), kolom.strip()


def _tanggal(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError as salah:
        raise argparse.ArgumentTypeError(f"{teks!r} bukan tanggal; tulis seperti 2026-07-11") from salah


def _semester(teks: str) -> str:
    if not re.fullmatch(r"\d{4}-[12]", teks):
        raise argparse.ArgumentTypeError(f"{teks!r} bukan semester; tulis seperti 2026-1")
    return teks


def _bulan(teks: str) -> str:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", teks):
        raise argparse.ArgumentTypeError(f"{teks!r} bukan bulan; tulis seperti 2026-06")
    return teks


def _positif(teks: str) -> int:
    if not teks.isdecimal() or int(teks) < 1:
        raise argparse.ArgumentTypeError(f"{teks!r} bukan bilangan bulat di atas 0")
    return int(teks)

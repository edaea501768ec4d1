"""The command line: ``python -m etl PERINTAH``. Each command imports only what it needs, so that ``status`` is fast."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from etl import cetak, galat
from etl.perintah import folder_data, make_parser
from ucj.penolakan import Penolakan


class SalahPakai(Exception):
    """Wrong usage that only the command itself can see."""


def init(data: Path, args: argparse.Namespace) -> None:
    """Set up the data folder of one regency."""
    from ucj import peraturan

    profil = peraturan.init(data, args.profil, args.kode, args.nama)
    print(f"Folder data {data} siap untuk {profil.nama} ({profil.kode}), profil {args.profil}.")
    print("Langkah berikutnya: python -m etl status")


def demo(data: Path, args: argparse.Namespace) -> None:
    """Make simulated deliveries, load and publish them."""
    from etl import sintetis

    sintetis.demo(
        data,
        profil=args.profil,
        wilayah=args.wilayah,
        batas=args.batas,
        skala=args.skala,
        jumlah_bulan=args.jumlah_bulan,
        benih=args.benih,
        kotor=args.kotor,
    )
    print(f"Data contoh (bukan data sebenarnya) siap di {data}. Lihat: streamlit run app.py")


def load(data: Path, args: argparse.Namespace) -> None:
    """Load one delivery, or a correction."""
    sumber = _check_sumber(args.sumber)
    if args.batas is not None and sumber != "wilayah":
        raise SalahPakai("--batas hanya untuk sumber wilayah")
    isi = _collect(args.isi + ([("bulan", args.bulan)] if args.bulan is not None else []), "--isi")
    from etl import kemajuan, muat, pratinjau

    with kemajuan.show() as lapor:
        pilihan: dict[str, Any] = {
            "isi": isi,
            "kolom": _collect(args.kolom, "--kolom"),
            "diterima": args.diterima,
            "pengirim": args.pengirim,
            "batas": args.batas,
            "ganti": args.ganti,
            "lapor": lapor,
        }
        if args.periksa:
            hasil = pratinjau.check(data, sumber, args.berkas, **pilihan)
        else:
            penerimaan = muat.receive(data, sumber, args.berkas, **pilihan)
    if args.periksa:
        print(_as_json(hasil) if args.format == "json" else "\n".join(pratinjau.describe(hasil)))
        if hasil["tolak"]:
            raise Penolakan(hasil["tolak"])
    elif args.format == "json":
        print(_as_json(muat.as_dict(penerimaan)))
    else:
        print("\n".join(muat.describe(penerimaan)))


def kenali(data: Path, args: argparse.Namespace) -> None:
    """Say which source the files most likely are."""
    from etl import kenali as pengenal

    hasil = pengenal.recognise(data, args.berkas)
    if args.format == "json":
        print(_as_json(pengenal.as_dict(data, hasil)))
        return
    if hasil.perbaikan:
        print("Buku perbaikan dari perintah rejects.")
    judul = ("Sumber", "Kecocokan", "Kolom dikenal", "Kolom wajib yang belum ada")
    isi = [(d.kontrak.nama, d.nilai, len(d.ditemukan), ", ".join(d.kurang) or "-") for d in hasil.dugaan if d.nilai]
    print(cetak.as_table(judul, isi) if isi else "Tidak ada sumber yang judul kolomnya cocok.")


def undo(data: Path, args: argparse.Namespace) -> None:
    """Take a delivery back."""
    from etl import tarik

    hasil = tarik.withdraw(data, args.kiriman)
    if args.format == "json":
        isi = {"kiriman": hasil.kiriman.id, "terbit": hasil.terbit, "perlu_build": hasil.perlu_build}
        print(_as_json(isi | {"kalimat": list(hasil.kalimat)}))
    else:
        print("\n".join(hasil.kalimat))


def peta(data: Path, args: argparse.Namespace) -> None:
    """List what is remembered of the senders' files, or forget it."""
    sumber = None if args.sumber is None else _check_sumber(args.sumber)
    if args.hapus and sumber is None and args.pengirim is None:
        raise SalahPakai("--hapus: sebut SUMBER, --pengirim, atau keduanya")
    from etl import kiriman, peta_kiriman
    from ucj.peraturan import load_profil

    load_profil(data)
    if args.hapus:
        with kiriman.lock(data):
            jumlah = peta_kiriman.forget(data, sumber, args.pengirim)
        if not jumlah:
            raise Penolakan("Tidak ada peta kiriman yang cocok. Lihat yang ada dengan: python -m etl peta")
        print(f"{jumlah} peta kiriman dihapus. Kiriman yang sudah dimuat tidak berubah.")
        return
    semua = peta_kiriman.daftar(data, sumber, args.pengirim)
    if not semua:
        print("Belum ada peta kiriman. Peta dibuat saat load dengan --pengirim bersama --isi atau --kolom.")
        return
    judul = ("Sumber", "Pengirim", "Isi", "Judul di berkas", "Berganti")
    print(cetak.as_table(judul, [peta_kiriman.as_row(satu) for satu in semua]))


def build(data: Path, args: argparse.Namespace) -> None:
    """Compute and publish."""
    from etl import kemajuan, kiriman
    from etl.build import build

    with kemajuan.show() as lapor, kiriman.lock(data):
        nomor = build(data, lapor)
    print(f"Terbit: {nomor}")


def status(data: Path, args: argparse.Namespace) -> None:
    """Say what was delivered, what is published, and what is missing."""
    from etl import kiriman

    isi = kiriman.status(data)
    if args.format == "json":
        print(_as_json(isi))
        return
    terbit = f"{isi['build']['id']} ({isi['build']['waktu']})" if isi["build"] else "belum ada"
    print(f"Profil {isi['profil']}, kode {isi['kode']}. Terbitan: {terbit}.")
    if isi["pengiriman"]:
        judul = ("Sumber", "Berkas", "Cakupan", "Diterima", "Dibaca", "Dimuat", "Perlu perbaikan", "Keadaan")
        print("\n" + cetak.as_table(judul, [_row_status(k) for k in isi["pengiriman"]]))
    if isi["langkah"]:
        print("\nLangkah berikutnya:")
        print("\n".join(f"{nomor}. {kalimat}" for nomor, kalimat in enumerate(isi["langkah"], start=1)))


def _row_status(k: dict[str, Any]) -> tuple[Any, ...]:
    keadaan = "digantikan" if k["digantikan"] else "berlaku"
    if k["simulasi"]:
        keadaan += ", DATA CONTOH"
    berkas = [k["berkas"]] if isinstance(k["berkas"], str) else k["berkas"]
    return (
        k["sumber"],
        cetak.shorten(berkas, 1),
        cetak.shorten(k["cakupan"], 2),
        k["diterima"],
        k["dibaca"],
        k["dimuat"],
        k["disisihkan"],
        keadaan,
    )


def register(data: Path, args: argparse.Namespace) -> None:
    """Print the rows of a register that are in force now, published or not."""
    sumber = _check_sumber(args.sumber)
    from etl import register as isi
    from ucj.peraturan import load_profil

    load_profil(data)
    baris = isi.rows(data, sumber)
    if args.format == "json":
        print(cetak.as_json(baris))
    elif baris:
        print(cetak.as_table(list(baris[0]), [list(satu.values()) for satu in baris]))
    else:
        print(f"Register {sumber} belum berisi.")


def rollback(data: Path, args: argparse.Namespace) -> None:
    """Publish an earlier build again."""
    from etl import kiriman, terbit
    from ucj.peraturan import load_profil

    load_profil(data)
    with kiriman.lock(data):
        print(f"Terbit kembali: {terbit.rollback(data, args.build)}")


def freeze(data: Path, args: argparse.Namespace) -> None:
    """Pin the published figures under a name, list what is pinned, or let one go."""
    if sum((args.nama is not None, args.daftar, args.lepas is not None)) != 1:
        raise SalahPakai("freeze: tulis NAMA, --daftar, atau --lepas NAMA (satu saja)")
    from etl import beku

    if args.lepas is not None:
        hasil, kalimat = beku.tell_release(beku.release(data, args.lepas))
    elif args.daftar:
        hasil, kalimat = beku.tell_daftar(*beku.daftar(data))
    else:
        hasil, kalimat = beku.tell_freeze(*beku.freeze(data, args.nama))
    print(_as_json(hasil) if args.format == "json" else "\n".join(kalimat))


def template(data: Path, args: argparse.Namespace) -> None:
    """Write the workbook that a sender fills."""
    sumber, out = _check_sumber(args.sumber), _check_out(args.out)
    from etl.templat import write_template
    from ucj.peraturan import load_profil

    profil = load_profil(data) if (data / "profil.toml").exists() else None
    write_template(sumber, out, profil)
    print(f"Templat {sumber} ditulis: {out}")


def rejects(data: Path, args: argparse.Namespace) -> None:
    """Write the rows that need correction."""
    sumber, out = None if args.sumber is None else _check_sumber(args.sumber), _check_out(args.out)
    from etl import perbaikan
    from ucj.peraturan import load_profil

    load_profil(data)
    jumlah = perbaikan.write_rejects(data, sumber, out, args.kiriman)
    if not jumlah:
        print(f"Tidak ada baris yang perlu perbaikan. {args.out} hanya berisi keterangan itu.")
        return
    print(
        f"{jumlah} baris yang perlu perbaikan ditulis: {args.out}\n"
        "Perbaiki selnya (NIK yang disamarkan boleh dibiarkan), simpan, lalu muat kembali: "
        f"python -m etl load {sumber or 'SUMBER'} {args.out}"
    )


def opd_sheet(data: Path, args: argparse.Namespace) -> None:
    """Write the sheet of one office."""
    from etl import lembar_opd

    lembar_opd.write(data, args.kode_opd, _check_out(args.out))
    print(f"Lembar {args.kode_opd} ditulis: {args.out}")


def indicator(data: Path, args: argparse.Namespace) -> None:
    """Print indicator values of one period."""
    from ucj.format import periode
    from ucj.hitung import hitung
    from ucj.peraturan import load_profil

    profil = load_profil(data)
    nilai = hitung(_open(data), profil, args.semester or args.bulan, args.kode, args.per and args.per.upper())
    baris = [{kunci: getattr(satu, kunci) for kunci in _KUNCI_INDIKATOR} for satu in nilai]
    if args.format == "json":
        print(cetak.as_json(baris))
    elif args.format == "csv":
        print(cetak.as_csv(_KUNCI_INDIKATOR, baris))
    elif not baris:
        print("Tidak ada nilai untuk pilihan ini.")
    else:
        print(f"{profil.nama}, {periode(nilai[0].periode)}\n")
        judul = (
            "Kode",
            "Indikator",
            "Tingkat",
            "Kunci",
            "Nilai",
            "Satuan",
            "Pembilang",
            "Penyebut",
            "Target",
            "Status",
        )
        isi = ("kode", "nama", "tingkat", "kunci", "nilai", "satuan", "pembilang", "penyebut", "target", "status")
        print(cetak.as_table(judul, [[satu[kunci] for kunci in isi] for satu in baris]))


# in the order of sources.md 4
_KUNCI_INDIKATOR = (
    "kode", "nama", "periode", "tingkat", "kunci", "pembilang", "penyebut", "nilai", "satuan", "target", "status",
    "basis", "sumber", "estimasi",
)  # fmt: skip


def read(data: Path, args: argparse.Namespace) -> None:
    """Print the rows of one file of ``queries/reads``."""
    from ucj.peraturan import load_profil
    from ucj.sql import list_parameter, list_sql, read_sql

    load_profil(data)
    if args.nama not in list_sql("reads"):
        raise Penolakan(f"Tidak ada bacaan bernama {args.nama!r}. Yang ada: {', '.join(list_sql('reads'))}.")
    jenis = list_parameter(read_sql("reads", args.nama))
    diberi = _collect(args.param, "--param")
    asing = sorted(set(diberi) - set(jenis))
    if asing:
        ada = ", ".join(f"{nama} ({tipe})" for nama, tipe in jenis.items()) or "tidak ada"
        raise SalahPakai(f"--param {asing[0]} tidak dikenal untuk bacaan {args.nama}; parameternya: {ada}")
    baris = _open(data).read(args.nama, **{nama: _typed(nama, jenis[nama], teks) for nama, teks in diberi.items()})
    if args.format == "json":
        print(cetak.as_json(baris.to_dicts()))
    elif args.format == "csv":
        print(cetak.as_csv(baris.columns, baris.to_dicts()))
    else:
        print(cetak.as_table(baris.columns, baris.rows()))


def _typed(nama: str, tipe: str, teks: str) -> Any:
    """Return a parameter as the type that the header of the query names; raises ``SalahPakai``."""
    if tipe.endswith("[]"):
        return [_typed(nama, tipe[:-2], satu.strip()) for satu in teks.split(",") if satu.strip()]
    try:
        if tipe == "DATE":
            return date.fromisoformat(f"{teks}-01" if len(teks) == 7 else teks)
        if tipe in {"BIGINT", "INTEGER"}:
            return int(teks)
        if tipe == "DOUBLE":
            return float(teks)
        if tipe == "BOOLEAN":
            return {"true": True, "1": True, "ya": True, "false": False, "0": False, "tidak": False}[teks.lower()]
    except (ValueError, KeyError) as salah:
        contoh = {"DATE": "2026-06-01", "BOOLEAN": "true"}.get(tipe, "10")
        raise SalahPakai(f"--param {nama}={teks}: bukan {tipe}; tulis seperti {contoh}") from salah
    return teks


def _open(data: Path) -> Any:
    """Return the published build. Raises ``Penolakan`` when there is none."""
    from ucj.db import open_terbitan

    terbitan = open_terbitan(data)
    if terbitan is None:
        raise Penolakan(
            "Belum ada terbitan. Muat kiriman, lalu jalankan `python -m etl build`; `python -m etl status` "
            "menyebut langkahnya."
        )
    return terbitan


def _as_json(isi: dict[str, Any]) -> str:
    return json.dumps(isi, ensure_ascii=False, indent=1)


def _check_sumber(sumber: str) -> str:
    from etl.kontrak import SUMBER

    if sumber not in SUMBER:
        raise SalahPakai(f"sumber {sumber!r} tidak dikenal; pilih {', '.join(SUMBER)}")
    return sumber


def _check_out(out: Path) -> Path:
    if not out.absolute().parent.is_dir():
        raise Penolakan(f"Folder {out.absolute().parent} tidak ada. Buat dahulu, atau tulis --out dengan folder lain.")
    if out.suffix.lower() != ".xlsx":
        raise SalahPakai(f"--out {out}: nama berkas harus berakhir .xlsx")
    return out


def _collect(pasangan: list[tuple[str, str]], pilihan: str) -> dict[str, str]:
    """Return the pairs of a repeatable option; the same name twice with two values is wrong usage."""
    hasil: dict[str, str] = {}
    for nama, nilai in pasangan:
        if hasil.setdefault(nama, nilai) != nilai:
            raise SalahPakai(f"{pilihan} {nama} ditulis dua kali dengan nilai berbeda: {hasil[nama]!r} dan {nilai!r}")
    return hasil


PERINTAH: dict[str, Callable[[Path, argparse.Namespace], None]] = {
    "init": init,
    "demo": demo,
    "load": load,
    "kenali": kenali,
    "undo": undo,
    "peta": peta,
    "build": build,
    "status": status,
    "register": register,
    "rollback": rollback,
    "freeze": freeze,
    "template": template,
    "rejects": rejects,
    "opd-sheet": opd_sheet,
    "indicator": indicator,
    "read": read,
}


def main(kata: list[str] | None = None) -> int:
    """Run one command; return the exit status: 0 done, 1 refused. Wrong usage raises ``SystemExit`` with 2."""
    parser = make_parser()
    args = parser.parse_args(kata)
    data = folder_data(args)
    galat.install(data)
    try:
        PERINTAH[args.perintah](data, args)
    except Penolakan as tolak:
        print(tolak, file=sys.stderr)
        return 1
    except SalahPakai as salah:
        parser.error(str(salah))
    return 0


if __name__ == "__main__":
    sys.exit(main())

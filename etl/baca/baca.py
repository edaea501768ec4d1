"""The way of one delivery through the reading rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

from etl.baca.alasan import KEPALA, explain, only_headings, shorten_judul
from etl.baca.batas import read_berkas
from etl.baca.buku import kenali, read_buku
from etl.baca.ingatan import Ingatan, explain_hilang, find_dipakai, name_judul, pick_isi
from etl.baca.isian import check_isi, find_isian, find_tahun_silang
from etl.baca.jumlah import compare_total
from etl.baca.kepala import Kepala, find_kepala, list_kurang
from etl.baca.konteks import Hasil, Konteks
from etl.baca.lembar import Lembar
from etl.baca.panjang import LEBIH, NOMOR, POSISI, TANPA_SATUAN, Tabel, make_tabel
from etl.baca.periksa import (
    check_daerah,
    check_wajib,
    combine,
    count_kk_angka,
    fill_orang,
    find_ganda,
    note_nik,
    split_longgar,
)  # fmt: skip
from etl.baca.potong import cut
from etl.baca.sisihan import make_sisih, mask
from etl.baca.tafsir import Penafsir, Tafsiran
from etl.baca.teks import read_teks
from etl.baca.terbaca import Salah
from etl.kolom import Kontrak
from etl.rahasia import pseudonym
from ucj.penolakan import Penolakan


@dataclass
class _Dibuka:
    """What the files hold before values are read; ``kolom``: headings named for this load; ``ingat``: values remembered
    of the sender that a table needed."""

    kolom: Mapping[str, str]
    ingatan: Ingatan
    ingat: dict[str, str] = field(default_factory=dict)
    tabel: list[Tabel] = field(default_factory=list)
    total: list[list[int]] = field(default_factory=list)
    catatan: list[str] = field(default_factory=list)
    simulasi: bool = False


def read(
    kontrak: Kontrak,
    files: Sequence[Path],
    isi: Mapping[str, str],
    konteks: Konteks,
    ubah: Callable[[Lembar], Lembar] | None = None,
    *,
    kolom: Mapping[str, str] | None = None,
    ingatan: Ingatan | None = None,
) -> Hasil:
    """The rows of one delivery, loaded and set aside, in file order.

    ``isi``: columns that are the same for all rows (``--isi``); ``kolom``: heading -> column, checked (``--kolom``);
    ``ingatan``: what is known of the sender. ``ubah`` sees each sheet before its values are read and may give back a
    corrected one (a perbaikan). Raises ``Penolakan`` when one of the files cannot be taken as a whole; then none is.
    """
    tetap = check_isi(kontrak, isi)
    dibuka = _Dibuka(kolom or {}, ingatan or Ingatan())
    kontrak = name_judul(kontrak, dibuka.kolom, dibuka.ingatan.kolom)
    for path in files:
        _open(path, kontrak, tetap, dibuka, ubah)
    if hilang := explain_hilang(dibuka.kolom, [tabel.kepala for tabel in dibuka.tabel]):
        judul = dict.fromkeys(judul for tabel in dibuka.tabel for judul in tabel.kepala.judul if judul)
        raise Penolakan(f"{hilang} Judul yang ditemukan: {', '.join(only_headings([*judul]))}.")
    penafsir = Penafsir(kontrak, konteks)
    teks = _join(dibuka.tabel)
    teks, asli = _put_isi(kontrak, teks, tetap)
    hasil = penafsir.read(teks)
    _refuse_bps(hasil, konteks)
    _check_sama(kontrak, penafsir, tetap, asli, hasil)
    return _finish(kontrak, konteks, dibuka, teks, hasil)


def _open(
    path: Path,
    kontrak: Kontrak,
    tetap: dict[str, str],
    dibuka: _Dibuka,
    ubah: Callable[[Lembar], Lembar] | None,
) -> None:
    """Find the tables of one file."""
    isi = read_berkas(path)
    if kenali(path.name, isi) == "buku":
        semua = read_buku(path.name, isi)
    else:

        def nilai_kepala(baris: list[list[str]]) -> int:
            rapi = [[sel.strip() or None for sel in satu] for satu in baris]
            kepala = find_kepala(rapi[:KEPALA], kontrak, tetap)
            return 0 if kepala is None else kepala.nilai[1]

        semua = [read_teks(path.name, isi, nilai_kepala)]
    if ubah is not None:
        semua = [ubah(lembar) for lembar in semua]
    dibuka.simulasi |= any(_is_contoh(lembar) for lembar in semua)
    dibaca: list[Tabel] = []
    dilewati: list[str] = []
    hampa = False
    gagal: list[tuple[Lembar, Kepala | None, str]] = []
    for lembar in semua:
        kepala = find_kepala(lembar.bersih.head(KEPALA).rows(), kontrak, tetap)
        luar, keluhan = ({}, "") if kepala is None else find_isian(lembar, kepala, kontrak, tetap)
        if kepala is not None:
            kepala.kurang = list_kurang(kepala, kontrak, {*tetap, *luar, *dibuka.ingatan.isi})
        if kepala is None or kepala.kurang:
            gagal.append((lembar, kepala, keluhan))
            dilewati.append(lembar.nama)
            continue
        tabel = _make(lembar, kepala, kontrak, tetap, luar, dibuka)
        if tabel.teks.is_empty():
            hampa = True
            dilewati.append(lembar.nama)
            continue
        dibaca.append(tabel)
    if not dibaca and hampa:
        raise Penolakan(
            f"{path.name}: ada judul kolom tetapi tidak ada satu baris data pun. Berkas kosong tidak boleh "
            "menggantikan "
            "data; kirim ulang berkas yang berisi."
        )
    if not dibaca:
        hilang = explain_hilang(dibuka.kolom, [kepala for _, kepala, _ in gagal])
        raise Penolakan(f"{explain(path.name, kontrak, tetap, gagal)} {hilang}".rstrip())
    if len(semua) > 1:
        dibuka.catatan.append(f"{path.name}: lembar dibaca {', '.join(t.lembar.nama for t in dibaca)}.")
        if dilewati:
            dibuka.catatan.append(f"{path.name}: lembar dilewati {', '.join(dilewati)}.")
    dibuka.tabel += dibaca


def _make(
    lembar: Lembar, kepala: Kepala, kontrak: Kontrak, tetap: dict[str, str], luar: dict[str, str], dibuka: _Dibuka
) -> Tabel:
    """One table, with its notes."""
    potongan = cut(lembar, kepala, kontrak)
    tabel = make_tabel(lembar, kepala, kontrak, potongan.data, find_tahun_silang(lembar, kepala, tetap))
    tabel.teks = tabel.teks.with_columns(pl.lit(nilai).alias(nama) for nama, nilai in luar.items())
    if tabel.teks.is_empty():
        return tabel
    ingat = pick_isi(tabel.teks, kontrak, {*tetap, *luar}, dibuka.ingatan.isi)
    tabel.teks = tabel.teks.with_columns(pl.lit(nilai).alias(nama) for nama, nilai in ingat.items())
    dibuka.ingat |= ingat
    dibuka.total.append(potongan.total)
    catatan = [
        f"{lembar.sebutan}: {nama} {nilai} dibaca dari kepala surat atau nama lembar." for nama, nilai in luar.items()
    ]
    if kepala.lain:
        catatan.append(f"{lembar.sebutan}: kolom tidak dikenal, diabaikan: {shorten_judul(kepala.lain)}.")
    catatan += tabel.catatan + potongan.catatan(lembar)
    lain = [k for k in lembar.angka if k not in kepala.dipakai and k < len(kepala.judul)]
    if kk := count_kk_angka([(kepala.judul[k], lembar.bersih[str(k)], lembar.angka[k]) for k in lain]):
        catatan.append(f"{lembar.sebutan}: {kk} nomor KK diketik sebagai angka dan kehilangan angka terakhirnya.")
    dibuka.catatan += catatan
    return tabel


def _is_contoh(lembar: Lembar) -> bool:
    """Whether the first row says that the file is simulated."""
    baris = lembar.baris(0) if lembar.bersih.height else []
    return any("DATA CONTOH" in " ".join((sel or "").upper().split()) for sel in baris)


def _join(tabel: list[Tabel]) -> pl.DataFrame:
    """The rows of all tables one below the other, with ``_tabel`` to find their way back."""
    bagian = [satu.teks.with_columns(pl.lit(n, pl.Int64).alias("_tabel")) for n, satu in enumerate(tabel)]
    if len(bagian) == 1:
        return bagian[0]
    teks = pl.concat(bagian, how="diagonal")
    return teks.with_columns(pl.col(nama).fill_null(False) for nama in teks.columns if nama.startswith("#"))


def _put_isi(kontrak: Kontrak, teks: pl.DataFrame, tetap: dict[str, str]) -> tuple[pl.DataFrame, dict[str, pl.Series]]:
    """Fill ``--isi`` into empty cells; where the file has the column, its own cells come back to be compared."""
    punya: dict[str, pl.Series] = {}
    for nama, nilai in tetap.items():
        if nama not in kontrak and not nama.startswith("_"):
            continue
        ada = [k for k in teks.columns if k == nama or (nama == "program" and k.startswith("_program_"))]
        if ada and any(teks[k].null_count() < teks.height for k in ada):
            punya[nama] = teks[ada[0]]
            if nama == "program" and nama not in teks.columns:
                raise Penolakan("--isi program: berkas sudah punya kolom program. Hapus --isi program, lalu muat lagi.")
        isi = pl.col(nama).fill_null(nilai) if nama in teks.columns else pl.lit(nilai)
        teks = teks.with_columns(isi.alias(nama))
    return teks, punya


def _check_sama(
    kontrak: Kontrak, penafsir: Penafsir, tetap: dict[str, str], punya: dict[str, pl.Series], hasil: Tafsiran
) -> None:
    """Raise ``Penolakan`` for an --isi that cannot be read, or that says otherwise than the file's own column."""
    dapat = {nama: nilai for nama, nilai in tetap.items() if nama in kontrak}
    if not dapat:
        return
    satu = penafsir.read(pl.DataFrame({nama: [nilai] for nama, nilai in dapat.items()}))
    for salah in satu.salah:
        if salah.kolom in dapat:
            raise Penolakan(
                f"--isi {salah.kolom}={dapat[salah.kolom]}: nilainya tidak terbaca ({salah.alasan}). "
                f"{kontrak[salah.kolom].bantuan}"
            )
    for nama, teks in punya.items():
        if nama not in hasil.nilai or nama not in satu.nilai:
            continue
        tulis = satu.nilai[nama][0]
        beda = teks.is_not_null() & ~hasil.nilai[nama].eq_missing(pl.Series([tulis], dtype=hasil.nilai[nama].dtype))
        if beda.any():
            raise Penolakan(
                f"--isi {nama}={tetap[nama]}: berkas sudah punya kolom {nama} dan {int(beda.sum())} barisnya "
                "berisi lain. "
                f"Hapus --isi {nama}, atau betulkan kolom itu dalam berkasnya."
            )


def _refuse_bps(hasil: Tafsiran, konteks: Konteks) -> None:
    if hasil.terisi_desa and 2 * hasil.bps >= hasil.terisi_desa:
        raise Penolakan(
            f"{hasil.bps} dari {hasil.terisi_desa} kode wilayah adalah kode BPS, bukan kode Kemendagri. Kode "
            f"{konteks.profil.nama} "
            f"menurut Kemendagri berawalan {konteks.profil.kode} (menurut BPS {konteks.profil['kode_bps']}) dan angka "
            "pertama kode desanya 1 (kelurahan) atau 2 (desa). "
            "Minta pengirim memakai kode Kemendagri, lalu muat lagi."
        )


def _finish(kontrak: Kontrak, konteks: Konteks, dibuka: _Dibuka, teks: pl.DataFrame, hasil: Tafsiran) -> Hasil:
    """Row rules, pseudonyms, and the two frames."""
    tinggi = teks.height
    frame = _frame(kontrak, dibuka, teks, hasil)
    tegas, catatan = split_longgar(kontrak, hasil.salah, teks)
    salah = [*tegas, *check_wajib(kontrak, hasil, teks[TANPA_SATUAN])]
    if kontrak.nama == "wilayah":
        salah += check_daerah(hasil, konteks.profil.kode)
    if teks[LEBIH].any():
        salah.append(Salah("", "KOLOM_LEBIH", teks[LEBIH]))
    frame, catatan_orang = fill_orang(kontrak, frame, hasil)
    frame = kontrak.siapkan(frame)
    frame = frame.with_columns(kontrak.teks_cakupan.alias("cakupan"))
    nik = None if hasil.nik is None else hasil.nik.terbaca.nilai
    ganda, beda = find_ganda(kontrak, frame, nik, salah)
    if ganda.any():
        salah.append(Salah("", "GANDA", ganda))
        catatan.append(
            f"GANDA: {int(ganda.sum())} baris berkunci sama dengan baris sebelumnya; yang pertama dimuat."
            + (f" {beda} di antaranya berisi lain daripada yang dimuat." if beda else "")
        )
    if nik is not None:
        catatan += catatan_orang + note_nik(nik, konteks.profil.kode)
        frame = frame.with_columns(pseudonym(nik, konteks.kunci).alias("id_peserta"), _samar(teks["nik"]))
    for n, tabel in enumerate(dibuka.tabel):
        milik = frame.hstack(teks.select("_tabel", NOMOR, POSISI)).filter(pl.col("_tabel") == n)
        catatan += compare_total(tabel, dibuka.total[n], kontrak, milik)
    skema = list(kontrak.skema())
    if combine(salah, tinggi).any():
        buruk = combine(salah, tinggi)
        sisih = make_sisih(
            frame.select(skema).with_row_index("_n").filter(buruk), salah, dibuka.tabel, teks.select("_tabel", NOMOR)
        )
        dimuat = frame.select(skema).filter(~buruk)
    else:
        dimuat = frame.select(skema)
        sisih = dimuat.clear().with_columns(pl.lit(None, pl.String).alias(n) for n in ("alasan", "rincian", "asli"))
    cakupan = sorted(dimuat["cakupan"].unique().to_list())
    catatan = [mask(satu) for satu in dibuka.catatan + hasil.catatan + catatan]
    ingat = find_dipakai(dibuka.ingatan, dibuka.kolom, dibuka.ingat, [tabel.kepala for tabel in dibuka.tabel])
    return Hasil(dimuat, sisih, tinggi, catatan, dibuka.simulasi, cakupan, ingat)


def _frame(kontrak: Kontrak, dibuka: _Dibuka, teks: pl.DataFrame, hasil: Tafsiran) -> pl.DataFrame:
    """The typed columns with where each row stands in its file."""
    berkas = [tabel.lembar.berkas for tabel in dibuka.tabel]
    lembar = [tabel.lembar.nama for tabel in dibuka.tabel]
    simpan = {kolom.nama: kolom.simpan for kolom in kontrak.kolom}
    nilai = [kolom.alias(simpan.get(nama, nama)) for nama, kolom in hasil.nilai.items() if nama != "nik"]
    letak = teks["_tabel"]
    if len(berkas) == 1:
        asal = [pl.lit(berkas[0]).alias("berkas"), pl.lit(lembar[0]).alias("lembar")]
    else:
        nomor = list(range(len(berkas)))
        asal = [
            pl.lit(letak.replace_strict(nomor, berkas, return_dtype=pl.String)).alias("berkas"),
            pl.lit(letak.replace_strict(nomor, lembar, return_dtype=pl.String)).alias("lembar"),
        ]
    frame = pl.DataFrame(nilai).with_columns(*asal, (teks[NOMOR] + 1).alias("nomor_baris"))
    if "nik" in kontrak:
        frame = frame.with_columns(pl.lit(None, pl.String).alias("kelompok_usia"))
    return frame


def _samar(nik: pl.Series) -> pl.Series:
    """The NIK as people may see it: first six and last two digits."""
    polos = nik.str.replace_all(r"[\s.\-–—'\"’]", "")
    samar = polos.str.slice(0, 6) + "********" + polos.str.slice(-2)
    return samar.set((polos.str.len_chars() < 16).fill_null(False), "********").alias("nik_samar")

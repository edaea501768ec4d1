"""Takes a corrected workbook in: the delivery is read again with the new cells, and only rows set aside may change."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from etl import baca, cache, kiriman
from etl.baca.lembar import Lembar, bersihkan
from etl.baca.periksa import find_ganda
from etl.cetak import shorten
from etl.kiriman import Kiriman
from etl.kolom import Kontrak
from etl.perbaikan.baris import TEMPAT, Sisih, count_alasan, count_cakupan, find_posisi, list_sisih
from etl.perbaikan.buku import Sel, Ubahan, is_perbaikan, read_ubahan
from ucj.format import bilangan
from ucj.penolakan import Penolakan


@dataclass(frozen=True)
class HasilPerbaikan:
    """The deliveries that were corrected, as they are now, and what happened to each in a sentence."""

    kiriman: tuple[Kiriman, ...]
    kalimat: tuple[str, ...]


@dataclass(frozen=True)
class _Baru:
    """A delivery with its corrected rows, before it is written."""

    kiriman: Kiriman
    dimuat: pl.DataFrame
    sisih: pl.DataFrame
    ditambahkan: int
    kalimat: tuple[str, ...]


def load(
    data: Path,
    kontrak: Kontrak,
    files: Sequence[Path],
    konteks: baca.Konteks,
    lapor: Callable[[str], None],
    simpan: bool = True,
) -> HasilPerbaikan:
    """Add the rows that are right now to the deliveries that they belong to; rows still wrong stay set aside.

    Nothing else changes and nothing is replaced; without ``simpan`` nothing is written either. Raises ``Penolakan``
    for a workbook of a replaced delivery, of another source or of another data folder; then nothing of it is changed.
    """
    if not all(is_perbaikan(path) for path in files):
        raise Penolakan("Muat buku perbaikan dan kiriman baru dengan perintah terpisah.")
    per_kiriman = _group(data, kontrak, [satu for path in files for satu in read_ubahan(path)])
    hasil = []
    for k, ubahan in per_kiriman:
        lapor(f"membaca ulang {shorten(k.berkas, 1)}")
        hasil.append(_correct(data, kontrak, k, ubahan, konteks))
    if not simpan:
        return HasilPerbaikan(
            tuple(baru.kiriman for baru in hasil), tuple(kalimat for baru in hasil for kalimat in baru.kalimat)
        )
    lapor("menulis perbaikan")
    diperbaiki = [_write(data, kontrak, baru, files) if baru.ditambahkan else baru.kiriman for baru in hasil]
    return HasilPerbaikan(tuple(diperbaiki), tuple(kalimat for baru in hasil for kalimat in baru.kalimat))


def _group(data: Path, kontrak: Kontrak, ubahan: Sequence[Ubahan]) -> list[tuple[Kiriman, list[Ubahan]]]:
    """Return the deliveries of this source that the workbook is about, each with its rows."""
    semua = {k.id: k for k in kiriman.daftar(data)}
    dipakai = set(kiriman.berlaku(list(semua.values())).values())
    per_kiriman: dict[str, list[Ubahan]] = {}
    lain: set[str] = set()
    for satu in ubahan:
        k = semua.get(satu.kiriman)
        if k is None or satu.sha256 not in k.sha256:
            raise Penolakan(
                f"Lembar {satu.lembar!r} berasal dari kiriman yang tidak ada di folder data ini. Muat buku perbaikan "
                "di folder data tempat ia dibuat, atau buat ulang dengan `python -m etl rejects`."
            )
        if k.sumber != kontrak.nama:
            lain.add(k.sumber)
            continue
        if k.id not in dipakai:
            raise Penolakan(
                f"Lembar {satu.lembar!r} memperbaiki kiriman {shorten(k.berkas, 1)} yang sudah digantikan. Buat buku "
                "baru dengan `python -m etl rejects`, atau muat lagi berkas aslinya agar berlaku lagi."
            )
        per_kiriman.setdefault(k.id, []).append(satu)
    if not per_kiriman:
        sumber = f" Isinya: {', '.join(sorted(lain))}." if lain else ""
        raise Penolakan(
            f"Buku perbaikan ini tidak berisi baris sumber {kontrak.nama}.{sumber} Sebut sumber yang benar."
        )
    return [(semua[id_], baris) for id_, baris in sorted(per_kiriman.items())]


def _correct(data: Path, kontrak: Kontrak, k: Kiriman, ubahan: Sequence[Ubahan], konteks: baca.Konteks) -> _Baru:
    """Read the delivery again with the changed cells and sort its set-aside rows anew."""
    lama_dimuat = cache.read(kiriman.path_dimuat(data, k))
    lama_sisih = cache.read(kiriman.path_sisih(data, k))
    menurut_kunci = {satu.kunci: satu for satu in list_sisih(data, k)}
    dikirim = {satu.kunci: satu for satu in ubahan if satu.kunci in menurut_kunci}
    patch = _make_patch([(menurut_kunci[kunci], satu.sel) for kunci, satu in dikirim.items()])
    files = [kiriman.path_raw(data, k) / nama for nama in k.tersimpan]
    baru = baca.read(kontrak, files, k.isi, konteks, ubah=patch, ingatan=baca.Ingatan(k.ingatan, k.kolom))
    tempat = pl.DataFrame(
        [menurut_kunci[kunci].tempat for kunci in dikirim],
        schema={"berkas": pl.String, "lembar": pl.String, "nomor_baris": pl.Int64},
        orient="row",
    )
    calon = _align(baru.dimuat.join(tempat, on=TEMPAT, how="semi"), lama_dimuat)
    calon = _drop_known(kontrak, lama_dimuat, calon)
    calon, catatan = _drop_foreign(data, k, calon)
    calon, sisih = _settle(kontrak, lama_sisih, calon, baru.sisih)
    dimuat = _sort(pl.concat([lama_dimuat, calon]), k)
    kalimat = (
        f"{k.sumber}, {shorten(k.berkas, 1)}: {bilangan(calon.height)} baris diperbaiki dan ditambahkan, "
        f"{bilangan(sisih.height)} baris masih perlu perbaikan.",
        *catatan,
    )
    cakupan = tuple(sorted({*k.cakupan, *calon["cakupan"].to_list()}))
    diperbaiki = replace(
        k,
        dimuat=dimuat.height,
        disisihkan=sisih.height,
        alasan=count_alasan(sisih),
        cakupan=cakupan,
        jumlah_cakupan=count_cakupan(cakupan, dimuat),
    )
    return _Baru(diperbaiki, dimuat, sisih, calon.height, kalimat)


def _make_patch(perbaikan: Sequence[tuple[Sisih, Mapping[str, Sel]]]) -> Callable[[Lembar], Lembar]:
    """Return what puts the changed cells into a sheet. An unchanged cell, so also a masked NIK, keeps what was sent."""
    per_lembar: dict[tuple[str, str], list[tuple[int, int, Sel]]] = {}
    for asal, sel in perbaikan:
        for judul, posisi in find_posisi(asal.asli).items():
            if judul in sel and sel[judul].teks != asal.asli[judul]:
                ubah = (asal.nomor_baris - 1, posisi, sel[judul])
                per_lembar.setdefault((asal.berkas, asal.lembar), []).append(ubah)

    def patch(lembar: Lembar) -> Lembar:
        ubah = per_lembar.get((lembar.berkas, lembar.nama))
        return lembar if ubah is None else _patch_lembar(lembar, ubah)

    return patch


def _patch_lembar(lembar: Lembar, ubah: Sequence[tuple[int, int, Sel]]) -> Lembar:
    asli, angka = lembar.asli, dict(lembar.angka)
    for posisi in sorted({posisi for _, posisi, _ in ubah}):
        milik = [(baris, sel) for baris, p, sel in ubah if p == posisi]
        baris = [nomor for nomor, _ in milik]
        kolom = asli[str(posisi)].scatter(baris, [sel.teks for _, sel in milik])
        asli = asli.with_columns(kolom)
        tanda = angka.get(posisi, pl.Series([False]).new_from_index(0, asli.height))
        tanda = tanda.scatter(baris, [sel.is_angka for _, sel in milik])
        if tanda.any() or posisi in angka:
            angka[posisi] = tanda
    return replace(lembar, asli=asli, bersih=bersihkan(asli), angka=angka)


def _drop_known(kontrak: Kontrak, lama: pl.DataFrame, calon: pl.DataFrame) -> pl.DataFrame:
    """Leave out rows whose key is loaded already: other cells of a pivot row, and doubles."""
    semua = pl.concat([lama, calon])
    nik = semua["id_peserta"] if "nik" in kontrak else None
    ganda, _ = find_ganda(kontrak, semua, nik, [])
    return calon.filter(~ganda.tail(calon.height))


def _drop_foreign(data: Path, k: Kiriman, calon: pl.DataFrame) -> tuple[pl.DataFrame, list[str]]:
    """Leave out rows that would go into a cakupan of another delivery: a correction replaces nothing."""
    milik_lain = {cakupan for (sumber, cakupan) in kiriman.berlaku(kiriman.daftar(data)) if sumber == k.sumber} - set(
        k.cakupan
    )
    asing = calon.filter(pl.col("cakupan").is_in(sorted(milik_lain)))
    if asing.is_empty():
        return calon, []
    nama = ", ".join(asing["cakupan"].unique().sort().to_list())
    return calon.filter(~pl.col("cakupan").is_in(sorted(milik_lain))), [
        f"{asing.height} baris tetap disisihkan, karena cakupannya ({nama}) sudah diisi kiriman lain. Muat baris itu "
        "dalam berkas kiriman itu."
    ]


def _settle(
    kontrak: Kontrak, lama: pl.DataFrame, calon: pl.DataFrame, masih: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows to add and the rows that stay set aside, as they were. Their number stays what it was.

    A row of a list is one set-aside row. A row of a pivot may be several, of which some are right now: those that are
    still wrong are known by their dimensions.
    """
    tetap = []
    diterima = []
    per_tempat = dict(calon.group_by(TEMPAT, maintain_order=True))
    masih_per_tempat = dict(masih.group_by(TEMPAT, maintain_order=True))
    for tempat, milik in lama.group_by(TEMPAT, maintain_order=True):
        masuk = per_tempat.get(tempat)
        if masuk is not None and masuk.height < milik.height and tempat in masih_per_tempat:
            dimensi = [nama for nama in kontrak.kunci if nama in milik.columns and nama not in ("nik", "kode_desa")]
            milik_tetap = milik.join(masih_per_tempat[tempat], on=dimensi, how="semi", nulls_equal=True)
            if milik_tetap.height + masuk.height == milik.height:
                diterima.append(masuk)
                tetap.append(milik_tetap)
                continue
        if masuk is not None and masuk.height == milik.height:
            diterima.append(masuk)
            continue
        tetap.append(milik)
    kosong = calon.clear()
    return pl.concat([kosong, *diterima]), pl.concat([lama.clear(), *tetap])


def _align(baris: pl.DataFrame, contoh: pl.DataFrame) -> pl.DataFrame:
    """Return rows with the columns and types of those already loaded."""
    return baris.select(pl.col(nama).cast(tipe) for nama, tipe in contoh.schema.items())


def _sort(baris: pl.DataFrame, k: Kiriman) -> pl.DataFrame:
    """Return rows in file order, as if they had been right from the start."""
    berkas = {nama: nomor for nomor, nama in enumerate(k.tersimpan)}
    lembar = {nama: nomor for nomor, nama in enumerate(baris["lembar"].unique(maintain_order=True).to_list())}
    return baris.sort(
        pl.col("berkas").replace_strict(berkas, return_dtype=pl.Int64),
        pl.col("lembar").replace_strict(lembar, return_dtype=pl.Int64),
        "nomor_baris",
        maintain_order=True,
    )


def _write(data: Path, kontrak: Kontrak, baru: _Baru, files: Sequence[Path]) -> Kiriman:
    """Write new cache files beside the old ones, keep the workbook, and switch to them with the manifest."""
    sekarang = datetime.now(UTC)
    k = replace(
        baru.kiriman,
        revisi=baru.kiriman.revisi + 1,
        diubah_pada=sekarang,
        catatan=(
            *baru.kiriman.catatan,
            f"Perbaikan {sekarang:%Y-%m-%d}: {bilangan(baru.ditambahkan)} baris ditambahkan.",
        ),
    )
    cache.write(baru.dimuat, kontrak.skema(), kiriman.path_dimuat(data, k))
    cache.write(baru.sisih, kontrak.skema_sisih(), kiriman.path_sisih(data, k))
    simpan = kiriman.path_raw(data, k) / "perbaikan"
    simpan.mkdir(exist_ok=True)
    for nomor, path in enumerate(files, start=1):
        shutil.copyfile(path, simpan / f"{k.revisi}-{nomor}.xlsx")
    kiriman.write_manifest(data, k)
    return k

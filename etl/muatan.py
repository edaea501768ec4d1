"""One load under way: the files kept as sent, read by the contract, written as Parquet, recorded in a manifest.

The manifest comes last; what a load that was refused or killed leaves is removed at once or by the next load.
"""

import getpass
import os
import secrets
import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl

from etl import baca, cache, kiriman, peta_kiriman
from etl.baca.terbaca import norma
from etl.cetak import shorten
from etl.kiriman import Kiriman
from etl.kolom import Kontrak
from etl.perbaikan.baris import count_alasan, count_cakupan
from etl.rahasia import sidik_kunci
from etl.salin import Salinan, copy, hash_file
from ucj.penolakan import Penolakan

SEDANG = ".sedang"  # raw/<sumber>/<id>.sedang stands beside the folder of a load as long as it is under way

Lapor = Callable[[str], None]


@dataclass(frozen=True)
class Penerimaan:
    """What a load did: ``kejadian`` is BARU, SAMA (nothing changed), BERLAKU_LAGI or PERBAIKAN."""

    kiriman: tuple[Kiriman, ...]
    kejadian: str
    kalimat: tuple[str, ...] = ()


@dataclass(frozen=True)
class Muatan:
    """One load under way."""

    data: Path
    kontrak: Kontrak
    isi: dict[str, str]
    kolom: dict[str, str]
    peta: peta_kiriman.Peta
    diterima: date
    pengirim: str | None
    batas: Path | None
    ganti: bool

    def begin(self, sekarang: datetime) -> date:
        """Return the day from which a load counts against others: of a register the version loaded last is in force."""
        return sekarang.date() if self.kontrak.jenis == "REGISTER" else self.diterima

    def receive(self, files: Sequence[Path], konteks: baca.Konteks, lapor: Lapor) -> Penerimaan:
        sekarang = datetime.now(UTC)
        nomor = f"{sekarang:%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
        folder = self.data / "raw" / self.kontrak.nama / nomor
        tanda = folder.with_name(f"{nomor}{SEDANG}")
        selesai = False
        try:
            tanda.parent.mkdir(parents=True, exist_ok=True)
            tanda.touch()
            lapor(f"menyalin {len(files)} berkas")
            salinan = copy(files, folder)
            batas_sha = None if self.batas is None else hash_file(self.batas)
            ingatan = self.peta.ingatan
            if not ingatan and (lama := self.find_same(salinan, batas_sha, ingatan)) is not None:
                return self._repeat(lama, sekarang)
            lapor("membaca dan memeriksa")
            hasil = baca.read(
                self.kontrak, [s.path for s in salinan], self.isi, konteks, kolom=self.kolom, ingatan=ingatan
            )
            # what is remembered counts like --isi, but only reading tells what of it the file needed
            if ingatan and (lama := self.find_same(salinan, batas_sha, hasil.ingatan)) is not None:
                return self._repeat(lama, sekarang)
            k = self._describe(nomor, sekarang, salinan, batas_sha, hasil, konteks)
            self.refuse_empty(hasil)
            self.refuse_shrunk(k.jumlah_cakupan, k.berlaku_sejak)
            lapor(f"menulis {hasil.dimuat.height} baris")
            cache.write(hasil.dimuat, self.kontrak.skema(), kiriman.path_dimuat(self.data, k))
            cache.write(hasil.sisih, self.kontrak.skema_sisih(), kiriman.path_sisih(self.data, k))
            if self.batas is not None:
                lapor("membaca batas desa")
                k = replace(k, catatan=k.catatan + self._convert_batas(self.batas, folder, hasil.dimuat, k))
            kiriman.sync_folder(kiriman.path_dimuat(self.data, k).parent)
            kiriman.write_manifest(self.data, k)
            selesai = True
            return Penerimaan((k,), "BARU", self._warn_not_in_force(k))
        finally:
            if not selesai:
                shutil.rmtree(folder, ignore_errors=True)
                for path in (self.data / "cache" / self.kontrak.nama).glob(f"{nomor}.*"):
                    path.unlink(missing_ok=True)
            tanda.unlink(missing_ok=True)

    def find_same(self, salinan: Sequence[Salinan], batas_sha: str | None, ingatan: baca.Ingatan) -> Kiriman | None:
        """Return the newest delivery of the same files, ``isi`` and headings; other boundaries make a new delivery."""
        sidik = sorted(s.sha256 for s in salinan)
        isi = {**ingatan.isi, **self.isi}
        kolom = {norma(judul): nama for judul, nama in {**ingatan.kolom, **self.kolom}.items()}
        sama = [
            k
            for k in kiriman.daftar(self.data, self.kontrak.nama)
            if sorted(k.sha256) == sidik
            and {**k.ingatan, **k.isi} == isi
            and {norma(judul): nama for judul, nama in k.kolom.items()} == kolom
            and batas_sha in (None, k.batas_sha256)
            and kiriman.path_dimuat(self.data, k).exists()  # else reading the files again is the only way to its rows
        ]
        return sama[-1] if sama else None

    def _repeat(self, lama: Kiriman, sekarang: datetime) -> Penerimaan:
        """Answer to the same file again: nothing, unless another delivery took its place; then it takes it back."""
        semua = kiriman.daftar(self.data, self.kontrak.nama)
        pemegang = kiriman.berlaku(semua)
        milik = [pemegang.get((self.kontrak.nama, cakupan)) for cakupan in lama.cakupan]
        if all(id_ == lama.id for id_ in milik):
            return Penerimaan((lama,), "SAMA")
        sejak = max([self.begin(sekarang), *(k.berlaku_sejak for k in semua if k.id in milik)])
        self.refuse_shrunk(lama.jumlah_cakupan, sejak)
        k = replace(lama, berlaku_sejak=sejak, berlaku_pada=sekarang, diubah_pada=sekarang, ditarik_pada=None)
        kiriman.write_manifest(self.data, k)
        return Penerimaan((k,), "BERLAKU_LAGI")

    def _describe(
        self,
        nomor: str,
        sekarang: datetime,
        salinan: Sequence[Salinan],
        batas_sha: str | None,
        hasil: baca.Hasil,
        konteks: baca.Konteks,
    ) -> Kiriman:
        return Kiriman(
            id=nomor,
            sumber=self.kontrak.nama,
            berkas=tuple(s.nama for s in salinan),
            tersimpan=tuple(s.path.name for s in salinan),
            sha256=tuple(s.sha256 for s in salinan),
            ukuran=tuple(s.ukuran for s in salinan),
            cakupan=tuple(hasil.cakupan),
            jumlah_cakupan=count_cakupan(hasil.cakupan, hasil.dimuat),
            diterima=self.diterima,
            pengirim=self.pengirim,
            dimuat_oleh=_user(),
            dimuat_pada=sekarang,
            berlaku_sejak=self.begin(sekarang),
            berlaku_pada=sekarang,
            diubah_pada=sekarang,
            dibaca=hasil.dibaca,
            dimuat=hasil.dimuat.height,
            disisihkan=hasil.sisih.height,
            alasan=count_alasan(hasil.sisih),
            versi_kontrak=self.kontrak.versi,
            sidik_kunci=sidik_kunci(konteks.kunci),
            catatan=(*peta_kiriman.note(self.peta, hasil.ingatan), *hasil.catatan),
            simulasi=hasil.simulasi,
            isi=self.isi,
            kolom={**hasil.ingatan.kolom, **self.kolom},
            ingatan=dict(hasil.ingatan.isi),
            batas_sha256=batas_sha,
        )

    def refuse_empty(self, hasil: baca.Hasil) -> None:
        """Raise ``Penolakan`` when no row was accepted: an empty file must not replace a month."""
        if hasil.dimuat.height:
            return
        alasan = ", ".join(f"{kode} {jumlah}" for kode, jumlah in count_alasan(hasil.sisih).items())
        raise Penolakan(
            f"Tidak satu pun dari {hasil.dibaca} baris dapat dimuat ({alasan or 'berkas tanpa baris'}), jadi berkas "
            "ini tidak menggantikan apa pun. Perbaiki berkasnya; contoh isian ada di "
            f"`python -m etl template {self.kontrak.nama} --out templat.xlsx`."
        )

    def refuse_shrunk(self, jumlah: Mapping[str, int], sejak: date) -> None:
        """Refuse a delivery that would come into force with fewer than half of the rows of a cakupan."""
        if self.ganti:
            return
        semua = kiriman.daftar(self.data, self.kontrak.nama)
        menurut_id = {k.id: k for k in semua}
        menyusut = []
        for (_, cakupan), id_lama in kiriman.berlaku(semua).items():
            lama = menurut_id[id_lama]
            if cakupan not in jumlah or sejak < lama.berlaku_sejak:
                continue
            if 2 * jumlah[cakupan] < lama.jumlah_cakupan[cakupan]:
                menyusut.append(
                    f"{cakupan}: sekarang {lama.jumlah_cakupan[cakupan]} baris, kiriman ini {jumlah[cakupan]}"
                )
        if menyusut:
            raise Penolakan(
                "Kiriman ini akan menggantikan cakupan dengan kurang dari separuh barisnya, jadi ditolak:\n- "
                + "\n- ".join(menyusut)
                + "\nPeriksa apakah berkasnya lengkap. Bila memang benar, ulangi dengan --ganti."
            )

    def _convert_batas(self, batas: Path, folder: Path, wilayah: pl.DataFrame, k: Kiriman) -> tuple[str, ...]:
        from etl import batas as peta  # geometry libraries take a second to import, and few loads need them

        simpan = folder / "batas"
        simpan.mkdir()
        for bagian in dict.fromkeys((batas, *peta.list_parts(batas))):
            shutil.copyfile(bagian, simpan / bagian.name)
        ringkasan = peta.convert(simpan / batas.name, wilayah, kiriman.path_batas(self.data, k))
        return tuple(tell_batas(ringkasan, wilayah))

    def _warn_not_in_force(self, k: Kiriman) -> tuple[str, ...]:
        pemegang = kiriman.berlaku(kiriman.daftar(self.data, k.sumber))
        lain = [cakupan for cakupan in k.cakupan if pemegang[k.sumber, cakupan] != k.id]
        if not lain:
            return ()
        return (
            f"Cakupan {shorten(lain)} tidak dipakai dari kiriman ini, karena ada kiriman yang diterima lebih akhir. "
            "Periksa --diterima bila itu keliru.",
        )


def tell_batas(ringkasan: Any, wilayah: pl.DataFrame) -> list[str]:
    """Return how boundaries (``batas.Ringkasan``) and villages met, in notes."""
    catatan = [f"Batas desa: {ringkasan.cocok} dari {wilayah['kode_desa'].n_unique()} desa punya poligon."]
    if ringkasan.tanpa_poligon:
        catatan.append(f"Desa tanpa poligon: {shorten(ringkasan.tanpa_poligon)}.")
    if ringkasan.tanpa_kode:
        catatan.append(f"Poligon yang tidak cocok dengan desa mana pun: {shorten(ringkasan.tanpa_kode)}.")
    return catatan


def _user() -> str:
    with suppress(KeyError, OSError):  # a container may run under a number without a name
        return getpass.getuser()
    return str(os.getuid()) if hasattr(os, "getuid") else "tidak diketahui"

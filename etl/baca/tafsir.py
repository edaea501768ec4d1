"""Text columns to typed columns, one reader per kind of column."""

from __future__ import annotations

from dataclasses import dataclass, field

import polars as pl

from etl.baca import kode_nilai, nik, tanggal, tempat
from etl.baca.angka import read_angka
from etl.baca.konteks import Konteks
from etl.baca.opd import PembacaOpd
from etl.baca.periode import read_periode
from etl.baca.terbaca import Salah, Terbaca, add_salah, map_unik, norma
from etl.kode import (
    CARA_PENGANGGARAN,
    JENIS_KELAMIN,
    LINGKUP,
    PROGRAM,
    SEGMEN,
    SEKTOR,
    SKALA,
    SUBKATEGORI,
    SUMBER_DANA,
    Daftar,
)  # fmt: skip
from etl.kolom import Kolom, Kontrak
from ucj.penolakan import Penolakan

_DAFTAR_TINGKAT: dict[str, Daftar] = {
    "SEKTOR": SEKTOR, "SEGMEN": SEGMEN, "SUBKATEGORI": SUBKATEGORI, "SUMBER_DANA": SUMBER_DANA,
    "JENIS_KELAMIN": JENIS_KELAMIN, "LINGKUP": LINGKUP, "CARA_PENGANGGARAN": CARA_PENGANGGARAN, "SKALA": SKALA,
}  # fmt: skip


@dataclass
class Tafsiran:
    """Typed columns of all rows and every fault; ``kosong`` marks, per column, the cells that were empty."""

    nilai: dict[str, pl.Series] = field(default_factory=dict)
    salah: list[Salah] = field(default_factory=list)
    kosong: dict[str, pl.Series] = field(default_factory=dict)
    nik: nik.Nik | None = None
    catatan: list[str] = field(default_factory=list)
    terisi_desa: int = 0
    bps: int = 0


class Penafsir:
    """Reads the text columns of one contract in one regency."""

    def __init__(self, kontrak: Kontrak, konteks: Konteks) -> None:
        self.kontrak = kontrak
        profil = konteks.profil
        self.tempat = tempat.Pembaca(profil.kode, str(profil["kode_bps"] or ""), konteks.wilayah)
        self.opd = PembacaOpd(profil, konteks.kode_opd, konteks.wilayah)

    def read(self, teks: pl.DataFrame) -> Tafsiran:
        """Every contract column of ``teks`` (see ``Tabel``); a column that is not there is empty."""
        hasil = Tafsiran()
        for kolom in self.kontrak.kolom:
            self._read_kolom(kolom, teks, hasil)
        return hasil

    def _read_kolom(self, kolom: Kolom, teks: pl.DataFrame, hasil: Tafsiran) -> None:
        isi = _ambil(teks, kolom.nama)
        angka = teks[f"#{kolom.nama}"] if f"#{kolom.nama}" in teks.columns else None
        hasil.kosong[kolom.nama] = isi.is_null()
        if kolom.jenis == "nik":
            hasil.nik = nik.read_nik(isi, angka, kolom.nama)
            _simpan(hasil, kolom.nama, hasil.nik.terbaca)
        elif kolom.jenis == "program":
            self._read_program(kolom, teks, isi, hasil)
        elif kolom.jenis in ("kode_desa", "kode_kecamatan", "kode_wilayah"):
            self._read_tempat(kolom, teks, isi, hasil)
        else:
            _simpan(hasil, kolom.nama, self._read_biasa(kolom, isi, angka, teks, hasil))

    def _read_biasa(
        self, kolom: Kolom, isi: pl.Series, angka: pl.Series | None, teks: pl.DataFrame, hasil: Tafsiran
    ) -> Terbaca:
        match kolom.jenis:
            case "kode":
                kode = kode_nilai.read_kode(isi, kolom)
                return _bilangan(kode) if kolom.tipe == "BIGINT" else kode
            case "kode_bebas":
                return kode_nilai.read_bebas(isi)
            case "kode_opd":
                return Terbaca(map_unik(isi, self.opd.kode, pl.String))
            case "pemilik":
                return Terbaca(map_unik(isi, self.opd.pemilik, pl.String))
            case "kode_rekening":
                inti = isi.str.replace(r"^([\d.]+)\s+\S.*$", "$1").str.replace_all(r"\s", "").str.strip_chars_end(".")
                return Terbaca(inti.str.to_uppercase())
            case "kbli":
                return kode_nilai.read_kbli(isi, kolom.nama)
            case "sektor":
                versi = _versi(teks) if "versi_kbli" in self.kontrak else None
                kbli = hasil.nilai["kbli"] if "kbli" in self.kontrak else None
                return kode_nilai.read_sektor(isi, kolom, versi, kbli)
            case "bulan":
                return tanggal.read_bulan(isi, kolom.nama)
            case "periode":
                return read_periode(isi, kolom.nama, hasil.nilai.get("kewajiban"))
            case "tanggal":
                return tanggal.read_tanggal(isi, kolom.nama, is_lahir=kolom.nama == "tanggal_lahir")
            case "jumlah" | "rupiah" | "persen" | "nilai" | "tahun":
                return read_angka(isi, angka, kolom)
            case "ya_tidak":
                return kode_nilai.read_ya_tidak(isi, kolom.nama)
        return Terbaca(isi)

    def _read_program(self, kolom: Kolom, teks: pl.DataFrame, isi: pl.Series, hasil: Tafsiran) -> None:
        per_program = {p: teks[f"_program_{p}"] for p in PROGRAM if f"_program_{p}" in teks.columns}
        bagian = kode_nilai.read_program(isi, kolom)
        if per_program and not kolom.tunggal:
            dari_kolom = kode_nilai.read_program_kolom(per_program, kolom)
            pakai = isi.is_null()
            for nama, terbaca in dari_kolom.items():
                terbaca.nilai = bagian[nama].nilai.zip_with(~pakai, terbaca.nilai)
                terbaca.salah = bagian[nama].salah + terbaca.salah
            bagian = dari_kolom
        for nama, terbaca in bagian.items():
            _simpan(hasil, nama, terbaca)
        if not kolom.tunggal:
            self._empty_program(kolom, hasil, per_program)

    def _empty_program(self, kolom: Kolom, hasil: Tafsiran, per_program: dict[str, pl.Series]) -> None:
        """A required set with no programme in it is as empty as an empty cell."""
        ada = [hasil.nilai[f"is_{p.lower()}"] for p in PROGRAM]
        punya = pl.select(pl.any_horizontal(*(pl.lit(satu.fill_null(False)) for satu in ada))).to_series()
        if per_program:
            rusak = _gabung_salah(hasil.salah, kolom.nama, len(punya))
            kosong = ~punya & ~rusak
            hasil.kosong[kolom.nama] = kosong if kolom.wajib else ada[0].is_null()

    def _read_tempat(self, kolom: Kolom, teks: pl.DataFrame, isi: pl.Series, hasil: Tafsiran) -> None:
        if kolom.jenis == "kode_wilayah":
            terbaca = self._read_menurut_tingkat(kolom, isi, _ambil(teks, "tingkat"), hasil)
            if "_kecamatan" in teks.columns:
                self._fill_nama(kolom, teks, isi, terbaca, hasil)
        else:
            satu = self.tempat.kode_kecamatan
            if kolom.jenis == "kode_desa":
                satu = self.tempat.kode_mana_saja if kolom.semua else self.tempat.kode_desa
            if kolom.semua:
                isi = isi.set(map_unik(isi, lambda s: norma(s) in kode_nilai.SEMUA, pl.Boolean).fill_null(False), None)
            terbaca, terisi, bps = tempat.read_wilayah(isi, kolom.nama, satu)
            if kolom.jenis == "kode_desa":
                hasil.terisi_desa, hasil.bps = terisi, bps
                if "_kecamatan" in teks.columns or "_desa" in teks.columns:
                    self._fill_nama(kolom, teks, isi, terbaca, hasil)
        _simpan(hasil, kolom.nama, terbaca)

    def _read_menurut_tingkat(self, kolom: Kolom, isi: pl.Series, tingkat: pl.Series, hasil: Tafsiran) -> Terbaca:
        """A code at the level that ``tingkat`` of the row names."""
        kode_tingkat = kode_nilai.read_kode(tingkat, self.kontrak["tingkat"]).nilai
        pasangan = (kode_tingkat.fill_null("") + "\x00" + isi).alias(kolom.nama)

        def satu(sel: str) -> str | None:
            nama, kode = sel.split("\x00", 1)
            match nama:
                case "DESA":
                    return self.tempat.kode_desa(kode)
                case "KECAMATAN":
                    return self.tempat.kode_kecamatan(kode)
                case "KABUPATEN":
                    return self.tempat.kode_kabupaten(kode)
                case "OPD":
                    return self.opd.kode(kode)
                case "PROGRAM":
                    return kode_nilai.find_program(kode)
                case _ if nama in _DAFTAR_TINGKAT:
                    return kode_nilai.find_kode(kode, _DAFTAR_TINGKAT[nama])
            return " ".join(kode.upper().split()) if nama == "KELOMPOK_USIA" else kode

        is_wilayah = kode_tingkat.is_in(["DESA", "KECAMATAN", "KABUPATEN"]).fill_null(False)
        terbaca, _, bps = tempat.read_wilayah(pasangan, kolom.nama, satu)
        hasil.terisi_desa, hasil.bps = int((is_wilayah & isi.is_not_null()).sum()), bps
        if not kolom.wajib:  # a target for the regency needs no code
            kabupaten = (kode_tingkat == "KABUPATEN").fill_null(False) & isi.is_null()
            terbaca.nilai = terbaca.nilai.set(kabupaten, self.tempat.kode)
        return terbaca

    def _fill_nama(self, kolom: Kolom, teks: pl.DataFrame, isi: pl.Series, terbaca: Terbaca, hasil: Tafsiran) -> None:
        """Where a row has no code: the code of its sub-district and village names, matched together."""
        kecamatan, desa = _ambil(teks, "_kecamatan"), _ambil(teks, "_desa")
        boleh_kecamatan = kolom.semua or kolom.jenis == "kode_wilayah"
        perlu = isi.is_null() & (kecamatan.is_not_null() | desa.is_not_null())
        if not perlu.any():
            return
        if self.tempat.wilayah is None:
            raise Penolakan(
                f"Berkas {self.kontrak.nama} menyebut desa dengan nama, bukan kode, sedangkan daftar wilayah "
                "belum dimuat. "
                "Muat dahulu sumber wilayah (python -m etl load wilayah BERKAS), atau kirim berkas yang "
                "berisi kode_desa."
            )
        pasangan = (kecamatan.fill_null("") + "\x00" + desa.fill_null("")).set(~perlu, None)

        def satu(sel: str) -> str | None:
            nama_kecamatan, nama_desa = sel.split("\x00", 1)
            if boleh_kecamatan and norma(nama_kecamatan) in kode_nilai.SEMUA and not nama_desa:
                return ""
            if nama_kecamatan and nama_desa:
                calon = self.tempat.find_desa(nama_kecamatan, nama_desa)
            elif nama_kecamatan and boleh_kecamatan:
                calon = self.tempat.find_kecamatan(nama_kecamatan)
            else:
                return ""
            return next(iter(calon)) if len(calon) == 1 else None

        kode = map_unik(pasangan, satu, pl.String)
        kosong = (kode == "").fill_null(False)
        tanpa = int((kosong & desa.is_not_null() if boleh_kecamatan else kosong).sum())
        if tanpa:
            hasil.catatan.append(
                f"{kolom.nama}: {tanpa} baris menyebut hanya nama desa atau hanya nama kecamatan; desanya "
                "dianggap tidak "
                "diketahui karena nama desa saja tidak unik."
            )
        terbaca.nilai = terbaca.nilai.zip_with(~perlu, kode.set(kosong, None))
        add_salah(
            terbaca, kolom.nama, "KODE_TIDAK_DIKENAL", perlu & kode.is_null(), "nama kecamatan dan desa tidak cocok"
        )
        hasil.kosong[kolom.nama] = isi.is_null() & ~(perlu & ~kosong)


def _ambil(teks: pl.DataFrame, nama: str) -> pl.Series:
    if nama in teks.columns:
        return teks[nama]
    return pl.Series(nama, [None], dtype=pl.String).new_from_index(0, teks.height)


def _simpan(hasil: Tafsiran, nama: str, terbaca: Terbaca) -> None:
    hasil.nilai[nama] = terbaca.nilai.alias(nama)
    hasil.salah += terbaca.salah


def _bilangan(terbaca: Terbaca) -> Terbaca:
    return Terbaca(terbaca.nilai.cast(pl.Int64), terbaca.salah)


def _versi(teks: pl.DataFrame) -> pl.Series:
    return _ambil(teks, "versi_kbli").str.extract(r"(20\d\d)")


def _gabung_salah(salah: list[Salah], kolom: str, tinggi: int) -> pl.Series:
    """True for the rows that have any fault in a column."""
    hasil = pl.Series([False]).new_from_index(0, tinggi)
    for satu in salah:
        if satu.kolom == kolom:
            hasil |= satu.di
    return hasil

"""Writes one office's sheet as a workbook: summary, people, rows to correct."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from etl.lembar_opd.isi import (
    BELUM_DICEK,
    DAFTAR,
    PERLU_PERBAIKAN,
    SATU_PROGRAM,
    TANPA_PROGRAM,
    TERLINDUNGI,
    TIDAK_AKTIF,
    TIDAK_PADAN,
    Lembar,
    Orang,
)
from ucj import format

CONTOH = "DATA CONTOH – BUKAN DATA SEBENARNYA"
_TINDAKAN = {
    TERLINDUNGI: "",
    TIDAK_PADAN: "Tidak ada di daftar peserta: cocokkan NIK dengan KTP, lalu daftarkan bila memang belum.",
    TIDAK_AKTIF: "Pernah terdaftar, iurannya berhenti: lanjutkan iurannya.",
    SATU_PROGRAM: "Tambahkan program yang kurang, sehingga JKK dan JKM keduanya ada.",
    TANPA_PROGRAM: "Aktif pada program lain saja: daftarkan JKK dan JKM.",
    BELUM_DICEK: "Daftar peserta untuk bulan ini belum dimuat.",
    PERLU_PERBAIKAN: "NIK tidak dapat dibaca: lihat lembar Perlu perbaikan.",
}


@dataclass(frozen=True)
class Angka:
    """Numerator and denominator of one group of rows, and how many people stand in each status."""

    pembilang: int | None
    penyebut: int
    jumlah: dict[str, int]


def count(orang: Sequence[Orang]) -> Angka:
    """Return unique people, plus the rows with a broken NIK; the numerator is null without a person list (rule 11)."""
    per_status = {
        status: len({o.id_peserta for o in orang if o.status == status})
        for status in (TERLINDUNGI, TIDAK_PADAN, TIDAK_AKTIF, SATU_PROGRAM, TANPA_PROGRAM, BELUM_DICEK)
    }
    rusak = sum(o.status == PERLU_PERBAIKAN for o in orang)
    return Angka(
        per_status[TERLINDUNGI] if all(o.is_ada_daftar for o in orang) else None,
        len({o.id_peserta for o in orang if o.id_peserta}) + rusak,
        per_status | {PERLU_PERBAIKAN: rusak},
    )


class Penulis:
    """Writes the three worksheets."""

    def __init__(self, buku: xlsxwriter.Workbook, isi: Lembar) -> None:
        self.buku = buku
        self.isi = isi
        self.contoh: Format = buku.add_format({"bold": True, "font_color": "#B00020"})
        self.judul: Format = buku.add_format({"bold": True, "font_size": 14})
        self.kepala: Format = buku.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#EEF2F5"}
        )
        self.angka: Format = buku.add_format({"num_format": "#,##0"})
        self.persen: Format = buku.add_format({"num_format": "0.0%"})
        self.lipat: Format = buku.add_format({"text_wrap": True, "valign": "top"})

    def write(self) -> None:
        self._write_ringkasan()
        self._write_orang()
        self._write_sisih()

    def _open(self, nama: str, judul: str, lebar: Sequence[int]) -> tuple[Worksheet, int]:
        lembar = self.buku.add_worksheet(nama)
        lembar.set_landscape()
        lembar.set_paper(9)
        lembar.fit_to_pages(1, 0)
        for kolom, satu in enumerate(lebar):
            lembar.set_column(kolom, kolom, satu)
        baris = 0
        if self.isi.is_simulasi:
            lembar.write_string(baris, 0, CONTOH, self.contoh)
            baris += 1
        lembar.write_string(baris, 0, judul, self.judul)
        return lembar, baris + 1

    def _table(self, lembar: Worksheet, baris: int, kepala: Sequence[str], isi: Sequence[Sequence[Any]]) -> int:
        """Write heading and rows; return the row after them. Numbers stay numbers, text is never a formula."""
        for kolom, teks in enumerate(kepala):
            lembar.write_string(baris, kolom, teks, self.kepala)
        for nomor, satu in enumerate(isi, start=baris + 1):
            for kolom, nilai in enumerate(satu):
                if nilai is None:
                    lembar.write_string(nomor, kolom, format.TIDAK_TERSEDIA)
                elif isinstance(nilai, float):
                    lembar.write_number(nomor, kolom, nilai, self.persen)
                elif isinstance(nilai, int):
                    lembar.write_number(nomor, kolom, nilai, self.angka)
                else:
                    lembar.write_string(nomor, kolom, nilai, self.lipat if len(nilai) > 60 else None)
        return baris + len(isi) + 1

    def _write_ringkasan(self) -> None:
        isi = self.isi
        lembar, baris = self._open(
            "Ringkasan",
            f"{isi.nama_opd}: pekerja yang terlindungi JKK dan JKM",
            (28, 16, 12, 12, 12, 12, 12, 14, 12, 40),
        )
        for kalimat in (
            f"{isi.nama_daerah}, keadaan {format.bulan(isi.bulan)}. Kode OPD {isi.kode_opd}.",
            "Berisi data pribadi dengan NIK disamarkan: hanya untuk OPD ini, jangan disebarkan.",
            *isi.belum_dihitung,
        ):
            lembar.write_string(baris, 0, kalimat)
            baris += 1
        daftar = [self._row_daftar(*satu) for satu in self._groups()]
        baris = self._table(lembar, baris + 1, self._KEPALA_DAFTAR, daftar)
        angka = [
            (kode, hasil.pembilang, hasil.penyebut, _ratio(hasil))
            for kode in sorted({o.kode for o in isi.orang if o.kode})
            for hasil in [count([o for o in isi.orang if o.kode == kode])]
        ]
        baris = self._table(lembar, baris + 1, ("Indikator", "Terlindungi", "Jumlah orang", "Persen"), angka)
        lembar.write_string(
            baris, 0,
            "Setiap orang dihitung sekali. Baris yang NIK-nya perlu perbaikan tetap terhitung dalam jumlah orang dan "
            "belum dapat dinyatakan terlindungi.",
        )  # fmt: skip
        baris += 2
        for status, tindakan in _TINDAKAN.items():
            if tindakan and any(o.status == status for o in isi.orang):
                lembar.write_string(baris, 0, status)
                lembar.write_string(baris, 1, tindakan)
                baris += 1

    _KEPALA_DAFTAR = (
        "Daftar", "Tanggal daftar", "Jumlah orang", TERLINDUNGI, TIDAK_PADAN, TIDAK_AKTIF, SATU_PROGRAM, TANPA_PROGRAM,
        PERLU_PERBAIKAN, "Catatan",
    )  # fmt: skip

    def _groups(self) -> list[tuple[str, list[Orang]]]:
        jenis = sorted({o.jenis_daftar for o in self.isi.orang}, key=list(DAFTAR).index)
        return [(satu, [o for o in self.isi.orang if o.jenis_daftar == satu]) for satu in jenis]

    def _row_daftar(self, jenis: str, orang: list[Orang]) -> list[Any]:
        hasil = count(orang)
        tanggal = sorted({o.tanggal_data for o in orang})
        ada = hasil.pembilang is not None
        catatan = [
            "berumur lebih dari enam bulan" if any(o.is_usang for o in orang) else "",
            "" if ada else "belum ada daftar peserta bulan ini",
        ]
        return [
            DAFTAR.get(jenis, jenis),
            " s.d. ".join(dict.fromkeys(format.tanggal(satu) for satu in (tanggal[0], tanggal[-1]))),
            hasil.penyebut,
            *(
                hasil.jumlah[status] if ada else None
                for status in (TERLINDUNGI, TIDAK_PADAN, TIDAK_AKTIF, SATU_PROGRAM, TANPA_PROGRAM)
            ),
            hasil.jumlah[PERLU_PERBAIKAN],
            "; ".join(filter(None, catatan)),
        ]

    def _write_orang(self) -> None:
        lembar, baris = self._open(
            "Pekerja", f"Pekerja {self.isi.nama_opd}, {format.bulan(self.isi.bulan)}",
            (8, 19, 28, 24, 24, 14, 24, 24, 50, 28),
        )  # fmt: skip
        kepala = ("Baris asal", "NIK", "Nama", "Unit", "Daftar", "Tanggal", "Status", "Program aktif",
                  "Yang harus dilakukan", "Berkas asal")  # fmt: skip
        isi = [
            (
                o.nomor_baris, o.nik, o.nama, o.unit, DAFTAR.get(o.jenis_daftar, o.jenis_daftar),
                format.tanggal(o.tanggal_data), o.status, o.program, _TINDAKAN[o.status], o.berkas,
            )
            for o in self.isi.orang
        ]  # fmt: skip
        akhir = self._table(lembar, baris + 1, kepala, isi)
        lembar.autofilter(baris + 1, 0, akhir - 1, len(kepala) - 1)
        lembar.freeze_panes(baris + 2, 3)
        lembar.repeat_rows(baris + 1)

    def _write_sisih(self) -> None:
        lembar, baris = self._open(
            "Perlu perbaikan", "Baris yang disisihkan waktu dimuat", (8, 28, 24, 24, 50, 60, 28, 18)
        )
        if not self.isi.sisih:
            lembar.write_string(baris, 0, "Tidak ada baris yang perlu perbaikan.")
            return
        lembar.write_string(
            baris,
            0,
            "Perbaiki pada buku dari: python -m etl rejects pekerja_binaan --out BERKAS.xlsx, lalu muat kembali.",
        )
        kepala = ("Baris asal", "Nama", "Unit", "Daftar", "Alasan", "Yang harus dilakukan", "Berkas asal",
                  "Lembar asal")  # fmt: skip
        isi = [
            (s.nomor_baris, s.nama, s.unit, DAFTAR.get(s.jenis_daftar or "", s.jenis_daftar or ""), s.alasan,
             s.tindakan, s.berkas, s.lembar)
            for s in self.isi.sisih
        ]  # fmt: skip
        self._table(lembar, baris + 2, kepala, isi)
        lembar.freeze_panes(baris + 3, 2)


def _ratio(angka: Angka) -> float | None:
    if angka.pembilang is None or not angka.penyebut:
        return None
    return angka.pembilang / angka.penyebut

"""Registers: rows in force by key, kept by hand in a spreadsheet."""

from __future__ import annotations

from datetime import date

from tests.bacaan import buku
from tests.korpus.kasus import Isi, kasus


@kasus("laporan_masuk", kolom=("kewajiban", "periode", "tanggal_terima"),
       dimuat=[("SEMESTER", "2026-1", date(2026, 7, 10)), ("PENGAWASAN_3BULAN", "2026-TW2", date(2026, 7, 3)),
               ("REKAP_BULANAN", "2026-06", date(2026, 7, 12))],
       sisih={5: "TANGGAL_TIDAK_SAH", 6: "KODE_TIDAK_DIKENAL", 7: "GANDA"})  # fmt: skip
def periode_dalam_tiga_bentuk() -> Isi:
    """A period must be of the kind that the duty has; the same duty and period twice is one row."""
    return (
        "Jenis Laporan;Periode Laporan;Tgl Terima\n"
        "Laporan semester;Semester I 2026;10/07/2026\n"
        "Triwulan;TW II 2026;3 Juli 2026\n"
        "Rekap;Juni 2026;2026-07-12\n"
        "Laporan semester;Juni 2026;10/07/2026\n"
        "Laporan tahunan;2026-1;10/07/2026\n"
        "SEMESTER;2026-1;11/07/2026\n"
    )


@kasus("laporan_masuk", tolak=("kolom wajib tidak ada", "periode"))
def laporan_tanpa_periode() -> Isi:
    return "kewajiban;tanggal terima\nSEMESTER;2026-07-10\n"


@kasus("tindak_lanjut", kolom=("id", "pemilik", "status", "keputusan"),
       dimuat=[("TL-1", "DINSOS", "TERBUKA", "HYPERLINK(1)"), ("TL-2", "BPJSTK", "SELESAI", "Surat")],
       sisih={4: "KOLOM_KOSONG", 5: "TANGGAL_TIDAK_SAH", 6: "KODE_TIDAK_DIKENAL"})  # fmt: skip
def keputusan_diketik_tangan() -> Isi:
    """Office by name, another owner as a code, a formula loses its sign."""
    return (
        "id;tanggal rapat;keputusan;penanggung jawab;batas waktu;keadaan\n"
        "TL-1;14/07/2026;=HYPERLINK(1);Dinas Sosial;31/07/2026;Terbuka\n"
        "TL-2;14/07/2026;Surat;bpjstk;31/07/2026;selesai\n"
        "TL-3;14/07/2026;;DINSOS;31/07/2026;TERBUKA\n"
        "TL-4;14/07/2026;Data;DINSOS;bulan depan;TERBUKA\n"
        "TL-5;14/07/2026;Data;DINSOS;31/07/2026;mungkin\n"
    )


@kasus("tindak_lanjut", tolak=("kolom wajib tidak ada",))
def keputusan_tanpa_tenggat() -> Isi:
    return buku({"Rapat": [["id", "tanggal rapat", "keputusan", "pemilik", "status"]] + [["TL-1"] * 5]})


@kasus("klarifikasi", kolom=("id", "kode_opd", "periode", "status"),
       dimuat=[("KL-1", "DINSOS", "2026-06", "TERBUKA"), ("KL-2", "DINSOS", "2026-TW2", "SELESAI")],
       sisih={4: "TANGGAL_TIDAK_SAH"})  # fmt: skip
def keberatan_atas_angka() -> Isi:
    return (
        "id;tanggal;opd;indikator;periode angka;sanggahan;status;jawaban\n"
        "KL-1;13/07/2026;Dinas Sosial;PEM-01;Juni 2026;Daftar lama;TERBUKA;\n"
        "KL-2;13/07/2026;DINSOS;PEM-01;Triwulan II 2026;Daftar lama;SELESAI;Sudah diganti\n"
        "KL-3;13/07/2026;DINSOS;PEM-01;tahun lalu;Daftar lama;TERBUKA;\n"
    )


@kasus("klarifikasi", tolak=("kolom wajib tidak ada",))
def keberatan_tanpa_indikator() -> Isi:
    return "id;tanggal;opd;periode;keberatan;status\nKL-1;13/07/2026;DINSOS;2026-06;Salah;TERBUKA\n"


@kasus("regulasi", kolom=("nomor", "tanggal", "status", "isi_berkas"),
       dimuat=[("Perbup Nomor 10 Tahun 2026", date(2026, 2, 16), "BERLAKU", "perbup10.pdf")],
       sisih={3: "KOLOM_KOSONG", 4: "GANDA"})  # fmt: skip
def daftar_regulasi() -> Isi:
    return (
        "nomor;tanggal;perihal;status;nama berkas\n"
        "Perbup Nomor 10 Tahun 2026;16 Februari 2026;Jaminan;BERLAKU;perbup10.pdf\n"
        ";16 Februari 2026;Jaminan;BERLAKU;\n"
        "Perbup Nomor 10 Tahun 2026;16 Februari 2026;Jaminan;DICABUT;\n"
    )


@kasus("regulasi", tolak=("kolom wajib tidak ada", "tentang"))
def regulasi_tanpa_perihal() -> Isi:
    return "nomor;tanggal;status\nPerbup 10;2026-02-16;BERLAKU\n"

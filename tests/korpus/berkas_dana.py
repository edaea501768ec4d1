"""Budgets, spending and the list of villages, also as SIPD and the LRA print them."""

from __future__ import annotations

from datetime import date

from tests.bacaan import buku
from tests.korpus.kasus import Isi, kasus


@kasus("anggaran", kolom=("tahap", "tanggal_berlaku", "kode_opd", "kode_desa", "kode_rekening", "rp_pagu", "untuk"),
       dimuat=[("MURNI", date(2026, 1, 1), "DINSOS", None, "5.1.02.02.02.0006", 250_000_000, "RENTAN"),
               ("PERUBAHAN", date(2026, 9, 1), "DINSOS", None, "5.1.02.02.02.0006", 300_000_000, None),
               ("MURNI", date(2026, 1, 1), None, "99.01.01.2001", "5.1.02.02.02.0007", 1_000_000, "PERANGKAT")],
       sisih={5: "KOLOM_KOSONG", 6: "KODE_TIDAK_DIKENAL", 7: "KODE_TIDAK_DIKENAL"})  # fmt: skip
def anggaran_panjang() -> Isi:
    """An empty stage is MURNI from 1 January; one of office and village must be filled."""
    return (
        "tahun;tahap;tanggal_berlaku;lingkup;opd;kode_desa;kode rekening;sumber dana;peruntukan;pagu\n"
        "2026;;;APBD;Dinas Sosial;;5.1.02.02.02.0006;APBD;Pekerja Rentan;Rp 250.000.000\n"
        "2026;APBD-P;1 September 2026;APBD;DINSOS;;5.1.02.02.02.0006 Belanja Iuran;APBD;;300.000.000,00\n"
        "2026;Induk;;APB Desa;;9901012001;5.1.02.02.02.0007;Dana Desa;Perangkat Desa;1.000.000\n"
        "2026;;;APBD;;;5.1;APBD;;1\n"
        "2026;;;APBX;DINSOS;;5.1;APBD;;1\n"
        "2026;;;APBD;DINSOS;;5.1;APBD;Sepeda;1\n"
    )


@kasus("anggaran", kolom=("tahun", "kode_opd", "kode_subkegiatan", "kode_rekening", "nama_rekening", "rp_pagu"),
       tetap={"lingkup": "APBD", "sumber_dana": "APBD"},
       dimuat=[(2026, "DINSOS", "1.06.05.2.02.0001", "5.1.02.02.02.0006", "Belanja Iuran JKK", 250_000_000),
               (2026, "DINSOS", "1.06.05.2.02.0001", "5.1.02.02.02.0007", "Belanja Iuran JKM", 50_000_000)],
)  # fmt: skip
def anggaran_sipd() -> Isi:
    """sipd-belanja-budget: many columns of which a few are read; what it lacks comes with --isi."""
    return buku(
        {
            "Belanja": [
                ["tahun", "kode_urusan", "nama_urusan", "kode_skpd", "nama_skpd", "kode_sub_kegiatan",
                 "nama_sub_kegiatan", "kode_akun", "nama_akun", "pagu"],
                ["2026", "1.06", "SOSIAL", "1.06.0.00.0.00.01.0000", "Dinas Sosial", "1.06.05.2.02.0001", "Bantuan",
                 "5.1.02.02.02.0006", "Belanja Iuran JKK", 250000000],
                ["2026", "1.06", "SOSIAL", "1.06.0.00.0.00.01.0000", "Dinas Sosial", "1.06.05.2.02.0001", "Bantuan",
                 "5.1.02.02.02.0007", "Belanja Iuran JKM", 50000000.0],
            ]
        }
    )  # fmt: skip


@kasus(
    "anggaran", tolak=("kode_opd atau kode_desa",), tetap={"lingkup": "APBD", "sumber_dana": "APBD", "tahun": "2026"}
)
def anggaran_tanpa_unit() -> Isi:
    return "kode_rekening;pagu\n5.1.02;1\n"


@kasus("realisasi", kolom=("bulan", "kode_opd", "rp_realisasi", "rp_kumulatif"),
       dimuat=[(date(2026, 6, 1), "DINSOS", 20_832_000, None), (date(2026, 6, 1), "DINKES", -5000, None),
               (date(2026, 6, 1), "DISTAN", None, 99)],
       sisih={5: "KOLOM_KOSONG", 6: "NILAI_DI_LUAR_BATAS", 7: "TANGGAL_TIDAK_SAH"})  # fmt: skip
def realisasi_panjang() -> Isi:
    """Corrections are negative, a cumulative sum is not."""
    return (
        "bulan;lingkup;skpd;rekening;sumber dana;realisasi;realisasi s/d bulan ini\n"
        "30/06/2026;APBD;Dinas Sosial;5.1.1;APBD;Rp20.832.000;\n30/06/2026;APBD;DINKES;5.1.1;APBD;(5.000);\n"
        "30/06/2026;APBD;DISTAN;5.1.1;APBD;;99\n30/06/2026;APBD;DISKAN;5.1.1;APBD;;\n"
        "30/06/2026;APBD;DISKAN;5.1.2;APBD;;-1\nnanti;APBD;DISKAN;5.1.3;APBD;1;\n"
    )


@kasus("realisasi", kolom=("bulan", "kode_opd", "kode_rekening", "rp_realisasi"),
       tetap={"lingkup": "APBD", "sumber_dana": "APBD"},
       dimuat=[(date(2026, 6, 1), "DINSOS", "5.1.02.02.02.0006", 20_832_000)],
       catatan=("persentase", "realisasi_ly"))  # fmt: skip
def realisasi_lra() -> Isi:
    """lra-by-opd: budget, percentage and last year stand beside the spending and are not read."""
    return (
        "kode_opd,periode,kode_rekening,uraian,anggaran,realisasi,persentase,realisasi_ly\n"
        '"Dinas Sosial","2026-06","5.1.02.02.02.0006","Belanja Iuran","250.000.000,00","20.832.000,00","8,33","1,00"\n'
    )


@kasus("realisasi", kolom=("bulan", "rp_realisasi"), dimuat=[(date(2026, 1, 1), 1000), (date(2026, 2, 1), -200)],
       tanpa_catatan=("tercetak",))  # fmt: skip
def realisasi_silang_bulan() -> Isi:
    return (
        "Realisasi Tahun 2026\nlingkup;OPD;Kode Rekening;Sumber Dana;Januari;Februari;Jumlah\n"
        "APBD;Dinas Sosial;5.1.02.02.02.0006;APBD;1.000;(200);800\n"
    )


@kasus("realisasi", tolak=("--isi tahun",))
def realisasi_silang_tanpa_tahun() -> Isi:
    return "lingkup;OPD;Kode Rekening;Sumber Dana;Januari\nAPBD;Dinas Sosial;5.1;APBD;1.000\n"


@kasus("wilayah", kolom=("kode_desa", "nama_desa", "jenis", "kode_kecamatan"),
       dimuat=[("99.01.01.2001", "Suka Maju", "DESA", "99.01.01"), ("99.01.01.1001", "Pusat", "KELURAHAN", "99.01.01"),
               ("99.01.01.2002", "Total", "DESA", "99.01.01")],
       sisih={5: "KODE_TIDAK_DIKENAL", 6: "KODE_TIDAK_DIKENAL", 7: "GANDA", 8: "KODE_TIDAK_DIKENAL", 9: "KODE_BPS"},
)  # fmt: skip
def wilayah_dengan_baris_asing() -> Isi:
    """A row of another regency, one in the wrong sub-district, a double, an unknown kind, a BPS code; a village may be
    called like a total."""
    return (
        "Kode Kemendagri,Desa/Kelurahan,Jenis Desa,Kode Kec,Kecamatan\n"
        "9901012001,Suka Maju,Kampung,990101,Maju\n99.01.01.1001,Pusat,Kel,99.01.01,Maju\n"
        "99.01.01.2002,Total,Desa,99.01.01,Maju\n12.34.01.2001,Asing,DESA,12.34.01,Luar\n"
        "99.01.02.2001,Beda,DESA,99.01.01,Maju\n99.01.01.2001,Suka Maju,DESA,99.01.01,Maju\n"
        "99.01.01.2003,Aneh,Planet,99.01.01,Maju\n9901010012,Bps,DESA,99.01.01,Maju\n"
    )


@kasus("wilayah", kolom=("kode_desa", "nama_kecamatan"), dimuat=[("99.01.01.2001", "Maju"), ("99.01.01.2002", "Maju")],
       catatan=("1 baris jumlah", "2 baris tanda tangan"))  # fmt: skip
def wilayah_dari_buku() -> Isi:
    """Merged sub-district cells, codes in number cells, a letterhead and a signature."""
    return buku(
        {
            "Daftar": [
                ["DAFTAR DESA DAN KELURAHAN KABUPATEN CONTOH"],
                [],
                ["No", "Kode Desa", "Nama Desa", "Jenis", "Kode Kecamatan", "Nama Kecamatan"],
                [1, 2, 3, 4, 5, 6],
                [1, 9901012001, "Satu", "Desa", "99.01.01", "Maju"],
                [2, "9901012002", "Dua", "Desa", 990101, "Maju"],
                ["Jumlah", None, 2],
                [],
                [None, None, None, None, "Contoh, 5 Juli 2026"],
                [None, None, None, None, "Kepala Bagian Pemerintahan"],
            ]
        }
    )


@kasus("wilayah", tolak=("1 dari 2",))
def wilayah_kode_bps() -> Isi:
    return (
        "kode_desa,nama_desa,jenis,kode_kecamatan,nama_kecamatan\n"
        "9901012001,A,DESA,99.01.01,M\n9901010012,B,DESA,99.01.01,M\n"
    )

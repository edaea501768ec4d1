"""Recaps and denominators: long, as pivots, a sheet per segment, with a month only in the letterhead."""

from __future__ import annotations

from datetime import date

from tests.bacaan import buku
from tests.korpus.kasus import Isi, buku_bergabung, kasus

_DOMISILI = {"basis": "DOMISILI"}
_INTI = ("kode_desa", "segmen", "jumlah_aktif")
_SILANG = [
    ("99.01.01", "PU", 1000),
    ("99.01.01", "BPU", 200),
    ("99.01.02", "PU", 50),
    ("99.01.02", "BPU", 6),
]


@kasus("rekap_bpjs", kolom=_INTI, dimuat=_SILANG, tetap=_DOMISILI, catatan=("bulan 2026-06 dibaca dari kepala surat",
       "1 baris jumlah", "2 baris tanda tangan"), tanpa_catatan=("tercetak",))  # fmt: skip
def silang_judul_gabung() -> Isi:
    """Letterhead, a merged two-row heading, column numbers, totals that are right, a signature."""
    return buku_bergabung(
        [
            ["BPJS KETENAGAKERJAAN"],
            ["PESERTA AKTIF BULAN JUNI 2026"],
            [],
            [],
            [None, None, "PU", "BPU"],
            [1, 2, 3, 4, 5],
            [1, "Maju", 1000, 200, 1200],
            [2, "Mundur", 50, 6, 56],
            [None, "JUMLAH", 1050, 206, 1256],
            [],
            [None, None, None, "Contoh, 5 Juli 2026"],
            [None, None, None, "Kepala Cabang"],
        ],
        [(0, 0, 0, 4, "BPJS KETENAGAKERJAAN"), (3, 0, 4, 0, "No"), (3, 1, 4, 1, "Kecamatan"), (3, 2, 3, 3, "Segmen"),
         (3, 4, 4, 4, "Jumlah")],
    )  # fmt: skip


@kasus("rekap_bpjs", kolom=_INTI, dimuat=_SILANG, tetap=_DOMISILI,
       catatan=("1.051", "1.050", "57", "56"))  # fmt: skip
def silang_jumlah_tercetak_beda() -> Isi:
    return "Juni 2026\nKecamatan;PU;BPU;Jumlah\nMaju;1.000;200;1.200\nMundur;50;6;57\nTotal;1.051;206;1.257\n"


@kasus("rekap_bpjs", kolom=("kode_desa", "segmen", "jumlah_aktif"), tetap=_DOMISILI, catatan=("3 baris jumlah",),
       tanpa_catatan=("tercetak",),
       dimuat=[("99.01.01.1001", "PU", 1), ("99.01.01.1001", "BPU", 2), ("99.01.01.2001", "PU", 3),
               ("99.01.01.2001", "BPU", 4), ("99.01.02.2001", "PU", 5), ("99.01.02.2001", "BPU", 6)])  # fmt: skip
def silang_subtotal_di_dalam() -> Isi:
    return (
        "Juni 2026\nKecamatan;Desa;PU;BPU\nMaju;Pusat;1;2\nMaju;Suka Maju;3;4\nSubtotal;;4;6\n"
        "Mundur;Sukamaju;5;6\nJumlah Kecamatan Mundur;;5;6\nGrand Total;;9;12\n"
    )


@kasus("rekap_bpjs", kolom=("kode_desa", "segmen", "jumlah_aktif"), tetap=_DOMISILI | {"bulan": "2026-06"},
       dimuat=[("99.01.01.1001", None, 1), ("99.01.01.2001", None, 3)])  # fmt: skip
def kecamatan_digabung_ke_bawah() -> Isi:
    """One merged cell names the sub-district of several villages."""
    return buku_bergabung(
        [["Kecamatan", "Desa", "Segmen", "Jumlah Aktif"], [None, "Pusat", "SEMUA", 1], [None, "Suka Maju", "SEMUA", 3]],
        [(1, 0, 2, 0, "Maju")],
    )


@kasus("rekap_bpjs", kolom=("lembar", "segmen", "jumlah_aktif"), tetap=_DOMISILI | {"bulan": "2026-06"},
       dimuat=[("PU", "PU", 10), ("Bukan Penerima Upah", "BPU", 20), ("Lembar3", "JAKON", 30)],
       catatan=("lembar dilewati Rekap",))  # fmt: skip
def lembar_per_segmen() -> Isi:
    """The sheet's name or its title names the segment; a sheet that names none is a summary."""

    def isi(n: int) -> list[list[object]]:
        return [["Kecamatan", "Jumlah Peserta"], ["Maju", n]]

    return buku({"PU": isi(10), "Bukan Penerima Upah": isi(20), "Lembar3": [["SEGMEN JASA KONSTRUKSI"], *isi(30)],
                 "Rekap": [["REKAP"], *isi(60)]})  # fmt: skip


@kasus("rekap_bpjs", tetap=_DOMISILI, tolak=("--bulan", "2026-01", "2026-06"))
def dua_bulan_di_kepala_surat() -> Isi:
    return "Periode Januari 2026 s.d. Juni 2026\nKecamatan;PU\nMaju;10\n"


@kasus("rekap_bpjs", tetap=_DOMISILI, tolak=("--bulan", "tidak tertulis"))
def tanpa_bulan() -> Isi:
    return "REKAP PESERTA\nKecamatan;PU\nMaju;10\n"


@kasus("rekap_bpjs", tetap=_DOMISILI | {"bulan": "Juni 2026"}, kolom=("bulan",), dimuat=[date(2026, 6, 1)])
def dua_bulan_dan_isi() -> Isi:
    """--bulan settles it."""
    return "Periode Januari 2026 s.d. Juni 2026\nKecamatan;PU\nMaju;10\n"


@kasus("rekap_bpjs", kolom=("bulan", "jumlah_aktif"), tetap={"basis": "Tempat Kerja"},
       dimuat=[(date(2026, 1, 1), 10), (date(2026, 2, 1), 20), (date(2026, 11, 1), 30)])  # fmt: skip
def silang_bulan() -> Isi:
    return "TAHUN 2026\nsegmen|Januari|Pebruari|Nopember|Jumlah\nPU|10|20|30|60\n"


@kasus("rekap_bpjs", kolom=("program", "jumlah_aktif", "rp_iuran", "jumlah_kasus", "rp_manfaat"),
       dimuat=[(None, 9, None, None, None), ("JKK", None, 100, 1, 7000), ("JKM", None, 50, 2, None)])  # fmt: skip
def silang_program_dan_ukuran() -> Isi:
    """Measures per programme beside the head count, which belongs to no programme."""
    return (
        "bulan;basis;segmen;jumlah aktif;Iuran JKK;Iuran JKM;Kasus JKK;Kasus JKM;Manfaat JKK\n"
        "2026-06;DOMISILI;PU;9;100;50;1;2;7.000\n"
    )


@kasus("rekap_bpjs", kolom=("segmen", "jumlah_terdaftar", "jumlah_aktif"), tetap=_DOMISILI,
       dimuat=[("PU", 10, 8), ("BPU", 5, 4), ("PU", 1000, 800)],
       catatan=("1 sel kosong dalam tabel silang",))  # fmt: skip
def silang_segmen_kali_ukuran() -> Isi:
    return 'Juni 2026,,,,\nKecamatan,PU,,BPU,\n,Terdaftar,Aktif,Terdaftar,Aktif\nMaju,10,8,5,4\nMundur,"1,000",800,,\n'


@kasus("rekap_bpjs", kolom=("segmen", "program", "sektor", "kode_desa", "jumlah_aktif", "persen_resmi"),
       dimuat=[(None, None, None, None, 10, 45.2), ("PU", "JKK", "A", "99.01.01", 3, None),
               ("BPU", None, "TIDAK_DIKETAHUI", None, 4, None)],
       sisih={5: "KODE_TIDAK_DIKENAL", 6: "ANGKA_TIDAK_SAH", 7: "NILAI_DI_LUAR_BATAS", 8: "KOLOM_KOSONG", 9: "GANDA"},
       catatan=("sektor: 1 nilai tidak dikenal", "berisi lain"))  # fmt: skip
def rekap_panjang() -> Isi:
    """SEMUA and empty are the same; a sub-district's code may stand in kode_desa; the regency's own is all of it."""
    return (
        "bulan;basis;segmen;program;sektor;kode_desa;jumlah_aktif;persen_resmi\n"
        "2026-06;DOMISILI;SEMUA;SEMUA;SEMUA;;10;45,2\n"
        "2026-06;DOMISILI;Penerima Upah;JKK;A;990101;3;\n"
        "2026-06;DOMISILI;BPU;;Zzz;99.01;4;\n"
        "2026-06;DOMISILI;ASN;;;;5;\n"
        "2026-06;DOMISILI;PMI;;;;-;\n"
        "2026-06;DOMISILI;PMI;;;;-1;\n"
        "2026-06;;PMI;;;;1;\n"
        "2026-06;DOMISILI;;;;;11;\n".replace("DOMISILI;;;;;11", "DOMISILI;Semua;;;;11")
    )


@kasus("rekap_bpjs", kolom=("jumlah_aktif",), dimuat=[1_234_567, 89_266, 16, 1000],
       sisih={5: "ANGKA_TIDAK_SAH", 6: "ANGKA_TIDAK_SAH"}, tetap=_DOMISILI | {"bulan": "2026-06"})  # fmt: skip
def jumlah_sel_angka_dan_teks() -> Isi:
    """The number cell 16.8 is a fraction, the text "16.800" a thousand."""
    return buku(
        {
            "S": [
                ["segmen", "jumlah_aktif", "sektor"],
                ["PU", 1234567, "A1"],
                ["PU", "89.266", "A2"],
                ["PU", 16, "A3"],
                ["PU", 16.8, "B"],
                ["PU", "16,8", "C"],
                ["PU", "1.000", "D"],
            ]
        }
    )


@kasus("rekap_bpjs", kolom=("rp_iuran",), dimuat=[1_234_567, 1_234_568, 1_234_568, 1_234_567, 1_234_567, 0, 1000],
       sisih={9: "NILAI_DI_LUAR_BATAS", 10: "ANGKA_TIDAK_SAH", 11: "NILAI_DI_LUAR_BATAS"},
       tetap=_DOMISILI | {"bulan": "2026-06", "segmen": "PU"})  # fmt: skip
def rupiah_segala_gaya() -> Isi:
    nilai = ["1.234.567", "1.234.567,50", "1,234,567.50", "Rp 1.234.567", "Rp. 1.234.567,-", "-", "1,000", "(1.000)",
             "sejuta", "9901010101900001"]  # fmt: skip
    sektor = ["A1", "A2", "A3", "B", "C", "D", "E", "F", "G", "H"]
    return "sektor;jumlah_aktif;rp_iuran\n" + "".join(f"{s};1;{n}\n" for s, n in zip(sektor, nilai, strict=True))


@kasus("penduduk_bekerja", kolom=("tingkat", "kode_wilayah", "sektor", "basis", "jumlah_bekerja"),
       dimuat=[("KABUPATEN", "99.01", None, "DOMISILI", 520_000), ("KECAMATAN", "99.01.01", "A", "DOMISILI", 89_266),
               ("DESA", "99.01.01.2001", "RU", "DOMISILI", 10)],
       sisih={5: "KODE_TIDAK_DIKENAL", 6: "NILAI_DI_LUAR_BATAS", 7: "ANGKA_TIDAK_SAH", 8: "KODE_BPS"})  # fmt: skip
def penyebut_tiga_tingkat() -> Isi:
    """A code is read at the level of its row; KBLI letters R to U are one sector."""
    return (
        "tahun;sumber;tingkat;kode;lapangan usaha;bekerja\n"
        "2025;BPS;Kabupaten/Kota;9901;SEMUA;520.000\n2025;BPS;Kecamatan;99.01.01;A;89.266\n"
        "2025;Prodeskel;Kelurahan;9901012001;S;10\n2025;BPS;Kecamatan;99.01;G;1\n1999;BPS;Kabupaten;99.01;G;1\n"
        "2025;BPS;Kabupaten;99.01;H;1,5\n2025;BPS;Desa;9901010012;H;1\n"
    )


@kasus("penduduk_bekerja", kolom=("kode_wilayah", "jumlah_bekerja", "tanggal_rilis"),
       tetap={"tahun": "2025", "sumber_data": "SAKERNAS", "tingkat": "KECAMATAN", "tanggal_rilis": "5 Desember 2025"},
       dimuat=[("99.01.01", 100, date(2025, 12, 5)), ("99.01.02", 50, date(2025, 12, 5))],
       sisih={5: "KOLOM_KOSONG,KODE_TIDAK_DIKENAL"}, catatan=("1 baris jumlah", "1 catatan kaki"),
       tanpa_catatan=("tercetak",))  # fmt: skip
def penyebut_dengan_nama_kecamatan() -> Isi:
    return buku(
        {
            "Tabel 3": [
                ["Penduduk Bekerja Menurut Kecamatan, 2025"],
                ["Kecamatan", "Jumlah Penduduk Bekerja"],
                ["MAJU", 100],
                ["MUNDUR", 50],
                ["Kabupaten Contoh", None],
                ["Jumlah", 150],
                ["Sumber: BPS, Sakernas Agustus 2025"],
            ]
        }
    )


@kasus("target", kolom=("kode_indikator", "tahun", "semester", "kode", "nilai"),
       dimuat=[("UCJ-01", 2026, None, "99.01", 62.5), ("UCJ-01", 2027, 1, "99.01", 70.0),
               ("PEM-01", 2026, 2, "DINSOS", 100.0), ("KEU-01", 2026, None, "99.01", 1_250_000.5)],
       sisih={6: "ANGKA_RAGU", 7: "NILAI_DI_LUAR_BATAS", 8: "KODE_TIDAK_DIKENAL", 9: "ANGKA_TIDAK_SAH"})  # fmt: skip
def target_desimal() -> Isi:
    return (
        "seri;indikator;tahun;semester;tingkat;kode;nilai\n"
        "RPJMD;UCJ 1;2026;;Kabupaten;;62,5\nRPJMD;ucj-01;2027;I;Kabupaten;99.01;70%\n"
        "RPJMD;PEM-01;2026;Semester 2;OPD;Dinas Sosial;100\nRPJMD;KEU-01;2026;;Kabupaten;;1.250.000,5\n"
        "RPJMD;UCJ-02;2026;;Kabupaten;;62.500\nRPJMD;UCJ-02;1999;;Kabupaten;;1\nRPJMD;UCJ-02;2026;;Provinsi;;1\n"
        "RPJMD;UCJ-02;2026;;Kabupaten;;banyak\n"
    )


@kasus("target", kolom=("nilai",), dimuat=[62.5, 16.8, 1.234], tetap={"seri": "RPJMD", "tingkat": "KABUPATEN"})
def target_sel_angka() -> Isi:
    """A number cell is never ambiguous."""
    return buku(
        {"S": [["Kode Indikator", "Tahun", "Target"],
               ["UCJ-01", 2026, 62.5], ["UCJ-01", "2027", 16.8], ["UCJ-01", 2028.0, 1.234]]}
    )  # fmt: skip

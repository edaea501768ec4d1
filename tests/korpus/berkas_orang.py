"""Lists of people and employers: NIK, dates, months, codes, programmes, and the layouts of BPJS Ketenagakerjaan."""

from __future__ import annotations

from datetime import date

from tests.bacaan import buku
from tests.korpus.kasus import Isi, baris, kasus, nik, orang

_KEPALA = ["bulan", "nik", "segmen", "program"]


@kasus(
    "peserta",
    kolom=("nik_samar", "nomor_baris"),
    dimuat=[("990101********01", n) for n in range(2, 10)],
)
def nik_bertanda() -> Isi:
    """Signs that people and spreadsheets put around and inside a NIK. A month each, so none is a double."""
    n = nik(1)
    bentuk = [n, f"'{n}", f'="{n}"', f"\u00a0{n} ", "9901.0101.0190.0001", "990101-010190-0001", "9901 0101 0190 0001",
              f"\u200b{n}\u200b"]  # fmt: skip
    return "bulan;nik;segmen;program\n" + "".join(
        f"2026-{bulan:02d};{satu};PU;JKK\n" for bulan, satu in enumerate(bentuk, start=1)
    )


@kasus(
    "peserta",
    dimuat=[],
    sisih={
        2: "NIK_TIDAK_SAH", 3: "NIK_TIDAK_SAH", 4: "NIK_TIDAK_SAH", 5: "NIK_TIDAK_SAH", 6: "NIK_ANGKA", 7: "NIK_ANGKA",
        8: "KOLOM_KOSONG", 9: "NIK_TIDAK_SAH", 10: "NIK_TIDAK_SAH",
    },
)  # fmt: skip
def nik_rusak() -> Isi:
    """15 digits, letters, 31 February, serial 0000, E-notation twice, empty, digits of another script, a 13th month."""
    bentuk = ["990101010190001", "99010101019000O1", "9901013102900001", "9901010101900000", "9,90101E+15",
              "9.90101010190E+15", "", "٩٩٠١٠١٠١٠١٩٠٠٠٠١", "9901010113900001"]  # fmt: skip
    return "bulan;nik;segmen;program\n" + "".join(f"2026-06;{satu};PU;JKK\n" for satu in bentuk)


@kasus(
    "peserta",
    kolom=("nomor_baris",),
    dimuat=[4],
    sisih={2: "NIK_ANGKA", 3: "NIK_ANGKA"},
    catatan=("1 nomor KK diketik sebagai angka",),
)
def nik_dan_kk_sel_angka() -> Isi:
    """A number cell has lost its last digit: also one that looks whole. The KK stands in a column that is not read."""
    return buku(
        {
            "S": [
                [*_KEPALA, "No KK"],
                ["2026-06", 9901010101900001, "PU", "JKK", "9901010101900001"],
                ["2026-06", 9.90101010190e15, "PU", "JKK", None],
                ["2026-06", nik(3), "PU", "JKK", 9901010101900003],
            ]
        }
    )


@kasus(
    "penerima_bantuan",
    kolom=("nomor_baris",),
    dimuat=[3],
    sisih={2: "NIK_ANGKA,KODE_TIDAK_DIKENAL,ANGKA_TIDAK_SAH"},
    tetap={"bulan": "Juni 2026"},
)
def semua_alasan_sebaris() -> Isi:
    return f"nik;sumber dana;iuran;kode desa\n9,90101E+15;ARISAN;seribu;99.01.01.2001\n{nik(1)};DBHCHT;16.800;\n"


_TANGGAL = {
    "2025-12-31": date(2025, 12, 31), "31/12/2025": date(2025, 12, 31), "31-12-2025": date(2025, 12, 31),
    "31.12.2025": date(2025, 12, 31), "46022": date(2025, 12, 31), "31 Desember 2025": date(2025, 12, 31),
    "31 Des 2025": date(2025, 12, 31), "31/12/25": date(2025, 12, 31), "30 Nopember 2025": date(2025, 11, 30),
    "1 Pebruari 2025": date(2025, 2, 1), "5 Agt 2025": date(2025, 8, 5), "5/6/2025": date(2025, 6, 5),
    "2025-12-31 00:00:00": date(2025, 12, 31), "Rabu, 31 Desember 2025": date(2025, 12, 31),
    "31 / 12 / 2025": date(2025, 12, 31), "29/2/2024": date(2024, 2, 29),
}  # fmt: skip
_BUKAN_TANGGAL = ["12/31/2025", "31/02/2025", "29/2/2025", "kemarin", "2025-13-01", "00/00/0000"]


@kasus(
    "pekerja_binaan",
    kolom=("tanggal_data",),
    dimuat=list(_TANGGAL.values()),
    sisih=dict.fromkeys(range(len(_TANGGAL) + 2, len(_TANGGAL) + len(_BUKAN_TANGGAL) + 2), "TANGGAL_TIDAK_SAH"),
)
def tanggal_segala_gaya() -> Isi:
    isi = [*_TANGGAL, *_BUKAN_TANGGAL]
    return "tanggal_data;opd;jenis;nik\n" + "".join(
        f"{satu};Dinas Sosial;NONASN;{nik(n)}\n" for n, satu in enumerate(isi, start=1)
    )


@kasus(
    "pekerja_binaan",
    kolom=("tanggal_data", "tanggal_lahir", "kode_opd"),
    dimuat=[
        (date(2026, 6, 30), date(1990, 1, 1), "DINSOS"),
        (date(2026, 6, 30), date(1990, 1, 1), "KEC-99.01.01"),
        (date(2026, 6, 30), None, "PERUSDA AIR"),
    ],
    catatan=("tanggal_lahir: 1 nilai tidak dikenal",),
)
def sel_tanggal_dan_serial() -> Isi:
    """Date cells, serials in a number cell, offices by name, by sub-district and unknown; a birth date nobody can
    read counts as unknown."""
    return buku(
        {
            "S": [
                ["Per Tanggal", "Nama OPD", "Jenis", "NIK KTP", "Tgl Lahir"],
                [date(2026, 6, 30), "Dinas Sosial", "Non ASN", nik(1), date(1990, 1, 1)],
                [46203, "Kecamatan Maju", "Pegawai non ASN", nik(2), 32874],
                ["30 Juni 2026", "Perusda Air", "BUMD", nik(3), "tidak tahu"],
            ]
        }
    )


_BULAN = ["2026-06", "06/2026", "202606", "Juni 2026", "Jun-26", "30/06/2026", "2026-06-15", "46188", "JUNI 2026"]


@kasus(
    "peserta",
    kolom=("bulan",),
    dimuat=[date(2026, 6, 1)] * len(_BULAN) + [date(2026, 11, 1)],
    sisih={12: "TANGGAL_TIDAK_SAH", 13: "TANGGAL_TIDAK_SAH", 14: "TANGGAL_TIDAK_SAH"},
)
def bulan_segala_gaya() -> Isi:
    isi = [*_BULAN, "Nopember 2026", "Juni", "13/2026", "2026"]
    return "bulan;nik;segmen;program\n" + "".join(f"{b};{nik(n)};PU;JKK\n" for n, b in enumerate(isi, start=1))


@kasus(
    "peserta",
    kolom=("is_jkk", "is_jkm", "is_jht", "is_jp"),
    dimuat=[
        (True, True, True, False),
        (True, True, False, False),
        (True, True, False, False),
        (True, True, False, False),
        (False, False, True, True),
    ],
    sisih={7: "KODE_TIDAK_DIKENAL", 8: "KOLOM_KOSONG"},
)
def program_satu_teks() -> Isi:
    isi = [
        "JKK,JKM,JHT",
        "JKK & JKM",
        "jkk-jkm",
        "Jaminan Kecelakaan Kerja; Jaminan Kematian",
        "JHT JP",
        "JKK,BPJS",
        "",
    ]
    return "bulan;nik;segmen;program\n" + "".join(f'2026-06;{nik(n)};PU;"{p}"\n' for n, p in enumerate(isi, start=1))


@kasus(
    "peserta",
    kolom=("is_jkk", "is_jkm", "is_jht", "aktif"),
    dimuat=[
        (True, True, False, True),
        (True, False, False, False),
        (True, True, True, True),
        (False, True, False, False),
        (True, False, False, None),
    ],
    sisih={7: "KODE_TIDAK_DIKENAL", 8: "KOLOM_KOSONG"},
)
def ya_tidak_segala_gaya() -> Isi:
    """Empty in a programme column is no; a row without any programme has an empty one."""
    isi = ["1;1;0;Ya", "Y;T;;Tidak", "v;v;v;true", "-;Ya;-;false", "√;;;", "mungkin;1;0;1", ";;;1"]
    return "bulan;nik;segmen;program: JKK;JKM;Ikut JHT;aktif\n" + "".join(
        f"2026-06;{nik(n)};PU;{satu}\n" for n, satu in enumerate(isi, start=1)
    )


@kasus(
    "peserta",
    kolom=("kode_desa",),
    dimuat=["99.01.01.2001", "99.01.01.2001", "12.34.56.1001", "99.01.77.2001", None],
    sisih={7: "KODE_BPS", 8: "KODE_TIDAK_DIKENAL", 9: "KODE_TIDAK_DIKENAL"},
)
def kode_desa_segala_gaya() -> Isi:
    """Another regency is valid, a village that ``wilayah`` does not know too; a single BPS code sets its row aside."""
    isi = ["99.01.01.2001", "9901012001", "12.34.56.1001", "9901772001", "", "9901010012", "99.01", "desa maju"]
    return orang(*isi, kepala="bulan;nik;segmen;program;kode_desa")


@kasus("peserta", tolak=("2 dari 4 kode wilayah adalah kode BPS", "Kemendagri"))
def setengah_kode_bps() -> Isi:
    return orang(
        "9901012001", "9901010012", "9901010013", "99.01.01.2001", "", kepala="bulan;nik;segmen;program;kode_desa"
    )


@kasus("peserta", profil="berau", tolak=("1 dari 1", "6405"))
def angka_bps_kabupaten_sendiri() -> Isi:
    """The one shipped regency whose BPS digits differ from Kemendagri's."""
    return orang("6405012001", kepala="bulan;nik;segmen;program;kode_desa")


@kasus(
    "peserta",
    kolom=("kode_desa",),
    dimuat=["99.01.01.2001", "99.01.02.2001", "99.01.01.2002", "99.01.02.1002", "99.01.02.2003", None],
    sisih={8: "KODE_TIDAK_DIKENAL", 9: "KODE_TIDAK_DIKENAL"},
    catatan=("1 baris menyebut hanya nama desa",),
)
def nama_desa_menggantikan_kode() -> Isi:
    """One name in two sub-districts, an apostrophe, a desa and a kelurahan of one name, no sub-district, a mismatch."""
    isi = ["Kec. Maju;Desa Suka Maju", "MUNDUR;sukamaju", "maju;Ima an", "Mundur;Kel. Kembar", "Mundur;Desa Kembar",
           ";Sukamaju", "Maju;Kembar", "Mundur;Kembar"]  # fmt: skip
    return orang(*isi, kepala="bulan;nik;segmen;program;Kecamatan;Desa/Kelurahan")


@kasus(
    "peserta",
    kolom=("segmen", "is_jkk", "is_jkm", "is_jht", "tanggal_berakhir", "pekerjaan"),
    dimuat=[
        ("BPU", True, True, False, date(2026, 12, 31), "Petani"),
        ("BPU", True, True, True, None, "Nelayan"),
    ],
    tetap={"bulan": "2026-06", "segmen": "BPU"},
    catatan=("no_handphone",),
)
def tata_letak_bpu() -> Isi:
    """bpjstk-bpu-members: no month, no segment, no payer."""
    kepala = ("nik", "kpj", "nama", "tgl_lahir", "no_handphone", "program: JHT", "program: JKK", "program: JKM",
              "jenis_pekerjaan", "tgl_kepesertaan", "tgl_berakhir", "masa_grace")  # fmt: skip
    return (
        baris(*kepala, pemisah=",")
        + baris(nik(1), "10012345678", "A", "01-01-1990", "0812", "T", "Y", "Y", "Petani", "01-01-2026", "31-12-2026",
                "", pemisah=",")
        + baris(nik(2), "10012345679", "B", "01-01-1990", "0813", "Y", "Y", "Y", "Nelayan", "01-02-2026", "", "3",
                pemisah=",")
    )  # fmt: skip


@kasus(
    "peserta",
    kolom=("segmen", "rp_upah", "npp", "is_jkk", "is_jkm", "is_jht"),
    dimuat=[("PU", 2_500_000, "JJ01", True, True, True), ("PU", 3_000_000, "JJ01", True, True, True)],
    tetap={"bulan": "2026-06", "segmen": "PU", "program": "JKK,JKM,JHT", "npp": "JJ01"},
    catatan=("iuran_jkk", "total_iuran"),
)
def tata_letak_sipp() -> Isi:
    """bpjstk-sipp-monthly: contributions in rupiah per programme are no yes/no columns."""
    kepala = ("no_ref", "nik_ktp", "no_pegawai", "nama_tk", "tgl_lahir", "tgl_kepesertaan", "jumlah_upah",
              "jumlah_rapel", "iuran_jkk", "iuran_jkm", "pemberi_kerja_jht_jk", "tenaga_kerja_jht_jk",
              "pemberi_kerja_jp", "tenaga_kerja_jp", "pemberi_kerja_jkp", "pemerintah_jkp", "total_iuran",
              "iuran_yg_dibayar_perusahaan", "iuran_yg_dibayar_tk", "uraian")  # fmt: skip
    sisa = "0;6.000;7.500;92.500;50.000;0;0;0;0;156.000;106.000;50.000;"
    return (
        ";".join(kepala) + "\n"
        f"1;{nik(1)};P1;A;01/01/1990;01/01/2020;2.500.000;{sisa}\n"
        f"2;{nik(2)};P2;B;01/01/1990;01/01/2020;Rp 3.000.000,00;{sisa}\n"
    )


@kasus("peserta", kolom=("kpj", "nama"), dimuat=[("123", "A")],
       tetap={"bulan": "06/2026", "segmen": "Penerima Upah", "program": "JKK"})  # fmt: skip
def tata_letak_mitra() -> Isi:
    """bpjstk-partner-minimal."""
    return f"No;No KPJ;NIK KTP;Nama Tenaga Kerja\n1;123;{nik(1)};A\n"


@kasus("peserta", tetap={"segmen": "BPU"}, tolak=("--isi segmen=BPU", "1 barisnya"))
def isi_bertentangan_dengan_kolom() -> Isi:
    return f"bulan;nik;segmen;program\n2026-06;{nik(1)};BPU;JKK\n2026-06;{nik(2)};PU;JKK\n"


@kasus("peserta", tetap={"segmen": "Bukan Penerima Upah"}, kolom=("segmen",), dimuat=["BPU", "BPU"])
def isi_sama_dengan_kolom() -> Isi:
    return f"bulan;nik;segmen;program\n2026-06;{nik(1)};BPU;JKK\n2026-06;{nik(2)};;JKK\n"


@kasus("peserta", tetap={"nik": "9901010101900001"}, tolak=("--isi nik",))
def isi_nik() -> Isi:
    return "bulan;segmen;program\n2026-06;PU;JKK\n"


@kasus(
    "peserta",
    kolom=("jenis_kelamin", "sektor", "subkategori"),
    dimuat=[("P", None, None), ("L", "A1", "BPU-RENTAN")],
    catatan=("JK_BEDA: 1", "LAHIR_BEDA: 1", "sektor: 1 nilai tidak dikenal", "WILAYAH_LAIN: 1", "PROVINSI: 1"),
    tanpa_catatan=("9988",),
)
def catatan_tentang_orang() -> Isi:
    """What disagrees with the NIK is a note; unknown values of lenient columns count as unknown."""
    return (
        "bulan;nik;segmen;program;jk;tgl lahir;sektor;subkategori\n"
        f"2026-06;{nik(1)};PU;JKK;Perempuan;1991-01-01;zzz;zzz\n"
        "2026-06;0101010101900001;PU;JKK;L;1990-01-01;01111;Pekerja Rentan\n"
    )


@kasus(
    "pemberi_kerja",
    kolom=("npp", "nama", "sektor", "is_jkk", "is_jp"),
    dimuat=[
        ("JJ01", "CV Satu", "C", True, False),
        (None, "PT Dua", "G", None, None),
        (None, "PT Dua", "K", None, None),
        ("JJ02", "UD Tiga", "MN", True, True),
    ],
    sisih={6: "GANDA", 7: "KODE_TIDAK_DIKENAL", 8: "KOLOM_KOSONG"},
)
def pemberi_kerja_dua_daftar() -> Isi:
    """Without a number an employer is known by name and village; letters of KBLI 2025 have moved."""
    return (
        "bulan;npp;nama perusahaan;skala;kbli;versi_kbli;kode_desa;program\n"
        "2026-06;JJ01;CV Satu;mikro;10710;;9901012001;JKK,JKM\n"
        "2026-06;;PT Dua;Kecil;G;2020;9901012001;\n"
        "2026-06;;PT Dua;Kecil;L;2025;9901012002;\n"
        "2026-06;JJ02;UD Tiga;Sedang;N;;;JKK;JP\n".replace("JKK;JP", "JKK+JP")
        + "2026-06;;P.T. DUA;Kecil;G;;9901012001;\n"
        "2026-06;JJ03;UD;Raksasa;;;;\n"
        "2026-06;JJ04;;Besar;;;;\n"
    )


@kasus(
    "pemberi_kerja",
    kolom=("jumlah_tk_nyata", "jumlah_tk_terdaftar", "rp_tunggakan", "bulan_tunggakan"),
    dimuat=[(12, 10, 1_500_000, 0), (0, 0, 0, 3)],
    sisih={4: "NILAI_DI_LUAR_BATAS", 5: "ANGKA_TIDAK_SAH"},
    tetap={"bulan": "2026-06"},
)
def pemberi_kerja_angka() -> Isi:
    """A dash in an optional number column is 0."""
    return (
        "No NPP,Nama Badan Usaha,Skala Usaha,Jumlah Pekerja,TK Terdaftar,Tunggakan,Bulan Menunggak\n"
        'A1,A,MIKRO,12,10,"1.500.000,00",-\nA2,B,KECIL,nihil,-,-,3\nA3,C,BESAR,-3,1,0,0\nA4,D,BESAR,1.5,1,0,0\n'
    )


@kasus(
    "penerima_bantuan",
    kolom=("sumber_dana", "rp_iuran", "porsi_persen", "kode_opd", "kategori", "disabilitas"),
    dimuat=[
        ("DBH-CHT", 16800, 50.0, "DINSOS", "R-PROFESI", True),
        ("APBDES", 16801, 33.3, None, None, False),
    ],
    sisih={4: "ANGKA_RAGU", 5: "NILAI_DI_LUAR_BATAS", 6: "ANGKA_TIDAK_SAH"},
)
def penerima_porsi() -> Isi:
    """Decimals of rupiah round half up; 33.333 may be a third or thirty thousand."""
    return (
        "bulan;nik;sumber dana;iuran;porsi;dinas;kategori;kode desa;difabel\n"
        f"Juni 2026;{nik(1)};DBH Cukai Hasil Tembakau;16.800;50;Dinas Sosial;r-profesi;;Ya\n"
        f"Juni 2026;{nik(2)};Dana Desa;16.800,50;33,3;;;99.01.01.2001;-\n"
        f"Juni 2026;{nik(3)};APBD;1;33.333;;;;\n"
        f"Juni 2026;{nik(4)};APBD;1;100,5;;;;\n"
        f"Juni 2026;{nik(5)};APBD;-;100;;;;\n"
    )


@kasus("penerima_bantuan", tolak=("kode_desa",))
def penerima_tanpa_kolom_desa() -> Isi:
    """``(*)``: the column must stand there, its cells may be empty."""
    return f"bulan;nik;sumber_dana;rp_iuran\n2026-06;{nik(1)};APBD;1\n"

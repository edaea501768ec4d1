"""Closed code lists of the contracts, with the spellings that people really write.

A list restricts what a column may hold; labels and duties of a regency stand in its profile.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Daftar:
    """One closed list: code -> label, and other spellings -> code (compared as headings are)."""

    nama: str
    label: dict[str, str]
    alias: dict[str, str] = field(default_factory=dict)

    @property
    def kode(self) -> tuple[str, ...]:
        """The codes in their official order."""
        return tuple(self.label)


PROGRAM: tuple[str, ...] = ("JKK", "JKM", "JHT", "JP", "JKP")
NAMA_PROGRAM = {
    "JKK": "Jaminan Kecelakaan Kerja",
    "JKM": "Jaminan Kematian",
    "JHT": "Jaminan Hari Tua",
    "JP": "Jaminan Pensiun",
    "JKP": "Jaminan Kehilangan Pekerjaan",
}
ALIAS_PROGRAM = {nama: kode for kode, nama in NAMA_PROGRAM.items()} | {
    "JK": "JKM",  # the older short form of Jaminan Kematian (SIPP columns *_jk)
    "JPN": "JP",
}

SEGMEN = Daftar(
    "segmen",
    {
        "PU": "Penerima Upah",
        "BPU": "Bukan Penerima Upah",
        "JAKON": "Jasa Konstruksi",
        "PMI": "Pekerja Migran Indonesia",
    },
    {
        "Pekerja Penerima Upah": "PU",
        "PPU": "PU",
        "Pekerja Bukan Penerima Upah": "BPU",
        "PBPU": "BPU",
        "Jaskon": "JAKON",
        "Konstruksi": "JAKON",
        "Sektor Jasa Konstruksi": "JAKON",
        "Pekerja Jasa Konstruksi": "JAKON",
        "Pekerja Migran": "PMI",
        "TKI": "PMI",
        "CPMI": "PMI",
    },
)

SUBKATEGORI = Daftar(
    "subkategori",
    {
        "PU-ASN": "Aparatur Sipil Negara",
        "PU-NONASN-OPD": "Non ASN pada Perangkat Daerah dan unit kerja",
        "PU-NONASN-BLUD": "Non ASN pada BLUD",
        "PU-PEJABAT": "Pejabat negara non ASN",
        "PU-BUMD": "Pegawai BUMD",
        "PU-PEMILU": "Penyelenggara pemilu",
        "PU-DESA-KADES": "Kepala Desa",
        "PU-DESA-SEKDES": "Sekretaris Desa",
        "PU-DESA-PERANGKAT": "Perangkat Desa",
        "PU-DESA-PEGAWAI": "Pegawai desa lainnya",
        "PU-DESA-BPD": "Badan Permusyawaratan Desa",
        "PU-DESA-ADAT": "Lembaga adat",
        "PU-DESA-LKD": "Lembaga Kemasyarakatan Desa",
        "PU-DESA-LINMAS": "Linmas",
        "PU-BUMDES": "Pegawai BUMDes",
        "PU-PERUSAHAAN": "Pekerja perusahaan",
        "PU-PERORANGAN": "Pekerja pada orang perseorangan",
        "PU-WNA": "Orang asing yang bekerja paling singkat 6 bulan",
        "PU-PERCOBAAN": "Pekerja masa percobaan",
        "PU-DIREKSI": "Komisaris dan direksi yang menerima upah",
        "PU-PENGURUS": "Pengawas dan pengurus yang menerima upah",
        "PU-MAGANG": "Peserta magang, siswa kerja praktek, tenaga honorer",
        "BPU-PEMBERIKERJA": "Pemberi kerja",
        "BPU-MANDIRI": "Pekerja di luar hubungan kerja atau pekerja mandiri",
        "BPU-RENTAN": "Pekerja rentan",
        "BPU-LAIN": "Bukan penerima upah lainnya",
    },
    {
        "ASN": "PU-ASN",
        "PNS": "PU-ASN",
        "Non ASN": "PU-NONASN-OPD",
        "Honorer": "PU-NONASN-OPD",
        "BLUD": "PU-NONASN-BLUD",
        "BUMD": "PU-BUMD",
        "Kades": "PU-DESA-KADES",
        "Kepala Kampung": "PU-DESA-KADES",
        "Sekdes": "PU-DESA-SEKDES",
        "Sekretaris Kampung": "PU-DESA-SEKDES",
        "Perangkat Kampung": "PU-DESA-PERANGKAT",
        "Aparatur Desa": "PU-DESA-PERANGKAT",
        "BPD": "PU-DESA-BPD",
        "BPK": "PU-DESA-BPD",
        "LKD": "PU-DESA-LKD",
        "LKK": "PU-DESA-LKD",
        "Linmas": "PU-DESA-LINMAS",
        "BUMDes": "PU-BUMDES",
        "Magang": "PU-MAGANG",
        "Pekerja Rentan": "BPU-RENTAN",
        "Rentan": "BPU-RENTAN",
        "Mandiri": "BPU-MANDIRI",
    },
)

SUMBER_DANA = Daftar(
    "sumber_dana",
    {
        "APBD": "APBD kabupaten/kota",
        "APBDES": "APB Desa",
        "CSR": "Tanggung jawab sosial perusahaan (CSR/TJSL)",
        "DONASI": "Donasi",
        "APBN": "APBN",
        "PROV": "APBD provinsi",
        "DBH-CHT": "Dana Bagi Hasil Cukai Hasil Tembakau",
        "DBH-SAWIT": "Dana Bagi Hasil Sawit",
        "LAIN": "Sumber lain yang sah dan tidak mengikat",
        "MANDIRI": "Pekerja sendiri",
        "PEMBERI_KERJA": "Pemberi kerja",
    },
    {
        "APBD Kabupaten": "APBD",
        "APBD Kab": "APBD",
        "APBD Kota": "APBD",
        "APB Desa": "APBDES",
        "APBKam": "APBDES",
        "APB Kampung": "APBDES",
        "Dana Desa": "APBDES",
        "TJSL": "CSR",
        "CSR/TJSL": "CSR",
        "TJSLP": "CSR",
        "Provinsi": "PROV",
        "APBD Provinsi": "PROV",
        "APBD Prov": "PROV",
        "DBHCHT": "DBH-CHT",
        "Cukai Tembakau": "DBH-CHT",
        "DBH Cukai Hasil Tembakau": "DBH-CHT",
        "DBH Kelapa Sawit": "DBH-SAWIT",
        "Lainnya": "LAIN",
        "Lain-lain": "LAIN",
        "Bayar sendiri": "MANDIRI",
        "Pribadi": "MANDIRI",
    },
)

BASIS = Daftar(
    "basis",
    {"DOMISILI": "Tempat tinggal pekerja", "TEMPAT_KERJA": "Tempat bekerja"},
    {"Domisili KTP": "DOMISILI", "Tempat Tinggal": "DOMISILI", "Lokasi Kerja": "TEMPAT_KERJA"},
)

JENIS_DESA = Daftar(
    "jenis",
    {"DESA": "Desa, kampung, nagari, gampong", "KELURAHAN": "Kelurahan"},
    {
        "Kampung": "DESA",
        "Nagari": "DESA",
        "Gampong": "DESA",
        "Pekon": "DESA",
        "Tiyuh": "DESA",
        "Lembang": "DESA",
        "Negeri": "DESA",
        "Desa Adat": "DESA",
        "Kel": "KELURAHAN",
        "Lurah": "KELURAHAN",
    },
)

SKALA = Daftar(
    "skala",
    {"MIKRO": "Usaha mikro", "KECIL": "Usaha kecil", "MENENGAH": "Usaha menengah", "BESAR": "Usaha besar"},
    {"Sedang": "MENENGAH"},
)

JENIS_KELAMIN = Daftar(
    "jenis_kelamin",
    {"L": "Laki-laki", "P": "Perempuan"},
    {"Lk": "L", "Laki": "L", "Pria": "L", "Pr": "P", "Wanita": "P"},
)

SUMBER_DATA = Daftar(
    "sumber_data",
    {
        "SAKERNAS": "Survei Angkatan Kerja Nasional (BPS)",
        "DUKCAPIL": "Data kependudukan",
        "DTSEN": "Data Tunggal Sosial dan Ekonomi Nasional",
        "PROFIL_DESA": "Profil desa",
        "BPJSTK": "BPJS Ketenagakerjaan",
        "LAIN": "Sumber lain",
    },
    {
        "BPS": "SAKERNAS",
        "Disdukcapil": "DUKCAPIL",
        "Prodeskel": "PROFIL_DESA",
        "BPJS Ketenagakerjaan": "BPJSTK",
        "BPJS TK": "BPJSTK",
        "BPJAMSOSTEK": "BPJSTK",
        "Lainnya": "LAIN",
    },
)

TAHAP = Daftar(
    "tahap",
    {
        "MURNI": "APBD/APB Desa murni",
        "PERGESERAN": "Pergeseran anggaran",
        "PERUBAHAN": "Perubahan APBD/APB Desa",
    },
    {"Induk": "MURNI", "APBD Murni": "MURNI", "APBD-P": "PERUBAHAN", "APBD Perubahan": "PERUBAHAN", "PAK": "PERUBAHAN"},
)

LINGKUP = Daftar(
    "lingkup",
    {"APBD": "Anggaran kabupaten/kota", "APBDES": "Anggaran desa"},
    {"APB Desa": "APBDES", "Desa": "APBDES", "Kabupaten": "APBD", "APBKam": "APBDES"},
)

CARA_PENGANGGARAN = Daftar(
    "cara_penganggaran",
    {
        "MELEKAT": "Iuran melekat pada belanja lain",
        "REKENING_KHUSUS": "Rekening tersendiri (belanja jasa asuransi)",
    },
    {"Khusus": "REKENING_KHUSUS", "Belanja Jasa Asuransi": "REKENING_KHUSUS"},
)

UNTUK = Daftar(
    "untuk",
    {
        "PERANGKAT": "Perangkat desa",
        "NONASN": "Pegawai non ASN",
        "RENTAN": "Pekerja rentan",
        "LAIN": "Keperluan lain",
    },
    {
        "Perangkat Desa": "PERANGKAT",
        "Perangkat Kampung": "PERANGKAT",
        "Pekerja Rentan": "RENTAN",
        "Pegawai Non ASN": "NONASN",
        "Lainnya": "LAIN",
    },
)

JENIS_DAFTAR = Daftar(
    "jenis_daftar",
    {
        "NONASN": "Pegawai non ASN",
        "PPPK_PW": "PPPK paruh waktu",
        "BLUD": "Pegawai BLUD",
        "DESA": "Pemerintah desa dan lembaga desa",
        "BUMD": "Pegawai BUMD",
        "PEMILU": "Penyelenggara pemilu",
        "SEKTOR": "Pekerja binaan sektor",
        "MAGANG": "Peserta magang dan pelatihan",
    },
    {
        "PPPK Paruh Waktu": "PPPK_PW",
        "P3K Paruh Waktu": "PPPK_PW",
        "Honorer": "NONASN",
        "Perangkat Desa": "DESA",
        "Binaan": "SEKTOR",
    },
)

TINGKAT_PENYEBUT = Daftar(
    "tingkat",
    {"KABUPATEN": "Kabupaten/kota", "KECAMATAN": "Kecamatan", "DESA": "Desa/kelurahan"},
    {
        "Kota": "KABUPATEN",
        "Kabupaten/Kota": "KABUPATEN",
        "Kelurahan": "DESA",
        "Desa/Kelurahan": "DESA",
        "Kampung": "DESA",
    },
)

TINGKAT = Daftar(
    "tingkat",
    TINGKAT_PENYEBUT.label
    | {
        "SEKTOR": "Sektor lapangan usaha",
        "OPD": "Perangkat Daerah",
        "UNIT": "Unit kerja",
        "SEGMEN": "Segmen kepesertaan",
        "SUBKATEGORI": "Subkategori peserta",
        "PROGRAM": "Program",
        "SUMBER_DANA": "Sumber dana",
        "JENIS_KELAMIN": "Jenis kelamin",
        "KELOMPOK_USIA": "Kelompok usia",
        "LINGKUP": "Lingkup anggaran",
        "CARA_PENGANGGARAN": "Cara penganggaran",
        "SKALA": "Skala usaha",
    },
    TINGKAT_PENYEBUT.alias,
)

SEMESTER = Daftar(
    "semester",
    {"1": "Januari s.d. Juni", "2": "Juli s.d. Desember"},
    {"I": "1", "II": "2", "Semester 1": "1", "Semester I": "1", "Semester 2": "2", "Semester II": "2"},
)

KEWAJIBAN_LAPOR = Daftar(
    "kewajiban_lapor",
    {
        "REKAP_BULANAN": "Rekap bulanan BPJS Ketenagakerjaan",
        "PENGAWASAN_3BULAN": "Laporan pengawasan tiga bulanan",
        "SEMESTER": "Laporan semester kepada Bupati",
    },
    {
        "Rekap": "REKAP_BULANAN",
        "Bulanan": "REKAP_BULANAN",
        "Laporan bulanan": "REKAP_BULANAN",
        "Pengawasan": "PENGAWASAN_3BULAN",
        "Pengawasan 3 bulan": "PENGAWASAN_3BULAN",
        "Pengawasan tiga bulan": "PENGAWASAN_3BULAN",
        "Pengawasan triwulan": "PENGAWASAN_3BULAN",
        "Triwulan": "PENGAWASAN_3BULAN",
        "Laporan semester": "SEMESTER",
        "Semesteran": "SEMESTER",
    },
)

STATUS_TINDAK = Daftar(
    "status_tindak",
    {"TERBUKA": "Belum selesai", "SELESAI": "Selesai", "BATAL": "Dibatalkan"},
    {
        "Terbuka": "TERBUKA",
        "Belum": "TERBUKA",
        "Proses": "TERBUKA",
        "Dalam proses": "TERBUKA",
        "Open": "TERBUKA",
        "Tuntas": "SELESAI",
        "Sudah": "SELESAI",
        "Done": "SELESAI",
        "Closed": "SELESAI",
        "Batal": "BATAL",
        "Dicabut": "BATAL",
        "Ditarik": "BATAL",
    },
)

STATUS_KLARIFIKASI = Daftar(
    "status_klarifikasi",
    {"TERBUKA": "Belum dijawab", "SELESAI": "Sudah dijawab", "BATAL": "Ditarik pengirimnya"},
    {
        "Belum": "TERBUKA",
        "Proses": "TERBUKA",
        "Diajukan": "TERBUKA",
        "Dijawab": "SELESAI",
        "Diterima": "SELESAI",
        "Ditolak": "SELESAI",
        "Tuntas": "SELESAI",
        "Dicabut": "BATAL",
        "Ditarik": "BATAL",
        "Dibatalkan": "BATAL",
    },
)

VERSI_KBLI = Daftar(
    "versi_kbli",
    {"2015": "KBLI 2015", "2020": "KBLI 2020", "2025": "KBLI 2025"},
    {"KBLI 2015": "2015", "KBLI 2020": "2020", "KBLI 2025": "2025"},
)

SEKTOR = Daftar(
    "sektor",
    {
        "A": "Pertanian, kehutanan, perikanan (tidak dirinci)",
        "A1": "Tanaman dan peternakan",
        "A2": "Kehutanan",
        "A3": "Perikanan",
        "B": "Pertambangan dan penggalian",
        "C": "Industri pengolahan",
        "D": "Listrik dan gas",
        "E": "Air, limbah, daur ulang",
        "F": "Konstruksi",
        "G": "Perdagangan",
        "H": "Angkutan dan pergudangan",
        "I": "Akomodasi dan makan minum",
        "J": "Informasi dan komunikasi",
        "K": "Keuangan dan asuransi",
        "L": "Real estat",
        "MN": "Jasa perusahaan",
        "O": "Administrasi pemerintahan",
        "P": "Pendidikan",
        "Q": "Kesehatan dan kegiatan sosial",
        "RU": "Jasa lain dan rumah tangga",
    },
    {
        "Pertanian": "A",
        "Pertanian, Kehutanan dan Perikanan": "A",
        "Tanaman Pangan": "A1",
        "Perkebunan": "A1",
        "Peternakan": "A1",
        "Pertambangan": "B",
        "Industri": "C",
        "Pengadaan Listrik dan Gas": "D",
        "Pengadaan Air": "E",
        "Bangunan": "F",
        "Perdagangan Besar dan Eceran": "G",
        "Transportasi dan Pergudangan": "H",
        "Transportasi": "H",
        "Angkutan": "H",
        "Penyediaan Akomodasi dan Makan Minum": "I",
        "Pariwisata": "I",
        "Jasa Keuangan": "K",
        "Jasa Keuangan dan Asuransi": "K",
        "Keuangan": "K",
        "Real Estate": "L",
        "Administrasi Pemerintahan, Pertahanan dan Jaminan Sosial Wajib": "O",
        "Pemerintahan": "O",
        "Jasa Pendidikan": "P",
        "Kesehatan": "Q",
        "Jasa Kesehatan dan Kegiatan Sosial": "Q",
        "Jasa Lainnya": "RU",
        "Jasa Lain": "RU",
        "Rumah Tangga": "RU",
    },
)

# First two digits of a KBLI code -> sector. The same in KBLI 2020 and 2025 (45 exists in the older one only).
_GOLONGAN = (
    (1, 1, "A1"), (2, 2, "A2"), (3, 3, "A3"), (5, 9, "B"), (10, 33, "C"), (35, 35, "D"), (36, 39, "E"),
    (41, 43, "F"), (45, 47, "G"), (49, 53, "H"), (55, 56, "I"), (58, 63, "J"), (64, 66, "K"), (68, 68, "L"),
    (69, 82, "MN"), (84, 84, "O"), (85, 85, "P"), (86, 88, "Q"), (90, 99, "RU"),
)  # fmt: skip
_HURUF_2020 = {huruf: huruf for huruf in "ABCDEFGHIJKLOPQ"} | dict.fromkeys("MN", "MN") | dict.fromkeys("RSTU", "RU")
# KBLI 2025 splits J (publishing; telecommunication becomes K), so every later letter moves one on.
_HURUF_2025 = (
    {huruf: huruf for huruf in "ABCDEFGHIJ"}
    | {"K": "J", "L": "K", "M": "L", "N": "MN", "O": "MN", "P": "O", "Q": "P", "R": "Q"}
    | dict.fromkeys("STUV", "RU")
)


def sektor_kbli(kode: str, versi: str = "2020") -> str | None:
    """Sector of a KBLI code of any length (letter, digits, or letter and digits); None when it is none.

    Source: KBLI 2020 (BPS 2/2020), KBLI 2025 (BPS 7/2025), where the letters after J shift.
    """
    bersih = "".join(huruf for huruf in kode.upper() if huruf.isalnum())
    huruf = bersih[:1] if bersih[:1].isalpha() else ""
    angka = bersih[len(huruf) :]
    if not bersih or (angka and not (angka.isascii() and angka.isdigit())) or len(angka) > 5:
        return None
    if len(angka) >= 2:
        golongan = int(angka[:2])
        return next((sektor for dari, sampai, sektor in _GOLONGAN if dari <= golongan <= sampai), None)
    if angka or not huruf:
        return None
    return (_HURUF_2025 if versi == "2025" else _HURUF_2020).get(huruf)

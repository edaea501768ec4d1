"""The words on screen for the codes of files: a code stays in files, a reader sees words (visual.md, first page)."""

CONTOH = "DATA CONTOH – BUKAN DATA SEBENARNYA"  # on all that simulated data show

BASIS = {"DOMISILI": "menurut KTP", "TEMPAT_KERJA": "menurut tempat kerja"}

SEGMEN = {
    "PU": "Penerima upah (PU)",
    "BPU": "Bukan penerima upah (BPU)",
    "JAKON": "Jasa konstruksi (Jakon)",
    "PMI": "Pekerja migran (PMI)",
}

SUMBER = {
    "wilayah": "daftar wilayah",
    "penduduk_bekerja": "penduduk bekerja",
    "target": "target daerah",
    "peserta": "daftar peserta BPJS Ketenagakerjaan",
    "rekap_bpjs": "rekap BPJS Ketenagakerjaan",
    "pemberi_kerja": "daftar pemberi kerja",
    "pekerja_binaan": "daftar pekerja OPD dan desa",
    "anggaran": "anggaran (BPKAD, DPMD, desa)",
    "realisasi": "realisasi (BPKAD, DPMD, desa)",
    "penerima_bantuan": "daftar penerima bantuan iuran",
    "laporan_masuk": "catatan laporan masuk",
    "tindak_lanjut": "keputusan rapat dan tindak lanjutnya",
    "klarifikasi": "klarifikasi angka dari OPD dan desa",
    "regulasi": "daftar regulasi daerah",
    "tugas_opd": "laporan tugas OPD",
    "calon_penerima": "usulan calon penerima bantuan",
    "penetapan": "keputusan penetapan penerima",
    "tagihan": "tagihan iuran dan pembayarannya",
    "sanksi": "catatan sanksi",
    "izin": "catatan izin",
    "proyek": "daftar proyek konstruksi",
    "pmi": "daftar pekerja migran",
    "pengaduan": "catatan pengaduan",
}

PENGIRIM = {
    "wilayah": "Bagian Pemerintahan",
    "penduduk_bekerja": "BPS, Dukcapil atau pengelola DTSEN",
    "target": "Bappeda atau Tim Koordinasi",
    "peserta": "BPJS Ketenagakerjaan",
    "rekap_bpjs": "BPJS Ketenagakerjaan",
    "pemberi_kerja": "BPJS Ketenagakerjaan dan Dinas Tenaga Kerja",
    "pekerja_binaan": "setiap OPD, desa, BUMD dan KPU",
    "anggaran": "BPKAD, DPMD atau desa",
    "realisasi": "BPKAD, DPMD atau desa",
    "penerima_bantuan": "Dinas Sosial, Dinas Tenaga Kerja dan pemberi bantuan lain",
    "laporan_masuk": "Sekretariat Tim",
    "tindak_lanjut": "Sekretariat Tim, atau dicatat di aplikasi ini",
    "klarifikasi": "OPD dan desa",
    "regulasi": "Bagian Hukum",
}

PENYEBUT = {
    "SAKERNAS": "Sakernas",
    "DTSEN": "DTSEN",
    "DUKCAPIL": "Dukcapil",
    "PROFIL_DESA": "profil desa",
    "BPJSTK": "BPJS Ketenagakerjaan",
    "LAIN": "sumber lain",
}

# status code -> (mark, word, css class); mark + word + colour, never colour alone (visual.md 2)
STATUS = {
    "TERCAPAI": ("●", "Tercapai", "tercapai"),
    "SESUAI_RENCANA": ("◆", "Sesuai rencana", "sesuai"),
    "PERLU_PERHATIAN": ("▲", "Perlu perhatian", "perhatian"),
    "JAUH_DI_BAWAH": ("■", "Jauh di bawah target", "jauh"),
    "BELUM_ADA_DATA": ("○", "Belum ada data", "kosong"),
}

KEKUATAN = {"WAJIB": "Wajib", "DORONG": "Mendorong", "SEDIA": "Menyediakan", "DAPAT": "Dapat"}

TIDAK_DIKETAHUI = "TIDAK_DIKETAHUI"

KODE = {
    TIDAK_DIKETAHUI: "tidak diketahui",
    "L": "laki-laki",
    "P": "perempuan",
    "NONASN": "non-ASN",
    "PPPK_PW": "PPPK paruh waktu",
    "BLUD": "BLUD",
    "DESA": "perangkat desa",
    "BUMD": "BUMD",
    "PEMILU": "penyelenggara pemilu",
    "SEKTOR": "pekerja sektor binaan",
    "MAGANG": "magang",
    "MURNI": "murni",
    "PERGESERAN": "pergeseran",
    "PERUBAHAN": "perubahan",
    "MELEKAT": "melekat",
    "REKENING_KHUSUS": "rekening khusus",
    "PERANGKAT": "perangkat",
    "RENTAN": "pekerja rentan",
    "LAIN": "lain-lain",
    "MIKRO": "mikro",
    "KECIL": "kecil",
    "MENENGAH": "menengah",
    "BESAR": "besar",
    "APBDES": "APBDes",
    "DONASI": "donasi",
    "MANDIRI": "mandiri",
    "PEMBERI_KERJA": "pemberi kerja",
    "PROV": "APBD provinsi",
    "DBH-CHT": "DBH CHT",
    "DBH-SAWIT": "DBH Sawit",
    "YA": "penyandang disabilitas",
    "TIDAK": "bukan penyandang disabilitas",
    "R-MITRA": "mitra atau binaan OPD",
    "R-RELAWAN": "relawan, padat karya, atlet, seniman",
    "R-LAIN": "pekerja rentan lain",
    "R-AGAMA-GURU": "guru agama",
    "R-AGAMA-PENGURUS": "pengurus tempat ibadah",
    "R-PD": "pekerja pada perangkat daerah",
    "R-PROFESI": "petani, nelayan, pengemudi, pedagang",
    "R-SAWIT-RENTAN": "pekerja sawit rentan",
    "R-P3KE": "sasaran kemiskinan ekstrem",
    "R-DTKS": "data terpadu kesejahteraan",
    "R-NONASN": "non-ASN kabupaten",
    "R-LINMAS": "Linmas",
    "R-PEMILU": "penyelenggara pemilu",
    "R-SAWIT-NONRENTAN": "petani dan pekerja sawit lain",
    "R-MANDIRI-STIMULUS": "mandiri dengan stimulus",
}

# reason for which a row was set aside -> what it means; several may stand on one row
ALASAN = {
    "KOLOM_KOSONG": "kolom wajib kosong",
    "NIK_TIDAK_SAH": "NIK tidak valid",
    "NIK_ANGKA": "NIK diketik sebagai angka, digit terakhirnya hilang",
    "KODE_TIDAK_DIKENAL": "kode tidak dikenal",
    "KODE_BPS": "kode wilayah BPS, seharusnya kode Kemendagri",
    "TANGGAL_TIDAK_SAH": "tanggal tidak valid",
    "ANGKA_TIDAK_SAH": "angka tidak valid",
    "ANGKA_RAGU": "titik atau koma pada angka tidak pasti",
    "NILAI_DI_LUAR_BATAS": "nilai di luar batas",
    "KOLOM_LEBIH": "sel lebih banyak daripada judul kolom",
    "GANDA": "baris ganda",
}


def sebut(kode: str | None) -> str:
    """Return the words for a code, the code itself where it has none (``JKK``, ``APBD``)."""
    if kode is None:
        return "…"
    return KODE.get(kode) or SEGMEN.get(kode) or kode


def sebut_penyebut(sumber: str | None) -> str:
    """Return ``Sakernas 2025`` for ``SAKERNAS 2025``."""
    if not sumber:
        return ""
    kata, _, sisa = sumber.partition(" ")
    return f"{PENYEBUT.get(kata, kata)} {sisa}".strip()

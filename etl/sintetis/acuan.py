"""What the simulated regency is made of: invented names, shares of sectors and segments, tariffs.

Shares are rounded guesses of a rural regency and stand for no real place. Tariffs: domain.md 5.1.
"""

PENANDA = "DATA CONTOH – BUKAN DATA SEBENARNYA"

KODE_CONTOH = "99.01"
NAMA_CONTOH = "Kabupaten Contoh"
KODE_LUAR = "99.02"  # the equally fictional neighbour, where some workers of the branch live

NAMA_KECAMATAN = (
    "Bumi Asri", "Karang Wangi", "Muara Bening", "Padang Sejuk", "Lembah Biru", "Rimba Jaya", "Teluk Awan",
    "Tanjung Harap", "Sumber Terang", "Batu Putih", "Danau Tenang", "Kebun Raya", "Pasir Emas", "Gunung Embun",
    "Ladang Luas", "Kuala Damai", "Ranca Hijau", "Selat Jernih", "Bukit Nilam", "Rawa Indah",
)  # fmt: skip
DESA_DEPAN = (
    "Suka", "Karang", "Sumber", "Banyu", "Wono", "Tirta", "Mulya", "Marga", "Bina", "Cipta", "Giri", "Jaya",
    "Mekar", "Panca", "Sido", "Tani", "Lubuk", "Talang", "Tegal", "Kali", "Sri", "Ngudi",
)  # fmt: skip
DESA_BELAKANG = (
    "maju", "asri", "jaya", "makmur", "harapan", "sari", "mulya", "rahayu", "tentram", "subur", "bakti", "karya",
    "sejati", "lestari", "agung", "murni", "damai", "luhur", "raharja", "indah",
)  # fmt: skip
KELURAHAN = (
    "Pasar Baru",
    "Kota Lama",
    "Kampung Tengah",
    "Taman Sari",
    "Alun-Alun",
    "Pelabuhan",
    "Simpang Lima",
    "Pandu",
)
PULAU = ("Pulau Kelapa", "Pulau Camar")

NAMA_LAKI = (
    "Budi", "Agus", "Slamet", "Joko", "Hendra", "Rahmat", "Dedi", "Eko", "Wahyu", "Rudi", "Yusuf", "Iwan", "Bambang",
    "Fajar", "Arif", "Sugeng", "Darto", "Lalu", "Made", "Anton",
)  # fmt: skip
NAMA_PEREMPUAN = (
    "Siti", "Dewi", "Sri", "Rina", "Wati", "Nur", "Lestari", "Ani", "Fitri", "Indah", "Ratna", "Yuni", "Maya",
    "Sulastri", "Endang", "Baiq", "Ayu", "Tuti", "Kartini", "Wulan",
)  # fmt: skip
NAMA_BELAKANG = (
    "Contoh", "Percontohan", "Simulasi", "Misalkan", "Teladan", "Andaikan", "Umpama", "Sampel", "Peraga", "Rekaan",
)  # fmt: skip
USAHA = (
    "Sinar", "Mitra", "Karya", "Sumber", "Cahaya", "Prima", "Mandiri", "Abadi", "Sentosa", "Makmur", "Bintang", "Mekar",
    "Harapan", "Utama", "Lestari",
)  # fmt: skip

# Sector -> share of employed residents, of wage earners, of non-wage participants.
SEKTOR: dict[str, tuple[float, float, float]] = {
    "A1": (0.310, 0.050, 0.360),
    "A2": (0.010, 0.008, 0.012),
    "A3": (0.045, 0.012, 0.110),
    "B": (0.012, 0.014, 0.020),
    "C": (0.115, 0.220, 0.060),
    "D": (0.003, 0.003, 0.001),
    "E": (0.004, 0.010, 0.012),
    "F": (0.065, 0.030, 0.025),
    "G": (0.170, 0.170, 0.190),
    "H": (0.040, 0.045, 0.110),
    "I": (0.060, 0.060, 0.050),
    "J": (0.006, 0.012, 0.002),
    "K": (0.008, 0.030, 0.002),
    "L": (0.002, 0.004, 0.001),
    "MN": (0.015, 0.040, 0.005),
    "O": (0.035, 0.020, 0.001),
    "P": (0.045, 0.060, 0.002),
    "Q": (0.016, 0.050, 0.002),
    "RU": (0.040, 0.020, 0.035),
}
# One KBLI 2020 class per sector, for the files that carry KBLI instead of the sector.
KBLI = {
    "A1": "01111", "A2": "02101", "A3": "03111", "B": "08104", "C": "10710", "D": "35111", "E": "36001", "F": "41011",
    "G": "47112", "H": "49431", "I": "56101", "J": "61100", "K": "64121", "L": "68111", "MN": "78200", "O": "84111",
    "P": "85121", "Q": "86103", "RU": "96111",
}  # fmt: skip
PEKERJAAN = {
    "A1": "Petani", "A2": "Penyadap getah", "A3": "Nelayan", "B": "Penambang batu", "C": "Perajin",
    "D": "Teknisi listrik", "E": "Pemulung", "F": "Tukang", "G": "Pedagang", "H": "Pengemudi",
    "I": "Juru masak", "J": "Teknisi jaringan",
    "K": "Petugas koperasi", "L": "Pengelola kos", "MN": "Petugas kebersihan", "O": "Pegawai", "P": "Guru",
    "Q": "Kader kesehatan", "RU": "Asisten rumah tangga",
}  # fmt: skip

# Segment -> share of employed residents (denominator) and of participants in the newest month.
SEGMEN = {"PU": (0.35, 0.53), "JAKON": (0.06, 0.10), "PMI": (0.02, 0.04), "BPU": (0.57, 0.33)}
BPU_DIBANTU = 0.6  # share of non-wage participants whose contribution somebody else pays

IURAN_BPU = {"JKK": 10_000, "JKM": 6_800, "JHT": 20_000}  # rupiah per month, lowest band
IURAN_BANTUAN = 16_800
TARIF_PU = {"JKK": 0.0054, "JKM": 0.0030, "JHT": 0.057, "JP": 0.03, "JKP": 0.0036}  # of the wage
TARIF_JAKON = {"JKK": 0.0174, "JKM": 0.0030}
IURAN_PMI = {"JKK": 9_000, "JKM": 4_850}
# Programme -> cases per holder and month, mean rupiah per case.
MANFAAT = {
    "JKK": (0.0012, 9_000_000), "JKM": (0.00030, 42_000_000), "JHT": (0.0060, 11_500_000), "JP": (0.00035, 1_150_000),
    "JKP": (0.00045, 3_200_000),
}  # fmt: skip

# Source of funds -> office that pays, share of the subsidised, categories of recipients (domain.md 1.5).
PEMBAYAR: dict[str, tuple[str, float, tuple[str, ...]]] = {
    "APBD": ("DINSOS", 0.46, ("R-P3KE", "R-DTKS", "R-LAIN", "R-PROFESI", "R-RELAWAN", "R-AGAMA-GURU", "R-MITRA")),
    "DBH-CHT": ("DISTAN", 0.22, ("R-PROFESI", "R-MITRA", "R-LAIN")),
    "DBH-SAWIT": ("DISTAN", 0.14, ("R-SAWIT-RENTAN", "R-SAWIT-NONRENTAN", "R-PROFESI", "R-LAIN")),
    "APBDES": ("DPMD", 0.20, ("R-LAIN", "R-PROFESI", "R-MITRA", "R-AGAMA-PENGURUS")),
    "CSR": ("DISNAKER", 0.12, ("R-LAIN", "R-MITRA", "R-PROFESI", "R-P3KE")),
}
# Source of funds -> first and last month paid, by budget year; years not named take the last entry. Cover is bought for
# part of the year only (domain.md 5.5), which is why coverage saw-tooths.
BULAN_DIBAYAR: dict[str, dict[int, tuple[int, int]]] = {
    "APBD": {2024: (8, 12), 2025: (4, 12), 2026: (3, 11), 0: (5, 12)},
    "DBH-CHT": {2024: (7, 12), 2025: (6, 12), 2026: (5, 12), 0: (7, 12)},
    "DBH-SAWIT": {2024: (6, 12), 2025: (5, 12), 2026: (4, 12), 0: (6, 12)},
    "APBDES": {0: (1, 12)},
    "CSR": {2024: (7, 10), 2025: (2, 11), 2026: (2, 12), 0: (3, 9)},
}

# Office -> share of the non-ASN staff, units. Offices not named get a small staff in one secretariat.
NONASN: dict[str, tuple[float, tuple[str, ...]]] = {
    "DISDIK": (
        0.20,
        ("SMP Negeri 1 Contoh", "SMP Negeri 2 Contoh", "Korwil Pendidikan Timur", "Korwil Pendidikan Barat"),
    ),
    "DINKES": (0.14, ("Puskesmas Bumi Asri", "Puskesmas Teluk Awan", "Puskesmas Lembah Biru", "Labkesda")),
    "RSUD": (0.09, ("Rawat Inap", "Instalasi Gawat Darurat", "Administrasi")),
    "SATPOLPP": (0.07, ("Bidang Ketertiban Umum", "Pemadam Kebakaran")),
    "DLH": (0.06, ("UPT Persampahan", "Bidang Pertamanan")),
    "DISHUB": (0.04, ("UPT Terminal", "UPT Parkir")),
    "DPUPR": (0.04, ("Bidang Bina Marga", "UPT Alat Berat")),
    "SETDA": (0.04, ("Bagian Umum", "Bagian Protokol")),
    "DISTAN": (0.03, ("UPT Perbenihan", "Balai Penyuluhan")),
}
# Office -> sector, number per 1,000 listed workers, list of supervised workers (domain.md 1.18).
BINAAN: dict[str, tuple[str, int, str]] = {
    "DISTAN": ("A1", 380, "Anggota Gapoktan"),
    "DISKAN": ("A3", 190, "Kelompok Nelayan"),
    "DISHUB": ("H", 160, "Pengemudi Terminal"),
    "DISKOPERINDAG": ("G", 150, "Pedagang Pasar"),
    "DLH": ("E", 50, "Pemulung dan Petugas TPA"),
    "DINSOS": ("Q", 40, "Pendamping Sosial"),
    "DISPAR": ("I", 30, "Pelaku Wisata"),
}

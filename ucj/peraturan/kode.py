"""The code lists that a profile may use (sources.md 2, domain.md 1.2, 1.5-1.7, 1.10, 1.12)."""

PROGRAM = ("JKK", "JKM", "JHT", "JP", "JKP")
SEGMEN = ("PU", "JAKON", "PMI", "BPU")
BASIS = ("DOMISILI", "TEMPAT_KERJA")
SKALA = ("MIKRO", "KECIL", "MENENGAH", "BESAR")
SUMBER_DATA = ("SAKERNAS", "DTSEN", "DUKCAPIL", "PROFIL_DESA", "BPJSTK", "LAIN")
SUMBER_DANA = (
    "APBD", "APBDES", "CSR", "DONASI", "APBN", "PROV", "DBH-CHT", "DBH-SAWIT", "LAIN", "MANDIRI", "PEMBERI_KERJA",
)  # fmt: skip
SEKTOR = (
    "A1", "A2", "A3", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "MN", "O", "P", "Q", "RU",
)  # fmt: skip
CARA_PENGANGGARAN = ("MELEKAT", "REKENING_KHUSUS")
ZONA_WAKTU = ("WIB", "WITA", "WIT")

SUBKATEGORI_DESA = (
    "PU-DESA-KADES", "PU-DESA-SEKDES", "PU-DESA-PERANGKAT", "PU-DESA-PEGAWAI", "PU-DESA-BPD", "PU-DESA-ADAT",
    "PU-DESA-LKD", "PU-DESA-LINMAS",
)  # fmt: skip
SUBKATEGORI = (
    "PU-ASN", "PU-NONASN-OPD", "PU-NONASN-BLUD", "PU-PEJABAT", "PU-BUMD", "PU-PEMILU", *SUBKATEGORI_DESA,
    "PU-BUMDES", "PU-PERUSAHAAN", "PU-PERORANGAN", "PU-WNA", "PU-PERCOBAAN", "PU-DIREKSI", "PU-PENGURUS",
    "PU-MAGANG", "BPU-PEMBERIKERJA", "BPU-MANDIRI", "BPU-RENTAN", "BPU-LAIN",
)  # fmt: skip
KATEGORI_PENERIMA = (
    "R-MITRA", "R-RELAWAN", "R-LAIN", "R-AGAMA-GURU", "R-AGAMA-PENGURUS", "R-PD", "R-PROFESI", "R-SAWIT-RENTAN",
    "R-P3KE", "R-DTKS", "R-NONASN", "R-LINMAS", "R-PEMILU", "R-SAWIT-NONRENTAN", "R-MANDIRI-STIMULUS",
)  # fmt: skip
PENYELENGGARA_PEMILU = ("KPU", "PPK", "PPS", "KPPS", "BAWASLU", "PANWASCAM", "PANWAS_DESA")
SET_BUKTI = tuple("ABCDEFGHIJK")
PENDANAAN_PROYEK = ("APBN", "APBD", "APBDES", "SWASTA", "PERORANGAN", "BLN")
SYARAT_IZIN = ("BUKTI_KEPESERTAAN", "BUKTI_PEKERJA", "IURAN_TERAKHIR", "PESERTA_AKTIF")
KEWAJIBAN_LAPOR = ("REKAP_BULANAN", "PENGAWASAN_3BULAN", "SEMESTER")
LANGKAH_SANKSI = ("TEGURAN_1", "TEGURAN_2", "DENDA", "TMP2T", "PENCABUTAN")
PENERBIT_SANKSI = ("BPJSTK", "DISNAKER", "DPMPTSP", "UNIT_LAYANAN")
PIHAK_VERIFIKASI = ("PEMDA", "BPJSTK", "PERUSAHAAN", "OPD")
SYARAT_RENTAN = (
    "usia", "domisili", "belum_tercakup", "aktif_bekerja", "bekerja_bpu", "penghasilan", "rentan",
)  # fmt: skip
PRIORITAS_RENTAN = ("jenis_kelamin", "usia", "disabilitas", "data_kemiskinan")

INDIKATOR = (
    "UCJ-01", "UCJ-02", "UCJ-03", "UCJ-04", "UCJ-05", "UCJ-06", "PEM-01", "PEM-02", "PEM-03", "PEM-04", "SEK-01",
    "SEK-02", "RNT-01", "RNT-02", "RNT-03", "RNT-04", "KEU-01", "KEU-02", "KEU-03", "KEU-04", "KEU-05", "MAN-01",
    "PAT-01", "PAT-02", "PAT-03", "PAT-04", "PAT-05", "PMI-01", "TKL-01", "TKL-02",
    "S-01", "S-02", "S-03", "S-04", "S-05", "S-06", "S-07", "S-08", "S-09", "S-10", "S-11",
)  # fmt: skip

# office codes that every profile has (sources.md 2); names and sectors stand in data/ref/opd.toml
OPD_WAJIB = (
    "DISNAKER", "DINSOS", "DPMD", "DPMPTSP", "DPUPR", "DISPERKIM", "DISDIK", "DINKES", "DISTAN", "DISKAN",
    "DISKOPERINDAG", "DISHUB", "DISKOMINFO", "DISPAR", "DLH", "DISDUKCAPIL", "BPBD", "BPKAD", "BKPSDM", "SETDA",
    "SETWAN", "INSPEKTORAT", "BAPPEDA", "SATPOLPP", "RSUD",
)  # fmt: skip
OPD_SEMENTARA = "DISNAKER"  # answers for every sector that no regulation gives to an office (domain.md 1.18)

KEKUATAN = ("WAJIB", "DORONG", "SEDIA", "DAPAT")  # force of a duty, domain.md 0.2

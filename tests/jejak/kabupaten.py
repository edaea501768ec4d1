"""Kabupaten Jejak (99.02): a regency made by hand, a few dozen rows, every trap of sources.md 5.

Every row says why it is there. The figures that follow from these rows are worked out by hand in the tests beside
this file, from sources.md alone. No person is meant: 99 is no province.
"""

import csv
from pathlib import Path

import xlsxwriter

KODE, NAMA = "99.02", "Kabupaten Jejak"

# --- wilayah: 3 kecamatan, 5 desa and a kelurahan; two villages share a name, Empang has no participant at all
HULU, TENGAH, HILIR = "99.02.01", "99.02.02", "99.02.03"
AWAL, BUKIT, CANDI = "99.02.01.2001", "99.02.01.2002", "99.02.01.1003"
AWAL_TENGAH, DERMAGA, EMPANG = "99.02.02.2001", "99.02.02.2002", "99.02.03.2001"

WILAYAH = [
    ("kode_desa", "nama_desa", "jenis", "kode_kecamatan", "nama_kecamatan"),
    (AWAL, "Awal", "DESA", HULU, "Hulu"),
    (BUKIT, "Bukit", "DESA", HULU, "Hulu"),
    (CANDI, "Candi", "KELURAHAN", HULU, "Hulu"),
    (AWAL_TENGAH, "Awal", "DESA", TENGAH, "Tengah"),
    (DERMAGA, "Dermaga", "DESA", TENGAH, "Tengah"),
    (EMPANG, "Empang", "DESA", HILIR, "Hilir"),
]

# --- people: digits 7-12 of the NIK are the birth date, day + 40 for women
P01, P02, P03, P04 = "9902010101900001", "9902014202850002", "9902010303000003", "9902014404700004"
P05, P06, P07, P08 = "9902010505990005", "9902014606950006", "9902010707610007", "9902014808030008"
P09, P10, P11, P12 = "3509010909800009", "9902015010880010", "9902011111750011", "9902015212920012"
P13, P14, P15, P16 = "9902011301910013", "9902015402780014", "9902011503830015", "9902011604860016"
P17, P18, P19, P20 = "9902015705940017", "9902011806960018", "9902015907980019", "9902012008720020"
P21, P22 = "9902016109040021", "9902012210650022"
X1, X2, X3, X4 = "9902010101850101", "9902010201850102", "9902014103930103", "9902014204870104"
Q1, Q2 = "9902014305750105", "9902010406680106"
PENDEK = "990201010190001"  # 15 digits: PANJANG
NOL = "9902010101900000"  # serial 0000

PESERTA = (
    "bulan", "nik", "nama", "segmen", "subkategori", "program", "aktif", "bulan_iuran_terakhir", "tanggal_berakhir",
    "npp", "sektor", "kode_desa", "bekerja_di_daerah", "pembayar", "jenis_kelamin", "tanggal_lahir",
)  # fmt: skip
DUA, TIGA, EMPAT = "JKK,JKM", "JKK,JKM,JHT", "JKK,JKM,JHT,JP"
JUNI, MEI = "2026-06", "2026-05"


def peserta(
    nik: str,
    segmen: str,
    kode_desa: str,
    sektor: str,
    *,
    program: str = DUA,
    sub: str = "",
    aktif: str = "Y",
    iuran: str = "",
    berakhir: str = "",
    npp: str = "",
    kerja: str = "Y",
    bayar: str = "MANDIRI",
    jk: str = "",
    lahir: str = "",
    bulan: str = JUNI,
    nama: str = "Orang Jejak",
) -> tuple[str, ...]:
    return (bulan, nik, nama, segmen, sub, program, aktif, iuran, berakhir,
            npp, sektor, kode_desa, kerja, bayar, jk, lahir)  # fmt: skip


PT, RENTAN, MANDIRI, NONASN = "PU-PERUSAHAAN", "BPU-RENTAN", "BPU-MANDIRI", "PU-NONASN-OPD"
MAJIKAN, APBD = "PEMBERI_KERJA", "APBD"

PESERTA_JUNI = [
    PESERTA,
    # P01: plain wage earner; the birth date of the column (1960) wins over the NIK's (1990): 66 years, 65+
    peserta(P01, "PU", AWAL, "C", program=EMPAT, sub=PT, npp="N001", bayar=MAJIKAN, lahir="1960-01-01"),
    # P02: two segments, two villages, two sectors: one person, the PU row counts (rule 4)
    peserta(P02, "BPU", AWAL, "G", sub=MANDIRI),
    peserta(P02, "PU", BUKIT, "C", program=TIGA, sub=PT, npp="N001", bayar=MAJIKAN),
    # P03: paid up to June, but the cover ended before the first of June: inactive (rule 2)
    peserta(P03, "BPU", AWAL, "A1", sub=RENTAN, aktif="", iuran=JUNI, berakhir="2026-05-31", kerja="", bayar=APBD),
    # P04: cover ends inside June, which does not make inactive; three unpaid months do
    peserta(
        P04,
        "BPU",
        DERMAGA,
        "A3",
        sub=RENTAN,
        aktif="",
        iuran="2026-03",
        berakhir="2026-06-15",
        kerja="",
        bayar=APBD,
    ),
    # P05: two unpaid months: still active; sex column (P) wins over the NIK (L); empty workplace counts as yes
    peserta(P05, "BPU", DERMAGA, "A1", sub=RENTAN, aktif="", iuran="2026-04", kerja="", bayar=APBD, jk="P"),
    # P06: paid in June, but the column says not active
    peserta(P06, "PU", CANDI, "O", sub=NONASN, aktif="T", iuran=JUNI, npp="N002", bayar=APBD),
    # P07: the column says active, whatever the dates say
    peserta(P07, "PU", CANDI, "O", sub=NONASN, iuran="2026-01", berakhir="2026-01-31", npp="N002", bayar=APBD),
    # P08: resident who works elsewhere: DOMISILI only
    peserta(P08, "PU", AWAL_TENGAH, "I", program=TIGA, sub=PT, npp="N900", kerja="T", bayar=MAJIKAN),
    # P09: lives in another regency, works here: TEMPAT_KERJA only
    peserta(P09, "PU", "35.09.01.2001", "F", sub=PT, npp="N003", bayar=MAJIKAN),
    # P10: a village of this prefix that wilayah lacks, in a kecamatan that it has
    peserta(P10, "BPU", "99.02.01.2099", "G", sub=MANDIRI),
    # P11: village and kecamatan of this prefix both unknown
    peserta(P11, "BPU", "99.02.09.2001", "A2", sub=MANDIRI, kerja=""),
    # P12: no village at all: outside DOMISILI, TEMPAT_KERJA because the workplace is empty
    peserta(P12, "PU", "", "Q", program=TIGA, sub=PT, npp="N003", kerja="", bayar=MAJIKAN),
    # P13: no village and works elsewhere: in neither basis, still protected for a roster
    peserta(P13, "PU", "", "Q", npp="N003", kerja="T", bayar=MAJIKAN),
    # P14: delivered as PU, but her subkategori is counted as BPU
    peserta(P14, "PU", AWAL, "A1", sub=RENTAN, kerja="", bayar=APBD),
    # P15: JKK and JKM are held on the other row: held by the person
    peserta(P15, "PU", AWAL_TENGAH, "P", program="JHT", sub=NONASN, npp="N004", bayar=APBD),
    peserta(P15, "BPU", AWAL_TENGAH, "P"),
    # P16: the row that holds JKM is not active: JKK only
    peserta(P16, "PU", BUKIT, "P", program="JKK", sub=NONASN, npp="N004", bayar=APBD),
    peserta(P16, "BPU", AWAL, "P", aktif="T"),
    # P17: three rows of one segment: the lowest npp counts, an empty one comes last
    peserta(P17, "PU", DERMAGA, "H", sub=PT, bayar=MAJIKAN),
    peserta(P17, "PU", DERMAGA, "C", sub=PT, npp="N006", bayar=MAJIKAN),
    peserta(P17, "PU", DERMAGA, "G", sub=PT, npp="N005", bayar=MAJIKAN),
    # P18: JAKON comes before PMI
    peserta(P18, "PMI", AWAL_TENGAH, "RU", bayar=MAJIKAN),
    peserta(P18, "JAKON", AWAL_TENGAH, "F", npp="N003", bayar=MAJIKAN),
    # P19: PMI row works elsewhere, BPU row here: PMI by domicile, BPU by workplace
    peserta(P19, "PMI", AWAL_TENGAH, "RU", kerja="T"),
    peserta(P19, "BPU", AWAL_TENGAH, "G"),
    # P20: unknown sector: counted as empty, row of its own
    peserta(P20, "BPU", AWAL, "ZZZ", sub=RENTAN, kerja="", bayar="DBH-CHT"),
    # P21: sector A undivided; nothing says whether she is active: active
    peserta(P21, "BPU", DERMAGA, "A", sub=MANDIRI, aktif="", kerja=""),
    # P22: an inactive PU row elsewhere does not beat the active BPU row
    peserta(P22, "PU", AWAL, "C", npp="N001", aktif="T", bayar=MAJIKAN),
    peserta(P22, "BPU", DERMAGA, "A3", kerja=""),
    # set aside: the same key again, a NIK too short, serial 0000, a village that is no code
    peserta(P01, "PU", BUKIT, "C", npp="N001", bayar=MAJIKAN),
    peserta(PENDEK, "BPU", AWAL, "A1"),
    peserta(NOL, "BPU", AWAL, "A1"),
    peserta(X1, "BPU", "bukan kode", "A1"),
]

PESERTA_MEI = [
    PESERTA,
    peserta(P01, "PU", AWAL, "C", program=EMPAT, sub=PT, npp="N001", bayar=MAJIKAN, lahir="1960-01-01", bulan=MEI),
    # three whole months from February to May: inactive
    peserta(P03, "BPU", AWAL, "A1", sub=RENTAN, aktif="", iuran="2026-02", kerja="", bayar=APBD, bulan=MEI),
    peserta(
        P05,
        "BPU",
        DERMAGA,
        "A1",
        sub=RENTAN,
        aktif="",
        iuran="2026-04",
        kerja="",
        bayar=APBD,
        jk="P",
        bulan=MEI,
    ),
    peserta(P08, "PU", AWAL_TENGAH, "I", program=TIGA, sub=PT, npp="N900", kerja="T", bayar=MAJIKAN, bulan=MEI),
    peserta(P09, "PU", "35.09.01.2001", "F", sub=PT, npp="N003", bayar=MAJIKAN, bulan=MEI),
    peserta(P10, "BPU", "99.02.01.2099", "G", sub=MANDIRI, bulan=MEI),
    peserta(P21, "BPU", DERMAGA, "A", sub=MANDIRI, kerja="", bulan=MEI),
]

# --- recaps
REKAP = (
    "bulan", "basis", "segmen", "program", "sektor", "kode_desa", "jumlah_terdaftar", "jumlah_aktif", "rp_iuran",
    "jumlah_kasus", "rp_manfaat", "penyebut_resmi", "persen_resmi",
)  # fmt: skip
DOM, TK = "DOMISILI", "TEMPAT_KERJA"


def rekap(
    bulan: str,
    basis: str,
    segmen: str,
    aktif: int,
    *,
    program: str = "",
    sektor: str = "",
    tempat: str = "",
    terdaftar: int | str = "",
    iuran: int | str = "",
    kasus: int | str = "",
    manfaat: int | str = "",
    resmi: tuple[int | str, str] = ("", ""),
) -> tuple[object, ...]:
    return (bulan, basis, segmen, program, sektor, tempat, terdaftar, aktif, iuran, kasus, manfaat, *resmi)


REKAP_2025 = [
    REKAP,
    # April 2025: only the total; the last month with data of semester 2025-1
    rekap("2025-04", DOM, "SEMUA", 25, terdaftar=25),
    # October 2025: only programme rows: head counts are null, not 50 and not 99
    rekap("2025-10", DOM, "SEMUA", 50, program="JKK"),
    rekap("2025-10", DOM, "SEMUA", 49, program="JKM"),
    # November 2025: one set {segmen, desa}; every level is its sum; a village that wilayah lacks
    rekap("2025-11", DOM, "PU", 3, tempat=AWAL, terdaftar=4),
    rekap("2025-11", DOM, "PU", 2, tempat=BUKIT, terdaftar=2),
    rekap("2025-11", DOM, "BPU", 1, tempat=AWAL, terdaftar=1),
    rekap("2025-11", DOM, "BPU", 4, tempat=AWAL_TENGAH, terdaftar=6),
    rekap("2025-11", DOM, "BPU", 2, tempat="99.02.02.2077", terdaftar=2),
    # December 2025: two sets that do not add: {sektor} (30, the smallest) and {segmen, kecamatan} (28)
    rekap("2025-12", DOM, "SEMUA", 10, sektor="C", terdaftar=12),
    rekap("2025-12", DOM, "SEMUA", 8, sektor="G", terdaftar=10),
    rekap("2025-12", DOM, "SEMUA", 12, sektor="A", terdaftar=15),
    rekap("2025-12", DOM, "PU", 9, tempat="990201", terdaftar=9),
    rekap("2025-12", DOM, "PU", 7, tempat="990202", terdaftar=8),
    rekap("2025-12", DOM, "BPU", 6, tempat="990201", terdaftar=9),
    rekap("2025-12", DOM, "BPU", 6, tempat="990202", terdaftar=8),
    # December by workplace: total, programmes, segments
    rekap("2025-12", TK, "SEMUA", 24),
    rekap("2025-12", TK, "SEMUA", 24, program="JKK"),
    rekap("2025-12", TK, "SEMUA", 22, program="JKM"),
    rekap("2025-12", TK, "PU", 14),
    rekap("2025-12", TK, "BPU", 10),
]

REKAP_2026 = [
    REKAP,
    # January: PU has programme rows, so its row without a programme (9999) is not added; BPU has none, so it counts
    rekap("2026-01", TK, "PU", 7, program="JKK", iuran=1000, kasus=1, manfaat=500),
    rekap("2026-01", TK, "PU", 7, program="JKM", iuran=600, kasus=1, manfaat=4200),
    rekap("2026-01", TK, "PU", 7, iuran=9999, kasus=9, manfaat=9999),
    rekap("2026-01", TK, "BPU", 3, iuran=300, kasus=1, manfaat=100),
    # February: the workplace recap carries no amounts, so those of the domicile recap count
    rekap("2026-02", TK, "PU", 5),
    rekap("2026-02", DOM, "BPU", 3, program="JKK", iuran=700, kasus=2, manfaat=300),
    # March: both carry amounts: the workplace ones, never both
    rekap("2026-03", TK, "PU", 5, program="JKK", tempat="990201", iuran=2000, kasus=1, manfaat=900),
    rekap("2026-03", DOM, "PU", 5, program="JKK", iuran=7777, kasus=7, manfaat=7777),
    # May: domicile recap beside the list: total 20, kecamatan 17 (3 unknown), segments; DESA and SEKTOR are the list's
    # (BPJS TK's own denominator and percentage stand beside ours and are never used)
    rekap("2026-05", DOM, "SEMUA", 20, terdaftar=25, resmi=(77, "50,88")),
    rekap("2026-05", DOM, "SEMUA", 9, tempat="990201", terdaftar=11),
    rekap("2026-05", DOM, "SEMUA", 7, tempat="990202", terdaftar=9),
    rekap("2026-05", DOM, "SEMUA", 1, tempat="990203", terdaftar=1),
    rekap("2026-05", DOM, "PU", 11, terdaftar=12),
    rekap("2026-05", DOM, "BPU", 6, terdaftar=9),
    rekap("2026-05", DOM, "JAKON", 3, terdaftar=4),
    # May by workplace: 500 heads beside a list of 5: the list counts, the difference is a warning
    rekap("2026-05", TK, "PU", 500),
    rekap("2026-05", TK, "PU", 500, program="JKK", iuran=1100),
    rekap("2026-05", TK, "PU", 500, program="JKM", iuran=400),
    # June: {segmen, sektor} with programmes
    rekap("2026-06", TK, "PU", 17, sektor="C", program="JKK", iuran=500, kasus=1, manfaat=1000),
    rekap("2026-06", TK, "PU", 17, sektor="G", program="JKK", iuran=300),
    rekap("2026-06", TK, "BPU", 17, sektor="G", program="JKK", iuran=200),
    rekap("2026-06", TK, "BPU", 17, sektor="G", program="JKM", iuran=136),
]

# --- denominators: two sources, two releases
PENYEBUT = (
    "tahun", "sumber_data", "tanggal_rilis", "basis", "tingkat", "kode_wilayah", "sektor", "segmen", "jenis_kelamin",
    "jumlah_bekerja", "jumlah_layak",
)  # fmt: skip


def penyebut(
    sumber: str,
    tahun: int,
    bekerja: int,
    layak: int | str = "",
    *,
    rilis: str = "",
    basis: str = "",
    tingkat: str = "KABUPATEN",
    kode: str = KODE,
    sektor: str = "",
    segmen: str = "",
    jk: str = "",
) -> tuple[object, ...]:
    return (tahun, sumber, rilis, basis, tingkat, kode, sektor, segmen, jk, bekerja, layak)


SAKERNAS_2025 = [
    PENYEBUT,
    # released on the last day of June: in force for June, not for May; jumlah_layak is given, so it counts
    penyebut("SAKERNAS", 2025, 120, 90, rilis="2026-06-30"),
    # agriculture undivided: A1 to A3 are summed into it
    *(
        penyebut("SAKERNAS", 2025, bekerja, layak, rilis="2026-06-30", sektor=sektor)
        for sektor, bekerja, layak in [
            ("A", 40, 30), ("C", 22, 20), ("G", 18, 15), ("F", 12, 10),
            ("I", 8, 5), ("O", 10, 4), ("P", 5, 3), ("RU", 5, 3),
        ]
    ),
    *(
        penyebut("SAKERNAS", 2025, bekerja, layak, rilis="2026-06-30", segmen=segmen)
        for segmen, bekerja, layak in [("PU", 50, 36), ("BPU", 58, 46), ("JAKON", 8, 6), ("PMI", 4, 2)]
    ),
    penyebut("SAKERNAS", 2025, 70, 54, rilis="2026-06-30", jk="L"),
    penyebut("SAKERNAS", 2025, 50, 36, rilis="2026-06-30", jk="P"),
]  # fmt: skip
SAKERNAS_2024 = [
    PENYEBUT,
    # no release date: 31 December 2024; no total row: it is the sum of one single set (100)
    *(
        penyebut("SAKERNAS", 2024, bekerja, sektor=sektor)
        for sektor, bekerja in [
            ("A1", 12), ("A2", 3), ("A3", 5), ("C", 18), ("G", 14), ("F", 8), ("I", 10), ("O", 10), ("RU", 20),
        ]
    ),
    *(
        penyebut("SAKERNAS", 2024, bekerja, segmen=segmen)
        for segmen, bekerja in [("PU", 40), ("BPU", 50), ("JAKON", 8), ("PMI", 2)]
    ),
]  # fmt: skip
PENYEBUT_LAIN = [
    PENYEBUT,
    # DTSEN has the regency too, but SAKERNAS comes first; below the regency DTSEN is the only source
    penyebut("DTSEN", 2025, 95, rilis="2026-01-15"),
    penyebut("DTSEN", 2025, 30, rilis="2026-01-15", tingkat="KECAMATAN", kode=HULU),
    penyebut("DTSEN", 2025, 40, rilis="2026-01-15", tingkat="KECAMATAN", kode=TENGAH),
    # 3 of 5 is exactly the threshold of 60; Bukit has one worker and two participants: 200 %; Empang has no figure
    penyebut("DTSEN", 2025, 5, rilis="2026-01-15", tingkat="DESA", kode=AWAL),
    penyebut("DTSEN", 2025, 1, rilis="2026-01-15", tingkat="DESA", kode=BUKIT),
    penyebut("DTSEN", 2025, 1, rilis="2026-01-15", tingkat="DESA", kode=CANDI),
    penyebut("DTSEN", 2025, 10, rilis="2026-01-15", tingkat="DESA", kode=AWAL_TENGAH),
    penyebut("DTSEN", 2025, 5, rilis="2026-01-15", tingkat="DESA", kode=DERMAGA),
    # the workplace has its own denominators; LAIN comes after BPJSTK in the order
    penyebut("BPJSTK", 2025, 34, basis=TK),
    penyebut("BPJSTK", 2025, 16, basis=TK, segmen="PU"),
    penyebut("BPJSTK", 2025, 12, basis=TK, segmen="BPU"),
    penyebut("BPJSTK", 2025, 4, basis=TK, segmen="JAKON"),
    penyebut("BPJSTK", 2025, 2, basis=TK, segmen="PMI"),
    penyebut("LAIN", 2025, 999, basis=TK),
]

# --- targets: two series, of which the profile chooses RPJMD
TARGET = [
    ("seri", "kode_indikator", "tahun", "semester", "tingkat", "kode", "nilai", "dasar"),
    ("RPJMD", "UCJ-01", 2025, "", "KABUPATEN", "", "10", "Perda RPJMD"),
    ("RPJMD", "UCJ-01", 2026, 1, "KABUPATEN", "", "16", "Perda RPJMD"),
    ("RPJMD", "UCJ-01", 2026, "", "KABUPATEN", "", "30", "Perda RPJMD"),
    # a finer row: Hulu has its own target, one date, so flat
    ("RPJMD", "UCJ-01", 2026, 2, "KECAMATAN", HULU, "25", "Perda RPJMD"),
    # a Wajib indicator with a lower target of its own: with a miss it is at best PERLU_PERHATIAN
    ("RPJMD", "PEM-02", 2026, "", "KABUPATEN", "", "50", "Perda RPJMD"),
    # a count: the tolerance is 5 %, not 5 points
    ("RPJMD", "RNT-02", 2026, 1, "KABUPATEN", "", "5,2", "Perda RPJMD"),
    ("RPJMD", "RNT-02", 2026, 2, "KABUPATEN", "", "9", "Perda RPJMD"),
    # down is better: 2 employers in arrears against at most 3
    ("RPJMD", "PAT-02", 2026, "", "KABUPATEN", "", "3", "Perda RPJMD"),
    ("RPJPN", "UCJ-01", 2026, "", "KABUPATEN", "", "99", "UU 59/2024"),
]

# --- rosters
ROSTER = (
    "tanggal_data", "kode_opd", "unit", "jenis_daftar", "subkategori", "nik", "nama", "jenis_kelamin", "kode_desa",
    "sektor",
)  # fmt: skip


def daftar(
    tanggal: str, opd: str, jenis: str, nik: str, *, unit: str = "", sub: str = "", jk: str = "", desa: str = "",
    sektor: str = "",
) -> tuple[str, ...]:  # fmt: skip
    return (tanggal, opd, unit, jenis, sub, nik, "Orang Binaan", jk, desa, sektor)


SDN1, SDN2, RSUD, PDAM = "SDN Awal 1", "SDN Awal 2", "RSUD Jejak", "PDAM Jejak"
ROSTER_DISDIK_MARET = [
    ROSTER,  # in force for May
    daftar("2026-03-31", "DISDIK", "NONASN", P15, unit=SDN1),
    daftar("2026-03-31", "DISDIK", "NONASN", P16, unit=SDN1),
    daftar("2026-03-31", "DISDIK", "NONASN", X1, unit=SDN2),
]
ROSTER_DISDIK_JUNI = [
    ROSTER,  # in force for June
    daftar("2026-06-30", "DISDIK", "NONASN", P15, unit=SDN1),  # JKK and JKM on another row: protected
    daftar("2026-06-30", "DISDIK", "NONASN", P16, unit=SDN1),  # JKK only: not protected
    daftar("2026-06-30", "DISDIK", "NONASN", P12, unit=SDN2),  # no village, protected
    daftar("2026-06-30", "DISDIK", "NONASN", PENDEK, unit=SDN2, jk="P"),  # broken NIK: in the denominator
    daftar("2026-06-30", "DISDIK", "NONASN", P15, unit=SDN1),  # a double: set aside, not in the denominator
    daftar("2026-06-30", "DISDIK", "NONASN", X2, unit=SDN1, desa="tak ada"),  # set aside, not for its NIK
]
ROSTER_DISDIK_JULI = [
    ROSTER,
    daftar("2026-07-15", "DISDIK", "NONASN", P15, unit=SDN1),
]  # after the end of June
ROSTER_DINKES = [
    ROSTER,  # seven months old in June: used and marked
    daftar("2025-11-30", "DINKES", "PPPK_PW", P07),
    daftar("2025-11-30", "DINKES", "PPPK_PW", P06),  # not active
]
ROSTER_RSUD = [
    ROSTER,
    daftar("2026-05-31", "RSUD", "BLUD", P01, unit=RSUD),
    daftar("2026-05-31", "RSUD", "BLUD", P15, unit=RSUD),  # also on DISDIK's list: once in the regency
]
ROSTER_DESA = [
    ROSTER,
    daftar("2026-06-30", "DPMD", "DESA", P01, sub="PU-DESA-KADES", desa=AWAL),
    daftar("2026-06-30", "DPMD", "DESA", P02, sub="PU-DESA-PERANGKAT", desa=AWAL),
    daftar("2026-06-30", "DPMD", "DESA", P03, sub="PU-DESA-BPD", desa=AWAL),  # not active
    # Dermaga's list is older than Awal's and still its own newest
    daftar("2026-02-28", "DPMD", "DESA", P05, desa=DERMAGA),  # no subkategori: counts
    daftar("2026-02-28", "DPMD", "DESA", P17, sub=PT, desa=DERMAGA),  # not on the village list
    daftar("2026-04-30", "DPMD", "DESA", P08, sub="PU-DESA-PERANGKAT", desa=AWAL_TENGAH),
    daftar("2026-04-30", "DPMD", "DESA", "99020148080300AB", sub="PU-DESA-PERANGKAT", desa=AWAL_TENGAH),  # no digits
]
ROSTER_DESA_LAMA = [
    ROSTER,
    daftar("2026-01-31", "DPMD", "DESA", X1, sub="PU-DESA-KADES", desa=AWAL),
]  # superseded
ROSTER_BUMD = [
    ROSTER,
    daftar("2026-06-15", "BUMD", "BUMD", P09, unit=PDAM, sub="PU-BUMD"),
    daftar("2026-06-15", "BUMD", "BUMD", P13, unit=PDAM, sub="PU-BUMD"),  # in neither basis, still holds both
    daftar("2026-06-15", "BUMD", "BUMD", P18, unit=PDAM, sub="PU-DIREKSI"),
    daftar("2026-06-15", "BUMD", "BUMD", P04, unit=PDAM, sub="PU-PENGURUS"),  # not active
]
ROSTER_PEMILU = [
    ROSTER,  # KPU is no office of the profile: loaded, a warning of build
    daftar("2026-06-01", "KPU", "PEMILU", P20, sub="PU-PEMILU", desa=AWAL),
    daftar("2026-06-01", "KPU", "PEMILU", P19, sub="PU-PEMILU", desa=AWAL_TENGAH),
    daftar("2026-06-01", "KPU", "PEMILU", X3, sub="PU-PEMILU", desa=AWAL_TENGAH),  # unknown to BPJS TK
]
ROSTER_DISTAN = [
    ROSTER,
    daftar("2026-06-30", "DISTAN", "SEKTOR", P14, desa=AWAL, sektor="A1"),
    daftar("2026-06-30", "DISTAN", "SEKTOR", P05, desa=DERMAGA, sektor="A1"),
    daftar("2026-06-30", "DISTAN", "SEKTOR", X4, desa=DERMAGA, sektor="A1"),
]
ROSTER_DISKAN = [
    ROSTER,
    daftar("2026-06-20", "DISKAN", "SEKTOR", P22, desa=DERMAGA, sektor="A3"),
    daftar("2026-06-20", "DISKAN", "SEKTOR", P05, desa=DERMAGA, sektor="A1"),  # also DISTAN's
    daftar("2026-06-20", "DISKAN", "SEKTOR", NOL, desa=DERMAGA, sektor="A3"),  # broken NIK
]

# --- money
ANGGARAN = (
    "tahun", "tahap", "tanggal_berlaku", "lingkup", "kode_opd", "kode_desa", "kode_rekening", "nama_rekening",
    "cara_penganggaran", "porsi_iuran_persen", "sumber_dana", "untuk", "rp_pagu",
)  # fmt: skip
JKK, KESEHATAN, BANSOS, MODAL = (
    "5.1.02.02.02.0006",
    "5.1.02.02.02.0005",
    "5.1.06.01.01.0001",
    "5.2.02.05.01.0001",
)
JKM, GAJI, KANTOR = "5.1.02.02.02.0007", "5.1.01.01.01.0001", "5.1.02.01.01.0024"
KHUSUS = "REKENING_KHUSUS"


def baris(
    unit: str, rekening: str, rp: int, *, untuk: str = "", cara: str = KHUSUS, porsi: str = "", dana: str = "APBD",
    tahap: str = "", berlaku: str = "",
) -> tuple[object, ...]:  # fmt: skip
    desa = unit.startswith(KODE)
    return (2026, tahap, berlaku, "APBDES" if desa else "APBD", "" if desa else unit, unit if desa else "", rekening,
            "Belanja", cara, porsi, "APBDES" if desa else dana, untuk, rp)  # fmt: skip


ANGGARAN_DISNAKER = [
    ANGGARAN,
    baris("DISNAKER", JKK, 12_000_000, untuk="NONASN"),  # on the list of accounts
    baris("DISNAKER", KESEHATAN, 5_000_000, untuk="NONASN"),  # health: not counted although untuk is filled
    baris("DISNAKER", BANSOS, 30_000_000, untuk="RENTAN", dana="DBH-CHT"),  # not on the list, counted by untuk
    baris("DISNAKER", MODAL, 99_000_000, cara=""),  # neither list nor untuk
    baris("DISNAKER", KANTOR, 7_000_000, untuk="LAIN", cara=""),  # LAIN does not count
]
GESER = {"tahap": "PERGESERAN", "berlaku": "2026-05-15"}
ANGGARAN_DISNAKER_GESER = [
    ANGGARAN,  # the full picture from 15 May: the ceiling in force at the end of May and June
    baris("DISNAKER", JKK, 18_000_000, untuk="NONASN", **GESER),
    baris("DISNAKER", KESEHATAN, 5_000_000, untuk="NONASN", **GESER),
    baris("DISNAKER", BANSOS, 36_000_000, untuk="RENTAN", dana="DBH-CHT", **GESER),
    baris("DISNAKER", MODAL, 99_000_000, cara="", **GESER),
    baris("DISNAKER", KANTOR, 7_000_000, untuk="LAIN", cara="", **GESER),
]
HONOR = "5.1.01.01.02.0001"
ANGGARAN_DISDIK = [
    ANGGARAN,
    baris("DISDIK", GAJI, 400_000_000, untuk="NONASN", cara="MELEKAT", porsi="2,5"),  # 10 million, an estimate
    baris("DISDIK", HONOR, 200_000_000, untuk="NONASN", cara="MELEKAT"),  # no share: not at all, with a warning
]
UBAH = {"tahap": "PERUBAHAN", "berlaku": "2026-08-01"}
ANGGARAN_DISDIK_UBAH = [
    ANGGARAN,  # from August: not yet in force
    baris("DISDIK", GAJI, 400_000_000, untuk="NONASN", cara="MELEKAT", porsi="2,5", **UBAH),
    baris("DISDIK", HONOR, 200_000_000, untuk="NONASN", cara="MELEKAT", **UBAH),
    baris("DISDIK", JKM, 25_000_000, untuk="NONASN", **UBAH),
]
ANGGARAN_DESA = [
    ANGGARAN,
    baris(AWAL, "5.1.3.03", 3_000_000, untuk="PERANGKAT"),
    baris(AWAL, "5.1.3.01", 1_000_000, untuk="PERANGKAT"),  # health
    baris(DERMAGA, "5.1.3.04", 0, untuk="PERANGKAT"),  # a counted line of zero: has not budgeted
    baris(CANDI, "5.1.3.03", 600_000, untuk="PERANGKAT"),  # a kelurahan: its money counts, KEU-02 does not ask it
]

REALISASI = (
    "bulan", "lingkup", "kode_opd", "kode_desa", "kode_rekening", "sumber_dana", "untuk", "rp_realisasi",
    "rp_kumulatif",
)  # fmt: skip
REALISASI_APBD = [
    REALISASI,
    ("2026-01", "APBD", "DISNAKER", "", JKK, "APBD", "", "1.000.000", ""),
    (
        "2026-02",
        "APBD",
        "DISNAKER",
        "",
        BANSOS,
        "DBH-CHT",
        "RENTAN",
        "",
        "5.000.000",
    ),  # cumulative: +5 million
    ("2026-03", "APBD", "DISNAKER", "", JKK, "APBD", "", "2.000.000", ""),
    ("2026-03", "APBD", "DISNAKER", "", KESEHATAN, "APBD", "", "900.000", ""),  # health: not counted
    ("2026-04", "APBD", "DISNAKER", "", BANSOS, "DBH-CHT", "RENTAN", "", "9.000.000"),  # +4 since February
    ("2026-06", "APBD", "DISNAKER", "", JKK, "APBD", "", "(500.000)", ""),  # a correction
    (
        "2026-06",
        "APBD",
        "DISNAKER",
        "",
        BANSOS,
        "DBH-CHT",
        "RENTAN",
        "",
        "8.000.000",
    ),  # -1 since April: warns
]
REALISASI_DESA = [
    REALISASI,
    ("2026-05", "APBDES", "", AWAL, "5.1.3.03", "APBDES", "PERANGKAT", "1.200.000", ""),
]

PENERIMA = (
    "bulan", "nik", "nama", "sumber_dana", "porsi_persen", "rp_iuran", "kode_opd", "kategori", "kode_desa",
    "jenis_kelamin", "disabilitas",
)  # fmt: skip


def penerima(
    nik: str, dana: str, opd: str, desa: str, kategori: str, *, porsi: str = "100", rp: int = 16_800, cacat: str = "T",
    bulan: str = JUNI,
) -> tuple[object, ...]:  # fmt: skip
    return (bulan, nik, "Orang Penerima", dana, porsi, rp, opd, kategori, desa, "", cacat)


TANI, LAIN = "R-PROFESI", "R-LAIN"
PENERIMA_DINSOS = [
    PENERIMA,
    penerima(P14, "APBD", "DINSOS", AWAL, TANI),
    penerima(P05, "APBD", "DINSOS", DERMAGA, TANI, porsi="60", rp=10_080),  # joint funding, the rest by CSR
    penerima(P20, "APBD", "DINSOS", AWAL, LAIN),  # a second full payer below
    penerima(PENDEK, "APBD", "DINSOS", AWAL, LAIN),  # broken NIK: set aside
]
PENERIMA_DISNAKER = [
    PENERIMA,
    penerima(P14, "APBD", "DISNAKER", AWAL, TANI),  # the same source by another office: once in APBD
    penerima(P20, "DBH-CHT", "DISNAKER", AWAL, LAIN),  # two full payers: in each source, once in the total
    penerima(Q1, "DBH-CHT", "DISNAKER", AWAL_TENGAH, TANI, cacat="Y"),
    penerima(Q2, "DBH-CHT", "DISNAKER", "", LAIN),  # no village
]
PENERIMA_CSR = [PENERIMA, penerima(P05, "CSR", "", DERMAGA, TANI, porsi="40", rp=6_720)]
PENERIMA_MEI = [PENERIMA, penerima(P14, "APBD", "DINSOS", AWAL, TANI, bulan=MEI)]

# --- employers
PEMBERI_KERJA = (
    "bulan", "npp", "nama", "skala", "kbli", "sektor", "jumlah_tk_nyata", "jumlah_tk_terdaftar", "rp_upah_nyata",
    "rp_upah_lapor", "program", "bulan_tunggakan", "rp_tunggakan",
)  # fmt: skip
PERUSAHAAN = [
    PEMBERI_KERJA,
    (JUNI, "N001", "PT Satu", "BESAR", "", "C", 100, 100, 5_000_000, 5_000_000, EMPAT, 0, 0),  # complies
    (JUNI, "N002", "PT Tiga", "MENENGAH", "", "F", 80, 50, 5_000_000, 5_000_000, EMPAT, 0, 0),  # PDS-TK
    # PDS-upah; the sector comes from the KBLI
    (JUNI, "N003", "Toko Empat", "KECIL", "47111", "", 10, 10, 3_000_000, 2_000_000, TIGA, 0, 0),
    (
        JUNI,
        "N004",
        "PT Lima",
        "MENENGAH",
        "",
        "C",
        20,
        20,
        5_000_000,
        5_000_000,
        TIGA,
        0,
        0,
    ),  # PDS-program: no JP
    (JUNI, "N005", "Kedai Enam", "MIKRO", "", "I", 3, 3, 2_000_000, 2_000_000, DUA, 3, 1_500_000),  # arrears
    (JUNI, "N006", "Hotel Tujuh", "KECIL", "", "I", 9, 9, "", "", TIGA, 0, 0),  # wages not judged: complies
    (
        JUNI,
        "N007",
        "Usaha Delapan",
        "MIKRO",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ),  # nothing judged: none of the faults
    (
        JUNI,
        "N008",
        "PT Sepuluh",
        "BESAR",
        "",
        "C",
        40,
        30,
        5_000_000,
        5_000_000,
        EMPAT,
        5,
        4_000_000,
    ),  # two faults
]
BELUM_DAFTAR = [
    PEMBERI_KERJA,  # PWBD: npp empty; a delivery of its own (Disnaker)
    (JUNI, "", "Warung Dua", "MIKRO", "", "G", 2, "", "", "", "", "", ""),
    (JUNI, "", "CV Sembilan", "MENENGAH", "", "C", 15, "", "", "", "", "", ""),
]

# The order is not that of a tidy mind on purpose: wilayah comes late, a newer roster before an older one.
KIRIMAN: list[tuple[str, str, list[tuple[object, ...]]]] = [
    ("peserta", "peserta-juni.csv", PESERTA_JUNI),
    ("peserta", "peserta-mei.xlsx", PESERTA_MEI),
    ("rekap_bpjs", "rekap-2025.csv", REKAP_2025),
    ("pekerja_binaan", "disdik-juni.xlsx", ROSTER_DISDIK_JUNI),
    ("pekerja_binaan", "disdik-juli.csv", ROSTER_DISDIK_JULI),
    ("pekerja_binaan", "disdik-maret.csv", ROSTER_DISDIK_MARET),
    ("wilayah", "wilayah.xlsx", WILAYAH),
    ("rekap_bpjs", "rekap-2026.xlsx", REKAP_2026),
    ("penduduk_bekerja", "sakernas-2025.csv", SAKERNAS_2025),
    ("penduduk_bekerja", "sakernas-2024.csv", SAKERNAS_2024),
    ("penduduk_bekerja", "lain.csv", PENYEBUT_LAIN),
    ("target", "target.csv", TARGET),
    ("pekerja_binaan", "dinkes.csv", ROSTER_DINKES),
    ("pekerja_binaan", "rsud.csv", ROSTER_RSUD),
    ("pekerja_binaan", "desa.xlsx", ROSTER_DESA),
    ("pekerja_binaan", "desa-lama.csv", ROSTER_DESA_LAMA),
    ("pekerja_binaan", "bumd.csv", ROSTER_BUMD),
    ("pekerja_binaan", "kpu.csv", ROSTER_PEMILU),
    ("pekerja_binaan", "distan.csv", ROSTER_DISTAN),
    ("pekerja_binaan", "diskan.csv", ROSTER_DISKAN),
    ("anggaran", "disnaker-geser.csv", ANGGARAN_DISNAKER_GESER),
    ("anggaran", "disnaker.csv", ANGGARAN_DISNAKER),
    ("anggaran", "disdik.csv", ANGGARAN_DISDIK),
    ("anggaran", "disdik-ubah.csv", ANGGARAN_DISDIK_UBAH),
    ("anggaran", "apbdes.xlsx", ANGGARAN_DESA),
    ("realisasi", "realisasi.csv", REALISASI_APBD),
    ("realisasi", "realisasi-desa.csv", REALISASI_DESA),
    ("penerima_bantuan", "dinsos.csv", PENERIMA_DINSOS),
    ("penerima_bantuan", "disnaker.csv", PENERIMA_DISNAKER),
    ("penerima_bantuan", "csr.csv", PENERIMA_CSR),
    ("penerima_bantuan", "dinsos-mei.csv", PENERIMA_MEI),
    ("pemberi_kerja", "terdaftar.csv", PERUSAHAAN),
    ("pemberi_kerja", "belum-daftar.xlsx", BELUM_DAFTAR),
]


def write(path: Path, rows: list[tuple[object, ...]]) -> Path:
    """Write rows as the kind of file that the name says; in a workbook every cell is text."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".xlsx":
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Data")
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write_string(number, column, str(cell))
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=";").writerows(rows)
    return path

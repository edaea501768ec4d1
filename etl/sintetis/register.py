"""The registers of the simulated regency: decisions of three meetings, reports received, two objections, four rules."""

from datetime import date, timedelta

import polars as pl

from etl.sintetis.skenario import Skenario
from ucj.kalender import akhir_bulan, semester

RAPAT = (date(2026, 1, 13), date(2026, 4, 14), date(2026, 7, 14))
CATATAN_RAPAT = date(2026, 7, 10)  # the secretariat writes down what became of the promises before the next meeting

# meeting, number, owner, decision, due, done on (None: open), note; "DESA" is the first village of the regency
_KEPUTUSAN: tuple[tuple[int, int, str, str, date, date | None, str], ...] = (
    (0, 1, "BKPSDM", "Mencocokkan daftar non-ASN dengan daftar gaji Januari", date(2026, 2, 13), date(2026, 2, 10), ""),
    (0, 2, "BPKAD", "Memisahkan rekening iuran JKK dan JKM pada setiap OPD", date(2026, 3, 31), date(2026, 4, 8),
     "selesai setelah pergeseran anggaran"),
    (0, 3, "DISHUB", "Mendata pengemudi angkutan antarkota", date(2026, 2, 28), date(2026, 1, 30),
     "dibatalkan: kewenangan provinsi"),
    (1, 1, "DISTAN", "Menyerahkan daftar petani per kelompok tani", date(2026, 4, 30), None, ""),
    (1, 2, "DPUPR", "Menerbitkan edaran wajib daftar proyek konstruksi", date(2026, 5, 15), None,
     "rancangan edaran di Bagian Hukum"),
    (1, 3, "DPMD", "Memastikan iuran perangkat desa masuk APB Desa perubahan", date(2026, 7, 15), date(2026, 7, 3), ""),
    (1, 4, "BPJSTK", "Mengirim rekap bulanan paling lambat tanggal 15", date(2026, 5, 31), date(2026, 5, 12), ""),
    (2, 1, "DISNAKER", "Mendatangi sepuluh pemberi kerja dengan tunggakan terbesar", date(2026, 8, 31), None, ""),
    (2, 2, "DINSOS", "Mengusulkan pengganti penerima bantuan yang meninggal atau pindah", date(2026, 9, 30), None, ""),
    (2, 3, "DISDIK", "Mendaftarkan tenaga non-ASN sekolah yang belum terlindungi", date(2026, 7, 31), None, ""),
    (2, 4, "DESA", "Mengisi kode pekerjaan pada daftar pekerja desa", date(2026, 12, 31), None, ""),
)  # fmt: skip


def decisions(skenario: Skenario, rapat: int, pada: date) -> pl.DataFrame:
    """The decisions of one meeting as the secretariat wrote them down on a day: later endings are not known yet."""
    desa = f"DESA-{skenario.daerah.wilayah['kode_desa'][0]}"
    baris = []
    for ke, nomor, pemilik, keputusan, tenggat, selesai, catatan in _KEPUTUSAN:
        if ke != rapat:
            continue
        tutup = selesai if selesai is not None and selesai <= pada else None
        status = "TERBUKA" if tutup is None else "BATAL" if catatan.startswith("dibatalkan") else "SELESAI"
        baris.append(
            {
                "id": f"TL-{RAPAT[ke]:%Y%m%d}-{nomor:02d}",
                "tanggal_rapat": RAPAT[ke],
                "keputusan": keputusan,
                "pemilik": desa if pemilik == "DESA" else pemilik,
                "tenggat": tenggat,
                "status": status,
                "tanggal_selesai": tutup,
                "catatan": "" if tutup is None and status == "TERBUKA" and selesai else catatan,
            }
        )
    skema = {"tanggal_rapat": pl.Date, "tenggat": pl.Date, "tanggal_selesai": pl.Date}
    return pl.DataFrame(baris, schema_overrides=skema)


def reports(skenario: Skenario) -> pl.DataFrame:
    """The letters received: supervision each quarter, one of them late; each semester but the newest, one late."""
    baris: list[tuple[str, str, date]] = []
    ujung = [b for b in skenario.bulan if b.month % 3 == 0]
    for n, bulan in enumerate(ujung):
        sisa = len(ujung) - 1 - n
        terima = akhir_bulan(bulan) + timedelta(days=25 if sisa == 3 else 6)
        if terima <= CATATAN_RAPAT:
            baris.append(("PENGAWASAN_3BULAN", f"{bulan.year}-TW{bulan.month // 3}", terima))
        if bulan.month % 6 == 0 and sisa:
            telat = 38 if bulan.year % 2 and bulan.month == 6 else 27
            baris.append(("SEMESTER", semester(bulan), akhir_bulan(bulan) + timedelta(days=telat)))
    nama = ("kewajiban", "periode", "tanggal_terima")
    tabel = pl.DataFrame(baris, schema=nama, orient="row").sort("tanggal_terima", "kewajiban")
    nomor = pl.int_range(101, 101 + len(tabel))
    return tabel.with_columns(nomor_surat=pl.format("500.15/{}/{}", nomor, pl.col("tanggal_terima").dt.year()))


def objections() -> pl.DataFrame:
    """One objection that was answered, one that is still open."""
    baris = [
        ("KL-2026-001", date(2026, 2, 4), "DISDIK", "PEM-01", "2025-12",
         "Daftar Desember memuat guru yang sudah diangkat menjadi PPPK", "SELESAI",
         "Daftar Januari sudah tanpa mereka; angka Desember tetap", date(2026, 2, 12)),
        ("KL-2026-002", date(2026, 7, 13), "DINKES", "PEM-01", "2026-06",
         "Daftar Juni masih memuat 14 orang yang sudah pindah ke RSUD", "TERBUKA", "", None),
    ]  # fmt: skip
    nama = ("id", "tanggal", "kode_opd", "kode_indikator", "periode", "keberatan", "status", "jawaban",
            "tanggal_selesai")  # fmt: skip
    return pl.DataFrame(baris, schema=nama, orient="row", infer_schema_length=None)


def rules() -> pl.DataFrame:
    """Rules of the regency, one of them a draft and one replaced."""
    baris = [
        ("Peraturan Bupati Nomor 12 Tahun 2022", date(2022, 3, 7), "Kepesertaan Jaminan Sosial Ketenagakerjaan",
         "DICABUT"),
        ("Peraturan Bupati Nomor 31 Tahun 2024", date(2024, 9, 20),
         "Penyelenggaraan Jaminan Sosial Ketenagakerjaan", "BERLAKU"),
        ("Keputusan Bupati Nomor 188/415/2025", date(2025, 2, 17), "Tim Koordinasi Pembinaan", "BERLAKU"),
        ("Surat Edaran Nomor 500.15/7/2026", date(2026, 5, 25),
         "Bukti kepesertaan pada permohonan izin", "RANCANGAN"),
    ]  # fmt: skip
    return pl.DataFrame(baris, schema=("nomor", "tanggal", "tentang", "status"), orient="row")

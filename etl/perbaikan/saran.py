"""What a sender must do about each reason, in one sentence beside the row."""

from collections.abc import Sequence
from typing import Any

from etl.baca.terbaca import ALASAN

_NIK = {
    "PANJANG": "NIK harus tepat 16 angka; lengkapi dari KTP.",
    "NON_ANGKA": "NIK hanya boleh berisi angka; hapus huruf dan tanda lain.",
    "TANGGAL": "Tanggal lahir di dalam NIK (angka ke-7 sampai ke-12) tidak ada di kalender; periksa ke KTP.",
    "SERIAL_0000": "Empat angka terakhir NIK tidak boleh 0000; periksa ke KTP.",
}
_SARAN = {
    "KOLOM_KOSONG": "Isi kolom {kolom}.",
    "NIK_TIDAK_SAH": "Perbaiki NIK sesuai KTP.",
    "NIK_ANGKA": "Ketik ulang NIK dari KTP sebagai teks (format sel Teks): sebagai angka, angka terakhirnya hilang.",
    "KODE_TIDAK_DIKENAL": "Ganti isi kolom {kolom} dengan kode yang ada di daftar (lihat templat).",
    "KODE_BPS": "Ganti kode BPS di kolom {kolom} dengan kode Kemendagri.",
    "TANGGAL_TIDAK_SAH": "Tulis kolom {kolom} seperti 31-12-2025, atau 2026-06 untuk bulan.",
    "ANGKA_TIDAK_SAH": "Tulis kolom {kolom} dengan angka saja, tanpa huruf; jumlah dan rupiah harus bulat.",
    "ANGKA_RAGU": "Tulis kolom {kolom} tanpa tanda ribuan, desimal dengan koma, misalnya 12,5.",
    "NILAI_DI_LUAR_BATAS": "Periksa nilai kolom {kolom}: di luar batas yang mungkin.",
    "KOLOM_LEBIH": "Baris ini punya lebih banyak sel daripada judul kolom: kosongkan sel yang berlebih.",
    "GANDA": "Kunci baris ini sama dengan baris sebelumnya. Biarkan bila memang ganda; bila tidak, perbaiki kuncinya.",
}


def order_alasan(kode: str) -> tuple[int, str]:
    """Sort key: the order in which reasons are reported; others after them."""
    urutan = list(ALASAN)
    return (urutan.index(kode) if kode in urutan else len(urutan), kode)


def advise(alasan: str, rincian: Sequence[dict[str, Any]]) -> str:
    """Return what to do about one row: one sentence per reason and column."""
    kalimat: list[str] = []
    for kode in filter(None, alasan.split(",")):
        kena = [satu for satu in rincian if satu["alasan"] == kode] or [{}]
        for satu in kena:
            pola = _NIK.get(str(satu.get("rincian")), _SARAN.get(kode, "Perbaiki kolom {kolom}."))
            kalimat.append(pola.format(kolom=satu.get("kolom") or "yang diwarnai"))
    return " ".join(dict.fromkeys(kalimat))


def name_alasan(alasan: str, rincian: Sequence[dict[str, Any]]) -> str:
    """Return the reasons of one row for people: code, detail and meaning."""
    bagian = []
    for kode in filter(None, alasan.split(",")):
        detail = sorted({str(satu["rincian"]) for satu in rincian if satu["alasan"] == kode and satu.get("rincian")})
        bagian.append(f"{kode}{f' ({chr(44).join(detail)})' if detail else ''}: {ALASAN.get(kode, 'perlu perbaikan')}")
    return "; ".join(bagian)

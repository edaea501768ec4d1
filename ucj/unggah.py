"""What the page Unggah data says of a file: from the JSON of ``etl kenali`` and ``etl load --periksa`` to words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ucj import format
from ucj.html import Kolom, Kpi
from ucj.istilah import ALASAN

Objek = Mapping[str, Any]

KOLOM_GANTI = (Kolom("Cakupan"), Kolom("Kiriman yang berlaku sekarang"), Kolom("Diterima"),
               Kolom("Baris sekarang", angka=True), Kolom("Baris baru", angka=True), Kolom("Akibat"))  # fmt: skip
KOLOM_ALASAN = (Kolom("Alasan"), Kolom("Arti"), Kolom("Baris", angka=True))
KOLOM_SISIH = (Kolom("Baris", angka=True), Kolom("Mengapa"), Kolom("Isi sel"), Kolom("Yang harus dilakukan"))
TAMPIL_GANTI = 12
_SINGKATAN = {"rp": "Rp", "nik": "NIK", "opd": "OPD", "kpj": "KPJ", "npp": "NPP", "kbli": "KBLI", "tk": "TK"}
_PILIHAN = {
    "--bulan": "kotak Bulan",
    "--isi": "kotak isian untuk kolom yang sama di semua baris",
    "--kolom": "Judul yang belum dikenal",
    "--ganti": "centang Ganti",
    "--diterima": "kotak Tanggal diterima",
    "--pengirim": "kotak Pengirim",
}


@dataclass(frozen=True)
class Pilihan:
    """What the operator chose for a file; the words of ``etl load`` come from it and from nothing else."""

    sumber: str
    isi: Mapping[str, str] = field(default_factory=dict)
    kolom: Mapping[str, str] = field(default_factory=dict)
    pengirim: str = ""
    diterima: date | None = None

    def words(self) -> list[str]:
        """Return the options for the command line; each value is one word with its name, so that none is an option."""
        kata = [f"--isi={nama}={nilai.strip()}" for nama, nilai in self.isi.items() if nilai.strip()]
        kata += [f"--kolom={judul}={nama}" for judul, nama in self.kolom.items() if nama]
        if self.pengirim.strip():
            kata.append(f"--pengirim={self.pengirim.strip()}")
        if self.diterima is not None:
            kata.append(f"--diterima={self.diterima.isoformat()}")
        return kata


def read_tanggal(teks: str) -> date | None:
    """Return the date that somebody typed (11-07-2026, 11/07/2026, 2026-07-11), None when it is none."""
    polos = re.sub(r"[./\s]+", "-", teks.strip())
    for bentuk in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(polos, bentuk).date()
        except ValueError:
            continue
    return None


def name_kolom(nama: str) -> str:
    """Return a column name as people write it: ``rp_iuran`` -> ``Rp iuran``."""
    kata = [_SINGKATAN.get(satu, satu) for satu in nama.split("_")]
    return " ".join([kata[0][:1].upper() + kata[0][1:], *kata[1:]])


def tell_kenal(kenal: Objek, terpilih: str) -> str:
    """Return why the page thinks that the file is of this source, and how sure it is."""
    dugaan = kenal["sumber"]
    satu = next(s for s in dugaan if s["sumber"] == terpilih)
    if kenal["perbaikan"]:
        return "Ini buku perbaikan dari aplikasi ini: baris yang sudah dibetulkan ditambahkan ke kiriman asalnya."
    if not dugaan[0]["nilai"]:
        return "Judul kolomnya tidak cocok dengan sumber mana pun. Pilih sumbernya, lalu sebut arti judul-judulnya."
    judul = ", ".join(f"“{j}”" for j in list(satu["ditemukan"])[:6]) or "tidak ada"
    if terpilih != dugaan[0]["sumber"]:
        return f"Anda memilih {satu['judul']}. Judul kolom yang dikenal untuk sumber ini: {judul}."
    awal = "Tampaknya" if kenal["yakin"] else "Mungkin (periksa dahulu)"
    return f"{awal} {satu['judul']}, karena ada judul kolom {judul}."


def kpi(hasil: Objek) -> list[Kpi]:
    """Return the three counts of a check: they add up."""
    kata = "baris sesudah perbaikan" if hasil["kejadian"] == "PERBAIKAN" else "baris data"
    return [
        Kpi("Dibaca", format.bilangan(hasil["dibaca"]), kata),
        Kpi("Dapat dimuat", format.bilangan(hasil["dimuat"]), _share(hasil["dimuat"], hasil["dibaca"])),
        Kpi("Perlu perbaikan", format.bilangan(hasil["disisihkan"]), _share(hasil["disisihkan"], hasil["dibaca"])),
    ]


def _share(bagian: int, semua: int) -> str:
    return f"{format.persen(100 * bagian / semua)} dari yang dibaca" if semua else ""


def title(hasil: Objek) -> str:
    """Return the finding of a check in one sentence."""
    if hasil["kejadian"] == "SAMA":
        return "Berkas ini sudah dimuat dan masih berlaku: tidak ada yang perlu dilakukan"
    if hasil["tolak"] and not hasil["dimuat"]:
        return f"Tidak satu pun dari {format.bilangan(hasil['dibaca'])} baris dapat dimuat"
    if hasil["tolak"]:
        return "Berkas ini jauh lebih kecil daripada yang akan digantikannya"
    if hasil["kejadian"] == "PERBAIKAN":
        return f"Perbaikan terbaca, {format.bilangan(hasil['disisihkan'])} baris masih perlu perbaikan"
    if hasil["disisihkan"]:
        return (
            f"{format.bilangan(hasil['dimuat'])} baris siap dimuat, "
            f"{format.bilangan(hasil['disisihkan'])} baris perlu perbaikan"
        )
    return f"Semua {format.bilangan(hasil['dimuat'])} baris siap dimuat"


def title_kenal(kenal: Objek) -> str:
    """Return what a file seems to be, before it is checked."""
    satu = kenal["sumber"][0]
    if kenal["perbaikan"]:
        return f"Buku perbaikan untuk {satu['judul']}: periksa dahulu"
    if not satu["nilai"]:
        return "Isi berkas ini belum dikenali: pilih sumbernya"
    return f"Berkas ini {'tampaknya' if kenal['yakin'] else 'mungkin'} {satu['judul']}: periksa dahulu"


def title_muat(muat: Objek, terbit: bool) -> str:
    """Return what the last load came to."""
    if muat["kejadian"] == "SAMA":
        return "Berkas yang sama sudah dimuat: tidak ada yang berubah"
    apa = "Perbaikan" if muat["kejadian"] == "PERBAIKAN" else "Kiriman"
    return f"{apa} sudah dimuat dan diterbitkan" if terbit else f"{apa} sudah dimuat, belum diterbitkan"


def tell_ganti(hasil: Objek) -> tuple[str, str]:
    """Return heading and subtitle of what a load would replace."""
    lama = [g for g in hasil["mengganti"] if g["kiriman"] is not None and g["dipakai"]]
    if not lama or hasil["kejadian"] == "SAMA":
        return "Tidak ada yang diganti", "Cakupan yang sudah ada tidak berubah"
    dulu, kini = (sum(g[nama] for g in lama) for nama in ("baris_lama", "baris_baru"))
    return (
        f"{format.bilangan(dulu)} baris diganti dengan {format.bilangan(kini)} baris",
        "Hanya cakupan ini yang berubah; kiriman lama tetap disimpan dan dapat berlaku lagi",
    )


def baris_ganti(hasil: Objek) -> list[tuple[object, ...]]:
    """Return one row per cakupan of the file: what holds it now and what would happen to it."""
    baris: list[tuple[object, ...]] = []
    for satu in hasil["mengganti"][:TAMPIL_GANTI]:
        if satu["kiriman"] is None:
            baris.append((satu["cakupan"], "belum ada", "", 0, satu["baris_baru"], "baru"))
            continue
        pengirim = f" ({satu['pengirim']})" if satu["pengirim"] else ""
        akibat = "diganti" if satu["dipakai"] else "tidak dipakai: yang sekarang diterima lebih akhir"
        if hasil["kejadian"] == "SAMA":
            akibat = "tetap"
        terima = format.tanggal(date.fromisoformat(satu["diterima"]))
        baris.append(
            (satu["cakupan"], f"{satu['berkas']}{pengirim}", terima, satu["baris_lama"], satu["baris_baru"], akibat)
        )
    return [tuple(format.bilangan(isi) if isinstance(isi, int) else isi for isi in satu) for satu in baris]


def baris_alasan(hasil: Objek) -> list[tuple[object, ...]]:
    """Return one row per reason code; a row of the file may have several."""
    return [(kode, ALASAN.get(kode, "perlu perbaikan"), format.bilangan(n)) for kode, n in hasil["alasan"].items()]


def baris_sisih(hasil: Objek) -> list[tuple[object, ...]]:
    """Return the first rows set aside: row number, why, only the wrong cells, what to do."""
    banyak = len(hasil["berkas"]) > 1
    return [
        (
            f"{satu['berkas']}: {satu['baris']}" if banyak else satu["baris"],
            satu["alasan"],
            "; ".join(f"{sel['judul']}: {sel['isi'] or '(kosong)'}" for sel in satu["sel"]) or "seluruh baris",
            satu["saran"],
        )
        for satu in hasil["sisih"]
    ]


def tabel_pratinjau(hasil: Objek) -> tuple[list[Kolom], list[tuple[object, ...]]]:
    """Return columns and rows of the preview: the first rows as understood, NIK masked by the command."""
    kolom = [Kolom(name_kolom(k["nama"]), angka=k["angka"]) for k in hasil["pratinjau"]["kolom"]]
    baris = [
        tuple(_cell(isi, k["nama"]) for isi, k in zip(satu, hasil["pratinjau"]["kolom"], strict=True))
        for satu in hasil["pratinjau"]["baris"]
    ]
    return kolom, baris


def _cell(isi: object, nama: str) -> object:
    if isi is None:
        return ""
    if isinstance(isi, int) and nama != "tahun":
        return format.bilangan(isi)
    return format.desimal(isi) if isinstance(isi, float) else isi


def tell_tolak(kalimat: str) -> list[str]:
    """Return a refusal in lines, and where on the page the options are that it names."""
    baris = [satu for satu in kalimat.splitlines() if satu.strip()]
    tempat = [f"{kata} = {nama}" for kata, nama in _PILIHAN.items() if kata in kalimat]
    return [*baris, f"Di halaman ini: {'; '.join(tempat)}."] if tempat else baris


def tell_undo(hasil: Objek, periksa: Objek | None, terbit: bool) -> list[str]:
    """Return what taking back the last delivery would do, in sentences, before it is done."""
    if hasil["kejadian"] == "PERBAIKAN":
        return [
            "Angka yang terbit kembali ke terbitan sebelum perbaikan ini.",
            "Perbaikannya sendiri tetap tersimpan dan ikut lagi pada penerbitan berikutnya.",
        ]
    kalimat = ["Kiriman ini ditarik: barisnya tidak dihitung lagi. Berkasnya tetap disimpan, tidak ada yang dihapus."]
    ganti = [g for g in (periksa or {}).get("mengganti", ()) if g["dipakai"]]
    if lama := [g for g in ganti if g["kiriman"] is not None]:
        sebut = ", ".join(f"{g['cakupan']} ({format.bilangan(g['baris_lama'])} baris)" for g in lama[:4])
        lebih = f" dan {len(lama) - 4} cakupan lain" if len(lama) > 4 else ""
        kalimat.append(f"Kiriman sebelumnya berlaku lagi untuk {sebut}{lebih}.")
    if baru := [g["cakupan"] for g in ganti if g["kiriman"] is None]:
        lebih = f" dan {len(baru) - 4} cakupan lain" if len(baru) > 4 else ""
        kalimat.append(f"Cakupan {', '.join(baru[:4])}{lebih} menjadi kosong lagi.")
    kalimat.append(f"Angka yang terbit {'kembali ke keadaan sebelum kiriman ini' if terbit else 'tetap'}.")
    kalimat.append("Untuk memakainya lagi, unggah berkas yang sama sekali lagi.")
    return kalimat

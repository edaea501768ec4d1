"""The promises of the last meeting: decisions of the register ``tindak_lanjut`` as they stand on a day."""

from collections.abc import Mapping, Sequence
from datetime import date

from ucj import format, judul_tindak
from ucj.html import Kolom, bertanda
from ucj.rapat.layar import Layar, Tabel, Ukuran
from ucj.tindak_lanjut import KEADAAN, Keputusan, count, rapat_terakhir, sisa, urut

NAMA = "Janji rapat lalu"
BELUM_DIKIRIM = (
    "Daftar keputusan rapat (tindak_lanjut) belum dikirim Sekretariat Tim dan belum dicatat di aplikasi ini.",
    "Yang dikirim: id, tanggal rapat, keputusan, pemilik, tenggat, status, tanggal selesai, catatan.",
)
KOLOM = (Kolom("Siapa"), Kolom("Keputusan"), Kolom("Keadaan"), Kolom("Tenggat", angka=True))


def layar_janji(semua: Sequence[Keputusan], hari: date, ukuran: Ukuran, nama: Mapping[str, str]) -> Layar:
    """Return the screen: overdue first, then open by due date, then done; cancelled ones are no promise any more.

    ``nama``: owner -> words.
    """
    if not semua:
        return Layar(nama=NAMA, kalimat=judul_tindak.BELUM_ADA, pesan=BELUM_DIKIRIM)
    rapat = rapat_terakhir(semua, hari)
    n = count(rapat, hari)
    jumlah = len(rapat) - n["BATAL"]
    lain = count((k for k in semua if k not in rapat), hari)["LEWAT"]
    tambahan = f"; {format.bilangan(lain)} keputusan rapat sebelumnya juga lewat tenggat" if lain else ""
    terurut = [k for k in urut(rapat, hari) if k.status != "BATAL"]
    baris = [
        [nama.get(k.pemilik, k.pemilik), k.keputusan, _keadaan(k, hari), format.tanggal(k.tenggat)]
        for k in terurut[: ukuran.baris]
    ]
    return Layar(
        nama=NAMA,
        kalimat=judul_tindak.janji(rapat, hari),
        angka=f"{format.bilangan(n['SELESAI'])} dari {format.bilangan(jumlah)}",
        keterangan=f"selesai, rapat {format.tanggal_panjang(rapat[0].tanggal_rapat)}{tambahan}",
        tabel=Tabel("Keputusan rapat lalu", KOLOM, baris) if baris else None,
        pesan=(f"{format.bilangan(len(baris))} teratas dari {format.bilangan(len(terurut))} keputusan.",)
        if len(terurut) > len(baris)
        else (),
        sumber=f"Sumber: keputusan rapat dan tindak lanjutnya, keadaan {format.tanggal_panjang(hari)}. "
        "Dasar: BRU 30(2), LTM 21(3).",
    )


def _keadaan(k: Keputusan, hari: date) -> object:
    tanda, _, kelas = KEADAAN[k.keadaan(hari)]
    return bertanda(tanda, sisa(k, hari), kelas)

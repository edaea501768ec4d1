"""What the page Kamus indikator shows: definitions, rules of the active profile, drafting defects, tasks of offices."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ucj import format
from ucj.hitung import Nilai
from ucj.html import Aman, Kolom, dua_baris, lencana, teks
from ucj.indikator import KATALOG, Indikator
from ucj.istilah import BASIS, KEKUATAN, SUMBER
from ucj.laju import JENDELA_TERAKHIR, PALING_PENDEK, PANJANG, Uji, backtest, read_titik
from ucj.peraturan import Butir, Cacat, Opd, Profil
from ucj.semester import TINGKAT, dasar, sebut_kekuatan

ARAH = {"naik": "makin tinggi makin baik", "turun": "makin rendah makin baik", "info": "informasi"}
SIFAT = {
    "stok": "keadaan pada akhir periode",
    "arus": "jumlah selama periode",
    "tahun berjalan": "Januari sampai akhir periode",
}
KOLOM_INDIKATOR = (
    Kolom("Indikator"), Kolom("Rumus"), Kolom("Satuan dan arah"), Kolom("Sumber"), Kolom("Dasar dan sifat"),
    Kolom("Versi", angka=True),
)  # fmt: skip
KOLOM_ATURAN = (Kolom("Aturan"), Kolom("Nilai yang berlaku"), Kolom("Dasar"), Kolom("Asal"))
KOLOM_CACAT = (Kolom("Tempat"), Kolom("Bunyi peraturan"), Kolom("Dibaca di sini sebagai"), Kolom("Dasar bacaan"))
KOLOM_TUGAS = (Kolom("Tugas"), Kolom("OPD"), Kolom("Uraian"), Kolom("Sifat"), Kolom("Diukur dengan"), Kolom("Dasar"))
KOLOM_UJI = (
    Kolom("Jarak ke depan"), Kolom("Diuji", "kali", angka=True), Kolom("Di dalam rentang", "kali", angka=True),
    Kolom("Rata-rata meleset", "orang", angka=True), Kolom("Rata-rata meleset", "persen poin", angka=True),
    Kolom("Condong", "orang, + = perkiraan terlalu tinggi", angka=True),
)  # fmt: skip
JAUH_UJI = (3, 6, 12)  # months ahead at which the estimate is tested
NASIONAL = "berbeda dari ketentuan nasional"


def is_inti(indikator: Indikator) -> bool:
    """Whether an indicator is one of the 30 of the report; S-… are supplementary."""
    return not indikator.kode.startswith("S-")


def judul() -> str:
    """Return how many of the core indicators have sources."""
    inti = [i for i in KATALOG.values() if is_inti(i)]
    ada = sum(i.is_tersedia for i in inti)
    return f"{ada} dari {len(inti)} indikator inti mempunyai sumber data"


def _besar(kata: str) -> str:
    return kata[:1].upper() + kata[1:]


def baris_indikator(indikator: Iterable[Indikator], kekuatan: Callable[[str], str]) -> list[list[object]]:
    """Return one row per indicator: name, formula, unit, sources, citations with the strength of the duty, version."""
    return [
        [
            dua_baris(i.nama, i.kode)
            if i.is_tersedia
            else Aman(f"{dua_baris(i.nama, i.kode)} {lencana('belum ada sumber')}"),
            i.rumus,
            dua_baris(", ".join(i.satuan), ARAH[i.arah]),
            ", ".join(SUMBER.get(s, s) for s in i.sumber),
            dasar(i, kekuatan(i.kode)),
            str(i.versi),
        ]
        for i in indikator
    ]


def kartu(i: Indikator, kekuatan: str) -> list[list[object]]:
    """Return the card of one indicator as rows of name and text."""
    sumber = ", ".join(SUMBER.get(s, s) for s in i.sumber)
    return [
        ["Kode", i.kode],
        ["Pembilang", _besar(i.pembilang)],
        ["Penyebut", _besar(i.penyebut) if i.penyebut else "tidak ada; indikator ini berupa jumlah"],
        ["Rumus", _besar(i.rumus)],
        ["Satuan", ", ".join(i.satuan)],
        ["Arah", _besar(ARAH[i.arah])],
        ["Waktu", _besar(SIFAT[i.sifat])],
        ["Basis", _besar(BASIS[i.basis]) if i.basis else "tidak berlaku"],
        ["Rincian", ", ".join(TINGKAT[t].lower() for t in i.tingkat)],
        ["Sumber", sumber if i.is_tersedia else Aman(f"{teks(sumber)} {lencana('belum ada sumber')}")],
        ["Dasar hukum", ", ".join(i.dasar)],
        ["Sifat kewajiban", sebut_kekuatan(kekuatan)],
        ["Versi definisi", str(i.versi)],
    ]


def uji(nilai: Sequence[Nilai]) -> list[Uji]:
    """Return the back-tests of the pace of a monthly series, at the distances that its months allow."""
    titik = read_titik(nilai)
    return [satu for jauh in JAUH_UJI if (satu := backtest(titik, jauh)) is not None]


def baris_uji(uji: Iterable[Uji]) -> list[list[object]]:
    """Return one row per distance: how often tested, how often inside the range, by how much it missed."""
    return [
        [
            f"{u.jauh} bulan",
            format.bilangan(u.jumlah),
            format.bilangan(u.kena),
            format.bilangan(float(u.meleset)),
            format.desimal(None if u.meleset_poin is None else float(u.meleset_poin)),
            format.selisih(round(u.condong)),
        ]
        for u in uji
    ]


def catatan_uji(uji: Sequence[Uji]) -> str:
    """Return what a reader must know of the range, or what is missing for a test."""
    if not uji:
        return f"Diperlukan paling sedikit {PALING_PENDEK + 1 + JAUH_UJI[0]} bulan dari satu jenis sumber."
    return (
        "Rentang hanya memuat beda laju antarbulan, bukan naik-turunnya jumlah pada satu bulan, dan baru lengkap "
        f"setelah {PANJANG + JENDELA_TERAKHIR} bulan dari satu jenis sumber; sebelum itu terlalu sempit."
    )


def _nilai(nilai: Any) -> str:
    """Return a rule's value in words: lists by comma, maps as ``kode: isi``."""
    if nilai is None:
        return "tidak diatur"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, float):
        return f"{nilai:g}".replace(".", ",")
    if isinstance(nilai, dict):
        return "; ".join(f"{k}: {_nilai(v)}" for k, v in nilai.items()) or "kosong"
    if isinstance(nilai, list | tuple):
        pisah = "; " if any(isinstance(x, dict) for x in nilai) else ", "
        return pisah.join(_nilai(x) for x in nilai) or "kosong"
    return str(nilai)


def baris_aturan(butir: Iterable[Butir]) -> list[list[object]]:
    """Return one row per rule of the profile: value, citation, origin, and the badge of a deviation."""
    return [_baris_aturan(b) for b in butir]


def _baris_aturan(b: Butir) -> list[object]:
    nilai: Aman = teks(_nilai(b.nilai))
    if b.badge is not None:
        nasional = f"nasional: {_nilai(b.badge.nasional)} ({b.badge.dasar_nasional})"
        nilai = Aman(f"{nilai}<br>{dua_baris(lencana(NASIONAL), nasional)}")
    return [dua_baris(b.keterangan, b.kunci), nilai, b.dasar or "tanpa sitiran", b.asal or "bawaan"]


def baris_beda(profil: Profil) -> list[list[object]]:
    """Return the rules that differ from national law."""
    return [_baris_aturan(b) for b in profil.items() if b.badge is not None]


def baris_cacat(cacat: Iterable[Cacat]) -> list[list[object]]:
    """Return one row per drafting defect: literal text beside the reading used."""
    return [[dua_baris(c.tempat, c.kode), f"“{c.bunyi}”", c.dibaca, c.dasar] for c in cacat]


def baris_tugas(opd: Iterable[Opd]) -> list[list[object]]:
    """Return one row per task that the regulation gives to an office."""
    return [[t.kode, o.nama, t.uraian, KEKUATAN[t.kekuatan], t.ukuran, t.dasar] for o in opd for t in o.tugas]


def urut() -> list[Indikator]:
    """Return the core indicators in the order of the report, then the supplementary ones."""
    return sorted(KATALOG.values(), key=lambda i: not is_inti(i))

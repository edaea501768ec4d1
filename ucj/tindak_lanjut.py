"""Decisions of the evaluation meetings: what state each is in on a day, who owes what, and what may be written down.

The day is always given: nothing here looks at the clock.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from ucj import format
from ucj.html import Aman, Kolom, Kpi, bertanda, dua_baris, tautan, teks
from ucj.kalender import akhir_bulan
from ucj.penolakan import Penolakan

SEGERA_HARI = 14
# state on a day -> (mark, words, css class); mark and words, never colour alone (visual.md 2)
KEADAAN = {
    "LEWAT": ("■", "Lewat tenggat", "jauh"),
    "SEGERA": ("▲", "Segera jatuh tempo", "perhatian"),
    "TERBUKA": ("◆", "Belum jatuh tempo", "sesuai"),
    "SELESAI": ("●", "Selesai", "tercapai"),
    "BATAL": ("○", "Dibatalkan", "kosong"),
}
PEMILIK_LAIN = {"BPJSTK": "BPJS Ketenagakerjaan", "BUMD": "BUMD"}
STATUS = {"SELESAI": "Selesai", "BATAL": "Dibatalkan", "TERBUKA": "Dibuka kembali"}
KOLOM_SUMBER = (
    "id", "tanggal_rapat", "keputusan", "pemilik", "tenggat", "status", "tanggal_selesai", "catatan",
)  # fmt: skip

KOLOM = (Kolom("Keputusan"), Kolom("Pemilik"), Kolom("Tenggat"), Kolom("Keadaan"), Kolom("Dicatat"))
KOLOM_PEMILIK = (
    Kolom("Pemilik"), Kolom("Lewat tenggat", angka=True), Kolom("Segera jatuh tempo", angka=True),
    Kolom("Belum jatuh tempo", angka=True), Kolom("Selesai", angka=True),
)  # fmt: skip
KOLOM_RINGKAS = (Kolom("Keputusan"), Kolom("Pemilik"), Kolom("Tenggat", angka=True))

_ENAM_BELAS = re.compile(r"\d(?:[ .\-]?\d){15,}")
_ASAL = re.compile(r"Dari “(?P<judul>[^”]*)” <(?P<alamat>[a-z_]+(?:\?[\w.=&%+\-]*)?)>(?: · (?P<catatan>.*))?")
_NOMOR = re.compile(r"TL-(\d{8})-(\d+)")


@dataclass(frozen=True)
class Keputusan:
    """One decision as it stands in the register; ``dicatat_pada`` is UTC."""

    id: str
    tanggal_rapat: date
    keputusan: str
    pemilik: str
    tenggat: date
    status: str
    tanggal_selesai: date | None = None
    catatan: str | None = None
    dicatat_oleh: str | None = None
    dicatat_pada: datetime | None = None

    def keadaan(self, hari: date) -> str:
        """Return its state on a day: a key of ``KEADAAN``."""
        if self.status != "TERBUKA":
            return self.status
        if self.tenggat < hari:
            return "LEWAT"
        return "SEGERA" if self.tenggat <= hari + timedelta(days=SEGERA_HARI) else "TERBUKA"

    @property
    def asal(self) -> tuple[str, str, str]:
        """The chart that it was written from (title, address inside the app), and the note without it."""
        cocok = _ASAL.fullmatch(self.catatan or "")
        if cocok is None:
            return "", "", self.catatan or ""
        return cocok["judul"], cocok["alamat"], cocok["catatan"] or ""


def read_keputusan(baris: Iterable[Mapping[str, Any]]) -> list[Keputusan]:
    """Return the decisions of rows of the register, dates as dates or as ISO text, the earliest due date first."""
    semua = [
        Keputusan(
            id=b["id"],
            tanggal_rapat=_date(b["tanggal_rapat"]),
            keputusan=b["keputusan"],
            pemilik=b["pemilik"],
            tenggat=_date(b["tenggat"]),
            status=b["status"],
            tanggal_selesai=None if b["tanggal_selesai"] is None else _date(b["tanggal_selesai"]),
            catatan=b["catatan"],
            dicatat_oleh=b["dicatat_oleh"],
            dicatat_pada=_datetime(b["dicatat_pada"]),
        )
        for b in baris
    ]
    return sorted(semua, key=lambda k: (k.tenggat, k.id))


def _date(isi: date | str) -> date:
    return date.fromisoformat(isi) if isinstance(isi, str) else isi


def _datetime(isi: datetime | str | None) -> datetime | None:
    return datetime.fromisoformat(isi) if isinstance(isi, str) else isi


# --- reading -----------------------------------------------------------------------------------------------------


def rapat_terakhir(semua: Sequence[Keputusan], hari: date) -> list[Keputusan]:
    """Return the decisions of the last meeting before a day, of the first one after it when there is none before.

    What is written down during a meeting does not push the promises that the meeting is about off the page.
    """
    rapat = sorted({k.tanggal_rapat for k in semua})
    lalu = [d for d in rapat if d < hari]
    pilih = lalu[-1] if lalu else rapat[0] if rapat else None
    return [k for k in semua if k.tanggal_rapat == pilih]


def count(semua: Iterable[Keputusan], hari: date) -> dict[str, int]:
    """Return how many decisions are in each state on a day, every state named."""
    jumlah = dict.fromkeys(KEADAAN, 0)
    for k in semua:
        jumlah[k.keadaan(hari)] += 1
    return jumlah


def urut(semua: Iterable[Keputusan], hari: date) -> list[Keputusan]:
    """Return them overdue first (longest first), then open by due date, then done and cancelled, newest first."""
    semua = list(semua)
    terbuka = [k for k in semua if k.status == "TERBUKA"]
    tutup = [k for k in semua if k.status != "TERBUKA"]
    return [
        *sorted(terbuka, key=lambda k: (k.tenggat, k.id)),
        *sorted(tutup, key=lambda k: (k.tanggal_selesai or k.tenggat, k.id), reverse=True),
    ]


def sisa(k: Keputusan, hari: date) -> str:
    """Return how it stands with its due date in a few words."""
    if k.status == "BATAL":
        return "dibatalkan"
    if k.status == "SELESAI":
        if k.tanggal_selesai is None:
            return "selesai"
        telat = (k.tanggal_selesai - k.tenggat).days
        return f"selesai {telat} hari sesudah tenggat" if telat > 0 else "selesai sebelum tenggat"
    hari_lagi = (k.tenggat - hari).days
    if hari_lagi == 0:
        return "hari ini"
    return f"lewat {-hari_lagi} hari" if hari_lagi < 0 else f"{hari_lagi} hari lagi"


def name_pemilik(kode: str, opd: Mapping[str, str], desa: Mapping[str, Any]) -> str:
    """Return the owner in words: an office, a village, or the name as it was written."""
    if kode in opd:
        return opd[kode]
    satu = desa.get(kode.removeprefix("DESA-"))
    return f"Desa {satu.nama}" if satu is not None else PEMILIK_LAIN.get(kode, kode)


def kpi(semua: Sequence[Keputusan], hari: date) -> list[Kpi]:
    """Return the four headline counts: overdue, due soon, open, done."""
    n = count(semua, hari)
    dibatalkan = f"; {format.bilangan(n['BATAL'])} dibatalkan" if n["BATAL"] else ""
    return [
        Kpi("Lewat tenggat", format.bilangan(n["LEWAT"]), "keputusan belum selesai"),
        Kpi("Segera jatuh tempo", format.bilangan(n["SEGERA"]), f"dalam {SEGERA_HARI} hari"),
        Kpi("Belum jatuh tempo", format.bilangan(n["TERBUKA"]), f"lebih dari {SEGERA_HARI} hari lagi"),
        Kpi("Selesai", format.bilangan(n["SELESAI"]), f"dari {format.bilangan(len(semua))} keputusan{dibatalkan}"),
    ]


def sumber(semua: Sequence[Keputusan], hari: date) -> str:
    """Return the source line: how many decisions of how many meetings, as they stand on a day."""
    rapat = len({k.tanggal_rapat for k in semua})
    return (
        f"Sumber: keputusan rapat dan tindak lanjutnya, {format.bilangan(len(semua))} keputusan dari "
        f"{format.bilangan(rapat)} rapat, keadaan {format.tanggal_panjang(hari)}. Dasar: BRU 30(2), LTM 21(3)."
    )


def baris(semua: Iterable[Keputusan], hari: date, nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per decision for the page; ``nama``: owner -> words."""
    return [
        [
            dua_baris(k.keputusan, _kecil(k)),
            nama.get(k.pemilik, k.pemilik),
            format.tanggal(k.tenggat),
            dua_baris(_tanda(k, hari, KEADAAN[k.keadaan(hari)][1]), sisa(k, hari)),
            dua_baris(k.dicatat_oleh or "…", _waktu(k)),
        ]
        for k in semua
    ]


def _kecil(k: Keputusan) -> Aman:
    judul, alamat, catatan = k.asal
    awal = _join(f"{k.id} · rapat {format.tanggal(k.tanggal_rapat)}", catatan)
    if not alamat:
        return Aman(awal)
    tujuan = re.sub(r"^ringkasan(?=\?|$)", "", alamat)  # the first page of the app has no name
    return Aman(f"{awal} · {tautan(f'grafik “{judul}”', f'./{tujuan}')}")


def _join(*bagian: str) -> Aman:
    """Return the filled parts with a dot between them, escaped."""
    return Aman(" · ".join(teks(b) for b in bagian if b))


def _tanda(k: Keputusan, hari: date, isi: object) -> Aman:
    bentuk, _, kelas = KEADAAN[k.keadaan(hari)]
    return bertanda(bentuk, isi, kelas)


def _waktu(k: Keputusan) -> str:
    return format.tanggal(k.dicatat_pada.date()) if k.dicatat_pada else ""


def baris_pemilik(semua: Iterable[Keputusan], hari: date, nama: Mapping[str, str]) -> list[list[object]]:
    """Return one row per owner: overdue, due soon, open, done; who owes most stands first."""
    per_pemilik: dict[str, list[Keputusan]] = {}
    for k in semua:
        per_pemilik.setdefault(k.pemilik, []).append(k)
    hitung = {pemilik: count(isi, hari) for pemilik, isi in per_pemilik.items()}
    urutan = sorted(
        hitung.items(),
        key=lambda satu: (-satu[1]["LEWAT"], -satu[1]["SEGERA"], -satu[1]["TERBUKA"], nama.get(satu[0], satu[0])),
    )
    kolom = ("LEWAT", "SEGERA", "TERBUKA", "SELESAI")
    return [
        [nama.get(p, p), *(format.bilangan(n[kode]) for kode in kolom)]
        for p, n in urutan
        if any(n[kode] for kode in kolom)  # who has cancelled ones only owes nothing
    ]


def baris_ringkas(
    semua: Sequence[Keputusan], hari: date, nama: Mapping[str, str], banyak: int = 5
) -> list[list[object]]:
    """Return the decisions of a meeting for the first page: what is open first, with the days left or passed."""
    return [
        [
            _tanda(k, hari, k.keputusan),
            nama.get(k.pemilik, k.pemilik),
            f"{_hari(k.tenggat, hari)}, {sisa(k, hari)}",
        ]
        for k in urut(semua, hari)[:banyak]
    ]


def _hari(tanggal: date, hari: date) -> str:
    teks = format.tanggal(tanggal)
    return teks.rsplit(" ", 1)[0] if tanggal.year == hari.year else teks


# --- writing -----------------------------------------------------------------------------------------------------


def default_tenggat(hari: date) -> date:
    """Return the due date that is offered: the end of the first month that leaves two weeks."""
    return akhir_bulan(hari + timedelta(days=SEGERA_HARI))


def clean(teks: str) -> str:
    """Return a text as one line of printable characters that no spreadsheet takes for a formula."""
    polos = "".join(huruf if huruf.isprintable() else " " for huruf in teks)
    return " ".join(polos.split()).lstrip("=+-@'\" ")


def name_asal(judul: str, alamat: str) -> str:
    """Return the note that says from which chart a decision was written; ``Keputusan.asal`` reads it."""
    polos = re.sub(r"[“”<>]", "", clean(judul))[:120]
    catatan = f"Dari “{polos}” <{alamat}>"
    return catatan if _ASAL.fullmatch(catatan) else f"Dari “{polos}” <{alamat.split('?')[0]}>"


def next_id(semua: Iterable[Keputusan], tanggal_rapat: date) -> str:
    """Return the next free id of a meeting: ``TL-20260714-01``."""
    hari = f"{tanggal_rapat:%Y%m%d}"
    dipakai = [int(c[2]) for k in semua if (c := _NOMOR.fullmatch(k.id)) and c[1] == hari]
    return f"TL-{hari}-{max(dipakai, default=0) + 1:02d}"


def check_baru(k: Keputusan, hari: date) -> Keputusan:
    """Return a decision with its texts cleaned. Raises ``Penolakan`` when something is missing or out of bounds."""
    k = replace(k, keputusan=clean(k.keputusan), pemilik=clean(k.pemilik))
    salah = []
    if not 5 <= len(k.keputusan) <= 300:
        salah.append("Tulis keputusannya dalam 5 sampai 300 huruf.")
    if not 2 <= len(k.pemilik) <= 80:
        salah.append("Pilih pemiliknya, atau tulis namanya (paling panjang 80 huruf).")
    if not hari - timedelta(days=3650) <= k.tanggal_rapat <= hari + timedelta(days=31):
        salah.append("Tanggal rapat terlalu lama lalu, atau lebih dari sebulan lagi.")
    elif not k.tanggal_rapat <= k.tenggat <= k.tanggal_rapat + timedelta(days=1830):
        salah.append("Tenggat harus pada atau sesudah tanggal rapat, paling lama lima tahun kemudian.")
    if _ENAM_BELAS.search(f"{k.keputusan} | {k.pemilik}"):
        salah.append("Jangan tulis NIK atau nomor panjang lain.")
    if salah:
        raise Penolakan("\n".join(salah))
    return k


def check_oleh(teks: str) -> str:
    """Return the name of who writes something down. Raises ``Penolakan`` when it is missing or no name."""
    bersih = clean(teks)
    if not 2 <= len(bersih) <= 60 or _ENAM_BELAS.search(bersih):
        raise Penolakan("Tulis nama atau jabatan yang mencatat (2 sampai 60 huruf, tanpa NIK).")
    return bersih


def change_status(k: Keputusan, status: str, tanggal: date | None, catatan: str, hari: date) -> Keputusan:
    """Return a decision with another status, its date and a note; where it came from stays.

    Raises ``Penolakan`` for a date that cannot be, or a note that is too long.
    """
    bersih = clean(catatan)
    if len(bersih) > 300:
        raise Penolakan("Catatan paling panjang 300 huruf.")
    if _ENAM_BELAS.search(bersih):
        raise Penolakan("Jangan tulis NIK atau nomor panjang lain.")
    if status == "TERBUKA":
        tanggal = None
    elif tanggal is None or not k.tanggal_rapat <= tanggal <= hari:
        raise Penolakan("Tanggal selesai atau batal harus antara tanggal rapat dan hari ini.")
    judul, alamat, lama = k.asal
    asal = name_asal(judul, alamat) if alamat else ""
    isi = " · ".join(bagian for bagian in (asal, bersih or lama) if bagian)
    return replace(k, status=status, tanggal_selesai=tanggal, catatan=isi or None)


def row(k: Keputusan) -> dict[str, str]:
    """Return the row of the delivery that holds a decision: the columns of the source ``tindak_lanjut``."""
    isi = {nama: getattr(k, nama) for nama in KOLOM_SUMBER}
    return {nama: "" if nilai is None else str(nilai) for nama, nilai in isi.items()}

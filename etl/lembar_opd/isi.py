"""What one office's sheet shows: the people of its newest rosters, and the rows that were set aside."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl import gudang, kiriman
from etl.perbaikan.saran import advise, name_alasan
from ucj import format
from ucj.kalender import akhir_bulan, awal_bulan
from ucj.penolakan import Penolakan
from ucj.peraturan import Profil, load_profil
from ucj.sql import connect, list_table, order_layer, read_sql

DAFTAR = {
    "NONASN": "Pegawai non-ASN",
    "PPPK_PW": "PPPK paruh waktu",
    "BLUD": "Pegawai BLUD",
    "DESA": "Perangkat desa",
    "BUMD": "Pegawai BUMD",
    "PEMILU": "Penyelenggara pemilu",
    "SEKTOR": "Pekerja sektor binaan",
    "MAGANG": "Magang dan pelatihan",
}

TERLINDUNGI = "Terlindungi"
TIDAK_PADAN = "NIK tidak padan"
TIDAK_AKTIF = "Tidak aktif"
SATU_PROGRAM = "Hanya satu program"
TANPA_PROGRAM = "Aktif tanpa JKK dan JKM"
BELUM_DICEK = "Belum dapat dicek"
PERLU_PERBAIKAN = "Perlu perbaikan"


@dataclass(frozen=True)
class Orang:
    """One row of a roster in force. ``kode`` is the indicator it counts in, None for none."""

    jenis_daftar: str
    kode: str | None
    tanggal_data: date
    is_usang: bool
    id_peserta: str | None
    nik: str
    nama: str
    unit: str
    berkas: str
    nomor_baris: int
    is_ada_daftar: bool
    status: str
    program: str


@dataclass(frozen=True)
class Sisih:
    """One row set aside of the office's deliveries in force."""

    jenis_daftar: str | None
    berkas: str
    lembar: str
    nomor_baris: int
    nama: str
    unit: str
    alasan: str
    tindakan: str


@dataclass(frozen=True)
class Lembar:
    """What the sheet shows."""

    kode_opd: str
    nama_opd: str
    nama_daerah: str
    bulan: date
    is_simulasi: bool
    orang: tuple[Orang, ...]
    sisih: tuple[Sisih, ...]
    belum_dihitung: tuple[str, ...]


def read(data: Path, kode_opd: str) -> Lembar:
    """Return what the sheet of an office (code, name or alias) shows. Raises ``Penolakan`` when it has no roster."""
    profil = load_profil(data)
    deliveries = kiriman.daftar(data)
    con = connect()
    try:
        gudang.create_raw(con, data, deliveries)
        gudang.create_ref(con, profil)
        opd = _find_opd(con, profil, kode_opd)
        bulan = _choose_bulan(con, opd)
        _create_staging(con, data, deliveries, bulan)
        in_force = set(kiriman.berlaku(deliveries).values())
        return Lembar(
            kode_opd=opd,
            nama_opd=_name_opd(con, opd),
            nama_daerah=profil.nama,
            bulan=bulan,
            is_simulasi=any(k.simulasi for k in deliveries if k.id in in_force),
            orang=_list_orang(con, opd),
            sisih=_list_sisih(con, opd),
            belum_dihitung=_list_belum_dihitung(con, opd, bulan),
        )
    finally:
        con.close()


_PEMILIK = """
    select kode_opd from raw.pekerja_binaan
    union
    select kode_opd from raw.pekerja_binaan_sisih where kode_opd is not null
"""


def _find_opd(con: duckdb.DuckDBPyConnection, profil: Profil, ditulis: str) -> str:
    ada = sorted(kode for (kode,) in con.execute(_PEMILIK).fetchall())
    kunci = ditulis.strip().casefold()
    sebutan = {kode.casefold(): kode for kode in ada}
    for opd in profil.opd:
        sebutan |= {nama.casefold(): opd.kode for nama in (opd.kode, opd.nama, *opd.alias)}
    kode = sebutan.get(kunci, ditulis.strip().upper())
    if kode in ada:
        return kode
    daftar = ", ".join(ada) if ada else "belum ada satu pun"
    raise Penolakan(
        f"{kode} belum mempunyai daftar pekerja. Muat dahulu: python -m etl load pekerja_binaan BERKAS.xlsx. "
        f"Yang sudah mempunyai daftar: {daftar}."
    )


def _name_opd(con: duckdb.DuckDBPyConnection, kode: str) -> str:
    row = con.execute("select nama_opd from ref.opd where kode_opd = ?", [kode]).fetchone()
    return str(row[0]) if row else kode


def _choose_bulan(con: duckdb.DuckDBPyConnection, kode_opd: str) -> date:
    """Return the newest month with a person list; where no roster is that old, the month of the newest roster."""
    tanggal = [
        tanggal
        for (tanggal,) in con.execute(
            "select tanggal_data from raw.pekerja_binaan where kode_opd = $opd union "
            "select tanggal_data from raw.pekerja_binaan_sisih where kode_opd = $opd and tanggal_data is not null",
            {"opd": kode_opd},
        ).fetchall()
    ]
    row = con.execute("select max(bulan) from raw.peserta").fetchone()
    newest = row[0] if row else None
    if newest is None or (tanggal and min(tanggal) > akhir_bulan(newest)):
        return awal_bulan(max(tanggal))
    return newest


def _create_staging(
    con: duckdb.DuckDBPyConnection, data: Path, deliveries: Sequence[kiriman.Kiriman], bulan: date
) -> None:
    """Make what ``staging.roster`` needs, for one month only: a person list may have millions of rows."""
    gudang.slice_peserta_bulan(con, data, deliveries, bulan)
    con.execute("delete from ref.bulan")
    con.execute("insert into ref.bulan values (?)", [bulan])
    con.execute("create schema staging")
    needed = {"roster"}
    for name in reversed(order_layer("staging")):
        if name in needed:
            needed |= {table.split(".")[1] for table in list_table(read_sql("staging", name)) if "staging." in table}
    for name in order_layer("staging"):
        if name in needed:
            con.execute(f"create table staging.{name} as {read_sql('staging', name)}")


_ORANG = """
    with asal as (
        select
            jenis_daftar, tanggal_data, kode_desa, urutan_baris, id_peserta, nik_samar, nama, berkas, nomor_baris,
            false as is_rusak
        from raw.pekerja_binaan
        where kode_opd = $opd
        union all
        select
            jenis_daftar, tanggal_data, kode_desa, urutan_baris, null, nik_samar, nama, berkas, nomor_baris,
            true
        from raw.pekerja_binaan_sisih
        where kode_opd = $opd and is_nik_rusak
    )

    select
        roster.jenis_daftar,
        roster.kode,
        roster.tanggal_data,
        roster.is_usang,
        roster.id_peserta::varchar,
        asal.nik_samar,
        asal.nama,
        roster.unit,
        asal.berkas,
        asal.nomor_baris,
        roster.is_ada_daftar,
        roster.is_rusak,
        roster.is_padan,
        roster.is_aktif,
        roster.is_jkk, roster.is_jkm, roster.is_jht, roster.is_jp, roster.is_jkp
    from staging.roster as roster
    inner join asal
        on roster.jenis_daftar = asal.jenis_daftar
        and roster.tanggal_data = asal.tanggal_data
        and roster.kode_desa_daftar = case when asal.jenis_daftar = 'DESA' then coalesce(asal.kode_desa, '') else '' end
        and roster.urutan_baris = asal.urutan_baris
        and roster.is_rusak = asal.is_rusak
        and roster.id_peserta is not distinct from asal.id_peserta
    where roster.kode_opd = $opd
    order by roster.jenis_daftar, roster.unit nulls first, asal.berkas, asal.nomor_baris
"""
_PROGRAM = ("JKK", "JKM", "JHT", "JP", "JKP")


def _list_orang(con: duckdb.DuckDBPyConnection, kode_opd: str) -> tuple[Orang, ...]:
    hasil = []
    for row in con.execute(_ORANG, {"opd": kode_opd}).fetchall():
        jenis, kode, tanggal, usang, id_, nik, nama, unit, berkas, nomor, ada, rusak, padan, aktif, *ikut = row
        hasil.append(
            Orang(
                jenis, kode, tanggal, bool(usang), id_, nik or "", nama or "", unit or "", berkas or "", nomor,
                bool(ada),
                _judge(bool(ada), bool(rusak), bool(padan), bool(aktif), (bool(ikut[0]), bool(ikut[1]))),
                ", ".join(p for p, held in zip(_PROGRAM, ikut, strict=True) if held),
            )
        )  # fmt: skip
    return tuple(hasil)


def _judge(ada: bool, rusak: bool, padan: bool, aktif: bool, wajib: tuple[bool, bool]) -> str:
    """Return the status words of one row; ``wajib`` = holds JKK, holds JKM (sources.md 5, rule 11)."""
    if rusak:
        return PERLU_PERBAIKAN
    if not ada:
        return BELUM_DICEK
    if not padan:
        return TIDAK_PADAN
    if not aktif:
        return TIDAK_AKTIF
    if all(wajib):
        return TERLINDUNGI
    return SATU_PROGRAM if any(wajib) else TANPA_PROGRAM


def _list_sisih(con: duckdb.DuckDBPyConnection, kode_opd: str) -> tuple[Sisih, ...]:
    """Return the rows set aside, whatever the reason, but not those of rosters that a newer one has followed.

    A row whose office cannot be read is the office's when its delivery is of no other.
    """
    rows = con.execute(
        """
        with berlaku as (
            select jenis_daftar, min(tanggal_data) as tanggal_data
            from staging.roster
            where kode_opd = $opd
            group by jenis_daftar
        )

        select
            sisih.jenis_daftar, sisih.berkas, sisih.lembar, sisih.nomor_baris, sisih.nama, sisih.unit,
            sisih.alasan, sisih.rincian
        from raw.pekerja_binaan_sisih as sisih
        left join berlaku on sisih.jenis_daftar = berlaku.jenis_daftar
        where coalesce(sisih.tanggal_data >= berlaku.tanggal_data, true)
            and (
                sisih.kode_opd = $opd
                or (
                    sisih.kode_opd is null
                    and sisih.id_pengiriman in (select id_pengiriman from raw.pekerja_binaan where kode_opd = $opd)
                    and sisih.id_pengiriman not in (select id_pengiriman from raw.pekerja_binaan where kode_opd <> $opd)
                )
            )
        order by berkas, lembar, nomor_baris
        """,
        {"opd": kode_opd},
    ).fetchall()
    hasil = []
    for jenis, berkas, lembar, nomor, nama, unit, alasan, rincian in rows:
        rinci: list[dict[str, Any]] = json.loads(rincian or "[]")
        hasil.append(
            Sisih(
                jenis, berkas or "", lembar or "", nomor, nama or "", unit or "",
                name_alasan(alasan, rinci), advise(alasan, rinci),
            )
        )  # fmt: skip
    return tuple(hasil)


def _list_belum_dihitung(con: duckdb.DuckDBPyConnection, kode_opd: str, bulan: date) -> tuple[str, ...]:
    """Return sentences about rosters newer than the month, which do not count in it."""
    rows = con.execute(
        "select distinct jenis_daftar, tanggal_data from raw.pekerja_binaan where kode_opd = ? and tanggal_data > ? "
        "order by all",
        [kode_opd, akhir_bulan(bulan)],
    ).fetchall()
    return tuple(
        f"Daftar {DAFTAR.get(jenis, jenis)} per {format.tanggal_panjang(tanggal)} lebih baru daripada daftar "
        f"peserta {format.bulan(bulan)}, jadi belum dihitung."
        for jenis, tanggal in rows
    )
